"""Reliability and the fit of the confidence curves, on facts made by rule of dice and on the open documents."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import calibrate
from bench.calibrate import TABLE, judged, table
from kg.evaluate.calibration import Judged, apply, calibration_error, fit, held_out, judge, reliability, temper
from kg.evaluate.gold import GoldDocument
from kg.extract.confidence import ANY, Curve, curves
from kg.model import Document

ROOT = Path(__file__).parents[2]


def fact(confidence: float, right: bool, rule: str = "event.a", document: str = "d", family: str = "event") -> Judged:
    return Judged(document, family, rule, confidence, right)


def diced(odds: dict[str, float], count: int = 400, seed: int = 1) -> list[Judged]:
    """Facts of several rules, each right with its own chance; the score says nothing."""
    random = Random(seed)
    return [
        fact(random.choice((0.7, 0.8, 0.9)), random.random() < chance, rule, f"d{at % 20}")
        for rule, chance in odds.items()
        for at in range(count)
    ]


def test_reliability_counts_each_fact_in_one_bin() -> None:
    facts = [fact(0.0, False), fact(0.5, True), fact(0.59, False), fact(0.9, True), fact(0.95, True), fact(1.0, True)]
    found = [(b.low, b.high, b.facts, b.right) for b in reliability(facts)]
    assert found == [(0.0, 0.5, 1, 0), (0.5, 0.6, 2, 1), (0.9, 0.95, 1, 1), (0.95, 1.0, 2, 2)]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_no_fact_is_lost_and_the_error_is_a_share(pairs: list[tuple[float, bool]]) -> None:
    facts = [fact(confidence, right) for confidence, right in pairs]
    bins = reliability(facts)
    assert sum(b.facts for b in bins) == len(facts)
    assert sum(b.right for b in bins) == sum(f.right for f in facts)
    assert 0 <= calibration_error(facts) <= 1


def test_the_error_of_a_boaster_and_of_an_honest_one() -> None:
    half = [fact(0.99, at % 2 == 0) for at in range(100)]
    assert calibration_error(half) == pytest.approx(0.49)
    assert calibration_error([fact(0.5, at % 2 == 0) for at in range(100)]) == pytest.approx(0)
    assert calibration_error([]) == 0


def test_each_rule_gets_its_own_chance() -> None:
    facts = diced({"event.sure": 0.95, "event.weak": 0.5})
    made = fit(facts)
    assert made["event", "event.sure"].at(0.8) == pytest.approx(0.95, abs=0.04)
    assert made["event", "event.weak"].at(0.8) == pytest.approx(0.5, abs=0.06)
    assert calibration_error(apply(made, facts)) < 0.05 < calibration_error(facts)


def test_a_rule_seen_a_few_times_stays_near_its_family() -> None:
    facts = diced({"event.usual": 0.9}) + [fact(0.8, True, "event.rare")] * 2
    made = fit(facts)
    assert made["event", "event.usual"].at(0.8) < made["event", "event.rare"].at(0.8) < 0.96
    (unknown,) = apply(made, [fact(0.8, True, "event.never")])
    assert unknown.confidence == made["event", ANY].at(0.8)


def test_curves_are_lowered_to_fit_documents_seen_for_the_first_time_and_never_raised() -> None:
    made = fit(diced({"event.a": 0.95, "event.b": 0.8}))
    new = [fact(0.8, at % 10 < 7, "event.a") for at in range(100)]
    lower = temper(made, new)
    assert lower["event", "event.a"].at(0.8) == pytest.approx(0.72, abs=0.03)
    assert lower["event", "event.b"].at(0.8) < made["event", "event.b"].at(0.8)
    assert temper(made, [fact(0.8, True, "event.a")] * 100) == made
    assert temper(made, []) == made


def test_a_family_never_fitted_keeps_its_scores() -> None:
    facts = [fact(0.8, True, family="penalty")]
    assert apply(fit([]), facts) == facts


def test_a_better_score_is_never_less_sure() -> None:
    random = Random(2)
    facts = [fact(score, random.random() < 1 - score) for score in (0.5, 0.7, 0.9) for _ in range(50)]
    values = [fit(facts)["event", "event.a"].at(score / 20) for score in range(21)]
    assert values == sorted(values)


def test_the_fit_depends_on_the_facts_and_nothing_else() -> None:
    facts = diced({"event.a": 0.8, "event.b": 0.9}, 60)
    shuffled = Random(3).sample(facts, len(facts))
    assert table(fit(facts)) == table(fit(shuffled))


def test_a_document_held_out_does_not_judge_itself() -> None:
    right = [fact(0.8, True, document=f"right{at}") for at in range(9)]
    wrong = [fact(0.8, False, document="wrong")] * 9
    found = held_out(right + wrong, folds=10)
    assert len(found) == 18
    assert all(item.confidence > 0.9 for item in found if item.document == "wrong")
    assert all(item.confidence < 0.6 for item in apply(fit(right + wrong), wrong))


def test_what_is_judged_right_wrong_and_not_at_all() -> None:
    record = {"person": "严松年", "role": "局长", "org": "柳河县水务局", "status": "current"}
    gold = GoldDocument(
        Document("a", "文"),
        "news",
        (record, {**record, "role": "组长", "optional": True}),
        (),
        (),
        neutral_people=("路人甲",),
    )
    line = {
        "type": "membership", "person": "严松年", "role": "局长", "organization": "柳河县水务局",
        "rule": "membership.title", "confidence": 0.7,
    }  # fmt: skip
    lines = [line, line, {**line, "role": "组长"}, {**line, "role": "处长"}, {**line, "person": "路人甲"}]
    found = sorted(item.right for item in judge([gold], {"a": lines}))
    assert found == [False, True, True]


def test_the_table_that_is_shipped_is_one_that_the_script_writes() -> None:
    assert table(curves()) == TABLE.read_text(encoding="utf-8")
    assert {family for family, rule in curves() if rule == ANY} == {"membership", "allocation", "event"}
    assert all(isinstance(curve, Curve) and 0 <= curve.right <= curve.facts for curve in curves().values())


def test_what_is_noted_of_a_new_document_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calibrate, "FIRST_SEEN", tmp_path / "first_seen.tsv")
    (tmp_path / "first_seen.tsv").write_text("document\tfamily\trule\tscore\tright\n", encoding="utf-8")
    old, new = fact(0.75, False, document="a1"), fact(0.5, True, document="a2")
    calibrate.note_first_seen([old, fact(0.9, True, document="b1")], ["a"])
    assert calibrate.first_seen() == [old]
    calibrate.note_first_seen([fact(0.75, True, document="a1"), new], ["a"])
    assert calibrate.first_seen() == [old, new]


def test_nine_in_ten_of_the_facts_given_nine_tenths_are_right_on_open_documents() -> None:
    facts = judged([ROOT / "tests" / "gold" / "open"], raw=False)
    sure = [item.right for item in facts if item.confidence >= 0.9]
    assert len(sure) > 100
    assert sum(sure) / len(sure) >= 0.9
