"""The body of a title that names none: what 局长, 主任, 县长 or 新闻发言人 point to in the list, the sentence or the article.

湖北省财政厅党组书记、厅长A: the 厅长 is of 湖北省财政厅 as well.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate import regions
from kg.annotate.bodies import ends_a_body, path
from kg.annotate.deixis import named_between, nearby, referent, village
from kg.annotate.divisions import is_division
from kg.annotate.embassies import embassy_at_hand
from kg.annotate.passage import State
from kg.annotate.roles import base_noun, is_staff, is_territorial
from kg.annotate.school import is_guest
from kg.annotate.unlisted import outweighed, unlisted
from kg.extract.memberships.at_hand import OF_VILLAGE
from kg.extract.memberships.townships import party_post

__all__ = ["bare", "bare_territory"]


def bare(
    role: str, inherited: str | None, state: State, since: int = 0, bodies: Sequence[str] = (), passage_start: int = 0
) -> str | None:
    """The body of a title that names none: the stack's, the territory's, or what 司长, 局长, 主任 point to."""
    if is_territorial(role):
        return bare_territory(role, inherited, state)
    if OF_VILLAGE.search(role):
        return village("村", state)
    chair = not inherited and _CHAIR.fullmatch(role) and _OPENS.match(state.article.text[max(0, state.cursor - 1) : state.cursor])
    nouns = base_noun(role) or (_CHAIRED if chair else ())
    if role in _OF_THE_NATION:
        body = _OF_THE_NATION[role]
        return body if body and body in state.article.text else None
    if not inherited and _ENVOY.fullmatch(role):
        return embassy_at_hand(state, consulate="领事" in role)
    inherited = None if "校" in nouns and not _SCHOOL.search(inherited or "") else inherited
    if inherited and inherited.endswith(("人大", "政协")) and _CALLING.search(role):
        return None
    if inherited:
        return _of_stack(role, nouns, inherited, state, since, bodies)
    return _pointed_at(role, nouns, state, since, passage_start)


def _of_stack(role: str, nouns: tuple[str, ...], inherited: str, state: State, since: int, bodies: Sequence[str]) -> str | None:
    """The body of a title behind one in `inherited`: the same, what it is part of, or the one that the title's own noun means."""
    if role.startswith(("党工委", "纪工委")) and (zone := _BOARD.match(inherited)):
        return zone[1]
    if _of_committee(role, inherited, nouns):
        return inherited
    own = (step for body in (*bodies, inherited) for step in reversed(path(body)) if step.endswith(nouns))
    found = next(own, None) or _above(inherited, nouns) or _company(nouns, bodies) or nearby(nouns, state, since) if nouns else inherited
    if found and found.endswith("银行") and _FIRM.fullmatch(inherited, len(found)):
        return inherited
    if _CHIEF.match(role):
        return _above_units(inherited)
    if _OF_THE_WHOLE.match(role) and (top := path(inherited)[0]) != inherited and not (nouns and found) and not inherited.endswith("公司"):
        return top
    return found or (referent(nouns[0], state) if len(nouns) == 1 else None) or inherited


_ENVOY = re.compile("(?:临时|特命全权)?(?:副?总领事|大使|公使|参赞|公使衔参赞|代办|武官)")
_BOARD = re.compile("(.+)(?:管委会|管理委员会)$")
_FIRM = re.compile("(?:股份)?有限(?:责任)?公司")
"""江东农村商业银行|股份有限公司: the 行长 is of the bank by its legal name."""


def _above(inherited: str, nouns: tuple[str, ...]) -> str | None:
    """省农科所|研究室主任、副所长: the body of the kind that the unit named before is of."""
    ends = (match.end() for noun in nouns for match in re.finditer(noun, inherited[2:-1]))
    return next((inherited[: end + 2] for end in ends if ends_a_body(inherited[: end + 2]) and ends_a_body(inherited[end + 2 :])), None)


def _of_committee(role: str, inherited: str, nouns: tuple[str, ...]) -> bool:
    """省委副书记兼秘书长, 县委常委: is the title of the committee before it, whatever 会 the sentence names?"""
    return bool(_COMMITTEE.search(inherited)) if role.endswith("秘书长") else role.endswith("常委") and not inherited.endswith(nouns)


def _pointed_at(role: str, nouns: tuple[str, ...], state: State, since: int, passage_start: int) -> str | None:
    """The body of a title that stands in no list: named in the sentence, the paragraph, or what 局长 and 主任 point to."""
    found = nearby(nouns, state, since) if nouns else _speaker(role, state, since)
    if _TEACHES.fullmatch(role) and not state.article.text.endswith(("聘任", "任命", "聘请"), 0, state.cursor):
        found = found or nearby(("大学", "学院"), state, passage_start)
    found = found or (_inside(state, passage_start) if _RANKED.search(role) else None)
    if found:
        return found
    if home := party_post(role, state, since):
        return home
    if not nouns and (is_staff(role) or _TECHNICAL.search(role)):
        if with_others := _beside_others(state, since):
            return with_others
        near = named_between(state, since, state.cursor) or named_between(state, passage_start, state.cursor)
        near = [name for name in near if not is_guest(name, state) and not _PLACE.search(name)] or _village_since(state, passage_start)
        if near and _CHIEF.match(role):
            return _above_units(near[-1])
        return near[-1] if near else _inside(state, passage_start)
    return next(
        (f for hosts in (True, False) for noun in nouns if (f := referent(noun, state, hosts_only=hosts))), None
    )


