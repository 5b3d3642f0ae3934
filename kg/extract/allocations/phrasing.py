"""Every phrase around an amount that could say what it is for, and how each was found; `purposes.py` weighs them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.passage import Passage, remembered
from kg.annotate.tables import cells
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.given import given_in
from kg.extract.allocations.governed import LABEL, governed, is_its_name
from kg.extract.allocations.lexicon import FUND_HEAD, TARGET, WORKS
from kg.extract.allocations.phrases_behind import behind, closing, own_clauses
from kg.extract.allocations.places import spans
from kg.extract.allocations.reading import own_noun
from kg.extract.allocations.recipient import named
from kg.extract.allocations.said_later import said_later
from kg.extract.allocations.subjects import subjects
from kg.extract.allocations.target import phrase_from
from kg.extract.allocations.wording import FACED

__all__ = ["phrases_around"]

_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("for", re.compile(r"(?:为了?|围绕|针对)(?P<what>(?:支持|做好|帮助|推动|推进|保障|解决|应对|加快|落实|进一步|确保|缓解|促进|加强|切实|妥善).*)")),
    ("focus", re.compile(r"(?:聚焦|围绕|着眼于?|瞄准|紧盯|立足)(?P<what>.{3,40}?)(?:领域|方面)?")),
    ("aimed", re.compile(rf"(?!为|围绕|针对|作为)(?:{TARGET.pattern})(?P<what>.{{2,}})")),
    ("given", re.compile(r"[^，。]{0,24}?(?:向|给予?|替|(?<![作列成称视认])为)(?P<what>[^，。向给对]{2,30})")),
    ("treated", re.compile(r"[^，。]{0,8}?对(?![外口])(?P<what>[^，。；：]{3,30})")),
    ("treated", re.compile(r"[^，。]{0,12}?[把将](?P<what>[^，。；：]{2,40}?)(?:作为|当作|列[为入]|纳入|摆在|摆上|放在|放到)"
     r"(?![^，]*(?:试点|示范|名录|名单|[村县镇乡点户](?![\u4e00-\u9fff]))|重点$)[^，。；：]{2,16}")),
    ("field", re.compile(r".*?(?:在|对|向)(?P<what>[^，。；在对向]{2,20}?)(?:方面|领域|上(?=累计|一?共|先后|已|[投花用又]|$)).*")),
    ("field", re.compile(rf"(?:{LABEL})?(?P<what>[^，。；：]{{4,20}}?)方面")),
    ("plan", re.compile(r".*?(?:计划|将|拟|打算|(?<![公总])共|累计|先后|[年月]来|在我[省市县区州地]{1,2})[^，。]{0,12}?"
     r"(?P<what>(?:改造|建设|修建|新建|重建|整治|治理|扩建|完成|实施|开展)[^，。]{2,30})")),
    ("founded", re.compile(r"[^，。]{0,16}?(?:合资|联合|共同|计划|启动|签约|采用[^，。]{2,8}模式)(?P<what>(?:组建|新建|建设|改造|打造)[^，。]{2,30})")),
    ("topic", re.compile(rf"(?P<what>.{{2,40}}?{WORKS})(?:[^，。；：项工]{{0,4}}[\d一二三四五六七八九十]+[座个处项次条公里]*)?(?:，|.{{0,16}}$)")),
    ("topic", re.compile(r"(?P<what>.{2,40}?)(?:已?于|在)?(?:\d{4}年|[去今明前]年)?(?:\d+月)?(?:\d+日|年?[底初]|[上中下]旬)?"
     r"(?:同时|正式|全面|集中|相继|陆续)?(?:动工|开工|竣工|完工|开建)(?:建设)?")),
    ("led", re.compile(rf"(?!为|围绕|针对).*?(?:用于|支持|投向|保障|投入)(?P<what>(?:(?!{FUND_HEAD.pattern}).){{3,30}})$")),
    ("inner", re.compile(rf".*?(?:用于|支持)(?P<what>.{{2,48}}?)的?(?:贷款|专项|补助|(?:福利|体育)?彩票)?{FUND_HEAD.pattern}.*")),
    ("clause", re.compile(r"(?P<what>.{3,40})")),
)  # fmt: skip
_OPENING = re.compile(
    r"^(?:(?<=[该本])[省市县区镇村乡州旗]对|[^的]{0,12}新?开工的|[^的]{0,12}实施的|的|，|、|全[国省市县区州]|我[省市县区]|[省市县区镇村]里的?|该|这个|今年|去年|其中|截至|到|目前|已|又|还|并|则|共|"
    r"\d+[.．、](?!\d)|[-—.．、 ])+"
)
_GENERIC_HEAD = re.compile(rf"(?:专项|补助|配套|财政|工作)?(?:{FUND_HEAD.pattern})$")
_LEVEL = re.compile(r"(?:中央|地方|各级|上级|本级|省|自治区|市|县|区|旗|镇|乡|村)(?:级|本级|里|两级|三级)?(?:财政)?")
"""省级3000万元: who gives is no purpose."""
_GIVEN = re.compile(r"(?:[预下调划]?拨[出付给]?|颁发|兑[付现]|办理|发[放给]?|送[去上来]?|筹[集得措]|募[集得]|调度|交付|列|支付|垫付|下达|给|作)了?$")
"""向各部队|送去慰问金: the verb and the money behind who receives."""


def phrases_around(passage: Passage, draft: Draft, head: str | None) -> Iterator[tuple[str, int, str, str | None]]:
    """`(kind, how far off, cue, phrase)` of every phrase; `head` is the noun that the amount's own words begin with (`headed`)."""
    before = draft.before
    neighbour = before if before is not None and before.segment == draft.segment else None
    follower = draft.after if draft.after is not None and draft.after.segment == draft.segment else None
    yield from behind(passage, draft)
    yield from _before(passage, draft)
    yield from _near(passage, draft)
    if follower is not None and follower.marker not in ("rest", "other"):  # 其余1亿元用于…: what is said of the rest is of it alone
        for i, (a, b) in enumerate(passage.clauses(*follower.tail)[:3]):
            if match := TARGET.match(passage.text, a, b):
                yield "later", i, match[0][-2:], phrase_from(passage, match.end(), follower.tail[1])
        yield "later rules", 0, "", None if follower.told else follower.target
        yield from closing(passage, follower)
    yield from governed(passage, draft)
    yield from subjects(passage, draft)
    yield from _labels(passage, draft)
    if head:
        yield "topic before", 0, head[:1], named(passage, head, draft.body)
    noun = _LISTING.sub("", _FINANCED.sub("", own_noun(passage.text, draft)))
    if 2 <= len(noun) <= 30 and not _LEVEL.fullmatch(noun):
        yield "noun", 0, "", noun
    if draft.fund:
        yield "fund", 0, "", _GENERIC_HEAD.sub("", draft.fund)
    yield "receiver", 0, "", draft.recipient
    yield "rules", 0, "", draft.target
    yield "purpose", 2, "用于", said_later(passage, draft)
    if draft.parent:
        yield "whole", 0, "", draft.parent.target
        yield "top", 0, "", draft.chain()[-1].target
    if before is not None and neighbour is None:
        said = next((d for d in _back(before) if d.target), before)
        yield "earlier", 0, "near" if said.paragraph == draft.paragraph else "far", said.target
    if neighbour is not None and not is_its_name(passage.text, neighbour, noun):
        yield "neighbour", 0, "", neighbour.target


