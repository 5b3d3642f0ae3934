"""The host: the body that speaks in a document, and its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.annotate import regions
from kg.annotate.alternation import at_a_glance
from kg.annotate.bodies import central, ends_a_body, path
from kg.annotate.boundaries import is_plain_name
from kg.annotate.other_words import is_other_word
from kg.annotate.passage import State
from kg.annotate.roles import find_roles
from kg.annotate.surnames import inside_name
from kg.annotate.titled import in_full

__all__ = ["find_host"]

_BODY = r"[\u4e00-\u9fff“”]{2,30}?"
_TITLE_HEAD = re.compile(
    rf"^(?:中共)?({_BODY})(?:[：:]|关于|召开|举行|举办|印发|下达|部署|开展|组织|任免|人事任免|人事|干部任前|表决|大事记|院史|校史|局史|常务会议|机构|领导(?:班子|名单|简介|信息|同志|成员)|领导(?:工作)?分工|工作分工|班子成员|全体会议|党组会议|新闻发布会|发布|通报|公布|启动|连夜|紧急|多措并举|积极|全力|"
    rf"扎实|持续|[0-9〇一二三四五六七八九十]{{2,4}}年|第[一二三四五六七八九十百0-9]+届|决定|公告|通知|任命|免去|拨付|预拨|安排|推进|强化|加强|"
    rf"坚持|落实|优化|创新|大力|深入|认真|切实|着力)"
)
_SIGN_OFF = re.compile(
    r"(?:^|\n)[ ]*([\u4e00-\u9fff ]{3,40})[ ]*\n[ ]*(?:\d{4}|"
    r"[〇一二三四五六七八九十]{4})年\d{0,2}[〇一二三四五六七八九十]{0,3}月\d{0,2}[〇一二三四五六七八九十]{0,3}日[ ]*(?:\n|$)"
)
_GUEST = re.compile("来(?:我)?[校院局县市区司行厅所站]|[来到赴莅]我[校院局县市区司行厅省所站]|来访|莅临|一行")
"""某大学校长来我校访问: who comes is not who speaks."""
_VISITS = re.compile(
    "[\u4e00-\u9fff]{2,12}(?P<kind>大学|学院|医院|公司|集团)[\u4e00-\u9fff]{0,14}(?:访问|到访|回访|做客|走进)(?P<whom>[\u4e00-\u9fff]{2,14}(?P=kind))"
    "(?:交流|调研|考察|讲学|座谈|参观|作报告|作讲座)*"
)
"""甲大学校长访问|乙大学: who is visited speaks."""
_RUNS_ON = re.compile(r"会[议上]|场新|政府采|站长")
"""A word that begins with what looks like the end of a body (常务会|议)."""
_SUPPLIED = re.compile(r"（([\u4e00-\u9fff]{4,24}?)(?:供稿|提供|整理|编写|编)）")
_INSTITUTION = re.compile(r"(?:大学|学院|医院|公司|集团|基金会|银行|[分支]行|(?:开发|高新|新)区(?:管委会|管理委员会))$")
_CONGRESS = re.compile(r"第[一二三四五六七八九十]+次(?:会员|团员|妇女|归侨侨眷)?代表大会$")
"""某红十字会|第六次会员代表大会: the body speaks, not its congress."""
_SESSION = re.compile(r"第?[一二三四五六七八九十]+届")
_SUBTITLE = re.compile(r"\n *——(?:访|记|来自|对话)?([^\n]{4,40})")
_NEWS = re.compile(r"召开|举行|举办|开展|部署|要求|强调|推进会$|会议$|关于|调研|启动|出台|印发")
_OF_A_CLASS = re.compile("三甲|三级甲等|重点[大中小]学|[来到赴进][校院厂村](?!集|寨|庄|屯)")
"""山城三甲医院, 教育厅专家组来校评估实验教学中心: what is no name of a body, though it ends as one does."""
_OF_OTHERS = re.compile("(?:大学|学院)校.$|(?:党委|党组|党总支|党支部)[书副委成].?$")
"""大学校|友, 集团党委|书记: the head of another word, or of a title."""
_STARTS = re.compile(r"^[\u4e00-\u9fff]{2,9}?(?:省|自治区|市|州|地区|盟|县|区|旗)")
_OF_PLACE = re.compile(r"(?:我|本|全(?!国)|省|市|州|县|区)")


def find_host(state: State) -> None:
    """Set `state.host` and `state.host_region` from publisher, title, sign-off, credits and first words, in that order."""
    text = state.article.text
    document = state.document
    title = _own_title(state)
    candidates = [
        _body(document.publisher or ""),
        _from_title(title),
        _from_title(text.lstrip().split("\n", 1)[0]),
        _from_title(_subtitle(text)),
        _from_sign_off(text),
        _from_credit(text),
    ]
    state.host = next((c for c in candidates if c and not _cut_short(c, text)), None)
    place = _place(state.host or "") or _place_titled(title) or _first_place(title) or _dateline(text[:400])
    place = place or _first_place(text[:400]) or _first_place(text)
    place = _county(text, place) if place else None
    if place:
        state.home = place.code
        state.host_region = place.name
    if state.host:
        state.host = _SESSION.sub("", _CONGRESS.sub("", state.host))
        state.host = in_full(state.host, text)
    _note_team(state, title)
    if state.host and place and _OF_PLACE.match(state.host):
        state.host = place.name + state.host[1:]
    whole = (state.host or "").replace("医院", "人民医院") if (state.host or "").endswith(("县医院", "市医院", "区医院", "州医院")) else ""
    state.host = whole if whole and whole in text else state.host


def _cut_short(name: str, text: str) -> bool:
    """某集团, or 供电公司 where the text goes on to name 福鼎市供电公司: no name of who speaks; nor is the paper of 陇南日报宕昌讯."""
    if name.startswith("某") or (name.endswith("报") and _DATELINE.search(text[:60])):
        return True
    if len(name) <= 4 and name.endswith(("公司", "集团")) and text.count(name) == 1:
        return not _place(name)
    return not _place(name) and len(name) <= 6 and bool(re.search(f"[\u4e00-\u9fff][省市县区州旗]{name}", text))


def _place_titled(title: str) -> regions.Region | None:
    """剑阁：山里娃坐上了公交化校车: the short name of a county that heads the title; no other place has the name."""
    head, colon, _ = title.replace(":", "：").partition("：")
    found = regions.candidates(head.strip()) if colon and len(head) <= 4 else ()
    return found[0] if len(found) == 1 else None


_TEAM = re.compile(
    r"(?:成立|调整|设立|组建|印发|召开)((?:全|我|本)?[\u4e00-\u9fff“”]{4,40}?(?:领导小组|协调小组|专班|指挥部|联席会议|筹备组))"
)


def _note_team(state: State, title: str) -> None:
    """Remember the temporary body that the title is about: 关于调整县某工作领导小组的通知."""
    found = _TEAM.search(title or state.article.text.lstrip().split("\n", 1)[0])
    if not found:
        return
    name, place = found[1], state.host_region or ""
    level = name[1:] if name[0] in "全我本" else name
    name = place + level[1:] if place and place.endswith(level[0]) else name
    state.bodies.append((0, name))


def _subtitle(text: str) -> str:
    """——访某局局长, ——某医院见闻: the body under the headline."""
    found = _SUBTITLE.search(text[:200])
    return found[1] if found else ""


def _own_title(state: State) -> str:
    """The document's title, unless the article is one of several and not the one that it heads."""
    title = (state.document.title or "").strip()
    if state.article.pieces and title[:8] not in state.article.raw[:400]:
        return ""
    return title


