"""Numbers as Chinese texts write them, in Arabic digits, in Chinese numerals, or in both at once.

`number("3.6")` → 3.6 · `number("1亿3000万")` → 130000000 · `number("一千八百六十")` → 1860 ·
`number("二〇二〇")` → 2020 · `number("叁仟贰佰")` → 3200 · `number("廿三")` → 23 · `number("半")` → 0.5
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

__all__ = ["CHINESE_DIGITS", "CHINESE_NUMERAL", "number"]

_ZEROS = "零〇○◯"
_WRITTEN = (_ZEROS, "一壹", "二贰两貳兩", "三叁參叄", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
_DIGIT = {character: Decimal(value) for value, characters in enumerate(_WRITTEN) for character in characters}

CHINESE_DIGITS = "".join(_DIGIT)
"""The characters that stand for one digit, for character classes."""

CHINESE_NUMERAL = CHINESE_DIGITS + "十拾百佰千仟廿卅"
"""The characters of a Chinese numeral below 万, for character classes."""

_MULTIPLIERS = (("亿", Decimal(10**8)), ("万", Decimal(10**4)))
_FOLD = str.maketrans("０１２３４５６７８９．，萬億拾佰仟", "0123456789.,万亿十百千")
_POSITION = str.maketrans({**{c: str(int(v)) for c, v in _DIGIT.items()}, "O": "0", "o": "0"})
_ARABIC = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
_POSITIONAL = re.compile(rf"[{CHINESE_DIGITS}Oo]*[{CHINESE_DIGITS}][{CHINESE_DIGITS}0Oo]+")
_ONE = rf"(?:\d+(?:,\d{{3}})*(?:\.\d+)?|[{CHINESE_DIGITS}]|半)"
_DECIMAL = re.compile(rf"(?P<whole>.+)点(?P<places>[{CHINESE_DIGITS}]+|\d+)(?P<unit>[十百千]?)")
_SECTION = re.compile(
    rf"(?:(?P<thousands>{_ONE})千)?[{_ZEROS}]?(?:(?P<hundreds>{_ONE})百)?[{_ZEROS}]?"
    rf"(?:(?P<tens>{_ONE}?)十|(?P<score>[廿卅]))?[{_ZEROS}]?(?P<ones>{_ONE})?"
)
_UNIT = {"": Decimal(1), "十": Decimal(10), "百": Decimal(100), "千": Decimal(1000)}
_SCORE = {"廿": Decimal(20), "卅": Decimal(30), None: Decimal(0)}


@lru_cache(maxsize=8192)
def number(text: str) -> Decimal | None:
    """The value of a numeral, exact, or None where `text` is not one number and nothing else.

    The multipliers 十 百 千 万 亿 may follow Arabic and Chinese digits alike (`3千万`, `12.5亿`,
    `两万亿`); a bare `百` or `万` is vague and gives None, a bare `十` is 10.
    """
    text = text.strip().translate(_FOLD)
    if _ARABIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _POSITIONAL.fullmatch(text):
        return Decimal(text.translate(_POSITION))
    return Decimal("0.5") if text == "一半" else _multiplied(text)


def _multiplied(text: str) -> Decimal | None:
    """`text` split at its last 亿, else its last 万: the number before it times that, plus what follows."""
    for mark, factor in _MULTIPLIERS:
        head, found, tail = text.rpartition(mark)
        if found:
            multiple, rest = number(head), _remainder(tail, factor)
            return None if multiple is None or rest is None else multiple * factor + rest
    return _section(text)


def _remainder(tail: str, factor: Decimal) -> Decimal | None:
    """What follows 万 or 亿: 一万二 is 12,000, 一万零二 is 10,002."""
    if not tail:
        return Decimal(0)
    if tail == "半" or (len(tail) == 1 and (tail in "123456789" or _DIGIT.get(tail, 0) > 0)):
        value = number(tail)
        return None if value is None else value * factor / (1 if tail == "半" else 10)
    return number(tail.lstrip(_ZEROS))


def _section(text: str) -> Decimal | None:
    """A number below 万, or with one decimal point: 一千八百六十, 三点六, 3千."""
    point = _DECIMAL.fullmatch(text)
    if point:
        whole = number(point["whole"])
        places = point["places"].translate(_POSITION)
        return None if whole is None else (whole + Decimal(f"0.{places}")) * _UNIT[point["unit"]]
    match = _SECTION.fullmatch(text)
    if match is None or not text:
        return None
    value = _one(match["thousands"]) * 1000 + _one(match["hundreds"]) * 100 + _SCORE[match["score"]]
    value += (_one(match["tens"]) if match["tens"] else 1) * 10 if "十" in text else 0
    # 一百五 is 150 and 三千二 is 3,200, but 一百零五 is 105.
    before = text[match.start("ones") - 1] if match["ones"] and match.start("ones") else ""
    return value + _one(match["ones"]) * {"百": 10, "千": 100}.get(before, 1)


def _one(text: str | None) -> Decimal:
    if not text:
        return Decimal(0)
    if text == "半":
        return Decimal("0.5")
    return _DIGIT[text] if text in _DIGIT else Decimal(text.replace(",", ""))
