"""Which allocations a sum of money counts, and why not the others: each yuan once.

    ways to sum    by region, by fund, by month
    counted        a flow of yuan with one region (fund, month), that nothing else counts already
    left out       one reason, the first that holds; every allocation is one or the other

An allocation is counted already where it is a part of one that is (其中), money that a higher level passed down, or
told by another document.  That depends on allocations of other documents and blocks, so that it is read from the RDF:
up the edges from a part to its whole, and along those between allocations that tell the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pyoxigraph as ox

from kg.graph.vocabulary import KG
from kg.store.allocations import WAYS, Node, StoredAllocation, Value, named_node, read_allocation, subjects, values_of

__all__ = ["Counted", "Counter"]

_KNOWN = 50_000
"""Allocations that are remembered."""
_MONTH = 7
"""Characters of a month: 2020-01."""
_PART_OF, _PASSED, _REPEATS = map(named_node, (KG.partOf, KG.passedDownFrom, KG.repeats))


@dataclass(frozen=True, slots=True)
class Counted:
    """By way: the reason for leaving the allocation out, or "" and the node or text that its amount counts for."""

    reasons: tuple[str, ...]
    values: tuple[Value | None, ...]
    amount: Decimal


class Counter:
    """Reads the allocations of one graph, which must not change meanwhile."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._grants: dict[Node, StoredAllocation | None] = {}
        self._wholes: dict[Node, frozenset[int]] = {}
        self._same: dict[Value, Value] = {}

    def counted(self, node: Node) -> Counted | None:
        """What becomes of an allocation; None for what is no allocation of this graph."""
        grant = self._grant(node)
        if grant is None:
            return None
        reasons = tuple(self._reason(node, grant, at, way) for at, way in enumerate(WAYS))
        values = tuple(
            None if reason else self._key(found[0]) for reason, found in zip(reasons, grant.values, strict=True)
        )
        return Counted(reasons, values, grant.amount)

    def _reason(self, node: Node, grant: StoredAllocation, at: int, way: str) -> str:
        found = len(grant.values[at])
        if not grant.yuan:
            return "another currency 其他币种"
        if not grant.flow:
            return "running total 累计数"
        if grant.repeats:
            return "told by another document, which is counted 另一文件已计入"
        if grant.outweighed:
            return "contradicted: another amount is counted 以另一金额计入"
        if self._of_second_split(node):
            return "second split of a total 总额的另一种拆分"
        if any(at in self.wholes(above) for above in self._tops(node)):
            passed = "passed down from a sum that is counted 已计入上级下达"
            return passed if grant.passed else "part of a total that is counted 已计入总额"
        return f"no {way} stated 未注明" if not found else f"more than one {way} 不止一个" if found > 1 else ""

    def _of_second_split(self, node: Node) -> bool:
        return any(
            grant.split for one in _reached([node], self._wholes_in_document) if (grant := self._grant(one)) is not None
        )

    def _wholes_in_document(self, node: Node) -> Iterable[Node]:
        grant = self._grant(node)
        return grant.part_of if grant else ()

    def _tops(self, node: Node) -> Iterator[Node]:
        """What the allocation is a part of; or one that repeats it is."""
        for one in _reached([node], self._repeating):
            grant = self._grant(one)
            yield from grant.above if grant else ()

    def wholes(self, node: Node) -> frozenset[int]:
        """The ways in which a part of this one is counted with it, or with what it is a part of itself."""
        if node not in self._wholes:
            grants = (self._grant(one) for one in _reached([node], self._beside_and_above))
            found = frozenset(at for grant in grants if grant for at in grant.wholes)
            _forget(self._wholes)
            # All that tell the same have the same above them.
            self._wholes.update(dict.fromkeys(_reached([node], self._beside), found))
        return self._wholes[node]

    def inherited(self, node: Node) -> tuple[frozenset[int], bool]:
        """All that the parts of this one have from it."""
        return self.wholes(node), self._of_second_split(node)

    def affected(self, changed: Iterable[Node]) -> set[Node]:
        """`changed` and what stands on them: their parts, those that they repeat, and those that repeat them."""
        return _reached(changed, lambda node: (*self._beside(node), *self._into(_PART_OF, node), *self._into(_PASSED, node)))

    def repeated(self, nodes: Iterable[Node]) -> set[Node]:
        """`nodes`, and what they repeat."""
        return _reached(nodes, self._repeated)

    def _repeated(self, node: Node) -> tuple[Node, ...]:
        grant = self._grant(node)
        return grant.repeats if grant else ()

    def _repeating(self, node: Node) -> tuple[Node, ...]:
        return self._into(_REPEATS, node)

    def _beside(self, node: Node) -> tuple[Node, ...]:
        return self._repeated(node) + self._repeating(node)

    def _beside_and_above(self, node: Node) -> tuple[Node, ...]:
        grant = self._grant(node)
        return self._beside(node) + (grant.above if grant else ())

    def _into(self, predicate: Node, node: Node) -> tuple[Node, ...]:
        return tuple(subjects(self._store, predicate, node))

    def _key(self, value: Value) -> Value:
        """The canonical entity of a local one; of a date, its month."""
        if isinstance(value, ox.Literal):
            return ox.Literal(_month(value.value))
        if value not in self._same:
            found = values_of(self._store, value).get(KG.identifiedAs, [])
            _forget(self._same)
            self._same[value] = min(found, key=str, default=value)
        return self._same[value]

    def _grant(self, node: Node) -> StoredAllocation | None:
        if node not in self._grants:
            _forget(self._grants)
            self._grants[node] = read_allocation(self._store, node)
        return self._grants[node]


def _month(date: str) -> str:
    """The month of a day or of a period within it; a longer period, or a year, as it is."""
    start, _, end = date.partition("/")
    return start[:_MONTH] if not end or start[:_MONTH] == end[:_MONTH] else date


def _reached(nodes: Iterable[Node], steps: Callable[[Node], Iterable[Node]]) -> set[Node]:
    """`nodes` and all that the steps lead to."""
    found = set(nodes)
    waiting = list(found)
    while waiting:
        new = set(steps(waiting.pop())) - found
        found |= new
        waiting += new
    return found


def _forget(known: dict[Any, Any]) -> None:
    """Memory is bounded."""
    if len(known) > _KNOWN:
        known.clear()
