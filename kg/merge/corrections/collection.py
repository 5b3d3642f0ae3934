"""A user's corrections as a set: order and repetition of entries change nothing; entries that cannot both hold are an error."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations

from kg.errors import UsageError
from kg.merge.corrections.entries import Entry, FactEntry, Fields, NameEntry, PersonsEntry, Place, Ruling
from kg.merge.derived import ref
from kg.merge.names import body
from kg.model import Document, content_hash

__all__ = ["NONE", "Corrections", "block_of"]


class Corrections:
    """A set of entries.  Raises UsageError where two contradict each other, naming both."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        once: dict[str, Entry] = {}
        for entry in entries:
            other = once.get(entry.id, entry)
            once[entry.id] = entry if entry.note >= other.note else other
        self.entries: tuple[Entry, ...] = tuple(sorted(once.values(), key=lambda entry: (entry.kind, entry.id)))
        self._facts: dict[str, list[FactEntry]] = defaultdict(list)
        self._persons: dict[tuple[str, str], list[PersonsEntry]] = defaultdict(list)
        self._own: dict[tuple[str, str], list[NameEntry]] = defaultdict(list)
        self._names: dict[tuple[str, str], list[NameEntry]] = defaultdict(list)
        self._meant: dict[tuple[str, str, str], str] = {}
        for entry in self.entries:
            self._file(entry)
        self._check_facts()
        self._check_names()
        self._check_persons()

    def _file(self, entry: Entry) -> None:
        if isinstance(entry, FactEntry):
            self._facts[entry.place.document].append(entry)
        elif isinstance(entry, PersonsEntry):
            for person in entry.persons:
                self._persons[person].append(entry)
        elif entry.document:
            self._own[entry.document, entry.value if entry.kind == "alias" else entry.of].append(entry)
        else:
            self._names[block_of(entry.entity, entry.of)].append(entry)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Corrections) and self.entries == other.entries

    def __hash__(self) -> int:
        return hash(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    # Of a document

    def documents(self) -> set[str]:
        """The keys and ids of the documents that entries name."""
        return {*self._facts, *(name for name, _ in (*self._persons, *self._own))}

    def aliases(self) -> frozenset[tuple[tuple[str, str, str], str]]:
        """((entity, alias, document or nothing), the name that it stands for)."""
        return frozenset(self._meant.items())

    def facts(self, document: Document) -> list[FactEntry]:
        """The entries on the facts of a document, sorted."""
        return sorted({entry for name in _names(document) for entry in self._facts.get(name, ())})

    def meant(self, entity: str, label: str, document: Document) -> str:
        """The name that stands for `label` in a document: what it is an alias of; else empty."""
        if not self._meant:
            return ""
        named = _named(entity, label)
        found = (self._meant.get((entity, named, where)) for where in (*_names(document), ""))
        return next(filter(None, found), "")

    def rulings(self, document: Document, name: str, local: str) -> Iterator[Ruling]:
        """What is said of the person of that name in a document."""
        for where in _names(document):
            for entry in self._persons.get((where, name), ()):
                yield Ruling(local, entry.kind, entry.id)
            for own in self._own.get((where, name), ()):
                yield Ruling(local, own.kind, own.id, own.value)

    # Of a block

    def names(self, block: tuple[str, str]) -> list[NameEntry]:
        """The entries on what the entity (or everybody) of a block is called."""
        return self._names.get(block, [])

    def named_blocks(self) -> dict[tuple[str, str], list[NameEntry]]:
        """Block → its entries."""
        return dict(self._names)

    # Contradictions

    def _check_facts(self) -> None:
        """A fact is changed in one way only."""
        seen: dict[tuple[Place, Fields], FactEntry] = {}
        for entry in self.entries:
            if isinstance(entry, FactEntry) and entry.kind != "add":
                other = seen.setdefault((entry.place, entry.fact), entry)
                if replace(other, quote="", note="") != replace(entry, quote="", note=""):
                    raise _contradiction(other, entry)

    def _check_names(self) -> None:
        aliases: dict[tuple[str, str, str], NameEntry] = {}
        shown: dict[tuple[str, str, str], NameEntry] = {}
        for entry in self.entries:
            if not isinstance(entry, NameEntry):
                continue
            table, named = (aliases, entry.value) if entry.kind == "alias" else (shown, entry.of)
            other = table.setdefault((entry.entity, _named(entry.entity, named), entry.document), entry)
            if other is not entry and other.id != entry.id:
                raise _contradiction(other, entry)
        for key, entry in aliases.items():
            self._meant[key] = self._end(aliases, key, entry)

    @staticmethod
    def _end(aliases: dict[tuple[str, str, str], NameEntry], key: tuple[str, str, str], entry: NameEntry) -> str:
        """Where a chain of aliases ends: 甲 is an alias of 乙, which is one of 丙."""
        seen, at = {key[1]}, entry
        while True:
            name = _named(at.entity, at.of)
            if name in seen:
                raise _contradiction(entry, at)
            seen.add(name)
            step = aliases.get((at.entity, name, at.document)) or aliases.get((at.entity, name, ""))
            if step is None:
                return name
            at = step

    def _check_persons(self) -> None:
        root: dict[tuple[str, str], tuple[str, str]] = {}

        def find(person: tuple[str, str]) -> tuple[str, str]:
            while root.setdefault(person, person) != person:
                person = root[person]
            return person

        same = [entry for entry in self.entries if isinstance(entry, PersonsEntry) and entry.kind == "same"]
        for entry in same:
            for one, other in combinations(entry.persons, 2):
                if self._called(one) != self._called(other):
                    told = f"{one[1]} and {other[1]} have different names; make one an alias of the other"
                    raise UsageError(f"corrections: {entry.label}: {told}")
                low, high = sorted((find(one), find(other)))
                root[high] = low
        for apart in self.entries:
            if isinstance(apart, PersonsEntry) and apart.kind == "different":
                for one, other in combinations(apart.persons, 2):
                    if find(one) == find(other):
                        linked = next((e for e in same if one in e.persons), same[0])
                        raise _contradiction(linked, apart)

    def _called(self, person: tuple[str, str]) -> str:
        document, name = person
        return self._meant.get(("person", name, document)) or self._meant.get(("person", name, "")) or name


def _names(document: Document) -> tuple[str, str]:
    """What an entry may call a document: its key, which also vouches for its text, or its id."""
    return document.key, document.id


def _named(entity: str, name: str) -> str:
    """The name by which an entity is known to its block."""
    return body(name).name if entity == "organization" else name


def block_of(entity: str, name: str) -> tuple[str, str]:
    """The block of the entity of that name."""
    if entity == "person":
        return entity, name
    known = body(name) if entity == "organization" else None
    identifier = (known.id if known else None) or content_hash(entity, known.name if known else name)
    return entity, ref(entity, identifier)


def _contradiction(one: Entry, other: Entry) -> UsageError:
    return UsageError(f"corrections contradict each other: {one.label} | {other.label}")


NONE = Corrections()
"""Nothing is corrected."""
