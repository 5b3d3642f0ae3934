"""The component: stacks of titles, their holders on either side, drafts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from kg.annotate.passage import Passage, PersonMention
from kg.annotate.roles import has_role, needs_body
from kg.extract.memberships.holders import Named, after, person_at, registry
from kg.extract.memberships.links import PROPOSED, Link, link_before
from kg.extract.memberships.records import Draft, draft, evidence_for, status_of
from kg.extract.memberships.subjects import carried, context_status, is_cv, mode_of, persons_before, set_subject
from kg.extract.memberships.titles import Stack, Unit, find_stacks, resolve_stack
from kg.model import Status

__all__ = ["extract_memberships"]

_LIST_GAP = re.compile(r"(?:（[^（）\n]{1,30}）)?(?:同志)?(?:、|，|和|及|与|以及|；)?(?:原|时任|现任)?")
_BY = re.compile(r"(?:一职|职务)?(?:，)?由")
_TAKES = re.compile(r"(?:同志)?(?:兼任|担任|出任|兼|任)")
_SHARED = frozenset(("成员", "委员", "组员"))
_PAST_MARKS = ("原", "前", "时任", "曾任", "历任", "前任", "原任", "退休前", "退休前任", "离任")


def extract_memberships(passage: Passage) -> None:
    """Find the posts that a passage states; drafts are kept until the article ends.  Fills `passage.persons`."""
    text = passage.text
    line = text[passage.start : passage.end]
    passage.state.memory["mode"] = mode_of(line) or passage.state.memory.get("mode")
    _open_subject(passage)
    if has_role(line):
        _walk(passage, find_stacks(passage))
    passage.persons = _mentions(passage)


def _open_subject(passage: Passage) -> None:
    named = person_at(passage, passage.start, threshold=1.0)
    if named and is_cv(passage, named.end):
        registry(passage).add(named.name)
        set_subject(passage, named)


def _walk(passage: Passage, stacks: list[Stack]) -> None:
    """Stack after stack, in reading order: each may inherit its organization from the list it stands in."""
    text = passage.text
    stops = frozenset(s.start for s in stacks) | frozenset(u.start for s in stacks for u in s.units)
    previous: str | None = None
    end_of_last, shared, pending = -1, list[Unit](), list[Stack]()
    for stack in stacks:
        listed = 0 <= end_of_last <= stack.start and bool(_LIST_GAP.fullmatch(text, end_of_last, stack.start))
        resolve_stack(passage, stack, previous if listed else None)
        holders = after(passage, stack.end, stops, of=_is_past(stack) or "现任" in stack.units[0].marks)
        if holders:
            units = [*(shared if listed else []), *stack.units]
            _emit(passage, holders, units, "current", "membership.title")
            pending = _taken_by(passage, pending, holders)
            shared = (shared if listed else []) + [u for u in stack.units if u.role.text in _SHARED and u is not stack.units[-1]]
            end_of_last, previous = holders[-1].end, stack.units[-1].organization
            if not is_cv(passage, holders[0].end) or True:
                set_subject(passage, holders[0])
        elif _BY.match(text, stack.end):
            pending.append(stack)
        elif not _by_link(passage, stack):
            _in_brackets(passage, stack)


def _is_past(stack: Stack) -> bool:
    return any(mark in stack.units[0].marks for mark in _PAST_MARKS)


def _taken_by(passage: Passage, pending: list[Stack], holders: list[Named]) -> list[Stack]:
    """检查组组长由…局长闻道担任: the post named first is the holder's too."""
    if pending and _TAKES.match(passage.text, holders[-1].end):
        for stack in pending:
            _emit(passage, holders, stack.units, "current", "membership.held_by")
        return []
    return pending


def _by_link(passage: Passage, stack: Stack) -> bool:
    """Persons before the stack, joined to it by a link (为, 任, 不再担任, 的 …)."""
    text = passage.text
    low, _ = passage.segment_of(stack.start)
    found = link_before(text, low, stack.start)
    if not found:
        return False
    link, at = found
    if link.status == PROPOSED:
        passage.state.reject("membership", "proposed, not appointed", at, stack.end)
        return True
    status = _status(passage, link, low, at, stack)
    if status is None:
        return False
    persons = persons_before(passage, low, at)
    if not persons and link.id.split(".")[1] not in ("as", "of"):
        subject = carried(passage, low, at)
        persons = [subject] if subject else []
    if not persons:
        return False
    set_subject(passage, persons[0])
    _emit(passage, persons, stack.units, status, link.id)
    return True


def _status(passage: Passage, link: Link, low: int, at: int, stack: Stack) -> Status | None:
    """The link's status, or the context's for 任, 为 and 的; None where the context has none."""
    if link.status == "in_office":
        return cast(Status, context_status(passage, low, at) or "appointed")
    if link.status == "as":
        return "appointed" if context_status(passage, low, at) else None
    if link.status == "of":
        removed = passage.text.startswith(("职务", "一职", "等职务", "的职务"), stack.end) or context_status(passage, low, at) == "removed"
        return "removed" if removed and context_status(passage, low, at) in ("removed", None) else None
    return cast(Status, link.status)


def _in_brackets(passage: Passage, stack: Stack) -> None:
    """张三（财政部部长）, and lines of a table: 张三　财政部部长."""
    text = passage.text
    before = text[stack.start - 1 : stack.start]
    if before == "（" and text.startswith("）", stack.end):
        persons = persons_before(passage, passage.segment_of(stack.start)[0], stack.start - 1)
        _emit(passage, persons[-1:], stack.units, "current", "membership.bracket")
    elif before == " " and not text[stack.end : passage.end].strip(" （）"):
        named = person_at(passage, passage.start, threshold=1.6)
        if named and not text[named.end : stack.start].strip():
            _emit(passage, [named], stack.units, "current", "membership.table")


def _emit(passage: Passage, persons: Iterable[Named], units: Iterable[Unit], status: Status, rule: str) -> None:
    for named in persons:
        registry(passage).add(named.name)
        for unit in units:
            if unit.organization is None and needs_body(unit.role.text):
                continue
            stated: Status = "former" if any(m in unit.marks for m in _PAST_MARKS) and status != "removed" else status
            if "新任" in unit.marks or "首任" in unit.marks and status == "current":
                stated = "appointed"
            draft(passage, _draft(passage, named, unit, status_of(unit.role.text, stated), rule))


def _draft(passage: Passage, named: Named, unit: Unit, status: Status, rule: str) -> Draft:
    written = passage.text[unit.body[0] : unit.body[1]].replace(" ", "") if unit.body else None
    weight = min(1.0, max(0.0, named.weight / 8))
    return Draft(
        evidence=evidence_for(passage, unit.role.start, rule),
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
