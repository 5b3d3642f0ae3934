"""Spoken amounts: 两毛五, 三块零四, 七蚊, 15k左右, 几十万块, 五个半.

Only for texts that are known to be one amount; running text has none of this that counts.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kg.annotate.currencies import PREFIXES, SUFFIXES
from kg.annotate.numerals import CHINESE_NUMERAL, number

__all__ = ["colloquial"]

Value = tuple[Decimal, str, Decimal | None]
"""Amount, currency, upper end of a range."""

_N = rf"[\d.{CHINESE_NUMERAL}]"
_PREFIX = "|".join(re.escape(p) for p in sorted(PREFIXES, key=len, reverse=True))
_SUFFIX = "|".join(sorted(SUFFIXES, key=len, reverse=True))
_SPOKEN = re.compile(
    rf"(?P<prefix>{_PREFIX})?"
    rf"(?:(?P<whole>{_N}+)?(?P<unit>块|元|蚊|个)(?P<half>半)?(?P<tenths>零?[{CHINESE_NUMERAL}\d])?(?![角毛毫分仙]))?"
    rf"(?:(?P<jiao>{_N}+)[角毛毫](?P<last>[{CHINESE_NUMERAL}\d])?(?![分仙]))?(?:零?(?P<fen>{_N}+)[分仙])?钱?"
)
_LATIN = re.compile(rf"(?:(?P<low>\d+)[~-])?(?P<high>\d+(?:\.\d+)?)(?P<letter>[kKwW])(?P<unit>{_SUFFIX})?")
_VAGUE = re.compile(
    rf"(?P<prefix>{_PREFIX})?(?:(?P<few>[几数])(?P<scale>[十百千]?[万亿]?)|"
    rf"(?P<teens>十[几多]))(?P<unit>{_SUFFIX})(?:钱|人民币)?"
)
_BARE_RANGE = re.compile(r"[到至~-]{1,2}")
_LETTERS = {"k": Decimal(1000), "w": Decimal(10000)}


def colloquial(text: str) -> Value | None:
    """`(amount, currency, upper end or None)` of a spoken amount, or None."""
    if latin := _latin(text):
        return latin
    ends = _BARE_RANGE.split(text)
    if len(ends) == 2:
        low, high = _spoken(ends[0]), _spoken(ends[1])
        return (low[0], high[1], high[0]) if low and high else None
    return _vague(text) or _spoken(text)


def _spoken(text: str) -> Value | None:
    """三块零四 is 3.04, 两毛五 0.25, 个半 1.5, 个九 1.9."""
    match = _SPOKEN.fullmatch(text)
    if match is None or not any(match[g] for g in ("unit", "jiao", "fen")):
        return None
    amount = Decimal(0)
    if match["unit"]:
        whole = number(match["whole"]) if match["whole"] else Decimal(1)
        if whole is None:
            return None
        amount += whole + (Decimal("0.5") if match["half"] else 0)
        tail = match["tenths"]
        if tail:
            amount += (number(tail[-1]) or 0) * Decimal("0.01" if tail[0] == "零" and len(tail) > 1 else "0.1")
    for group, weight in (("jiao", "0.1"), ("last", "0.01"), ("fen", "0.01")):
        if match[group]:
            value = number(match[group])
            if value is None:
                return None
            amount += value * Decimal(weight)
    return amount, PREFIXES.get(match["prefix"] or "", "CNY"), None


def _latin(text: str) -> Value | None:
    """15k, 30w, 10~15k元."""
    match = _LATIN.fullmatch(text)
    if match is None:
        return None
    scale = _LETTERS[match["letter"].lower()]
    currency = SUFFIXES.get(match["unit"] or "元", "CNY")
    high = Decimal(match["high"]) * scale
    return (Decimal(match["low"]) * scale, currency, high) if match["low"] else (high, currency, None)


def _vague(text: str) -> Value | None:
    """几十万块 is 100,000 to 1,000,000; 十几块 10 to 20."""
    match = _VAGUE.fullmatch(text)
    if match is None:
        return None
    currency = SUFFIXES[match["unit"]]
    if match["teens"]:
        return Decimal(10), currency, Decimal(20)
    low = number("1" + match["scale"]) if match["scale"] else Decimal(1)
    return (low, currency, low * 10) if low else None
