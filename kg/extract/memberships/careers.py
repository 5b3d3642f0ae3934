"""Holders of titles in a CV or a table.

Whom a paragraph opens with (张三，男，1970年生); dated steps (1990.07—1996.03　财政局科员), titles between commas,
titles in brackets (张三（财政部部长）).
"""

from __future__ import annotations

import re
from typing import cast

from kg.annotate.bodies import ends_a_body, path
from kg.annotate.deixis import resolve
from kg.annotate.names import clean, score
from kg.annotate.passage import Passage
from kg.annotate.roles import has_role
from kg.extract.memberships.alone import name_alone
from kg.extract.memberships.discourse import set_subject
from kg.extract.memberships.emit import Statement, emit
from kg.extract.memberships.holders import Named, person_at, raw_name, registry
from kg.extract.memberships.linked import YM, Chain
from kg.extract.memberships.records import drafts_of
from kg.extract.memberships.subjects import LEARNED, LEARNED_BEHIND, is_cv, may_be_cv, persons_before
from kg.extract.memberships.units import Stack
from kg.model import Status

__all__ = ["in_brackets", "of_the_cv", "open_subject"]

_SPAN_LINE = re.compile(
    rf"[ ●·•◆■]*{YM}(?:(?: ?[—\-－至~～起]{{1,2}} ?)(?P<until>{YM}|至今|今)?)?[ ，,：:起后]*"
    r"(?:在|担任|历任|先后任|任|当选(?:为)?|调任|出任|兼任?)?"
)
_NUMBERED = re.compile(
    r" *(?:【[^【】\n]{2,6}】|[\u4e00-\u9fff]{0,4}(?:名片|简介|简历|档案|小传)：)? *"
    r"(?:[0-9]{1,3}[.．、]|（[0-9一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、)? *(?:[\u4e00-\u9fff]{1,4}族(?:女?干部|同志))?"
)
_CV_NAME = re.compile(
    r"[\u4e00-\u9fff] {1,4}[\u4e00-\u9fff](?=[，,] ?(?:男|女)[，,。])|[\u4e00-\u9fff]{2,4}(?:女士|先生|同志)?(?=[，, ] ?(?:男|女)[，,。])|"
    r"[\u4e00-\u9fff]{2,4}(?= {1,4}[12][0-9]{3}年[^，。；]{0,8}生[，。])|[\u4e00-\u9fff]{2,4}(?=，[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:出)?生)|"
    r"[\u4e00-\u9fff]{2,4}(?=（(?:男|女)[，）])|[\u4e00-\u9fff]{2,4}?(?=(?:同志)?生于[12][0-9]{3}年)|[\u4e00-\u9fff]{2,4}(?=，[\u4e00-\u9fff]{2,12}人，[0-9]{4}年[^，。；]{0,8}生)"
    r"|[\u4e00-\u9fff]{2,4}(?=(?:[12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})年[^，。；]{0,8}?(?:出生|生)[于在，。])"
    rf"|[\u4e00-\u9fff]{{2,4}}(?={LEARNED})"
    r"|[\u4e00-\u9fff]{2,4}(?=，[\u4e00-\u9fff]{1,5}族，(?:[\u4e00-\u9fff]{2,12}人，)?[0-9]{4}年[^，。；]{0,8}生)"
)


_WITH_TITLES = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,4})[，、 ][\u4e00-\u9fff、（）]{2,40}，(?:男|女)[，。]")
"""陆文清，局长、党组书记，男，1970年生: the titles stand before what makes a CV."""
_WITH_DUTIES = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff] {1,2}[\u4e00-\u9fff])[，： ]{1,4}"
    r"(?P<titles>[\u4e00-\u9fff、（）]{2,40})[，。： ] {0,3}(?:主持|负责|分管|协助|协管|主管|联系)(?!人)"
)
"""陆文清　副主任，分管财政工作: a line of the list that says who does what."""


