"""The ledger of a graph on disk: what was read, and what each document gives to each block; SQLite.

    document   a copy of a document (key, input, place in it) with its extraction; one row a copy
    fact       fact → document
    item       block, item, and how many documents give it: the group-by of `kg.merge.blocks`
    source     input → fingerprint of its content, metadata, options and the extractor's version
    failure    inputs that could not be read
    meta       base, version, the user's corrections, and the folder of the RDF that belongs to this state

All that a change does to the ledger is one transaction; its commit is the moment at which the change has happened.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kg.merge.blocks import KINDS, BlockKey, Item
from kg.merge.corrections import NONE, Corrections, parse, render
from kg.model import Extraction
from kg.store.codec import decode, encode
from kg.store.database import Database
from kg.store.source import Copy

__all__ = ["Ledger"]

_SPEAKS = """NOT EXISTS (SELECT 1 FROM document o WHERE o.key = d.key AND (o.source, o.ordinal) < (d.source, d.ordinal))"""
_LEVEL = 3
"""Of compression: Chinese text to about 40 %, at 100 MB a second."""
_DIGITS = 32


class Ledger(Database):
    """What stands in a ledger, and the changes to it; how one is opened and its transactions are in `Database`."""

    # What there is

    def meta(self, name: str) -> str:
        """A value of the table `meta`."""
        (value,) = self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(value)

    def set_meta(self, name: str, value: str) -> None:
        """Note a value."""
        self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def corrections(self) -> Corrections:
        """The user's corrections."""
        (found,) = self._db.execute("SELECT MAX(value) FROM meta WHERE name = 'corrections'").fetchone()
        return Corrections(parse(found)) if found else NONE

    def set_corrections(self, corrections: Corrections) -> None:
        """Note the user's corrections."""
        self.set_meta("corrections", render(corrections.entries))

    def sources(self) -> dict[str, str]:
        """Input → fingerprint."""
        return dict(self._rows("SELECT id, fingerprint FROM source"))

    def set_source(self, identifier: str, fingerprint: str | None) -> None:
        """Note an input's fingerprint; None: it is no more."""
        self._db.execute("DELETE FROM source WHERE id = ?", (identifier,))
        if fingerprint is not None:
            self._db.execute("INSERT INTO source VALUES (?, ?)", (identifier, fingerprint))

    def failures(self) -> tuple[tuple[str, str], ...]:
        """(path, reason), sorted."""
        return tuple(self._rows("SELECT path, reason FROM failure ORDER BY path, reason"))

    def set_failures(self, paths: Iterable[str], found: Iterable[tuple[str, str]]) -> None:
        """Forget the failures of `paths`, and note those found."""
        self._db.executemany("DELETE FROM failure WHERE path = ?", ((path,) for path in paths))
        self._db.executemany("INSERT OR IGNORE INTO failure VALUES (?, ?)", found)

    def counts(self) -> tuple[int, int]:
        """How many documents and facts there are."""
        documents = self._db.execute("SELECT COUNT(DISTINCT key) FROM document").fetchone()[0]
        return documents, self._db.execute("SELECT COUNT(*) FROM fact").fetchone()[0]

    # Documents

    def documents(self) -> Iterator[Extraction]:
        """Every document once, in the order of inputs."""
        sql = f"SELECT record FROM document d WHERE {_SPEAKS} ORDER BY source, ordinal"
        return (_record(record) for (record,) in self._rows(sql))

    def left_out(self) -> Iterator[tuple[str, str]]:
        """(id, input) of the copies that do not speak."""
        return self._rows(f"SELECT id, source FROM document d WHERE NOT {_SPEAKS} ORDER BY source, ordinal")

    def same_ids(self) -> Iterator[tuple[str, int]]:
        """(id, number) of the ids that several documents have."""
        return self._rows("SELECT id, COUNT(DISTINCT key) n FROM document GROUP BY id HAVING n > 1 ORDER BY id")

    def copies(self, source: str | None = None) -> Iterator[tuple[str, str, int, str]]:
        """(key, input, place, id) of the copies, in order; of one input, or of all."""
        where = "" if source is None else "WHERE source = ?"
        sql = f"SELECT key, source, ordinal, id FROM document {where} ORDER BY source, ordinal"
        return self._rows(sql, *(() if source is None else (source,)))

    def named(self, name: str) -> list[tuple[str, str, int, str]]:
        """The copies that a user means by a key, an id or an input."""
        sql = "SELECT key, source, ordinal, id FROM document WHERE key = ?1 OR id = ?1 OR source = ?1"
        return list(self._rows(sql, name))

    def below(self, folder: str) -> list[tuple[str, str, int, str]]:
        """The copies from the inputs below a folder."""
        sql = "SELECT key, source, ordinal, id FROM document WHERE source >= ? AND source < ?"
        return list(self._rows(sql, f"{folder}/", f"{folder}0"))  # 0 is the character after /

    def keys(self, name: str) -> list[str]:
        """The keys of the documents with this key or id, sorted."""
        return [key for (key,) in self._rows("SELECT DISTINCT key FROM document WHERE key = ?1 OR id = ?1 ORDER BY key", name)]

    def document(self, key: str) -> Extraction | None:
        """The document with this key, as the copy that sorts first tells it."""
        sql = "SELECT record FROM document WHERE key = ? ORDER BY source, ordinal LIMIT 1"
        found = self._db.execute(sql, (key,)).fetchone()
        return _record(found[0]) if found else None

    def all_copies(self) -> Iterator[Copy]:
        """Every copy with its extraction, in order."""
        rows = self._rows("SELECT source, ordinal, record FROM document ORDER BY source, ordinal")
        return (Copy(source, ordinal, _record(record)) for source, ordinal, record in rows)

    def add_copy(self, copy: Copy, key: str) -> bool:
        """Add a copy; False where it is there already."""
        record = zlib.compress(encode(copy.extraction).encode("utf-8", "surrogatepass"), _LEVEL)
        extraction = copy.extraction
        row = key, copy.source, copy.ordinal, extraction.document.id, len(extraction.facts), record
        sql = "INSERT OR IGNORE INTO document (key, source, ordinal, id, facts, record) VALUES (?, ?, ?, ?, ?, ?)"
        return self._db.execute(sql, row).rowcount > 0

    def remove_copy(self, key: str, source: str, ordinal: int) -> None:
        """Remove a copy."""
        self._db.execute("DELETE FROM document WHERE key = ? AND source = ? AND ordinal = ?", (key, source, ordinal))

    # Facts and items

    def facts_starting(self, prefix: str) -> Iterator[tuple[str, str]]:
        """(fact id, document key), sorted; nothing where `prefix` is no hexadecimal number."""
        try:
            ends = [bytes.fromhex(prefix.ljust(_DIGITS, digit)) for digit in "0f"]
        except ValueError:
            return iter(())
        sql = "SELECT id, document FROM fact WHERE id BETWEEN ? AND ? ORDER BY id"
        return ((identifier.hex(), document) for identifier, document in self._rows(sql, *ends))

    def add_facts(self, facts: Iterable[str], document: str) -> None:
        """Note the facts of a document."""
        table = "staged_fact" if self._staged else "fact"
        rows = [(bytes.fromhex(fact), document) for fact in facts]
        self._db.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?, ?)", rows)

    def remove_facts(self, facts: Iterable[str]) -> None:
        """Forget the facts of a document."""
        self._db.executemany("DELETE FROM fact WHERE id = ?", ((bytes.fromhex(fact),) for fact in facts))

    def stage_items(self, items: Iterable[tuple[BlockKey, Item]]) -> None:
        """The items of one document, each once, in a new ledger."""
        rows = [(*block, encode(item)) for block, item in items]
        self._db.executemany("INSERT INTO staged_item VALUES (?, ?, ?)", rows)

    def change_items(self, block: BlockKey, change: Counter[str]) -> None:
        """More or fewer documents that give an item (as text) to a block; what none gives is gone."""
        rows = [(*block, item, number) for item, number in sorted(change.items()) if number]
        self._db.executemany(
            "INSERT INTO item VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET documents = documents + excluded.documents",
            rows,
        )
        gone = ((*block, item) for *_, item, number in rows if number < 0)
        self._db.executemany("DELETE FROM item WHERE kind = ? AND key = ? AND item = ? AND documents <= 0", gone)

    def items(self, block: BlockKey) -> list[Item]:
        """The items of one block, each once."""
        rows = self._rows("SELECT item FROM item WHERE kind = ? AND key = ? ORDER BY item", *block)
        return [decode(KINDS[block[0]].item, text) for (text,) in rows]

    def item_groups(self, kind: str | None = None) -> Iterator[tuple[BlockKey, list[Item]]]:
        """Block by block, in the order of kinds and keys; of one kind, or of all."""
        where, values = ("", ()) if kind is None else ("WHERE kind = ?", (kind,))
        rows = self._rows(f"SELECT kind, key, item FROM item {where} ORDER BY kind, key, item", *values)
        for block, group in groupby(rows, key=lambda row: (row[0], row[1])):
            yield block, [decode(KINDS[block[0]].item, text) for *_, text in group]

    def information(self) -> Mapping[str, int]:
        """Numbers for `kg status`."""
        documents, facts = self.counts()
        sources = self._db.execute("SELECT COUNT(*) FROM source").fetchone()[0]
        items, failures = (self._db.execute(f"SELECT COUNT(*) FROM {t}").fetchone()[0] for t in ("item", "failure"))
        return {"documents": documents, "facts": facts, "inputs": sources, "items": items, "failures": failures}


def _record(data: bytes) -> Extraction:
    return decode(Extraction, zlib.decompress(data).decode("utf-8", "surrogatepass"))
