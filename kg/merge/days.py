"""Dates of mixed precision as texts that sort: 2020 before 2020-05 before 2020-05-03; `late` is after them all."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["LAST", "days", "late"]

LAST = "~"
"""Sorts after every date."""
_NUMBER = re.compile(r"\d+")
_DAY = 10


def late(iso: str) -> str:
    """A text that sorts after every day of `iso`: of 2020-05 after 2020-05-31, before 2020-06."""
    return iso + LAST


def days(one: str, other: str) -> int:
    """About how many days lie between the beginnings of two dates; off by a few, for it is compared with months."""
    return abs(_number(one) - _number(other))


@lru_cache(maxsize=1 << 14)
def _number(iso: str) -> int:
    year, month, day = (*map(int, _NUMBER.findall(iso[:_DAY])), 1, 1, 1)[:3]
    return year * 365 + month * 30 + day
