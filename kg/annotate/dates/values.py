"""The value of one date expression by itself: `parse("上个月15号", date(2021, 6, 14))` → `2021-05-15`.

In running text a date leans on its article; here it leans on a reference day alone, and some forms are
read that running text hardly has: `20240307`, `3/15/2013`, `八月的第一个周二`, `五月廿二`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from kg.annotate.dates import calendar
from kg.annotate.dates.context import Context, Reading, Running
from kg.annotate.dates.feasts import FESTIVALS
from kg.annotate.dates.grammar import expressions
from kg.annotate.dates.parts import Moment, Suffix
from kg.annotate.dates.resolve import resolve, resolve_pair
from kg.annotate.dates.words import LUNAR_MONTHS, NUMBERED_FEASTS, TERMS, WEEKDAYS
from kg.annotate.fold import fold
from kg.annotate.numerals import number

__all__ = ["parse"]

Span = tuple[date, date]
_C = "[一二两三四五六七八九十廿]"
_COUNT = rf"(?P<n>\d{{1,2}}|{_C}{{1,3}})"
_WEEK = "(?:周|星期|礼拜)"
_UNIT_DAYS = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7}
_REWRITES = (
    (re.compile(r"(?<![\d一二三四五六七八九])大大后天"), "四天后"),
    (re.compile(r"[昨寻]日"), "昨天"),
    (re.compile(r"听日"), "明天"),
    (re.compile(r"今个?(?=月|周|星期|礼拜)"), "这个"),
    (re.compile(r"(?<=[两二三四五六七八九十])日(?=之?前)"), "天"),
    (re.compile(r"大后日"), "大后天"),
    (re.compile(r"^后日"), "后天"),
    (re.compile(r"^本日"), "今天"),
    (re.compile(r"^下年"), "明年"),
    (re.compile(r"周(?=周[一二三四五六日天])"), ""),
    (re.compile(r"^(这|上|下)一(?=周|星期|礼拜)"), r"\1"),
    (re.compile(r"(?<=[前])([二两三])个(?=季度)"), r"\1"),
    (re.compile(r"Q(?=[1-4])"), ""),
    (re.compile(r"纪元(?!前)"), "公元"),
    (re.compile(r"(月)(\d{1,2})(?=$|至|到)"), r"\1\2日"),
    (re.compile(rf"前({_C})月$"), r"前\1个月"),
    (re.compile(r"个(?=周|週)"), ""),
)
_SHORT_YEAR = re.compile(r"(?<![\d零〇一二三四五六七八九])(\d\d|[零〇一二三四五六七八九]{2})(?=年)")
_LATEST_SHORT_YEAR = 30


def parse(text: str, reference: date) -> str | None:
    """ISO 8601 (or an interval `a/b`) of a single date expression, or None where it has no value.

    What the expression leaves out is taken from `reference`; a feast without a year is the next one.
    """
    text = _normal(text)
    for pattern, read in _FORMS:
        match = pattern.fullmatch(text)
        if match:
            return read(match, reference)
    return _plain(text, reference)


def _normal(text: str) -> str:
    text = fold(text.strip())
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, text)
    return _SHORT_YEAR.sub(lambda m: str(_full_year(int(number(m[1]) or 0))), text)


def _full_year(short: int) -> int:
    return short + (2000 if short <= _LATEST_SHORT_YEAR else 1900)


def _plain(text: str, reference: date) -> str | None:
    """By the grammar of running text; of several expressions the one that names a month."""
    found = list(expressions(text, 0, len(text)))
    if not found:
        return None
    best = next((e for e in found if e.left.month is not None), found[0])
    running = Running(reference.year, reference.month, reference.day, told=reference)
    forward = best.left.day is None or best.left.month is not None
    context = Context(reference, running=running, forward=forward, mixed=True)
    left, right = best.left, best.right
    reading = resolve(left, context) if right is None else resolve_pair(left, right, context)
    if not isinstance(reading, Reading):
        return None
    if best.suffix is Suffix.SINCE:
        return f"{reading.start.iso()}/{reference.isoformat()}"
    return reading.iso()


def _span(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"


def _count(match: re.Match[str]) -> int:
    return int(number(match["n"]) or 0)


def _month(text: str, reference: date) -> tuple[int, int] | None:
    value = parse(text, reference)
    found = re.fullmatch(r"(\d{4})-(\d\d)", value or "")
    return (int(found[1]), int(found[2])) if found else None


def _year(text: str | None, reference: date) -> int:
    value = parse(text, reference) if text else None
    return int(value[:4]) if value else reference.year


def _numbers(order: str) -> Callable[[re.Match[str], date], str | None]:
    """Reads groups as year, month and day in the given order: `MDY` for 3/15/2013."""

    def read(match: re.Match[str], reference: date) -> str | None:
        part = dict(zip(order, (int(g) for g in match.groups()), strict=True))
        year = part.get("Y", reference.year)
        moment = Moment(year if year > 99 else _full_year(year), part.get("M"), part.get("D"))
        return moment.iso()

    return read


def _joined(match: re.Match[str], reference: date) -> str | None:
    first, last = parse(match[1], reference), parse(match[2], reference)
    return f"{first}/{last}" if first and last else None


def _week_of(match: re.Match[str], reference: date) -> str | None:
    """The n-th week (from Monday) of a month or year."""
    where = match["where"]
    month = _month(where, reference) if "月" in where else (_year(where, reference), 1)
    if month is None:
        return None
    first = calendar.nth_weekday(*month, 0, 1) + timedelta(days=7 * (_count(match) - 1))
    return _span(first, first + timedelta(days=6))


def _weekday_of(match: re.Match[str], reference: date) -> str | None:
    month = _month(match["where"], reference)
    return None if month is None else calendar.nth_weekday(*month, WEEKDAYS[match["day"]], _count(match)).isoformat()


def _days_of(match: re.Match[str], reference: date) -> str | None:
    """The first or last n days of a month."""
    month = _month(match["where"], reference)
    if month is None:
        return None
    end, n = calendar.month_end(*month), _count(match)
    first, last = (end - n + 1, end) if match["side"] == "最后" else (1, n)
    return _span(date(*month, first), date(*month, last))


def _month_of(match: re.Match[str], reference: date) -> str:
    n = 1 if match["n"] is None else _count(match)
    return Moment(_year(match["where"], reference), n).iso()


def _last_months(match: re.Match[str], reference: date) -> str:
    year = _year(match["where"], reference)
    return f"{Moment(year, 13 - _count(match)).iso()}/{Moment(year, 12).iso()}"


def _quarter(match: re.Match[str], reference: date) -> str:
    """上季度, 本季度末."""
    shift = {"上": -3, "本": 0, "这": 0, "下": 3}[match["where"]]
    year, month = calendar.month_shift(reference.year, (reference.month - 1) // 3 * 3 + 1, shift)
    first, last = Moment(year, month).iso(), Moment(year, month + 2).iso()
    return {"末": last, "初": first}.get(match["edge"] or "", f"{first}/{last}")


def _around(match: re.Match[str], reference: date) -> str | None:
    """前两天, 下三周, 上两个月: whole units before or after the reference."""
    n, unit, back = _count(match), match["unit"], match["side"] in "上前"
    if unit in _UNIT_DAYS:
        size = _UNIT_DAYS[unit]
        here = reference - timedelta(days=reference.weekday() if size == 7 else 0)
        first = here - timedelta(days=n * size) if back else here + timedelta(days=size)
        return _span(first, first + timedelta(days=n * size - 1))
    if unit == "年":
        first_year = reference.year - n if back else reference.year + 1
        return f"{first_year}/{first_year + n - 1}"
    start = calendar.month_shift(reference.year, reference.month, -n if back else 1)
    return f"{Moment(*start).iso()}/{Moment(*calendar.month_shift(*start, n - 1)).iso()}"


def _lunar(match: re.Match[str], reference: date) -> str | None:
    """五月廿二, 农历十月, 闰四月: of the lunar year that is named, or of the reference's."""
    year = _year(match["year"], reference)
    month = LUNAR_MONTHS.get(match["month"]) or int(number(match["month"]) or 1)
    leap = bool(match["leap"])
    if match["day"]:
        day = calendar.lunar_day(year, month, int(number(match["day"].removeprefix("初")) or 0), leap)
        return None if day is None else day.isoformat()
    first, last = calendar.lunar_day(year, month, 1, leap), calendar.lunar_day(year, month, -1, leap)
    return None if first is None or last is None else _span(first, last)


