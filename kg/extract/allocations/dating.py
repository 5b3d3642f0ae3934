"""When the money moved, weighed: every date around an amount, each with what is seen of it.

    |7月2日|下达补助5亿元             clause, head    in the amount's own words
    |去年|安排3亿元；今年再安排2亿元      segment, para   before them, in the sentence or the paragraph
    3亿元，|月底前|拨付到位            tail, later     behind the amount
    …                            rule, whole, before, after: what the rules, the whole and the amounts beside give
    …                            earlier, lead, modal: the dates before the paragraph, the article's first, what most amounts have
    …                            published, year, ago, plan: the day and the year of publication, the year and the five years before; none
    |2018年|，全县…。／为低保对象发放补助…      period, title: the year that an earlier paragraph opens with, or the title names

`when.py` says what the words alone say; its answer is one of those weighed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.annotate.passage import DateMention, Passage
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.when import day_of
from kg.extract.learned.phrases import marked
from kg.extract.learned.weights import Candidate, Seen, best, load

__all__ = ["Dating", "date_all", "datings"]


@dataclass(frozen=True, slots=True)
class Dating:
    """A date, ISO 8601, or None for none, and its features; `mention` is where the text says it."""

    date: str | None
    features: Candidate
    mention: DateMention | None = None


_Seen = tuple[str | None, DateMention | None, str, tuple[str, ...]]
"""A date, where it stands, how it was found, and what is seen of it."""


def date_all(kept: Sequence[Draft]) -> None:
    """Give each amount the date that weighs most; a share that has its date from its whole goes with it, and has none only with it."""
    table = load("datings")
    chosen: dict[int, Dating] = {}
    inherited: set[int] = set()
    for draft in kept:
        if draft.dated:
            continue
        found = datings(draft)
        best_one = best(table, [dating.features for dating in found])[0] if len(found) > 1 else 0
        whole = draft.parent
        shares = whole is not None and not draft.own_date and draft.date == whole.date
        if shares and (not best_one or found[best_one].date is None):
            inherited.add(id(draft))
        elif best_one:
            chosen[id(draft)] = found[best_one]
    for draft in sorted(kept, key=lambda d: len(d.chain())):
        if dating := chosen.get(id(draft)):
            draft.date = dating.date
            draft.date_span = (dating.mention.start, dating.mention.end) if dating.mention else None
        elif id(draft) in inherited and draft.parent is not None:
            draft.date = draft.parent.date


def datings(draft: Draft) -> list[Dating]:
    """What the rules give, first; then every other date, and none."""
    assert draft.passage is not None
    published = draft.passage.state.published
    found: dict[str | None, tuple[DateMention | None, list[str]]] = {draft.date: (None, ["rule"])}
    for date, mention, kind, marks in _dates(draft.passage, draft):
        if date:
            at, seen = found.setdefault(date, (mention, []))
            found[date] = (at or mention, [*seen, kind, *(f"{kind} {mark}" for mark in marks)])
    found.setdefault(None, (None, []))[1].append("none")
    kinds = sorted({one for _, seen in found.values() for one in seen if " " not in one})
    amount = _of_amount(draft)
    own = {side: Seen(amount, f"{side} {draft.date is not None}") for side in ("rule", "none", "other")}
    return [Dating(date, _features(draft, amount, own, date, seen, kinds, published), mention) for date, (mention, seen) in found.items()]


def _dates(passage: Passage, draft: Draft) -> Iterator[_Seen]:
    yield from _ahead(passage, draft)
    yield from _behind(passage, draft)
    verb = draft.action.text if draft.action else "-"
    for one, kind in ((draft.parent, "whole"), (draft.before, "before"), (draft.after, "after")):
        if one is not None:
            alike = draft.action is not None and one.action is not None and one.action.text == verb
            yield one.date, None, kind, (f"near {one.segment == draft.segment}", f"own {one.own_date}", f"alike {alike}")
    yield from _around(passage, draft)
    published = passage.state.published
    if published:
        yield published, None, "published", ()
        yield published[:4], None, "year", ()
        yield from _reviewed(passage, draft, published)


def _around(passage: Passage, draft: Draft) -> Iterator[_Seen]:
    """The last two dates before the paragraph, the first of the article, and the date that most of its amounts have by rule."""
    text, notes = passage.text, passage.state.memory.get("allocations")
    dates = notes.dates if isinstance(notes, Notes) else []
    near = dates[max(0, bisect_left(dates, passage.start, key=lambda m: m.start) - 2) :][:2]
    own = f"dated {bool(passage.dates)}"
    for n, mention in enumerate(reversed([m for m in near if m.end <= passage.start])):
        lines = min(text.count("\n", mention.end, passage.start), 4)
        yield day_of(mention), mention, "earlier", (
            f"n {n}", f"lines {lines} {own}", mention.granularity, mention.text[-1:],
            f"basis {mention.basis}", f"interval {'/' in (mention.value or '')}",
        )  # fmt: skip
    if dates and dates[0].end <= passage.start:
        first = dates[0]
        yield day_of(first), first, "lead", (
            own, first.granularity, f"next {marked(text[first.end : first.end + 2])}", f"basis {first.basis}", f"of {min(len(dates), 4)}",
        )  # fmt: skip
    yield _usual(draft), None, "modal", (own,)


def _usual(draft: Draft) -> str | None:
    """The date that most amounts of the article have, the latest of equals: looked for once."""
    assert draft.passage is not None
    memory, shares = draft.passage.state.memory, _shares(draft)
    if "datings.usual" not in memory:
        memory["datings.usual"] = max((date for date in shares if date), key=lambda date: (shares[date], date), default=None)
    usual = memory["datings.usual"]
    return usual if isinstance(usual, str) else None


def _shares(draft: Draft) -> dict[str | None, float]:
    """Date by rule → the share of the article's amounts that have it."""
    memory = draft.passage.state.memory if draft.passage else {}
    known = memory.get("datings.shares")
    if not isinstance(known, dict):
        first = draft
        while first.before is not None:
            first = first.before
        every = [first.date]
        while first.after is not None:
            first = first.after
            every.append(first.date)
        known = memory["datings.shares"] = {date: count / len(every) for date, count in Counter(every).most_common()}
    return known


