"""When two values count as the same: names, places, amounts and dates in one spelling."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from kg.evaluate.gold import Record

_UNSEEN = str.maketrans("", "", " \t\r\n\u3000“”\"'‘’《》「」")
_STATE = re.compile("^(?:中华人民共和国|中国共产党|中共)")
_RANK = re.compile("(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|地区|省|市|县|区|盟|旗)$")
_AND = re.compile("[、，,和及]")
_WHOLE_COUNTRY = {"", "全国", "各地", "地方", "各省", "全国各地", "各地区"}
_ZERO_SECONDS = re.compile(r"(T\d\d:\d\d):00")
_FULL_HOUR = re.compile(r"(T\d\d)(?=$|/)")


def plain(value: object) -> str:
    """A value as text without blanks, quotation marks and differences of width; None, "" and 0 are empty."""
    return _plain(str(value)) if value else ""


@lru_cache(maxsize=1 << 14)
def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_UNSEEN)


def accepted(record: Record, *keys: str) -> Iterator[object]:
    """All values that a gold record holds under `keys`, those of lists one by one; None is no value."""
    for key in keys:
        value = record.get(key)
        for item in value if isinstance(value, list) else [value]:
            if item is not None:
                yield item


def overlap(one: str, other: str) -> int:
    """How many characters two strings share, repeated ones counted as often as in both."""
    return (Counter(one) & Counter(other)).total()


def likeness(one: object, other: object) -> float:
    """F1 of the characters of two strings, 0..1, regardless of order; two empty ones are alike."""
    a, b = plain(one), plain(other)
    if not a or not b:
        return 1.0 if a == b else 0.0
    return 2 * overlap(a, b) / (len(a) + len(b))


def organization(value: object) -> str:
    """An organization's name without 中华人民共和国 and 中共 before it."""
    return _STATE.sub("", plain(value))


def places(value: object) -> frozenset[str]:
    """The places named, without the word for their rank (湖北省 → 湖北); empty for the whole country and for none."""
    names = (name for name in _AND.split(plain(value)) if name not in _WHOLE_COUNTRY)
    return frozenset(short if len(short := _RANK.sub("", name)) >= 2 else name for name in names)


def number(value: object) -> float | None:
    """An amount; None where it is none."""
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return None


def same_amount(wanted: object, found: object) -> bool:
    """Whether two amounts are equal, to a millionth."""
    a, b = number(wanted), number(found)
    return a is not None and b is not None and abs(b - a) <= 1e-6 * max(1.0, abs(a))


def date(value: object) -> str:
    """An ISO date in one spelling: T21 is T21:00, and seconds of zero are none."""
    return _FULL_HOUR.sub(r"\1:00", _ZERO_SECONDS.sub(r"\1", plain(value).upper().replace("Z", "")))
