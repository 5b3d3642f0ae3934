"""Where the money goes: the receiving place of a draft, never inferred from the payer.

    向甘肃预拨7亿元 · 下达我省2.4亿元 · 其中寿县2千万元 · 其余县区900万元; behind the amount: `destinations.py`
"""

from __future__ import annotations

import re

from kg.annotate import organizations, regions
from kg.annotate.passage import Passage
from kg.extract.allocations.aided import helped, named_beside
from kg.extract.allocations.classes import RECEIVE, RECEIVER_BEFORE, class_receiver, said_receiver
from kg.extract.allocations.destinations import ATTRIBUTED, arrived, follow
from kg.extract.allocations.draft import Action, Draft
from kg.extract.allocations.givers import bears, names_giver
from kg.extract.allocations.here import local, local_at
from kg.extract.allocations.members import AREA, bracketed, of_part
from kg.extract.allocations.places import group_at, places_in, set_places
from kg.extract.allocations.spoken_of import addressed, find_spoken_of
from kg.extract.allocations.unnamed import Place, areas_at, smalls_at, states_at

__all__ = ["find_place"]

_ARRIVES = frozenset("到位 到账".split())
"""Verbs whose subject receives where it is a place: 我县共到位救灾资金."""
_RAISES = frozenset("募集 发行 增发 筹集 筹措 使用 利用 动用 统筹 提取 争取".split())
"""Verbs whose object names where the money comes from or whose it is: 发行江西省政府专项债券."""
_RECEIVED = re.compile(r"(?:[再又共已曾喜]获|获得|收到|获)(?:了)?(?=中央|国家|省|市|上级|自治区|财政|[^，。；]{2,14}?(?:下达|下拨|拨来|拨付|安排)的)")
_OF_ABOVE = re.compile(r"了?(?:中央|上级|国家)(?:和[省市]级|、[省市]级?)?[^，。；\d级]{0,12}(?:资金|补助|投资|经费)")
_OUR_OWN = re.compile(r"[^，。；财厅局委]{0,8}[全我][省市县区州旗镇乡](?!财政)")
"""全县已安排|中央和省级衔接资金: money of a level above is received, whoever disposes of it."""
_TO = re.compile(r"(?:向|给|对|为|支持|帮助|支援|援助)$")
_SPEAKS = re.compile(r"表示|说|介绍|指出|透露|召开|举行|通报|宣布|称|发布|获悉|报道")
_LIVES = re.compile(r"[^，。；的]{2,8}的(?!情况下)[^，。；的]{2,12}")
"""在杭州|开快递站的汪小满捐…: where a person lives."""
_EVENT = re.compile(r"[^，。；]{0,14}(?:会|仪式|论坛|活动)(?:议)?[上中]")
"""全市科技奖励|大会上: where something is held."""
_PERSON = re.compile(
    r"的?[^，。；\d、]{0,8}?(?:农民|村民|军属|民兵|党[总支委]|所长|老人|阿婆|大[娘妈爷]|商人|市民)(?![们代互])[^，。；\d]{0,8}|的[\u4e00-\u9fff]{2,3}(?:[今去前]年|昨天|当天|[一塌])"
)
"""某镇|农民王大柱领到…: a person of the place receives."""
_TREASURY = re.compile(r"(省|自治区|市|州|县|区|旗)财政")
"""省财政共收到…: what a treasury receives, its place receives."""
_GIVEN_TO = re.compile(r"[向给对]|为(?![了此])")


def find_place(passage: Passage, draft: Draft) -> None:
    """Fill the draft's region from its own words."""
    if bears(passage.text, draft):
        draft.region, draft.regions, draft.region_spans = None, (), ()
        follow(passage, draft)
        return
    if draft.region is not None or helped(passage, draft) or (draft.level and bracketed(passage, draft)) or names_giver(passage.text, draft):
        return
    if draft.marker in ("part", "rest", "other", "item") or draft.bare:
        found = _told_off(passage, draft) or of_part(passage, draft) or addressed(passage, draft)
    else:
        found = _receiver(passage, draft) or addressed(passage, draft)
    if draft.own_payer and draft.rule == "allocation.each" and draft.region_spans and draft.region_spans[0][0] >= draft.clause[0]:
        draft.region, draft.regions, draft.region_spans, found = None, (), (), False  # 由甲区、乙区各出500万元: those named give
    if not (found or follow(passage, draft) or arrived(passage, draft) or named_beside(passage, draft)):
        find_spoken_of(passage, draft)


def _told_off(passage: Passage, draft: Draft) -> bool:
    """两次下拨抚顺救灾资金，|分别为5000万元和6300万元: the verb and its place stand before the word that opens the parts."""
    own = draft.marker == "part" and draft.paired and draft.action is not None and draft.action.end < draft.body
    return own and draft.action is not None and _behind_verb(passage, draft, draft.action)


