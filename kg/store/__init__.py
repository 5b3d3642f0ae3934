"""A graph on disk: a ledger of documents in SQLite, and the RDF in Oxigraph; or the same in memory."""

from __future__ import annotations

from pathlib import Path

from kg.store.build import StoreBuilder, kept_corrections
from kg.store.folder import HIDDEN, StoreFolder
from kg.store.memory import MemorySource, copies_of, source_of
from kg.store.reader import StoreSource
from kg.store.source import Contents, Copy, GraphSource
from kg.store.tallies import LEFT_OUT, with_tallies
from kg.store.unmatched import unmatched
from kg.store.update import StoreWriter
from kg.store.version import extractor_version

__all__ = [
    "HIDDEN", "LEFT_OUT", "Contents", "Copy", "GraphSource", "MemorySource", "StoreBuilder", "StoreFolder", "StoreSource",
    "StoreWriter", "copies_of", "extractor_version", "has_store", "kept_corrections", "source_of", "unmatched",
    "with_tallies",
]  # fmt: skip


def has_store(graph: str | Path) -> bool:
    """Does the graph folder hold a store, or only files that were written from one?"""
    return StoreFolder(graph).exists()
