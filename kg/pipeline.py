"""The whole flow on one screen: read → extract → merge → graph → export.

path ─read→ Document ─extract→ Extraction ─merge→ entities ─graph→ triples ─export→ files
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from kg.errors import InputError, UsageError
from kg.export.folder import GraphFolder
from kg.export.report import Report
from kg.extract.parallel import Outcome, extract_all
from kg.extract.run import extract, host
from kg.graph.vocabulary import BASE
from kg.model import Document, Extraction
from kg.query import Graph
from kg.read import Options, read

__all__ = ["build", "build_folder", "extract", "extractions", "host"]

Progress = Callable[[Outcome], object]
"""Called after each document, or input that could not be read."""


def build(
    inputs: Iterable[str | Path | Document],
    output: str | Path | None = None,
    *,
    options: Options | None = None,
    workers: int = 1,
    base: str = BASE,
) -> Graph:
    """One graph from files, folders and documents; written to the folder `output` too, if that is given.

    `options` say how to read (`kg.Options`: root, manifest, dates, publisher …).  `workers` processes share the work
    (0: one a core); call it under `if __name__ == "__main__":` then.  `base` is the IRI that the graph's own names
    begin with.  Inputs that cannot be read are in `graph.failures`.  Raises OutputError and UsageError.
    """
    found: list[Extraction] = []
    failures: list[InputError] = []
    for outcome in extractions(inputs, options, workers):
        (found if isinstance(outcome, Extraction) else failures).append(outcome)  # type: ignore[arg-type]
    if output is not None:
        _write(iter([*found, *failures]), Path(output), base)
    return Graph(found, failures, base)


def build_folder(
    inputs: Iterable[str | Path | Document],
    output: str | Path,
    *,
    options: Options | None = None,
    workers: int = 1,
    base: str = BASE,
    progress: Progress | None = None,
) -> Report:
    """As `build`, but streaming from document to disk: nothing but entities is kept in memory.

    All files are put in place at the end; after an error, or Ctrl-C, the folder is as it was.
    """
    return _write(extractions(inputs, options, workers), Path(output), base, progress)


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


def cores() -> int:
    """The number of this machine's cores that we may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _write(outcomes: Iterator[Outcome], folder: Path, base: str, progress: Progress | None = None) -> Report:
    with GraphFolder(folder, base) as out:
        for outcome in outcomes:
            if isinstance(outcome, Extraction):
                out.add(outcome)
            else:
                out.report.failures.append((outcome.path, outcome.reason))
            if progress:
                progress(outcome)
    return out.report
