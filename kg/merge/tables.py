"""The tables of bodies, read once: what is above what, and what became what.  Generated from ontology/organizations.ttl."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

__all__ = ["Reform", "Row", "hierarchy", "local_names", "reforms", "rows"]


class Row(NamedTuple):
    """A listed body, or the pattern of local ones: `parent` is the id of the row above, or empty."""

    name: str
    kind: str
    parent: str


class Reform(NamedTuple):
    """What bodies became: ids of rows.  `applies_to` is `province`, `below` or empty, for patterns of local bodies."""

    id: str
    year: str
    applies_to: str
    originals: tuple[str, ...]
    results: tuple[str, ...]


def rows(table: str) -> list[list[str]]:
    """The lines of a table below its header, split at tabs."""
    lines = (files("kg.annotate") / "data" / table).read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


@cache
def hierarchy() -> dict[str, Row]:
    """`body:mof`, `pattern:drc` → its row."""
    return {identifier: Row(*others) for identifier, *others in rows("hierarchy.tsv")}


@cache
def local_names() -> dict[str, str]:
    """The full name of a local pattern (财政厅) → its id."""
    return {row.name: identifier for identifier, row in hierarchy().items() if identifier.startswith("pattern:")}


@cache
def reforms() -> tuple[Reform, ...]:
    """All reforms, by id."""
    return tuple(
        Reform(identifier, year, where, tuple(before.split("|")), tuple(after.split("|")))
        for identifier, year, where, before, after in rows("reforms.tsv")
    )
