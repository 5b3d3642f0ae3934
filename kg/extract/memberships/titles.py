"""Titles: [organization] role units, stacked (部党组成员、副部长), and the bodies they belong to.

A unit is `organization + role`; units joined by 、 or 兼 make a stack, held by the persons after or before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import rjieba

from kg.annotate.names import candidates, score, surname_of
from kg.annotate.bodies import ENDS
from kg.annotate.boundaries import organization_before
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention, find_roles, needs_body
from kg.extract.memberships.links import link_before

__all__ = ["Stack", "Unit", "find_stacks"]

_HARD = re.compile(r"[，。；：！？“”（）《》、\n ·…—]")
_FORMER = re.compile(r"(?:原|前|时任|前任|原任|退休前|离任)$")
_BETWEEN = re.compile(r"(?:[里内]?的一名|[里内]?的一位|[里内]?的|一名|一位|原|首任|现任|新任|时任|前任|前|新)$")
_LEAD = re.compile(
    r"(?:原|前(?=[省市县])|时任|现任|历任|曾任|兼任|兼|由|聘请|邀请|增补|成立|设立|组建|建立|与|和|及|向|对|据|请|让|经|在|是|为|任|担任|出任|挂任|挂职任|其中|以及|拟任|新任|会同|听取|陪同|系统|当过|做过|记者|日前|近日)(?=[\u4e00-\u9fff])"
)
_GAP = re.compile(r"(?:（[^（）]{1,24}）)?(?:、|兼任?|，兼任?|、兼任?|和|及|暨|与|，)?(?:原|前|时任|现任|新任)?")
_PLACE_END = re.compile(r"(?:省|市|县|区|州|盟|旗|自治区|地区|镇|乡|村|街道)$")
_SEVERAL = re.compile(r"[两三四五六七八九几各多][处科局司室县市区镇乡村]$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_YEARS = re.compile(r"[一二三四五六七八九十两多几半]{1,4}年(?:的)?")
_PARTY_BODY = re.compile(r"^(纪委|团委|工会|妇联|纪工委|政协)(?=.)")


_STAFF = re.compile(r"(?:员|师|工人|教授|顾问|参赞|专家|干事|会计|护士|医生|代表|经理|领班|秘书|班主任|主播|编辑|记者)$")


@dataclass(slots=True)
class Unit:
    """One title.  `body` is the span of the organization as written, or None; `marks` what stands before or between."""

    role: RoleMention
    body: tuple[int, int] | None
    start: int
    marks: str = ""
    holder: tuple[int, int] | None = None
    organization: str | None = None
    inferred: str = ""
    more: tuple[tuple[int, int], ...] = ()
    """Spans of the bodies that share the role with `body`, in reading order (甲县、乙县、丙县财政局局长)."""
    others: tuple[str, ...] = ()
    """Their full names."""
    several: bool = False
    """Does one holder hold the role in all of them (历任甲、乙秘书)?"""


@dataclass(slots=True)
class Stack:
    """Titles of the same holders, in reading order."""

    units: list[Unit] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].role.end


def find_stacks(passage: Passage) -> list[Stack]:
    """The stacks of a passage, in reading order."""
    text = passage.text
    stacks: list[Stack] = []
    floor = passage.start
    for role in find_roles(text, passage.start, passage.end):
        unit = _unit(passage, role, floor)
        floor = role.end
        if unit is None:
            continue
        if stacks and _follows(text, stacks[-1], unit):
            stacks[-1].units.append(unit)
        else:
            stacks.append(Stack([unit]))
    return stacks


def _follows(text: str, stack: Stack, unit: Unit) -> bool:
    """Does the unit go on with the stack?  A comma joins only a leading party title and the post after it."""
    if unit.holder or stack.units[-1].holder:
        return False
    gap = text[stack.end : unit.start]
    if not _GAP.fullmatch(gap):
        return False
    if gap.startswith(("，", "和", "及", "与")) and "兼" not in gap:
        return gap[0] != "，" and not unit.body and len(stack.units) == 1
    return True


def _unit(passage: Passage, role: RoleMention, floor: int) -> Unit | None:
    text = passage.text
    low = max([floor, *(m.end() for m in _HARD.finditer(text, max(floor, role.start - 44), role.start))])
    low = _after_holder(text, low, role.start) if low == floor > passage.start else low
    end, marks = role.start, ""
    if text[role.start - 1 : role.start] == "老" and role.start - 1 >= low:
        return None
    between = _BETWEEN.search(text, low, role.start)
    if between and between.end() == role.start:
        end, marks = between.start(), between[0]
    role, end = _party_body(passage, role, end)
    start = organization_before(passage, end, low) if end > low else None
    if start is None and (wider := _modified(passage, role, low)):
        role, start = wider
        end = role.start
    if start is None:
        named = _named_before(passage, role, low) if end == role.start else None
        if named:
            return named
        if needs_body(role.text) and text[end - 1 : end] not in ("、", "，"):
            return None
        if marks == "的":
            end, marks = role.start, ""
        if marks and marks not in ("原", "前", "时任", "现任", "新任", "首任", "前任"):
            return None
        begin = end
        return Unit(role, None, begin, marks + _mark_before(text, low, begin))
    if years := _YEARS.match(text, start, end):
        start = years.end()
        if start >= end:
            return Unit(role, None, start, marks)
    if _SEVERAL.match(text, start, end):
        return Unit(role, None, start, marks)
    while (lead := _LEAD.match(text, start, end)) and lead.end() < end and not _keeps_lead(passage, start, lead.end()):
        start = lead.end()
    start = _quoted(passage, start)
    start = _behind_name(passage, start, end) if start == floor > passage.start else start
    mark = _mark_before(text, low, start)
    more = _more_bodies(passage, start - len(mark), floor)
    first = more[0][0] if more else start - len(mark)
    return Unit(role, (start, end), first, marks + mark, more=more)


def _quoted(passage: Passage, start: int) -> int:
    """“全面改薄”工作领导小组: the quoted words before a body's name are its own, and the place before them."""
    text = passage.text
    opening = text.rfind("“", max(passage.start, start - 16), start)
    if text[start - 1 : start] != "”" or opening < 0 or any(c in text[opening:start] for c in "，。；：、"):
        return start
    return next((m.start for m in passage.regions if m.end == opening), opening)


