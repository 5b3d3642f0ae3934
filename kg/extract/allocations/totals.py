"""Totals that no verb speaks for, and that their parts show to be paid: the amounts behind them add up to them.

    工程总投资1.8亿元，其中中央补助9000万元，省级配套4500万元，其余4500万元由县里自筹
    概算投资286万元。省民政厅补助150万元，州里给80万元，市里配56万元
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.sums import UNLICENSED

__all__ = ["borne", "is_cost", "is_of_places", "license_totals"]

_LARGEST = 12
"""Amounts looked through for the parts of one total."""


def borne(previous: Draft | None, draft: Draft) -> Draft | None:
    """总投资1420万元，|中央预算内投资710万元: the cost right before, of which someone bears so much of a money that has a name."""
    if previous is None or draft.segment != previous.segment or draft.amount >= previous.amount or not draft.passage or not draft.fund:
        return None
    text = draft.passage.text
    behind = text[previous.money.end : draft.money.start]
    bears = len(behind) <= _NEAR and _OF_COST.search(text[slice(*previous.clause)]) is not None and not _OTHER.search(behind)
    return previous if bears and draft.marker in ("", "part") else None


_NEAR = 30
_OF_COST = re.compile(r"(?:总投资|投资总额|概算|总造价|工程造价)[^，。；、]{0,6}$")
_OTHER = re.compile(r"总投资|造价|概算|投资额|完成|累计|余额|[个条座家][，、]|项目|[动开竣]工|收入|产值|税|另")
"""Another project, or how far this one has come."""


def is_of_places(draft: Draft, previous: Draft, notes: Notes) -> bool:
    """甲市5000万元，乙市3000万元，其余市州1600万元: the other places, beside those before."""
    verb = previous.action.text if previous.action else None
    beside = [d for d in notes.kept if d.segment == draft.segment and d.parent is previous.parent and d.action and d.action.text == verb]
    return len(beside) > 1 and (draft.region or "").startswith(("其余", "其他", "余下"))


def license_totals(run: Sequence[Draft], notes: Notes) -> None:
    """Make facts of the totals of a paragraph that its amounts add up to, and parts of these."""
    for at, whole in enumerate(run):
        if not (whole.reason == UNLICENSED or is_cost(whole)) or whole.passage is None or not _COST.search(whole.passage.text, *whole.clause):
            continue
        if any(d.amount == whole.amount for d in notes.kept):
            continue
        parts = _parts(run[at + 1 : at + 1 + _LARGEST], whole)
        if parts:
            whole.reason, whole.rule = None, "allocation.sum"
            _take(whole, parts, notes)


def is_cost(draft: Draft) -> bool:
    """工程总造价86万元，其中县水利局补助50万元: what it costs may be paid for all that."""
    text = draft.passage.text[slice(*draft.clause)] if draft.passage else ""
    return draft.reason == "not paid out" and _PRICE.search(text) is not None


_PRICE = re.compile(r"(?:造价|概算|预算)(?:约|为|达|共|是|总额|金额)*$")
_COST = re.compile(r"投资|概算|投入|造价|盘子")


def _parts(behind: Sequence[Draft], whole: Draft) -> list[Draft]:
    """The facts right behind the total, two or more, that add up to it; else none."""
    found: list[Draft] = []
    total = Decimal(0)
    for one in behind:
        if one.reason or one.money.currency != whole.money.currency:
            return []
        if any(above in found for above in one.chain()[1:]) and one.marker != "rest" and not _is_rest(one):
            continue
        found.append(one)
        total += one.amount
        if total >= whole.amount:
            return found if total == whole.amount and len(found) > 1 else []
    return []


def _is_rest(draft: Draft) -> bool:
    """Was it only given to the amount before to complete what that leaves?"""
    return draft.rule == "allocation.rest"


def _take(whole: Draft, parts: list[Draft], notes: Notes) -> None:
    for one in parts:
        if one.parent:
            one.parent.parts.remove(one)
            one.parent = None
        one.rule = "allocation.part.sum"
        one.forget_carried()
        whole.continue_split(one, None)
        if one in notes.top:
            notes.top.remove(one)
    notes.kept.append(whole)
    notes.kept.sort(key=lambda d: d.money.start)
    notes.top.append(whole)
