"""Where a fund's name begins: 引导银行新放|稳岗扩岗贷款, 今年各获|奖补, 全市统筹|马铃薯产业发展资金.

The name ends where its head noun does (资金, 贷款, 补助 …); it may begin at any word before, up to the nearest mark.
Each word that it would take in, and the border it would begin at, has a weight.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.extract.learned.weights import Weights, load, total

__all__ = ["LONGEST", "begin_of_name", "border", "inside", "starts"]

LONGEST = 32
"""Code points of the longest name."""
_STOPS = frozenset("，。；：！？\n、（）“”《》〈〉%‰ 　\t0123456789")
Token = tuple[int, int]


def begin_of_name(text: str, tokens: Sequence[Token], floor: int, end: int, weights: Weights | None = None) -> int:
    """The offset, not before `floor`, at which the name that ends at `end` most likely begins."""
    table = load("fund_names") if weights is None else weights
    choice, score, best = end, 0.0, float("-inf")
    for i, first, head in starts(text, tokens, floor, end):
        if i != head:
            score += total(table, inside(text, tokens, i))
        here = score + total(table, border(text, tokens, i, is_head=i == head))
        if here > best:
            choice, best = first, here
    return choice if best > float("-inf") else floor


def starts(text: str, tokens: Sequence[Token], floor: int, end: int) -> Iterator[tuple[int, int, int]]:
    """`(token, offset, head token)` of each word that the name may begin with, from the head leftwards.

    A word that the end cuts through is the head up to there.
    """
    head = bisect_right(tokens, (end - 1, end + LONGEST)) - 1
    i = head
    while i >= 0 and tokens[i][0] >= floor and end - tokens[i][0] <= LONGEST:
        if not _STOPS.isdisjoint(text[slice(*tokens[i])]):
            return
        yield i, tokens[i][0], head
        i -= 1


def inside(text: str, tokens: Sequence[Token], i: int) -> tuple[str, ...]:
    """Features of a word inside the name, not its head."""
    word = text[slice(*tokens[i])]
    return f"in {word}", f"in last {word[-1]}", f"in first {word[0]}", f"in length {min(len(word), 3)}"


def border(text: str, tokens: Sequence[Token], i: int, *, is_head: bool) -> tuple[str, ...]:
    """Features of the border before word `i`, should the name begin with it."""
    left, before = (_word(text, tokens, i - n) for n in (1, 2))
    right = text[slice(*tokens[i])]
    return (
        f"left {left}", f"left last {left[-1]}", f"left length {min(len(left), 3)}", f"left2 {before}",
        f"right {right}", f"right first {right[0]}", f"right length {min(len(right), 3)}",
        f"head {is_head}",
    )  # fmt: skip


def _word(text: str, tokens: Sequence[Token], i: int) -> str:
    """The word, or | where it is a mark, a digit, or not there."""
    word = text[slice(*tokens[i])] if i >= 0 else "|"
    return word if _STOPS.isdisjoint(word) else "|"
