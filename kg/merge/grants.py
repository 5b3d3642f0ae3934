"""Allocations as the blocks of money compare them: fund without its level, payers, places, day, in plain values.

中央财政农业生产救灾资金, 财政部, 湖北省      → fund 农业生产救灾资金, from above; payer organization:mof, purse CN
湖北省财政                                    → organization of 湖北省财政厅, purse 420000
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.divisions import by_code
from kg.merge.entities import Entity
from kg.merge.identity import canonical, organization_ref
from kg.merge.names import body
from kg.merge.profile import Profile
from kg.merge.reprints import sketch
from kg.model import Allocation, decimal_text

__all__ = ["CENTRAL", "Grant", "best", "grants", "payer", "plain_fund"]

CENTRAL = "CN"
"""The purse of all central bodies; that of a local one is the code of its territory."""
_DAY = 10
_LEVEL = re.compile(
    r"^(?:\d{4}年度?|第?[一二三四五六七八九十\d]+批(?:次)?|提前下达|(?:预拨|下达)(?=.{4})|"
    r"(?P<level>中央|上级|(?:省|自治区|市|州|盟|县|区|旗|本)(?:本)?级)(?:级)?(?:财政|预算内)*)"
)
_LEAST = 4
"""Characters of a fund's name that must be left."""
_TREASURY = re.compile(r"(?:[省市县区州盟旗]?本?级)?(?:地方)?财政$")
_STATE = frozenset({"department", "direct_body", "national_bureau", "special_body", "office", "institution"})
"""Kinds of central bodies that pay public money."""
_CENTRAL = re.compile(r"^(?:中央|国家)(?:级)?(?:财政|预算)?$")


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """One allocation.  `payers` are refs, `purses` whose money it is, `regions` refs (a place without a code: its name);

    `level` is the level that the fund's name gives (中央, 省级, 本级 …), `date` as there, `seen` the day of publication.
    """

    amount: str
    currency: str
    kind: str
    stage: str
    fund: str
    level: str
    payers: tuple[str, ...]
    purses: tuple[str, ...]
    regions: tuple[str, ...]
    area: str
    date: str
    seen: str
    target: str
    recipient: str
    action: str
    qualifier: str
    most: str
    part_of: str
    label: str
    fact: str
    document: str
    sketch: str
    confidence: float


def plain_fund(name: str) -> tuple[str, str]:
    """The name without year, instalment and level, and the level: 2023年中央财政救灾资金 → 救灾资金, 中央."""
    level = ""
    while found := _LEVEL.match(name):
        rest = name[found.end() :]
        if len(rest) < _LEAST or not found[0]:
            break
        level = level or found["level"] or ("中央" if "中央" in found[0] else "")
        name = rest
    return name, level


def payer(name: str) -> tuple[str, str]:
    """The ref of a payer, a treasury being its finance department, and its purse (empty where unknown)."""
    if _CENTRAL.match(name):
        return organization_ref(body("财政部")), CENTRAL
    known = body(name)
    region = by_code(known.region) if known.region else None
    treasury = _TREASURY.search(known.name)
    if region and treasury:
        office = "财政厅" if region.level == 1 and region.kind != "municipality" else "财政局"
        known = body(known.name[: treasury.start()] + office)
    if known.region:
        return organization_ref(known), known.region
    top = known
    while top.parent:
        top = body(top.parent)
    return organization_ref(known), CENTRAL if top.id and top.kind in _STATE else ""


def grants(known: Profile) -> Iterator[Grant]:
    """The allocations of one document, in the order of its facts."""
    entities = {e.id: e for e in known.entities}
    linked: dict[tuple[str, str], list[Entity]] = {}
    for said, role, local in known.links:
        linked.setdefault((said, role), []).append(entities[local])
    text, seen = sketch(known.signature), (known.published or "")[:_DAY]
    for identifier, fact in known.facts:
        if isinstance(fact, Allocation):
            payers = [payer(e.name) for e in linked.get((identifier, "funder"), ())]
            regions = {_region(e) for e in linked.get((identifier, "region"), ())}
            fund = next((e.name for e in linked.get((identifier, "fund"), ())), "")
            yield _grant(fact, identifier, fund, payers, regions, (known.document, text, seen))


def _region(entity: Entity) -> str:
    return canonical(entity) if entity.identifiers else entity.label


def _grant(
    fact: Allocation,
    identifier: str,
    name: str,
    payers: list[tuple[str, str]],
    regions: set[str],
    source: tuple[str, str, str],
) -> Grant:
    fund, level = plain_fund(name)
    where = f" → {fact.region}" if fact.region else ""
    document, text, seen = source
    return Grant(
        amount=decimal_text(fact.amount), currency=fact.currency, kind=fact.kind, stage=fact.stage,
        fund=fund, level=level, payers=tuple(sorted({name for name, _ in payers})),
        purses=tuple(sorted({purse for _, purse in payers} - {""})), regions=tuple(sorted(regions)),
        area=fact.region or "", date=fact.date or "", seen=seen, target=fact.target or "", recipient=fact.recipient or "",
        action=fact.action or "", qualifier=fact.qualifier or "",
        most="" if fact.amount_max is None else decimal_text(fact.amount_max), part_of=fact.part_of or "",
        label=f"{name or '资金'} {fact.written}{where}", fact=identifier, document=document, sketch=text,
        confidence=round(fact.confidence, 4),
    )  # fmt: skip


def best(found: list[Grant]) -> Grant:
    """The fact that stands for all that tell the same: the most complete, then a part of a whole, then the surest."""
    return min(found, key=lambda one: (-_known(one), not one.part_of, -one.confidence, one.fact))


def _known(one: Grant) -> int:
    return sum(map(bool, (one.regions, one.fund, one.date, one.payers)))
