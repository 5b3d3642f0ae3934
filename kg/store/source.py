"""What a graph is read from, whether it stands in memory or on disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import pyoxigraph as ox

from kg.merge.blocks import BlockKey
from kg.merge.corrections import Corrections
from kg.merge.derived import Derived
from kg.model import Extraction

__all__ = ["Contents", "Copy", "GraphSource"]


@dataclass(frozen=True, slots=True)
class Copy:
    """A document as one input gives it: `source` is the input's id, `ordinal` its place there.

    The same text and metadata may come from several inputs: one document, and the copy that sorts first speaks for it.
    """

    source: str
    ordinal: int
    extraction: Extraction


class Contents(Protocol):
    """Documents with their facts, and the blocks of the derived layer: what files are written from."""

    base: str

    @property
    def corrections(self) -> Corrections:
        """Those of the user: the facts of `documents` and the blocks are with them."""

    @property
    def failures(self) -> tuple[tuple[str, str], ...]:
        """(path, reason) of the inputs that could not be read, sorted."""

    def documents(self) -> Iterator[Extraction]:
        """Every document once, in the order of its inputs, with the facts that hold."""

    def left_out(self) -> Iterator[tuple[str, str]]:
        """(id, input) of the copies that do not speak, in the order of the inputs."""

    def same_ids(self) -> Iterator[tuple[str, int]]:
        """(id, number) of the ids that several documents have, sorted."""

    def document(self, key: str) -> Extraction | None:
        """The document with this key, with the facts that hold."""

    def keys(self, name: str) -> list[str]:
        """The keys of the documents with this key or id, sorted."""

    def blocks(self, kind: str | None = None) -> Iterator[Derived]:
        """The derived layer, or the blocks of one kind, block by block, in the order of kinds and keys."""

    def block(self, block: BlockKey) -> Derived:
        """One block of the derived layer."""


class GraphSource(Contents, Protocol):
    """What questions are asked of: single documents and blocks, and all of it as RDF."""

    @property
    def rdf(self) -> ox.Store:
        """One named graph a document, one for the derived layer, and the union of all of them as the default graph.

        Oxigraph's own union of named graphs gives a triple once for each graph that it is in, and sums would be wrong.
        """

    def facts_starting(self, prefix: str) -> Iterator[tuple[str, str]]:
        """(fact id, document key) of the facts whose id begins so, sorted; those that were read and hold no more too."""
