"""Every name of money that stands around an amount, and how each was found; `namings.py` weighs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, islice, pairwise

import rjieba

from kg.annotate.passage import Passage, remembered
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.fund import find_fund, source_fund
from kg.extract.allocations.fund_words import BESIDES, clean, title_fund, verbal_fund
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import FUND_HEAD
from kg.extract.allocations.name_bounds import bracketed, is_member, is_priced, marked_off, whole_object, without_place
from kg.extract.allocations.notice import is_notice
from kg.extract.learned.fund_names import begin_of_name
from kg.extract.learned.phrases import marked

__all__ = ["names_around"]

_END = re.compile(rf"{FUND_HEAD.pattern}(?![箱者]|(?<=基金)会(?![同议计])|人(?!均)|中心|公司|集团|有限|渠道|保障(?:工作|(?![\u4e00-\u9fff])))")
_AT_END = re.compile(f"{FUND_HEAD.pattern}$")
_FAR = 260
"""Code points before an amount in which names are looked for."""


def names_around(passage: Passage, draft: Draft) -> Iterator[tuple[str, str, str | None]]:
    """`(kind, detail, name)` of every name."""
    text = passage.text
    yield "found", "", find_fund(passage, draft)
    for field, how in draft.inferred:
        if field == "fund":
            yield f"inferred {how}", "", draft.fund
    yield "source", "", source_fund(text, draft)
    yield "verb", "", verbal_fund(draft)
    yield "title", "", title_fund(text) if is_notice(passage.state) else None
    if draft.parent:
        yield "whole", "", draft.parent.fund
        yield "top", "", draft.chain()[-1].fund
    if before := draft.before:
        near = "segment" if before.segment == draft.segment else "paragraph" if before.paragraph == draft.paragraph else "far"
        yield f"neighbour {near}", "", before.fund
    phrase = without_lead(text[slice(*draft.clause)])
    if match := _AT_END.search(phrase):
        end = draft.clause[0] + match.end()
        begin = begin_of_name(text, passage.tokens, draft.clause[0], end)
        yield "before", "", clean(text[_put_right(passage, bracketed(text, passage.tokens, begin, draft.clause[0]), end) : end])
    elif quoted := _QUOTED_END.search(phrase):
        yield "before", "", quoted["name"]
    yield from _mentions(passage, draft)


_PAYS = "发放|兑现|兑付|安排|下达|落实|拨付"
_QUOTED_END = re.compile(rf"(?:^|[、，：]|{_PAYS})(?P<name>(?:(?!{_PAYS})[\u4e00-\u9fff]){{0,10}}“[^“”，]{{0,14}}?{FUND_HEAD.pattern}”)$")
"""残疾人|“两项补贴”|559万元: a name whose head stands in quotes."""


def _mentions(passage: Passage, draft: Draft) -> Iterator[tuple[str, str, str | None]]:
    """Names that stand earlier in the paragraph, the nearest first."""
    text = passage.text
    floor = max(passage.start, draft.money.start - _FAR)
    ends = [m.end() for m in _END.finditer(text, floor, draft.head[1])]
    for i, end in enumerate(reversed(ends[-8:])):
        begin = _begin_of(passage, floor, end)
        if _OF_WHICH.search(text, max(floor, begin - 12), begin) or text.endswith(("不包括", "不含", "不包含"), floor, begin):
            continue
        own = "own" if end > draft.head[0] else "segment" if end > draft.segment[0] else "paragraph"
        if own == "own" and is_member(text, end, draft.money.start):
            continue
        if BESIDES.match(text, end):
            continue
        if own != "own" and text.endswith(("现金", "罚款", "罚金"), floor, end):
            continue  # cash is what that amount was paid in, a fine is nothing given: not what this one is called
        priced = any(0 <= m.start - end <= 3 or 0 <= begin - m.end <= 1 for m in passage.money if m is not draft.money)
        yield f"mention {own}", f"{min(i, 3)} {priced} {text[end : end + 1]}", clean(text[begin:end])
    if not ends:
        yield from _spoken_before(text[max(0, passage.start - _FAR) : passage.start], "before")
    yield from _spoken_before(passage.state.document.title or "", "topic" if ends else "heading")
    yield from _mentions_behind(passage, draft)


@remembered
def _begin_of(passage: Passage, floor: int, end: int) -> int:
    """Where the name that ends at `end` begins, not before `floor`."""
    begin = begin_of_name(passage.text, passage.tokens, floor, end)
    return _put_right(passage, marked_off(passage.text, passage.tokens, begin, floor), end)


def _put_right(passage: Passage, begin: int, end: int) -> int:
    """Where the name begins, by the verb before it and the place behind the verb."""
    return whole_object(passage, without_place(passage, begin, end), end)


_OF_WHICH = re.compile(r"占(?![用地到])(?:同期|同类|当年|今年|去年|上年|全年|\d{4}年度?|全部|整个|总|全[国省市县]|其?中的?)*[^，。；、占]{0,4}$")
"""占今年|保费补贴资金|总额的四成: what the amount is compared with has another name."""
_SECURED = ("确保", "保障", "力保", "免除", "免收", "减免")
_NEAR = 70
"""Code points behind an amount in which names are looked for."""


def _mentions_behind(passage: Passage, draft: Draft) -> Iterator[tuple[str, str, str | None]]:
    """Names that stand behind the amount in its sentence: 拿出3000万元|作为引导资金, 捐资300万元|，设立助学基金, 花了20万元|，用的是村里的专项资金."""
    text, start = passage.text, draft.money.end
    stop = min(draft.segment[1], start + _NEAR, *(part.head[0] for part in draft.parts if part.head[0] > start and part.passage is passage))
    ends = (m for m in _END.finditer(text, start, stop) if not text.startswith(("合同规定", "合同约定"), m.end()) and not is_priced(passage, m.end()))
    named = [(m.end(), marked_off(text, passage.tokens, begin_of_name(text, passage.tokens, start, m.end()), start)) for m in islice(ends, 3)]
    for i, (end, begin) in enumerate(named):
        if (end, begin) != named[-1] and named[i + 1][1] <= begin:
            continue  # 综合财力|补助: the name goes on
        if text.startswith(_SECURED, begin) or text.endswith(_SECURED, start, begin):
            continue  # 统筹2.3亿元，确保|村级运转经费|足额到位, 安排84亿元，免除|学杂费: what it is for
        between = sum(start < m.start < end for m in passage.money)
        yield "behind", f"{min(between, 2)} {i}", clean(text[begin:end])


@lru_cache(maxsize=1 << 8)
def _spoken_before(stretch: str, where: str) -> tuple[tuple[str, str, str | None], ...]:
    """Names in the title, and before a paragraph that has none up to the amount: 问：中央预算内投资有多少？答：今年安排6100亿元."""
    tokens = tuple(pairwise(accumulate(map(len, rjieba.cut(stretch)), initial=0)))
    ends = [m.end() for m in _END.finditer(stretch)]
    begins = [marked_off(stretch, tokens, begin_of_name(stretch, tokens, 0, end), 0) for end in reversed(ends[-3:])]
    return tuple(
        (f"mention {where}", f"{i} {marked(stretch[end : end + 1])}", clean(stretch[begin:end]))
        for i, (begin, end) in enumerate(zip(begins, reversed(ends[-3:]), strict=True))
    )
