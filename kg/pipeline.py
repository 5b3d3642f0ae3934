"""The whole flow on one screen: read → extract → store (merge → graph) → export.

path ─read→ Document ─extract→ Extraction ─store→ ledger and RDF ─export→ files
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import InputError, UsageError
from kg.export.folder import GraphFiles, remove_files
from kg.export.report import Report
from kg.extract.parallel import Outcome, extract_all
from kg.extract.run import extract, host
from kg.graph.vocabulary import BASE
from kg.merge.corrections import NONE, Corrections, load
from kg.model import Document, Extraction
from kg.query import Graph
from kg.read import Options, fingerprint, read
from kg.read.sources import STDIN, Source, list_sources
from kg.store import StoreBuilder, copies_of, extractor_version, kept_corrections

__all__ = ["build", "build_folder", "extract", "extractions", "fingerprints", "found", "host"]

Progress = Callable[[Outcome], object]
"""Called after each document, or input that could not be read."""


def build(
    inputs: Iterable[str | Path | Document],
    output: str | Path | None = None,
    *,
    options: Options | None = None,
    workers: int = 1,
    base: str = BASE,
    corrections: str | Path | None = None,
) -> Graph:
    """One graph from files, folders and documents; written to the folder `output` too, if that is given.

    `options` say how to read (`kg.Options`: root, manifest, dates, publisher …).  `workers` processes share the work
    (0: one a core); call it under `if __name__ == "__main__":` then.  `base` is the IRI that the graph's own names
    begin with.  `corrections` is the path of the user's corrections.toml; without it, those of the graph in `output` stay.
    Inputs that cannot be read are in `graph.failures`.  Raises OutputError; UsageError, also for a path that does not
    exist; InputError where there are no such corrections, or nothing was read that could replace the graph in `output`.
    """
    given = _there(inputs)
    right = load(corrections) if corrections is not None else None
    outcomes = list(extractions(given, options, workers))
    if output is not None:
        _write(iter(outcomes), Path(output), base, fingerprints(given, options or Options()), right)
        right = kept_corrections(output)
    failures: list[InputError] = []
    return Graph(list(found(outcomes, failures)), failures, base, right or NONE)


def build_folder(
    inputs: Iterable[str | Path | Document],
    output: str | Path,
    *,
    options: Options | None = None,
    workers: int = 1,
    base: str = BASE,
    progress: Progress | None = None,
    files: bool = True,
    corrections: Corrections | None = None,
) -> Report | None:
    """As `build`, but streaming from document to disk, in bounded memory.

    The new graph counts from one moment on; after an error, Ctrl-C or a kill before it, the folder is as it was.
    `files` writes the files of the folder too, and their report is returned.
    """
    given = _there(inputs)
    outcomes = extractions(given, options, workers)
    return _write(outcomes, Path(output), base, fingerprints(given, options or Options()), corrections, progress, files)


def extractions(
    inputs: Iterable[str | Path | Document], options: Options | None = None, workers: int = 1
) -> Iterator[Outcome]:
    """What each document gives, in the order of the documents' ids; an InputError for each that cannot be read."""
    if workers < 0:
        raise UsageError(f"not a number of workers: {workers}")
    given = list(inputs)
    paths = [item for item in given if not isinstance(item, Document)]
    documents = [item for item in given if isinstance(item, Document)]
    items: Iterable[Document | InputError] = read(paths, options) if paths else ()
    if documents:
        items = sorted([*items, *documents], key=lambda item: item.id if isinstance(item, Document) else item.path)
    return extract_all(items, workers or cores())


def found(
    outcomes: Iterable[Outcome], failures: list[InputError], progress: Progress | None = None
) -> Iterator[Extraction]:
    """The extractions among the outcomes; the others go to `failures`, and all of them are told to `progress`."""
    for outcome in outcomes:
        if isinstance(outcome, InputError):
            failures.append(outcome)
        else:
            yield outcome
        if progress:
            progress(outcome)


def fingerprints(inputs: Iterable[str | Path | Document], options: Options) -> dict[str, str]:
    """Each file among the inputs → what its documents depend on: content, metadata, options and kg's version."""
    paths = [item for item in inputs if not isinstance(item, Document)]
    sources = (item for item in list_sources(paths, options.root).items if isinstance(item, Source))
    told = ((source.id, fingerprint(source, options, extractor_version())) for source in sources)
    return {identifier: value for identifier, value in told if value is not None}


def _there(inputs: Iterable[str | Path | Document]) -> list[str | Path | Document]:
    """The inputs.  Raises UsageError for a path where nothing is: a slip of the pen must not empty a graph."""
    given = list(inputs)
    paths = (str(item) for item in given if not isinstance(item, Document))
    if missing := [path for path in paths if path != STDIN and not os.path.lexists(path)]:
        raise UsageError(f"{'、'.join(missing)}: there is no such file or folder; nothing was built 路径不存在，未建图")
    return given


def cores() -> int:
    """The number of this machine's cores that we may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _write(
    outcomes: Iterator[Outcome],
    folder: Path,
    base: str,
    sources: dict[str, str],
    corrections: Corrections | None = None,
    progress: Progress | None = None,
    files: bool = True,
) -> Report | None:
    failures: list[InputError] = []
    with StoreBuilder(folder, base, corrections) as store:
        for copy in copies_of(found(outcomes, failures, progress)):
            store.add(copy)
        store.check_replacing()
        failed = {failure.path for failure in failures}
        told = [(failure.path, failure.reason) for failure in failures]
        store.finish({name: value for name, value in sources.items() if name not in failed}, told)
        written = GraphFiles(folder)
        try:
            report = written.write(store.contents()) if files else None
            remove_files(folder)  # killed here, or before they are in place: no files, but never those of another graph
            store.commit()
            written.commit()
        finally:
            written.discard()
    return report
