"""Holders that a verb brings in: 组长由A担任, 副组长为A、市财政局局长B, …一职由C兼任, D不再兼任.

The names may carry titles of their own, which stand on their own as well.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.annotate.passage import Passage
from kg.extract.memberships.emit import Statement, emit
from kg.extract.memberships.holders import Named, after, person_at
from kg.extract.memberships.subjects import persons_before
from kg.extract.memberships.units import Stack
from kg.model import Status

__all__ = ["handed_on", "held_by", "put_out", "quits", "titled_list"]

_BY = re.compile(r"(?:一职|职务|的职务|人选)?(?:，)?(?:已|现|仍|暂|改|将|均|原|则|也|拟)?(?:经[^，。；]{1,10}，)?(?:依次|分别|先后|各)?由")
_COUNT = r"[0-9一二三四五六七八九十两]{1,3}(?:人|名|位)"
_IS = re.compile(rf"(?P<counted>(?:目前|现|共|一共|总共|至少|已|有){{0,3}}{_COUNT}，(?:分别|(?:其中)?一[位名个]))?(?:分别)?(?:为|是|有|：)")
_CHOSEN = re.compile("的(?:还|分别|依次)?(?:有|是|为)：?|的：")
"""当选副主席|的有：A、B."""
_TAKES = re.compile(
    r"(?:同志)?(?:分别|共同|暂时|继续|一并|亲自)?(暂代|兼任|担任|出任|接任|继任|代理|代行|接手|接替|更换|挂任|兼|任|负责(?=，|。|；|$))"
)
_TAKES_AT = re.compile(r"兼任|担任|出任|接任|继任")
_JOIN = re.compile(r"(?:（[^（）\n]{1,30}）)?(?:同志)?(?:、|和|及|与|以及|，(?:另|还有)?一[位名个](?:则|就)?(?:是|叫))")
_LEAD = re.compile(r"(?:原|现任|时任|老)?")
_HARD_END = re.compile(rf"(?:（[^（）\n]{{1,30}}）)?(?:同志)?等?(?:{_COUNT})?(?=[，。；：\n）]|$)")
_BEGINS = re.compile(r"当选|选举产生|不再|批准|聘期|任期|会议决定|接替")
"""What makes 由…担任 an appointment."""
_GROUP = re.compile(r"(?:组长|班长|队长|指挥长?|召集人|成员|组员|队员|团员|秘书长|主任|会长|理事长|委员|团长|领队|联系人)$")
_QUITS = re.compile(r"(?:同志)?(?:因[^，。；]{1,16}，?)?不再(?:担任|兼任|任)(?=[，。；]|$)")
_STATUS: dict[str, Status] = {
    **dict.fromkeys(("出任", "接任", "继任", "接手", "接替", "挂任"), "appointed"),
    **dict.fromkeys(("代理", "代行", "暂代"), "acting"),
}


def titled_list(passage: Passage, at: int, stacks: dict[int, Stack], *, commas: bool = False) -> tuple[list[Named], int]:
    """The persons of a list that begins at `at`, titles skipped (该镇党委书记A、镇长B和C); and where it ends.

    `commas`: commas join its entries as well.
    """
    text, found = passage.text, list[Named]()
    stops = frozenset(stacks)
    while True:
        lead = _LEAD.match(text, at, passage.end)
        stack = stacks.get(at) or (stacks.get(lead.end()) if lead else None)
        if stack:
            named = after(passage, stack.end, stops, of=False, role=stack.units[-1].role.text)
        else:
            single = person_at(passage, at, stops=stops, place="by")
            named = [single] if single else []
        if not named:
            return found, found[-1].end if found else at
        found += named
        join = _JOIN.match(text, named[-1].end, passage.end)
        if not join and not (commas and text[named[-1].end] in "，；" and named[-1].end + 1 in stacks):
            return found, named[-1].end
        at = join.end() if join else named[-1].end + 1


def held_by(passage: Passage, stack: Stack, stacks: dict[int, Stack]) -> int | None:
    """组长由市财政局局长A担任, 副组长为A、B: drafts the post of the named; returns where the list ends, or None."""
    text = passage.text
    by = _BY.match(text, stack.end, passage.end)
    if by:
        named, end = titled_list(passage, by.end(), stacks)
        if not named and (described := _described(passage, by.end())):
            named, end = [described], described.end
        takes = _TAKES.match(text, end, passage.end) if named else None
        if takes and by[0].startswith("，") and takes.end() in stacks:
            return None  # A不再担任秘书长，由副秘书长B代理秘书长
        if takes:
            former = "原由" in by[0]
            begins = _BEGINS.search(text, passage.segment_of(stack.start)[0], by.end())
            taken: Status = "appointed" if begins else "current"
            said = Statement("former" if former else _STATUS.get(takes[1], taken), "membership.held_by")
            _give(passage, named, stack, said, apart=bool(_APART.search(by[0])))
            return takes.end()
        return None
    if (chosen := _CHOSEN.match(text, stack.end, passage.end)) and text.endswith(("当选", "当选为", "选为"), 0, stack.start):
        named, end = titled_list(passage, chosen.end(), stacks, commas=True)
        emit(passage, named, stack.units, Statement("appointed", "membership.copula"))
        return end if named else None
    copula = _IS.match(text, stack.end, passage.end)
    if copula and (copula["counted"] or _GROUP.search(stack.units[-1].role.text)):
        named, end = titled_list(passage, copula.end(), stacks)
        if named and _HARD_END.match(text, end, passage.end):
            _give(passage, named, stack, Statement("current", "membership.copula"), apart="分别" in copula[0])
            return end
    return None


_APART = re.compile("依次|分别|各")


def _give(passage: Passage, named: list[Named], stack: Stack, said: Statement, *, apart: bool) -> None:
    """组织委员、宣传委员依次由A、B担任: each post is its own holder's (`apart`) where there are as many of both; who has which of more is not told."""
    if not apart or min(len(named), len(stack.units)) == 1:
        emit(passage, named, stack.units, said)
    elif len(named) == len(stack.units):
        for holder, unit in zip(named, stack.units, strict=True):
            emit(passage, [holder], [unit], said)


