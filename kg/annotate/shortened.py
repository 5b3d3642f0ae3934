"""Names cut short in ways of their own: 基金委, 团省委, 师财务局, 州中院, 区 in a zone that is no division."""

from __future__ import annotations

import re
from bisect import bisect_right

from kg.annotate.bodies import departments, starts_with_place
from kg.annotate.divisions import candidates
from kg.annotate.embassies import embassy_at_hand, state_meant
from kg.annotate.passage import State
from kg.annotate.recall import recent
from kg.annotate.regions import by_code, context_codes, written
from kg.annotate.unlisted import NO_PLACE

__all__ = ["announcer", "group_written", "managed", "shortened", "spelled_out", "zone"]


def shortened(text: str, state: State) -> str | None:
    """The full name of a committee, a division of the Corps or a league's committee; None for other names, or where none is named."""
    if (short := _SHORT.match(text)) and (whole := _committee(short[1], state)):
        return whole + text[short.end() :]
    if (rest := text.removeprefix("当地")) != text:
        return _of_the_place(rest, state)
    if _OUTPOST.fullmatch(text) and (whole := next((n for n in recent(state) if text in n[2:]), None)):
        return whole[: whole.index(text) + len(text)]
    if _DIVISION.match(text) and (division := _division(state)):
        return division + text[1:]
    if (bare := _BARE_ZONE.match(text)) and (named := _zone_named(bare[0], state)):
        return named + text[bare.end() :]
    if text.startswith("地区") and (home := _prefecture(state)):
        return home + text[2:]
    if text.startswith("地委") and (prefecture := _PREFECTURE.search(state.article.text)):
        return prefecture["name"] + text
    return _league(text, state) if _LEAGUE.match(text) else _embassy_or_court(text, state)


def _embassy_or_court(text: str, state: State) -> str | None:
    """菲|副总统, 使馆|临时代办, 市中院: what the text has named in full."""
    if text in _EMBASSY:
        return embassy_at_hand(state, "领" in text)
    if len(text) == 1:
        return state_meant(text, state)
    if text.startswith(("市中院", "市中级")) and (court := next((n for n in recent(state) if n.endswith("市中级人民法院")), None)):
        return court + _COURT.sub("", text)
    return None


_EMBASSY = ("大使馆", "使馆", "总领事馆", "总领馆", "领事馆", "领馆")
_COURT = re.compile("^市中(?:院|级(?:人民)?法院)")
"""市中院 in a text of 宁波市中级人民法院, whatever city else it has named."""


_PREFECTURE = re.compile(r"(?<![\u4e00-\u9fff])(?:中共)?(?:[原经在由]|省委、)?(?P<name>[\u4e00-\u9fff]{2,4})(?=地委)")
"""昌都|地委, which is no 地区 of today."""
_REGION = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,3})地区(?=行署|[\u4e00-\u9fff]{1,8}[局委处办]|行政公署)")


def _prefecture(state: State) -> str | None:
    """地区财政局 in a text that has named 昌都地区: the prefecture of the name, of today or not; None where two are named."""
    kept = state.memory.get("prefecture")
    if kept is None:
        found = (m["name"][at:] for m in _REGION.finditer(state.article.text) for at in (0, 1))
        names = sorted({name for name in found if len(name) > 1 and any(candidates(name + end) for end in ("地区", "市", ""))})
        kept = state.memory["prefecture"] = names[0] + "地区" if len(names) == 1 else ""
    return str(kept) or None


_OUTPOST = re.compile("特派办|专员办|监管局|办事处")
"""特派办 behind 审计署昆明特派办审计组 is that office."""


def _of_the_place(name: str, state: State) -> str | None:
    """当地财政局: of the county or city named last."""
    region = next((r for code in context_codes(state) if (r := by_code(code))), None)
    return written(state, region) + name if region and region.level > 1 and name in departments() else None


_SHORT = re.compile(r"([\u4e00-\u9fff]{2,6})委(?!员)")


def _committee(short: str, state: State) -> str | None:
    """基金委 → 国家自然科学基金委员会, where the document names it."""
    names = [*([state.host] if state.host else []), *recent(state)]
    return next((name for name in names if name.endswith(short + "委员会")), None)


_DIVISION = re.compile(r"师(?=市?党委|总医院|[财发农林水人司审住交教卫工商民公应国][\u4e00-\u9fff]{0,8}[局委办科])")
_DIVISION_NAME = re.compile(r"(?:新疆生产建设兵团)?(?:第|农)[一二三四五六七八九十]{1,3}师")


def _division(state: State) -> str | None:
    """师财务局 in a text of the Corps: the division that the text names first."""
    found = _DIVISION_NAME.search(state.article.text)
    return found[0] if found else None


_LEAGUE = re.compile(r"团(省|市|县|区|州)委(?=$|[\u4e00-\u9fff])")


def _league(text: str, state: State) -> str | None:
    """团省委 → 共青团湖南省委, where the document names it."""
    found = re.search(rf"共青团[\u4e00-\u9fff]{{2,8}}?{text[1:3]}", state.article.text)
    return found[0] + text[3:] if found else None


_WHOLE = {
    "政府新闻办": "人民政府新闻办公室",
    "政府办": "人民政府办公室",
    "中院": "中级人民法院",
    "高院": "高级人民法院",
    "法院": "人民法院",
    "检察院": "人民检察院",
    "疾控中心": "疾病预防控制中心",
    "残联": "残疾人联合会",
    "防指": "防汛抗旱指挥部",
    "防总": "防汛抗旱总指挥部",
}
_CLIPPED = re.compile(r"(?<=[省市县区州盟旗师])(?:政府新闻办(?!公)|政府办(?!公)|中院|高院|法院|检察院|疾控中心|残联|防指|防总)(?=$|[\u4e00-\u9fff]{2,12}$)")


