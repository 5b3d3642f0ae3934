"""When: the date that governs the action, day precision at most; as-of days and periods as the dates give them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.annotate.passage import DateMention, Passage
from kg.extract.allocations.draft import Draft

__all__ = ["arrival", "day", "day_of", "find_date", "running_period"]

_COMPARED = re.compile(r"(?:比|较|同比|相比)$")


def day(value: str) -> str:
    """`value` cut to days; both ends of an interval on one day are that day."""
    ends = [end.split("T")[0] for end in value.split("/")]
    return ends[0] if len(set(ends)) == 1 else "/".join(ends)


def day_of(mention: DateMention) -> str | None:
    """The mention's value cut to days; 截至8日24时 is that day, not the midnight that the next one begins with."""
    if mention.value is None:
        return None
    if _MIDNIGHT.search(mention.text) and "/" not in mention.value and mention.value.endswith("T00"):
        return (date.fromisoformat(mention.value[:10]) - timedelta(days=1)).isoformat()
    return day(mention.value)


_MIDNIGHT = re.compile(r"(?:24|二十四)[时点]$")


def find_date(passage: Passage, draft: Draft) -> DateMention | None:
    """The date mention that governs the draft, in its own words; None where there is none."""
    start, end = draft.head
    if draft.action and draft.action.after:
        behind = [d for d in passage.dates if draft.tail[0] <= d.start and d.end <= draft.action.start and d.value]
        if behind:
            return behind[-1]
    before = [d for d in passage.dates if start <= d.start and d.end <= end and d.value and _governs(passage, draft, d)]
    return before[-1] if before else None


_ARRIVED = re.compile(
    r"(?:(?:^|，)(?:该笔?|上述|这笔)(?:资金|款项|钱|款)?)?(?:(?<=，)|^)(?:已|均|将|全部|也)*(?:于|在)?$"
)


def arrival(passage: Passage, draft: Draft) -> DateMention | None:
    """首期提款1200万欧元已于10月下旬到账: the date of the payment itself, right behind the amount."""
    for mention in passage.dates:
        if draft.tail[0] <= mention.start and mention.end <= draft.tail[1] and mention.value:
            close = _ARRIVED.search(passage.text[draft.tail[0] : mention.start])
            if close and _PAYMENT.match(passage.text, mention.end):
                return mention
    return None


_PAYMENT = re.compile(
    r"(?:前|以前)?(?:已|全部|均|已|单独|正式|分别|如期|顺利)*(?:到账|拨付|下达|到位|兑付|发放|拨到|拨给|拨|支付)"
)


def running_period(passage: Passage, draft: Draft) -> str | None:
    """上半年，…收入…。全国一般公共预算支出10.3万亿元: a period or as-of day holds for the figures of its paragraph."""
    if draft.own_payer or not _FIGURE.search(passage.text[draft.head[0] : draft.head[1]]):
        return None
    before = [d for d in passage.dates if d.end <= draft.segment[0] and d.value]
    last = before[-1] if before else None
    holds = last is not None and ("/" in (last.value or "") or last.text.startswith(("截至", "截止")) or len(last.value or "") == 4)
    return day(last.value) if last and last.value and holds else None


_FIGURE = re.compile(r"支出|累计|共|合计|完成|总额|分[地行]|从")


def _governs(passage: Passage, draft: Draft, mention: DateMention) -> bool:
    text = passage.text
    if _COMPARED.search(text[max(0, mention.start - 2) : mention.start]):
        return False
    if mention.granularity == "year" and draft.action and not draft.action.after and mention.start >= draft.action.end:
        return False
    if mention.granularity == "year" and draft.action is None:
        return False
    if mention.granularity == "year" and re.match(r"\d{4}年?度", text[mention.start : mention.end + 1]):
        return False
    return "“" not in text[max(draft.segment[0], mention.start - 1) : mention.start]
