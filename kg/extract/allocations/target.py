"""What the money is for, as written: the purpose (用于/支持/投向…), else the receiver (企业, 牧户).

    用于灾后重建 · 投入350万元购置灌溉设备 · 惠及渔户520户 → 渔户 · 向市中医院支付
"""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.fund import project_total
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import ACT, FUND_HEAD, TARGET, WORKS
from kg.extract.allocations.places import group_at, places_in, spans
from kg.extract.allocations.recipient import clip, named
from kg.extract.allocations.unnamed import classes_at, smalls_at
from kg.extract.allocations.wording import FACED, OUTCOME

__all__ = ["find_target", "is_of_a_share", "of_the_list", "phrase_from"]

_STOP = re.compile(r"[，。；：！？\n]|其中|包括|（其中|（不含")
_REACHES = re.compile(r"(?:惠及|覆盖|受益|资助|补助|救助|奖励)(?P<what>[^，。；\d]{1,12})(?=\d|[，。；]|$)")
_OFFERED = re.compile(r"为(?P<what>(?:支持|推动|促进|保障)[^，。；]{2,50}?)(?:提供|奠定|创造)")
_PROJECT = re.compile(
    r"[的装建修](?P<what>[^，。；已将]{2,20}?(?:项目|工程|基地|中心|线|厂|大桥|公路|广播|设备|水库|学校))"
)
_OBTAIN = frozenset("修 买 补 建 铺 装 盖 挖 添 添置 购 采购 购买 购置 救助 慰问 奖励 补助 补贴 支持".split())
_LOOSE = re.compile(r"(?:把|将|为|给(?!予)|对|计划|让)")
_LIST_END = re.compile(r"[^。；]{4,90}?等(?:工作|支出|方面|项目|任务|需要|用途|领域|建设)(?=[，。；]|$)")
_FOR = re.compile(
    r"(?:为了?|围绕|针对)(?=支持|做好|帮助|推动|推进|保障|解决|应对|加快|落实|进一步|确保|缓解|促进|加强|切实|妥善)"
)
_GIVEN_TO = re.compile(r"[^，。]{0,24}?(?:向|给予?)(?P<what>[^，。向给对]{2,30})")
_LED = re.compile(rf"(?:支持|投向|保障)(?P<what>(?:(?!{FUND_HEAD.pattern})[^，。；：]){{3,30}})$")
_FOUNDED = re.compile(r"[^，。]{0,16}?(?:合资|联合|共同|计划|启动|签约|采用[^，。]{2,8}模式)(?P<what>(?:组建|新建|建设|改造|打造)[^，。]{2,30})")
_PLAN = re.compile(
    r"(?:计划|将|拟|打算)[^，。]{0,12}?(?P<what>(?:改造|建设|修建|新建|重建|整治|治理|扩建|完成)[^，。]{2,30})"
)
_FIELD = re.compile(r"(?:在|对|向)(?P<what>[^，。；在对向]{2,20}?)(?:方面|领域)")
_GROUP_TAIL = re.compile(
    r"(?:等)?(?:(?:[两三四五六七八九十\d]+个?)?(?:省区市|[省市县区州]（[^（），。]{1,8}）|省份|省区|省(?![道际属级会直])|市县|市(?![场属级政直])|县(?![级道域直委])|区(?![域间位级属])|州(?![级属])|"
    r"地(?![下质震方处理标面形市热])|乡镇(?![级卫企干政街])|村(?![级庄道民组集卫委内办落社史小医])))?(?:等地?(?![下质震方处理标面形市热]))?(?:的)?"
)


def find_target(passage: Passage, draft: Draft) -> str | None:
    """The purpose or the receiver in the draft's own words, or None; sets `draft.loose` for one behind a comma."""
    if total := project_total(passage.text, draft):
        draft.fund = total[0]
        return total[1] or _behind(passage, draft)
    return (
        _behind(passage, draft)
        or _before(passage, draft)
        or draft.recipient
        or _project(passage, draft)
        or _treated(passage, draft)
    )


_SUBJECT_PROJECT = re.compile(
    rf"(?P<what>[^，。；：]{{2,40}}?{WORKS})(?:[^，。；：项工]{{0,4}}[\d一二三四五六七八九十]+[座个处项次条公里]*)?(?:总工期[^，。；]*)?"
    r"(?=，|(?:全年|今年|去年|已|累计|共|目前|也|还|将|就|正在[^，]{2,8})*(?:支付|投入|完成|使用|收到|获|得到|计划|总投资|通过|开工|花|投资|付|，|$))"
)


