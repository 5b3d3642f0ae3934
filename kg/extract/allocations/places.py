"""Named places of a paragraph, as receivers: which mentions count, how they are listed, how they are written.

    黔东南州 stays as written · 湖北 is 湖北省 · 我省 the host's province · a body's name (湖北省财政厅) holds no receiver
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.annotate.passage import DateMention, OrganizationMention, Passage, RegionMention
from kg.annotate.regions import by_code, written
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.unnamed import COUNTS, LEVELS, Place, areas_at, small_at, smalls_at
from kg.model import RegionRef

__all__ = ["Placed", "group_at", "in_body", "last_named", "members", "placed", "places_in", "said_in", "set_places", "spans"]

_JOIN_COUNTED = re.compile(r"\s*(?:[两三四五六七八九十]+(?:省|市|县|区|州|盟|旗)(?:、|和|及|与|以及)|、|和|及|与|以及|，)\s*")
"""四川五省|及|宁波市: a list that goes on after its number."""
_LEVEL = re.compile(r"自治州|自治县|州|地区|盟")
_DEICTIC = re.compile(r"[我本全该此各贵你]|当地")
_RESIDENCE = re.compile(r"籍|对口|驻|方言|市场|式|人民(?!政府)|话|的?[一某几两]家|校友|同乡|商会|企业家|来的|(?:[、和与][\u4e00-\u9fff]{2,5})?交界")
_COUNTED = re.compile(r"等?[两三四五六七八九十\d]+个?(?:省|市|县|区|州|盟|旗|地)")
"""成都、德阳、绵阳|三市受灾家庭: what follows the number belongs to all of them, and is no body of the last."""

_FROM = re.compile(r"(?:来|出|产)自[\u4e00-\u9fff、]{0,16}$")
"""来自毕节、|遵义的47名农民工: where somebody or something comes from."""
_SLOGAN, _SLOGAN_END = re.compile("(?:健康|平安|数字|美丽|法治|智慧|幸福|书香|信用|清廉|质量|文明|和谐|绿色)$"), re.compile("建设|行动|战略|发展|”")
"""推进健康|陕西|建设: what a campaign is called."""
_WAY = r"(?:段(?!时)|铁路|高铁|高速|公路|城际|航道|航线|客专)"
_ENDS = (re.compile(rf"[至到—－-]+[\u4e00-\u9fff]{{2,6}}?{_WAY}"), re.compile(rf"(?<=[至到—－-])[\u4e00-\u9fff]{{2,4}}{_WAY}"))
"""太仓至南通段, 西安至铜川城际铁路: the ends of a way, each."""
_FIRMS = re.compile(r"[\u4e00-\u9fff]{2,6}(?:、[^，。；]{2,30})?等(?:\d+|[一二两三四五六七八九十]+)家")
"""湖北|云应化工等6家企业: the place begins the name of a firm."""

_DATELINE = re.compile(r"(?:[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日)?(?:专?[电讯](?=[\s（]|$)|(?<=日)(?:[电讯]|报道))")
"""新华社|南昌|12月3日电, 长城网|沧州|讯　…: where a report was sent from."""

_IN_ALL = re.compile(r"全[省市县区州](?:\d+|[两三四五六七八九十]+)个")
"""全省|9个市（州）: the class is meant, not the whole."""
_BUILDS = re.compile(r"(?:建设|新建|修建|兴建|扩建|改造|实施|开展|发展|打造)(?![局厅委办银集和规公])[\u4e00-\u9fff]{3}")
"""支持宁城县和敖汉旗|建设肉牛交易市场: a place and what is built there, no name."""


def spans(*mentions: Sequence[DateMention | OrganizationMention | RegionMention]) -> list[tuple[int, int]]:
    """Where mentions of several kinds stand, in reading order."""
    return sorted((m.start, m.end) for group in mentions for m in group)


def places_in(passage: Passage, start: int, end: int, *, in_bodies: bool = False) -> list[Place]:
    """Named places in the stretch that are not part of a body's name, in reading order."""
    found: list[Place] = []
    for region in passage.regions:
        inside = start <= region.start and region.end <= end and not _RESIDENCE.match(passage.text, region.end)
        if inside and _SLOGAN.search(passage.text, max(0, region.start - 2), region.start) and _SLOGAN_END.match(passage.text, region.end):
            continue
        if inside and (_FROM.search(passage.text, max(start, region.start - 20), region.start) or _is_end(passage.text, region)):
            continue
        if inside and region.text != "城区" and not _IN_ALL.match(passage.text, region.start) and (in_bodies or not in_body(passage, region)):
            found.append(_place(passage, region, end))
    return _nested(passage.text, found, end)


