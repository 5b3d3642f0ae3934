"""The words of date expressions: one table of patterns, each with its rank and what it means.

An atom is the smallest piece that means something: `去年`, `12月`, `25日`, `晚上`, `21点`.  Atoms of
rising rank that touch make an expression (`kg.annotate.dates.grammar`).  A weak atom never begins
one: `晚` in `25日晚`, `底` in `10月底`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.annotate.dates import words
from kg.annotate.dates.parts import Base, Ref
from kg.annotate.dates.words import any_of
from kg.annotate.numerals import number

__all__ = ["SEPARATOR", "Atom", "Meaning", "lex"]

Meaning = dict[str, Any]
"""Fields of `Parts` with their values."""

SEPARATOR = r"[ ]?(?:至|到|[-—–―~～]{1,2})[ ]?"
"""What stands between the two ends of an interval."""

_N = r"(?<![\d.,:])\d{1,2}"
_C = "[一二两三四五六七八九十廿卅]{1,4}"
_FOUR = r"[一二][〇零○oO一二三四五六七八九]{3}"
_NOT_CLOCK = "(?![段代节间候速差期刻空])"
_NOT_MONTH = "(?![球亮牙饼嫂薪均供息租刊考])"
_NOT_DAY = "(?![元本均产报常程游])"
_NOT_EDGE = "(?![中级步心次审选衷稿始夏春秋冬层线子数气蕴部])"
_QUOTES = "“”‘’\"'"
_MONTH = r"(?:正|冬|腊|十[一二]|[一二三四五六七八九十])"
_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)"
_DIGITS = "0123456789"
_NUMERALS = "一二两三四五六七八九十廿卅"
_PLAN = r"(?:十[一二三四五六]?|[一二三四五六七八九])五"
_M, _D = r"(?:0?[1-9]|1[0-2])", r"(?:[12]\d|3[01]|0?[1-9])"


def _initials(table: Iterable[str]) -> str:
    return "".join(word[0] for word in table)


def _int(text: str) -> int:
    """The number, or 0, which is no day and no month, where `text` is none (`二三十`)."""
    return int(number(text) or 0)


def _first_number(text: str) -> int:
    """The number in `text`, in digits or Chinese numerals: `第三季度` → 3."""
    found = re.search(r"\d+|[〇零○oO一二两三四五六七八九十廿卅半]+", text)
    return _int(found.group()) if found else 1


def _stated(name: str) -> Callable[[str], Meaning]:
    return lambda text: {name: Ref(Base.STATED, _first_number(text))}


def _word(name: str, table: dict[str, Ref]) -> Callable[[str], Meaning]:
    return lambda text: {name: table[text]}


def _year(text: str) -> Meaning:
    year = _first_number(text)
    return {"year": Ref(Base.STATED, year if year > 99 else year + (2000 if year < 50 else 1900))}


def _iso(text: str) -> Meaning:
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    return {name: Ref(Base.STATED, n) for name, n in zip(("year", "month", "day"), numbers, strict=False)}


def _month(text: str) -> Meaning:
    return {"month": Ref(Base.STATED, 1 if text[0] == "元" else _first_number(text))}


def _months(text: str) -> Meaning:
    """Half-years, quarters, first months: 上半年 → (1, 6), 前三季度 → (1, 9), 前10个月 → (1, 10)."""
    if "半年" in text:
        return {"months": (1, 6) if "上" in text else (7, 12)}
    n = 1 if "首" in text else _first_number(text)
    if "季" in text:
        return {"months": (1, 3 * n) if text[0] == "前" else (3 * n - 2, 3 * n)}
    return {"months": (1, n)}


def _lunar(text: str) -> Meaning:
    body = re.sub(r"^(?:农历|阴历|夏历)", "", text).replace("大年初", "正月初")
    month, _, day = body.removeprefix("闰").partition("月")
    return {"lunar": (words.LUNAR_MONTHS.get(month) or _int(month), _int(day.removeprefix("初")), body[0] == "闰")}


def _festival(text: str) -> Meaning:
    name = text.strip(_QUOTES)
    return {"festival": name if name in words.FEASTS else name.removesuffix("节")}


def _clock(text: str) -> Meaning:
    hour, minute = [*re.split(r"[时点:]", text), ""][:2]
    fixed = {"": None, "整": None, "钟": None, "半": 30, "一刻": 15, "三刻": 45}
    return {"hour": _int(hour), "minute": fixed[minute] if minute in fixed else _int(minute.removesuffix("分"))}


def _week(text: str) -> Meaning:
    where = re.match(r"上上|下下|[上本这下]", text)
    weekday = words.WEEKDAYS.get(text[-1])
    return {"week": words.WEEKS[where.group()] if where else None, "weekday": weekday, "weekend": text[-1] == "末"}


def _offset(text: str) -> Meaning:
    count = float(_first_number(text)) if text[0] != "半" else 0.5
    unit = re.search(r"小时|分钟|星期|礼拜|[年月周天日]", text)
    count += 0.5 if "年半" in text else 0
    return {"offset": (-count if "前" in text else count, unit.group() if unit else "日")}


def _plan(text: str) -> Meaning:
    """`“十四五”` → 14, `“九五”` → 9, `十五` → 10, `十五五` → 15."""
    return {"plan": _int(text.strip(_QUOTES)[:-1])}


def _edge(text: str) -> Meaning:
    return {"edge": words.EDGES[text[-1]], "month": Ref(Base.DEICTIC, 0) if text[0] == "月" else None}


@dataclass(frozen=True, slots=True)
class _Kind:
    """One class of atoms: its rank, the characters it may begin with, its patterns, the reader of its meaning."""

    name: str
    rank: int
    first: str
    patterns: tuple[str, ...]
    read: Callable[[str], Meaning]
    weak: bool = False


_KINDS = (
    # 2020-01-25 · 2020/1/25 · 2020.01.25 · 2001.07
    _Kind(
        "iso",
        1,
        "12",
        tuple(
            rf"(?<![\d.\-/])(?:19|20)\d\d{body}(?![\d.%/]|[ ]?[万亿元])"
            for body in (rf"-{_M}-{_D}", rf"/{_M}/{_D}", rf"\.{_M}\.{_D}", r"[./](?:0[1-9]|1[0-2])")
        ),
        _iso,
    ),
    # 2020年 · 公元618年 · 二〇二〇年 · 15年3月2日 · 2021 in 2021—2023年
    _Kind(
        "year",
        1,
        "公西一二" + _DIGITS,
        (
            r"(?<![\d.,])(?:公元|西元)?[12]\d{3}[ ]?年(?![代龄])",
            rf"(?:公元|西元)\d{{3}}年|(?:公元)?{_FOUR}年(?![代龄])",
            r"(?<![\d.])\d\d年(?=\d{1,2}月\d{1,2}[日号])",
            rf"(?<![\d.,])(?:19|20)\d\d(?={SEPARATOR}(?:19|20)\d\d[ ]?年)",
        ),
        _year,
    ),
    _Kind(
        "year_word",
        1,
        _initials(words.YEAR_WORDS),
        (rf"(?<![\d年月日天目之以提])(?:{any_of(words.YEAR_WORDS)})",),
        _word("year", words.YEAR_WORDS),
    ),
    # “十四五”期间 · 十三五时期
    _Kind(
        "plan",
        1,
        _QUOTES + _NUMERALS,
        (rf"[{_QUOTES}]{_PLAN}[{_QUOTES}](?=期间|时期|以来|[末初前]|开局)", rf"{_PLAN}(?=期间|时期|以来)"),
        _plan,
    ),
    _Kind(
        "now",
        1,
        "目现当发记",
        tuple(rf"(?<=截{a})(?:目前|现在|当前|(?:记者)?发稿[时前]?)" for a in ("至", "止", "至到", "止到")),
        lambda _: {"now": True},
    ),
    # 一季度 · 前三季度 · 上半年 · 前10个月
    _Kind(
        "months",
        2,
        "第一二三四1234首前上下",
        (r"第?[一二三四1234][ ]?季度|首季度?|前[二两三23]个?季度|[上下]半年|前[一二两三四五六七八九十\d]{1,2}个月",),
        _months,
    ),
    # 农历八月十五 · 腊月二十三 · 正月初八 · 三月初三
    _Kind(
        "lunar",
        2,
        "农阴夏闰正冬腊大" + _NUMERALS,
        (
            rf"(?:农历|阴历|夏历)闰?{_MONTH}月{_LUNAR_DAY}|闰?[正冬腊]月{_LUNAR_DAY}",
            rf"{_MONTH}月初[一二三四五六七八九十]|大年初[一二三四五六七八九十]",
        ),
        _lunar,
    ),
    # 上周三 · 本周 · 下个星期一
    _Kind(
        "week",
        2,
        "上本这下",
        (r"(?:上上|下下|[上本这下])个?(?:周|星期|礼拜)[一二三四五六日天末]?(?![年岁期刊边转])",),
        _week,
    ),
    _Kind("weekday", 4, "周星礼", (r"(?:周|星期|礼拜)[一二三四五六日天](?![一二三四五六七八九十])",), _week),
    # 三天后 · 半年后 · 两年前
    _Kind(
        "offset",
        1,
        "半" + _DIGITS + _NUMERALS,
        tuple(
            rf"(?<![\d.第每满近约])(?:\d{{1,3}}|[一二两三四五六七八九十半]{{1,3}}){unit}(?!的)"
            for unit in (
                r"(?:天|周|个?(?:星期|礼拜)|个月|年半?|个?小时|分钟)(?:之后|以后|过后|后(?![续期勤备]))",
                r"日(?:之后|以后|后)",
                r"(?:天|周|个?(?:星期|礼拜)|个月|年)(?:之前|以前|前)",
            )
        ),
        _offset,
    ),
    # 3月 · 12月份 · 十一月 · 元月 · 1 in 1至7月
    _Kind(
        "month",
        2,
        "元" + _DIGITS + _NUMERALS,
        (
            rf"{_N}[ ]?月份?{_NOT_MONTH}|(?<![个第]){_C}月份?{_NOT_MONTH}|元月份?",
            rf"{_N}(?={SEPARATOR}(?:\d{{1,2}}|{_C})[ ]?月)",
        ),
        _month,
    ),
    _Kind(
        "month_word", 2, _initials(words.MONTH_WORDS), (any_of(words.MONTH_WORDS),), _word("month", words.MONTH_WORDS)
    ),
    # 春节 · 中秋节 · “五一”
    _Kind(
        "festival",
        2,
        _QUOTES + _initials((*words.FEASTS, *words.NUMBERED_FEASTS)),
        (
            any_of(words.FEASTS),
            rf"[{_QUOTES}](?:{any_of(words.NUMBERED_FEASTS)})[{_QUOTES}]",
            rf"(?:{any_of(words.NUMBERED_FEASTS)})(?=期间|假期|前后|前夕|长假|当天|节)节?",
        ),
        _festival,
    ),
    # 年初 · 年底 · 月末, and 底 in 2019年底
    _Kind("edge_word", 3, "年月", (rf"年(?:[初末底]{_NOT_EDGE}|中(?=[,，。]))|月[初末底](?!步)",), _edge),
    _Kind(
        "edge",
        3,
        "末底初中",
        (rf"[末底]{_NOT_EDGE}|初{_NOT_EDGE}(?![一二三四五六七八九十])|中(?=[,，。])",),
        _edge,
        weak=True,
    ),
    _Kind("xun", 3, "上中下", (r"[上中下]旬",), lambda text: {"xun": words.XUN[text[0]]}),
    # 25日 · 二十五日 · 14 in 14至18日
    _Kind(
        "day",
        3,
        _DIGITS + _NUMERALS,
        (
            rf"{_N}[ ]?日{_NOT_DAY}|{_N}(?={SEPARATOR}\d{{1,2}}[ ]?日)",
            rf"(?:[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)日{_NOT_DAY}",
        ),
        _stated("day"),
    ),
    _Kind(
        "day_word",
        3,
        _initials(words.DAY_WORDS),
        (rf"(?<![目之以提])(?:{any_of(words.DAY_WORDS)})",),
        _word("day", words.DAY_WORDS),
    ),
    _Kind("night", 3, "昨今明当次", (r"[昨今明当次](?=[晚夜晨早](?![报点]))",), _word("day", words.NIGHT_WORDS)),
    _Kind("day_weak", 3, _DIGITS + _NUMERALS, (r"\d{1,2}号", rf"{_C}[日号]"), _stated("day"), weak=True),
    _Kind("part", 5, _initials(words.PARTS_OF_DAY), (any_of(words.PARTS_OF_DAY),), lambda text: {"part": text}),
    _Kind("part_weak", 5, "晚夜晨早", (r"[晚夜晨早]",), lambda text: {"part": text}, weak=True),
    # 9点23分 · 21时 · 零时 · 9 in 9至11时
    _Kind(
        "clock",
        6,
        "零" + _DIGITS + _NUMERALS,
        (
            rf"(?:{_N}|零|{_C})[时点](?:\d{{1,2}}|[零一二三四五六七八九十]{{1,3}})分",
            rf"{_N}时(?:整|半|一刻|三刻)?{_NOT_CLOCK}",
            rf"(?:零|{_C})[时点][半整]|零[时点](?!起步)|{_N}(?={SEPARATOR}\d{{1,2}}时)",
        ),
        _clock,
    ),
    # 21点 after 晚上 · 9:30 after a day
    _Kind(
        "clock_weak",
        6,
        _DIGITS + _NUMERALS,
        (
            rf"(?:{_N}|{_C})点(?:钟|半|整|一刻|三刻)?(?![\d几多]*[%个条])",
            rf"{_C}时{_NOT_CLOCK}",
            rf"{_N}:\d\d(?![\d:])",
        ),
        _clock,
        weak=True,
    ),
)

_BY_NAME = {kind.name: kind for kind in _KINDS}


def _compiled() -> dict[str, re.Pattern[str]]:
    """First character → the pattern of the atoms that may begin with it; the group's name is the kind."""
    kinds: dict[str, tuple[str, ...]] = {}
    for kind in _KINDS:
        for character in dict.fromkeys(kind.first):
            kinds[character] = (*kinds.get(character, ()), kind.name)
    patterns = {
        names: re.compile("|".join(f"(?P<{name}>{'|'.join(_BY_NAME[name].patterns)})" for name in names))
        for names in set(kinds.values())
    }
    return {character: patterns[names] for character, names in kinds.items()}


_AT = _compiled()
_CANDIDATE = re.compile(f"[{re.escape(''.join(_AT))}]")


@dataclass(frozen=True, slots=True)
class Atom:
    """One word of an expression at `text[start:end]`, with its rank and what it sets in `Parts`."""

    start: int
    end: int
    kind: str
    rank: int
    weak: bool
    meaning: Meaning


def lex(text: str, start: int, end: int) -> Iterator[Atom]:
    """The atoms of `text[start:end]` in reading order, not overlapping."""
    at = start
    while candidate := _CANDIDATE.search(text, at, end):
        match = _AT[candidate.group()].match(text, candidate.start(), end)
        if match is None:
            at = candidate.end()
            continue
        kind = _BY_NAME[match.lastgroup or ""]
        yield Atom(match.start(), match.end(), kind.name, kind.rank, kind.weak, kind.read(match.group()))
        at = match.end()
