"""Named places of a paragraph, as receivers: which mentions count, how they are listed, how they are written.

    黔东南州 stays as written · 湖北 is 湖北省 · 我省 the host's province · a body's name (湖北省财政厅) holds no receiver
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from kg.annotate.passage import DateMention, OrganizationMention, Passage, RegionMention
from kg.annotate.regions import by_code, written
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import CLASS_OF_PLACES
from kg.model import RegionRef

__all__ = [
    "COUNTS", "Place", "classes_at", "group_at", "last_named", "members", "places_in", "said_in", "same_kind_at", "set_places",
    "small_at", "smalls_at", "spans",
]  # fmt: skip

Place = tuple[int, int, str, str | None]
"""Start, end, full name, code."""
_JOIN = re.compile(r"\s*(?:、|和|及|与|以及|，)\s*")
_JOIN_COUNTED = re.compile(r"\s*(?:[两三四五六七八九十]+(?:省|市|县|区|州|盟|旗)(?:、|和|及|与|以及)|、|和|及|与|以及|，)\s*")
"""四川五省|及|宁波市: a list that goes on after its number."""
_LEVELS = ("省", "市", "县", "区", "州", "盟", "旗", "乡", "镇", "村", "街道", "社区", "嘎查", "苏木")
_LEVEL = re.compile(r"自治州|自治县|州|地区|盟")
_DEICTIC = re.compile(r"[我本全该此各贵你]|当地")
_SMALL = re.compile(
    r"[\u4e00-\u9fff]{1,6}?(?:(?:[\u4e00-\u9fff]族)?乡(?!镇|亲|村|友|县|区)|镇(?![镇市])|街道|苏木|林场|"
    r"农场)(?![长党政上级办企])(?:[\u4e00-\u9fff]{1,4}?(?:村|社区|嘎查)(?![民委里党支干级书两上医务集镇]))?"
    r"|[\u4e00-\u9fff]{2,5}?(?:村|社区|嘎查)(?![民委里党支干级书两上医务集镇])"
)
_NOT_SMALL = re.compile(
    r"从(?![化江])|^(?:其?他|[县市区省]乡|用于|在|向|给|对|由|把|已|每|该|到|其|本|国有|国营|集体|返乡|回乡|下乡|还乡|投向|旱区|中西部|东部|西部|中部)|"
    r"^(?:.?[一二两三四五六七八九十\d各全几个农新乡城]+(?:个)?)?(?:移民|小康|文明|后进|空心|示范|安置|搬迁|旅游|民族|生态|贫困|行政|自然|建制|美丽|示范|重点|特色|小|"
    r"中心|农|新|乡|城|山|边境|传统|古)*(?:村|镇(?!镇)|乡|社区|街道)|^(?:农村|库区|灾区|老区|山区|边区|乡村|山村|城镇|乡镇|集镇|小镇|城乡)|建设|"
    r"支持|改造|和|与|的|等|财政|中央|共有|[一两三几]个|城镇$|农村$|乡镇$|[下返回还水家老故同异他城入]乡$|(?:是|去年|今年|明年|剩余)[镇村乡]$|[滩库林牧矿]区村|传统村落?$"
)
_RESIDENCE = re.compile(r"籍|对口|驻|方言|市场|式|人民(?!政府)|话|的?[一某几两]家|校友|同乡|商会|企业家")
_COUNTED = re.compile(r"等?[两三四五六七八九十\d]+个?(?:省|市|县|区|州|盟|旗|地)")
"""成都、德阳、绵阳|三市受灾家庭: what follows the number belongs to all of them, and is no body of the last."""


def spans(*mentions: Sequence[DateMention | OrganizationMention | RegionMention]) -> list[tuple[int, int]]:
    """Where mentions of several kinds stand, in reading order."""
    return sorted((m.start, m.end) for group in mentions for m in group)


def places_in(passage: Passage, start: int, end: int, *, in_bodies: bool = False) -> list[Place]:
    """Named places in the stretch that are not part of a body's name, in reading order."""
    found: list[Place] = []
    for region in passage.regions:
        inside = start <= region.start and region.end <= end and not _RESIDENCE.match(passage.text, region.end)
        if inside and (in_bodies or not _in_body(passage, region)):
            found.append(_place(passage, region, end))
    return _nested(passage.text, found, end)


def _place(passage: Passage, region: RegionMention, limit: int) -> Place:
    """The place with its class word, where the table's short name left it outside (湘西|自治州)."""
    tail = _LEVEL.match(passage.text, region.end, limit)
    end = tail.end() if tail and not region.text.endswith(_LEVELS) else region.end
    known = by_code(region.code) if region.code and region.text != region.name else None
    return region.start, end, written(passage.state, known) if known else region.name, region.code


def _nested(text: str, found: list[Place], limit: int) -> list[Place]:
    """武汉市黄陂区, 凌云县加尤镇: a place written inside another, without a mark between, is one name."""
    joined: list[Place] = []
    for place in found:
        last = joined[-1] if joined else None
        if last and last[1] == place[0] and text[last[1] - 1] in _CONTAINS and _written(text, place)[-1:] in _CONTAINS:
            joined[-1] = (last[0], place[1], _written(text, last) + _written(text, place), place[3])
        else:
            joined.append(place)
    for i, place in enumerate(joined):
        small = small_at(text, place[1], limit) if text[place[1] - 1] in "县区旗市" else None
        if small:
            joined[i] = (place[0], small[1], _written(text, place) + small[2], None)
    return joined


_CONTAINS = "省市县区州盟旗"
_SUFFIXES = frozenset("省 市 县 区 旗 盟 自治区 地区".split())


