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
from kg.extract.allocations.classes import RECEIVE
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import FUND_HEAD, VERB
from kg.extract.allocations.payer import is_said
from kg.extract.allocations.payer_names import givers_in, is_served, joined, on_behalf, without_self
from kg.extract.learned.phrases import is_cut, marked, reads
from kg.extract.learned.weights import Candidate, Seen, Table, best, load

__all__ = ["Paying", "paid_by", "payings"]


@dataclass(frozen=True, slots=True)
class Paying:
    """Who may pay, resolved, none or several, and the features."""

    payers: tuple[str, ...]
    features: Candidate


_Found = tuple[tuple[str, ...], str, tuple[str, ...]]
"""Payers, how they were found, and what is seen of them."""


def paid_by(kept: Sequence[Draft]) -> list[tuple[str, ...]]:
    """The payers of each amount that weigh most; a share that has those of its whole goes with it.

    Those who give as much each (两公司各捐20万元) were told apart as shares; all of them would weigh the same.
    Whoever gave it first, the sum of a notice (现下达你省…) is its office's.
    """
    table = load("payings")
    chosen: dict[int, tuple[str, ...]] = {}
    for draft in kept:
        dealt = (draft.dealt or draft.rule == "allocation.each") and draft.own_payer and draft.region is None
        handed_on = draft.notice and draft.parent is None and draft.payers == (draft.passage and draft.passage.state.host,)
        payers = draft.payers if dealt or handed_on or is_said(draft) else _likeliest(table, payings(draft))
        whole = draft.parent
        if whole is None or draft.own_payer or not payers or payers != whole.payers:
            chosen[id(draft)] = payers
    for draft in sorted(kept, key=lambda d: len(d.chain())):
        if id(draft) not in chosen:
            chosen[id(draft)] = chosen.get(id(draft.parent), draft.payers)
    return [chosen[id(draft)] for draft in kept]


def _likeliest(table: Table, found: Sequence[Paying]) -> tuple[str, ...]:
    return tuple(without_self(payer) for payer in found[best(table, [one.features for one in found])[0]].payers)


def payings(draft: Draft) -> list[Paying]:
    """What the rules give, first; then every other payer; none, last."""
    assert draft.passage is not None
    found: dict[tuple[str, ...], list[str]] = {}
    taken = _receivers(draft)
    for payers, kind, marks in ((draft.payers, "rule", (f"own {draft.own_payer}",)), *_payers(draft.passage, draft)):
        gets = is_served(draft, payers) or (any(p in taken or p[:-1] in taken for p in payers) and _receives(draft, kind))
        if payers and len("".join(payers)) > 1 and not gets:
            found.setdefault(payers, []).extend((kind, *(f"{kind} {mark}" for mark in marks)))
    kinds = sorted({one for seen in found.values() for one in seen if " " not in one})
    found[()] = ["none"]
    return [Paying(payers, _features(draft, payers, seen, kinds)) for payers, seen in found.items()]


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


def _payers(passage: Passage, draft: Draft) -> Iterator[_Found]:
    yield from _around(passage, draft)
    yield from _subject(passage, draft)
    yield from _named_by(passage, draft)
    verb = draft.action.text if draft.action else "-"
    for one, kind in ((draft.parent, "whole"), (draft.chain()[-1] if draft.parent else None, "top"), (draft.before, "before")):
        if one is not None:
            alike = draft.action is not None and one.action is not None and one.action.text == verb
            yield one.payers, kind, (f"near {one.segment == draft.segment}", f"own {one.own_payer}", f"alike {alike}")
    yield from _most(draft)
    state = passage.state
    yield ((state.host,) if state.host else ()), "host", ()
    yield ((state.host_region,) if state.host_region else ()), "home", ()


_BACK = 24
"""How many amounts back the payers of an article are counted."""


