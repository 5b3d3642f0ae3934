"""Kind `transfer`: money that one level passes on to the next (a block is a fund and the place that passes it on).

    财政部 → 湖北省  中央财政救灾资金 10亿元
    湖北省财政厅 → 武汉市  中央财政救灾资金 3亿元      passedDownFrom the first

The second is money of the first, so that a sum that counts the first must not count it.  What a place pays of its own
(省级…, 本级…, 配套) is none of it, nor is the money of another budget year, unless it is called so (2023年…资金).  Of several
receipts it is the one that is not outweighed by a contradicting one, that the parts add up to, and the latest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.annotate.divisions import Region, ancestors, by_code
from kg.merge.conflicts import rivals
from kg.merge.corroboration import Telling, corroborate
from kg.merge.days import days, late
from kg.merge.derived import Derived, DerivedEdge, ref
from kg.merge.grants import CENTRAL, Grant, best, grants
from kg.merge.profile import Profile
from kg.merge.sums import merged

__all__ = ["TransferItem", "items", "reduce"]

_ABOVE = re.compile(r"中央|上级|国家|转下达|转拨|分解下达")
_OWN = re.compile(r"本级|配套|自筹|自有")
_BUDGET = re.compile(r"(20\d\d)年")
_YEAR = 4
_SHORT = 5
"""Characters of a fund's name below which many have it: 救灾资金 is then the same money only if it is said to be."""
_DAYS = 400
"""A budget year, and the weeks after it in which money is passed on."""


@dataclass(frozen=True, slots=True, order=True)
class TransferItem:
    """The place received (`paid` false), or one in it or below it paid on; `sure` if the money is said to be from above."""

    paid: bool
    sure: bool
    grant: Grant


def items(known: Profile) -> Iterator[tuple[str, TransferItem]]:
    """What a place received, by the place; what its bodies paid, by the place and, if from above, by those above it."""
    for one in grants(known):
        if one.kind != "flow" or not one.fund:
            continue
        for code in _codes(one.regions):
            if _from_above(one, code):
                yield f"{one.fund}\t{code}", TransferItem(False, False, one)
        for region in _paying(one):
            sure = _said_to_be(one, region)
            for place in ancestors(region):
                if place is region or sure:
                    yield f"{one.fund}\t{place.code}", TransferItem(True, sure, one)


def _codes(regions: Sequence[str]) -> Iterator[str]:
    return (name.partition(":")[2] for name in regions if name.startswith("region:"))


def _from_above(one: Grant, code: str) -> bool:
    """Is the payer a central body, or one of a place that this one is in?"""
    region = by_code(code)
    above = {place.code for place in ancestors(region)} - {code} if region else set()
    return CENTRAL in one.purses or bool(above & set(one.purses))


def _paying(one: Grant) -> Iterator[Region]:
    """The place that pays, if all that it pays to is in it, and the money is not its own."""
    if len(one.purses) != 1 or _OWN.search(one.level + one.target + one.action):
        return
    region = by_code(one.purses[0])
    if region is None or (one.level and region.name.endswith(one.level.rstrip("级"))):
        return
    for code in _codes(one.regions):
        place = by_code(code)
        if place is None or place is region or region not in ancestors(place):
            return
    yield region


def _said_to_be(one: Grant, region: Region) -> bool:
    """省级…资金 that a city pays, 中央…资金 that a province pays, or the word 转下达."""
    above = [place.name for place in ancestors(region) if place is not region]
    named = bool(one.level) and any(name.endswith(one.level.rstrip("级")) for name in above)
    return named or bool(_ABOVE.search(one.level + one.action + one.target))


@dataclass(frozen=True, slots=True)
class _Receipt:
    """One allocation received, by all that tell of it, with the number of independent sources."""

    told: list[Grant]
    sources: int

    def before(self, share: Grant) -> list[Grant]:
        return [one for one in self.told if _can_be(one, share)]

    def outweighed_by(self, other: _Receipt) -> bool:
        """Does the other contradict it by its amount, and do more sources tell that one?"""
        if other.sources <= self.sources or other.told[0].amount == self.told[0].amount:
            return False
        return any(rivals(one, two) for one in self.told for two in other.told)

    def parts(self, shares: Sequence[Grant]) -> set[tuple[tuple[str, ...], str]]:
        """The payers whose payments come to the whole: those of a document, or ("") of all, each told once."""
        payments: dict[tuple[tuple[str, ...], str, object], Decimal] = {}
        for share in filter(self.before, shares):
            payments[share.purses, share.document, share.fact] = Decimal(share.amount)
            payments[share.purses, "", (share.regions, share.amount)] = Decimal(share.amount)
        sums: dict[tuple[tuple[str, ...], str], Decimal] = defaultdict(Decimal)
        for (purses, document, _), amount in payments.items():
            sums[purses, document] += amount
        return {payer for payer, amount in sums.items() if amount == Decimal(self.told[0].amount)}


def _receipts(found: Iterable[Grant]) -> list[_Receipt]:
    amounts: dict[tuple[str, ...], list[Grant]] = defaultdict(list)
    for one in found:
        amounts[one.currency, one.amount, one.most].append(one)
    groups = (group for _, tellings in sorted(amounts.items()) for group in merged(tellings))
    return [
        _Receipt(group, corroborate(Telling(g.document, g.sketch, g.confidence) for g in group).sources)
        for group in groups
    ]


def reduce(key: str, found: Sequence[TransferItem]) -> Derived:
    """Each payment, tied to the receipt before it that it is most likely a share of."""
    fund = key.partition("\t")[0]
    shares = [item.grant for item in found if item.paid and (item.sure or len(fund) > _SHORT)]
    receipts = _receipts(item.grant for item in found if not item.paid) if shares else []
    better = [{at for at, other in enumerate(receipts) if one.outweighed_by(other)} for one in receipts]
    parts = [one.parts(shares) for one in receipts]
    edges = set()
    for share in shares:
        able = {at: told for at, one in enumerate(receipts) if (told := one.before(share))}
        ranked = [
            (bool({(share.purses, share.document), (share.purses, "")} & parts[at]), _when(one), one)
            for at, told in able.items() if not better[at] & able.keys()
            for one in told
        ]  # fmt: skip
        if ranked:
            top = max(rank for *rank, _ in ranked)
            source = best([one for *rank, one in ranked if rank == top])
            edges.add(DerivedEdge(ref("fact", share.fact), "PASSED_DOWN_FROM", ref("fact", source.fact)))
    return Derived(edges=tuple(sorted(edges)))


def _can_be(source: Grant, share: Grant) -> bool:
    """Money of the same currency, no less of it, of the same budget year, received before it was paid on."""
    if source.fact == share.fact or source.currency != share.currency or share.part_of == source.fact:
        return False
    if Decimal(source.most or source.amount) < Decimal(share.amount):
        return False
    received, paid = _when(source), _when(share)
    if received and paid and not _budgets(source) & _budgets(share):
        return False
    return not (received and paid) or (received <= late(paid) and days(received, paid) <= _DAYS)


def _when(one: Grant) -> str:
    return one.date.partition("/")[0] or one.seen


def _budgets(one: Grant) -> set[str]:
    """The years whose money it may be: that in its name (2023年…资金), else that in which it was paid; and that of its use."""
    named = _BUDGET.search(one.label)
    return {named[1] if named else _when(one)[:_YEAR], *_BUDGET.findall(one.target)}
