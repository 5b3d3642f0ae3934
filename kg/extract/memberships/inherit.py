"""Whose title it is: the organization of each unit of a stack, as written, inherited, or from the context."""

from __future__ import annotations

import re
from bisect import insort

from kg.annotate.bodies import departments, ends_a_body, independent, path
from kg.annotate.boundaries import organization_before
from kg.annotate.deixis import OWN, PLACE, note, resolve
from kg.annotate.divisions import is_division
from kg.annotate.passage import Passage, State
from kg.annotate.recall import POSTED_AT
from kg.annotate.roles import base_noun, is_territorial
from kg.annotate.school import is_faculty
from kg.annotate.shortened import spelled_out
from kg.extract.memberships.at_hand import OF_VILLAGE, before_election, beside, latest, placed, that, topic
from kg.extract.memberships.bare import bare, bare_territory
from kg.extract.memberships.deputies import seat
from kg.extract.memberships.missions import mission, missions
from kg.extract.memberships.officers import note_officer, of_officers
from kg.extract.memberships.party_posts import MASS, TASK_FORCE, from_next, has_mass
from kg.extract.memberships.siblings import of_court, sibling
from kg.extract.memberships.topical import topical
from kg.extract.memberships.townships import of_township, of_village
from kg.extract.memberships.units import Stack, Unit

__all__ = ["resolve_stack"]


def _keep_township(unit: Unit, state: State) -> None:
    """A township that holds a post is one that 该镇 may stand for."""
    if unit.body and unit.organization and _TOWNSHIP.fullmatch(unit.organization):
        insort(state.villages, (unit.body[0], unit.organization))


def resolve_stack(passage: Passage, stack: Stack, previous: str | None) -> None:
    """Give each unit its organization: as written and resolved, inherited inside the stack, or from the context."""
    state = passage.state
    last = None if _HOUSE.fullmatch(previous or "") else previous
    at_hand = topic(passage, stack)
    for index, unit in enumerate(stack.units):
        state.cursor = unit.start
        written = passage.text[unit.body[0] : unit.body[1]].replace(" ", "") if unit.body else ""
        if unit.body and _BOARD.fullmatch(written) and unit.role.text.endswith(("会长", "理事长", "理事", "秘书长", "主席")):
            _from_context(passage, stack, index, last, at_hand)
        if unit.body and unit.organization is None:
            _as_written(passage, unit, written, last, party=index > 0 and stack.units[index - 1].role.text.startswith("党"))
        elif unit.body is None:
            _from_context(passage, stack, index, last, at_hand)
        if unit.organization and (_untold(unit.organization, passage, unit) or (unit.organization, unit.role.text) == ("村", "干部")):
            beside = unit.organization if index and unit.organization == stack.units[index - 1].organization else None
            unit.organization = (written if len(written) > 2 else _house(passage, unit, written)) if unit.body else beside
        if unit.organization and index == 0:
            note_officer(passage, stack)
        if unit.organization and (unit.body is None or OF_VILLAGE.search(unit.role.text)):
            state.memory["pointed to"] = (unit.start, unit.organization)
        last = POSTED_AT.sub("", unit.organization) if unit.organization else last
    _share_backwards(stack)


def _as_written(passage: Passage, unit: Unit, written: str, last: str | None, *, party: bool) -> None:
    """The body that stands before the title, resolved; `party`: stands a post of the Party right before it?"""
    assert unit.body
    state = passage.state
    written = _widened(passage, unit, written)
    named = mission(written, unit.role.text) or of_village(unit, written, last, state) or that(passage, unit)
    named = named or placed(passage, unit, written) or sibling(written, last, state, party=party)
    named = named or of_court(written, last, state) or _same_place(written, last) or of_township(passage, unit, written, last)
    unit.organization = spelled_out(named or resolve(written, state), state.article.text)
    if unit.organization and unit.organization != written:
        unit.inferred = f"{written} → {unit.organization}"
    if unit.more:
        *others, unit.organization = missions(passage, unit) or _full_names(passage, unit)
        unit.others = tuple(others)
    if is_territorial(unit.role.text):
        unit.organization = _governed(unit.role.text, unit.organization, last, state)
    elif len(unit.organization) >= 4 or unit.organization.endswith("政协"):
        note(state, unit.organization, unit.body[0])
    _keep_township(unit, state)


_FORMER = re.compile("(?:原|时任|现任|的)$")


