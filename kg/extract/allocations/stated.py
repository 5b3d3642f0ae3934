"""What a draft's own words say: fund, purpose, place, date, payer, and whether it is a running total or a plan."""

from __future__ import annotations

import re
from decimal import Decimal

from kg.annotate.money import amounts
from kg.annotate.passage import MoneyMention, Passage
from kg.extract.allocations.draft import LINE, Draft, Notes
from kg.extract.allocations.fund import find_fund, source_fund
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import PLANNED, RUNNING
from kg.extract.allocations.notice import notice_of
from kg.extract.allocations.payer import find_payer
from kg.extract.allocations.places import set_places
from kg.extract.allocations.receiving import find_place
from kg.extract.allocations.recipient import find_recipient
from kg.extract.allocations.target import find_target
from kg.extract.allocations.when import arrival, day_of, find_date

__all__ = ["as_item", "fill", "is_headline_repeat", "without_restatements"]

_RESTATED = re.compile(
    r"[整正]?\s*[（，]?\s*(?:折合|约合|合|折|相当于|约|按[^，。]{0,12}计|人民币|¥|大写|小写|：|:|\s)*\s*$"
)
_GLOSS = re.compile(r"[（，]|合|折|相当于")
_CONVERTED = re.compile(r"[，（](?:折合|约合|合|折)(?:人民币)?约?$")


def fill(passage: Passage, draft: Draft, notes: Notes) -> None:
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
    draft.recipient = find_recipient(passage, draft)
    draft.target = draft.target or find_target(passage, draft)
    _place(passage, draft)
    if draft.level and text[draft.head[1] - 1] in "，： ":
        draft.bare, draft.action, draft.fund = True, None, None
        _item_target(text, draft)
    if not draft.told and text.startswith("用于", draft.body) and draft.marker in ("part", "") and draft.gap > draft.segment[0] and _is_use(draft):
        draft.bare, draft.action = True, None
        draft.target, draft.fund, draft.purpose = text[draft.body + 2 : draft.head[1]], None, True
    if draft.marker == "part" and draft.action is None and draft.region is None and draft.fund is None:
        name = without_lead(text[draft.body : draft.head[1]])
        draft.target = draft.target or (name if len(name) >= 2 else None)
    mention = arrival(passage, draft) or find_date(passage, draft)
    if mention and mention.value and not draft.dated:
        if draft.notice and not re.search("现|本次|此次|决定", text[draft.head[0] : draft.head[1]]):
            draft.notice = False
        draft.date, draft.date_span, draft.own_date = day_of(mention), (mention.start, mention.end), True
    listed = draft.level > 0 and draft.action is None
    by_office = draft.notice and notice is not None and notice.payer is not None
    payers = () if draft.payers or listed else find_payer(passage, draft, of_office=by_office)
    if payers:
        draft.payers = tuple(dict.fromkeys(name for _, _, name in payers))
        draft.payer, draft.own_payer = "、".join(draft.payers), True
    elif notice and notice.payer:
        draft.payer, draft.payers = notice.payer, tuple(notice.payer.split("、"))
    before = text[draft.head[0] : draft.head[1]]
    draft.cumulative = RUNNING.search(before) is not None
    draft.stage = "planned" if PLANNED.search(before) else None


_LABEL = re.compile(r"(第[一二三四五六七八九十\d]+|首)[批期笔]")
_COUNTED = re.compile(r"(?:等?[两三四五六七八九十\d]+个?(?:省区市|省|市|县区|县|区|州|地|镇|乡|村)|等地?|三地)$")


def _place(passage: Passage, draft: Draft) -> None:
    """The receiving place, whether it is all that the head says, and the batch that the head speaks of."""
    find_place(passage, draft)
    draft.placed = _is_only_place(passage.text, draft)
    label = _LABEL.search(passage.text, draft.head[0], draft.money.start)
    draft.label = label[1] if label else ""


