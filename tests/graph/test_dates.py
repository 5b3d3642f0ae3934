"""Bounds of dates of mixed precision."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.dates import bounds, start_literal, tenure_triples, time_triples
from kg.graph.vocabulary import KG, TIME


@pytest.mark.parametrize(
    ("iso", "earliest", "latest", "precision"),
    [
        ("2020", "2020-01-01T00:00:00", "2020-12-31T23:59:59", "year"),
        ("2020-02", "2020-02-01T00:00:00", "2020-02-29T23:59:59", "month"),
        ("2020-01-25", "2020-01-25T00:00:00", "2020-01-25T23:59:59", "day"),
        ("2020-01-25T21", "2020-01-25T21:00:00", "2020-01-25T21:59:59", "hour"),
        ("2020-01-25T23:59", "2020-01-25T23:59:00", "2020-01-25T23:59:59", "minute"),
        ("2021/2025", "2021-01-01T00:00:00", "2025-12-31T23:59:59", "interval"),
        ("2020-01-11/2020-01-20", "2020-01-11T00:00:00", "2020-01-20T23:59:59", "interval"),
    ],
)
def test_bounds(iso: str, earliest: str, latest: str, precision: str) -> None:
    found = bounds(iso)
    assert found is not None
    assert (found.earliest, found.latest, found.precision) == (earliest, latest, precision)


@pytest.mark.parametrize(
    "iso",
    ["", "5日", "2021-02-29", "2020-13", "2020-00", "2020-01-00", "2020-01-25T24", "0000", "2020/", "2020/2021/2022"],
)
def test_no_date_has_no_bounds_and_raises_nothing(iso: str) -> None:
    assert bounds(iso) is None
    assert list(time_triples("https://example.org/", iso))


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_lies_in_its_month_and_its_year(day: date) -> None:
    spans = [bounds(day.isoformat()[:n]) for n in (10, 7, 4)]
    ordered = [(b.earliest, b.latest) for b in spans if b]
    assert len(ordered) == 3
    assert ordered[2][0] <= ordered[1][0] <= ordered[0][0] <= ordered[0][1] <= ordered[1][1] <= ordered[2][1]
    assert datetime.fromisoformat(ordered[0][0]).date() == day


@pytest.mark.parametrize(
    ("iso", "literal"),
    [
        ("2020", '"2020"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("2020-01", '"2020-01"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'),
        ("2020-01-25", '"2020-01-25"^^<http://www.w3.org/2001/XMLSchema#date>'),
        ("2020-01-25T21", '"2020-01-25T21:00:00"^^<http://www.w3.org/2001/XMLSchema#dateTime>'),
        ("2020/2021", '"2020"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        ("5日", '"5日"'),
    ],
)
def test_start_literals(iso: str, literal: str) -> None:
    assert start_literal(iso) == literal


def test_an_open_end_has_no_bound() -> None:
    triples = list(tenure_triples("https://example.org/", "2019-03", None))
    subject = triples[0][0]
    predicates = {p for s, p, _ in triples if s == subject}
    assert TIME.hasBeginning in predicates
    assert KG.earliest in predicates
    assert not predicates & {TIME.hasEnd, KG.latest}
