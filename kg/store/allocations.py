"""An allocation as its own triples in Oxigraph tell it: what sums of money are made of.

    read_allocation(store, node)     # amount, regions, funds and months, what it is a part of; None for another node
    WAYS                             # what money is summed by, and the property that says so
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

import pyoxigraph as ox

from kg.graph.vocabulary import KG, RDF, SCHEMA

__all__ = ["WAYS", "Node", "StoredAllocation", "Value", "named_node", "read_allocation", "subjects", "values_of"]

Node = ox.NamedNode
Value = ox.NamedNode | ox.Literal
_DEFAULT = ox.DefaultGraph()


def named_node(term: str) -> Node:
    """An IRI in N-Triples form, as Oxigraph has it."""
    return ox.NamedNode(term[1:-1])


_KIND = named_node(SCHEMA.MonetaryGrant)
WAYS: dict[str, ox.NamedNode] = {
    "region": named_node(SCHEMA.spatialCoverage),
    "fund": named_node(KG.fund),
    "month": named_node(KG.date),
}
"""What money is summed by → property of an allocation."""


@dataclass(frozen=True, slots=True)
class StoredAllocation:
    """What an allocation's own triples say; `values` by way."""

    values: tuple[tuple[Value, ...], ...]
    amount: Decimal
    yuan: bool
    flow: bool
    split: bool
    outweighed: bool
    part_of: tuple[Node, ...]
    passed: tuple[Node, ...]
    repeats: tuple[Node, ...]

    @property
    def above(self) -> tuple[Node, ...]:
        """What this one is a part of."""
        return self.part_of + self.passed

    @property
    def wholes(self) -> frozenset[int]:
        """The ways in which its parts are counted with it."""
        counts = self.flow and self.yuan
        return frozenset(at for at, found in enumerate(self.values) if counts and len(found) == 1)


def read_allocation(store: ox.Store, node: Node) -> StoredAllocation | None:
    """The allocation; None for what is none."""
    told = values_of(store, node)
    amounts = _nodes(told.get(SCHEMA.amount, ()))
    if _KIND not in told.get(RDF.type, ()) or not amounts:
        return None
    money = values_of(store, amounts[0])
    return StoredAllocation(
        values=tuple(tuple(told.get(str(way), ())) for way in WAYS.values()),
        amount=Decimal(money[SCHEMA.value][0].value),
        yuan=any(currency.value == "CNY" for currency in money[SCHEMA.currency]),
        flow=any(kind.value == "flow" for kind in told.get(KG.kind, ())),
        split=any(int(number.value) > 1 for number in told.get(KG.partition, ())),
        outweighed=KG.outweighedBy in told,
        part_of=_nodes(told.get(KG.partOf, ())),
        passed=_nodes(told.get(KG.passedDownFrom, ())),
        repeats=_nodes(told.get(KG.repeats, ())),
    )


def _nodes(found: Iterable[Value]) -> tuple[Node, ...]:
    return tuple(value for value in found if isinstance(value, ox.NamedNode))


def subjects(store: ox.Store, predicate: Node, target: Node, graph: Node | ox.DefaultGraph = _DEFAULT) -> Iterator[Node]:
    """The nodes that have this property."""
    found = (quad.subject for quad in store.quads_for_pattern(None, predicate, target, graph))
    return (node for node in found if isinstance(node, ox.NamedNode))


def values_of(store: ox.Store, node: Node, graph: Node | ox.DefaultGraph = _DEFAULT) -> dict[str, list[Value]]:
    """The properties of a node, in N-Triples form, and their values."""
    told: dict[str, list[Value]] = {}
    for quad in store.quads_for_pattern(node, None, None, graph):
        if isinstance(quad.object, ox.NamedNode | ox.Literal):
            told.setdefault(f"<{quad.predicate.value}>", []).append(quad.object)
    return told
