"""The component: stacks of titles, their holders on either side, drafts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.annotate.bodies import path
from kg.annotate.passage import Passage, PersonMention
from kg.annotate.roles import RoleMention, find_roles, has_role, is_staff
from kg.annotate.school import is_part, says_ours
from kg.extract.memberships.alone import in_term, name_below
from kg.extract.memberships.at_hand import ITS_BODY
from kg.extract.memberships.careers import in_brackets, of_the_cv, open_subject
from kg.extract.memberships.columns import title_rows
from kg.extract.memberships.discourse import set_subject
from kg.extract.memberships.emit import Statement, emit
from kg.extract.memberships.heads import is_abroad
from kg.extract.memberships.held import handed_on, held_by, put_out, quits
from kg.extract.memberships.holders import Named, after, alone, raw_name, registry
from kg.extract.memberships.inherit import resolve_stack
from kg.extract.memberships.introduced import apposed, counted, pointed_at, presented, said_to_be
from kg.extract.memberships.linked import Chain, by_link
from kg.extract.memberships.links import GIVEN, link_before
from kg.extract.memberships.paired import MOVED, bracketed, moved, relative, takes_of
from kg.extract.memberships.pending import ALSO, goes_on, proposed
from kg.extract.memberships.records import drafts_of
from kg.extract.memberships.roster import read_roster
from kg.extract.memberships.stations import near_body
from kg.extract.memberships.status import was
from kg.extract.memberships.subjects import mode_of
from kg.extract.memberships.titles import find_stacks
from kg.extract.memberships.units import Stack, Unit
from kg.model import Status

__all__ = ["extract_memberships"]
_LIST_GAP = re.compile(r"(?:（[^（）\n]{1,30}）)?(?:同志|先生|女士|[上中少大]将|[大上中少]校)?(?:、|，|和|及|与|以及|；|代表)?(?:原|时任|现任)?")
_CHAIN_GAP = re.compile(r"(?:（[^（）\n]{1,30}）)?[，、；](?:后|其间|期间|并|同时)?(?:兼任?|任|担任|连任)?")
_ENDS_TITLE = re.compile(r"[，、；。：（）\n ]|兼|等|职务|一职|至|期间|$")
_TAKEN_UP = re.compile("(?:转|调|挂|升|出|改|接)任$")
_LEAVES = re.compile(r"(?:同志)?，?(?:已|则|现)?(?:转任|调任|改任|升任|晋升为|调离|另有任用)")
"""副处长A调任…: the title that stands before the name is the one that A gives up."""
_SCHOOLS = ("大学", "学院", "医院", "研究院", "研究所", "科学院")
_RANK = re.compile(r"(?:教授|院士|研究员|博士|讲师|师)$")
_SHARED = frozenset(("成员", "委员", "组员"))


def extract_memberships(passage: Passage) -> None:
    """Find the posts that a passage states; drafts are kept until the article ends.  Fills `passage.persons`."""
    line = passage.text[passage.start : passage.end]
    passage.state.memory["mode"] = mode_of(line) or passage.state.memory.get("mode")
    open_subject(passage)
    if not title_rows(passage) and not read_roster(passage) and has_role(line):
        _walk(passage, find_roles(passage.text, passage.start, passage.end))
    passage.persons = _mentions(passage)


@dataclass(slots=True)
class _Walk:
    """Where the reading of a passage's stacks stands: what the next stack may inherit, and from where."""

    passage: Passage
    stacks: dict[int, Stack]
    stops: frozenset[int]
    previous: str | None = None
    """The body named last in the list."""
    end: int = -1
    """Where the last holders end."""
    group: str | None = None
    """The body whose last post a verb gave to a holder (组长由市长A担任，副组长…)."""
    group_at: int = -1
    """Where that post stands."""
    shared: list[Unit] = field(default_factory=list)
    """Titles before a list that hold for each entry (成员甲局局长A、乙局局长B)."""
    pending: list[Stack] = field(default_factory=list)
    chain: Chain | None = None
    holders: Sequence[Named] = ()
    """The last holders that stand behind a title, and where that title ends (院长（…主委）A)."""
    title_end: int = -1
    told: Sequence[Unit] = ()
    """The titles of the last holder, if others may hold them as well."""


