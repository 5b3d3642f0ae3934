"""How a graph takes in what its inputs hold now: input by input, batch by batch; or all of it again, by a new version.

    Changer(graph, options, workers, progress).run(inputs, …)       only what is new or has changed is read
    Changer(graph, options, workers, progress).rebuild(inputs, …)   all is read again, what has no input from the graph

The files of the folder are removed before the graph changes, and written again after it.
"""

from __future__ import annotations

import heapq
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.changes.files import write_files
from kg.changes.state import unmatched_texts
from kg.errors import InputError, UsageError
from kg.export.folder import FILES, remove_files
from kg.extract.parallel import Outcome, extract_all
from kg.merge.corrections import Corrections
from kg.model import Document, Extraction
from kg.pipeline import Progress, cores, extractions, fingerprints, found
from kg.read import Options, identify, list_sources, read
from kg.store import StoreBuilder, StoreSource, StoreWriter, copies_of, extractor_version, source_of

__all__ = ["Change", "Changer", "same_version"]

_BATCH = 500
"""Documents that a commit takes."""


@dataclass(slots=True)
class Change:
    """What a change did: documents that are others than before, inputs that were read, left as they are, and gone.

    `files` tells whether the files of the folder were written again; if not, they are gone.  `unmatched` are the user's
    corrections that match nothing.
    """

    documents: int = 0
    read: int = 0
    unchanged: int = 0
    gone: int = 0
    failed: int = 0
    files: bool = False
    notes: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()


def same_version(store: StoreWriter) -> None:
    """Raises UsageError where another version of kg made the graph: what it holds is not what this one would read."""
    if store.version != extractor_version():
        raise UsageError("another version of kg made this graph; bring it up to date first: kg update GRAPH PATH…")


