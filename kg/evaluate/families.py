"""The rules of each family: which gold records and facts count, and when a fact is the one annotated.

One `Family` a family, in one explicit table; `right(gold, fact, strict)` compares a gold record with a fact line.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluate.gold import GoldDocument, Record
from kg.evaluate.normalize import accepted, date, likeness, number, organization, overlap, places, plain, same_amount

FUND_LIKENESS = 0.6
TARGET_LIKENESS = 0.4
LABEL_LIKENESS = 0.4
LABEL_WITHIN_EVIDENCE = 0.8
LABEL_LIMIT = 24
"""Characters that a label may have, whatever the length of the gold label; else twice as many as that."""


@dataclass(frozen=True, slots=True)
class Family:
    """How one family is scored.

    `fact_type` is the type of its fact lines; `gold` and `found` choose (and derive) the records that count;
    `identity` tells which fact lines are one fact; `right` compares; `is_neutral` names facts that do not count.
    """

    name: str
    fact_type: str
    modes: tuple[str, ...]
    gold: Callable[[GoldDocument], Sequence[Record]]
    found: Callable[[Sequence[Record]], Sequence[Record]]
    identity: Callable[[Record], Hashable]
    right: Callable[[Record, Record, bool], bool]
    is_neutral: Callable[[GoldDocument, Record], bool]


def membership_right(gold: Record, fact: Record, strict: bool) -> bool:
    """Person and role as annotated, and the organization right; strict: the status too."""
    if plain(gold["person"]) != plain(fact.get("person")):
        return False
    if strict and not gold.get("status_soft") and plain(gold.get("status")) != plain(fact.get("status")):
        return False
    role, body = plain(fact.get("role")), organization(fact.get("organization"))
    roles = {plain(value) for value in accepted(gold, "role", "role_text", "role_norm", "role_alt")}
    if role in roles and organization_right(gold, body, strict):
        return True
    return any(role == plain(r) and body == organization(o) for r, o in gold.get("alt", ()))


def organization_right(gold: Record, body: str, strict: bool) -> bool:
    """Whether `body` is the resolved name or an alternative; lenient: also as written, or one ends with the other."""
    names = {organization(value) for value in accepted(gold, "org", "org_alt")}
    if body in names or (not body and not gold.get("org")):
        return True
    if strict or not body or not names:
        return False
    if body == organization(gold.get("org_text")):
        return True
    return any(min(len(body), len(name)) >= 2 and (body.endswith(name) or name.endswith(body)) for name in names)


def allocation_right(gold: Record, fact: Record, strict: bool) -> bool:
    """Amount and region as annotated, fund and target alike; strict: the date too.  `soft` fields are not compared."""
    soft = gold.get("soft", ())
    if not (same_amount(gold["amount"], fact.get("amount")) and region_right(gold, fact)):
        return False
    for key, floor in (("fund", FUND_LIKENESS), ("target", TARGET_LIKENESS)):
        if key in soft or not gold.get(key):
            continue
        if all(likeness(value, fact.get(key)) < floor for value in accepted(gold, key, f"{key}_alt")):
            return False
    return not strict or "date" in soft or date(gold.get("date")) == date(fact.get("date"))


def region_right(gold: Record, fact: Record) -> bool:
    """Whether the places are the same; a part may leave out, or repeat, the region that it shares with its whole."""
    wanted = {places(gold.get("region"))} | {places(value) for value in accepted(gold, "region_alt")}
    shared = {places(gold.get("region_of_whole")), frozenset[str]()}
    if gold.get("part_of") and wanted & shared:
        wanted |= shared
    return "region" in gold.get("soft", ()) or places(fact.get("region")) in wanted


def part_right(gold: Record, fact: Record, strict: bool) -> bool:
    """Amount, amount of the whole, and region."""
    amounts = same_amount(gold["whole"], fact["whole"]) and same_amount(gold["amount"], fact.get("amount"))
    return amounts and region_right(gold, fact)


def event_right(gold: Record, fact: Record, strict: bool) -> bool:
    """The date, strict: of the same precision, lenient: of the same first day; and a label that tells the event."""
    mine, label = date(fact.get("date")), plain(fact.get("label"))
    dates = [date(value) for value in accepted(gold, "date", "value", "date_alt", "value_alt")]
    if not mine or not label:
        return False
    if mine not in dates and (strict or all(mine[:10] != wanted[:10] for wanted in dates)):
        return False
    return label_right(gold, label)


def label_right(gold: Record, label: str) -> bool:
    """Whether a label is no sentence, and is like the gold one, or holds its trigger, or comes from its evidence."""
    if len(label) > max(LABEL_LIMIT, 2 * len(plain(gold["label"]))):
        return False
    trigger = plain(gold.get("trigger"))
    if likeness(gold["label"], label) >= LABEL_LIKENESS or (trigger and trigger in label):
        return True
    return len(label) >= 4 and overlap(label, plain(gold.get("evidence"))) / len(label) >= LABEL_WITHIN_EVIDENCE


def parts_of(records: Sequence[Record]) -> list[Record]:
    """The allocations that are part of another, each with the amount of that one under `whole`; equal ones once."""
    amounts = {record.get("id"): record.get("amount") for record in records}
    parts = ({**record, "whole": amounts.get(record["part_of"])} for record in records if record.get("part_of"))
    return list({part_identity(part): part for part in parts}.values())


def part_identity(record: Record) -> Hashable:
    """Amount, amount of the whole, places."""
    return number(record.get("amount") or 0), number(record.get("whole") or 0), places(record.get("region"))


def with_role(records: Sequence[Record]) -> list[Record]:
    """A name without a role is neither asked for nor counted."""
    return [record for record in records if record.get("role")]


def _identity(*keys: str) -> Callable[[Record], Hashable]:
    return lambda record: tuple(plain(record.get(key)) for key in keys)


def _person_is_neutral(gold: GoldDocument, fact: Record) -> bool:
    return plain(fact.get("person")) in map(plain, gold.neutral_people)


def _amount_is_neutral(gold: GoldDocument, fact: Record) -> bool:
    return plain(fact.get("amount_text")) in map(plain, gold.neutral_amounts)


_BOTH = ("strict", "lenient")
FAMILIES: Mapping[str, Family] = {
    family.name: family
    for family in (
        Family(
            "membership", "membership", _BOTH,
            lambda gold: with_role(gold.memberships), with_role,
            _identity("person", "role", "organization"), membership_right, _person_is_neutral,
        ),
        Family(
            "allocation", "allocation", _BOTH,
            lambda gold: gold.allocations, list,
            _identity("amount", "fund", "region", "target", "date"), allocation_right, _amount_is_neutral,
        ),
        Family(
            "parts", "allocation", ("lenient",),
            lambda gold: parts_of(gold.allocations), parts_of,
            part_identity, part_right, lambda gold, fact: False,
        ),
        Family(
            "event", "event", _BOTH,
            lambda gold: gold.events, list,
            lambda fact: (date(fact.get("date")), plain(fact.get("label"))), event_right, lambda gold, fact: False,
        ),
    )
}  # fmt: skip
