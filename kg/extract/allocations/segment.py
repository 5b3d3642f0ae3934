"""The amounts of one segment: read into drafts, judged, tied to their wholes, and given what the sentence, the list or the notice says."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate.passage import MoneyMention, Passage
from kg.extract.allocations.context import ASIDE, INFECTIOUS, carry, reach_over, spread_targets
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.evident import is_evident
from kg.extract.allocations.judge import DOUBTS, alike, judge
from kg.extract.allocations.lists import mark_item, opens_list, take_opening
from kg.extract.allocations.notice import fallback_date
from kg.extract.allocations.paid_anyway import is_outlay, is_project_total
from kg.extract.allocations.parts import link
from kg.extract.allocations.payment import is_payment
from kg.extract.allocations.reading import read_segment
from kg.extract.allocations.respectively import pair
from kg.extract.allocations.rows import read_row
from kg.extract.allocations.shares import expand
from kg.extract.allocations.spread import date_yearly, spread_places
from kg.extract.allocations.stated import as_item, fill, is_headline_repeat, without_restatements
from kg.extract.allocations.sums import UNLICENSED
from kg.extract.allocations.totals import is_cost
from kg.extract.allocations.unfold import bracketed, is_apart, is_unfolded, pointed_at, repeated
from kg.extract.allocations.when import running_period

__all__ = ["read_all"]


@dataclass(slots=True)
class _Sentence:
    """What holds from amount to amount while a segment is read.

    `spoken` is the date last stated, `infected` an amount whose reason for rejection its parts share.
    """

    previous: Draft | None
    new: bool
    spoken: str | None = None
    infected: Draft | None = None
    aside: bool = False
    """Is the last amount set aside, and no word on the one before it?"""
    pointed: bool = False
    """Has the amount before only named again one of which this is part?"""


def read_all(passage: Passage, a: int, b: int, notes: Notes, run: list[Draft]) -> list[Draft]:
    """The drafts of one segment, each judged; those kept are tied to their wholes and noted."""
    found = [m for m in passage.money if a <= m.start and m.end <= b]
    if not found:
        return []
    row = read_row(passage, a, b, found, notes)
    if row is not None:
        return row
    drafts = _read(passage, a, b, found)
    new = a == passage.start or passage.text[:a].rstrip()[-1:] not in "；;"
    sentence = _Sentence(next((d for d in reversed(run) if d.reason is None), None), new)
    for draft in drafts:
        draft.passage = passage
        mark_item(passage, draft, notes)
        fill(passage, draft, notes)
        as_item(passage, draft, drafts)
        if draft.own_date:
            sentence.spoken = draft.date
        elif draft.date is None and draft.marker == "":
            draft.date = sentence.spoken
        draft.paragraph, draft.follows = passage.start, not new
        reason = _reason(passage, draft, sentence) or alike(passage.text, drafts, draft) or _referent(passage, draft, sentence, notes)
        draft.doubt, draft.reason = (reason, None) if reason in DOUBTS else (None, reason)
        if draft.reason is None:
            _tie(passage, draft, sentence, notes)
            _weigh(passage, draft, [*run, *drafts[: drafts.index(draft)]], notes)
        if draft.reason is None:
            sentence.previous, sentence.new, sentence.aside = draft, False, False
            sentence.infected = sentence.infected if draft.marker else None
            _note(passage, draft, notes)
        elif draft.marker == "":
            sentence.aside = draft.reason in DOUBTS | INFECTIOUS and draft.reason not in ASIDE
            sentence.infected = draft if draft.reason in INFECTIOUS else sentence.infected
        elif draft.marker == "part":
            _go_on(drafts, draft)
    spread_targets(drafts)
    spread_places(passage.text, drafts)
    date_yearly(drafts)
    return drafts


def _go_on(drafts: list[Draft], aside: Draft) -> None:
    """其中返还性收入8亿元，|专项转移支付30亿元: where the first of a list is no fact, the next is the first part."""
    after = next((d for d in drafts if d.money.start > aside.money.start), None)
    if after is not None and after.bare and not after.marker and not after.own_date:
        after.marker = "part"


def _weigh(passage: Passage, draft: Draft, run: list[Draft], notes: Notes) -> None:
    """Set the draft aside where the weights are against it, from the whole that it was given to; shares of one 各 go with the first."""
    first = next((d for d in reversed(run) if d.money.start == draft.money.start), None)
    paid = is_payment(passage, draft, run, notes) or is_project_total(passage.text, draft) or is_outlay(passage.text, draft) or is_evident(passage, draft)
    if paid if first is None else first.reason is None:
        return
    draft.reason = draft.doubt or UNLICENSED
    if draft.parent:
        draft.parent.parts.remove(draft)
        draft.parent, draft.partition = None, None


def _read(passage: Passage, a: int, b: int, found: list[MoneyMention]) -> list[Draft]:
    """The drafts of the segment: restatements merged, 分别 paired, 各 shared out, asides bridged."""
    stated, restated = without_restatements(passage, found)
    drafts = read_segment(passage, a, b, stated)
    for draft in drafts:
        draft.money = restated.get(draft.money.start, draft.money)
    drafts = [share for d in pair(passage, drafts) for share in expand(passage, d)]
    reach_over(passage.text, drafts)
    return drafts


def _reason(passage: Passage, draft: Draft, sentence: _Sentence) -> str | None:
    """Why the amount is no fact, or None."""
    head = passage.text[draft.head[0] : draft.head[1]]
    if sentence.infected and ("其中" in head or "包括" in head) and not (draft.action and is_cost(sentence.infected)):
        return sentence.infected.reason
    if is_headline_repeat(passage, draft):
        return "headline repeats an amount"
    return judge(passage.text, draft)


def _referent(passage: Passage, draft: Draft, sentence: _Sentence, notes: Notes) -> str | None:
    """310亿元里，…; 支出中，教育…: an amount named before is only pointed at; what follows is part of it."""
    draft.marker = "" if draft.marker == "part" and is_apart(passage, draft) else draft.marker
    if known := repeated(passage, draft, notes):
        sentence.previous, sentence.pointed, sentence.new = known, True, False
        return "repeats an amount"
    whole, inside = bracketed(passage, draft, notes)
    known = pointed_at(passage, draft, notes)
    if known or (whole and inside and draft.gap <= whole.money.end):
        sentence.previous, sentence.new, draft.marker = known or whole, False, draft.marker or "part"
    elif whole and not inside:
        sentence.previous, whole.closed = whole, True
    elif is_unfolded(passage, draft, sentence.previous) or sentence.pointed:
        draft.marker = draft.marker or "part"
    sentence.pointed = False
    return None


def _tie(passage: Passage, draft: Draft, sentence: _Sentence, notes: Notes) -> None:
    """Link the draft to its whole, and let it take over what the sentence, the list or the notice gives."""
    if draft.marker == "part" and sentence.aside and (sentence.previous is None or sentence.previous.segment != draft.segment):
        draft.marker = ""  # 支出需求9.5亿元，其中…: part of what is no fact, and of nothing before that
    link(draft, sentence.previous, notes, new_sentence=sentence.new)
    carry(passage, draft, sentence.previous, notes, new_sentence=sentence.new)
    take_opening(draft, notes)
    if draft.parent is None and draft.date is None:
        listed = notes.listed_date if draft.level else None
        draft.date = notes.heading or listed or fallback_date(passage, draft) or running_period(passage, draft)


def _note(passage: Passage, draft: Draft, notes: Notes) -> None:
    draft.intro = opens_list(passage)
    if draft.intro and draft.parent is None:
        notes.opening = draft
    notes.last = draft
    notes.kept.append(draft)
    if draft.parent is None:
        notes.top.append(draft)
