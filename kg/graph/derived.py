"""The derived layer as triples: canonical entities, what they are called, and flat edges between them.

All of it is marked as derived by standing in a graph of its own (`derived_graph`): delete the graph, derive from the
documents' profiles again, and it is the same.  The tables here say how the nodes and edges of `kg.merge.derived`
are written; what is not in them is not in the RDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

from kg.graph.dates import start_literal
from kg.graph.nodes import node_iri
from kg.graph.terms import Triple, decimal, integer, iri, text, typed, wikidata
from kg.graph.vocabulary import BASE, FOAF, KG, ORG, PROV, RDF, RDFS, SCHEMA, SKOS, XSD
from kg.merge.derived import Derived, DerivedEdge, DerivedNode, Value, kind_of
from kg.model import content_hash

__all__ = ["derived_graph", "derived_triples"]

_CLASSES = {
    "change": ORG.ChangeEvent,
    "person": FOAF.Person,
    "fund": KG.Fund,
    "region": SCHEMA.AdministrativeArea,
    "spell": KG.Spell,
    "sum": KG.MergedFact,
}
"""Kind of a node → its class; a body is a unit or stands by itself."""
_NAMES = {"person": FOAF.name}
"""Kind of a node → property of its name, beside rdfs:label."""


def _chinese(value: Value) -> str:
    return text(str(value), "zh")


def _plain(value: Value) -> str:
    return text(str(value))


def _date(value: Value) -> str:
    return start_literal(str(value))


def _year(value: Value) -> str:
    return typed(str(value), XSD.gYear)


def _number(value: Value) -> str:
    return typed(format(value, ".4g"), XSD.decimal)


def _count(value: Value) -> str:
    return integer(int(value))


def _wikidata(value: Value) -> str:
    return wikidata(str(value))


_VALUES: dict[str, tuple[tuple[str, Callable[[Value], str]], ...]] = {
    "alias": ((SKOS.altLabel, _chinese),),
    "identifier": ((SCHEMA.identifier, _plain),),
    "own_id": ((SCHEMA.identifier, _plain),),
    "wikidata": ((SCHEMA.sameAs, _wikidata),),
    "birth": ((SCHEMA.birthDate, _plain),),
    "gender": ((SCHEMA.gender, _chinese),),
    "ethnicity": ((KG.ethnicity, _chinese),),
    "origin": ((KG.nativePlace, _chinese),),
    "former_name": ((KG.formerName, _chinese),),
    "later_name": ((KG.laterName, _chinese),),
    "organization_kind": ((KG.organizationKind, _plain),),
    "year": ((KG.year, _year),),
    "confidence": ((KG.confidence, _number),),
    "sources": ((KG.sources, _count),),
    "role": ((KG.roleText, _chinese),),
    "status": ((KG.status, _plain),),
    "since": ((KG.since, _plain), (SCHEMA.startDate, _date)),
    "since_basis": ((KG.sinceBasis, _plain),),
    "since_known": ((KG.sinceKnown, _plain),),
    "until": ((KG.until, _plain), (SCHEMA.endDate, _date)),
    "until_basis": ((KG.untilBasis, _plain),),
    "until_known": ((KG.untilKnown, _plain),),
    "first_seen": ((KG.firstSeen, _plain),),
    "last_seen": ((KG.lastSeen, _plain),),
    "rank": ((KG.rank, _chinese),),
    "rank_basis": ((KG.rankBasis, _plain),),
    "correction": ((KG.correction, _chinese),),
}
"""Value of a node → properties, and how they are written."""
_EDGES: dict[str, str] = {
    "IDENTIFIED_AS": KG.identifiedAs,
    "POSSIBLY_SAME_AS": KG.possiblySameAs,
    "SUB_ORGANIZATION_OF": ORG.subOrganizationOf,
    "UNIT_OF": ORG.unitOf,
    "ORIGINAL": ORG.originalOrganization,
    "RESULTING": ORG.resultingOrganization,
    "TERRITORY": KG.territory,
    "CONTAINED_IN": SCHEMA.containedInPlace,
    "HOLDS_ROLE_IN": KG.holdsRoleIn,
    "HELD_ROLE_IN": KG.heldRoleIn,
    "ALLOCATED_TO": KG.allocatedTo,
    "DERIVED_FROM": PROV.wasDerivedFrom,
    "IN_ORGANIZATION": ORG.organization,
    "SUCCEEDS": KG.succeeds,
    "REPEATS": KG.repeats,
    "CONFLICT": KG.conflict,
    "OUTWEIGHED_BY": KG.outweighedBy,
    "PASSED_DOWN_FROM": KG.passedDownFrom,
}
_INVERSE = {"HAS_PARTICIPANT": KG.tookPartIn}
"""Label of an edge → property from source to target, or from target to source."""


def derived_graph(base: str = BASE) -> str:
    """The name of the derived layer's graph."""
    return iri(f"{base}derived")


def derived_triples(derived: Derived, base: str = BASE) -> Iterator[Triple]:
    """The triples of a block, or of several, in no particular order; some may come twice."""
    for node in derived.nodes:
        yield from _node(node, base)
    for edge in derived.edges:
        yield from _edge(edge, base)


def _node(node: DerivedNode, base: str) -> Iterator[Triple]:
    subject, kind = node_iri(node.ref, base), kind_of(node.ref)
    if kind == "organization":
        unit = ("organization_kind", "unit") in node.values
        yield subject, RDF.type, ORG.OrganizationalUnit if unit else ORG.FormalOrganization
    else:
        yield subject, RDF.type, _CLASSES[kind]
    yield subject, RDFS.label, text(node.name, "zh")
    if kind in _NAMES:
        yield subject, _NAMES[kind], text(node.name, "zh")
    for name, value in node.values:
        yield from ((subject, predicate, literal(value)) for predicate, literal in _VALUES.get(name, ()))


def _edge(edge: DerivedEdge, base: str) -> Iterator[Triple]:
    if edge.label in _EDGES:
        yield node_iri(edge.source, base), _EDGES[edge.label], node_iri(edge.target, base)
    if edge.label in _INVERSE:
        yield node_iri(edge.target, base), _INVERSE[edge.label], node_iri(edge.source, base)
    if edge.label == "POSSIBLY_SAME_AS":
        yield from _link(edge, base)


def _link(edge: DerivedEdge, base: str) -> Iterator[Triple]:
    """Two persons who may be one, with the sum of weights, which a plain triple has no place for."""
    link = iri(f"{base}link/{content_hash(edge.source, edge.target)}")
    yield link, RDF.type, KG.Link
    yield link, KG.left, node_iri(edge.source, base)
    yield link, KG.right, node_iri(edge.target, base)
    yield from ((link, KG.weight, decimal(Decimal(str(value)))) for name, value in edge.values if name == "weight")
