"""Kind `sum`: the same allocation told by several documents (a block is an amount).

Two facts of different documents tell the same where three of fund, payer, place and date agree and none of the four differs;
an unknown agrees with nothing and differs from nothing.  All but the best of them `repeat` it, so that a sum counts the
money once; together they are one merged fact with all their evidence, surer with each independent source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from kg.merge.corroboration import Telling, corroborate
from kg.merge.days import days, late
from kg.merge.derived import Derived, DerivedEdge, DerivedNode, ref
from kg.merge.grants import Grant, best, grants
from kg.merge.profile import Profile
from kg.model import Rejected, content_hash

__all__ = ["items", "merged", "reduce"]

_ENOUGH = 3
_YEAR, _QUARTER = 370, 92
"""Days within which a report follows what it tells; days between two reports that give no date."""
_MOST = 300
"""Facts of which each is compared with each; of more, neighbours in order."""


def items(known: Profile) -> Iterator[tuple[str, Grant]]:
    """Every allocation, by its amount."""
    for grant in grants(known):
        yield "\t".join((grant.currency, grant.amount, grant.most, grant.kind)), grant


def reduce(key: str, found: Sequence[Grant]) -> Derived:
    """A merged fact for every allocation that several documents tell."""
    nodes, edges = [], []
    for group in merged(found):
        if len(group) < 2:
            continue
        first = best(group)
        sources, confidence = corroborate(Telling(one.document, one.sketch, one.confidence) for one in group)
        node = ref("sum", content_hash("sum", key, min(one.fact for one in group)))
        values = (("amount_exact", first.amount), ("confidence", confidence), ("currency", first.currency),
                  *((("date", first.date),) if first.date else ()), ("sources", sources))  # fmt: skip
        nodes.append(DerivedNode(node, first.label, values))
        for one in group:
            edges.append(DerivedEdge(node, "DERIVED_FROM", ref("fact", one.fact)))
            if one is not first:
                edges.append(DerivedEdge(ref("fact", one.fact), "REPEATS", ref("fact", first.fact)))
    return Derived(tuple(sorted(nodes)), tuple(sorted(edges)), tuple(_too_many(key, found)))


def merged(found: Sequence[Grant]) -> list[list[Grant]]:
    """The facts in groups that tell the same; no two of a group are of one document, and no two differ."""
    group = {one.fact: [one] for one in found}
    for _, one, other in sorted(_pairs(found)):
        left, right = group[one.fact], group[other.fact]
        if left is not right and all(_may_join(a, b) for a in left for b in right):
            left += right
            for moved in right:
                group[moved.fact] = left
    unique = {id(members): members for members in group.values()}
    return sorted(sorted(members) for members in unique.values())


def _may_join(one: Grant, other: Grant) -> bool:
    return one.document != other.document and agreement(one, other) is not None


def _pairs(found: Sequence[Grant]) -> Iterator[tuple[tuple[int, ...], Grant, Grant]]:
    """Pairs that agree enough, with how much less than wholly: those most alike come first."""
    for bucket in _buckets(found).values():
        for one, other in combinations(bucket, 2) if len(bucket) <= _MOST else pairwise(bucket):
            agreed = agreement(one, other) if one.document != other.document else None
            if agreed is not None and agreed >= _ENOUGH:
                yield (-agreed, one.target != other.target, one.recipient != other.recipient), one, other


def _buckets(found: Sequence[Grant]) -> dict[tuple[str, ...], list[Grant]]:
    """Facts that may agree in three of the four."""
    buckets: dict[tuple[str, ...], list[Grant]] = defaultdict(list)
    for one in found:
        where, year = "、".join(one.regions), one.date[:4]
        if one.fund and where and year:
            buckets["fund, place, year", one.fund, where, year].append(one)
        for name in one.payers:
            if one.fund and where:
                buckets["fund, payer, place", one.fund, name, where].append(one)
            if one.fund and year:
                buckets["fund, payer, year", one.fund, name, year].append(one)
            if where and year:
                buckets["payer, place, year", name, where, year].append(one)
    return buckets


def _too_many(key: str, found: Sequence[Grant]) -> Iterator[Rejected]:
    for name, bucket in sorted(_buckets(found).items()):
        if len(bucket) > _MOST:
            text = f"{key} {' '.join(name)}: {len(bucket)} facts"
            yield Rejected("", "merge", "too many facts of one amount to compare each with each", text)


def agreement(one: Grant, other: Grant) -> int | None:
    """How many of fund, payer, place and date agree; None where one of them differs."""
    found = (_funds(one, other), _payers(one, other), _places(one, other), _dates(one, other))
    return None if None in found else sum(filter(None, found))


def _funds(one: Grant, other: Grant) -> int | None:
    if not (one.fund and other.fund):
        return 0
    if one.fund == other.fund:
        return 1
    return 0 if one.fund in other.fund or other.fund in one.fund else None


def _payers(one: Grant, other: Grant) -> int | None:
    if set(one.payers) & set(other.payers):
        return 1
    purses = set(one.purses), set(other.purses)
    return None if all(purses) and not purses[0] & purses[1] else 0


def _places(one: Grant, other: Grant) -> int | None:
    if not (one.regions and other.regions):
        return 0
    return 1 if one.regions == other.regions else None


def _dates(one: Grant, other: Grant) -> int | None:
    """Stated dates agree if one is the other, or in it; a report comes after what it tells, and not long after."""
    if one.date and other.date:
        return 1 if one.date.startswith(other.date) or other.date.startswith(one.date) else None
    if one.date or other.date:
        dated, report = (one, other) if one.date else (other, one)
        begins = dated.date.partition("/")[0]
        if not report.seen:
            return 0
        return 0 if begins <= late(report.seen) and days(begins, report.seen) <= _YEAR else None
    return None if one.seen and other.seen and days(one.seen, other.seen) > _QUARTER else 0
