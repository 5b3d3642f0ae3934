"""The departments of one place, told off one beside the other: 省财政厅、水利厅."""

from __future__ import annotations

import re
from functools import cache

from kg.annotate.alternation import either
from kg.annotate.bodies import departments
from kg.annotate.passage import OrganizationMention, Passage

__all__ = ["departments_beside"]


@cache
def _departments() -> re.Pattern[str]:
    """A department (水利厅), as what a list goes on with, and as the end of a name."""
    return re.compile(either(name for name in departments() if len(name) >= 3))


_GOES_ON = re.compile("[、和与及]|会同|联合|以及")
_LONGER = re.compile(r"长|机关|系统|(?:[\u4e00-\u9fff]{1,8}?(?:处|科|室|司|股|队|中心|党组|党委))(?!长)")


def departments_beside(passage: Passage, found: list[OrganizationMention], end: int, name: str) -> int:
    """省财政厅、水利厅: the departments beside one are those of the same place; returns where the list ends."""
    text = passage.text
    while joint := _GOES_ON.match(text, end, passage.end):
        beside = _departments().match(text, joint.end(), passage.end)
        first = next((m for m in _departments().finditer(name) if m.end() == len(name)), None)
        if beside is None or first is None or not first.start() or _LONGER.match(text, beside.end(), passage.end):
            break
        name, end = name[: first.start()] + beside[0], beside.end()
        found.append(OrganizationMention(beside.start(), end, beside[0], name))
    return end
