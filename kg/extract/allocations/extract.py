"""The allocation component: drafts are read, judged, tied together, filled, and become facts."""

from __future__ import annotations

import re

from kg.annotate.passage import MoneyMention, Passage
from kg.extract.allocations.context import INFECTIOUS, carry, inherit, reach_over, spread_targets
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.facts import emit
from kg.extract.allocations.judge import judge
from kg.extract.allocations.notice import fallback_date, is_notice
from kg.extract.allocations.parts import gather_earlier, gather_sums, link, warn_excess
from kg.extract.allocations.reading import read_segment
from kg.extract.allocations.respectively import pair
from kg.extract.allocations.rows import read_row
from kg.extract.allocations.shares import expand
from kg.extract.allocations.stated import as_item, fill, is_headline_repeat, without_restatements
from kg.extract.allocations.when import day

__all__ = ["extract_allocations"]

_MEMORY = "allocations"
_PUBLIC_NAME = re.compile(r"财政|中央|省级|市级|县级|区级|预算内|专项|补助|衔接|国债|债券|转移支付|基建投资|项目资金")
"""What a fund's name needs to count without a verb, in a notice that lists its sources."""


def extract_allocations(passage: Passage) -> None:
    """Append the allocations of the passage to `passage.state.facts`; set every other amount aside with a reason."""
    notes = passage.state.memory.setdefault(_MEMORY, Notes())
    assert isinstance(notes, Notes)
    _heading(passage, notes)
    if not passage.money:
        return
    run: list[Draft] = []
    for a, b in passage.segments:
        found = [m for m in passage.money if a <= m.start and m.end <= b]
        if found:
            run += _segment(passage, a, b, found, notes, run)
    kept = [d for d in run if d.reason is None]
    gather_sums(kept, notes)
    gather_earlier(kept, notes)
    for draft in kept:
        inherit(draft)
        warn_excess(draft)
    for draft in run:
        if draft.reason is not None:
            passage.state.reject("allocation", draft.reason, draft.money.start, draft.money.end)
    emit(passage, kept)


def _opens_list(passage: Passage) -> bool:
    """现将项目公告如下：; but 有关事项通知如下： opens clauses, not shares."""
    end = passage.text[passage.start : passage.end].rstrip()[-16:]
    return end.endswith(("：", "如下", "如下。")) and "事项" not in end


def _heading(passage: Passage, notes: Notes) -> None:
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


def _segment(passage: Passage, a: int, b: int, found: list[MoneyMention], notes: Notes, run: list[Draft]) -> list[Draft]:
    text = passage.text
    row = read_row(passage, a, b, found, notes)
    if row is not None:
        return row
    stated, restated = without_restatements(passage, found)
    drafts = read_segment(passage, a, b, stated)
    for draft in drafts:
        draft.money = restated.get(draft.money.start, draft.money)
    drafts = [share for d in pair(passage, drafts) for share in expand(passage, d)]
    previous = next((d for d in reversed(run) if d.reason is None), None)
    new_sentence = a == passage.start or text[: a].rstrip()[-1:] not in "；;"
    infected: Draft | None = None
    spoken: str | None = None
    reach_over(text, drafts)
    for draft in drafts:
        fill(passage, draft, notes)
        explicit = re.search("其中|包括", text[draft.head[0] : draft.head[1]])
        if infected and draft.segment == infected.segment and explicit:
            draft.reason = infected.reason
            continue
        if draft.own_date:
            spoken = draft.date
        elif draft.date is None and draft.marker == "":
            draft.date = spoken
        draft.reason = "headline repeats an amount" if is_headline_repeat(passage, draft) else judge(text, draft)
        if draft.reason is None:
            as_item(passage, draft, drafts)
            link(draft, previous, notes, new_sentence=new_sentence)
            carry(passage, draft, previous, notes, new_sentence=new_sentence)
            if draft.parent is None and draft.date is None:
                draft.date = notes.heading or (notes.listed_date if draft.level else None) or fallback_date(passage, draft)
        elif draft.reason in INFECTIOUS and draft.marker == "":
            infected = draft
        if draft.reason is None and draft.action is None and draft.parent is None and not draft.parts:
            if notes.notice_like is None:
                notes.notice_like = is_notice(passage.state)
            if not (notes.notice_like and draft.fund and _PUBLIC_NAME.search(draft.fund)):
                draft.reason = "no act of allocation"
        if draft.reason is None:
            draft.intro = _opens_list(passage)
            previous, new_sentence = draft, False
            notes.last = draft
            notes.kept.append(draft)
            if draft.parent is None:
                notes.top.append(draft)
    spread_targets(drafts)
    return drafts
