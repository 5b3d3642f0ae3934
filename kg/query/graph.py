"""`kg.Graph`: what a build found, in memory or on disk, as records, as RDF and as a network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import networkx as nx
import rdflib

from kg.errors import InputError, UsageError
from kg.export.jsonl import sorted_facts
from kg.graph.vocabulary import BASE
from kg.merge.corrections import NONE, Corrections
from kg.merge.derived import Derived, DerivedNode
from kg.merge.names import body
from kg.model import Allocation, Document, Event, Extraction, Fact, Membership, Rejected, Span
from kg.query.named import run_named
from kg.query.neighbours import neighbourhood, whole
from kg.query.records import Records
from kg.query.run import as_memory, as_rdflib, select
from kg.query.table import Table
from kg.store import GraphSource, MemorySource, StoreSource

__all__ = ["Graph", "Organization", "Person", "Sentence"]

F = TypeVar("F", bound=Fact)


@dataclass(frozen=True, slots=True)
class Person:
    """One person as far as the documents tell; namesakes that may be the same are different persons.

    `posts` are the facts that say so, in order of document and place.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    posts: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """A body: `parent` is the id of the one above, `region` the code of its territory, None where there is none."""

    id: str
    name: str
    aliases: tuple[str, ...]
    parent: str | None
    region: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """Where a document says so: `quote` is the text's slices at `spans`, joined."""

    document: str
    title: str | None
    published: str | None
    url: str | None
    quote: str
    spans: tuple[Span, ...]
    rule: str


