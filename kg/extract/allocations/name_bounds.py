"""Where the name of the money begins beyond what the weights of words say: quotes and brackets belong to it, the receiving place does not.

    “光山羽绒”|品牌扶持资金 · 产粮（油）大县奖励资金 · 拨付岑溪市|救灾资金
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.passage import Passage
from kg.extract.allocations.places import places_in, spans
from kg.extract.allocations.unnamed import small_at
from kg.extract.learned.fund_names import LONGEST, Token, begin_of_name
from kg.extract.learned.known_funds import is_known

__all__ = ["bracketed", "is_member", "is_priced", "marked_off", "whole_object", "without_place", "without_places"]


def marked_off(text: str, tokens: Sequence[Token], begin: int, floor: int) -> int:
    """“光山羽绒”|品牌扶持资金: what stands in quotes or brackets before the name belongs to it."""
    opening = text.rfind("“", max(floor, begin - 14), begin) if text[begin - 1 : begin] == "”" else -1
    return opening if opening >= 0 else bracketed(text, tokens, begin, floor)


_MEMBER = re.compile(r"、[^，。；、]{2,24}(?:、[^，。；、]{2,24})*等[^，。；\d]{0,4}")


def is_member(text: str, end: int, amount: int) -> bool:
    """液化气、成品油补贴|、道路改造等|2亿元: is what ends at `end` one of the things that the amount is for?"""
    return _MEMBER.fullmatch(text, end, amount) is not None


def is_priced(passage: Passage, end: int) -> bool:
    """拿出40万元重奖教师，发放交通补贴|14.4万元: does a sum of its own follow the name?"""
    return any(0 <= m.start - end <= 2 for m in passage.money)


_DEEDS = ("投资", "总投资", "捐", "支出")
"""Behind 机场（一期）, what is done there; the bracket is no part of its name."""
_ASIDE = re.compile(r"(?<=[\u4e00-\u9fff])(?<![省市县区州厅局部委办司行])（[^（）\s\d，。；：]{1,24}）$")


def bracketed(text: str, tokens: Sequence[Token], begin: int, floor: int) -> int:
    """产粮（油）大县奖励资金, 公共文化服务（戏曲进乡村）|补助资金: the name goes on before the brackets."""
    aside = _ASIDE.search(text, max(floor, begin - 28), begin) if text[begin - 1 : begin] == "）" and not text.startswith(_DEEDS, begin) else None
    return begin_of_name(text, tokens, floor, aside.start()) if aside else begin


_GIVEN = re.compile(
    r"(?:下达|拨付|下拨|预拨|拨给|拨出|补拨|划拨|调拨|追加|安排|补助|支持|给予|转贷|(?:对口)?支援|援助|捐赠|帮扶|投放|投向|投入|拨)[给到至]?了?$"
)
_AND_OTHERS = re.compile(r"(?:等地?)?(?:[两三四五六七八九十\d]+个?)?(?:省区市|省区|省市|市县|县区|[省市县区州])?(?:20\d\d年度?)?的?")
_OF_PLACE = re.compile(r"政府|财政|本级|人民|境|籍|[至到]|[—-]|\w{0,2}(?:地震|灾区|洪灾|泥石流)|补助|补贴|配套|自筹|专项(?!扶贫|债)|[村镇乡级区]")

_LEVEL = re.compile(r"中央|[省市县区州乡镇村]级?|本级|自治区|各|全|农|城")


def without_place(passage: Passage, begin: int, end: int) -> int:
    """拨付岑溪市|救灾资金, 安排石桥乡|农田水利资金: the receiving place between the verb and the name is no part of it."""
    text = passage.text
    if is_known(text, begin, end):
        return begin  # 甘肃省|小型水库维修养护补助资金
    named = [(a, b) for a, b in spans(passage.regions, passage.organizations) if a <= begin < b <= end - 2]
    start = min((a for a, _ in named), default=begin)
    if not _GIVEN.search(text, max(0, start - 5), start):
        across = (m for m in passage.regions if m.code and m.start < begin < m.end <= end - 2 and m.text[-1] in "省市县区州旗")
        return max([begin, *(m.end for m in across if not _OF_PLACE.match(text, m.end, end))])
    small = None if named or _LEVEL.match(text, begin) else small_at(text, begin, end)
    after = max((b for _, b in named), default=small[1] if small else begin)
    if after == begin or after > end - 2 or _OF_PLACE.match(text, after, end) or text.startswith("财政", after - 2):
        return begin
    tail = _AND_OTHERS.match(text, after, end)
    return tail.end() if tail and tail.end() < end - 2 else after


_PAYS = re.compile(
    r"(?:下达|拨付|下拨|预拨|追加|安排|落实|发放|兑付|兑现|支付|投放|争取到?|筹集|筹措|列支|投入)(?:到位|[了到给出])?(?:[我你该本贵][省市县区州镇乡村校院局厅])?(?P<object>[\u4e00-\u9fff]{1,22})$"
)
_OTHER = re.compile(
    r"[的由将为于和及与从在把对向给被按以到其该各全中]|中央|地方|省|(?<!上)市|县|区|州|镇|乡|[上本]级|财政|银行|[年月日批笔次]|季度|使用|下达|拨付|下拨|预拨|追加|安排|落实|发放|兑付|支付|投放|争取|筹集|筹措|开展|组织|推进|加快|支持|帮助|补发|"
    r"(?:户|人|人员|企业|公司|集团|单位|部门|机关|机构|学校|[医学法剧社]院|团队?|中心|[局厅委会处所站队组村民者生员工]|群众|对象|家庭|师|兵|工程|项目|水库|公路|重建|期间|此|这项)$"
)
"""What may stand between the verb and a name that it is no part of: who receives, whose money it is, what is built, when."""


def whole_object(passage: Passage, begin: int, end: int) -> int:
    """落实|垃圾分类奖补资金: what follows the verb up to the name's head, and is no receiver, is the name, however the weights cut it."""
    object_ = _PAYS.search(passage.text, max(0, begin - 28), begin)
    if object_ is None or _OTHER.search(object_["object"]) or end - object_.start("object") > LONGEST:
        return begin
    start = object_.start("object")
    return begin if any(a < begin and b > start for a, b in spans(passage.regions, passage.organizations)) else start


def without_places(passage: Passage, phrase: str, end: int) -> str:
    """下达湖北省疫情防控补助资金: the receiving place in front is not part of the name."""
    at = passage.text.rfind(phrase, 0, end) if phrase else -1
    if at < 0:
        return phrase
    found = places_in(passage, at, at + len(phrase))
    cut = 0
    for place in found:
        if place[0] - at > cut + 1:
            break
        cut = place[1] - at
    rest = phrase[cut:]
    rest = _EACH_OF_THEM.sub("", rest) if cut else rest
    return rest.lstrip("、和及与等") if cut and len(rest) > 1 else phrase


_EACH_OF_THEM = re.compile(r"^(?:[两三四五六七八九十\d]+个?)?(?:省|市|县|区|州|地|省区|个[省市县区])?(?:各|分别)")
