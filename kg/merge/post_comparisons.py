"""What the posts of two persons of one name tell: where they were held, how high they stand, and when.

    organization   农业部部长, 农业农村部部长    reformed: a body and what it became
    region         武汉市, 黄冈市             same_province
    role           处长 → 部长 in a year      too_fast
    time           two full-time posts at once, in two provinces

A comparison chooses the level that fits best over all pairs of posts, or none where a profile does not tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from kg.annotate.divisions import by_code
from kg.merge.levels import Found, levels
from kg.merge.lines import became
from kg.merge.names import Body, body
from kg.merge.ranks import LADDER
from kg.merge.traits import CENTRAL, Held, Traits

__all__ = ["organization", "region", "role", "seniority", "time"]

_MUNICIPALITIES = frozenset(("11", "12", "31", "50"))
_MINISTERIAL = LADDER.index("副部级")
_NEAR = 30
"""Days between two posts that nobody can have left and taken up unseen."""
_FAR = 25
_YEAR = 365.25


def organization(a: Traits, b: Traits) -> Found:
    """The best level over all pairs of posts."""
    pairs = list(product(a.posts, b.posts))
    for level, fits in _ORGANIZATION:
        found = sorted(" / ".join(sorted({p.body.name, q.body.name})) for p, q in pairs if fits(p, q))
        if found:
            return level, found[0]
    return ("different", "") if pairs else None


def _same_post(p: Held, q: Held) -> bool:
    return p.organization == q.organization and p.role == q.role != ""


def _same_body(p: Held, q: Held) -> bool:
    return p.organization == q.organization


def _is_unit(p: Held, q: Held) -> bool:
    return p.root.name == q.root.name and (_holds(p.body, q.body) or _holds(q.body, p.body))


def _holds(whole: Body, part: Body) -> bool:
    """Is `part` a unit of `whole`, or a unit of a unit?"""
    while part.parent:
        if part.parent == whole.name:
            return True
        part = body(part.parent)
    return False


def _reformed(p: Held, q: Held) -> bool:
    one, other = p.root, q.root
    if not one.row or not other.row or one.row == other.row or one.place != other.place:
        return False
    return became(one, other) or became(other, one)


def _same_line(p: Held, q: Held) -> bool:
    return p.line == q.line != "" and p.place != "" and p.place[:2] == q.place[:2]


def _line_elsewhere(p: Held, q: Held) -> bool:
    return p.line == q.line != ""


def _led(p: Held, q: Held) -> bool:
    return (p.root.above == q.body.name and q.body.region is not None) or (
        q.root.above == p.body.name and p.body.region is not None
    )


_ORGANIZATION: tuple[tuple[str, Callable[[Held, Held], bool]], ...] = (
    ("same_post", _same_post),
    ("same_body", _same_body),
    ("reformed", _reformed),
    ("unit", _is_unit),
    ("same_line", _same_line),
    ("led", _led),
    ("line_elsewhere", _line_elsewhere),
)


def region(a: Traits, b: Traits) -> Found:
    """The nearest that a place of one is to a place of the other."""
    here, there = ({post.place for post in traits.posts} - {""} for traits in (a, b))
    if not here or not there:
        return None
    pairs = sorted((min(p, q), max(p, q)) for p, q in product(here, there))
    for level, fits in _REGION:
        found = next((pair for pair in pairs if fits(*pair)), None)
        if found:
            return level, " / ".join(dict.fromkeys(map(_place_name, found)))
    return "different", " / ".join(dict.fromkeys(map(_place_name, pairs[0])))


def _same_place(p: str, q: str) -> bool:
    """One prefecture, or one county of those that no prefecture has; the districts of Beijing are several places."""
    own = p[:2] in _MUNICIPALITIES or p[2:4] == "90"
    return p[2:4] != "00" and (p == q if own else p[:4] == q[:4])


_REGION: tuple[tuple[str, Callable[[str, str], bool]], ...] = (
    ("same_place", _same_place),
    ("same_province", lambda p, q: p[:2] == q[:2] and p != CENTRAL),
    ("both_central", lambda p, q: p == q == CENTRAL),
    ("central_and_local", lambda p, q: p == CENTRAL != q),
)


def _place_name(code: str) -> str:
    known = by_code(code)
    return known.name if known else "中央"


def seniority(a: Traits, b: Traits) -> Found:
    """Of so few people two seldom have one name."""
    high = [
        sorted(post.label for post in traits.posts if post.step is not None and post.step <= _MINISTERIAL)
        for traits in (a, b)
    ]
    return ("ministerial", " / ".join(sorted((high[0][0], high[1][0])))) if all(high) else None


def role(a: Traits, b: Traits) -> Found:
    """Ranks of the two posts that are nearest in time."""
    pairs = [
        (abs(q.since - p.since), p, q) if p.since <= q.since else (abs(q.since - p.since), q, p)
        for p, q in product(a.posts, b.posts)
        if p.since is not None and q.since is not None and p.step is not None and q.step is not None
    ]
    if not pairs:
        return None
    days, earlier, later = min(pairs, key=lambda pair: (pair[0], pair[1].label, pair[2].label))
    rise, detail = (earlier.step or 0) - (later.step or 0), f"{earlier.label} → {later.label}"
    if rise < 0:
        return "falling", detail
    return ("rising" if rise <= 1 + days / _YEAR / 2 else "too_fast"), detail


def time(a: Traits, b: Traits) -> Found:
    """The worst that the times of full-time posts say."""
    found = sorted(
        (levels()["time", level].weight, level, " / ".join(sorted((p.label, q.label))))
        for p, q in product(a.posts, b.posts)
        if _at_once(p, q)
        for level in _clash(p, q)
    )
    if found:
        return found[0][1], found[0][2]
    days = a.days, b.days
    if all(days):
        years = max(min(days[1]) - max(days[0]), min(days[0]) - max(days[1])) / _YEAR
        return ("far_apart", f"{years:.0f}") if years > _FAR else None
    return None


def _at_once(p: Held, q: Held) -> bool:
    """Were both posts surely held at one time?  A post taken up just after the other was seen is a move."""
    spans = [
        (t.since, t.until, t.appointed) for t in (p, q) if t.full_time and t.since is not None and t.until is not None
    ]
    if len(spans) < 2:
        return False
    (_, until, _), (since, _, appointed) = sorted(spans)
    return since < until or (since - until <= _NEAR and not appointed)


def _clash(p: Held, q: Held) -> Iterator[str]:
    if not p.place or not q.place or p.organization == q.organization:
        return
    if CENTRAL in (p.place, q.place):
        if p.place != q.place:
            yield "central_and_local"
    elif p.place[:2] != q.place[:2]:
        yield "two_provinces"
    if p.body.kind == q.body.kind and p.root.name != q.root.name and not _led(p, q):
        yield "two_bodies"
