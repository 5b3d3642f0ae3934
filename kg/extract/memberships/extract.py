"""The component: stacks of titles, their holders on either side, drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from kg.annotate.passage import Passage, PersonMention
from kg.annotate.roles import RoleMention, has_role, needs_body
from kg.extract.memberships.holders import Named, after, person_at, raw_name, registry
from kg.extract.memberships.links import FORMER, PROPOSED, Link, link_before
from kg.extract.memberships.records import Draft, draft, evidence_for, status_of
from kg.extract.memberships.roster import roster_entries
from kg.extract.memberships.subjects import carried, context_status, is_cv, mode_of, persons_before, set_subject
from kg.extract.memberships.titles import Stack, Unit, find_stacks, resolve_stack
from kg.model import Status

__all__ = ["extract_memberships"]

_LIST_GAP = re.compile(r"(?:（[^（）\n]{1,30}）)?(?:同志)?(?:、|，|和|及|与|以及|；)?(?:原|时任|现任)?")
_CHAIN_GAP = re.compile(r"(?:（[^（）\n]{1,30}）)?[，、；](?:后|其间|期间|并|同时)?(?:兼任?|任|担任)?")
_ATTRIBUTE = re.compile(r"(?:担任|任|时任|现任|挂职|出任)$")
_YM = r"[0-9]{4} ?(?:[.年/-] ?(?:[0-9]{1,2}(?: ?[.月/-] ?(?:[0-9]{1,2}日?)?)?)?)"
_SPAN_LINE = re.compile(
    rf"[ ●·•◆■]*{_YM}(?:(?: ?[—\-－至~～起]{{1,2}} ?)(?P<until>{_YM}|至今|今)?)?[ ，,：:起后]*(?:在|担任|历任|先后任|任|当选(?:为)?|调任|出任|兼任?)?"
)
_CV_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}(?=[，,] ?(?:男|女)[，,。])|[\u4e00-\u9fff]{2,4}(?=，[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:出)?生)|[\u4e00-\u9fff]{2,4}(?=（(?:男|女)[，）])")
_DATE_END = re.compile(rf"{_YM}(?: ?[—\-－至~～起]{{1,2}} ?(?P<until>{_YM}|至今|今)?)?[ ，起后]*$")
_VOIDED = re.compile(r"不再担任(?:上述|原|其|以上)?职务|职务(?:自然|同时|一并)免(?:除|去)")
_BY = re.compile(r"(?:一职|职务)?(?:，)?由")
_TAKES = re.compile(r"(?:同志)?(?:兼任|担任|出任|代理|兼|任)")
_SHARED = frozenset(("成员", "委员", "组员"))
_PAST_MARKS = ("原", "前", "时任", "曾任", "历任", "前任", "原任", "退休前", "退休前任", "离任")


def extract_memberships(passage: Passage) -> None:
    """Find the posts that a passage states; drafts are kept until the article ends.  Fills `passage.persons`."""
    text = passage.text
    line = text[passage.start : passage.end]
    passage.state.memory["mode"] = mode_of(line) or passage.state.memory.get("mode")
    _open_subject(passage)
    if not _roster(passage) and has_role(line):
        _walk(passage, find_stacks(passage))
    passage.persons = _mentions(passage)


def _open_subject(passage: Passage) -> None:
    """A paragraph that opens as a CV does is about that person, and so are the dated lines after it."""
    match = _CV_NAME.match(passage.text, passage.start, passage.end)
    named = person_at(passage, passage.start, threshold=1.0)
    if match and is_cv(passage, match.end()):
        named = Named(match.start(), match.end(), raw_name(passage, match.start(), match.end()), 3.0)
    elif not (named and is_cv(passage, named.end)):
        return
    assert named
    registry(passage).add(named.name)
    set_subject(passage, named)
    passage.state.memory["cv_subject"] = named


def _roster(passage: Passage) -> bool:
    """组长：张三　副省长: the role of the list, and the holder's own titles behind the name."""
    found = roster_entries(passage)
    if not found:
        return False
    role, span, body, entries = found
    unit = Unit(RoleMention(*span, role), None, span[0], organization=body, inferred=f"∅ → {body}" if body else "")
    for entry in entries:
        _emit(passage, [entry.named], [unit], "current", "membership.roster", at=entry.named.start)
        for stack in find_stacks(passage):
            if stack.start >= entry.rest and not passage.text[entry.rest : stack.start].strip(" "):
                resolve_stack(passage, stack, None)
                _emit(passage, [entry.named], stack.units, "current", "membership.roster")
    return True


