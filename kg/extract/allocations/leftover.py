"""A rest that no figure is given for: what stands before it is part of the total that it is the rest of.

    改造花费94万元，省里补助60万元，村民凑了11.2万元，不够的由镇里垫上         parts of 94万元
    兑现奖补5亿元。甲市分到2亿元，乙市1亿元，剩余部分由其他市分享         parts of the total in the sentence before
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import groupby

from kg.annotate.passage import Passage
from kg.extract.allocations.apart import outside
from kg.extract.allocations.context import ASIDE
from kg.extract.allocations.draft import Draft, Notes

__all__ = ["gather_leftover"]

_REST = re.compile(
    r"(?:^|[，；、。])(?:还有)?(?:(?:其余|余下|剩余|剩下|余数|余额|余款|不足|不够|尾款|缺口|缺额|差额|缺)(?:的|之)?(?:大?部分|资金|款项?|钱|经费|额)?"
    r"(?:全部?|则|再|均|都)?(?:[由靠从向为是给归留]|用[于作在]|投[向入]|转入|列入|作为|通过|来自|待|自筹|机动|安排|分给|拨给)"
    r"|[^，。；：\d]{2,12}(?:负担|承担|分担|解决|分享|筹措)(?:其余|余下|剩余|剩下|不足)的?(?:部分|资金|款项?)?(?=[，。；]|$))"
)


def gather_leftover(passage: Passage, run: list[Draft], notes: Notes) -> None:
    """Give the free amounts before a rest without a figure to the total that they leave a rest of."""
    for segment, group in groupby(run, key=lambda d: d.segment):
        told = list(group)
        drafts = [d for d in told if d.reason is None]
        if not drafts or _is_of_another(told, drafts[0]) or not _REST.search(passage.text, drafts[-1].tail[0], _end(passage, segment)):
            continue
        before = [d for d in run if d.money.start < segment[0] and d.reason is None]
        earlier = [d for d in notes.kept if d.money.start < segment[0]] if _are_places(drafts) else []
        whole = _whole(passage.text, drafts, before or earlier)
        if whole is None:
            continue
        number = whole.split if whole.parts and whole.parts[-1].segment == segment and whole.room() > 0 else whole.next_split()
        for one in drafts:
            if one is not whole and one.money.start > whole.money.start and _free(one, whole):
                _give(one, whole, number, notes)


def _is_of_another(told: list[Draft], first: Draft) -> bool:
    """概算4.6亿元，民航局安排1.9亿元，其余由集团贷款: the total that is no fact stands before the first that is one."""
    return any(d.money.start < first.money.start and d.amount > first.amount and d.reason not in ASIDE for d in told)


def _end(passage: Passage, segment: tuple[int, int]) -> int:
    """Where the segment ends; or the next one, if that has no amount."""
    behind = next((b for a, b in passage.segments if a >= segment[1]), segment[1])
    return segment[1] if any(segment[1] <= m.start < behind for m in passage.money) else behind


def _whole(text: str, drafts: list[Draft], before: list[Draft]) -> Draft | None:
    """The first amount of the segment, if what follows leaves a rest of it; else the last total before the segment."""
    if split := next((d for d in drafts if any(p in drafts for p in d.parts)), None):
        return split
    first = drafts[0]
    alike = _alike(text, first, drafts[1:])
    if alike and first.parent is not None:
        left = first.parent.room() - sum((d.amount for d in drafts[1:] if _free(d, first)), Decimal(0))
        return first.parent if left > 0 else None
    if _leaves(first, [d for d in drafts[1:] if _free(d, first)]) and not alike:
        return first
    total = before[-1].chain()[-1] if before else None
    return total if total and _leaves(total, [d for d in drafts if _free(d, total)]) and not total.bare else None


def _free(part: Draft, whole: Draft) -> bool:
    """Is it of nothing yet, and nothing that comes on top of the whole?"""
    text = part.passage.text[slice(*part.head)] if part.passage else ""
    return part.parent is None and part is not whole and part.money.currency == whole.money.currency and not _ON_TOP.search(text)


_ON_TOP = re.compile(r"[再另](?:配套|安排|追加|下达)")


def _leaves(whole: Draft, parts: list[Draft]) -> bool:
    left = whole.amount - sum((p.amount for p in parts), Decimal(0))
    return bool(parts) and left > 0 and not any(outside(p, whole) for p in parts)


def _alike(text: str, first: Draft, others: list[Draft]) -> bool:
    """甲市分到4亿元，乙市1亿元; 中央补助29万元，省级配套9万元: places or givers beside each other, none of which the other is part of."""
    if not others:
        return False
    own = text[first.body : first.head[1]]
    givers = _GIVER.search(own) and _GIVER.search(text[others[0].body : others[0].head[1]])
    names = first.bare and others[0].bare
    return _are_places([first, *others]) or (not _COST.search(own) and (names or givers is not None))


def _are_places(drafts: list[Draft]) -> bool:
    return len(drafts) > 1 and drafts[0].region is not None and all(d.bare and d.region for d in drafts[1:])


_GIVER = re.compile(r"(?:中央|国家|上级|部|[省市县区州镇乡村局厅])(?:级|里|上|财政)*(?:补助|配套|安排|下拨|拨付|补贴|出)|共补助")
_COST = re.compile(r"投资|投入|花|造价|费用|概算|总|兑[现付]")


def _give(one: Draft, whole: Draft, number: int | None, notes: Notes) -> None:
    one.rule = "allocation.part"
    one.forget_carried()
    whole.continue_split(one, number)
    if one in notes.top:
        notes.top.remove(one)
