"""The component: fills `passage.dates` and keeps the running date of the article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kg.annotate.dates.calendar import FESTIVALS
from kg.annotate.dates.context import Context, Reading, Running, Unresolved
from kg.annotate.dates.filters import not_a_date
from kg.annotate.dates.grammar import expressions
from kg.annotate.dates.layout import Layout, layout
from kg.annotate.dates.parts import Base, Expression, Moment, Parts, Suffix
from kg.annotate.dates.resolve import resolve, resolve_pair
from kg.annotate.dates.words import any_of
from kg.annotate.passage import DateMention, Passage, State

__all__ = ["Memory", "annotate_dates"]

_AHEAD = any_of(
    "拟 计划 要在 须 应于 应当于 务必 确保 力争 争取 预计 定于 截止时间 有望 届时 即将 请于 请在 必须 限期 期限 要求"
)
_FORWARD = re.compile(rf"将[于在]|将$|{_AHEAD}")
_WILL_DO = any_of(
    "于 在 召开 举行 举办 启动 开展 实施 施行 正式 全面 继续 会同 对 组织 安排 建成 完成 投 上线 公布 出台 开"
)
_WILL = re.compile(rf"^[^，。；]{{0,16}}即?将(?=[^，。；]{{0,3}}(?:{_WILL_DO}))")
_REPORTED_WITHIN = 7
_LATE = frozenset({"晚上", "晚间", "晚", "深夜", "夜里", "夜", "夜间", "午夜", "半夜", "傍晚"})


@dataclass(slots=True)
class Memory:
    """The component's notes on one article, in `state.memory["dates"]`."""

    layout: Layout
    context: Context
    running: Running = field(default_factory=Running)


def annotate_dates(passage: Passage) -> None:
    """Fills `passage.dates` with the expressions that situate something, in reading order; sets `state.date`.

    What cannot be resolved is there too, with `value` None and a reason; what situates nothing
    (document numbers, budget years, comparisons …) is not.
    """
    state = passage.state
    memory = _memory(state)
    text = passage.text
    kind = memory.layout.kind_of(passage.start)
    if passage.start == memory.layout.speech_start:
        memory.context = replace(memory.context, reference=_day_of_speech(memory))
    memory.running = replace(memory.running, local=memory.running.heading)
    if kind == "skip":
        return
    for start, end in passage.segments:
        for found in expressions(text, start, end):
            _take(passage, memory, found, kind)
    if memory.running.year is not None:
        state.date = _iso_date(memory.running)


def _day_of_speech(memory: Memory) -> date | None:
    """The day of the press conference that a transcript reports: the day last told, if shortly before publication."""
    told, published = memory.running.date(), memory.context.reference
    if told is None or (published is not None and not 0 <= (published - told).days <= _REPORTED_WITHIN):
        return published
    return told


def _memory(state: State) -> Memory:
    known = state.memory.get("dates")
    if isinstance(known, Memory):
        return known
    plan = layout(state.article.text, state.published)
    reference = date.fromisoformat(plan.reference) if plan.reference else None
    context = Context(reference, plan.reference_basis, plan.year, plan.year_basis)
    memory = Memory(plan, context)
    state.memory["dates"] = memory
    return memory


def _iso_date(running: Running) -> str:
    return Moment(running.year or 0, running.month, running.day if running.month else None).iso()


def _take(passage: Passage, memory: Memory, found: Expression, kind: str) -> None:
    """Judges, resolves and records one expression."""
    text = passage.text
    reason = not_a_date(text, found, passage.start, passage.end)
    if reason == "dateline":
        _run(memory, found, _read(text, passage, memory, found))
    if reason is not None:
        return
    reading = _read(text, passage, memory, found)
    if kind == "heading":
        memory.running.heading = True
    _run(memory, found, reading)
    if kind == "heading":
        memory.running.local = memory.running.heading = True
    passage.dates.append(_mention(text, found, reading, memory))