class Graph:
    """A graph: of the extractions of some documents, in memory, or the one that stands in a folder (`Graph.open`).

    `failures` are the inputs that could not be read.  `rdf` and `network` are made when first asked for.  A graph that
    was opened is as it was then, and holds on to its files until `close`, or the end of a `with` block.
    """

    def __init__(
        self,
        extractions: Iterable[Extraction] = (),
        failures: Iterable[InputError] = (),
        base: str = BASE,
        corrections: Corrections = NONE,
    ) -> None:
        self.failures: tuple[InputError, ...] = tuple(failures)
        told = [(failure.path, failure.reason) for failure in self.failures]
        self._source: GraphSource = MemorySource(extractions, told, base, corrections)

    @classmethod
    def open(cls, folder: str | Path) -> Self:
        """The graph of a folder that kg build made.  Raises InputError where there is none."""
        graph = cls.__new__(cls)
        graph._source = StoreSource(folder)
        graph.failures = tuple(InputError(path, reason) for path, reason in graph._source.failures)
        return graph

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files; nothing is to be asked afterwards."""
        if isinstance(self._source, StoreSource):
            self._source.close()

    def __repr__(self) -> str:
        return f"<kg.Graph: {len(self.documents)} documents, {len(self.facts)} facts>"

    @property
    def base(self) -> str:
        """The IRI that the graph's own names begin with."""
        return self._source.base

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order of their inputs."""
        return tuple(extraction.document for extraction in self._source.documents())

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """All facts, document by document, each by its place in the text."""
        return tuple(fact for extraction in self._source.documents() for fact in sorted_facts(extraction))

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        """What was seen and not kept, with the reason."""
        return tuple(item for extraction in self._source.documents() for item in extraction.rejected)

    @cached_property
    def rdf(self) -> rdflib.Graph:
        """Statements and derived layer in one rdflib graph: in memory, or over the store on disk."""
        on_disk = isinstance(self._source, StoreSource)
        return as_rdflib(self._source.rdf) if on_disk else as_memory(self._source.rdf)

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """Entities and facts as nodes, roles and flat edges as edges; what graph.graphml holds.  All of it, in memory."""
        return whole(self._source)

    def neighbourhood(self, name: str, steps: int = 2) -> nx.MultiDiGraph[str]:
        """The part of the network around the entities called `name`: in one step their facts, in two what these tell of."""
        return neighbourhood(self._source, name, steps)

    def query(self, sparql: str) -> Table:
        """The answer to a SPARQL SELECT or ASK; the ontology's prefixes are known.  Raises QueryError."""
        return select(self._source.rdf, sparql)

    def ask(self, name: str, **arguments: str) -> Table:
        """The answer to a named query: `graph.ask("officials", of="财政部")`.  Raises QueryError and UsageError."""
        return run_named(self._source, name, arguments)

    def persons(self, name: str | None = None) -> Records[Person]:
        """Everybody of that name, or everybody: a list, for the same name is not the same person; maybe an empty one."""
        parts = self._source.blocks("person") if name is None else [self._source.block(("person", name))]
        return Records(person for part in parts for person in self._persons(part))

    def _persons(self, derived: Derived) -> Iterator[Person]:
        """The persons of one block."""
        said = {edge.source.removeprefix("fact:"): edge.target for edge in derived.edges if edge.label == "MEMBER"}
        posts = [fact for fact in self._load(said) if isinstance(fact, Membership)]
        for node in derived.nodes:
            own = tuple(fact for fact in posts if said[fact.id] == node.ref)
            yield Person(node.ref.partition(":")[2], node.name, _aliases(node), own)

    def organizations(self, name: str | None = None) -> Records[Organization]:
        """The body of that name, full or short, or all bodies."""
        wanted = body(name).name if name is not None else None
        return Records(
            _organization(node, part)
            for part in self._source.blocks("organization")
            for node in part.nodes
            if wanted is None or node.name == wanted
        )

    def allocations(
        self, region: str | None = None, since: str | None = None, until: str | None = None
    ) -> Records[Allocation]:
        """Sums, in the order of documents: of a place (its name or code) and the places in it, and of a time (`2020-03`)."""
        arguments = {key: value for key, value in (("region", region), ("from", since), ("to", until)) if value}
        return self._facts("allocations", arguments, Allocation)

    def events(self, between: tuple[str, str] | None = None) -> Records[Event]:
        """Events, in the order of documents; `between` two dates, both of whatever precision: ("2020", "2020-06")."""
        arguments = dict(zip(("from", "to"), between, strict=True)) if between else {}
        return self._facts("events", arguments, Event)

    def _facts(self, query: str, arguments: dict[str, str], kind: type[F]) -> Records[F]:
        if not arguments:
            return Records(fact for fact in self.facts if isinstance(fact, kind))
        found = run_named(self._source, query, arguments)
        return Records(fact for fact in self._load(str(row["fact_id"]) for row in found) if isinstance(fact, kind))

    def evidence(self, fact: Fact | str) -> Records[Sentence]:
        """The sentences that say so, the one that the fact stands on first; of a fact, or its id.

        Raises UsageError where the graph has no such fact.
        """
        identifier = fact if isinstance(fact, str) else fact.id
        for key in self._places([identifier]):
            found = self._source.document(key)
            known = next((f for f in found.facts if f.id == identifier), None) if found else None
            if found and known:
                about = found.document
                return Records(
                    Sentence(about.id, about.title, about.published, about.url, e.quote, e.spans, e.rule)
                    for e in (known.evidence, *known.also)
                )
        raise UsageError(f"no fact of this graph has the id {identifier!r}")

    def _places(self, facts: Iterable[str]) -> list[str]:
        """The keys of the documents that have these facts."""
        return sorted({key for fact in facts for _, key in self._source.facts_starting(fact)})

    def _load(self, facts: Iterable[str]) -> Iterator[Fact]:
        """Facts by their ids, document by document."""
        wanted = set(facts)
        for key in self._places(wanted):
            found = self._source.document(key)
            yield from (fact for fact in sorted_facts(found) if fact.id in wanted) if found else ()


def _aliases(node: DerivedNode) -> tuple[str, ...]:
    return tuple(str(value) for name, value in node.values if name == "alias")


def _organization(node: DerivedNode, part: Derived) -> Organization:
    ends = {edge.label: edge.target.partition(":")[2] for edge in part.edges if edge.source == node.ref}
    name = node.ref.partition(":")[2]
    return Organization(name, node.name, _aliases(node), ends.get("SUB_ORGANIZATION_OF"), ends.get("TERRITORY"))
