"""The allocation component: drafts are read, judged, tied together, filled, and become facts."""

from __future__ import annotations

import re

from kg.annotate.passage import MoneyMention, Passage
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.facts import emit
from kg.extract.allocations.fund import find_fund, source_fund, verbal_fund
from kg.extract.allocations.judge import judge
from kg.extract.allocations.lexicon import PLANNED, RUNNING
from kg.extract.allocations.notice import is_notice, notice_of
from kg.extract.allocations.parts import gather_sums, link, warn_excess
from kg.extract.allocations.payer import find_payer
from kg.extract.allocations.places import expand, find_place, set_places
from kg.extract.allocations.reading import LEAD, find_action, read_segment
from kg.extract.allocations.respectively import pair
from kg.extract.allocations.rows import read_row
from kg.extract.allocations.target import find_target
from kg.extract.allocations.when import arrival, day, find_date

__all__ = ["extract_allocations"]

_MEMORY = "allocations"
_RESTATED = re.compile(r"[整正]?\s*[（，]?\s*(?:折合|约合|合|折|相当于|约|按[^，。]{0,12}计|人民币|¥|大写|小写|：|:|\s)*\s*$")
_GLOSS = re.compile(r"[（，]|合|折|相当于")


def extract_allocations(passage: Passage) -> None:
    """Append the allocations of the passage to `passage.state.facts`; set every other amount aside with a reason."""
    notes = passage.state.memory.setdefault(_MEMORY, Notes())
    assert isinstance(notes, Notes)
    _heading(passage, notes)
    if not passage.money:
        return
    run: list[Draft] = []
    for a, b in passage.segments:
        found = [m for m in passage.money if a <= m.start and m.end <= b]
        if found:
            run += _segment(passage, a, b, found, notes, run)
    kept = [d for d in run if d.reason is None]
    gather_sums(kept, notes)
    for draft in kept:
        _inherit(draft)
        warn_excess(draft)
    for draft in run:
        if draft.reason is not None:
            passage.state.reject("allocation", draft.reason, draft.money.start, draft.money.end)
    emit(passage, kept)


def _heading(passage: Passage, notes: Notes) -> None:
    """A line that is only a date governs what follows, up to the next one."""
    if len(passage.dates) == 1 and not passage.money:
        mention = passage.dates[0]
        around = passage.end - passage.start - (mention.end - mention.start)
        if mention.value and around <= 6 and not re.search(r"[。，；]", passage.text[passage.start : passage.end]):
            notes.heading = day(mention.value)


def _is_headline_repeat(passage: Passage, draft: Draft) -> bool:
    """A line without a full stop, short, whose amount the text below states again."""
    line = passage.text[passage.start : passage.end]
    if len(line) > 60 or re.search(r"[。；]", line) or draft.level or draft.marker == "row":
        return False
    return passage.text.find(draft.money.text.rstrip("元"), passage.end) >= 0


def _spread_targets(drafts: list[Draft]) -> None:
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


def _segment(passage: Passage, a: int, b: int, found: list[MoneyMention], notes: Notes, run: list[Draft]) -> list[Draft]:
    text = passage.text
    row = read_row(passage, a, b, found, notes)
    if row is not None:
        return row
    stated, restated = _without_restatements(passage, found)
    drafts = read_segment(passage, a, b, stated)
    for draft in drafts:
        draft.money = restated.get(draft.money.start, draft.money)
    drafts = [share for d in pair(passage, drafts) for share in expand(passage, d)]
    previous = next((d for d in reversed(run) if d.reason is None), None)
    new_sentence = a == passage.start or text[: a].rstrip()[-1:] not in "；;"
    infected: Draft | None = None
    spoken: str | None = None
    _reach_over(text, drafts)
    for draft in drafts:
        _fill(passage, draft, notes)
        if infected and draft.segment == infected.segment and draft.marker == "part":
            draft.reason = infected.reason
            continue
        if draft.own_date:
            spoken = draft.date
        elif draft.date is None and draft.marker == "":
            draft.date = spoken
        draft.reason = "headline repeats an amount" if _is_headline_repeat(passage, draft) else judge(text, draft)
        if draft.reason is None:
            _as_item(passage, draft, drafts)
            link(draft, previous, notes, new_sentence=new_sentence)
            _carry(passage, draft, previous, notes, new_sentence=new_sentence)
            if draft.parent is None and draft.date is None:
                draft.date = notes.heading
        elif draft.reason in _INFECTIOUS and draft.marker == "":
            infected = draft
        if draft.reason is None and draft.action is None and draft.parent is None and not draft.parts:
            if notes.notice_like is None:
                notes.notice_like = is_notice(passage.state)
            if not (notes.notice_like and draft.fund and _PUBLIC_NAME.search(draft.fund)):
                draft.reason = "no act of allocation"
        if draft.reason is None:
            previous, new_sentence = draft, False
            notes.last = draft
            notes.kept.append(draft)
            if draft.parent is None:
                notes.top.append(draft)
    _spread_targets(drafts)
    return drafts


