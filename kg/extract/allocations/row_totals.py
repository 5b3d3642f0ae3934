"""The line that adds a table up: each column's total, which the text has named before, or names here alone.

    江州市　　4600　2100
    合计　　　9000　4000          a fact, and the whole of the rows, where no total was named; else a repeat
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.reading import LEVELS

__all__ = ["ITEM", "add_columns", "numbered", "opens_table"]

ITEM = re.compile(r"\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d+[.．、）](?!\d)|[①-⑳])")
"""A number in front of a line, or of a row."""


def add_columns(drafts: Sequence[Draft], notes: Notes, start: int) -> bool:
    """Tie the rows of the table that begins at `start` to its totals.  Are these new, and facts?  If not, they are set aside."""
    rows = _rows(notes, start, len(drafts))
    columns = [[row[i] for row in rows] for i in range(len(drafts))]
    known = [_known(notes, draft, start) for draft in drafts]
    adds = [len(column) > 1 and sum((d.amount for d in column), Decimal(0)) == draft.amount for draft, column in zip(drafts, columns, strict=True)]
    new = not any(known) and all(adds)
    for draft, whole, column, fits in zip(drafts, known, columns, adds, strict=True):
        draft.reason = None if new else "repeats an amount"
        if fits and (whole or new):
            _take(whole or draft, column)
    if new:
        _note(drafts, notes)
        _within(drafts, columns)
    return new


def _rows(notes: Notes, start: int, width: int) -> list[list[Draft]]:
    """The rows with as many amounts as the line of totals."""
    found: dict[int, list[Draft]] = {}
    for draft in notes.kept:
        if draft.rule == "allocation.row" and draft.segment[0] > start:
            found.setdefault(draft.segment[0], []).append(draft)
    rows = [sorted(row, key=lambda d: d.money.start) for row in found.values()]
    return [row for row in rows if len(row) == width and not _is_within(row)]


def _is_within(row: Sequence[Draft]) -> bool:
    """其中：瑞昌市　1200: part of the row before, which has it already."""
    whole = row[0].parent
    return whole is not None and whole.rule == "allocation.row" and whole.segment != row[0].segment


def _known(notes: Notes, draft: Draft, start: int) -> Draft | None:
    """The amount that the total repeats: any that is no row of the table itself."""
    return next((d for d in reversed(notes.kept) if d.amount == draft.amount and (d.rule != "allocation.row" or d.segment[1] <= start)), None)


def _take(whole: Draft, column: Sequence[Draft]) -> None:
    """Make the column the parts of its total; a row's own total keeps its parts."""
    free = [d for d in column if d.parent is not whole and (d.parent is None or d.parent.segment != d.segment)]
    number = whole.next_split() if free else None
    for one in free:
        if one.parent:
            one.parent.parts.remove(one)
        whole.continue_split(one, number)


def _within(drafts: Sequence[Draft], columns: Sequence[Sequence[Draft]]) -> None:
    """额度　其中：已发行: a column of what is in the first one sums to what is in its total."""
    first = drafts[0]
    for one, column in zip(drafts[1:], columns[1:], strict=True):
        inner = all(part.parent is whole for part, whole in zip(column, columns[0], strict=True))
        if inner and one.parent is None and first.parent is None and one.amount < first.amount:
            first.continue_split(one, first.next_split())


def _note(drafts: Sequence[Draft], notes: Notes) -> None:
    for draft in drafts:
        draft.rule = "allocation.sum"
    for whole in (drafts[0], drafts[-1]):
        rest = [d for d in drafts if d is not whole]
        if rest and sum((d.amount for d in rest), Decimal(0)) == whole.amount and whole.parent is None:
            number = whole.next_split()
            for one in rest:
                whole.continue_split(one, number)
            break
    notes.kept += drafts
    notes.top = [d for d in notes.top if d.parent is None] + [d for d in drafts if d.parent is None]


def opens_table(name: str, drafts: list[Draft], notes: Notes, start: int) -> bool:
    """全市合计　2500, above the rows that it adds up; 二、县区小计　2000, above some of them: not what repeats a total named before."""
    opens = ITEM.match(name) or not any(d.rule == "allocation.row" and d.segment[0] > start for d in notes.kept)
    return bool(opens) and not any(d.amount == drafts[0].amount for d in notes.kept)


def numbered(row: Draft, name: str, notes: Notes, start: int) -> Draft | None:
    """一、教育支出, 1.义务教育: the nearest row above of a higher level; a row without a number goes on under it while there is room."""
    row.level = _level(name)
    above = [d for d in notes.kept if d.rule == row.rule and d.segment[0] > start and d.segment != row.segment]
    higher = next((d for d in reversed(above) if d.level and (not row.level or d.level < row.level)), None)
    if higher is None or row.amount > higher.room() or row.amount == higher.amount:
        return None
    return higher


def _level(name: str) -> int:
    return next((n for pattern, n in LEVELS if pattern.match(name)), 0)
