"""What a user writes into the sheets, as values; and how facts are written for users to read and change.

    人物=林正；职务=局长；机构=宜昌市财政局          the fields of a fact; 状态=现任 and the like in Chinese
    任职：人物=林正；职务=局长                    a fact that was missed, with its family
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.export.labels import FAMILIES, FIELDS, VALUES
from kg.merge.corrections.fields import FAMILIES as FIELDS_OF
from kg.merge.corrections.fields import canonical, check

__all__ = ["Missed", "changes", "field_names", "is_marked", "missed", "parse_fields", "written"]

_CHOICES = {"status": ("current", "former", "appointed", "removed", "acting"), "kind": ("flow", "cumulative"),
            "stage": ("planned", "allocated", "disbursed")}  # fmt: skip
_UNMARKED = frozenset({"", "0", "否", "n", "no", "-"})
_NOTHING = frozenset({"0", "无", "没有", "none", "no"})
_FAMILIES = {name: family for family, names in FAMILIES.items() for name in (*names, family)}
_FAMILY = re.compile(rf"\s*({'|'.join(sorted(map(re.escape, _FAMILIES), key=len, reverse=True))})\s*[:：]\s*")
QUOTE = "原文"
"""Field of a missed fact that says which words of the passage are its sentence."""


@dataclass(frozen=True, slots=True)
class Missed:
    """What a passage's facts lack: how many, and those that the user wrote down, (family, fields, quote or "")."""

    number: int
    facts: tuple[tuple[str, dict[str, str], str], ...] = ()


def field_names(family: str) -> dict[str, str]:
    """Every name, Chinese or English, of the fields of a family → field."""
    return {name: field for field in FIELDS_OF[family] for name in (field, FIELDS[field][0])}


def written(told: Iterable[tuple[str, str]]) -> str:
    """The known fields of a fact, as a user reads and writes them."""
    known = ((field, VALUES[value] if field in _CHOICES else value) for field, value in told if value)
    return "；".join(f"{FIELDS[field][0]}={value}" for field, value in known)


def parse_fields(text: str, family: str) -> dict[str, str]:
    """Field → value.  Raises ValueError for what is no field or value of the family; a value may be empty: unknown."""
    names = field_names(family) | {QUOTE: QUOTE}
    some = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    heads = list(re.finditer(rf"(?:^|[;；\n])\s*({some})\s*[=＝]", text))
    if not heads or text[: heads[0].start()].strip():
        known = "、".join(FIELDS[field][0] for field in FIELDS_OF[family])
        raise ValueError(f"write 字段=值；字段=值, not {text.strip()[:40]!r} (字段: {known})")
    found: dict[str, str] = {}
    for at, head in enumerate(heads):
        end = heads[at + 1].start() if at + 1 < len(heads) else len(text)
        field, value = names[head[1]], text[head.end() : end].strip(" \t\r\n；;")
        if stray := re.search(r"[;；\n]\s*([\w（）]{1,8})\s*[=＝]", value):
            raise ValueError(f"no field of {FAMILIES[family][0]}: {stray[1]}")
        found[field] = _value(field, value)
    return found


def _value(field: str, value: str) -> str:
    """现任 → current; other values as they are."""
    named = {VALUES[choice]: choice for choice in _CHOICES.get(field, ())}
    return named.get(value, value)


def changes(text: str, family: str, told: dict[str, str]) -> dict[str, str]:
    """The fields of `text` that differ from what a fact says.  Raises ValueError."""
    found = parse_fields(text, family)
    found.pop(QUOTE, None)
    check(family, found)
    return {field: value for field, value in found.items() if canonical(field, value) != told.get(field, "")}


def is_marked(text: str) -> bool:
    """Does a cell hold a mark: √, x, 1, 是 …?"""
    return text.strip().lower() not in _UNMARKED


def missed(text: str) -> Missed | None:
    """What a user says was missed in a passage: 0 or 无, a number, or the facts, one a line; None: nobody has looked.

    Raises ValueError.
    """
    text = text.strip()
    if not text:
        return None
    if text.lower() in _NOTHING:
        return Missed(0)
    if text.isdecimal():
        return Missed(int(text))
    facts = tuple(_fact(line) for line in _joined(text.splitlines()))
    return Missed(len(facts), facts)


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """The lines, each that begins no fact being part of the one before it."""
    fact = ""
    for line in filter(str.strip, lines):
        if fact and _FAMILY.match(line):
            yield fact
            fact = ""
        fact = f"{fact}\n{line}" if fact else line
    if fact:
        yield fact


def _fact(text: str) -> tuple[str, dict[str, str], str]:
    head = _FAMILY.match(text)
    if not head:
        some = "、".join(names[0] for names in FAMILIES.values())
        raise ValueError(f"write 任职：字段=值；字段=值, or how many were missed, not {text[:40]!r} (one of {some} in front)")
    family = _FAMILIES[head[1]]
    found = parse_fields(text[head.end() :], family)
    quote = found.pop(QUOTE, "")
    check(family, found, whole=True)
    return family, found, quote