def _body(name: str) -> str | None:
    """`name` where it is the name of a public body: a central one, or one that begins with a place."""
    name = name.strip().replace(" ", "").removeprefix("中共")
    if not is_plain_name(name) or find_roles(name, 0, len(name)) or _NEWS.search(name) or _OF_A_CLASS.search(name):
        return None
    if name in central() or (ends_a_body(name) and _stands_alone(name)):
        return name
    return None


def _stands_alone(name: str) -> bool:
    """Does the name begin with a place, pass through a central body, or name an institution (塔里木大学)?"""
    return bool(_place(name) or (len(name) > 2 and _INSTITUTION.search(name))) or any(step in central() for step in path(name))


def _from_title(title: str) -> str | None:
    first, _, second = title.partition(" ")
    if _body(first) and _from_title(second):
        return _body(first)  # 财政部 水利部下达…: of two that speak, the first
    folded = title.replace(" ", "")
    match = _TITLE_HEAD.match(folded)
    if visit := _VISITS.fullmatch(folded):
        return _body(visit["whom"])
    if _GUEST.search(folded):
        return None
    if match and _body(match[1]):
        return _body(match[1])
    for end in range(min(len(folded), 24), 2, -1):
        head = folded[:end]
        named = ends_a_body(head) and _stands_alone(head) and folded[end : end + 1] not in ("长", "员", "门") and not _OF_OTHERS.search(folded[: end + 1])
        if (head in central() or named) and (found := _body(head)) and not _RUNS_ON.match(folded, end - 1):
            return found
    return None


