"""Fact lines: one JSON object a fact, in the contract that `fact-lines.schema.json` writes down."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Protocol, cast

from kg.merge.corrections.fields import values
from kg.merge.derived import Derived
from kg.merge.profile import Profile
from kg.model import Allocation, Corrected, Document, Event, Evidence, Extraction, Fact, Membership, Span, decimal_text

__all__ = ["JsonlWriter", "dumps", "fact_line", "lines", "rejected_lines", "sorted_facts"]

Line = dict[str, Any]


def sorted_facts(extraction: Extraction) -> list[Fact]:
    """The facts of one document in the order of their lines: by start, type and id; one of each id."""
    return [fact for _, fact in _sorted(extraction)]


def _sorted(extraction: Extraction) -> list[tuple[str, Fact]]:
    unique = {fact.id: fact for fact in extraction.facts}
    return sorted(unique.items(), key=lambda pair: (pair[1].evidence.start, pair[1].type, pair[0]))


def fact_line(fact: Fact, document: Document, identifier: str | None = None) -> Line:
    """One fact as a JSON object: the common keys, then those of its family; unknown is None.

    `identifier` is `fact.id`, where the caller has it: a hash is dear.
    """
    evidence = fact.evidence
    line: Line = {
        "type": fact.type,
        "id": identifier or fact.id,
        "document": document.id,
        "spans": _spans(evidence.spans),
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
        "mentions": {name: _spans(spans) for name, spans in fact.mentions},
        "rule": evidence.rule,
        "confidence": round(fact.confidence, 4),
    }
    line |= _FAMILIES[type(fact)](fact)
    if evidence.quote_restored is not None:
        line["quote_restored"] = evidence.quote_restored
    if fact.also:
        line["also"] = [_also(found) for found in fact.also]
    if fact.inferred:
        line["inferred"] = dict(fact.inferred)
    if fact.warnings:
        line["warnings"] = list(fact.warnings)
    return line


def lines(extraction: Extraction) -> Iterator[Line]:
    """The lines of one document, sorted; what the user corrected says so."""
    told = {change.after.id: change for change in extraction.corrected if change.after}
    for identifier, fact in _sorted(extraction):
        line = fact_line(fact, extraction.document, identifier)
        yield line | {"correction": _correction(told[identifier])} if identifier in told else line


def rejected_lines(extraction: Extraction) -> Iterator[Line]:
    """The facts that were read and hold no more, as they were, with the correction that says so."""
    held = {fact.id for fact in extraction.facts}
    for change in extraction.corrected:
        if change.before and change.before.id not in held:
            yield fact_line(change.before, extraction.document) | {"correction": _correction(change)}


def _correction(change: Corrected) -> Line:
    """What the user did: `before` has the fields that were others, `replaced_by` the id of the fact that holds instead."""
    line: Line = {"kind": change.kind, "entry": change.entry}
    if change.before and change.after:
        now = values(change.after)
        line["before"] = {name: value or None for name, value in values(change.before).items() if value != now[name]}
        if change.before.id != change.after.id:
            line |= {"replaces": change.before.id, "replaced_by": change.after.id}
    return line | ({"note": change.note} if change.note else {})


def dumps(line: Line) -> str:
    """The line as text with a line feed; Chinese as it is."""
    return json.dumps(line, ensure_ascii=False) + "\n"


class Writable(Protocol):
    """What fact lines are written to."""

    def write(self, text: str, /) -> object: ...


class JsonlWriter:
    """The fact lines of documents, in the order in which these come."""

    def __init__(self, file: Writable) -> None:
        self._file = file

    def document(self, extraction: Extraction, known: Profile) -> None:
        """The lines of one document."""
        self._file.write("".join(map(dumps, lines(extraction))))

    def derived(self, part: Derived) -> None:
        """Fact lines are of facts only."""

    def close(self) -> None:
        """Nothing is left to be written."""


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _also(evidence: Evidence) -> Line:
    return {"spans": _spans(evidence.spans), "quote": evidence.quote, "rule": evidence.rule}


def number(value: Decimal) -> int | float | str:
    """A JSON number that reads back as exactly `value`; its decimal text where no float is exact."""
    if value == value.to_integral_value():
        return int(value)
    found = float(value)
    return found if Decimal(repr(found)) == value else decimal_text(value)


def _membership(fact: Fact) -> Line:
    post = cast(Membership, fact)
    keys = ("person", "role", "organization", "organization_text", "status", "since", "until")
    return {key: getattr(post, key) for key in keys}


def _allocation(fact: Fact) -> Line:
    grant = cast(Allocation, fact)
    return {
        "fund": grant.fund,
        "amount": number(grant.amount),
        "amount_max": None if grant.amount_max is None else number(grant.amount_max),
        "currency": grant.currency,
        "amount_text": grant.amount_text,
        "qualifier": grant.qualifier,
        "unit_text": grant.unit_text,
        "payer": grant.payer,
        "payers": list(grant.payers),
        "action": grant.action,
        "recipient": grant.recipient,
        "target": grant.target,
        "region": grant.region,
        "regions": [{"name": region.name, "code": region.code} for region in grant.regions],
        "date": grant.date,
        "part_of": grant.part_of,
        "partition": grant.partition,
        "kind": grant.kind,
        "stage": grant.stage,
    }


def _event(fact: Fact) -> Line:
    event = cast(Event, fact)
    keys = ("label", "date_text", "date", "date_basis")
    line: Line = {key: getattr(event, key) for key in keys}
    return line | {"participants": list(event.participants), "location": event.location, "about": event.about}


_FAMILIES: dict[type[Fact], Callable[[Fact], Line]] = {Membership: _membership, Allocation: _allocation, Event: _event}
"""The keys of each fact family; a new family adds its own here."""
