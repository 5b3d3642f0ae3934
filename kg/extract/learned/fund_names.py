"""Where a fund's name begins: 引导银行新放|稳岗扩岗贷款, 今年各获|奖补, 全市统筹|马铃薯产业发展资金.

The name ends where its head noun does (资金, 贷款, 补助 …); it may begin at any word before, up to the nearest mark.
Each word that it would take in, and the border it would begin at, has a weight.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.extract.learned.known_funds import begin_of_known
from kg.extract.learned.weights import Seen, load

__all__ = ["LONGEST", "Token", "begin_of_name", "border", "inside", "starts"]

LONGEST = 32
"""Code points of the longest name."""
_STOPS = frozenset("，。；：！？\n、（）“”《》〈〉%‰ 　\t0123456789")
_DIGITS = frozenset("0123456789一二两三四五六七八九十")
_COUNTED = frozenset("座条处个所项家")
"""25座|小型水库建设资金: with the number, what it counts by is no part of the name."""
Token = tuple[int, int]


def begin_of_name(text: str, tokens: Sequence[Token], floor: int, end: int) -> int:
    """The offset, not before `floor`, at which the name that ends at `end` most likely begins."""
    choice, taken, best = floor, 0, None
    for start, *words, is_head in starts(text, tokens, floor, end):
        taken += 0 if is_head else _taken_in(words[0])
        here = taken + _begun(*words, is_head)
        if best is None or here > best:
            choice, best = start, here
    choice += choice > floor and text[choice - 1] in _DIGITS and text[choice] in _COUNTED
    return begin_of_known(text, floor, choice, end)


@lru_cache(maxsize=1 << 14)
def _taken_in(word: str) -> int:
    """What it weighs to take the word in."""
    return Seen(inside(word)).weight(load("fund_names"))


@lru_cache(maxsize=1 << 14)
def _begun(word: str, left: str, before: str, is_head: bool) -> int:
    """What it weighs to begin with the word."""
    return Seen(border(word, left, before, is_head)).weight(load("fund_names"))


def starts(text: str, tokens: Sequence[Token], floor: int, end: int) -> Iterator[tuple[int, str, str, str, bool]]:
    """Each word that the name may begin with, from the head leftwards: its offset, the word, the two before it, is it the head?

    A word that the end cuts through is the head up to there.
    """
    head = bisect_right(tokens, (end - 1, end + LONGEST)) - 1
    i, left, before = head, _word(text, tokens, head - 1), _word(text, tokens, head - 2)
    while i >= 0 and tokens[i][0] >= floor and end - tokens[i][0] <= LONGEST:
        word = text[slice(*tokens[i])]
        if not _STOPS.isdisjoint(word):
            return
        yield tokens[i][0], word, left, before, i == head
        i, left, before = i - 1, before, _word(text, tokens, i - 3)


def inside(word: str) -> tuple[str, ...]:
    """Features of a word inside the name, not its head."""
    return f"in {word}", f"in last {word[-1]}", f"in first {word[0]}", f"in length {min(len(word), 3)}"


def border(word: str, left: str, before: str, is_head: bool) -> tuple[str, ...]:
    """Features of the border before a word, should the name begin with it: the word, and the two before it."""
    return (
        f"left {left}", f"left last {left[-1]}", f"left length {min(len(left), 3)}", f"left2 {before}",
        f"right {word}", f"right first {word[0]}", f"right length {min(len(word), 3)}",
        f"head {is_head}",
    )  # fmt: skip


def _word(text: str, tokens: Sequence[Token], i: int) -> str:
    """The word, or | where it is a mark, a digit, or not there."""
    word = text[slice(*tokens[i])] if i >= 0 else "|"
    return word if _STOPS.isdisjoint(word) else "|"