class Changer:
    """Adding and updating, which differ in what becomes of the documents that an input gave before."""

    def __init__(self, graph: str | Path, options: Options | None, workers: int, progress: Progress | None) -> None:
        self.graph = Path(graph)
        self.options = options or Options()
        self.workers = workers or cores()
        self.progress = progress
        self.change = Change()
        self.failures: list[InputError] = []
        self.touched = False

    def update(
        self, inputs: list[str | Path | Document], files: bool | None, corrections: Corrections | None
    ) -> Change:
        """What the inputs hold now, with these corrections."""
        return self.run(inputs, files, True, corrections)

    def run(
        self,
        inputs: list[str | Path | Document],
        files: bool | None,
        replace: bool,
        corrections: Corrections | None = None,
    ) -> Change:
        """Read what has changed, and commit it batch by batch."""
        with StoreWriter(self.graph) as store:
            same_version(store)
            if corrections is not None:
                store.correct(corrections)
                self._commit(store)
            known = store.ledger.sources()
            given = fingerprints(inputs, self.options)
            gone = self._gone(inputs, known, given) if replace else set[str]()
            wanted = self._wanted(inputs, known, given, gone)
            if not replace:
                changed = sorted(name for name in given if name in known and known[name] != given[name])
                self.change.notes = tuple(f"{name} has changed; kg update replaces its documents" for name in changed)
            for name in sorted(gone):
                self._drop(store, name, {})
                store.ledger.set_source(name, None)
            self._read(store, wanted, given, replace)
            before = store.ledger.failures()
            store.ledger.set_failures([*given, *gone], [(failure.path, failure.reason) for failure in self.failures])
            if store.ledger.failures() != before:
                self._remove_files()
            self._commit(store)
        self.change.failed, self.change.gone = len(self.failures), len(gone)
        there = all((self.graph / name).exists() for name in FILES)
        self.change.files = there or write_files(self.graph, files)
        self.change.unmatched = unmatched_texts(self.graph)
        return self.change

    def _gone(self, inputs: list[str | Path | Document], known: dict[str, str], given: dict[str, str]) -> set[str]:
        """Inputs of the graph that stood where the paths point, and are there no more."""
        base = os.path.abspath(self.options.root or os.curdir)
        found: set[str] = set()
        for item in inputs:
            if not isinstance(item, Document):
                name = identify(os.path.abspath(item), base)
                prefix = "" if name == "." else f"{name}/"
                found |= {source for source in known if source == name or source.startswith(prefix)}
        return {source for source in found if source not in given and not os.path.exists(os.path.join(base, source))}

    def _wanted(
        self, inputs: list[str | Path | Document], known: dict[str, str], given: dict[str, str], gone: set[str]
    ) -> list[str | Path | Document]:
        """What must be read: documents, and the files that are new, changed, or cannot be known to be unchanged."""
        paths = [item for item in inputs if not isinstance(item, Document)]
        wanted: list[str | Path | Document] = [item for item in inputs if isinstance(item, Document)]
        for source in list_sources(paths, self.options.root).items:
            if isinstance(source, InputError):
                if source.path not in gone:
                    self._fail(source)
            elif source.id in given and known.get(source.id) == given[source.id]:
                self.change.unchanged += 1
            else:
                self.change.read += 1
                wanted.append(source.path)
        return wanted

    def _fail(self, failure: InputError) -> None:
        self.failures.append(failure)
        if self.progress:
            self.progress(failure)

    def _read(
        self, store: StoreWriter, wanted: list[str | Path | Document], given: dict[str, str], replace: bool
    ) -> None:
        """Add what the inputs hold; where an input ends, what it gave before goes, and its fingerprint is noted."""
        here, kept, waiting = "", {}, 0  # type: str, dict[tuple[str, int], None], int
        for copy in copies_of(found(extractions(wanted, self.options, self.workers), self.failures, self.progress)):
            if copy.source != here:
                self._end(store, here, kept if replace else None, given)
                here, kept = copy.source, {}
                if waiting >= _BATCH:
                    waiting = self._commit(store)
            store.add(copy)
            kept[copy.extraction.document.key, copy.ordinal] = None
            waiting += 1
            if waiting >= _BATCH * 4:
                waiting = self._commit(store)
        self._end(store, here, kept if replace else None, given)
        failed = {failure.path for failure in self.failures}
        for name in failed & set(given):
            store.ledger.set_source(name, None)

    def _end(
        self, store: StoreWriter, source: str, kept: dict[tuple[str, int], None] | None, given: dict[str, str]
    ) -> None:
        if kept is not None:
            self._drop(store, source, kept)
        if source in given:
            store.ledger.set_source(source, given[source])

    @staticmethod
    def _drop(store: StoreWriter, source: str, kept: dict[tuple[str, int], None]) -> None:
        """Remove the documents of an input, but for those kept."""
        for key, name, ordinal, _ in list(store.ledger.copies(source)):
            if (key, ordinal) not in kept:
                store.remove(key, name, ordinal)

    def _commit(self, store: StoreWriter) -> int:
        self.change.documents += store.commit(self._remove_files)
        return 0

    def _remove_files(self) -> None:
        """Before the graph changes: a file is there only if it is true."""
        if not self.touched:
            remove_files(self.graph)
            self.touched = True

    def rebuild(
        self, inputs: list[str | Path | Document], files: bool | None, corrections: Corrections | None
    ) -> Change:
        """All documents again, by this version of kg: those of the inputs from their files, the others from the graph."""
        given = fingerprints(inputs, self.options)
        with StoreSource(self.graph) as old:
            gone = self._gone(inputs, old.ledger.sources(), given)
            again = {*given, *gone, *(source_of(item) for item in inputs if isinstance(item, Document))}
            stored = (c.extraction.document for c in old.ledger.all_copies() if c.source not in again)
            items = heapq.merge(self._documents(inputs), stored, key=_place)
            with StoreBuilder(self.graph, old.base, old.corrections if corrections is None else corrections) as store:
                for copy in copies_of(self._extracted(items)):
                    store.add(copy)
                failed = {failure.path for failure in self.failures}
                told = [(failure.path, failure.reason) for failure in self.failures]
                store.finish({k: v for k, v in given.items() if k not in failed}, told)
                self.change.documents = store.ledger.counts()[0]
                remove_files(self.graph)
                store.commit()
        self.change.read, self.change.gone, self.change.failed = len(given), len(gone), len(self.failures)
        self.change.files = write_files(self.graph, files)
        self.change.unmatched = unmatched_texts(self.graph)
        return self.change

    def _documents(self, inputs: list[str | Path | Document]) -> Iterator[Document | InputError]:
        paths = [item for item in inputs if not isinstance(item, Document)]
        made = sorted((item for item in inputs if isinstance(item, Document)), key=_place)
        return heapq.merge(read(paths, self.options) if paths else (), made, key=_place)

    def _extracted(self, items: Iterable[Document | InputError]) -> Iterator[Extraction]:
        outcomes: Iterable[Outcome] = extract_all(items, self.workers)
        return found(outcomes, self.failures, self.progress)


def _place(item: Document | InputError) -> str:
    return source_of(item) if isinstance(item, Document) else item.path
