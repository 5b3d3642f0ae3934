"""The words of date expressions: one table of patterns, each with its rank and what it means.

An atom is the smallest piece that means something: `去年`, `12月`, `25日`, `晚上`, `21点`.  Atoms of
rising rank that touch make an expression (`kg.annotate.dates.grammar`).  A weak atom never begins
one: `晚` in `25日晚`, `底` in `10月底`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.annotate.dates.calendar import FESTIVALS
from kg.annotate.dates.parts import Base, Edge, Ref
from kg.annotate.numerals import number

__all__ = ["ATOM", "Atom", "SEPARATOR", "lex"]

Meaning = dict[str, Any]
"""Fields of `Parts` with their values."""

SEPARATOR = r"[ ]?(?:至|到|[-—–―~～]{1,2})[ ]?"
"""What stands between the two ends of an interval."""

_N = r"\d{1,2}"
_NO_CLOCK = "(?![段代节间候速差期刻空])"
_C = "[一二三四五六七八九十廿卅]{1,4}"
_LUNAR_MONTH = r"(?:正|冬|腊|十[一二]|[一二三四五六七八九十])"
_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)"

_YEAR_WORDS = {
    "大前年": Ref(Base.DEICTIC, -3), "前年": Ref(Base.DEICTIC, -2), "去年": Ref(Base.DEICTIC, -1),
    "上一年": Ref(Base.DEICTIC, -1), "上年": Ref(Base.DEICTIC, -1), "今年": Ref(Base.DEICTIC, 0),
    "本年": Ref(Base.DEICTIC, 0), "明年": Ref(Base.DEICTIC, 1), "来年": Ref(Base.DEICTIC, 1),
    "后年": Ref(Base.DEICTIC, 2), "当年": Ref(Base.ANAPHOR, 0), "同年": Ref(Base.ANAPHOR, 0),
    "该年": Ref(Base.ANAPHOR, 0), "那一年": Ref(Base.ANAPHOR, 0), "这一年": Ref(Base.ANAPHOR, 0),
    "那年": Ref(Base.ANAPHOR, 0), "次年": Ref(Base.ANAPHOR, 1), "翌年": Ref(Base.ANAPHOR, 1),
    "转年": Ref(Base.ANAPHOR, 1), "第二年": Ref(Base.ANAPHOR, 1),
}  # fmt: skip
_MONTH_WORDS = {
    "上个月": Ref(Base.DEICTIC, -1), "上一个月": Ref(Base.DEICTIC, -1), "上月": Ref(Base.DEICTIC, -1),
    "本月": Ref(Base.DEICTIC, 0), "这个月": Ref(Base.DEICTIC, 0), "下个月": Ref(Base.DEICTIC, 1),
    "下月": Ref(Base.DEICTIC, 1), "同月": Ref(Base.ANAPHOR, 0), "当月": Ref(Base.ANAPHOR, 0),
    "该月": Ref(Base.ANAPHOR, 0), "次月": Ref(Base.ANAPHOR, 1), "翌月": Ref(Base.ANAPHOR, 1),
}  # fmt: skip
_DAY_WORDS = {
    "大前天": Ref(Base.DEICTIC, -3), "前天": Ref(Base.DEICTIC, -2), "前日": Ref(Base.DEICTIC, -2),
    "昨天": Ref(Base.DEICTIC, -1), "昨日": Ref(Base.DEICTIC, -1), "今天": Ref(Base.DEICTIC, 0),
    "今日": Ref(Base.DEICTIC, 0), "即日": Ref(Base.DEICTIC, 0), "明天": Ref(Base.DEICTIC, 1),
    "明日": Ref(Base.DEICTIC, 1), "大后天": Ref(Base.DEICTIC, 3), "后天": Ref(Base.DEICTIC, 2),
    "当天": Ref(Base.ANAPHOR, 0), "当日": Ref(Base.ANAPHOR, 0), "同日": Ref(Base.ANAPHOR, 0),
    "同一天": Ref(Base.ANAPHOR, 0), "同天": Ref(Base.ANAPHOR, 0), "这一天": Ref(Base.ANAPHOR, 0),
    "次日": Ref(Base.ANAPHOR, 1), "翌日": Ref(Base.ANAPHOR, 1), "第二天": Ref(Base.ANAPHOR, 1),
    "隔日": Ref(Base.ANAPHOR, 1), "隔天": Ref(Base.ANAPHOR, 1), "前一天": Ref(Base.ANAPHOR, -1),
    "前一日": Ref(Base.ANAPHOR, -1), "头一天": Ref(Base.ANAPHOR, -1),
}  # fmt: skip
_NIGHT_WORDS = {
    "昨": Ref(Base.DEICTIC, -1), "今": Ref(Base.DEICTIC, 0), "明": Ref(Base.DEICTIC, 1),
    "当": Ref(Base.ANAPHOR, 0), "次": Ref(Base.ANAPHOR, 1),
}  # fmt: skip
_PARTS_OF_DAY = (
    "上午", "下午", "中午", "正午", "午后", "凌晨", "清晨", "清早", "早晨", "早上", "傍晚", "晚上", "晚间",
    "夜间", "夜里", "夜晚", "深夜", "午夜", "子夜", "半夜", "拂晓", "黎明", "上半夜", "后半夜", "入夜",
)  # fmt: skip
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5}
_WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
_EDGES = {"初": Edge.BEGIN, "中": Edge.MIDDLE, "底": Edge.END, "末": Edge.END}
_FEASTS = tuple(name for name in FESTIVALS if name[-1] != "一" or len(name) > 2)
_NUMBERED_FEASTS = tuple(name for name in FESTIVALS if name not in _FEASTS)
_XUN = {"上": 0, "中": 1, "下": 2}


def _words(table: dict[str, Ref] | tuple[str, ...]) -> str:
    return "|".join(sorted(table, key=len, reverse=True))


def _int(text: str) -> int:
    value = number(text)
    if value is None:
        raise ValueError(f"not a number: {text!r}")
    return int(value)


def _first_number(text: str) -> int:
    """The number in `text`, in digits or Chinese numerals: `第三季度` → 3."""
    found = re.search(r"\d+|[〇零○oO一二两三四五六七八九十廿卅半]+", text)
    return _int(found.group()) if found else 1


def _year(text: str) -> Meaning:
    year = _first_number(text)
    if "前" in text[:3]:
        raise ValueError("before the common era")
    return {"year": Ref(Base.STATED, year if year > 99 else year + (2000 if year < 50 else 1900))}


def _iso(text: str) -> Meaning:
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    fields = ("year", "month", "day")
    return {name: Ref(Base.STATED, n) for name, n in zip(fields, numbers, strict=False)}


def _months(text: str) -> Meaning:
    if "半年" in text:
        return {"months": (1, 6) if "上" in text else (7, 12)}
    if "季" in text:
        n = 1 if "首" in text else _first_number(text)
        return {"months": (1, 3 * n) if text[0] == "前" else (3 * n - 2, 3 * n)}
    n = _first_number(text)
    return {"months": (1, n) if text[0] == "前" else (13 - n, 12)}


def _lunar(text: str) -> Meaning:
    body = re.sub(r"^(?:农历|阴历|夏历)(?:[一二〇零○\d]{4}年)?", "", text)
    leap = body.startswith("闰")
    month, _, day = body.removeprefix("闰").partition("月")
    return {"lunar": (_LUNAR_MONTHS.get(month) or _int(month), _int(day.removeprefix("初")), leap)}


def _clock(text: str) -> Meaning:
    hour, minute = re.split(r"[时点:]", text)[:2]
    fixed = {"": None, "整": None, "半": 30, "一刻": 15, "三刻": 45, "钟": None}
    minutes = fixed[minute] if minute in fixed else _int(minute.removesuffix("分"))
    return {"hour": _int(hour), "minute": minutes}


def _week(text: str) -> Meaning:
    where = re.match(r"上上|下下|[上本这下]", text)
    weekday = _WEEKDAYS.get(text[-1]) if text[-1] not in "周期拜" else None
    return {"week": _WEEKS[where.group()] if where else None, "weekday": weekday, "weekend": text[-1] == "末"}


def _offset(text: str) -> Meaning:
    found = re.match(r"(\d+|[一二两三四五六七八九十半]+)(?:多)?(年半|个半月|小时|分钟|星期|年|月|周|天|日|个)?", text)
    unit = re.search(r"小时|分钟|星期|年|月|周|天|日", text)
    count = float(number(found[1]) or 0) if found else 0.0
    count += 0.5 if "年半" in text else 0
    return {"offset": (-count if "前" in text else count, unit.group() if unit else "日")}


def _plan_ordinal(text: str) -> Meaning:
    """`“十四五”` → 14, `“九五”` → 9, `十五` → 10, `十五五` → 15."""
    return {"plan": _int(re.sub(r"[“”‘’\"]", "", text)[:-1])}


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    rank: int
    pattern: str
    read: Callable[[str], Meaning]
    weak: bool = False


def _ref(field: str, table: dict[str, Ref]) -> Callable[[str], Meaning]:
    return lambda text: {field: table[text]}


_PLAN_BODY = r"(?:十[一二三四五六]?|[一二三四五六七八九])五"
_KINDS = (
    # 2020-01-25 · 2020/1/25 · 2020.01.25 · 2001.07
    _Kind("iso", 1, r"(?<![\d.\-/])(?:19|20)\d\d(?:-(?:0?[1-9]|1[0-2])-(?:[12]\d|3[01]|0?[1-9])"
          r"|/(?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9])|\.(?:0?[1-9]|1[0-2])\.(?:[12]\d|3[01]|0?[1-9])"
          r"|[./](?:0[1-9]|1[0-2]))(?![\d.%/]|[ ]?[万亿元])", _iso),
    # 2020年 · 二〇二〇年 · 公元618年 · 15年3月2日 · 2021 in 2021—2023年
    _Kind("year", 1, rf"(?<![\d.,])(?:公元|西元)?[12]\d{{3}}[ ]?年(?![代龄])|(?:公元|西元)\d{{3}}年"
          rf"|(?:公元)?[一二][〇零○oO一二三四五六七八九]{{3}}年(?![代龄])|(?<![\d.])\d\d年(?={_N}月{_N}[日号])"
          rf"|(?<![\d.,])(?:19|20)\d\d(?={SEPARATOR}(?:19|20)\d\d[ ]?年)", _year),
    _Kind("year_word", 1, rf"(?<![\d年月日天目之以提])(?:{_words(_YEAR_WORDS)})", _ref("year", _YEAR_WORDS)),
    # “十四五”期间 · 十三五时期
    _Kind("plan", 1, rf"[“\"]{_PLAN_BODY}[”\"](?=期间|时期|以来|末|初|前|开局)|{_PLAN_BODY}(?=期间|时期|以来)",
          _plan_ordinal),
    _Kind("now", 1, r"(?<=截至)(?:目前|现在|当前|发稿(?:时|前)?|记者发稿(?:时|前)?)|(?<=截止)(?:目前|现在|当前)"
          r"|(?<=截止到)(?:目前|现在|当前)|(?<=截至到)(?:目前|现在)", lambda _: {"now": True}),
    # 一季度 · 前三季度 · 上半年 · 前10个月
    _Kind("months", 2, r"第?[一二三四1234][ ]?季度|首季度?|前[二两三23]个?季度|[上下]半年|前[一二两三四五六七八九十\d]{1,2}个月",
          _months),
    # 农历八月十五 · 腊月二十三 · 正月初八
    _Kind("lunar", 2, rf"(?:农历|阴历|夏历)闰?{_LUNAR_MONTH}月{_LUNAR_DAY}|闰?[正冬腊]月{_LUNAR_DAY}"
          rf"|{_LUNAR_MONTH}月初[一二三四五六七八九十]", _lunar),
    # 上周三 · 本周 · 下个星期一 · 周末
    _Kind("week", 2, r"(?:上上|下下|[上本这下])个?(?:周|星期|礼拜)(?:[一二三四五六日天末])?(?!年|岁|期|刊|边|转)", _week),
    _Kind("weekday", 4, r"(?:周|星期|礼拜)[一二三四五六日天](?![一二三四五六七八九十])", _week),
    # 三天后 · 半年后 · 两年前
    _Kind("offset", 1, r"(?<![\d.第每满近约])(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})(?:"
          r"(?:天|周|个?星期|个月|年|年半|个?小时|分钟)(?:之后|以后|过后|后(?!的|续|期|勤|备))"
          r"|日(?:之后|以后|后)|(?:天|个月|年)(?:之前|以前|前))(?!的)", _offset),
    # 3月 · 12月份 · 十一月 · 元月 · 1 in 1至7月
    _Kind("month", 2, rf"(?<![\d.,]){_N}[ ]?月份?(?![球亮牙饼嫂薪均供息租刊考])|(?<![个第]){_C}月份?(?![球亮牙饼嫂薪均供息租刊考])"
          rf"|元月份?|(?<![\d.,]){_N}(?={SEPARATOR}{_N}[ ]?月)",
          lambda text: {"month": Ref(Base.STATED, 1 if text[0] == "元" else _first_number(text))}),
    _Kind("month_word", 2, _words(_MONTH_WORDS), _ref("month", _MONTH_WORDS)),
    # 春节 · 中秋节 · 除夕
    _Kind("festival", 2, rf"{_words(_FEASTS)}|[“\"](?:{_words(_NUMBERED_FEASTS)})[”\"]"
          rf"|(?:{_words(_NUMBERED_FEASTS)})(?=期间|假期|前后|前夕|长假|当天|节)节?",
          lambda text: {"festival": text.strip("“”\"") if text.strip("“”\"") in FESTIVALS else text.strip("“”\"").removesuffix("节")}),
    # 年初 · 年底 · 月末, and 底 in 2019年底
    _Kind("edge_word", 3, r"年(?:[初末底](?![中级步心次审选衷稿始夏春秋冬])|中(?=[,，。]))|月[初末底](?!步)",
          lambda text: {"edge": _EDGES[text[-1]], "month": Ref(Base.DEICTIC, 0) if text[0] == "月" else None}),
    _Kind("edge", 3, r"[末底](?![层线子数气蕴部])|初(?![中级步心次审选衷稿始夏春秋冬一二三四五六七八九十])|中(?=[,，。])",
          lambda text: {"edge": _EDGES[text]}, weak=True),
    _Kind("xun", 3, r"[上中下]旬", lambda text: {"xun": _XUN[text[0]]}),
    # 25日 · 二十五日 · 5号 · 14 in 14至18日
    _Kind("day", 3, rf"(?<![\d.,]){_N}[ ]?日(?![元本均产报常程游])|(?<![\d.,]){_N}(?={SEPARATOR}{_N}[ ]?日)"
          rf"|[二三]?十[一二三四五六七八九]?日(?![元本均产报常程游])|廿[一二三四五六七八九]?日",
          lambda text: {"day": Ref(Base.STATED, _first_number(text))}),
    _Kind("day_word", 3, rf"(?<![目之以提])(?:{_words(_DAY_WORDS)})", _ref("day", _DAY_WORDS)),
    _Kind("night", 3, r"[昨今明当次](?=[晚夜晨早][^报点]?)", _ref("day", _NIGHT_WORDS)),
    _Kind("day_weak", 3, rf"{_N}号|{_C}[日号]", lambda text: {"day": Ref(Base.STATED, _first_number(text))}, weak=True),
    _Kind("part", 5, _words(_PARTS_OF_DAY), lambda text: {"part": text}),
    _Kind("part_weak", 5, r"[晚夜晨早]", lambda text: {"part": text}, weak=True),
    # 21时 · 9点23分 · 零时 · 23:59 · 9 in 9至11时
    _Kind("clock", 6, rf"(?<![\d.,:])(?:{_N}|零|{_C})[时点](?:{_N}|[零一二三四五六七八九十]{{1,3}})分|(?<![\d.,:]){_N}时(?:整|半|一刻|三刻)?{_NO_CLOCK}"
          rf"|(?:零|{_C})[时点][半整]|零[时点](?!起步)|(?<![\d.,:]){_N}(?={SEPARATOR}{_N}时)",
          lambda text: _clock(text if re.search(r"[时点]", text) else text + "时")),
    _Kind("clock_weak", 6, rf"(?<![\d.,:])(?:{_N}|{_C})点(?:钟|半|整|一刻|三刻)?(?![\d几多]*[%个条])|{_C}时{_NO_CLOCK}"
          rf"|(?<![\d.,:]){_N}:\d\d(?![\d:])", _clock, weak=True),
)  # fmt: skip

_BY_NAME = {kind.name: kind for kind in _KINDS}
ATOM = re.compile("|".join(f"(?P<{kind.name}>{kind.pattern})" for kind in _KINDS))


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
    for match in ATOM.finditer(text, start, end):
        kind = _BY_NAME[match.lastgroup or ""]
        try:
            meaning = kind.read(match.group())
        except ValueError:
            continue
        yield Atom(match.start(), match.end(), kind.name, kind.rank, kind.weak, meaning)
