"""A graph on disk, as it was when it was opened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from kg.errors import InputError
from kg.merge.blocks import BlockKey, derive_block
from kg.merge.corrections import Corrections, corrected
from kg.merge.derived import Derived
from kg.model import Extraction
from kg.store.folder import StoreFolder, ledger_path, readers_path
from kg.store.ledger import Ledger
from kg.store.lock import reading
from kg.store.rdf import open_to_read

__all__ = ["LedgerSource", "StoreSource"]

_TRIES = 5
"""How often to begin again where a writer has swept away what we were about to open."""


class LedgerSource:
    """What a ledger tells."""

    def __init__(self, ledger: Ledger, base: str) -> None:
        self.ledger = ledger
        self.base = base

    @cached_property
    def corrections(self) -> Corrections:
        """Those of the user; questions to the RDF need none."""
        return self.ledger.corrections()

    @property
    def failures(self) -> tuple[tuple[str, str], ...]:
        """(path, reason) of the inputs that could not be read."""
        return self.ledger.failures()

    def documents(self) -> Iterator[Extraction]:
        """Every document once."""
        return (corrected(extraction, self.corrections) for extraction in self.ledger.documents())

    def left_out(self) -> Iterator[tuple[str, str]]:
        """The copies that do not speak."""
        return self.ledger.left_out()

    def same_ids(self) -> Iterator[tuple[str, int]]:
        """(id, number) of the ids that several documents have."""
        return self.ledger.same_ids()

    def document(self, key: str) -> Extraction | None:
        """The document with this key."""
        found = self.ledger.document(key)
        return found and corrected(found, self.corrections)

    def keys(self, name: str) -> list[str]:
        """The keys of the documents with this key or id, sorted."""
        return self.ledger.keys(name)

    def blocks(self, kind: str | None = None) -> Iterator[Derived]:
        """The derived layer, or the blocks of one kind, block by block."""
        return (derive_block(block, items, self.corrections) for block, items in self.ledger.item_groups(kind))

    def block(self, block: BlockKey) -> Derived:
        """One block of the derived layer."""
        return derive_block(block, self.ledger.items(block), self.corrections)

    def facts_starting(self, prefix: str) -> Iterator[tuple[str, str]]:
        """(fact id, document key), sorted."""
        return self.ledger.facts_starting(prefix)


class StoreSource(LedgerSource):
    """The store of a graph folder, to read; a context manager.  Raises InputError where there is none.

    What a writer does afterwards is not seen: open it again to see that.
    """

    def __init__(self, graph: str | Path) -> None:
        folder = StoreFolder(graph)
        self.path = folder.path
        for left in reversed(range(_TRIES)):
            try:
                self._open(folder.generation())
                return
            except InputError:
                if not left:
                    raise

    def _open(self, generation: Path) -> None:
        self.ledger = Ledger.read(ledger_path(generation))
        self._handle: int | None = None
        try:
            name = self.ledger.meta("rdf")
            if not (generation / name).is_dir():
                raise InputError(str(generation), f"{name} is gone")
            self._handle = reading(readers_path(generation, name))
            self.rdf: ox.Store = open_to_read(generation / name)
        except BaseException:
            self.close()
            raise
        super().__init__(self.ledger, self.ledger.meta("base"))
        self.version = self.ledger.meta("version")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of it; a writer may then sweep it away."""
        self.ledger.close()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
