"""分别: the amounts of a list go, in order, to the places or come from the payers of a list before it.

    支持陕西、湖北、甘肃三省…，分别为1.5亿元、1.1亿元和6000万元          places
    甲区财政局、乙县财政局…分别安排60万元和45万元                  payers
    对A县、B县，鞍山市、秦皇岛市分别划拨1500万元、1200万元               places, and payers that are places too
    霞浦县、蕉城区各得2000万元和1600万元                        places: 各, where there are as many amounts
    分别向小河镇、卫贤镇两镇拨付210万元、165万元                  places behind 分别
    三中、思源学校、南江中学三所学校依次安排420万元、365万元和290万元    who it is for
    2011年到2013年…分别为3.9亿元、5.6亿元和8.85亿元             years
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import FUND_HEAD
from kg.extract.allocations.places import group_at, members, places_in, said_in, set_places
from kg.extract.allocations.shares import EACH
from kg.extract.allocations.unnamed import Place, same_kind_at, small_at, smalls_at

__all__ = ["pair"]

_SEPARATE = re.compile(r"分别(?!于|与)|依次|先后|分获(?!益|利)")
_GROUP_END = re.compile(r"(?<=[两三四五六七八九十][县市区州省旗镇乡地盟])(?:为|是|获|得)?$")
"""拨付望江、宿松、太湖三县2000万元、1500万元和800万元: as many amounts as places, without 分别."""
_EACH = re.compile(EACH)
_BETWEEN = re.compile(r"(?:（[^）]*）)?[、和及与以，]*(?:人民币)?")
_STOP = re.compile(r"[，。；：]")
_GIVES = re.compile(r"补助了|援助|帮扶|支援|划拨|下拨|下达|拨付|预拨|安排|投入|捐|出资|配套|筹|承担|汇往|支付|追加|提供|资助|落实")
_SHARED_OUT = re.compile(r"其中[^，。；]*分别(?:拨付|下达|安排|下拨|划拨|补助)(?=\d|$)|最[高多大]，分别")
"""其中甲区、乙区分别拨付…; 甲市、乙盟最高，分别拨付: they are given it."""
_OBTAINS = re.compile(r"获|得到|分得|分到|拿到|收到|领")
_RECEIVED = re.compile(r"向|给|对(?!口)|为|支持|帮助|下达|拨付|保[证障]|倾斜")


def pair(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """The same drafts; those of a 分别 list have their place, or their payer, set."""
    text = passage.text
    for i, draft in enumerate(drafts):
        each = _EACH.search(text, *draft.head)
        mark = _SEPARATE.search(text, *draft.head) or _GROUP_END.search(text, *draft.head) or each
        if mark is None:
            continue
        run = [draft]
        for other in drafts[i + 1 :]:
            if not _BETWEEN.fullmatch(text[other.head[0] : other.money.start]):
                break
            run.append(other)
        if len(run) > 1 and (mark is not each or _as_many(passage, draft.segment[0], mark.start(), len(run))):
            for one in run:
                one.paired = mark[0] != "先后"
            gives = _GIVES.search(text, mark.end(), draft.money.start) is not None and _OBTAINS.match(text, mark.end()) is None
            gives = gives and _SHARED_OUT.search(text, draft.segment[0], draft.money.start) is None
            if not _levels(passage, mark.start(), run) and not _behind(passage, mark.end(), run) and not _counted(passage, mark.start(), run):
                _assign(passage, draft.segment[0], mark.start(), run, gives=gives)
            if not gives and all(d.region is None and not d.told and not d.payers for d in run):
                _last_named(passage, mark.start(), run)
            if not gives and all(d.region is None and not d.told and not d.payers for d in run):
                _counted(passage, mark.start(), run, known=True)
    return drafts


_LEVEL = r"(?:中央|国家|上级|地方|(?:自治区|[省市州县区镇乡村])(?![、和及与]级)级?(?:财政)?)"
_OF_LEVELS = re.compile(
    rf"(?:其中|[一二三四五六七八九十]是)?，?(?:[今去前]年|\d{{4}}年度?)?(?P<what>[\u4e00-\u9fff“”（）]*?)(?P<levels>{_LEVEL}(?:、{_LEVEL})*[和及与]{_LEVEL})(?:预算内|财政|专项|配套|补助)*(?:资金|投资|经费|补助)?"
)
_SPENT = re.compile("[省市州县区镇乡村]$|安排|投入|下达|拨付|筹|补助|财政|收到")


def _levels(passage: Passage, mark: int, run: list[Draft]) -> bool:
    """校舍维修|中央和省级资金|分别为1352万元和900万元: as many levels as amounts, each of which gives one; what stands before them is what for."""
    begin = next(iter(_clauses_back(passage.text, run[0].segment[0], mark)), (mark, mark))[0]
    told = _OF_LEVELS.fullmatch(passage.text, begin, mark)
    names = re.split("[、和及与]", told["levels"]) if told else []
    if told is None or len(names) != len(run) or _SPENT.search(told["what"]):
        return False
    _set_payers(run, names)
    for draft in run:
        draft.dealt = True
    for draft in run if len(told["what"]) > 2 else ():
        draft.target, draft.told = told["what"].removesuffix("的"), True
    return True


def _last_named(passage: Passage, mark: int, run: list[Draft]) -> None:
    """…东县长和西县长最有体会：两县分别收到2100万元、1850万元: as many places as there are amounts, named last."""
    named = said_in(passage, run[0].segment[0], mark)
    for draft, place in zip(run, named if len(named) == len(run) else (), strict=False):
        set_places(draft, [place])


def _as_many(passage: Passage, start: int, mark: int, count: int) -> bool:
    """Does the clause right before 各 list so many members, no more?"""
    begin, end = next(iter(_clauses_back(passage.text, start, mark)), (mark, mark))
    return end == mark and len(members(passage, begin, end)) == count


def _behind(passage: Passage, mark: int, run: list[Draft]) -> bool:
    """分别向小河镇、新镇镇、卫贤镇三个镇拨付…: as many places right behind the word."""
    to = _TO_MANY.match(passage.text, mark, run[0].money.start)
    if to is None:
        return False
    found = places_in(passage, to.end(), run[0].money.start)
    known = group_at(passage, found, 0) if found and found[0][0] == to.end() else []
    places = known or smalls_at(passage.text, to.end(), run[0].money.start)
    if len(places) != len(run):
        return False
    for draft, place in zip(run, places, strict=True):
        set_places(draft, [place], passage.text)
    return True


def _counted(passage: Passage, mark: int, run: list[Draft], *, known: bool = False) -> bool:
    """新市、钟管、禹越三镇分别领到96万元、82万元和71万元: names that share one class word, told off in order."""
    begin = next(iter(_clauses_back(passage.text, run[0].segment[0], mark)), (mark, mark))[0]
    named = same_kind_at(passage.text, begin, mark)
    if len(named) != len(run) or named[-1][1] != mark or (not known and any(r.start >= begin and r.end <= mark for r in passage.regions)):
        return False
    for draft, place in zip(run, named, strict=True):
        set_places(draft, [place])
        draft.paired = True
    return True


_TO_MANY = re.compile(r"(?:下达|拨付|安排|划拨|下拨|预拨|补助|支持|奖励|追加)[向给为对]?|[向给为对]")


def _assign(passage: Passage, start: int, mark: int, run: list[Draft], *, gives: bool) -> None:
    """Look for lists of as many members, backwards: payers right before a verb of giving, places elsewhere."""
    text = passage.text
    for begin, end in _clauses_back(text, start, mark):
        items = _items(passage, begin, end, len(run))
        if not items:
            continue
        received = _RECEIVED.search(text, begin, items[0][1]) is not None
        found = [_place_of(passage, _after_preposition(text, a, b), b) for a, b in items]
        if not all(found) and (listed := _of_clause(passage, begin, end, len(run))):
            found, items = [[place] for place in listed], [place[:2] for place in listed]
        bodies = [[o.name for o in passage.organizations if a <= o.start and o.end <= b] for a, b in items]
        if not received and all(bodies) and (_OBTAINS.search(text, mark, run[0].money.start) or (not gives and _GETS.search(text[slice(*items[0])]))):
            _set_purposes(text, run, items)
            return
        if not received and all(bodies):
            _set_payers(run, [names[0] for names in bodies])
            return
        counted = (_APPOSED.search(text[slice(*items[-1])].rstrip("，：")) or _COUNTED.fullmatch(text, end, mark)) is not None
        if not (all(found) if counted else any(found)) and (counted or (end == mark and not (gives or any(bodies)))):
            _set_purposes(text, run, items)
            return
        if not all(found):
            continue
        townships = all(places[0][3] is None for places in found)
        donated = "捐" in text[mark : run[0].money.start]
        if gives and not received and not run[0].payers and (donated or not townships):
            _set_payers(run, [places[0][2] for places in found])
            continue
        _set_shares(text, run, found, items)
        return


def _of_clause(passage: Passage, begin: int, end: int, count: int) -> list[Place]:
    """大同、阳泉两市煤企多、老人多，…分别调剂29亿元和19亿元: the clause opens with as many places, and says what they are like."""
    found = places_in(passage, begin, end)
    group = group_at(passage, found, 0) if found and found[0][0] == begin else []
    return group if len(group) == count else []


def _place_of(passage: Passage, start: int, end: int) -> list[Place]:
    """The places of one item, a township among them."""
    small = small_at(passage.text, start, end)
    found = places_in(passage, start, end, in_bodies=True)
    while len(found) > 1 and passage.text[found[0][1] : found[1][0]] == "的":
        found = found[1:]  # 运城的|万荣
    return found or ([small] if small else [])


def _after_preposition(text: str, start: int, end: int) -> int:
    """香港言爱基金去年向|广西: the receiver begins behind 向/给/对."""
    return max([start, *(m.end() for m in _TO.finditer(text, start, end))])


_TO = re.compile(r"[向给]|对(?!口)")


def _set_payers(run: list[Draft], names: list[str]) -> None:
    for draft, name in zip(run, names, strict=True):
        draft.payers, draft.payer, draft.own_payer, draft.paired = (name,), name, True, True


def _set_shares(text: str, run: list[Draft], found: list[list[Place]], items: list[tuple[int, int]]) -> None:
    """Each amount its place; what an item says beside the place (湖南|洞庭湖岸线保护) is the purpose."""
    for draft, places, (_, stop) in zip(run, found, items, strict=True):
        set_places(draft, places[:1], text)
        draft.paired = True
        rest = text[places[0][1] : stop].strip()
        if len(rest) > 3 and not rest.endswith(("省", "市", "县", "区", "家")) and not _GROUP.match(rest):
            draft.target = rest


def _set_purposes(text: str, run: list[Draft], items: list[tuple[int, int]]) -> None:
    """水稻、玉米、大豆分别为6.5亿元、9.8亿元和2.9亿元: each amount its noun."""
    nouns = [_OF_MONEY.sub("", _APPOSED.sub("", text[a:b].rstrip("，：、和及与"))).strip("，、的 ") for a, b in items]
    nouns[0] = _AIMED.sub("", nouns[0])
    if all(2 <= len(noun) <= 16 and not _NOUN.search(noun) and not FUND_HEAD.search(_FITTED.sub("", noun)[-3:]) for noun in nouns):
        for draft, noun in zip(run, nouns, strict=True):
            draft.target, draft.told = noun, True


_NOUN = re.compile(r"[年月日\d]|财政|安排|投入|下达|级$")
_APPOSED = re.compile(r"(?<=[\u4e00-\u9fff]{2})[两三四五六七八九十](?:所|类|大类|项|条|座|处|个方面|个项目)[^，。]{0,12}$")
"""三中、思源学校、南江中学|三所受灾最重的学校: what is said of all members."""
_COUNTED = re.compile(r"[^，。；：]{0,3}(?:这|上述|以上)?[两三四五六七八九十](?:项|块|类|样|者|笔|个项目)[^，。；：]{0,6}")
"""用于参展、保险和建仓，|三项支出|依次为…: as many as were listed in the clause before."""
_OF_MONEY = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:的(?:资金|经费|投入|支出)|次之|紧随其后)$")
_FITTED = re.compile(r"(?<=[系建施井田区程])配套$")
"""渠系|配套 is work, and no money."""
_GETS = re.compile(r"(?:机场|医院|学校|[中小大]学|中心|水库|工程|项目|[厂站馆园])$")
_AIMED = re.compile(r"^.*?(?:用于|支持|投向|其中|对|给|向|为)(?=[\u4e00-\u9fff]{2})")
_GROUP = re.compile(r"[两三四五六七八九十\d]+个?(?:省|市|县|区|自治区|地)")


def _clauses_back(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of the stretch, the last first."""
    cuts = [start, *(m.end() for m in _STOP.finditer(text, start, end)), end]
    return [(a, b) for a, b in reversed(list(pairwise(cuts))) if b - a > 1]


def _items(passage: Passage, start: int, end: int, count: int) -> list[tuple[int, int]]:
    """The last `count` members of the list in the stretch; empty where it has fewer."""
    pieces = members(passage, start, end)
    return pieces[-count:] if len(pieces) >= count else []