def _widened(passage: Passage, unit: Unit, written: str) -> str:
    """县农业局|原|种植业股|股长: 原 stands between a body and the unit of it that the title is of."""
    text, start = passage.text, unit.body[0] if unit.body else 0
    before = _FORMER.search(text, max(passage.start, start - 2), start)
    if before is None or independent(written) or OWN.match(written) or PLACE.match(written):
        return written
    low = passage.segment_of(start)[0]
    above = organization_before(passage, before.start(), low) if before.start() > low else None
    return text[above : before.start()] + written if above is not None and before.start() - above > 2 else written


def _from_context(passage: Passage, stack: Stack, index: int, last: str | None, at_hand: str | None) -> None:
    """The body of a bare title: that of an office just named, of the deputy before, at hand, pointed to, or named last."""
    unit, state = stack.units[index], passage.state
    inherited = _in_the_office(unit.role.text, last, state)
    since, high = passage.segment_of(unit.start)[0], before_election(passage, stack, unit.start)
    state.cursor = high
    bodies = [POSTED_AT.sub("", u.organization) for u in reversed(stack.units[:index]) if u.organization]
    fits = at_hand and (not base_noun(unit.role.text) or at_hand.endswith(base_noun(unit.role.text)))
    unit.organization = (
        (last if last and unit.role.text in ("委员", "候补委员") and _COMMITTEE.search(last) else None)
        or (has_mass(last) if last and MASS.match(unit.role.text) and last[-1] in "处科室部办" else None)
        or seat(passage, unit.role)
        or _of_the_deputy(stack, index)
        or (at_hand if fits else None)
        or (beside(passage, unit) if index == 0 else None)
        or (of_officers(passage, stack) if index == 0 else None)
        or (latest(passage, unit, since, high) if index == 0 and inherited is None and not is_territorial(unit.role.text) else None)
        or bare(unit.role.text, inherited, state, since, bodies, passage.start)
        or from_next(passage, stack, index, since)
        or latest(passage, unit, None, high)
        or topical(unit.role.text, state, high)
    )
    if unit.organization:
        unit.inferred = f"∅ → {unit.organization}"


_COMMITTEE = re.compile("[省市县区州旗盟]委$|(?:工作|管理|军事)委员会$")
"""县委书记、常委、|委员: one of the committee, whatever 会 the text names."""


def _of_the_deputy(stack: Stack, index: int) -> str | None:
    """中文系副主任、主任: head and deputy one after the other are of one body."""
    role, before = stack.units[index].role.text, stack.units[index - 1] if index else None
    same = before and role in (before.role.text.removeprefix("副"), "副" + before.role.text) and role != before.role.text
    return before.organization if before and same and not is_territorial(role) else None


_BOARD = re.compile("(?:商会|协会|学会|联合会|分会)?(?:第[一二三四五六七八九十]{1,3}届|新一届)?(?:理事会|常务理事会|领导班子|主席团)")
"""当选新一届|理事会|会长: of the society whose board it is."""
_UNTOLD = re.compile(r"[我本该此全]?[省市县区州盟旗校院所办处科股室队]")
"""州, 我校: a body that the document does not name."""
_HOUSE = re.compile("[我本]?[校院]|[我本]所")


def _house(passage: Passage, unit: Unit, written: str) -> str | None:
    """校党委书记: of the school named last before it; of a 校 or 院, as written, in a text that names none."""
    if not _HOUSE.fullmatch(written):
        return None
    school = latest(passage, unit, None, unit.start, _OF_HOUSE) if written[-1] == "校" else None
    return school if school and not is_faculty(school) else written


_OF_HOUSE = ("大学", "学院", "学校", "中学", "小学", "党校")
_OWN_OFFICE = (
    r"(?:(?<![\u4e00-\u9fff])|[我全和])%s(?:(?=[，。、])|委|政府|政协|人大|法院|检察院|监察?委|纪委|总工会|工商联|"
    r"[\u4e00-\u9fff]{2,6}支队|[\u4e00-\u9fff]{2,6}(?:局|厅|管处|卫处))"
)


def _untold(body: str, passage: Passage, unit: Unit) -> bool:
    """Is it no name, and none that the passage goes by (市长A、市商务局局长B: 市 is all it has)?"""
    if (unit.role.text, unit.marks) == ("支书", "老"):
        return True  # 老支书A: whose he was, the text tells elsewhere
    own = (body in ("省", "市", "县") or (body == "州" and unit.body is None)) and re.search(_OWN_OFFICE % body, passage.text[passage.start : passage.end])
    return not own and bool(_UNTOLD.fullmatch(body))


