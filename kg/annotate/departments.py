"""The departments of one place, told off one beside the other (省财政厅、水利厅), and the office that a group has in one."""

from __future__ import annotations

import re
from functools import cache

from kg.annotate.alternation import at_a_glance, either
from kg.annotate.bodies import departments
from kg.annotate.passage import OrganizationMention, Passage
from kg.annotate.recall import note, recent

__all__ = ["departments_beside", "seated_offices"]


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


_OFFICE = re.compile(at_a_glance(r"(?<![\u4e00-\u9fff])办公室(?=设在|设于|挂靠)"))
_GROUP = re.compile("(?:领导小组|指挥部|联席会议|专班)$")


def seated_offices(passage: Passage) -> None:
    """领导小组由县长A任组长，办公室设在财政局: remember the office as the group's own."""
    for match in _OFFICE.finditer(passage.text, passage.start, passage.end):
        passage.state.cursor = match.start()
        if group := next((name for name in recent(passage.state, 4) if _GROUP.search(name)), None):
            note(passage.state, group + "办公室", match.start())
