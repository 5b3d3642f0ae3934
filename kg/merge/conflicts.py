"""Kind `conflict`: different amounts of the same fund, payer, place and date (a block is these four).

Two documents that give two amounts contradict each other: both facts are kept, with a `conflict` between them, and the
one that fewer independent sources tell is `outweighedBy` the other, so that a sum counts the money once.  No conflict:
amounts that one document tells side by side; parts that add up to the other's amount; 12.5亿元 where another has
12.48亿元, which it rounds and repeats; a plan and what came of it; running totals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from kg.merge.corroboration import Corroboration, Telling, corroborate
from kg.merge.derived import Derived, DerivedEdge, ref
from kg.merge.grants import Grant, best, grants
from kg.merge.profile import Profile
from kg.model import Rejected

__all__ = ["items", "reduce"]

_MONTH = 7
"""Characters of the least exact date that two amounts can contradict each other on."""
_MOST = 60
"""Amounts of which each is compared with each."""
_NEAR = Decimal("0.1")
"""How far 约3亿元 may be from the amount that it stands for."""
_VAGUE = frozenset("约 近 超 逾 超过 多 余 大约 将近 左右 以上 不低于 不少于".split())


def items(known: Profile) -> Iterator[tuple[str, Grant]]:
    """Every flow of money whose fund, payer, place and date are known."""
    for one in grants(known):
        if one.kind == "flow" and not one.most and one.fund and one.payers and one.regions and len(one.date) >= _MONTH:
            plan = "planned" if one.stage == "planned" else ""
            for_what = one.fund, "、".join(one.purses or one.payers), "、".join(one.regions), one.date
            yield "\t".join((*for_what, one.currency, plan)), one


def reduce(key: str, found: Sequence[Grant]) -> Derived:
    """The conflicts between the amounts, and which is outweighed; what only rounds another repeats it."""
    amounts: dict[Decimal, list[Grant]] = defaultdict(list)
    for one in found:
        amounts[Decimal(one.amount)].append(one)
    if len(amounts) > _MOST:
        text = key.replace("\t", " ")
        return Derived(rejected=(Rejected("", "merge", "too many amounts to look for conflicts among them", text),))
    edges = {edge for pair in combinations(sorted(amounts), 2) for edge in _between(amounts, *pair)}
    return Derived(edges=tuple(sorted(edges)))


def _between(amounts: dict[Decimal, list[Grant]], low: Decimal, high: Decimal) -> Iterator[DerivedEdge]:
    one, other = amounts[low], amounts[high]
    if _side_by_side(one, other) or not {p for g in one for p in g.payers} & {p for g in other for p in g.payers}:
        return
    rounded = _rounds(one, low, high), _rounds(other, high, low)
    if any(rounded):
        rough, exact = (one, other) if rounded[0] else (other, one)
        yield from (DerivedEdge(ref("fact", g.fact), "REPEATS", ref("fact", best(exact).fact)) for g in rough)
        return
    if _adds_up(amounts, one, high) or _adds_up(amounts, other, low):
        return
    lesser, greater = sorted((one, other), key=_weight)
    yield DerivedEdge(ref("fact", best(lesser).fact), "CONFLICT", ref("fact", best(greater).fact))
    for grant in lesser:
        yield DerivedEdge(ref("fact", grant.fact), "OUTWEIGHED_BY", ref("fact", best(greater).fact))


def _side_by_side(one: Sequence[Grant], other: Sequence[Grant]) -> bool:
    return bool({g.document for g in one} & {g.document for g in other})


def _rounds(found: Sequence[Grant], rough: Decimal, exact: Decimal) -> bool:
    """Does 12.5亿元 stand for 12.48亿元, or 约3亿元 for 2.93亿元?"""
    if all(g.qualifier in _VAGUE for g in found):
        return abs(rough - exact) <= exact * _NEAR
    digits = len(rough.normalize().as_tuple().digits)
    if digits < 2 or len(exact.normalize().as_tuple().digits) <= digits:
        return False
    unit = Decimal(1).scaleb(exact.adjusted() - digits + 1)
    return (exact / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit == rough


def _adds_up(amounts: dict[Decimal, list[Grant]], found: Sequence[Grant], whole: Decimal) -> bool:
    """Does a document that tells one amount tell others of the same fund, place and date that come to the whole?"""
    documents = {g.document for g in found}
    return any(
        sum((amount for amount, told in amounts.items() for g in told if g.document == document), Decimal()) == whole
        for document in documents
    )


def _weight(found: Sequence[Grant]) -> tuple[Corroboration, str, Decimal]:
    """More sources, then surer, then published later, then more."""
    told = corroborate(Telling(g.document, g.sketch, g.confidence) for g in found)
    return told, max(g.seen for g in found), Decimal(found[0].amount)
