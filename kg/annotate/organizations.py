"""Organizations: where a body's name begins and ends, and who 部, 该局, 我省 or 省财政厅 is.

A body's name is the fullest that the document itself gives: deictics are replaced (本司 → 财政部社会保障司,
省发展改革委 → 河北省发展改革委); nothing is looked up outside.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import rjieba
from ahocorasick_rs import AhoCorasick, MatchKind

from kg.annotate import regions
from kg.annotate.lexicon import ORG_CUT_WORDS, ORG_SUFFIXES, ORG_VERBS
from kg.annotate.passage import OrganizationMention, Passage, State

__all__ = ["annotate_organizations", "central", "known", "note", "organization_before", "path", "resolve"]

_ALTERNATIVES = "|".join(sorted(ORG_SUFFIXES, key=len, reverse=True))
ENDS = re.compile(f"(?:{_ALTERNATIVES})$")
_CONTAINERS = re.compile(
    r"(?:委员会|办公厅|办公室|领导小组|指挥部|管委会|常委会|人民政府|政府|行署|总局|分局|总署|总行|分行|支行|银行|集团公司|集团|公司|研究院|科学院|学院|大学|学校|医院|"
    r"法院|检察院|总会|联社|总队|支队|大队|工作队|工作组|研究所|中心|部|委|厅|局|署|司|处|科|院|校|社|站|所|人大|政协)"
)
_OWN = re.compile(r"^(我|本|该|此|全)(?=[省市县区州盟旗地部厅局司委署院处科股庭系馆办校行社集公医学大中支总站所馆会村镇乡街队自])")
_PLACE = re.compile(r"^(自治区|省|市|州(?!委员)|盟|地区|县|旗|区)(?!场|政工程|域|间)")
_SMALL = re.compile(r"^(?:村|镇|乡|街道|社区)")
_BODY = re.compile(
    r"^(领导小组|工作领导小组|联席会议|合作社|指挥部|工作队|工作组|专班|支队|总队|大队|检察院|法院|办公室|办公厅|委员会|管委会|常委会|中心|集团|公司|医院|学院|大学|学校|银行|协会|"
    r"部|厅|局|司|委|署|院|处|科|股|庭|系|校|行|社|站|所|馆|会)"
)
_PARTY_UNIT = re.compile(r"^(?:组织部|宣传部|统战部|政法委|政研室|党校|编办|秘书处|老干部局|网信办|机构编制委员会办公室|纪委|改革办|财经办|农办|台办|直属机关工委)")
_NOT_SUBUNIT = re.compile(r"大学|学院(?!.*处)|公司|集团|银行|医院|协会|学会|基金会|法院|检察院|人民政府|委员会$|总局$|报社|电视台")
_SUBUNIT = re.compile(r"(?:司|处|科|股|室|中心|办公室|办公厅|办|队|站|所|组|支部|小组|局|部|室|专班|院|总支|党委|党组|工会|团委)$")
_REGION_PREFIX = re.compile(r"^[\u4e00-\u9fff]{2,9}?(?:省|自治区|市|州|盟|地区|县|旗|区)")


@cache
def central() -> dict[str, str]:
    """Central bodies: every name they go by → the full one.  Source: ontology/organizations.ttl."""
    names: dict[str, str] = {}
    for line in (files("kg.annotate") / "data" / "organizations.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "name\t")):
            name, short, *_ = line.split("\t")
            for alias in (name, *filter(None, short.split("|"))):
                names.setdefault(alias, name)
    return names


@cache
def _central_matcher() -> tuple[AhoCorasick, list[str]]:
    names = sorted(n for n in central() if len(n) >= 3)
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def known(name: str) -> bool:
    """Is `name` a central body, or one that begins with a place or a central body?"""
    return name in central() or bool(_independent(name))


def _independent(name: str) -> bool:
    """Does the name stand on its own: begins with a place or a national word, or is a company or school?"""
    if name.startswith(("中国", "国家", "中央", "全国", "中共", "最高", "国务院", "世界", "联合国", "国网", "中华", "人民银行", "国际")):
        return True
    if any(name.startswith(c) for c in _central_prefixes(name)):
        return True
    return bool(_starts_with_place(name)) or bool(_NOT_SUBUNIT.search(name) and len(name) > 4)


def _central_prefixes(name: str) -> Iterator[str]:
    return (name[:n] for n in range(3, min(len(name), 16) + 1) if name[:n] in central())


def _starts_with_place(name: str) -> str | None:
    """The longest place that `name` begins with, or None."""
    for n in range(min(len(name), 12), 1, -1):
        if regions.candidates(name[:n]):
            return name[:n]
    match = _REGION_PREFIX.match(name)
    return match[0] if match and len(match[0]) > 2 and regions.candidates(match[0]) else None


def path(name: str) -> list[str]:
    """The bodies that a full name passes through, the widest first: 财政部, 财政部国库司, 财政部国库司审核一处."""
    ends = [m.end() for m in _CONTAINERS.finditer(name)]
    found = [name[:e] for e in ends if e >= 3 and (e == len(name) or _splits(name, e))]
    if not found or found[-1] != name:
        found.append(name)
    return found


def _splits(name: str, at: int) -> bool:
    """May a body end at `at` inside `name`?  财政部|国库司 yes, 外交部长 no, 中国科学院|院士 no, 公安部门 no."""
    head, tail = name[:at], name[at:]
    if head.endswith(("内部", "外部", "干部", "全部")):
        return False
    if head in central():
        return not tail.startswith("门")
    return bool(ENDS.search(tail)) and len(tail) >= 2 and not tail.startswith(("门", "长", "员会", "署"))


def note(state: State, name: str, at: int) -> None:
    """Remember that a body is named in full at offset `at`; its place counts as named there too."""
    if len(name) < 3:
        return
    insort(state.bodies, (at, name))
    place = _starts_with_place(name)
    ref = regions.lookup(place, regions.context_codes(state)) if place else None
    regions.remember(state, ref.code if ref else None, at)


def recent(state: State, most: int = 40) -> list[str]:
    """Bodies named before the cursor, the last one first, each once."""
    found: dict[str, None] = {}
    for at, name in reversed(state.bodies):
        if at < state.cursor:
            found[name] = None
            if len(found) == most:
                break
    return list(found)


def _ending(noun: str, name: str) -> str | None:
    """The body on the path of `name` that 部, 厅, 中心 … may stand for."""
    if noun in ("集团", "公司") and noun in name and name.endswith(("公司", "集团")):
        return name
    for step in reversed(path(name)):
        if step.endswith(noun) and len(step) > len(noun):
            return step
        if noun == "常委会" and step.endswith(("常务委员会", "常委会")):
            return step
        if noun == "校" and step.endswith(("大学", "学院", "学校", "中学", "小学", "党校")):
            return step
        if noun == "委员会" and step.endswith("常委会"):
            return step
        if noun == "委" and step.endswith(("委员会", "委")) and len(step) > 2:
            return step
        if noun in ("局", "署", "行", "部") and step.endswith(noun):
            return step
    return None


def nearby(nouns: tuple[str, ...], state: State, since: int) -> str | None:
    """The body named last between `since` and the cursor whose own name ends with one of the nouns."""
    for at, name in reversed(state.bodies):
        if since <= at < state.cursor and name.endswith(nouns):
            return name
    return None


def referent(noun: str, state: State, *, prefer_host: bool = True) -> str | None:
    """The body that a bare noun (部, 厅, 中心, 领导小组) refers to: the host's, else the one last named."""
    hosts = [state.host] if state.host else []
    for name in [*hosts, *recent(state)] if prefer_host else [*recent(state), *hosts]:
        step = _ending(noun, name)
        if step:
            return step
    return None


