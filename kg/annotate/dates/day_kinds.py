"""The second half of the table of atoms: days, parts of the day and times of the clock.

Tables only; `kg.annotate.dates.kinds` has the coarser ones and puts both together.
"""

from __future__ import annotations

from kg.annotate.dates import meanings, words
from kg.annotate.dates.pieces import DIGITS, NUMERALS, SEPARATOR, C, Kind, N, initials
from kg.annotate.dates.words import any_of

__all__ = ["DAY_KINDS"]

_NOT_CLOCK = "(?![段代节间候速差期刻空])"
_NOT_BEFORE_DAY = "(?<![目之以提当])(?<!如(?=今日子))(?<![光昆三文发透](?=明日))"
"""目|前日, 如|今日子, 光|明日报, 昆|明日报."""
_NOT_DAY = "(?!元(?![宵旦])|[本均产常程游]|报(?![道到名送告考表请]))"

DAY_KINDS: tuple[Kind, ...] = (
    # 25日 · 二十五日 · 14 in 14至18日
    Kind(
        "day",
        3,
        DIGITS + NUMERALS,
        (
            rf"(?<=月){N}(?=(?:、\d{{1,2}})+日{_NOT_DAY})|(?<=\d、){N}(?=(?:、\d{{1,2}})+日{_NOT_DAY})",
            rf"{N}[ ]?日{_NOT_DAY}|{N}(?={SEPARATOR}\d{{1,2}}[ ]?日)",
            rf"(?:[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)日{_NOT_DAY}",
        ),
        meanings.stated("day"),
    ),
    # 今（19）日 · 昨(4)晚 · 昨（2月18日）日
    Kind(
        "day_said",
        3,
        "昨今明前",
        (r"[昨今明前][（(](?:\d{1,2}月)?\d{1,2}[日号]?[）)](?:[日天]|(?=[晚夜晨早]))",),
        meanings.day_said,
    ),
    Kind(
        "day_word",
        3,
        initials(words.DAY_WORDS),
        (rf"{_NOT_BEFORE_DAY}(?:{any_of(words.DAY_WORDS)})",),
        meanings.word("day", words.DAY_WORDS),
    ),
    Kind(
        "night",
        3,
        "昨今明当次前",
        (
            r"(?<!首)[昨今明当次](?=[晚夜晨早](?![报点]))",
            r"(?<![之以提目当日天月年午夜到会节赛考睡生产饭周时分秒])前(?=晚(?![上间会饭餐宴年霞孕报辈婚育稻熟期点班风些了于]))",
        ),
        meanings.word("day", words.NIGHT_WORDS),
    ),
    # 最后一个周五 in 6月的最后一个周五
    Kind(
        "nth_weekday",
        3,
        "第最头",
        tuple(
            rf"(?<={before})(?:第[一二三四五]|最后一|头一)个?(?:周|星期|礼拜)[一二三四五六日天]"
            for before in ("月", "月的")
        ),
        meanings.nth_weekday,
        weak=True,
    ),
    # 第三天
    Kind("that_day", 3, "是", (r"(?<![^\s。；;])是日(?=[，,晨晚]|夜[，,]|[上下]午|[全本]?[省市县区州])",), meanings.that),
    Kind("nth_day", 3, "第", ("第[三四五六七八九十]天",), meanings.nth_day),
    Kind("day_weak", 3, DIGITS + NUMERALS, (r"\d{1,2}号", rf"{C}[日号]"), meanings.stated("day"), weak=True),
    Kind("part", 5, initials(words.PARTS_OF_DAY), (any_of(words.PARTS_OF_DAY),), lambda text: {"part": text}),
    Kind("part_weak", 5, "晚夜晨早一", (r"[晚夜晨早]|一大?早",), lambda text: {"part": text}, weak=True),
    # 三四点 after 下午
    Kind("about", 6, NUMERALS, (r"(?:一二|[二两]三|三四|四五|五六|六七|七八|八九|九十|十一二)[时点]",), lambda _: {}, weak=True),
    # 9点23分 · 5时38分45秒 · 21时 · 零时 · 9 in 9至11时
    Kind(
        "clock",
        6,
        "零" + DIGITS + NUMERALS,
        (
            rf"(?:{N}|零|{C})[ ]?[时点][ ]?(?:\d{{1,2}}|[零一二三四五六七八九十]{{1,3}})[ ]?[多余]?分(?:(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})秒)?",
            rf"{N}[ ]?时(?:整|半|一刻|三刻)?{_NOT_CLOCK}",
            rf"(?:{N}|零|{C})[时点](?:[一三]刻|半(?!课堂)|整)|零[时点](?!起步|夜查|行动)|{N}(?={SEPARATOR}\d{{1,2}}时)",
        ),
        meanings.clock,
    ),
    # 21点 after 晚上 · 9:30 after a day
    Kind(
        "clock_weak",
        6,
        DIGITS + NUMERALS,
        (
            rf"(?:{N}|{C})点(?:钟|半|整|一刻|三刻)?(?![\d几多]*[%个条])",
            rf"{C}时{_NOT_CLOCK}",
            rf"{N}:\d\d分?(?![\d:])",
        ),
        meanings.clock,
        weak=True,
    ),
)
