"""The words of date expressions, found in the text.

An atom is the smallest piece that means something: `去年`, `12月`, `25日`, `晚上`, `21点`.  Atoms of
rising rank that touch make an expression (`kg.annotate.dates.grammar`).  A weak atom never begins
one: `晚` in `25日晚`, `底` in `10月底`.  What kinds there are is the table of `kg.annotate.dates.kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.dates.kinds import KINDS
from kg.annotate.dates.meanings import Meaning

__all__ = ["Atom", "lex"]

_BY_NAME = {kind.name: kind for kind in KINDS}


def _compiled() -> dict[str, re.Pattern[str]]:
    """First character → the pattern of the atoms that may begin with it; the group's name is the kind."""
    kinds: dict[str, tuple[str, ...]] = {}
    for kind in KINDS:
        for character in dict.fromkeys(kind.first):
            kinds[character] = (*kinds.get(character, ()), kind.name)
    patterns = {
        names: re.compile("|".join(f"(?P<{name}>{'|'.join(_BY_NAME[name].patterns)})" for name in names))
        for names in set(kinds.values())
    }
    return {character: patterns[names] for character, names in kinds.items()}


_AT = _compiled()
_CANDIDATE = re.compile(f"[{re.escape(''.join(_AT))}]")


@dataclass(frozen=True, slots=True)
class Atom:
    """One word of an expression at `text[start:end]`, with its rank and what it sets in `Parts`."""

    start: int
    end: int
    kind: str
    rank: int
    weak: bool
    meaning: Meaning


def lex(text: str, start: int, end: int) -> Iterator[Atom]:
    """The atoms of `text[start:end]` in reading order, not overlapping."""
    at = start
    while candidate := _CANDIDATE.search(text, at, end):
        match = _AT[candidate.group()].match(text, candidate.start(), end)
        if match is None:
            at = candidate.end()
            continue
        kind = _BY_NAME[match.lastgroup or ""]
        yield Atom(match.start(), match.end(), kind.name, kind.rank, kind.weak, kind.read(match.group()))
        at = match.end()
