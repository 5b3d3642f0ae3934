"""Where the money goes by the clause before: the place that it speaks of, for which a level above gives, and where one brings it.

    通山县财力薄，市里另借给600万元                  a level above gives for the place spoken of
    岢岚、保德、偏关遭受特大洪涝，市局…共下拨2680万元       what befell it
    一行到寨坝镇两岔村，送来15万元修路款               where one goes to bring it
    兰田镇低温仓项目由省级资金支持800万元              what is paid by another
    对北部4县，省里拿出900万元                   whom a clause of its own addresses
"""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.annotate.regions import by_code, written
from kg.extract.allocations.destinations import LEVELS
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import CLASS_OF_PLACES
from kg.extract.allocations.places import group_at, last_named, places_in, set_places
from kg.extract.allocations.unnamed import COUNTS, Place, same_kind_at, smalls_at

__all__ = ["addressed", "find_spoken_of"]

_LEVELS = {"中央": 0, "国家": 0, "财政部": 0, "上级": 1, "省": 1, "自治区": 1, "市": 2, "州": 2, "县": 3, "区": 3}
_ABOVE = re.compile(
    r"(?:[\d一二三四五六七八九十]+[年月日]|[去今明前当]年|年内|年[初底末]|还|又|另|已|，)*"
    r"(?P<level>中央|国家|财政部|上级|省|自治区|市|州|县|区)(?:财政[厅局]?|[里级]|本级)(?!配套|以上)"
)
_BEFELL = re.compile(r"(?:[先两三四]?[后市县省区地]|连续|相继|再次|\d+[月日])*(?:遭受|遭遇|遭[到了]?|突发|受灾)")
_SOMEBODY = re.compile(r"[^，。；]{0,10}?(?:委|府|长|书记|主任|局|厅|部|处|所|代表|负责人|[表揭]示|说|称|介绍|透露|宣布|获悉|了解到|召开|会上)")
"""青州市|副市长…宣布: who speaks is named, no place that is spoken of."""
_GOES = re.compile(r"(?:来到|赶到|走进|前往|奔赴|(?<![得受收直感回])到(?!位|账|达|期)|赴)")
_BRINGS = re.compile(r"(?:为[^，。；\d]{2,12}|一次|[各并还又也])?(?:送[来去上]|带[来去]|捐[了赠]|赠|慰问)")
_BY_ANOTHER = re.compile(r"[^，。；\d]{0,14}?由(?:中央|国家|上级|省|自治区|市|州|县)[^，。；]{0,24}$")


def find_spoken_of(passage: Passage, draft: Draft) -> bool:
    """Set the place that the clauses before the amount speak of; False where they speak of none."""
    if all_of_them := _SUM_OF.match(passage.text, *draft.clause):
        named = last_named(passage, draft.clause[0], int(COUNTS[all_of_them["count"]]))
        if named and "配套" not in passage.text[slice(*draft.head)]:
            set_places(draft, named)
            return True
    if ordinal := _ORDINAL.match(passage.text, draft.body, draft.head[1]):
        return _in_order(passage, draft, ordinal)
    if not draft.marker and (found := _built(passage, draft)):
        set_places(draft, found)
        return True
    if draft.marker not in ("", "item", "other") or draft.bare or draft.action is None:
        return False
    if draft.action.after:
        return _approved(passage, draft)
    found = _by_another(passage, draft) or ([] if draft.level else _befallen(passage, draft) or _brought(passage, draft)) or _listed_as(passage, draft)
    found = found or _sent_before(passage, draft) or _home(passage, draft)
    if found:
        set_places(draft, found, passage.text if found[0][3] else "")
    return bool(found)


def _in_order(passage: Passage, draft: Draft, ordinal: re.Match[str]) -> bool:
    """淇县、浚县各设一个点，|前者3600万元，后者2226万元: the only two places named in the sentence, in order."""
    found = places_in(passage, draft.segment[0], ordinal.start())
    if len(found) == 2 and len(group_at(passage, found, 0)) == 2:
        set_places(draft, [found[ordinal[0] == "后者"]], passage.text)
    return draft.region is not None


def _approved(passage: Passage, draft: Draft) -> bool:
    """批复|鹤壁市试点项目，补助资金5826万元随文拨付: whose project is approved."""
    for a, b in reversed(passage.clauses(draft.head[0], draft.clause[0])):
        if (said := _APPROVES.search(passage.text, a, b)) and (found := _opening(passage, said.end(), b)):
            set_places(draft, found, passage.text if found[0][3] else "")
            return True
        if (found := _opening(passage, a, b)) and _GOT_APPROVED.match(passage.text, found[-1][1], b):
            set_places(draft, found, passage.text if found[0][3] else "")
            return True
    return False


