"""Arithmetic between amounts: totals after their parts, parts that nothing but their sum betrays, parts that exceed.

    18亿元，…7亿元，两项合计25亿元                       the sum after its parts
    3.2亿元…，分别为1.5亿元、1.1亿元和6000万元                 the parts after their sum
    按投向分，产业发展3.18亿元，教育医疗1.56亿元，…             a further split of a total named before
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kg.extract.allocations.apart import is_apart_from, is_nested, outside
from kg.extract.allocations.draft import Draft, Notes

__all__ = ["UNLICENSED", "add_up", "gather_apart", "gather_earlier", "gather_lines", "gather_sums", "make_parts", "warn_excess"]

_TOLERANCE = Decimal("0.001")
UNLICENSED = "no act of allocation"
"""The reason of an amount that has no verb; adding up to a total known to be paid makes up for it."""


def add_up(draft: Draft, previous: Draft | None, notes: Notes) -> None:
    """两项合计41亿元: the amounts before it that sum to it become its parts."""
    run: list[Draft] = []
    total = Decimal(0)
    candidates = [d for d in notes.kept[-40:] if d.parent is None]
    for one in reversed(candidates):
        if total >= draft.amount:
            break
        run.insert(0, one)
        total += one.amount
    if len(run) > 1 and abs(total - draft.amount) <= draft.amount * _TOLERANCE:
        draft.rule = "allocation.sum"
        for one in run:
            if one in notes.top:
                notes.top.remove(one)
            draft.continue_split(one, None)
        _from_parts(draft, run)
    elif any(d.amount == draft.amount and (previous or d.parts) for d in notes.kept):
        draft.reason = "repeats an amount"


def _from_parts(whole: Draft, run: list[Draft]) -> None:
    """What all parts share holds for their sum."""
    for name in ("fund", "target", "date", "action"):
        if getattr(whole, name) is None:
            values = [v for part in run if (v := getattr(part, name)) is not None]
            if values:
                setattr(whole, name, values[0])
    if whole.payer is None and len({part.payer for part in run}) == 1:
        whole.payer, whole.payers = run[0].payer, run[0].payers
    whole.cumulative = whole.cumulative or run[0].cumulative


def gather_sums(run: list[Draft], notes: Notes) -> None:
    """A total followed by plain amounts that sum to it exactly is their whole: 3.2亿元…，分别为1.5、1.1和0.6亿元."""
    for i, whole in enumerate(run):
        if _is_split(whole) or whole.reason or (whole.action and "捐" in whole.action.text):
            continue
        if i + 1 < len(run) and run[i + 1].close and run[i + 1].segment == whole.segment:
            continue  # 6000万元、2000万元、1000万元和1000万元: beside each other
        sum_, parts, dated = Decimal(0), [], False
        for one in run[i + 1 :]:
            if one.parent is not None:
                continue
            dated = dated or (one.own_date and not one.batch)
            if (dated and one.segment != whole.segment) or one.money.currency != whole.money.currency:
                break
            sum_ += one.amount
            parts.append(one)
            if sum_ >= whole.amount:
                break
        apart = any(is_apart_from(p, whole) or (whole.parent and p.segment != whole.segment) for p in parts)
        filled = len(parts) > (2 if dated else 1) and sum_ == whole.amount and not apart and not _amid_list(run, i, parts)
        if filled or (not dated and _bare_places(whole, parts, sum_)):
            make_parts(whole, parts, whole.next_split(), notes)
    _complete_splits(run, notes)


def _amid_list(run: list[Draft], at: int, parts: list[Draft]) -> bool:
    """62亿元修水利，|41亿元补种粮，23亿元建设施，18亿元买农机，9亿元…: one of a list that goes on, which the next happen to make up."""
    whole, last = run[at], parts[-1]
    after = next((d for d in run[run.index(last) + 1 :] if d.parent is None), None)
    if after is None or after.segment != whole.segment or after.marker:
        return False
    before = run[at - 1] if at else None
    begun = before is not None and before.segment == whole.segment and before.parent is None and before.marker == whole.marker
    return after.money is last.money or begun or after.amount == 2 * whole.amount


def make_parts(whole: Draft, parts: Sequence[Draft], number: int | None, notes: Notes, rule: str = "allocation.part.sum") -> None:
    """Make the amounts the parts `number` of the whole, by `rule`."""
    for one in parts:
        one.rule = rule
        one.forget_carried()
        whole.continue_split(one, number)
        if one in notes.top:
            notes.top.remove(one)


def _is_split(whole: Draft) -> bool:
    """Is it split behind itself in its own segment?  What adds up to it, and what a later sentence says of it, is another split."""
    return any(p.segment == whole.segment and p.money.start > whole.money.start for p in whole.parts)


def _bare_places(whole: Draft, parts: list[Draft], total: Decimal) -> bool:
    """下达3亿元，湖南1亿元、湖北1.5亿元: bare places behind a total that has none."""
    return (
        bool(parts) and whole.parent is None and total < whole.amount and whole.region is None and not whole.bare
        and all(p.bare and p.region and not p.fund and not p.own_payer for p in parts)
    )


def _complete_splits(run: list[Draft], notes: Notes) -> None:
    """4380万元，其中扶贫资金1150万元、…，市政府配套1500万元，群众自筹790万元: what follows in the sentence fills the split exactly."""
    for whole in run:
        if not _is_split(whole) or whole.room() <= 0:
            continue
        last = whole.parts[-1]
        behind = [d for d in run if d.parent is None and d.segment == whole.segment and d.money.start > last.money.start]
        room = whole.room()
        for n, one in enumerate(behind, 1):
            room -= one.amount
            if room == 0:
                make_parts(whole, behind[:n], whole.split, notes)
                break


def gather_earlier(run: list[Draft], notes: Notes, least: int = 1) -> None:
    """按投向分，产业发展3.18亿元，教育医疗1.56亿元，乡村建设2亿元: amounts that sum to an earlier total are its parts."""
    free = [d for d in run if (d.parent is None or d.parent.room() != 0) and d.reason in (None, UNLICENSED)]
    start = 0
    while start < len(free):
        found = _window(free, start, notes, least)
        if found is None:
            start += 1
            continue
        whole, stop = found
        for i, one in enumerate(free[start:stop]):
            one.rule, one.reason = "allocation.second_split", None
            one.forget_carried()
            if one.parent:
                one.parent.parts.remove(one)
            whole.adopt(one) if i == 0 else whole.continue_split(one, free[start].partition)
            if one in notes.top:
                notes.top.remove(one)
        start = stop


def gather_lines(notes: Notes) -> None:
    """The lines of a list that sum to a total named before it are its parts, though each stands in a paragraph of its own."""
    gather_earlier([d for d in notes.drafts if d.lead], notes)


def gather_apart(notes: Notes) -> None:
    """三项资金466亿元。大气方面，安排200亿元…。水方面，…: at least three amounts in paragraphs of their own, by their sum alone."""
    gather_earlier([d for d in notes.drafts if d.parent is None and d.reason is None], notes, least=3)
    _gather_before(notes)


def _is_loose(draft: Draft) -> bool:
    """Is it a rest (剩下的1.85亿元) that did not fill the whole it was given to, or a bare place that was given to a likely one?"""
    spread = draft.rule == "allocation.spread" or draft.marker == "rest"
    return spread and draft.parent is not None and draft.parent.room() != 0


def _window(free: list[Draft], start: int, notes: Notes, least: int) -> tuple[Draft, int] | None:
    """The earlier total that amounts from `free[start]` on, two or more, add up to, in at least so many places of the text; and where they end."""
    total = free[start].amount
    for stop in range(start + 1, min(len(free), start + 12)):
        total += free[stop].amount
        if stop - start < 2 and not all(d.parent is None or _is_loose(d) for d in free[start : stop + 1]):
            continue  # two amounts that have a whole may make up another's by chance
        if free[stop].amount == total or free[stop].money.currency != free[start].money.currency:
            return None
        midway = stop + 1 < len(free) and free[stop + 1].money is free[stop].money  # between shares of one 各
        apart = not midway and len({id(d.money) for d in free[start : stop + 1]}) >= least
        for whole in reversed(notes.kept[-60:] if apart else []):
            before = whole.segment[0] < free[start].segment[0] and whole not in free[start : stop + 1]
            if before and whole.amount == total and not is_nested(free[start : stop + 1]) and not any(is_apart_from(d, whole) for d in free[start : stop + 1]):
                return whole, stop + 1
    return None


def _gather_before(notes: Notes) -> None:
    """首批44亿元。…配套4.9亿元。连同前两批69.1亿元，已累计拨付118亿元: at least three amounts (behind 连同, 加上: two) that a total follows."""
    tops = [d for d in notes.drafts if d.parent is None and d.reason is None]
    for at, whole in enumerate(tops):
        if any(p.money.start < whole.money.start for p in whole.parts):
            continue
        text = whole.passage.text[slice(*whole.segment)] if whole.passage else ""
        said = whole.passage and _IN_ALL.match(whole.passage.text, whole.gap, whole.money.start)
        least, total = 2 if said or _TOGETHER.search(text) else 3, Decimal(0)
        for start in range(at - 1, max(-1, at - _FAR), -1):
            one = tops[start]
            total += one.amount
            if total >= whole.amount or one.parent is not None or one.money.currency != whole.money.currency:
                break
        run = tops[start:at] if at else []
        others = least > 2 and whole.own_payer and any(one.own_payer for one in run) and not any(set(one.payers) & set(whole.payers) for one in run)
        if total == whole.amount and not others and len({id(d.money) for d in run}) >= least and not any(d.parent or outside(d, whole) for d in run):
            whole.rule, number = "allocation.sum", whole.next_split()
            for one in run:
                whole.continue_split(one, number)
                if one in notes.top:
                    notes.top.remove(one)
            _from_parts(whole, run)


_TOGETHER = re.compile(r"连同|加上|算上|加之|[加合]在一起|相加|加起来|总盘子|共筹|一共")
_IN_ALL = re.compile(
    r"[^，。；]{0,6}[，；。](?:(?:以上|上述)?(?:[两二三四五六七八九十][项笔批者级年次块个](?:资金)?)?(?:合计|总计|总|共计|共|累计)[^，。；]{0,8}"
    r"|[两二三四五六七八九十]项[^，。；]{0,10})$"
)
"""中央安排3亿元，省里安排2亿元，|共5亿元: the clause of the amount begins with the word for a sum."""
_FAR = 9
"""Amounts looked back over for the parts of a total that follows them."""


def warn_excess(whole: Draft) -> None:
    """A warning, never a fix, where the parts of one split sum to more than the whole."""
    if whole.parts and whole.room() < 0:
        whole.warnings.append("parts exceed the whole")
