"""The user's corrections that find nothing to correct in a graph, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator

from kg.merge.corrections import FactEntry, NameEntry, PersonsEntry, Unmatched, block_of, unmatched_of
from kg.merge.profile import profile
from kg.store.source import Contents

__all__ = ["unmatched"]

_NO_DOCUMENT = "no document of the graph has this key or id"


def unmatched(source: Contents) -> list[Unmatched]:
    """Sorted; only the documents that corrections name are looked at."""
    return sorted(_unmatched(source), key=lambda found: (found.entry.kind, found.entry.id))


def _unmatched(source: Contents) -> Iterator[Unmatched]:
    lost: dict[str, Unmatched] = {}
    here: dict[str, bool] = {}
    for name in sorted(source.corrections.documents()):
        known = [found for key in source.keys(name) if (found := source.document(key))]
        here[name] = bool(known)
        lost |= {item.entry.id: item for found in known for item in unmatched_of(found, source.corrections)}
    for entry in source.corrections.entries:
        if isinstance(entry, FactEntry):
            if not here[entry.place.document]:
                yield Unmatched(entry, _NO_DOCUMENT)
            elif entry.id in lost:
                yield lost[entry.id]
        elif isinstance(entry, PersonsEntry):
            missing = [name for document, name in entry.persons if not _names(source, document, name)]
            if missing:
                yield Unmatched(entry, f"no document of that name has {'、'.join(missing)}")
        elif not _is_called(source, entry):
            yield Unmatched(entry, "nothing in the graph is called so")


def _names(source: Contents, document: str, name: str) -> bool:
    """Does the document name a person of that name?"""
    known = (profile(found, source.corrections) for key in source.keys(document) if (found := source.document(key)))
    return any(e.type == "person" and e.label == name for one in known for e in one.entities)


def _is_called(source: Contents, entry: NameEntry) -> bool:
    if entry.document:
        return _names(source, entry.document, entry.value if entry.kind == "alias" else entry.of)
    return bool(source.block(block_of(entry.entity, entry.of)).nodes)