def open_subject(passage: Passage) -> None:
    """A paragraph that opens as a CV does is about that person, and so are the dated lines after it."""
    number = _NUMBERED.match(passage.text, passage.start, passage.end)
    start = number.end() if number else passage.start
    duties = _WITH_DUTIES.match(passage.text, start, passage.end)
    duties = duties if duties and has_role(duties["titles"]) else None
    heading = name_alone(passage) if passage.end - passage.start < _HEADING else None
    if not (passage.state.thorough or duties or heading or may_be_cv(passage, start)):
        return
    match = _CV_NAME.match(passage.text, start, passage.end)
    named = person_at(passage, start, place="opening")
    learned = match and LEARNED_BEHIND.match(passage.text, match.end())
    if match and is_cv(passage, match.end()) and (not learned or score(match[0]) > 0):
        end = match.start() + len(re.sub("(?:女士|先生|同志)$", "", match[0]))
        named = Named(match.start(), end, raw_name(passage, match.start(), end), 3.0)
    elif heading:
        named = heading
    elif (titled := duties or _WITH_TITLES.match(passage.text, start, passage.end)) and score(clean(titled["name"])) > 0:
        named = Named(*titled.span("name"), raw_name(passage, *titled.span("name")), 3.0)
    elif not (named and is_cv(passage, named.end)):
        return
    assert named
    registry(passage).add(named.name)
    set_subject(passage, named)
    passage.state.memory["cv_subject"] = named


_HEADING = 18
"""Code points, and more, of a line that is a name (闻人渡同志工作简历：)."""


def in_brackets(passage: Passage, stack: Stack) -> Chain | None:
    """张三（财政部部长）; a line of a table, 张三　财政部部长; a line of a CV, 1990.07—1996.03　财政局科员."""
    text = passage.text
    before = text[stack.start - 1 : stack.start]
    opened = _OPENED.search(text, max(passage.start, stack.start - 12), stack.start)
    if opened and text.startswith("）", stack.end):
        persons = persons_before(passage, passage.segment_of(stack.start)[0], opened.start(), listed=True)
        emit(passage, persons[-1:], stack.units, Statement("current", "membership.bracket"))
        return None
    low = passage.segment_of(stack.start)[0]
    span = _dated(text, low, stack.start) or _dated_body(passage, stack, low)
    subject = passage.state.memory.get("cv_subject") or passage.state.memory.get("subject")
    if span and isinstance(subject, Named):
        return _career_line(passage, stack, span, subject)
    tenure = _TENURE.match(text, stack.end, passage.end)
    if before in " ：" and (tenure or not text[stack.end : passage.end].strip(" （）")):
        named = person_at(passage, passage.start, place="table")
        if named and tenure and text[named.end : stack.start].strip(" （）") in ("", "男", "女"):
            _of_tenure(passage, stack, named, tenure)
        elif named and (text[named.end : stack.start].strip() in ("", "男", "女") or (text[named.end : stack.start] == "：" and stack.units[0].body)):
            mode = passage.state.memory.get("mode")
            emit(passage, [named], stack.units, Statement(cast(Status, mode or "current"), "membership.table"))
    return None


_OPENED = re.compile("（(?:[男女]，|[\u4e00-\u9fff]{1,4}族，|[0-9]{2}岁，|中共党员，|[专兼挂]职，|笔名[\u4e00-\u9fff]{2,4}，){0,3}$")
"""张三（女，45岁，局长）."""
_TENURE = re.compile(rf" +{YM} ?[—\-－至~～]{{1,2}} ?(?:(?P<until>{YM})|至?今)(?= |$|\n)")


def _of_tenure(passage: Passage, stack: Stack, named: Named, tenure: re.Match[str]) -> None:
    """陆文清　局长　1985.03—1989.11: a line of a list of those who held a post one after the other."""
    date = next((d.value for d in passage.dates if tenure.start() <= d.start < tenure.end() and d.value), None)
    since, _, until = (date or "").partition("/")
    status: Status = "former" if tenure["until"] else "current"
    emit(passage, [named], stack.units, Statement(status, "membership.table", since=since or None, until=until or None))