def _walk(passage: Passage, roles: list[RoleMention]) -> None:
    """Stack after stack, in reading order: each may inherit its organization from the list it stands in."""
    stacks = find_stacks(passage, roles)
    stops = frozenset(
        at for s in stacks for u in s.units if not _after_name(u) for at in (s.start, u.start, u.role.start)
    ) | frozenset(role.start for role in roles)
    walk = _Walk(passage, {s.start: s for s in stacks}, stops)
    for stack in stacks:
        if bracketed(passage, stack, walk.holders, walk.title_end, walk.chain):
            continue
        listed = 0 <= walk.end <= stack.start and bool(_LIST_GAP.fullmatch(passage.text, walk.end, stack.start))
        chained = walk.chain if walk.chain and _CHAIN_GAP.fullmatch(passage.text, walk.chain.end, stack.start) else None
        previous = walk.group if walk.group is not None and GIVEN.match(passage.text, stack.end) else walk.previous
        resolve_stack(passage, stack, previous if listed or chained else _of_group(walk, stack))
        walk.chain = None
        _place(walk, stack, listed, chained)
    quits(passage, stacks)
    handed_on(passage, stacks)


def _of_group(walk: _Walk, stack: Stack) -> str | None:
    """代表团团长由市长A担任，…B任副团长，C兼任|秘书长: the body whose head the sentence has told of, for a bare post that one takes up."""
    passage = walk.passage
    low = passage.segment_of(stack.start)[0]
    if not walk.group or stack.units[0].body or walk.group_at < low:
        return None
    link = link_before(passage.text, low, stack.start)
    return walk.group if link and link[0].status in ("in_office", "appointed", "current") else None


def _ends_part(passage: Passage, stack: Stack) -> bool:
    """甲任代理市长　乙…: does the blank of a headline end what 任 says of the one before?"""
    link = link_before(passage.text, passage.segment_of(stack.start)[0], stack.start)
    return passage.text.startswith(" ", stack.end) and link is not None and link[0].status == "in_office"


def _after_name(unit: Unit) -> bool:
    """张三教授: does the title begin with its holder, who may hold the title before as well?"""
    return unit.holder is not None and unit.start == unit.holder[0]


def _place(walk: _Walk, stack: Stack, listed: bool, chained: Chain | None) -> None:
    """Find the holders of one stack: inside it, after it, by 由 or 为, carried along a chain, before it."""
    passage, last = walk.passage, stack.units[-1].organization
    if stack.units[0].holder:
        _name_first(walk, stack)
        return
    unit = stack.units[-1]
    place = "bodied" if unit.body else "common" if is_staff(unit.role.text) else "title"
    of = takes_of(passage, stack)
    led = ITS_BODY.match(passage.text, stack.end, passage.end) or _ends_part(passage, stack)
    holders = [] if led else after(passage, stack.end, walk.stops, of=of, role=unit.role.text, place=place, abroad=is_abroad(passage.text, stack.units[0].body))
    holders = holders or name_below(passage, stack)
    if holders and proposed(passage, stack, holders[0]):
        set_subject(passage, holders[0])
    elif holders:
        _follow(walk, stack, holders, listed)
    elif held_by(passage, stack, walk.stacks) is not None or any(told(passage, stack) for told in (counted, presented, pointed_at, in_term)):
        walk.previous, walk.group, walk.group_at = last, last or "", stack.start
        if passage.text.startswith(("，", "职务，", "一职，"), stack.end):
            by_link(passage, stack)  # A不再担任院长，由B接任
    elif relative(passage, stack):
        walk.pending.append(stack)
    elif walk.pending and (taken_up := moved(passage, walk.pending[-1], stack)):
        walk.pending, walk.chain, walk.previous = [], taken_up, last
    elif chained and _ENDS_TITLE.match(passage.text, stack.end):
        emit(passage, chained.persons, stack.units, chained.said)
        walk.chain, walk.previous = Chain(chained.persons, chained.said, stack.end), last
    else:
        walk.chain = by_link(passage, stack) or in_brackets(passage, stack) or of_the_cv(passage, stack)
        told = walk.chain or said_to_be(passage, stack) or apposed(passage, stack)
        if not told and goes_on(passage, walk.stacks, stack):
            walk.pending.append(stack)
        walk.previous = last if walk.chain else walk.previous


