"""kg: Chinese documents about government and public money, as a knowledge graph that can be queried, drawn and trusted.

    import kg

    graph = kg.build(["docs/"])                  # files, folders, or kg.Document objects
    graph.facts                                  # Membership, Allocation and Event records, each with its evidence
    graph.rdf                                    # rdflib.Graph
    graph.network                                # networkx.MultiDiGraph
    graph.query("SELECT ?s WHERE { … }")         # a Table: columns and rows
    graph.persons("欧阳文渊")                       # a list of Person, each with the posts found

`build` writes nothing unless `output` names a folder.  All that kg raises on purpose is a `KgError`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.model import Allocation, Document, Event, Evidence, Membership

if TYPE_CHECKING:
    from kg.pipeline import build
    from kg.query import Graph
    from kg.read import Options

__version__ = "0.1.0"
__all__ = ["Allocation", "Document", "Event", "Evidence", "Graph", "KgError", "Membership", "Options", "build"]

_LAZY = {"Graph": "kg.query", "Options": "kg.read", "build": "kg.pipeline"}
"""Names whose modules import spaCy or rdflib: seconds that `kg --help` must not take."""


def __getattr__(name: str) -> object:
    if name not in _LAZY:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