def _career_line(passage: Passage, stack: Stack, span: re.Match[str], subject: Named) -> Chain:
    status: Status = "current" if span["until"] in (None, "今", "至今") else "former"
    date = next((d.value for d in passage.dates if span.start() <= d.start < span.end() and d.value), None)
    since, _, until = (date or "").partition("/")
    said = Statement(
        status, "membership.cv_line", since=since or None, until=until or None, open_career=span["until"] is None
    )
    emit(passage, [subject], stack.units, said)
    set_subject(passage, subject)
    return Chain((subject,), said, stack.end)


_CLOSED = re.compile(r"（|[，。； ]|$")
_SERVED_BEFORE = re.compile("(?:历任|曾任|先后任|先后担任|曾先后任)(?!.*现任)")


def of_the_cv(passage: Passage, stack: Stack) -> Chain | None:
    """程立民，男，1975年生，大学，水利局副局长，拟任…: a title between commas of a CV's own line is its person's."""
    text, subject = passage.text, passage.state.memory.get("cv_subject")
    if not isinstance(subject, Named):
        return None
    if _ANOTHER.search(text, subject.end, stack.start):
        return None
    opens = text[stack.start - 1] in "，。" or (text[stack.start - 1] in "、 ：" and not text[subject.end : stack.start - 1].strip())
    if not (opens and passage.start <= subject.start < stack.start and _CLOSED.match(text, stack.end, passage.end)):
        return None
    low = passage.segment_of(stack.start)[0]
    _where_posted(passage, stack, subject)
    said = Statement("former" if _SERVED_BEFORE.search(text, low, stack.start) else "current", "membership.cv_title")
    emit(passage, [subject], stack.units, said)
    return Chain((subject,), said, stack.end)


_RANK = re.compile(r"(?:教授|研究员|讲师|导师|[程济医会药农]师|院士)$")


_EMPLOYS = re.compile("(?:大学|学院|学校|[中小]学|医院|研究院|研究所|科学院|设计院|公司|集团|[厂矿])(?:（[\u4e00-\u9fff]{2,4}）)?$")
"""Where a rank is held: a vice-mayor is no engineer of his city."""


def _where_posted(passage: Passage, stack: Stack, subject: Named) -> None:
    """A任某大学校长。…A，女，1955年生，教授: a bare rank of a CV is held where the text has given its person a post."""
    posts = (d.organization for d in reversed(drafts_of(passage.state)) if d.person == subject.name and d.status in ("current", "appointed", "acting"))
    where = next((name for name in posts if name and _EMPLOYS.search(path(name)[0])), None)
    for unit in stack.units:
        if where and unit.body is None and _RANK.search(unit.role.text):
            unit.organization, unit.inferred = path(where)[0], f"∅ → {path(where)[0]}"


_ANOTHER = re.compile("；[\u4e00-\u9fff·]{2,8}，[男女]，")
"""A，男，社长；B，女，会计: the line goes on to another."""
_BODY_APART = re.compile(r"(?P<body>[\u4e00-\u9fff“”（）]{4,30})，$")


def _dated_body(passage: Passage, stack: Stack, low: int) -> re.Match[str] | None:
    """1985.07—1994.12，某县农技站，技术员: the dates, and the body that a comma sets apart from its posts."""
    text = passage.text
    apart = _BODY_APART.search(text, low, stack.start)
    span = _dated(text, low, apart.start()) if apart else None
    if not (apart and span and ends_a_body(apart["body"]) and stack.units[0].body is None):
        return None
    passage.state.cursor = apart.start()
    whole = resolve(apart["body"], passage.state)
    for unit in stack.units:
        if unit.body is None:
            unit.organization, unit.inferred = whole, f"∅ → {whole}"
    return span


def _dated(text: str, low: int, start: int) -> re.Match[str] | None:
    """The dates that open the segment and lead up to the title (1998年6月，任…; 1990.07—1996.03 …)."""
    span = _SPAN_LINE.match(text, low, start)
    return span if span and span.end() == start else None
