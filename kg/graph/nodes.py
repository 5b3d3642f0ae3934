"""The names of nodes: the IRIs of documents, facts, entities, evidence and runs, in N-Triples form.

    document_graph(document)          <…/document/KEY>, which is also the name of the document's graph
    fact_node(fact.id)                <…/fact/ID>
    node_iri("region:420000")         the same in every graph
    evidence_node(fact.evidence)      one for all the facts that a passage gives

Names are hashes of content, or codes; there are no blank nodes.
"""

from __future__ import annotations

from functools import lru_cache

from kg.graph.terms import iri, shared
from kg.graph.vocabulary import BASE
from kg.model import Document, Evidence, content_hash

__all__ = ["VERSION", "document_graph", "evidence_node", "fact_node", "node_iri", "run_node"]

VERSION = "0.1"
"""Of the statements' form; part of every run's name."""
_HASH = 32
"""Digits of an id that is a hash; others are codes of regions and names of listed bodies, the same in every graph."""
_SHARED = {"region": "region", "organization": "body", "change": "change"}
_NAMED = {"region": "place"}


def document_graph(document: Document, base: str = BASE) -> str:
    """The IRI of the document, which is also the name of its graph."""
    return iri(f"{base}document/{document.key}")


def fact_node(identifier: str, base: str = BASE) -> str:
    """The IRI of a fact."""
    return iri(f"{base}fact/{identifier}")


def node_iri(name: str, base: str = BASE) -> str:
    """The IRI of a fact or an entity, local or canonical, from its ref (kg.merge.derived)."""
    kind, _, identifier = name.partition(":")
    if kind in _SHARED and len(identifier) != _HASH:
        return shared(_SHARED[kind], identifier)
    return iri(f"{base}{_NAMED.get(kind, kind)}/{identifier}")


@lru_cache(maxsize=4096)
def run_node(rule: str, base: str) -> str:
    """The IRI of a run: one for all that a rule found, in this version of the statements."""
    return iri(f"{base}run/{content_hash('run', VERSION, rule)}")


@lru_cache(maxsize=4096)
def evidence_node(evidence: Evidence, base: str) -> str:
    """One node for all the facts that a passage gives: its name depends on document and spans alone."""
    where = ",".join(f"{s.start}-{s.end}" for s in evidence.spans)
    return iri(f"{base}evidence/{content_hash(evidence.document, where)}")
