"""The table of atoms: every kind of word that a date expression is made of, with its patterns, its rank and its meaning.

Tables only; `kg.annotate.dates.atoms` reads them.
"""

from __future__ import annotations

from kg.annotate.dates import meanings, words
from kg.annotate.dates.day_kinds import DAY_KINDS
from kg.annotate.dates.meanings import QUOTES
from kg.annotate.dates.pieces import DIGITS, NUMERALS, SEPARATOR, C, Kind, N, initials
from kg.annotate.dates.words import any_of

__all__ = ["KINDS"]

_FOUR = r"[一二][〇零○◯0oO一二三四五六七八九]{3}"
_NOT_MONTH = "(?![球亮牙饼嫂薪均供息租刊考])"
_NOT_EDGE = "(?![中级步心次审选衷稿始夏春秋冬层线子数气蕴]|部(?!署))"
_MONTH = r"(?:正|冬|腊|十[一二]|[一二三四五六七八九十])"
_LUNAR_DAY = r"(?:初[一二三四五六七八九十]|二?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|三十)"
_PLAN = r"(?:十[一二三四五六]?|[一二三四五六七八九])五"
_IN_PRESS = "(?:[今昨]日|今天)?(?:[上下]午|晚)?(?:记者)?发稿[时前]?"
_OF_PLAN = "(?=期间|时期|以来|[末初前]|开局|[^，,。；规的]{0,8}投入)"
_SEASON = r"(?<=\d年)[春夏秋冬](?:天(?![以前后])|季?(?=[，,])|季(?=[至到]\d{4}年))|(?<=\d年的)[春夏秋冬]天(?![以前后般])"
_WITHIN_YEAR = r"(?<![\d年月日半全几两三四五六七八九十一二整当今明去前数个])年内(?![容部蒙地外涵环])"
_NAMED_FEASTS = "妇女节 劳动节 青年节 儿童节 建党节 建军节 护士节 消费者权益日".split()
"""Feasts whose number may stand before them in quotation marks: “三八”国际妇女节."""
_TWO_YEARS = "|".join(f"{year}年?[、和]{year + 1}" for year in range(1949, 2050))
"""2016、2017, not 1988、2019."""
_THAT = r"(?<![^\s。；;])是"
_MEASURE = "[ ]?(?:[万亿元点吨克米度倍]|分(?!管)|平方|公[里斤顷分])"
"""Behind 2015.5-2016.8: figures, and no months."""
_M, _D = r"(?:0?[1-9]|1[0-2])", r"(?:[12]\d|3[01]|0?[1-9])"

