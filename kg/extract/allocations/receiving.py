"""Where the money goes: the receiving place of a draft, never inferred from the payer.

    对湖北预拨5亿元 · 下达我省1.6亿元 · 支持四川省抗震救灾 · 其中道孚县3千万元 · 其他受灾县800万元
"""

from __future__ import annotations

import re

from kg.annotate import organizations, regions
from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Action, Draft
from kg.extract.allocations.lexicon import CLASS_OF_PLACES, TARGET
from kg.extract.allocations.places import Place, classes_at, group_at, places_in, set_places, smalls_at
from kg.extract.allocations.reading import LEAD
from kg.model import RegionRef

__all__ = ["find_place"]

_RECEIVE = frozenset("获 分得 分到 拿到 领到 领取 获得 得到 收到 接收 接受 争取 争取到 利用".split())
_RAISES = frozenset("募集 发行 增发 筹集 筹措 使用 利用 动用 统筹 提取 争取".split())
"""Verbs whose object names where the money comes from or whose it is: 发行江西省政府专项债券."""
_RECEIVER_BEFORE = re.compile(r"(?:向|给|对|为|在|于|支持|帮助|支援|援助|补助|安排|下达|拨付|用于)$")
_OWN_LEVEL = re.compile(r"(省|自治区|市|州|县|区|盟|旗)(?:本级|直(?=$|，|单位))")
_AREA = re.compile(r"[\u4e00-\u9fff]{2,8}(?:新区|开发区|高新区|经开区|自贸区|示范区|兵团|管理区|园区|本级)$")
_OPEN = re.compile(r"(?:其中)?(?:对|向|给|在)(?:于)?")
_BEHIND = re.compile(
    r"(?:的?[^，。；]{0,12}?)?(?:已|已经|全部|均|也|将)*(?:下达|拨付|分配|安排|下拨|划拨|拨|分解|落实|投向|发放|"
    r"给予|补助|支持)(?:给|到|至|往|了|于|在)*"
)
_RECEIVED = re.compile(r"(?:[再又共已曾喜]获|获得|收到|获)(?:了)?(?=中央|国家|省|市|上级|自治区|财政)")
_TO = re.compile(r"(?:向|给|对|为|支持|帮助|支援|援助)$")
_SPEAKS = re.compile(r"表示|说|介绍|指出|透露|召开|举行|通报|宣布|称|发布|获悉|报道")
_TREASURY = re.compile(r"(省|自治区|市|州|县|区|旗)财政")
"""省财政共收到…: what a treasury receives, its place receives."""
_GIVEN_TO = re.compile(r"[向给对]")
_REACH = re.compile(r"(?:到了?|给了?|至|往|入|进|了)")


def find_place(passage: Passage, draft: Draft) -> None:
    """Fill the draft's region from its own words."""
    if draft.region is not None or (draft.level and _bracketed(passage, draft)):
        return
    if draft.marker in ("part", "rest", "other", "item") or draft.bare:
        found = _of_part(passage, draft)
    else:
        found = _receiver(passage, draft) or _addressed(passage, draft)
    if not found:
        _behind(passage, draft)


def _of_part(passage: Passage, draft: Draft) -> bool:
    """The place of a list member: its name, a township, a class (其余县), a place in front of a colon or of 占其中."""
    text, start, end = passage.text, draft.body, draft.head[1]
    if small := smalls_at(text, start, end):
        set_places(draft, small)
        return True
    if draft.marker == "rest" and (others := _OTHERS.search(text, *draft.head)):
        set_places(draft, [(others.start(), others.end(), others[0], None)])
        return True
    plain = draft.marker == "" and draft.level == 0 and draft.head[0] < start
    return (
        (plain and _colon(passage, draft))
        or _take(passage, draft, start, end)
        or _take_class(passage, draft, start, end)
        or _occupies(passage, draft)
        or _addressed(passage, draft)
        or _unknown_names(passage, draft)
    )


def _occupies(passage: Passage, draft: Draft) -> bool:
    """万州、云阳、奉节三个区县占了其中的2130万元: the places in front of 其中."""
    text = passage.text
    if draft.marker != "part" or LEAD.sub("", text[draft.body : draft.head[1]]):
        return False
    before = _OCCUPIES.search(text, draft.head[0], draft.body)
    return before is not None and _take(passage, draft, draft.head[0], draft.body)


_OCCUPIES = re.compile(r"占|分得|得到")
_OTHERS = re.compile(
    r"(?:其余|余下)(?:各|的)?(?:\d+个?)?(?:省份|省|市县|市|县（市、区）|县区|区县|县|区|州|乡镇|镇|村)"
)


