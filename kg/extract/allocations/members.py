"""The place of a list member, a share or an item: what stands in front of the amount, in brackets, or before a colon.

    其中寿县2千万元 · 其余5个县900万元 · 旗本级75万元 · 1.某机械公司（南海区），412万元 · 巴州区：专项资金2405万元
"""

from __future__ import annotations

import re

from kg.annotate import regions
from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import CLASS_OF_PLACES
from kg.extract.allocations.places import group_at, places_in, set_places
from kg.extract.allocations.unnamed import AREA_KIND, REGIMENT, classes_at, same_kind_at, smalls_at
from kg.model import RegionRef

__all__ = ["AREA", "OWN_LEVEL", "bracketed", "of_part", "take_own_level"]

_SOURCE = re.compile(
    r"[^，。；\d]{0,2}财政|[^，。；\d]{0,4}(?:配套?|预算|资金|自筹|筹|出(?!列)|拿|挤|补|承担|负担|分担|投入|安排|支出|落实|追加|统筹|留成|专项)|[又再也另]?列(?:了|支)?(?=\d|$)"
)
"""市本级|预算3800万元: the level gives."""
OWN_LEVEL = re.compile(r"(省|自治区|市|州|县|(?<!地)区|盟|旗)(?:本级|直(?=$|，|单位))")
"""省本级, 区直: the host's own level."""
AREA = re.compile(rf"(?:[\u4e00-\u9fff]{{2,8}}(?:{AREA_KIND}|本级)|(?!贫困|边远|偏远|广大|高寒)[\u4e00-\u9fff]{{2,6}}(?:山区|石漠化区)|{REGIMENT})$")


def of_part(passage: Passage, draft: Draft) -> bool:
    """The place of a list member: its name, a township, a class (其余县), a place in front of a colon or of 占其中."""
    text, start, end = passage.text, draft.body, draft.head[1]
    start = most.end() if (most := _MOST.match(text, start, end)) else start
    small = same_kind_at(text, start, end) or smalls_at(text, start, end)
    if small and not _RETURNS.search(text, small[-1][1], end) and not _PAYS.match(text, small[-1][1], end):
        set_places(draft, small)
        return True
    if draft.marker == "rest" and (others := _OTHERS.search(text, *draft.head)):
        set_places(draft, [(others.start(), others.end(), others[0], None)])
        return True
    plain = (draft.marker == "" or draft.paired) and draft.level == 0 and draft.head[0] < start
    return (
        (plain and _colon(passage, draft))
        or _take(passage, draft, start, end)
        or _take_class(passage, draft, start, end)
        or _occupies(passage, draft)
        or _unknown_names(passage, draft)
        or _short_name(passage, draft)
        or _in_a_body(passage, draft)
    )


def _in_a_body(passage: Passage, draft: Draft) -> bool:
    """其中崖州区中心学校二期2.46亿元: the place that the name of a school or a works begins with; not that of an office, which gives."""
    noun = without_lead(passage.text[draft.body : draft.head[1]])
    if _OFFICE.search(noun) or "，" in noun:
        return False
    found = places_in(passage, draft.body, draft.head[1], in_bodies=True)
    if not found or found[0][0] > draft.body + 1 or _GIVES.match(passage.text, found[0][1], draft.head[1]):
        return False
    bodies = [o for o in passage.organizations if o.start <= found[0][0] and found[0][1] < o.end <= draft.head[1]]
    if any(_AUTHORITY.search(body.text) for body in bodies):
        return False
    set_places(draft, found[:1], passage.text)
    return True


