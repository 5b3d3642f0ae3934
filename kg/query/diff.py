"""What two graphs do not share: facts, not lines of files.

A fact is found again in the other graph by its document's id, its family, its sentence and what makes it this fact
(who, which post, where; which sum of what fund …), whatever its place in the text has become.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg.errors import InputError
from kg.export.jsonl import Line, lines
from kg.export.labels import field_values
from kg.store import StoreSource, has_store

__all__ = ["Difference", "compare"]

_SAME = {
    "membership": ("person", "role", "organization"),
    "allocation": ("fund", "amount", "currency", "payer", "region", "date"),
    "event": ("label", "date"),
}
"""Keys that make a line this fact, by family."""
_ASIDE = frozenset({"id", "spans", "start", "end", "mentions", "also", "part_of", "about", "confidence", "rule", "correction"})
"""Keys that say where and how a fact was found, not what it says."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact of one graph only, or told otherwise: then `changed` has (key, in A, in B)."""

    sign: Literal["-", "+", "~"]
    line: Line
    changed: tuple[tuple[str, str, str], ...] = ()

    def text(self) -> str:
        """One line, and one for each value that differs."""
        told = "  ".join(value for _, value in field_values(self.line))
        values = "".join(f"\n    {key}: {one} → {other}" for key, one, other in self.changed)
        return f"{self.sign} {self.line['document']}  {self.line['type']}  {told}{values}"


def compare(one: str | Path, other: str | Path) -> Iterator[Difference]:
    """The differences between two graphs, by document.  Raises InputError for what is no graph."""
    ours, theirs = _facts(fact_lines(one)), _facts(fact_lines(other))
    for key in sorted({*ours, *theirs}):
        left, right = ours.get(key, []), theirs.get(key, [])
        for a, b in zip(left, right, strict=False):
            if changed := _changed(a, b):
                yield Difference("~", b, changed)
        yield from (Difference("-", line) for line in left[len(right) :])
        yield from (Difference("+", line) for line in right[len(left) :])


def fact_lines(graph: str | Path) -> Iterator[Line]:
    """The fact lines of a graph folder: of its store, else of its facts.jsonl."""
    if has_store(graph):
        with StoreSource(graph) as source:
            for extraction in source.documents():
                yield from lines(extraction)
        return
    path = Path(graph) / "facts.jsonl"
    if not path.is_file():
        raise InputError(str(graph), "no graph here (kg build makes one)")
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def _facts(found: Iterable[Line]) -> dict[tuple[str, ...], list[Line]]:
    """Lines by what makes them a fact; those alike in all of that in the order of the text."""
    facts: dict[tuple[str, ...], list[Line]] = {}
    for line in found:
        own = (json.dumps(line.get(key), ensure_ascii=False) for key in _SAME[line["type"]])
        facts.setdefault((line["document"], line["type"], line["quote"], *own), []).append(line)
    return facts


def _changed(one: Line, other: Line) -> tuple[tuple[str, str, str], ...]:
    keys = sorted({*one, *other} - _ASIDE)
    pairs = ((key, one.get(key), other.get(key)) for key in keys)
    return tuple((key, str(a), str(b)) for key, a, b in pairs if a != b)