def _labels(passage: Passage, draft: Draft) -> Iterator[tuple[str, int, str, str | None]]:
    """农林水｜东岭村茶园扩种｜680: the cells before the number of a row, the nearest first."""
    line = cells(passage.text, *draft.segment) if draft.marker == "row" else []
    for i, cell in enumerate(c for c in reversed(line) if c.end <= draft.money.start and _WORDS.search(c.text)):
        yield "cell", i, "", named(passage, cell.text, cell.start)
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_LISTING = re.compile(r"^(?:按(?![时期揭需月年规])|含(?![\u4e00-\u9fff]量)|还有)")
"""按|马铃薯2900万元、冷凉蔬菜2000万元切块: what opens a list is no part of its first member."""
_FINANCED = re.compile(rf"^.{{2,20}}(?:{FUND_HEAD.pattern}|收入|转移支付)安排(?:用于)?的(?=.{{2}})")
"""车辆购置税资金安排的|公路建设支出: what pays for it."""
def _back(draft: Draft) -> list[Draft]:
    """The draft, and the two before it."""
    found = [draft]
    while len(found) < 3 and (before := found[-1].before):
        found.append(before)
    return found


def _before(passage: Passage, draft: Draft) -> Iterator[tuple[str, int, str, str | None]]:
    text = passage.text
    floor = draft.head[0] if draft.marker else draft.segment[0]
    limit = draft.action.start if draft.action and not draft.action.after else draft.head[1]
    if limit < floor:
        floor, limit = draft.head  # the verb is that of a sentence before: the clauses of this one are all its own
    for i, (a, b) in enumerate(reversed(passage.clauses(floor, limit))):
        if i > 4:
            return
        for kind, said in _told_by(passage, a, b):
            what = _without_money(said, draft.fund) if kind == "given" or (kind == "clause" and said.startswith(("向", "给", "为"))) else said
            yield f"{kind} before", i, text[a : a + 1], named(passage, what, a) if len(what) > 1 else None


