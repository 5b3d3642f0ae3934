"""What amounts take over from each other: along the sentence, across an aside, from the whole to its parts."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.fund_words import SELF_NAMED, verbal_fund
from kg.extract.allocations.judge import judge
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.reading import find_action, own_noun
from kg.extract.allocations.running import resume

__all__ = ["ASIDE", "INFECTIOUS", "carry", "inherit", "reach_over", "spread_targets"]

INFECTIOUS = frozenset(("not paid out", "misuse, fine or fraud", "rumour", "denied", "private or economy-wide investment", "owed"))
"""Reasons that hold for the parts of an amount as well."""
ASIDE = frozenset(
    ("difference", "ceiling", "standard or share per unit", "changed standard", "share of places not named")
)
_FURTHER = frozenset("追加 增拨 补拨 追拨".split())
_PURPOSE_IN_NAME = re.compile(r"(?!.*(?:中央|[省市县]级|财政))(?P<what>.+、.+等.{2,}?|.+、.+?)(?:补助|专项)?(?:资金|经费)$")


def reach_over(text: str, drafts: list[Draft]) -> None:
    """A standard or a difference in between (…，比去年增加3亿元，…) does not cut a statement in two."""
    if len(drafts) < 2:
        return
    judged = [(draft, judge(text, draft) in ASIDE) for draft in drafts]
    for (before, off), (aside, on) in pairwise(judged):
        if on and not off:
            before.tail = (before.tail[0], aside.tail[1])
    for (aside, on), (after, off) in pairwise(judged):
        if on and not off and not without_lead(text[slice(*after.clause)]):
            clause = (aside.head[0], max(aside.head[0], aside.clause[0] - 1))
            after.head, after.clause, after.marker, after.gap = (aside.head[0], after.head[1]), clause, "", after.head[0]
            after.action = find_action(text, after)


def carry(passage: Passage, draft: Draft, previous: Draft | None, notes: Notes, *, new_sentence: bool) -> None:
    """What an amount takes over from the one before it in the sentence: verb, payer, date, name."""
    if previous is None or draft.parent is previous:
        resume(passage, draft, previous, notes)
        return
    if draft.action is None and not new_sentence:
        draft.action, draft.inherited_action = previous.action, True
    if draft.action is not None and draft.payer is None:
        draft.payer, draft.payers = previous.payer, previous.payers
    if previous.purpose and draft.bare and draft.parent is previous.parent and not draft.region:
        draft.target, draft.fund, draft.purpose = passage.text[draft.body : draft.head[1]].removeprefix("用于"), None, True
    if not new_sentence:
        _same_sentence(passage, draft, previous)
    resume(passage, draft, previous, notes)
    _carry_fund(draft, previous, new_sentence=new_sentence)


def _same_sentence(passage: Passage, draft: Draft, previous: Draft) -> None:
    """A period stated once holds to the end of the sentence; a day only within its segment."""
    date = previous.chain()[-1].date
    period = date is not None and (len(date) < 8 or "/" in date) and not draft.own_payer
    if draft.segment == previous.segment or period:
        draft.date = draft.date or date
    draft.cumulative = draft.cumulative or previous.cumulative
    if draft.close and draft.head[1] - draft.head[0] <= 2 and draft.parent is None and not draft.region:
        draft.region, draft.regions = previous.region, previous.regions
    if _goes_on(passage.text, draft, previous):
        draft.region, draft.regions = previous.region, previous.regions
    if draft.action and draft.action.text in _FURTHER and draft.region is None and draft.parent is None:
        draft.region, draft.regions = previous.region, previous.regions
    if draft.bare and draft.parent is None and not draft.region and previous.action and "捐" in previous.action.text:
        _donor(passage.text, draft)
    named = len(own_noun(passage.text, draft)) > 1
    spoken = (draft.bare and not named) or (previous.fund == "总投资" and not draft.region)
    if draft.parent is None and spoken and draft.target is None and not previous.parent:
        draft.target = previous.target


def _goes_on(text: str, draft: Draft, previous: Draft) -> bool:
    """核增我市奖补资金9640万元、|产粮大县奖励2318万元: one verb and its place govern a list of moneys."""
    if not draft.close or draft.parent or previous.parent or draft.region or draft.own_payer or not previous.region_spans:
        return False
    own = not (previous.inherited_action or previous.placed or (previous.action and previous.action.after))
    governs = own and previous.region_spans[-1][1] <= previous.money.start
    plain = draft.action is None or draft.inherited_action or not draft.action.after
    return governs and plain and _LISTED_MONEY.fullmatch(text, *draft.head) is not None


_LISTED_MONEY = re.compile(r"[、和及与][^，。；：]{2,24}")


def _donor(text: str, draft: Draft) -> None:
    """某集团捐资50万元，…，雄鹰驾校3万元: in a list of donations the noun in front of the amount gives."""
    noun = without_lead(text[draft.body : draft.head[1]]).strip("、，：的 ")
    if 2 <= len(noun) <= 14 and not draft.own_payer and "，" not in noun:
        draft.payer, draft.payers, draft.own_payer = noun, (noun,), True


def _carry_fund(draft: Draft, previous: Draft, *, new_sentence: bool) -> None:
    """A name left out is the one before, unless the draft has a purpose of its own and a verb of its own."""
    if draft.fund is not None or draft.parent is not None or previous.fund is None:
        return
    if "捐" in previous.fund and not (draft.action and "捐" in draft.action.text):
        return
    own, before = draft.action, previous.action
    alike = own and before and (draft.inherited_action or own.text == before.text or own.text in _FURTHER)
    if own and own.text in SELF_NAMED and not (before and own.text == before.text):
        return
    if draft.target is None or (alike and not new_sentence):
        draft.fund = previous.fund
        draft.inferred.append(("fund", "named before"))
        if draft.target is None and draft.paired:
            draft.target = previous.target


_TAKES_ALL = re.compile(r"[^。；\d]*[将把](?:[^，。；、\d]{0,24}\d[\d.,]*[万亿]*元[^，。；、\d]{0,20}、)+[^，。；、\d]{0,36}")
"""将|村集体出资的30万元、专项扶持资金50万元、衔接资金22万元|全部投入大棚建设: what the last is put into, all of them are."""


_INTO_IT = re.compile(r"(?:全部|一并|统一|集中|都|悉数|均|共同)*(?:投入到?|用于|用在|投向|用来)(?P<what>[^，。；]{2,30})(?=[，。；]|$)")


def _spread_taken(kept: list[Draft]) -> None:
    last = kept[-1] if kept else None
    if last is None or last.passage is None or len(kept) < 2 or not _TAKES_ALL.fullmatch(last.passage.text, kept[0].segment[0], last.head[1]):
        return
    into = _INTO_IT.match(last.passage.text, *last.tail)
    for draft in kept if into else []:
        draft.target, draft.told = into["what"] if into else None, True


def spread_targets(drafts: list[Draft]) -> None:
    """…其中A 3亿元、B 2亿元，用于X: a purpose behind the last amount holds for what it closes."""
    kept = [d for d in drafts if d.reason is None]
    _spread_taken(kept)
    if not kept or not kept[-1].loose or not kept[-1].target:
        return
    last = kept[-1]
    for draft in reversed(kept[:-1]):
        same = draft is last.parent or (last.parent and draft.parent is last.parent) or (draft.parent is last.parent is None)
        if not same or (draft.target is not None and draft.money is not last.money):
            break
        draft.target = last.target


def inherit(text: str, draft: Draft) -> None:
    """Parts take from their whole what they do not say themselves; “减煤”5.1亿元 says what it is for."""
    whole = draft.parent
    if whole is not None and draft.bare and draft.target is None and not draft.own_payer:
        draft.target = _own_noun(text, draft)
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


def _own_noun(text: str, draft: Draft) -> str | None:
    """生活设施类77.5亿元, 产业发展3.18亿元: the noun in front of a share is its purpose, unless it is a place or a payer."""
    noun = own_noun(text, draft)
    if draft.region or draft.batch or not 2 <= len(noun) <= 24 or _NO_PURPOSE.search(noun) or (draft.fund and noun in draft.fund):
        return None
    return noun


_NO_PURPOSE = re.compile(
    r"[，。]|^[没未不]|^(?:其中|其余|其他|余下|剩余|剩下|目前|已|现|中央|[省市县区乡镇](?:级|本级|财政|里|$)|本级|地方|各级|第|首|今年|去年|上年|明年|资金|"
    r"到位|实际|按|分|从|用|共|\d)|(?:财政|本级|省级|市级|县级|公司|集团|银行|政府)$"
)


def _named_purpose(fund: str | None) -> str | None:
    """教育、社保、医疗等民生资金: a name that is itself a list of purposes."""
    match = _PURPOSE_IN_NAME.match(fund or "")
    return match["what"] if match else None
