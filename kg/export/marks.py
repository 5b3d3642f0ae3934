"""Overlapping marks over a text, cut into pieces that do not overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TypeVar

__all__ = ["pieces"]

T = TypeVar("T")


def pieces(start: int, end: int, marks: Iterable[tuple[int, int, T]]) -> Iterator[tuple[int, int, tuple[T, ...]]]:
    """`(from, to, what marks it)` for every piece of `start:end`, in order and without gaps.

    A piece ends where any mark begins or ends; its tags stand in the order of `marks`.  Marks may nest, cross
    or repeat; what of them is outside `start:end` is left out, as is an empty mark.
    """
    inside = [(max(a, start), min(b, end), tag) for a, b, tag in marks if max(a, start) < min(b, end)]
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for at, (a, b, _) in enumerate(inside):
        opening.setdefault(a, []).append(at)
        closing.setdefault(b, []).append(at)
    live: set[int] = set()
    for here, there in pairwise(sorted({start, end, *opening, *closing})):
        live.difference_update(closing.get(here, ()))
        live.update(opening.get(here, ()))
        yield here, there, tuple(inside[at][2] for at in sorted(live))
