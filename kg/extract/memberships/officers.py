"""Officers of one body told off with what they are elsewhere: 会长A…，副会长、某公司董事长B，秘书长、某局局长C."""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.memberships.units import Stack

__all__ = ["note_officer", "of_officers"]

_OFFICER = re.compile("(?:会长|理事长|监事长|理事|监事|秘书长|总指挥|指挥长|(?<!纪检)(?<!监察)组长|(?<!党组)(?<!班子)成员|团长|领队|主任委员|召集人)$")
_BOTH = 160
"""Code points within which the officers of one body are told off."""


def note_officer(passage: Passage, stack: Stack) -> None:
    """Remember the body of an officer's post at the head of a list entry."""
    unit = stack.units[0]
    if _OFFICER.search(unit.role.text):
        passage.state.memory["officer"] = (unit.start, passage.segment_of(unit.start)[0], unit.organization)


def of_officers(passage: Passage, stack: Stack) -> str | None:
    """The body of the officers told off before in the sentence, for a bare officer's post that stands before one elsewhere."""
    unit, told = stack.units[0], passage.state.memory.get("officer")
    elsewhere = len(stack.units) > 1 and stack.units[1].body is not None
    if not (elsewhere and isinstance(told, tuple) and _OFFICER.search(unit.role.text)):
        return None
    at, low, body = told
    same = low == passage.segment_of(unit.start)[0] and passage.start <= at < unit.start < at + _BOTH
    return str(body) if same and body else None