def _in_body(passage: Passage, region: RegionMention) -> bool:
    text = passage.text
    if re.match(r"(?:省|市|县|区|州|各|本)?(?:级|本级|、|各级)*财政(?!资金|专项|扶贫|衔接|专户|账户)", text[region.end : region.end + 8]):
        return True
    if _COUNTED.match(text, region.end):
        return False
    for body in passage.organizations:
        if body.start <= region.start and region.end < body.end:
            return not (body.text.endswith("财政") and re.match(r"专项|扶贫|衔接|资金|补助|转移", text[body.end : body.end + 2]))
    return False


def _written(text: str, place: Place) -> str:
    """黔东南州 stays as written, 湖北 becomes 湖北省, 我省 the host's province."""
    written = text[place[0] : place[1]]
    if place[2] == written or (place[2].startswith(written) and place[2][len(written) :] in _SUFFIXES):
        return place[2]
    full = written.endswith(_LEVELS) and not _DEICTIC.match(written) and place[3] is not None
    if written.endswith(_LEVELS[7:]):
        return written
    return written if full and len(written) > 2 and written[:1] == place[2][:1] else place[2]


def members(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """The members of a list, each with the mark behind it.  A name (民和县, 呼和浩特市) is not cut."""
    marks = [m for m in _MARK.finditer(passage.text, start, end) if not any(r.start < m.start() < r.end for r in passage.regions)]
    cuts = [start, *(m.end() for m in marks), end]
    return [(a, b) for a, b in pairwise(cuts) if b - a > 1]


_MARK = re.compile(r"[、和及与]|以及")


def smalls_at(text: str, at: int, end: int) -> list[Place]:
    """The townships and villages listed from `at` on: 卫溪街道、新镇镇."""
    found: list[Place] = []
    while small := small_at(text, at, end):
        found.append(small)
        join = _JOIN.match(text, small[1], end)
        if join is None or "，" in join[0]:
            break
        at = join.end()
    return found


def classes_at(text: str, at: int, end: int) -> list[Place]:
    """The classes of places listed from `at` on: 中西部其他县和东部老区."""
    found: list[Place] = []
    while match := CLASS_OF_PLACES.match(text, at, end):
        found.append((match.start(), match.end(), match[0], None))
        join = _JOIN.match(text, match.end(), end)
        if join is None or "，" in join[0]:
            break
        at = join.end()
    return found


def said_in(passage: Passage, start: int, end: int) -> list[Place]:
    """安排上述三省市救灾资金, 四县|各250万元: as many places as were last named in one list; 四县 alone only where the stretch ends."""
    said = _SAID.search(passage.text, start, end) or _COUNT_ALONE.search(passage.text, start, end)
    return last_named(passage, said.start(), int(COUNTS.get(said["count"] or "", 0))) if said else []


_SAID = re.compile(
    r"(?:上述|以上|前述|这)(?P<count>[两三四五六七八九十])?个?(?:省（自治区）|省（区）|省区市|省区|省市|省份|省|市|县（市）|县|区|州|地区)(?![级委内\u4e00-\u9fff]{0,2}(?:财政|政府))"
)
_COUNT_ALONE = re.compile(r"(?<![、和与及\u4e00-\u9fff])(?P<count>[两三四五六七八九十])个?[省市县区州旗盟地]$")


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
    if len(run) != count and (count or len(run) < 2):
        return []
    found = [(a, region) for a, code in reversed(run) if (region := by_code(code))]
    return [(a, a, written(state, region), region.code) for a, region in found]


_LISTED = re.compile(r"[\u4e00-\u9fff]{2,9}?(?:、|和|及|与)|[\u4e00-\u9fff]{2,9}[\d,.]+[万亿]*元[、，和]")


_SAME_KIND = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{1,4}(?:、[\u4e00-\u9fff]{1,4})*(?:和|与|及|、)[\u4e00-\u9fff]{1,4}?)"
    r"(?P<count>[两三四五六七八九十]|\d{1,2})个?(?:[\u4e00-\u9fff]{1,6}的|[\u4e00-\u9fff]{0,3}?)(?P<kind>乡镇|镇|乡|村|街道|社区|苏木|嘎查|区|县)"
)


def same_kind_at(text: str, at: int, end: int) -> list[Place]:
    """华塘、保和两个镇, 长乐、大荆、川山三个受灾最重的乡镇: as many names as are counted, which share one class word."""
    match = _SAME_KIND.match(text, at, end)
    if match is None:
        return []
    count, names = int(COUNTS.get(match["count"], match["count"])), match["names"].split("、")
    if len(names) == count - 1:  # 华塘、保和: a name that holds 和 is not cut where the count is right without
        names[-1:] = re.split("[和与及]", names[-1], maxsplit=1)
    if len(names) != count:
        return []
    kind = "" if match["kind"] == "乡镇" else match["kind"]
    return [(at, match.end(), name if name.endswith(match["kind"]) else name + kind, None) for name in names]


COUNTS = {word: str(n) for n, word in enumerate("两三四五六七八九十", 2)}


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
        if not _JOIN_COUNTED.fullmatch(passage.text[group[-1][1] : place[0]]):
            break
        group.append(place)
    join = _JOIN.match(passage.text, group[-1][1])
    if join and "，" not in join[0] and group[-1][2][-1:] in _BELOW:
        group += smalls_at(passage.text, join.end(), passage.end)
    return group


_BELOW = "乡镇道木村区查"


def set_places(draft: Draft, group: list[Place], text: str = "") -> None:
    """Make `group` the draft's receiving places; `text` is the article's, for names kept as written."""
    unique = list(dict.fromkeys((name, code) for _, _, name, code in group))
    draft.region = "、".join(dict.fromkeys(_written(text, p) if text else p[2] for p in group))
    draft.regions = tuple(RegionRef(name, code) for name, code in unique)
    draft.region_spans = tuple((a, b) for a, b, _, _ in group)