KINDS: tuple[Kind, ...] = (
    # 2020-01-25 · 2020/1/25 · 2020.01.25 · 2001.07
    Kind(
        "iso",
        1,
        "12",
        (
            *(
                rf"(?<![\d./])(?<!(?<!\.\d)(?<!\.\d\d)(?<!-)-)(?:19|20)\d\d{body}(?![\d.%/]|[ ]?[万亿元])"
                for body in (rf"-{_M}-{_D}", rf"/{_M}/{_D}", rf"\.{_M}\.{_D}", r"[./](?:0[1-9]|1[0-2])")
            ),
            rf"(?<![\d.\-/])(?:19|20)\d\d\.[1-9](?={SEPARATOR}(?:(?:19|20)\d\d\.\d{{1,2}}(?![\d.%]|{_MEASURE})|今))",
            "|".join(rf"(?<=\.{before})(?:19|20)\d\d\.[1-9](?![\d.%]|{_MEASURE})" for before in (r"\d[-—–~至]", r"\d\d[-—–~至]", r"\d[-—–]{2}")),
        ),
        meanings.iso,
    ),
    # 2020年 · 公元618年 · 二〇二〇年 · 15年3月2日 · 2021 in 2021—2023年
    Kind(
        "year",
        1,
        "公西一二" + DIGITS,
        (
            r"(?<![\d.,])(?:公元|西元)?[12]\d{3}[ ]?年(?![代龄])",
            rf"(?:公元|西元)\d{{3}}年|(?:公元)?{_FOUR}年(?![代龄])",
            r"(?<![\d.])\d\d年(?=\d{1,2}月\d{1,2}[日号])",
            rf"(?<![\d.,])(?:19|20)\d\d(?={SEPARATOR}(?:19|20)\d\d[ ]?年)",
        ),
        meanings.year,
    ),
    # 今明两年
    Kind("years", 1, "今去", ("(?:今明|去今)[两二]年(?!来)",), meanings.years),
    # 2016、2017两年 · 2015—2017三年间
    Kind(
        "year_span",
        1,
        "12",
        (rf"(?<![\d.,])(?:(?:19|20)\d\d年?[-—–~至](?:19|20)\d\d年?[两二三四五]|(?:{_TWO_YEARS})年?[两二])年间?(?![前后以期])",),
        meanings.year_span,
    ),
    Kind(
        "year_word",
        1,
        initials(words.YEAR_WORDS),
        (rf"(?<![\d年月日天目之以提半全几两三四五一二整当今明送寄捎])(?:{any_of(words.YEAR_WORDS)})(?<!年内)|{_WITHIN_YEAR}",),
        meanings.word("year", words.YEAR_WORDS),
    ),
    # 是年 in chronicles
    Kind("that_year", 1, "是", (rf"{_THAT}年(?=[，,春夏秋冬底]|(?:\d{{1,2}}|{C})月|[全本]?[省市县区州])",), meanings.that),
    # “十四五”期间 · 十三五时期 · “十四五”前三年 · “十二五”累计投入
    Kind(
        "plan",
        1,
        QUOTES + NUMERALS,
        (rf"[{QUOTES}]{_PLAN}[{QUOTES}](?:[前后头][两二三四]年|{_OF_PLAN})", rf"{_PLAN}(?=期间|时期|以来)"),
        meanings.plan,
    ),
    Kind(
        "now",
        1,
        "目现当发记今昨上下晚",
        tuple(rf"(?<=截{a})(?:目前|现在|当前|{_IN_PRESS})" for a in ("至", "止", "至到", "止到")),
        lambda _: {"now": True},
    ),
    # 一季度 · 前三季度 · 上半年 · 前10个月 · 今年头两个月
    Kind(
        "months",
        2,
        "第一二三四五六七八九十1234首前头上下",
        (r"第?[一二三四1234][ ]?季度|首季度?|前[二两三23]个?季度|[上下]半年|(?:(?<!提)前|(?<=年)头)[一二两三四五六七八九十\d]{1,2}个月"
            r"|(?<=年)(?:一二|二三|三四|四五|五六|六七|七八|八九|九十|十一二)月份?",),
        meanings.months,
    ),
    # 农历八月十五 · 腊月二十三 · 正月初八 · 三月初三
    Kind(
        "lunar",
        2,
        "农阴夏闰正冬腊大" + NUMERALS,
        (
            rf"(?:农历|阴历|夏历)闰?{_MONTH}月{_LUNAR_DAY}|闰?[正冬腊]月{_LUNAR_DAY}",
            rf"{_MONTH}月初[一二三四五六七八九十]|大年初[一二三四五六七八九十]",
            rf"(?:农历|阴历){_MONTH}月[二三五六七九](?![一二三四五六七八九十日号])",
            r"(?<![\u4e00-\u9fff])(?:二月二|三月三|六月六|七月七|九月九)(?![一二三四五六七八九十日号])",
        ),
        meanings.lunar,
    ),
    # 初三 in 正月初一至初三
    Kind(
        "lunar_weak",
        2,
        "初十",
        (r"(?<=[至到])初[一二三四五六七八九十](?![中级])|(?<=初[一二三四五六七八九十][至到])十[一二三四五六七八九]?(?![日年月多余])",),
        meanings.lunar,
        weak=True,
    ),
    # 上个季度 · 本季度
    Kind("quarter", 2, "上本这下", ("[上本这下](?:一?个)?季度",), meanings.quarter),
    # 上周三 · 本周 · 下个星期一
    Kind(
        "week",
        2,
        "上本这下",
        (r"(?:上上|下下|[上本这下])个?(?:周|星期|礼拜)[一二三四五六日天末]?(?![年岁期刊边转围])",),
        meanings.week,
    ),
    Kind("weekday", 4, "周星礼", (r"(?:周|星期|礼拜)[一二三四五六日天](?![一二三四五六七八九十])",), meanings.week),
    # 三天后 · 半年后 · 两年前
    Kind(
        "offset",
        1,
        "半" + DIGITS + NUMERALS,
        tuple(
            rf"(?<![\d.月第每满近约])(?:\d{{1,3}}|[一二两三四五六七八九十半]{{1,3}}){unit}(?!的(?!\d{{1,2}}月))"
            for unit in (
                r"(?:天|周|个?(?:星期|礼拜)|个月|年半?|个?小时|分钟)(?:之后|以后|过后|后(?![续期勤备]))",
                r"日(?:之后|以后|后)",
                r"(?:天|周|个?(?:星期|礼拜)|个月|年)(?:之前|以前|前(?![台厅任]))",
            )
        ),
        meanings.offset,
    ),
    # 3月 · 12月份 · 十一月 · 元月 · 1 in 1至7月
    Kind(
        "month",
        2,
        "元" + DIGITS + NUMERALS,
        (
            r"(?:(?<=\n\d\.)|(?<=\n\d\d\.))(?:1[0-2]|[1-9])月(?=\d{1,2}日)",
            rf"{N}[ ]?月份?{_NOT_MONTH}|(?<![个第]){C}月份?{_NOT_MONTH}|(?<![\d万亿百千])元月份?",
            rf"(?<=[年在于从]){N}(?=、\d{{1,2}}[ ]?月)|(?<![\d.,:])(?:{'|'.join(f'{n}(?=、{n + 1}月份)' for n in range(1, 12))})",
            rf"{N}(?={SEPARATOR}(?:\d{{1,2}}|{C})[ ]?月)|(?<![一二两三四五六七八九十第])[一二三四五六七八九十](?=[至到]{C}月(?![份]?(?:大|龄)))",
        ),
        meanings.month,
    ),
    Kind(
        "month_word",
        2,
        initials(words.MONTH_WORDS),
        (any_of(words.MONTH_WORDS),),
        meanings.word("month", words.MONTH_WORDS),
    ),
    # 是月
    Kind("that_month", 2, "是", (rf"{_THAT}月(?=[，,]|[上中下]旬|初[，,一二三四五六七八九十]|\d{{1,2}}日|[全本]?[省市县区州])",), meanings.that),
    # 春节 · 中秋节 · “五一”
    Kind(
        "festival",
        2,
        QUOTES + "国全" + initials((*_NAMED_FEASTS, *words.FEASTS, *words.NUMBERED_FEASTS, *words.TERMS)),
        (
            rf"(?:[{QUOTES}](?:[一三四五六七八十]{{1,2}}|\d·\d\d)[{QUOTES}])?(?:国际|全国)?(?:{any_of(_NAMED_FEASTS)})(?<!节(?=[目能约]))",
            rf"[{QUOTES}]5·12[{QUOTES}](?:全国)?防灾减灾日",
            f"(?:{any_of(words.FEASTS)})(?<!节(?=[目能约]))",
            rf"[{QUOTES}](?:3·15|双11|双十一)[{QUOTES}](?=当[天日]|期间|前夕)",
            rf"[{QUOTES}](?:{any_of(words.NUMBERED_FEASTS)})[{QUOTES}]",
            rf"(?:{any_of(words.NUMBERED_FEASTS)})(?=期间|假期|前后|前夕|小?长假|当天|节|之[前后])节?",
            rf"(?<=年)(?:{any_of(words.NUMBERED_FEASTS)})(?=[，,。前后]|那天)",
            rf"(?:{any_of(words.TERMS)})(?=节气|[那当这][天日])(?:节气)?",
        ),
        meanings.festival,
    ),
    # 假期首日 in 国庆假期首日 · 长假进入第二天 · “十一”首日
    Kind(
        "holiday_day",
        3,
        "假小长黄首",
        (r"(?:假期|小?长假|假日|黄金周)(?:的|进入)?(?:首日|头一天|第[一二三四五六七八][天日])|(?<=[”\"])首日",),
        meanings.holiday_day,
        weak=True,
    ),
    # 小长假 in 端午小长假前一天
    Kind("holiday", 3, "假小长黄", ("假期|小?长假|假日|黄金周",), lambda _: {"holiday": True}, weak=True),
    # 第一天 in 七月的第一天
    Kind(
        "month_day",
        3,
        "第头最首",
        ("(?<=月)(?:第一天|头一天|首日|最后一天)", "(?<=月的)(?:第一天|头一天|最后一天)"),
        meanings.month_day,
        weak=True,
    ),
    # 年初 · 年底 · 月末, and 底 in 2019年底
    Kind("edge_word", 3, "年月", (rf"年(?:[初末底]{_NOT_EDGE}|中(?=[,，。]))|月[初末底](?!步)",), meanings.edge),
    Kind(
        "edge",
        3,
        "末底初中",
        (rf"[末底]{_NOT_EDGE}|初{_NOT_EDGE}(?![一二三四五六七八九十])|中(?=[,，。])",),
        meanings.edge,
        weak=True,
    ),
    # 冬天 in 1980年冬天, 冬 in 1988年冬
    Kind("season", 3, "春夏秋冬", (_SEASON,), lambda _: {}, weak=True),
    Kind("xun", 3, "上中下", ("上中旬|中下旬|[上中下]旬",), lambda text: {"xun": words.XUN[text[:-1]]}),
    *DAY_KINDS,
)
