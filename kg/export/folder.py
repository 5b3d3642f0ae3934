"""The folder that `kg build` makes: all its files from one stream of documents.

    with GraphFolder(Path("exports")) as out:
        for extraction in extractions:      # in order of the documents' ids: the order of the files' lines
            out.add(extraction)
        out.report.failures.append((path, reason))

`add` writes the document's fact lines, CSV rows, Turtle block and GraphML nodes at once and forgets it; what is
kept in memory is its profile (`kg.merge.entities`).  At the end of the block the derived layer is computed from
the profiles and written last, and all files are put in place together.  After an error, or Ctrl-C, none of them
is, and the folder is as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.export.atomic import AtomicFile, make_folder
from kg.export.csv import COLUMNS, CsvTables
from kg.export.graphml import GraphmlWriter
from kg.export.jsonl import dumps, lines
from kg.export.report import Report
from kg.export.turtle import TurtleWriter
from kg.graph.builder import statements
from kg.graph.derived import derived_triples
from kg.graph.traversal import derived_edges, derived_nodes, document_edges, fact_nodes
from kg.graph.vocabulary import BASE
from kg.merge.blocks import Blocks
from kg.merge.entities import Profile, profile
from kg.model import Extraction

__all__ = ["FILES", "GraphFolder", "write_all"]

FILES = ("graph.ttl", "graph.graphml", "facts.jsonl", *(f"facts-{family}s.csv" for family in COLUMNS), "report.json")
"""What a graph folder holds."""


class GraphFolder:
    """Writes a graph folder; use it as a context manager.  Raises OutputError where the disk refuses."""

    def __init__(self, folder: Path, base: str = BASE) -> None:
        self.folder = folder
        self.base = base
        self.report = Report()
        self._profiles: dict[str, Profile] = {}
        self._files: dict[str, AtomicFile] = {}

    def __enter__(self) -> Self:
        make_folder(self.folder)
        try:
            for name in FILES:
                self._files[name] = AtomicFile(self.folder / name)
            self._turtle = TurtleWriter(self._files["graph.ttl"], self.base)
            self._graphml = GraphmlWriter(self._files["graph.graphml"])
            self._tables = CsvTables(lambda family: self._files[f"facts-{family}s.csv"])
        except BaseException:
            self._discard()
            raise
        return self

    def add(self, extraction: Extraction) -> None:
        """Write one document.  The same document twice is written once."""
        key = extraction.document.key
        if key in self._profiles:
            self.report.warnings.append(
                (extraction.document.id, "the same text and metadata as another document: left out")
            )
            return
        self._profiles[key] = known = profile(extraction)
        found = list(lines(extraction))
        self._files["facts.jsonl"].write("".join(map(dumps, found)))
        self._tables.add(found, extraction.document)
        self._turtle.add(statements(extraction, self.base, known))
        self._graphml.nodes(fact_nodes(extraction, self.base, known))
        self.report.add(extraction, (line["type"] for line in found))

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._finish()
        finally:
            self._discard()

    def _finish(self) -> None:
        parts = list(Blocks(self._profiles.values()))
        self._turtle.add(triple for part in parts for triple in derived_triples(part, self.base))
        for part in parts:
            self._graphml.nodes(derived_nodes(part, self.base))
            self.report.add_derived(part)
        for known in self._profiles.values():
            self._graphml.edges(document_edges(known))
        for part in parts:
            self._graphml.edges(derived_edges(part))
        self._graphml.close()
        sizes = {name: file.finish() for name, file in self._files.items() if name != "report.json"}
        self.report.files.update(sizes)
        self._files["report.json"].write(self.report.text())
        for file in self._files.values():
            file.commit()

    def _discard(self) -> None:
        for file in self._files.values():
            file.discard()


def write_all(folder: Path, extractions: Iterable[Extraction], base: str = BASE) -> Report:
    """Write a whole graph folder; the extractions are read once, in the order given."""
    with GraphFolder(folder, base) as out:
        for extraction in extractions:
            out.add(extraction)
    return out.report
