"""A graph that grows, shrinks and follows its files: add, remove, update; status.

    add(graph, paths)       the documents of these inputs too; what is there already costs nothing
    remove(graph, names)    documents go, by key, id or input
    update(graph, paths)    the documents of these inputs as they are now; inputs that are gone lose theirs

The graph is afterwards what `kg build` would make of the same documents, to the byte of its sorted N-Quads.
A change is made in batches of documents; each has happened wholly or not at all, whenever the process dies.
"""

from __future__ import annotations

from kg.changes.changer import Change
from kg.changes.files import SMALL, write_files
from kg.changes.operations import add, remove, update
from kg.changes.state import Status, status

__all__ = ["SMALL", "Change", "Status", "add", "remove", "status", "update", "write_files"]
