"""What amounts take over from each other: along the sentence, across an aside, from the whole to its parts."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.fund import verbal_fund
from kg.extract.allocations.judge import judge
from kg.extract.allocations.reading import LEAD, find_action

__all__ = ["INFECTIOUS", "carry", "inherit", "reach_over", "spread_targets"]

INFECTIOUS = frozenset(("not paid out", "misuse, fine or fraud", "rumour", "denied", "private or economy-wide investment"))
"""Reasons that hold for the parts of an amount as well."""
_ASIDE = frozenset(
    ("difference", "ceiling", "standard or share per unit", "changed standard", "share of places not named")
)
_FURTHER = frozenset("追加 增拨 补拨 追拨".split())
_SAME_FUND = re.compile(
    r"(?:上述|以上|前述|该笔?|这笔|这些|此项|该项)(?:项|笔)?资金|(?:第[一二三四五六七八九十]|"
    r"首)批(?:资金)?(?=[^\u4e00-\u9fff]|$)|再次?(?:安排|下达|拨付|投入)?$|(?:首|第[一二三四五六七八九十])批资金$|"
    r"又(?:安排|下达|拨付|投入|追加)?$"
)
_PURPOSE_IN_NAME = re.compile(r"(?P<what>.+、.+等.{2,}?|.+、.+?)(?:补助|专项)?(?:资金|经费)$")


def reach_over(text: str, drafts: list[Draft]) -> None:
    """A standard or a difference in between (…，比去年增加3亿元，…) does not cut a statement in two."""
    if len(drafts) < 2:
        return
    judged = [(draft, judge(text, draft) in _ASIDE) for draft in drafts]
    for (before, off), (aside, on) in pairwise(judged):
        if on and not off:
            before.tail = (before.tail[0], aside.tail[1])
    for (aside, on), (after, off) in pairwise(judged):
        if on and not off and not LEAD.sub("", text[slice(*after.clause)]):
            clause = (aside.head[0], max(aside.head[0], aside.clause[0] - 1))
            after.head, after.clause, after.marker, after.gap = (aside.head[0], after.head[1]), clause, "", after.head[0]
            after.action = find_action(text, after)


def carry(passage: Passage, draft: Draft, previous: Draft | None, notes: Notes, *, new_sentence: bool) -> None:
    """What an amount takes over from the one before it in the sentence: verb, payer, date, name."""
    _same_fund(passage, draft, notes)
    if previous is None or draft.parent is previous:
        return
    if draft.action is None and not new_sentence:
        draft.action, draft.inherited_action = previous.action, True
    if draft.action is not None and draft.payer is None:
        draft.payer, draft.payers = previous.payer, previous.payers
    if previous.purpose and draft.bare and draft.parent is previous.parent and not draft.region:
        draft.target, draft.fund, draft.purpose = passage.text[draft.body : draft.head[1]], None, True
    if not new_sentence:
        _same_sentence(draft, previous)
    _carry_fund(draft, previous, new_sentence=new_sentence)


def _same_fund(passage: Passage, draft: Draft, notes: Notes) -> None:
    """上述资金, 第二批, 又安排: the money spoken of before."""
    generic = draft.fund is None or draft.fund == "资金"
    head = LEAD.sub("", passage.text[draft.head[0] : draft.head[1]])
    if generic and draft.parent is None and _SAME_FUND.search(head):
        draft.fund = next((d.fund for d in reversed(notes.top) if d.fund and "捐" not in d.fund), draft.fund)


def _same_sentence(draft: Draft, previous: Draft) -> None:
    """A period stated once holds to the end of the sentence; a day only within its segment."""
    date = previous.chain()[-1].date
    period = date is not None and (len(date) < 8 or "/" in date) and not draft.own_payer
    if draft.segment == previous.segment or period:
        draft.date = draft.date or date
    draft.cumulative = draft.cumulative or previous.cumulative
    if draft.parent is None and draft.bare and draft.target is None and not previous.parent:
        draft.target = previous.target


def _carry_fund(draft: Draft, previous: Draft, *, new_sentence: bool) -> None:
    """A name left out is the one before, unless the draft has a purpose of its own and a verb of its own."""
    if draft.fund is not None or draft.parent is not None or previous.fund is None:
        return
    own, before = draft.action, previous.action
    alike = own and before and (draft.inherited_action or own.text == before.text or own.text in _FURTHER)
    if draft.target is None or (alike and not new_sentence):
        draft.fund = previous.fund
        draft.inferred.append(("fund", "named before"))
        if draft.target is None and draft.paired:
            draft.target = previous.target


def spread_targets(drafts: list[Draft]) -> None:
    """…其中A 3亿元、B 2亿元，用于X: a purpose behind the last amount holds for what it closes."""
    kept = [d for d in drafts if d.reason is None]
    if not kept or not kept[-1].loose or not kept[-1].target:
        return
    last = kept[-1]
    for draft in reversed(kept[:-1]):
        same = draft is last.parent or (last.parent and draft.parent is last.parent) or (draft.parent is last.parent is None)
        if not same or (draft.target is not None and draft.money is not last.money):
            break
        draft.target = last.target


def inherit(draft: Draft) -> None:
    """Parts take from their whole what they do not say themselves."""
    whole = draft.parent
    if whole is None:
        draft.fund = draft.fund or verbal_fund(draft)
        draft.target = draft.target or _named_purpose(draft.fund)
        return
    draft.fund = draft.fund or whole.fund
    draft.target = draft.target or whole.target
    draft.date = draft.date or whole.date
    if draft.payer is None:
        draft.payer, draft.payers = whole.payer, whole.payers
    if draft.action is None:
        draft.action = whole.action
    draft.cumulative = draft.cumulative or whole.cumulative
    draft.stage = draft.stage or whole.stage


def _named_purpose(fund: str | None) -> str | None:
    """教育、社保、医疗等民生资金: a name that is itself a list of purposes."""
    match = _PURPOSE_IN_NAME.match(fund or "")
    return match["what"] if match else None
