"""Posts over time: what many documents say of one post → spells, each with its boundaries and how they are known.

    2019-03-05  任命林某为局长      → begins 2019-03-05 (stated)
    2020-06     局长林某出席        → last seen 2020-06: never an end
    2021-08-02  任命周某为局长      → ends 2021-08-02 (successor), since only one person at a time is 局长

A *spell* is one person's time in one post.  A boundary has a date if one is stated (or is that of the successor), a basis,
and the day it is known by: the publication of the document that first says so.  Dates are ISO 8601 of any precision;
a month sorts before its days (`kg.merge.days`).  Pure functions of sorted, distinct tellings.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from kg.merge.days import LAST, late

__all__ = ["HELD", "NOWHERE", "Boundary", "Spell", "Told", "spells"]

HELD = frozenset({"current", "appointed", "acting"})
"""States of a post that is held; with another it was."""


class Boundary(NamedTuple):
    """Where a spell begins or ends: `date` if known, `basis` (stated, appointment, removal, successor, former), and

    `known`, the day it was known by.  All empty: nobody says.
    """

    date: str = ""
    basis: str = ""
    known: str = ""


NOWHERE = Boundary()
_YEAR = 4


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """One membership fact: `status`, `since`, `until` as there; `when` the day of the act, if an event tells of it;

    `seen` the day its document was published; unknown is empty.  `whose` tells apart persons of one name whom the user says
    to be different.
    """

    name: str
    status: str
    since: str
    until: str
    when: str
    seen: str
    fact: str
    whose: str = ""

    @property
    def at(self) -> str:
        """Where the fact stands in time, for sorting; an end comes late in its day, month or year, nothing last."""
        if self.status in HELD:
            return self.since or self.when or self.seen or LAST
        return late(self.until or self.when or self.seen or LAST)

    @property
    def held(self) -> str:
        """A day on which the post was held, empty if the fact names none: an appointment tells of its own day."""
        if self.status not in HELD:
            return ""
        if self.status == "appointed":
            return self.since or self.when or self.seen
        return self.when or self.seen or self.since


@dataclass(frozen=True, slots=True)
class Spell:
    """`first` and `last` are the days on which the post is seen held; `facts` the ids of all that is told of it.

    `key` names the spell within its post: whose it is, acting or not, and which of that person's it is.  `before` is
    the key of the spell that it succeeded, in a post that one person holds at a time.
    """

    name: str
    acting: bool
    key: str
    begin: Boundary
    end: Boundary
    first: str
    last: str
    facts: tuple[str, ...]
    before: str = ""
    whose: str = ""

    @property
    def opens(self) -> str:
        """The earliest day that the spell is known for."""
        return min(filter(None, (self.begin.date, self.begin.known, self.first)), default="")

    @property
    def closes(self) -> str:
        """The day by which it had ended; empty where nobody says that it has."""
        return self.end.date or self.end.known


def spells(told: Iterable[Told], seat: bool) -> list[Spell]:
    """The spells of one post, in order of time; `seat` says that one person holds it at a time."""
    holders: dict[tuple[str, str, bool], list[Told]] = defaultdict(list)
    for item in sorted(set(told)):
        holders[item.name, item.whose, item.status == "acting"].append(item)
    found = [spell for (*_, acting), items in sorted(holders.items()) for spell in _of_one(items, acting)]
    found = sorted(_confirmed(found), key=_order)
    return _succeeded(found) if seat else found


def _order(spell: Spell) -> tuple[str, str, str, bool, str]:
    return spell.opens or spell.closes, spell.closes or LAST, spell.name, not spell.acting, spell.key


def _of_one(items: Iterable[Told], acting: bool) -> Iterator[Spell]:
    """One person's spells in the post: a new one begins with an appointment after an end."""
    groups: list[list[Told]] = []
    ended = ""
    for item in sorted(items, key=lambda item: (item.at, _STEP[item.status], item)):
        starts = item.status in ("appointed", "acting") or (item.status in HELD and bool(item.since))
        if not groups or (ended and starts and ended <= item.at < LAST):
            groups.append([])
            ended = ""
        groups[-1].append(item)
        if item.until or item.status not in HELD:
            ended = item.until or item.when or item.seen
    return (_spell(group, acting, number) for number, group in enumerate(groups))


_STEP = {"appointed": 0, "acting": 1, "current": 2, "former": 3, "removed": 4}
"""What comes first of what is told of one day."""


