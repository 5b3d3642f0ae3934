"""The RDF of a graph in Oxigraph: one named graph a document, one derived, and their union as the default graph.

The union is kept as triples of its own: Oxigraph's way of querying all named graphs as one gives a triple that three
documents state (a date, a role) three times, so that sums and counts over it are wrong, and joins slow.
"""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from kg.errors import InputError, OutputError
from kg.graph.corrected import Layer, is_withdrawn, withdrawing
from kg.graph.terms import Triple, text
from kg.graph.vocabulary import PREFIXES

__all__ = ["Loader", "Spool", "bulk", "change", "clone", "difference", "naming", "open_to_read", "open_to_write", "sync"]

_CHUNK = 32_000_000
"""Characters of N-Quads that are loaded at once: Oxigraph takes about ten times as many bytes of memory for them."""
_LEVEL = 1
"""Of compression: N-Quads to less than a tenth."""
_SEVERAL = 20_000
"""Quads from which on bulk loading is faster than a transaction."""
_IMMUTABLE = (".sst", ".blob")
"""Ends of the files of RocksDB that never change once they are written; all others may."""


def open_to_write(path: Path) -> ox.Store:
    """A store on disk, new or not.  Raises OutputError."""
    try:
        return ox.Store(str(path))
    except OSError as error:
        raise OutputError(f"{path}: cannot write: {error}") from error


def open_to_read(path: Path) -> ox.Store:
    """A store that nobody writes to.  Raises InputError."""
    try:
        return ox.Store.read_only(str(path))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"the graph's store cannot be read: {error}") from error


class Loader:
    """Gives triples as N-Quads, chunk by chunk, in bounded memory, to `bulk` or a spool.  `close` ends it."""

    def __init__(self, sink: Callable[[bytes], object], union: bool = True) -> None:
        self._sink = sink
        self._union = union
        self._lines: list[str] = []
        self._size = 0

    def add(self, graph: str, triples: Iterable[Triple], shown: Iterable[Triple] | None = None) -> None:
        """The triples of a named graph, and those that are shown in the union, if one is wanted: all of them where nobody says."""
        if shown is None and self._union:
            lines = "".join(f"{s} {p} {o} {graph} .\n{s} {p} {o} .\n" for s, p, o in triples)
        else:
            lines = "".join(f"{s} {p} {o} {graph} .\n" for s, p, o in triples)
            lines += "".join(f"{s} {p} {o} .\n" for s, p, o in shown or ())
        self._lines.append(lines)
        self._size += len(lines)
        if self._size > _CHUNK:
            self.close()

    def close(self) -> None:
        """Give what is waiting."""
        data = "".join(self._lines).encode()
        self._lines, self._size = [], 0
        if data:
            self._sink(data)


def bulk(store: ox.Store) -> Callable[[bytes], None]:
    """What loads N-Quads into a store."""
    return partial(store.bulk_load, format=ox.RdfFormat.N_QUADS)


class Spool:
    """N-Quads that wait on disk, compressed, until all are there.

    What is loaded bit by bit over the time of a build is sorted into what is there already again and again, at a cost that
    grows with it; what is loaded at one go is sorted in a few times.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sizes: list[int] = []
        self._file = path.open("w+b")

    def keep(self, data: bytes) -> None:
        """Keep a chunk."""
        packed = zlib.compress(data, _LEVEL)
        self._sizes.append(len(packed))
        self._file.write(packed)

    def load(self, store: ox.Store) -> None:
        """Load all of it, and let it go."""
        self._file.seek(0)
        for size in self._sizes:
            bulk(store)(zlib.decompress(self._file.read(size)))
        self.discard()

    def discard(self) -> None:
        """Delete the file."""
        self._file.close()
        self._path.unlink(missing_ok=True)


Changes = dict[str, tuple[set[Triple], set[Triple]]]
"""Graph → triples that it loses, triples that it wins."""


def difference(before: Iterable[Layer], after: Iterable[Layer]) -> Changes:
    """What the named graphs of a document lose and win."""
    old, new = ({layer.graph: set(layer.triples) for layer in some} for some in (before, after))
    pairs = ((graph, old.get(graph, set()), new.get(graph, set())) for graph in sorted({*old, *new}))
    return {graph: (one - other, other - one) for graph, one, other in pairs if one != other}


def naming(store: ox.Store, labels: Iterable[str]) -> list[str]:
    """The keys of the documents in which an entity has one of these names, sorted."""
    names = " ".join(text(label, "zh") for label in sorted(labels))
    sparql = f"SELECT DISTINCT ?d WHERE {{ VALUES ?name {{ {names} }} GRAPH ?g {{ ?e rdfs:label ?name ; :inDocument ?d }} }}"
    found = store.query(sparql, prefixes=dict(PREFIXES))
    assert isinstance(found, ox.QuerySolutions)
    return sorted({row["d"].value.rpartition("/")[2] for row in found})


def change(store: ox.Store, changes: Changes) -> None:
    """Take triples out of named graphs and put others in; the union follows.  Not atomic: work on a clone."""
    doubtful: set[Triple] = set()
    for graph, (less, more) in changes.items():
        doubtful |= less | more if is_withdrawn(graph) else less
        for quad in _parse(f"{s} {p} {o} {graph} .\n" for s, p, o in less):
            store.remove(quad)
    won = [(graph, more) for graph, (_, more) in changes.items()]
    if sum(len(more) for _, more in won) > _SEVERAL:
        loader = Loader(bulk(store))
        for graph, more in won:
            loader.add(graph, more)
        loader.close()
    else:
        store.extend(_parse(f"{s} {p} {o} {g} .\n{s} {p} {o} .\n" for g, more in won for s, p, o in more))
    for quad in _parse(f"{s} {p} {o} .\n" for s, p, o in doubtful):
        if _shown(store, quad):
            store.add(quad)
        else:
            store.remove(quad)


def _shown(store: ox.Store, quad: ox.Quad) -> bool:
    """Is a triple in the union: in a graph from which it is not withdrawn?  The first one will do, of thousands that name a place."""
    triple = quad.subject, quad.predicate, quad.object
    for other in store.quads_for_pattern(*triple, None):
        if isinstance(other.graph_name, ox.NamedNode) and not is_withdrawn(other.graph_name.value):
            twin = withdrawing(other.graph_name.value)
            if twin is None or ox.Quad(*triple, ox.NamedNode(twin)) not in store:
                return True
    return False


def _parse(lines: Iterable[str]) -> list[ox.Quad]:
    return list(ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS))


def sync(path: Path) -> None:
    """Bring to the disk what a store that is closed by now has written."""
    for entry in list(os.scandir(path)):
        if entry.is_file() and entry.stat().st_nlink == 1:  # what is linked from the store before is there already
            _sync(entry.path)
    _sync(str(path))


def _sync(path: str) -> None:
    if os.name == "nt" and os.path.isdir(path):  # no such thing there
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def clone(old: Path, new: Path) -> None:
    """A store of its own with the content of a store at rest: what never changes is linked, not copied."""
    new.mkdir()
    for entry in sorted(os.scandir(old), key=lambda entry: entry.name):
        if entry.name in ("LOCK", "LOG") or entry.name.startswith("LOG.old"):
            continue
        if entry.name.endswith(_IMMUTABLE):
            try:
                os.link(entry.path, new / entry.name)
                continue
            except OSError:  # a file system without hard links: copied like the others
                pass
        shutil.copy2(entry.path, new / entry.name)
