"""What the money may be called: every name around an amount, each with what is seen of it, to be weighed.

    下达|农业防灾资金|2亿元       before     right before the amount
    2亿元|农业防灾资金           behind     right behind it
    补助资金|已到账，…2亿元       mention    earlier in the sentence or the paragraph, with or without an amount of its own; else in the paragraphs before
    …                        whole, neighbour, title, verb: what the whole, the amount before, the notice or the verb gives
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice, pairwise

import rjieba

from kg.annotate.passage import Passage, remembered
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.fund import find_fund, source_fund
from kg.extract.allocations.fund_words import BESIDES, GENERIC, clean, title_fund, verbal_fund
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import FUND_HEAD
from kg.extract.allocations.name_bounds import bracketed, is_member, is_priced, marked_off, whole_object, without_place
from kg.extract.allocations.notice import is_notice
from kg.extract.allocations.own_names import as_given, is_giver, is_of_other, is_of_sibling, is_verb, without_lent
from kg.extract.learned.fund_names import begin_of_name
from kg.extract.learned.phrases import edges, is_cut, marked, reads
from kg.extract.learned.weights import Candidate, Seen, best, load

__all__ = ["Naming", "best_name", "namings"]


@dataclass(frozen=True, slots=True)
class Naming:
    """A name, or None for none, and its features."""

    text: str | None
    features: Candidate


_END = re.compile(rf"{FUND_HEAD.pattern}(?![箱者]|(?<=基金)会(?![同议计])|人(?!均)|中心|公司|集团|有限|渠道|保障(?:工作|(?![\u4e00-\u9fff])))")
_AT_END = re.compile(f"{FUND_HEAD.pattern}$")
_FAR = 260
"""Code points before an amount in which names are looked for."""


def best_name(draft: Draft) -> str | None:
    """The name that weighs most."""
    found = namings(draft)
    chosen, draft.odds["name"] = best(load("namings"), [naming.features for naming in found], _SILENCE)
    return as_given(draft, found[chosen].text)


_SILENCE = 0.7
"""What none must weigh more than a name."""
def namings(draft: Draft) -> list[Naming]:
    """All names for the draft, none last; the amounts before it have theirs already."""
    passage = draft.passage
    assert passage is not None
    found: dict[tuple[str, str], str] = {}
    for kind, detail, name in _names(passage, draft):
        if not name or is_verb(draft, name) or is_giver(draft, name):
            continue
        if not any(lent(draft, kind, name) for lent in (_is_other_giving, _is_level, is_of_other, is_of_sibling)):
            found.setdefault((kind, name), detail)
    again = _SAID_AGAIN.search(passage.text, draft.clause[0], draft.money.start) is not None
    named = {key: detail for key, detail in found.items() if key[1] not in GENERIC}
    found = named if again and named else without_lent(draft, found)
    if any(name not in GENERIC for kind, name in found if kind != "verb"):
        # 收到各类资金1352万元: a name that only says money is weighed where it stands at its own sum and no sentence near by names the money
        meant = any(kind in _MEANT and name not in GENERIC for kind, name in found)
        found = {key: detail for key, detail in found.items() if key[1] not in GENERIC or (key[0] in ("before", "found") and not meant)}
    kinds = {kind for kind, _ in found}
    votes = Counter(name for _, name in found)
    near = "before" if "before" in kinds else "found" if "found" in kinds else "-"
    own = "mention" if any(k in _NEARBY for k in kinds) else "-"
    bits = _of_amount(draft, near, own)
    amount = {kind: (Seen((kind,)), Seen(bits, kind)) for kind in (*kinds, "none")}
    shared = {name: _of_name(passage, draft, name, votes) for name in ["", *votes]}
    made = [Naming(name, _features(draft, near, amount[kind], shared[name], kind, detail, name)) for (kind, name), detail in found.items()]
    return [*made, Naming(None, _features(draft, near, amount["none"], shared[""], "none", "", ""))]


_SAID_AGAIN = re.compile(r"(?:[该此这][项笔批类]|[该此])(?:专项|补助|财政)?(?:资金|经费|补助|补贴|款项?)(?:共计?|累计|已|合计|约|近|超过?|达)*$")
"""今年已拨付|此项资金|40亿元: the name last spoken of is meant."""
_OF_LEVEL = re.compile("(?:中央|地方|各级|[省市县区州]级?)财政支出")
_MEANT = ("mention paragraph", "neighbour paragraph", "inferred spoken of", "title", "inferred title")
"""How a name is found that stands in a sentence before, or in the title: 补助资金来自国债。省财政下达首批资金3000万元 speaks of it."""
_NEARBY = frozenset(("mention own", "mention segment", "mention paragraph", "mention before", "mention heading"))
_CARRIED = ("neighbour", "mention paragraph", "mention before", "mention heading", "mention topic", "inferred")


def _is_level(draft: Draft, kind: str, name: str) -> bool:
    """其中|中央财政支出|安排172亿元: whose share it is, not what the money is called."""
    return kind in ("before", "found") and draft.parent is not None and draft.parent.fund != name and _OF_LEVEL.fullmatch(name) is not None


def _is_other_giving(draft: Draft, kind: str, name: str) -> bool:
    """Donations and other money do not lend each other their names: 某药企捐了20万元 after 财政下达治理资金."""
    verb = draft.action.text if draft.action else ""
    return kind.startswith(_CARRIED) and bool(verb) and not draft.inherited_action and ("捐" in name) != ("捐" in verb)


def _in_article(passage: Passage, draft: Draft, name: str, votes: Counter[str]) -> tuple[str, ...]:
    """What is seen of a name whatever way leads to it: how many do, how often the article has it, where, and within which others."""
    text = passage.text
    place = text.rfind(name, 0, draft.tail[1]) if name else -1
    gap = text[place + len(name) : draft.money.start] if 0 <= place < draft.money.start else ""
    title = passage.state.document.title or ""
    return (
        f"votes {min(votes[name], 4)}", f"times {min(passage.state.count(name), 5) if name else 0}", f"titled {bool(name) and name in title}",
        f"within {any(name != other and name in other for other in votes)} holds {any(name != other and other in name for other in votes)}",
        f"far {min(len(gap).bit_length(), 9)}", f"amounts {min(gap.count('元'), 4)} ends {min(gap.count('。') + gap.count('；'), 3)}",
        f"cut {is_cut(passage, place)}",
    )  # fmt: skip


_Shared = tuple[tuple[str, ...], tuple[str, ...], tuple[Seen, ...]]
"""What is seen of a name whatever its kind: its end and length, and what the article says, to be weighed with its kind; and the rest."""


def _of_name(passage: Passage, draft: Draft, name: str, votes: Counter[str]) -> _Shared:
    """What is seen of a name whatever way leads to it: its ends, and what stands around it."""
    told, shape = _in_article(passage, draft, name, votes), (f"head {name[-2:]}", f"length {min(len(name) // 3, 5)}")
    place = passage.text.rfind(name, passage.start, draft.tail[1]) if name else -1
    return shape, told, (Seen((*shape, *told), "any"), reads(name), edges(passage.text, place, place + len(name)))


def _features(draft: Draft, near: str, amount: tuple[Seen, ...], shared: _Shared, kind: str, detail: str, name: str) -> Candidate:
    """What is seen of a name that was found in one way; `near` is the nearest way there is."""
    verb = draft.action.text if draft.action else "-"
    shape, told, rest = shared
    bits = (f"detail {detail}", *shape, f"near {near} {detail}", f"given {'捐' in name} {'捐' in verb}")
    return *amount, Seen(bits, kind), Seen(told, kind), *rest


def _of_amount(draft: Draft, near: str, own: str) -> tuple[str, ...]:
    action, before = draft.action, draft.before
    verb = action.text if action else "-"
    same = before is not None and before.segment == draft.segment
    alike = same and before is not None and before.action is not None and before.action.text == verb
    return (
        f"verb {verb}", f"after {bool(action and action.after)}", f"marker {draft.marker}", f"near {near}", f"part {draft.parent is not None}",
        f"same {same}", f"alike {alike}", f"bare {draft.bare}", f"level {draft.level > 0}", f"payer {draft.own_payer}",
        f"verb {verb} same {same}", f"inherited {draft.inherited_action}", f"part {draft.parent is not None} {near}",
        f"currency {draft.money.currency}", f"own {own} {near}",
    )  # fmt: skip


def _names(passage: Passage, draft: Draft) -> Iterator[tuple[str, str, str | None]]:
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
