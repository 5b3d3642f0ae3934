"""Scores become probabilities in one place, once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.confidence import ANY, Curve, calibrated, curves, probability
from kg.extract.run import extract
from kg.model import Document

TEXT = "2021年7月20日，财政部下达河南省防汛救灾资金3亿元。\n财政部农业农村司司长欧阳文渊介绍了有关情况。\n"


@given(st.sampled_from(sorted(curves())), st.floats(0, 1), st.floats(0, 1))
def test_a_confidence_is_a_probability_that_grows_with_the_score(
    key: tuple[str, str], one: float, other: float
) -> None:
    low, high = sorted((one, other))
    assert 0 < probability(*key, low) <= probability(*key, high) < 1


@pytest.mark.parametrize(
    ("curve", "score", "expected"),
    [
        (Curve(0.0, 10.0, 0, 0), 0.8, 0.5),
        (Curve(0.0, 10.0, 0, 0), 0.9, 0.731),
        (Curve(2.0, 0.0, 0, 0), 0.1, 0.881),
        (Curve(9.0, 10.0, 0, 0), 1.0, 0.98),
        (Curve(-9.0, 10.0, 0, 0), 0.0, 0.02),
    ],
)
def test_a_curve(curve: Curve, score: float, expected: float) -> None:
    assert curve.at(score) == pytest.approx(expected, abs=0.001)


def test_a_new_rule_is_taken_for_its_family_and_a_new_family_keeps_its_score() -> None:
    assert probability("event", "event.new", 0.9) == probability("event", ANY, 0.9)
    assert probability("penalty", "penalty.new", 0.42) == 0.42


def test_extraction_calibrates_each_fact_once_and_changes_nothing_else() -> None:
    document = Document("a", TEXT, published="2021-07-21")
    raw, final = extract(document, raw=True).facts, extract(document).facts
    assert {fact.type for fact in final} == {"membership", "allocation", "event"}
    assert [calibrated(fact) for fact in raw] == list(final)
    assert [fact.id for fact in raw] == [fact.id for fact in final]
