"""What looks like a date and situates nothing: modifiers, comparisons, recurring times, durations, titles."""

from __future__ import annotations

import re

from kg.annotate.dates.modifiers import RULES
from kg.annotate.dates.parts import Base, Expression, Parts, Ref, Suffix

__all__ = ["not_a_date"]

_LOOK = 40
_BOUNDARY = re.compile(r"(?:^|[，,。；：:！？!?\s“”\"、（(）)●■◆▲·\-—.．】〉>]|\d[、.．])$")
_SETS_SCENE = re.compile(r"[，,]|的[^，。；]{1,8}[会议]上")
_FEAST_USE = re.compile(
    r"^(?:[（(，,]|当[天日晚]|那天|这天|前夕?(?!往|来)|后|之[前后]|以[前后]|期间|前后|夜|晚|早|上午|下午|凌晨|清晨|一大?早"
    r"|至|到|起|过后|刚过|临近|将至|来临|开始|\d{1,2}[时点])"
)
_FEAST_LEAD = re.compile(
    r"(?:[，,。；：:！？“（(\s]|^|在|于|到|至|自|从|年的?|今|每逢|逢|这个|适逢|正值|恰逢|赶在|力争|争取|确保)$"
)


def _kinds(found: Expression, words: str) -> frozenset[str]:
    """To which rules an expression, which reads `words`, is subject."""
    parts = found.left
    plain = found.suffix in (Suffix.NONE, Suffix.DURING, Suffix.AFTER)
    stated_day = parts.day is not None and parts.day.base is Base.STATED
    stated_month = parts.month is not None and parts.month.base is Base.STATED
    alone = {
        "years": parts.plan is not None or (plain and _only_years(found)),
        "months": plain and (parts.months is not None or (parts.month is not None and parts.day is None)),
        "bare day": stated_day and not (parts.month or parts.year or parts.has_clock() or found.right),
        "bare month": stated_month and not (parts.year or parts.day),
        "since": found.suffix is Suffix.SINCE,
        "feast": parts.festival is not None,
        "clock": parts.only_clock(),
        "years or months": not parts.has_day() and not parts.has_clock() and parts.offset is None,
        "no start": found.suffix is not Suffix.FROM,
        "this year": plain and parts.only_year() and parts.year == Ref(Base.DEICTIC, 0),
        "that year": plain and parts.only_year() and parts.year == Ref(Base.ANAPHOR, 0),
        "that month": plain and parts.month == Ref(Base.ANAPHOR, 0) and not parts.has_day(),
        "all year": words == "全年",
        "open past": found.suffix is Suffix.BEFORE and parts.only_year() and words.endswith("以前"),
        "weekday": parts.weekday is not None and parts.week is None and parts.day is None,
        "numeric": not any(c in "年月日" for c in words),
        "now": parts.day is not None and parts.day.base is Base.DEICTIC and not parts.has_clock(),
        "bare edge": parts.edge is not None and not (parts.year or parts.months or parts.month),
    }
    return frozenset(["all", *(kind for kind, holds in alone.items() if holds)])


def _only_years(found: Expression) -> bool:
    return found.left.only_year() and (found.right is None or found.right.only_year())


def not_a_date(text: str, found: Expression, low: int, high: int) -> str | None:
    """Why the expression situates nothing, or None; `low:high` bounds the paragraph."""
    left = text[max(low, found.core - _LOOK) : found.core]
    right = text[found.end : min(high, found.end + _LOOK)]
    kinds = _kinds(found, text[found.start : found.end])
    for rule in RULES:
        if rule.applies not in kinds:
            continue
        if (rule.left is None or rule.left.search(left)) and (rule.right is None or rule.right.match(right)):
            return rule.reason
    if _in_title(text, found.start, low, high):
        return "title of a work"
    if found.left.festival and not _feast_situates(left, text[found.core_end : found.core_end + 6], found):
        return "feast as a modifier"
    if (
        found.left.only_clock()
        and found.left.hour is None
        and not (_BOUNDARY.search(left) and _SETS_SCENE.match(right))
    ):
        return "part of day alone"
    return None


def _feast_situates(left: str, after: str, found: Expression) -> bool:
    """春节前 and 在国庆节 situate; 春节慰问 does not, nor does a person called 国庆."""
    parts: Parts = found.left
    if parts.holiday:
        return bool(_FEAST_LEAD.search(left))
    if parts.has_clock() or parts.year or found.gloss or _FEAST_USE.match(after) or not after.strip():
        return True
    return bool(_FEAST_LEAD.search(left)) and (parts.festival or "")[-1:] in ("节", "夕", "十", "一")


def _in_title(text: str, at: int, low: int, high: int) -> bool:
    """Whether `at` stands between 《 and 》."""
    before, after = text[max(low, at - 80) : at], text[at : min(high, at + 120)]
    return before.count("《") > before.count("》") and "》" in after
