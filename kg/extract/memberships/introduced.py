"""Persons named where the text brings them in: at the head of a clause, behind 父亲 or 的, before the comma of a title.

    妥进宝原来跑长途，是县运输公司的驾驶员      妥进宝, though no title has named him before
    他的女儿车小满，县气象局副局长              the title behind the comma is hers
    云梦县税务局局长是去年底到任的贺兰石        the holder behind 是
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.annotate.names import score
from kg.annotate.passage import Passage
from kg.extract.memberships.discourse import TOLD_OF, carried, set_subject
from kg.extract.memberships.emit import Statement, emit
from kg.extract.memberships.holders import Named, person_at, raw_name, registry
from kg.extract.memberships.links import link_before
from kg.extract.memberships.records import drafts_of
from kg.extract.memberships.units import Stack
from kg.model import Status

__all__ = ["apposed", "counted", "introduced", "pointed_at", "presented", "said_to_be", "unheard"]

_KIN = (
    "父亲|母亲|爸爸|妈妈|妻子|丈夫|爱人|老伴|儿子|女儿|长子|次子|幼子|长女|次女|胞弟|胞兄|儿媳|女婿|孙子|孙女|哥哥|弟弟|姐姐|妹妹|同事|搭档|战友|徒弟|师傅|学生|同学|邻居|得主|获得者|继任者|接任者|接班人"
)
_STANDING = "干部|职工|员工|党员|村民|社员|战士|校友|大学生|志愿者|教师|老师|医生|会计(?!师)|工人|队员|主持人|顾问"
"""What one is, before whose name no body need stand: 退休干部陆文清也来了，他曾任…"""
_HEAD = re.compile(
    rf"(?<![^，。；：“（—\n])(?:(?:[12][0-9]{{3}}年(?:[0-9]{{1,2}}月)?)?[\u4e00-\u9fff]{{0,18}}(?:的|{_KIN}|{_STANDING}|名叫|叫)|(?:决定)?给予)?"
    r"(?=[\u4e00-\u9fff]{2})"
)
_LEAST = 1.0
_SURE = 2.0
"""The same at the head of a sentence, where anything may stand."""
_TOLD = -0.7
"""The least log-odds of one of whom the text says what only a person does."""
_CLOSED = re.compile(r"[，。；、）]|$")
_OPENS = re.compile(rf"(?:[，。；：、“—\n（]|{_KIN}|[人叫是的])$")
_ATTRIBUTES = re.compile(
    r"(?:同志|先生|女士)?(?:，(?:中共(?:预备)?党员|共产党员|党员|群众|团员|[男女]|(?:今年|现年|时年)?[0-9]{2}岁|(?:年近)?[三四五六七八]十(?:出头|多岁|来岁|岁)|[\u4e00-\u9fff]{1,4}族|"
    r"[\u4e00-\u9fff]{2,9}人|(?:生于)?(?:19|20)[0-9]{2}年[^，。；]{0,8}|(?:在职)?(?:大专|大学|本科|研究生|硕士|博士|高中|中专)(?:学历|文化|毕业)?|(?:工学|理学|文学|法学|经济学|管理学|农学|医学)?[硕博]士))*，$"
)
"""，中共党员，50岁，: what may stand between a name and its title."""
_IS = re.compile(r"(?:(?<=[长任记席员师裁监])的)?(?:就|正|便)?(?:是|为)(?P<who>[^，。；：]{0,14}?[\u4e00-\u9fff]{2,4})(?=[，。；])")


def introduced(passage: Passage, low: int, end: int) -> Named | None:
    """The person whom the last clause between `low` and `end` that names one brings in; None where none is likely enough."""
    best: Named | None = None
    text = passage.text
    for head in _HEAD.finditer(text, low, end):
        named = _behind(passage, head, end)
        opens = text[head.start() - 1 : head.start()] in ("，", "；", "：", "“", "（", "—")
        told = named is not None and named.name[-1] not in "后前时中间期年" and bool(TOLD_OF.match(text, named.end))
        least = _TOLD if told else _LEAST if opens else _SURE
        if named and named.end < end and named.weight >= least and "·" not in named.name:
            best = replace(named, weight=max(named.weight, 3.0)) if told else named
    return best


_ATTRIBUTE = re.compile(f"(?:的|{_KIN}|{_STANDING}|名叫|叫)$")


def _behind(passage: Passage, head: re.Match[str], end: int) -> Named | None:
    """儿子|陆志刚接过了父亲的担子: the name behind the last attribute of the clause's head that has one behind it."""
    starts = (at for at in range(head.end(), min(head.start(), head.end() - 1), -1) if at == head.end() or _ATTRIBUTE.search(passage.text, head.start(), at))
    found = (person_at(passage, at, place="subject") for at in starts if at < end - 2)
    whom = next((named for named in found if named), None)
    if whom is None and head.end() > head.start():
        whole = person_at(passage, head.start(), place="subject")  # 甲|是乙的老师，他现任…
        whom = whole if whole and whole.weight >= _SURE and _IS_OF.match(passage.text, whole.end, end) else None
    return whom