def _follow(walk: _Walk, stack: Stack, holders: list[Named], listed: bool) -> None:
    """The names right after a stack hold its titles, and those that the list's head shares."""
    passage = walk.passage
    shared = walk.shared if listed and "，" not in passage.text[walk.end : stack.start] else []
    taken = _TAKEN_UP.search(passage.text, max(passage.start, stack.start - 4), stack.start)
    of = passage.text[stack.end : holders[0].start].startswith("的")
    if of and passage.text[stack.start - 1] == "当":
        near_body(passage, stack, passage.segment_of(stack.start)[0], stack.start - 1)
    leaves = len(holders) == 1 and _LEAVES.match(passage.text, holders[0].end, passage.end)
    served = passage.text.endswith(("曾任", "历任", "曾担任", "原任"), 0, stack.start)
    past = leaves or served or (of and was(passage, stack))
    gone = put_out(passage, stack, holders[-1]) or (of and passage.text.endswith("卸任", 0, stack.start))
    status: Status = "removed" if gone else "appointed" if taken and of else "former" if past else "current"
    said = Statement(status, "membership.title")
    emit(passage, holders, [*shared, *stack.units], said)
    titled = passage.state.memory.setdefault("titled", {})
    assert isinstance(titled, dict)
    titled[holders[0].start] = stack.start
    begin = stack.start
    for waiting in reversed(walk.pending):
        gap, begin = passage.text[waiting.end : begin], waiting.start
        if gap in ("的", "，") or ALSO.fullmatch(gap) or MOVED.fullmatch(gap):
            status = "former" if MOVED.fullmatch(gap) else "current"
            emit(passage, holders, waiting.units, Statement(status, "membership.relative"))
    if stack.start == passage.start and passage.text[stack.end : holders[0].start] == "：" and holders[0].end == passage.end:
        passage.state.memory["card"] = holders[0]
    walk.pending = []
    walk.shared = shared + [u for u in stack.units[:-1] if u.role.text in _SHARED]
    walk.end, walk.previous = holders[-1].end, stack.units[-1].organization
    walk.holders, walk.title_end = holders, stack.end
    walk.told = () if alone(stack.units[-1].role.text) else stack.units
    set_subject(passage, holders[0])


def _name_first(walk: _Walk, stack: Stack) -> None:
    """校长A教授, 副校长A教授、B教授: the rank of one who was given a title right before, or shares that of the list."""
    passage, first = walk.passage, stack.units[0]
    last, holder_end = stack.units[-1].organization, (first.holder or (0, 0))[1]
    listed = passage.text[walk.end : stack.start] in ("、", "和") and bool(_RANK.search(first.role.text))
    told = walk.told if listed and first.body is None else ()
    if first.role.text == "院士" and first.body is None:
        first.organization = None  # 主任甲代表|乙院士: of no office
    elif walk.end != holder_end and not listed:
        walk.told = ()
    elif first.body is None and walk.end == holder_end and first.role.text == "主任" and len(stack.units) == 1:
        first.organization = None  # 工会主席甲|主任: how one is addressed
    elif first.body is None and walk.end == holder_end:
        school = next((s for s in path(walk.previous or "") if s.endswith(_SCHOOLS)), None)
        first.organization, last = walk.previous and (school or first.organization or walk.previous), walk.previous or last
        if says_ours(passage.state) and _RANK.search(first.role.text) and (school is None or is_part(school, passage.state)):
            first.organization = None
    ranked = first.organization is not None or not (told or walk.end == holder_end)
    walk.end, walk.previous = _named_inside(passage, stack, [*_told_before(walk, stack), *told], ranked=ranked), last


def _told_before(walk: _Walk, stack: Stack) -> list[Unit]:
    """某大学副校长、|某集团A董事长: the titles that wait for the holder inside the next one."""
    waiting = [s for s in walk.pending if s.end + 1 == stack.start and walk.passage.text[s.end] in "，、"]
    walk.pending = []
    return [unit for s in waiting for unit in s.units]


def _named_inside(passage: Passage, stack: Stack, told: Sequence[Unit], *, ranked: bool) -> int:
    """李健主任: the holder stands before the role, and holds the titles `told` of the list; returns where the title ends.

    `ranked`: is the title one to keep, rather than a rank in a body that the text does not name?
    """
    start, end = stack.units[0].holder or (0, 0)
    named = Named(start, end, raw_name(passage, start, end), 4.0)
    emit(passage, [named], told, Statement("current", "membership.title"))
    if ranked and (stack.units[0].body or not _is_told(passage, named.name, stack.units[0].role.text)):
        emit(passage, [named], stack.units, Statement("current", "membership.name_first"))
    set_subject(passage, named)
    return stack.end


def _is_told(passage: Passage, name: str, role: str) -> bool:
    """党支部书记A…，A书记代表…: does the text give the post of that noun to the same one before?"""
    return any(d.person == name and d.organization and d.role.endswith(role) for d in drafts_of(passage.state))


def _mentions(passage: Passage) -> list[PersonMention]:
    """Every mention in the passage of a name that the article has established."""
    found = registry(passage).mentions(passage.text, passage.start, passage.end)
    return [PersonMention(at, at + len(name), name, name) for at, name in found]