def _is_only_place(text: str, draft: Draft) -> bool:
    """河北省526亿元, 给朝阳2.1亿元, 吉林、黑龙江两省合计212亿元: a head without a word beside its place."""
    only = draft.bare or (draft.action is not None and draft.action.text == "给")
    if not draft.region_spans or not only or draft.region_spans[0][0] > draft.body + 1:
        return False
    return not _COUNTED.sub("", without_lead(text[draft.region_spans[-1][1] : draft.head[1]]))


def _is_use(draft: Draft) -> bool:
    """其中用于农户改厕补助860万元: nothing but 用于 governs the amount."""
    return draft.action is None or draft.action.text == "用于"


def _item_target(text: str, draft: Draft) -> None:
    """1.青石镇果园滴灌改造，三百五十万元: what is left of the item beside its place."""
    start = max([draft.clause[0], *(b for _, b in draft.region_spans)])
    pieces = [p for p in re.split(r"[，：、\s]", text[draft.head[0] : draft.head[1]]) if p]
    body = text[start : draft.head[1]].strip("，： ") or (pieces[-1] if pieces else "")
    if draft.region is None or "（" in text[draft.body : draft.head[1]]:
        body = text[draft.body : draft.head[1]]
    body = re.sub(r"（[^）]*）(?=[，：]|$)", "", body).strip("，： （")
    if len(body) >= 2:
        draft.target = body


def as_item(passage: Passage, draft: Draft, drafts: list[Draft]) -> None:
    """巴州区：省级财政专项扶贫资金2405万元；: a line that is one place's share is an item of the list."""
    short = passage.end - passage.start <= 60 and len(drafts) == 1
    opens = draft.region_spans and draft.region_spans[0][0] - passage.start <= 2
    if short and opens and draft.bare and draft.level == 0:
        draft.level = LINE


def is_headline_repeat(passage: Passage, draft: Draft) -> bool:
    """A line without a full stop, short, whose amount the text below states again, or more exactly (逾53亿, 53.31亿元)."""
    line = passage.text[passage.start : passage.end]
    if len(line) > 60 or re.search(r"[。；]|：$", line.rstrip()) or draft.level not in (0, LINE) or draft.marker == "row":
        return False
    if draft.level == LINE:
        return _is_rounded_title(passage, draft.money)
    text = draft.money.text.rstrip("元")
    rounded = re.match(r"(\d+)([万亿])$", text) if draft.money.qualifier else None
    finer = rounded and re.search(rf"(?<![\d.]){rounded[1]}\.\d+{rounded[2]}", passage.text[passage.end :])
    return passage.text.find(text, passage.end) >= 0 or finer is not None or _is_rounded_title(passage, draft.money)


def _is_rounded_title(passage: Passage, money: MoneyMention) -> bool:
    """A title, before the first full stop, whose amount the text below has in other words (5.2亿元, 52180万元; 四千余万元, 4268.3万元)."""
    if "。" in passage.text[: passage.start]:
        return False
    digits, exponent = money.amount.normalize().as_tuple()[1:]
    unit = Decimal(10) ** int(exponent)
    slack = unit if money.qualifier else unit / 2
    if len(digits) == 1 and money.qualifier is None:
        slack = Decimal(0)
    return any(
        abs(one.amount - money.amount) <= slack and one.currency == money.currency
        for one in amounts(passage.text, passage.end, len(passage.text))
    )


def without_restatements(
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
        if last and (_glosses(gap, last, money) or _CONVERTED.search(gap) or (gap.startswith("（") and last.amount == money.amount)):
            dropped = last if money.currency == "CNY" and last.currency != "CNY" else money
            passage.state.reject("allocation", "restates an amount", dropped.start, dropped.end)
            if dropped is last:
                restated[last.start] = money
            continue
        kept.append(money)
    return kept, restated


def _glosses(gap: str, last: MoneyMention, money: MoneyMention) -> bool:
    """Is the second amount the first in other words?  得了9万元，七万元买水管: a comma alone says so of equals only."""
    if not _RESTATED.fullmatch(gap) or not _GLOSS.search(gap):
        return False
    return gap.strip() != "，" or last.currency != money.currency or last.amount == money.amount
