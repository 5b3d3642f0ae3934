"""The files of a graph folder (tables, GraphML …), written from its store: after a change they are made again or gone."""

from __future__ import annotations

from pathlib import Path

from kg.export.folder import GraphFiles
from kg.store import StoreFolder, StoreSource

__all__ = ["SMALL", "write_files"]

SMALL = 20_000
"""Facts up to which the files of the folder are written again after a change if nobody says whether they should be."""


def write_files(graph: str | Path, wanted: bool | None = True) -> bool:
    """Write the files of a graph folder from its store; None: if the graph is small.  Returns whether it did."""
    if wanted is False:
        return False
    # Under the lock, for what another process changes meanwhile would make these files stale.
    with StoreFolder(graph).write_lock(), StoreSource(graph) as store:
        if wanted is None and store.ledger.counts()[1] > SMALL:
            return False
        written = GraphFiles(graph)
        written.write(store)
        written.commit()
    return True
