"""Documents once more with other names for their persons, so that what stands around a name is learned apart from its characters.

A written sample has mostly names that are easily told; each copy gives its persons names of the harder kinds too: words that begin
with a surname (费用) or stand behind one (汤泉水), rare and compound surnames, names put together of the syllables of other peoples.  Some lose
their names, so that a title stands right before a verb (局长主持会议).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from random import Random

import rjieba

from kg.annotate.name_words import NOT_NAMES, OTHER_PEOPLES
from kg.annotate.names import given
from kg.annotate.surnames import surnames
from kg.evaluate import GoldDocument
from kg.evaluate.gold import Record

__all__ = ["renamed", "words"]

_NAMELESS = 0.15
"""The share of persons that a copy leaves without a name."""
_HAN = re.compile(r"[\u4e00-\u9fff]{2,4}")


def words(documents: Iterable[GoldDocument]) -> tuple[str, ...]:
    """The words of the documents, and the listed ones, that a surname opens: 计划, 毛毛雨; sorted."""
    table = surnames()
    found = {word for document in documents for word in rjieba.cut(document.document.text) if len(word) in (2, 3)}
    return tuple(
        sorted(w for w in found | NOT_NAMES if _HAN.fullmatch(w) and table.get(w[0], -1.0) >= 0.0 and len(w) < 4)
    )


def renamed(document: GoldDocument, stock: Sequence[str]) -> GoldDocument:
    """A copy of the document in which each annotated person with a name of Chinese characters has another one."""
    random = Random(document.document.id)
    old = sorted({record["person"] for record in document.memberships if _HAN.fullmatch(record["person"])})
    names = {name: "" if random.random() < _NAMELESS else _name(random, stock) for name in old}
    if not names:
        return document
    pattern = re.compile("|".join(sorted(names, key=lambda name: (-len(name), name))))
    text = pattern.sub(lambda match: names[match[0]], document.document.text)
    memberships = tuple(
        {**record, "person": names.get(record["person"], record["person"])} for record in document.memberships
    )
    events = tuple(_of(record, names) for record in document.events)
    return replace(document, document=replace(document.document, text=text), memberships=memberships, events=events)


def _of(event: Record, names: dict[str, str]) -> Record:
    return {**event, "participants": [other for name in event.get("participants") or () if (other := names.get(name, name))]}


def _name(random: Random, stock: Sequence[str]) -> str:
    """A name of one of the harder kinds, or an ordinary one."""
    kind, (singles, rare, compound) = random.random(), _surnames()
    if kind < 0.3:
        return random.choice(stock)
    if kind < 0.4:
        return (
            random.choice(singles)
            + (random.choice(_given_characters()) if kind < 0.35 else "")
            + random.choice(stock)[-2:]
        )
    if kind < 0.55:
        return random.choice(_syllables()) + random.choice(_syllables() if random.random() < 0.5 else _pairs())
    surname = random.choice(singles if kind < 0.75 else rare if kind < 0.88 else compound)
    return surname + "".join(random.choices(_given_characters(), k=random.choice((1, 2))))


@cache
def _surnames() -> tuple[list[str], list[str], list[str]]:
    table = surnames()
    singles = sorted(s for s in table if len(s) == 1 and table[s] >= 0.0)
    return singles, sorted(s for s in table if table[s] < 0.0), sorted(s for s in table if len(s) == 2)


@cache
def _syllables() -> list[str]:
    return sorted(word for word in OTHER_PEOPLES if len(word) == 2)


@cache
def _pairs() -> list[str]:
    """Syllables that are listed nowhere, of the characters of those that are."""
    characters = sorted({c for word in OTHER_PEOPLES for c in word})
    return [a + b for a, b in zip(characters, reversed(characters), strict=True)]


@cache
def _given_characters() -> list[str]:
    return [c for c in map(chr, range(0x4E00, 0xA000)) if given(c) > 0.0]
