"""The derived layer as a map and a group-by.

    profile ─blocks→ (block, item) … ─group by block→ items ─derive_block→ nodes and edges

    blocks(profile)             map: a pure function of one document
    derive_block(block, items)  reduce: a pure function of a set of items; order and repetition change nothing
    derived layer               the union over all blocks

What documents share goes into items that are equal (财政部 is named), so that a block of a body in a million documents
has a few items.  A node or an edge is given by one block only: when the items of a block change, the difference of
what it gave before and gives now is the change of the whole layer.  A new kind is a module and a line of `KINDS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kg.merge import conflicts, documents, funds, organizations, persons, posts, reforms, regions, sums, transfers
from kg.merge.corrections.collection import NONE, Corrections
from kg.merge.corrections.entries import NameEntry
from kg.merge.derived import Derived, DerivedEdge, DerivedNode, union
from kg.merge.grants import Grant
from kg.merge.profile import Profile

__all__ = ["KINDS", "BlockKey", "Blocks", "Derivation", "Item", "blocks", "derive", "derive_block"]

BlockKey = tuple[str, str]
"""(kind, key): `("person", "欧阳文渊")`."""
Item = Any
"""A frozen, sortable dataclass, of the type that its kind names; unknown is an empty text, never None."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """A kind of block: the type of its items, the map, and the reduce over sorted, distinct items (at least one)."""

    kind: str
    item: type[Item]
    items: Callable[[Profile], Iterator[tuple[str, Item]]]
    reduce: Callable[[str, Sequence[Item]], Derived]


KINDS: dict[str, Derivation] = {
    known.kind: known
    for known in (
        Derivation("change", reforms.ReformItem, reforms.items, reforms.reduce),
        Derivation("conflict", Grant, conflicts.items, conflicts.reduce),
        Derivation("document", DerivedEdge, documents.items, documents.reduce),
        Derivation("fund", funds.FundItem, funds.items, funds.reduce),
        Derivation("organization", organizations.OrganizationItem, organizations.items, organizations.reduce),
        Derivation("person", persons.PersonItem, persons.items, persons.reduce),
        Derivation("post", posts.PostItem, posts.items, posts.reduce),
        Derivation("region", regions.RegionItem, regions.items, regions.reduce),
        Derivation("sum", Grant, sums.items, sums.reduce),
        Derivation("transfer", transfers.TransferItem, transfers.items, transfers.reduce),
    )
}
"""Every kind of block; a new one adds its line here."""


def blocks(known: Profile) -> Iterator[tuple[BlockKey, Item]]:
    """What one document gives to the blocks; an item may come twice."""
    for derivation in KINDS.values():
        for key, item in derivation.items(known):
            yield (derivation.kind, key), item


def derive_block(block: BlockKey, items: Iterable[Item], corrections: Corrections = NONE) -> Derived:
    """What the items of one block amount to, called as the user wants it; nothing where there are none."""
    kind, key = block
    found = sorted(set(items))
    derived = KINDS[kind].reduce(key, found) if found else Derived()
    names = corrections.names(block)
    return replace(derived, nodes=tuple(sorted(called(node, names) for node in derived.nodes))) if names else derived


def called(node: DerivedNode, names: Iterable[NameEntry]) -> DerivedNode:
    """The node with the other names that the user gives it, and the one to show."""
    names = list(names)
    shown = next((entry.value for entry in names if entry.kind == "name"), node.name)
    others = {entry.value for entry in names} | {node.name} | {str(v) for name, v in node.values if name == "alias"}
    aliases = {("alias", name) for name in others - {shown}}
    told = {("correction", entry.label) for entry in names}
    rest = {(name, value) for name, value in node.values if name != "alias"}
    return DerivedNode(node.ref, shown, tuple(sorted(rest | aliases | told)))


class Blocks:
    """The group-by in memory: items by block, from profiles in any order, each as often as one likes."""

    def __init__(self, profiles: Iterable[Profile] = (), corrections: Corrections = NONE) -> None:
        self._corrections = corrections
        self._items: dict[BlockKey, set[Item]] = {}
        for known in profiles:
            self.add(known)

    def add(self, known: Profile) -> None:
        """Add one document."""
        for block, item in blocks(known):
            self._items.setdefault(block, set()).add(item)

    def derive(self, block: BlockKey) -> Derived:
        """One block."""
        return derive_block(block, self._items.get(block, ()), self._corrections)

    def __iter__(self) -> Iterator[Derived]:
        """Block by block, in the order of their keys."""
        return self.of_kind(None)

    def of_kind(self, kind: str | None) -> Iterator[Derived]:
        """The blocks of one kind, or all of them."""
        wanted = (block for block in sorted(self._items) if kind in (None, block[0]))
        return (derive_block(block, self._items[block], self._corrections) for block in wanted)


def derive(profiles: Iterable[Profile]) -> Derived:
    """The derived layer of all `profiles`: the union over the blocks."""
    return union(Blocks(profiles))