def _is_end(text: str, region: RegionMention) -> bool:
    """Is the place one end of a way, the head of the name of a firm that is counted with others, or where a report was sent from?"""
    behind = (_ENDS[0], _FIRMS, _DATELINE)
    return _ENDS[1].match(text, region.start) is not None or any(pattern.match(text, region.end) for pattern in behind)


def _place(passage: Passage, region: RegionMention, limit: int) -> Place:
    """The place with its class word, where the table's short name left it outside (湘西|自治州)."""
    tail = _LEVEL.match(passage.text, region.end, limit)
    end = tail.end() if tail and not region.text.endswith(LEVELS) else region.end
    known = by_code(region.code) if region.code and region.text != region.name else None
    if part := _PART.match(passage.text, region.end, limit):
        return region.start, part.end(), passage.text[region.start : part.end()], None
    name = region.text if region.code is None and region.text.endswith(_SMALL_LEVELS) else region.name
    return region.start, end, written(passage.state, known) if known else name, region.code


_PART = re.compile("(?:南疆|北疆|藏东南?|川西)[三四五]地?州")
"""新疆|南疆四地州: a known part of the province."""
_SMALL_LEVELS = LEVELS[7:]


def _nested(text: str, found: list[Place], limit: int) -> list[Place]:
    """武汉市黄陂区, 凌云县加尤镇: a place written inside another, without a mark between, is one name."""
    joined: list[Place] = []
    for place in found:
        last = joined[-1] if joined else None
        if last and last[1] == place[0] and text[last[1] - 1] in _CONTAINS and _written(text, place)[-1:] in _CONTAINS:
            if text[place[1] - 1] not in _CONTAINS and not _within(place, last):
                continue  # 通城县|云溪水库: a short name that begins another, and is no place of this one
            joined[-1] = (last[0], place[1], _written(text, last) + _written(text, place), place[3])
        else:
            joined.append(place)
    for i, place in enumerate(joined):
        small = small_at(text, place[1], limit) if text[place[1] - 1] in "县区旗市" else None
        if small:
            joined[i] = (place[0], small[1], _written(text, place) + small[2], None)
    return joined


def _within(place: Place, whole: Place) -> bool:
    """Does the code of the place lie in that of the other?"""
    return place[3] is not None and whole[3] is not None and place[3].startswith(whole[3].rstrip("0"))


_CONTAINS = "省市县区州盟旗"
_SUFFIXES = frozenset("省 市 县 区 旗 盟 自治区 地区".split())


def in_body(passage: Passage, region: RegionMention) -> bool:
    """Is the place part of the name of a body (|湖北省|财政厅), and so no receiver?"""
    text = passage.text
    if re.match(r"(?:省|市|县|区|州|各|本)?(?:级|本级|、|各级)*财政(?!资金|专项|扶贫|衔接|专户|账户)", text[region.end : region.end + 8]):
        return True
    if _COUNTED.match(text, region.end) or _BUILDS.match(text, region.end):
        return False
    for body in passage.organizations:
        if body.start <= region.start and region.end < body.end:
            return not (body.text.endswith("财政") and re.match(r"专项|扶贫|衔接|资金|补助|转移|专户|账户", text[body.end : body.end + 2]))
    return False


def _written(text: str, place: Place) -> str:
    """黔东南州 stays as written, 湖北 becomes 湖北省, 我省 the host's province."""
    written = text[place[0] : place[1]]
    if place[2] == written or (place[2].startswith(written) and place[2][len(written) :] in _SUFFIXES):
        return place[2]
    if _COUNTY_OF.fullmatch(written) and written.endswith(place[2]):
        return written
    full = written.endswith(LEVELS) and not _DEICTIC.match(written) and place[3] is not None
    if written.endswith(LEVELS[7:]):
        return written
    return written if full and len(written) > 2 and written[:1] == place[2][:1] else place[2]


_COUNTY_OF = re.compile(r"[\u4e00-\u9fff]{2,4}市[\u4e00-\u9fff]{2,4}[县区]")
"""安庆市宿松县 stays as written; 安徽省宿松县 is 宿松县."""


