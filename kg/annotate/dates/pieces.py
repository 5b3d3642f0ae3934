"""What the table of atoms (`kg.annotate.dates.kinds`) is put together of: its row, and the pieces of pattern that rows share.

    N finds the 12 of 12月 and of 12日, C the 十二 of 十二月; SEPARATOR stands in 1月至3月 and in 14—18日
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.annotate.dates.meanings import Meaning

__all__ = ["DIGITS", "NUMERALS", "SEPARATOR", "C", "Kind", "N", "initials"]

SEPARATOR = r"[ ]?(?:至|到|[-—–―~～]{1,2})[ ]?"
"""What stands between the two ends of an interval."""

N = r"(?<![\d.,:])\d{1,2}"
C = "[一二两三四五六七八九十廿卅]{1,4}"
DIGITS = "0123456789"
NUMERALS = "一二两三四五六七八九十廿卅"


def initials(table: Iterable[str]) -> str:
    """The characters that the words begin with, as `Kind.first` takes them."""
    return "".join(word[0] for word in table)


@dataclass(frozen=True, slots=True)
class Kind:
    """One class of atoms: its rank, the characters it may begin with, its patterns, the reader of its meaning."""

    name: str
    rank: int
    first: str
    patterns: tuple[str, ...]
    read: Callable[[str], Meaning]
    weak: bool = False