def resolve(text: str, state: State) -> str:
    """The full name, in this document, of a body or place as written; the text itself where nothing is known.

    省财政 → 湖北省财政; 我省 → 湖北省; 该局/本司 → the full name; 审核一处 → 财政部国库司审核一处.
    """
    text = text.replace(" ", "")
    if text.startswith("驻") and len(text) > 3:
        return "驻" + resolve(text[1:], state)
    own = _OWN.match(text)
    rest = text[own.end() :] if own else text
    prefer_host = not own or own[1] in "我本全"
    place = _PLACE.match(rest)
    if not own and (rest in central() or (not place and _independent(rest))):
        return _fuller(rest, state)
    if place and not _BODY_EXCEPTION.match(rest):
        region = regions.resolve_level(state, place[1], own=prefer_host)
        return regions.written(state, region) + rest[place.end() :] if region else rest
    if _SMALL.match(rest):
        return _small(rest, state)
    body = _BODY.match(rest)
    if body:
        whole = referent(body[1], state, prefer_host=prefer_host and body[1] != "办公室")
        if whole:
            return whole + rest[body.end() :]
    return _fuller(rest, state) if own else _under_host(rest, state)


_BODY_EXCEPTION = re.compile(r"^(?:区块链|市场监管总局|州委员)")


