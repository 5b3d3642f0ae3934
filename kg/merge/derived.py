"""What the derived layer is made of: nodes and edges, each with plain values.

A *ref* names a node: `kind:id` (`person:4f…`, `organization:mof`, `region:420000`, `fact:9a…`).  Local entities have
refs like canonical ones; their ids differ.  How nodes and edges become RDF is a table in `kg/graph/derived.py`, and
all of them but those in its list of RDF-only labels are nodes and edges of the network.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.model import Rejected

__all__ = ["Derived", "DerivedEdge", "DerivedNode", "Value", "Values", "kind_of", "ref", "union"]

Value = str | int | float
Values = tuple[tuple[str, Value], ...]
"""`(("alias", "工信部"), ("alias", "工信"))`: names and values, sorted; a name that repeats is a list."""


def ref(kind: str, identifier: str) -> str:
    """`region`, `420000` → `region:420000`."""
    return f"{kind}:{identifier}"


def kind_of(name: str) -> str:
    """The kind of a ref: `region:420000` → `region`."""
    return name.partition(":")[0]


@dataclass(frozen=True, slots=True, order=True)
class DerivedNode:
    """A canonical entity, or another thing that several documents tell of together; `name` is its readable label."""

    ref: str
    name: str
    values: Values = ()


@dataclass(frozen=True, slots=True, order=True)
class DerivedEdge:
    """`source` –`label`→ `target`, both refs; `label` in capitals; `fact` the id of the fact that says so, if one does."""

    source: str
    label: str
    target: str
    fact: str = ""
    values: Values = ()


@dataclass(frozen=True, slots=True)
class Derived:
    """Nodes and edges, sorted, each once; `rejected` is what was too much to be decided, with the reason."""

    nodes: tuple[DerivedNode, ...] = ()
    edges: tuple[DerivedEdge, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def union(parts: Iterable[Derived]) -> Derived:
    """The set union of several derivations: associative, commutative, idempotent."""
    nodes: set[DerivedNode] = set()
    edges: set[DerivedEdge] = set()
    rejected: set[Rejected] = set()
    for part in parts:
        nodes.update(part.nodes)
        edges.update(part.edges)
        rejected.update(part.rejected)
    ordered = sorted(rejected, key=lambda item: (item.stage, item.reason, item.item, item.document))
    return Derived(tuple(sorted(nodes)), tuple(sorted(edges)), tuple(ordered))
