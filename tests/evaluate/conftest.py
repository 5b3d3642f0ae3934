"""Fact lines made from gold records, whole and damaged, for the tests of evaluation."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from kg.evaluate.gold import GoldDocument

Line = dict[str, Any]


def perfect_lines(gold: GoldDocument) -> list[Line]:
    """The fact lines of an extractor that is always right."""
    lines: list[Line] = []
    for person in gold.memberships:
        named = {key: person.get(key) for key in ("person", "role", "status")}
        lines.append({"type": "membership", **named, "organization": person.get("org") or None})
    for fund in gold.allocations:
        keys = ("id", "fund", "amount_text", "target", "region", "date", "part_of")
        lines.append({"type": "allocation", **{key: fund.get(key) for key in keys}, "amount": str(fund["amount"])})
    for event in gold.events:
        lines.append({"type": "event", "label": event["label"], "date": event["date"]})
    return lines


def damaged_lines(lines: list[Line], random: Random) -> list[Line]:
    """The lines with a few things wrong: lost, doubled, reordered, and with fields cut, moved or emptied."""
    lines = [dict(line) for line in lines if random.random() > 0.1]
    for line in lines:
        while random.random() < 0.4:
            random.choice(_DAMAGES)(line, lines, random)
    lines += [dict(line) for line in lines if random.random() < 0.1]
    if random.random() < 0.5:
        random.shuffle(lines)
    return lines


def _key(line: Line, random: Random) -> str:
    return random.choice([key for key in line if key not in ("type", "id", "part_of", "amount")] or ["none"])


def _empty(line: Line, lines: list[Line], random: Random) -> None:
    line[_key(line, random)] = random.choice([None, "", "全国", "各地"])


def _forget(line: Line, lines: list[Line], random: Random) -> None:
    key = _key(line, random)
    line.pop(key, None)


def _swap(line: Line, lines: list[Line], random: Random) -> None:
    other = random.choice(lines)
    key = _key(line, random)
    line[key], other[key] = other.get(key), line.get(key)


def _cut(line: Line, lines: list[Line], random: Random) -> None:
    key = _key(line, random)
    text = str(line.get(key) or "")
    line[key] = text[random.randint(0, 2) : len(text) - random.randint(0, 3)]


def _pad(line: Line, lines: list[Line], random: Random) -> None:
    key = _key(line, random)
    line[key] = (
        random.choice(["中华人民共和国", "　", "“"]) + str(line.get(key) or "") + random.choice(["省", "，", ":00"])
    )


def _whole(line: Line, lines: list[Line], random: Random) -> None:
    if line["type"] == "allocation":
        line["part_of"] = random.choice([None, "f1", "f2", "missing"])


def _amount(line: Line, lines: list[Line], random: Random) -> None:
    if line["type"] == "allocation":
        others = [other["amount"] for other in lines if other["type"] == "allocation"]
        line["amount"] = random.choice([*others, None, float(line["amount"] or 0) * random.choice([10, 1.0000001])])


_DAMAGES: tuple[Callable[[Line, list[Line], Random], None], ...] = (_empty, _forget, _swap, _cut, _pad, _whole, _amount)


@pytest.fixture
def perfect() -> Callable[[GoldDocument], list[Line]]:
    return perfect_lines


@pytest.fixture
def damaged() -> Callable[[list[Line], Random], list[Line]]:
    return damaged_lines