def _project(passage: Passage, draft: Draft) -> str | None:
    """漓江修复工程全年支付资金12亿元: the project that is the subject of the sentence, nearest first."""
    floor = draft.head[0] if draft.marker else draft.segment[0]
    for a, b in reversed(passage.clauses(floor, draft.head[1])):
        match = _SUBJECT_PROJECT.match(passage.text, a, b)
        if match is None:
            continue
        begin = max([a, *(e for _, e in spans(passage.dates, passage.organizations, passage.regions) if a < e < match.end("what") - 1)])
        what = re.sub(r"^(?:[^的]*新?开工的|[^的]*实施的|的|，|、|全[省市县区]|我[省市县区]|[省市县区]里)+", "", passage.text[begin : match.end("what")])
        if len(what) >= 3:
            return clip(what)
    return None


_TREATED = re.compile(r"[^，。]{0,4}?(?<!面)对(?P<what>[^，。；：]{4,30})")


def _treated(passage: Passage, draft: Draft) -> str | None:
    """该区对87台燃煤锅炉“拆一补一”，区财政垫付1420万元: what the clause before deals with."""
    for a, b in passage.clauses(draft.head[0], draft.clause[0]):
        if match := _TREATED.fullmatch(passage.text, a, b):
            return clip(match["what"]) if named(passage, match["what"], a) else None
    return None


def _behind(passage: Passage, draft: Draft) -> str | None:
    """The purpose in the clauses behind the amount, up to the third."""
    for i, (a, b) in enumerate(passage.clauses(*draft.tail)[:4]):
        if passage.text.startswith("不", a) or OUTCOME.match(passage.text, a, b):
            continue
        direct = i == 0 and a == draft.tail[0]
        draft.loose = not direct
        found = _stated(passage, draft, a, b, direct=direct) or (
            _attached(passage, draft, a, b) if direct else _resulting(passage, draft, a, b)
        )
        if found:
            return found
    draft.loose = False
    return None


def _stated(passage: Passage, draft: Draft, a: int, b: int, *, direct: bool) -> str | None:
    """用于…, 惠及…, 为支持…提供…."""
    text = passage.text
    match = TARGET.search(text, a, b) if direct else TARGET.match(text, a, b)
    if match and match.start() - a <= 24:
        return phrase_from(passage, match.end(), draft.tail[1])
    reached = _REACHES.match(text, a, b) or _OFFERED.match(text, a, b)
    return clip(reached["what"]) if reached else None


def _attached(passage: Passage, draft: Draft, a: int, b: int) -> str | None:
    """Right behind the amount: 350万元购置灌溉设备, 8000万元的管廊项目."""
    text = passage.text
    if draft.action and draft.action.after and draft.action.text in _OBTAIN and draft.action.end < b - 1:
        return clip(text[draft.action.start : b])
    if project := _PROJECT.match(text, a, b):
        return clip(project["what"])
    if ACT.match(text, a, b) and not _IS_FUND.match(text[a:b]):
        return phrase_from(passage, a, draft.tail[1])
    return None


_IS_FUND = re.compile(rf"为?[^，。]{{0,8}}?{FUND_HEAD.pattern}(?=[，。；]|$)")
_IN_PLACE = re.compile(
    r"在[^，。]{1,20}?(?P<what>(?:建设|开展|实施|新建|兴建|修建|扩建|改建|修筑|修了|建了|建起|建成|铺设|架设|安装|硬化|打造|打井|"
    r"营造|种植|栽种|栽植|治理|改造|举办).*)"
)


def _resulting(passage: Passage, draft: Draft, a: int, b: int) -> str | None:
    """In a clause of its own: 建起茶叶加工厂, 把天然气通到每户, 在…建设…."""
    text = passage.text
    if ACT.match(text, a, b) and not _IS_FUND.match(text[a:b]):
        return phrase_from(passage, a, draft.tail[1])
    if place := _IN_PLACE.match(text, a, b):
        return clip(place["what"])
    return clip(text[a:b]) if _LOOSE.match(text, a, b) else None


_AND_MAINLY = re.compile(r"(?:重点|主要|着力)(?:做好|用于|支持|开展|保障|推进)")
"""支持做好应急抢险工作|，重点做好搜救转移、排危除险等工作: what is said once more, in detail."""
_BUILDS = re.compile(r"(?:[新改扩重迁兴续修援捐]建|[维整翻]修|修缮|改造|硬化|打造)(?:[\u4e00-\u9fff]{1,5}?)??[镇乡村][^，。；]{2}")
"""新建|村卫生所: what is built in the village, and no place called 新建村."""


