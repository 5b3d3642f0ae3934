"""Whose title it is: the organization of each unit of a stack, as written, inherited, or from the context."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate import regions
from kg.annotate.bodies import ENDS, departments, known, path
from kg.annotate.deixis import named_between, nearby, note, parent_for, recent, referent, resolve, village
from kg.annotate.passage import Passage, State
from kg.annotate.roles import base_noun, is_staff, is_territorial
from kg.annotate.school import is_guest, says_ours
from kg.extract.memberships.at_hand import OF_VILLAGE, beside, latest, topic
from kg.extract.memberships.missions import mission, missions
from kg.extract.memberships.units import Stack, Unit

__all__ = ["resolve_stack"]


def resolve_stack(passage: Passage, stack: Stack, previous: str | None) -> None:
    """Give each unit its organization: as written and resolved, inherited inside the stack, or from the context."""
    state = passage.state
    last = previous
    at_hand = topic(passage, stack)
    for index, unit in enumerate(stack.units):
        state.cursor = unit.start
        written = passage.text[unit.body[0] : unit.body[1]].replace(" ", "") if unit.body else ""
        if unit.body:
            unit.organization = mission(written, unit.role.text) or _sibling(written, last, state) or _same_place(written, last) or resolve(written, state)
            if unit.organization and unit.organization != written:
                unit.inferred = f"{written} → {unit.organization}"
            if unit.more:
                *others, unit.organization = missions(passage, unit) or _full_names(passage, unit)
                unit.others = tuple(others)
            if is_territorial(unit.role.text):
                unit.organization = _governed(unit.role.text, unit.organization, last, state)
            elif len(unit.organization) >= 4:
                note(state, unit.organization, unit.body[0])
            if unit.organization and _TOWNSHIP.fullmatch(unit.organization):
                state.villages.append((unit.body[0], unit.organization))
        else:
            inherited = _in_the_office(unit.role.text, last, state)
            since = passage.segment_of(unit.start)[0]
            bodies = [u.organization for u in reversed(stack.units[:index]) if u.organization]
            fits = at_hand and (not base_noun(unit.role.text) or at_hand.endswith(base_noun(unit.role.text)))
            unit.organization = (
                (at_hand if fits else None)
                or (beside(passage, unit) if index == 0 else None)
                or _bare(unit.role.text, inherited, state, since, bodies, passage.start)
                or _from_next(passage, stack, index, since)
                or latest(passage, unit)
            )
            if unit.organization:
                unit.inferred = f"∅ → {unit.organization}"
        if unit.organization and (_UNTOLD.fullmatch(unit.organization) or (unit.organization, unit.role.text) == ("村", "干部")):
            unit.organization = written if unit.body and len(written) > 2 else None
        last = unit.organization or last
    _share_backwards(stack)


_UNTOLD = re.compile(r"[我本该此全]?[省市县区州盟旗校院]")
"""州, 我校: a body that the document does not name."""


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
            full = _sibling(written, names[-1] if names else None, state)
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
    place = next((p for p in _PLACE_OF.finditer(last) if _is_place(p[0])), None) if last else None
    if place is None:
        return None
    if path(written)[0] in departments() or written in _COMMISSIONS:
        return place[0] + written
    return place[0] + written[1:] if noun and place[0].endswith(noun[0]) else None


_COMMISSIONS = frozenset("经委 计委 外经委 计经委 体改委 建委 农委 教委 科委 计生委".split())
"""What every place had before the reforms: in lists of posts, the short name alone is of the place at hand."""


def _is_place(name: str) -> bool:
    """Is it a division, or one inside another (浙江省衢州市)?"""
    within = _WITHIN.match(name)
    return bool(regions.candidates(name) or (within and regions.candidates(within[1]) and regions.candidates(within[2])))


_WITHIN = re.compile(r"([\u4e00-\u9fff]{2,7}?(?:省|自治区|市|州))([\u4e00-\u9fff]{2,7})")
_HEAD_NOUN = re.compile(r"[省市县区州旗](?=委|[\u4e00-\u9fff]{2})")
_PLACE_OF = re.compile(
    r"[\u4e00-\u9fff]{2,12}?(?:省|市|县|区|州|旗)(?=委|人大|政协|政府|人民政府|纪委|[\u4e00-\u9fff]{1,12}(?:[局厅办会]|指挥部|领导小组)|$)"
)


def _territory(name: str) -> str:
    return re.sub(r"(?:人民政府|政府)$", "", name) if ENDS.search(name) else name


def _governed(role: str, name: str, last: str | None, state: State) -> str | None:
    """The territory that a 市长 or 旗长 heads: the name without 政府; 政府旗长 alone is of the place at hand."""
    return _territory(name) or _bare_territory(role, last, state)


_OWN_PARENT = re.compile(
    r"师(?=党委|总医院|财政局)|(?:部|厅|局|委|院|校|省|市|县|区|州)(?=[\u4e00-\u9fff]{2,}(?:司|局|处|科|室|中心|办|组|支队|队)$)"
)
"""部财务审计司: the unit names its parent."""


def _sibling(written: str, last: str | None, state: State) -> str | None:
    """税政司 after 财政部预算司 is 财政部税政司; 宣传部 after 湖北省委 is 湖北省委宣传部."""
    if not last or len(written) < 2:
        return None
    committee = _COMMITTEE_OF.match(last)
    if _OF_COMMITTEE.match(written) and committee:
        return committee[0] + written
    if written == "办事处" and "街道" in last:
        return last[: last.index("街道") + 2] + written
    if known(written) or _OWN_PARENT.match(written):
        return None
    full = resolve(written, state)
    if full != written and not full.endswith(written):
        return None
    if full != written and full in recent(state) and not (state.host and full.startswith(state.host)):
        return None
    if not re.search(r"(?:司|处|科|股|室|办公室|中心|局|部|庭|审判委员会|检察委员会)$", written) or re.match(
        r"(?:自治区|省|市|县|区|州|旗|盟|我|本|该|中国|国家|国务院|全国)", written
    ):
        return None
    if any(regions.candidates(written[:n]) for n in range(2, min(6, len(written)))):
        return None
    parent = parent_for(written, last)
    return parent + written if parent and len(parent) > 2 else None


_COMMITTEE_OF = re.compile(r"[\u4e00-\u9fff]{2,12}?[省市县区州旗盟]委(?=$|[\u4e00-\u9fff]{2,10}(?:部|委|处|室|办|局)$)")
_OF_COMMITTEE = re.compile(r"(?:组织|宣传|统战|社会工作|农村工作)部$|政法委|秘书处$")
"""统战部 after 三水区委社会工作部 is the same committee's."""