def _share_backwards(stack: Stack) -> None:
    """党组书记、局长A: what the last bare title is found to belong to, the bare titles before it belong to as well."""
    units = stack.units
    for unit, behind in zip(reversed(units[:-1]), reversed(units[1:]), strict=True):
        party = unit.body is None and unit.role.text.startswith(("党组", "党委", "党工委", "党支部", "党总支"))
        if party and unit.organization is None and behind.body is None and behind.organization:
            unit.organization, unit.inferred = behind.organization, f"∅ → {behind.organization}"


_TOWNSHIP = re.compile(r"[\u4e00-\u9fff]{2,6}(?:镇|乡|苏木|街道)")
def _full_names(passage: Passage, unit: Unit) -> list[str]:
    """The bodies of a unit in reading order: 甲县 beside 乙县财政局 is 甲县财政局; 农牧局 after 旗林草局 is the 旗's too."""
    state, text = passage.state, passage.text
    assert unit.body
    opening = next((m for m in passage.regions if m.start == unit.body[0] and m.end <= unit.body[1]), None)
    suffix = _COUNTED.sub(r"\1", text[opening.end : unit.body[1]]) if opening else ""
    names: list[str] = []
    place = ""
    for start, end in (*unit.more, unit.body):
        written = text[start:end].replace(" ", "")
        if opening and suffix and start == opening.start:
            written = opening.text + suffix
        if any(m.start <= start and m.end == end for m in passage.regions):
            written += suffix
        head = _PLACE_HEAD.match(written)
        if head or any(m.start == start for m in passage.regions):
            place = head[0] if head else ""
            names.append(resolve(written, state))
        else:
            full = sibling(written, names[-1] if names else None, state)
            names.append(
                full or resolve(place + written if place and written[-1] in "局厅委办行会院" else written, state)
            )
    return names


_COUNTED = re.compile(r"^[两二三四五六七八九十]([省市县区州旗])")
"""西安、西宁、银川三市人社局: each is a 市."""
_PLACE_HEAD = re.compile(r"(?:[我本全该])?(?:省|市|县|区|州|盟|旗|自治区)(?=[\u4e00-\u9fff]{2})")


def _same_place(written: str, last: str | None) -> str | None:
    """县公安局 after 城固县政府 is of the same 县; so is 公安局 alone."""
    noun = _HEAD_NOUN.match(written)
    place = next((p for p in _PLACE_OF.finditer(last) if is_division(p[0])), None) if last else None
    if place is None:
        return None
    if path(written)[0] in departments() or written in _COMMISSIONS:
        return place[0] + written
    if written.startswith("县委") and len(place[0]) == 2:
        return place[0] + written  # 漳县县委
    return place[0] + written[1:] if noun and place[0].endswith(noun[0]) else None


_COMMISSIONS = frozenset("经委 计委 外经委 计经委 体改委 建委 农委 教委 科委 计生委 监察局 人事局 物价局 劳动局 畜牧局 粮食局".split())
"""What every place had before the reforms: in lists of posts, the short name alone is of the place at hand."""


_HEAD_NOUN = re.compile(r"[省市县区州旗](?=委|[\u4e00-\u9fff]{2})")
_PLACE_OF = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:省|市|县|区|州|旗)(?=委|人大|政协|政府|人民政府|纪委|[\u4e00-\u9fff]{1,12}(?:[局厅办会]|指挥部|领导小组)|$)"
)


def _territory(name: str) -> str:
    return re.sub(r"(?:人民政府|政府)$", "", name) if ends_a_body(name) else name


def _governed(role: str, name: str, last: str | None, state: State) -> str | None:
    """The territory that a 市长 or 旗长 heads: the name without 政府; 政府旗长 alone is of the place at hand."""
    return _territory(name) or bare_territory(role, last, state)


_RANK = re.compile(r"主任科员$|(?<!主任)科员$|调研员$|巡视员$")


def _in_the_office(role: str, last: str | None, state: State) -> str | None:
    """检查组成员、主任科员A: a rank is held in the office that sends, not in the team."""
    return path(state.host)[0] if last and state.host and _RANK.search(role) and TASK_FORCE.search(last) else last
