"""The component: fills `passage.dates` and keeps the running date of the article."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from kg.annotate.dates.ahead import heard_of
from kg.annotate.dates.context import Context, Reading, Running, Unresolved
from kg.annotate.dates.filters import not_a_date
from kg.annotate.dates.grammar import expressions
from kg.annotate.dates.layout import layout
from kg.annotate.dates.narrative import Narrative
from kg.annotate.dates.parts import Base, Expression, Moment
from kg.annotate.fold import fold
from kg.annotate.passage import DateMention, Passage, State

__all__ = ["annotate_dates"]

_TELLS_THE_YEAR = {
    "vague": (Base.STATED,),
    "glossed by a finer date": (Base.STATED, Base.DEICTIC),
    "within a finer date": (Base.STATED, Base.DEICTIC),
}
"""Why an expression is set aside that still says of which year the text goes on to tell: `2011年春节刚过，正月初九`."""


def annotate_dates(passage: Passage) -> None:
    """Fills `passage.dates` with the expressions that situate something, in reading order; sets `state.date`.

    What cannot be resolved is there too, with `value` None and a reason; what situates nothing
    (document numbers, budget years, comparisons …) is not.
    """
    state = passage.state
    narrative = _narrative(state)
    if passage.start == narrative.layout.speech_start:
        narrative.begin_speech()
    narrative.begin_paragraph()
    kind = narrative.layout.kind_of(passage.start)
    if kind == "skip":
        return
    for start, end in passage.segments:
        narrative.begin_segment(passage.text, start)
        for found in expressions(passage.text, start, end):
            _take(passage, narrative, found, kind, (start, end))
    _leave_aside(narrative)
    running = narrative.running
    if running.year is not None:
        state.date = Moment(running.year, running.month, running.day if running.month else None).iso()


def _narrative(state: State) -> Narrative:
    """The component's notes on the article, in `state.memory["dates"]`."""
    known = state.memory.get("dates")
    if isinstance(known, Narrative):
        return known
    plan = layout(state.article.text, state.published)
    if plan.year is None and state.article.pieces:
        # Articles of one page are of one time: what the page tells of the year holds for each.
        page = layout(fold(state.document.text), state.published)
        plan = replace(plan, year=page.year, year_basis=page.year_basis)
    reference = date.fromisoformat(plan.reference) if plan.reference else None
    running = Running(plan.chronicle, local=True, heading=plan.chronicle is not None)
    narrative = Narrative(plan, Context(reference, plan.reference_basis, plan.year, plan.year_basis), running)
    state.memory["dates"] = narrative
    return narrative


def _take(passage: Passage, narrative: Narrative, found: Expression, kind: str, segment: tuple[int, int]) -> None:
    """Judges, resolves and records one expression."""
    text = passage.text
    _leave_aside(narrative, found.start)
    reason = not_a_date(text, found, passage.start, passage.end)
    tells_year = found.left.year is not None and found.left.year.base in _TELLS_THE_YEAR.get(reason or "", ())
    if reason not in (None, "dateline") and not tells_year:
        narrative.pass_over(found)
        return
    if narrative.aside is None and (closing := _closing(text, found, segment)) >= 0:
        narrative.aside = closing, replace(narrative.running)
    reading = narrative.read(text, found, *segment)
    if kind == "heading":
        narrative.running.heading = True
    if not heard_of(text, found, segment) or narrative.running.told is None:
        narrative.tell(found, reading, segment)
        narrative.running.opens = found.start - passage.start <= _OPENING
    if reason == "dateline":
        narrative.begin_dateline(reading)
    if reason is None:
        _record(passage, _mention(text, found, reading))


_OPENING = 2
"""Characters of a bullet or blank before the date that a paragraph opens with."""
_ASIDE = re.compile("（[^（）]*$")
_MORE = 6
"""How much more than the date an aside holds: 那年（2011年） is a gloss."""


def _closing(text: str, found: Expression, segment: tuple[int, int]) -> int:
    """王某（去年9月受聘为会计）说，…7月1日: where the brackets end that tell something on the way; -1 where it stands in none."""
    opening = _ASIDE.search(text, segment[0], found.start)
    end = text.find("）", found.end, segment[1]) if opening and opening.start() > segment[0] else -1
    return end if opening and end - opening.start() > found.end - found.start + _MORE else -1


def _leave_aside(narrative: Narrative, at: int | None = None) -> None:
    """Behind the brackets (all are behind them, where no place is given) the text goes on from where it was before."""
    if narrative.aside and (at is None or at > narrative.aside[0]):
        narrative.running, narrative.aside = narrative.aside[1], None


def _record(passage: Passage, mention: DateMention) -> None:
    """Adds a mention, unless it repeats the one before: 5月12日地震发生当晚 is one, 正月初八，节后上班头一天， too."""
    text, last = passage.text, passage.dates[-1] if passage.dates else None
    if last is not None and mention.start < last.end:
        return  # 0日前|日: what is left of it is no date
    if last is not None and last.value and mention.value and last.value[:10] == mention.value[:10]:
        if mention.start == last.end and last.granularity == "day":
            passage.dates[-1] = replace(
                mention, start=last.start, text=text[last.start : mention.end], basis=last.basis
            )
            return
        apposed = text[last.end : mention.start] in ("，", ",") and text[mention.end : mention.end + 1] in ("，", ",")
        if apposed and last.value == mention.value:
            return
    passage.dates.append(mention)


def _mention(text: str, found: Expression, reading: Reading | Unresolved) -> DateMention:
    words = text[found.start : found.end]
    if isinstance(reading, Unresolved):
        return DateMention(found.start, found.end, words, None, "", "", reading.reason)
    return DateMention(found.start, found.end, words, reading.iso(), reading.granularity, reading.basis)
