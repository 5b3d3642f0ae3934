"""Which amount a sum is part of, weighed where the words and the arithmetic leave it open.

    去年11月提前下达18.3亿元，本月追加2.65亿元，…，总盘子20.95亿元      the total behind, which they add up to
    累计拨付疫情防控资金9亿元。医务人员补助占6800万元              a share told in a sentence of its own
    省财政安排3亿元。市财政安排1亿元                           none: another payer

`parts.py`, `sums.py` and `regroup.py` have linked what they are sure of; here only a clear case is changed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.extract.allocations.draft import Draft
from kg.extract.learned.phrases import marked
from kg.extract.learned.weights import Candidate, Seen, load, total

__all__ = ["Whole", "link_open", "wholes"]

_FAR = 7
"""Amounts looked back over, and ahead."""
_AHEAD, _NEW = 0.5, 1.5
"""Log odds by which another whole must be ahead of the one there is, for a change; and any of none: a wrong one takes money out of the sums."""


@dataclass(frozen=True, slots=True)
class Whole:
    """An amount that may be the whole, or None for none, and the features."""

    draft: Draft | None
    features: Candidate


def link_open(kept: Sequence[Draft]) -> None:
    """Give each amount the whole that weighs clearly more than the one it has."""
    table = load("wholes")
    for i, draft in enumerate(kept):
        if not _fits(kept, i):
            continue
        found = wholes(kept, i)
        scores = [total(table, one.features) for one in found]
        top = scores.index(max(scores))
        now = next(n for n, one in enumerate(found) if one.draft is draft.parent)
        if scores[top] - scores[now] >= (_AHEAD if draft.parent else _NEW):
            _relink(draft, found[top].draft)


def _relink(draft: Draft, whole: Draft | None) -> None:
    if draft.parent:
        draft.parent.parts.remove(draft)
        draft.parent, draft.partition = None, None
    if whole is not None and draft not in whole.chain() and not _is_further(draft, whole):
        draft.rule = "allocation.open"
        whole.adopt(draft)


def _is_further(draft: Draft, whole: Draft) -> bool:
    """此前已下达1.8亿元，|此次下达6000万元: what is given now comes on top of what was given before."""
    if draft.passage is None or whole.passage is not draft.passage or draft.marker == "part":
        return False
    text = draft.passage.text
    batches = [match[0] for one in (whole, draft) if (match := _BATCH.search(text, *one.head))]
    if len(set(batches)) > 1:  # 第一批2亿元；第二批1.4亿元
        return True
    if draft.segment != whole.segment:
        return False
    if draft.dated and whole.dated:  # 分别于3月、6月下达3000万元、2000万元
        return True
    return _BEFORE.search(text, *whole.head) is not None and _NOW.search(text, *draft.head) is not None


_BATCH = re.compile(r"第[一二三四五六七八九十]+[批期笔]")
_BEFORE = re.compile(r"此前|之前|前期|提前(?:下达|拨付)|[年月]初")
_NOW = re.compile(r"此次|本次|这次|现(?:再|将|下达)|再次|又")


def wholes(kept: Sequence[Draft], at: int) -> list[Whole]:
    """The amounts around `kept[at]` that are larger, what it is part of now, and none, last."""
    draft, fits = kept[at], _fits(kept, at)
    said, amount = _said(draft), _of_amount(draft)
    own = {tie: [Seen(some, tie) for some in (amount, *said)] for tie in _TIES[draft.parent is not None]}
    made = [Whole(one, _features(kept, at, one, said, amount, own)) for one in fits]
    before = kept[at - 1] if at else None
    return [*made, Whole(None, _of_none(draft, before, fits, said, amount))]


def _fits(kept: Sequence[Draft], at: int) -> list[Draft]:
    """The amounts that may be the whole."""
    draft = kept[at]
    near = [*reversed(kept[max(0, at - _FAR) : at]), *kept[at + 1 : at + 4]]
    above = [d for one in near[:3] for d in one.chain()[1:]]
    now = [draft.parent] if draft.parent else []
    unique = list({id(d): d for d in (*now, *near, *above)}.values())
    return [d for d in unique if d is draft.parent or (d.amount > draft.amount and d.money.currency == draft.money.currency and draft not in d.chain())]


_TIES = (("free",), ("now", "linked"))
"""What may be the whole of an amount that is part of none, and of one that is part of it now, or of another."""


_Bits = tuple[str, ...]
_Said = tuple[_Bits, _Bits, _Bits]


def _of_none(draft: Draft, before: Draft | None, fits: Sequence[Draft], said: _Said, amount: _Bits) -> Candidate:
    linked = draft.parent is not None
    bits = (
        f"rule {draft.rule}", f"choice {min(len(fits), 3)}", f"after part {before is not None and before.parent is not None}",
        f"same {before is not None and before.segment == draft.segment}",
    )  # fmt: skip
    return Seen(("none", f"none {linked}")), *(Seen(some, f"none {linked}") for some in (amount, bits, *said))


def _of_amount(draft: Draft) -> _Bits:
    """What is seen of the amount itself."""
    return (
        f"marker {draft.marker}", f"lead {draft.lead}", f"level {draft.level > 0}", f"bare {draft.bare}", f"payer {draft.own_payer}",
        f"date {draft.own_date}", f"verb {draft.action.text if draft.action else '-'}",
    )  # fmt: skip


def _said(draft: Draft) -> _Said:
    """How the amount's own words begin, who gives by them, and the rest: how they end, and what follows it."""
    if draft.passage is None:
        return (), (), ()
    text = draft.passage.text
    head, tail = marked(text[slice(*draft.head)]), marked(text[draft.money.end : draft.money.end + 2])
    own = head[draft.body - draft.head[0] :] if draft.body >= draft.head[0] else head
    giver, begin = _GIVER.search(head), head.lstrip("，、；")
    return (
        (
            f"opens {begin[:2]}", f"opens {begin[:3]}", f"own {own[:2]}", f"share {_word(_SHARE, own[-14:] + tail)}",
            f"done {_word(_DONE, head[-16:])}",
        ), (f"giver {giver[0] if giver else '-'}",),
        (f"ends {head[-2:]}", f"then {tail[:1]}", f"then {tail}", f"joined {head[:1]}", f"short {min(len(head) // 4, 5)}"),
    )  # fmt: skip


