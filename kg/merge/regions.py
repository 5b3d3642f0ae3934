"""Kind `region`: a place by its code, and the place above it; without a code, the document's own (a block is a place)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.annotate.divisions import ancestors, by_code
from kg.merge.derived import Derived, DerivedEdge, DerivedNode, ref
from kg.merge.identity import canonical, lineage
from kg.merge.profile import Profile

__all__ = ["RegionItem", "items", "reduce"]


@dataclass(frozen=True, slots=True, order=True)
class RegionItem:
    """The place is named, is the territory of a body that is, or has such a place in it; `code` may be empty."""

    name: str
    code: str = ""


def items(known: Profile) -> Iterator[tuple[str, RegionItem]]:
    """The places of the document, the territories of its bodies, and the places above them all."""
    codes = set()
    for entity in known.entities:
        if entity.type == "region":
            if entity.identifiers:
                codes.add(entity.id)
            yield canonical(entity), RegionItem(entity.label, entity.id if entity.identifiers else "")
        elif entity.type == "organization":
            codes.update(found.region for found in lineage(entity.name) if found.region)
    for known_place in filter(None, map(by_code, sorted(codes))):
        for region in ancestors(known_place):
            yield ref("region", region.code), RegionItem(region.name, region.code)


def reduce(key: str, found: Sequence[RegionItem]) -> Derived:
    """The place, and the one that contains it."""
    code = found[0].code
    known = by_code(code) if code else None
    edges = (DerivedEdge(key, "CONTAINED_IN", ref("region", known.parent)),) if known and known.parent else ()
    return Derived((DerivedNode(key, found[0].name, (("identifier", code),) if code else ()),), edges)
