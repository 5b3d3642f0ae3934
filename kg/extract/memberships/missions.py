"""Embassies and consulates: where one is posted abroad, and the body that the title heads (驻智利大使, 驻智利、秘鲁大使)."""

from __future__ import annotations

import re

import rjieba

from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention
from kg.extract.memberships.units import Unit

__all__ = ["mission", "missions", "posted", "posted_one_by_one"]

_MISSION = re.compile(r"[\u4e00-\u9fff]{0,12}驻[\u4e00-\u9fff]{1,12}(?<!馆)(?<!团)(?<!处)$")


def mission(written: str, role: str) -> str | None:
    """中国驻智利大使, 驻札幌总领事: the embassy or consulate that the title heads."""
    if not _MISSION.fullmatch(written):
        return None
    return written + "大使馆" if role.endswith(_EMBASSY) else written + "总领事馆" if role.endswith("领事") else None


def missions(passage: Passage, unit: Unit) -> list[str]:
    """驻智利、秘鲁大使: the embassy in each place; empty for other titles."""
    assert unit.body
    places = [passage.text[start:end].removeprefix("驻") for start, end in (*unit.more, unit.body)]
    found = [mission("驻" + place, unit.role.text) for place in places if passage.text[unit.more[0][0]] == "驻"]
    return [name for name in found if name]


_EMBASSY = ("大使", "公使", "参赞", "武官")
_ENVOYS = re.compile(r"(?:大使|公使|参赞|武官|领事)$")
_POSTED = re.compile(r"(?P<where>驻[\u4e00-\u9fff]{1,12}?)(?:(?:首|第[一二三四五六七八九十]+)任)?$")
_POSTS = re.compile(r"驻[\u4e00-\u9fff]{1,12}(?:、[\u4e00-\u9fff]{2,14}){1,6}$")
_EACH = re.compile(r"[^、]+")


def posted(passage: Passage, role: RoleMention, low: int) -> tuple[int, int] | None:
    """中国驻智利大使, 智利驻华大使: where one is posted, and for whom."""
    found = _POSTED.search(passage.text, max(low, role.start - 16), role.start) if _ENVOYS.search(role.text) else None
    if found is None:
        return None
    sender, tag = (rjieba.tag(passage.text[low : found.start()], False) or [("", "x")])[-1]
    return found.start() - (len(sender) if tag == "ns" or sender == "我国" else 0), found.end("where")


def posted_one_by_one(passage: Passage, role: RoleMention, floor: int) -> Unit | None:
    """驻智利、秘鲁大使: each of the places, in reading order."""
    found = _POSTS.search(passage.text, max(floor, role.start - 60), role.start) if _ENVOYS.search(role.text) else None
    if found is None:
        return None
    *more, last = (each.span() for each in _EACH.finditer(passage.text, found.start(), role.start))
    return Unit(role, last, found.start(), more=tuple(more))