def _walk(passage: Passage, stacks: list[Stack]) -> None:
    """Stack after stack, in reading order: each may inherit its organization from the list it stands in."""
    text = passage.text
    stops = frozenset(s.start for s in stacks) | frozenset(u.start for s in stacks for u in s.units)
    previous: str | None = None
    end_of_last = -1
    shared: list[Unit] = []
    pending: list[Stack] = []
    chain: Chain | None = None
    for stack in stacks:
        listed = 0 <= end_of_last <= stack.start and bool(_LIST_GAP.fullmatch(text, end_of_last, stack.start))
        chained = chain if chain and _CHAIN_GAP.fullmatch(text, chain.end, stack.start) else None
        resolve_stack(passage, stack, previous if listed or chained else None)
        holders = after(passage, stack.end, stops, of=_takes_of(passage, stack), role=stack.units[-1].role.text)
        chain = None
        if stack.units[0].holder:
            end_of_last = _named_inside(passage, stack)
            previous = stack.units[-1].organization
        elif holders:
            _emit(passage, holders, [*(shared if listed else []), *stack.units], "current", "membership.title")
            pending = _taken_by(passage, pending, holders, stack)
            shared = (shared if listed else []) + [u for u in stack.units[:-1] if u.role.text in _SHARED]
            end_of_last, previous = holders[-1].end, stack.units[-1].organization
            set_subject(passage, holders[0])
        elif _BY.match(text, stack.end) or _relative(passage, stack):
            if not _held_by_name(passage, stack):
                pending.append(stack)
        elif chained:
            _emit(passage, chained.persons, stack.units, chained.status, chained.rule)
            chain = Chain(chained.persons, chained.status, chained.rule, stack.end)
            previous = stack.units[-1].organization
        else:
            chain = _by_link(passage, stack) or _in_brackets(passage, stack)
            previous = stack.units[-1].organization if chain else previous


def _named_inside(passage: Passage, stack: Stack) -> int:
    """李健主任: the holder stands before the role; returns where the title ends."""
    start, end = stack.units[0].holder or (0, 0)
    named = Named(start, end, raw_name(passage, start, end), 4.0)
    _emit(passage, [named], stack.units, "current", "membership.name_first")
    set_subject(passage, named)
    return stack.end


@dataclass(frozen=True, slots=True)
class Chain:
    """Persons to whom the next titles belong too: 历任A局局长，B局局长."""

    persons: tuple[Named, ...]
    status: Status
    rule: str
    end: int


def _takes_of(passage: Passage, stack: Stack) -> bool:
    """时任副处长的角明辉: may 的 stand between this title and its holder?"""
    marks = stack.units[0].marks
    return _is_past(stack) or "现任" in marks or bool(_ATTRIBUTE.search(passage.text, max(passage.start, stack.start - 4), stack.start))


def _relative(passage: Passage, stack: Stack) -> bool:
    """挂职任建瓯市副市长的中国林科院副研究员游子吟: the holder follows with another title."""
    return passage.text.startswith("的", stack.end) and _takes_of(passage, stack)


def _is_past(stack: Stack) -> bool:
    return any(mark in stack.units[0].marks for mark in _PAST_MARKS)


def _taken_by(passage: Passage, pending: list[Stack], holders: list[Named], own: Stack) -> list[Stack]:
    """检查组组长由…局长闻道担任, 任副市长的…副研究员游子吟: the post named first is the holder's too."""
    for stack in pending:
        if _TAKES.match(passage.text, holders[-1].end):
            _emit(passage, holders, stack.units, "current", "membership.held_by")
        elif passage.text[stack.end : own.start] == "的":
            _emit(passage, holders, stack.units, "current", "membership.relative")
    return []


def _held_by_name(passage: Passage, stack: Stack) -> bool:
    """集团总会计师一职由芮小月担任: the holder is named without a title."""
    match = _BY.match(passage.text, stack.end)
    named = person_at(passage, match.end()) if match else None
    if named is None or not _TAKES.match(passage.text, named.end):
        return False
    _emit(passage, [named], stack.units, "current", "membership.held_by")
    return True


def _by_link(passage: Passage, stack: Stack) -> Chain | None:
    """Persons before the stack, joined to it by a link (为, 任, 不再担任, 的 …)."""
    text = passage.text
    low, _ = passage.segment_of(stack.start)
    found = link_before(text, low, stack.start) or _past_link(stack)
    if not found:
        return None
    link, at = found
    if link.status == PROPOSED:
        passage.state.reject("membership", "proposed, not appointed", at, stack.end)
        return None
    status = _status(passage, link, low, at, stack)
    if status is None:
        return None
    persons = persons_before(passage, low, at)
    if not persons and link.id.split(".")[1] not in ("as", "of"):
        subject = carried(passage, low, at)
        persons = [subject] if subject else []
    if not persons and _DATE_END.search(text, low, at):
        subject = passage.state.memory.get("cv_subject")
        persons = [subject] if isinstance(subject, Named) else []
    if not persons:
        return None
    set_subject(passage, persons[0])
    _near_body(passage, stack, low)
    step = _DATE_END.search(text, low, at) if link.status in ("in_office", "appointed") else None
    if step and (step["until"] or passage.state.memory.get("cv_subject")):
        status = "former"
    _emit(passage, persons, stack.units, status, link.id, open_career=bool(step and not step["until"] and status == "former"))
    return Chain(tuple(persons), status, link.id, stack.end)


