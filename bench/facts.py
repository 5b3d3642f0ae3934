"""Extractions made directly, without reading a text for them: to measure what stands behind extraction at any size.

A document has a dozen facts in the proportions of real notices and news; persons, places, sums and dates keep coming
new, and bodies, roles and funds come again, as they do in texts.  Deterministic: number and seed give the document.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
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


def _sums(maker: _Maker) -> Iterator[Draft]:
    payer = maker.host.name + "财政局"
    fund = maker.rng.choice(corpus.CAUSES) + maker.rng.choice(corpus.FUNDS)
    date, whole, places = maker.day(), maker.rng.randint(100, 99_999), [maker.place() for _ in range(_SECTION)]
    values = [whole, *(maker.rng.randint(10, whole // 3) for _ in places)]
    told = "、".join(f"{place.name}{value}万元" for place, value in zip(places, values[1:], strict=True))
    span = maker.say(f"{date}，{payer}下达{fund}{whole}万元，其中{told}。")
    for at, (place, value) in enumerate(zip([maker.host, *places], values, strict=True)):
        yield (
            Allocation,
            span,
            {
                "fund": fund, "amount": Decimal(value * 10_000), "amount_text": f"{value}万元", "payer": payer,
                "payers": (payer,), "action": "下达", "region": place.name,
                "regions": (RegionRef(place.name, place.code),), "date": date,
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
