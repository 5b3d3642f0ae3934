"""Foreign states in front of a body's name: 越南|外交部 is Vietnam's, and no body of China's."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["foreign_at", "foreign_start", "is_foreign", "named_in"]

_LONGEST = 8
"""Characters of the longest name: 特立尼达和多巴哥."""


def foreign_start(text: str, at: int, floor: int) -> int:
    """Where the foreign state begins whose name ends at `at`, not before `floor`; `at` itself where none does."""
    match = _before().search(text, max(floor, at - _LONGEST), at)
    return match.start() if match else at


def is_foreign(name: str) -> bool:
    """Does the body's name begin with a foreign state's?"""
    return _opening().match(name) is not None


def named_in(text: str) -> list[tuple[int, str]]:
    """Where each foreign state is named in the text, and its name, in reading order."""
    return [(match.start(), match[0]) for match in _opening().finditer(text)]


def foreign_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """The foreign state whose name begins at `at`: 也门|和乍得; not that of a bank or a body (德国|复兴信贷银行)."""
    match = _opening().match(text, at, end)
    return match if match and not _OF_BODY.match(text, match.end(), end) else None


_OF_BODY = re.compile(
    r"(?!(?:政府|人民|红十字会|[政灾难]))[^，。；、的\d]{0,10}(?:银行|公司|集团|基金会?|大学|商会|使馆|贷款|外资|市场|企业|专家)|[元籍语人]|侨|华[侨人]"
)


@cache
def _names() -> str:
    """All names, the longest first, as alternatives of a pattern."""
    lines = (files("kg.annotate") / "data" / "countries.txt").read_text(encoding="utf-8").splitlines()
    names = sorted((name for line in lines if not line.startswith("#") for name in line.split()), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, names))})"


@cache
def _before() -> re.Pattern[str]:
    return re.compile(_names() + "$")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(_names())
