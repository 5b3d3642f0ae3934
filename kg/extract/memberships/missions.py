"""Embassies and consulates: the body of one who is posted abroad (驻智利大使, 驻智利、秘鲁大使)."""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.memberships.units import Unit

__all__ = ["mission", "missions"]

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
