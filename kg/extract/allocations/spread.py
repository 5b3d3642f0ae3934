"""What several amounts of one sentence share: the place of a list told off by days, that before a colon, the years of a span."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from kg.annotate.passage import DateMention
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.when import day_of

__all__ = ["date_yearly", "spread_places"]


def spread_places(text: str, drafts: list[Draft]) -> None:
    """两次下拨抚顺救灾资金，分别为5000万元和6300万元; 分别拨付2亿元和1亿元，支持湖南: told off by days or batches, all go to the one place."""
    _spread_colon(text, drafts)
    run = [d for d in drafts if d.paired and d.reason is None]
    if len(run) < 2 or any(b.segment != run[0].segment for b in run):
        return
    placed = [d for d in run if d.region_spans]
    first, last = run[0], run[-1]
    known = first if placed == [first] and first.region_spans[-1][1] <= first.money.start else None
    known = last if placed == [last] and last.region_spans[0][0] >= last.money.end else known
    if known is None or (known is first and len(known.regions) > 1):
        return
    for draft in run:
        draft.region, draft.regions, draft.region_spans = known.region, known.regions, known.region_spans


def _spread_colon(text: str, drafts: list[Draft]) -> None:
    """涪城区：机具补贴115万元，贷款贴息48万元: what the segment lists behind a place and a colon all goes there."""
    run = [d for d in drafts if d.reason is None]
    first = run[0] if run else None
    if first is None or not first.region_spans or first.region_spans[-1][1] > first.head[1]:
        return
    if text.startswith("：", first.region_spans[-1][1]) and _LABEL.fullmatch(text, first.segment[0], first.region_spans[0][0]):
        for draft in run[1:]:
            if draft.region is None and draft.action is None and draft.segment == first.segment and draft.marker in ("", "part"):
                draft.region, draft.regions, draft.region_spans = first.region, first.regions, first.region_spans


_LABEL = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]+[）).．、])?\s*")


def date_yearly(drafts: list[Draft]) -> None:
    """2011年到2013年…分别为3.9亿元、5.6亿元和8.85亿元: one year each; 分别于3月、6月下达3000万元、2000万元: one date each."""
    run = [d for d in drafts if d.paired and d.reason is None] or _told_off(drafts)
    dates = _in_turn(run)
    for draft, mention in zip(run, dates, strict=False):
        draft.date, draft.date_span, draft.own_date, draft.dated = day_of(mention), (mention.start, mention.end), True, True
    if dates:
        return
    years = _YEARS.fullmatch(run[0].date or "") if run else None
    if years and int(years[2]) - int(years[1]) == len(run) - 1 and len({d.date for d in run}) == 1:
        for i, draft in enumerate(run):
            draft.date, draft.dated = str(int(years[1]) + i), True


def _told_off(drafts: list[Draft]) -> list[Draft]:
    """分别于3月、6月下达资金3000万元、2000万元: the amounts that are joined to the first behind 分别, 先后 or 分两次."""
    kept = [d for d in drafts if d.reason is None and d.passage]
    for at, first in enumerate(kept):
        if first.passage and _IN_TURN.search(first.passage.text, *first.head):
            run = list(takewhile(lambda d: d.close and d.head[1] - d.head[0] < 3, kept[at + 1 :]))
            return [first, *run]
    return []


def _in_turn(run: list[Draft]) -> list[DateMention]:
    """The dates of one list before the amounts, as many as these; else none."""
    passage = run[0].passage if len(run) > 1 else None
    if passage is None:
        return []
    dates = [m for m in passage.dates if m.value and run[0].segment[0] <= m.start and m.end <= run[0].money.start]
    joined = all(_JOIN.fullmatch(passage.text, a.end, b.start) for a, b in pairwise(dates))
    return dates if len(dates) == len(run) and joined else []


_IN_TURN = re.compile(r"分别|先后|依次|相继|陆续|分[两三四五六七八九\d]+[次批笔]")
_JOIN = re.compile(r"[、和与及]|以及")
_YEARS = re.compile(r"(\d{4})/(\d{4})")
