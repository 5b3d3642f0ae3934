"""Titles: [organization] role units, stacked (部党组成员、副部长).

A unit is `organization + role`; units joined by 、 or 兼 make a stack, held by the persons after or before it.
"""

from __future__ import annotations

import re

from kg.annotate.bodies import ends_a_body
from kg.annotate.boundaries import is_plain_name, organization_before
from kg.annotate.names import score
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention, base_noun, is_staff, needs_body
from kg.extract.memberships.bracket_names import REACH, before_bracket, bracketed_name
from kg.extract.memberships.brands import branded, gathered, is_occasion, quoted, works
from kg.extract.memberships.deputies import comes_from, seated
from kg.extract.memberships.embedded import after_holder, named_before
from kg.extract.memberships.heads import ministry_abroad, shared_place, state_headed, unlisted_place
from kg.extract.memberships.links import GIVEN, link_before
from kg.extract.memberships.missions import posted, posted_one_by_one
from kg.extract.memberships.townships import once
from kg.extract.memberships.units import Stack, Unit, follows
from kg.extract.memberships.written import (
    HARD,
    SEVERAL,
    abbreviated,
    bodies_beside,
    described,
    modified,
    opening,
    party_body,
    put_out,
    sent_on,
    sent_to_village,
)

__all__ = ["find_stacks"]

_FORMER = re.compile(
    r"(?:(?<!重)新任|新(?:当选|到任|上任)的?|(?<![将要快近临备])(?<![明今]年)(?:退休|离休|卸任后?)的|原|(?<![走赴到]马)(?<![新刚才])上任|(?<![目此之年])前|老|时任|(?<![来到][\u4e00-\u9fff])(?<!此)前任|原任|退休前|退休|离休|(?<![已于日月年])离任|上一?届|当时的|当年的|那时的)$"
)
_BETWEEN = re.compile(
    r"(?:(?:派来|派出|派驻|选派|下派|聘请)的(?:一名|一位)?|派出|选派|下派|[里内]?的一名|[里内]?的一位|[多数几两三][名位](?:原|前)|[里内]?的|一名|一位|"
    r"(?<!岁)[里内]?的(?:老|退休|离休|首任|第[一二三四五六七八九十]+任)|[里内]?的女|(?<![妇儿子])女|退休的?|离休的?|原任?|首任|首批|第[一二三]批|现任|新任|时任|(?<![来到][\u4e00-\u9fff])(?<!此)前任|(?<![目此之年])前|老|新|上任|[上本首]届|[上新]一[届任]|第[一二三四五六七八九十]+任|第[一二三四五六七八九十0-9]{1,3}届)$"
)
_OLD_BODIES = ("老科协", "老年", "老龄", "老干", "老区", "老促会", "老体协", "老教")
_NTH = re.compile("第.+届")
_OF_THE = re.compile("^[里内]?的(?=[老退离首第女])")
_SHARES = re.compile(r"[厅局部]长(?:助理)?$|(?<!副)(?<!分)[所站科股]长$")
_NAME = 2.5
"""The log-odds from which what stands before 局长 alone is its holder."""
_LINKS = ("当", "任", "为", "是", "的", "兼", "做")  # 农财科|当|科长: no 当科
_YEARS = re.compile(r"[一二三四五六七八九十两多几半]{1,4}年(?:的)?")
_MARKS = ("上届", "上一届", "本届", "首届", "新一届", "原", "上任", "前", "老", "时任", "现任", "新任", "首任", "前任", "新", "女", "退休", "离休")


def find_stacks(passage: Passage, roles: list[RoleMention]) -> list[Stack]:
    """The stacks of a passage, in reading order, from its role mentions."""
    text = passage.text
    stacks: list[Stack] = []
    floor = passage.start
    for role in roles:
        if any(m.start < role.start and role.end < m.end for m in passage.regions):
            continue  # 老屯乡长滩村
        role, mark = _split_party(passage, _in_quotes(text, role), floor)
        unit = _unit(passage, role, floor)
        floor = role.end
        if unit is None or _whence(passage, unit):
            continue
        unit.marks += mark
        if unit.holder and unit.body and (mark := _mark_before(text, max(passage.start, unit.start - 2), unit.start)) in ("原", "前", "时任"):
            unit.marks = mark  # 原|军事科学院A副院长
        if unit.role.text.startswith("挂职副"):
            unit.role = RoleMention(role.start + 2, role.end, role.text[2:])
        if stacks and follows(text, stacks[-1], unit):
            stacks[-1].units.append(unit)
        else:
            stacks.append(Stack([unit]))
    return stacks


def _in_quotes(text: str, role: RoleMention) -> RoleMention:
    """梨树沟村驻村“第一书记”A: the title with the marks around it."""
    if text[role.start - 1 : role.start] != "“" or not text.startswith("”", role.end):
        return role
    start = role.start - 1
    lead = "驻村" if role.text == "第一书记" and text.endswith("驻村", 0, start) else ""
    return RoleMention(start - len(lead), role.end + 1, lead + role.text)


