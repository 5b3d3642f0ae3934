"""SPARQL over a graph: opening it, asking it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from pyparsing import ParseBaseException
from rdflib import Graph, Literal
from rdflib.query import Result
from rdflib.term import Identifier

from kg.errors import InputError, QueryError
from kg.graph.vocabulary import PREFIXES
from kg.query.table import Cell, Table

__all__ = ["graph_file", "open_graph", "select"]


def graph_file(path: str | Path) -> Path:
    """The Turtle file of a graph folder, or the bare `.ttl` itself.  Raises InputError where there is none."""
    given = Path(path)
    file = given / "graph.ttl" if given.is_dir() else given
    if not file.is_file():
        reason = "the folder holds no graph.ttl (kg build makes one)" if given.is_dir() else "there is no such graph"
        raise InputError(str(path), reason)
    return file


def open_graph(path: str | Path) -> Graph:
    """The RDF of a graph folder or `.ttl` file.  Raises InputError where it cannot be read."""
    file = graph_file(path)
    graph = Graph()
    try:
        graph.parse(data=file.read_text(encoding="utf-8"), format="turtle")
    except OSError as error:
        raise InputError(str(file), error.strerror or str(error)) from error
    except Exception as error:  # rdflib's Turtle parser raises many types, AssertionError among them
        raise InputError(str(file), f"no Turtle: {str(error).strip().splitlines()[0][:200]}") from error
    return graph


def select(graph: Graph, sparql: str, bindings: Mapping[str, str | datetime] | None = None) -> Table:
    """The answer to a SELECT or ASK query; the prefixes of the ontology are known, others must be declared.

    Raises QueryError where the query is malformed, changes the graph, or fails.
    """
    values: dict[str, Identifier] = {name: Literal(value) for name, value in (bindings or {}).items()}
    try:
        result = graph.query(sparql, initNs=dict(PREFIXES), initBindings=values)
        return _table(result)
    except QueryError:
        raise
    except ParseBaseException as error:
        raise QueryError(
            f"malformed SPARQL at line {error.lineno}, column {error.column}: {error.line.strip()!r}"
        ) from error
    except Exception as error:
        # rdflib raises whatever comes to hand, bare Exceptions for an unknown prefix among others.
        raise QueryError(f"the query cannot be answered: {error}") from error


def _table(result: Result) -> Table:
    if result.type == "ASK":
        return Table(("answer",), ((bool(result.askAnswer),),))
    if result.type != "SELECT":
        raise QueryError(f"a SELECT or ASK query is needed, not {result.type}")
    columns = tuple(str(name) for name in result.vars or ())
    return Table(columns, tuple(tuple(_cell(row.get(name)) for name in result.vars or ()) for row in result.bindings))


def _cell(term: Identifier | None) -> Cell:
    """The term as a plain value: numbers as numbers, dates and IRIs as text."""
    if isinstance(term, Literal):
        value = term.toPython()
        return value if isinstance(value, bool | int | float | Decimal) else str(term)
    return None if term is None else str(term)
