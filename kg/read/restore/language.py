"""What is known of Chinese: how likely words are (jieba's dictionary), and which follow which (counted in own texts).

A stretch of text is worth the log-probability of its best cutting into words (nats).  Two stretches that were cut
apart inside a word are worth more together than apart: 疫情防 | 控工作 → 防控.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import rjieba

EDGE = "^"
"""The class of a paragraph's beginning."""
_SECOND, _SMOOTHING = 0.5, 20.0
_TAGGED = re.compile(r"[SM][a-z]+|\^")
_TOTAL = 60_101_967
"""Sum of the frequencies in the dictionary."""
_UNKNOWN = math.log(0.5 / _TOTAL)
_NUMBER = re.compile(r"[\d.,%]+")
_NUMBER_COST = math.log(0.01)
_WANTING = frozenset("d p c r m mq q uj ud uv uz ul u ad z k y t".split())
_CLINGING = frozenset("uj ul uz ug uv ud y k".split())
_CONTENT = frozenset("n v vn a an b q".split())
_MARKS = "，。、；）”"
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


def tokens(text: str) -> list[tuple[str, str]]:
    """`(word, part of speech)` of each word; numbers alike."""
    return [("0" if tag == "m" and _NUMBER.fullmatch(word) else word, tag) for word, tag in rjieba.tag(text, False)]


def word_class(word: str, tag: str, own: Container[str]) -> str:
    """A word's class: the word itself where it is frequent (`own`), else its length (1 or more) and part of speech."""
    return word if word in own else ("S" if len(word) == 1 else "M") + tag


def follows(before: str, after: str) -> float:
    """How much more likely the first words of `after` are behind the last of `before` than anywhere (nats)."""
    left, right = _classes(before)[-2:], _classes(after)[:2]
    if not left or not right:
        return 0.0
    model = neighbours()
    value = model.next(left[-1], right[0])
    if len(left) > 1:
        value += _SECOND * model.second(left[0], right[0])
    if len(right) > 1:
        value += _SECOND * model.second(left[-1], right[1])
    return value


def begins(text: str) -> float:
    """How much more likely the first words of `text` are at a paragraph's beginning than anywhere (nats)."""
    right = _classes(text)[:2]
    model = neighbours()
    value = model.next(EDGE, right[0]) if right else 0.0
    return value + (_SECOND * model.second(EDGE, right[1]) if len(right) > 1 else 0.0)


def breaks_off(text: str) -> bool:
    """Whether `text` ends in a word that wants another behind it: an adverb, preposition, conjunction, numeral …"""
    found = tokens(text)
    return bool(found) and found[-1][1] in _WANTING


def clings(text: str) -> bool:
    """Whether `text` begins with what has to follow something: a particle (的, 了, 们), or a noun or verb and a mark."""
    found = tokens(text)
    if not found or found[0][1] in _CLINGING:
        return bool(found)
    return len(found) > 1 and found[0][1] in _CONTENT and found[1][0] in _MARKS


class Counts:
    """Pointwise mutual information from counts of pairs, smoothed towards independence."""

    def __init__(self, pairs: Mapping[tuple[str, str], int]) -> None:
        self._pairs = pairs
        self._left, self._right = Counter[str](), Counter[str]()
        for (a, b), count in pairs.items():
            self._left[a] += count
            self._right[b] += count
        self._all = sum(pairs.values())

    def __call__(self, left: str, right: str) -> float:
        share = (self._right[right] + 0.5) / self._all
        together = self._pairs.get((left, right), 0) + _SMOOTHING * share
        return math.log(together / ((self._left[left] + _SMOOTHING) * share))

    def less(self, pairs: Mapping[tuple[str, str], int]) -> Counts:
        """The counts without these."""
        return Counts({pair: n - pairs.get(pair, 0) for pair, n in self._pairs.items() if n > pairs.get(pair, 0)})


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Words that are classes of their own, and which classes are next to each other and next but one."""

    own: frozenset[str]
    next: Counts
    second: Counts


@cache
def neighbours() -> Neighbours:
    """The shipped counts."""
    lines = (files("kg.read.restore") / "data" / "neighbours.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    own = frozenset(name for a, b, *_ in rows for name in (a, b) if not _TAGGED.fullmatch(name))
    return Neighbours(
        own,
        Counts({(a, b): int(n) for a, b, n, _ in rows if n != "0"}),
        Counts({(a, b): int(n) for a, b, _, n in rows if n != "0"}),
    )


@lru_cache(maxsize=16_384)
def _classes(text: str) -> tuple[str, ...]:
    own = neighbours().own
    return tuple(word_class(word, tag, own) for word, tag in tokens(text))


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
