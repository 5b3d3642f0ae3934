"""Feasts and solar terms that Chinese texts date by, with what fixes their day."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["EARLY_TERMS", "FESTIVALS", "LATE_TERMS", "Festival"]


@dataclass(frozen=True, slots=True)
class Festival:
    """A feast: a lunar or civil month and day, or a solar term's base; `days` of its public holiday."""

    month: int
    day: int
    lunar: bool = False
    days: int = 1
    term: tuple[float, float] | None = None
    weekday: tuple[int, int] | None = None

    def is_term(self) -> bool:
        """Whether it is a solar term that is no feast."""
        return self.day == 0 and self.term is not None


_QINGMING = (5.59, 4.81)
_DONGZHI = (22.60, 21.94)
_TERMS: tuple[tuple[str, int, float, float], ...] = (
    ("小寒", 1, 6.11, 5.4055),
    ("大寒", 1, 20.84, 20.12),
    ("立春", 2, 4.6295, 3.87),
    ("雨水", 2, 19.4599, 18.73),
    ("惊蛰", 3, 6.3826, 5.63),
    ("春分", 3, 21.4155, 20.646),
    ("谷雨", 4, 20.888, 20.1),
    ("立夏", 5, 6.318, 5.52),
    ("小满", 5, 21.86, 21.04),
    ("芒种", 6, 6.5, 5.678),
    ("夏至", 6, 22.20, 21.37),
    ("小暑", 7, 7.928, 7.108),
    ("大暑", 7, 23.65, 22.83),
    ("立秋", 8, 8.35, 7.5),
    ("处暑", 8, 23.95, 23.13),
    ("白露", 9, 8.44, 7.646),
    ("秋分", 9, 23.822, 23.042),
    ("寒露", 10, 9.098, 8.318),
    ("霜降", 10, 24.218, 23.438),
    ("立冬", 11, 8.218, 7.438),
    ("小雪", 11, 23.08, 22.36),
    ("大雪", 12, 7.9, 7.18),
)
"""Solar terms: name, month, and the bases of `day = ⌊0.2422 y + base⌋ - leap days` for the 20th and 21st century."""


FESTIVALS: dict[str, Festival] = {
    "元旦节": Festival(1, 1, days=3),
    "阳历新年": Festival(1, 1),
    "农历新年": Festival(1, 1, lunar=True, days=7),
    "新春": Festival(1, 1, lunar=True),
    "国际消费者权益日": Festival(3, 15),
    "消费者权益日": Festival(3, 15),
    "万圣节": Festival(10, 31),
    "元旦": Festival(1, 1, days=3),
    "春节": Festival(1, 1, lunar=True, days=7),
    "除夕": Festival(12, -1, lunar=True),
    "大年三十": Festival(12, -1, lunar=True),
    "年三十": Festival(12, -1, lunar=True),
    "大年夜": Festival(12, -1, lunar=True),
    "年初一": Festival(1, 1, lunar=True),
    "元宵节": Festival(1, 15, lunar=True),
    "元宵": Festival(1, 15, lunar=True),
    "龙抬头": Festival(2, 2, lunar=True),
    "端午节": Festival(5, 5, lunar=True, days=3),
    "端午": Festival(5, 5, lunar=True, days=3),
    "七夕节": Festival(7, 7, lunar=True),
    "七夕": Festival(7, 7, lunar=True),
    "中元节": Festival(7, 15, lunar=True),
    "中秋节": Festival(8, 15, lunar=True, days=3),
    "中秋": Festival(8, 15, lunar=True, days=3),
    "重阳节": Festival(9, 9, lunar=True),
    "重阳": Festival(9, 9, lunar=True),
    "腊八节": Festival(12, 8, lunar=True),
    "腊八": Festival(12, 8, lunar=True),
    "小年": Festival(12, 23, lunar=True),
    "清明节": Festival(4, 5, days=3, term=_QINGMING),
    "清明": Festival(4, 5, days=3, term=_QINGMING),
    "冬至": Festival(12, 22, term=_DONGZHI),
    "情人节": Festival(2, 14),
    "妇女节": Festival(3, 8),
    "植树节": Festival(3, 12),
    "愚人节": Festival(4, 1),
    "五一国际劳动节": Festival(5, 1, days=5),
    "国际劳动节": Festival(5, 1, days=5),
    "劳动节": Festival(5, 1, days=5),
    "五一": Festival(5, 1, days=5),
    "青年节": Festival(5, 4),
    "国际儿童节": Festival(6, 1),
    "儿童节": Festival(6, 1),
    "六一": Festival(6, 1),
    "建党节": Festival(7, 1),
    "七一": Festival(7, 1),
    "八一建军节": Festival(8, 1),
    "建军节": Festival(8, 1),
    "八一": Festival(8, 1),
    "教师节": Festival(9, 10),
    "国庆节": Festival(10, 1, days=7),
    "国庆": Festival(10, 1, days=7),
    "中秋国庆": Festival(10, 1, days=8),
    "国庆中秋": Festival(10, 1, days=8),
    "十一": Festival(10, 1, days=7),
    "香港回归纪念日": Festival(7, 1),
    "澳门回归纪念日": Festival(12, 20),
    "国家宪法日": Festival(12, 4),
    "国家公祭日": Festival(12, 13),
    "平安夜": Festival(12, 24),
    "圣诞节": Festival(12, 25),
    "圣诞": Festival(12, 25),
    "母亲节": Festival(5, 0, weekday=(2, 6)),
    "父亲节": Festival(6, 0, weekday=(3, 6)),
    "感恩节": Festival(11, 0, weekday=(4, 3)),
    "六五环境日": Festival(6, 5),
    "世界环境日": Festival(6, 5),
    "世界水日": Festival(3, 22),
    "全国助残日": Festival(5, 0, weekday=(3, 6)),
    "全国防灾减灾日": Festival(5, 12),
    "防灾减灾日": Festival(5, 12),
    "3·15": Festival(3, 15),
    "双11": Festival(11, 11),
    "双十一": Festival(11, 11),
    "国际护士节": Festival(5, 12),
    "护士节": Festival(5, 12),
    "烈士纪念日": Festival(9, 30),
    "国家扶贫日": Festival(10, 17),
    "记者节": Festival(11, 8),
    "中国农民丰收节": Festival(9, 23, term=(23.822, 23.042)),
    "农民丰收节": Festival(9, 23, term=(23.822, 23.042)),
    **{name: Festival(month, 0, term=(old, new)) for name, month, old, new in _TERMS},
}
"""Name → feast.  Civil feasts are those a Chinese text dates by; church years are out."""

LATE_TERMS = frozenset(
    (
        "1902-06-06 1911-05-06 1914-12-22 1922-07-23 1925-07-07 1927-09-08 1928-06-21 1942-09-23 1947-12-22 1951-12-22 "
        "1978-11-22 1980-12-21 1982-01-05 1984-12-21 2002-08-07 2008-05-20 2016-07-06 2082-01-19 2089-10-22 2089-11-06"
    ).split()
)
"""Days that the formula gives for a solar term which fell on the day after."""

EARLY_TERMS = frozenset(
    "1914-02-05 1915-03-07 1923-02-20 1947-02-05 1948-03-06 2019-01-06 2021-12-22 2026-02-19".split()
)
"""Days that the formula gives for a solar term which falls on the day before."""