def _term(match: re.Match[str], reference: date) -> str | None:
    """大寒, 2017年小满: of the calendar year."""
    day = calendar.festival_day(FESTIVALS[match["term"]], _year(match["year"], reference))
    return None if day is None else day.isoformat()


_LUNAR_DAY = rf"(?P<day>初?(?:{_C}{{1,3}}|\d{{1,2}}))[号日]?"
_LUNAR_MONTH = rf"(?P<leap>闰?)(?P<month>[正冬腊]|{_C}{{1,2}}|\d{{1,2}})月"
_LUNAR_STYLE = "(?:初|廿|[一二]?十[一二三四五六七八九]?$)"
_LUNAR_YEAR = r"(?P<year>[^月]*?年)?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], str | None]], ...] = (
    (re.compile(r"(\d{4})(\d\d)(\d\d)"), _numbers("YMD")),
    (re.compile(r"(\d{4})[ ./-](\d{1,2})[ ./-](\d{1,2})"), _numbers("YMD")),
    (re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2,4})"), _numbers("MDY")),
    (re.compile(r"(\d{1,2})[·/-](\d{1,2})"), _numbers("MD")),
    (re.compile(r"(\d{4})\.(\d\d)"), _numbers("YM")),
    (re.compile(r"(\d{4})"), _numbers("Y")),
    (re.compile(r"(\d{4}\.\d\d)-(\d{4}(?:\.\d\d)?)"), _joined),
    (re.compile(r"[自从]?(\d{4}-\d\d-\d\d)起?[至到](\d{4}-\d\d-\d\d)止?"), _joined),
    (re.compile(r"(?P<where>[上本这下])个?季度?(?P<edge>[初末])?"), _quarter),
    (re.compile(rf"(?P<where>.+?(?:月份?|年))的?第{_COUNT}个?{_WEEK}"), _week_of),
    (re.compile(rf"(?P<where>.+?月份?)的?第{_COUNT}个?{_WEEK}(?P<day>[一二三四五六日天])"), _weekday_of),
    (re.compile(rf"(?P<where>.+?月份?)(?P<side>前|最后){_COUNT}天"), _days_of),
    (re.compile(rf"(?P<where>.+?年)(?:第{_COUNT}个|首)月"), _month_of),
    (re.compile(rf"(?P<where>.+?年)后{_COUNT}个?月"), _last_months),
    (re.compile(rf"(?P<side>[上下前后]){_COUNT}个?(?P<unit>天|日|周|星期|礼拜|月|年)"), _around),
    (re.compile(rf"(?:农历|阴历){_LUNAR_YEAR}{_LUNAR_MONTH}(?:{_LUNAR_DAY})?"), _lunar),
    (re.compile(rf"{_LUNAR_YEAR}(?:农历|阴历){_LUNAR_MONTH}(?:{_LUNAR_DAY})?"), _lunar),
    (re.compile(rf"{_LUNAR_YEAR}(?=闰|[正冬腊]月){_LUNAR_MONTH}(?:{_LUNAR_DAY})?"), _lunar),
    (re.compile(rf"{_LUNAR_YEAR}(?=[^年]+月{_LUNAR_STYLE}){_LUNAR_MONTH}{_LUNAR_DAY}"), _lunar),
    (re.compile(r"(?P<year>)(?P<leap>)大(?P<month>)年(?P<day>初[一二三四五六七八九十])"), _lunar),
    (re.compile(rf"(?P<year>.+年)?(?:的)?(?P<term>{'|'.join(TERMS)})(?:节气|[那当]天)?"), _term),
    (re.compile("|".join(NUMBERED_FEASTS)), lambda match, reference: _plain(f"“{match[0]}”", reference)),
    (re.compile(rf"{_COUNT}天内"), lambda match, day: _span(day, day + timedelta(days=_count(match)))),
    (re.compile("全天"), lambda _, day: day.isoformat()),
    (re.compile("今明两年"), lambda _, day: f"{day.year}/{day.year + 1}"),
)
