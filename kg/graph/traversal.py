"""The graph as nodes and edges for traversal and drawing: networkx, GraphML.

Entities and facts are nodes; edges are the facts' roles (person ← MEMBER fact …) and, marked `derived`,
flat edges between entities.  Attributes are plain strings, integers, floats and booleans, never None:
what is unknown is left out.  No attribute is called type, id, start, end, source or target.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

import networkx as nx

from kg.graph.dates import bounds
from kg.graph.families import fact_label
from kg.graph.nodes import fact_node, node_iri
from kg.graph.vocabulary import BASE
from kg.merge.derived import Derived, kind_of
from kg.merge.identity import canonical
from kg.merge.profile import Profile
from kg.model import Allocation, Document, Event, Extraction, Fact, Membership, content_hash, decimal_text

__all__ = ["Edge", "Node", "assemble", "derived_edges", "derived_nodes", "document_edges", "fact_nodes"]

Value = str | int | float | bool
_SHORT = 24


@dataclass(frozen=True, slots=True)
class Node:
    """`label` (Neo4j's) is Person, Organization, Fund, Region, Membership, Allocation or Event."""

    id: str
    label: str
    attributes: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """`label` is the relation in capitals; `id` a hash of what the edge says, unique in the graph."""

    id: str
    source: str
    target: str
    label: str
    attributes: dict[str, Value]


def short(name: str) -> str:
    """A label that fits a drawing."""
    return name if len(name) <= _SHORT else name[: _SHORT - 1] + "…"


def _node(identifier: str, label: str, name: str, iri: str, values: dict[str, object]) -> Node:
    known = {key: cast(Value, value) for key, value in values.items() if value not in (None, "", ())}
    return Node(identifier, label, {"label": short(name), "full_name": name, "iri": iri[1:-1], **known})


def derived_nodes(derived: Derived, base: str = BASE) -> Iterator[Node]:
    """The nodes of a block of the derived layer, or of several."""
    for node in derived.nodes:
        kind = kind_of(node.ref)
        values: dict[str, object] = {"entity_type": kind}
        for name, value in node.values:
            if name in _VALUES_ASIDE:
                continue
            key = _NODE_VALUES.get(name, name)
            values[key] = f"{values[key]}、{value}" if key in values else value
        yield _node(node.ref, kind.capitalize(), node.name, node_iri(node.ref, base), values)


def fact_nodes(extraction: Extraction, base: str = BASE, known: Profile | None = None) -> Iterator[Node]:
    """The facts of one document, sorted by id, with quote and evidence; `known` is its profile, if at hand."""
    facts = known.facts if known else ((fact.id, fact) for fact in extraction.facts)
    for identifier, fact in sorted(dict(facts).items()):
        values = _fact_values(fact, extraction.document) | _family_values(fact)
        yield _node(identifier, fact.type.capitalize(), fact_label(fact), fact_node(identifier, base), values)


def _fact_values(fact: Fact, document: Document) -> dict[str, object]:
    return {
        "fact_type": fact.type,
        "quote": fact.evidence.quote,
        "evidence_start": fact.evidence.start,
        "evidence_end": fact.evidence.end,
        "evidence_spans": " ".join(f"{s.start}-{s.end}" for s in fact.evidence.spans),
        "rule": fact.evidence.rule,
        "confidence": round(fact.confidence, 4),
        "document": document.id,
        "document_title": document.title,
        "document_number": document.number,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
        "sha256": document.sha256,
    }


def _family_values(fact: Fact) -> dict[str, object]:
    if isinstance(fact, Membership):
        return {
            "person": fact.person, "role": fact.role, "organization": fact.organization, "status": fact.status,
            "organization_text": fact.organization_text, "since": fact.since, "until": fact.until,
        }  # fmt: skip
    if isinstance(fact, Allocation):
        cny = float(fact.amount) if fact.currency == "CNY" else None
        return {
            "fund": fact.fund, "amount_cny": cny, "amount_exact": decimal_text(fact.amount),
            "amount_max": None if fact.amount_max is None else decimal_text(fact.amount_max),
            "unit_text": fact.unit_text, "partition": fact.partition, "currency": fact.currency,
            "amount_text": fact.amount_text, "qualifier": fact.qualifier, "payer": fact.payer, "action": fact.action,
            "recipient": fact.recipient, "purpose": fact.target,
            "region": fact.region, "kind": fact.kind, "stage": fact.stage, **_dates(fact.date),
        }  # fmt: skip
    event = cast(Event, fact)
    return {
        "date_text": event.date_text,
        "date_basis": event.date_basis,
        "location": event.location,
        **_dates(event.date),
    }


def _dates(iso: str | None) -> dict[str, object]:
    found = bounds(iso) if iso else None
    return {"date": iso, "earliest": found.earliest if found else None, "latest": found.latest if found else None}


_NODE_VALUES = {
    "alias": "aliases",
    "identifier": "region_code",
    "territory": "region_code",
    "former_name": "former_names",
    "later_name": "later_names",
}
_VALUES_ASIDE = frozenset({"correction"})
"""Values that are there for provenance, which is in the RDF."""
_RDF_ONLY = frozenset({"IDENTIFIED_AS", "UNIT_OF"})
"""Local entities are no nodes of the network, and a unit's place in the hierarchy is there by another edge."""
_STATED = frozenset({"MEMBER", "PARTICIPANT"})
"""What the derived layer says again of a fact, because only it knows which person is meant."""


def document_edges(known: Profile) -> Iterator[Edge]:
    """What one document states: its facts' roles, but those of persons, and the edges between its facts."""
    names = {e.id: canonical(e) for e in known.entities if e.type != "person"}
    for fact, role, local in known.links:
        if local in names:
            yield _edge(fact, names[local], role.upper(), {"derived": False})
    facts = {fact for fact, _ in known.facts}
    for relation in known.relations:
        if relation.kind in ("part_of", "about") and relation.target in facts:
            yield _edge(relation.source, relation.target, relation.kind.upper(), {"derived": False})


def derived_edges(derived: Derived) -> Iterator[Edge]:
    """The edges of a block of the derived layer, or of several."""
    for edge in derived.edges:
        if edge.label in _RDF_ONLY:
            continue
        values: dict[str, Value] = {"derived": edge.label not in _STATED, **dict(edge.values)}
        if edge.fact:
            values["fact"] = edge.fact
        ends = edge.source.removeprefix("fact:"), edge.target.removeprefix("fact:")
        yield _edge(*ends, edge.label, values)


def _edge(source: str, target: str, label: str, attributes: dict[str, Value]) -> Edge:
    identifier = content_hash(source, label, target, str(attributes.get("fact", "")))
    return Edge(identifier, source, target, label, attributes)


def assemble(nodes: Iterable[Node], edges: Iterable[Edge]) -> nx.MultiDiGraph[str]:
    """A networkx MultiDiGraph: node attribute `labels`, edge attribute `label`, key = edge id."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes:
        graph.add_node(node.id, labels=":" + node.label, **node.attributes)
    for edge in edges:
        graph.add_edge(edge.source, edge.target, key=edge.id, label=edge.label, **edge.attributes)
    return graph
