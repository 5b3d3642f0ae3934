"""Calendar knowledge: lunar dates, solar terms, festivals, plan periods, the ends of months and weeks.

Pure functions of the Gregorian proleptic calendar; lunar dates are known for 1900–2100.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from kg.annotate.dates.feasts import EARLY_TERMS, LATE_TERMS, Festival
from kg.annotate.dates.lunar_table import FIRST_YEAR, LUNAR_YEARS

__all__ = [
    "festival_day",
    "lunar_day",
    "lunar_years_of",
    "month_end",
    "month_shift",
    "nth_weekday",
    "plan_years",
    "week_day",
]

_FIRST_PLAN_WITH_FIVE_YEAR_GRID = 3
_LEAP_FACTOR = 0.2422


def month_end(year: int, month: int) -> int:
    """The last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def month_shift(year: int, month: int, months: int) -> tuple[int, int]:
    """The month that lies `months` after (before, if negative) the given one."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def week_day(reference: date, weeks: int, weekday: int) -> date:
    """The day of the week that lies `weeks` from the reference's own; weeks run from Monday (0) to Sunday (6)."""
    return reference + timedelta(days=7 * weeks + weekday - reference.weekday())


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th (Monday is weekday 0) of a month, -1 for its last."""
    first = date(year, month, 1)
    days = range(1 + (weekday - first.weekday()) % 7, month_end(year, month) + 1, 7)
    return date(year, month, days[min(n, len(days)) - 1 if n > 0 else n])


def plan_years(number: int) -> tuple[int, int] | None:
    """First and last year of the n-th five-year plan: the first ran 1953–1957, the third 1966–1970."""
    if number < 1:
        return None
    if number < _FIRST_PLAN_WITH_FIVE_YEAR_GRID:
        return 1948 + 5 * number, 1952 + 5 * number
    return 1951 + 5 * number, 1955 + 5 * number


def _months(year: int) -> Iterator[tuple[int, bool, int]]:
    """(month, is leap, days) of a lunar year in order."""
    code = LUNAR_YEARS[year - FIRST_YEAR]
    leap = code >> 13 & 15
    order = [(m, False) for m in range(1, 13)]
    if leap:
        order.insert(leap, (leap, True))
    for index, (month, is_leap) in enumerate(order):
        yield month, is_leap, 29 + (code >> (12 - index) & 1)


@lru_cache(maxsize=4096)
def lunar_day(year: int, month: int, day: int, leap: bool = False) -> date | None:
    """The civil day of a lunar date; `day` -1 is the month's last.  None where the lunar year has no such day."""
    if not FIRST_YEAR <= year < FIRST_YEAR + len(LUNAR_YEARS):
        return None
    offset = LUNAR_YEARS[year - FIRST_YEAR] >> 17
    for number, is_leap, days in _months(year):
        if number == month and is_leap == leap:
            wanted = days if day == -1 else day
            if month == 12 and day == 30:
                wanted = min(wanted, days)  # 腊月三十 is said of the last day, also where it is the 29th
            return date(year, 1, 1) + timedelta(days=offset + wanted - 1) if 1 <= wanted <= days else None
        offset += days
    return None


def lunar_years_of(month: int, day: int, solar_month: int, solar_day: int, years: range) -> list[int]:
    """The civil years in which a lunar and a solar date coincide: (1, 1) and 25 January in 2020, 1982 …"""
    found = []
    for year in years:
        hit = civil_lunar_day(year, month, day)
        if hit is not None and (hit.month, hit.day) == (solar_month, solar_day):
            found.append(year)
    return found


def civil_lunar_day(year: int, month: int, day: int) -> date | None:
    """The civil day of a lunar date that falls in the civil year: 除夕 in 2020 is 2020-01-24."""
    for lunar_year in (year, year - 1):
        hit = lunar_day(lunar_year, month, day)
        if hit is not None and hit.year == year:
            return hit
    return None


def festival_day(festival: Festival, year: int) -> date | None:
    """The civil day of a feast in a civil year; None outside the lunar tables."""
    if festival.lunar:
        return civil_lunar_day(year, festival.month, festival.day)
    if festival.weekday is not None:
        ordinal, weekday = festival.weekday
        return nth_weekday(year, festival.month, weekday, ordinal)
    if festival.term is not None and 1901 <= year <= 2099:
        short, base = year % 100, festival.term[year >= 2000]
        day = date(year, festival.month, int(short * _LEAP_FACTOR + base) - (short - (festival.month < 3)) // 4)
        return day + timedelta(days=(day.isoformat() in LATE_TERMS) - (day.isoformat() in EARLY_TERMS))
    return date(year, festival.month, festival.day)