_OFFICE = re.compile(r"财政|政府|[厅局委办部]$|公司|集团|银行|基金会|协会|本级|捐|出资|配套|承担|负担|安排|投入|自筹|大学|学院|医院")
_AUTHORITY = re.compile(r"[厅局委办部署]$")
_RETURNS = re.compile(r"退回|退还|退缴|上缴|缴回|归还|返还|追回|收回")
"""某县已主动退回…: the place in front gives back."""
_GIVES = re.compile(
    r"(?:方面|财政|本级|集体|群众|一事一议|和[^，。；\d]{1,6}里)?(?:也|又|再|另外?|各|共|合|自己|就|还|今年|去年|[\d一二三四五六七八九十]+月|将)*(?:(?:增)?[出配补投给](?:了|$)|出(?!现|列)|拿出|掏|凑|筹|垫|跟进|补足|配套|承担|分担|负担|匹配|自筹|贴了|帮扶|援助|增援|援[疆藏青建]|(?:社会)?各界[^，。；\d]{0,10}捐|赛马会|认捐|共?募[得集]|为[^，。；\d]{1,8}(?:[交支]付|缴纳))|[^，。；\d]{0,12}(?:把|就将)"
)
_PAYS = re.compile(_GIVES.pattern.rpartition("|[^，。；")[0])
"""其中杭州市出了2.1亿元, 东港市援疆资金2600万元, 某县第三天就把…: the place in front gives."""


def _short_name(passage: Passage, draft: Draft) -> bool:
    """其中文昌5000万元: the short name of a county, which stands alone before the amount."""
    noun = _OBTAINS.sub("", without_lead(passage.text[draft.body : draft.head[1]]).strip("、，：和及与的 "))
    if noun == "兵团":
        set_places(draft, [(draft.body, draft.body + 2, "新疆生产建设兵团", None)])
        return True
    if AREA.fullmatch(noun) or _COUNTY.fullmatch(noun):
        set_places(draft, [(draft.body, draft.body + len(noun), noun, None)])
        return True
    ref = regions.lookup(noun, regions.context_codes(passage.state)) if 2 <= len(noun) <= 4 else None
    if ref is None:
        village = next((name for _, name in passage.state.villages if len(noun) > 1 and name[:-1] == noun), None) or _named_together(passage, draft, noun)
        if village:
            set_places(draft, [(draft.body, draft.body + len(noun), village, None)])
        return village is not None
    known = regions.by_code(ref.code) if ref.code else None
    name = regions.written(passage.state, known) if known else ref.name
    set_places(draft, [(draft.body, draft.body + len(noun), name, ref.code)])
    return True


_COUNTY = re.compile(r"(?![各全本该我两每外他邻贫等几数])[\u4e00-\u9fff]{2,4}(?<![大困点范级个属辖他余关先小划等的二三四五六七八九十])(?:县|自治旗)")
"""其中|班多县730万元: a county that the table of divisions does not have."""


def _named_together(passage: Passage, draft: Draft, noun: str) -> str | None:
    """拨到周巷、菱塘两个乡镇，|周巷140万元: names of the list before, which share one class word."""
    if not _NAME.fullmatch(noun):
        return None
    for said in _TOGETHER.finditer(passage.text, passage.start, draft.body):
        first, *others = re.split("[、和与及]", said["names"])
        if noun in others or (others and first.endswith(noun)):
            return noun + ("" if said["kind"] == "乡镇" else said["kind"])
    return None


_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_TOGETHER = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,9}(?:[、和与及][\u4e00-\u9fff]{2,4}?)+)(?:[两三四五六七八九十]|\d{1,2})个?(?P<kind>乡镇|[镇乡村县区])(?![级委长])"
)
_MOST = re.compile(r"最[多少大小高低]的")
"""分到11个乡镇，|最多的|鸡场乡52万元."""
_OBTAINS = re.compile(r"(?:一[地家县市区]|[一独]家)?(?:最[多高]|就有|分到?|分得|拿到|得到|获得|获|得了?|占到?|摊到?|[分拿领]走)$|(?:一[地家县市区]|独家)$")


def _occupies(passage: Passage, draft: Draft) -> bool:
    """万州、云阳、奉节三个区县占了其中的2130万元: the places in front of 其中."""
    text = passage.text
    noun = without_lead(text[draft.body : draft.head[1]])
    if draft.marker != "part" or (noun and not _TAKES.fullmatch(noun)):
        return False
    before = _OCCUPIES.search(text, draft.head[0], draft.head[1])
    if before is None or _take(passage, draft, draft.head[0], draft.body):
        return before is not None
    ref = regions.lookup(text[draft.clause[0] : before.start()], regions.context_codes(passage.state)) if 2 <= before.start() - draft.clause[0] <= 4 else None
    if ref:  # 当雄分到了其中的620万元
        set_places(draft, [(draft.clause[0], before.start(), ref.name, ref.code)])
    return ref is not None


