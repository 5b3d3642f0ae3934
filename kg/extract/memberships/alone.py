"""Names that stand alone on a line: above the CV of the person, below a line of titles, as whom a reply addresses."""

from __future__ import annotations

import re

from kg.annotate.deixis import resolve
from kg.annotate.names import clean, score
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention
from kg.extract.memberships.emit import Statement, emit
from kg.extract.memberships.holders import Named, raw_name
from kg.extract.memberships.units import Stack, Unit

__all__ = ["addressed", "name_alone", "name_below"]

_ALONE = re.compile(r" *(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] {1,4}[\u4e00-\u9fff])(?:同志)?(?:的?(?:个人|工作|任职)?(?:简历|简介|履历))? *")
_CV_BELOW = re.compile(
    r"\s*(?:现任|历任|曾任|[男女][，。]|[\u4e00-\u9fff]{1,4}族[，。]|[\u4e00-\u9fff]{2,10}人[，。]|(?:生于)?[12][0-9]{3}(?:年|\.)[^，。；\n]{0,8}(?:生|出生|[—\-－至~～]))"
)


def name_alone(passage: Passage) -> Named | None:
    """A line that is a name, a CV below it (闻人渡 / 男，汉族，1971年3月生 …)."""
    line = _ALONE.fullmatch(passage.text, passage.start, passage.end)
    if not line or score(clean(line["name"])) <= 0 or not _CV_BELOW.match(passage.text, passage.end):
        return None
    start, end = line.span("name")
    return Named(start, end, raw_name(passage, start, end), 3.0)


_NAME_BELOW = re.compile(r" *\n\s*(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] {1,4}[\u4e00-\u9fff]) *(?=\n)")


def name_below(passage: Passage, stack: Stack) -> list[Named]:
    """A line of titles, the name alone on the next (宣传司副司长 / 闻人渡)."""
    line = _NAME_BELOW.match(passage.text, stack.end) if stack.units[0].body and stack.start == passage.start else None
    if not line or score(clean(line["name"])) <= _SURE_BELOW:
        return []
    start, end = line.span("name")
    return [Named(start, end, raw_name(passage, start, end), 3.0)]


_SURE_BELOW = 1.0
"""The log-odds from which a line alone below a title is a name."""

_ADDRESSED = re.compile(r" *(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] {1,4}[\u4e00-\u9fff])(?P<role>代表|委员)： *")
_CONGRESS = re.compile(r"(?P<place>[省市县区州旗])[\u4e00-\u9fff]{0,8}?人(?:大|民代表大会)")
_CONFERENCE = re.compile(r"政协[\u4e00-\u9fff]{2,12}?委员会|(?P<place>[省市县区州旗])[\u4e00-\u9fff]{0,4}?政协")


def addressed(passage: Passage) -> bool:
    """闻人渡代表：, the line that a reply to a proposal opens with, the congress or conference named in the heading above it."""
    line = _ADDRESSED.fullmatch(passage.text, passage.start, passage.end)
    if not line or score(clean(line["name"])) <= 0:
        return False
    body = (_CONGRESS if line["role"] == "代表" else _CONFERENCE).search(passage.text, max(0, passage.start - _HEADING), passage.start)
    if body is None:
        return False
    written = body["place"] + ("人大" if line["role"] == "代表" else "政协") if body["place"] else body[0]
    start, end = line.span("name")
    unit = Unit(RoleMention(*line.span("role"), line["role"]), None, line.start("role"), organization=resolve(written, passage.state))
    emit(passage, [Named(start, end, raw_name(passage, start, end), 3.0)], [unit], Statement("current", "membership.name_first"))
    return True


_HEADING = 200
"""Code points of what stands above it."""
