"""Titles that wait for a holder whom the title behind the comma has (五矿集团副总经理，中冶集团董事长A), and those that are only proposed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.annotate.passage import Passage
from kg.extract.memberships.holders import Named, registry
from kg.extract.memberships.links import PROPOSED, link_before
from kg.extract.memberships.units import Stack

__all__ = ["ALSO", "goes_on", "none_yet", "proposed"]

ALSO = re.compile("、(?:曾经?|如今|现在?|后来|早年|此前|当年)(?:在|任|担任|做过|当过)")
"""某事务所合伙人|、曾在|某局做过副处长的A: what joins a title to one of other days."""
_COMMON = frozenset("职工 员工 干部 工人 工作人员 教师".split())
_EVERY = re.compile("各[^，。；、]{0,24}$")
"""各县林业局局长, 某林场场长A: the first title is of many."""


def goes_on(passage: Passage, stacks: Mapping[int, Stack], stack: Stack) -> bool:
    """Does a title of another body follow, so that both are one holder's; `stacks` by where they begin?

    Behind 、 only if the holder stands inside that title (某大学副校长、某集团A董事长).
    """
    text, low = passage.text, passage.segment_of(stack.start)[0]
    if (also := ALSO.match(text, stack.end)) and (behind := stacks.get(also.end())) and text.startswith("的", behind.end):
        return any(unit.body or unit.organization for unit in stack.units)
    following = stacks.get(stack.end + 1)
    opens = stack.start == low or text[stack.start - 1] in "，；：、“了由与和请届"
    return bool(
        following
        and following.units[0].body
        and text.startswith("、" if following.units[0].holder else "，", stack.end)
        and opens
        and stack.units[-1].role.text not in _COMMON
        and any(unit.body for unit in stack.units)
        and not _EVERY.search(text, low, stack.end)
        and not link_before(text, low, stack.start)
    )


_PROPOSED = re.compile("(?:拟任|拟提任|拟担任|拟提名为?|拟推荐为?|提名为)$")


def proposed(passage: Passage, stack: Stack, holder: Named) -> bool:
    """拟任县委书记的|A: is the title before the holder none yet?  It is set aside, and the name kept."""
    of = passage.text.startswith("的", stack.end) and holder.start > stack.end
    if not of or not _PROPOSED.search(passage.text, max(passage.start, stack.start - 5), stack.start):
        return False
    passage.state.reject("membership", "proposed, not appointed", stack.start, stack.end)
    registry(passage).add(holder.name)
    return True


_CANDIDATE = re.compile("(?:拟任|考察|推荐|提名|建议|拟提名|候选)?人选|候选人")


def none_yet(passage: Passage, status: str, at: int, stack: Stack) -> bool:
    """拟任县委书记, 确定A为文化局局长拟任人选: is the post behind the link at `at` one only proposed?  It is set aside."""
    if status != PROPOSED and not _CANDIDATE.match(passage.text, stack.end):
        return False
    passage.state.reject("membership", "proposed, not appointed", at, stack.end)
    return True
