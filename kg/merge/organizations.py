"""Kind `organization`: a body by its canonical name, with its other names and the body above (a block is a body)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.merge.derived import Derived, DerivedEdge, DerivedNode, ref
from kg.merge.identity import lineage, organization_ref
from kg.merge.names import body
from kg.merge.profile import Profile
from kg.merge.reforms import names_across

__all__ = ["OrganizationItem", "items", "reduce"]


@dataclass(frozen=True, slots=True, order=True)
class OrganizationItem:
    """The body is named in a document; `alias` is another of its names there, or empty."""

    name: str
    alias: str = ""


def items(known: Profile) -> Iterator[tuple[str, OrganizationItem]]:
    """Each body under each of its names, and the bodies above it.

    A name that only its document explains (省财政厅) stays with the document: it is the name of many.
    """
    for entity in known.entities:
        if entity.type != "organization":
            continue
        for found in lineage(entity.name):
            yield organization_ref(found), OrganizationItem(found.name)
        for alias in entity.aliases:
            if body(alias) == body(entity.name):
                yield organization_ref(body(entity.name)), OrganizationItem(entity.name, alias)


def reduce(key: str, found: Sequence[OrganizationItem]) -> Derived:
    """The body, its kind, the one above it, its territory, and what it was called before and after reforms."""
    known = body(found[0].name)
    values = {("alias", item.alias) for item in found} - {("alias", ""), ("alias", known.name)}
    values |= {("organization_kind", known.kind)} | ({("territory", known.region)} if known.region else set())
    earlier, later = names_across(known)
    values |= {("former_name", name) for name in earlier} | {("later_name", name) for name in later}
    edges = []
    if above := known.parent or known.above:
        edges.append(DerivedEdge(key, "SUB_ORGANIZATION_OF", organization_ref(body(above))))
    if known.parent and not body(known.parent).parent:  # ORG has units of formal organizations only
        edges.append(DerivedEdge(key, "UNIT_OF", organization_ref(body(known.parent))))
    if known.region:
        edges.append(DerivedEdge(key, "TERRITORY", ref("region", known.region)))
    return Derived((DerivedNode(key, known.name, tuple(sorted(values))),), tuple(sorted(edges)))
