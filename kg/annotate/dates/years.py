"""Years that an expression names; years and months that it leaves out, from what was told or from the day of writing."""

from __future__ import annotations

from datetime import date

from kg.annotate.dates import calendar
from kg.annotate.dates.context import EARLIER, STATED, Context, Reading, Running, Unresolved, civil_day
from kg.annotate.dates.feasts import Festival
from kg.annotate.dates.parts import Base, Edge, Moment, Parts, Ref

__all__ = ["feast_year", "month_of_day", "nearest_year", "year_at_hand", "year_edge", "year_of", "year_only"]

_HALF_A_YEAR = 183
_NEAR = 45
_FIRST_MONTHS = 2
_RECENT_DAYS = 10
_WEEKS = 21
_COMING_DAYS = 5
_MANY_DAYS = 7
_LONG_PAST = 2


def year_of(ref: Ref | None, context: Context) -> tuple[int, str] | Unresolved | None:
    """The year an expression names, with its basis; None where it names none."""
    if ref is None:
        return None
    if ref.base is Base.STATED:
        return ref.n, STATED
    running = context.running or Running()
    if ref.base is Base.ANAPHOR:
        if running.year is None:
            return Unresolved("no year told before")
        return running.year + ref.n, EARLIER
    if context.reference is not None:
        return context.reference.year + ref.n, context.reference_basis
    if context.year is not None:
        return context.year + ref.n, context.year_basis
    return Unresolved("no publication date")


def year_only(parts: Parts, context: Context) -> Reading | Unresolved:
    """2020年, 今明两年, 2020年底: a year, its edge, or so many years."""
    found = year_of(parts.year, context)
    if found is None or isinstance(found, Unresolved):
        return found or Unresolved("no year")
    if parts.edge is not None:
        return year_edge(parts, *found)
    end = Moment(found[0] + parts.years - 1) if parts.years else None
    return Reading(Moment(found[0]), end, found[1])


def year_edge(parts: Parts, year: int, basis: str) -> Reading:
    """The beginning, the middle or the end of a year."""
    if parts.edge is Edge.END:
        return Reading(Moment(year, 12, 31), None, basis)
    return Reading(Moment(year, 1 if parts.edge is Edge.BEGIN else 6), None, basis)


def nearest_year(month: int, day: int, context: Context) -> tuple[int, str] | None:
    """The year of a yearless date."""
    running = context.running or Running()
    if context.within and running.year is not None:
        return running.year + (running.month is not None and month < running.month), EARLIER
    starts_before = context.begins and running.month is not None and month < running.month and not running.heading
    if running.local and running.year is not None and not starts_before:
        wrapped = running.month is not None and not running.heading and running.month - month > 6
        year = running.year + wrapped
        if running.heading or not _better_from_writing(year, month, day, running, context):
            return year, EARLIER
    if context.reference is not None:
        year = _sensible_year(month, day, context.reference, context.forward)
        looks_back = not context.forward and not context.begins
        story = _story_year(year, month, day, context) if looks_back else None
        return (year, context.reference_basis) if story is None else (story, EARLIER)
    if context.year is not None:
        return context.year, context.year_basis
    return None if running.year is None else (running.year, EARLIER)


def _better_from_writing(year: int, month: int, day: int, running: Running, context: Context) -> bool:
    """Whether a yearless date belongs to the day of writing rather than to a year just told.

    It does where the year told would put it in the future, or where only a year was told
    (`2020年，全省支出…`) and the day of writing follows within weeks (`1月24日，厅长作报告`).
    """
    reference = context.reference
    if reference is None:
        return False
    if (year, month) > (reference.year, reference.month) and not context.forward:
        # 今年的窗口3月1日打开 is ahead, and said so
        return running.month is not None or year != _sensible_year(month, day, reference, forward=False)
    if context.will and (year, month) < (reference.year, reference.month):
        return True
    if running.aside and (running.month is None or month < running.month) and _is_past(month, day, reference):
        return True
    if day == 0:
        months = (reference.year - year) * 12 + reference.month - month
        return running.month is None and 0 <= months % 12 <= 1
    day_of_writing = civil_day(_sensible_year(month, day, reference, context.forward), month, day)
    recent = day_of_writing is not None and 0 <= (reference - day_of_writing).days <= _WEEKS
    return recent and running.month is None


def _is_past(month: int, day: int, reference: date) -> bool:
    """Has the day come already in the year of writing?"""
    return (month, day) <= (reference.month, reference.day)


