"""Rosters: 组　长：张三　副省长 / 成　员：李四（省财政厅）, one holder an entry, the role at the head of the list.

A roster belongs to the temporary body that the notice sets up (领导小组, 指挥部, 专班 …).
"""

from __future__ import annotations

import re
from typing import cast

from kg.annotate.deixis import recent, resolve
from kg.annotate.names import clean
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention, find_roles
from kg.extract.memberships.emit import Statement, emit
from kg.extract.memberships.holders import Named, person_at
from kg.extract.memberships.inherit import resolve_stack
from kg.extract.memberships.titles import find_stacks
from kg.extract.memberships.units import Unit
from kg.model import Status

__all__ = ["Entry", "read_roster", "roster_entries"]

_ROLES = (
    "第一副组长|第一副总指挥|第一副主任|总召集人|副总召集人|召集人|副召集人|总指挥长|副总指挥长|总指挥|常务副总指挥|副总指挥|指挥长|常务副指挥长|副指挥长|第一组长|组长|"
    "常务副组长|副组长|主任委员|副主任委员|主任|常务副主任|副主任|"
    "书记|副书记|常委|局长|副局长|院长|副院长|校长|副校长|县长|副县长|镇长|副镇长|乡长|副乡长|主席|副主席|总经理|副总经理|董事长|副董事长|常务理事|理事|监事长|监事|常务副会长|执行会长|名誉会长|"
    "主审|主查|廉政监督员|监督员|组织员|记录员|成员|委员|组员|联络员|秘书长|副秘书长|队长|副队长|会长|副会长|理事长|副理事长|顾问"
)
_HEAD = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{1,10}(?:组|队|专班|指挥部|委员会|理事会))??"
    rf"(?P<role>{'|'.join(' {0,6}'.join(role) for role in _ROLES.split('|'))})"
)
_LINE = re.compile(r" {0,12}(?:[（(]?[一二三四五六七八九十]+[）)、])? {0,6}")
_BODY = re.compile(r"(?:领导小组|工作小组|协调小组|专班|指挥部|委员会|联席会议|工作组|专家组|理事会|协会|筹备组)$")
_TITLE_BODY = re.compile(
    r"(?:关于)?(?:成立|调整|设立|组建|印发)([\u4e00-\u9fff“”、]{4,40}?(?:领导小组|工作小组|协调小组|专班|指挥部|委员会|联席会议|工作组))"
)
_AFFILIATION = re.compile(r"（[^（）\n]{1,30}）")


_HEADING = re.compile(
    r"(?P<verb>增补|增选|补选|选举|当选|聘任|聘请|推选)?(?:产生|为)?(?P<role>(?:名誉|常务|执行|第一)?副?(?:主席|会长|理事长|主任|主任委员|秘书长)|常务委员|常委|委员|常务理事|理事|监事长?)(?:名单)?"
    r"（(?=[^（）]*(?:[0-9一二三四五六七八九十]{1,3}[名人位]|序|排列))[^（）]{1,24}）：? *"
)
"""增补委员（9名，按姓氏笔画为序）: the head of a list of names below it."""
_OF_WHAT = re.compile(r"(?:中国人民)?(?P<body>[\u4e00-\u9fff]{3,30}?(?:(?<!常务)委员会|理事会|监事会|协会|学会|商会|联合会))(?![长员])")


class Entry:
    """One holder of a roster; `rest` is where a title of the holder's own may follow, `inside` the brackets behind the name."""

    __slots__ = ("inside", "named", "rest")

    def __init__(self, named: Named, rest: int, inside: tuple[int, int] | None = None) -> None:
        self.named = named
        self.rest = rest
        self.inside = inside


def roster_entries(passage: Passage) -> tuple[str, tuple[int, int], str | None, list[Entry]] | None:
    """Role, its span, body and entries of a roster line; lines after a head go on with its role.  None for other lines."""
    text, memory = passage.text, passage.state.memory
    opening = _LINE.match(text, passage.start, passage.end)
    at = opening.end() if opening else passage.start
    head = _HEAD.match(text, at, passage.end)
    if head and text.startswith("：", head.end()) and _OFFICE.search(clean(head["role"])):
        memory["roster_body"] = _listed_body(passage)
        head = head if memory["roster_body"] else None
    if heading := _HEADING.fullmatch(text, at, passage.end):
        memory["roster"], memory["roster_status"] = (heading["role"], heading.span("role")), "appointed" if heading["verb"] else "current"
        opening_line = _OF_WHAT.match(passage.state.document.title or text.lstrip())
        memory["roster_body"] = opening_line["body"] if opening_line else None
        return None
    if head and text[head.end() : head.end() + 1] == "：":
        memory["roster"], memory["roster_status"] = (clean(head["role"]), head.span("role")), "current"
        if head["body"]:
            passage.state.cursor = head.start()
            memory["roster_body"] = resolve(head["body"], passage.state)
        entries = _entries(passage, head.end() + 1)
    elif isinstance(memory.get("roster"), tuple) and not text[passage.start : passage.end].rstrip().endswith("。"):
        entries = _entries(passage, at)
        if not entries:
            memory["roster"] = None
    else:
        memory["roster"] = memory["roster_body"] = None
        return None
    if not entries or not isinstance(memory["roster"], tuple):
        return None
    role, span = memory["roster"]
    return role, span, _body(passage), entries