def _word(words: re.Pattern[str], text: str) -> str:
    found = words.search(text)
    return found[0] if found else "-"


_SHARE = re.compile(r"分到|分得|拿到|领到|得到|获得|获|占|得了?|拿了?|收到|一[地家人县市镇村]|[其当]中的?|[里内]|最多|最大")
_DONE = re.compile(r"已|实际|截至|目前|现|仅|只|当场|首[期批笔付]|率|共|合计|累计")
_GIVER = re.compile(r"中央|国家|上级|省级?|自治区|市级?|州级?|县级?|区级?|镇|村|社会|企业|自筹|银行|贷款|捐|群众|个人|配套|本级|债券")


def _features(
    kept: Sequence[Draft], at: int, whole: Draft, said: _Said, amount: _Bits, own: dict[str, list[Seen]]
) -> Candidate:
    """Where the whole stands, whether the sums fit, and what ties the two; `own` is seen of the amount alone."""
    draft = kept[at]
    before = kept[at - 1] if at else None
    place = "segment" if whole.segment == draft.segment else "paragraph" if whole.paragraph == draft.paragraph else "far"
    side = "behind" if whole.money.start > draft.money.start else "before"
    linked = "now" if whole is draft.parent else "linked" if draft.parent else "free"
    sibling = before is not None and before.parent is whole
    first = before is whole
    exact = _adds_up(kept, at, whole)
    fits = (f"exact {exact}", f"sibling {sibling}", f"first {first}", *amount[:4])
    bits = (
        f"place {place} {side}", *fits[:3], f"room {draft.amount <= whole.room()}", f"parts {min(len(whole.parts), 3)}",
        f"top {whole.parent is None}", f"total {whole.marker}", f"fund {draft.fund == whole.fund}", f"running {whole.cumulative}",
        f"size {_ratio(draft.amount, whole.amount)}", f"intro {whole.intro}",
        f"percent {_percent(draft, whole)}", f"within {before is not None and whole in before.chain()[2:]} {place}",
        f"inside {_inside(draft, whole)} {place} {side}",
        f"line {_heads_line(draft)} {_heads_line(whole)} {place} {side}", f"{place} {side}", f"{exact} {sibling} {first}", f"{exact} {draft.own_payer} {place}",
    )  # fmt: skip
    marks, between = _between(draft, whole, place)
    opens, giver, _ = said
    return (
        Seen((linked,)), *own[linked], *(Seen(some, linked) for some in (bits, marks, between)), Seen(fits, f"{linked} {place} {side}"),
        Seen(opens, f"{linked} {place} {side} {first}"), Seen((*marks, *giver), f"{linked} {exact} {sibling}"),
    )  # fmt: skip


