"""A total split by who gives: the places named beside 中央, 上级 or 自筹 pay, and receive nothing.

    累计投入9.7亿元，其中中央预算内投资4.2亿元，自治区配套3.1亿元，旗本级2.4亿元        旗本级 gives
    发放消费券800万元，其中市级承担500万元，珠山区110万元、昌江区70万元             珠山区, 昌江区 give
    下达资金9亿元，其中省本级1亿元，甲市5亿元、乙市3亿元                         all three receive
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.annotate import organizations
from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.unnamed import Place

__all__ = ["are_donors", "bears", "borne", "levels_giving", "name_givers", "named_giving", "names_giver"]

_SOURCE = re.compile(r"中央(?!本级|单位|部门)|上级|省级以上|自筹|社会资[本金]|企业(?:投入|出资)|捐|承担|负担|分担|配套|银行|贷款|群众|个人|财政[拿出]")
"""Words of a share that say where money comes from."""
_LEVEL = re.compile(r"(?:中央|国家|省级|自治区级?|(?:省|自治区)(?=财政)|市级|州级|县级|区级)(?:财政|专项|资金|补助|配套|投入|出资|下达|承担)*(?:约|近)?")
"""A level of government, and no word of what it gives for: it is beside the places that give at the next."""
_DOWNWARD = re.compile(r"下达|分配|切块|拨付给|分给")
_BESIDE = re.compile(r"(?:市级|本级|级)?(?:财政)?(?:专项)?(?:资金|投入|出资|补助|补贴|援助)?")


def borne(text: str, draft: Draft) -> bool:
    """由苏浙沪三地分摊，即|江苏920万元: does the sentence tell off who bears a cost?"""
    return not text.startswith("仅", draft.clause[0]) and _BORNE.search(text, max(draft.segment[0], draft.clause[0] - 80), draft.clause[0]) is not None


def bears(text: str, draft: Draft) -> bool:
    """Is the place in front of the amount one of those that bear a cost, or one that gives back (某市已退回37万元)?"""
    if (draft.marker or draft.bare) and borne(text, draft) and not _HANDED.search(text, draft.clause[0], draft.money.start):
        return True
    return _RETURNS.search(text, draft.clause[0], draft.money.start) is not None or _GONE_BACK.match(text, *draft.tail) is not None


_BORNE = re.compile(
    r"(?:分担|分摊|[两三]级(?:财政)?(?:一?共|总共|合计)?(?:掏|承担)|筹措(?!的)|(?:接收|收到|接受|募[集得])[^，。；]{0,14}捐[款赠][^，。；]{0,14}元(?=，(?:其中|$)))(?![^。；]*(?:仅|下达|拨|切块|调度|支持|分[配到得给]))[^。；]*[：，、]$"
)
_HANDED = re.compile("拨|下达|转给|送到|划给")
"""其中已|拨付福鼎市2800万元: it is handed on, whoever gave it."""
_RETURNS = re.compile(r"(?:退回|退缴|缴回|追回|收回)(?![^，。；]{0,4}的)(?![^，。；]*(?:转给|调剂|安排))")
_GONE_BACK = re.compile(r"[，的]?(?:已经?|[于在]?\d+月\d+日|原路|全部|均|主动|如数|必须|现)*(?:退回|缴回|还清|追回|收回|上缴)")


def name_givers(kept: Iterable[Draft]) -> None:
    """Where one share of a split says that it is given, the bare places of the others are payers."""
    for whole in kept:
        for number in {part.partition for part in whole.parts}:
            shares = [part for part in whole.parts if part.partition == number]
            if any(_gives(share) for share in shares) or _is_aid(whole) or _is_of_levels(whole):
                for share in shares:
                    if share.region and _is_bare(share):
                        _turn(share)


def _is_aid(whole: Draft) -> bool:
    """四省市第八批援藏资金28亿元，其中上海市7亿元、山东省6亿元: the places send what is called aid to another."""
    said = [draft.passage.text[slice(*draft.segment)][: draft.money.start - draft.segment[0]] for draft in whole.chain() if draft.passage]
    return not whole.region and any(_AID.search(words) for words in said)


def _is_of_levels(whole: Draft) -> bool:
    """全区各级财政筹措资金17亿元，其中自治区本级8亿元，市县9亿元: the levels that raise it together are told apart."""
    return whole.action is not None and whole.action.text in _RAISED and _LEVELS.search(whole.payer or "") is not None


_RAISED = frozenset("投入 筹措 筹集 挤出 拿出".split())
_LEVELS = re.compile(r"(?:各|[两三四五]|市、?县)级财政$")
_AID = re.compile(r"[省市区州][^，。；]{0,8}援[藏疆青建][^，。；]{0,6}资金[^，。；]{0,10}$")


def _head(draft: Draft) -> str:
    return draft.passage.text[draft.body : draft.head[1]] if draft.passage else ""


def _gives(draft: Draft) -> bool:
    verb = draft.action.text if draft.action and not draft.inherited_action else ""
    head = _head(draft)
    return not draft.region and (_LEVEL.fullmatch(head) is not None or (_SOURCE.search(head) is not None and not _DOWNWARD.search(verb)))


def _is_bare(draft: Draft) -> bool:
    """Is its head the place, and no word of what it is for?"""
    if draft.passage is None or not draft.region_spans or draft.region_spans[0][0] > draft.body + 1 or (draft.action and not draft.inherited_action):
        return False
    return _BESIDE.fullmatch(draft.passage.text[draft.region_spans[-1][1] : draft.head[1]].rstrip("约近共")) is not None


def _turn(draft: Draft) -> None:
    names = tuple(r.name for r in draft.regions) or ((draft.region,) if draft.region else ())
    draft.payer, draft.payers, draft.own_payer = "、".join(names), names, True
    draft.region, draft.regions, draft.region_spans = None, (), ()


_ALIKE = re.compile(r"(?P<names>[\u4e00-\u9fff]{2,14}(?:、[\u4e00-\u9fff]{2,14})*[、和与及][\u4e00-\u9fff]{2,14}?)(?:[两三四五六七八九十]+[家人户个])?")


def named_giving(text: str, start: int, end: int) -> list[Place]:
    """福石煤矿、宝树煤矿各捐资20万元: named bodies or persons who give as much each."""
    match = _ALIKE.fullmatch(text, start, end)
    names = [n for n in re.split(r"[、和与及]", match["names"].removeprefix("由")) if len(n) > 1] if match else []
    return [(start, end, name, None) for name in names]


_BOTH_LEVELS = re.compile(r"(?:由|其中)?(?P<first>中央|国家|省|自治区|市|州|县|区)[级里]?[、和与](?P<last>省|自治区|市|州|县|区|镇|乡)[级里]?(?:财政)?")


def levels_giving(passage: Passage, start: int, end: int) -> list[Place]:
    """中央和省各配套710万元, 市、区财政各承担235万元: two levels give as much each."""
    match = _BOTH_LEVELS.fullmatch(passage.text, start, end)
    names = [organizations.resolve(f"{match[level]}财政", passage.state) for level in ("first", "last")] if match else []
    return [(start, end, name, None) for name in names]


_DONORS = re.compile(r"[^，。；：]*?(?:公司|集团|银行|商会|企业)[、和与及][^，。；：]*(?:公司|集团|银行|商会|企业)")


def are_donors(text: str, draft: Draft, end: int) -> bool:
    """一家公司捐500万元，甲集团、乙公司各300万元: firms named behind a gift give too."""
    return _DONORS.fullmatch(text, draft.clause[0], end) is not None and "捐" in text[draft.segment[0] : draft.clause[0]]


def names_giver(text: str, draft: Draft) -> bool:
    """…捐款的有某集团1000万元、江苏慈善总会60万元: what a bare member of a list of donations names gives."""
    intro = text.rfind("：", draft.segment[0], draft.clause[0] + 1)
    if (draft.bare or draft.rule == "allocation.each") and intro > 0 and _GIVE_TOO.search(text, draft.segment[0], intro):
        return True
    if _AID_OF.match(text, *draft.clause) and "接受" not in text[draft.segment[0] : draft.clause[0]]:
        return True
    given = draft.bare and (draft.action is None or draft.action.after) and "捐" in text[slice(*draft.segment)]
    return given and _GIVER.search(without_lead(text[slice(*draft.clause)])) is not None


_GIVE_TOO = re.compile(r"(?:自筹|筹措|筹集|自掏|出资|捐资|捐款|行动|解囊)[^，。；：]{0,8}$")
"""各镇也自筹一部分：世业镇45万元: those listed give."""
_AID_OF = re.compile(r"(?:(?![向给]|接受|投入|支援)[^，。；]){0,24}援[疆藏青][^，。；]{0,4}资金(?:共|累计|约|近|达|超过)*$")
"""浙江省实施项目918个、援疆资金52亿元: who sends aid is named, not who gets it."""
_GIVER = re.compile(r"(?:总会|红十字会|协会|商会|基金会|公司|集团|银行|企业)$")