def _small(rest: str, state: State) -> str:
    """村委会 → 达果村村委会, from the village last named."""
    noun = _SMALL.match(rest)
    assert noun
    last = village(noun[0], state)
    if last is None:
        return rest
    return last + rest if rest[noun.end() :].startswith(("委会", "支部", "委")) else last + rest[noun.end() :]


def village(noun: str, state: State) -> str | None:
    """The 村, 镇, 乡 … last named before the cursor; of 西江镇白水村 the part that the noun means."""
    for at, name in reversed(state.villages):
        if at < state.cursor:
            for end in range(len(name), 1, -1):
                if name[:end].endswith(noun):
                    start = max((name.rfind(mark, 0, end - 1) + len(mark) for mark in "镇乡道" if mark in name[: end - 1]), default=0)
                    return name[start:end] if end - start > 1 else name[:end]
    return None


def _fuller(text: str, state: State) -> str:
    """The longest name in the document that ends with `text`, if it only adds what stands above it."""
    for name in recent(state):
        if name.endswith(text) and name != text and (name[: -len(text)] in path(name) or len(name) - len(text) <= 3):
            return name
    return text


def _under_host(text: str, state: State) -> str:
    """A unit without a parent: the parent's that the document gives, the committee's, else the host's."""
    full = _fuller(text, state)
    if full != text:
        return full
    if _PARTY_UNIT.match(text):
        committee = next((n for n in recent(state) if n.endswith(("省委", "市委", "县委", "区委", "州委", "中共中央"))), None)
        if committee:
            return committee + text
    if not _SUBUNIT.search(text) or _NOT_SUBUNIT.search(text):
        return text
    for name in ([state.host] if state.host else []) + recent(state, 3):
        parent = _parent_for(text, name)
        if parent and len(parent) > 2:
            return parent + text
    return text


def parent_for(text: str, name: str) -> str | None:
    """The body on the path of `name` under which a unit called `text` stands; None where none can."""
    return _parent_for(text, name)


_RANK = {"司": 2, "局": 2, "处": 3, "科": 4, "股": 5}


def _parent_for(text: str, name: str) -> str | None:
    """The step on the path of `name` under which a unit called `text` belongs: 处 under 司, 科 under 局 or 处."""
    steps = path(name)
    rank = _RANK.get(text[-1])
    if rank is None:
        return next((s for s in reversed(steps) if s in central()), steps[0] if steps else None)
    for step in reversed(steps):
        own = _RANK.get(step[-1], 0)
        if own < rank and step[-1] != text[-1] and step.endswith(("部", "委", "委员会", "厅", "局", "司", "署", "处", "院", "中心", "社", "行")):
            return step
    return None


def organization_before(passage: Passage, end: int, floor: int) -> int | None:
    """Where the body begins whose name ends at `end`, not before `floor`; None where no body ends there."""
    text = passage.text
    head = text[max(floor, end - 40) : end]
    if not head or not (ENDS.search(head) or any(m.end == end for m in passage.regions) or _DEICTIC_END.search(head)):
        return None
    start = _after_cut(passage, max(floor, end - 40), end)
    start = _from_place(passage, start, end)
    while start < end and not _HAN.match(text[start]):
        start += 1
    return start if start < end else None