_PARTY_APART = re.compile("(?P<party>党组|党委|党工委|党总支|党支部)(?P<mark>原|前|时任|现任)$")
_TAKEN_ON = re.compile("(?:的)?(?:职务|一职|工作)")


def _split_party(passage: Passage, role: RoleMention, floor: int) -> tuple[RoleMention, str]:
    """党组原书记 is a past 党组书记; of 代理|会长职务 the verb is no part of the title."""
    text = passage.text
    named = max(score(text[role.start - size : role.start]) for size in (2, 3)) > _NAME
    named = named and not any(m.end == role.start for m in passage.regions)  # 安平县|代理县长职务
    if named and role.text.startswith("代理") and len(role.text) > 3 and _TAKEN_ON.match(text, role.end):
        return RoleMention(role.start + 2, role.end, role.text[2:]), ""
    apart = _PARTY_APART.search(text, max(floor, role.start - 5), role.start) if role.text in ("书记", "副书记", "成员", "委员") else None
    if apart is None:
        return role, ""
    return RoleMention(apart.start(), role.end, apart["party"] + role.text), apart["mark"]


def _unit(passage: Passage, role: RoleMention, floor: int) -> Unit | None:
    """The title that ends with `role`, not before `floor`; None where the word is no title here."""
    text = passage.text
    low = max([floor, *(m.end() for m in HARD.finditer(text, max(floor, role.start - REACH), role.start))])
    low = after_holder(text, low, role.start, text[role.end : role.end + 1]) if low == floor > passage.start else low
    between = _between(passage, role, low)
    if between and between[0] == "老" and needs_body(role.text):
        return None
    if between and between[0] == "新" and any(m.start < between.start() and m.end == role.start + 1 for m in passage.regions):
        role, between = RoleMention(role.start + 1, role.end, role.text[1:]), None  # 班彦新村|支书
    end, marks = (between.start(), _OF_THE.sub("", between[0])) if between and between.end() == role.start else (role.start, "")
    charge = described(text, role.text, low, end)
    role, end = (role, charge) if charge else party_body(passage, role, end)
    role, end = _department(text, role, once(text, low, end))
    start = organization_before(passage, end, low) if end > low else None
    if start is None and (marks[:2] in ("退休", "离休") or _NTH.fullmatch(marks)):
        end, marks = role.start, ""
    shares = start is None and end == role.start and _SHARES.match(role.text) and text[end - 1 : end] not in _LINKS
    if shares and not put_out(text, low, end):
        if unit := _named_in_body(passage, role, low):
            return unit
        start = organization_before(passage, end := end + 1, low)  # 省公安厅长
        named = start is not None and end - start < 5 and text[start - 1 : start] in "，、；。请由和 " and score(text[start : end - 1]) > _NAME
        start, end = (start, end) if start is not None and end - start > 2 and not named else (None, end - 1)  # 请|王育伦|局长
    if start is None and (wider := works(passage, role, low, end) or modified(passage, role, low)):
        role, start, end = wider
        marks = text[end : role.start]
    if start is None:
        return _elsewhere(passage, role, floor, low, end, marks)
    if comes_from(passage, role, low, start) or sent_to_village(passage, role.text, marks):
        return Unit(role, None, role.start)
    years = _YEARS.match(text, start, end)
    start = years.end() if years else start
    if start >= end or SEVERAL.match(text, start, end):
        return Unit(role, None, start, marks)
    start = ministry_abroad(text, start, role.text, low)
    start = opening(passage, bracketed_name(passage, sent_on(text, role.text, start, end), floor), end, floor)
    mark = _mark_before(text, low, start)
    more = bodies_beside(passage, start - len(mark), floor)
    return Unit(role, (start, end), more[0][0] if more else start - len(mark), marks + mark, more=more)


def _between(passage: Passage, role: RoleMention, low: int) -> re.Match[str] | None:
    """What stands between the body and the role (原, 的, 女); of 周冠女总经理 the 女 is the end of a name."""
    found = _BETWEEN.search(passage.text, low, role.start)
    named = found and found[0] == "女" and score(passage.text[role.start - 3 : role.start]) > _NAME
    return None if found and named and organization_before(passage, found.start(), low) is None else found


