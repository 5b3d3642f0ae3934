"""Where the money goes: the receiving place of a draft, never inferred from the payer.

    对湖北预拨5亿元 · 下达我省1.6亿元 · 支持四川省抗震救灾 · 其中道孚县3千万元 · 其他受灾县800万元
"""

from __future__ import annotations

import re

from kg.annotate.passage import Passage, RegionMention
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import CLASS_OF_PLACES, TARGET
from kg.model import RegionRef

__all__ = ["EACH", "expand", "find_place", "group_at", "places_in", "set_places"]

Place = tuple[int, int, str, str | None]
"""Start, end, full name, code."""

_JOIN = re.compile(r"\s*(?:、|和|及|与|以及|，)\s*")
_GIVEN = re.compile(r"[给到至往予向于对为]|我们|贵")
_RECEIVE = frozenset("获 获得 得到 获 收到 接收 接受 争取 争取到 利用".split())
_RECEIVER_BEFORE = re.compile(r"(?:向|给|对|为|在|于|支持|帮助|支援|援助|补助|安排|下达|拨付|用于)$")
EACH = r"各(?=\d|自|约|近|逾|超|[一二三四五六七八九十百千][\u4e00-\u9fff]{0,6}元|安排|下达|拨|补助|补贴|奖|配套|投入|出资|捐|新增|获|得|给予|发|预拨|支持|支|落实|筹|增|分|$)"
_DISTRIBUTIVE = re.compile(rf"{EACH}|分别(?!为|是|于)")
_VILLAGES = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{1,4}?(?:、[\u4e00-\u9fff]{1,4}?)*?(?:和|与|及|、)[\u4e00-\u9fff]{1,4}?)"
    r"[两二三四五六七八九十\d]+个?(?:[\u4e00-\u9fff]{0,3}?)(?P<kind>村|镇|乡|县|市|区|州|街道|社区|旗)"
)
_ENTER = re.compile(r"[、和及与]|以及")
_OWN_LEVEL = re.compile(r"(省|自治区|市|州|县|区|盟|旗)(?:本级|直(?=$|，|单位))")
_SMALL = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?:(?:[\u4e00-\u9fff]族)?乡|镇|街道|苏木|林场|农场)(?![长党政上级办企])(?:[\u4e00-\u9fff]{1,4}?(?:村|社区|嘎查)(?![民委里党支干级书两上医务集镇]))?"
    r"|[\u4e00-\u9fff]{2,5}?(?:村|社区|嘎查)(?![民委里党支干级书两上医务集镇])"
)
_NOT_SMALL = re.compile(r"^(?:用于|在|向|给|对|由|把|将|已|每|该|到|其|本|国有|国营|集体)|^(?:.?[一二两三四五六七八九十\d各全几个农新乡城]+(?:个)?)?(?:移民|贫困|行政|自然|建制|美丽|示范|重点|特色|小|中心|农|新|乡|城|山|边境|传统|古)*(?:村|镇|乡|社区|街道)|^(?:农村|乡村|山村|城镇|乡镇|集镇|小镇|城乡)|建设|支持|改造|和|与|的|等")
_RESIDENCE = re.compile(r"籍|对口|驻|方言|市场|式|人民(?!政府)|话")


def places_in(passage: Passage, start: int, end: int, *, in_bodies: bool = False) -> list[Place]:
    """Named places in the stretch that are not part of a body's name, in reading order."""
    found: list[Place] = []
    for region in passage.regions:
        if start <= region.start and region.end <= end and (in_bodies or not _in_body(passage, region)):
            if not _RESIDENCE.match(passage.text, region.end):
                found.append(_place(passage.text, region, end))
    return found


def _place(text: str, region: RegionMention, limit: int) -> Place:
    """The place with its class word, where the table's short name left it outside (湘西|自治州)."""
    tail = _LEVEL.match(text, region.end, limit)
    end = tail.end() if tail and not region.text.endswith(_LEVELS) else region.end
    return region.start, end, region.name, region.code


