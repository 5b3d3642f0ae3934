"""What the words of date expressions mean: from an atom's text to fields of `Parts`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from kg.annotate.dates import words
from kg.annotate.dates.feasts import FESTIVALS
from kg.annotate.dates.parts import Base, Ref
from kg.annotate.numerals import number

__all__ = [
    "QUOTES",
    "Meaning",
    "clock",
    "day_said",
    "edge",
    "festival",
    "holiday_day",
    "iso",
    "lunar",
    "month",
    "month_day",
    "months",
    "nth_day",
    "nth_weekday",
    "offset",
    "plan",
    "quarter",
    "stated",
    "that",
    "week",
    "word",
    "year",
    "year_span",
    "years",
]

Meaning = dict[str, Any]
"""Fields of `Parts` with their values."""

QUOTES = "“”‘’\"'"


def _int(text: str) -> int:
    """The number, or 0, which is no day and no month, where `text` is none (`二三十`)."""
    return int(number(text) or 0)


_NUMBER = re.compile(r"\d+|[〇零○◯0oO一二两三四五六七八九十廿卅半]+")


def _first_number(text: str) -> int:
    """The number in `text`, in digits or Chinese numerals: `第三季度` → 3."""
    found = _NUMBER.search(text)
    return _int(found.group()) if found else 1


def stated(name: str) -> Callable[[str], Meaning]:
    """Reads a number as the year, month or day that `name` says."""
    return lambda text: {name: Ref(Base.STATED, _first_number(text))}


def word(name: str, table: dict[str, Ref]) -> Callable[[str], Meaning]:
    """Reads a word of a table: 去年, 上月, 次日."""
    return lambda text: {name: table[text]}


def year(text: str) -> Meaning:
    """2020年, 二〇二〇年, 15年."""
    year = _first_number(text)
    return {"year": Ref(Base.STATED, year if year > 99 else year + (2000 if year < 50 else 1900))}


def that(text: str) -> Meaning:
    """是年, 是月, 是日."""
    return dict([words.THAT_WORDS[text[-1]]])


def years(text: str) -> Meaning:
    """今明两年, 去今两年: the first of them, and how many."""
    return {"year": Ref(Base.DEICTIC, -1 if text[0] == "去" else 0), "years": 2}


def day_said(text: str) -> Meaning:
    """今（19）日: the word, and the day of the month that the brackets add."""
    return {"day": words.NIGHT_WORDS.get(text[0], words.DAY_WORDS[text[0] + "日"]), "said": int(re.findall(r"\d+", text)[-1])}


def year_span(text: str) -> Meaning:
    """2016、2017两年, 2015—2017三年间: the first of them, and how many."""
    first, last = (int(n) for n in re.findall(r"\d{4}", text))
    return {"year": Ref(Base.STATED, first), "years": max(last - first + 1, 1)}


def month_day(text: str) -> Meaning:
    """The first or last day of a month."""
    return {"edge": words.EDGES["末"]} if text.startswith("最后") else {"day": Ref(Base.STATED, 1)}


def holiday_day(text: str) -> Meaning:
    """假期首日, 长假第三天: days after the feast."""
    return {"shift": _first_number(text) - 1 if "第" in text else 0}


def nth_day(text: str) -> Meaning:
    """第三天: two days after the first."""
    return {"day": Ref(Base.ANAPHOR, _first_number(text) - 1), "nth": True}


def quarter(text: str) -> Meaning:
    """上个季度, 本季度."""
    return {"quarter": {"上": -1, "下": 1}.get(text[0], 0)}


def nth_weekday(text: str) -> Meaning:
    """第二个周五, 最后一个周五 of a month."""
    return {"ordinal": -1 if text[0] == "最" else _first_number(text), "weekday": words.WEEKDAYS[text[-1]]}


def iso(text: str) -> Meaning:
    """2020-01-25, 2001.07."""
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    return {name: Ref(Base.STATED, n) for name, n in zip(("year", "month", "day"), numbers, strict=False)}


def month(text: str) -> Meaning:
    """12月份, 十二月, 元月."""
    return {"month": Ref(Base.STATED, 1 if text[0] == "元" else _first_number(text))}


def months(text: str) -> Meaning:
    """Half-years, quarters, first months: 上半年 → (1, 6), 前三季度 → (1, 9), 前10个月 → (1, 10), 三四月份 → (3, 4)."""
    if "半年" in text:
        return {"months": (1, 6) if "上" in text else (7, 12)}
    if "月" in text and "个" not in text:
        last = _int(text[-2 - ("份" in text)]) + 10 * text.startswith("十")
        return {"months": (last - 1, last)}
    n = 1 if "首" in text else _first_number(text)
    if "季" in text:
        return {"months": (1, 3 * n) if text[0] == "前" else (3 * n - 2, 3 * n)}
    return {"months": (1, n)}


def lunar(text: str) -> Meaning:
    """农历八月十五, 腊月廿三, 大年初二; 初三 of 初一至初三, whose month is 0."""
    body = re.sub(r"^(?:农历|阴历|夏历)", "", text).replace("大年初", "正月初")
    if "月" not in body:
        return {"lunar": (0, _int(body.removeprefix("初")), False)}
    month, _, day = body.removeprefix("闰").partition("月")
    return {"lunar": (words.LUNAR_MONTHS.get(month) or _int(month), _int(day.removeprefix("初")), body[0] == "闰")}


def festival(text: str) -> Meaning:
    """中秋节, “五一”, “三八”国际妇女节."""
    name = text.strip(QUOTES)
    if name in words.FEASTS:
        return {"festival": name}
    named = next((feast for feast in FESTIVALS if name.endswith(feast) and feast != name and len(feast) > 2), None)
    return {"festival": named or name.removesuffix("节")}


def clock(text: str) -> Meaning:
    """9点23分, 5时38分45秒, 21时, 零时, 7:30; also 9 of 9至11时."""
    hour, minute = [*re.split(r"[时点:]", text.replace(" ", "")), ""][:2]
    fixed = {"": None, "整": None, "钟": None, "半": 30, "一刻": 15, "三刻": 45}
    return {"hour": _int(hour), "minute": fixed[minute] if minute in fixed else _first_number(minute)}


def week(text: str) -> Meaning:
    """上周三, 本周, 周末."""
    where = re.match(r"上上|下下|[上本这下]", text)
    weekday = words.WEEKDAYS.get(text[-1])
    return {"week": words.WEEKS[where.group()] if where else None, "weekday": weekday, "weekend": text[-1] == "末"}


def offset(text: str) -> Meaning:
    """三天后, 半年前, 一年半后."""
    count = float(_first_number(text)) if text[0] != "半" else 0.5
    unit = re.search(r"小时|分钟|星期|礼拜|[年月周天日]", text)
    count += 0.5 if "年半" in text else 0
    return {"offset": (-count if "前" in text else count, unit.group() if unit else "日")}


def plan(text: str) -> Meaning:
    """`“十四五”` → 14, `“九五”` → 9, `十五` → 10, `十五五` → 15; `“十四五”后两年`: also the last 2 years of it."""
    name, _, some = text.strip(QUOTES).partition("”")
    years = _first_number(some) * (-1 if some[0] == "后" else 1) if some else None
    return {"plan": _int(name[:-1]), "years": years}


def edge(text: str) -> Meaning:
    """年初, 月底, 末."""
    return {"edge": words.EDGES[text[-1]], "month": Ref(Base.DEICTIC, 0) if text[0] == "月" else None}
