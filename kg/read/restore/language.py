"""What jieba's dictionary knows of Chinese: how likely words are, and which may follow which.

A stretch of text is worth the log-probability of its best cutting into words (nats).  Two stretches that were cut
apart inside a word are worth more together than apart: 疫情防 | 控工作 → 防控.
"""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from importlib.resources import files

import rjieba

_TOTAL = 60_101_967
"""Sum of the frequencies in the dictionary."""
_UNKNOWN = math.log(0.5 / _TOTAL)
_NUMBER = re.compile(r"[\d.,%]+")
_NUMBER_COST = math.log(0.01)
_WANTING = frozenset("d p c r m mq q uj ud uv uz ul u ad z k y".split())
_HAN = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=65_536)
def word_cost(word: str) -> float:
    """Log-probability of a word; numbers are all alike, and what the dictionary lacks is very rare."""
    if _NUMBER.fullmatch(word):
        return _NUMBER_COST
    if not rjieba.has_word(word):
        return _UNKNOWN * max(1, len(word) / 2)
    return math.log(max(1, rjieba.suggest_freq(word)) / _TOTAL)


@lru_cache(maxsize=65_536)
def words(text: str) -> tuple[str, ...]:
    """`text` cut into words of the dictionary."""
    return tuple(rjieba.cut(text, False))


@lru_cache(maxsize=16_384)
def stretch_cost(text: str) -> float:
    """Log-probability of the words that `text` falls into."""
    return sum(word_cost(word) for word in words(text))


def across(before: str, after: str) -> float:
    """What is gained (nats, at least 0) by reading two stretches as one: how surely a word was cut."""
    return max(0.0, stretch_cost(before + after) - stretch_cost(before) - stretch_cost(after))


def follows(before: str, after: str) -> float:
    """How much more likely the first word of `after` is behind the last of `before` than anywhere (nats)."""
    if not before or not after:
        return 0.0
    return _transitions().get((_class(before, last=True), _class(after, last=False)), 0.0)


def breaks_off(text: str) -> bool:
    """Whether `text` ends in a word that wants another behind it: an adverb, preposition, conjunction, numeral …"""
    return _class(text, last=True)[1:] in _WANTING


@lru_cache(maxsize=16_384)
def _class(text: str, last: bool) -> str:
    word, tag = rjieba.tag(text, False)[-1 if last else 0]
    return ("S" if len(word) == 1 else "M") + tag


@cache
def _transitions() -> dict[tuple[str, str], float]:
    lines = (files("kg.read.restore") / "data" / "transitions.tsv").read_text(encoding="utf-8").splitlines()
    head, *rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {
        (row[0], name): int(cell) / 10 for row in rows for name, cell in zip(head[1:], row[1:], strict=True)
    }


def terms(text: str) -> list[str]:
    """What `text` is about: its words of two characters and more, and the pairs in what the dictionary cannot cut."""
    found: list[str] = []
    single = ""
    for word in [*words(text), ""]:
        if len(word) == 1 and _HAN.match(word):
            single += word
            continue
        found += [single[i : i + 2] for i in range(len(single) - 1)]
        single = ""
        if len(word) > 1 and _HAN.match(word):
            found.append(word)
    return found