def _without_restatements(
    passage: Passage, found: list[MoneyMention]
) -> tuple[list[MoneyMention], dict[int, MoneyMention]]:
    """1亿美元（约合人民币6.36亿元）: the amount in yuan stands for both; the same amount in brackets is no second one.

    Returns the amounts that count, where they are first stated, and what to read for those restated, by start.
    """
    kept: list[MoneyMention] = []
    restated: dict[int, MoneyMention] = {}
    for money in found:
        last = kept[-1] if kept else None
        gap = passage.text[last.end : money.start] if last else ""
        if last and (_RESTATED.fullmatch(gap) and _GLOSS.search(gap) or _CONVERTED.search(gap) or (gap.startswith("（") and last.amount == money.amount)):
            dropped = last if money.currency == "CNY" and last.currency != "CNY" else money
            passage.state.reject("allocation", "restates an amount", dropped.start, dropped.end)
            if dropped is last:
                restated[last.start] = money
            continue
        kept.append(money)
    return kept, restated


_CONVERTED = re.compile(r"[，（](?:折合|约合|合|折)(?:人民币)?约?$")


_PUBLIC_NAME = re.compile(r"财政|中央|省级|市级|县级|区级|预算内|专项|补助|衔接|国债|债券|转移支付|基建投资|项目资金")
"""What a fund's name needs to count without a verb, in a notice that lists its sources."""


def _as_item(passage: Passage, draft: Draft, drafts: list[Draft]) -> None:
    """巴州区：省级财政专项扶贫资金2405万元；: a line that is one place's share is an item of the list."""
    short = passage.end - passage.start <= 60 and len(drafts) == 1
    if short and draft.bare and draft.level == 0 and draft.region and draft.region_spans[:1]:
        if draft.region_spans[0][0] - passage.start <= 2:
            draft.level = 9


def _fill(passage: Passage, draft: Draft, notes: Notes) -> None:
    """What the draft's own words say."""
    text = passage.text
    if notice := notice_of(passage, draft):
        draft.date, draft.own_date = notice.date, notice.date is not None
        draft.inferred.append(("date", "sign-off date"))
        draft.notice = True
        if notice.places and draft.region is None and not any(d.notice for d in notes.kept):
            set_places(draft, list(notice.places))
    draft.fund = find_fund(passage, draft)
    draft.fund = draft.fund or source_fund(text, draft)
    draft.target = draft.target or find_target(passage, draft)
    find_place(passage, draft)
    if draft.level and text[draft.head[1] - 1] in "，： ":
        draft.bare, draft.action, draft.fund = True, None, None
        _item_target(text, draft)
    if draft.bare and text.startswith("用于", draft.body) and draft.marker == "part":
        draft.target, draft.fund, draft.purpose = text[draft.body + 2 : draft.head[1]], None, True
    mention = arrival(passage, draft) or find_date(passage, draft)
    if mention and mention.value:
        draft.date, draft.date_span, draft.own_date = day(mention.value), (mention.start, mention.end), True
    listed = draft.level > 0 and draft.action is None
    payers = () if draft.payers or listed else find_payer(passage, draft)
    if payers:
        draft.payers = tuple(dict.fromkeys(name for _, _, name in payers))
        draft.payer, draft.own_payer = "、".join(draft.payers), True
    elif notice and notice.payer:
        draft.payer, draft.payers = notice.payer, tuple(notice.payer.split("、"))
    before = text[draft.head[0] : draft.head[1]]
    draft.cumulative = RUNNING.search(before) is not None
    draft.stage = "planned" if PLANNED.search(before) else None