def _described(passage: Passage, start: int) -> Named | None:
    """由回乡大学生A担任: the name right before the verb."""
    takes = next(_TAKES_AT.finditer(passage.text, start, min(passage.end, start + 20)), None)
    if (
        takes is None
        or takes.start() - start < 4
        or any(mark in passage.text[start : takes.start()] for mark in "，。；：")
    ):
        return None
    found = (
        person_at(passage, takes.start() - size, place="described")
        for size in (3, 4, 2)
        if takes.start() - size >= start
    )
    return next((named for named in found if named and named.end == takes.start()), None)


def quits(passage: Passage, stacks: list[Stack]) -> None:
    """…一职由A兼任，B不再兼任: the post is the one named before in the sentence."""
    text = passage.text
    if "不再" not in text[passage.start : passage.end]:
        return
    for match in _QUITS.finditer(text, passage.start, passage.end):
        low, _ = passage.segment_of(match.start())
        earlier = [s for s in stacks if low <= s.start < match.start()]
        persons = persons_before(passage, low, match.start())
        if earlier and persons and (post := _post(text, earlier)):
            emit(passage, persons, post.units[-1:], Statement("removed", "membership.quits", at=match.start()))


_HIS_POST = re.compile(
    r"(?:其|该|这一|上述|[他她]的|空出的|空缺的|留下的)(?:原)?(?:职务|职位|一职|职责|工作|岗位|空缺)，?(?:则|将|已|现|仍|暂|暂时|均|也){0,2}由")


_MOVES = re.compile("(?:改|转|调|升|出|提)任$|(?:调整|交流|提拔|晋升)(?:为|任)$")
"""处长A改任馆长，其职务由…: the post that is handed on is the one left."""


def handed_on(passage: Passage, stacks: list[Stack]) -> None:
    """局长A被免职，其职务由副局长B代理: the post is the last that the sentence tells of before."""
    if "由" not in passage.text[passage.start : passage.end]:
        return
    at = {s.start: s for s in stacks}
    for match in _HIS_POST.finditer(passage.text, passage.start, passage.end):
        low, _ = passage.segment_of(match.start())
        earlier = [s for s in stacks if low <= s.start < match.start()]
        named, end = titled_list(passage, match.end(), at)
        takes = _TAKES.match(passage.text, end, passage.end) if named else None
        if earlier and takes and takes[1] != "负责" and takes.end() not in at:
            left = earlier[-2] if len(earlier) > 1 and _MOVES.search(passage.text, low, earlier[-1].start) else earlier[-1]
            said = Statement(_STATUS.get(takes[1], "current"), "membership.held_by", at=match.start())
            emit(passage, named, [replace(left.units[-1], marks="")], said)


def _post(text: str, stacks: list[Stack]) -> Stack | None:
    """The stack that 由 or 一职 follows or 担任 leads up to, the last such."""
    return next((s for s in reversed(stacks) if _BY.match(text, s.end) or text.startswith("一职", s.end) or text.endswith("担任", 0, s.start)), None)


_PUTS_OUT = re.compile(r"(?:免去|撤销|罢免|终止)(?:了)?(?:分管[^，。；、]{1,8}的)?(?:原)?$")
_POSTS = re.compile(r"(?:同志)?的?(?:一切|全部|党内外?|行政|现任|领导|相关|有关|上述|所有|、){0,4}职务")


def put_out(passage: Passage, stack: Stack, last: Named) -> bool:
    """撤销副县长A党内外职务: is the title before the name one that is taken away?"""
    low = passage.segment_of(stack.start)[0]
    return bool(_PUTS_OUT.search(passage.text, low, stack.start) and _POSTS.match(passage.text, last.end, passage.end))