@remembered
def _told_by(passage: Passage, a: int, b: int) -> list[tuple[str, str]]:
    """What a clause before an amount says, by kind."""
    text, found = passage.text, list[tuple[str, str]]()
    for kind, pattern in _BEFORE if not FACED.match(text, a, b) else ():
        if match := pattern.fullmatch(text, a, b):
            begin = match.start("what")
            if kind in ("topic", "clause"):
                regions = [region for region in passage.regions if region.start <= begin or text[region.start - 1] not in _NAME]
                ends = (e for _, e in spans(passage.dates, passage.organizations, regions) if begin < e < match.end("what") - 1)
                begin = max([begin, *ends])
            what = _OPENING.sub("", text[begin : match.end("what")])
            found.append((kind, what))
    return found


def _without_money(what: str, fund: str | None) -> str:
    """获奖的项目|颁发奖金: who receives, without the verb and the money."""
    bare = re.sub("(?:[共合总累]计|共)$", "", what).removesuffix(fund or "|")
    return _GIVEN.sub("", bare) if len(bare) < len(what) and _GIVEN.search(bare) else what


_NAME = frozenset("城河江湖山东西南北中外内上下大小")
"""What stands before a place that is only part of a name: 外城|河北|岸."""


def _near(passage: Passage, draft: Draft) -> Iterator[tuple[str, int, str, str | None]]:
    """What is bought and who is given to in the clauses around, and what the sentence before speaks of first."""
    text = passage.text
    back = max(passage.start, draft.segment[0] - 120)
    around = [*reversed(passage.clauses(back, draft.head[1])[-6:]), *own_clauses(passage, draft)[:3]]
    for i, (a, b) in enumerate(around):
        side = "behind" if a >= draft.tail[0] else "own" if a >= draft.clause[0] else "sentence" if a >= draft.segment[0] else "back"
        for kind, cue, said in given_in(passage, a, b):
            bare = said.removesuffix(draft.fund or "|") if kind == "whom" else said
            what = _GIVEN.sub("", bare) if len(bare) < len(said) else bare
            yield f"{kind} {side}", min(i, 4), cue, named(passage, what, a) if len(what) > 1 else None
    first = next(iter(passage.clauses(back, draft.segment[0])[-3:]), None) if back < draft.segment[0] else None
    if first:
        yield "back", 0, text[first[0]], _OPENING.sub("", text[slice(*first)])
