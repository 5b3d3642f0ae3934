"""The closed word classes of date expressions, each word with what it means."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.dates.feasts import FESTIVALS
from kg.annotate.dates.parts import Base, Edge, Ref

__all__ = ["any_of"]


def any_of(*words: str | Iterable[str]) -> str:
    """A pattern for any of the words, longest first; a string holds several, set apart by blanks."""
    flat = {word for group in words for word in (group.split() if isinstance(group, str) else group)}
    return "|".join(sorted(flat, key=lambda word: (-len(word), word)))


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


def _refs(base: Base, table: dict[int, str]) -> dict[str, Ref]:
    return {word: Ref(base, n) for n, words in table.items() for word in words.split()}


YEAR_WORDS = _refs(
    Base.DEICTIC,
    {-3: "大前年", -2: "前年", -1: "去年 上一年 上年", 0: "今年 本年 年内", 1: "明年 来年 下一年", 2: "后年"},
) | _refs(Base.ANAPHOR, {0: "当年 同年 同一年 该年 那一年 这一年 那年 全年", 1: "次年 翌年 转年 第二年"})

MONTH_WORDS = _refs(Base.DEICTIC, {-1: "上个月 上一个月 上月", 0: "本月 这个月", 1: "下个月 下一个月 下月"}) | _refs(
    Base.ANAPHOR, {0: "同月 当月 该月", 1: "次月 翌月"}
)

DAY_WORDS = _refs(
    Base.DEICTIC,
    {-3: "大前天", -2: "前天 前日", -1: "昨天 昨日", 0: "今天 今日 即日", 1: "明天 明日", 2: "后天", 3: "大后天"},
) | _refs(
    Base.ANAPHOR,
    {-1: "前一天 前一日 头一天", 0: "当天 当日 同日 同一天 同天 这一天", 1: "次日 翌日 第二天 隔日 隔天"},
)

NIGHT_WORDS = _refs(Base.DEICTIC, {-2: "前", -1: "昨", 0: "今", 1: "明"}) | _refs(Base.ANAPHOR, {0: "当", 1: "次"})
"""Before 晚, 夜, 晨, 早: 昨晚, 今晨, 当夜."""

THAT_WORDS = {"年": ("year", Ref(Base.ANAPHOR, 0)), "月": ("month", Ref(Base.ANAPHOR, 0)), "日": ("day", Ref(Base.ANAPHOR, 0))}
"""Behind 是, as chronicles write it: 是年, 是月, 是日."""

PARTS_OF_DAY = _set(
    "上午 下午 中午 正午 午后 凌晨 清晨 清早 早晨 早上 傍晚 晚上 晚间 夜间 夜里 夜晚 深夜 午夜 子夜",
    "半夜 拂晓 黎明 上半夜 后半夜 入夜",
)

AFTERNOON = _set("下午 傍晚 晚上 晚间 晚 夜间 夜里 夜晚 夜 深夜 午后 入夜 上半夜")
"""Parts of the day in which 3时 is 15:00."""

NIGHT = _set("夜间 夜里 夜 深夜 半夜 午夜 子夜")
"""Parts of the day in which 1时 is 01:00 and 12时 is midnight."""

EVENING = NIGHT | _set("晚上 晚间 晚 傍晚")

EARLY = _set("凌晨 拂晓 黎明 后半夜")

WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 5}
WEEKS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12}
EDGES = {"初": Edge.BEGIN, "中": Edge.MIDDLE, "底": Edge.END, "末": Edge.END}
XUN = {"上": (0, 0), "中": (1, 1), "下": (2, 2), "上中": (0, 1), "中下": (1, 2)}

NUMBERED_FEASTS = ("五一", "六一", "七一", "八一", "十一")
"""Feasts named by their date; they need quotation marks or 期间, 假期 … beside them."""

_NAMED = ("3·15", "双11", "双十一", "防灾减灾日")
"""The same, with patterns of their own: “3·15”期间."""

FEASTS = tuple(name for name, feast in FESTIVALS.items() if name not in (*NUMBERED_FEASTS, *_NAMED) and not feast.is_term())

TERMS = tuple(name for name, feast in FESTIVALS.items() if feast.is_term())
"""Solar terms that are no feasts: also words for weather, and names; they need 那天, 当天 or 节气 beside them."""
