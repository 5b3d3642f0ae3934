"""Where the name of a body begins, given where it ends: looking left for words that no such name holds."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import rjieba

from kg.annotate import regions
from kg.annotate.bodies import behind_act, central, ends_a_body
from kg.annotate.boundary_words import LEADS_TO, SINGLE_VERBS, holds_none, in_name, is_time, odd_head, trimmed, words_of
from kg.annotate.countries import foreign_at, foreign_start
from kg.annotate.lexicon import COMPANY_ENDS, ORG_CUT_WORDS, ORG_VERBS
from kg.annotate.passage import Passage

__all__ = ["behind_cut", "is_plain_name", "organization_before", "whole_name"]

_HAN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“]")
_DEICTIC_END = re.compile(
    r"[我本该](?:省|市|县|区|州|盟|旗|部|厅|局|司|委|处|科|股|村|镇|乡|院|校|站|所|中心|厂|矿|场)$|(?:^|[^\u4e00-\u9fff]|^[兼由与和及为是])(?:我|本|"
    r"该)?(?:自治区|省|市|县|区|州|部|厅|局|司|委|处|科|村|镇|乡|社区|街道|嘎查)$|[的着过在到当任问有](?:村|镇|乡|县|市|街道|社区)$"
)
_SESSION = re.compile(r"第[一二三四五六七八九十0-9]+届$")
_NATIONAL = re.compile(
    r".*驻$|(?:中国|中央|武警|解放军|陆军|海军|空军|国家|国网|南方电网|华电|华能|大唐|国电|中核|中广核|中粮|中储粮|中建|中铁|中交|中煤|中化|国药|华润|绿色|人民网|新华网|中新网|央广网|中共|民盟|民建|民进|民革|民主建国会|农工党|致公党|九三学社|台盟|共青团|全国|驻|"
    r"原|人民银行|银行|总局|部|集团|南网|中石[油化])[\u4e00-\u9fff]*$"
)
_DEICTIC = re.compile(
    r"[我本该此全]?(?:省|市|县|区|州|盟|旗|自治区|镇|乡|村|部|厅|局|校)(?:委|政府|局|厅|府|直|级|纪委|人大|政协|公安局)?|"
    r"[我本该此](?:院|行|司|委|处|科|所|站|会|社|中心|公司|集团|厂|矿|场)"
)
_JOINED = re.compile(
    r"[我本该]?(?:(?:省|市(?!容|场|政管)|县|区|州|旗|镇|乡)(?=[委政纪人财发教水农林公民司审住交环卫工科商文体]|[\u4e00-\u9fff]{1,12}[局厅委办])|国家|办公室|"
    r"第[0-9一二三四五六七八九十]{1,3}(?:集团军|军|师|旅|团)|办公厅|机关党委|人事处|财务处|医院(?=领导|班子|有关|相关|职工)|[我本该](?:院|校|局|厅|委|行|司|所|站|处|会|公司|集团|中心))"
)
_CENTRE = tuple("中共中央 党中央 团中央 民革中央 民盟中央 民建中央 民进中央 台盟中央 九三学社中央 联合国 国民党 共产党 劳动党 人民党 北约 东盟".split())
_SMALL = re.compile(r"[\u4e00-\u9fff](?<![坐城乡集小各全新农山本该任问有])(?:镇|乡|街道|苏木|(?<!全)(?<![0-9]后)村)$")
_COMPANY = re.compile(
    rf"[\u4e00-\u9fff]{{2}}(?:{COMPANY_ENDS})$|"
    "(?:[武宝鞍首太攀包马济莱唐邯湘涟柳沙河本酒昆重南杭韶萍凌通安]钢|[一二上广北东重]汽|中石[油化]|中海油|[\u4e00-\u9fff]{2}(?:石化|炼化|汽集团))$"
)
_OF_CHINA = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[为任]))中国(?!政府|驻|特色|代表|国家|人民|农村|现代|当代|历史|著名|知名|资深|优秀|首席|首位|最)[\u4e00-\u9fff]{2,4}$"
)
"""中国中冶, 中国女排: bodies of the nation whose names end as no list can tell, at the head of a clause."""
_BRANCH = re.compile(r"(?:分公司|支公司|中支|营业部|分行|分局|支行|分院|分部)$")
_DOUBLED = re.compile(r"(?<=[\u4e00-\u9fff]([班段船连排团旅]|(?<![条段个这那])[河湖渠]))副?\1长")
"""道班|班长, 采伐段|段长: the noun that the title repeats ends the body."""
_AFTERWARDS = re.compile("(?:^|[会事案灾战赛课饭随之此然最今发伤])后[局厅部司院校所站镇县市]$")
"""案发后|局长: no body."""
_UNIT = re.compile(r"[司处科股室]$")
_TO_OWN = re.compile(
    r"(?<![\u4e00-\u9fff])(?:纪念|庆祝|祝贺)(?=中国|中华|中共|[我本][校院]|[\u4e00-\u9fff]{3,16}(?:大学|基金会|协会|学会|集团|公司)$)|"
    r"(?<![\u4e00-\u9fff])会[上后前间中](?=[\u4e00-\u9fff]{3})|(?:[到在入往于来赴]|派驻|选派)(?=[该本我][院校局厅部处县市区省镇乡村行司所站社])|(?<=约)谈(?=[省市县区州镇乡])|(?<![\u4e00-\u9fff])专?访(?![问谈客华惠])(?=[\u4e00-\u9fff]{3})|(?<![统唯单第逐])一进(?!步|修|出|口)(?=[\u4e00-\u9fff]{3})|家住"
)
"""分配到|该院中医科, 约谈|市政府, 会上|市委党校, 一进|某某中学."""
_SAYS = frozenset("任 为 是 由 的 兼 担任 兼任 现任 历任 曾任 出任".split())
"""Words right before the name of a body: the verb behind its first noun is its own (是|村民理财小组)."""
_TAKES_BODY = frozenset("联合 支持 指导 督导 检查 审理 调查 委托 协调 协助 审计 起诉 联系 筹建".split())
"""Verbs that names of bodies hold too, but not before a place or a 市 or 县 (联合|县商务局)."""
_PRONOUNS = frozenset("某 我 本 该 此 全 总 副 各界 对外 自 太 至上".split())


def organization_before(passage: Passage, end: int, floor: int) -> int | None:
    """Where the body begins whose name ends at `end`, not before `floor`; None where no body ends there."""
    text = passage.text
    head = text[max(floor, end - 40) : end]
    if not head or _AFTERWARDS.search(head) or not (
        ends_a_body(head)
        or head.endswith(_CENTRE)
        or _COMPANY.search(head)
        or _OF_CHINA.search(head)
        or _SMALL.search(head)
        or any(m.end == end for m in passage.regions)
        or _DEICTIC_END.search(head)
        or _DOUBLED.match(text, end)
    ):
        return None
    start = _with_opening(passage, _after_cut(passage, max(floor, end - 40), end), floor, end)
    start = _from_place(passage, max(start, text.rfind(">", start, end) + 1), end)
    if own := _TO_OWN.search(text, start, end):
        start = own.end()
    if _SMALL.search(head) and end - start > 7 and not ends_a_body(head) and not any(m.end == end or m.start == start for m in passage.regions):
        return None
    while start < end and not _HAN.match(text[start]):
        start += 1
    return trimmed(text, start, end) if start < end else None


def _with_opening(passage: Passage, start: int, floor: int, end: int) -> int:
    """同大镇, 铺前镇林梧村: the township found there goes with its first word, though that cuts elsewhere."""
    text = passage.text
    back = {"同": 1, "向": 1, "于": 1, "前": 2}.get(text[start - 1 : start], 0)
    longest = 99 if back == 2 else 3
    whole = any(m.start == start - back and start < m.end <= min(end, m.start + longest) for m in passage.regions)
    if text[start - 1 : start] in _IN_BRANDS and _BRANDED.search(text, start, end) and all(m.start != start for m in passage.regions):
        head = start - 2 if start - 2 >= floor and _BRAND_HEAD.match(text, max(0, start - 3)) else start
        start = next((m.start for m in passage.regions if floor <= m.start and m.end == start - 1), head)
    if start > floor and ((text[start - 1] == "尚" and _VILLAGE.fullmatch(text, start, end)) or odd_head(passage, start, end)):
        return start - 1
    if small := next((m.start for m in passage.regions if floor < m.start < start < m.end == end and text[m.start - 1] == "驻"), None):
        return small  # 驻|什运乡
    return start - back if back and whole and start - back >= floor else start


_IN_BRANDS = frozenset("同和尚于前正至")
_BRANDED = re.compile("(?:公司|集团|事务所|合作社|医院|学校|银行|酒店|药店)$")
"""陕西|同|诚会计师事务所: a word that no body opens with, between the place and the brand."""
_BRAND_HEAD = re.compile("[，。；：、（“\n 由][\u4e00-\u9fff][同和尚]")  # 、永|同|昌集团
_VILLAGE = re.compile("[\u4e00-\u9fff]村")


def _after_cut(passage: Passage, start: int, end: int) -> int:
    """Behind the last word before `end` that no name of a body holds; or at a place or deictic that a verb or 与 leads up to."""
    at, cut, before = start, start, ("", "x")
    said = False
    opened = passage.text[start - 1 : start] in ("、", "兼")
    openings = _openings(passage, start, end)
    for word, tag in words_of(passage.text[start:end]):
        begin, at = at, at + len(word)
        inside = at < end and before[0] + word != "审计厅" and not any(m.start < begin < m.end for m in passage.regions)
        small = before[1] == "v" and word in "村镇乡" and (len(before[0]) > 1 or (before[0] in SINGLE_VERBS and not passage.text.startswith(word, at)))
        if begin in openings or ((inside or small) and _DEICTIC.fullmatch(word)):
            led = before[0] in _TAKES_BODY or (before[0] not in ORG_VERBS and before[0] not in _name_words())
            if LEADS_TO.fullmatch(before[0]) or (before[1][0] == "v" and led and passage.text[begin - 2 : begin] != "经开"):
                cut = begin
            opened = True
        if at >= end:
            break
        opened = opened or (said and begin == cut and tag[0] in "nv" and len(word) > 1 and before[0] in ("任", "担任", "兼任", "出任"))
        opened = opened or (said and begin == cut and tag[0] == "n" and len(word) > 1)
        if _cuts(passage, word, tag, at, before):
            cut, opened, said = at, False, word in _SAYS
        elif _is_verb(word, tag) and not opened and not _names_unit(passage.text, cut, begin, end):
            cut = at
        before = (word, tag)
    return cut


def behind_cut(passage: Passage, start: int, end: int) -> int:
    """Where the name that ends at `end` begins, whatever it ends with: behind the last word that no name holds."""
    return _from_place(passage, _after_cut(passage, start, end), end)


def _openings(passage: Passage, start: int, end: int) -> frozenset[int]:
    """Where places and bodies already found begin."""
    return frozenset(
        m.start for found in (passage.regions, passage.organizations) for m in found if start <= m.start < end
    )


_THERE_ARE = frozenset("人员 领导 嘉宾 专家 代表 同志 来宾 客人 单位 成员 的 还 另 分别 主要".split())
"""What stands before 有 where those who came are told off."""


def _names_unit(text: str, low: int, start: int, end: int) -> bool:
    """Does the verb name a unit of the body before it (民政部救灾司|备灾处, 环保局|污染控制处), or is a lone 处 left after it?"""
    if not _UNIT.search(text, start, end):
        return False
    inside = any(ends_a_body(text[max(low, at - 6) : at]) for at in range(start, max(low + 2, start - 8), -1))
    return (inside and end - start <= 9) or end - start == 3


def _is_verb(word: str, tag: str) -> bool:
    """Is it a verb that the names of bodies do not hold?"""
    return tag[0] == "v" and tag != "vn" and len(word) > 1 and word not in ORG_VERBS and word not in _name_words() and not regions.candidates(word)


def _cuts(passage: Passage, word: str, tag: str, end: int, before: tuple[str, str]) -> bool:
    """Is it a word that no name of a body holds?  Verbs are judged apart."""
    hopes = word == "希望" and not _HOPE.match(passage.text, end)
    if word == "兼" or hopes or (word == "代表" and _SPEAKS_FOR.match(passage.text, end)):
        return True  # 校长助理兼|研究院, 希望|学校, 余某书记代表|院班子
    there = word == "有" and (before[1][:1] in ("s", "f") or before[0] in _THERE_ARE)  # 车上有|专员办, 出席会议的领导有|省委
    if there or is_time(word) or (word in "起来后前中许时点" and (is_time(before[0]) or before[1] in ("m", "t") or before[0] == "时")):
        return True
    if word in "和与及兼":
        return before[0] in ("", "领导", "班子") or before[1].startswith("nr") or _joins_bodies(passage, end - 1, end)
    if in_name(passage.text, word, end, before):
        return False
    if word == "的" and before[0][-1:] == "党":
        return False  # 省委党的群众路线教育实践活动领导小组
    if word in ORG_CUT_WORDS or (word in "年月日" and (not before[0] or before[0].isdigit())):
        if word[-1] == "长" and passage.text.startswith("办公室", end):
            return False  # 校长办公室
        return not (word == "经" and passage.text[end : end + 1] in "开信贸责济发建委视费审")
    if _DEICTIC.fullmatch(word):
        return False
    return tag[0] in "pudryc" and word[0] != "某" and word not in _PRONOUNS and word not in _name_words()


_SPEAKS_FOR = re.compile("(?:我|全)?(?:院|校|局|厅|学院|学校|医院|公司|集团|[省市县区]委|[省市县区]政府)(?!团|队|大会)|全[体省市县]|历任")
_HOPE = re.compile("工程|[中小]学|之|集团|基金|办")
"""What 希望 names."""


@cache
def _name_words() -> frozenset[str]:
    """Words that names of central and local bodies are made of."""
    lines = (files("kg.annotate") / "data" / "local_bodies.tsv").read_text(encoding="utf-8").splitlines()
    names = [
        *central(),
        *(part for line in lines if not line.startswith(("#", "name")) for part in re.split(r"[\t|]", line) if part),
    ]
    return frozenset(word for name in names for word, _ in rjieba.tag(name, False) if word not in "和与及兼对在由向")


def _joins_bodies(passage: Passage, a: int, b: int) -> bool:
    """Is the 和 at `a:b` between two bodies, rather than inside one (住房和城乡建设部)?"""
    text = passage.text
    if text.startswith("社会文物司", b):  # 博物馆与社会文物司 is one
        return False
    if any(m.start == b for m in passage.regions) or foreign_at(text, b, passage.end) or ends_a_body(text[max(passage.start, a - 8) : a]):
        return True
    return text[b : b + 3] in central() or bool(_JOINED.match(text, b, passage.end))


def _from_place(passage: Passage, start: int, end: int) -> int:
    """Begin at the place inside the name, unless a national body stands before it (国网湖南省电力公司)."""
    text, start = passage.text, behind_act(passage.text, start, end)
    if any(m.start == start and m.end < end for m in passage.regions):
        return start
    inner = [m.start for m in passage.regions if start < m.start and m.end <= end]
    inner += [m.start for m in passage.organizations if start < m.start < end <= m.end]
    inner = [foreign_start(text, at, start) for at in inner]
    if not inner or holds_none(text, start, min(inner), end):
        return start
    before = text[start : min(inner)]
    if _SESSION.match(before) or (_BRANCH.search(text, start, end) and _HAN.match(before)):
        return start
    return start if _NATIONAL.match(before) or (len(before) > 1 and ends_a_body(before)) else min(inner)


def whole_name(passage: Passage, start: int, end: int) -> bool:
    """Does the tail hold no word that a body's name cannot hold?"""
    return _after_cut(passage, start, end) == start


def is_plain_name(name: str) -> bool:
    """Is the string one name, without marks, figures or words that no name of a body holds (a title's head)?"""
    if re.search(r"[^\u4e00-\u9fffA-Za-z]", name):
        return False
    return not any(
        word in ORG_CUT_WORDS - {"会议", "各", "现", "以", "等", "新", "老"} or word in "与及" or _is_verb(word, tag)
        for word, tag in rjieba.tag(name, False)
    )