def _bare(
    role: str, inherited: str | None, state: State, since: int = 0, bodies: Sequence[str] = (), passage_start: int = 0
) -> str | None:
    """The body of a title that names none: the stack's, the territory's, or what 司长, 局长, 主任 point to."""
    if is_territorial(role):
        return _bare_territory(role, inherited, state)
    if OF_VILLAGE.search(role):
        return village("村", state)
    nouns = base_noun(role)
    if role in _OF_THE_NATION:
        body = _OF_THE_NATION[role]
        return body if body and body in state.article.text else None
    inherited = None if "校" in nouns and not _SCHOOL.search(inherited or "") else inherited
    if inherited and role.endswith("常委") and not inherited.endswith(nouns):
        return inherited
    if inherited:
        own = (step for body in (*bodies, inherited) for step in reversed(path(body)) if step.endswith(nouns))
        found = next(own, None) or _company(nouns, bodies) or nearby(nouns, state, since) if nouns else inherited
        if _CHIEF.match(role):
            return next((step for step in reversed(path(inherited)) if step[-1] not in "科处股室"), inherited)
        if _OF_THE_WHOLE.match(role) and (top := path(inherited)[0]) != inherited and not found:
            return top
        return found or (referent(nouns[0], state) if len(nouns) == 1 else None) or inherited
    found = nearby(nouns, state, since) if nouns else _speaker(role, state, since)
    if found:
        return found
    if not nouns and (is_staff(role) or _TECHNICAL.search(role)):
        near = named_between(state, since, state.cursor) or named_between(state, passage_start, state.cursor)
        near = [name for name in near if not is_guest(name, state)] or _village_since(state, passage_start)
        return near[-1] if near else None
    return next(
        (f for hosts in (True, False) for noun in nouns if (f := referent(noun, state, hosts_only=hosts))), None
    )


_SCHOOL = re.compile(r"大学|[学党]校|学院|[中小]学|[一二三四五六七八九十]中|校(?!友)")
"""A 校长 beside the title of another body is not of that."""