def _reviewed(passage: Passage, draft: Draft, published: str) -> Iterator[_Seen]:
    """The year that a review is of: what an earlier paragraph opens with (2018年，…; 去年，…), and what the title names."""
    text, memory = passage.text, passage.state.memory
    said = _WHOLE_YEAR.search(text, draft.segment[0], draft.money.start)
    line = text[: max(text.find("\n"), 0)]
    title = passage.state.document.title or ("" if "。" in line else line)
    review = _REVIEW.search(title)
    marks = (f"said {said[0] if said else '-'}", f"review {review[0] if review else '-'}", f"dated {bool(passage.dates)}")
    written = int(published[:4])
    opened = memory.get(f"datings.{passage.start}")
    if opened is None:
        last = next(reversed(list(_OPENS.finditer(text, max(0, passage.start - _NEAR), passage.start))), None)
        opened = memory[f"datings.{passage.start}"] = int(last["year"] or written - _AGO[last["word"]]) if last else 0
    named = _YEAR.search(title)
    plan = _PLAN.search(text, passage.start, draft.money.start) or _PLAN.search(title)
    early = (*marks, f"early {published[5:7] <= '04'}")
    yield str(written - 1), None, "ago", early
    if plan:
        yield f"{written - 5}/{written - 1}", None, "plan", early
    for kind, year in (("period", opened), ("title", int(named[1]) if named else 0)):
        yield str(year) if year in range(written - _REVIEWED, written + 2) else None, None, kind, marks


_NEAR = 4000
"""Characters in front in which the paragraph that tells the year is looked for."""
_REVIEWED = 10
"""Years before that of the writing that a look back may be of; a budget is of the next one."""
_PLAN = re.compile(r"五年(?:来|间|中|里|累计|共|安排|投入)")
_WHOLE_YEAR = re.compile("全年|当年|一年来|一年间|年内|本年度?|年度")
_REVIEW = re.compile("决算|报告|总结|回顾|盘点|公报|执行情况|综述|实事|公开|述职")
_AGO = {"今年": 0, "一年来": 1, "过去一年": 1, "过去的一年": 1, "去年": 1, "上年": 1, "前年": 2}
_OPENS = re.compile(rf"(?:^|\n)[^\u4e00-\u9fff\n\d]{{0,4}}(?:(?P<year>(?:19|20)\d\d)年度?|(?P<word>{'|'.join(_AGO)}))(?:以来)?，")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")


