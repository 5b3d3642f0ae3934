"""Are two profiles of one name one person?  A sum of weights, each for what one comparison finds.

    name 姓名            王建军: about 52 in a million                  -5.7
    organization 机构    a body and what it became: 农业部 → 农业农村部    +7
    region 地区          both in central bodies                       +2
    …
    sum 合计             +4.3: the same person, for the threshold is +2

Weights are logarithms to base 2 of how much more often something is found with one person than with two (as in splink):
each level's is in `data/comparisons.tsv`, with its words; the name's comes from its share of all people (`kg.merge.rarity`).
A comparison chooses the level that fits best, or none where a profile does not tell.  No weight depends on the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from math import log2
from typing import NamedTuple

from kg.annotate.divisions import by_code
from kg.merge.lines import became
from kg.merge.names import Body, body
from kg.merge.ranks import LADDER
from kg.merge.rarity import share
from kg.merge.traits import CENTRAL, Held, Traits

__all__ = ["FLOOR", "THRESHOLD", "Level", "Term", "compare", "excludes", "levels", "weight"]

THRESHOLD = 2.0
"""A sum of this and more is one person (four to one)."""
FLOOR = -6.0
"""A sum below the threshold and not below this may be one person; what is below is not worth a word."""
_NEVER = -15.0
"""A single weight of this and less is never one person, whatever links them otherwise."""
_RIVALS = 1e6
"""How many people might be meant by a name in documents of this kind; of a name that one in a million has, one."""
_NAME_BOUNDS = (-8.0, 3.0)
_COMPANY_BOUND = 6.0
_MUNICIPALITIES = frozenset(("11", "12", "31", "50"))
_MINISTERIAL = LADDER.index("副部级")
_NEAR = 30
"""Days between two posts that nobody can have left and taken up unseen."""
_FAR = 25
_YEAR = 365.25


class Level(NamedTuple):
    """What a comparison may find: its weight and its words, with `{detail}`."""

    weight: float
    chinese: str
    english: str


class Term(NamedTuple):
    """One line of a sum: `comparison` found `level`, which weighs `weight`; `detail` says what was compared."""

    comparison: str
    level: str
    weight: float
    detail: str

    @property
    def words(self) -> tuple[str, str]:
        """Chinese, English."""
        known = levels()[self.comparison, self.level]
        return known.chinese.format(detail=self.detail), known.english.format(detail=self.detail)


Found = tuple[str, str] | None
"""Level and detail, or nothing."""


@cache
def levels() -> dict[tuple[str, str], Level]:
    """(comparison, level) → its weight and words."""
    lines = (files("kg.merge") / "data" / "comparisons.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return {(comparison, level): Level(float(weight), *words) for comparison, level, weight, *words in rows}


def compare(a: Traits, b: Traits) -> tuple[Term, ...]:
    """The terms of the sum for two profiles of one name; the same for (b, a)."""
    terms = [_name(a.name)]
    for comparison, find in _COMPARISONS:
        found = find(a, b)
        if found:
            level, detail = found
            terms.append(Term(comparison, level, levels()[comparison, level].weight, detail))
    terms += _company(a, b)
    return tuple(terms)


def weight(terms: tuple[Term, ...]) -> float:
    """Their sum, to two digits."""
    return round(sum(term.weight for term in terms), 2)


def excludes(terms: tuple[Term, ...]) -> bool:
    """Must the two stay apart even where a third profile links them?

    So it is with a weight that nothing makes up for, and with posts held at once where the pair's own sum is no better.
    """
    clash = any(term.comparison == "time" and term.level != "far_apart" for term in terms)
    return any(term.weight <= _NEVER for term in terms) or (clash and weight(terms) < THRESHOLD)


def _name(name: str) -> Term:
    found = share(name)
    if found is None:
        return Term("name", "hidden", levels()["name", "hidden"].weight, "")
    low, high = _NAME_BOUNDS
    told = f"{round(1 / found):,}"
    return Term("name", "rarity", round(min(high, max(low, -log2(found * _RIVALS))), 2), told)


def _organization(a: Traits, b: Traits) -> Found:
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


def _region(a: Traits, b: Traits) -> Found:
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


def _seniority(a: Traits, b: Traits) -> Found:
    """Of so few people two seldom have one name."""
    high = [
        sorted(post.label for post in traits.posts if post.step is not None and post.step <= _MINISTERIAL)
        for traits in (a, b)
    ]
    return ("ministerial", " / ".join(sorted((high[0][0], high[1][0])))) if all(high) else None


def _role(a: Traits, b: Traits) -> Found:
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


def _time(a: Traits, b: Traits) -> Found:
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


def _company(a: Traits, b: Traits) -> Iterator[Term]:
    """Others who are named with both: a rare name says more than a common one."""
    shared = sorted(a.companions & b.companions)
    if shared:
        total = sum(min(4.0, max(1.0, 6 + _name(name).weight)) for name in shared)
        yield Term("companion", "shared", round(min(_COMPANY_BOUND, total), 2), "、".join(shared))


def _birth(a: Traits, b: Traits) -> Found:
    one, other = sorted((a.vitals.birth, b.vitals.birth))
    if not one:
        return None
    if other.startswith(one):
        return ("same_month" if len(one) > 4 else "same_year"), one
    return "different", f"{one} / {other}"


def _same_or_not(key: str) -> Callable[[Traits, Traits], Found]:
    def found(a: Traits, b: Traits) -> Found:
        one, other = sorted((getattr(a.vitals, key), getattr(b.vitals, key)))
        if not one:
            return None
        same = one in other or other in one
        return ("same", one) if same else ("different", f"{one} / {other}")

    return found


def _identifier(a: Traits, b: Traits) -> Found:
    one, other = dict(a.identifiers), dict(b.identifiers)
    for key in sorted(one.keys() & other.keys()):
        if one[key] != other[key]:
            return "different", " / ".join(sorted((one[key], other[key])))
    same = sorted(one[key] for key in one.keys() & other.keys())
    return ("same", same[0]) if same else None


_COMPARISONS: tuple[tuple[str, Callable[[Traits, Traits], Found]], ...] = (
    ("organization", _organization),
    ("region", _region),
    ("seniority", _seniority),
    ("role", _role),
    ("time", _time),
    ("birth", _birth),
    ("gender", _same_or_not("gender")),
    ("ethnicity", _same_or_not("ethnicity")),
    ("origin", _same_or_not("origin")),
    ("identifier", _identifier),
)
"""In the order in which they are explained; the name stands before them and the companions after."""