_IS_OF = re.compile("(?:曾|就|正)?是[\u4e00-\u9fff]{1,16}的")
_CAME_TO = re.compile(
    r"(?:同志)?(?:[0-9]{4}年[^，。；]{0,8})?(?:(?:大学|本科|大专|中专|研究生|硕士|博士|师范|高中|初中)?毕业[后，]?(?:就|便)?)?"
    r"(?:被)?(?:到|在|从|由|兼着|当着|自|平调|空降|下派|选派|交流|调入|调进|考入|考上|考进|考到|分配到|派往|交流到|调往|调至|轮岗到)"
)


def unheard(passage: Passage, low: int, at: int) -> Named | None:
    """欧阳某到审计厅挂任…: one not named before, at the head of the clause that the link stands in."""
    start = max(low, *(passage.text.rfind(mark, low, at) + 1 for mark in "，；："))
    for begin in (start, *(m.end() for m in _SENDS.finditer(passage.text, start, at))):
        named = person_at(passage, begin, place="came")
        if named and named.end < at and _CAME_TO.match(passage.text, named.end, at):
            return named
    return None


_SENDS = re.compile("(?:选派|下派|委派|抽调|选调|派出?)了?(?=[\u4e00-\u9fff]{2})")
"""县委选派|欧阳某同志到…任第一书记: whom a body sends."""


def apposed(passage: Passage, stack: Stack) -> bool:
    """车小满，县气象局副局长，…: drafts the post of the person right before the comma."""
    text = passage.text
    attributes = _ATTRIBUTES.search(text, max(passage.start, stack.start - 48), stack.start)
    mark = attributes.start() if attributes else stack.start - 1
    if not (stack.units[0].body and text[mark : mark + 1] in "，同先女" and _CLOSED.match(text, stack.end, passage.end)):
        return False
    for size in (3, 2, 4):
        start = mark - size
        opens = start == passage.start or _OPENS.search(text, max(0, start - 2), start)
        if start < passage.start or not opens:
            continue
        named = person_at(passage, start, place="apposed")
        if named and named.end == mark and (named.weight >= _LEAST or named.name in registry(passage).names):
            emit(passage, [named], stack.units, Statement("current", "membership.apposed"))
            set_subject(passage, named)
            return True
    return False


_AS = re.compile(r"(?<![\u4e00-\u9fff])(?:身为|作为|担任|出任|当上)$")
_BEHIND_COMMA = re.compile(r"，(?=[\u4e00-\u9fff]{2})(?!他|她|我|其|自己|也|就|要|必须|应)")


def presented(passage: Passage, stack: Stack) -> bool:
    """身为县扶贫办主任，钟国富…: drafts the post of the person whom the main clause opens with."""
    text = passage.text
    low, comma = passage.segment_of(stack.start)[0], _BEHIND_COMMA.match(text, stack.end, passage.end)
    if not (comma and stack.units[0].body and _AS.search(text, max(low, stack.start - 3), stack.start)):
        return False
    named = person_at(passage, comma.end(), place="subject")
    if named is None or named.weight < 0:
        return False
    emit(passage, [named], stack.units, Statement("current", "membership.apposed"))
    set_subject(passage, named)
    return True