_HAN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9“]")
_DEICTIC_END = re.compile(r"(?:^|[^\u4e00-\u9fff])(?:我|本|该)?(?:省|市|县|区|州|部|厅|局|司|委|处|科|村|镇|乡)$")
_SESSION = re.compile(r"第[一二三四五六七八九十0-9]+届$")
_NATIONAL = re.compile(r".*驻$|(?:中国|国家|国网|中共|全国|驻|原|人民银行|银行|总局|部|集团|南网|中石[油化])[\u4e00-\u9fff]*$")


def _after_cut(passage: Passage, start: int, end: int) -> int:
    """Behind the last word before `end` that no name of a body holds."""
    at, cut = start, start
    for word, tag in rjieba.tag(passage.text[start:end], False):
        at += len(word)
        if at < end and _cuts(passage, word, tag, at):
            cut = at
    return cut


def _cuts(passage: Passage, word: str, tag: str, end: int) -> bool:
    if word in "和与及兼":
        return _joins_bodies(passage, end - 1, end)
    if word in ORG_CUT_WORDS:
        return True
    if tag[0] == "v":
        return len(word) > 1 and word not in ORG_VERBS and word not in _name_words()
    return tag[0] in "pudryc" and word not in ("我", "本", "该", "此", "全", "总", "副", "各界", "对外", "自") and word not in _name_words()


@cache
def _name_words() -> frozenset[str]:
    """Words that names of central and local bodies are made of."""
    lines = (files("kg.annotate") / "data" / "local_bodies.tsv").read_text(encoding="utf-8").splitlines()
    names = [*central(), *(part for line in lines if not line.startswith(("#", "name")) for part in re.split(r"[\t|]", line) if part)]
    return frozenset(word for name in names for word, _ in rjieba.tag(name, False) if word not in "和与及兼对在由向")


def _joins_bodies(passage: Passage, a: int, b: int) -> bool:
    """Is the 和 at `a:b` between two bodies, rather than inside one (住房和城乡建设部)?"""
    text = passage.text
    if any(m.start == b for m in passage.regions) or ENDS.search(text[max(passage.start, a - 8) : a]):
        return True
    return text[b : b + 3] in central() or text[b : b + 2] in ("省委", "市委", "县委", "国家")


def _from_place(passage: Passage, start: int, end: int) -> int:
    """Begin at the place inside the name, unless a national body stands before it (国网河北省电力公司)."""
    text = passage.text
    inner = [m.start for m in passage.regions if start < m.start and m.end <= end]
    inner += [m.start for m in passage.organizations if start < m.start < end <= m.end]
    if not inner:
        return start
    before = text[start : min(inner)]
    if _SESSION.match(before):
        return start
    return start if _NATIONAL.match(before) or ENDS.search(before) else min(inner)


def annotate_organizations(passage: Passage) -> None:
    """Fill `passage.organizations`, and remember the bodies named in full."""
    text, state = passage.text, passage.state
    found: list[OrganizationMention] = []
    at = passage.start
    for start, stop in sorted(_starts(passage)):
        if start < at:
            continue
        end = _end_from(passage, start, stop)
        if end is None:
            continue
        written = text[start:end]
        state.cursor = start
        name = resolve(written, state)
        found.append(OrganizationMention(start, end, written, name))
        if name in central() or _independent(name):
            note(state, name, start)
        at = end
    passage.organizations = found
    for match in _FOUNDED.finditer(text, passage.start, passage.end):
        if not any(m.start < match.end(1) and match.start(1) < m.end for m in found):
            state.cursor = match.start()
            name = _founded(match[1], passage)
            found.append(OrganizationMention(match.start(1), match.end(1), match[1], name))
            note(state, name, match.start(1))
    for match in _OFFICE.finditer(text, passage.start, passage.end):
        state.cursor = match.start()
        note(state, resolve(match[1], state) + "办公室", match.start())
    for match in _COMPANY.finditer(text, passage.start, passage.end):
        begin = _company(passage, match.end(), found)
        if begin is not None:
            found.append(OrganizationMention(begin, match.end(), text[begin : match.end()], text[begin : match.end()]))
            note(state, text[begin : match.end()], begin)
    found.sort(key=lambda m: m.start)


