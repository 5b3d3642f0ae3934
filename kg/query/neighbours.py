"""A graph as a network: all of it, or what stands around a name."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import networkx as nx
import pyoxigraph as ox

from kg.graph.nodes import fact_node, node_iri
from kg.graph.terms import text
from kg.graph.traversal import assemble, derived_edges, derived_nodes, document_edges, fact_nodes
from kg.graph.vocabulary import PREFIXES, SHARED
from kg.merge.derived import kind_of
from kg.merge.profile import profile
from kg.store import GraphSource

__all__ = ["neighbourhood", "whole"]

_CANONICAL = (
    "VALUES ?type { foaf:Person org:FormalOrganization org:OrganizationalUnit :Fund schema:AdministrativeArea } "
    "?entity a ?type ; rdfs:label ?name ."
)
_CALLED = "SELECT DISTINCT ?entity ?name WHERE {{ ?entity rdfs:label|skos:altLabel {name} . {canonical} }}"
_FACTS = """SELECT DISTINCT ?fact WHERE {{
  {{ ?local :identifiedAs {node} . ?fact ?role ?local . ?fact prov:wasGeneratedBy ?run }}
  UNION {{ ?fact ?role {node} . ?fact prov:wasGeneratedBy ?run }}
}}"""
_ENTITIES = """SELECT DISTINCT ?entity ?name WHERE {{
  {{ {node} ?role ?entity }} UNION {{ {node} ?role ?local . ?local :identifiedAs ?entity }}
  ?entity rdfs:label ?name ; a ?type .
  FILTER(?type IN (foaf:Person, org:FormalOrganization, org:OrganizationalUnit, :Fund, schema:AdministrativeArea))
}}"""
_KINDS = {"place": "region", "body": "organization"}


def whole(source: GraphSource) -> nx.MultiDiGraph[str]:
    """Every entity and fact: what graph.graphml holds."""
    parts = list(source.blocks())
    known = [(extraction, profile(extraction, source.corrections)) for extraction in source.documents()]
    nodes = chain(*(derived_nodes(p, source.base) for p in parts), *(fact_nodes(e, source.base, k) for e, k in known))
    return assemble(nodes, chain(*(document_edges(k) for _, k in known), *map(derived_edges, parts)))


def neighbourhood(source: GraphSource, name: str, steps: int = 2) -> nx.MultiDiGraph[str]:
    """What stands at most `steps` edges from the entities called `name`: after one step their facts, after two all that
    these speak of; with every edge between what is there."""
    entities = dict(_named(source, _CALLED.format(name=text(name, "zh"), canonical=_CANONICAL)))
    facts: set[str] = set()
    border: dict[str, str] = entities
    for step in range(steps):
        if step % 2 == 0:
            facts |= {fact for ref in border for fact in _facts(source, ref)}
        else:
            nodes = (fact_node(fact, source.base) for fact in sorted(facts))
            near = dict(chain(*(_named(source, _ENTITIES.format(node=node)) for node in nodes)))
            border = {ref: label for ref, label in near.items() if ref not in entities}
            entities = near | entities
    return _induced(source, entities, facts)


def _induced(source: GraphSource, entities: dict[str, str], facts: set[str]) -> nx.MultiDiGraph[str]:
    """The entities and facts with all edges between them."""
    places = sorted({document for fact in facts for _, document in source.facts_starting(fact)})
    known = [(e, profile(e, source.corrections)) for e in map(source.document, places) if e is not None]
    blocks = sorted({(kind_of(ref), label if kind_of(ref) == "person" else ref) for ref, label in entities.items()})
    parts = [source.block(block) for block in [*blocks, *(("document", place) for place in places)]]
    wanted = facts | set(entities)
    nodes = chain(*(derived_nodes(p, source.base) for p in parts), *(fact_nodes(e, source.base, k) for e, k in known))
    edges = chain(*(document_edges(k) for _, k in known), *map(derived_edges, parts))
    return assemble(
        (node for node in nodes if node.id in wanted),
        (edge for edge in edges if edge.source in wanted and edge.target in wanted),
    )


def _facts(source: GraphSource, ref: str) -> Iterator[str]:
    found = source.rdf.query(_FACTS.format(node=node_iri(ref, source.base)), prefixes=dict(PREFIXES))
    assert isinstance(found, ox.QuerySolutions)
    return (row["fact"].value.rpartition("/")[2] for row in found)


def _named(source: GraphSource, sparql: str) -> Iterator[tuple[str, str]]:
    """The refs of the entities that a query finds, with their names."""
    found = source.rdf.query(sparql, prefixes=dict(PREFIXES))
    assert isinstance(found, ox.QuerySolutions)
    for row in found:
        yield _ref(row["entity"].value, source.base), row["name"].value


def _ref(iri: str, base: str) -> str:
    """The ref that an entity's IRI is made of."""
    kind, _, identifier = iri.removeprefix(base).removeprefix(SHARED).partition("/")
    return f"{_KINDS.get(kind, kind)}:{identifier}"