def spelled_out(name: str, text: str) -> str:
    """江北市中院 → 江北市中级人民法院, where the text has that name as well."""
    found = _CLIPPED.search(name)
    whole = name[: found.start()] + _WHOLE[found[0]] if found else ""
    named = found and (whole in text or name[found.start() - 1] + _WHOLE[found[0]] in text)
    return whole + name[found.end() :] if found and named else name


_ZONE = re.compile(r"[\u4e00-\u9fff]{2,14}?(?:新区|开发区|高新区|实验区|示范区|合作区|度假区|园区)")


def zone(noun: str, state: State) -> str | None:
    """区财政局 in a text of a zone that is no division: the zone that the host or the title is of."""
    for name in (state.host or "", state.document.title or "", *recent(state, 6)) if noun == "区" else ():
        if (found := _ZONE.match(name)) and not name.startswith(("政协", "人大")):
            place = starts_with_place(found[0])
            return found[0][len(place) :] if place and place.endswith(("省", "自治区")) else found[0]
    return None


_BARE_ZONE = re.compile(r"(?:开发区|高新区|经开区|新区|保税区|度假区|示范区|园区)(?=$|[党工管财委纪招投社经建城住][\u4e00-\u9fff])")


def _zone_named(noun: str, state: State) -> str | None:
    """新区管委会 in a text that has named 望江新区: the zone of that kind that it names twice, the last one before the cursor."""
    zones = state.memory.get(f"zones {noun}")
    if zones is None:
        zones = state.memory[f"zones {noun}"] = _zones(noun, state.article.text)
    assert isinstance(zones, list)
    at = bisect_right(zones, (state.cursor, chr(0x10FFFF)))
    return str(zones[at - 1][1]) if at else None


def _zones(noun: str, text: str) -> list[tuple[int, str]]:
    """Where each zone of the kind that the text names more than once ends, and its name, in reading order."""
    kind = "(?:工业|产业|科技|物流)?园区?" if noun == "园区" else noun
    pattern = rf"(?<![\u4e00-\u9fff])(?:[^，。；：\n]{{0,12}}[在到赴户])?(?P<name>[\u4e00-\u9fff]{{2,6}}?){kind}"
    found = [m for m in re.finditer(pattern, text) if not NO_PLACE.search(m["name"])]
    names = [(m.end(), m[0][m.start("name") - m.start() :]) for m in found]
    often = {name for name in {name for _, name in names} if text.count(name) > 1}
    return [(end, name) for end, name in names if name in often]


_MANAGES = re.compile(r"(?:管委会|管理委员会|管理[局处所站]|管理中心|管护站|管护所)(?=$|[\u4e00-\u9fff]{2,10}[局处科股室所站办])")
_MANAGED = re.compile(r"(?:水库|灌区|保护区|公园|景区|风景区|度假区|开发区|高新区|经开区|新区|产业园|工业园|园区|集中区|保税区)$")


def managed(rest: str, state: State) -> str | None:
    """龙潭水库…。管理所所长A: the office that manages what the text has just named."""
    kind = _MANAGES.match(rest)
    named = next((name for name in recent(state, 6) if _MANAGED.search(name)), None) if kind else None
    return named + rest if kind and named and not _has_own(kind[0], state) else None


def _has_own(kind: str, state: State) -> bool:
    """Does the article name an office of the kind by a name of its own (县水库管理所)? Asked once a kind."""
    kept = state.memory.setdefault("offices named", {})
    assert isinstance(kept, dict)
    if kind not in kept:
        kept[kind] = re.search(f"[^\u4e00-\u9fff的和与及、][\u4e00-\u9fff]{{2,14}}{kind}", state.article.text) is not None
    return bool(kept[kind])


_ANNOUNCES = re.compile(
    r"(?:^|[\n，。；：、”日间午晚讯 ])(?P<name>(?!公司|该公司|根据|据|其|上述|[0-9])[\u4e00-\u9fffA-Za-z]{3,10}?)(?:（[^（）\n]{2,24}）)?"
    r"(?:[今昨]日|[今昨]晚|晚间|日前|近日|也)?(?:发布|披露|发)?公告(?:称|显示|表示|，|：)"
)


def announcer(state: State) -> str | None:
    """铜峰电子发布公告称，…辞去公司董事长职务: the listed company, told by its brand, that 公司 stands for; the last before the cursor."""
    if "announcers" not in state.memory:
        text = state.article.text
        named = _ANNOUNCES.finditer(text) if "公告" in text else ()
        state.memory["announcers"] = [(m.start(), m["name"]) for m in named if not _PUBLIC.search(m["name"])]
    found = state.memory["announcers"]
    assert isinstance(found, list)
    return next((str(name) for at, name in reversed(found) if at < state.cursor), None)


_PUBLIC = re.compile("[局委厅院府部署会办校所]$|结算$|[的该此昨晚]|发布|披露|最新|随后|[当今同次]日|董事会|股东|法院|政府|银保监|人民")


_GROUP = re.compile(
    "(?:^|(?<=[，。；：、（“\n日]))(?![该本我各全某这据在对与和经从当今上下由将把]|组建|成立|企业|公司|国企|央企|多家|旗下)[\u4e00-\u9fff]{2,5}集团(?=[\u4e00-\u9fff，。、])"
)


def group_written(noun: str, state: State) -> str | None:
    """河海集团向慈善总会捐赠300万元。|集团|董事长A: the only group, which no list knows, that is named before at the head of a clause."""
    if noun != "集团":
        return None
    named = {match[0] for match in _GROUP.finditer(state.article.text, 0, min(state.cursor, len(state.article.text)))}
    return named.pop() if len(named) == 1 else None
