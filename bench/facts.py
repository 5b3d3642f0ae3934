"""Extractions made directly, without reading a text for them: to measure what stands behind extraction at any size.

A document has a dozen facts in the proportions of real notices and news; persons, places, sums and dates keep coming
new, and bodies, roles and funds come again, as they do in texts; some sums are told again, otherwise, or passed on.
Deterministic: number and seed give the document.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Any

from bench import corpus
from kg.annotate.divisions import Region, tables
from kg.model import Allocation, Document, Event, Evidence, Extraction, Fact, Membership, RegionRef, Span, mentions

__all__ = ["extraction", "extractions"]

Draft = tuple[type[Fact], Span, dict[str, Any]]
"""Family, sentence and fields; `whole` is the place of the fact that it is a part of."""

_SECTION = 3
"""Facts of each family come in groups of so many, then a total with its parts."""
_KNOWN = 0.25
"""Share of persons who are named in other documents too."""


@cache
def _places() -> list[Region]:
    return [region for region in tables()[0].values() if region.level in (2, 3)]


@cache
def _provinces() -> list[Region]:
    """Those that have places of `_places`, municipalities left out."""
    within = {region.code[:2] for region in _places()}
    kinds = ("province", "autonomous_region")
    return [region for region in tables()[0].values() if region.kind in kinds and region.code[:2] in within]


@cache
def _family() -> list[str]:
    return corpus.surnames()


class _Maker:
    """The text of a document, sentence by sentence, and the facts that the sentences state."""

    def __init__(self, number: int, seed: int) -> None:
        self.rng = random.Random(f"{seed}:{number}")
        self.number, self.seed = number, seed
        self.host = self.rng.choice(_places())
        self.sentences: list[str] = []
        self.length = 0

    def place(self) -> Region:
        return self.host if self.rng.random() < 0.5 else self.rng.choice(_places())

    def person(self) -> str:
        # A known person comes from a pool that grows with the corpus; most names are new for good.
        if self.rng.random() < _KNOWN:
            return corpus.person(random.Random(f"{self.seed}:person:{self.rng.randrange(self.number + 10)}"), _family())
        return corpus.person(self.rng, _family())

    def day(self) -> str:
        return corpus.day(self.rng, "-")

    def say(self, sentence: str) -> Span:
        start = self.length
        self.sentences.append(sentence)
        self.length += len(sentence)
        return Span(start, self.length)


def extraction(number: int, seed: int = 1) -> Extraction:
    """Document `number` of a corpus without end, with its facts."""
    maker = _Maker(number, seed)
    drafts = [*_posts(maker), *_sums(maker), *_events(maker)]
    text = "".join(maker.sentences)
    document = Document(f"bench-{number:09d}", text, title=f"{maker.host.name}要闻", published=maker.day())
    key = document.key
    facts: list[Fact] = []
    for make, span, fields in drafts:
        evidence = Evidence(key, (span,), text[span.start : span.end], "bench.direct")
        if "whole" in fields:
            fields["part_of"] = facts[fields.pop("whole")].id
        facts.append(make(evidence=evidence, confidence=0.9, **fields))
    return Extraction(document, tuple(facts), (), maker.host.name + "人民政府")


def extractions(first: int, last: int, seed: int = 1) -> Iterator[Extraction]:
    """Documents `first` to `last`, the last one left out."""
    return (extraction(number, seed) for number in range(first, last))


def _posts(maker: _Maker) -> Iterator[Draft]:
    for _ in range(_SECTION + 1):
        body = maker.place().name + maker.rng.choice(corpus.BODIES)
        role, person, status = maker.rng.choice(corpus.ROLES), maker.person(), maker.rng.choice(_STATUS)
        span = maker.say(f"{body}{role}{person}介绍了有关情况。")
        at = span.start + len(body)
        fields = {"person": person, "role": role, "organization": body, "organization_text": body, "status": status}
        if status in ("appointed", "removed"):
            fields["since" if status == "appointed" else "until"] = maker.day()
        parts = mentions(role=[Span(at, at + len(role))])
        yield Membership, span, fields | {"mentions": parts}


_STATUS = ("current", "current", "appointed", "removed")


@dataclass(frozen=True)
class _Payment:
    """A sum and its parts, as one document or several tell it: values in 万元, that of the whole first."""

    fund: str
    payer: str
    date: str
    places: tuple[Region, ...]
    values: tuple[int, ...]


def _payment(number: int, seed: int) -> _Payment:
    """What document `number` tells: money of its own; or, by the shares of `_TOLD`, what has to do with an earlier one."""
    rng = random.Random(f"{seed}:payment:{number}")
    kind = rng.choices(list(_TOLD), list(_TOLD.values()))[0]
    if number and kind in ("again", "otherwise"):
        known = _payment(rng.randrange(number), seed)
        return known if kind == "again" else replace(known, values=(known.values[0] + 1, *known.values[1:]))
    host, date, whole = rng.choice(_places()), corpus.day(rng, "-"), rng.randint(100, 99_999)
    fund, payer = rng.choice(corpus.CAUSES) + rng.choice(corpus.FUNDS), host.name + "财政局"
    parts = tuple(rng.choice(_places()) for _ in range(_SECTION))
    if kind in ("central", "passed on"):
        province = rng.choice(_provinces())
        fund, inside = "中央财政" + fund, tuple(place for place in _places() if place.code[:2] == province.code[:2])
        parts = tuple(rng.choice(inside) for _ in range(_SECTION))
        host, payer = (province, "财政部") if kind == "central" else (rng.choice(inside), province.name + "财政厅")
    return _Payment(fund, payer, date, (host, *parts), (whole, *(rng.randint(10, whole // 3) for _ in parts)))


_TOLD = {"own": 60, "again": 15, "otherwise": 3, "central": 12, "passed on": 10}


def _sums(maker: _Maker) -> Iterator[Draft]:
    paid = _payment(maker.number, maker.seed)
    (_, whole), *parts = zip(paid.places, paid.values, strict=True)
    told = "、".join(f"{place.name}{value}万元" for place, value in parts)
    span = maker.say(f"{paid.date}，{paid.payer}下达{paid.fund}{whole}万元，其中{told}。")
    for at, (place, value) in enumerate(zip(paid.places, paid.values, strict=True)):
        yield (
            Allocation,
            span,
            {
                "fund": paid.fund, "amount": Decimal(value * 10_000), "amount_text": f"{value}万元", "payer": paid.payer,
                "payers": (paid.payer,), "action": "下达", "region": place.name,
                "regions": (RegionRef(place.name, place.code),), "date": paid.date,
            } | ({"whole": _SECTION + 1, "partition": 1} if at else {}),
        )  # fmt: skip


def _events(maker: _Maker) -> Iterator[Draft]:
    for _ in range(_SECTION + 1):
        place, date, person = maker.place(), maker.day(), maker.person()
        body, label = place.name + maker.rng.choice(corpus.BODIES), f"召开{maker.rng.choice(corpus.CAUSES)}工作推进会"
        span = maker.say(f"{date}，{body}{label}，{person}主持会议。")
        yield (
            Event,
            span,
            {
                "label": label, "date_text": date, "date": date, "date_basis": "stated",
                "participants": (body, person), "location": place.name,
            },
        )  # fmt: skip