def _item_target(text: str, draft: Draft) -> None:
    """1.望丰乡茶园管护提升，七百二十万元: what is left of the item beside its place."""
    start = max([draft.clause[0], *(b for _, b in draft.region_spans)])
    pieces = [p for p in re.split(r"[，：、\s]", text[draft.head[0] : draft.head[1]]) if p]
    body = text[start : draft.head[1]].strip("，： ") or (pieces[-1] if pieces else "")
    body = re.sub(r"^\s*(?:[一二三四五六七八九十]+、|（[^）]*）|\d+[.．、])", "", body)
    if len(body) >= 2:
        draft.target = body


_INFECTIOUS = frozenset(("not paid out", "misuse, fine or fraud", "rumour", "denied", "private or economy-wide investment"))
"""Reasons that hold for the parts of an amount as well."""
_ASIDE = frozenset(
    ("difference", "ceiling", "standard or share per unit", "changed standard", "share of places not named")
)


def _reach_over(text: str, drafts: list[Draft]) -> None:
    """A standard or a difference in between (…，比去年增加3亿元，…) does not cut a statement in two."""
    for before, aside in zip(drafts, drafts[1:], strict=False):
        if judge(text, aside) in _ASIDE and judge(text, before) not in _ASIDE:
            before.tail = (before.tail[0], aside.tail[1])
    for aside, after in zip(drafts, drafts[1:], strict=False):
        if judge(text, aside) in _ASIDE and judge(text, after) not in _ASIDE and not LEAD.sub("", text[slice(*after.clause)]):
            clause = (aside.head[0], max(aside.head[0], aside.clause[0] - 1))
            after.head, after.clause, after.marker, after.gap = (aside.head[0], after.head[1]), clause, "", after.head[0]
            after.action = find_action(text, after)


_SAME_FUND = re.compile(r"(?:上述|以上|前述|该笔?|这笔|这些|此项|该项)(?:项|笔)?资金|第[一二三四五六七八九十]批(?=[^\u4e00-\u9fff]|$)|再次?(?:安排|下达|拨付|投入)?$|又(?:安排|下达|拨付|投入|追加)?$")


def _carry(passage: Passage, draft: Draft, previous: Draft | None, notes: Notes, *, new_sentence: bool) -> None:
    """What an amount takes over from the one before it in the sentence: verb, payer, date, name."""
    if draft.fund is None and draft.parent is None and _SAME_FUND.search(LEAD.sub("", passage.text[draft.head[0] : draft.head[1]])):
        draft.fund = next((d.fund for d in reversed(notes.top) if d.fund and "捐" not in d.fund), None)
    if previous is None or draft.parent is previous:
        return
    if draft.action is None and not new_sentence:
        draft.action, draft.inherited_action = previous.action, True
    if draft.action is not None and draft.payer is None:
        draft.payer, draft.payers = previous.payer, previous.payers
    if previous.purpose and draft.bare and draft.parent is previous.parent and not draft.region:
        draft.target, draft.fund, draft.purpose = passage.text[draft.body : draft.head[1]], None, True
    if not new_sentence:
        date = previous.chain()[-1].date
        period = date is not None and (len(date) < 8 or "/" in date) and not draft.own_payer
        if draft.segment == previous.segment or period:
            draft.date = draft.date or date
        draft.cumulative = draft.cumulative or previous.cumulative
        if draft.parent is None and draft.bare and draft.target is None and not previous.parent:
            draft.target = previous.target
    alike = not new_sentence and draft.action and previous.action and (
        draft.inherited_action or draft.action.text == previous.action.text
    )
    if draft.fund is None and draft.parent is None and previous.fund and (draft.target is None or alike):
        draft.fund = previous.fund
        draft.inferred.append(("fund", "named before"))
        if draft.target is None and draft.paired:
            draft.target = previous.target


_PURPOSE_IN_NAME = re.compile(r"(?P<what>.+、.+等.{2,}?|.+、.+?)(?:补助|专项)?(?:资金|经费)$")


def _named_purpose(fund: str | None) -> str | None:
    """教育、社保、医疗等民生资金: a name that is itself a list of purposes."""
    match = _PURPOSE_IN_NAME.match(fund or "")
    return match["what"] if match else None


def _inherit(draft: Draft) -> None:
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