def _unknown_names(passage: Passage, draft: Draft) -> bool:
    """伊和淖尔苏木、额里图和哲日根图共75万元: names that no table has, beside parts that have places."""
    whole = draft.parent
    names = LEAD.sub("", passage.text[draft.body : draft.head[1]])
    if whole is None or not _NAMES.fullmatch(names) or not any(p.region for p in whole.parts):
        return False
    found = [n for n in re.split("[、和及与]", names) if n]
    draft.region, draft.regions = "、".join(found), tuple(RegionRef(n) for n in found)
    draft.region_spans = ((draft.body, draft.body + len(names)),)
    return True


_NAMES = re.compile(r"[\u4e00-\u9fff]{2,9}(?:[、和及与][\u4e00-\u9fff]{2,9})+")


def _bracketed(passage: Passage, draft: Draft) -> bool:
    """1.某机械有限公司（南海区），412.8万元: the place of a firm stands in brackets, not in its name."""
    match = _ITEM_PLACE.search(passage.text, draft.body, draft.head[1])
    if match is None:
        return _FIRM.search(passage.text, draft.body, draft.head[1]) is not None
    found = places_in(passage, *match.span("place"), in_bodies=True)
    set_places(draft, found[:1] or [(*match.span("place"), match["place"], None)], passage.text)
    return True


_ITEM_PLACE = re.compile(r"（(?P<place>[\u4e00-\u9fff]{2,9}(?:省|市|县|区|州|盟|旗|乡|镇|村|街道))）(?=[，：]|$)")
_FIRM = re.compile(r"公司|企业|集团|合作社|厂(?=$|[，（])|研究院|大学|医院")


def _colon(passage: Passage, draft: Draft) -> bool:
    """巴州区：省级财政专项扶贫资金2405万元: the place in front of a colon."""
    head, sign, _ = passage.text[draft.head[0] : draft.clause[0]].rpartition("：")
    found = places_in(passage, draft.head[0], draft.head[0] + len(head)) if sign else []
    if found and found[-1][1] == draft.head[0] + len(head):
        set_places(draft, found[-1:], passage.text)
        return True
    if sign and (area := _AREA.search(head)):
        set_places(draft, [(draft.head[0] + area.start(), draft.head[0] + area.end(), area[0], None)])
        return True
    return False


def _take(passage: Passage, draft: Draft, start: int, end: int) -> bool:
    found = places_in(passage, start, end)
    if not found:
        return _take_own_level(passage, draft, start, end)
    set_places(draft, group_at(passage, found, 0), passage.text)
    return True


def _take_own_level(passage: Passage, draft: Draft, start: int, end: int) -> bool:
    """省本级 is the host's: 吉林省本级."""
    match = _OWN_LEVEL.search(passage.text, start, end)
    if match is None or "财政" in passage.text[match.end() : match.end() + 3]:
        return False
    host = passage.state.host_region or ""
    name = (host if host.endswith(match[1]) else "") + match[0].removeprefix(match[1]) if host.endswith(match[1]) else match[0]
    set_places(draft, [(match.start(), match.end(), name, None)])
    return True


def _take_class(passage: Passage, draft: Draft, start: int, end: int) -> bool:
    match = CLASS_OF_PLACES.search(passage.text, start, end)
    if match is None:
        return False
    set_places(draft, classes_at(passage.text, match.start(), end))
    return True


def _receiver(passage: Passage, draft: Draft) -> bool:
    """The place after 向/给/对, or right behind the verb; for 收到 and 获得 the subject."""
    text, action = passage.text, draft.action
    if action is None:
        return False
    found = places_in(passage, draft.head[0], draft.head[1])
    named = [p for p in places_in(passage, action.end, draft.head[1], in_bodies=True) if p[0] == action.end]
    if named and not action.after and action.text not in _RAISES | _RECEIVE:
        set_places(draft, group_at(passage, named, 0), text)
        return True
    for i, place in enumerate(found):
        if _is_receiver(text, draft, action, place):
            set_places(draft, group_at(passage, found, i), text)
            return True
    if _small_receiver(passage, draft, action):
        return True
    receives = action.text in _RECEIVE or _RECEIVED.search(text, draft.clause[0], action.start)
    if receives and found and found[0][1] <= action.start:
        set_places(draft, group_at(passage, found, 0)[:1], text)
        return True
    if receives and (level := _TREASURY.search(text, draft.clause[0], action.start)):
        name = organizations.resolve(level[0], passage.state).removesuffix("财政")
        if name != level[1]:
            set_places(draft, [(level.start(), level.end() - 2, name, None)])
            return True
    return _class_receiver(text, draft, action)


