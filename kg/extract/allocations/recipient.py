"""Who gets the money, as written: 向市第一医院支付, 217家企业收到, 拨付给项目单位, 打进了合作社账户."""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.annotate.registry import followed, occurrences
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import CLASS_OF_PLACES, FUND_HEAD
from kg.extract.allocations.places import places_in, spans

__all__ = ["clip", "find_recipient", "is_lender", "may_get", "named"]

_CLAUSE = re.compile(r"[，。；：！？\n]")
_RECEIVES = ("领走", "领回", "接收", "收到", "接受", "获得", "得到", "获", "分得", "分到", "争取", "争取到", "拿到", "领到", "领取")
_PEOPLE = (
    r"(?:群众|农户|牧户|渔户|农民工|农民(?!工)|牧民|渔民|学生|职工|居民|企业|商户|对象|家庭(?!经济困难)|人员|者|学校|医院|院校|户|教师|老人|"
    r"儿童|军人|大学|学院|公司|项目|中心|幼儿园|福利院|合作社|作坊|基金会|局|站|车主|业主|经销商|商家|机构|市民|工人|患者|旅客|农场|店)"
)
_TO = re.compile(
    r"(?:向|给予?|对|为)(?P<what>[^，。；：向给对为]{1,24}?)(?=(?:共|累计|已|再|又|各|分别|先后|紧急|一次性|全额|直接|"
    r"及时)*$)"
)
_DIRECT = re.compile(rf"(?:给|了|到|至|往)?(?P<what>(?![及和与])[^，。；：\d]{{0,12}}?{_PEOPLE})(?!资金|补助|经费|专项|建设|款|投资|贷款)(?=.)")
_INTO = re.compile(
    r"(?:打|拨付|发放|发|划|转|送|汇|支付|拨|注)(?:到了?|给|至|入|进)(?P<what>[^，。；：]{1,20}?)(?:的?(?:账户|卡|手|"
    r"账|一卡通)[^，。]*)?$"
)
_COUNT = re.compile(
    r"^(?:[\d.,]+[万亿]?[余多]?(?![\d.,万亿余多座项条处台辆栋幢口眼批类件级次公千米吨亩平年月日])|"
    r"[一二三四五六七八九十百千万两]+[余多]?(?=[名户个家所位人]))(?:名|户|个|家|所|位|人)?"
)
"""120户|农户; but 12项民生工程 stays whole."""


def find_recipient(passage: Passage, draft: Draft) -> str | None:
    """The receiver in the draft's own words, or None; a mere place is none."""
    text, action = passage.text, draft.action
    if action is None:
        return None
    if not action.after and action.text not in _RECEIVES:
        match = _TO.search(text[draft.clause[0] : action.start])
        if match and not (text.startswith("对", draft.clause[0] + match.start()) and FUND_HEAD.search(match["what"][-4:])):
            return None if is_lender(passage, draft, match["what"]) else named(passage, match["what"], draft.clause[0])
        if match := _DIRECT.match(text[action.end : draft.clause[1]]):
            rest = _LISTED.match(text[action.end : draft.clause[1]], match.end())
            return clip((match["what"] + (rest[0] if rest else "")).lstrip("的"))
    if action.text in _RECEIVES and not action.after:
        return _subject(passage, draft)
    if action.after and action.text in ("拨给", "发给", "交给", "打给", "交到", "借给", "贷给", "捐给"):
        stop = _CLAUSE.search(text, action.end, draft.tail[1])
        return named(passage, text[action.end : stop.start() if stop else draft.tail[1]], draft.tail[0])
    for a, b in passage.clauses(*draft.tail)[:3]:
        if match := _INTO.search(text[a:b]):
            return named(passage, match["what"], a)
    return None


def _subject(passage: Passage, draft: Draft) -> str | None:
    """该县217家企业收到…: who receives, without date and place."""
    assert draft.action
    start = draft.clause[0]
    for mention in spans(passage.dates, passage.regions):
        if start <= mention[0] and mention[1] <= draft.action.start:
            start = max(start, mention[1])
    match = _RECEIVER_NAME.match(passage.text, start, draft.action.start)
    what = _PLACED.sub("", match["what"]) if match else ""
    return None if _DEICTIC.fullmatch(what) else clip(what)


