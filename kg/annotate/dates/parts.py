"""What a date expression says, before it is resolved: a year, a month, a day …, each stated or relative.

`去年12月` → `Parts(year=Ref(DEICTIC, -1), month=Ref(STATED, 12))`;  `翌日凌晨4时15分` →
`Parts(day=Ref(ANAPHOR, 1), part="凌晨", hour=1, minute=30)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Base", "Edge", "Expression", "Moment", "Parts", "Ref", "Suffix"]


class Base(Enum):
    """What a number counts from."""

    STATED = "stated"
    """The number itself: 2020年."""
    DEICTIC = "deictic"
    """The moment of writing: 去年, 本月, 昨天."""
    ANAPHOR = "anaphor"
    """The date last told: 同年, 次月, 当天."""


class Edge(Enum):
    """The first or last part of a month or year: 年初, 月底."""

    BEGIN = "begin"
    MIDDLE = "middle"
    END = "end"


class Suffix(Enum):
    """What stands after (or, for 截至, before) an expression and bears on its value."""

    NONE = ""
    BEFORE = "before"
    """A deadline: 5月31日前."""
    SINCE = "since"
    """从 then to the day of writing: 7月31日以来, 2015年至今."""
    FROM = "from"
    """A start: 8月20日起."""
    AS_OF = "as of"
    """截至."""
    DURING = "during"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Ref:
    """A year, month or day: the number itself, or an offset from a base."""

    base: Base
    n: int


@dataclass(slots=True)
class Parts:
    """The parts of one expression; what it does not say is None.

    `months` is the first and last month of a quarter or half-year, `xun` the first and last (0–2) ten days of a month,
    `week` an offset in weeks, `weekday` 0 (Monday) to 6, `lunar` (month, day, is leap), `plan` the
    ordinal of a five-year plan, `offset` a number of `unit`s after (or before, negative) a base.
    """

    year: Ref | None = None
    month: Ref | None = None
    day: Ref | None = None
    months: tuple[int, int] | None = None
    edge: Edge | None = None
    xun: tuple[int, int] | None = None
    week: int | None = None
    weekday: int | None = None
    festival: str | None = None
    lunar: tuple[int, int, bool] | None = None
    plan: int | None = None
    offset: tuple[float, str] | None = None
    part: str | None = None
    hour: int | None = None
    minute: int | None = None
    now: bool = False
    weekend: bool = False
    holiday: bool = False
    """Of a feast the days off: 端午假期."""
    quarter: int | None = None
    """Quarters from the one of writing: -1 in 上个季度."""
    ordinal: int | None = None
    """Which of a month's weekdays `weekday` is, -1 the last: 最后一个周五."""
    nth: bool = False
    """Whether `day` is an ordinal: 第三天."""
    said: int | None = None
    """Which day of the month brackets say that `day` is: 19 in 今（19）日."""
    shift: int = 0
    """Days from what the other parts say: -1 in 除夕前一天."""
    years: int | None = None
    """How many years from `year` on: 2 in 今明两年."""

    def only_year(self) -> bool:
        """Whether a year is all that is said."""
        return self.year is not None and not self.finer_than_year()

    def finer_than_year(self) -> bool:
        return any(
            value is not None
            for value in (self.month, self.day, self.months, self.edge, self.xun, self.week, self.weekday, self.quarter)
        ) or bool(self.festival or self.lunar or self.offset or self.has_clock() or self.plan or self.now)

    def has_clock(self) -> bool:
        """Whether a time of day is said, be it 晚上 or 21时."""
        return self.part is not None or self.hour is not None

    def has_day(self) -> bool:
        """Whether a day is said, in whatever calendar."""
        return bool(self.day or self.festival or self.lunar or self.weekday is not None)

    def only_clock(self) -> bool:
        return self.has_clock() and not (
            self.year or self.month or self.has_day() or self.week is not None or self.offset or self.months
        )


@dataclass(slots=True)
class Expression:
    """A whole expression in the text: `text[start:end]` includes 截至, brackets and 前/起/以来."""

    start: int
    end: int
    left: Parts
    right: Parts | None = None
    gloss: Parts | None = None
    suffix: Suffix = Suffix.NONE
    coarse: bool = False
    """Whether SINCE begins somewhen in the month or year: 2016年8月至今, 2014年工作启动以来."""
    core: int = 0
    """Where the expression proper begins, behind 截至."""
    core_end: int = 0
    """Where it ends, before 前/起/以来."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A civil date of whatever precision is known."""

    year: int
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None

    @property
    def granularity(self) -> str:
        """`year`, `month`, `day`, `hour` or `minute`."""
        if self.minute is not None:
            return "minute"
        if self.hour is not None:
            return "hour"
        return "day" if self.day is not None else "month" if self.month is not None else "year"

    def iso(self) -> str:
        """ISO 8601: 2020, 2020-01, 2020-01-25, 2020-01-25T21, 2020-01-25T23:59."""
        text = f"{self.year:04d}"
        for mark, value in (("-", self.month), ("-", self.day), ("T", self.hour), (":", self.minute)):
            if value is None:
                break
            text += f"{mark}{value:02d}"
        return text
