"""The graph as nodes and edges for traversal and drawing: networkx, GraphML.

Entities and facts are nodes; edges are the facts' roles (person ← MEMBER fact …) and, marked `derived`,
flat edges between entities.  Attributes are plain strings, integers, floats and booleans, never None:
what is unknown is left out.  No attribute is called type, id, start, end, source or target.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

import networkx as nx

from kg.graph.builder import entity_node, fact_label, fact_node
from kg.graph.dates import bounds
from kg.graph.derived import CURRENT
from kg.graph.vocabulary import BASE
from kg.merge.entities import Profile, Relation, profile
from kg.merge.identity import Derived, derive
from kg.model import Allocation, Document, Event, Extraction, Fact, Membership, content_hash, decimal_text

__all__ = ["Edge", "Node", "edges", "entity_nodes", "fact_nodes", "network"]

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


def _entity_id(entity_type: str, identifier: str) -> str:
    return f"{entity_type}:{identifier}"


def entity_nodes(derived: Derived, base: str = BASE) -> Iterator[Node]:
    """The canonical entities, sorted by id."""
    for identifier, entity in sorted(derived.entities.items()):
        values: dict[str, object] = {
            "entity_type": entity.type,
            "aliases": "、".join(entity.aliases),
            "region_code": entity.id if entity.identifiers else derived.regions.get(identifier),
        }
        name = _entity_id(entity.type, identifier)
        yield _node(name, entity.type.capitalize(), entity.label, entity_node(entity, base), values)


def fact_nodes(extraction: Extraction, base: str = BASE, known: Profile | None = None) -> Iterator[Node]:
    """The facts of one document, sorted by id, with quote and evidence; `known` is its profile, if at hand."""
    identifiers = known.facts if known else (fact.id for fact in extraction.facts)
    for identifier, fact in sorted(dict(zip(identifiers, extraction.facts, strict=True)).items()):
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


_FLAT = {"grant": "ALLOCATED_TO", "participant": "HAS_PARTICIPANT", "part_of": "PART_OF", "about": "ABOUT"}


def edges(profiles: Iterable[Profile], derived: Derived) -> Iterator[Edge]:
    """All edges: document by document the facts' roles and the flat ones, then hierarchy and links."""

    def name(identifier: str) -> str:
        """The node of a local entity's canonical one, or of a fact."""
        target = derived.canonical.get(identifier)
        return identifier if target is None else _entity_id(derived.entities[target].type, target)

    for known in sorted({p.document: p for p in profiles}.values(), key=lambda p: p.document):
        for fact, role, local in known.links:
            yield _edge(fact, name(local), role.upper(), {"derived": False})
        for relation in known.relations:
            yield _flat(relation, name)
    for identifier, parent in sorted(derived.parents.items()):
        entity_type = derived.entities[identifier].type
        label = "CONTAINED_IN" if entity_type == "region" else "SUB_ORGANIZATION_OF"
        yield _edge(_entity_id(entity_type, identifier), _entity_id(entity_type, parent), label, {"derived": True})
    for identifier, code in sorted(derived.regions.items()):
        yield _edge(_entity_id("organization", identifier), _entity_id("region", code), "TERRITORY", {"derived": True})
    for link in derived.links:
        ends = _entity_id("person", link.left), _entity_id("person", link.right)
        yield _edge(*ends, "POSSIBLY_SAME_AS", {"derived": True, "weight": link.weight})


def _flat(relation: Relation, name: Callable[[str], str]) -> Edge:
    """person → body with role and dates, fund → region, event → participant; between facts part_of and about."""
    values: dict[str, Value] = {"derived": relation.kind not in ("part_of", "about")}
    if relation.kind == "role":
        label = "HOLDS_ROLE_IN" if relation.status in CURRENT else "HELD_ROLE_IN"
        written = {"role": relation.role, "status": relation.status, "since": relation.since, "until": relation.until}
    else:
        label, written = _FLAT[relation.kind], {"date": relation.since}
    values |= {key: value for key, value in written.items() if value}
    if values["derived"]:
        values["fact"] = relation.fact
    return _edge(name(relation.source), name(relation.target), label, values)


def _edge(source: str, target: str, label: str, attributes: dict[str, Value]) -> Edge:
    identifier = content_hash(source, label, target, str(attributes.get("fact", "")))
    return Edge(identifier, source, target, label, attributes)


def network(extractions: Iterable[Extraction], base: str = BASE) -> nx.MultiDiGraph[str]:
    """Entities and facts as a networkx MultiDiGraph: node attribute `labels`, edge attribute `label`, key = edge id."""
    documents = {e.document.key: e for e in extractions}
    profiles = [profile(e) for e in documents.values()]
    derived = derive(profiles)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in entity_nodes(derived, base):
        graph.add_node(node.id, labels=":" + node.label, **node.attributes)
    for _, extraction in sorted(documents.items()):
        for node in fact_nodes(extraction, base):
            graph.add_node(node.id, labels=":" + node.label, **node.attributes)
    for edge in edges(profiles, derived):
        if edge.target in graph and edge.source in graph:
            graph.add_edge(edge.source, edge.target, key=edge.id, label=edge.label, **edge.attributes)
    return graph