_COMMITTEE = re.compile("[省市县区州旗盟]委$")
_CALLING = re.compile("(?:律师|医生|医师|教师|老师|工程师|[一二三四]级演员|[一二三四]级导演|[一二三四]级编剧|[一二三四]级美术师)$")
"""What a deputy is by calling: 人大代表、律师A is a lawyer elsewhere."""
_CHAIR = re.compile("(?:名誉|常务|执行|第一)?副?主席")
_OPENS = re.compile(r"[^\u4e00-\u9fff]|[由和及与任为的是以选举补请聘]|^$")
"""What a bare title stands behind: 电盈主席A is of a body that is not known."""
_CHAIRED = tuple("社科联 残联 残疾人联合会 联合会 工商联 文联 总工会 科协 妇联 侨联 作协 红十字会 主席团 协会 学会 商会 促进会 研究会 政协".split())
"""Whose a bare 主席 may be: the body of this kind that the text is about."""
_SCHOOL = re.compile(r"大学|[学党]校|学院|[中小]学|[一二三四五六七八九十]中|校(?!友)")
"""A 校长 beside the title of another body is not of that."""


def _village_since(state: State, since: int) -> list[str]:
    """The villages named from `since` to the cursor, in reading order."""
    return [name for at, name in state.villages if since <= at < state.cursor and not name.endswith(("乡", "镇"))]


def _beside_others(state: State, since: int) -> str | None:
    """站长A…，会计B; 村支书A话少，会计B: the body that another bare title of the sentence was found to point to, none named behind it."""
    pointed = state.memory.get("pointed to")
    if not isinstance(pointed, tuple) or not since <= pointed[0] < state.cursor or named_between(state, pointed[0], state.cursor):
        return None
    return None if _PLACE.search(pointed[1]) else str(pointed[1])


_TEACHES = re.compile("副?教授|讲师")
_RANKED = re.compile("(?:调研员|巡视员|科员)$")
_INSIDE = re.compile("(?<=[^\u4e00-\u9fff])([处科股局厅所站院校厂社行队])里(?![程面长的]{2})")


def _inside(state: State, since: int) -> str | None:
    """处里只有五个人。主任科员A…: the 处 that the paragraph is told from within."""
    found = list(_INSIDE.finditer(state.article.text, since, state.cursor))
    return referent(found[-1][1], state) if found else None


_PLACE = re.compile("[市县]$|(?:高新|开发|新|经开|度假|集中|保税|保护|园|景)区$|(?:产业|工业|公)园$|财政$")
"""Where one lives, no body of whose staff one is."""
_TECHNICAL = re.compile(r"(?:师|(?<![委成党人议社会学球队])员|检验士|护士长|[养修]护工)$")
"""Staff whose body is the one at hand where none is named."""
_OF_THE_WHOLE = re.compile(r"机关|工会|直属机关")
"""The 机关党委 or 工会 of a body is not that of the unit named before it in the list."""
_CHIEF = re.compile(r"副?总[\u4e00-\u9fff]{1,3}师$")
"""A body has a 总工程师, its 科 and 处 have none."""


def _above_units(name: str) -> str:
    """The body on the path of `name` that is no 科 or 处."""
    return next((step for step in reversed(path(name)) if step[-1] not in "科处股室"), name)


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


def bare_territory(role: str, inherited: str | None, state: State) -> str | None:
    """The place of a 县长, 市长助理 or 村长: the list's, else the one at hand; 县 itself where nothing tells which."""
    noun = role.removesuffix("助理")[-2]
    if noun in "镇乡村":
        own = re.fullmatch(rf"([\u4e00-\u9fff]{{2,}}{noun})(?:党委|人大|人民政府|政府)?", inherited or "")
        return own[1] if own else village(noun, state)
    if inherited:
        match = re.match(
            r"[\u4e00-\u9fff]+?(?:自治区|省|市|县|区|州|盟|旗)(?=委|人大|政协|政府|人民政府|$)", inherited.removeprefix("中共")
        )
        if match and (match[0].endswith(noun) or noun == "区"):
            return match[0].removesuffix(noun) if match[0].endswith(2 * noun) else match[0]
    if inherited and (office := re.match(rf"[\u4e00-\u9fff]{{1,9}}{noun}(?=[\u4e00-\u9fff]{{1,14}}[局委办厅]$)", inherited)) and is_division(office[0]):
        return office[0]
    region = regions.resolve_level(state, "自治区" if role.endswith("主席") else noun, own=False)
    region = None if region and outweighed(region, noun, state) else region or _led_place(state, noun)
    return regions.written(state, region) if region else unlisted(noun, state) or noun


_LED = re.compile(r"[\u4e00-\u9fff、]{2,16}(?:率领?|带领)的?")


def _led_place(state: State, noun: str) -> regions.Region | None:
    """州长A率领的迪庆州代表团: the place whose people the head of no place named so far leads."""
    for at, code in state.places:
        if state.cursor < at < state.cursor + 24 and _LED.fullmatch(state.article.text, state.cursor, at):
            region = regions.by_code(code)
            return region if region and region.name.endswith(noun) else None
    return None
