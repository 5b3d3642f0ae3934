"""Every phrase around an amount that could say what it is for, and how each was found; `purposes.py` weighs them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import ACT, FUND_HEAD, TARGET, WORKS
from kg.extract.allocations.places import spans
from kg.extract.allocations.reading import own_noun
from kg.extract.allocations.recipient import named
from kg.extract.allocations.target import phrase_from

__all__ = ["phrases_around"]

_BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("reached", re.compile(r"(?:惠及|覆盖|受益|资助|补助|救助|奖励|涉及|支持)(?P<what>[^，。；\d]{1,12})(?=\d|[，。；]|$)")),
    ("offered", re.compile(r"为(?P<what>(?:支持|推动|促进|保障)[^，。；]{2,50}?)(?:提供|奠定|创造)")),
    (
        "into",
        re.compile(
            r".{0,12}?(?:打|拨付|发放|发|划|转|送|汇|支付|拨|付|借|贷|交|分配|投放)(?:到了?|给了?|至|入|进)"
            r"(?P<what>[^，。；：]{1,24}?)(?:的?(?:账户|卡|手|账|一卡通)[^，。]*)?$"
        ),
    ),
    ("place", re.compile(r"在[^，。]{1,20}?(?P<what>(?:建设|开展|实施|新建|修建|修了|建了|建起|建成|营造|种植|治理|改造|举办).*)")),
    ("loose", re.compile(r"(?P<what>(?:把|将|为|给|对|替|让|帮|计划).{3,})")),
    ("project", re.compile(rf"[的装建修]?(?P<what>[^，。；已将]{{2,24}}?{WORKS})")),
    ("clause", re.compile(r"(?P<what>.{3,40})")),
)
_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("for", re.compile(r"(?:为了?|围绕|针对)(?P<what>(?:支持|做好|帮助|推动|推进|保障|解决|应对|加快|落实|进一步|确保|缓解|促进|加强|切实|妥善).*)")),
    ("focus", re.compile(r"(?:聚焦|围绕|着眼于?|瞄准|紧盯|立足)(?P<what>.{3,40}?)(?:领域|方面)?")),
    ("aimed", re.compile(rf"(?!为|围绕|针对)(?:{TARGET.pattern})(?P<what>.{{2,}})")),
    ("given", re.compile(r"[^，。]{0,24}?(?:向|给|替|为)(?P<what>[^，。向给对]{2,30})")),
    ("treated", re.compile(r"[^，。]{0,8}?对(?P<what>[^，。；：]{3,30})")),
    ("field", re.compile(r".*?(?:在|对|向)(?P<what>[^，。；在对向]{2,20}?)(?:方面|领域).*")),
    ("plan", re.compile(r".*?(?:计划|将|拟|打算)[^，。]{0,12}?(?P<what>(?:改造|建设|修建|新建|重建|整治|治理|扩建|完成|实施)[^，。]{2,30})")),
    ("founded", re.compile(r"[^，。]{0,16}?(?:合资|联合|共同|计划|启动|签约|采用[^，。]{2,8}模式)(?P<what>(?:组建|新建|建设|改造|打造)[^，。]{2,30})")),
    ("topic", re.compile(rf"(?P<what>.{{2,40}}?{WORKS})(?:[^，。；：项工]{{0,4}}[\d一二三四五六七八九十]+[座个处项次条公里]*)?(?:，|.{{0,16}}$)")),
    ("led", re.compile(rf"(?!为|围绕|针对).*?(?:用于|支持|投向|保障|投入)(?P<what>(?:(?!{FUND_HEAD.pattern}).){{3,30}})$")),
    ("inner", re.compile(rf".*?(?:用于|支持)(?P<what>.{{2,30}}?)的?{FUND_HEAD.pattern}.*")),
    ("clause", re.compile(r"(?P<what>.{3,40})")),
)  # fmt: skip
_OPENING = re.compile(
    r"^(?:[^的]{0,12}新?开工的|[^的]{0,12}实施的|的|，|、|全[国省市县区州]|我[省市县区]|[省市县区镇村]里的?|该|这个|今年|去年|其中|截至|到|目前|已|又|还|并|则|共|"
    r"\d+[.．、](?!\d)|[-—.．、 ])+"
)
_GENERIC_HEAD = re.compile(rf"(?:专项|补助|配套|财政|工作)?(?:{FUND_HEAD.pattern})$")


_LEVEL = re.compile(r"(?:中央|地方|各级|上级|本级|省|自治区|市|县|区|旗|镇|乡|村)(?:级|本级|里|两级|三级)?(?:财政)?")
"""省级3000万元: who gives is no purpose."""
_OBJECT = re.compile(
    r"(?<!为)(?:[买购修建装添换配租](?:[了起上下回置好成]|(?![设复筑建缮赁买套来资新制备换]))|修[复建筑缮]|租赁|配[备套]|安装|采购|购买|购置|添置|新建|改造|更换|发放|垫付|支付|补贴|资助|救助|奖励|慰问|投资|支持|帮扶|扶持|建设|建起|用在|用到|花在|投到|投入到|补偿|赔付)"
    r"(?:了|给|到|在)?(?P<what>[\u4e00-\u9fff“][^，。；：]{1,24})"
)
"""What is bought, built or paid, in any clause near by."""
_TO_WHOM = re.compile(
    r"(?:给予|付给|拨给|借给|贷给|投给|退给|还给|发给|交给|打给|补给|[向给与为对替])(?P<what>[^，。；：向给与为对替]{2,20}?)"
    r"(?=低成本|无息|贴息|提供|发放|支付|拨付|预付|签订|签署|授信|捐|贷|借|补|退|赔|奖|各|共|的|，|$|\d)"
)
"""To whom it is given, in any clause near by."""


def phrases_around(
    passage: Passage, draft: Draft, before: Draft | None, neighbour: Draft | None, follower: Draft | None
) -> Iterator[tuple[str, int, str, str | None]]:
    """`(kind, how far off, cue, phrase)` of every phrase."""
    yield from _behind(passage, draft)
    yield from _before(passage, draft)
    yield from _near(passage, draft)
    if follower is not None:
        for i, (a, b) in enumerate(passage.clauses(*follower.tail)[:3]):
            if match := TARGET.match(passage.text, a, b):
                yield "later", i, match[0][-2:], phrase_from(passage, match.end(), follower.tail[1])
        yield "later rules", 0, "", follower.target
    noun = own_noun(passage.text, draft)
    if 2 <= len(noun) <= 30 and not _LEVEL.fullmatch(noun):
        yield "noun", 0, "", noun
    if draft.fund:
        yield "fund", 0, "", _GENERIC_HEAD.sub("", draft.fund)
    yield "receiver", 0, "", draft.recipient
    yield "rules", 0, "", draft.target
    if draft.parent:
        yield "whole", 0, "", draft.parent.target
        yield "top", 0, "", draft.chain()[-1].target
    if before is not None and neighbour is None:
        yield "earlier", 0, "near" if before.paragraph == draft.paragraph else "far", before.target
    if neighbour is not None and not (neighbour.bare and neighbour.target == own_noun(passage.text, neighbour)):
        yield "neighbour", 0, "", neighbour.target


def _behind(passage: Passage, draft: Draft) -> Iterator[tuple[str, int, str, str | None]]:
    text = passage.text
    for i, (a, b) in enumerate(passage.clauses(*draft.tail)[:4]):
        at = i if i or a == draft.tail[0] else 1
        match = TARGET.search(text, a, b) if at == 0 else TARGET.match(text, a, b)
        if match and match.start() - a <= 24:
            yield "purpose", at, match[0][-2:], phrase_from(passage, match.end(), draft.tail[1])
        if act := ACT.match(text, a, b):
            yield "act", at, act[0][-2:], phrase_from(passage, a, draft.tail[1])
        for kind, pattern in _BEHIND:
            if match := pattern.match(text, a, b):
                yield kind, at, text[a : a + 1], phrase_from(passage, match.start("what"), match.end("what"))


def _before(passage: Passage, draft: Draft) -> Iterator[tuple[str, int, str, str | None]]:
    text = passage.text
    limit = draft.action.start if draft.action and not draft.action.after else draft.head[1]
    floor = draft.head[0] if draft.marker else draft.segment[0]
    for i, (a, b) in enumerate(reversed(passage.clauses(floor, max(floor, limit)))):
        if i > 4:
            return
        for kind, pattern in _BEFORE:
            if match := pattern.fullmatch(text, a, b):
                begin = match.start("what")
                ends = (e for _, e in spans(passage.dates, passage.organizations, passage.regions) if begin < e < match.end("what") - 1)
                begin = max([begin, *ends]) if kind in ("topic", "clause") else begin
                what = _OPENING.sub("", text[begin : match.end("what")])
                yield f"{kind} before", i, text[a : a + 1], named(passage, what, a) if len(what) > 1 else None


def _near(passage: Passage, draft: Draft) -> Iterator[tuple[str, int, str, str | None]]:
    """What is bought and who is given to in the clauses around, and what the sentence before speaks of first."""
    text = passage.text
    back = max(passage.start, draft.segment[0] - 120)
    around = [*reversed(passage.clauses(back, draft.head[1])[-6:]), *passage.clauses(*draft.tail)[:3]]
    for i, (a, b) in enumerate(around):
        side = "behind" if a >= draft.tail[0] else "own" if a >= draft.clause[0] else "sentence" if a >= draft.segment[0] else "back"
        for kind, pattern in (("object", _OBJECT), ("whom", _TO_WHOM)):
            for match in list(pattern.finditer(text, a, b))[:2]:
                yield f"{kind} {side}", min(i, 4), match[0][:1], named(passage, match["what"], a)
    first = next(iter(passage.clauses(back, draft.segment[0])[-3:]), None) if back < draft.segment[0] else None
    if first:
        yield "back", 0, text[first[0]], _OPENING.sub("", text[slice(*first)])
