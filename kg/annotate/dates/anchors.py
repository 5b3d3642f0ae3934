"""What an anaphor counts from, where the text names it: 会后次日, 大桥落成第三天, 座谈会前一天.

The event named before the anaphor is looked up among the days told so far; where none tells of it, a
meeting is that of the article's latest day, and anything else leaves the day unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kg.annotate.dates.parts import Base, Parts
from kg.annotate.dates.words import any_of

__all__ = ["Anchor", "Told", "anchor", "counts", "day_of"]

_MEETING = (
    r"(?:座谈|现场|发布|通气|通报|推进|动员|调度|协调|评议|评审|研讨|交流|联席|总结|表彰|签约|报告|听证|年|大|例)会"
)
_HAPPENS = any_of(
    "发生 登陆 逝世 去世 病逝 落成 直播 开幕 开工 竣工 启动 到账 汇入 落地 通车 挂牌 投产 出院 地震 决口 爆炸 会议 典礼 仪式"
)
_STAGE = any_of("结束 闭幕 开幕 召开 举行 开始 落幕 完毕 散会 发生")
_STAGE_LAST = re.compile(rf"(?<=..)(?:{_STAGE})$")
_CLAUSE = re.compile(r"[^，,。；;：:！？!?“”（）()\s]{1,16}$")
_LEAD = re.compile(r"^(?:截至|截止|早在|就在|直到|自|从|在|于|至|到)")
_EVENT = re.compile(
    rf"^(?P<what>.*?(?:{_MEETING}|{_HAPPENS}|会))(?:{_STAGE})*(?P<side>之?后|以后|之?前)?的?$"
    rf"|^(?P<after>.{{2,12}}?)(?:{_STAGE})*(?P<close>之后|以后|后)的?$"
)
_PLAIN = re.compile(r"^(?![他她它我你咱大这那其]).{2,4}(?<![县市省区局厅部委办队组会司团院校行站所心村镇乡们里])$")
_SUBJECT = re.compile(r"(?:委员|理事|董事|监事|人大|政协|慈善|红十字|基金|协|商|工|学|妇联|常委|议)会$")
_ANY_MEETING = re.compile(rf"{_MEETING}|会议|召开|举行|开会")


@dataclass(frozen=True, slots=True)
class Told:
    """A day told, and the segment `text[start:end]` that tells it."""

    day: date
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anchor:
    """The event that an anaphor counts from: its words at `text[start:end]`; `after` for 会后."""

    start: int
    what: str
    after: bool


def counts(parts: Parts) -> bool:
    """Whether an expression counts days or hours from something: 当天, 次日, 前一天, 三天后, 两小时后."""
    if parts.year is not None or parts.month is not None or (parts.has_day() and parts.day is None):
        return False
    from_day = parts.day is not None and parts.day.base is Base.ANAPHOR
    later = parts.offset is not None and parts.offset[0] > 0 and parts.offset[1] not in "年月"
    return from_day or later


def anchor(text: str, parts: Parts, low: int, core: int, end: int) -> Anchor | None:
    """The event named right before the anaphor at `core`, no further back than `low`; None where none is."""
    if not counts(parts):
        return None
    clause = _CLAUSE.search(text, low, core)
    if clause is None:
        return None
    lead = _LEAD.match(clause.group())
    start = clause.start() + (lead.end() if lead else 0)
    match = _EVENT.match(text[start:core])
    if match is None:
        alone = text[end : end + 1] in ("，", ",") and (clause.start() == low or text[clause.start() - 1] in "，,；;")
        return Anchor(start, text[start:core], False) if alone and _PLAIN.match(text[start:core]) else None
    what = match["what"] or match["after"]
    side = match["side"] or match["close"] or ""
    if not side and not text[start:core].endswith("的") and _SUBJECT.search(what):
        return None
    return Anchor(start, what, side.endswith("后"))


def day_of(found: Anchor, text: str, told: Sequence[Told], ahead_of: date | None) -> date | None:
    """The day of the event: the last one told in a segment that names it, by the longest name that any has."""
    for whole in dict.fromkeys((found.what, _STAGE_LAST.sub("", found.what))):
        for size in range(len(whole), 1, -1):
            named = [t.day for t in told if whole[-size:] in text[t.start : t.end]]
            if named:
                return named[-1]
    if not found.what.endswith("会") and not found.what.endswith("会议"):
        return None
    met = [t.day for t in told if _ANY_MEETING.search(text, t.start, t.end)]
    if met:
        return met[-1]
    past = [t.day for t in told if ahead_of is None or t.day <= ahead_of]
    return max(past, default=None)
