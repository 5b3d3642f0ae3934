"""Administrative divisions as a passage mentions them, and the one that 省, 我市 or 该县 stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, insort

from kg.annotate.divisions import Region, ancestors, by_code, candidates, choose, listed_only, lookup, matcher, tables
from kg.annotate.other_words import is_other_word
from kg.annotate.passage import Passage, RegionMention, State
from kg.annotate.provinces import abbreviated
from kg.annotate.surnames import inside_name
from kg.annotate.villages import villages

__all__ = [
    "DEICTIC",
    "Region",
    "annotate_regions",
    "by_code",
    "candidates",
    "context_codes",
    "home",
    "lookup",
    "matcher",
    "remember",
    "resolve_level",
    "written",
]
_LEVEL_OF = {"省": 1, "自治区": 1, "区": 3, "市": 2, "州": 2, "地区": 2, "盟": 2, "县": 3, "旗": 3}
DEICTIC = re.compile(r"(?:我|本|全|该|当地|这个)(自治区|省|市|州|盟|地区|县|旗|区)(?=$|[^域间段分别块位面长场民委直级])")
_WORDS = frozenset("示范县 模范县 规范县 师范县 代理县 管理县 治理县 县代县 任代县 为代县 县城区 跟随县 伴随县".split())
_OF_THE_CITY = frozenset("东区 西区 城区 郊区 矿区".split())
_HAN = re.compile("[\u4e00-\u9fff]")
"""攀枝花市|东区; the end of 江东区, no place."""
_ORDINARY = frozenset("合作 友好 前进 解放 和平 公安 富民 安居 平原 通道".split())
"""Short names of counties that are words: 签订友好合作协议 names neither 友好区 nor 合作市, 团风县公安局 no 公安县."""
_TRADES = ("路桥", "路政", "河道", "桥梁", "江海")
"""What the names of companies and offices go on with behind a place: 广西|路桥工程集团."""
_TOWN = re.compile(r"[^\W\d城乡集古小重各村市山农老新]?[乡镇]|村|街道|社区|苏木")
_WORD_AFTER = {"市": "场", "区": "域间", "县": "", "州": ""}
_MEMORY = 64
"""How many mentions back a place is remembered."""


def context_codes(state: State) -> tuple[str, ...]:
    """Codes of the places named before the cursor, nearest first, then the host's own."""
    found: dict[str, None] = {}
    before = bisect_left(state.places, (state.cursor, ""))
    for _, code in reversed(state.places[max(0, before - _MEMORY) : before]):
        found[code] = None
        if len(found) == 12:
            break
    if state.home:
        found[state.home] = None
    return tuple(found)


def remember(state: State, code: str | None, at: int) -> None:
    """Note that the place `code` is named at offset `at`."""
    if code:
        insort(state.places, (at, code))


def written(state: State, region: Region) -> str:
    """The division's name as this document writes it in full (果洛州), else the official one (苏州 is 苏州市)."""
    if region.name in state.article.text:
        return region.name
    autonomous = region.name.endswith(_AUTONOMOUS)
    short = region.short.removesuffix(region.name[-1]) + region.name[-1] if autonomous else region.name
    if autonomous and (short in state.article.text or region.level == 3):
        return short
    forms = {m for m in state.place_names.get(region.code, ()) if m[-1] in "省市县区州盟旗" and m != region.short}
    return max(sorted(forms), key=len) if forms else short


_AUTONOMOUS = ("自治州", "自治县", "自治旗")
"""阿坝州 for 阿坝藏族羌族自治州, 酉阳县 for a county, where the document has neither the full name nor another (克州)."""


def home(state: State, level: int) -> Region | None:
    """The host's place at `level` (1 province, 2 prefecture, 3 county), or None."""
    region = by_code(state.home) if state.home else None
    return next((r for r in ancestors(region) if r.level == level), None) if region else None