def _near_body(passage: Passage, stack: Stack, low: int) -> None:
    """在邓川镇政府工作，任科员: a post without a body is of the body named last in the segment."""
    named = [name for at, name in passage.state.bodies if low <= at < stack.start]
    for unit in stack.units:
        if unit.organization is None and named:
            unit.organization, unit.inferred = named[-1], f"∅ → {named[-1]}"


def _past_link(stack: Stack) -> tuple[Link, int] | None:
    """王某时任财政厅厅长: the mark of the title is the link."""
    return (FORMER, stack.start) if _is_past(stack) and "原" not in stack.units[0].marks else None


def _status(passage: Passage, link: Link, low: int, at: int, stack: Stack) -> Status | None:
    """The link's status, or the context's for 任, 为 and 的; None where the context has none."""
    if link.status == "in_office":
        return cast(Status, context_status(passage, low, at) or "appointed")
    if link.status == "as":
        if stack.units[0].role.text.startswith(("代理", "代")) and not stack.units[0].role.text.startswith("代表"):
            return "acting"
        return "appointed" if context_status(passage, low, at) else None
    if link.status == "of":
        removed = passage.text.startswith(("职务", "一职", "等职务", "的职务"), stack.end) or context_status(passage, low, at) == "removed"
        return "removed" if removed and context_status(passage, low, at) in ("removed", None) else None
    return cast(Status, link.status)


def _in_brackets(passage: Passage, stack: Stack) -> Chain | None:
    """张三（财政部部长）; a line of a table, 张三　财政部部长; a line of a CV, 1990.07—1996.03　财政局科员."""
    text = passage.text
    before = text[stack.start - 1 : stack.start]
    if before == "（" and text.startswith("）", stack.end):
        persons = persons_before(passage, passage.segment_of(stack.start)[0], stack.start - 1, listed=True)
        _emit(passage, persons[-1:], stack.units, "current", "membership.bracket")
        return None
    span = _dated(text, passage.segment_of(stack.start)[0], stack.start)
    subject = passage.state.memory.get("cv_subject") or passage.state.memory.get("subject")
    if span and isinstance(subject, Named):
        status: Status = "current" if span["until"] in (None, "今", "至今") else "former"
        _emit(passage, [subject], stack.units, status, "membership.cv_line", open_career=span["until"] is None)
        set_subject(passage, subject)
        return Chain((subject,), status, "membership.cv_line", stack.end)
    if before == " " and not text[stack.end : passage.end].strip(" （）"):
        named = person_at(passage, passage.start, threshold=1.6)
        if named and not text[named.end : stack.start].strip():
            _emit(passage, [named], stack.units, "current", "membership.table")
    return None


def _dated(text: str, low: int, start: int) -> re.Match[str] | None:
    """The dates that open the segment and lead up to the title (1998年6月，任…; 1990.07—1996.03 …)."""
    span = _SPAN_LINE.match(text, low, start)
    return span if span and span.end() == start else None


def _emit(
    passage: Passage, persons: Iterable[Named], units: Iterable[Unit], status: Status, rule: str, at: int | None = None, open_career: bool = False
) -> None:
    past = False
    persons = list(persons)
    if persons and status == "current" and _VOIDED.search(passage.text, persons[-1].end, passage.segment_of(persons[-1].end - 1)[1]):
        status = "removed"
    for named in persons:
        registry(passage).add(named.name)
        passage.persons.append(named.mention(passage.text))
        for unit in units:
            if unit.organization is None and needs_body(unit.role.text):
                continue
            past = any(m in unit.marks for m in _PAST_MARKS) or (past and unit.body is None)
            stated: Status = "former" if past and status != "removed" else status
            if "新任" in unit.marks or "首任" in unit.marks and status == "current":
                stated = "appointed"
            item = _draft(passage, named, unit, status_of(unit.role.text, stated), rule, at)
            item.open_career = open_career
            draft(passage, item)


def _draft(passage: Passage, named: Named, unit: Unit, status: Status, rule: str, at: int | None) -> Draft:
    written = passage.text[unit.body[0] : unit.body[1]].replace(" ", "") if unit.body else None
    weight = min(1.0, max(0.0, named.weight / 8))
    return Draft(
        evidence=evidence_for(passage, unit.role.start if at is None else at, rule),
        person=named.name,
        role=unit.role.text,
        organization=unit.organization,
        organization_text=written,
        status=status,
        at=unit.role.start,
        confidence=round(0.7 + 0.2 * weight + (0.08 if unit.body else 0.0) - (0.2 if unit.organization is None else 0.0), 3),
        places={"person": [(named.start, named.end)], "role": [(unit.role.start, unit.role.end)], "organization": [unit.body] if unit.body else []},
        inferred=(("organization", unit.inferred),) if unit.inferred else (),
    )


def _mentions(passage: Passage) -> list[PersonMention]:
    """Every mention in the passage of a name that the article has established."""
    text, found = passage.text, []
    for name in registry(passage).names:
        at = text.find(name, passage.start, passage.end)
        while at >= 0:
            found.append(PersonMention(at, at + len(name), name, name))
            at = text.find(name, at + 1, passage.end)
    return sorted(found, key=lambda m: m.start)
