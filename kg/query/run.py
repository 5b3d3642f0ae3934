"""SPARQL over a graph: opening it, asking it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox
import rdflib
from oxrdflib import OxigraphStore
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from kg.errors import InputError, QueryError
from kg.graph.vocabulary import BASE, KG, PREFIXES
from kg.query.table import Cell, Table
from kg.store import StoreSource, has_store

__all__ = ["Askable", "TurtleSource", "as_memory", "as_rdflib", "graph_file", "open_graph", "select"]

_WORDS = 60
"""Characters of the parser's complaint that help: it goes on with all that it had expected instead."""
_XSD = "http://www.w3.org/2001/XMLSchema#"
_IN_DOCUMENT = ox.NamedNode(KG.base + "inDocument")
_PLACE = re.compile(r"at (\d+):(\d+)(?:-[\d:]+)?: ")


def graph_file(path: str | Path) -> Path:
    """The Turtle file of a graph folder, or the bare `.ttl` itself.  Raises InputError where there is none."""
    given = Path(path)
    file = given / "graph.ttl" if given.is_dir() else given
    if not file.is_file():
        reason = "the folder holds no graph (kg build makes one)" if given.is_dir() else "there is no such graph"
        raise InputError(str(path), reason)
    return file


class TurtleSource:
    """A graph that is only a Turtle file, loaded into memory."""

    def __init__(self, file: Path) -> None:
        self.rdf = ox.Store()
        try:
            self.rdf.bulk_load(path=str(file), format=ox.RdfFormat.TURTLE)
        except OSError as error:
            raise InputError(str(file), error.strerror or str(error)) from error
        except (SyntaxError, ValueError) as error:
            raise InputError(str(file), f"no Turtle: {str(error).strip().splitlines()[0][:200]}") from error

    def facts_starting(self, prefix: str) -> Iterator[tuple[str, str]]:
        """(fact id, document key) of the facts whose id begins so, sorted; Turtle has no order to look them up in."""
        found = set()
        for subject, document in self._in_document():
            head, _, identifier = subject.rpartition("/")
            if head.endswith("/fact") and identifier.startswith(prefix):
                found.add((identifier, document.rpartition("/")[2]))
        return iter(sorted(found))

    def _in_document(self) -> Iterator[tuple[str, str]]:
        for quad in self.rdf.quads_for_pattern(None, _IN_DOCUMENT, None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode):
                yield quad.subject.value, quad.object.value

    @property
    def base(self) -> str:
        """The IRI that the facts' names begin with; that of kg where there is no fact."""
        return next((document.rpartition("document/")[0] for _, document in self._in_document()), BASE)

    def close(self) -> None:
        """Memory needs no closing."""


class Askable(Protocol):
    """What a query is asked of."""

    @property
    def base(self) -> str:
        """The IRI that the graph's own names begin with."""

    @property
    def rdf(self) -> ox.Store:
        """The graph; its default graph is the union of all."""

    def facts_starting(self, prefix: str) -> Iterator[tuple[str, str]]:
        """(fact id, document key) of the facts whose id begins so."""


@contextmanager
def open_graph(path: str | Path) -> Iterator[StoreSource | TurtleSource]:
    """A graph folder's store, else its graph.ttl, or a `.ttl` file.  Raises InputError where it cannot be read."""
    source = StoreSource(path) if has_store(path) else TurtleSource(graph_file(path))
    try:
        yield source
    finally:
        source.close()


def as_rdflib(store: ox.Store) -> rdflib.Graph:
    """The same graph with the interface of rdflib; nothing is copied."""
    return rdflib.Graph(store=OxigraphStore(store=store), identifier=DATASET_DEFAULT_GRAPH_ID)


def as_memory(store: ox.Store) -> rdflib.Graph:
    """A copy in rdflib's own memory, for what asks for triple after triple."""
    data = store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())
    return rdflib.Graph().parse(data=data, format="nt")


def select(store: ox.Store, sparql: str) -> Table:
    """The answer to a SELECT or ASK query; the prefixes of the ontology are known, others must be declared.

    Raises QueryError where the query is malformed, changes the graph, or fails.
    """
    try:
        found = store.query(sparql, prefixes=dict(PREFIXES))
        if isinstance(found, ox.QueryBoolean):
            return Table(("answer",), ((bool(found),),))
        if isinstance(found, ox.QuerySolutions):
            columns = tuple(variable.value for variable in found.variables)
            return Table(columns, tuple(tuple(_cell(term) for term in row) for row in found))
    except SyntaxError as error:
        raise QueryError(f"malformed SPARQL {_where(str(error), sparql)}") from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the query cannot be answered: {error}") from error
    raise QueryError("a SELECT or ASK query is needed")


def _where(message: str, sparql: str) -> str:
    """The parser's words, with the line that they are about."""
    place = _PLACE.search(message)
    if not place:
        return f"({message})"
    line = sparql.splitlines()[int(place[1]) - 1 : int(place[1])]
    return f"at line {place[1]}, column {place[2]}: {''.join(line).strip()!r} ({message[place.end() :][:_WORDS]})"


def _cell(term: object) -> Cell:
    """The term as a plain value: numbers as numbers, dates and IRIs as text."""
    if term is None:
        return None
    if isinstance(term, ox.Literal):
        kind = term.datatype.value.removeprefix(_XSD)
        return _TYPES[kind](term.value) if kind in _TYPES else term.value
    return str(getattr(term, "value", term))


_TYPES: dict[str, Callable[[str], Cell]] = {
    "integer": int, "decimal": Decimal, "double": float, "float": float, "boolean": lambda value: value in ("true", "1"),
}  # fmt: skip