def members(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a list, each with the mark behind it.  A name (民和县, 呼和浩特市) is not cut."""
    marks = [m for m in _MARK.finditer(passage.text, start, end) if not any(r.start < m.start() < r.end for r in passage.regions)]
    cuts = [start, *(m.end() for m in marks), end]
    return [(a, b) for a, b in pairwise(cuts) if b - a > 1]


_MARK = re.compile(r"[、和及与]|以及")


def said_in(passage: Passage, start: int, end: int) -> list[Place]:
    """安排上述三省市救灾资金, 四县|各250万元: as many places as were last named in one list; 四县 alone only where the stretch ends."""
    said = _SAID.search(passage.text, start, end) or _COUNT_ALONE.search(passage.text, start, end)
    return last_named(passage, said.start(), int(COUNTS.get(said["count"] or "", 0))) if said else []


_SAID = re.compile(
    r"(?:上述|以上|前述|这)(?P<count>[两三四五六七八九十])?个?(?:省（自治区）|省（区）|省区市|省区|省市|省份|省|市|县（市）|县|区|州|地区)(?![级委内\u4e00-\u9fff]{0,2}(?:财政|政府))"
)
_COUNT_ALONE = re.compile(r"(?<![、和与及\u4e00-\u9fff])(?P<count>[两三四五六七八九十])个?[省市县区州旗盟地](?:[所各]得|所获)?$")


def last_named(passage: Passage, at: int, count: int) -> list[Place]:
    """The last list of `count` divisions that the article names before `at`, of any number from two on where `count` is 0."""
    text, state = passage.text, passage.state
    run: list[tuple[int, str]] = []
    for here, code in sorted({(a, c) for a, c in state.places if a < at}, reverse=True):
        gap = text[here : run[-1][0]] if run else ""
        if run and not _LISTED.fullmatch(gap):
            if len(run) == count or (not count and len(run) > 1):
                break
            run = []
        run.append((here, code))
    if (len(run) != count and (count or len(run) < 2)) or len({code for _, code in run}) < len(run):
        return []
    found = [(a, region) for a, code in reversed(run) if (region := by_code(code))]
    return [(a, a, written(state, region), region.code) for a, region in found]


_LISTED = re.compile(r"[\u4e00-\u9fff]{2,9}?(?:、|和|及|与)|[\u4e00-\u9fff]{2,9}[\d,.]+[万亿]*元[、，和]")


def group_at(passage: Passage, found: list[Place], index: int) -> list[Place]:
    """The places that stand in one list with `found[index]`, from it onwards."""
    group = [found[index]]
    for place in found[index + 1 :]:
        gap = passage.text[group[-1][1] : place[0]]
        together = not gap and place[1] - place[0] == 1  # 苏浙沪两省一市: no mark between
        if not together and not _JOIN_COUNTED.fullmatch(gap):
            break
        group.append(place)
    return group + _unnamed_behind(passage, group[-1], passage.end)


def _unnamed_behind(passage: Passage, last: Place, end: int) -> list[Place]:
    """西藏、新疆|、四省藏区和兵团: what goes on in the list of `last` and has no entry in the table of divisions."""
    join = _JOIN_COUNTED.match(passage.text, last[1], end)
    if join is None or "，" in join[0]:
        return []
    text, at = passage.text, join.end()
    return (smalls_at(text, at, end) if last[2][-1:] in _BELOW else []) or areas_at(text, at, end)


_BELOW = "乡镇道木村区查"


class Placed(NamedTuple):
    """Receiving places: as written, each with its code, and where they stand."""

    region: str
    regions: tuple[RegionRef, ...]
    spans: tuple[tuple[int, int], ...]


def placed(group: Sequence[Place], text: str = "") -> Placed:
    """The places of `group`; `text` is the article's, for names kept as written."""
    unique = dict.fromkeys((name, code) for _, _, name, code in group)
    region = "、".join(dict.fromkeys(_written(text, p) if text else p[2] for p in group))
    spans = tuple((a, b) for a, b, _, _ in group)
    if text and (rest := _AND_MORE.match(text, group[-1][1])):
        region, spans = text[group[0][0] : rest.end()], ((group[0][0], rest.end()),)
    return Placed(region, tuple(RegionRef(name, code) for name, code in unique), spans)


def set_places(draft: Draft, group: list[Place], text: str = "") -> None:
    """Make `group` the draft's receiving places; `text` is the article's, for names kept as written."""
    draft.region, draft.regions, draft.region_spans = placed(group, text)


_AND_MORE = re.compile(
    r"等(?:各?地(?![区委方级形处带])|(?:\d+|[二两三四五六七八九十]+)个?[^，。；、\d]{0,10}?"
    r"(?:省、自治区、直辖市|省、自治区|省、市|[省市]（[^（），。]{1,8}）|县（市、区）|县（市）|县（区）|省份|省区|城市|设区市|市州|盟市|县区|县市|区县|乡镇（街道）|乡镇|省|市|县|区|州|旗|镇|乡|村)(?![委级长财]))"
)
"""兰考、滑县、卢氏|等22个县: a class of places, of which some are named; `regions` are those."""
