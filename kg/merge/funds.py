"""Kind `fund`: a fund by its name, and the places that it went to (a block is a name)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.merge.derived import Derived, DerivedEdge, DerivedNode
from kg.merge.identity import canonical
from kg.merge.profile import Profile

__all__ = ["FundItem", "items", "reduce"]


@dataclass(frozen=True, slots=True, order=True)
class FundItem:
    """The fund is named; or, where `region` (a ref) is given, `fact` says that it went there, on `date` if known."""

    name: str
    region: str = ""
    fact: str = ""
    date: str = ""


def items(known: Profile) -> Iterator[tuple[str, FundItem]]:
    """Each fund by itself, and with each place."""
    entities = {e.id: e for e in known.entities}
    for entity in known.entities:
        if entity.type == "fund":
            yield canonical(entity), FundItem(entity.name)
    for relation in known.relations:
        if relation.kind == "grant":
            fund, region = entities[relation.source], canonical(entities[relation.target])
            yield canonical(fund), FundItem(fund.name, region, relation.fact, relation.since)


def reduce(key: str, found: Sequence[FundItem]) -> Derived:
    """The fund, and an edge to a place for each fact."""
    edges = (
        DerivedEdge(key, "ALLOCATED_TO", item.region, item.fact, (("date", item.date),) if item.date else ())
        for item in found
        if item.region
    )
    return Derived((DerivedNode(key, found[0].name),), tuple(sorted(edges)))
