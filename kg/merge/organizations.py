"""Kind `organization`: a body by its canonical name, with its other names and the body above (a block is a body)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.merge.derived import Derived, DerivedEdge, DerivedNode, ref
from kg.merge.entities import Profile
from kg.merge.identity import lineage, organization_ref
from kg.merge.names import body

__all__ = ["OrganizationItem", "items", "reduce"]


@dataclass(frozen=True, slots=True, order=True)
class OrganizationItem:
    """The body is named in a document; `alias` is another of its names there, or empty."""

    name: str
    alias: str = ""


def items(known: Profile) -> Iterator[tuple[str, OrganizationItem]]:
    """Each body under each of its names, and the bodies above it."""
    for entity in known.entities:
        if entity.type != "organization":
            continue
        for found in lineage(entity.label):
            yield organization_ref(found), OrganizationItem(found.name)
        for alias in entity.aliases:
            yield organization_ref(body(entity.label)), OrganizationItem(entity.label, alias)


def reduce(key: str, found: Sequence[OrganizationItem]) -> Derived:
    """The body, the one above it and its territory."""
    known = body(found[0].name)
    aliases = sorted({item.alias for item in found} - {"", known.name})
    territory = [("territory", known.region)] if known.region else []
    node = DerivedNode(key, known.name, (*(("alias", alias) for alias in aliases), *territory))
    edges = []
    if known.parent:
        above = body(known.parent)
        parent = organization_ref(above)
        edges.append(DerivedEdge(key, "SUB_ORGANIZATION_OF", parent))
        if not above.parent:  # ORG has units of formal organizations only
            edges.append(DerivedEdge(key, "UNIT_OF", parent))
    if known.region:
        edges.append(DerivedEdge(key, "TERRITORY", ref("region", known.region)))
    return Derived((node,), tuple(sorted(edges)))
