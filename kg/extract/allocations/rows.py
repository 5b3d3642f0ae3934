"""Rows of a table under a total: place, purpose and amounts in the cells of one line.

    单位：万元
    地区　　合计　造林补贴　抚育补贴
    九江市　4600　2100　　　2500        the row's own total, and its parts by column; or the total last
    九江市　4600　　上饶市　3200          two rows in one line
    其中：瑞昌市　1200                  part of the row before it
    合计　　…                           repeats the total, or names it
"""

from __future__ import annotations

import re
from decimal import Decimal

from kg.annotate import regions
from kg.annotate.numerals import number
from kg.annotate.passage import MoneyMention, Passage
from kg.annotate.tables import Cell, beside, cells, header_of
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.fund_words import clean
from kg.extract.allocations.lexicon import CLASS_OF_PLACES
from kg.extract.allocations.places import group_at, places_in, set_places
from kg.extract.allocations.row_totals import ITEM, add_columns, numbered, opens_table
from kg.extract.allocations.stated import fill
from kg.extract.allocations.unnamed import AREA_KIND, smalls_at

__all__ = ["read_row"]

_SUM = re.compile(r"(?:合\s*计|总\s*计|共\s*计|小\s*计|总额)$")
_SUM_LATER = re.compile(r"(?:合\s*计|总\s*计)[\s，：|｜]*(\d[\d,.]*)")
_NUMBER = re.compile(r"[\d,.]+")
_INLINE = re.compile(r"(?P<name>[\u4e00-\u9fff、（）]{2,16})[\d,.]*\d[；。]")
"""呼和浩特市2.71；: a row of a table that is written as a sentence."""
_WITHIN = re.compile(r"(?:其中|含)[：:]?")
_TOTAL_TITLE = re.compile(r"合\s*计|总\s*计|小\s*计|总额|金额|资金额|下达|补助额|安排")
_BLANK_LABEL = re.compile(r"备注|\W+|\d+|序号|单位|其中[：:]?")


def read_row(passage: Passage, a: int, b: int, found: list[MoneyMention], notes: Notes) -> list[Draft] | None:
    """The drafts of a table row, tied to their total; None where the segment is no row."""
    text = passage.text
    bare = [m for m in found if m.unit_text and _NUMBER.fullmatch(m.text)]
    inline = _INLINE.fullmatch(text, a, b)
    if len(bare) != len(found) or (ITEM.match(text, a, b) and header_of(passage.state) is None) or (text[b - 1] in "。；" and not inline):
        return None
    if len(found) > 1 and (pairs := beside(cells(text, a, b))):
        own = [(label.start, number.end, [m for m in found if m.start == number.start]) for label, number in pairs]
        return [draft for c, d, mine in own for draft in read_row(passage, c, d, mine, notes) or []]
    if inline:
        labels = [Cell(inline.start("name"), inline.end("name"), inline["name"])]
    else:
        labels = [c for c in cells(text, a, b) if not _NUMBER.fullmatch(c.text)] or _cells_before(passage, a)
    if len("".join(c.text for c in labels)) > 60:
        return None
    drafts = [_draft(money, a, b) for money in found]
    return _read(passage, drafts, labels, notes)


def _read(passage: Passage, drafts: list[Draft], labels: list[Cell], notes: Notes) -> list[Draft]:
    """The drafts of one row, labelled and tied to their total."""
    name = "".join(c.text for c in labels)
    header = header_of(passage.state)
    start = header.start if header else drafts[0].segment[0]
    is_sum = _SUM.search(name) is not None
    opens = is_sum and header is not None and opens_table(name, drafts, notes, start)
    if is_sum and not opens:
        if add_columns(drafts, notes, start):
            fill(passage, drafts[0], notes)
        return drafts
    for draft in drafts:
        draft.rule = "allocation.sum" if opens and not ITEM.match(name) else draft.rule
        if not is_sum:
            _label(passage, draft, labels)
    first = _own_total(drafts) or drafts[0]
    whole = numbered(first, name, notes, start) or _whole(passage, first, notes, within=_WITHIN.match(name) is not None)
    if whole:
        whole.continue_split(first, _split_for(whole, first))
    _columns(passage, drafts, first, notes)
    notes.kept += drafts
    notes.row = first
    if first.parent is None:
        notes.top.append(first)
    return drafts


def _draft(money: MoneyMention, a: int, b: int) -> Draft:
    draft = Draft(money, (a, b), (a, money.start), (a, money.start), (money.end, money.end), "row", True)
    draft.rule = "allocation.row"
    return draft


def _split_for(whole: Draft, part: Draft) -> int | None:
    """A table under a total that the text has already split is a second split."""
    rows = [p for p in whole.parts if p.rule == "allocation.row"]
    if rows or not whole.parts:
        return whole.split
    for known in whole.parts:
        known.partition = known.partition or 1
    return (whole.split or 1) + 1


def _whole(passage: Passage, row: Draft, notes: Notes, *, within: bool) -> Draft | None:
    """What the row is a part of: the row before (其中), the list item above, or the total that the table adds up to."""
    above = notes.row
    if above and above.rule == "allocation.row" and above.segment[1] < row.segment[0]:
        if within and row.amount <= above.amount:
            return above
        outer = above.parent
        open_row = outer and outer.rule == "allocation.row" and row.amount <= outer.room()
        if outer and open_row and (row.amount == outer.room() or _below(row, outer)):
            return outer
    if notes.items and row.amount <= notes.items[-1][1].room() and notes.items[-1][1].money.unit_text:
        return notes.items[-1][1]
    later = _SUM_LATER.search(passage.text, row.segment[1], row.segment[1] + 4000)
    total = later[1].replace(",", "") if later else None
    tops = [t for t in notes.top if t.segment != row.segment and (t.rule != row.rule or _below(row, t))]
    fitting = [t for t in tops if t.money.currency == row.money.currency and row.amount <= _space(t, row)]
    scale = row.amount / (_plain(row.money.text) or 1)
    exact = [t for t in fitting if total and t.amount == (_plain(total) or 0) * scale]
    notices = [t for t in fitting if t.notice]
    return next(iter(exact or notices or sorted(fitting, key=lambda t: t.amount)[-1:]), None)


