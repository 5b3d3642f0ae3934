"""Statements and files → an RDF graph that can be queried.

    load("exports")            the graph of a folder, or of a bare .ttl file
    in_memory(extractions)     the same graph without files

The graph here is rdflib's, in memory.  A store on disk takes the place of this module without a change
elsewhere: it must offer the rdflib `Graph` interface over the union of all named graphs, and take N-Quads.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rdflib import Graph
from rdflib.plugins.parsers.notation3 import BadSyntax

from kg.errors import InputError
from kg.graph.builder import statements
from kg.graph.derived import derived_triples
from kg.graph.terms import Triple, prefixes
from kg.graph.vocabulary import BASE
from kg.merge.blocks import Blocks
from kg.merge.entities import profile
from kg.model import Extraction

__all__ = ["all_triples", "in_memory", "load", "turtle_path"]


def turtle_path(path: str | Path) -> Path:
    """The Turtle file of a graph folder, or the file itself.  Raises InputError where there is none."""
    found = Path(path)
    if found.is_dir():
        found = found / "graph.ttl"
    if not found.is_file():
        raise InputError(str(path), "no graph here: expected a folder with graph.ttl, or a .ttl file")
    return found


def load(path: str | Path) -> Graph:
    """The graph of a folder or a .ttl file.  Raises InputError where it is missing or no Turtle."""
    file = turtle_path(path)
    graph = Graph()
    try:
        with file.open("rb") as data:
            graph.parse(data, format="turtle")
    except OSError as error:
        raise InputError(str(file), error.strerror or str(error)) from error
    except (BadSyntax, UnicodeDecodeError) as error:
        raise InputError(str(file), f"no Turtle: {str(error).splitlines()[0]}") from error
    return graph


def all_triples(extractions: Iterable[Extraction], base: str = BASE) -> set[Triple]:
    """Statements and derived layer of all documents, as one set."""
    documents = {e.document.key: e for e in extractions}
    profiles = {key: profile(e) for key, e in documents.items()}
    found: set[Triple] = set()
    for key, extraction in documents.items():
        found.update(statements(extraction, base, profiles[key]))
    for part in Blocks(profiles.values()):
        found.update(derived_triples(part, base))
    return found


def in_memory(extractions: Iterable[Extraction], base: str = BASE) -> Graph:
    """The graph of some extractions, as `load` would give it after writing them."""
    graph = Graph()
    for prefix, namespace in prefixes(base).items():
        graph.bind(prefix, namespace)
    lines = (f"{s} {p} {o} .\n" for s, p, o in sorted(all_triples(extractions, base)))
    graph.parse(data="".join(lines), format="nt")
    return graph
