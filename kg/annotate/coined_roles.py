"""Roles that no list holds: a word for what one does and the noun that makes a post of it (草管|员, 养护|工, 首席|数据|官).

What such a word is, its own parts and the words around it must show; that it is a post here, a body before it or a name behind it.
"""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from kg.annotate import regions

__all__ = ["coined", "is_coined"]

_HEAD = re.compile(
    r"员(?![会工额们外])|师(?![范生傅资长级团部专])|(?:(?<=首席[\u4e00-\u9fff]{2})|(?<=首席[\u4e00-\u9fff]{3})|(?<=首席[\u4e00-\u9fff]{4}))官|"
    r"工(?![为班组队段作程人会业厂总大学院部局矿农地段龄资棚期商贸委信艺具夫友])"
)
_RUN = re.compile(r"[\u4e00-\u9fff]+$")
_REACH = 8
"""Code points of the longest such role."""
_PARTS = frozenset("nvajbf")
"""Kinds of words, by the first letter of their tag, that may stand before the noun."""
_OTHER = re.compile(
    r"(?:人|党|团|会|学|球|演|官|队|伤|动|满|裁|复|要|生|雇|店|职|成|委|议|社|组|全|定|超|减|增|缺|务|通讯)员|"
    r"(?:老|律|教|大|法|牧|军|出|会|班|雄|全|本|我|该|名|恩|京|导|厨|祖|任|命|去|派|[一二三四五六七八九十])师|"
    r"(?:职|员|民|兵|施|竣|开|完|动|分|义|打|手|加|化|军|社|务|罢|招|用|停|复|返|总|轻|重|美|人|女|男|老|青|兴|工|了|理|时|招测)工"
)
"""Words that end so and are no post, or that the list of posts has."""


def coined(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where such words stand in `text[start:end]`: `(start, end)`, in order."""
    found = (_word(text, max(start, m.end() - _REACH), m.end(), end) for m in _HEAD.finditer(text, start, end))
    return [span for span in found if span and not regions.candidates(text[span[0] : span[0] + 2])]  # 武汉华工|正源光子公司


def is_coined(role: str) -> bool:
    """Is the role one that no list holds?"""
    return bool(_HEAD.search(role, len(role) - 1)) and _span(role, "") == 0


def _word(text: str, low: int, at: int, end: int) -> tuple[int, int] | None:
    """The word that ends at `at`, cut as a segmenter cuts the text around it."""
    run = _RUN.search(text, low, at)
    head = run[0] if run else ""
    begin = _span(head, text[at : min(end, at + 3)])
    return None if begin is None else (at - len(head) + begin, at)


@lru_cache(maxsize=1 << 14)
def _span(head: str, tail: str) -> int | None:
    """Where in `head` the word that ends it begins; None where no such word does."""
    cut, at = list[tuple[int, str, str]](), 0
    for word, tag in rjieba.tag(head + tail, False):
        cut.append((at, word, tag))
        at += len(word)
    last = next((i for i, (begin, word, _) in enumerate(cut) if begin + len(word) == len(head)), None)
    if last is None:
        return None
    begin, word, tag = cut[last]
    if len(word) > 2:
        return begin if tag[0] == "n" and not _OTHER.search(head) else None
    while last > 0 and len(head) - begin < 3:  # 养护|工, 草|管员, 鱼|政|员
        begin, word, tag = cut[last - 1]
        last -= 1
        if word == "原":
            return None  # 原|琴师
        if tag[0] not in _PARTS and not (len(word) == 1 and tag in ("g", "zg", "t", "q")):
            return None
    return begin if len(head) - begin >= 3 and not _OTHER.search(head) else None
