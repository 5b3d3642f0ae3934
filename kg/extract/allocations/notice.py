"""What a notice (关于下达…的通知) says once for all its amounts: issuing office, sign-off date, addressees, fund."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate import regions
from kg.annotate.numerals import number
from kg.annotate.passage import Passage, State
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.fund_words import title_fund
from kg.extract.allocations.unnamed import AREA_KIND, Place

__all__ = ["NoticeFacts", "fallback_date", "is_notice", "notice_of"]

_OPERATIVE = re.compile(
    r"(?:现将|现|经研究，?|决定|本次|此次)(?:提前|一次性|先行|预|批|再|追加|统筹)*(?:下达|转贷|补拨|拨付|预拨|下拨|"
    r"安排|分配|清算|追加|你们|你省|你市|你县|[^，。]{0,40}(?:下达|拨付|预拨|下拨|转贷|分配)(?:给)?你)|(?:下达|拨付|"
    r"预拨|下拨|追加)(?:给)?(?:你[省市县区厅局委单部们]|各[省市县区])"
)
_SIGNED = re.compile(
    r"(?:^|\n|[\s　])(?P<year>\d{4}|"
    r"[〇零一二三四五六七八九]{4})\s*年\s*(?P<month>[\d一二三四五六七八九十]{1,3})\s*月\s*(?P<day>[\d一二三四五六七"
    r"八九十]{1,3})\s*日\s*(?=\n|$)"
)
_ADDRESS = re.compile(
    r"(?:^|\n)\s*(?P<who>[^\n。；]{2,400}?(?:厅|局|委|委员会|财政厅（局）|（局）|单位|政府|办|部门|公司|处|学校|"
    r"中心|（委）))\s*[：:]\s*(?=\n|$)"
)
_TITLE = re.compile(
    r"关于[^\n]{0,80}(?:下达|转贷|结算|补拨|拨付|预拨|下拨|分配|安排|追加|清算)[^\n]{0,80}的?(?:通知|公告|函|公示)|"
    r"(?:安排|分配|下达)[^\n]{0,20}(?:公告|公示|通知)"
)
_CLASS = re.compile(
    r"(?:各有关|有关|各|相关)(?:省（区、市）|市（州）|市、县（市、区）|市、县（区）|县（市、区）|县（区）|区（县）|区（市、县）|市（区）|旗县区|旗县|区县|县区|市州|省、自治区、直辖市|省|市|县|区|设区市|地市|市县|"
    r"州市|盟市|市、县|地)(?=[^级])"
)
_MEMORY = "allocations.notice"


@dataclass(frozen=True, slots=True)
class NoticeFacts:
    """What holds for the operative sentence of a notice."""

    payer: str | None
    date: str | None
    places: tuple[Place, ...]
    fund: str | None


def notice_of(passage: Passage, draft: Draft) -> NoticeFacts | None:
    """The notice's facts where the draft stands in its operative sentence (现下达…), else None."""
    facts = _facts(passage)
    if facts is None or not _OPERATIVE.search(passage.text, draft.head[0], min(draft.tail[1], draft.tail[0] + 16)):
        return None
    return facts


def is_notice(state: State) -> bool:
    """Does the title say that money is handed out or made public (通知, 公告, 公示)?"""
    title = state.document.title or ""
    return bool(_TITLE.search(title) or _TITLE.search(state.article.text[:200]) or _PUBLISHED.search(state.article.text[:120]))


_PUBLISHED = re.compile(r"资金[^\n。]{0,30}(?:公告|公示|通知|情况)|(?:现将|予以)[^\n。]{0,80}(?:公告|公示)")


def fallback_date(passage: Passage, draft: Draft) -> str | None:
    """A notice's amounts without a date of their own have its sign-off date; running totals do not."""
    facts = _facts(passage)
    return facts.date if facts and not draft.cumulative and (draft.level or draft.intro or draft.action) else None


def _facts(passage: Passage) -> NoticeFacts | None:
    state = passage.state
    known = state.memory.get(_MEMORY, False)
    if known is not False:
        return known if isinstance(known, NoticeFacts) else None
    text = state.article.text
    facts = None
    if _TITLE.search(text[:400]) or _TITLE.search(state.document.title or ""):
        facts = NoticeFacts(state.host, _sign_off(state), _addressees(passage), title_fund(text))
    state.memory[_MEMORY] = facts
    return facts


def _sign_off(state: State) -> str | None:
    """The day on the last line that is only a date; else the publication date."""
    signed = list(_SIGNED.finditer(state.article.text))
    if not signed:
        return state.published
    last = signed[-1]
    values = [number(last[name]) for name in ("year", "month", "day")]
    if any(v is None for v in values):
        return state.published
    year, month, day = (int(v) for v in values if v is not None)
    return f"{year:04d}-{month:02d}-{day:02d}"


def _addressees(passage: Passage) -> tuple[Place, ...]:
    """济宁、临沂、聊城市财政局：the places addressed, or the class (有关市州)."""
    text = passage.text
    match = _ADDRESS.search(text[:1500])
    if match is None:
        return ()
    who = re.sub(r"（[^）]*）", lambda m: "，" * len(m[0]), match["who"])
    kind = _CLASS.search(match["who"])
    found: list[Place] = []
    for item in _ITEM.finditer(who):
        name = re.sub(r"(?:人民政府|财政厅|财政局|（局）|[^、，\s省市县区州团]{2,10}(?:局|厅|委|部门|办)).*$", "", item[0])
        at = match.start("who") + item.start()
        if place := _addressee(passage, name, at, at + len(item[0])):
            found.append(place)
    unique = {p[2]: p for p in found}
    if kind is None or (unique and kind[0][0] != "各"):
        return tuple(unique.values())
    every: Place = (match.start("who") + kind.start(), match.start("who") + kind.end(), kind[0], None)
    return (every, *(p for p in unique.values() if p[0] > every[0]))


_ITEM = re.compile(r"(?:(?!(?<=[省市县区州盟旗])[及和与])[^、，\s])+")
"""怀化市|及湘西自治州财政局: one addressee."""


def _addressee(passage: Passage, name: str, start: int, end: int) -> Place | None:
    """The place of one addressee: 济宁 is 济宁市; 湘西自治州; an area that no table has (雄安新区)."""
    name = name.lstrip("及和与")
    ends = name.endswith(("省", "市", "县", "区", "州", "盟", "旗"))
    shorter = re.sub(r"自治[州县旗]$", "", name)
    known = (regions.lookup(name + s, regions.context_codes(passage.state)) for s in ("", "市", "省", "县", "区") if name and not (ends and s))
    ref = next((r for r in known if r), None) or (regions.lookup(shorter) if shorter != name else None)
    if ref is None:
        return (start, end, name, None) if _AREA.fullmatch(name) else None
    region = regions.by_code(ref.code) if ref.code else None
    full = name if ends and len(name) > 2 else regions.written(passage.state, region) if region else ref.name
    return start, end, full, ref.code


_AREA = re.compile(rf"[\u4e00-\u9fff]{{2,8}}{AREA_KIND}")
