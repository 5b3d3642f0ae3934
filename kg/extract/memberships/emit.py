"""From persons and titles to drafts: status by marks and context, the body of each holder, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.annotate.passage import Passage
from kg.annotate.roles import needs_body
from kg.extract.memberships.ended import ended, lapsed
from kg.extract.memberships.holders import Named, registry
from kg.extract.memberships.records import Draft, draft, evidence_for, status_of
from kg.extract.memberships.units import Stack, Unit
from kg.model import Status

__all__ = ["Statement", "emit", "is_past"]

_PLAYED = re.compile(r"(?:扮演|饰演|塑造)(?:了|的)?[^，。；]{0,14}$|(?:小说|电影|电视剧|话剧|戏|剧|影片)(?:里|中|主人公|主角|男主角|女主角)的?[^，。；]{0,9}$")
"""扮演的县委书记A, 小说主人公A: of a tale."""
_PAST_MARKS = (
    "上届", "上一届", "原", "上任", "前", "时任", "曾任", "历任", "前任", "原任", "退休前", "退休前任", "离任", "卸任", "老", "退休", "离休",
    "当时的", "当年的", "那时的",
)
_THROUGHOUT = ("时任", "曾任", "历任", "退休前", "退休前任")
"""Marks that hold for the whole stack: 时任副省长、省抗旱领导小组组长."""


@dataclass(frozen=True, slots=True)
class Statement:
    """How a text says that persons hold posts: the status, the rule, and where.

    `at` is the evidence's place if it is not the role's; `since` and `until` are ISO 8601;
    `open_career` marks a dated step of a career without an end; `over`, one whose end the text tells; `paired`, that persons and titles are told off in order.
    """

    status: Status
    rule: str
    at: int | None = None
    since: str | None = None
    until: str | None = None
    open_career: bool = False
    over: bool = False
    paired: bool = False


def is_past(stack: Stack) -> bool:
    """Does the stack open with 原, 时任, 前 …?"""
    return _past_mark(stack.units[0])


def _past_mark(unit: Unit) -> bool:
    return not unit.marks.startswith("新") and any(mark in unit.marks for mark in _PAST_MARKS)


def emit(passage: Passage, persons: Sequence[Named], units: Sequence[Unit], said: Statement) -> None:
    """Draft one membership a person and unit; a unit of several bodies is shared out in order, or held in all by one person."""
    if not persons:
        return
    if _PLAYED.search(passage.text, max(passage.start, persons[0].start - 24), persons[0].start):
        return
    voided, gone = ended(passage, persons, marked=any(unit.marks for unit in units)), lapsed(passage, units)
    for index, named in enumerate(persons):
        named = replace(named, name=registry(passage).full(named.name))
        registry(passage).add(named.name)
        passage.persons.append(named.mention(passage.text))
        past = throughout = False
        above: str | None = None
        marked = any(unit.marks in _PAST_MARKS for unit in units)
        mine = [units[index]] if said.paired and len(units) == len(persons) > 1 else units
        for unit in mine:
            now = unit.marks == "现任" or passage.text[unit.start - 2 : unit.start] == "现任"
            throughout = not now and (throughout or unit.marks in _THROUGHOUT)
            past = not now and past
            past = _past_mark(unit) or (past and _goes_with(unit, above)) or throughout
            above = unit.organization or above
            past = past or ("首任" in unit.marks and said.status == "current" and said.rule != "membership.held_by")
            status = "removed" if gone else _status(unit, said.status, past, voided, marked)
            for body in _bodies(unit, index, len(persons)):
                if body is not None or not needs_body(unit.role.text):
                    draft(passage, _draft(passage, named, unit, body, status, said))


def _goes_with(unit: Unit, above: str | None) -> bool:
    """原党组成员、财务股股长A: is the title of the body before it, or of a unit of that, so that its 原 holds here too?"""
    return unit.body is None or bool(above and unit.organization and unit.organization.startswith(above))


def _status(unit: Unit, stated: Status, past: bool, voided: bool, elsewhere: bool) -> Status:
    """The status of one title: 原 makes it past, 不再担任上述职务 ends it, 新任 begins it, 代 is acting.

    `elsewhere`: another title of the stack is past, so that 不再担任 ends that one only.
    """
    if voided and stated == "current" and (past or not elsewhere):
        return "removed"
    if past and stated != "removed":
        return status_of(unit.role.text, "former")
    if "新" in unit.marks:
        return "appointed"
    return status_of(unit.role.text, stated)


def _bodies(unit: Unit, index: int, holders: int) -> Iterator[str | None]:
    """The bodies of one holder: the one in his turn (甲县、乙县财政局局长A、B), or all where there is one holder."""
    all_bodies = [*unit.others, unit.organization]
    if unit.others and holders == len(all_bodies):
        yield all_bodies[index]
    elif unit.others and holders == 1 and unit.several:
        yield from all_bodies
    else:
        yield unit.organization


def _draft(passage: Passage, named: Named, unit: Unit, body: str | None, status: Status, said: Statement) -> Draft:
    written = passage.text[unit.body[0] : unit.body[1]].replace(" ", "") if unit.body else None
    weight = min(1.0, max(0.0, named.weight / 8))
    return Draft(
        evidence=evidence_for(passage, unit.role.start if said.at is None else said.at, said.rule),
        person=named.name,
        role=unit.role.text,
        organization=body,
        organization_text=written,
        status=status,
        at=unit.role.start,
        confidence=round(0.7 + 0.2 * weight + (0.08 if unit.body else 0.0) - (0.2 if body is None else 0.0), 3),
        places={
            "person": [(named.start, named.end)],
            "role": [(unit.role.start, unit.role.end)],
            "organization": [unit.body] if unit.body else [],
        },
        inferred=(("organization", unit.inferred),) if unit.inferred else (),
        since=said.since,
        until=said.until,
        open_career=said.open_career,
        over=said.over,
    )