def _space(whole: Draft, row: Draft) -> Decimal:
    """What the total leaves for rows: all of it, where only the text has split it."""
    if whole.parts and not any(p.rule == row.rule for p in whole.parts):
        return whole.amount
    return whole.room()


def _plain(text: str) -> Decimal | None:
    return number(text.replace(",", ""))


def _below(row: Draft, outer: Draft) -> bool:
    """Is the row's place inside the outer row's?  By code: 530300 lies in 530000."""
    mine = row.regions[0].code if row.regions else None
    whole = outer.regions[0].code if outer.regions else None
    return bool(mine and whole and mine != whole and mine.startswith(whole.rstrip("0")))


def _own_total(drafts: list[Draft]) -> Draft | None:
    """The first or the last amount of the row, where the others (for the last: at least two) add up to it."""
    total = sum((d.amount for d in drafts), Decimal(0))
    ends = drafts[:1] + (drafts[-1:] if len(drafts) > 2 else [])
    return next((d for d in ends if len(drafts) > 1 and 2 * d.amount == total), None)


def _columns(passage: Passage, drafts: list[Draft], first: Draft, notes: Notes) -> None:
    """The further columns are parts of the row's own total, where it has one; each has its column's name."""
    if len(drafts) < 2:
        return
    header = header_of(passage.state)
    titles = header.titles_for(passage.text, drafts[0].segment) if header else {}
    is_sum = _own_total(drafts) is first
    for draft in drafts:
        if is_sum and draft is first:
            continue
        title = titles.get(draft.money.start)
        if title and not _TOTAL_TITLE.fullmatch(title):
            draft.fund = clean(title) or draft.fund
            known = next((k for k in reversed(notes.kept) if _names_column(k, draft.fund)), None)
            draft.target = draft.target or (known.target if known else None if clean(title) else title)
        if is_sum or (title and draft is not first and _WITHIN.match(title) and draft.amount < first.amount):
            first.continue_split(draft, None)
        elif first.parent and draft is not first:
            first.parent.continue_split(draft, first.partition)


def _names_column(known: Draft, fund: str | None) -> bool:
    """Does the text say what this column's money is for?  Not by a part of that money."""
    inner = known.parent is not None and known.parent.fund == fund
    return fund is not None and known.fund == fund and known.target is not None and not inner


def _cells_before(passage: Passage, start: int) -> list[Cell]:
    """The labels of a number that has a line of its own: the row's cells above it, else the line above."""
    header, text = header_of(passage.state), passage.text
    if header and header.row and header.row[-1].start == start:
        return [c for c in header.row[:-1] if not _NUMBER.fullmatch(c.text)]
    end = text.rfind("\n", 0, start)
    if end < 0:
        return []
    while end > 0 and text[end - 1] in "\n ":
        end -= 1
    begin = text.rfind("\n", 0, end) + 1
    return [c for c in cells(text, begin, end) if not _NUMBER.fullmatch(c.text)] if end - begin < 30 else []


def _label(passage: Passage, draft: Draft, labels: list[Cell]) -> None:
    """Place, fund and purpose from the cells that hold no number."""
    for cell in labels:
        a, b = cell.start, cell.end
        if mark := ITEM.match(passage.text, a, b) or _WITHIN.match(passage.text, a, b):
            a = mark.end()
        text = passage.text[a:b]
        if not text or _BLANK_LABEL.fullmatch(text):
            continue
        if draft.region is None and (rest := _place(passage, draft, a, b)) is not None:
            if len(rest) < 3:
                continue
            text = rest
        if draft.fund is None and clean(text):
            draft.fund = clean(text)
        elif draft.target is None:
            draft.target = text


def _place(passage: Passage, draft: Draft, a: int, b: int) -> str | None:
    """Set the place that the cell begins with; what is left of the cell, or None where it names no place."""
    text = passage.text
    places = places_in(passage, a, b)
    if places and places[0][0] == a:
        listed = [p for p in group_at(passage, places, 0) if p[1] <= b]
        set_places(draft, listed, text)
        return text[listed[-1][1] : b]
    if ref := regions.lookup("".join(text[a:b].split()), regions.context_codes(passage.state)):
        set_places(draft, [(a, b, ref.name, ref.code)], "" if " " in text[a:b] else text)  # 岷 县, set apart, is 岷县
        return ""
    if smalls := smalls_at(text, a, b):
        set_places(draft, smalls)
        return text[smalls[-1][1] : b]
    if CLASS_OF_PLACES.fullmatch(text, a, b) or _AREA.fullmatch(text, a, b) or _COUNTY.fullmatch(text, a, b):
        set_places(draft, [(a, b, text[a:b], None)])
        return ""
    return None


_AREA = re.compile(rf"[\u4e00-\u9fff]{{2,8}}(?:{AREA_KIND}|本级|农垦|垦区|生态区)|(?:其余|其他|余下)[各\d]*个?[市县区旗州盟乡镇（）、]{1,6}")
_COUNTY = re.compile(
    r"(?![各全其本该我两每外等几数贫非有市县])[\u4e00-\u9fff]{2,5}(?:(?<![各困口级个边大小])县|自治[县旗]|(?<![城全各超])市|"
    r"(?<![城园景灌库社校矿厂牧林山护范验发理养殖地流水新老])区)"
)
"""A county of no table: 班多县."""
