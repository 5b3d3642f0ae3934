"""What may be done to a graph: add, update, remove."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from kg.changes.changer import Change, Changer, same_version
from kg.changes.files import write_files
from kg.changes.state import unmatched_texts
from kg.errors import UsageError
from kg.export.folder import remove_files
from kg.merge.corrections import Corrections
from kg.model import Document
from kg.pipeline import Progress
from kg.read import Options, identify
from kg.store import StoreSource, StoreWriter, extractor_version

__all__ = ["add", "remove", "update"]


def add(
    graph: str | Path,
    inputs: Iterable[str | Path | Document],
    *,
    options: Options | None = None,
    workers: int = 1,
    progress: Progress | None = None,
    files: bool | None = None,
) -> Change:
    """Add the documents of files, folders and `Document` objects.  Inputs that have not changed are not read.

    A file that has changed gives its new documents beside the old ones, with a note; `update` replaces them.
    `files`: write the files of the folder again; None: if the graph is small.  Raises InputError, OutputError and
    UsageError.
    """
    return Changer(graph, options, workers, progress).run(list(inputs), files, replace=False)


def update(
    graph: str | Path,
    inputs: Iterable[str | Path | Document] = (),
    *,
    options: Options | None = None,
    workers: int = 1,
    progress: Progress | None = None,
    files: bool | None = None,
    corrections: Corrections | None = None,
) -> Change:
    """Make the documents of these inputs what the inputs hold now; files that are gone lose theirs.

    Inputs of the same content, metadata, options and version of kg cost nothing but a look at their bytes.  Where
    another version of kg made the graph, all its documents are read again, from their texts in the graph.
    `corrections` take the place of those that the graph has; None: they stay.
    """
    changer = Changer(graph, options, workers, progress)
    with StoreSource(graph) as store:
        current = store.version == extractor_version()
    run = changer.update if current else changer.rebuild
    return run(list(inputs), files, corrections)


def remove(graph: str | Path, names: Iterable[str], *, root: str | None = None, files: bool | None = None) -> Change:
    """Remove documents by key, id or path; a folder's path means all that came from below it.

    Raises UsageError where a name means nothing in the graph; then nothing is removed.
    """
    change = Change()
    with StoreWriter(graph) as store:
        same_version(store)
        meant: dict[tuple[str, str, int], None] = {}
        for name in names:
            copies = _meant(store, name, root)
            if not copies:
                raise UsageError(f"no document of the graph is called {name!r}")
            meant |= dict.fromkeys(copies)
        for copy in meant:
            store.remove(*copy)
            store.ledger.set_source(copy[1], None)
        change.documents = store.commit(lambda: remove_files(graph))
    change.files = write_files(graph, files)
    change.unmatched = unmatched_texts(graph)
    return change


def _meant(store: StoreWriter, name: str, root: str | None) -> list[tuple[str, str, int]]:
    """The copies that a user's name means."""
    path = identify(os.path.abspath(name), os.path.abspath(root or os.curdir))
    for candidate in dict.fromkeys((name, path)):
        if copies := store.ledger.named(candidate):
            return [copy[:3] for copy in copies]
    return [copy[:3] for copy in store.ledger.below(path)]
