"""Changes of a store: documents come and go, and only the blocks that they touch are derived again.

    with StoreWriter("my-graph") as store:
        store.add(copy); store.remove(key, source, ordinal); store.correct(corrections); …
        store.commit()          # all of it has happened, or none

A block gives what its items say, before and after; the difference is what the derived layer loses and wins.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.graph.corrected import layers
from kg.graph.derived import derived_graph, derived_triples
from kg.graph.terms import Triple
from kg.merge.blocks import BlockKey, blocks, derive_block
from kg.merge.corrections import NONE, Corrections, corrected, facts_of
from kg.merge.profile import Profile, profile
from kg.model import Extraction
from kg.store.codec import encode
from kg.store.folder import StoreFolder, ledger_path, next_rdf
from kg.store.ledger import Ledger
from kg.store.rdf import Changes, change, clone, difference, naming, open_to_read, open_to_write, sync
from kg.store.source import Copy
from kg.store.tallies import retally

__all__ = ["StoreWriter"]


class StoreWriter:
    """A context manager that holds the lock; what is not committed never was.  Raises InputError and OutputError."""

    def __init__(self, graph: str | Path) -> None:
        self.folder = StoreFolder(graph)
        self._before: dict[str, Extraction | None] = {}
        self._copies = 0  # added and removed since the last commit
        self.corrections = self._old = NONE

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            generation = self.folder.generation()
            stack.enter_context(self.folder.write_lock())
            self.generation = generation = self.folder.generation()
            self.ledger = Ledger.write(ledger_path(generation))
            stack.callback(self.ledger.close)
            self.base = self.ledger.meta("base")
            self.version = self.ledger.meta("version")
            self.corrections = self._old = self.ledger.corrections()
            self.folder.sweep(self.ledger.meta("rdf"))
            self._exit = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._exit.__exit__(kind, error, trace)

    def add(self, copy: Copy) -> None:
        """Add a copy of a document; one that is there already changes nothing."""
        key = copy.extraction.document.key
        self._remember(key)
        self._copies += self.ledger.add_copy(copy, key)

    def remove(self, key: str, source: str, ordinal: int) -> None:
        """Remove a copy of a document."""
        self._remember(key)
        self._copies += 1
        self.ledger.remove_copy(key, source, ordinal)

    def correct(self, corrections: Corrections) -> None:
        """Let these be the user's corrections."""
        for key in self._corrected_by(corrections):
            self._remember(key)
        self.corrections = corrections
        self.ledger.set_corrections(corrections)

    def _corrected_by(self, corrections: Corrections) -> Iterator[str]:
        """The documents that other corrections than now may concern."""
        for name in {*self.corrections.documents(), *corrections.documents()}:
            yield from self.ledger.keys(name)
        renamed = self.corrections.aliases() ^ corrections.aliases()
        if labels := {label for (_, label, document), _ in renamed if not document}:
            rdf = open_to_read(self.generation / self.ledger.meta("rdf"))
            yield from naming(rdf, labels)

    def _remember(self, key: str) -> None:
        if key not in self._before:
            self._before[key] = self.ledger.document(key)

    def commit(self, before_it: Callable[[], object] = lambda: None) -> int:
        """Let all of it have happened; returns how many documents are others than before.

        `before_it` is called where there is a change, when all is ready: for what must be gone by then.
        """
        changes: Changes = {}
        items = {block: Counter[str]() for block in self._renamed()}
        documents = 0
        for key, before in self._before.items():
            documents += self._document(key, before, changes, items)
        self._before.clear()
        lost, won = self._derived(items)
        if lost != won:
            changes[derived_graph(self.base)] = lost - won, won - lost
        if changes:
            self._write(changes)
        if changes or self._copies or self._old != self.corrections:
            before_it()
        self._copies, self._old = 0, self.corrections
        self.ledger.commit()
        if changes:
            self.folder.sweep(self.ledger.meta("rdf"))
        return documents

    def _document(
        self, key: str, before: Extraction | None, changes: Changes, items: dict[BlockKey, Counter[str]]
    ) -> bool:
        """What one document changes: its own graphs, and what it gives to the blocks; whether that is anything.

        Copies of a document differ in what is known of their input alone; facts and items are the same.
        """
        after = self.ledger.document(key)
        if before == after and self._old == self.corrections:
            return False
        one, other = _held(before, self._old), _held(after, self.corrections)
        if one == other:
            return False
        changes |= difference(*(layers(held[0], self.base, held[1]) if held else () for held in (one, other)))
        if before and after and self._old == self.corrections:
            return True
        facts, now = ({fact.id for fact in facts_of(held[0])} if held else set[str]() for held in (one, other))
        self.ledger.remove_facts(facts - now)
        self.ledger.add_facts(now - facts, key)
        for held, sign in ((one, -1), (other, 1)):
            for block, item in set(blocks(held[1])) if held else ():
                items.setdefault(block, Counter())[encode(item)] += sign
        return True

    def _renamed(self) -> Iterator[BlockKey]:
        """The blocks whose entities other corrections call otherwise."""
        old, new = self._old.named_blocks(), self.corrections.named_blocks()
        return (block for block in {*old, *new} if old.get(block) != new.get(block))

    def _derived(self, items: dict[BlockKey, Counter[str]]) -> tuple[set[Triple], set[Triple]]:
        """What the touched blocks gave, and what they give now."""
        lost: set[Triple] = set()
        won: set[Triple] = set()
        for block, change_of_items in sorted(items.items()):
            old = self.ledger.items(block)
            self.ledger.change_items(block, change_of_items)
            new = self.ledger.items(block)
            if old != new or self._old.names(block) != self.corrections.names(block):
                lost.update(derived_triples(derive_block(block, old, self._old), self.base))
                won.update(derived_triples(derive_block(block, new, self.corrections), self.base))
        return lost, won

    def _write(self, changes: Changes) -> None:
        """The RDF of the next state, in a folder that nobody knows of before the commit."""
        name = next_rdf(self.generation)
        path, old = self.generation / name, self.generation / self.ledger.meta("rdf")
        try:
            clone(old, path)
            store = open_to_write(path)
            change(store, changes)
            retally(open_to_read(old), store, changes)
            store.flush()
            del store  # closes it: there is no other way
            sync(path)
        except BaseException:
            shutil.rmtree(path, ignore_errors=True)
            raise
        self.ledger.set_meta("rdf", name)


def _held(extraction: Extraction | None, corrections: Corrections) -> tuple[Extraction, Profile] | None:
    """A document with the facts that hold, and its profile."""
    if extraction is None:
        return None
    held = corrected(extraction, corrections)
    return held, profile(held, corrections)
