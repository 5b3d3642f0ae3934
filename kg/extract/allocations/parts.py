"""Which amount is part of which: 其中, 其余, 另, 合计, numbered lists, rows under a total, and plain arithmetic.

    12.8亿元。其中，水利资金7.3亿元，包括济宁市2.1亿元…；农业资金5.5亿元，包括…      two levels
    29.4亿元，…11.6亿元，两项合计41亿元                                          the sum after its parts
    下达12.8亿元… 本次先行拨付5.12亿元，其余7.68亿元待…                            a second split of one total
"""

from __future__ import annotations

from decimal import Decimal

from kg.extract.allocations.draft import Draft, Notes

__all__ = ["gather_earlier", "gather_sums", "link", "warn_excess"]

_TOLERANCE = Decimal("0.001")


def link(draft: Draft, previous: Draft | None, notes: Notes, *, new_sentence: bool) -> None:
    """Tie `draft` to its whole, given the last kept amount of the same paragraph (None at its beginning)."""
    if previous and previous.money is draft.money:
        _beside(draft, previous, notes)
        return
    listed = draft.bare or (draft.action is not None and draft.action.after) or not draft.own_payer
    if draft.level and listed and not (draft.level == 3 and draft.own_payer) and _item(draft, notes):
        return
    if previous and _is_progress(previous, draft):
        previous.adopt(draft)
        return
    if draft.marker == "total":
        _total(draft, previous, notes)
    elif draft.marker == "part":
        whole = _whole_of_part(draft, previous or notes.last, new_sentence=new_sentence)
        if whole:
            draft.rule = "allocation.part"
            whole.adopt(draft)
    elif previous is None:
        return
    elif draft.marker in ("rest", "other"):
        _rest(draft, previous, notes)
    elif draft.bare and not new_sentence and _share_of(previous, draft):
        draft.rule = "allocation.part"
        previous.adopt(draft)
    elif draft.bare and not new_sentence:
        _sibling(draft, previous)
    elif previous.parent and not new_sentence and _clausal(previous, draft):
        if not draft.own_date or previous.parent.room() == draft.amount:
            _sibling(draft, previous)


_PROGRESS = frozenset("到位 放款 支出 兑付 完成 使用".split())


def _is_progress(previous: Draft, draft: Draft) -> bool:
    """授信4.5亿元，目前放款2.9亿元; 补助1.2亿元已形成支出9700万元: how much of the amount before has been used."""
    return (
        draft.action is not None and draft.action.text in _PROGRESS and draft.segment == previous.segment
        and draft.amount < previous.amount and draft.fund is None and not draft.own_payer and draft.region is None
        and (draft.action.text == "到位" or draft.progress)
    )


def _share_of(previous: Draft, draft: Draft) -> bool:
    """补助4.1亿元，天水市…，陇南市1.2亿元: a bare place right behind an item that names none."""
    return bool(previous.level and draft.region and not previous.region) and draft.amount < previous.room()


def _beside(draft: Draft, previous: Draft, notes: Notes) -> None:
    """A further share of the same amount (各…): where the first one stands."""
    if previous.parent:
        draft.rule = previous.rule
        previous.parent.continue_split(draft, previous.partition)


def _clausal(previous: Draft, draft: Draft) -> bool:
    """其中中央财政安排A，省级财政安排B: clauses with verbs of their own inside one split."""
    return not previous.bare or not draft.own_payer


def _whole_of_part(draft: Draft, last: Draft | None, *, new_sentence: bool) -> Draft | None:
    """The nearest amount, outwards, that can hold the part."""
    if last is None:
        return None
    chain = last.chain()
    if new_sentence and last.parent and last.bare:
        chain = chain[1:]
    for whole in chain:
        if draft.amount <= whole.room() and draft.amount < whole.amount:
            return whole
    return next((w for w in reversed(chain) if draft.amount < w.amount), None)


def _rest(draft: Draft, previous: Draft, notes: Notes) -> None:
    """其余/另: what completes an open total exactly; else the nearest with room; else a split of an earlier total."""
    chain = previous.chain()
    exact = next((w for w in chain if w.parts and w.room() == draft.amount), None)
    if exact is None and _second_split(draft, previous, notes):
        return
    roomy = next((w for w in chain if w.parts and draft.amount <= w.room()), None)
    whole = exact or roomy
    if whole is None and draft.marker == "rest" and draft.amount < previous.amount:
        whole = previous
    if whole is None or (draft.marker == "other" and whole is not exact and (draft.own_payer or draft.own_date)):
        return
    draft.rule = "allocation.rest"
    whole.continue_split(draft, whole.split)