def _most(draft: Draft) -> Iterator[_Found]:
    """The payers that most of the amounts before have."""
    counted: Counter[tuple[str, ...]] = Counter()
    one = draft.before
    for _ in range(_BACK):
        if one is None:
            break
        if one.payers:
            counted[one.payers] += 1
        one = one.before
    for payers, times in counted.most_common(1):
        yield payers, "most", (f"times {min(times, 4)}", f"share {4 * times // counted.total()}")


_ARRIVES = RECEIVE | frozenset("到位 到账 下达 下拨 拨付 拨到 拨给 拨入 转入 汇入 打入 接到 募集 获批".split())


def _around(passage: Passage, draft: Draft) -> Iterator[_Found]:
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


def _named_by(passage: Passage, draft: Draft) -> Iterator[_Found]:
    """其余840万元由供热、供水企业和居民共同筹集: the words behind 由."""
    for where, (start, end) in (("ahead", draft.head), ("behind", draft.tail)):
        if (match := _BY.search(passage.text[start:end])) and not _NO_NAME.search(match["what"]):
            yield (match["what"],), "by", (where, f"ends {match['what'][-1:]}", f"length {len(match['what']) // 3}")


_CUT = re.compile(r"[，：；。、“”\n]")
_ADVERB = re.compile(
    r"(?:已经|已|共|先后|累计|又|再|还|将|也|就|都|各|分别|首批|首期|随后|紧急|及时|专门|一次性|当即|又从|"
    r"预计|计划|拟|今年|去年|全年|每年|当年|目前)+$"
)
_TO = re.compile(r"(?:向|给|对|为|从|用|把|将|在|通过|按).*$")
_NO_NAME = re.compile(
    r"^级|^[^（]*）|（[^）]*$|^(?:省|市|县|区|州|盟|旗|镇|乡|村|中央|国家|地方)(?:级|本级|里|财政)*$|^[此这本该上前首][次批笔]|^[该我本全各][省市县区州盟旗镇乡村局厅院校]$|^其[次余中]|^(?:近|今|去|全)年|^为了|\d|[的了]|"
    rf"^(?:{VERB.pattern}|累计|已|其中|其他|其余|继|共|上述|以上)|(?:价值|收入|金额|方面|项目|工程|改造|建设|工作|教育|卫生|技术|公益金|{FUND_HEAD.pattern})$"
)
"""What is no payer's name: a level alone, which is resolved instead; numbers, 的, a verb to begin with, a word of money at the end (but 基金 gives)."""


def _subject(passage: Passage, draft: Draft) -> Iterator[_Found]:
    """The words from the beginning of the clause, or from a date, to the verb; in a list of gifts, to the amount."""
    action, text = draft.action, passage.text
    governs = action is not None and not action.after and action.start > draft.clause[0]
    if not governs and ("捐" not in text[slice(*draft.segment)] or _is_use(text, draft)):
        return
    end = action.start if action and governs else draft.head[1]
    dated = (d.end for d in passage.dates if draft.clause[0] <= d.start and d.end < end)
    start = max([draft.clause[0], draft.body if draft.body < end else draft.clause[0], *dated])
    phrase = _TO.sub("", _CUT.split(without_lead(text[start:end]).strip("，、：的 "))[-1])
    phrase = on_behalf(_ADVERB.sub("", phrase))
    at = text.rfind(phrase, start, end) + len(phrase)
    if 2 <= len(phrase) <= 16 and not _NO_NAME.search(phrase.removesuffix("基金")) and not is_cut(passage, at):
        verbs = f"verb {action.text if action else '-'}"
        yield (phrase,), "subject", (
            f"length {len(phrase) // 3}", f"ends {phrase[-2:]}", f"ends {phrase[-1:]}", f"opens {phrase[:1]}", verbs,
            f"ends {phrase[-1:]} {verbs}", *reads(phrase),
        )  # fmt: skip


_USED = re.compile(r"使用|用于|[为向给][^，。；]{2,20}捐")


def _is_use(text: str, draft: Draft) -> bool:
    """为两地的学校捐款52万元，其中石桥中学38万元: a share of what is given to someone names who receives."""
    return draft.parent is not None and _USED.search(text, draft.segment[0], draft.head[0]) is not None


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
