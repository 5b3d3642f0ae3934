"""Near copies of a text, by their signatures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.merge.reprints import PERMUTATIONS, signature, similarity

NOTICE = (
    "清溪省财政厅近日下达防汛救灾补助资金三亿元，支持受灾地区开展应急抢险和群众转移安置。"
    "省财政厅要求各地加快资金拨付，切实加强监管，确保资金用到受灾群众身上。"
    "据悉，入汛以来全省已累计投入救灾资金八亿元，重点保障堤防加固、水毁道路修复和农业生产恢复。"
)
OTHER = (
    "白鹿市教育局昨日召开座谈会，研究部署秋季开学工作。会议强调，各校要做好校舍安全排查，保障师生返校秩序。"
    "局长在会上介绍了新建学校的进展，并回答了家长代表提出的问题。"
)


@pytest.mark.parametrize(
    ("other", "low", "high"),
    [
        (NOTICE, 1.0, 1.0),
        (NOTICE.replace("，", ",").replace("。", "。\n\n"), 1.0, 1.0),  # another layout
        ("本报讯（记者云某平）" + NOTICE, 0.75, 1.0),  # a reprint
        (NOTICE.replace("三亿元", "五亿元"), 0.75, 1.0),
        (OTHER, 0.0, 0.1),
    ],
)
def test_similarity(other: str, low: float, high: float) -> None:
    assert low <= similarity(signature(NOTICE), signature(other)) <= high


def test_a_text_without_a_word_is_like_no_other() -> None:
    assert signature("…… 。\n") == ()
    assert similarity((), ()) == similarity((), signature(NOTICE)) == 0


@given(st.text(max_size=40))
def test_a_signature_is_a_function_of_the_text(text: str) -> None:
    assert signature(text) == signature(text)
    assert len(signature(text)) in (0, PERMUTATIONS)


def test_signatures_do_not_change_between_versions_of_the_library() -> None:
    """They are kept in graphs on disk: a library that counts otherwise is another version of the extractor."""
    assert signature("财政部下达救灾资金")[:3] == (2439295295, 1972621511, 1569464314)