def _story_year(year: int, month: int, day: int, context: Context) -> int | None:
    """The year of a story told before, where a yearless date that looks back would else lie after the writing.

    In an article that has told of nothing but years long past, all yearless dates are of its story.
    """
    told, reference = (context.running or Running()).told, context.reference
    if told is None or reference is None or told.year >= reference.year:
        return None
    long_past = context.past and told.year <= reference.year - _LONG_PAST
    if not long_past and (year, month, day or 1) <= (reference.year, reference.month, reference.day):
        return None
    return told.year + ((month, day or 31) < (told.month, told.day))


def _sensible_year(month: int, day: int, reference: date, forward: bool) -> int:
    """This year, unless that lies half a year ahead of a text that looks back (or behind one that looks ahead)."""
    ahead = (month - reference.month) * 30 + (day or 15) - reference.day
    if ahead > _HALF_A_YEAR and not forward:
        return reference.year - 1
    return reference.year + (forward and -ahead > _HALF_A_YEAR)


def year_at_hand(end: bool, context: Context) -> tuple[int, str] | Unresolved:
    """The year of a bare 年初 or 年底: a heading's, one just told (去年6月…，年底), else that of the writing.

    A year's end told of in the first weeks of the next is that of the year before.
    """
    running, reference = context.running or Running(), context.reference
    told_back = reference is None or (
        running.year is not None and running.year < reference.year and not context.forward
    )
    if running.year is not None and (running.heading or (running.local and told_back)):
        return running.year, EARLIER
    found = year_of(Ref(Base.DEICTIC, 0), context)
    if found is None or isinstance(found, Unresolved):
        return found or Unresolved("no year")
    just_past = end and reference is not None and reference.month <= _FIRST_MONTHS and not context.forward
    return found[0] - just_past, found[1]


def feast_year(feast: Festival, context: Context) -> tuple[int, str] | None:
    """The civil year of a feast without one: the occurrence that suits the day of writing."""
    running = context.running or Running()
    if running.local and running.year is not None and not context.will:
        day, told = calendar.festival_day(feast, running.year), running.date()
        past = context.deadline and context.forward and day is not None and told is not None and day < told
        return running.year + past, EARLIER
    if context.reference is None:
        if context.year is not None:
            return context.year, context.year_basis
        return None if running.year is None else (running.year, EARLIER)
    reference = context.reference
    days = [calendar.festival_day(feast, reference.year + n) for n in (-1, 0, 1)]
    known = [d for d in days if d is not None]
    if not known:
        return None
    if context.deadline and not context.forward:
        return max(d for d in known if d < reference).year, context.reference_basis
    ahead = [d for d in known if d >= reference]
    recent = max((d for d in known if d < reference), default=None)
    if context.deadline and not context.will and recent and (reference - recent).days <= _WEEKS:
        return recent.year, context.reference_basis  # 国庆节前放款, told in the middle of October
    if context.forward and ahead:
        return ahead[0].year, context.reference_basis
    best = min(known, key=lambda d: (d - reference).days if d >= reference else (reference - d).days * 0.5)
    return best.year, context.reference_basis


def month_of_day(day: int, context: Context) -> tuple[int, int, str] | Unresolved:
    """Year and month of a bare `19日`."""
    running, reference = context.running or Running(), context.reference
    if running.year is not None and running.month is not None:
        month_told = date(running.year, running.month, running.day or 15)
        near = any(day is not None and abs((day - month_told).days) <= _NEAR for day in (reference, running.lead))
        at_hand = running.local or (near and not (reference and _just_before(day, context, reference)))
        if at_hand or reference is None or context.within:
            turns = running.day is not None and running.day - day > 15
            return (*calendar.month_shift(running.year, running.month, int(turns)), EARLIER)
    if reference is None:
        return Unresolved("no month told before")
    return (
        *calendar.month_shift(reference.year, reference.month, _month_shift(day, context, reference)),
        context.reference_basis,
    )


def _month_shift(day: int, context: Context, reference: date) -> int:
    """Months from that of the writing to that of a bare day: 28日 on the 15th is of last month, 将于5日 of the next."""
    if context.forward:
        return int(day < reference.day - _MANY_DAYS * (not context.deadline))
    return -int(day > reference.day + _COMING_DAYS)


def _just_before(day: int, context: Context, reference: date) -> bool:
    """Whether a bare day, read from the day of writing, lies in the days right before it."""
    month = calendar.month_shift(reference.year, reference.month, _month_shift(day, context, reference))
    found = civil_day(*month, day)
    return found is not None and 0 <= (reference - found).days <= _RECENT_DAYS