_GOT_APPROVED = re.compile(r"[^，。；]{0,24}(?:项目|工程|方案|计划)[^，。；]{0,4}[获经得][^，。；]{0,16}(?:批复|批准|核准|核定|同意)$")
"""崇安县|申报的8个道路项目获省财政厅核准，补助资金随即下拨."""
_APPROVES = re.compile(r"(?:批复|批准|核准|核定)了?(?!部门)")
_SUM_OF = re.compile(
    r"(?P<count>[两三四五六七八九十])个?(?:省（区）|省（自治区）|省区市|省区|省市|市县|县区|[省市县区州盟旗地])(?:合计|共(?:计|得|获)?|总计|加起来)"
)
"""甲省1亿元、乙省2亿元，|两省合计3亿元."""
_ORDINAL = re.compile("[前后]者")


def _opening(passage: Passage, start: int, end: int) -> list[Place]:
    """The places that the stretch begins with: named, counted, townships, a class."""
    text = passage.text
    named = places_in(passage, start, end)
    if named and named[0][0] == start:
        return group_at(passage, named, 0)
    return same_kind_at(text, start, end) or smalls_at(text, start, end)


def _by_another(passage: Passage, draft: Draft) -> list[Place]:
    """兰田镇低温仓项目|由省级资金支持: the place at the head of the clause is not the one that pays."""
    assert draft.action is not None
    start = draft.clause[0]
    found = _opening(passage, start, draft.action.start)
    return found if found and _BY_ANOTHER.match(passage.text, found[-1][1], draft.action.start) else []


def _befallen(passage: Passage, draft: Draft) -> list[Place]:
    """通山县财力薄，|市里另借给: only where a level above the place gives, or where the clause says what befell it."""
    assert draft.action is not None
    text = passage.text
    above = _ABOVE.match(text, *draft.clause)
    for a, b in reversed(passage.clauses(draft.head[0], draft.clause[0])):
        found = _opening(passage, a, b)
        if not found:
            continue
        if _SOMEBODY.match(text, found[-1][1], b):
            return []
        if _BEFELL.match(text, found[-1][1], b):
            return found if _HANDED.search(draft.action.text) else []
        near = above and b >= draft.clause[0] - 1 and not _BUILT.match(text, found[-1][1], b)
        return found if above and near and all(_lies_below(text, p, above["level"]) for p in found) else []
    return []


_HANDED = re.compile("拨|下达|安排|补助")
_BUILT = re.compile(r"[^，。；]{0,16}?(?:小学|中学|学校|医院|[路桥厂段院场馆站园楼]|综合体|中心|工程|项目)")
"""历山街道|荆山路小学是最大的一笔: what is built there is spoken of, not the place."""


def _lies_below(text: str, place: Place, level: str) -> bool:
    """Is the place of a lower level than the one that gives?  全市 is the host, whatever its code."""
    code = place[3]
    if text[place[0]] in "全我":
        return _LEVELS.get(text[place[0] + 1], 4) > _LEVELS[level]
    own = 4 if code is None else 1 if code.endswith("0000") else 2 if code.endswith("00") else 3
    return own > _LEVELS[level]


def _brought(passage: Passage, draft: Draft) -> list[Place]:
    """到寨坝镇两岔村，|送来15万元: the last place of a clause that says where somebody goes."""
    text = passage.text
    if not _BRINGS.match(text, *draft.clause):
        return []
    for a, b in passage.clauses(draft.head[0], draft.clause[0])[-1:]:
        for goes in reversed(list(_GOES.finditer(text, a, b))):
            at = goes.end()
            within = text.rfind("的", at, b) + 1 or at
            if found := _opening(passage, at, b) or _opening(passage, within, b):
                return found
    return []


def _built(passage: Passage, draft: Draft) -> list[Place]:
    """石洼镇实施项目9个，|奖补资金210万元; 柳坡村一眼深井，|区里出30万元: the township or village whose works the clause before speaks of."""
    text = passage.text
    granted = _GRANTED.match(text, draft.clause[0], draft.money.start)
    for a, b in passage.clauses(draft.head[0], draft.clause[0])[-1:] if granted else []:
        found = smalls_at(text, a, b)
        return found if found and _WORKS.match(text, found[-1][1], b) else []
    return []


_GRANTED = re.compile(r"(?:获|得到?|落实)?(?:各级|上级|财政|中央|[省市县区]级)*(?:奖补|补助)(?:资金|了)?$|[省市县区][里上]就?[出补给拿掏贴]了?$")
_WORKS = re.compile(r"(?:[先今去]?后?年)?(?:实施|新?修|新?建|铺|打了?|一[眼座条口处])")


