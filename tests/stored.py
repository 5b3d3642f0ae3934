"""What a graph holds, on disk or in memory, for the tests that compare the two."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox

from kg.export.nquads import NquadsWriter
from kg.graph.vocabulary import BASE
from kg.merge.corrections import NONE, Corrections
from kg.merge.profile import profile
from kg.model import Extraction
from kg.store import Contents, MemorySource, StoreBuilder, StoreSource, copies_of, unmatched, with_tallies
from kg.store.tallies import TALLIES

__all__ = ["assert_same", "build", "nquads", "stored"]


class _Text:
    """A file in memory."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, text: str, /) -> None:
        self.parts.append(text)


def nquads(source: Contents) -> str:
    """The sorted N-Quads of a graph, from its documents and blocks."""
    out = _Text()
    writer = NquadsWriter(out, BASE)
    for extraction in source.documents():
        writer.document(extraction, profile(extraction, source.corrections))
    for part in source.blocks():
        writer.derived(part)
    writer.close()
    return "".join(out.parts)


def stored(store: ox.Store) -> tuple[set[str], set[str], set[str]]:
    """What an Oxigraph store holds: quads of named graphs, triples of the union, and tallies."""
    quads = _lines(quad for quad in store if quad.graph_name != ox.DefaultGraph())
    tallies = {quad for quad in quads if quad.endswith(f" {TALLIES} .\n")}
    plain = {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    return quads - tallies, plain, tallies


def _lines(quads: Iterable[ox.Quad]) -> set[str]:
    return {f"{q.subject} {q.predicate} {q.object} {q.graph_name} .\n" for q in quads}


def build(folder: Path, extractions: Iterable[Extraction], corrections: Corrections = NONE) -> None:
    """Build a store of these documents."""
    with StoreBuilder(folder, corrections=corrections) as store:
        for copy in copies_of(extractions):
            store.add(copy)
        store.finish({})
        store.commit()


def assert_same(folder: Path, extractions: Iterable[Extraction], corrections: Corrections = NONE) -> None:
    """The store holds these documents with these corrections, in its ledger and in its RDF, to the byte, and nothing else."""
    memory = MemorySource(extractions, corrections=corrections)
    expected = nquads(memory)
    with_tallies(memory.rdf)
    with StoreSource(folder) as source:
        assert source.corrections == corrections
        assert nquads(source) == expected
        assert stored(source.rdf) == stored(memory.rdf)
        assert stored(source.rdf)[0] == _lines(ox.parse(expected, format=ox.RdfFormat.N_QUADS))
        assert list(source.documents()) == list(memory.documents())
        assert list(source.facts_starting("")) == list(memory.facts_starting(""))
        told = {(fact.id, one.document.key) for one in memory.documents() for fact in one.facts}
        assert told <= set(source.facts_starting(""))
        assert corrections != NONE or list(source.facts_starting("")) == sorted(told)
        assert unmatched(source) == unmatched(memory)