_LEVELS = ("省", "市", "县", "区", "州", "盟", "旗", "乡", "镇", "村", "街道", "社区", "嘎查", "苏木")
_LEVEL = re.compile(r"自治州|自治县|州|地区|盟")


def _written(text: str, place: Place) -> str:
    """黔东南州 stays as written, 湖北 becomes 湖北省, 我省 the host's province."""
    written = text[place[0] : place[1]]
    full = written.endswith(_LEVELS) and not _DEICTIC.match(written) and place[3] is not None
    if written.endswith(_LEVELS[7:]):
        return written
    return written if full and len(written) > 2 and written[:1] == place[2][:1] else place[2]


_DEICTIC = re.compile(r"[我本全该此各贵你]|当地")


def _in_body(passage: Passage, region: RegionMention) -> bool:
    text = passage.text
    if re.match(r"(?:省|市|县|区|州|各|本)?(?:级|本级|、|各级)*财政(?!资金|专项|扶贫|衔接)", text[region.end : region.end + 8]):
        return True
    for body in passage.organizations:
        if body.start <= region.start and region.end < body.end:
            return not (body.text.endswith("财政") and re.match(r"专项|扶贫|衔接|资金|补助|转移", text[body.end : body.end + 2]))
    return False


def small_at(text: str, at: int, end: int) -> Place | None:
    """The township or village whose name begins at `at`: 西江镇白水村."""
    match = _SMALL.match(text, at, end)
    if match is None or _NOT_SMALL.search(match[0]):
        return None
    return match.start(), match.end(), match[0], None


def group_at(passage: Passage, found: list[Place], index: int) -> list[Place]:
    """The places that stand in one list with `found[index]`, from it onwards."""
    group = [found[index]]
    for place in found[index + 1 :]:
        if not _JOIN.fullmatch(passage.text[group[-1][1] : place[0]]):
            break
        group.append(place)
    return group


def set_places(draft: Draft, group: list[Place], text: str = "") -> None:
    """Make `group` the draft's receiving places; `text` is the article's, for names kept as written."""
    unique = list(dict.fromkeys((name, code) for _, _, name, code in group))
    draft.region = "、".join(dict.fromkeys(_written(text, p) if text else p[2] for p in group))
    draft.regions = tuple(RegionRef(name, code) for name, code in unique)
    draft.region_spans = tuple((a, b) for a, b, _, _ in group)


def expand(passage: Passage, draft: Draft) -> list[Draft]:
    """各1200万元 to several places is one draft a place; otherwise the draft alone."""
    text = passage.text
    marks = list(_DISTRIBUTIVE.finditer(text, *draft.head))
    if not marks or draft.region is not None or draft.payers:
        return [draft]
    start = draft.head[0]
    found = places_in(passage, start, marks[-1].start())
    groups: list[list[Place]] = []
    while found:
        group = group_at(passage, found, 0)
        groups.append(group)
        found = found[len(group) :]
    chosen = (
        _listed(passage, start, marks[-1].start())
        or next((g for g in reversed(groups) if len(g) > 1), None)
        or _same_kind(passage, start, marks[-1].start())
    )
    if not chosen:
        return [draft]
    if _GIVES.search(text, marks[-1].end(), draft.head[1]) or text[: chosen[0][0]].endswith("由"):
        return [_payer_share(draft, place, text) for place in chosen]
    return [_share(draft, place, text) for place in chosen]


_LIST = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,9}(?:省|市|县|区|州|盟|旗|乡|镇|村|街道|师)(?:(?:、|和|及|与)[\u4e00-\u9fff]{2,9}(?:省|市|县|区|州|盟|旗|乡|镇|村|街道|师))+)"
    r"(?:等?[两三四五六七八九十\d]+个?(?:省|市|县|区|州|盟|旗|乡|镇|村|地|县区|市县|区县|县市|旗县)?)?(?:财政)?$"
)
_OPENING = re.compile(r"^.*(?:其中|包括|向|给|对|为|在|，)")


