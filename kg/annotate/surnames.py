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
    if text[at : at + 1] == "长" and _is_head(text, at, end):
        return True
    if surname and text[at - 1 : end] in known:
        return True
    if surname in surnames() and surname not in _PREPOSITIONS and _OF_A_PERSON.match(text, end) and not _HAN.match(text[at - 2 : at - 1]):
        return True  # 李|大庆同志任…, 方|朝阳，男
    return text[at - 2 : at - 1] in ("长", "任", "记", "席") and surname in surnames() and surname not in _PREPOSITIONS


_HEADED = frozenset("县市区州省镇乡局厅院校所处科行会站社村部队组司署")
_OF_PLACE = re.compile(r"[市县]|站|办事处|海关|分[局行公院]|车务段|铁路|机务|监管|特派|大学|基地|[到至—-]")
_PROVINCE = re.compile("(?:[\u4e00-\u9fff](?:南|北|东|西|林|宁|徽|苏|江|建|州|海|川|肃)省|黑龙江省|自治区)$")


def _is_head(text: str, at: int, end: int) -> bool:
    """局|长沙明远, 市|长春节前走访: the head of a body and his name, or the next word, no place; but 铁路局|长沙站, 湖南省|长沙."""
    if text[at - 1 : at] not in _HEADED or at == 0 or _OF_PLACE.match(text, end):
        return False
    return _PROVINCE.search(text, max(0, at - 4), at) is None


_HOLDER = re.compile("(?<=[长任记席])[\u4e00-\u9fff]县[\u4e00-\u9fff](?=[，。、说主出讲参陪])")
_GIVEN = re.compile("(?![市省县区])[\u4e00-\u9fff]{1,2}(?:任(?![务何])|同志|辞去|，[男女]|为(?=[\u4e00-\u9fff]{2,20}[长任员]))")


def begins_name(text: str, name: str, at: int) -> bool:
    """濮阳|清芬任…, 主任|滑县生，, 副书记、代县|长: is what looks like the place `name` at `at` the head of a person's name, or of a title?"""
    if name in ("濮阳", "南宫", "东方"):
        return bool(_GIVEN.match(text, at + 2))
    return name[1:] == "县" and (bool(_HOLDER.match(text, at)) or text.startswith("代县长", at))
