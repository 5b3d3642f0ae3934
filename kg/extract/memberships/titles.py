"""Titles: [organization] role units, stacked (部党组成员、副部长), and the bodies they belong to.

A unit is `organization + role`; units joined by 、 or 兼 make a stack, held by the persons after or before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import rjieba

from kg.annotate import regions
from kg.annotate.names import score, surname_of
from kg.annotate.organizations import ENDS, central, known, nearby, note, organization_before, parent_for, path, recent, referent, resolve, village
from kg.annotate.passage import Passage, State
from kg.annotate.roles import RoleMention, base_noun, find_roles, is_territorial, needs_body
from kg.extract.memberships.links import link_before

__all__ = ["Stack", "Unit", "find_stacks", "resolve_stack"]

_HARD = re.compile(r"[，。；：！？“”（）《》、\n ·…—]")
_FORMER = re.compile(r"(?:原|前|时任|前任|原任|退休前|离任)$")
_BETWEEN = re.compile(r"(?:[里内]?的一名|[里内]?的一位|[里内]?的|一名|一位|原|首任|现任|新任|时任|前任|前|新)$")
_LEAD = re.compile(
    r"(?:原|前(?=[省市县])|时任|现任|历任|曾任|兼任|兼|由|聘请|邀请|增补|成立|设立|组建|建立|与|和|及|向|对|据|请|让|经|在|是|为|任|担任|出任|挂任|挂职任|其中|以及|拟任|新任|会同|听取|陪同|系统|当过|做过|记者|日前|近日)(?=[\u4e00-\u9fff])"
)
_GAP = re.compile(r"(?:（[^（）]{1,24}）)?(?:、|兼任?|，兼任?|、兼任?|和|及|暨|与|，)?(?:原|前|时任|现任|新任)?")
_PLACE_END = re.compile(r"(?:省|市|县|区|州|盟|旗|自治区|地区|镇|乡|村|街道)$")
_SEVERAL = re.compile(r"[两三四五六七八九几各多][处科局司室县市区镇乡村]$")
_PARTY_BODY = re.compile(r"^(纪委|团委|工会|妇联|纪工委|人大|政协)(?=.)")


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
    between = _BETWEEN.search(text, low, role.start)
    if between and between.end() == role.start:
        end, marks = between.start(), between[0]
    role, end = _party_body(passage, role, end)
    start = organization_before(passage, end, low) if end > low else None
    if start is None:
        named = _named_before(passage, role, low) if end == role.start else None
        if named:
            return named
        if needs_body(role.text):
            return None
        if marks and marks not in ("原", "前", "时任", "现任", "新任", "首任", "前任"):
            return None
        begin = end
        return Unit(role, None, begin, marks + _mark_before(text, low, begin))
    if _SEVERAL.match(text, start, end):
        return Unit(role, None, start, marks)
    while (lead := _LEAD.match(text, start, end)) and lead.end() < end and not _keeps_lead(passage, start, lead.end()):
        start = lead.end()
    mark = _mark_before(text, low, start)
    return Unit(role, (start, end), start - len(mark), marks + mark)


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


def resolve_stack(passage: Passage, stack: Stack, previous: str | None) -> None:
    """Give each unit its organization: as written and resolved, inherited inside the stack, or from the context."""
    state = passage.state
    last = previous
    for index, unit in enumerate(stack.units):
        state.cursor = unit.start
        if unit.body:
            written = passage.text[unit.body[0] : unit.body[1]].replace(" ", "")
            unit.organization = _sibling(written, last, state) or resolve(written, state)
            if unit.organization and unit.organization != written:
                unit.inferred = f"{written} → {unit.organization}"
            if is_territorial(unit.role.text):
                unit.organization = _governed(unit.role.text, unit.organization, last, state)
            elif len(unit.organization) >= 5:
                note(state, unit.organization, unit.body[0])
        else:
            inherited = last
            since = passage.segment_of(unit.start)[0]
            bodies = [u.organization for u in reversed(stack.units[:index]) if u.organization]
            unit.organization = _bare(unit.role.text, inherited, state, since, bodies) or _from_next(passage, stack, index, since)
            if unit.organization:
                unit.inferred = f"∅ → {unit.organization}"
        last = unit.organization or last


def _territory(name: str) -> str:
    return re.sub(r"(?:人民政府|政府)$", "", name) if ENDS.search(name) else name


def _governed(role: str, name: str, last: str | None, state: State) -> str | None:
    """The territory that a 市长 or 旗长 heads: the name without 政府; 政府旗长 alone is of the place at hand."""
    return _territory(name) or _bare_territory(role, last, state)


def _sibling(written: str, last: str | None, state: State) -> str | None:
    """税政司 after 财政部预算司 is 财政部税政司; 宣传部 after 湖北省委 is 湖北省委宣传部."""
    if not last or len(written) < 2:
        return None
    if known(written):
        return None
    full = resolve(written, state)
    if full != written and not full.endswith(written):
        return None
    if full != written and not (state.host and full.startswith(state.host)):
        return None
    if re.match(r"(?:组织|宣传|统战)部$|政法委|秘书处$", written) and last.endswith("委"):
        return last + written
    if not re.search(r"(?:司|处|科|股|室|办公室|中心|局|部|庭|审判委员会|检察委员会)$", written) or re.match(r"(?:省|市|县|区|州|我|本|该|中国|国家|国务院|全国)", written):
        return None
    if any(regions.candidates(written[:n]) for n in range(2, min(6, len(written)))):
        return None
    parent = parent_for(written, last)
    return parent + written if parent and len(parent) > 2 else None


def _bare(role: str, inherited: str | None, state: State, since: int = 0, bodies: Sequence[str] = ()) -> str | None:
    """The body of a title that names none: the stack's, the territory's, or what 司长, 局长, 主任 point to."""
    if is_territorial(role):
        return _bare_territory(role, inherited, state)
    nouns = base_noun(role)
    if role in _OF_THE_NATION:
        return None
    if inherited:
        own = (step for body in (*bodies, inherited) for noun in nouns for step in reversed(path(body)) if step.endswith(noun))
        found = next(own, None) or nearby(nouns, state, since) if nouns else inherited
        return found or (referent(nouns[0], state) if len(nouns) == 1 else None) or inherited
    found = nearby(nouns, state, since) if nouns else _speaker(role, state, since)
    if found:
        return found
    for noun in nouns:
        found = referent(noun, state)
        if found:
            return found
    return None


_OF_THE_NATION = frozenset(("总书记", "总理", "国家主席"))


def _speaker(role: str, state: State, since: int) -> str | None:
    """总农艺师, 新闻发言人 without a body: of the body named before in the sentence, else of the host."""
    if not role.startswith("总") and "发言人" not in role and not re.search(r"巡视员|调研员|督察专员|督查专员|助理$", role):
        return None
    near = [name for at, name in state.bodies if since <= at < state.cursor]
    return path(near[-1])[0] if near else (path(state.host)[0] if state.host else None)


def _bare_territory(role: str, inherited: str | None, state: State) -> str | None:
    noun = role.removesuffix("助理")[-2]
    if noun in "镇乡村":
        return village(noun, state)
    if inherited:
        match = re.match(r"[\u4e00-\u9fff]+?(?:自治区|省|市|县|区|州|盟|旗)(?=委|人大|政协|政府|人民政府|$)", inherited)
        if match and (match[0].endswith(noun) or noun == "区"):
            return match[0]
    region = regions.resolve_level(state, "自治区" if role.endswith("主席") else noun, own=True)
    return region.name if region else None


def _from_next(passage: Passage, stack: Stack, index: int, since: int) -> str | None:
    """A leading 党组书记 belongs to the body of the post that follows it; alone, to the host."""
    for unit in stack.units[index + 1 :]:
        if unit.body:
            break
        found = _bare(unit.role.text, None, passage.state, since)
        if found:
            return found
    if re.match(r"(?:机关)?(?:党组|党委|党支部|党总支|党工委|机关)", stack.units[index].role.text):
        names = recent(passage.state, 1)
        return passage.state.host or (names[0] if names else None)
    return None
