"""Changes of a store: documents come and go, and only the blocks that they touch are derived again.

    with StoreWriter("my-graph") as store:
        store.add(copy); store.remove(key, source, ordinal); …
        store.commit()          # all of it has happened, or none

A block gives what its items say, before and after; the difference is what the derived layer loses and wins.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.graph.builder import document_graph, statements
from kg.graph.derived import derived_graph, derived_triples
from kg.graph.terms import Triple
from kg.merge.blocks import BlockKey, Item, blocks, derive_block
from kg.merge.entities import profile
from kg.model import Extraction
from kg.store.codec import encode
from kg.store.folder import StoreFolder, ledger_path, next_rdf
from kg.store.ledger import Ledger
from kg.store.rdf import Changes, change, clone, open_to_read, open_to_write, sync
from kg.store.source import Copy
from kg.store.tallies import retally

__all__ = ["StoreWriter"]


class StoreWriter:
    """A context manager that holds the lock; what is not committed never was.  Raises InputError and OutputError."""

    def __init__(self, graph: str | Path) -> None:
        self.folder = StoreFolder(graph)
        self._before: dict[str, Extraction | None] = {}
        self._copies = 0  # added and removed since the last commit

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            generation = self.folder.generation()
            stack.enter_context(self.folder.write_lock())
            self.generation = generation = self.folder.generation()
            self.ledger = Ledger.write(ledger_path(generation))
            stack.callback(self.ledger.close)
            self.base = self.ledger.meta("base")
            self.version = self.ledger.meta("version")
            self.folder.sweep(self.ledger.meta("rdf"))
            self._exit = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._exit.close()

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

    def _remember(self, key: str) -> None:
        if key not in self._before:
            self._before[key] = self.ledger.document(key)

    def commit(self, before_it: Callable[[], object] = lambda: None) -> int:
        """Let all of it have happened; returns how many documents are others than before.

        `before_it` is called where there is a change, when all is ready: for what must be gone by then.
        """
        changes: Changes = {}
        items: dict[BlockKey, Counter[str]] = {}
        for key, before in self._before.items():
            after = self.ledger.document(key)
            if before != after:
                self._document(key, before, after, changes, items)
        self._before.clear()
        if changes:
            lost, won = self._derived(items)
            changes[derived_graph(self.base)] = lost - won, won - lost
            self._write(changes)
        if changes or self._copies:
            before_it()
        self._copies = 0
        self.ledger.commit()
        if changes:
            self.folder.sweep(self.ledger.meta("rdf"))
        return max(0, len(changes) - 1)

    def _document(
        self,
        key: str,
        before: Extraction | None,
        after: Extraction | None,
        changes: Changes,
        items: dict[BlockKey, Counter[str]],
    ) -> None:
        """What one document changes: its own graph, and what it gives to the blocks.

        Copies of a document differ in what is known of their input alone; facts and items are the same.
        """
        one, other = (set(statements(e, self.base)) if e else set[Triple]() for e in (before, after))
        some = after or before
        assert some is not None, "a document that was not and is not does not change"
        changes[document_graph(some.document, self.base)] = one - other, other - one
        if before and after:
            return
        prepared = profile(some)
        facts = [fact for fact, _ in prepared.facts]
        if after:
            self.ledger.add_facts(facts, key)
        else:
            self.ledger.remove_facts(facts)
        for block, item in set(blocks(prepared)):
            items.setdefault(block, Counter())[encode(item)] += 1 if after else -1

    def _derived(self, items: dict[BlockKey, Counter[str]]) -> tuple[set[Triple], set[Triple]]:
        """What the touched blocks gave, and what they give now."""
        lost: set[Triple] = set()
        won: set[Triple] = set()
        for block, change_of_items in sorted(items.items()):
            old = self.ledger.items(block)
            self.ledger.change_items(block, change_of_items)
            new = self.ledger.items(block)
            if old != new:
                lost.update(self._triples(block, old))
                won.update(self._triples(block, new))
        return lost, won

    def _triples(self, block: BlockKey, items: Iterable[Item]) -> Iterable[Triple]:
        return derived_triples(derive_block(block, items), self.base)

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
