"""Which amount is part of which, by words: 其中, 其余, 另, 合计, numbered lists, and the order of a list.

    9.6亿元。其中，林业资金6亿元，包括赣州市2.5亿元…；牧业资金3.6亿元，包括…      two levels
    下达9.6亿元… 首期到位4亿元，其余5.6亿元待…                            a second split of one total
"""

from __future__ import annotations

import re

from kg.extract.allocations.draft import LINE, SPOKEN, Draft, Notes
from kg.extract.allocations.sums import add_up
from kg.extract.allocations.totals import borne, is_of_places
from kg.extract.allocations.unfold import share_got

__all__ = ["link"]


def link(draft: Draft, previous: Draft | None, notes: Notes, *, new_sentence: bool) -> None:
    """Tie `draft` to its whole, given the last kept amount of the same paragraph (None at its beginning)."""
    if previous and previous.money is draft.money:
        _beside(draft, previous)
    elif draft.level and draft.marker != "other" and _is_share(draft) and _item(draft, notes):
        return
    elif previous and _is_progress(previous, draft):
        previous.adopt(draft)
    elif draft.marker == "total":
        add_up(draft, previous, notes)
    elif draft.marker == "part":
        _part(draft, previous or notes.last, notes, new_sentence=new_sentence)
    elif previous and draft.marker in ("rest", "other"):
        _rest(draft, previous, notes)
    elif whole := borne(previous, draft) or share_got(previous, draft, notes):
        whole.adopt(draft)
    elif previous and not new_sentence:
        _continue(draft, previous, notes)
    elif draft.placed:
        _spread(draft, notes)


def _spread(draft: Draft, notes: Notes) -> None:
    """第一批里，…，河北省526亿元，北京市147亿元: bare places in a sentence of their own share a total named before."""
    room = [d for d in notes.kept[-40:] if draft.amount < d.room() and not d.placed and d.money.currency == draft.money.currency]
    labelled = [d for d in room if draft.label and d.label == draft.label]
    tops = [d for d in room if d.parent is None and not d.region and d.fund]
    whole = next(iter(labelled[-1:] or tops[-1:]), None)
    if whole:
        draft.rule = "allocation.spread"
        whole.adopt(draft)


def _is_share(draft: Draft) -> bool:
    """Is a numbered line one share of a list, rather than a clause with a payer of its own?"""
    led = draft.bare or (draft.action is not None and draft.action.after)
    return not draft.own_payer or (led and draft.level != 3)


def _item_before(draft: Draft, previous: Draft, notes: Notes) -> Draft | None:
    """…；农村低保金2亿元，其中春节补贴4000万元；五保金1亿元: behind ； goes on what the item before, split itself, goes on."""
    if previous.segment == draft.segment or previous.parent is None:
        return None
    item = next((d for d in notes.kept if d.segment == previous.segment), previous)
    before = next((d for d in reversed(notes.kept) if d.segment[1] <= item.segment[0]), None)
    beside = before is not None and before.paragraph == item.paragraph and (item.parent is None or item.parent in before.chain())
    return item if item.follows and beside and item in previous.chain()[1:] else None


def _continue(draft: Draft, previous: Draft, notes: Notes) -> None:
    """A further member of a list, or a further clause inside one split."""
    if item := _item_before(draft, previous, notes):
        if item.parent and (draft.bare or _clausal(item, draft)) and draft.amount <= item.parent.room():
            draft.rule = "allocation.part"
            item.parent.continue_split(draft, item.partition)
        return
    if draft.bare and _share_of(previous, draft):
        draft.rule = "allocation.part"
        previous.adopt(draft)
    elif draft.bare or _clausal(previous, draft):
        _sibling(draft, previous, close=draft.bare and draft.close)


def _part(draft: Draft, last: Draft | None, notes: Notes, *, new_sentence: bool) -> None:
    """其中/包括: a part of the nearest amount, outwards, that can hold it."""
    if whole := _whole_of_part(draft, last, notes, new_sentence=new_sentence):
        draft.rule = "allocation.part"
        whole.adopt(draft)


_PROGRESS = frozenset("到位 放款 支出 兑付 完成 使用 下达 拨付 发放".split())


def _is_progress(previous: Draft, draft: Draft) -> bool:
    """授信4.5亿元，目前放款2.9亿元; 补助1.2亿元已形成支出9700万元: how much of the amount before has been used."""
    if draft.passage and _BESIDE.search(draft.passage.text, *draft.head):
        return False
    if draft.batch and draft.segment == previous.segment and draft.fund in (None, "贷款") and draft.amount < previous.amount:
        return draft.action is not None and draft.action.text == "放款"
    return (
        draft.action is not None and draft.action.text in _PROGRESS and draft.segment == previous.segment
        and draft.amount < previous.amount and draft.fund is None and not draft.own_payer and draft.region is None
        and (draft.action.text == "到位" or draft.progress)
    )


_BESIDE = re.compile(r"加上|连同|外加|算上|此前|之前|前期(?=已)|[年月]初(?=已)|提前")
"""本次下达3000万元，加上此前已拨付的2000万元: beside the amount before, no part of it."""


def _share_of(previous: Draft, draft: Draft) -> bool:
    """补助4.1亿元，天水市…，陇南市1.2亿元: a bare place right behind an item that names none."""
    return bool(previous.level and draft.region and not previous.region) and draft.amount < previous.room()


def _beside(draft: Draft, previous: Draft) -> None:
    """A further share of the same amount (各…): where the first one stands."""
    if previous.parent:
        draft.rule = previous.rule
        previous.parent.continue_split(draft, previous.partition)


