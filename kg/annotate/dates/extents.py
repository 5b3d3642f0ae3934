"""How far a date reaches by what stands beside it: 7月31日以来, 截至8月末, 春节期间."""

from __future__ import annotations

from datetime import date, timedelta

from kg.annotate.dates.context import Context, Reading, Running, Unresolved
from kg.annotate.dates.feasts import FESTIVALS
from kg.annotate.dates.parts import Base, Expression, Moment, Suffix

__all__ = ["extended"]


def extended(reading: Reading | Unresolved, found: Expression, context: Context) -> Reading | Unresolved:
    """`7月31日以来` runs to the day of writing; `春节期间` over the holiday."""
    if isinstance(reading, Unresolved):
        return reading
    if found.suffix is Suffix.SINCE:
        return _until_now(reading, found, context)
    if found.suffix in (Suffix.BEFORE, Suffix.AS_OF) and reading.end is not None:
        return Reading(reading.end, None, reading.basis)
    days_off = found.suffix is Suffix.DURING or (found.left.holiday and found.suffix is Suffix.NONE)
    if days_off and found.left.festival and not found.left.shift:
        return _holiday(reading, found.left.festival)
    return reading


def _until_now(reading: Reading, found: Expression, context: Context) -> Reading | Unresolved:
    """From the moment read to the day of writing.

    今年以来 and 7月以来 run from the first day; a stated month or year (2016年以来) stays one, and so does what is coarse.
    """
    now = context.reference or (context.running or Running()).lead
    if now is None:
        return Unresolved("no publication date to close the interval")
    start = reading.start
    start = Moment(start.year, start.month, start.day)
    stated_month = found.left.months is not None or (
        found.left.year is not None and found.left.year.base is Base.STATED
    )
    if not found.coarse and not stated_month:
        start = Moment(start.year, start.month or 1, start.day or 1)
    end = Moment(now.year, None if start.month is None else now.month, None if start.day is None else now.day)
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
