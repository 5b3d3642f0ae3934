"""ISO 8601 of mixed precision → bounds, OWL-Time and XSD.

    2020-01        earliest 2020-01-01T00:00:00, latest 2020-01-31T23:59:59, month
    2020-01-25T21  earliest 2020-01-25T21:00:00, latest 2020-01-25T21:59:59, hour
    2020/2021      an interval: earliest of the first, latest of the second

Engines disagree on comparing dates of mixed precision; the bounds are full xsd:dateTime, and compare everywhere.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.graph.terms import Triple, iri, text, typed
from kg.graph.vocabulary import KG, RDF, RDFS, TIME, XSD

__all__ = ["Bounds", "bound_triples", "bounds", "node", "start_literal", "tenure_node", "tenure_triples", "time_triples"]

_ISO = re.compile(r"^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d))?)?)?)?$")
_FULL = "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}"
_PRECISION = ("year", "month", "day", "hour", "minute")


@dataclass(frozen=True, slots=True)
class Bounds:
    """`earliest` and `latest` as xsd:dateTime texts; `precision` is year, month, day, hour, minute or interval."""

    earliest: str
    latest: str
    precision: str


@lru_cache(maxsize=16384)
def bounds(iso: str) -> Bounds | None:
    """The bounds of a date or an interval `a/b`; None where it is no ISO 8601 date, or no calendar has it."""
    head, slash, tail = iso.partition("/")
    if not slash:
        return _instant(iso)
    first, last = _instant(head), _instant(tail)
    return Bounds(first.earliest, last.latest, "interval") if first and last else None


def _instant(iso: str) -> Bounds | None:
    match = _ISO.match(iso)
    if not match:
        return None
    given = [int(part) for part in match.groups() if part is not None]
    low = (*given, *(1, 1, 1, 0, 0)[len(given) :])
    month = (*given, 12)[1]
    if not (low[0] >= 1 and 1 <= month <= 12):
        return None
    high = (*given, *(1, 12, monthrange(low[0], month)[1], 23, 59)[len(given) :])
    if not (1 <= low[2] <= monthrange(low[0], month)[1] and low[3] <= 23 and low[4] <= 59):
        return None
    return Bounds(_FULL.format(*low, 0), _FULL.format(*high, 59), _PRECISION[len(given) - 1])


def node(base: str, iso: str) -> str:
    """The IRI of a time: its ISO text is its name."""
    return iri(f"{base}moment/" + iso.replace("/", "--").replace(":", ""))


def start_literal(iso: str) -> str:
    """The typed literal for schema:startDate, of the precision known: gYear, gYearMonth, date or dateTime."""
    first = iso.split("/", 1)[0]
    found = bounds(first)
    if not found:
        return text(first)
    kinds = {"year": XSD.gYear, "month": XSD.gYearMonth, "day": XSD.date}
    return typed(first, kinds[found.precision]) if found.precision in kinds else typed(found.earliest, XSD.dateTime)


def bound_triples(subject: str, iso: str | None) -> Iterator[Triple]:
    """The bounds of a date as properties of `subject`; nothing where there is no date."""
    found = bounds(iso) if iso else None
    if found:
        yield subject, KG.earliest, typed(found.earliest, XSD.dateTime)
        yield subject, KG.latest, typed(found.latest, XSD.dateTime)


_IN = {
    "year": TIME.inXSDgYear,
    "month": TIME.inXSDgYearMonth,
    "day": TIME.inXSDDate,
    "hour": TIME.inXSDDateTime,
    "minute": TIME.inXSDDateTime,
}


def time_triples(base: str, iso: str) -> Iterator[Triple]:
    """The time as an OWL-Time instant or interval, with its ISO text and its bounds."""
    found = bounds(iso)
    subject = node(base, iso)
    yield subject, RDF.type, TIME.ProperInterval if found and found.precision == "interval" else TIME.Instant
    yield subject, RDFS.label, text(iso)
    yield subject, KG.iso, text(iso)
    if not found:
        return
    yield subject, KG.precision, text(found.precision)
    yield subject, KG.earliest, typed(found.earliest, XSD.dateTime)
    yield subject, KG.latest, typed(found.latest, XSD.dateTime)
    if found.precision in _IN:
        yield subject, _IN[found.precision], start_literal(iso)
        return
    first, last = iso.split("/", 1)
    for predicate, part in ((TIME.hasBeginning, first), (TIME.hasEnd, last)):
        yield subject, predicate, node(base, part)
        yield from time_triples(base, part)


def tenure_node(base: str, since: str | None, until: str | None) -> str:
    """The IRI of the interval from `since` to `until`, either of which may be open."""
    return node(base, f"{since or 'open'}/{until or 'open'}")


def tenure_triples(base: str, since: str | None, until: str | None) -> Iterator[Triple]:
    """The interval of a post; an open end has no bound, for nobody said when it ended."""
    subject = tenure_node(base, since, until)
    yield subject, RDF.type, TIME.ProperInterval
    yield subject, RDFS.label, text(f"{since or '..'}/{until or '..'}")
    for iso, predicate, bound in ((since, TIME.hasBeginning, KG.earliest), (until, TIME.hasEnd, KG.latest)):
        if not iso:
            continue
        yield subject, predicate, node(base, iso)
        yield from time_triples(base, iso)
        if found := bounds(iso):
            value = found.earliest if bound == KG.earliest else found.latest
            yield subject, bound, typed(value, XSD.dateTime)
