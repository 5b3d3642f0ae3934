"""Are two profiles of one name one person?  A sum of weights, each for what one comparison finds.

    name 姓名            王建军: about 52 in a million                  -5.7
    organization 机构    a body and what it became: 农业部 → 农业农村部    +7
    region 地区          both in central bodies                       +2
    …
    sum 合计             +4.3: the same person, for the threshold is +2

Weights are logarithms to base 2 of how much more often something is found with one person than with two (as in splink):
each level's is in a table, with its words (`kg.merge.levels`); the name's comes from its share of all people
(`kg.merge.rarity`).  What posts tell is in `kg.merge.post_comparisons`, the other comparisons are here.
A comparison chooses the level that fits best, or none where a profile does not tell.  No weight depends on the corpus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import log2

from kg.merge import post_comparisons as posts
from kg.merge.levels import Found, Term, levels
from kg.merge.rarity import share
from kg.merge.traits import Traits

__all__ = ["FLOOR", "THRESHOLD", "compare", "excludes", "weight"]

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
    ("organization", posts.organization),
    ("region", posts.region),
    ("seniority", posts.seniority),
    ("role", posts.role),
    ("time", posts.time),
    ("birth", _birth),
    ("gender", _same_or_not("gender")),
    ("ethnicity", _same_or_not("ethnicity")),
    ("origin", _same_or_not("origin")),
    ("identifier", _identifier),
)
"""In the order in which they are explained; the name stands before them and the companions after."""
