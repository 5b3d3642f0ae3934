"""Words beside the name of a body: how they are cut, when something was, and those that look like none a name holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

import rjieba

from kg.annotate import regions
from kg.annotate.names import score
from kg.annotate.passage import Passage
from kg.annotate.roles import find_roles

__all__ = ["LEADS_TO", "SINGLE_VERBS", "behind_dismissed", "holds_none", "holds_title", "in_name", "is_time", "odd_head", "trimmed", "words_of"]

_TIME = re.compile(
    "[昨今当次翌本上](?:晚|夜|晨|天|日|早|周|月|年)|[上下中]午|傍晚|凌晨|深夜|清晨|早[上晨]|晚上|夜里|连日来?|[上中下]旬|[年月][初底]|(?:早些|同一|有)?时候|节[前后]|春节|国庆|如今(?:已是)?|近[日年]来|当[场面]|连夜"
)
LEADS_TO = re.compile("[后前中里内间底报送呈]|报送|上报|抄送|函告|联系|协商|商请")
"""雨后|州水利局, 当场联系|州红十字会: before a bare 省, 县 or 州, what is no part of its body."""
SINGLE_VERBS = frozenset("应问让请找替帮陪劝受")
"""Verbs of one character that lead up to a bare 乡, 镇 or 村 (老人应|乡党委书记…之邀)."""
_OF_NAMES = re.compile(
    "记者(?:部|站|协会|之家)|之[友家声光星]|高速(?!发|增)|同志(?:纪念|故居|生平|旧居|陈列)|自然|每日(?=新闻|经济)|"
    "老(?:科协|科技|干部|干局|龄|年|促会|体协|教协|教授|战士|区)"
)
"""Words that look like none a name holds, with what they stand before in names (老|科协, 京港澳|高速|管理处)."""


def is_time(word: str) -> bool:
    """Does the word say when something was (昨晚, 中旬)?  No name of a body begins with one."""
    return bool(_TIME.fullmatch(word))


_HAS_BODIES = tuple("局厅委部院会学司")
"""水利厅|所属|水文局: what bodies of its own has."""


_PICKS = ("推选", "补选", "增选", "公推", "改选")
_OF_PICKING = re.compile("公选|(?:工作)?(?:领导小组|委员会|办公室|专班)")
"""换届|改选|工作领导小组."""


def in_name(text: str, word: str, end: int, before: tuple[str, str]) -> bool:
    """Does the word stand in a name here, as it does in few (文广|新|局, 北|新|建材, 京港澳|高速|管理处)?"""
    if word in ("所属", "下属"):
        return before[0][-1:] in _HAS_BODIES
    if word == "名":
        return before[1][:1] not in ("m", "q") and before[0] != ""  # 名|羊农业公司, not 三|名
    if word in ("来访", "到访"):
        return text.startswith("接待", end)
    if word in _PICKS:
        return bool(_OF_PICKING.match(text, end))
    if word == "新":
        of_name = before[0][-1:] == "广" or text.startswith(("冠", "时代", "型", "华", "媒体", "能源", "农村", "材料", "北市"), end)
        return of_name or (len(before[0]) == 1 and before[1][:1] not in ("v", "p", "u"))
    return bool(_OF_NAMES.match(text, end - len(word)))


def words_of(text: str) -> Iterator[tuple[str, str]]:
    """Words with their tags; 任县 behind a comma is 任 and 县."""
    first, at = True, 0
    for word, tag in rjieba.tag(text, False):
        at += len(word)
        if word == "市长" and _LONG.match(text, at):
            yield from (("市", "n"), ("长", "n"))
        elif word == "任县":
            yield from (("任", "v"), ("县", "n"))
        elif word == "代表院":
            yield from (("代表", "n"), ("院", "n"))
        elif word == "胜任":  # 孙德胜|任|气象台台长
            yield from (("胜", "nr"), ("任", "v"))
        elif not first and tag == "nr" and word[0] == "任" and word != "任弼时":  # 陈立民任|海军某基地
            yield from (("任", "v"), (word[1:], "n"))
        else:
            yield word, "n" if word == "务" else tag  # 库|务局
        first = False


_LONG = re.compile("海(?:医院|县)|[\u4e00-\u9fff](?:路|街|大道)(?:[中小]学|派出所|社区|街道|支行)")
"""上海市|长海医院, 上海市|长寿路小学: no 市长."""
_PUTS_OUT = re.compile("(?<!被)(?:免去|免除|撤销|解聘|罢免|终止)$")
_TAKEN = re.compile("[^，。；]{1,30}?[长记任员师事监席委裁理]等?(?:职务|一职|之职)")
_NAME = 1.0
"""The log-odds from which what stands before a body is a name."""
_SHORTEST = 4
"""Code points of a body behind such a name."""


def behind_dismissed(text: str, start: int, end: int) -> int:
    """免去|张某某|江钢集团党委书记职务: no holder stands behind the title, so that the name stands before the body at `start:end`.

    A brand (王牌|电器集团, 万科|物业集团) is a word of its own, or no name to the tagger.
    """
    if not _PUTS_OUT.search(text, max(0, start - 3), start) or not _TAKEN.match(text, end):
        return start
    if any(regions.candidates(text[start : start + size]) for size in (2, 3)):
        return start
    head, tag = rjieba.tag(text[start:end], False)[0]
    if len(head) > 1 and (tag != "nr" or len(head) < 3):
        return start
    sizes = (size for size in (3, 2) if end - start - size >= _SHORTEST and score(text[start : start + size]) > _NAME)
    return start + next(sizes, 0)


_WITH = re.compile("[与和及同]")
_KIND_OF_PERSON = re.compile("模范|标兵|劳模|能手|典型|村民|农民|居民|市民|网友|患者|家属|学生|老人|老兵|志愿者|代表|先进个人|负责同志")


def _behind_person(text: str, start: int, end: int) -> int:
    """镇纪委书记柯某某与|公司: behind the person, told by a title or what one is, whom 与 joins to the body that ends at `end`."""
    for join in _WITH.finditer(text, start + 3, end - 1):
        told = (*(role.end for role in find_roles(text, start, join.start())), *(m.end() for m in _KIND_OF_PERSON.finditer(text, start, join.start())))
        if any(1 < join.start() - at < 4 and score(text[at : join.start()]) > _NAME for at in told):
            start = join.end()
    return start


_COUNTED = re.compile("(?:[一两二三四五六七八九十几多数]|[0-9]+)[名位](?=[省市县区州旗镇乡村局厅校院])")
"""三名|县公安局民警."""
_SOME_BODY = re.compile(r"(?:[一两几某数]|好几|有?[0-9]+|多){1,2}[个家所座支](?=[\u4e00-\u9fff])")
_SO_MANY = re.compile(r"[0-9]+[个家](?!一)(?=[\u4e00-\u9fff])")


def _is_some(text: str, start: int, end: int) -> bool:
    """一个养护站, 两家公司, 审计局组织19个审计小组: is it no name?"""
    return bool(_SOME_BODY.match(text, start, end) or _SO_MANY.search(text, start, end))


def holds_title(passage: Passage, start: int, end: int) -> bool:
    """副秘书长某某作协会: does a title stand inside the would-be name, not in a place (漳浦县|长桥镇)?"""
    titles = [role for role in find_roles(passage.text, start, end) if role.end < end - 1 and role.text.endswith(_HEADS)]
    return any(not any(m.start < role.end and role.start < m.end for m in passage.regions) for role in titles)


_HEADS = ("长", "主任", "书记", "主席", "经理", "总裁")


def trimmed(text: str, start: int, end: int) -> int | None:
    """Where the name from `start` to `end` begins behind the person whom 与 joins to it; None where it is the name of none."""
    start = _behind_person(text, start, end)
    counted = _COUNTED.match(text, start, end)
    start = counted.end() if counted else start
    return None if _is_some(text, start, end) else start


def holds_none(text: str, start: int, place: int, end: int) -> bool:
    """Does the name from `start` to `end` begin at none of the places in it, the first of which begins at `place`?"""
    return _is_nameless(text, place, end) or _is_longer(text, start, place)


def _is_nameless(text: str, place: int, end: int) -> bool:
    """某某|香港有限公司: is there nothing between the place and 公司, so that the name stands before the place?"""
    return any(regions.candidates(text[place : place + size]) and _KIND.fullmatch(text, place + size, end) for size in (2, 3, 4))


_KIND = re.compile("(?:股份|控股)?有限(?:责任)?公司")


def _is_longer(text: str, start: int, place: int) -> bool:
    """洮|安县: is the place what a longer name ends with, of a county that the table lacks?"""
    return place - start == 1 and text[start] not in _BEFORE_COUNTY and text[place + 1 : place + 2] == "县"


_BEFORE_COUNTY = frozenset("驻原老新我全本省市州区旗盟和与及至在到赴回由从向对为任的调离去往进入是时前现拟兼经抵援助帮访达返离赠给")


_ODD_HEADS = frozenset("都尚乃多只")
_HAN = re.compile("[\u4e00-\u9fff]")


def odd_head(passage: Passage, start: int, end: int) -> bool:
    """，|都安镇: is what looks like a word of grammar the head of a clause and of the township found there?"""
    head = passage.text[start - 1] in _ODD_HEADS and not _HAN.match(passage.text[start - 2 : start - 1])
    return head and any(m.start == start - 1 and m.end <= end for m in passage.regions)
