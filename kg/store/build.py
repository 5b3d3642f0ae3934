"""A store from nothing, in one stream: bounded memory, and the same cost for the last document as for the first."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.errors import InputError
from kg.graph.corrected import Layer, layers
from kg.graph.derived import derived_graph, derived_triples
from kg.graph.vocabulary import BASE
from kg.merge.blocks import blocks, derive_block
from kg.merge.corrections import NONE, Corrections, corrected
from kg.merge.profile import profile
from kg.model import Extraction
from kg.store.folder import StoreFolder, ledger_path, next_rdf
from kg.store.ledger import Ledger
from kg.store.rdf import Changes, Loader, Spool, change, difference, open_to_write, sync
from kg.store.reader import LedgerSource, StoreSource
from kg.store.source import Copy
from kg.store.tallies import tally
from kg.store.version import extractor_version

__all__ = ["StoreBuilder", "kept_corrections"]

_SPOOL = "quads"
"""The file of a generation in the making that holds its triples until all are there."""


def kept_corrections(graph: str | Path) -> Corrections:
    """The corrections of the graph in this folder; none where there is no graph."""
    if not StoreFolder(graph).exists():
        return NONE
    with StoreSource(graph) as old:
        return old.corrections


class StoreBuilder:
    """Fills a generation that counts after `commit`; a context manager that holds the lock.  Raises OutputError.

    with StoreBuilder("my-graph") as store:
        for copy in copies: store.add(copy)
        store.finish(sources, failures)
        store.commit()

    The corrections of a graph that is replaced stay, unless others are given, be they none.
    """

    def __init__(self, graph: str | Path, base: str = BASE, corrections: Corrections | None = None) -> None:
        self.folder = StoreFolder(graph)
        self.base = base
        self._given = corrections
        self.corrections = corrections or NONE
        self._added = self._committed = False
        self._loaded: dict[str, Extraction] = {}  # of documents for which another copy speaks than the one that came first

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            stack.enter_context(self.folder.write_lock())
            if self._given is None:
                self.corrections = kept_corrections(self.folder.graph)
            self.generation = self.folder.new_generation()
            stack.callback(self._sweep)
            self._name = next_rdf(self.generation)
            self.ledger = Ledger.create(ledger_path(self.generation))
            stack.callback(self.ledger.close)
            self._spool = Spool(self.generation / _SPOOL)
            stack.callback(self._spool.discard)
            self._loader: Loader | None = Loader(self._spool.keep)
            self._exit = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._exit.__exit__(kind, error, trace)

    def _sweep(self) -> None:
        if not self._committed:
            shutil.rmtree(self.generation, ignore_errors=True)

    def add(self, copy: Copy) -> None:
        """Add one copy of a document."""
        self._added = True
        extraction = copy.extraction
        key = extraction.document.key
        known = self.ledger.document(key)
        self.ledger.add_copy(copy, key)
        if known is not None:
            if self.ledger.document(key) != known:
                self._loaded.setdefault(key, known)
            return
        assert self._loader is not None, "nothing is added after `finish`"
        held = corrected(extraction, self.corrections)
        prepared = profile(held, self.corrections)
        self.ledger.add_facts({*(fact for fact, _ in prepared.facts), *(fact.id for fact in held.read)}, key)
        self.ledger.stage_items(set(blocks(prepared)))
        for layer in layers(held, self.base, prepared):
            self._loader.add(*layer)

    def check_replacing(self) -> None:
        """Raises InputError where nothing was added that could replace a graph that has documents."""
        if self._added or not self.folder.exists():
            return
        with StoreSource(self.folder.graph) as old:
            there = old.ledger.counts()[0]
        if there:
            reason = f"no document was read; the graph stays as it was, with {there:,} documents 未读到文档，原图保留"
            raise InputError(str(self.folder.graph), reason)

    def finish(self, sources: Mapping[str, str], failures: Iterable[tuple[str, str]] = ()) -> None:
        """Derive, and bring everything to the disk; `sources` are the inputs with their fingerprints."""
        assert self._loader is not None, "`finish` ends it"
        self.ledger.finish()
        graph = derived_graph(self.base)
        for block, items in self.ledger.item_groups():
            self._loader.add(graph, derived_triples(derive_block(block, items, self.corrections), self.base))
        self._loader.close()
        self._loader = None
        self._load(self.generation / self._name)
        for identifier, fingerprint in sources.items():
            self.ledger.set_source(identifier, fingerprint)
        self.ledger.set_failures((), failures)
        self.ledger.set_corrections(self.corrections)
        for name, value in (("base", self.base), ("version", extractor_version()), ("rdf", self._name)):
            self.ledger.set_meta(name, value)
        self.ledger.commit()

    def _load(self, path: Path) -> None:
        """Make the RDF of what was spooled."""
        store = open_to_write(path)
        self._spool.load(store)
        change(store, self._spoken_for())
        tally(store)
        store.flush()
        del store  # closes it: there is no other way
        sync(path)

    def _spoken_for(self) -> Changes:
        """The documents for which another copy speaks than the one that came first."""
        found: Changes = {}
        for key, first in self._loaded.items():
            speaks = self.ledger.document(key)
            assert speaks is not None, "copies are not removed in a build"
            found |= difference(self._layers(first), self._layers(speaks))
        return found

    def _layers(self, extraction: Extraction) -> list[Layer]:
        held = corrected(extraction, self.corrections)
        return list(layers(held, self.base, profile(held, self.corrections)))

    def contents(self) -> LedgerSource:
        """What the new graph holds, after `finish`."""
        return LedgerSource(self.ledger, self.base)

    def commit(self) -> None:
        """Let the new graph count."""
        self.folder.switch(self.generation)
        self._committed = True
        self.folder.sweep(self._name)
