"""Foreign states in front of a body's name: 越南|外交部 is Vietnam's, and no body of China's."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["foreign_start", "is_foreign"]

_LONGEST = 8
"""Characters of the longest name: 特立尼达和多巴哥."""


def foreign_start(text: str, at: int, floor: int) -> int:
    """Where the foreign state begins whose name ends at `at`, not before `floor`; `at` itself where none does."""
    match = _before().search(text, max(floor, at - _LONGEST), at)
    return match.start() if match else at


def is_foreign(name: str) -> bool:
    """Does the body's name begin with a foreign state's?"""
    return _opening().match(name) is not None


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
