"""What the money is for, as written: the purpose (用于/支持/投向…), else the receiver (企业, 牧户)."""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import FUND_HEAD, TARGET
from kg.extract.allocations.places import group_at, places_in

__all__ = ["find_target"]

_STOP = re.compile(r"[，。；：！？\n]|其中|包括|（其中")
_RESULT = re.compile(r"(?:惠及|覆盖|受益|修通了?|建起了?|建成了?|新建了?|购置了?|购买了?|修建了?|建设|修缮了?|改造了?|租用|采购)")
_FOR = re.compile(r"(?:为了?|用于|用来)(?P<what>(?:支持|做好|帮助|推动|保障|解决|应对|加快|落实|进一步)?[^，。；为]{2,30})，")
_PURPOSE = re.compile(r"(?:用于|支持|帮助|保障|对)(?P<what>[^，。；：]{2,40}?)(?:的|等)?$")
_PEOPLE = (
    r"(?:群众|农户|牧户|渔户|农民|牧民|渔民|学生|职工|居民|企业|商户|对象|家庭|人员|者|学校|医院|院校|户|教师|老人|儿童|军人|大学|学院|公司|项目|中心|幼儿园|福利院|合作社)"
)
_RECEIVER = re.compile(rf"(?:向|给|对|为)(?P<what>[^，。；：向给对为]{{1,24}}?{_PEOPLE})(?=[^，。；：]*$)")
_DIRECT = re.compile(rf"(?:给|了|到|至|往)?(?P<what>[^，。；：\d]{{0,12}}?{_PEOPLE})(?=.)")
_INTO = re.compile(rf"(?:打|拨付|发放|发|划|转|送|汇|支付|拨)(?:到了?|给|至|入|进)(?P<what>[^，。；：]{{1,20}}?)(?:的?(?:账户|卡|手|账|一卡通)[^，。]*)?$")
_GROUP_TAIL = re.compile(r"(?:等)?(?:[两三四五六七八九十\d]+个?)?(?:省区市|省（区、市）|省份|省区|省|市|县|区|州|地|乡镇|村)?(?:等地?)?")


def find_target(passage: Passage, draft: Draft) -> str | None:
    """The purpose or the receiver in the draft's own words, or None."""
    return _purpose_behind(passage, draft) or _purpose_before(passage, draft) or _receiver(passage, draft)


def _purpose_behind(passage: Passage, draft: Draft) -> str | None:
    text = passage.text
    start, end = draft.tail
    pieces = passage.clauses(start, end)
    for i, (a, b) in enumerate(pieces):
        match = TARGET.search(text, a, b) if i == 0 else TARGET.match(text, a, b)
        if match and (i or match.start() - a <= 24):
            return _phrase(passage, match.end(), end)
        if i and (result := _RESULT.match(text, a, b)):
            return _phrase(passage, result.end(), end)
        if text.startswith("在", a) and i:
            verb = re.compile(r"(?:建设|开展|实施|新建|修建).*").search(text, a, b)
            if verb:
                return _clip(verb[0])
    return None


def _phrase(passage: Passage, start: int, limit: int) -> str | None:
    """The purpose from `start` to the end of its clause, without the receiving place in front."""
    text = passage.text
    stop = _STOP.search(text, start, limit)
    end = stop.start() if stop else limit
    found = places_in(passage, start, end)
    if found and found[0][0] == start:
        group = group_at(passage, found, 0)
        after = group[-1][1]
        tail = _GROUP_TAIL.match(text, after, end)
        rest = text[tail.end() if tail else after : end].lstrip("的、")
        return _clip(rest) if len(rest) >= 2 else None
    return _clip(text[start:end])


def _clip(phrase: str) -> str | None:
    phrase = phrase.strip().rstrip("”）") if "“" not in phrase and "（" not in phrase else phrase.strip()
    return phrase if len(phrase) >= 2 else None


def _purpose_before(passage: Passage, draft: Draft) -> str | None:
    """为支持X，安排…; …用于X的资金…."""
    text = passage.text
    if draft.action and not draft.action.after:
        for a, b in reversed(passage.clauses(draft.head[0], draft.action.start)):
            match = re.compile(r"(?:为了?|围绕|针对)(?=支持|做好|帮助|推动|推进|保障|解决|应对|加快|落实|进一步|确保|缓解|促进|加强)").match(text, a, b)
            if match:
                return _clip(text[match.end() : b])
    inner = re.search(r"(?:用于|支持)([^，。；]{2,30}?)的?(?=" + FUND_HEAD.pattern + ")", text[draft.clause[0] : draft.clause[1]])
    return _clip(inner[1]) if inner else None


def _receiver(passage: Passage, draft: Draft) -> str | None:
    text, action = passage.text, draft.action
    if action is None:
        return None
    if not action.after:
        if match := _RECEIVER.search(text[draft.clause[0] : action.start]):
            return _clip(match["what"])
        if match := _DIRECT.match(text[action.end : draft.clause[1]]):
            return _clip(match["what"].lstrip("的"))
    stop = _STOP.search(text, *draft.tail)
    piece = text[draft.tail[0] : stop.start() if stop else draft.tail[1]]
    match = _INTO.search(piece)
    return _clip(match["what"]) if match else None
