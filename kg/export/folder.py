"""The files of a graph folder, and a graph in one file of one format: all from one pass over its documents and blocks.

    files = GraphFiles("my-graph")
    files.write(source)                  # temporary files; the folder is as it was
    files.commit()                       # all of them in place

What a pass keeps in memory does not grow with the graph, but for the counts of the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from kg.errors import OutputError, UsageError
from kg.export.atomic import AtomicFile, make_folder, write
from kg.export.csv import COLUMNS, CsvTables
from kg.export.graphml import GraphmlWriter
from kg.export.jsonl import JsonlWriter
from kg.export.nquads import NquadsWriter
from kg.export.report import Report
from kg.export.turtle import TurtleWriter
from kg.graph.vocabulary import BASE
from kg.merge.derived import Derived
from kg.merge.profile import Profile, profile
from kg.model import Extraction
from kg.store import Contents, MemorySource, unmatched

__all__ = ["FILES", "FORMATS", "GraphFiles", "export", "remove_files", "write_all"]

FILES = ("graph.ttl", "graph.graphml", "facts.jsonl", *(f"facts-{family}s.csv" for family in COLUMNS), "report.json")
"""What a graph folder holds, beside the store."""


class Writer(Protocol):
    """A format: documents, then blocks of the derived layer, then the end."""

    def document(self, extraction: Extraction, known: Profile) -> None:
        """One document."""

    def derived(self, part: Derived) -> None:
        """A block of the derived layer."""

    def close(self) -> None:
        """Write what waits."""


FORMATS: dict[str, Callable[[Any, str], Writer]] = {
    "nquads": NquadsWriter,
    "turtle": TurtleWriter,
    "graphml": GraphmlWriter,
    "jsonl": lambda file, _: JsonlWriter(file),
}
"""Name of a format → its writer, of a file and the base IRI."""


def _pass(source: Contents, writers: Sequence[Writer]) -> None:
    for extraction in source.documents():
        known = profile(extraction, source.corrections)
        for writer in writers:
            writer.document(extraction, known)
    for part in source.blocks():
        for writer in writers:
            writer.derived(part)
    for writer in writers:
        writer.close()


def export(source: Contents, form: str, path: str | Path) -> None:
    """Write a graph to a file in a format of `FORMATS`.  Raises UsageError for another, and OutputError."""
    if form not in FORMATS:
        raise UsageError(f"no such format: {form} (there are: {', '.join(FORMATS)})")
    with write(Path(path)) as file:
        _pass(source, [FORMATS[form](file, source.base)])


class GraphFiles:
    """The files of a graph folder in the making.  Raises OutputError where the disk refuses."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self.report = Report()
        self._files: dict[str, AtomicFile] = {}

    def write(self, source: Contents) -> Report:
        """Write all files beside those that are in place; after an error, there is none of them."""
        make_folder(self.folder)
        try:
            for left in (path for name in FILES for path in self.folder.glob(f".{name}.*.tmp")):
                left.unlink()  # of a process that was killed
            for name in FILES:
                self._files[name] = AtomicFile(self.folder / name)
            self._write(source)
        except BaseException:
            self.discard()
            raise
        return self.report

    def _write(self, source: Contents) -> None:
        files, report = self._files, self.report
        single = {"graph.ttl": "turtle", "graph.graphml": "graphml", "facts.jsonl": "jsonl"}
        writers = [FORMATS[form](files[name], source.base) for name, form in single.items()]
        _pass(source, [*writers, CsvTables(lambda family: files[f"facts-{family}s.csv"]), report])
        report.failures += source.failures
        report.corrections = len(source.corrections)
        report.unmatched = tuple(item.text() for item in unmatched(source))
        for identifier, place in source.left_out():
            report.warnings.append((identifier, f"the same text and metadata as another document: left out ({place})"))
        report.warnings += [(identifier, f"{number} documents have this id") for identifier, number in source.same_ids()]
        report.files.update({name: file.finish() for name, file in files.items() if name != "report.json"})
        files["report.json"].write(report.text())
        files["report.json"].finish()

    def commit(self) -> None:
        """Put all of them in place."""
        for file in self._files.values():
            file.commit()

    def discard(self) -> None:
        """Leave nothing behind; does nothing after `commit`."""
        for file in self._files.values():
            file.discard()


def remove_files(folder: str | Path) -> None:
    """Remove the files of a graph folder: before the graph changes, so that none of them is ever stale."""
    for name in FILES:
        path = Path(folder) / name
        try:
            with suppress(FileNotFoundError):
                path.unlink()
        except OSError as error:
            raise OutputError(f"{path}: cannot remove: {error.strerror or error}") from error


def write_all(folder: Path, extractions: Iterable[Extraction], base: str = BASE) -> Report:
    """Write the files of a graph of some extractions, without a store."""
    files = GraphFiles(folder)
    files.write(MemorySource(extractions, base=base))
    files.commit()
    return files.report
