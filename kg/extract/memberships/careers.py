"""Holders of titles in a CV or a table: dated steps (1990.07—1996.03　财政局科员), titles between commas, in brackets (张三（财政部部长）)."""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.memberships.discourse import set_subject
from kg.extract.memberships.emit import Statement, emit
from kg.extract.memberships.holders import Named, person_at
from kg.extract.memberships.linked import YM, Chain
from kg.extract.memberships.subjects import persons_before
from kg.extract.memberships.units import Stack
from kg.model import Status

__all__ = ["in_brackets", "of_the_cv"]

_SPAN_LINE = re.compile(
    rf"[ ●·•◆■]*{YM}(?:(?: ?[—\-－至~～起]{{1,2}} ?)(?P<until>{YM}|至今|今)?)?[ ，,：:起后]*"
    r"(?:在|担任|历任|先后任|任|当选(?:为)?|调任|出任|兼任?)?"
)


def in_brackets(passage: Passage, stack: Stack) -> Chain | None:
    """张三（财政部部长）; a line of a table, 张三　财政部部长; a line of a CV, 1990.07—1996.03　财政局科员."""
    text = passage.text
    before = text[stack.start - 1 : stack.start]
    if before == "（" and text.startswith("）", stack.end):
        persons = persons_before(passage, passage.segment_of(stack.start)[0], stack.start - 1, listed=True)
        emit(passage, persons[-1:], stack.units, Statement("current", "membership.bracket"))
        return None
    span = _dated(text, passage.segment_of(stack.start)[0], stack.start)
    subject = passage.state.memory.get("cv_subject") or passage.state.memory.get("subject")
    if span and isinstance(subject, Named):
        return _career_line(passage, stack, span, subject)
    if before == " " and not text[stack.end : passage.end].strip(" （）"):
        named = person_at(passage, passage.start, place="table")
        if named and not text[named.end : stack.start].strip():
            emit(passage, [named], stack.units, Statement("current", "membership.table"))
    return None


def _career_line(passage: Passage, stack: Stack, span: re.Match[str], subject: Named) -> Chain:
    status: Status = "current" if span["until"] in (None, "今", "至今") else "former"
    date = next((d.value for d in passage.dates if span.start() <= d.start < span.end() and d.value), None)
    since, _, until = (date or "").partition("/")
    said = Statement(
        status, "membership.cv_line", since=since or None, until=until or None, open_career=span["until"] is None
    )
    emit(passage, [subject], stack.units, said)
    set_subject(passage, subject)
    return Chain((subject,), said, stack.end)


_CLOSED = re.compile(r"（|[，。；]|$")
_SERVED_BEFORE = re.compile("(?:历任|曾任|先后任|先后担任|曾先后任)(?!.*现任)")


def of_the_cv(passage: Passage, stack: Stack) -> Chain | None:
    """程立民，男，1975年生，大学，水利局副局长，拟任…: a title between commas of a CV's own line is its person's."""
    text, subject = passage.text, passage.state.memory.get("cv_subject")
    alone = text[stack.start - 1] in "，。" and _CLOSED.match(text, stack.end, passage.end)
    if not (isinstance(subject, Named) and passage.start <= subject.start < stack.start and alone):
        return None
    low = passage.segment_of(stack.start)[0]
    said = Statement("former" if _SERVED_BEFORE.search(text, low, stack.start) else "current", "membership.cv_title")
    emit(passage, [subject], stack.units, said)
    return Chain((subject,), said, stack.end)


def _dated(text: str, low: int, start: int) -> re.Match[str] | None:
    """The dates that open the segment and lead up to the title (1998年6月，任…; 1990.07—1996.03 …)."""
    span = _SPAN_LINE.match(text, low, start)
    return span if span and span.end() == start else None
