"""Persons of one name, as they are compared: the distinct profiles, with all that their documents say.

Documents that give somebody the same posts are one profile, whose posts are held from the first day to the last that one
of them tells of; so a minister of ten thousand documents is compared once.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kg.merge.context import home_of
from kg.merge.lines import line
from kg.merge.names import Body, body
from kg.merge.ranks import LADDER, rank
from kg.merge.vitals import UNTOLD, Vitals

__all__ = ["CENTRAL", "Held", "PersonItem", "Post", "Traits", "distinct"]

CENTRAL = "000000"
"""Stands for the territory of a central body."""
_NOWHERE = frozenset({"bank", "central_enterprise", "finance", "international", "policy_bank", "university"})
_PART_TIME = re.compile(r"代表|理事|顾问|名誉|兼职|特邀|特聘|委员$|会员|成员$|组长|召集人|嘉宾|教授|院士|专家|主席团")
_ASSEMBLIES = frozenset({"npc", "cppcc", "local_congress", "local_cppcc", "party"})
_BESIDE = re.compile(
    r"(?:协会|学会|商会|研究会|促进会|基金会|联谊会|领导小组|指挥部|专班|联席会议|工作组|专家组)(?:办公室)?$"
)
_DATE = re.compile(r"^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A post of a local person: `organization` is the ref of the body, `body` its canonical name; unknown is empty."""

    organization: str
    role: str
    status: str
    since: str
    until: str
    fact: str
    body: str = ""


@dataclass(frozen=True, slots=True, order=True)
class PersonItem:
    """A person of one document, or of a row of the user's persons.csv.

    `local` is its id, `parts` (role, fact, date) for all that it has a part in, `seen` the document's date, `companions`
    the other persons named with it.  Of a row of the user's table, `row` is its number, `identifiers` (("own_id", "A17"), ("wikidata", "Q1")).
    `ruled` is what the user says of it: (("different", entry), ("same", entry), ("alias", name), ("name", name)).
    """

    local: str
    name: str
    posts: tuple[Post, ...] = ()
    parts: tuple[tuple[str, str, str], ...] = ()
    seen: str = ""
    companions: tuple[str, ...] = ()
    vitals: Vitals = UNTOLD
    row: int = 0
    identifiers: tuple[tuple[str, str], ...] = ()
    ruled: tuple[tuple[str, str], ...] = ()

    @property
    def alone(self) -> bool:
        """Is it like nobody else: a row, without a post, or told from others by the user?"""
        return bool(self.row) or not self.posts or any(kind == "different" for kind, _ in self.ruled)


@dataclass(frozen=True, slots=True)
class Held:
    """A post as it is compared.

    `root` is the body that a unit belongs to, `line` its line of work.  `place` is a region's code, `CENTRAL` or empty;
    `step` the place on the ladder of ranks from the highest, or None; `since` and `until` are days between which it surely
    was held, or None; `appointed` says that `since` is the day of an appointment; `full_time` that nobody holds two such.
    """

    organization: str
    body: Body
    root: Body
    line: str
    role: str
    place: str
    step: int | None
    since: int | None
    until: int | None
    appointed: bool
    full_time: bool

    @property
    def label(self) -> str:
        """湖北省财政厅副厅长."""
        return self.body.name + self.role


@dataclass(slots=True)
class Traits:
    """One distinct profile; `items` are the persons who have it."""

    name: str
    posts: tuple[Held, ...]
    vitals: Vitals
    identifiers: tuple[tuple[str, str], ...]
    items: tuple[PersonItem, ...]
    companions: frozenset[str] = field(default_factory=frozenset)

    @property
    def days(self) -> list[int]:
        """Every day on which a post surely was held."""
        return [day for post in self.posts for day in (post.since, post.until) if day is not None]


def distinct(items: Sequence[PersonItem]) -> list[Traits]:
    """The distinct profiles, in the order of the least item of each.  Somebody without a post is like nobody else."""
    groups: dict[tuple[object, ...], list[PersonItem]] = defaultdict(list)
    for item in sorted(items):
        posts = frozenset((post.organization, post.role) for post in item.posts)
        groups[posts, item.vitals, item.identifiers, item.local if item.alone else ""].append(item)
    return [_traits(group) for group in groups.values()]


def _traits(group: Sequence[PersonItem]) -> Traits:
    found: dict[tuple[str, str], list[tuple[Post, str]]] = defaultdict(list)
    for item in group:
        for post in item.posts:
            found[post.organization, post.role].append((post, item.seen))
    first = group[0]
    return Traits(
        name=first.name,
        posts=tuple(_held(told) for _, told in sorted(found.items())),
        vitals=first.vitals,
        identifiers=first.identifiers,
        items=tuple(group),
        companions=frozenset(name for item in group for name in item.companions),
    )


def _held(told: Sequence[tuple[Post, str]]) -> Held:
    post = told[0][0]
    known = body(post.body or post.organization)
    root = known
    while root.parent:
        root = body(root.parent)
    days = sorted(day for one, seen in told for day in _days(one, seen))
    return Held(
        post.organization,
        known,
        root,
        line(root),
        post.role,
        _place_of(known, root),
        _step(post.role, known.name),
        days[0][0] if days else None,
        max(day for day, _ in days) if days else None,
        bool(days and days[0][1]),
        bool(post.role) and not _PART_TIME.search(post.role) and not _is_assembly(known),
    )


def _is_assembly(known: Body) -> bool:
    """Members of congresses, conferences, parties, associations and headquarters have another post beside."""
    return known.kind in _ASSEMBLIES or bool(_BESIDE.search(known.name))


def _days(post: Post, seen: str) -> Iterator[tuple[int, bool]]:
    """(day on which the post was held, is it that of the appointment?)"""
    appointed = post.status == "appointed"
    if post.since and post.status != "removed":
        yield from ((day, appointed) for day in _day(post.since))
    elif seen and post.status in ("current", "appointed", "acting", "removed"):
        yield from ((day, appointed) for day in _day(seen))
    if seen and post.status in ("current", "acting"):
        yield from ((day, False) for day in _day(seen))
    if post.until:
        yield from ((day, False) for day in _day(post.until))


@lru_cache(maxsize=65536)
def _day(iso: str) -> tuple[int, ...]:
    """The first day of a date known to the day or the month; none of a year, which says too little."""
    match = _DATE.match(iso)
    if not match or not match[2]:
        return ()
    year, month = int(match[1]), int(match[2])
    if not (year >= 1 and 1 <= month <= 12):
        return ()
    return (date(year, month, min(int(match[3] or 1) or 1, monthrange(year, month)[1])).toordinal(),)


@lru_cache(maxsize=65536)
def _step(role: str, name: str) -> int | None:
    found = rank(role, name).name if role else ""
    return LADDER.index(found) if found else None


def _place_of(known: Body, root: Body) -> str:
    """The code of a body's territory, or `CENTRAL`; for a school or firm, of the place that it is called after."""
    if known.region:
        return known.region
    if root.id and root.kind not in _NOWHERE:
        return CENTRAL
    return home_of(root.name) or ""
