"""各X万元 over a list of places: one draft a place.

    科右前旗、扎赉特旗各4000万元 · 给弘德、红关、梨花三个移民村各安排500万元 · 由盐官镇、丁桥镇各承担300万元 (the places pay)
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.annotate.passage import DateMention, Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.givers import are_donors, borne, levels_giving, named_giving
from kg.extract.allocations.places import group_at, members, places_in, said_in, set_places
from kg.extract.allocations.unnamed import COUNTS, Place
from kg.extract.allocations.when import day_of

__all__ = ["EACH", "expand"]

EACH = (
    r"各(?![地级类项方界部户人家个行族民科学]|单(?![列独])|[省市县区州村乡镇][^\d约近逾超]|"
    r"[\u4e00-\u9fff]{0,5}(?:省市|省区市|市县|县区|单位|部门|银行|机构|企业|团体)(?:已?累计|一?共|总计|合计))(?=[\u4e00-\u9fff“”]{0,16}(?:\d|$))"
)
"""各 that shares out the amount behind it: 各4000万元, 各预拨应急资金3000万元; not 各级, 各地, 各项."""
_DISTRIBUTIVE = re.compile(rf"{EACH}|分别(?!为|是|于)|(?:都|均|同)(?:是|为|[获分]?得到?|有)(?=\d|$)")
_VILLAGES = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{1,4}?(?:、[\u4e00-\u9fff]{1,4}?)*?(?:和|与|及|、)[\u4e00-\u9fff]{1,4}?)"
    r"[两二三四五六七八九十\d]+个?(?:[\u4e00-\u9fff]{0,3}?)(?P<kind>村|镇|乡|县|市|(?<![灌库林矿园景校山灾片])区|州|街道|社区|旗)"
)
_LIST = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,9}(?:省|市|县|区|州|盟|旗|乡|镇|村|街道|师)(?:(?:、|和|及|"
    r"与)[\u4e00-\u9fff]{2,9}?(?:省|市|县|区|州|盟|旗|乡|镇|村|街道|师))+)"
    r"(?:等?[两三四五六七八九十\d]+个?(?:省|市|县|区|州|盟|旗|乡|镇|村|地|县区|市县|区县|县市|旗县)?)?(?:财政)?$"
)
_OPENING = re.compile(r"^.*(?:其中|包括|向|给|对|为|在|，)")
_GIVES = re.compile(
    r"(?<![获受])(?<!得到|收到|接受|安排|下达|拨付)(?:对口)?(?:帮扶|援助|援建|支援|资助|赞助)(?!资金|经费|款|项目|物资)|"
    r"实缴|承担|负担|分担|出资|配套|捐|筹|自筹|放贷|申购|认购|出(?=了?(?:\d|$))|拿出|掏出?"
)
_AIMED = re.compile(r"[向给对为]$")
_GOES_ON = re.compile(r"(?:、|和)约?(?:\d|[一二两三四五六七八九十百千]+[万亿元])")
"""各拿了3900万元、2700万元: not as much each."""
_USES = re.compile(r"使用|支配|分享|获|得|领")


def expand(passage: Passage, draft: Draft) -> list[Draft]:
    """各1200万元 to several places is one draft a place; otherwise the draft alone."""
    text = passage.text
    if a_unit := _A_UNIT.search(text, *draft.clause):
        listed = _last_list(passage, draft.segment[0], a_unit.start()) or _counted(passage, draft.segment[0], a_unit.start())
        counted = COUNTS.get(a_unit[0][0])  # 甲区、乙区各150万元，五县各50万元: these are others
        listed = listed if counted is None or int(counted) == len(listed) else []
        alone = a_unit[0] == "各" and listed and a_unit.start() - listed[-1][1] > _RIGHT_BEFORE
        if len(listed) > 1 and not alone:
            draft.clause, draft.marker = (a_unit.end(), draft.clause[1]), draft.marker or "part"
            return [_share(draft, place, text) for place in listed]
    marks = list(_DISTRIBUTIVE.finditer(text, *draft.head))
    if not marks or draft.region is not None or draft.payers or (draft.paired and draft.target) or _GOES_ON.match(text, draft.tail[0]):
        return [draft]
    start = draft.head[0]
    known = _last_list(passage, start, marks[-1].start())
    listed = _listed(passage, start, marks[-1].start())
    chosen = (
        (listed if len(listed) >= len(known) else known)
        or known
        or _same_kind(passage, start, marks[-1].start())
        or _of_bodies(passage, draft.clause[0], marks[-1].start())
        or _named_elsewhere(passage, draft.body, marks[-1].start())
        or said_in(passage, start, marks[-1].start())
    )
    aimed = bool(chosen) and _AIMED.search(text[max(start, chosen[0][0] - 3) : chosen[0][0]]) is not None
    treasury = bool(chosen) and _TREASURIES.fullmatch(text, chosen[-1][1], marks[-1].start()) is not None
    said = _GIVES.search(text, marks[-1].end(), draft.head[1]) is not None
    gives = not aimed and (treasury or said or borne(text, draft) or are_donors(text, draft, marks[-1].start()))
    if not chosen and gives:
        chosen = levels_giving(passage, draft.clause[0], marks[-1].start()) or named_giving(text, draft.clause[0], marks[-1].start())
    if not chosen:
        return _apart(passage, draft, marks[-1])
    uses = _USES.search(text, marks[-1].end(), draft.head[1]) is not None
    if gives or (text[: chosen[0][0]].endswith("由") and not uses):
        return [_payer_share(draft, place, text) for place in chosen]
    return [_share(draft, place, text) for place in chosen]


_TREASURIES = re.compile(r"(?:等?[两三四五六七八九十\d]+个?[省市县区州旗])?(?:县级|市级)?财政")
"""紫云、沿河|两县财政各安排20万元: they give."""
_A_UNIT = re.compile(
    r"(?:每个?(?:县（市）|县|市|区|省|州|盟|旗|镇|乡|村|地)各?|(?<=，)[两三四五六七八九]个?(?:县|市|区|省|州|盟|旗|镇|乡|村|地)各|(?<=，)各(?=(?:[得获分拨]到?)?约?$))"
)
"""余下3000万元分给定安、澄迈、临高三县，每县1000万元; 拨到楚雄州、文山州，两州各160万元: the places named just before get as much each."""


_RIGHT_BEFORE = 8
"""How far before a bare 各 the list of places may end: 分给后山、鹿鸣两个村，各1.5万元."""


def _of_bodies(passage: Passage, start: int, end: int) -> list[Place]:
    """甲市、乙县福利院各45万元, 甲县殡仪馆和乙县殡仪馆各50万元: places whose bodies of one kind get as much each."""
    text, places = passage.text, _last_list(passage, start, end, in_bodies=True)
    if not places:
        places = places_in(passage, start, end, in_bodies=True)
        kind = text[places[-1][1] : end] if len(places) > 1 else ""
        places = places if kind and all(re.fullmatch(f"{kind}[、和与及]", text[a[1] : b[0]]) for a, b in pairwise(places)) else []
    return places if places and re.fullmatch(r"[\u4e00-\u9fff]{2,14}", text[places[-1][1] : end]) else []


def _last_list(passage: Passage, start: int, end: int, *, in_bodies: bool = False) -> list[Place]:
    """The last list of at least two places in the stretch."""
    found = places_in(passage, start, end, in_bodies=in_bodies)
    last: list[Place] = []
    while found:
        group = group_at(passage, found, 0)
        last = group if len(group) > 1 else last
        found = found[len(group) :]
    return last


_SHORT_NAMES = re.compile(r"[\u4e00-\u9fff]{2,3}(?:、[\u4e00-\u9fff]{2,3})*[、和与及][\u4e00-\u9fff]{2,3}")


def _named_elsewhere(passage: Passage, start: int, end: int) -> list[Place]:
    """龙楼、翁田各400万元, where the article has 龙楼镇: names without their class, one of them at least with it elsewhere."""
    if not _SHORT_NAMES.fullmatch(passage.text, start, end):
        return []
    names = re.split("[、和与及]", passage.text[start:end])
    full = [next((name + kind for kind in ("镇", "乡", "街道", "村", "县", "区", "市") if name + kind in passage.text), name) for name in names]
    return [(start, end, name, None) for name in full] if full != names else []


def _listed(passage: Passage, start: int, end: int) -> list[Place]:
    """A list of names that all end in their class (科右前旗、扎赉特旗), known to the table or not."""
    match = _LIST.search(passage.text[start:end])
    if match is None:
        return []
    found: list[Place] = []
    for a, b in members(passage, start + match.start("names"), start + match.end("names")):
        opening = _OPENING.match(passage.text[a:b])
        begin, stop = a + (opening.end() if opening else 0), a + len(passage.text[a:b].rstrip("、和及与"))
        known = [p for p in places_in(passage, begin, stop, in_bodies=True) if p[1] == stop]
        found.append(known[-1] if known else (begin, stop, passage.text[begin:stop], None))
    return found


def _same_kind(passage: Passage, start: int, end: int) -> list[Place]:
    """弘德、红关、梨花三个移民村: names that share one class word."""
    matches = list(_VILLAGES.finditer(passage.text, start, end))
    if not matches:
        return []
    match = matches[-1]
    names = [n for n in re.split(r"[、和与及]", match["names"]) if n]
    names[0] = re.sub(r"^.*[给向对为在到]", "", names[0])
    return [(match.start(), match.end(), n if n.endswith(match["kind"]) else n + match["kind"], None) for n in names if n]


def _copy(draft: Draft) -> Draft:
    copy = Draft(draft.money, draft.segment, draft.head, draft.clause, draft.tail, draft.marker, draft.bare)
    copy.action, copy.level, copy.rule = draft.action, draft.level, "allocation.each"
    copy.gap, copy.body = draft.gap, draft.body
    return copy


def _counted(passage: Passage, start: int, end: int) -> list[Place]:
    """分到甲、乙、丙三镇，每镇一百万元: as many names as are counted, which share one class word."""
    counts = list(_COUNT.finditer(passage.text, start, end))
    found = _same_kind(passage, start, end)
    return found if counts and COUNTS.get(counts[-1][1], counts[-1][1]) == str(len(found)) else []


_COUNT = re.compile(r"([两三四五六七八九十\d]+)个?[\u4e00-\u9fff]{0,3}?[村镇乡县市区州旗]")


def _share(draft: Draft, place: Place, text: str) -> Draft:
    copy = _copy(draft)
    set_places(copy, [place], text if place[3] else "")
    return copy


def _apart(passage: Passage, draft: Draft, mark: re.Match[str]) -> list[Draft]:
    """Where no places are named before 各: a draft for each date or each name that is; else the draft alone."""
    found = (_dated(passage, draft, mark.start()) or _named(passage, draft, mark.start())) if mark[0] == "各" else []
    return found or [draft]


_AGAIN = re.compile(r"[又再还都也]?")
_DATE_JOIN = re.compile(r"[、和与及]|以及")


def _dated(passage: Passage, draft: Draft, end: int) -> list[Draft]:
    """于明年3月、9月各拨付6000万元; 前年和去年各给了50万元: one draft a date of the list right before 各."""
    run: list[DateMention] = []
    for one in reversed([d for d in passage.dates if d.value and draft.head[0] <= d.start and d.end <= end]):
        gap = (_DATE_JOIN, run[0].start) if run else (_AGAIN, end)
        if not gap[0].fullmatch(passage.text, one.end, gap[1]):
            break
        run.insert(0, one)
    shares = [(_copy(draft), one) for one in run if len(run) > 1]
    for share, one in shares:
        share.date, share.date_span, share.own_date, share.dated = day_of(one), (one.start, one.end), True, True
    return [share for share, _ in shares]


_NAME = r"(?:(?![各用给对向为的])[\u4e00-\u9fff“”]){2,14}"
_NAMES = re.compile(
    rf"(?:.*(?:用于|其中|支持|[给对向为的，]))?(?P<names>{_NAME}?(?:、{_NAME}?)*[、和与及]{_NAME}?)"
    r"(?:(?P<count>[两三四五六七八九十\d]+)[个家所座项条类处]?(?P<noun>[\u4e00-\u9fff]{2,8}))?[又再还都也]?"
)
_NO_NAME = re.compile(r"中央|地方|财政|级|[年月日前后初底]$|[一二两三四五六七八九十\d几]+(?:个|批|笔|次)|其他|其余|累计|共")
_SITE = re.compile(r"口岸|园区|开发区|林场|农场|社区|街道")


def _named(passage: Passage, draft: Draft, end: int) -> list[Draft]:
    """蚕桑、茶叶两个产业各安排700万元: one draft for each that is named, of what the money is for."""
    match = _NAMES.fullmatch(passage.text, draft.clause[0], end)
    names = re.split("[、和与及]", match["names"]) if match else []
    counted = match["count"] if match else None
    if match is None or any(len(n) < 2 or _NO_NAME.search(n) for n in names) or (counted and COUNTS.get(counted, counted) != str(len(names))):
        return []
    shares = [_copy(draft) for _ in names]
    for share, name in zip(shares, names, strict=True):
        if match["noun"] and _SITE.fullmatch(match["noun"]):
            set_places(share, [(match.start("names"), match.end("names"), name + match["noun"], None)])
        else:
            share.target, share.told = name + (match["noun"] or ""), True
    return shares


def _payer_share(draft: Draft, place: Place, text: str) -> Draft:
    """由盐官镇、丁桥镇各承担300万元: the places pay."""
    copy = _share(draft, place, text)
    copy.payers, copy.payer, copy.own_payer, copy.dealt = (place[2],), place[2], True, True
    copy.region, copy.regions, copy.region_spans = None, (), ()
    return copy