def phrase_from(passage: Passage, start: int, limit: int) -> str | None:
    """The purpose from `start` to the end of its clause (of the list, where one ends in 等工作), without the place."""
    text = passage.text
    stop = _STOP.search(text, start, limit)
    end = stop.start() if stop else limit
    if stop and stop[0] == "，" and not _AND_MAINLY.match(text, stop.end()) and (longer := _LIST_END.match(text, stop.end(), limit)):
        end = longer.end()
    found = places_in(passage, start, end)
    after = start
    if found and found[0][0] == start:
        after = group_at(passage, found, 0)[-1][1]
    elif (small := smalls_at(text, start, end)) and not _BUILDS.match(text, start, end):
        after = small[-1][1]
    elif kinds := classes_at(text, start, end):
        after = kinds[-1][1] if kinds[-1][1] < end - 2 else start
    if after > start and text[after : after + 1] not in ("至", "到"):
        tail = _GROUP_TAIL.match(text, after, end)
        rest = text[tail.end() if tail else after : end].lstrip("的、")
        return clip(rest) if len(rest) >= 2 else None
    return clip(text[start:end])


_INNER = re.compile(rf"(?:用于|支持)([^，。；]{{2,48}}?)的?(?:贷款|专项|补助|(?:福利|体育)?彩票)?(?={FUND_HEAD.pattern})")


def _before(passage: Passage, draft: Draft) -> str | None:
    """为支持X，安排…; 对X，3年安排…; …用于X的资金….."""
    text = passage.text
    limit = draft.action.start if draft.action and not draft.action.after else draft.clause[0]
    inner = _INNER.search(text[draft.clause[0] : draft.clause[1]])
    if inner:
        return clip(inner[1])
    if led := _LED.search(without_lead(text[draft.clause[0] : draft.clause[1]])):
        return clip(led["what"])
    for a, b in (pair for pair in reversed(passage.clauses(draft.head[0], limit)) if not FACED.match(text, *pair)):
        if match := _FOR.match(text, a, b):
            return clip(text[match.end() : b])
        if plan := _PLAN.search(text, a, b):
            return clip(plan["what"])
        if founded := _FOUNDED.fullmatch(text, a, b):
            return clip(founded["what"])
        if receiver := _GIVEN_TO.fullmatch(text, a, b):
            return named(passage, receiver["what"], a)
        field = _FIELD.search(text, a, b)
        if field and field["what"] not in ("支出", "收入", "投入"):
            return clip(field["what"])
        if b < limit and not text.startswith("作为", a) and (match := TARGET.match(text, a, b)):
            return _joined(passage, draft, match.end(), b)
    return None


def _joined(passage: Passage, draft: Draft, start: int, end: int) -> str | None:
    """对X，推进Y，3年安排…: the purposes before the verb, as one stretch."""
    for a, b in reversed(passage.clauses(draft.head[0], start)):
        match = TARGET.match(passage.text, a, b)
        if match and b < start - 1:
            start = match.end()
    return named(passage, passage.text[start:end], draft.head[0])


def is_of_a_share(draft: Draft) -> bool:
    """500万元，其中300万元用于|道路抢修|、200万元用于民房重建: is the purpose that of one share alone, told first in the share's own words?"""
    told = [part for part in draft.parts if part.target and part.passage is not None]
    if draft.told or draft.target is None or draft.passage is None or len(told) < 2:
        return False
    same = [part for part in told if part.target == draft.target]
    if len(same) == 1:
        share = same[0]
        return share.clause[0] > draft.money.start and draft.passage.text.find(draft.target, draft.segment[0], share.segment[1]) >= share.clause[0]
    place = draft.passage.text.find(draft.target, draft.segment[0]) if not same else -1
    return any(part.clause[0] > draft.money.start and part.clause[0] <= place < part.tail[1] for part in draft.parts[:-1])


def of_the_list(draft: Draft) -> str | None:
    """甲、乙两省分别提供|公路项目|贷款8000万元和7000万元: what all of a list are for; a purpose of another sentence is not that of one of them."""
    first = draft.before
    if not (draft.passage and draft.target and draft.paired and first and first.paired and first.segment == draft.segment and first.fund == draft.fund):
        return draft.target
    words = draft.passage.text[slice(*draft.segment)]
    return first.target if first.target and first.target in words and draft.target not in words else draft.target