_OCCUPIES = re.compile(r"占|分[得到]|[得拿]到")
_TAKES = re.compile(r"[就独]|[就独]?(?:占到?|分[得到]|[得拿]到)了?")
"""其中河北是钢铁大省，|独占1.4亿元."""
_OTHERS = re.compile(
    r"(?:其余|余下|剩余|另外|其他)(?:各|的)?(?:[\d一二两三四五六七八九十]+个?)?(?:省区市|省区|省份|省|市县|盟市|旗县|设区市|市、州|市（州）|县（市、区）|县（市）|县（区）|市|县区|县市|区县|县|区|州|乡镇|镇|村)"
)


def _unknown_names(passage: Passage, draft: Draft) -> bool:
    """伊和淖尔苏木、额里图和哲日根图共75万元: names that no table has, the first of them with its class."""
    names = without_lead(passage.text[draft.body : draft.head[1]])
    if not _NAMES.fullmatch(names):
        return False
    *first, last = names.split("、")
    found = [*first, *re.split("[和及与]", last, maxsplit=1)]
    draft.region, draft.regions = "、".join(found), tuple(RegionRef(n) for n in found)
    draft.region_spans = ((draft.body, draft.body + len(names)),)
    return True


_NAMES = re.compile(r"[\u4e00-\u9fff]{1,8}(?:乡|镇|苏木|街道|村|嘎查)(?:、[\u4e00-\u9fff]{2,9}){0,8}[、和及与][\u4e00-\u9fff]{2,9}")


def bracketed(passage: Passage, draft: Draft) -> bool:
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
    if sign and (area := AREA.search(head)):
        set_places(draft, [(draft.head[0] + area.start(), draft.head[0] + area.end(), area[0], None)])
        return True
    return False


def _take(passage: Passage, draft: Draft, start: int, end: int) -> bool:
    found = places_in(passage, start, end)
    if not found:
        return take_own_level(passage, draft, start, end)
    if _RETURNS.search(passage.text, found[-1][1], end) or _GIVES.match(passage.text, found[-1][1], end):
        return False
    set_places(draft, group_at(passage, found, 0), passage.text)
    return True


_SPENT = re.compile(r"(?:支出|投入(?![到给])|花[去费了]|筹[措集]|接收|捐[给款]|各级财政)(?![^。；]*(?:下达|拨|切块|分[配到得给]))[^。；]*$")
"""全市支出38.6亿元，其中市本级9.1亿元: of what is spent or raised, a level bears its share."""


def take_own_level(passage: Passage, draft: Draft, start: int, end: int) -> bool:
    """省本级 is the host's: 吉林省本级."""
    match = OWN_LEVEL.search(passage.text, start, end)
    if match is None or _SOURCE.match(passage.text, match.end()) or _SPENT.search(passage.text, max(draft.segment[0], start - 60), start):
        return False
    home = regions.by_code(passage.state.home) if passage.state.home else None
    host = regions.written(passage.state, home) if home else passage.state.host_region or ""
    name = (host if host.endswith(match[1]) else "") + match[0].removeprefix(match[1]) if host.endswith(match[1]) else match[0]
    set_places(draft, [(match.start(), match.end(), name, None)])
    return True


_ARRANGES = re.compile(r"(?:财政|自行)*(?:安排|筹措|筹集|自筹)(?:约|近)?$")
"""已支出9亿元，其中市县|安排6亿元."""


def _take_class(passage: Passage, draft: Draft, start: int, end: int) -> bool:
    match = CLASS_OF_PLACES.search(passage.text, start, end)
    gives = match and (_GIVES.match(passage.text, match.end(), end) or (match.start() == start and _ARRANGES.match(passage.text, match.end(), end)))
    listed = classes_at(passage.text, match.start(), end) if match and not gives else []
    if listed:
        set_places(draft, listed)
    return bool(listed)
