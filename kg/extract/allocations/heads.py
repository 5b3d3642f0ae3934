"""Lists without numbers: what each paragraph, or each sentence, begins with adds up to a total before them.

    五项民生支出198亿元。⏎教育口76亿元，其中…。⏎就业口9亿元…。⏎医疗口113亿元，含…    the first amounts of the paragraphs
    代发补贴8900万元。⏎①粮食直补5300万元、良种补贴600万元；⏎②退耕还林3000万元         the amounts that are part of no other
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kg.extract.allocations.apart import is_apart_from, is_nested
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.sums import gather_apart, make_parts

__all__ = ["gather_heads"]

_LONGEST = 16
"""Amounts looked through for the parts of one total."""
_LEAST = 3
"""Two amounts may make up a third by chance."""
_SKIPPED = 2
"""The parts begin with the first or the second amount behind their total."""
_LOOSE = frozenset(("allocation.open", "allocation.item", "allocation.spread"))
"""Rules that give an amount to a whole that is only likely."""


def gather_heads(notes: Notes) -> None:
    """Give the amounts of one level that sum exactly to a total before them to that total: first runs, then those between which others stand."""
    gather_apart(notes)
    kept = [d for d in notes.drafts if d.reason is None]
    if len(kept) <= _LEAST:
        return
    free = [d for d in kept if d.parent is None or d.rule in _LOOSE]
    for heads in (_heads(kept, lines=True), _heads(kept, lines=False), free):
        for whole in kept:
            behind = [h for h in heads if h.money.start > whole.money.end][:_LONGEST]
            run = next(filter(None, (_run(behind[skip:], whole) for skip in range(_SKIPPED))), None)
            if run:
                _give(run, whole, notes)


def _heads(kept: Sequence[Draft], *, lines: bool) -> list[Draft]:
    """The first amount of each paragraph or segment, with all shares of it."""
    found: list[Draft] = []
    last: int | None = None
    for draft in kept:
        place = draft.paragraph if lines else draft.segment[0]
        if place != last or draft.money is found[-1].money:
            found.append(draft)
        last = place
    return found


def _run(heads: Sequence[Draft], whole: Draft) -> list[Draft]:
    """The first of the amounts, at least three, that add up to the whole; none where they surely are of another, or all its parts already."""
    total = Decimal(0)
    for n, one in enumerate(heads, 1):
        if one.amount >= whole.amount or one.money.currency != whole.money.currency or whole in one.parts:
            return []
        total += one.amount
        if total >= whole.amount:
            run = list(heads[:n])
            midway = n < len(heads) and heads[n].money is one.money
            fits = total == whole.amount and not midway and len({id(d.money) for d in run}) >= _LEAST and not is_nested(run)
            return run if fits and not any(_sure(run, whole)) else []
    return []


def _sure(run: Sequence[Draft], whole: Draft) -> Iterator[bool]:
    """What speaks against it: that they are linked so, or that one fills another whole, goes elsewhere, or was paid before."""
    yield all(d.parent is whole for d in run)
    for one in run:
        yield one.parent is not None and one.parent is not whole and one.parent.room() == 0
        yield one in whole.chain() or is_apart_from(one, whole)


def _give(run: Sequence[Draft], whole: Draft, notes: Notes) -> None:
    """Make the amounts one split of the whole."""
    for one in run:
        if one.parent:
            one.parent.parts.remove(one)
            one.parent = None
    make_parts(whole, run, whole.next_split(), notes, "allocation.second_split")