def _clausal(previous: Draft, draft: Draft) -> bool:
    """其中中央财政安排A，省级财政安排B: clauses with verbs of their own inside one split."""
    if previous.parent is None or (previous.bare and draft.own_payer and not draft.close):
        return False
    return not draft.own_date or previous.parent.room() == draft.amount


def _whole_of_part(draft: Draft, last: Draft | None, notes: Notes, *, new_sentence: bool) -> Draft | None:
    """The nearest amount, outwards, that can hold the part."""
    if last is None:
        return None
    chain = [d for d in last.chain() if d.money.currency in ("CNY", draft.money.currency)]
    beside = draft.paired and last.segment == draft.segment and (last.placed or last.parent is not None)
    if last.bare and not last.level and (beside or (new_sentence and last.parent)):
        chain = chain[1:]  # 绥化29.7亿元，佳木斯、哈尔滨分别是22.3亿元和16.4亿元: the next of a list, no part of the one before
    if not chain:
        return None
    for whole in chain:
        if draft.amount <= whole.room() and draft.amount < whole.amount:
            return whole
    wider = next((w for w in reversed(chain) if draft.amount < w.amount), None)
    above = [t for t in notes.top if t.paragraph == last.paragraph and draft.amount < t.amount]
    return wider or (above[-1] if above else None)


def _rest(draft: Draft, previous: Draft, notes: Notes) -> None:
    """其余/另: what completes an open total exactly; else the nearest with room; else a split of an earlier total."""
    chain = previous.chain()
    exact = next((w for w in chain if w.parts and w.room() == draft.amount), None)
    if exact is None and (_completes(draft, notes) or _second_split(draft, previous, notes)):
        return
    roomy = next((w for w in chain if w.parts and draft.amount <= w.room()), None)
    whole = exact or roomy
    if whole is None and is_of_places(draft, previous, notes):
        return
    if whole is None and draft.marker == "rest" and draft.amount < previous.amount and not previous.inherited_action:
        whole = previous
    if whole is None or (draft.marker == "other" and whole is not exact and (draft.own_payer or draft.own_date)):
        return
    draft.rule = "allocation.rest"
    whole.continue_split(draft, whole.split)


def _completes(draft: Draft, notes: Notes) -> bool:
    """总投资48.6亿元，国债安排29亿元，三级财政出资10.6亿元，余下9亿元…: the rest makes the sentence add up to its first amount."""
    peers = [d for d in notes.kept if d.segment == draft.segment and d.parent is None]
    for i, whole in enumerate(peers[:-1]):
        if sum((p.amount for p in peers[i + 1 :]), draft.amount) == whole.amount:
            for one in (*peers[i + 1 :], draft):
                one.rule = "allocation.rest"
                one.forget_carried()
                whole.continue_split(one, whole.split)
                if one in notes.top:
                    notes.top.remove(one)
            return True
    return False


def _second_split(draft: Draft, previous: Draft, notes: Notes) -> bool:
    """首期到位4亿元，其余5.6亿元: both are parts of the earlier 9.6亿元."""
    first = [d for d in notes.kept if d.segment == draft.segment and d.parent is None]
    if previous.parent:
        first = [p for p in previous.parent.parts if p.segment == draft.segment]
    total = sum((p.amount for p in first), draft.amount)
    own = {id(d) for part in first for d in part.chain()}
    whole = next((t for t in reversed(notes.kept) if id(t) not in own and t.amount == total), None)
    if whole is None or not first:
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


def _sibling(draft: Draft, previous: Draft, *, close: bool) -> None:
    """Beside the previous amount, at the first level outwards that has room; in a 、 list even where none has."""
    for whole in previous.chain()[1:]:
        if draft.amount <= whole.room():
            draft.rule = "allocation.part"
            whole.continue_split(draft, whole.split)
            return
    if close and previous.parent:
        previous.parent.continue_split(draft, previous.partition)


def _item(draft: Draft, notes: Notes) -> bool:
    """一、… 1.…: an item belongs to the nearest item of a higher level, else to the total before the list."""
    before: Draft | None = None
    while notes.items and notes.items[-1][0] >= draft.level:
        before = notes.items.pop()[1]
    spoken = before is not None and before.level == draft.level == SPOKEN and before.paragraph == draft.paragraph
    whole = notes.items[-1][1] if notes.items else before.parent if before and spoken and before.parent else _list_total(draft, notes)
    notes.items.append((draft.level, draft))
    if whole is None or draft.own_date or draft.amount > whole.amount:
        return False
    if draft.level < LINE and not whole.level and not _is_list_total(whole):
        return False
    if draft.amount <= whole.room():
        whole.continue_split(draft, whole.split)
    elif whole.room() == 0 and draft.amount < whole.amount:
        whole.adopt(draft)
    else:
        return False
    draft.rule = "allocation.item"
    return True


def _list_total(draft: Draft, notes: Notes) -> Draft | None:
    """The total above the list: of the line that opens it, where it can hold the item; none where that line has no amount."""
    if notes.opening and draft.level == LINE and not notes.opening.amount:
        return None
    if notes.opening and draft.amount <= notes.opening.room():
        return notes.opening
    top = notes.top[-1] if notes.top else None
    return None if top and draft.level == top.level == SPOKEN else top


def _is_list_total(whole: Draft) -> bool:
    """Does a numbered list belong to this total?  The total of a notice, of a sum, or one that opens the list."""
    return whole.notice or whole.intro or whole.rule == "allocation.sum" or any(p.level for p in whole.parts)
