"""What a graph on disk is: its numbers, its version, its files, and the user's corrections that match nothing in it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from kg.export.folder import FILES
from kg.store import StoreSource, extractor_version, unmatched

__all__ = ["Status", "status", "unmatched_texts"]


@dataclass(frozen=True, slots=True)
class Status:
    """What a graph is: numbers by name, whether this version of kg made it, the files that the folder holds, bytes,

    and the user's corrections that match nothing in it (not told of a graph that another version made).
    """

    numbers: dict[str, int]
    current: bool
    base: str
    files: tuple[str, ...]
    size: int
    unmatched: tuple[str, ...] = ()


def status(graph: str | Path) -> Status:
    """What a graph is.  Raises InputError where there is none."""
    with StoreSource(graph) as store:
        numbers = dict(store.ledger.information()) | {"triples": _triples(store), "corrections": len(store.corrections)}
        current = store.version == extractor_version()
        numbers["facts"] -= _withdrawn(store)
        lost = tuple(item.text() for item in unmatched(store)) if current else ()
        present = tuple(name for name in FILES if (Path(graph) / name).exists())
        size = sum(
            os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(store.path) for name in names
        )
        return Status(numbers, current, store.base, present, size, lost)


def unmatched_texts(graph: str | Path) -> tuple[str, ...]:
    """The user's corrections that match nothing in the graph, as they are told to the user."""
    with StoreSource(graph) as store:
        return tuple(item.text() for item in unmatched(store))


def _withdrawn(store: StoreSource) -> int:
    """The facts that were read and hold no more."""
    keys = {key for name in store.corrections.documents() for key in store.keys(name)}
    held = [found for key in keys if (found := store.document(key))]
    return sum(len({fact.id for fact in one.read} - {fact.id for fact in one.facts}) for one in held)


def _triples(store: StoreSource) -> int:
    found = store.rdf.query("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }")
    return int(next(iter(found))["n"].value)  # type: ignore[arg-type]
