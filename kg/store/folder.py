"""Where a graph on disk stands, and how it changes without ever being half changed.

    my-graph/.kg/CURRENT            the name of the generation that counts
    my-graph/.kg/LOCK               held by the one process that writes
    my-graph/.kg/g000001/ledger     SQLite: documents, items, and the name of the RDF that belongs to them
    my-graph/.kg/g000001/rdf-1/     Oxigraph, never written to once it counts

A build fills a generation of its own and puts its name into CURRENT.  A change clones the RDF (files that never change
are linked), writes to the clone, and commits the ledger, which names the clone.  Whenever the process dies, what
counted before counts still, and what it left is swept away by the next writer.  A reader keeps what it has opened.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import InputError, OutputError
from kg.store.lock import in_use, writing

__all__ = ["HIDDEN", "StoreFolder"]

HIDDEN = ".kg"
"""The folder inside a graph folder."""
_CURRENT, _LOCK, _LEDGER = "CURRENT", "LOCK", "ledger"
_GENERATION = re.compile(r"g(\d{6})")
_RDF = re.compile(r"rdf-(\d+)")
_READERS = ".readers"


class StoreFolder:
    """The paths of a graph's store; what they hold is not its business."""

    def __init__(self, graph: str | Path) -> None:
        self.graph = Path(graph)
        self.path = self.graph / HIDDEN

    def exists(self) -> bool:
        """Is there a store?"""
        return (self.path / _CURRENT).is_file()

    def generation(self) -> Path:
        """The generation that counts.  Raises InputError where there is none."""
        try:
            name = (self.path / _CURRENT).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            reason = "the folder holds no store (kg build makes one)" if self.graph.is_dir() else "there is no such graph"
            raise InputError(str(self.graph), reason) from error
        if not _GENERATION.fullmatch(name):
            raise InputError(str(self.graph), f"the store is broken: {_CURRENT} says {name!r}")
        return self.path / name

    @contextmanager
    def write_lock(self) -> Iterator[None]:
        """Be the one who writes.  Raises BusyError where another does, OutputError where the disk refuses."""
        new = not self.graph.exists()
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _refused(self.path, error) from error
        with writing(self.path / _LOCK, str(self.graph)):
            try:
                yield
            except BrokenPipeError:  # of what is printed, not of what is stored
                raise
            except (OSError, sqlite3.OperationalError) as error:
                raise _refused(self.graph, error) from error
            finally:
                if not self.exists():  # a first build that failed leaves nothing behind
                    shutil.rmtree(self.path, ignore_errors=True)
                    if new:
                        with suppress(OSError):
                            self.graph.rmdir()

    def new_generation(self) -> Path:
        """An empty folder for a build."""
        numbers = [int(m[1]) for entry in os.scandir(self.path) if (m := _GENERATION.fullmatch(entry.name))]
        path = self.path / f"g{max(numbers, default=0) + 1:06d}"
        path.mkdir()
        return path

    def switch(self, generation: Path) -> None:
        """Let this generation count from now on."""
        temporary = self.path / f"{_CURRENT}.new"
        with temporary.open("w", encoding="ascii") as file:
            file.write(generation.name + "\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, self.path / _CURRENT)

    def sweep(self, rdf: str) -> None:
        """Delete what does not count and nobody reads; `rdf` is the folder of the RDF that counts."""
        current = self.generation()
        for entry in list(os.scandir(self.path)):
            if _GENERATION.fullmatch(entry.name):
                path = Path(entry.path)
                keep = rdf if path == current else ""
                free = [self._sweep_rdf(path, name) for name in _rdf_names(path) if name != keep]
                if path != current and all(free):
                    shutil.rmtree(path, ignore_errors=True)

    @staticmethod
    def _sweep_rdf(generation: Path, name: str) -> bool:
        readers = generation / f"{name}{_READERS}"
        if in_use(readers):
            return False
        shutil.rmtree(generation / name, ignore_errors=True)
        readers.unlink(missing_ok=True)
        return True


def _refused(path: Path, error: Exception) -> OutputError:
    """What the system, SQLite or Oxigraph complains of, without their own files: these are gone by then."""
    said = getattr(error, "strerror", None) or str(error).removeprefix("IO error: ").partition(": While")[0]
    return OutputError(f"{path}: cannot write: {said}; what was there before is untouched 写入失败，原有内容未动")


def ledger_path(generation: Path) -> Path:
    """The ledger of a generation."""
    return generation / _LEDGER


def readers_path(generation: Path, rdf: str) -> Path:
    """The file that those hold who read this RDF."""
    return generation / f"{rdf}{_READERS}"


def next_rdf(generation: Path) -> str:
    """A name for the next RDF of a generation."""
    numbers = [int(name.split("-")[1]) for name in _rdf_names(generation)]
    return f"rdf-{max(numbers, default=0) + 1}"


def _rdf_names(generation: Path) -> list[str]:
    return sorted(entry.name for entry in os.scandir(generation) if _RDF.fullmatch(entry.name))
