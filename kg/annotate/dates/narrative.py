"""An expression in its sentence and article: whether the sentence looks ahead, who speaks, which date was told last."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import date

from kg.annotate.dates.ahead import is_done, is_to_come, looks_ahead
from kg.annotate.dates.anchors import Anchor, Told, anchor, counts, day_of
from kg.annotate.dates.context import Context, Reading, Running, Unresolved
from kg.annotate.dates.extents import extended
from kg.annotate.dates.layout import Layout
from kg.annotate.dates.parts import Base, Expression, Parts, Ref, Suffix
from kg.annotate.dates.resolve import resolve, resolve_pair
from kg.annotate.dates.words import EVENING

__all__ = ["Narrative"]

_SPEAKS = re.compile(r"(?:说|介绍|表示|指出|汇报|通报|告诉[^，。；]{0,8}|强调)[，：:]|[“「][^”」]*$")
_TAKES_UP = re.compile("[当同次翌][天日晚月年]|届时|第二天")
_GOES_ON = re.compile("、|和|及|与|或|以及|[汛节]?前?[，,](?:也就是|也即|亦即|即)")
"""Between dates that share a year: a list, or a date and its finer gloss."""
_NEWS, _LOOKS_BACK = 45, 183
_NOW = re.compile("如今|眼下|目前|现在|记者$")
"""前年搬了下来，如今开了店，4月还清 · 记者4日从省里获悉: what comes behind such a word is of now."""
_CLAUSE_START = re.compile("(?:^|[，,。；;：:“])$")
_THIS_YEAR = Ref(Base.DEICTIC, 0)
_NO_NEW_DAY = (Suffix.AS_OF, Suffix.BEFORE, Suffix.SINCE)
_REPORTED_WITHIN = 7
_DAYS_ON = 7
"""How far before the day of the article a day lies that a paragraph opens with, and the next goes on about: 9月30日，… / 当天夜里."""
_EVENING_HOUR = 20


@dataclass(slots=True)
class Narrative:
    """How an article stands in time: its layout, what dates lean on, the date last told and the first one told."""

    layout: Layout
    context: Context
    running: Running = field(default_factory=Running)
    told: list[Told] = field(default_factory=list)
    back: Running | None = None
    """The running date to return to when the sentence that looks ahead has ended."""
    past: bool = True
    """Whether nothing of the year of writing, or of the one before, has been told yet."""
    deictic: bool = False
    """Whether the year of the running date was told by a word like 去年."""
    forward: bool = False
    """Whether the expression read last stands in a look ahead."""
    aside: tuple[int, Running] | None = None
    """Where the brackets close that are read, and the running date to return to then."""
    last: int = -1
    """Where the expression read last ends."""

    def begin_dateline(self, reading: Reading | Unresolved) -> None:
        """本报5月19日讯: 今天 is that day, though the paper is of the next."""
        if isinstance(reading, Reading) and reading.granularity == "day":
            day = date.fromisoformat(reading.start.iso())
            self.context = replace(self.context, reference=self._day_of_speech(day))

    def begin_speech(self) -> None:
        """From here on a transcript is read: 昨天 counts from the day of the press conference."""
        self.context = replace(self.context, reference=self._day_of_speech(self.running.date()))

    def begin_paragraph(self) -> None:
        """A new paragraph: only a heading still governs, what looked ahead is over."""
        running = self.back or self.running
        self.running, self.back = running if running.local == running.heading else replace(running, local=running.heading), None

    def begin_segment(self, text: str, start: int) -> None:
        """What a sentence plans or demands does not move the story, unless the next one takes it up (当天, 届时)."""
        if self.back is not None and not _TAKES_UP.match(text, start):
            self.running = self.back
        self.back = None
        aside = self.deictic and not self.running.heading
        if self.running.aside != aside:
            self.running = replace(self.running, aside=aside)

    def _day_of_speech(self, told: date | None) -> date | None:
        """The day told, if the text was published shortly after it."""
        published = self.context.reference
        if told is None or (published is not None and not 0 <= (published - told).days <= _REPORTED_WITHIN):
            return published
        return told

    def read(self, text: str, found: Expression, start: int, end: int) -> Reading | Unresolved:
        """The value of an expression in the segment `text[start:end]`."""
        context, parts = self._context(text, found, start, end), found.left
        running, low, self.last = context.running or Running(), max(start, self.last), found.end
        if text[found.core : found.core_end] == "全年" and not running.heading:
            return Unresolved("the year told before")
        if parts.only_clock() and found.right is not None and not running.local:
            return Unresolved("no day told near by")
        now = parts.day is not None and parts.day.base is Base.DEICTIC
        if found.gloss is not None and found.gloss.month is not None and found.gloss.has_day():
            parts = _finer(found.gloss, parts)
        named = anchor(text, parts, low, found.core, found.end)
        if named is not None:
            day = self._day_named(named, text, start)
            if day is None:
                return Unresolved("no such event told before")
            found.start, context.running = min(found.start, named.start), _at(day)
            parts = _from_event(parts, named)
        elif _hangs_on_a_noun(text, parts, start, found.core):
            return Unresolved("no such event told before")
        elif (not running.local or running.month is None) and (counts(parts) or parts.only_clock()):
            context.running = self._scene(running)
        reading = resolve(parts, context) if found.right is None else resolve_pair(parts, found.right, context)
        if now and context.reference is None and isinstance(reading, Reading) and not reading.is_within(_NEWS, running.date()):
            return Unresolved("no publication date")  # 今天（6月10日） behind 1935年: of writing, not of what is told
        return extended(reading, found, context)

    def _context(self, text: str, found: Expression, start: int, end: int) -> Context:
        """What the expression leans on, by how its sentence looks at the time."""
        running, parts = self.running, found.left
        if found.suffix in _NO_NEW_DAY and not running.heading and self.context.reference is not None:
            running = replace(running, local=False)
        if _NOW.search(text, max(start, self.last), found.core) and not running.heading and self.context.reference is not None:
            running = replace(running, local=False)
        deadline = found.suffix is Suffix.BEFORE
        self.forward = looks_ahead(text, found, start, end) or (deadline and not is_done(text, found))
        context = replace(
            self.context,
            running=running,
            forward=self.forward,
            past=self.past,
            deadline=deadline,
            within=bool(_GOES_ON.fullmatch(text, max(self.last, start), found.core)) and not parts.has_clock(),
            will=self.forward and is_to_come(text, found, start),
            begins=found.suffix is Suffix.FROM,
        )
        deictic = parts.now or (parts.day is not None and parts.day.base is Base.DEICTIC)
        if deictic and (_SPEAKS.search(text, start, found.start) or "发稿" in text[found.start : found.end]):
            context.reference = self._day_of_speech(running.lead)
        return context

    def _day_named(self, named: Anchor, text: str, start: int) -> date | None:
        """The day of the event that an anaphor counts from; of one named in the same sentence the running day."""
        day = day_of(named, text, self.told, self.context.reference)
        if day is None and self.running.local and named.what[-2:] in text[start : named.start]:
            return self.running.date()
        return day

    def _scene(self, running: Running) -> Running:
        """What the article is about, where the days told since lie before it: 当天 after a look back."""
        told, lead, reference = running.date(), running.lead, self.context.reference
        if told is None or lead is None or told >= lead or running.heading:
            return running
        if running.opens and (lead - told).days <= _DAYS_ON:
            return running
        news = reference is None or 0 <= (reference - lead).days <= _NEWS
        near = reference is not None or (lead - told).days <= _LOOKS_BACK
        return _at(lead) if news and near else running

    def _is_ahead(self, day: date | None) -> bool:
        reference = self.context.reference
        return self.forward or (day is not None and reference is not None and day > reference)

    def pass_over(self, found: Expression) -> None:
        """今年预算的23.4亿元，7月10日下达: this year, though it situates nothing, ends a look back."""
        year, reference = found.left.year, self.context.reference
        stated = year is not None and year.base is Base.STATED and reference is not None and year.n == reference.year
        if year == _THIS_YEAR or stated:
            self.past = False
        if (year == _THIS_YEAR or stated) and not self.running.heading:
            self.running = replace(self.running, local=False)

    def tell(self, found: Expression, reading: Reading | Unresolved, segment: tuple[int, int]) -> None:
        """Moves the running date; deadlines, as-of dates and 以来 tell no new day."""
        if isinstance(reading, Unresolved) or found.left.plan is not None or found.left.now:
            return
        if found.suffix in _NO_NEW_DAY:
            if found.left.year == _THIS_YEAR:
                self.pass_over(found)
            return
        at, old = reading.end or reading.start, self.running
        self.past = self.past and (self.context.reference is None or at.year < self.context.reference.year - 1)
        year, month, day, hour = at.year, at.month, at.day, at.hour
        if hour is None and found.left.part in EVENING:
            hour = _EVENING_HOUR
        lead = old.lead
        if lead is None and month is not None and day is not None:
            lead = date(year, month, day)
        if reading.end is not None and at.hour is None:
            month, day = (None, None) if found.left.months or found.left.quarter is not None else (month, None)
        told = old.told if month is None or day is None else date(year, month, day)
        first = reading.start
        if first.month is not None and first.day is not None and not self._is_ahead(told if day else None):
            self.told.append(Told(date(first.year, first.month, first.day), *segment))
        if self.back is None and not old.heading and self._is_ahead(told if day else None):
            self.back = old
        moon = found.left.lunar
        if moon is not None and found.left.year is not None and moon[0] > 10 and month in (1, 2):
            year, month, day = year - 1, None, None  # 同年腊月二十八 is told of the lunar year
        aside = self._look_back(found.left.year, year)
        part = (found.right or found.left).part or (old.part if found.left.only_clock() else None)
        self.running = Running(year, month, day, hour, at.minute, True, old.heading, aside, told, lead, part)

    def _look_back(self, named: Ref | None, year: int) -> bool:
        """Notes whether 去年 or the like told of `year`; says whether that was in an earlier sentence."""
        goes_on = named is None and year == self.running.year
        self.deictic = self.deictic if goes_on else named is not None and named.base is Base.DEICTIC and named.n < 0
        return self.running.aside and goes_on


def _at(day: date) -> Running:
    return Running(day.year, day.month, day.day, told=day)


def _hangs_on_a_noun(text: str, parts: Parts, start: int, core: int) -> bool:
    """职务任免的次月, 停电第六天: relative to what the article gives no date of."""
    if parts.nth:
        return not _CLAUSE_START.search(text, start, core)
    anaphoric = any(ref is not None and ref.base is Base.ANAPHOR for ref in (parts.day, parts.month))
    return anaphoric and text[core - 1 : core] == "的"


def _from_event(parts: Parts, named: Anchor) -> Parts:
    """会后第四天 is the fourth day after, 落成第三天 the third day counted from it; 地震三小时后 is the same day."""
    if parts.offset is not None and parts.offset[1] in ("小时", "分钟"):
        return replace(parts, offset=None, day=Ref(Base.ANAPHOR, 0))
    if parts.nth and parts.day is not None and named.after:
        return replace(parts, day=Ref(Base.ANAPHOR, parts.day.n + 1))
    return parts


def _finer(gloss: Parts, parts: Parts) -> Parts:
    """`中秋节（9月21日）`: the civil date counts, with the year and the clock of the other."""
    return replace(gloss, year=gloss.year or parts.year, part=parts.part, hour=parts.hour, minute=parts.minute)
