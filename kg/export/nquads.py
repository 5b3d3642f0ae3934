"""Sorted N-Quads: every statement with its graph, a line each; two graphs are the same if their bytes are.

Sorted on disk, run by run, so that a graph of any size is written in bounded memory.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby
from typing import Protocol, TextIO

from kg.graph.corrected import layers
from kg.graph.derived import derived_graph, derived_triples
from kg.graph.terms import Quad, Triple
from kg.graph.vocabulary import BASE
from kg.merge.derived import Derived
from kg.merge.profile import Profile
from kg.model import Extraction

__all__ = ["NquadsWriter", "nquads"]

_RUN = 500_000
"""Lines that are sorted in memory."""


class Writable(Protocol):
    """What N-Quads are written to."""

    def write(self, text: str, /) -> object: ...


class NquadsWriter:
    """Takes documents and blocks in any order; `close` writes the lines, sorted, each once."""

    def __init__(self, file: Writable, base: str = BASE) -> None:
        self._file = file
        self._base = base
        self._lines: list[str] = []
        self._runs = ExitStack()
        self._sorted: list[TextIO] = []

    def document(self, extraction: Extraction, known: Profile) -> None:
        """The statements of one document, and what the user corrected in it."""
        for layer in layers(extraction, self._base, known):
            self._add(layer.triples, layer.graph)

    def derived(self, part: Derived) -> None:
        """A block of the derived layer."""
        self._add(derived_triples(part, self._base), derived_graph(self._base))

    def _add(self, triples: Iterable[Triple], graph: str) -> None:
        self._lines.extend(f"{s} {p} {o} {graph} .\n" for s, p, o in triples)
        if len(self._lines) > _RUN:
            self._spill()

    def _spill(self) -> None:
        run = self._runs.enter_context(tempfile.TemporaryFile("w+", encoding="utf-8", newline=""))  # noqa: SIM115
        run.writelines(sorted(self._lines))
        run.seek(0)
        self._sorted.append(run)
        self._lines = []

    def close(self) -> None:
        """Write all of it."""
        with self._runs:
            merged: Iterator[str] = heapq.merge(*self._sorted, sorted(self._lines))
            for line, _ in groupby(merged):
                self._file.write(line)


def nquads(quads: Iterable[Quad]) -> str:
    """Sorted N-Quads of a few quads, as a text."""
    return "".join(sorted({f"{s} {p} {o} {g} .\n" for s, p, o, g in quads}))