def _ahead(passage: Passage, draft: Draft) -> Iterator[_Seen]:
    """The last five dates of the paragraph before the amount, the nearest first."""
    text, action = passage.text, draft.action
    verb = action.start if action and not action.after else draft.head[1]
    before = [m for m in passage.dates if m.value and m.end <= draft.head[1]]
    for n, mention in enumerate(reversed(before[-5:])):
        gap = text[mention.end : draft.money.start]
        in_clause = "object" if mention.start >= verb else "clause"
        kind = in_clause if mention.start >= draft.clause[0] else "head" if mention.start >= draft.head[0] else "segment"
        kind = kind if mention.start >= draft.segment[0] else "para"
        bracket = "（" in text[max(0, mention.start - 12) : mention.start] and "）" in gap[:12]
        behind = marked(text[mention.end : mention.end + 2])
        heard = _HEARD.match(text, mention.end, draft.money.start)
        yield day_of(mention), mention, kind, (
            f"n {n}", f"amounts {min(gap.count('元'), 3)} ends {min(gap.count('。') + gap.count('；'), 2)} commas {min(gap.count('，'), 4)}",
            f"far {min(len(gap) // 15, 6)}", f"bracket {bracket}", f"prev {marked(text[max(0, mention.start - 1) : mention.start])}",
            f"of {len(passage.dates)} {n}", mention.granularity, mention.text[-1:], mention.text[:2], f"next {behind[:1]}", f"next {behind}",
            f"heard {heard['how'] if heard else '-'}", f"basis {mention.basis}", f"running {draft.cumulative}", f"interval {'/' in (mention.value or '')}",
        )  # fmt: skip


_HEARD = re.compile(r"[^。；]{0,24}?(?P<how>获悉|了解到|得知|消息|传来|发布|介绍|宣布|通报|透露|表示)[^。；\d]{0,10}[，：]")
"""记者3月29日从…获悉，: when it was heard of, not when it was paid."""


def _behind(passage: Passage, draft: Draft) -> Iterator[_Seen]:
    """The first three dates of the sentence behind the amount."""
    text = passage.text
    after = [m for m in passage.dates if m.value and draft.tail[0] <= m.start <= draft.segment[1]]
    for n, mention in enumerate(after[:3]):
        yield day_of(mention), mention, "tail" if mention.start < draft.tail[1] else "later", (
            f"n {n}", mention.granularity, mention.text[-1:], f"next {marked(text[mention.end : mention.end + 2])}",
            f"prev {marked(text[mention.start - 1 : mention.start])}",
        )  # fmt: skip


def _features(
    draft: Draft, amount: tuple[str, ...], own: dict[str, Seen], date: str | None, seen: list[str], kinds: list[str], published: str | None
) -> Candidate:
    """What is seen of a date; `own` is seen of the amount alone, by side."""
    side = "rule" if "rule" in seen else "none" if date is None else "other"
    base = f"{side} {draft.date is not None}"
    of_whole = f"whole's {draft.parent is not None and draft.parent.date == date}"
    crossed = (*amount[:3], of_whole, f"shape {len(date or '')} {'/' in (date or '')}")
    bits = (
        *crossed[3:], f"this year {bool(date and published and date[:4] == published[:4])}",
        f"to come {bool(date and published and date[:10] > published)}", f"share {round(_shares(draft).get(date, 0) * 4)}",
    )  # fmt: skip
    ways = sorted({one for one in seen if " " not in one})
    return (
        Seen((side, base)), own[side], Seen(bits, base), Seen(seen, side), *(Seen(crossed, f"{base} {way}") for way in ways),
        Seen([kind for kind in kinds if kind not in ways], f"{side} with"),
    )  # fmt: skip


def _of_amount(draft: Draft) -> tuple[str, ...]:
    """What is seen of the amount itself; the first three are crossed with how the date was found."""
    return (
        f"part {draft.parent is not None}", f"own {draft.own_date}", f"running {draft.cumulative}",
        f"verb {draft.action.text if draft.action else '-'}", f"marker {draft.marker}", f"bare {draft.bare}", f"level {draft.level > 0}",
        f"payer {draft.own_payer}", f"stage {draft.stage}", f"by {draft.rule}", f"notice {draft.notice}", f"inherited {draft.inherited_action}",
    )  # fmt: skip
