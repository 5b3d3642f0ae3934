"""Numerals: a table of readings, and what must hold of every number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.numerals import number

READINGS = [
    ("3.6", "3.6"),
    ("12,345", "12345"),
    ("1,234,567.8", "1234567.8"),
    ("０", "0"),
    ("１２．５", "12.5"),
    ("两", "2"),
    ("十", "10"),
    ("十五", "15"),
    ("二十", "20"),
    ("廿三", "23"),
    ("卅", "30"),
    ("半", "0.5"),
    ("一半", "0.5"),
    ("一百五", "150"),
    ("一百零五", "105"),
    ("一百一十五", "115"),
    ("一千八百六十", "1860"),
    ("一千零五", "1005"),
    ("叁仟贰佰", "3200"),
    ("二〇二〇", "2020"),
    ("二00三", "2003"),
    ("二OO八", "2008"),
    ("一万二", "12000"),
    ("一万零二", "10002"),
    ("一万零二百", "10200"),
    ("3千万", "30000000"),
    ("12.5亿", "1250000000"),
    ("1亿3000万", "130000000"),
    ("两万亿", "2000000000000"),
    ("2萬億3000萬", "2000030000000"),
    ("三点六", "3.6"),
    ("三点五亿", "350000000"),
    ("壹拾贰万叁仟", "123000"),
]


@pytest.mark.parametrize(("text", "value"), READINGS)
def test_reading(text: str, value: str) -> None:
    assert number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", " ", "元", "百", "万", "百万", "12,34", "1.2.3", "十个", "第三", "三-五", "几十"])
def test_not_one_number(text: str) -> None:
    assert number(text) is None


def _written(value: int) -> str:
    """An independent writer of 0..99,999,999 in Chinese numerals."""
    digits, units = "零一二三四五六七八九", ["", "十", "百", "千"]
    if value >= 10000:
        head, rest = divmod(value, 10000)
        gap = "零" if 0 < rest < 1000 else ""
        return _written(head) + "万" + gap + (_written(rest) if rest else "")
    places = units[: len(str(value))][::-1]
    text = "".join(digits[int(d)] + (unit if d != "0" else "") for d, unit in zip(str(value), places, strict=True))
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.rstrip("零") or "零"


@given(st.integers(0, 99_999_999))
def test_reads_back_what_is_written(value: int) -> None:
    assert number(_written(value)) == value


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False), st.sampled_from(["万", "亿"]))
def test_multipliers_are_exact(value: Decimal, unit: str) -> None:
    assert number(f"{value}{unit}") == value * (10**4 if unit == "万" else 10**8)


@given(st.text(max_size=12))
def test_never_raises(text: str) -> None:
    result = number(text)
    assert result is None or result >= 0