def _between(draft: Draft, whole: Draft, place: str) -> tuple[_Bits, _Bits]:
    """The marks between the two, and the rest: what follows the whole, and what they share."""
    text = draft.passage.text if draft.passage else ""
    behind = marked(text[whole.tail[0] : whole.tail[0] + 3])
    gap = text[min(whole.money.end, draft.money.end) : max(whole.money.start, draft.money.start)]
    return (
        (f"marks {min(gap.count('。') + gap.count('；'), 3)} {min(gap.count('元'), 4)}", f"其中 {'其中' in gap} 包括 {'包括' in gap} {place}"),
        (
            f"whole then {behind[:1]}", f"whole then {behind}", f"lines {min(gap.count(chr(10)), 3)}",
            f"whole verb {whole.action.text if whole.action else '-'}", f"whole fund {(whole.fund or '-')[-2:]} {(draft.fund or '-')[-2:]}",
            f"same region {draft.region == whole.region} {draft.region is None}", f"same payer {draft.payer == whole.payer}",
        ),
    )  # fmt: skip


def _percent(draft: Draft, whole: Draft) -> str:
    """支付3.1亿元，支付率67.1%: does the share that the text states behind the amount fit the two?"""
    found = _SHARE_STATED.match(draft.passage.text, draft.money.end) if draft.passage else None
    if found is None or not whole.amount:
        return "-"
    stated = Decimal(found[1])
    near = Decimal(1).scaleb(stated.as_tuple().exponent)  # type: ignore[arg-type]  # digits only: never NaN
    return str(abs(draft.amount * 100 / whole.amount - stated) <= near)


_SHARE_STATED = re.compile(r"(?:(?!增|降|高|同比|低|[。；\n])\D){1,14}?(\d+(?:\.\d+)?)[%％]")


def _inside(draft: Draft, whole: Draft) -> str:
    """Does the part go to a place within that of the whole, by code?"""
    if not draft.regions or not whole.regions:
        return f"{bool(draft.regions)} {bool(whole.regions)}"
    code, holds = draft.regions[0].code, [r.code.rstrip("0") for r in whole.regions if r.code]
    return str(code is not None and any(code.startswith(one) and code.rstrip("0") != one for one in holds))


def _heads_line(draft: Draft) -> bool:
    """Is it the first amount of its paragraph, in the first sentence?"""
    return draft.segment[0] <= draft.paragraph + 1 and draft.passage is not None and draft.gap <= draft.segment[0] + 1


def _ratio(part: Decimal, whole: Decimal) -> int:
    return min(int(part * 5 / whole), 5) if whole else 5


def _adds_up(kept: Sequence[Draft], at: int, whole: Draft) -> bool:
    """Is there a run of neighbours, the draft among them, at least two and none of them the whole, that sum to it?"""
    low, high = max(0, at - _FAR), min(len(kept), at + _FAR + 1)
    for start in range(low, at + 1):
        running, count = Decimal(0), 0
        for i in range(start, high):
            one = kept[i]
            if one is whole:
                if whole.money.start < kept[at].money.start and i < at:
                    break
                continue
            if one.parent not in (None, whole, kept[at].parent) and one is not kept[at]:
                continue
            running, count = running + one.amount, count + 1
            if running > whole.amount:
                break
            if i >= at and count > 1 and running == whole.amount:
                return True
    return False