def _is_receiver(text: str, draft: Draft, action: Action, place: Place) -> bool:
    """Does the place stand right behind the verb, or behind 向/给/对/支持 (在 only where nobody speaks there)?"""
    before = text[max(draft.head[0], place[0] - 4) : place[0]]
    if place[0] < draft.clause[0] and not _TO.search(before):
        return False
    if before.endswith("在") and _SPEAKS.search(text, place[1], draft.clause[1]):
        return False
    if action.text in _RECEIVE:
        return False
    if action.text in _RAISES:
        return False
    direct = 0 <= place[0] - action.end <= 2 and not text[action.end : place[0]].strip("给了到至往于向在 ")
    return direct or (_RECEIVER_BEFORE.search(before) is not None and place[1] <= max(action.start, draft.clause[1]))


def _small_receiver(passage: Passage, draft: Draft, action: Action) -> bool:
    """向新镇镇拨付; 拨付遂昌专项激励资金3.3亿元: a short name right behind the verb, alone or known from the text."""
    text = passage.text
    for opening in _GIVEN_TO.finditer(text, draft.clause[0], max(action.start, draft.clause[0])):
        if small := smalls_at(text, opening.end(), draft.head[1]):
            set_places(draft, small)
            return True
    if action.text in _RAISES | _RECEIVE:
        return False
    between = text[action.end : draft.head[1]] if action.end < draft.head[1] else ""
    for length in (4, 3, 2):
        ref = regions.lookup(between[:length], regions.context_codes(passage.state)) if len(between) >= length else None
        if ref and (len(between) == length or ref.code in passage.state.place_names):
            set_places(draft, [(action.end, action.end + length, ref.name, ref.code)], text)
            return True
    return False


def _class_receiver(text: str, draft: Draft, action: Action) -> bool:
    """下达各地…, 向13个设区市…."""
    match = CLASS_OF_PLACES.match(text, action.end, draft.head[1])
    if match is None:
        match = CLASS_OF_PLACES.search(text, draft.clause[0], action.start)
        if match is None or not _RECEIVER_BEFORE.search(text[: match.start()][-2:]):
            return False
    set_places(draft, classes_at(text, match.start(), draft.head[1]))
    return True


def _addressed(passage: Passage, draft: Draft) -> bool:
    """对西部6市县，省政府拿出1500万元: the receivers in a clause of their own."""
    for a, b in passage.clauses(draft.head[0], draft.clause[0]):
        opening = _OPEN.match(passage.text, a, b)
        if opening is None:
            continue
        found = places_in(passage, opening.end(), b)
        if found and (found[0][0], found[-1][1]) == (opening.end(), b):
            set_places(draft, group_at(passage, found, 0), passage.text)
            return True
        match = CLASS_OF_PLACES.fullmatch(passage.text, opening.end(), b)
        if match:
            set_places(draft, [(match.start(), match.end(), match[0], None)])
            return True
    return False


def _behind(passage: Passage, draft: Draft) -> bool:
    """支持四川省抗震救灾, 用于锦州…的管网改造, 在驻马店…建设, 下达其他6个省."""
    if _arrives(passage, draft):
        return True
    for a, b in passage.clauses(*draft.tail):
        target = _target_in(passage.text, draft, a, b)
        behind = _BEHIND.match(passage.text, a, b)
        if passage.text.startswith("不", a):
            continue
        if target is None and behind is None and not passage.text.startswith("在", a):
            continue
        start = target.end() if target else behind.end() if behind else a + 1
        if _place_at(passage, draft, start, b, reach=12 if target else 2):
            return True
        if target:
            return False
    return False


def _target_in(text: str, draft: Draft, a: int, b: int) -> re.Match[str] | None:
    """The word of purpose that the clause begins with; right behind the amount it may stand further off."""
    return TARGET.search(text, a, min(b, a + 30)) if a == draft.tail[0] else TARGET.match(text, a, b)


def _place_at(passage: Passage, draft: Draft, start: int, end: int, *, reach: int) -> bool:
    """A named place within `reach` of `start`, else a township, a class of places or 省本级 right there."""
    found = places_in(passage, start, end)
    if found and found[0][0] - start <= reach:
        set_places(draft, group_at(passage, found, 0), passage.text)
        return True
    if listed := smalls_at(passage.text, start, end) or classes_at(passage.text, start, end):
        set_places(draft, listed)
        return True
    return _OWN_LEVEL.match(passage.text, start, end) is not None and _take_own_level(passage, draft, start, end)


def _arrives(passage: Passage, draft: Draft) -> bool:
    """…1.12亿元，旗财政局已于3月20日拨付到各苏木乡镇: the place behind the verb that follows."""
    action, text = draft.action, passage.text
    if action is None or not action.after or action.start < draft.tail[0]:
        return False
    match = _REACH.match(text, action.end, draft.tail[1])
    return _place_at(passage, draft, match.end() if match else action.end, draft.tail[1], reach=0)