_LISTED = re.compile(rf"、[^，。；：]{{1,40}}?等(?:[\d一二三四五六七八九十]+[家户个所名])?[^，。；：\d]{{0,8}}?{_PEOPLE}")
"""扶持甲公司|、乙公司等6家加工企业: the rest of a list of receivers."""
_BANK = re.compile(r"(?:银行|信用社|信用联社|联社|分行|支行|农商行|农信社|国开行|农发行|[农工建中交]行)$")
_BORROWS = frozenset("贷 贷款 借 借款 融资 提款".split())


def is_lender(passage: Passage, draft: Draft, what: str) -> bool:
    """社里向县农村信用联社贷了40万元: the bank that one borrows from does not receive."""
    if not _BANK.search(what) or draft.passage is None:
        return False
    if re.search(rf"[与和同跟向][^，。；]{{0,8}}?{re.escape(what.split('与')[-1])}(?:正式|成功|共同|又|再)*签", draft.passage.text[slice(*draft.segment)]):
        return True  # 医院与某银行签订贷款合同
    alone = draft.bare and not draft.paired and draft.passage.text[draft.body : draft.head[1]].strip("、，和 ") == what
    if alone and draft.parent is not None and (draft.fund or "").endswith("贷款"):
        return True  # 发放贷款6亿元，其中|农商行|1亿元
    if draft.action is None or draft.action.text not in _BORROWS:
        return False
    words = passage.text[slice(*draft.segment)]
    return any(_TOWARDS.search(words, 0, at) for at in occurrences(words, what.split("向")[-1]))


_TOWARDS = re.compile(r"向[^，。；]{0,8}$")


_GETS = re.compile(r"(?:[学院厂站场馆园桥]|小|中|医院|学校|中心|基地|水库|工程|项目|路|线|车间|实验室|养护院|敬老院)$")
_PAYS = re.compile(r"[^，。；：]{0,8}?(?:捐|出资|自筹|筹|垫|支付|付|承担|负担|拿|掏|配套|认缴)")


def may_get(passage: Passage, draft: Draft, text: str) -> bool:
    """其中城南水厂|3020万元, 银行与甲集团|签订: a body that was read as the payer, and may be what the money is for."""
    words = passage.text[slice(*draft.segment)]
    if any(f"{also}{text}签" in words for also in "与和同跟"):
        return True
    return _GETS.search(text) is not None and not draft.own_payer and not followed(words, text, _PAYS)


_DEICTIC = re.compile(r"[该本我][局厅部委省市县区州旗镇乡村]?")
_PLACED = re.compile(r"^(?:[全该我本][省市县区州]|[省市县区镇村]里|共?有|的)+")
_RECEIVER_NAME = re.compile(rf"(?P<what>[^，。；：]{{0,20}}{_PEOPLE})")


_OF_PEOPLE = ("同胞", "群众", "学生", "农户", "居民", "村民", "牧民", "企业", "灾民", "师生", "职工", "医院", "学校", "中学", "小学", "公司",
              "完小", "幼儿园", "卫生院", "养护院", "敬老院", "福利院", "水厂", "工厂", "加工厂", "电站", "泵站", "车站", "客运站", "停车场", "足球场",
              "养牛场", "养殖场", "机场", "水库", "大桥", "公路", "隧道", "码头", "基地", "图书馆", "博物馆", "文化馆", "体育馆", "车间", "新桥", "新村")
"""青山县农户, 台湾同胞: a place with its people is more than a place."""
_TIME = re.compile(r"\d+[年月日]|[今明去本上下前][年月]|[年月]底")


def named(passage: Passage, what: str, floor: int) -> str | None:
    """The receiver, unless it is only a place."""
    if _TIME.match(what):
        return None
    at = passage.text.find(what, floor)
    places = places_in(passage, at, at + len(what))
    if places and places[0][0] == at and places[-1][1] >= at + len(what) - 3 and not what.endswith(_OF_PEOPLE):
        return None
    if CLASS_OF_PLACES.fullmatch(what) or _DEICTIC.fullmatch(what) or what in ("我国", "当地", "全国", "本地"):
        return None
    return clip(_COUNT.sub("", what))


def clip(phrase: str) -> str | None:
    """The phrase without an unpaired quote or bracket; None for less than two characters."""
    phrase = phrase.strip()
    if "“" not in phrase:
        phrase = phrase.rstrip("”")
    if "（" not in phrase:
        phrase = phrase.rstrip("）")
    return phrase if len(phrase) >= 2 else None