def _read(text: str, passage: Passage, memory: Memory, found: Expression) -> Reading | Unresolved:
    start, end = passage.segment_of(found.start)
    deadline = found.suffix is Suffix.BEFORE
    ahead = bool(_WILL.search(text, found.end, min(end, found.end + 20)))
    forward = (
        deadline
        or ahead
        or bool(
            _FORWARD.search(text[max(start, found.start - 12) : found.start])
            or _FORWARD.search(text, found.end, min(end, found.end + 20))
        )
    )
    running = memory.running
    if found.suffix in (Suffix.AS_OF, Suffix.BEFORE, Suffix.SINCE) and not running.heading and memory.context.reference:
        running = replace(running, local=False)
    context = replace(memory.context, running=running, forward=forward, deadline=deadline)
    parts = found.left
    if parts.only_clock() and found.right is not None and not running.local:
        return Unresolved("no day told near by")
    if found.gloss is not None and found.gloss.month is not None and found.gloss.has_day():
        parts = _finer(found.gloss, parts)
    reading = resolve(parts, context) if found.right is None else resolve_pair(parts, found.right, context)
    return _extended(reading, found, context)


def _finer(gloss: Parts, parts: Parts) -> Parts:
    """`中秋节（9月21日）`: the civil date counts, with the year and the clock of the other."""
    return replace(gloss, year=gloss.year or parts.year, part=parts.part, hour=parts.hour, minute=parts.minute)


def _extended(reading: Reading | Unresolved, found: Expression, context: Context) -> Reading | Unresolved:
    """`7月31日以来` runs to the day of writing; `春节期间` over the holiday."""
    if isinstance(reading, Unresolved):
        return reading
    if found.suffix is Suffix.SINCE:
        return _until_now(reading, found, context)
    if found.suffix in (Suffix.BEFORE, Suffix.AS_OF) and reading.end is not None:
        return Reading(reading.end, None, reading.basis)
    if found.suffix is Suffix.DURING and found.left.festival:
        return _holiday(reading, found.left.festival)
    return reading


def _until_now(reading: Reading, found: Expression, context: Context) -> Reading | Unresolved:
    if context.reference is None:
        return Unresolved("no publication date to close the interval")
    now = context.reference
    start = reading.start
    this_year = found.left.year is not None and found.left.year.base is Base.DEICTIC and found.left.only_year()
    if this_year:
        start = Moment(start.year, 1, 1)
    end = Moment(now.year, None if start.month is None else now.month, None if start.day is None else now.day)
    start = Moment(start.year, start.month, start.day)
    if start.iso() > end.iso():
        return Unresolved("begins after the publication date")
    return Reading(start, end, reading.basis)


def _holiday(reading: Reading, name: str) -> Reading:
    """The public holiday that begins with a feast."""
    start = reading.start
    if start.month is None or start.day is None:
        return reading
    last = date(start.year, start.month, start.day) + timedelta(days=FESTIVALS[name].days - 1)
    return Reading(start, Moment(last.year, last.month, last.day), reading.basis)


def _run(memory: Memory, found: Expression, reading: Reading | Unresolved) -> None:
    """Moves the running date; deadlines, as-of dates and 以来 tell no new day."""
    if isinstance(reading, Unresolved) or found.left.plan is not None:
        return
    if found.suffix in (Suffix.AS_OF, Suffix.BEFORE, Suffix.SINCE) or found.left.now:
        return
    at = reading.end or reading.start
    old, told = memory.running, memory.running.told
    hour = at.hour
    if hour is None and found.left.part in _LATE:
        hour = 20
    month, day, year = at.month, at.day, at.year
    if reading.end is not None and hour is None:
        day = None
    if month is not None and day is not None:
        told = date(year, month, day)
    if found.left.lunar is not None and found.left.year is not None and found.left.lunar[0] > 10 and month in (1, 2):
        year, month, day = year - 1, None, None  # 同年腊月二十八 is told of the lunar year
    memory.running = Running(year, month, day, hour, at.minute, local=True, heading=old.heading, told=told)


def _mention(text: str, found: Expression, reading: Reading | Unresolved, memory: Memory) -> DateMention:
    words = text[found.start : found.end]
    if isinstance(reading, Unresolved):
        return DateMention(found.start, found.end, words, None, "", "", reading.reason)
    basis = reading.basis
    if found.gloss is not None and basis == memory.context.year_basis and memory.context.year_basis:
        basis = memory.context.year_basis
    return DateMention(found.start, found.end, words, reading.iso(), reading.granularity, basis)
