"""Times of day, and what lies so many days, months or hours from a date told before."""

from __future__ import annotations

from datetime import date, timedelta

from kg.annotate.dates import calendar
from kg.annotate.dates.context import EARLIER, PUBLICATION, Context, Reading, Running, Unresolved, moment
from kg.annotate.dates.parts import Base, Moment, Parts
from kg.annotate.dates.words import AFTERNOON, EARLY, EVENING, NIGHT

__all__ = ["clock_only", "offset", "with_clock"]

_EVENING_HOUR = 18
_MORNING_HOUR = 6


def offset(parts: Parts, context: Context) -> Reading | Unresolved:
    """`两天后` counts from the date last told, `两年前` from the day of writing."""
    count, unit = parts.offset or (0.0, "日")
    running = context.running or Running()
    if count < 0:
        if context.reference is None:
            return Unresolved("no publication date")
        base, basis = Running(context.reference.year, context.reference.month, context.reference.day), PUBLICATION
    else:
        base, basis = running, EARLIER
    if base.year is None:
        return Unresolved("no date told before")
    if unit in "年月":
        return _months_on(parts, Moment(base.year, base.month), count * (12 if unit == "年" else 1), basis)
    day = base.date()
    if day is None:
        return Unresolved("no day told before")
    if unit in ("小时", "分钟"):
        return _clock_offset(base, day, count, unit)
    return Reading(moment(day + timedelta(days=int(count * (7 if unit in ("周", "星期", "礼拜") else 1)))), None, basis)


def _months_on(parts: Parts, base: Moment, months: float, basis: str) -> Reading | Unresolved:
    """两年后, 三年后的6月, 半年后; whole years from a year, or back from now, are years."""
    whole_years = months % 12 == 0
    if whole_years and parts.month is not None and parts.month.base is Base.STATED:
        return Reading(Moment(base.year + int(months) // 12, parts.month.n), None, basis)
    if whole_years and (months < 0 or base.month is None):
        return Reading(Moment(base.year + int(months) // 12), None, basis)
    if base.month is None or months != int(months):
        return Unresolved("no month told before")
    year, month = calendar.month_shift(base.year, base.month, int(months))
    return Reading(Moment(year, month), None, basis)


def _clock_offset(base: Running, day: date, count: float, unit: str) -> Reading | Unresolved:
    if base.hour is None or (base.minute is None and (unit == "分钟" or count != int(count))):
        return Unresolved("no time of day told before")
    minutes = base.hour * 60 + (base.minute or 0) + round(count * (60 if unit == "小时" else 1))
    day += timedelta(days=minutes // 1440)
    minute = None if base.minute is None else minutes % 60
    return Reading(Moment(day.year, day.month, day.day, minutes // 60 % 24, minute), None, EARLIER)


def clock_only(parts: Parts, context: Context) -> Reading | Unresolved:
    """`23点59分`, `下午`: of the day last told; past midnight the day advances."""
    running = context.running or Running()
    day = running.date()
    if day is None:
        return Unresolved("no day told before")
    if parts.part is None and parts.hour is not None and running.hour is not None:
        parts.part = _goes_on(parts.hour, running)
    early = parts.part in EARLY or (parts.part is None and parts.hour is not None and parts.hour <= _MORNING_HOUR)
    before = running.hour is not None and running.hour >= (_EVENING_HOUR if not context.within else 0)
    past = context.within and parts.hour is not None and running.hour is not None and _hour(parts) < running.hour
    if (early and before and not context.within) or past:
        day += timedelta(days=1)
    return Reading(moment(day), None, EARLIER)


def _goes_on(hour: int, running: Running) -> str | None:
    """The part of the day in whose hours the clock goes on: 下午3时召开，5时结束; 上午9时召开，2时结束."""
    told = running.hour or 0
    if running.part == "上午":
        return "下午" if told > _MORNING_HOUR and 1 <= hour <= _MORNING_HOUR else None
    if running.part not in AFTERNOON or not 1 <= hour < 12:
        return None
    return running.part if hour + 12 >= (min(told, _EVENING_HOUR) if running.minute is None else told) else None


def _hour(parts: Parts) -> int:
    """The hour in 0..24 with its part of day: 下午3时 → 15, 晚12时 → 24."""
    hour = parts.hour or 0
    if parts.part in AFTERNOON and 1 <= hour < 12 and not (parts.part in NIGHT and hour < _MORNING_HOUR):
        return hour + 12
    if parts.part in EVENING and hour == 12:
        return 24
    return hour + 12 if parts.part == "中午" and hour in (1, 2) else hour


def with_clock(parts: Parts, found: Reading, context: Context) -> Reading | Unresolved:
    start, hour, minute = found.start, _hour(parts), parts.minute
    if start.month is None or start.day is None:
        return Unresolved("no day told before")
    if hour > 24 or (minute or 0) > 59:
        return Unresolved("no such time of day")
    day = date(start.year, start.month, start.day) + timedelta(days=hour // 24)
    return Reading(Moment(day.year, day.month, day.day, hour % 24, minute), None, found.basis)
