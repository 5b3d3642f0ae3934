"""The derived layer as triples: canonical entities, what they are called, and flat edges between them.

All of it is marked as derived by standing in a graph of its own (`derived_graph`): delete the graph, run
`derived_triples` over the documents' profiles again, and it is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.builder import entity_node, fact_node
from kg.graph.terms import Triple, iri, shared, text
from kg.graph.vocabulary import BASE, FOAF, KG, ORG, RDF, RDFS, SCHEMA, SKOS
from kg.merge.entities import Entity, Profile
from kg.merge.identity import Derived

__all__ = ["CURRENT", "derived_graph", "derived_triples"]

CURRENT = frozenset({"current", "appointed", "acting"})
"""A post with one of these states is held; with another it was."""
_CLASSES = {"person": FOAF.Person, "fund": KG.Fund, "region": SCHEMA.AdministrativeArea}


def derived_graph(base: str = BASE) -> str:
    """The name of the derived layer's graph."""
    return iri(f"{base}derived")


def derived_triples(derived: Derived, profiles: Iterable[Profile], base: str = BASE) -> Iterator[Triple]:
    """All triples of the derived layer, in no particular order; some may come twice."""
    nodes = {identifier: entity_node(entity, base) for identifier, entity in derived.entities.items()}
    for identifier, entity in derived.entities.items():
        yield from _entity(entity, nodes[identifier], derived, nodes)
    for link in derived.links:
        yield nodes[link.left], KG.possiblySameAs, nodes[link.right]
    for known in profiles:
        for local in known.entities:
            if not local.identifiers:
                yield entity_node(local, base), KG.identifiedAs, nodes[derived.canonical[local.id]]
        yield from _flat(known, derived, nodes, base)


def _entity(entity: Entity, subject: str, derived: Derived, nodes: dict[str, str]) -> Iterator[Triple]:
    above = derived.parents.get(entity.id)
    if entity.type == "organization":
        yield subject, RDF.type, ORG.OrganizationalUnit if above else ORG.FormalOrganization
        if above:
            yield subject, ORG.subOrganizationOf, nodes[above]
            if above not in derived.parents:  # ORG has units of formal organizations only
                yield subject, ORG.unitOf, nodes[above]
        if entity.id in derived.regions:
            yield subject, KG.territory, shared("region", derived.regions[entity.id])
    else:
        yield subject, RDF.type, _CLASSES[entity.type]
    yield subject, RDFS.label, text(entity.label, "zh")
    if entity.type == "person":
        yield subject, FOAF.name, text(entity.label, "zh")
    yield from ((subject, SKOS.altLabel, text(alias, "zh")) for alias in entity.aliases)
    if entity.identifiers:
        yield subject, SCHEMA.identifier, text(entity.id)
        if above:
            yield subject, SCHEMA.containedInPlace, nodes[above]


def _flat(known: Profile, derived: Derived, nodes: dict[str, str], base: str) -> Iterator[Triple]:
    """person → organization, fund → region, participant → event."""
    for relation in known.relations:
        if relation.kind == "participant":
            yield nodes[derived.canonical[relation.target]], KG.tookPartIn, fact_node(relation.fact, base)
        if relation.kind not in ("role", "grant"):
            continue
        predicate = KG.allocatedTo
        if relation.kind == "role":
            predicate = KG.holdsRoleIn if relation.status in CURRENT else KG.heldRoleIn
        yield nodes[derived.canonical[relation.source]], predicate, nodes[derived.canonical[relation.target]]
