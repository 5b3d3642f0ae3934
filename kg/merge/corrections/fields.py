"""The fields of facts as texts: what a correction says of a fact, and how its values are set.

    values(fact)                     {"person": "林某", "role": "局长", "organization": "", …}; unknown is ""
    changed(fact, {"role": "副局长"})  the fact with other values
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

from kg.annotate.divisions import lookup
from kg.annotate.money import parse
from kg.model import (
    Allocation,
    Event,
    Evidence,
    Fact,
    Kind,
    Membership,
    RegionRef,
    Span,
    Stage,
    Status,
    decimal_text,
    mentions,
)

__all__ = ["FAMILIES", "IDENTITY", "canonical", "changed", "check", "made", "values"]

FAMILIES: dict[str, tuple[str, ...]] = {
    "membership": ("person", "role", "organization", "status", "since", "until"),
    "allocation": (
        "fund", "amount", "amount_max", "currency", "qualifier", "payer", "action", "recipient", "target", "region",
        "date", "kind", "stage",
    ),
    "event": ("label", "date", "participants", "location"),
}  # fmt: skip
"""Family → fields that a correction may name."""
IDENTITY: dict[str, tuple[str, ...]] = {
    "membership": ("person", "role", "organization"),
    "allocation": ("fund", "amount", "currency", "payer", "target", "region", "date"),
    "event": ("label", "date"),
}
"""Family → fields that tell a fact from the others of its sentence (`Fact.identity`)."""
_NEEDED = {"membership": ("person", "role"), "allocation": ("amount",), "event": ("label", "date")}
_CHOICES = {"status": get_args(Status), "kind": get_args(Kind), "stage": get_args(Stage)}
_DATES = frozenset({"date", "since", "until"})
_MONEY = frozenset({"amount", "amount_max"})
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T([01]\d|2[0-3])(?::[0-5]\d)?)?)?)?")
_CURRENCY = re.compile(r"[A-Z]{3}")


def values(fact: Fact) -> dict[str, str]:
    """Every field that a correction may name → its value as text."""
    return {name: _text(getattr(fact, name)) for name in FAMILIES[fact.type]}


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        return decimal_text(value)
    return "、".join(value) if isinstance(value, tuple) else value or ""


def check(family: str, told: Mapping[str, str], whole: bool = False) -> None:
    """Raises ValueError, with the reason, for a family, field or value that is none; `whole`: for a fact that lacks one."""
    if family not in FAMILIES:
        raise ValueError(f"no family of facts: {family!r} (there are: {', '.join(FAMILIES)})")
    for name, value in told.items():
        if name not in FAMILIES[family]:
            raise ValueError(f"no field of {family}: {name!r} (there are: {', '.join(FAMILIES[family])})")
        _check_value(name, value)
    missing = [name for name in _NEEDED[family] if not told.get(name, "" if whole else "…")]
    if missing:
        raise ValueError(f"{family} needs {' and '.join(missing)}")


def _check_value(name: str, value: str) -> None:
    if name in _CHOICES and value not in _CHOICES[name]:
        raise ValueError(f"{name} is one of {', '.join(_CHOICES[name])}, not {value!r}")
    if name in _DATES and value and not all(map(_is_date, value.split("/", 1))):
        raise ValueError(f"{name} is no date: {value!r} (write 2020, 2020-01 or 2020-01-25)")
    if name in _MONEY and value and _money(value) is None:
        raise ValueError(f"{name} is no sum: {value!r} (write 300000000 or 3亿元)")
    if name == "currency" and not _CURRENCY.fullmatch(value):
        raise ValueError(f"currency is three capital letters, not {value!r}")


def _is_date(text: str) -> bool:
    match = _ISO.fullmatch(text)
    try:
        return match is not None and bool(date(int(match[1]), int(match[2] or 1), int(match[3] or 1)))
    except ValueError:
        return False


def _money(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").replace("，", ""))
    except InvalidOperation:
        found = parse(text)
        return found[0] if found else None


def canonical(name: str, value: str) -> str:
    """The value as `values` gives it: 3亿元 → 300000000."""
    found = _money(value) if name in _MONEY and value else None
    return value if found is None else decimal_text(found)


def changed(fact: Fact, told: Mapping[str, str], how: str = "user's correction 人工更正") -> Fact:
    """The fact with these values; `inferred` says what they were before.  The values have been checked."""
    before = values(fact)
    new = {name: value for name, value in told.items() if canonical(name, value) != before[name]}
    kept = {name: value for name, value in fact.inferred if name not in new}
    said = {name: f"{before[name] or '∅'} → {value or '∅'} ({how})" for name, value in new.items()}
    moved = {name: spans for name, spans in fact.mentions if name not in new}
    found = {name: _where(fact.evidence, value) for name, value in new.items() if value}
    return replace(
        fact,
        inferred=tuple(sorted((kept | said).items())),
        mentions=mentions(**moved, **found),
        **{key: value for name, text in new.items() for key, value in _SETTERS.get(name, _plain)(name, text)},
    )


def _where(evidence: Evidence, value: str) -> tuple[Span, ...]:
    """Where the quote has the value in these words; nothing where it stands in several spans or not at all."""
    at = evidence.quote.find(value)
    if at < 0 or len(evidence.spans) > 1:
        return ()
    start = evidence.spans[0].start + at
    return (Span(start, start + len(value)),)


Set = Iterator[tuple[str, Any]]


def _plain(name: str, value: str) -> Set:
    yield name, value or None


def _several(name: str, value: str) -> Set:
    yield name, tuple(part for part in value.split("、") if part)


def _payer(name: str, value: str) -> Set:
    yield name, value or None
    yield from _several("payers", value)


def _region(name: str, value: str) -> Set:
    yield name, value or None
    parts = (part for part in value.split("、") if part)
    yield "regions", tuple(lookup(part) or RegionRef(part) for part in parts)


def _amount(name: str, value: str) -> Set:
    yield name, _money(value)
    yield "amount_text", value
    yield "unit_text", None


def _most(name: str, value: str) -> Set:
    yield name, _money(value) if value else None


def _label(name: str, value: str) -> Set:
    yield name, value


_SETTERS: dict[str, Callable[[str, str], Set]] = {
    "participants": _several,
    "payer": _payer,
    "region": _region,
    "amount": _amount,
    "amount_max": _most,
    "person": _label,
    "role": _label,
    "label": _label,
}
"""Field → what of the dataclass follows from its text; of others, the field itself."""


def made(family: str, told: Mapping[str, str], evidence: Evidence) -> Fact:
    """A fact that the user adds.  The values have been checked, as a whole."""
    empty: Fact
    if family == "membership":
        empty = Membership(evidence=evidence, person="", role="", organization=None, organization_text=None)
    elif family == "allocation":
        empty = Allocation(evidence=evidence, fund=None, amount=Decimal(-1), amount_text="")
    else:
        empty = Event(evidence=evidence, label="", date_text=told["date"], date="", date_basis="correction")
    return replace(changed(empty, told), inferred=(), confidence=1.0)
