"""What the user's corrections do to one document: the facts that hold, instead of those that were read.

    held = corrected(extraction, corrections)     # held.facts; held.corrected says what was changed, and by which entry
    lost = unmatched_of(extraction, corrections)  # the entries that find nothing here, each with the reason

A fact is found by document, family, place and what it says.  The place may have moved within the sentence (a new rule may
quote more of it), what the fact says may not: a correction of what is said no more is told to the user, not applied.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kg.merge.corrections.collection import Corrections
from kg.merge.corrections.entries import Entry, FactEntry
from kg.merge.corrections.fields import canonical, changed, made, values
from kg.model import Allocation, Corrected, Event, Evidence, Extraction, Fact, Span

__all__ = ["ADDED", "Unmatched", "corrected", "facts_of", "unmatched_of"]

ADDED = "correction.add"
"""The rule of a fact that the user added."""


class Unmatched(NamedTuple):
    """A correction that finds nothing to correct, and why."""

    entry: Entry
    reason: str

    def text(self) -> str:
        """A line for the screen."""
        return f"{self.entry.label}: {self.reason}"


def corrected(extraction: Extraction, corrections: Corrections) -> Extraction:
    """The document with the facts that hold.  A pure, order-free function of both."""
    return _applied(extraction, corrections).extraction() if corrections else extraction


def unmatched_of(extraction: Extraction, corrections: Corrections) -> list[Unmatched]:
    """The entries on the facts of this document (as read) that no longer match."""
    return _applied(extraction.as_read(), corrections).unmatched


def facts_of(extraction: Extraction) -> list[Fact]:
    """Every fact that was read or holds."""
    return [*extraction.facts, *extraction.read]


@dataclass(slots=True)
class _Applied:
    """The entries of one document at work.  Each looks at the facts as they were read: none sees what another did."""

    read: Extraction
    changes: dict[str, Corrected] = field(default_factory=dict)  # by id of the fact before
    added: dict[str, Corrected] = field(default_factory=dict)  # by id of the fact after
    unmatched: list[Unmatched] = field(default_factory=list)

    def change(self, entry: FactEntry, fact: Fact) -> None:
        """Reject or edit a fact."""
        if fact.id in self.changes:
            self.unmatched.append(Unmatched(entry, "another correction changes this fact already"))
            return
        after = replace(changed(fact, dict(entry.to)), confidence=1.0) if entry.kind == "edit" else None
        self.changes[fact.id] = Corrected(entry.id, entry.kind, fact, after, entry.note)

    def add(self, entry: FactEntry) -> None:
        """Add a fact, unless it is there."""
        evidence = _evidence(entry, self.read)
        if evidence is None:
            self.unmatched.append(Unmatched(entry, "the quote does not stand there"))
            return
        fact = made(entry.place.family, dict(entry.to), evidence)
        told = values(fact)
        here = (f for f in self.read.facts if f.type == fact.type and _overlaps(f, entry))
        if not any(values(f) == told for f in here):
            self.added.setdefault(fact.id, Corrected(entry.id, "add", None, fact, entry.note))

    def extraction(self) -> Extraction:
        """The document as it holds."""
        done = sorted([*self.changes.values(), *self.added.values()], key=lambda one: one.entry)
        if not done:
            return self.read
        moved = {one.before.id: one.after.id if one.after else None for one in done if one.before}
        facts: dict[str, Fact] = {}
        for fact in self.read.facts:
            change = self.changes.get(fact.id)
            kept = change.after if change else fact
            if kept is not None:
                kept = _pointing(kept, moved)
                facts.setdefault(kept.id, kept)
        for one in self.added.values():
            assert one.after is not None, "what is added is there afterwards"
            facts.setdefault(one.after.id, one.after)
        ordered = sorted(facts.items(), key=lambda pair: (pair[1].evidence.start, pair[1].type, pair[0]))
        return replace(
            self.read, facts=tuple(fact for _, fact in ordered), corrected=tuple(done), read=self.read.facts
        )


def _applied(extraction: Extraction, corrections: Corrections) -> _Applied:
    done = _Applied(extraction)
    for entry in corrections.facts(extraction.document):
        if entry.kind == "add":
            done.add(entry)
            continue
        found = _found(entry, extraction.facts)
        if len(found) == 1:
            done.change(entry, found[0])
        elif not _is_so(entry, extraction.facts):
            reason = f"{len(found)} facts are meant" if found else "no such fact there any more"
            done.unmatched.append(Unmatched(entry, reason))
    return done


def _found(entry: FactEntry, facts: tuple[Fact, ...]) -> list[Fact]:
    """The facts that an entry means: those that stand exactly where it says, else those in that sentence."""
    told = [f for f in facts if f.type == entry.place.family and _says(f, entry.fact) and _overlaps(f, entry)]
    exact = [f for f in told if any(_spans(e) == entry.place.spans for e in (f.evidence, *f.also))]
    return exact or told


def _is_so(entry: FactEntry, facts: tuple[Fact, ...]) -> bool:
    """Does a fact there say by now what the user wanted it to say?"""
    wanted = tuple((dict(entry.fact) | dict(entry.to)).items())
    here = (f for f in facts if f.type == entry.place.family and _overlaps(f, entry))
    return entry.kind == "edit" and any(_says(f, wanted) for f in here)


def _says(fact: Fact, told: tuple[tuple[str, str], ...]) -> bool:
    known = values(fact)
    return all(known[name] == canonical(name, value) for name, value in told)


def _overlaps(fact: Fact, entry: FactEntry) -> bool:
    """Does the fact stand in the sentence of the entry?  Without a place, the quote tells; without either, any does."""
    if entry.place.spans:
        places = [s for e in (fact.evidence, *fact.also) for s in e.spans]
        return any(a < s.end and s.start < b for a, b in entry.place.spans for s in places)
    return any(entry.quote in e.quote or e.quote in entry.quote for e in (fact.evidence, *fact.also))


def _spans(evidence: Evidence) -> tuple[tuple[int, int], ...]:
    return tuple((s.start, s.end) for s in evidence.spans)


def _evidence(entry: FactEntry, extraction: Extraction) -> Evidence | None:
    """The quote at its place; None where the text does not say so there."""
    text = extraction.document.text
    spans = entry.place.spans
    if not spans and entry.quote:
        at = text.find(entry.quote)
        spans = ((at, at + len(entry.quote)),) if at >= 0 else ()
    quote = "".join(text[a:b] for a, b in spans)
    if not quote or (entry.quote and quote != entry.quote):
        return None
    return Evidence(extraction.document.key, tuple(Span(a, b) for a, b in spans), quote, ADDED)


def _pointing(fact: Fact, moved: Mapping[str, str | None]) -> Fact:
    """What pointed at a fact that was edited points at what became of it; at one that was rejected, at nothing."""
    if isinstance(fact, Allocation) and fact.part_of and fact.part_of in moved:
        return replace(fact, part_of=moved[fact.part_of])
    if isinstance(fact, Event) and fact.about and fact.about in moved:
        return replace(fact, about=moved[fact.about])
    return fact
