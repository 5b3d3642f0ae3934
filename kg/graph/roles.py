"""Roles as nodes: one that ontology/roles.ttl lists by its own IRI, another under the listed head that it ends with.

司长 → role:司长        党组副书记 → a node of its own, broader role:书记
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from kg.graph.terms import Triple, iri, shared, text
from kg.graph.vocabulary import ORG, RDF, RDFS, SKOS
from kg.model import content_hash

__all__ = ["listed_roles", "role_node", "role_triples"]


@cache
def listed_roles() -> dict[str, str]:
    """Role → category, of ontology/roles.ttl."""
    lines = (files("kg.annotate") / "data" / "roles.tsv").read_text("utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)


def role_node(base: str, role: str) -> str:
    """The IRI of a role."""
    return shared("role", role) if role in listed_roles() else iri(f"{base}post/{content_hash('role', role)}")


@lru_cache(maxsize=8192)
def head(role: str) -> str | None:
    """The longest listed role that `role` ends with."""
    return next((role[i:] for i in range(len(role)) if role[i:] in listed_roles()), None)


def role_triples(base: str, role: str) -> Iterator[Triple]:
    """The role as an org:Role and a SKOS concept, under its head."""
    subject, above = role_node(base, role), head(role)
    yield subject, RDF.type, ORG.Role
    yield subject, RDF.type, SKOS.Concept
    yield subject, RDFS.label, text(role, "zh")
    yield subject, SKOS.prefLabel, text(role, "zh")
    if above == role:
        yield subject, SKOS.broader, shared("role", listed_roles()[role])
    elif above:
        yield subject, SKOS.broader, shared("role", above)
