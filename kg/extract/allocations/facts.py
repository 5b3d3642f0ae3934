"""From drafts to facts: ids of wholes before parts, repeats merged, confidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from kg.annotate.passage import State
from kg.extract.allocations.draft import Draft
from kg.extract.evidence import evidence, mentions
from kg.extract.learned.weights import chance
from kg.model import Allocation, Stage

__all__ = ["emit"]


def emit(state: State, drafts: list[Draft]) -> None:
    """Append the facts of `drafts` in reading order; what repeats a known fact becomes its further evidence."""
    kept = {id(d) for d in drafts}
    made: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for draft in drafts:
        for one in reversed(draft.chain()):
            if id(one) in kept and one.fact is None:
                _emit_one(state, one, made[one.amount, one.money.currency, one.region])


def _emit_one(state: State, draft: Draft, alike: list[int]) -> None:
    """`alike` holds the places, in `state.facts`, of the allocations of the same amount to the same place."""
    fact = _fact(state, draft)
    for i in alike:
        known = state.facts[i]
        if isinstance(known, Allocation) and _repeats(fact, known) and not _gives_beside(fact, known):
            state.facts[i] = draft.fact = replace(known, also=(*known.also, fact.evidence))
            return
    draft.fact = fact
    alike.append(len(state.facts))
    state.facts.append(fact)


def _gives_beside(new: Allocation, known: Allocation) -> bool:
    """甲公司捐款100万元、乙集团捐款100万元: two givers in one sentence, or to one sum, give twice."""
    given = new.payers and known.payers and not set(new.payers) & set(known.payers)
    return bool(given) and (new.evidence.spans == known.evidence.spans or (new.part_of is not None and new.part_of == known.part_of))


def _fact(state: State, draft: Draft) -> Allocation:
    money, action = draft.money, draft.action
    spans = {"amount": [(money.start, money.end)], "region": list(draft.region_spans)}
    if draft.date_span:
        spans["date"] = [draft.date_span]
    return Allocation(
        evidence=evidence(state, *draft.segment, draft.rule),
        mentions=mentions(state, **spans),
        inferred=tuple(draft.inferred),
        warnings=tuple(draft.warnings),
        confidence=_confidence(draft),
        fund=draft.fund,
        amount=money.amount,
        amount_text=money.text,
        currency=money.currency,
        amount_max=money.amount_max,
        qualifier=money.qualifier,
        unit_text=money.unit_text,
        payer=draft.payer,
        payers=draft.payers,
        action=action.text if action else None,
        recipient=draft.recipient,
        target=draft.target,
        region=draft.region,
        regions=draft.regions,
        date=draft.date,
        part_of=draft.parent.fact.id if draft.parent and draft.parent.fact else None,
        partition=draft.partition,
        kind="cumulative" if draft.cumulative else "flow",
        stage=_stage(draft),
    )


def _stage(draft: Draft) -> Stage:
    return draft.stage or (draft.action.stage if draft.action else "allocated")


def _confidence(draft: Draft) -> float:
    """What the weighed decisions make likely, together; a row of a table weighs no payment.  Less where parts exceed."""
    payment, name, purpose = (chance(draft.odds.get(key, 2.0)) for key in ("payment", "name", "purpose"))
    return round(min(0.95, payment * (0.5 + name / 2) * (0.8 + purpose / 5) - 0.2 * bool(draft.warnings)), 2)


def _repeats(new: Allocation, known: Allocation) -> bool:
    """The same amount for the same place, under a like name and no other date, and the same role as part or whole."""
    return (
        (new.date == known.date or not new.date or not known.date)
        and (not new.fund or not known.fund or _likeness(new.fund, known.fund) >= 0.6)
        and (new.part_of == known.part_of or not new.part_of or not known.part_of)
        and (new.target == known.target or not new.target or not known.target or new.part_of is None)
        and (_is_gift(new) == _is_gift(known) or None in (_is_gift(new), _is_gift(known)))
    )


def _is_gift(one: Allocation) -> bool | None:
    """还了贷款20万元。…捐来20万元: is it donated, which as much paid back is not?  None where nothing says what it is."""
    said = (one.action or "") + (one.fund or "")
    return "捐" in said if said else None


def _likeness(a: str, b: str) -> float:
    shared = sum((Counter(a) & Counter(b)).values())
    return 2 * shared / (len(a) + len(b))
