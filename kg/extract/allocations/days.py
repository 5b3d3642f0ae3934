"""When the money moved: every date around an amount, and none, to be weighed.

    2月18日，…下达62亿元           before       in the sentence, before the amount
    62亿元已于2月18日到账           behind
    …其中江西7.8亿元              whole        what the total has
    2月20日，…。省财政又安排3亿元     earlier      in a sentence before: mostly not the day of this one
    现下达你省…                   notice       the day of signing
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.passage import DateMention, Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.notice import fallback_date, notice_of
from kg.extract.allocations.when import day
from kg.extract.learned.weights import best, load

__all__ = ["Day", "best_day", "days"]


@dataclass(frozen=True, slots=True)
class Day:
    """An ISO date or interval, or None for none; the mention that says so, where one does; and the features."""

    value: str | None
    mention: DateMention | None
    features: tuple[str, ...]


_FAR = 3
"""Dates looked at in the sentences before."""


def best_day(draft: Draft, before: Draft | None) -> Day:
    """The date that weighs most; `before` is the amount kept before the draft."""
    found = days(draft, before)
    return found[best(load("days"), [one.features for one in found])]


def days(draft: Draft, before: Draft | None) -> list[Day]:
    """All dates for the draft, none last."""
    passage = draft.passage
    assert passage is not None
    found: dict[str, tuple[DateMention | None, list[str], list[str]]] = {}
    for kind, detail, value, mention in _dates(passage, draft, before):
        if value:
            known = found.setdefault(value, (mention, [], []))
            known[1].append(kind)
            known[2].append(f"{kind} {detail}")
    kinds = {kind for _, names, _ in found.values() for kind in names}
    made = [Day(v, m, _features(draft, before, kinds, names, details, v, m)) for v, (m, names, details) in found.items()]
    return [*made, Day(None, None, _features(draft, before, kinds, ["none"], [], "", None))]


def _features(
    draft: Draft, before: Draft | None, kinds: set[str], names: list[str], details: list[str], value: str, mention: DateMention | None
) -> tuple[str, ...]:
    """How a date was found, how fine it is, what is written, and what the amount is."""
    action = draft.action
    fine = "period" if "/" in value else str(len(value))
    written = mention.text if mention else "-"
    near = next((k for k in ("own", "behind", "clause", "sentence", "notice", "whole", "rules") if k in kinds), "-")
    bits = (
        f"fine {fine}", f"ends {written[-1:]}", f"opens {written[:1]}", f"basis {mention.basis if mention else '-'}", f"near {near}", f"marker {draft.marker}",
        f"part {draft.parent is not None}", f"verb {action.text if action else '-'}", f"cumulative {draft.cumulative}", f"level {draft.level > 0}",
        f"whole {draft.parent is not None and draft.parent.date == value}", f"notice {draft.notice}", f"payer {draft.own_payer}",
        f"inherited {draft.inherited_action}", f"same {before is not None and before.segment == draft.segment}", f"bare {draft.bare}",
    )  # fmt: skip
    return (*names, *details, f"votes {len(names)}", *(f"{name} {bit}" for name in names for bit in bits), *(f"any {bit}" for bit in bits[:5]))


def _dates(passage: Passage, draft: Draft, before: Draft | None) -> Iterator[tuple[str, str, str | None, DateMention | None]]:
    """`(kind, detail, value, mention)` of every date."""
    yield "rules", draft.rule, draft.date, None
    if draft.parent:
        yield "whole", draft.marker, draft.parent.date, None
    if before:
        near = "segment" if before.segment == draft.segment else "paragraph" if before.paragraph == draft.paragraph else "far"
        yield f"neighbour {near}", "", before.date, None
    notice = notice_of(passage, draft)
    if notice:
        yield "notice", "", notice.date, None
    yield "fallback", str(draft.level > 0), fallback_date(passage, draft), None
    back = 0
    for date in reversed(passage.dates):
        if date.value is None:
            continue
        kind, after = _where(passage, draft, date), passage.text[date.end : date.end + 1]
        if kind == "earlier":
            back += 1
            if back > _FAR:
                return
            kind = f"earlier {back}"
        if kind:
            yield kind, f"{after} {_between(passage, draft, date)}", day(date.value), date


def _where(passage: Passage, draft: Draft, date: DateMention) -> str:
    """Where the date stands, from the amount: own clause, head, sentence, behind, or earlier in the paragraph."""
    if draft.tail[0] <= date.start and date.end <= draft.tail[1]:
        return "behind"
    if date.start >= draft.money.start:
        return ""
    if date.start >= draft.clause[0]:
        return "own"
    if date.start >= draft.head[0]:
        return "clause"
    return "sentence" if date.start >= draft.segment[0] else "earlier"


def _between(passage: Passage, draft: Draft, date: DateMention) -> str:
    """How many clauses and other amounts stand between the date and the amount."""
    low, high = sorted((date.end, draft.money.start))
    marks = len(re.findall(r"[，：；。]", passage.text[low:high]))
    sums = sum(low <= m.start < high for m in passage.money)
    return f"{min(marks, 3)} {min(sums, 2)}"
