"""Who pays, weighed: every body, place and level around an amount, each with what is seen of it.

    |省财政厅|向甘肃预拨7亿元            clause, head    in the amount's own words
    |市财政|安排3亿元；再安排2亿元        segment, para   before them, in the sentence or the paragraph
    3亿元由|县里|自筹                  tail           behind the amount
    |十七家合作社|凑了41.8万元           subject        what stands before the verb, whatever it is
    …                            rule, whole, before: what the rules, the whole and the amount before give
    …                            host: the body that speaks; none

`payer.py` says what the words alone say; its answer is one of those weighed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.annotate.passage import Passage
from kg.extract.allocations.called import without_self
from kg.extract.allocations.classes import RECEIVE
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.payer import is_received, is_said
from kg.extract.allocations.payer_names import getting, givers_in, is_served, joined
from kg.extract.allocations.paying_subject import NO_NAME, Found, evident, subject
from kg.extract.learned.phrases import marked
from kg.extract.learned.weights import Candidate, Seen, Table, best, load

__all__ = ["Paying", "paid_by", "payings"]


@dataclass(frozen=True, slots=True)
class Paying:
    """Who may pay, resolved, none or several, and the features."""

    payers: tuple[str, ...]
    features: Candidate


def paid_by(kept: Sequence[Draft]) -> list[tuple[str, ...]]:
    """The payers of each amount that weigh most; a share that has those of its whole, or is nothing but a place and an amount, goes with it.

    Those who give as much each (两公司各捐20万元) were told apart as shares; all of them would weigh the same.
    Whoever gave it first, the sum of a notice (现下达你省…) is its office's.
    """
    table = load("payings")
    chosen: dict[int, tuple[str, ...]] = {}
    for draft in kept:
        dealt = (draft.dealt or draft.rule == "allocation.each") and draft.own_payer and draft.region is None
        handed_on = draft.notice and draft.parent is None and draft.payers == (draft.passage and draft.passage.state.host,)
        payers = draft.payers if dealt or handed_on or is_said(draft) else _likeliest(table, payings(draft)) or evident(draft)
        whole = draft.parent
        if whole is None or draft.own_payer or not payers or payers != whole.payers:
            chosen[id(draft)] = payers
    for draft in sorted(kept, key=lambda d: len(d.chain())):
        above = chosen.get(id(draft.parent), ())
        if id(draft) not in chosen or (above and not draft.own_payer and _is_of_whole(draft)):
            chosen[id(draft)] = above or draft.payers
    return [chosen[id(draft)] for draft in kept]


_USES = re.compile(r"[、，和]?(?:已|主要|先后|分别|其中)*(?:用于|支援|支持|资助|援建|帮助|投向|购[买置])")


def _is_of_whole(draft: Draft) -> bool:
    """其中|甲县|3亿元, |支援湖北抗疫|500万元: does the share say where or what for, and not who pays?"""
    assert draft.passage is not None
    return (draft.placed and draft.region is not None) or _USES.match(draft.passage.text, draft.body, draft.head[1]) is not None


def _likeliest(table: Table, found: Sequence[Paying]) -> tuple[str, ...]:
    return tuple(without_self(payer) for payer in found[best(table, [one.features for one in found])[0]].payers)


def payings(draft: Draft) -> list[Paying]:
    """What the rules give, first; then every other payer; none, last."""
    assert draft.passage is not None
    found: dict[tuple[str, ...], list[str]] = {}
    taken, own = _receivers(draft), tuple(getting(draft.passage, draft))
    for payers, kind, marks in ((draft.payers, "rule", (f"own {draft.own_payer}",)), *_payers(draft.passage, draft)):
        gets = is_served(draft, payers) or any(p.startswith(own) or _CUT_LIST.fullmatch(p) for p in payers)
        gets = gets or (any(p in taken or p[:-1] in taken for p in payers) and _receives(draft, kind))
        if payers and len("".join(payers)) > 1 and not gets:
            found.setdefault(payers, []).extend((kind, *(f"{kind} {mark}" for mark in marks)))
    kinds = sorted({one for seen in found.values() for one in seen if " " not in one})
    found[()] = ["none"]
    return [Paying(payers, _features(draft, payers, seen, kinds)) for payers, seen in found.items()]


_CUT_LIST = re.compile("[\u4e00-\u9fff]{2,4}[两三四五六七八九十]个?[省市县区州]")
"""云南、甘肃、|陕西三省|: the last of a list, with its number."""


def _receivers(draft: Draft) -> set[str]:
    """The places that this amount and those beside it go to (河北省5亿元、|山西省3亿元)."""
    beside = [draft]
    for side in ("before", "after"):
        one = getattr(draft, side)
        while one is not None and one.segment == draft.segment and len(beside) < _BESIDE:
            beside.append(one)
            one = getattr(one, side)
    named = {place.removesuffix("等地") for one in beside for place in (one.region or "").split("、") if place}
    return named | {region.name for one in beside for region in one.regions}


_BESIDE = 40
"""How many amounts of a list are looked at."""


def _receives(draft: Draft, kind: str) -> bool:
    """Is the place that the sum goes to no payer of it (甲县争取到…, …已拨付至甲县)? Only the rules' own words may say that it pays for itself."""
    verb = draft.action.text if draft.action else ""
    return kind != "rule" or not draft.own_payer or verb in _ARRIVES