_OFFICE = re.compile("书记|常委|[局院校县镇乡]长|主席|总经理|董事长|会长|理事|监事")
"""Roles that stand before a colon elsewhere too: a list is theirs where a heading says whose they are."""
_LIST_OF = re.compile(
    r"(?:^|\n)[ 　]*(?P<body>(?:中共)?[\u4e00-\u9fff（）]{3,30}?)(?:现任)?(?:领导)?"
    r"(?:班子(?:成员)?|(?:组成|领导)?(?:成员|人员)?名单|组成人员|领导成员)(?:如下)?：?[ 　]*\n"
)


def _listed_body(passage: Passage) -> str | None:
    """新宁县委班子 / 书　记：甲 / 副书记：乙: whose list the lines are."""
    text = passage.state.article.text
    found = list(_LIST_OF.finditer(text, 0, passage.start))[-1:] if text.count("\n", 0, passage.start) < _LONG else []
    if not found or found[0]["body"].startswith(("关于", "附件")):
        return None
    passage.state.cursor = found[0].start("body")
    return resolve(re.sub("^中共", "", found[0]["body"]), passage.state)


_LONG = 40
"""Lines from the top within which such a list stands."""


def _entries(passage: Passage, at: int) -> list[Entry]:
    """The names of the line: one with a title or affiliation behind it, or several side by side."""
    text, found = passage.text, list[Entry]()
    while at < passage.end:
        while at < passage.end and text[at] in " 、，；":
            at += 1
        named = person_at(passage, at, place="roster") if at < passage.end else None
        if named is None:
            break
        at = named.end
        affiliation = _AFFILIATION.match(text, at)
        at = affiliation.end() if affiliation else at
        if at < passage.end and text[at] not in " 、，；。\n":
            return found
        found.append(Entry(named, at, affiliation.span() if affiliation else None))
        if text[at : at + 1] == " " and not person_at(
            passage, at + len(text[at:]) - len(text[at:].lstrip(" ")), place="beside"
        ):
            break
    return found


def _body(passage: Passage) -> str | None:
    """The temporary body that the roster is of: in the text before it, else in the document's title."""
    state = passage.state
    state.cursor = passage.start
    if isinstance(named := state.memory.get("roster_body"), str):
        return named
    for source in (state.article.text[: passage.start], state.document.title or ""):
        found = _TITLE_BODY.findall(source)
        if found:
            return _full(_with_level(found[-1], state.article.text), state.host_region)
    return next((name for name in recent(state) if _BODY.search(name)), None)


def _with_level(name: str, text: str) -> str:
    """防汛指挥部 of the title is the 区防汛指挥部 of the text."""
    level = re.search(rf"(?<=[，。、对将在为由和\n])([省市县区州旗]){re.escape(name)}", text)
    return level[1] + name if level else name


def _full(name: str, place: str | None) -> str:
    match = re.match(r"(?:全|我|本)?([省市县区州])(?!级)", name)
    return place + name[match.end() :] if match and place and place.endswith(match[1]) else name


def read_roster(passage: Passage) -> bool:
    """组长：张三　副省长: the role of the list, and the holder's own titles behind the name."""
    found = roster_entries(passage)
    if not found:
        return False
    role, span, body, entries = found
    unit = Unit(RoleMention(*span, role), None, span[0], organization=body, inferred=f"∅ → {body}" if body else "")
    stacks = find_stacks(passage, find_roles(passage.text, passage.start, passage.end))
    for entry in entries:
        status = cast(Status, passage.state.memory["roster_status"])
        emit(passage, [entry.named], [unit], Statement(status, "membership.roster", at=entry.named.start))
        for stack in stacks:
            a, b = entry.inside or (0, 0)
            if a < stack.start < b or (
                stack.start >= entry.rest and not passage.text[entry.rest : stack.start].strip(" ")
            ):
                resolve_stack(passage, stack, None)
                emit(passage, [entry.named], stack.units, Statement("current", "membership.roster"))
    return True