def _from_sign_off(text: str) -> str | None:
    found = _SIGN_OFF.findall(text[-600:])
    return _body(found[-1].split("  ")[0].strip().split(" ")[0]) if found else None


def _from_credit(text: str) -> str | None:
    match = _SUPPLIED.search(text)
    if not match:
        return None
    steps = [s for s in path(match[1]) if _body(s)]
    return steps[0] if steps else None


def _place(name: str) -> regions.Region | None:
    """The place at the head of a body's name."""
    for end in range(min(len(name), 12), 1, -1):
        found = regions.candidates(name[:end])
        if found:
            ref = regions.lookup(name[:end])
            deeper = _place_inside(name[end:], ref.code) if ref and ref.code else None
            return deeper or (regions.by_code(ref.code) if ref and ref.code else None)
    return None


def _place_inside(rest: str, code: str) -> regions.Region | None:
    match = _STARTS.match(rest)
    if not match:
        return None
    ref = regions.lookup(match[0], [code])
    region = regions.by_code(ref.code) if ref and ref.code else None
    return region if region and region.code[:2] == code[:2] else None


_OF_COUNTY = re.compile(at_a_glance(
    r"[我全本咱]县|(?<![\u4e00-\u9fff])县(?:委|长|政府|人大|政协)|[，。、：）]县[\u4e00-\u9fff]{2,8}局"
))


def _county(text: str, place: regions.Region) -> regions.Region:
    """A text of 我县 and 县委 speaks of the county of `place` that it names most, by whatever name."""
    signs = _OF_COUNTY.findall(text)
    if place.level > 2 or len(signs) < 2 or not re.search("[我全本咱]县", text):
        return place
    inside = place.code[: 2 * place.level]
    counted: Counter[str] = Counter()
    for name, end in _places_named(text):
        for region in regions.candidates(name):
            if region.level == 3 and region.code.startswith(inside) and region.name.endswith("县") and text[end : end + 1] not in "镇乡":
                counted[region.code] += 3 if name == region.name else 1
    best = max(sorted(counted), key=lambda code: counted[code], default=None)
    return (regions.by_code(best) if best else None) or place


_DATELINE = re.compile(r"(?:[日晚早晨商时]报|都市报|新闻网|在线|本报)(?P<place>[\u4e00-\u9fff]{2,6}?)(?:[0-9]{1,2}月[0-9]{1,2}日)?(?:讯|电)(?=[（\s]|$)")


def _dateline(text: str) -> regions.Region | None:
    """苏州日报昆山讯（记者…）: where the news is from, not where the paper is."""
    found = _DATELINE.search(text)
    named = regions.candidates(found["place"]) if found else ()
    return named[0] if len(named) == 1 else None


_ELSEWHERE = re.compile(r"特派办|特派员|专员办|监管局|[\u4e00-\u9fff]{0,3}(?<![责持军家等病亲])人[，；。]")
"""审计署昆明|特派办 is where an office of the nation sits, 江西|上饶人 where somebody was born: not what the text is about."""


def _first_place(text: str) -> regions.Region | None:
    """The first place named in full, or a province or city by its short name, that is not ambiguous."""
    for name, _ in _places_named(text):
        found = regions.candidates(name)
        ref = regions.lookup(name)
        region = regions.by_code(ref.code) if ref and ref.code else None
        if region and (name == region.name or min(r.level for r in found) < 3):
            return region
    return None


def _places_named(text: str) -> Iterator[tuple[str, int]]:
    """The names of places in the text, and where each ends; words and persons' names that look like one are none."""
    automaton, names = regions.matcher()
    for index, at, _ in automaton.find_matches_as_indexes(text):
        end = at + len(names[index])
        if not (is_other_word(text, names[index], at) or inside_name(text, at, end) or _ELSEWHERE.match(text, end)):
            yield names[index], end
