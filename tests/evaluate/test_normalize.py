"""When two values count as the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.normalize import date, likeness, organization, places, plain, same_amount


@pytest.mark.parametrize(
    ("value", "expected"),
    [("程　默", "程默"), ("“十四五”规划", "十四五规划"), ("１２亿元", "12亿元"), (None, ""), (" \n", ""), (5, "5")],
)
def test_plain(value: object, expected: str) -> None:
    assert plain(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("中华人民共和国财政部", "财政部"),
        ("中共安徽省委", "安徽省委"),
        ("驻中共中央机关", "驻中共中央机关"),
        (None, ""),
    ],
)
def test_organization(value: object, expected: str) -> None:
    assert organization(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("湖北省", {"湖北"}),
        ("广西壮族自治区、海南省", {"广西", "海南"}),
        ("克州及喀什地区", {"克州", "喀什"}),
        ("乡县", {"乡县"}),
        ("全国", set()),
        ("各地", set()),
        (None, set()),
    ],
)
def test_places(value: object, expected: set[str]) -> None:
    assert places(value) == expected


@pytest.mark.parametrize(
    ("wanted", "found", "same"),
    [
        (1_000_000, "1000000", True),
        (1_000_000, 1_000_000.5, True),
        (1_000_000, 1_000_002, False),
        (0.5, "0.5", True),
        (1, None, False),
        (None, 1, False),
        (1, "各", False),
    ],
)
def test_same_amount(wanted: object, found: object, same: bool) -> None:
    assert same_amount(wanted, found) is same


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-01-25T21", "2020-01-25T21:00"),
        ("2020-01-25T21:00:00", "2020-01-25T21:00"),
        ("2020-01-25T21:05", "2020-01-25T21:05"),
        ("2020-01-25T21/2020-01-26T02", "2020-01-25T21:00/2020-01-26T02:00"),
        ("2020-01-25", "2020-01-25"),
        (None, ""),
    ],
)
def test_date(value: object, expected: str) -> None:
    assert date(value) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("", None, 1.0), ("抗旱", "", 0.0), ("抗旱", "旱抗", 1.0), ("抗旱资金", "抗旱", 2 / 3), ("水水", "水", 2 / 3)],
)
def test_likeness(one: object, other: object, expected: float) -> None:
    assert likeness(one, other) == pytest.approx(expected)


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_within_bounds(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1