def _payers(passage: Passage, draft: Draft) -> Iterator[Found]:
    yield from _around(passage, draft)
    yield from subject(passage, draft)
    yield from _named_by(passage, draft)
    verb = draft.action.text if draft.action else "-"
    for one, kind in ((draft.parent, "whole"), (draft.chain()[-1] if draft.parent else None, "top"), (draft.before, "before")):
        if one is not None and not (kind == "before" and one.segment != draft.segment and one.passage and is_received(one.passage, one)):
            alike = draft.action is not None and one.action is not None and one.action.text == verb
            yield one.payers, kind, (f"near {one.segment == draft.segment}", f"own {one.own_payer}", f"alike {alike}")
    yield from _most(draft)
    state = passage.state
    yield ((state.host,) if state.host else ()), "host", ()
    yield ((state.host_region,) if state.host_region else ()), "home", ()


_BACK = 24
"""How many amounts back the payers of an article are counted."""


def _most(draft: Draft) -> Iterator[Found]:
    """The payers that most of the amounts before have."""
    counted: Counter[tuple[str, ...]] = Counter()
    one = draft.before
    for _ in range(_BACK):
        if one is None:
            break
        if one.payers and not (one.passage and is_received(one.passage, one)):
            counted[one.payers] += 1
        one = one.before
    for payers, times in counted.most_common(1):
        yield payers, "most", (f"times {min(times, 4)}", f"share {4 * times // counted.total()}")


_ARRIVES = RECEIVE | frozenset("到位 到账 下达 下拨 拨付 拨到 拨给 拨入 转入 汇入 打入 接到 募集 获批".split())


def _around(passage: Passage, draft: Draft) -> Iterator[Found]:
    """The last seven bodies of the paragraph before the amount, the nearest first, alone and as listed, and the first two behind."""
    text, action = passage.text, draft.action
    verb = action.start if action and not action.after else draft.head[1]
    ahead = givers_in(passage, max(passage.start, draft.money.start - 240), draft.head[1])
    for n, i in enumerate(reversed(range(max(0, len(ahead) - 7), len(ahead)))):
        start, end, name, kind = ahead[i]
        group = joined(text, ahead, i)
        where = "object" if start >= verb else "clause" if start >= draft.clause[0] else "head" if start >= draft.head[0] else "segment"
        where = where if start >= draft.segment[0] else "para"
        marks = (*_marks(text, start, group[-1][1], kind, name), f"n {min(n, 5)}", *_gap(text, group[-1][1], verb, draft), f"place {draft.region == name}")
        yield tuple(dict.fromkeys(one[2] for one in group)), where, marks
        if len(group) > 1 and n < 3:
            yield (name,), f"{where} first", marks
    behind = givers_in(passage, draft.tail[0], draft.tail[1])
    for n, (start, end, name, kind) in enumerate(behind[:2]):
        names = tuple(dict.fromkeys(one[2] for one in joined(text, behind, n))) if text[start - 1 : start] == "由" else (name,)
        yield names, "tail", (*_marks(text, start, end, kind, name), f"n {n}", f"gap {marked(text[draft.tail[0] : start])[:4]}")