def resolve_level(state: State, noun: str, *, own: bool, that: bool = False) -> Region | None:
    """The 省/市/县/区 meant by a bare noun; `own` (我省, 全市) prefers the host's over the one last named, `that` (该市) the one last named.

    A directly governed city counts as 市, as does a county-level city where the host is one.
    """
    if noun not in _LEVEL_OF:
        return None
    mine = _home_noun(state, noun)
    last = next((r for c in context_codes(state) if (r := by_code(c)) and (_fits(r, noun) or _was(r, noun, state))), None)
    if that and last:
        return last
    if not own and (here := _in_list(state, noun) or (_of_paragraph(state, noun) if mine and not state.host else None)):
        return here
    if not own and noun == "区" and mine and mine.level == 1:  # 赛罕区…，区民政局 in 内蒙古
        mine = next((r for c in context_codes(state) if (r := by_code(c)) and r.level > 1 and _fits(r, noun)), mine)
    return mine or last


def _of_paragraph(state: State, noun: str) -> Region | None:
    """The 省 that the paragraph speaks of where no body speaks in the text, so that none is at home (云南昆明…。此前任省水利厅厅长)."""
    begin = state.article.text.rfind("\n", 0, state.cursor)
    named = [by_code(code) for _, code in _named_between(state, begin + 1, state.cursor)]
    found = {r for region in named if region for r in ancestors(region) if _fits(r, noun)}
    return found.pop() if len(found) == 1 else None


def _in_list(state: State, noun: str) -> Region | None:
    """武汉市市委书记、|市政协主席: the place of the level named last in the clause of the cursor."""
    text, at = state.article.text, state.cursor
    start = max(text.rfind(mark, 0, at) for mark in "，。；！？\n") + 1
    named = (by_code(code) for _, code in reversed(_named_between(state, start, at)))
    return next((r for r in named if r and _fits(r, noun)), None)


def _named_between(state: State, start: int, end: int) -> list[tuple[int, str]]:
    """`(offset, code)` of the divisions named in `[start, end)`, in reading order."""
    return state.places[bisect_left(state.places, (start, "")) : bisect_left(state.places, (end, ""))]


def _home_noun(state: State, noun: str) -> Region | None:
    guest = (state.home or "").startswith("71") and "台湾省" not in state.article.text  # 台湾艺术大学…，省台办
    region = by_code(state.home) if state.home and not guest else None
    return next((r for r in ancestors(region) if _was(r, noun, state) or _fits(r, noun)), None) if region else None


def _was(region: Region, noun: str, state: State) -> bool:
    """Does the article call the 区 of today by the name of the 县 or 市 that it was (凤翔县)?"""
    forms = state.place_names.get(region.code, ()) if noun in ("县", "市") and region.level == 3 else ()
    return any(form.endswith(noun) and (len(form) > 2 or (form != "任县" and state.home == region.code)) for form in forms)


def _fits(region: Region, noun: str) -> bool:
    if noun == "区" and region.level == 1:
        return region.name.endswith("自治区")
    if noun == "市":
        return region.name.endswith("市")
    return region.name.endswith(noun) and (noun != "区" or not region.name.endswith(("地区", "自治区")))


def _named(passage: Passage) -> list[tuple[int, int, tuple[Region, ...], bool]]:
    """Table names in the passage: start, end, candidates, whether by full name."""
    automaton, names = matcher()
    _, full, short = tables()
    text, base = passage.text, passage.start
    found: list[tuple[int, int, tuple[Region, ...], bool]] = []
    for index, a, b in automaton.find_matches_as_indexes(text[base : passage.end]):
        name = names[index]
        if name in full:
            inner = name in _OF_THE_CITY and a and _HAN.match(text[base + a - 1]) and not (found and found[-1][1] == base + a)
            if inner or text[max(0, base + a - 1) : base + b] in _WORDS or is_other_word(text, name, base + a):
                continue
            if text[base + b : base + b + 1] in _WORD_AFTER.get(name[-1], "") and text[base + b : base + b + 1]:
                continue
            found.append((base + a, base + b, full[name], True))
        elif not is_other_word(text, name, base + a):
            found.append((base + a, base + b, short[name], False))
    rare = [(m.start(), m.end(), short[m[0]], False) for m in listed_only().finditer(text, base, passage.end)]
    return sorted([*found, *(r for r in rare if not any(a < r[1] and r[0] < b for a, b, *_ in found))]) if rare else found


