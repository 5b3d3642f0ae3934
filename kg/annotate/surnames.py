"""Surnames: how frequent each is, and the one that a name begins with.

    surname_of("欧阳修") is 欧阳; surname_of("王建国") is 王; surname_of("次仁多吉") is None
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files

__all__ = ["RARE", "begins_name", "inside_name", "surname_lines", "surname_of", "surnames"]

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


_PREPOSITIONS = frozenset("向于和从与对到在由同原来回任离时经")
_OF_A_PERSON = re.compile("同志|先生|女士|，[男女][，。]|（[男女]|任(?![务何丘县])|当选|辞去|不再")
_HAN = re.compile("[\u4e00-\u9fff]")


def inside_name(text: str, at: int, end: int, known: Collection[str] = ()) -> bool:
    """市长孟|常德: does a surname behind a title stand before `at`, so that no place begins there, or one that makes a `known` name of it?"""
    surname = text[at - 1 : at]
    if surname and text[at - 1 : end] in known:
        return True
    if surname in surnames() and surname not in _PREPOSITIONS and _OF_A_PERSON.match(text, end) and not _HAN.match(text[at - 2 : at - 1]):
        return True  # 李|大庆同志任…, 方|朝阳，男
    return text[at - 2 : at - 1] in ("长", "任", "记", "席") and surname in surnames() and surname not in _PREPOSITIONS


_HOLDER = re.compile("(?<=[长任记席])[\u4e00-\u9fff]县[\u4e00-\u9fff](?=[，。、说主出讲参陪])")
_GIVEN = re.compile("(?![市省县区])[\u4e00-\u9fff]{1,2}(?:任(?![务何])|同志|辞去|，[男女]|为(?=[\u4e00-\u9fff]{2,20}[长任员]))")


def begins_name(text: str, name: str, at: int) -> bool:
    """濮阳|清芬任…, 主任|滑县生，, 副书记、代县|长: is what looks like the place `name` at `at` the head of a person's name, or of a title?"""
    if name in ("濮阳", "南宫", "东方"):
        return bool(_GIVEN.match(text, at + 2))
    return name[1:] == "县" and (bool(_HOLDER.match(text, at)) or text.startswith("代县长", at))
