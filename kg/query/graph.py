"""`kg.Graph`: what a build found, as records, as RDF and as a network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import rdflib

from kg.errors import InputError
from kg.export.jsonl import sorted_facts
from kg.graph.builder import statements
from kg.graph.derived import derived_triples
from kg.graph.traversal import network
from kg.graph.vocabulary import BASE
from kg.merge.blocks import Blocks
from kg.merge.entities import Profile, profile
from kg.model import Document, Extraction, Fact, Membership, Rejected
from kg.query.named import run_named
from kg.query.run import select
from kg.query.table import Table

__all__ = ["Graph", "Person"]


@dataclass(frozen=True, slots=True)
class Person:
    """One person as far as the documents tell; namesakes that may be the same are different persons.

    `posts` are the facts that say so, in order of document and place.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    posts: tuple[Membership, ...]


class Graph:
    """A graph in memory, of the extractions of some documents.

    `failures` are the inputs that could not be read.  `rdf` and `network` are made when first asked for.
    """

    def __init__(
        self, extractions: Iterable[Extraction], failures: Iterable[InputError] = (), base: str = BASE
    ) -> None:
        unique = {extraction.document.key: extraction for extraction in extractions}
        self._extractions = tuple(unique.values())
        self.failures: tuple[InputError, ...] = tuple(failures)
        self.base = base

    def __repr__(self) -> str:
        return f"<kg.Graph: {len(self._extractions)} documents, {len(self.facts)} facts>"

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order they were read."""
        return tuple(extraction.document for extraction in self._extractions)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """All facts, document by document, each by its place in the text."""
        return tuple(fact for extraction in self._extractions for fact in sorted_facts(extraction))

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What was seen and not kept, with the reason."""
        return tuple(item for extraction in self._extractions for item in extraction.rejected)

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """Statements and derived layer in one rdflib graph."""
        triples = {
            t
            for e, known in zip(self._extractions, self._profiles, strict=True)
            for t in statements(e, self.base, known)
        }
        triples.update(triple for part in self._blocks for triple in derived_triples(part, self.base))
        graph = rdflib.Graph()
        graph.parse(data="".join(f"{s} {p} {o} .\n" for s, p, o in sorted(triples)), format="nt")
        return graph

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """Entities and facts as nodes, roles and flat edges as edges; what graph.graphml holds."""
        return network(self._extractions, self.base)

    def query(self, sparql: str) -> Table:
        """The answer to a SPARQL SELECT or ASK; the ontology's prefixes are known.  Raises QueryError."""
        return select(self.rdf, sparql)

    def ask(self, name: str, **arguments: str) -> Table:
        """The answer to a named query: `graph.ask("officials", of="财政部")`.  Raises QueryError and UsageError."""
        return run_named(self.rdf, name, arguments)

    def persons(self, name: str) -> list[Person]:
        """Everybody of that name: a list, for the same name is not the same person; empty where there is none."""
        derived = self._blocks.derive(("person", name))
        facts = {fact.id: fact for fact in self.facts if isinstance(fact, Membership) and fact.person == name}
        posts: dict[str, set[str]] = {node.ref: set() for node in derived.nodes}
        for edge in derived.edges:
            if edge.label == "MEMBER":
                posts[edge.target].add(edge.source.removeprefix("fact:"))
        return [
            Person(
                node.ref.partition(":")[2],
                node.name,
                tuple(str(value) for key, value in node.values if key == "alias"),
                tuple(fact for identifier, fact in facts.items() if identifier in posts[node.ref]),
            )
            for node in derived.nodes
        ]

    @cached_property
    def _profiles(self) -> Sequence[Profile]:
        return tuple(profile(extraction) for extraction in self._extractions)

    @cached_property
    def _blocks(self) -> Blocks:
        return Blocks(self._profiles)