def _listed(passage: Passage, start: int, end: int) -> list[Place]:
    """A list of names that all end in their class (科右前旗、扎赉特旗), known to the table or not."""
    match = _LIST.search(passage.text[start:end])
    if match is None:
        return []
    found: list[Place] = []
    at = start + match.start("names")
    for name in re.split(r"([、和及与])", match["names"]):
        stop = at + len(name)
        opening = _OPENING.match(name)
        begin = at + (opening.end() if opening else 0)
        if len(name) > 1:
            known = [p for p in places_in(passage, begin, stop, in_bodies=True) if p[1] == stop]
            found.append(known[-1] if known else (begin, stop, passage.text[begin:stop], None))
        at = stop
    return found


def _same_kind(passage: Passage, start: int, end: int) -> list[Place]:
    """弘德、红关、梨花三个移民村: names that share one class word."""
    match = None
    for match in _VILLAGES.finditer(passage.text, start, end):
        pass
    if match is None:
        return []
    names = [n for n in re.split(r"[、和与及]", match["names"]) if n]
    names[0] = re.sub(r"^.*[给向对为在]", "", names[0])
    return [(match.start(), match.end(), n if n.endswith(match["kind"]) else n + match["kind"], None) for n in names if n]


_GIVES = re.compile(r"承担|负担|分担|出资|配套|捐|筹|自筹")


def _payer_share(draft: Draft, place: Place, text: str) -> Draft:
    """由盐官镇、丁桥镇各承担300万元: the places pay."""
    copy = _share(draft, place, text)
    copy.payers, copy.payer, copy.own_payer = (place[2],), place[2], True
    copy.region, copy.regions, copy.region_spans = None, (), ()
    return copy


def _share(draft: Draft, place: Place, text: str) -> Draft:
    copy = Draft(draft.money, draft.segment, draft.head, draft.clause, draft.tail, draft.marker, draft.bare)
    copy.action, copy.level, copy.rule = draft.action, draft.level, "allocation.each"
    copy.gap, copy.body = draft.gap, draft.body
    set_places(copy, [place], text if place[3] else "")
    return copy


def find_place(passage: Passage, draft: Draft) -> None:
    """Fill the draft's region from its own words."""
    if draft.region is not None:
        return
    if draft.marker in ("part", "rest", "other", "item") or draft.bare:
        start = draft.body
        if small := small_at(passage.text, start, draft.head[1]):
            set_places(draft, [small])
            return
        if draft.marker == "" and draft.level == 0 and draft.head[0] < start and _colon(passage, draft):
            return
        if _take(passage, draft, start, draft.head[1]) or _take_class(passage, draft, start, draft.head[1]):
            return
        if _addressed(passage, draft):
            return
    elif _receiver(passage, draft) or _addressed(passage, draft):
        return
    _behind(passage, draft)


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


_AREA = re.compile(r"[\u4e00-\u9fff]{2,8}(?:新区|开发区|高新区|经开区|自贸区|示范区|兵团|管理区|园区|本级)$")


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
    set_places(draft, [(match.start(), match.end(), match[0], None)])
    return True


def _receiver(passage: Passage, draft: Draft) -> bool:
    """The place after 向/给/对, or right behind the verb; for 收到 and 获得 the subject."""
    text, action = passage.text, draft.action
    if action is None:
        return False
    found = places_in(passage, draft.head[0], draft.head[1])
    for i, place in enumerate(found):
        before = text[max(draft.head[0], place[0] - 4) : place[0]]
        if place[0] < draft.clause[0] and not _TO.search(before):
            continue
        if before.endswith("在") and _SPEAKS.search(text, place[1], draft.clause[1]):
            continue
        direct = 0 <= place[0] - action.end <= 2 and not text[action.end : place[0]].strip("给了到至往于向在 ")
        if direct or (_RECEIVER_BEFORE.search(before) and place[1] <= max(action.start, draft.clause[1])):
            set_places(draft, group_at(passage, found, i), passage.text)
            return True
    receives = action.text in _RECEIVE or _RECEIVED.search(text, draft.clause[0], action.start)
    if receives and found and found[0][1] <= action.start:
        set_places(draft, group_at(passage, found, 0)[:1], passage.text)
        return True
    match = CLASS_OF_PLACES.match(text, action.end, draft.head[1])
    if match or (match := CLASS_OF_PLACES.search(text, draft.clause[0], action.start)) and _RECEIVER_BEFORE.search(text[: match.start()][-2:]):
        set_places(draft, [(match.start(), match.end(), match[0], None)])
        return True
    return False