def annotate_regions(passage: Passage) -> None:
    """Fill `passage.regions`: table names (short county names only beside another place), small places, 我省/全市."""
    state, text = passage.state, passage.text
    named, known = _named(passage), getattr(state.memory.get("names"), "names", ())
    taken: list[RegionMention] = []
    for i, (a, b, found, is_full) in enumerate(named):
        county = not is_full and min(r.level for r in found) == 3
        if county and not _listed(text, named, i, both=text[a:b] in _ORDINARY) and not _in_full(state, text[a:b], found):
            continue
        if not is_full and (_TOWN.match(text, b) or inside_name(text, a, b, known)):
            continue  # 麻江县龙山镇, 周口|店镇, 市长孟常德
        if not is_full and text[b : b + 1] and text[b : b + 1] in "路街江河湖湾山站桥寺庙" and not text.startswith(_TRADES, b):
            continue
        state.cursor = a
        within = [*(m.code for m in taken[-1:] if m.end == a and m.code), *context_codes(state)]
        region = choose(found, within)
        name = region.name if region else (found[0].name if len({r.name for r in found}) == 1 else text[a:b])
        taken.append(RegionMention(a, b, text[a:b], name, region.code if region else None))
        remember(state, region.code if region else None, a)
        if region:
            state.place_names.setdefault(region.code, set()).add(text[a:b])
    taken += [m for m in abbreviated(passage) if not any(m.start < t.end and t.start < m.end for t in taken)]
    taken += villages(passage, taken)
    taken += _deictic(passage)
    passage.regions = _joined(sorted(taken, key=lambda m: m.start))


def _in_full(state: State, short: str, found: tuple[Region, ...]) -> bool:
    """文昌 alone, where the article has 文昌市 as well: asked once a name."""
    known = state.memory.setdefault("named in full", {})
    assert isinstance(known, dict)
    if short not in known:
        text = state.article.text
        known[short] = any(r.name in text or short + r.name[-1] in text for r in found if r.level == 3)
    return bool(known[short])


def _listed(text: str, named: list[tuple[int, int, tuple[Region, ...], bool]], i: int, *, both: bool) -> bool:
    """Does the short county name stand in a list of places (松滋、|公安|、监利: a word, between `both`), or right after its parent?"""
    a, b = named[i][0], named[i][1]
    before = i > 0 and (_under(named[i][2], named[i - 1][2]) if named[i - 1][1] == a else text[named[i - 1][1] : a] in ("、", "和", "及", "与"))
    after = i + 1 < len(named) and text[b : named[i + 1][0]] in ("、", "和", "及", "与")
    return (before and after) if both else (before or after)


def _under(inner: tuple[Region, ...], outer: tuple[Region, ...]) -> bool:
    """Does a place of the one name lie in one of the other (甘肃|通渭; not 岑溪|古城|墙)?"""
    return any(parent in ancestors(region) for region in inner for parent in outer)


def _deictic(passage: Passage) -> list[RegionMention]:
    found = []
    for match in DEICTIC.finditer(passage.text, passage.start, passage.end):
        passage.state.cursor = match.start()
        region = _named_in_sentence(passage, match) or resolve_level(passage.state, match[1], own=match[0][0] in "我本全", that=match[0][0] == "该")
        if region:
            found.append(RegionMention(match.start(), match.end(), match[0], region.name, region.code))
    return found


def _named_in_sentence(passage: Passage, match: re.Match[str]) -> Region | None:
    """福建省民政厅表示，…全省共接收…: all of the place that the sentence is about, whoever the host is."""
    if match[0][0] != "全":
        return None
    start = passage.segment_of(match.start())[0]
    named = [r for _, code in _named_between(passage.state, start, match.start()) if (r := by_code(code)) and _fits(r, match[1])]
    return named[0] if len({r.code for r in named}) == 1 else None


def _joined(mentions: list[RegionMention]) -> list[RegionMention]:
    """Neighbours made one: 四川省道孚县 is 道孚县; 西江镇 + 白水村 keep both names; overlaps go to the first."""
    joined: list[RegionMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last and mention.start < last.end:
            continue
        if last and last.end == mention.start:
            inside = mention.code is None or (last.code is not None and mention.code[:2] == last.code[:2])
            if inside:
                name = mention.name if mention.code or last.code else last.name + mention.name
                joined[-1] = RegionMention(last.start, mention.end, last.text + mention.text, name, mention.code)
                continue
        joined.append(mention)
    return joined
