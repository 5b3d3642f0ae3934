"""Folding: one spelling, code point for code point."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.fold import fold

CASES = [
    ("１２．５％", "12.5%"),
    ("(试行)", "（试行）"),
    ("财政部:关于", "财政部：关于"),
    ("12,345万元", "12,345万元"),
    ("１２，３４５元", "12,345元"),
    ("23:59", "23:59"),
    ("財政廳長", "财政厅长"),
    ("张\u3000三", "张 三"),
    ("买买提•艾力", "买买提·艾力"),
]


@pytest.mark.parametrize(("text", "folded"), CASES)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text(max_size=200))
def test_length_is_kept_and_folding_twice_changes_nothing(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)