def _elsewhere(passage: Passage, role: RoleMention, floor: int, low: int, end: int, marks: str) -> Unit | None:
    """The title before which no name of a body ends: its body stands apart from it or is cut short, or it has none."""
    text = passage.text
    if put_out(text, low, end):
        return Unit(role, None, role.start, marks)
    if cell := _cell_before(passage, role):
        return Unit(role, cell, role.start, marks)
    inside = named_before(passage, role, low) if end == role.start else None
    if inside and inside.body:
        return inside
    shared = (shared_place(passage, role) or abbreviated(text, role, low) or branded(passage, role, low)) if end == role.start else None
    shared = shared or ((gathered(passage, role, low) or quoted(passage, role, floor)) if end == role.start else None)
    if shared is None and marks in ("原", "前", "时任", "现任") and not (marks == "前" and is_occasion(text, low, end)):
        shared = branded(passage, RoleMention(end, role.end, role.text), low)  # 金穗粮油|前|董事长
    shared = shared or unlisted_place(passage, role, end) or state_headed(passage, role, low, end)
    if aside := shared or before_bracket(passage, role, floor) or posted(passage, role, low):
        return Unit(role, aside, aside[0], marks + _mark_before(text, floor, aside[0]))
    if told_off := posted_one_by_one(passage, role, floor):
        return told_off
    return inside or _bare(text, role, low, end, marks, seated(passage, role, behind=False))


_DEPARTMENT = re.compile(r"(?:组织|宣传|统战|武装)部长")


def _department(text: str, role: RoleMention, end: int) -> tuple[RoleMention, int]:
    """统战部长 is 部长 of 统战部, which share a character; 中共中央委员 is 委员 of 中共中央."""
    if end == role.start and role.text in ("中央委员", "中央候补委员") and text.endswith("中共", 0, end):
        return RoleMention(role.start + 2, role.end, role.text[2:]), role.start + 2
    if end != role.start or not _DEPARTMENT.fullmatch(role.text) or (role.text == "武装部长" and _TOWNSHIPS.search(text, 0, end)):
        return role, end  # 龙泉镇|武装部长
    return RoleMention(role.end - 2, role.end, role.text[-2:]), role.end - 1


_TOWNSHIPS = re.compile("(?:镇|乡|街道)(?:党工?委[\u4e00-\u9fff]{0,4}、)?$")
_OF_A_PLACE = frozenset("干部 职工 员工 工人 专家 学者 教师 老师 医生 护士 律师 工程师 退休工程师 官员 农机手 拖拉机手 收割机手".split())
"""What one is anywhere: 上海干部A says whence he is, no post in a body."""


def _whence(passage: Passage, unit: Unit) -> bool:
    if unit.body is None:
        return False
    body = passage.text[slice(*unit.body)]
    if unit.role.text == "干部" and body.endswith(("镇", "乡", "街道")):
        return False
    place = unit.role.text in _OF_A_PLACE and any(m.end == unit.body[1] and m.start <= unit.body[0] for m in passage.regions)
    return place or (unit.marks in ("退休", "离休") and body.endswith(("市", "县", "区")))


def _named_in_body(passage: Passage, role: RoleMention, low: int) -> Unit | None:
    """省财政厅|叶知秋|厅长: the holder between a 厅 or 局 and its own head."""
    unit = named_before(passage, role, low)
    return unit if unit and unit.body and passage.text[unit.body[1] - 1] == role.text.lstrip("副代理")[0] else None


_CELL = re.compile(r" *([\u4e00-\u9fff]{2,20}(?:（[\u4e00-\u9fff]{2,10}）)?) {1,12}(?:\S+ {1,12}\S+ {1,12})*$")


def _cell_before(passage: Passage, role: RoleMention) -> tuple[int, int] | None:
    """经济发展局　局长　张三　副局长　李四: the body that heads the line of a list in columns."""
    cell = _CELL.fullmatch(passage.text, passage.start, role.start)
    if cell is None or passage.text[: passage.end].rstrip().endswith(("。", "：")):
        return None
    name = re.sub("（.*", "", cell[1])
    return cell.span(1) if ends_a_body(name) and is_plain_name(name) else None


def _bare(text: str, role: RoleMention, low: int, end: int, marks: str, listed: bool) -> Unit | None:
    """A title without a body; a word too common to be one stands only in a list of titles."""
    given = text.startswith("由", role.end) or bool(GIVEN.match(text, role.end) and base_noun(role.text))
    listed = listed or given or text[end - 1 : end] in tuple("、，及" if role.text in ("委员", "理事") else "、，") or link_before(text, low, end) is not None
    if needs_body(role.text) and ((not listed and not is_staff(role.text)) or marks in ("退休", "离休")):
        return None
    if role.text.endswith(("离休干部", "退休干部")) and text[end - 1 : end] == "、":
        return None  # 局原局长、离休干部A
    if marks == "的":
        end, marks = role.start, ""
    if marks and marks not in _MARKS:
        return None
    return Unit(role, None, end, marks + _mark_before(text, low, end))


def _mark_before(text: str, low: int, start: int) -> str:
    match = None if text.startswith(_OLD_BODIES, start - 1) else _FORMER.search(text, low, start)
    return match[0] if match and match.end() == start else ""
