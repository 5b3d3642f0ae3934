"""Calendar knowledge against an independent library, and by table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunar_python import Lunar, Solar

from kg.annotate.dates.calendar import (
    civil_lunar_day,
    festival_day,
    lunar_day,
    lunar_years_of,
    month_end,
    month_shift,
    plan_years,
    week_day,
)
from kg.annotate.dates.feasts import FESTIVALS
from kg.annotate.dates.words import TERMS

YEARS = st.integers(1900, 2099)


@given(YEARS, st.integers(1, 12), st.integers(1, 29))
def test_lunar_days_agree_with_the_library(year: int, month: int, day: int) -> None:
    found = lunar_day(year, month, day)
    assert found is not None
    lunar = Solar.fromYmd(found.year, found.month, found.day).getLunar()
    assert (lunar.getYear(), lunar.getMonth(), lunar.getDay()) == (year, month, day)


@given(YEARS, st.integers(1, 12))
def test_the_day_after_the_last_of_a_lunar_month_is_a_first(year: int, month: int) -> None:
    last = lunar_day(year, month, -1)
    assert last is not None
    following = last + timedelta(days=1)
    assert Solar.fromYmd(following.year, following.month, following.day).getLunar().getDay() == 1


def test_leap_months() -> None:
    assert lunar_day(2020, 4, 1, leap=True) == date(2020, 5, 23)
    assert lunar_day(2023, 2, 1, leap=True) == date(2023, 3, 22)
    assert lunar_day(2022, 2, 1, leap=True) is None
    assert lunar_day(1899, 1, 1) is None


@pytest.mark.parametrize("name", ["清明", "冬至", *TERMS])
def test_solar_terms_agree_with_the_library(name: str) -> None:
    for year in range(1950, 2060):
        wanted = Lunar.fromYmd(year, 6, 1).getJieQiTable()[name].toYmd()
        if wanted.startswith(str(year)):
            assert str(festival_day(FESTIVALS[name], year)) == wanted


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("春节", 2020, date(2020, 1, 25)),
        ("除夕", 2020, date(2020, 1, 24)),
        ("除夕", 2023, date(2023, 1, 21)),
        ("元宵节", 2024, date(2024, 2, 24)),
        ("端午节", 2022, date(2022, 6, 3)),
        ("七夕", 2024, date(2024, 8, 10)),
        ("中秋节", 2021, date(2021, 9, 21)),
        ("重阳节", 2025, date(2025, 10, 29)),
        ("国庆节", 2019, date(2019, 10, 1)),
        ("母亲节", 2021, date(2021, 5, 9)),
    ],
)
def test_festivals(name: str, year: int, day: date) -> None:
    assert festival_day(FESTIVALS[name], year) == day


def test_coincidences() -> None:
    assert lunar_years_of(1, 1, 1, 25, range(1990, 2051)) == [2020]
    assert lunar_years_of(1, 1, 7, 25, range(1990, 2051)) == []
    assert civil_lunar_day(2020, 12, 30) == date(2020, 1, 24)


@pytest.mark.parametrize(
    ("number", "years"), [(1, (1953, 1957)), (3, (1966, 1970)), (9, (1996, 2000)), (14, (2021, 2025)), (0, None)]
)
def test_plan_years(number: int, years: tuple[int, int] | None) -> None:
    assert plan_years(number) == years


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(-60, 60))
def test_month_shift_is_invertible(year: int, month: int, months: int) -> None:
    assert month_shift(*month_shift(year, month, months), -months) == (year, month)
    assert date(year, month, month_end(year, month)) + timedelta(days=1) == date(*month_shift(year, month, 1), 1)


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(-3, 3), st.integers(0, 6))
def test_week_day(reference: date, weeks: int, weekday: int) -> None:
    found = week_day(reference, weeks, weekday)
    assert found.weekday() == weekday
    assert abs((found - reference).days - 7 * weeks) <= 6