def _spell(group: Sequence[Told], acting: bool, number: int) -> Spell:
    days = sorted(filter(None, (item.held for item in group)))
    appointed = [item for item in group if item.status == "appointed" or (item.status == "acting" and item.when)]
    begin = _boundary(
        ((item.since, "stated", item.seen) for item in group if item.since),
        ((item.when, "appointment", item.seen) for item in appointed),
    )
    end = _boundary(
        ((item.until, "removal" if item.status == "removed" else "stated", item.seen) for item in group if item.until),
        ((item.when, "removal", item.seen) for item in group if item.status == "removed"),
        (("", "former", item.seen) for item in group if item.status == "former"),
    )
    name, whose, facts = group[0].name, group[0].whose, tuple(sorted(item.fact for item in group))
    key = f"{name}\t{'acting' if acting else ''}\t{number}" + (f"\t{whose}" if whose else "")
    return Spell(name, acting, key, begin, end, days[0] if days else "", days[-1] if days else "", facts, whose=whose)


def _boundary(*kinds: Iterable[tuple[str, str, str]]) -> Boundary:
    """The best told: of the first kind that is told at all, the date that most say, then the most exact, the earliest."""
    found = next(filter(None, (sorted(set(kind)) for kind in kinds)), None)
    if found is None:
        return NOWHERE
    dates = [date for date, _, _ in found if date]
    agreed = {date: sum(date.startswith(other) for other in dates) for date in dates}
    date = min(agreed, key=lambda one: (-agreed[one], -len(one), one), default="")
    same = [(basis, known) for other, basis, known in found if other == date]
    return Boundary(date, min(basis for basis, _ in same), min((known for _, known in same if known), default=""))


def _confirmed(found: Sequence[Spell]) -> Iterator[Spell]:
    """Who acts in a post and is then appointed to it acts no more: the appointment ends the acting spell."""
    for spell in found:
        full = (s for s in found if spell.acting and not s.acting and _who(s) == _who(spell) and _starts(s))
        after = next((other for other in full if spell.opens and spell.opens <= late(other.opens)), None)
        yield _closed(spell, after) if after and not spell.end.basis else spell


def _who(spell: Spell) -> tuple[str, str]:
    return spell.name, spell.whose


def _succeeded(found: Sequence[Spell]) -> list[Spell]:
    """A post that one person holds at a time: who comes next closes it, and each is linked to who was there before."""
    starts = [spell for spell in found if _starts(spell)]
    opens = [spell.opens for spell in starts]
    done = [_followed(spell, starts[bisect_left(opens, _least(spell)) :]) for spell in found]
    ended = sorted((spell for spell in done if spell.closes), key=_ending)
    ends = [spell.closes for spell in ended]
    return [replace(spell, before=_before(ended[: bisect_right(ends, late(spell.opens))], spell)) for spell in done]


def _least(spell: Spell) -> str:
    """The year in which another can have come after it at the earliest: a year sorts before its days."""
    return max(spell.last, spell.begin.date, spell.opens)[:_YEAR]


def _followed(spell: Spell, later: Iterable[Spell]) -> Spell:
    after = next((other for other in later if other.name != spell.name and _follows(spell, other)), None)
    return _closed(spell, after) if after and _open(spell, after) else spell


def _ending(spell: Spell) -> tuple[str, str, str]:
    return spell.closes, spell.opens, spell.key


def _closed(spell: Spell, after: Spell) -> Spell:
    return replace(spell, end=Boundary(after.begin.date, "successor", after.begin.known or after.first))


def _open(spell: Spell, after: Spell) -> bool:
    """Is nothing said of its end, or only that it had ended by a day later than the successor's?"""
    return not spell.end.basis or (spell.end.basis == "former" and spell.closes >= after.opens)


def _follows(spell: Spell, other: Spell) -> bool:
    """Does `other` come after all that is told of `spell`?  Who is only seen in a post must be so on a later day."""
    if not spell.opens or not _starts(other) or spell.opens >= other.opens:
        return False
    last = max(spell.last, spell.begin.date)
    return last <= late(other.opens) if other.begin.basis else late(last) < other.opens


def _starts(spell: Spell) -> bool:
    return bool(spell.opens and (spell.begin.basis or spell.first))


def _before(ended: Sequence[Spell], spell: Spell) -> str:
    """The key of the last of the spells that had ended when this one opened: another person's, and begun before it."""
    if not spell.opens:
        return ""
    others = (o for o in reversed(ended) if o.name != spell.name and (not o.opens or o.opens < spell.opens))
    return next((other.key for other in others), "")