def _behind_name(passage: Passage, start: int, end: int) -> int:
    """站长唐家林任办公室…: the name right after the last title is no part of the body."""
    for stop, weight in candidates(passage.text, start, end)[:1]:
        lead = _LEAD.match(passage.text, stop, end)
        if weight > 0.8 and lead and lead.end() < end:
            return lead.end()
    return start


def _modified(passage: Passage, role: RoleMention, low: int) -> tuple[RoleMention, int] | None:
    """营业部机务工程师: a role of staff takes the nouns between it and the body; with where the body begins."""
    if not _STAFF.search(role.text):
        return None
    text = passage.text
    for start in range(role.start - 2, max(low + 1, role.start - 7), -1):
        body = organization_before(passage, start, low)
        if body is None or start - body < 3 or not ENDS.search(text[body:start]):
            continue
        words = rjieba.tag(text[start : role.start], False)
        if all(len(word) > 1 and tag[0] in "nbvjaf" for word, tag in words):
            return RoleMention(start, role.end, text[start : role.end]), body
    return None


def _more_bodies(passage: Passage, start: int, floor: int) -> tuple[tuple[int, int], ...]:
    """The bodies joined by 、 or 和 to the one that begins at `start`, as they stand before it."""
    text, found = passage.text, list[tuple[int, int]]()
    while start - 1 > floor and text[start - 1] in "、和及与":
        end = start - 1
        low = max([floor, *(m.end() for m in _HARD.finditer(text, max(floor, end - 30), end))])
        begin = organization_before(passage, end, low) if end - low >= 2 else None
        if begin is None or end - begin < 2 or (begin > low and _HAN.match(text[begin - 1]) and text[begin - 1] not in "及和与兼由") or (begin == floor > passage.start) or _SEVERAL.match(text, begin, end):
            break
        while (lead := _LEAD.match(text, begin, end)) and lead.end() < end and not _keeps_lead(passage, begin, lead.end()):
            begin = lead.end()
        found.insert(0, (begin, end))
        start = begin
        if begin > low:
            break
    return tuple(found)


