"""Provinces told by one character each, in a list that says what they are: 甘、川、陕三省, 苏浙沪两省一市, 川甘各3000万元."""

from __future__ import annotations

import re

from kg.annotate.divisions import by_code
from kg.annotate.passage import Passage, RegionMention

__all__ = ["abbreviated"]

_CODES = dict(zip(
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇藏陕甘青宁新",
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65".split(),
    strict=True,
))  # fmt: skip
"""The official abbreviations of provinces and their codes (GB/T 2260)."""
_ONE = f"[{''.join(_CODES)}]"
_NUMBER = "[两二三四五六七八九十]"
_LIST = re.compile(rf"{_ONE}(?:[、和及与]?{_ONE})+(?=等?{_NUMBER}(?:省|地(?!区))|等?省(?:（|份|区|$|[，。；、])|各[\d两三四五六七八九十])")


def abbreviated(passage: Passage) -> list[RegionMention]:
    """The provinces of such lists in the passage, in reading order."""
    found: list[RegionMention] = []
    for listed in _LIST.finditer(passage.text, passage.start, passage.end):
        for at in range(listed.start(), listed.end()):
            region = by_code(_CODES[passage.text[at]] + "0000") if passage.text[at] in _CODES else None
            if region:
                found.append(RegionMention(at, at + 1, passage.text[at], region.name, region.code))
    return found