_THIS = re.compile(r"(?<![^，。；”\n])(?<!说，)(?<!示，)(?<!绍，)(?<!诉记者，)(?<!认为，)(?<!看来，)(?:也|而)?[这那该]一?[位名个](?:[\u4e00-\u9fff]{0,8}的)?$")


def pointed_at(passage: Passage, stack: Stack) -> bool:
    """陆文清每天六点起床。|这位县一中的教师…: drafts the post of the one told of before, whom 这位 at the head of a clause stands for."""
    low = passage.segment_of(stack.start)[0]
    this = _THIS.search(passage.text, max(passage.start, stack.start - 14), stack.start)
    if not (this and stack.units[0].body):
        return False
    named = carried(passage, low, this.start(), bring_in=introduced) or _first(passage, low)
    if named and any(d.person == named.name for d in drafts_of(passage.state)):
        return False
    if named:
        emit(passage, [named], stack.units, Statement("current", "membership.apposed"))
    return named is not None


def _first(passage: Passage, low: int) -> Named | None:
    """The one whom the passage opens with, where nobody else is named before `low`."""
    named = person_at(passage, passage.start, place="subject") if passage.start < low else None
    return named if named and named.end < low and named.weight >= _SURE else None


def said_to_be(passage: Passage, stack: Stack) -> bool:
    """县税务局局长是去年底到任的贺兰石，; 出任县税务局局长的是贺兰石。: drafts the post of the person whom the title is said to be."""
    copula = _IS.match(passage.text, stack.end, passage.end) if stack.units[-1].body else None
    link = link_before(passage.text, passage.segment_of(stack.start)[0], stack.start)
    status: Status = "appointed" if link and link[0].status == "appointed" else "current"
    if copula and copula[0].startswith("的") and not link:
        copula = None
    for size in (3, 2, 4) if copula else ():
        start = copula.end() - size if copula else 0
        named = person_at(passage, start, place="said") if copula and start >= copula.start("who") else None
        if copula and named and named.end == copula.end() and named.weight >= _LEAST:
            emit(passage, [named], stack.units, Statement(status, "membership.copula"))
            set_subject(passage, named)
            return True
    return False


_COUNTED = re.compile(
    r"(?P<first>[\u4e00-\u9fff]{2,16})(?P<rest>(?:、[\u4e00-\u9fff]{2,4}){0,20}(?:[、和][\u4e00-\u9fff]{2,4}?))(?:等?(?:[0-9]{1,2}|[两二三四五六七八九十]{1,2})[名位](?:同志)?|等)$"
)
_OTHER = re.compile("[^、和]+")


def counted(passage: Passage, stack: Stack) -> bool:
    """甲、乙、丙等7名第一书记: drafts the title of each of those told off and counted before it, unless which village each serves is not told."""
    found = _COUNTED.search(passage.text, passage.segment_of(stack.start)[0], stack.start)
    if found is None or passage.text.startswith("的", stack.end):
        return False
    if found[0].endswith("等") and not (stack.units[0].body and stack.units[0].role.text.endswith(("常委", "委员", "代表"))):
        return False  # 甲、乙等县委常委
    if stack.units[0].body is None and "村" in (stack.units[0].organization or "") and _villages(passage, found.end("first")) > 1:
        return True
    rest = [m.span() for m in _OTHER.finditer(passage.text, *found.span("rest"))]
    end = found.end("first")
    sizes = (size for size in (3, 2, 4) if end - size >= found.start() and _BEGINS.search(passage.text, 0, end - size))
    first = next(((end - size, end) for size in sizes if score(passage.text[end - size : end]) > _LEAST), None)
    if first is None or any(score(passage.text[a:b]) <= 0 for a, b in rest):
        return False
    named = [Named(a, b, raw_name(passage, a, b), 3.0) for a, b in (first, *rest)]
    emit(passage, named, stack.units, Statement("current", "membership.counted"))
    return True


def _villages(passage: Passage, end: int) -> int:
    """How many places below the county the sentence names before `end`: one for each of the named, we cannot tell which."""
    low = passage.segment_of(end)[0]
    return sum(low <= at < end for at, _ in passage.state.villages)


_BEGINS = re.compile(r"(?:^|[，。；：（“\n的是由为有了和与叫])$")
"""What a list of names begins after."""
