"""The SQLite database under a ledger: its tables, how it is opened, and its transactions.

    Database.create(path) … finish     a new one: what is many goes to tables without index first, and is sorted at the end
    Database.write(path) … commit      one transaction after the other; without commit, nothing has happened
    Database.read(path) … close        as it is at this moment

What stands in the tables, and the methods for it, are in `kg.store.ledger`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from kg.errors import InputError

__all__ = ["Database"]

_SCHEMA = """
CREATE TABLE document (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL, source TEXT NOT NULL, ordinal INTEGER NOT NULL, id TEXT NOT NULL,
    facts INTEGER NOT NULL, record BLOB NOT NULL
);
CREATE UNIQUE INDEX document_copy ON document (key, source, ordinal);
CREATE INDEX document_place ON document (source, ordinal);
CREATE INDEX document_id ON document (id);
CREATE TABLE fact (id BLOB PRIMARY KEY, document TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE item (
    kind TEXT NOT NULL, key TEXT NOT NULL, item TEXT NOT NULL, documents INTEGER NOT NULL, PRIMARY KEY (kind, key, item)
) WITHOUT ROWID;
CREATE TABLE source (id TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE failure (path TEXT, reason TEXT, PRIMARY KEY (path, reason)) WITHOUT ROWID;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_STAGE = """
CREATE TABLE staged_item (kind TEXT, key TEXT, item TEXT);
CREATE TABLE staged_fact (id BLOB, document TEXT);
"""
# The sorter of SQLite works on disk: a group-by of any size in bounded memory, where inserting one by one into
# an index grows dearer with its size.
_UNSTAGE = """
INSERT INTO item SELECT kind, key, item, COUNT(*) FROM staged_item GROUP BY kind, key, item;
INSERT OR IGNORE INTO fact SELECT id, document FROM staged_fact ORDER BY id;
DROP TABLE staged_item;
DROP TABLE staged_fact;
"""
_CACHE = "PRAGMA cache_size = -65536"


class Database:
    """A database: `create` a new one, `write` to one, or `read` one as it is now, whatever a writer does meanwhile."""

    def __init__(self, connection: sqlite3.Connection, staged: bool = False) -> None:
        self._db = connection
        self._staged = staged

    @classmethod
    def create(cls, path: Path) -> Self:
        """A new one, which nobody reads before `finish`."""
        db = sqlite3.connect(path, isolation_level=None)
        db.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_CACHE}; {_SCHEMA} {_STAGE} BEGIN")
        return cls(db, staged=True)

    @classmethod
    def write(cls, path: Path) -> Self:
        """An existing one, in a transaction that `commit` ends.  Raises InputError where it cannot be read."""
        begin = f"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; {_CACHE}; BEGIN IMMEDIATE"
        return cls._opened(path, ("mode=rw",), begin)

    @classmethod
    def read(cls, path: Path) -> Self:
        """An existing one, in a transaction of its own.  Raises InputError where it cannot be read."""
        # The second mode is for media that cannot be written to at all.
        return cls._opened(path, ("mode=ro", "immutable=1"), "BEGIN")

    @classmethod
    def _opened(cls, path: Path, modes: Iterable[str], begin: str) -> Self:
        failed: Exception | None = None
        for mode in modes:
            with ExitStack() as stack:
                try:
                    db = sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True, isolation_level=None)
                    stack.callback(db.close)
                    db.executescript(begin)
                    db.execute("SELECT COUNT(*) FROM meta").fetchone()
                    stack.pop_all()
                    return cls(db)
                except sqlite3.DatabaseError as error:
                    failed = error
        raise InputError(str(path), f"the graph's ledger cannot be read: {failed}")

    def finish(self) -> None:
        """Sort what was staged, and bring the ledger to the disk."""
        self._db.executescript(_UNSTAGE)  # it commits first
        self._staged = False
        self._db.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN")

    def commit(self) -> None:
        """Make the change happen, and begin the next one."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN IMMEDIATE")

    def rollback(self) -> None:
        """Forget the change."""
        self._db.execute("ROLLBACK")
        self._db.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Give the file back; a change without commit never was."""
        self._db.close()

    def _rows(self, sql: str, *values: Any) -> Iterator[Any]:
        return iter(self._db.execute(sql, values))
