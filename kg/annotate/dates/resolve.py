"""From what an expression says to a date: `Parts` and a `Context` to a `Reading`.

What is missing comes, in this order of trust, from the expression, from the date last told near by,
from the day of writing, from the year of the article, from any date told before.
What names a month or a day is in `months`, what names a year in `years`; the other kinds of dates are here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from kg.annotate.dates import calendar
from kg.annotate.dates.clock import clock_only, offset, with_clock
from kg.annotate.dates.context import STATED, Context, Reading, Running, Unresolved, moment
from kg.annotate.dates.feasts import FESTIVALS, Festival
from kg.annotate.dates.months import day_of, month_of, month_or_year_edge, quarter, quarter_from_now
from kg.annotate.dates.parts import Edge, Moment, Parts
from kg.annotate.dates.words import AFTERNOON
from kg.annotate.dates.years import feast_year, year_of, year_only

__all__ = ["resolve", "resolve_pair"]


def resolve(parts: Parts, context: Context) -> Reading | Unresolved:
    """One side of an expression; the clock, if any, is applied last."""
    found = _shifted(_calendar(parts, context), parts.shift)
    if isinstance(found, Unresolved) or parts.hour is None or found.end is not None:
        return found
    return with_clock(parts, found, context)


def _shifted(found: Reading | Unresolved, days: int) -> Reading | Unresolved:
    """除夕前一天, 重阳节次日: so many days from the day named."""
    if isinstance(found, Unresolved) or not days or found.start.month is None or found.start.day is None:
        return found
    day = date(found.start.year, found.start.month, found.start.day) + timedelta(days=days)
    return Reading(moment(day), None, found.basis)


def resolve_pair(left: Parts, right: Parts, context: Context) -> Reading | Unresolved:
    """An interval: the far end inherits what it does not say from the near end."""
    near = resolve(_shared(left, right), context)
    if isinstance(near, Unresolved):
        return near
    start = near.start
    running = Running(start.year, start.month, start.day, start.hour, start.minute, local=True)
    far = resolve(right, replace(context, running=running, within=True))
    if isinstance(far, Unresolved):
        return far
    end = far.end or far.start
    uneven = (start.month is None) != (end.month is None) or (start.day is None) != (end.day is None)
    if uneven and not context.mixed:
        start, end = _same_precision(start, end)
    return Reading(start, end, near.basis) if start.iso() <= end.iso() else Unresolved("interval ends before it begins")


def _shared(left: Parts, right: Parts) -> Parts:
    """`1至7月2023年` does not occur, but `下午2时至4时` does: the near end's part of day holds for both."""
    if right.hour is not None and right.part is None and not right.has_day() and left.part in AFTERNOON:
        right.part = left.part
    if right.lunar is not None and not right.lunar[0]:
        right.lunar = (left.lunar[0] if left.lunar else 1, right.lunar[1], False)
    return left


def _same_precision(start: Moment, end: Moment) -> tuple[Moment, Moment]:
    """Both ends to the coarser precision."""
    if start.month is None or end.month is None:
        return Moment(start.year), Moment(end.year)
    return Moment(start.year, start.month), Moment(end.year, end.month)


def _calendar(parts: Parts, context: Context) -> Reading | Unresolved:
    """By the first kind of date that the expression holds, in the order of the table."""
    return next(read for holds, read in _READERS if holds(parts))(parts, context)


def _reference_day(_: Parts, context: Context) -> Reading | Unresolved:
    if context.reference is None:
        return Unresolved("no publication date")
    return Reading(moment(context.reference), None, context.reference_basis)


def _plan(parts: Parts, _: Context) -> Reading | Unresolved:
    years = calendar.plan_years(parts.plan or 0)
    if years is None:
        return Unresolved("no such plan")
    if parts.edge is Edge.END:
        return Reading(Moment(years[1], 12, 31), None, STATED)
    if parts.edge is Edge.BEGIN:
        return Reading(Moment(years[0]), None, STATED)
    first, last = years
    if parts.years:
        first, last = (first, first + parts.years - 1) if parts.years > 0 else (last + parts.years + 1, last)
    return Reading(Moment(first), Moment(last), STATED)


def _week(parts: Parts, context: Context) -> Reading | Unresolved:
    if context.reference is None:
        return Unresolved("no publication date")
    if parts.weekday is None:
        days = [calendar.week_day(context.reference, parts.week or 0, n) for n in (0, 6)]
        return Reading(moment(days[0]), moment(days[1]), context.reference_basis)
    day = calendar.week_day(context.reference, parts.week or 0, parts.weekday)
    if parts.week is None and day > context.reference and not context.forward:
        day -= timedelta(days=7)
    end = moment(day + timedelta(days=1)) if parts.weekend else None
    return Reading(moment(day), end, context.reference_basis)


def _feast(parts: Parts, context: Context) -> Reading | Unresolved:
    if parts.festival:
        feast = FESTIVALS[parts.festival]
    else:
        month, day, _ = parts.lunar or (1, 1, False)
        feast = Festival(month, day, lunar=True)
    found = year_of(parts.year, context)
    if isinstance(found, Unresolved):
        return found
    if found is None:
        found = feast_year(feast, context)
    if found is None:
        return Unresolved("no year")
    year, basis = found
    late_moon = feast.month > 10 and parts.year is not None
    moon = parts.lunar if parts.lunar is not None and (late_moon or parts.lunar[2]) else None
    hit = calendar.lunar_day(year, *moon) if moon else calendar.festival_day(feast, year)
    if hit is None:
        return Unresolved("no such day in the lunar calendar")
    return Reading(moment(hit), None, basis)


_READERS: tuple[tuple[Callable[[Parts], bool], Callable[[Parts, Context], Reading | Unresolved]], ...] = (
    (lambda parts: parts.now, _reference_day),
    (lambda parts: parts.plan is not None, _plan),
    (lambda parts: parts.offset is not None, offset),
    (lambda parts: parts.quarter is not None, quarter_from_now),
    (
        lambda parts: (
            parts.week is not None or (parts.month is None and parts.weekday is not None and parts.day is None)
        ),
        _week,
    ),
    (lambda parts: parts.festival is not None or parts.lunar is not None, _feast),
    (lambda parts: parts.day is not None, day_of),
    (lambda parts: parts.month is not None, month_of),
    (lambda parts: parts.months is not None, quarter),
    (lambda parts: parts.xun is not None or (parts.edge is not None and parts.year is None), month_or_year_edge),
    (lambda parts: parts.year is not None, year_only),
    (lambda parts: True, clock_only),
)
