"""Kind `transfer`: money that one level passes on to the next (a block is a fund and the place that passes it on).

    财政部 → 湖北省  中央财政救灾资金 10亿元
    湖北省财政厅 → 武汉市  中央财政救灾资金 3亿元      passedDownFrom the first

The second is money of the first, so that a sum that counts the first must not count it.  What a place pays of its own
(省级…, 本级…, 配套) is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.annotate.divisions import Region, ancestors, by_code
from kg.merge.days import days, late
from kg.merge.derived import Derived, DerivedEdge, ref
from kg.merge.grants import CENTRAL, Grant, best, grants
from kg.merge.profile import Profile

__all__ = ["TransferItem", "items", "reduce"]

_ABOVE = re.compile(r"中央|上级|国家|转下达|转拨|分解下达")
_OWN = re.compile(r"本级|配套|自筹|自有")
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


def reduce(key: str, found: Sequence[TransferItem]) -> Derived:
    """Each payment, tied to the latest receipt before it that it can be a share of."""
    received = [item.grant for item in found if not item.paid]
    edges = set()
    for item in found:
        fund = key.partition("\t")[0]
        if not item.paid or not (item.sure or len(fund) > _SHORT):
            continue
        sources = [one for one in received if _can_be(one, item.grant)]
        if sources:
            last = max(map(_when, sources))
            source = best([one for one in sources if _when(one) == last])
            edges.add(DerivedEdge(ref("fact", item.grant.fact), "PASSED_DOWN_FROM", ref("fact", source.fact)))
    return Derived(edges=tuple(sorted(edges)))


def _can_be(source: Grant, share: Grant) -> bool:
    """Money of the same currency, no less of it, received before it was paid on, and not long before."""
    if source.fact == share.fact or source.currency != share.currency or share.part_of == source.fact:
        return False
    if Decimal(source.most or source.amount) < Decimal(share.amount):
        return False
    received, paid = _when(source), _when(share)
    return not (received and paid) or (received <= late(paid) and days(received, paid) <= _DAYS)


def _when(one: Grant) -> str:
    return one.date.partition("/")[0] or one.seen