def _marks(text: str, start: int, end: int, kind: str, name: str) -> tuple[str, ...]:
    before, behind = marked(text[max(0, start - 2) : start]), marked(text[end : end + 2])
    return (
        kind, f"prev {before[-1:]}", f"prev {before}", f"next {behind[:1]}", f"next {behind}", f"ends {name[-2:]}", f"ends {name[-1:]} next {behind[:1]}",
        f"kind {kind} prev {before[-1:]}", f"kind {kind} next {behind[:1]}",
    )  # fmt: skip


def _gap(text: str, end: int, verb: int, draft: Draft) -> tuple[str, ...]:
    """What lies between the body and the verb."""
    gap = text[end : max(verb, end)]
    far = f"commas {min(gap.count('，') + gap.count('：'), 3)} amounts {min(gap.count('元'), 2)} ends {min(gap.count('。') + gap.count('；'), 2)}"
    return far, f"{far} verb {draft.action.text if draft.action else '-'}", f"far {min(len(gap) // 6, 6)}", f"of {'的' in gap}"


_BY = re.compile(
    r"(?:^|[，；（]|部分|资金|款|万元|亿元)由(?P<what>[^，。；：由]{2,20}?)"
    r"(?=统一|共同|自筹|自行|解决|承担|分担|负担|支付|补足|补齐|出资|拨付|调拨|发放|统筹|垫|筹|直接|按|分别|共)"
)


def _named_by(passage: Passage, draft: Draft) -> Iterator[Found]:
    """其余840万元由供热、供水企业和居民共同筹集: the words behind 由."""
    for where, (start, end) in (("ahead", draft.head), ("behind", draft.tail)):
        if (match := _BY.search(passage.text[start:end])) and not NO_NAME.search(match["what"]):
            yield (match["what"],), "by", (where, f"ends {match['what'][-1:]}", f"length {len(match['what']) // 3}")


def _features(draft: Draft, payers: tuple[str, ...], seen: list[str], kinds: list[str]) -> Candidate:
    action = draft.action
    ways = sorted({one for one in seen if " " not in one})
    side = "rule" if "rule" in ways else "other" if payers else "none"
    base = f"{side} {bool(draft.payers)} {draft.own_payer}"
    share, verb = f"part {draft.parent is not None}", f"verb {action.text if action else '-'}"
    whole = draft.parent.payers if draft.parent else None
    crossed = (share, f"whole {whole == payers if whole else '-'}", f"bare {draft.bare}", f"marker {draft.marker}")
    bits = (
        *crossed, verb, f"level {draft.level > 0}", f"notice {draft.notice}", f"by {draft.rule}", f"inherited {draft.inherited_action}",
        f"count {min(len(payers), 3)}", f"placed {draft.placed}", f"region {draft.region is not None}",
        f"fund {(draft.fund or '-')[:2]}", f"fund {(draft.fund or '-')[-2:]}",
    )  # fmt: skip
    last = payers[-1] if payers else "-"
    named = (
        side, base, *(f"{side} with {kind}" for kind in kinds if kind not in ways), f"name {last[-2:]}", f"name {last[-2:]} {verb}",
        f"name {last[-3:]}", f"fund has {bool(draft.fund) and last[:2] in (draft.fund or '')}",
    )  # fmt: skip
    return (Seen(named), Seen(bits, base), Seen(seen), Seen(seen, side), *(Seen((*crossed, verb), way) for way in ways))
