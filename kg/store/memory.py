"""A graph in memory: the same questions as to one on disk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

import pyoxigraph as ox

from kg.graph.corrected import layers
from kg.graph.derived import derived_graph, derived_triples
from kg.graph.vocabulary import BASE
from kg.merge.blocks import BlockKey, Blocks
from kg.merge.corrections import NONE, Corrections, corrected, facts_of
from kg.merge.derived import Derived
from kg.merge.profile import profile
from kg.model import Document, Extraction
from kg.store.rdf import Loader, bulk
from kg.store.source import Copy

__all__ = ["MemorySource", "copies_of"]


def copies_of(extractions: Iterable[Extraction]) -> Iterator[Copy]:
    """Extractions as they come from the inputs, each with its place in its own: documents of one input stand together."""
    seen: Counter[str] = Counter()
    for extraction in extractions:
        source = source_of(extraction.document)
        yield Copy(source, seen[source], extraction)
        seen[source] += 1


def source_of(document: Document) -> str:
    """The id of the input that a document comes from; of one that was made in Python, its own."""
    return document.source or document.id


class MemorySource:
    """The documents given, in the order of their inputs; RDF and blocks are made when first asked for."""

    def __init__(
        self,
        extractions: Iterable[Extraction],
        failures: Iterable[tuple[str, str]] = (),
        base: str = BASE,
        corrections: Corrections = NONE,
    ) -> None:
        self.base = base
        self.corrections = corrections
        self.failures = tuple(sorted(failures))
        self._documents: dict[str, Extraction] = {}
        self._left_out: list[tuple[str, str]] = []
        for copy in sorted(copies_of(extractions), key=lambda copy: (copy.source, copy.ordinal)):
            document = copy.extraction.document
            if self._documents.setdefault(document.key, copy.extraction) is not copy.extraction:
                self._left_out.append((document.id, copy.source))
        if corrections:
            self._documents = {key: corrected(found, corrections) for key, found in self._documents.items()}

    def documents(self) -> Iterator[Extraction]:
        """Every document once."""
        return iter(self._documents.values())

    def left_out(self) -> Iterator[tuple[str, str]]:
        """The copies that do not speak."""
        return iter(self._left_out)

    def same_ids(self) -> Iterator[tuple[str, int]]:
        """(id, number) of the ids that several documents have."""
        counts = Counter(extraction.document.id for extraction in self.documents())
        return ((identifier, number) for identifier, number in sorted(counts.items()) if number > 1)

    def document(self, key: str) -> Extraction | None:
        """The document with this key."""
        return self._documents.get(key)

    def keys(self, name: str) -> list[str]:
        """The keys of the documents with this key or id, sorted."""
        return sorted(key for key, found in self._documents.items() if name in (key, found.document.id))

    def blocks(self, kind: str | None = None) -> Iterator[Derived]:
        """The derived layer, or the blocks of one kind, block by block."""
        return self._blocks.of_kind(kind)

    def block(self, block: BlockKey) -> Derived:
        """One block of the derived layer."""
        return self._blocks.derive(block)

    def facts_starting(self, prefix: str) -> Iterator[tuple[str, str]]:
        """(fact id, document key), sorted."""
        return iter(sorted((fact, key) for fact, key in self._facts if fact.startswith(prefix)))

    @cached_property
    def rdf(self) -> ox.Store:
        """The graph in Oxigraph, in memory."""
        store = ox.Store()
        loader = Loader(bulk(store))
        for extraction in self.documents():
            for layer in layers(extraction, self.base, profile(extraction, self.corrections)):
                loader.add(*layer)
        for part in self._blocks:
            loader.add(derived_graph(self.base), derived_triples(part, self.base))
        loader.close()
        return store

    @cached_property
    def _blocks(self) -> Blocks:
        return Blocks((profile(found, self.corrections) for found in self.documents()), self.corrections)

    @cached_property
    def _facts(self) -> frozenset[tuple[str, str]]:
        return frozenset((fact.id, key) for key, extraction in self._documents.items() for fact in facts_of(extraction))
