"""What an expression leans on, and what it becomes: `Context` in, `Reading` or `Unresolved` out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kg.annotate.dates.parts import Moment

__all__ = [
    "EARLIER",
    "LUNAR",
    "PUBLICATION",
    "SIGN_OFF",
    "STATED",
    "Context",
    "Reading",
    "Running",
    "Unresolved",
    "civil_day",
    "moment",
]

STATED, PUBLICATION, EARLIER, LUNAR = "stated", "publication date", "earlier date", "lunar calendar"
SIGN_OFF = "sign-off date"
"""How a year was found: `date_basis`."""


@dataclass(slots=True)
class Running:
    """The date last told.  `local` where it was told in this paragraph, or by the heading above it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    local: bool = False
    heading: bool = False
    aside: bool = False
    """Was its year told by a word like 去年 in an earlier sentence?  A look back is over with its sentence."""
    told: date | None = None
    """The day last told, also where a coarser date was told since."""
    lead: date | None = None
    """The first day told in the article: what it is about."""
    part: str | None = None
    """The part of the day last told, in whose hours the clock goes on: 下午3时召开，5时结束."""
    opens: bool = False
    """Whether a paragraph opens with the date."""

    def date(self) -> date | None:
        """The running day, where it is known to the day; else the day last told."""
        if self.year is None or self.month is None or self.day is None:
            return self.told
        return civil_day(self.year, self.month, self.day)


@dataclass(slots=True)
class Context:
    """What an expression may lean on.  `forward`: the sentence looks ahead (将, 拟, …前); `deadline`: …前 itself."""

    reference: date | None = None
    reference_basis: str = PUBLICATION
    year: int | None = None
    year_basis: str = EARLIER
    running: Running | None = None
    forward: bool = False
    past: bool = False
    """Has the article told of nothing of the year of writing so far?"""
    will: bool = False
    """Whether 将于 or 将在 stands before the date: it is ahead of the writing, whatever was told before."""
    deadline: bool = False
    begins: bool = False
    """Whether it is a start: …起."""
    within: bool = False
    """The far end of an interval: only the near end counts."""
    mixed: bool = False
    """Whether each end of an interval keeps its own precision; facts have one precision."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A resolved expression: a moment, or an interval if `end` is given, and how the year was found."""

    start: Moment
    end: Moment | None
    basis: str

    def iso(self) -> str:
        """ISO 8601, `a/b` for an interval."""
        if self.end is None or self.end == self.start:
            return self.start.iso()
        return f"{self.start.iso()}/{self.end.iso()}"

    @property
    def granularity(self) -> str:
        return self.start.granularity

    def is_within(self, days: int, day: date | None) -> bool:
        """Does it begin so many days before or after `day`, or less?"""
        first = civil_day(self.start.year, self.start.month or 1, self.start.day or 1)
        return first is not None and day is not None and abs((first - day).days) <= days


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why there is no value."""

    reason: str


def civil_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moment(day: date) -> Moment:
    """A day as a moment."""
    return Moment(day.year, day.month, day.day)
