"""What comparisons of two persons may find, and what each finding weighs: the table `data/comparisons.tsv`.

    time   far_apart   -5   相隔过久：{detail}   too many years between: {detail}

Weights are logarithms to base 2 of how much more often something is found with one person than with two (as in splink).
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Found", "Level", "Term", "levels"]

Found = tuple[str, str] | None
"""Level and detail, or nothing."""


class Level(NamedTuple):
    """What a comparison may find: its weight and its words, with `{detail}`."""

    weight: float
    chinese: str
    english: str


class Term(NamedTuple):
    """One line of a sum: `comparison` found `level`, which weighs `weight`; `detail` says what was compared."""

    comparison: str
    level: str
    weight: float
    detail: str

    @property
    def words(self) -> tuple[str, str]:
        """Chinese, English."""
        known = levels()[self.comparison, self.level]
        return known.chinese.format(detail=self.detail), known.english.format(detail=self.detail)


@cache
def levels() -> dict[tuple[str, str], Level]:
    """(comparison, level) → its weight and words."""
    lines = (files("kg.merge") / "data" / "comparisons.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {(comparison, level): Level(float(weight), *words) for comparison, level, weight, *words in rows}
