"""Posts of the Party and of mass bodies that name none: whose 党委书记, 党组书记, 工会主席 or 团委书记 it is."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.annotate.bodies import path
from kg.annotate.deixis import named_between, recent, referent
from kg.annotate.parents import SCHOOL_OF
from kg.annotate.passage import Passage
from kg.annotate.recall import salient
from kg.annotate.roles import RoleMention, is_territorial
from kg.annotate.school import is_guest, says_ours
from kg.extract.memberships.at_hand import latest
from kg.extract.memberships.bare import bare
from kg.extract.memberships.units import Stack

__all__ = ["MASS", "TASK_FORCE", "from_next", "has_mass"]

TASK_FORCE = re.compile(r"(?:检查组|督查组|督导组|调查组|核查组|审计组|工作组|巡察组|专班|领导小组|指挥部)$")
"""A team for a task, which has no Party or mass body of its own."""
_HEAD_BESIDE = re.compile("[\u4e00-\u9fff]{2,4}(?:同志)?[，、](?P<noun>[校院局厅所厂矿行馆])长(?=[\u4e00-\u9fff]{2})")
"""党委书记|A，校长B: whose head the list tells of next."""
MASS = re.compile("工会|团委")
HAS_MASS = re.compile("(?:大学|学院|学校|[中小]学|[一二三四五六七八九十]中|医院|公司|集团|[厂矿])$")
"""Where a bare 工会主席 or 团委书记 rather is than in an office named last."""
_COMMITTEE_OF_HOUSE = re.compile("中共([\u4e00-\u9fff]{2,16}(?:大学|学院|医院|公司|集团))委员会")
_WORK_COMMITTEE = re.compile("(?:党|纪)工委")


def has_mass(name: str) -> str | None:
    """The house on the path of a unit's name that has a union of its own (四联小学 of 四联小学德育处)."""
    school = SCHOOL_OF.match(name)
    return next((step for step in path(name) if HAS_MASS.search(step)), school[0] if school else None)


def from_next(passage: Passage, stack: Stack, index: int, since: int) -> str | None:
    """A leading 党组书记 belongs to the body of the post that follows it; alone, to the host; a 党工委书记 to the zone of the 管委会."""
    if _WORK_COMMITTEE.match(stack.units[index].role.text) and (board := referent("管委会", passage.state)):
        return re.sub("(?:管委会|管理委员会)$", "", board)
    for unit in stack.units[index + 1 :]:
        if unit.body:
            break
        found = bare(unit.role.text, None, passage.state, since)
        if found:
            group = stack.units[index].role.text.startswith("党组") and is_territorial(unit.role.text) and len(found) > 2
            return found + "政府" if group else found  # 党组书记、省长
    if stack.units[index].role.text in ("书记", "副书记") and (passage.state.host or "").endswith(("大学", "学院", "医院", "研究院", "研究所", "公司", "集团")):
        return passage.state.host
    if (beside := _HEAD_BESIDE.match(passage.text, stack.end)) and len(stack.units) == 1:
        head = replace(stack.units[0], role=RoleMention(*beside.span("noun"), beside["noun"] + "长"))
        if whole := referent(beside["noun"], passage.state) or latest(passage, head):
            return whole
    return _of_house(passage, stack.units[index].role.text, since) if _PARTY.match(stack.units[index].role.text) else None


_PARTY = re.compile("(?:机关)?(?:党组|党委|党支部|党总支|党工委|机关|纪检|纪委|工会|团委)")


def _of_house(passage: Passage, role: str, since: int) -> str | None:
    """The body of a post of the Party alone: named in the sentence, the host, the one that a bare head pointed to, or named last."""
    names = [] if says_ours(passage.state) else [name for name in recent(passage.state, 3) if not TASK_FORCE.search(name)][:1]
    near = named_between(passage.state, since, passage.state.cursor)
    if MASS.match(role) and not near:
        heard = [*named_between(passage.state, passage.start, passage.state.cursor), *salient(passage.state)]
        names = [name for name in heard if HAS_MASS.search(name)] or names
    near = [name for name in near if not is_guest(name, passage.state)]
    pointed = passage.state.memory.get("pointed to")
    if isinstance(pointed, tuple) and HAS_MASS.search(str(pointed[1])) and not is_guest(str(pointed[1]), passage.state):
        names = [str(pointed[1])]  # 院长A主持。|党委书记B致辞
    found = (near[-1] if near else None) or passage.state.host or (names[0] if names else None)
    if found and MASS.match(role) and found[-1] in "处科室部办":
        found = has_mass(found) or found  # 学生处处长A，不再担任|团委书记
    return _COMMITTEE_OF_HOUSE.sub(r"\1", found) if found else None
