"""Surnames: how frequent each is, and the one that a name begins with.

    surname_of("欧阳修") is 欧阳; surname_of("王建国") is 王; surname_of("次仁多吉") is None
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

__all__ = ["RARE", "inside_name", "surname_lines", "surname_of", "surnames"]

_DATA = files("kg.annotate") / "data"
RARE = -1.0
"""The weight of a rare surname."""


@cache
def surname_lines() -> list[str]:
    """Single surnames, most frequent first, in one or more lines; then a line each of rare, of compound, of Japanese ones."""
    return [
        line for line in (_DATA / "surnames.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    ]


@cache
def surnames() -> dict[str, float]:
    """Surname → weight: about 3 for the most frequent, 0 for the less frequent, -1 for rare ones; compound surnames 2."""
    *singles, rare, compound, _ = surname_lines()
    weights = {
        surname: max(0.0, 3.0 - rank / 100) for rank, surname in reversed([*enumerate(" ".join(singles).split())])
    }
    return dict.fromkeys(rare.split(), RARE) | weights | dict.fromkeys(compound.split(), 2.0)


def surname_of(name: str) -> str | None:
    """The surname that `name` begins with, compound before single; None where there is none."""
    table = surnames()
    for size in (4, 3, 2, 1):
        if len(name) > size and name[:size] in table:
            return name[:size]
    return None


def inside_name(text: str, at: int) -> bool:
    """市长孟|常德: does a surname behind a title stand before `at`, so that no place begins there?"""
    surname = text[at - 1 : at]
    return text[at - 2 : at - 1] in ("长", "任", "记", "席") and surname in surnames() and surname not in "向于和从与对到在由同"
