"""Lists in lines: what the line that opens one says once holds for each line below it.

    决定安排下列项目：                        a verb, a payer, a day, no amount
    某小学重建，1.1亿元；
    妇幼保健院重建，7600万元。

    下达专项债券96.5亿元，其中：                 an amount, of which the lines are parts
    城乡社区41.2亿元，期限10年；
"""

from __future__ import annotations

import re
from decimal import Decimal

from kg.annotate.passage import MoneyMention, Passage
from kg.extract.allocations.draft import LINE, Draft, Notes
from kg.extract.allocations.reading import read_segment
from kg.extract.allocations.stated import fill
from kg.extract.allocations.when import day

__all__ = ["mark_item", "opens_list", "read_heading", "take_opening", "track"]

_LONGEST_NAME = 44
"""Code points that may stand before the amount of a line."""


def opens_list(passage: Passage) -> bool:
    """各项目安排如下：; but 有关事项通知如下： opens clauses, not shares."""
    end = passage.text[passage.start : passage.end].rstrip()[-16:]
    return end.endswith(("：", "如下", "如下。")) and _CLAUSES.search(end) is None


_CLAUSES = re.compile(r"事项|要求(?!组织)|通知如下|说|问|答")


def track(passage: Passage, notes: Notes) -> None:
    """Before a passage is read: does the list still run?  After a line without an amount, does a new one begin?"""
    if passage.money:
        first = passage.money[0].start - passage.start
        if notes.opening and (first > _LONGEST_NAME or _SPOKEN.match(passage.text, passage.start, passage.end)):
            notes.opening = None
        return
    notes.opening = _phantom(passage, notes) if opens_list(passage) else None


_SPOKEN = re.compile(r"\s*[“「]|[\u4e00-\u9fff]{2,12}：")


def _phantom(passage: Passage, notes: Notes) -> Draft | None:
    """What the opening line says, as the draft of an amount that is not there; None without a verb of money."""
    a, b = passage.segments[-1]
    b = a + len(passage.text[a:b].rstrip("：。 "))
    nothing = MoneyMention(b, b, "", Decimal(0), "CNY")
    draft = read_segment(passage, a, b, [nothing])[0]
    if draft.action is None:
        return None
    fill(passage, draft, notes)
    return draft


def mark_item(passage: Passage, draft: Draft, notes: Notes) -> None:
    """A line of the running list is an item: the first amount of its passage, with a name and no more before it."""
    lead = passage.text[draft.segment[0] : draft.money.start]
    draft.lead = draft.gap == draft.segment[0] and len(lead) <= _LONGEST_NAME
    first = draft.segment[0] == passage.segments[0][0]
    acts = draft.action is not None and not draft.action.after
    if notes.opening and first and draft.lead and draft.level == 0 and draft.marker != "total" and not acts:
        draft.level = LINE


def take_opening(draft: Draft, notes: Notes) -> None:
    """Give an item that is part of nothing what the line above the list says."""
    opening = notes.opening
    if opening is None or not draft.level or draft.parent is not None or opening.amount:
        return
    draft.action = draft.action or opening.action
    draft.date = draft.date or opening.date
    draft.fund = draft.fund or opening.fund
    draft.region, draft.regions = (draft.region, draft.regions) if draft.region else (opening.region, opening.regions)
    if not draft.own_payer:
        draft.payer, draft.payers = opening.payer, opening.payers


def read_heading(passage: Passage, notes: Notes) -> None:
    """A line that is only a date governs what follows, up to the next one."""
    if not passage.money:
        line = passage.text[passage.start : passage.end]
        values = [d.value for d in passage.dates if d.value]
        notes.listed_date = day(values[-1]) if values and _LIST_TITLE.match(line) else None
    if len(passage.dates) == 1 and not passage.money:
        mention = passage.dates[0]
        around = passage.end - passage.start - (mention.end - mention.start)
        if mention.value and around <= 6 and not re.search(r"[。，；]", passage.text[passage.start : passage.end]):
            notes.heading = day(mention.value)


_LIST_TITLE = re.compile(r"\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)?[^。；]{2,40}[：）]?\s*$")
