"""The derived layer as triples: canonical entities, what they are called, and flat edges between them.

All of it is marked as derived by standing in a graph of its own (`derived_graph`): delete the graph, derive from the
documents' profiles again, and it is the same.  The tables here say how the nodes and edges of `kg.merge.derived`
are written; what is not in them is not in the RDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.graph.builder import node_iri
from kg.graph.terms import Triple, iri, text
from kg.graph.vocabulary import BASE, FOAF, KG, ORG, RDF, RDFS, SCHEMA, SKOS
from kg.merge.derived import Derived, DerivedEdge, DerivedNode, Value, kind_of

__all__ = ["derived_graph", "derived_triples"]

_CLASSES = {"person": FOAF.Person, "fund": KG.Fund, "region": SCHEMA.AdministrativeArea}
"""Kind of a node → its class; a body is a unit or stands by itself."""
_NAMES = {"person": FOAF.name}
"""Kind of a node → property of its name, beside rdfs:label."""


def _chinese(value: Value) -> str:
    return text(str(value), "zh")


def _plain(value: Value) -> str:
    return text(str(value))


_VALUES: dict[str, tuple[str, Callable[[Value], str]]] = {
    "alias": (SKOS.altLabel, _chinese),
    "identifier": (SCHEMA.identifier, _plain),
}
"""Value of a node → property, and how it is written."""
_EDGES: dict[str, str] = {
    "IDENTIFIED_AS": KG.identifiedAs,
    "POSSIBLY_SAME_AS": KG.possiblySameAs,
    "SUB_ORGANIZATION_OF": ORG.subOrganizationOf,
    "UNIT_OF": ORG.unitOf,
    "TERRITORY": KG.territory,
    "CONTAINED_IN": SCHEMA.containedInPlace,
    "HOLDS_ROLE_IN": KG.holdsRoleIn,
    "HELD_ROLE_IN": KG.heldRoleIn,
    "ALLOCATED_TO": KG.allocatedTo,
}
_INVERSE = {"HAS_PARTICIPANT": KG.tookPartIn}
"""Label of an edge → property from source to target, or from target to source."""


def derived_graph(base: str = BASE) -> str:
    """The name of the derived layer's graph."""
    return iri(f"{base}derived")


def derived_triples(derived: Derived, base: str = BASE) -> Iterator[Triple]:
    """The triples of a block, or of several, in no particular order; some may come twice."""
    units = {edge.source for edge in derived.edges if edge.label == "SUB_ORGANIZATION_OF"}
    for node in derived.nodes:
        yield from _node(node, node.ref in units, base)
    for edge in derived.edges:
        yield from _edge(edge, base)


def _node(node: DerivedNode, unit: bool, base: str) -> Iterator[Triple]:
    subject, kind = node_iri(node.ref, base), kind_of(node.ref)
    if kind == "organization":
        yield subject, RDF.type, ORG.OrganizationalUnit if unit else ORG.FormalOrganization
    else:
        yield subject, RDF.type, _CLASSES[kind]
    yield subject, RDFS.label, text(node.name, "zh")
    if kind in _NAMES:
        yield subject, _NAMES[kind], text(node.name, "zh")
    for name, value in node.values:
        if name in _VALUES:
            predicate, literal = _VALUES[name]
            yield subject, predicate, literal(value)


def _edge(edge: DerivedEdge, base: str) -> Iterator[Triple]:
    if edge.label in _EDGES:
        yield node_iri(edge.source, base), _EDGES[edge.label], node_iri(edge.target, base)
    if edge.label in _INVERSE:
        yield node_iri(edge.target, base), _INVERSE[edge.label], node_iri(edge.source, base)
