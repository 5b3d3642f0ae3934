"""From months and days that an expression names to a date: 3月, 3月下旬, 3月5日, 第二天, 一季度, 月底.

What it leaves out (the year, the month of a bare day) comes from `kg.annotate.dates.years`.
"""

from __future__ import annotations

from datetime import date, timedelta

from kg.annotate.dates import calendar
from kg.annotate.dates.context import EARLIER, Context, Reading, Running, Unresolved, civil_day, moment
from kg.annotate.dates.parts import Base, Edge, Moment, Parts
from kg.annotate.dates.years import month_of_day, nearest_year, year_at_hand, year_edge, year_of

__all__ = ["day_of", "month_of", "month_or_year_edge", "quarter", "quarter_from_now"]


def month_of(parts: Parts, context: Context) -> Reading | Unresolved:
    """A month, or what of it the expression names."""
    found = _month(parts, context)
    if isinstance(found, Unresolved):
        return found
    return _month_part(parts, *found)


def _month(parts: Parts, context: Context) -> tuple[int, int, str] | Unresolved:
    """Year and month of an expression that names a month."""
    ref = parts.month
    assert ref is not None
    year = year_of(parts.year, context)
    if isinstance(year, Unresolved):
        return year
    if ref.base is Base.STATED:
        if not 1 <= ref.n <= 12:
            return Unresolved("no such month")
        day = parts.day.n if parts.day is not None and parts.day.base is Base.STATED else 0
        if year is None:
            year = nearest_year(ref.n, day, context)
        return Unresolved("no year") if year is None else (year[0], ref.n, year[1])
    if ref.base is Base.DEICTIC:
        if context.reference is None:
            return Unresolved("no publication date")
        return (*calendar.month_shift(context.reference.year, context.reference.month, ref.n), context.reference_basis)
    running = context.running or Running()
    if running.year is None or running.month is None:
        return Unresolved("no month told before")
    return (*calendar.month_shift(running.year, running.month, ref.n), EARLIER)


def _month_part(parts: Parts, year: int, month: int, basis: str) -> Reading:
    """A month, its 旬, its first or last days."""
    last = calendar.month_end(year, month)
    if parts.xun is not None:
        first, end = parts.xun
        return Reading(Moment(year, month, 1 + 10 * first), Moment(year, month, (10, 20, last)[end]), basis)
    if parts.ordinal is not None and parts.weekday is not None:
        return Reading(moment(calendar.nth_weekday(year, month, parts.weekday, parts.ordinal)), None, basis)
    if parts.edge is Edge.END:
        return Reading(Moment(year, month, last), None, basis)
    return Reading(Moment(year, month), None, basis)


def day_of(parts: Parts, context: Context) -> Reading | Unresolved:
    """A day: of a month, from the day of writing (昨日), or from the day told before (第二天)."""
    ref = parts.day
    assert ref is not None
    if ref.base is Base.DEICTIC and (context.reference is not None or parts.said is None):
        if context.reference is None:
            return Unresolved("no publication date")
        return Reading(moment(_said(parts.said, context.reference + timedelta(days=ref.n))), None, context.reference_basis)
    if ref.base is Base.ANAPHOR:
        told = (context.running or Running()).date()
        if told is None:
            return Unresolved("no day told before")
        return Reading(moment(told + timedelta(days=ref.n)), None, EARLIER)
    n = parts.said or ref.n
    found = _month(parts, context) if parts.month is not None else month_of_day(n, context)
    if isinstance(found, Unresolved):
        return found
    year, month, basis = found
    day = civil_day(year, month, n)
    return Unresolved("no such day") if day is None else Reading(moment(day), None, basis)


def _said(number: int | None, day: date) -> date:
    """The day nearest to `day` that brackets say it is: 今（19）日 in a paper of the 20th; `day` itself where none is within days."""
    near = [day + timedelta(days=n) for n in (0, -1, 1, -2, 2, -3, 3)]
    return next((one for one in near if one.day == number), day)


def quarter(parts: Parts, context: Context) -> Reading | Unresolved:
    """一季度, 上半年, 前10个月: some months of a year."""
    first, last = parts.months or (1, 12)
    found = _year_at_hand(parts, context, last if context.forward else first)
    if isinstance(found, Unresolved):
        return found
    year, basis = found
    if parts.edge is not None:
        month = last if parts.edge is Edge.END else first
        return _month_part(parts, year, month, basis)
    return Reading(Moment(year, first), Moment(year, last), basis)


def _year_at_hand(parts: Parts, context: Context, month: int) -> tuple[int, str] | Unresolved:
    found = year_of(parts.year, context)
    if found is None:
        found = nearest_year(month, 1, context)
    return Unresolved("no year") if found is None else found


def quarter_from_now(parts: Parts, context: Context) -> Reading | Unresolved:
    """本季度, 上个季度: counted from the day of writing."""
    if context.reference is None:
        return Unresolved("no publication date")
    first = (context.reference.month - 1) // 3 * 3 + 1
    year, month = calendar.month_shift(context.reference.year, first, 3 * (parts.quarter or 0))
    if parts.edge is not None:
        return _month_part(parts, year, month + 2 * (parts.edge is Edge.END), context.reference_basis)
    return Reading(Moment(year, month), Moment(year, month + 2), context.reference_basis)


def month_or_year_edge(parts: Parts, context: Context) -> Reading | Unresolved:
    """`下旬`, `月底` of the month last told or of writing; `年初`, `年底` of the year at hand."""
    running = context.running or Running()
    if parts.xun is not None:
        if running.year is not None and running.month is not None and running.local:
            return _month_part(parts, running.year, running.month, EARLIER)
        if context.reference is None:
            return Unresolved("no month told before")
        return _month_part(parts, context.reference.year, context.reference.month, context.reference_basis)
    found = year_at_hand(parts.edge is Edge.END, context)
    return found if isinstance(found, Unresolved) else year_edge(parts, *found)
