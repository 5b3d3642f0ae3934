"""Date headings, which govern the lines under them: `2007年` / `设立专项资金，当年安排1500万元`; and lines that only look so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.dates.narrative import Narrative
from kg.annotate.passage import DateMention, Passage

__all__ = ["MARKS", "Heading", "field_above", "is_heading", "repeats_heading", "tells_nothing"]

MARKS = " \t●■◆▲◎○★·•*【】[]（）()〔〕〈〉-—：:|\u3000，,、"
_FIELD_NAME = re.compile(r"[ ]*[（(一二三四五六七八九十）)、.．\d]*[ ]*(?P<what>[\u4e00-\u9fff]{2,10}(?:时间|日期|期限))[：:]?")
_ABOVE = 60
"""Characters looked at for the line above."""
_WEEKDAY = re.compile(r"\s*[（(](?:星期|周|礼拜)[一二三四五六日天][）)]\s*")


@dataclass(slots=True)
class Heading:
    """The date heading that governs the following lines."""

    mention: DateMention


def is_heading(passage: Passage) -> bool:
    if len(passage.dates) != 1:
        return False
    mention = passage.dates[0]
    rest = passage.text[passage.start : mention.start] + passage.text[mention.end : passage.end]
    return not rest.strip(MARKS)


def field_above(passage: Passage) -> str | None:
    """`二、停水时间` over a line that is only a date: what it is the time of."""
    above = passage.text[max(0, passage.start - _ABOVE) : passage.start].rstrip().rsplit("\n", 1)[-1]
    field = _FIELD_NAME.fullmatch(above)
    return field["what"] if field else None


def repeats_heading(passage: Passage, mention: DateMention) -> bool:
    """`2007年` / `设立专项资金，当年安排1500万元`: the entry is the heading's already."""
    heading, (start, end) = passage.state.memory.get("events"), passage.segments[0]
    if (
        not isinstance(heading, Heading)
        or mention.granularity not in ("year", "month")
        or not start < mention.start < end
    ):
        return False
    own = any(start <= d.start < mention.start for d in passage.dates)
    return not own and mention.value == heading.mention.value


def tells_nothing(passage: Passage) -> bool:
    """Whether a line under a heading is no entry: a sign-off, the office above it, or （星期五）."""
    if _WEEKDAY.fullmatch(passage.text, passage.start, passage.end):
        return True
    narrative = passage.state.memory.get("dates")
    if not isinstance(narrative, Narrative):
        return False
    text, skips = passage.text, "skip"
    below = passage.end + len(text[passage.end : passage.end + 40]) - len(text[passage.end : passage.end + 40].lstrip())
    return narrative.layout.lines.get(passage.start) == skips or narrative.layout.lines.get(below) == skips