_AID = re.compile(r"援[疆藏青建]|支援|协作|帮扶|捐")
"""江苏、江西两省援疆资金到位4.6亿元: such places give."""


def _receiver(passage: Passage, draft: Draft) -> bool:
    """The place after 向/给/对, or right behind the verb; for 收到 and 获得 the subject."""
    if draft.action is None:
        return False
    if _behind_verb(passage, draft, draft.action) or _small_receiver(passage, draft, draft.action) or _for_here(passage, draft, draft.action):
        return True
    start, end = draft.action.start, draft.action.end
    ours = _OUR_OWN.match(passage.text, draft.clause[0], start) and _OF_ABOVE.match(passage.text, end)
    said = ours or _RECEIVED.search(passage.text, draft.clause[0], start)
    receives = not draft.payers and (draft.action.text in RECEIVE | _ARRIVES or said)
    return (
        (bool(receives) and _subject(passage, draft, draft.action))
        or said_receiver(passage, draft)
        or class_receiver(passage.text, draft, draft.action)
        or (bool(receives) and (_short_receiver(passage, draft) or _local_receiver(passage, draft, draft.action)))
    )


def _behind_verb(passage: Passage, draft: Draft, action: Action) -> bool:
    """The named place right behind the verb, or behind 向/给/对."""
    text = passage.text
    ours = _OURS.match(text, action.end, draft.head[1])
    if ours and not any(r.start == ours.start() for r in passage.regions):
        set_places(draft, [(ours.start(), ours.end(), ours[0], None)])
        return True
    named = places_in(passage, action.end, draft.head[1], in_bodies=True)
    if named and named[0][0] == action.end and not action.after and action.text not in _RAISES | RECEIVE:
        set_places(draft, group_at(passage, named, 0), text)
        return True
    found = places_in(passage, draft.head[0], draft.head[1])
    for i, place in enumerate(found):
        if _is_receiver(text, draft, action, place):
            set_places(draft, group_at(passage, found, i), text)
            return True
    return False


def _subject(passage: Passage, draft: Draft, action: Action) -> bool:
    """The place that receives: the subject, or where the money arrives (在昌吉州…到位); of a treasury (省财政) its place."""
    text = passage.text
    found = [p for p in places_in(passage, *draft.head) if p[1] <= action.start]
    found = [p for p in found if not _EVENT.match(text, p[1], action.start) and not _PERSON.match(text, p[1], action.start)]
    if action.text == "到账":
        found = [p for p in found if p[0] == draft.clause[0]]
    there = [p for p in found if text[p[0] - 1] == "在" and text[p[0] - 2] not in "设建"]
    if there and action.text not in _ARRIVES:
        there, found = [], [p for p in found if p not in there]
    if found and (there or not (_AID.search(text, found[0][1], action.start) or text.startswith("本级", found[0][1]))):
        set_places(draft, there[:1] or group_at(passage, found, 0), text)
        return True
    level = _TREASURY.search(text, draft.clause[0], action.start)
    name = organizations.resolve(level[0], passage.state).removesuffix("财政") if level else ""
    if level is None or name == level[1] or _FROM_IT.search(text, draft.clause[0], level.start()):
        return False
    set_places(draft, [(level.start(), level.end() - 2, name, None)])
    return True


_FROM_IT = re.compile(r"[向从][^，。；\d]{0,6}$")
"""向|某市财政争取到…: it is asked, and receives nothing."""
_OURS = re.compile(r"我[省市县区州旗盟](?=[\u4e00-\u9fff]{2,9}[县区市镇乡])")
"""下达我市威宁县大沙河水库…: whose county it is, though nothing tells which 市."""


def _short_receiver(passage: Passage, draft: Draft) -> bool:
    """乐清拿走400万元: the short name of a county that nothing lists, before the verb; 分到高邮的是480万元."""
    assert draft.action is not None
    start, end = draft.clause[0], draft.action.start
    if reached := _REACHED.fullmatch(passage.text, *draft.clause):
        start, end = reached.span("place")
    ref = regions.lookup(passage.text[start:end], regions.context_codes(passage.state)) if 2 <= end - start <= 4 else None
    if ref is None and AREA.fullmatch(passage.text, start, end) and not passage.text.endswith("本级", start, end):
        set_places(draft, [(start, end, passage.text[start:end], None)])
        return True
    if ref is not None:
        set_places(draft, [(start, end, ref.name, ref.code)], passage.text)
    return ref is not None


