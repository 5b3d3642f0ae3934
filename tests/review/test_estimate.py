"""Intervals and shares: known values, and what must hold for any sample."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.review.draw import Stratum, allotted, passages_of
from kg.review.estimate import precision, recall, wilson

ONE, TWO = Stratum("membership", "membership.title", "≥0.85"), Stratum("event", "event.partial", "<0.6")


@pytest.mark.parametrize(
    ("right", "size", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_published(right: int, size: int, low: float, high: float) -> None:
    """The examples of Newcombe (1998), Two-sided confidence intervals for the single proportion, table I."""
    assert wilson(right / size, size) == pytest.approx((low, high), abs=5e-5)


def test_strata_count_by_their_size() -> None:
    answers = [*[(ONE, True)] * 8, *[(ONE, False)] * 2, *[(TWO, True)] * 5, *[(TWO, False)] * 5]
    found = precision(answers, {ONE: 900, TWO: 100})
    assert found is not None
    assert found.value == pytest.approx(0.9 * 0.8 + 0.1 * 0.5)
    assert (found.judged, found.total, found.covered) == (20, 1000, 1)
    size = 1 / (0.9**2 * (1 - 10 / 900) / 10 + 0.1**2 * (1 - 10 / 100) / 10)
    assert (found.low, found.high) == pytest.approx(wilson(0.77, size))
    family = precision(answers, {ONE: 900, TWO: 100}, "event")
    assert family is not None
    assert family.value == 0.5
    assert precision(answers, {ONE: 900, TWO: 100}, "event", "event.lunar") is None
    part = precision(answers[:10], {ONE: 900, TWO: 100})
    assert part is not None
    assert part.covered == 0.9


def test_what_was_judged_wholly_is_known() -> None:
    found = precision([(ONE, True), (ONE, False), (TWO, True)], {ONE: 2, TWO: 1})
    assert found is not None
    assert found.low == found.value == found.high == pytest.approx(2 / 3)


def test_recall() -> None:
    found = recall([(2.0, 0), (1.0, 1), (0.0, 0), (3.0, 0)], 400)
    assert found is not None
    assert found.value == pytest.approx(6 / 7)
    assert found.low < 0.6 < found.value < found.high < 1
    none = recall([(1.0, 0)] * 30, 1000)
    assert none is not None
    assert none.value == 1
    assert none.low == pytest.approx(wilson(1, 30)[0])
    assert recall([(0.0, 0)], 9) is None
    nothing = recall([(1e-300, 0), (0.0, 0)], 9)
    assert nothing is not None
    assert nothing.low < 0.01
    all_read = recall([(1.0, 1), (2.0, 0)], 2)
    assert all_read is not None
    assert all_read.low == all_read.value == all_read.high == 0.75


@given(st.lists(st.tuples(st.floats(0, 3), st.integers(0, 3)), min_size=1, max_size=12), st.integers(0, 30))
def test_an_interval_holds_its_estimate(passages: list[tuple[float, int]], more: int) -> None:
    found = recall(passages, len(passages) + more)
    if found:
        assert 0 <= found.low <= found.value + 1e-9
        assert found.value - 1e-9 <= found.high <= 1


@given(
    st.dictionaries(st.sampled_from([ONE, TWO, Stratum("event", "event.lunar", ""), Stratum("allocation", "", "")]),
                    st.integers(1, 60)),
    st.integers(0, 100),
)  # fmt: skip
def test_shares(sizes: dict[Stratum, int], sample: int) -> None:
    shares = allotted(sizes, sample)
    assert sum(shares.values()) == min(sample, sum(sizes.values()))
    assert all(0 <= shares[stratum] <= sizes[stratum] for stratum in sizes)
    if sample >= len(sizes):
        assert all(shares.values())


@given(st.text(alphabet="甲乙。；\n ”", max_size=700))
def test_passages_are_the_text_in_order(text: str) -> None:
    found = list(passages_of(text))
    assert all(text[a:b].strip() for a, b in found)
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    kept = "".join(text[a:b] for a, b in found)
    assert [kept.count(char) for char in "甲乙"] == [text.count(char) for char in "甲乙"]