def _addressed(passage: Passage, draft: Draft) -> bool:
    """对西部6市县，省政府拿出1500万元: the receivers in a clause of their own."""
    for a, b in passage.clauses(draft.head[0], draft.clause[0]):
        opening = _OPEN.match(passage.text, a, b)
        match = CLASS_OF_PLACES.fullmatch(passage.text, opening.end(), b) if opening else None
        if match:
            set_places(draft, [(match.start(), match.end(), match[0], None)])
            return True
    return False


_OPEN = re.compile(r"(?:其中)?(?:对|向|给|在)(?:于)?")
_BEHIND = re.compile(r"(?:的?[^，。；]{0,12}?)?(?:已|已经|全部|均|也|将)*(?:下达|拨付|分配|安排|下拨|划拨|拨|分解|落实|投向|发放|给予|补助|支持)(?:给|到|至|往|了|于|在)*")
_RECEIVED = re.compile(r"(?:[再又共已曾喜]获|获得|收到|获)(?:了)?(?=中央|国家|省|市|上级|自治区|财政)")
_TO = re.compile(r"(?:向|给|对|为|支持|帮助|支援|援助)$")
_SPEAKS = re.compile(r"表示|说|介绍|指出|透露|召开|举行|通报|宣布|称|发布|获悉|报道")


def _behind(passage: Passage, draft: Draft) -> bool:
    """支持四川省抗震救灾, 用于锦州…的管网改造, 在驻马店…建设, 下达其他6个省."""
    text = passage.text
    if _arrives(passage, draft):
        return True
    for a, b in passage.clauses(*draft.tail):
        start = a
        target = TARGET.search(text, a, min(b, a + 30)) if a == draft.tail[0] else TARGET.match(text, a, b)
        behind = _BEHIND.match(text, a, b)
        if target:
            start = target.end()
        elif behind:
            start = behind.end()
        elif not text.startswith("在", a):
            continue
        found = places_in(passage, start, b)
        if found and found[0][0] - start <= (12 if target else 2):
            set_places(draft, group_at(passage, found, 0), passage.text)
            return True
        if small := small_at(text, start, b):
            set_places(draft, [small])
            return True
        match = CLASS_OF_PLACES.match(text, start, b)
        if match is None and target and not _take_own(passage, draft, start, b):
            return False
        if match or draft.region is not None or _take_own(passage, draft, start, b):
            if match:
                set_places(draft, [(match.start(), match.end(), match[0], None)])
            return True
    return False


def _arrives(passage: Passage, draft: Draft) -> bool:
    """…1.12亿元，旗财政局已于3月20日拨付到各苏木乡镇: the place behind the verb that follows."""
    action, text = draft.action, passage.text
    if action is None or not action.after or action.start < draft.tail[0]:
        return False
    match = _REACH.match(text, action.end, draft.tail[1])
    start = match.end() if match else action.end
    found = places_in(passage, start, draft.tail[1])
    if found and found[0][0] == start:
        set_places(draft, group_at(passage, found, 0), text)
        return True
    kind = CLASS_OF_PLACES.match(text, start, draft.tail[1])
    if kind or (small := small_at(text, start, draft.tail[1])):
        set_places(draft, [(kind.start(), kind.end(), kind[0], None)] if kind else [small])
        return True
    return False


_REACH = re.compile(r"(?:到了?|给了?|至|往|入|进|了)")


def _take_own(passage: Passage, draft: Draft, start: int, end: int) -> bool:
    match = _OWN_LEVEL.match(passage.text, start, end)
    return match is not None and _take_own_level(passage, draft, start, end)