def _second_split(draft: Draft, previous: Draft, notes: Notes) -> bool:
    """本次先行拨付5.12亿元，其余7.68亿元: both are parts of the earlier 12.8亿元."""
    first = [previous]
    if previous.parent:
        first = [p for p in previous.parent.parts if p.segment == draft.segment]
    total = sum((p.amount for p in first), draft.amount)
    whole = next((t for t in reversed(notes.kept) if t not in first and t.amount == total), None)
    if whole is None:
        return False
    for one in first:
        if one.parent:
            one.parent.parts.remove(one)
            one.parent = None
        one.rule = "allocation.second_split"
        whole.adopt(one) if one is first[0] else whole.continue_split(one, first[0].partition)
        if one in notes.top:
            notes.top.remove(one)
    draft.rule = "allocation.second_split"
    whole.continue_split(draft, first[0].partition)
    return True


def _sibling(draft: Draft, previous: Draft) -> None:
    """Beside the previous amount, at the first level outwards that has room."""
    for whole in previous.chain()[1:]:
        if draft.amount <= whole.room():
            draft.rule = "allocation.part"
            whole.continue_split(draft, whole.split)
            return


def _item(draft: Draft, notes: Notes) -> bool:
    """一、… 1.…: an item belongs to the nearest item of a higher level, else to the total before the list."""
    while notes.items and notes.items[-1][0] >= draft.level:
        notes.items.pop()
    whole = notes.items[-1][1] if notes.items else (notes.top[-1] if notes.top else None)
    notes.items.append((draft.level, draft))
    if whole is None or draft.own_date or draft.amount > whole.amount:
        return False
    if draft.level < 9 and not whole.level and not _is_list_total(whole):
        return False
    if draft.amount <= whole.room():
        whole.continue_split(draft, whole.split)
    elif whole.room() == 0 and draft.amount < whole.amount:
        whole.adopt(draft)
    else:
        return False
    draft.rule = "allocation.item"
    return True


def _is_list_total(whole: Draft) -> bool:
    """Does a numbered list belong to this total?  The total of a notice, of a sum, or one that opens the list."""
    return whole.notice or whole.intro or whole.rule == "allocation.sum" or any(p.level for p in whole.parts)


def _total(draft: Draft, previous: Draft | None, notes: Notes) -> None:
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
    elif previous and any(d.amount == draft.amount for d in notes.kept):
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
        if whole.parts or whole.parent or whole.reason:
            continue
        sum_, parts = Decimal(0), []
        for one in run[i + 1 :]:
            if one.parent is not None:
                continue
            if (one.own_date and not one.batch) or one.money.currency != whole.money.currency:
                break
            sum_ += one.amount
            parts.append(one)
            if sum_ >= whole.amount:
                break
        apart = any(_outside(p, whole) for p in parts)
        if len(parts) > 1 and sum_ == whole.amount and not apart or _bare_places(whole, parts, sum_):
            for one in parts:
                one.rule = "allocation.part.sum"
                whole.continue_split(one, None)
                if one in notes.top:
                    notes.top.remove(one)


def gather_earlier(run: list[Draft], notes: Notes) -> None:
    """市级财政负担1040万元，区级财政负担446万元: amounts of one sentence that sum to an earlier total are its parts."""
    free = [d for d in run if d.parent is None and not d.parts]
    by_segment: dict[tuple[int, int], list[Draft]] = {}
    for draft in free:
        by_segment.setdefault(draft.segment, []).append(draft)
    for segment, group in by_segment.items():
        total = sum((d.amount for d in group), Decimal(0))
        whole = next((t for t in reversed(notes.top) if t.amount == total and t.segment < segment), None)
        if len(group) < 2 or whole is None or any(_outside(d, whole) for d in group):
            continue
        for i, one in enumerate(group):
            one.rule = "allocation.second_split"
            whole.adopt(one) if i == 0 else whole.continue_split(one, group[0].partition)
            if one in notes.top:
                notes.top.remove(one)


def _outside(part: Draft, whole: Draft) -> bool:
    """Does the part go to another place than the whole, by code?"""
    if not part.regions or not whole.regions or (part.region or "") in (whole.region or ""):
        return False
    code = part.regions[0].code
    return code is not None and all(w.code is not None and not code.startswith(w.code.rstrip("0")) for w in whole.regions)


def _bare_places(whole: Draft, parts: list[Draft], total: Decimal) -> bool:
    """下达3亿元，湖南1亿元、湖北1.5亿元: bare places behind a total that has none."""
    return (
        bool(parts) and total < whole.amount and whole.region is None and not whole.bare
        and all(p.bare and p.region and not p.fund and not p.own_payer for p in parts)
    )


def warn_excess(whole: Draft) -> None:
    """A warning, never a fix, where the parts of one split sum to more than the whole."""
    if whole.parts and whole.room() < 0:
        whole.warnings.append("parts exceed the whole")