_REACHED = re.compile(r"[分拨切落](?:到|给)(?P<place>[\u4e00-\u9fff]{2,4}?)(?:的(?:是|有|为)?|是)")


def _is_receiver(text: str, draft: Draft, action: Action, place: Place) -> bool:
    """Does the place stand right behind the verb, or behind 向/给/对/支持 (在 only where nobody speaks there)?"""
    before = text[max(draft.head[0], place[0] - 4) : place[0]]
    if (place[0] < draft.clause[0] and not _TO.search(before)) or before.endswith(("针对", "应对", "面对")):
        return False
    if before.endswith("在") and (_SPEAKS.search(text, place[1], draft.clause[1]) or _LIVES.fullmatch(text, place[1], action.start)):
        return False
    if action.text in RECEIVE:
        return False
    if action.text in _RAISES:
        return before.endswith(("给", "代")) and place[1] <= action.start
    direct = 0 <= place[0] - action.end <= 2 and not text[action.end : place[0]].strip("给了到至往于向在我们 ")
    to = RECEIVER_BEFORE.search(before) or ATTRIBUTED.search(text, draft.clause[0], place[0])
    return direct or (to is not None and place[1] <= max(action.start, draft.clause[1]))


def _local_receiver(passage: Passage, draft: Draft, action: Action) -> bool:
    """该村拿到…, 镇里争取到…: the place that the clause does not name; 给村里要来 says whom it is for."""
    found = local(passage, draft.head[0], action.start)
    if not found or (action.text in _ARRIVES and action.start - found[0][1] > 4):
        return False
    set_places(draft, found)
    return True


def _for_here(passage: Passage, draft: Draft, action: Action) -> bool:
    """给村里拨款36万元, 为该县投入; 在村里|投资50万元 where nobody asks for it there."""
    for led in _FOR_HERE.finditer(passage.text, draft.clause[0], action.start):
        found = local_at(passage, led.end(), action.start)
        away = led[0] == "在" and (action.text in RECEIVE | _RAISES or not found or found[0][1] < action.start)
        if found and not away:
            set_places(draft, found)
            return True
    return False


_FOR_HERE = re.compile(r"(?:[给为替在]|支持|帮助)(?=该|[村乡镇县屯][里上])")


def _small_receiver(passage: Passage, draft: Draft, action: Action) -> bool:
    """向新镇镇拨付; 拨付遂昌专项激励资金3.3亿元: a short name right behind the verb, alone or known from the text."""
    text = passage.text
    for opening in _GIVEN_TO.finditer(text, draft.clause[0], max(action.start, draft.clause[0])):
        if small := next((found for read in (smalls_at, states_at, areas_at) if (found := read(text, opening.end(), draft.head[1]))), []):
            set_places(draft, small)
            return True
    if action.text in _RAISES | RECEIVE:
        return False
    short = _TO_SHORT.search(text, *draft.clause) or _TO_SHORT.search(text, draft.head[0], draft.clause[0])
    if short and (ref := regions.lookup(short[0], regions.context_codes(passage.state))):
        set_places(draft, [(*short.span(), ref.name, ref.code)], text)
        return True
    if _HANDED.search(action.text) and not action.after and (small := _small_before_fund(passage, action.end, draft.head[1])):
        set_places(draft, small)
        return True
    between = text[action.end : draft.head[1]] if action.end < draft.head[1] else ""
    for length in (4, 3, 2):
        ref = regions.lookup(between[:length], regions.context_codes(passage.state)) if len(between) >= length else None
        if ref and between[length : length + 1] not in ("至", "到") and (len(between) == length or ref.code in passage.state.place_names):
            set_places(draft, [(action.end, action.end + length, ref.name, ref.code)], text)
            return True
    return False


_TO_SHORT = re.compile(r"(?<=给)[\u4e00-\u9fff]{2,4}(?=，|$)")
"""下达协作资金给|威宁，一共1.2亿元."""


def _small_before_fund(passage: Passage, at: int, end: int) -> list[Place]:
    """补助漳湖镇80万元, 下拨梅溪乡救灾款20万元, 投入龙潭片区4860万元: a township or an area and the name of the money, or nothing."""
    begin = at + (passage.text[at : at + 1] in ("给", "到"))
    found = smalls_at(passage.text, begin, end) or areas_at(passage.text, begin, end)
    return found if found and _MONEY_ONLY.fullmatch(passage.text, found[-1][1], end) else []


_HANDED = re.compile("拨|下达|安排|补助|切给|投入|投给|投放|捐")
_MONEY_ONLY = re.compile(r"(?:共|累计|约|近|超过?)*(?:[\u4e00-\u9fff“”]{0,12}(?:资金|经费|款|补助费?|补贴|费))?(?:共|累计|约|近|超过?)*")
