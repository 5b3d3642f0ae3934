"""The words of date expressions, found in the text.

An atom is the smallest piece that means something: `去年`, `12月`, `25日`, `晚上`, `21点`.  Atoms of
rising rank that touch make an expression (`kg.annotate.dates.grammar`).  A weak atom never begins
one: `晚` in `25日晚`, `底` in `10月底`.  What kinds there are is the table of `kg.annotate.dates.kinds`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.annotate.dates.kinds import KINDS
from kg.annotate.dates.meanings import Meaning

__all__ = ["Atom", "lex"]

_BY_NAME = {kind.name: kind for kind in KINDS}


def _beginning(characters: str) -> str:
    """A look ahead at the first character, which passes over, at a glance, where nothing begins."""
    return f"(?=[{re.escape(characters)}])"


_OF_A_KIND = [f"{_beginning(kind.first)}(?P<{kind.name}>{'|'.join(kind.patterns)})" for kind in KINDS]
_ATOM = re.compile(f"{_beginning(''.join(kind.first for kind in KINDS))}(?:{'|'.join(_OF_A_KIND)})")
"""Any atom; the group's name is the kind."""


class Atom(NamedTuple):
    """One word of an expression at `text[start:end]`, with its rank and what it sets in `Parts`."""

    start: int
    end: int
    kind: str
    rank: int
    weak: bool
    meaning: Meaning


def lex(text: str, start: int, end: int) -> Iterator[Atom]:
    """The atoms of `text[start:end]` in reading order, not overlapping."""
    for match in _ATOM.finditer(text, start, end):
        kind = _BY_NAME[match.lastgroup or ""]
        yield Atom(match.start(), match.end(), kind.name, kind.rank, kind.weak, kind.read(match.group()))