def _starts(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where a body's name may begin: at a place, a central body, a deictic; with the end of that opening."""
    matcher, _ = _central_matcher()
    for _, a, b in matcher.find_matches_as_indexes(passage.text[passage.start : passage.end]):
        yield passage.start + a, passage.start + b
    for region in passage.regions:
        yield region.start, region.end
    for match in _DEICTIC_START.finditer(passage.text, passage.start, passage.end):
        yield match.start(), match.end()


_DEICTIC_START = re.compile(
    r"(?<![\u4e00-\u9fff])(?:我|本|该)?(?:省|市|县|区|州|自治区|地区)(?=[\u4e00-\u9fff]{1,14})|(?:我|本|该)(?:部|厅|局|司|委|院|处|中心|公司|校|行)|"
    r"(?<=[由向对和与及、据经请会同在])(?:省|市|县|区|州|自治区|地区)(?=[\u4e00-\u9fff]{1,14})|(?<![\u4e00-\u9fff])(?:部|厅|局|司)(?=[\u4e00-\u9fff]{2,12}(?:司|局|处|室|中心|办))"
)
def _founded(written: str, passage: Passage) -> str:
    """A new unit stands under the body that founds it (市财政局成立绩效管理处); a temporary body stands alone."""
    near = [name for at, name in passage.state.bodies if passage.segment_of(passage.state.cursor)[0] <= at < passage.state.cursor]
    if written[-1] in "处科股室心办" and near and not _independent(written):
        return near[-1] + written
    return resolve(written, passage.state) if _PLACE.match(written) else written


_FOUNDED = re.compile(
    r"(?:成立|设立|组建|建立|组成)(?:了)?([\u4e00-\u9fff]{2,22}?(?:领导小组|工作小组|专班|指挥部|工作组|专家组|检查组|督导组|委员会|工作队|协会|合作社|理事会|处|科|股|室|中心|办公室)(?![长员理级罚分置里内]))"
)
_OFFICE = re.compile(r"((?:领导小组|指挥部|联席会议|工作专班|专班|工作组|委员会))(?:下设|设)?办公室(?=设在|，|主任)")
_COMPANY = re.compile(r"(?:集团|公司|大学|学院|医院|银行|研究院|研究所|协会|基金会)(?![长员里内外部门楼化层])")


def _company(passage: Passage, end: int, found: list[OrganizationMention]) -> int | None:
    """Where the name of a company or school that ends at `end` begins; None where it is taken or too short."""
    if any(m.start < end <= m.end for m in found):
        return None
    low = max([passage.start, end - 24, *(m.end() for m in _MARK.finditer(passage.text, max(passage.start, end - 24), end - 1))])
    begin = organization_before(passage, end, low)
    return begin if begin is not None and end - begin >= 5 else None


_MARK = re.compile(r"[，。；：！？“”（）《》、 ·0-9]")
_BODY_TAIL = re.compile(
    rf"[\u4e00-\u9fffA-Za-z]{{0,14}}?(?:{_ALTERNATIVES}|级财政|财政)(?![长员门])(?:[\u4e00-\u9fff、]{{2,10}}?(?:司|局|处|科|室|中心|办|办公室|支队|总队|大队|分行|支行|分局)(?![长员理]))?"
)


def _end_from(passage: Passage, start: int, opening: int) -> int | None:
    """The end of the body's name that opens at `start:opening`; None where a place is only a place."""
    text = passage.text
    whole = text[start:opening]
    match = _BODY_TAIL.match(text, opening, min(passage.end, opening + 26))
    if match and _clean_tail(passage, opening, match.end()):
        return match.end()
    if whole in central():
        return opening
    own = _OWN.match(whole)
    return opening if own and _BODY.match(whole[1:]) else None


def _clean_tail(passage: Passage, start: int, end: int) -> bool:
    """Does the tail hold no word that a body's name cannot hold?"""
    return _after_cut(passage, start, end) == start