def _listed_as(passage: Passage, draft: Draft) -> list[Place]:
    """省里把枞阳列为小型农田水利重点县，|三年安排专项资金2400万元: for whom the clause before makes room."""
    assert draft.action is not None
    if not _HANDED.search(draft.action.text):
        return []
    for a, b in reversed(passage.clauses(draft.head[0], draft.clause[0])):
        if (said := _LISTS.search(passage.text, a, b)) and (found := _opening(passage, said.start("who"), b)):
            return found if found[-1][1] == said.end("who") else []
    return []


_LISTS = re.compile(r"(?:把|将)(?P<who>[^，。；\d]{2,24}?)(?:列[为入]|确定为|确定成|纳入|选为|定为)(?!预算|议事|议程|考核)")


def _sent_before(passage: Passage, draft: Draft) -> list[Place]:
    """次日即拨付到11个设区市，|并同步下达配套4.9亿元; 分批调拨到市县，|7月一次就调拨了62亿元: the clause before sends to them."""
    assert draft.action is not None
    text = passage.text
    if not _HANDED.search(draft.action.text) or not _GOES_ON.fullmatch(text, draft.clause[0], draft.action.start):
        return []
    for a, b in passage.clauses(draft.head[0], draft.clause[0])[-1:]:
        if sent := _SENT.search(text, a, b):
            kind = CLASS_OF_PLACES.fullmatch(text, sent.end(), b) or _LEVEL_OF_PLACES.fullmatch(text, sent.end(), b)
            return [(*kind.span(), kind[0], None)] if kind else []
    return []


_SENT = re.compile(r"(?:拨付|调拨|下达|下拨|分解|划拨|预拨|分配)(?:到|给|至)了?")
_GOES_ON = re.compile(r"(?:并|同步|同时|[\d]+[年月日]|一次性?|就|又|再|一季度|首次|其中|共|已|先期|前后)*")
_LEVEL_OF_PLACES = re.compile(LEVELS)


def _home(passage: Passage, draft: Draft) -> list[Place]:
    """全年共争取中央预算内投资2.3亿元: in a place's own report nobody else asks for the money of those above it."""
    action, text = draft.action, passage.text
    assert action is not None
    if action.text not in _ASKS or draft.marker or not passage.state.home:
        return []
    asked = _NOBODY.fullmatch(text, draft.clause[0], action.start)
    above = asked and (asked["up"] or (_TOTALLY.search(asked[0]) and _OF_ABOVE.match(text, action.end, draft.clause[1])))
    home = by_code(passage.state.home) if above else None
    return [(action.start, action.start, written(passage.state, home), home.code)] if home else []


_ASKS = frozenset("争取 争取到 收到 接收".split())
_NOBODY = re.compile(
    r"[“”：\s]*(?:(?:\d{2,4}年|[\d一二三四五六七八九十]+(?:[月日至—~-]|月份)*|[全当去今]年|上半年|一季度|前[三二]季度|五年间?|年初以来|今年以来|以来|期间|当前|目前)*"
    r"(?:截至[^，。；]{2,9})?(?:积极|共|总共|累计|先后|主动|成功|还|已|努力|计划|可)*)(?P<up>向上|向中央|向国家|向省里?)?"
)
_TOTALLY = re.compile(r"[全当今]年|季度|共|累计|上半年|以来")
_OF_ABOVE = re.compile(r"了?(?:中央|上级|国家(?!开发银行)|省级?(?!.{0,4}公司)|自治区)")


_OPEN = re.compile(r"(?:其中)?(?:对|向|给|在)(?:于)?")
_COUNTED_LIKE = re.compile(r"[^，。；]{2,14}的(?=[\d一二两三四五六七八九十])")


def addressed(passage: Passage, draft: Draft) -> bool:
    """对北部4县，省里拿出900万元: the receivers in a clause of their own."""
    for a, b in passage.clauses(draft.head[0], draft.clause[0]):
        opening = _OPEN.match(passage.text, a, b)
        if opening is None:
            continue
        found = places_in(passage, opening.end(), b)
        if found and (found[0][0], found[-1][1]) == (opening.end(), b):
            set_places(draft, group_at(passage, found, 0), passage.text)
            return True
        counted = _COUNTED_LIKE.match(passage.text, opening.end(), b)  # 对2018年要摘帽的|17个县
        match = CLASS_OF_PLACES.fullmatch(passage.text, counted.end() if counted else opening.end(), b)
        if match:
            set_places(draft, [(match.start(), match.end(), match[0], None)])
            return True
    return False
