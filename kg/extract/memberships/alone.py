"""Names that stand apart from their titles: alone on a line, above a CV or below titles, or at the head of the clause behind a term."""

from __future__ import annotations

import re

from kg.annotate.names import clean, score
from kg.annotate.passage import Passage
from kg.extract.memberships.discourse import set_subject
from kg.extract.memberships.emit import Statement, emit
from kg.extract.memberships.holders import Named, person_at, raw_name
from kg.extract.memberships.units import Stack

__all__ = ["in_term", "name_alone", "name_below"]

_ALONE = re.compile(
    r" *【?(?P<name>[\u4e00-\u9fff]{2,4}?|[\u4e00-\u9fff] {1,4}[\u4e00-\u9fff])(?:同志|先生|女士)?】? *"
    r"(?P<cv>的?(?:个人|工作|任职|人物)?(?:简历|简介|履历|小传|生平))?[：:]? *"
)
_CV_BELOW = re.compile(
    r"\s*(?:(?:人物|个人|工作|主要|任职)?(?:生平|履历|简历|简介|经历)[：:]?\s*)?"
    r"(?:现任|历任|曾任|先后任|早年[^，。；\n]{0,4}任|[男女][，。]|"
    r"[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:参加工作|[入参]|考入|毕业|任|担任|在[^，。；\n]{2,16}(?:工作|任职|学习|下乡|插队|参军|入伍))|"
    r"[12][0-9]{3} ?[—\-－至~～]{1,2} ?[12][0-9]{3}年?[ ，：]|[\u4e00-\u9fff]{1,4}族[，。]|[\u4e00-\u9fff]{2,10}人[，。]|"
    r"(?:生于)?[12][0-9]{3}(?:年|\.)[^，。；\n]{0,8}(?:生|出生|[—\-－至~～]))"
)


def name_alone(passage: Passage) -> Named | None:
    """A line that is a name, a CV below it (闻人渡 / 男，汉族，1971年3月生 …)."""
    line = _ALONE.fullmatch(passage.text, passage.start, passage.end)
    if not line or score(clean(line["name"])) <= 0 or not (line["cv"] or _CV_BELOW.match(passage.text, passage.end)):
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


_TERM_OF = re.compile("(?:^|[。；\\n“])(?:[0-9]{4}年[^，。；]{0,8}，?)?(?:在|自|从)?(?:担任|出任|就任|任)$")
_TERM_ENDS = re.compile(
    "(?:一职|职务)?的?(?:期间|时|(?:[0-9]{1,2}|[一二三四五六七八九十两几多]{1,3})(?:个)?(?:多)?年(?:间|里|后|中|时间|期间))，(?=[\u4e00-\u9fff]{2})(?![^，。；]{0,16}[他她])"
)


def in_term(passage: Passage, stack: Stack) -> bool:
    """在担任某县财政局局长期间，叶知秋利用…: the clause of a term that is over, whose holder heads the next one."""
    text = passage.text
    low = max(passage.start, stack.start - 24)
    ends = _TERM_ENDS.match(text, stack.end, passage.end) if _TERM_OF.search(text, low, stack.start) else None
    named = person_at(passage, ends.end(), place="title", role=stack.units[-1].role.text) if ends else None
    if named is None or named.weight < 0 or score(named.name) < _SURE:
        return False
    emit(passage, [named], stack.units, Statement("former", "membership.former"))
    set_subject(passage, named)
    return True


_SURE = 2.5
"""The log-odds from which what heads the next clause is a person by its characters."""
