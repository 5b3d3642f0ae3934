"""Numbered lines that add up: whatever their words say, the items of one level that sum to a total before them are its parts.

    共计3.27亿元…              the total
    （一）中央资金1.46亿元；      four sources: the first split
    （二）省级资金4300万元；…
    第一类，小区改造2.21亿元；     two uses: the second split
    第二类，管网更新1.06亿元。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from kg.extract.allocations.draft import Draft, Notes

__all__ = ["regroup"]

_LABEL = re.compile(r"\s*第[一二三四五六七八九十]+[类项块批笔](?![^，。；：]{0,4}[年月日])")
_LABELLED = 50
"""The level of lines that begin with 第一类, 第二项: apart from those with numbers."""
_ROW = 60
"""The level of rows of a table."""
_LONGEST = 40
"""Amounts looked through for the items of one list."""


def regroup(notes: Notes) -> None:
    """Give each list of items that sum to a total before it to that total; a total that is split already is split again."""
    drafts = [d for d in notes.drafts if d.reason is None]
    done: set[int] = set()
    for start, first in enumerate(drafts):
        if _level(first) is None or id(first) in done:
            continue
        for run in _runs(drafts, start):
            whole = _whole(drafts[:start], run)
            if whole is not None and not all(d.parent is whole for d in run):
                _give(run, whole, notes)
            if whole is not None:
                done.update(map(id, run))
                break


def _level(draft: Draft) -> int | None:
    """The level of a line that begins with a number or a label, or is a row of a table; None for any other amount."""
    if draft.rule == "allocation.row":
        inner = draft.parent is not None and draft.parent.rule == draft.rule
        return None if inner else _ROW
    if not draft.lead or draft.passage is None:
        return None
    return draft.level or (_LABELLED if _LABEL.match(draft.passage.text, draft.segment[0]) else None)


def _runs(drafts: list[Draft], start: int) -> Iterator[list[Draft]]:
    """The items of the level of `drafts[start]` from there on: two, three, …, up to the next line of a higher level."""
    level = _level(drafts[start])
    run = [drafts[start]]
    if level == _ROW:
        table = _table(drafts, start)
        yield from [table] if len(table) > 2 else []
        return
    for draft in drafts[start + 1 : start + _LONGEST]:
        here = _level(draft)
        if here is None or level is None or here > level:
            continue
        if here < level or draft.money.currency != run[0].money.currency:
            return
        run.append(draft)
        yield list(run)


def _table(drafts: list[Draft], start: int) -> list[Draft]:
    """All rows of the table whose first row is `drafts[start]`, line under line; none where another stands above it."""
    above = next((d for d in reversed(drafts[max(0, start - _LONGEST) : start]) if _level(d) == _ROW), None)
    if above is not None and _adjoin(above, drafts[start]):
        return []
    table = [drafts[start]]
    for row in islice(drafts, start + 1, None):
        if row.rule != "allocation.row":
            break
        if _level(row) == _ROW:
            if not _adjoin(table[-1], row):
                break
            table.append(row)
    return table


def _adjoin(one: Draft, other: Draft) -> bool:
    """Does nothing but the end of a line stand between the two rows?"""
    text = other.passage.text if other.passage else ""
    return not text[one.segment[1] : other.segment[0]].strip()


def _whole(before: list[Draft], run: list[Draft]) -> Draft | None:
    """The nearest amount before the run that it sums to."""
    total = sum((d.amount for d in run), Decimal(0))
    inner = {id(d) for one in run for d in one.parts}
    return next((d for d in reversed(before) if d.amount == total and id(d) not in inner and d not in run and d.rule != "allocation.row"), None)


def _give(run: list[Draft], whole: Draft, notes: Notes) -> None:
    for one in run:
        if one.parent:
            one.parent.parts.remove(one)
            one.parent = None
        one.forget_carried()
        if one in notes.top:
            notes.top.remove(one)
    number = whole.next_split()
    for one in run:
        one.rule = one.rule if one.marker == "row" else "allocation.item"
        whole.continue_split(one, number)