_RANK = re.compile(r"主任科员$|(?<!主任)科员$|调研员$|巡视员$")
_TASK_FORCE = re.compile(r"(?:检查组|督查组|督导组|调查组|核查组|审计组|工作组|巡察组|专班|领导小组|指挥部)$")


def _in_the_office(role: str, last: str | None, state: State) -> str | None:
    """检查组成员、主任科员A: a rank is held in the office that sends, not in the team."""
    return path(state.host)[0] if last and state.host and _RANK.search(role) and _TASK_FORCE.search(last) else last


def _village_since(state: State, since: int) -> list[str]:
    """The villages named from `since` to the cursor, in reading order."""
    return [name for at, name in state.villages if since <= at < state.cursor and not name.endswith(("乡", "镇"))]


_TECHNICAL = re.compile(r"(?:师|(?<![委成党人议社会学球队])员|检验士|护士长|[养修]护工)$")
"""Staff whose body is the one at hand where none is named."""
_OF_THE_WHOLE = re.compile(r"机关|工会|直属机关")
"""The 机关党委 or 工会 of a body is not that of the unit named before it in the list."""
_CHIEF = re.compile(r"副?总[\u4e00-\u9fff]{1,3}师$")
"""A body has a 总工程师, its 科 and 处 have none."""


def _company(nouns: tuple[str, ...], bodies: Sequence[str]) -> str | None:
    """中国江化党委书记、总裁A: a company's title behind that of a company by a short name."""
    return bodies[0] if "公司" in nouns and bodies and not _OFFICIAL.search(bodies[0]) else None


_OFFICIAL = re.compile(r"(?:委|府|人大|政协|局|部|厅|会|院)$")
"""A company's title behind that of such a body is not the body's."""
_OF_THE_NATION = {"总书记": None, "总理": None, "国家主席": None, "国务委员": "国务院"}
"""Posts that need no body; who they are of where the text names it."""


def _speaker(role: str, state: State, since: int) -> str | None:
    """总农艺师, 新闻发言人 without a body: of the body named before in the sentence, else of the host."""
    if (
        not role.startswith("总")
        and "发言人" not in role
        and not re.search(r"巡视员|调研员|督察专员|督查专员|助理$", role)
    ):
        return None
    near = named_between(state, since, state.cursor)
    return path(near[-1])[0] if near else (path(state.host)[0] if state.host else None)


def _bare_territory(role: str, inherited: str | None, state: State) -> str | None:
    noun = role.removesuffix("助理")[-2]
    if noun in "镇乡村":
        return village(noun, state)
    if inherited:
        match = re.match(
            r"[\u4e00-\u9fff]+?(?:自治区|省|市|县|区|州|盟|旗)(?=委|人大|政协|政府|人民政府|$)", inherited.removeprefix("中共")
        )
        if match and (match[0].endswith(noun) or noun == "区"):
            return match[0].removesuffix(noun) if match[0].endswith(2 * noun) else match[0]
    if inherited and (office := re.match(rf"[\u4e00-\u9fff]{{1,9}}{noun}(?=[\u4e00-\u9fff]{{1,14}}[局委办厅]$)", inherited)) and _is_place(office[0]):
        return office[0]
    region = regions.resolve_level(state, "自治区" if role.endswith("主席") else noun, own=False)
    region = region or _led_place(state, noun)
    return regions.written(state, region) if region else noun


_LED = re.compile(r"[\u4e00-\u9fff、]{2,16}(?:率领?|带领)的?")


def _led_place(state: State, noun: str) -> regions.Region | None:
    """州长A率领的迪庆州代表团: the place whose people the head of no place named so far leads."""
    for at, code in state.places:
        if state.cursor < at < state.cursor + 24 and _LED.fullmatch(state.article.text, state.cursor, at):
            region = regions.by_code(code)
            return region if region and region.name.endswith(noun) else None
    return None


def _from_next(passage: Passage, stack: Stack, index: int, since: int) -> str | None:
    """A leading 党组书记 belongs to the body of the post that follows it; alone, to the host."""
    for unit in stack.units[index + 1 :]:
        if unit.body:
            break
        found = _bare(unit.role.text, None, passage.state, since)
        if found:
            return found
    if re.match(r"(?:机关)?(?:党组|党委|党支部|党总支|党工委|机关|纪检|纪委)", stack.units[index].role.text):
        names = [] if says_ours(passage.state) else recent(passage.state, 1)
        return passage.state.host or (names[0] if names else None)
    return None