def _named_before(passage: Passage, role: RoleMention, low: int) -> Unit | None:
    """民政部信息中心栗演兵副主任, 李健主任: the name stands between the body and the role."""
    text = passage.text
    if link_before(text, low, role.start):
        return None
    best: tuple[float, int] | None = None
    for size in (4, 3, 2):
        start = role.start - size
        if start < low or surname_of(text[start : role.start]) is None:
            continue
        opens = start == low or organization_before(passage, start, low) is not None or _opens_name(text[low:start])
        weight = score(text[start : role.start]) - (9.0 if _is_words(text[start : role.start]) else 0.0)
        weight += 1.5 if start == low or organization_before(passage, start, low) is not None else 0.5 if opens else -2.0
        if size > 2 or len(surname_of(text[start : role.start]) or "") == 1:
            best = max(best or (0.8, 0), (weight, start))
    if best is None or best[1] == 0:
        return None
    start = best[1]
    end = start - 1 if text[start - 1] == "的" else start
    body = organization_before(passage, end, low) if end > low else None
    begin = body if body is not None else start
    return Unit(role, (begin, end) if body is not None else None, begin, holder=(start, role.start))


def _opens_name(head: str) -> bool:
    """May a name begin after `head`: after a verb, a particle, a preposition?"""
    return rjieba.tag(head[-8:], False)[-1][1][0] in "vpcudry"


def _is_words(name: str) -> bool:
    """Does a common word stand at the head of the would-be name (经济界)?"""
    if name[-1] in "区县市镇乡村省局部处科院会司厅委办界组团队所站":
        return True
    words = [(word, tag) for word, tag in rjieba.tag(name, False) if len(word) >= 2 and not tag.startswith("nr")]
    return any(tag[0] in "vdpcrmqtf" or (len(word) < len(name) and name.startswith(word)) for word, tag in words)


def _keeps_lead(passage: Passage, start: int, end: int) -> bool:
    """Is the opening word part of a name (和田地区, 任丘市, 对外联络处)?"""
    return any(m.start == start for m in passage.regions) or passage.text[start : end + 1] in ("对外", "对口", "对台", "与会", "前进", "为民", "经济", "经贸", "经信", "经开", "向阳", "和平", "任城", "由于", "系统")


def _after_holder(text: str, low: int, end: int) -> int:
    """副局长刀美兰与办公室主任…: behind the holder of the title before, joined by 和 or 与."""
    match = _HOLDER_AND.match(text, low, end)
    return match.end() if match and score(match[1]) > 0 else low


_HOLDER_AND = re.compile(r"([\u4e00-\u9fff]{2,4}?)(?:同志)?[和与及暨](?=[\u4e00-\u9fff]{2})")


def _mark_before(text: str, low: int, start: int) -> str:
    match = _FORMER.search(text, low, start)
    return match[0] if match and match.end() == start else ""


def _party_body(passage: Passage, role: RoleMention, end: int) -> tuple[RoleMention, int]:
    """市纪委书记 is 书记 of 市纪委: after a place, 纪委, 团委 … is a body, not part of the role."""
    match = _PARTY_BODY.match(role.text)
    place = any(m.end == role.start for m in passage.regions) or _PLACE_END.search(passage.text, max(0, role.start - 3), role.start)
    if match and place and end == role.start:
        cut = role.start + match.end()
        return RoleMention(cut, role.end, role.text[match.end() :]), cut
    return role, end
