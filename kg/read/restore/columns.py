"""Two columns that stand side by side on each line (as `pdftotext -layout` prints them), one put below the other.

    left text of a line        right text of it       →       the left column's lines, then the right one's

A table has a gap in each line too.  So a block is taken for columns only where either side of it is prose that a
width cut: lines of equal length that stop inside sentences and words (`kg.read.restore.wrapped`).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from kg.read.restore.fragments import Fragment
from kg.read.restore.wrapped import unwrap_together

_GAP = re.compile(r"[ \u3000\t\xa0]*(?:\t| {3}|\u3000{2}|\xa0{3})[ \u3000\t\xa0]*")
_WIDE = ("\t", "   ", "\u3000\u3000", "\xa0\xa0\xa0")
"""What every gap holds."""
_NARROW = re.compile(r"[ \u3000\t\xa0]+")
"""A gap where the column's place is known: a mark that hangs over the left column's edge leaves little of it."""
_TAB = 8
_FEWEST = 5
"""Lines of a block that have text on both sides."""
_SHARE = 0.4
"""Least share of them among the block's lines."""
_DRIFT = 6
"""Half-width columns by which the right side's beginnings may differ: an indent, and what a proportional face shifts."""

_HANG = 2
"""Half-width columns by which a mark may hang over the left column's edge, or push the right one."""
_INDENT = 3
"""Half-width columns from which a line is indented in its column."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page, and its parts before and after its one gap: all in `left` without a gap, none with several.

    In half-width columns: where its text begins and ends, and where `right` begins.
    """

    whole: Fragment
    left: Fragment | None
    right: Fragment | None
    start: int
    end: int
    gap: int = 0


def beside(text: str, lines: Sequence[Fragment]) -> list[Fragment] | None:
    """The lines with all blocks of two columns made paragraphs, left before right; None where there is no such block.

    The result is in reading order, which is no longer the order of `spans`.
    """
    # Nearly every text ends here.
    if sum(map(text.count, _WIDE)) < _FEWEST or sum(bool(_GAP.search(line.text)) for line in lines) < _FEWEST:
        return None
    found: list[Fragment] = []
    breaks = [match.start() for match in re.finditer("\f", text)]
    for _, page in groupby(lines, lambda line: bisect(breaks, line.spans[0][0])):
        found += _beside(text, list(page))
    return found if found != list(lines) else None


def _beside(text: str, lines: Sequence[Fragment]) -> Sequence[Fragment]:
    """The lines of one printed page with its blocks of two columns made paragraphs."""
    place = _place([_measured(text, line) for line in lines])
    if place is None:
        return lines
    found: list[Fragment] = []
    measured = [_measured(text, line, place) for line in lines]
    for inside, group in groupby(measured, lambda line: _side(line, place) is not None):
        block = list(group)
        found += (_columns(block, place) if inside else None) or [line.whole for line in block]
    return found


def _columns(block: Sequence[_Line], place: int) -> list[Fragment] | None:
    """The paragraphs of both columns of a block; None where they are not evidently prose that a width cut."""
    sides = [_side(line, place) for line in block]
    both = sides.count("both")
    if both < max(_FEWEST, _SHARE * len(block)):
        return None
    made = unwrap_together([_column(block, sides, "left"), _column(block, sides, "right")])
    return [*made[0], *made[1]] if made else None


def _side(line: _Line, place: int) -> str | None:
    """Where a line's text stands: left, right, both; None where it runs across both columns."""
    if line.right is not None:
        return "both" if abs(line.gap - place) <= _DRIFT else None
    if line.left is None:
        return None
    return "right" if line.start >= place - _DRIFT // 2 else "left" if line.end <= place + _HANG else None


def _column(block: Sequence[_Line], sides: Sequence[str | None], wanted: str) -> list[Fragment]:
    """The lines of one column; indented is what begins further in than most of the column."""
    parts: list[tuple[int, Fragment]] = []
    for line, side in zip(block, sides, strict=True):
        if side == wanted:
            parts.append((line.start, line.whole))
        elif side == "both":
            part = line.left if wanted == "left" else line.right
            assert part is not None
            parts.append((line.start if wanted == "left" else line.gap, part))
    if not parts:
        return []
    edge = Counter(at for at, _ in parts).most_common(1)[0][0]
    return [replace(part, indented=at >= edge + _INDENT, apart=False) for at, part in parts]


def _place(lines: Sequence[_Line]) -> int | None:
    """The half-width column at which the right sides begin; None where too few lines have one."""
    starts = Counter(line.gap for line in lines if line.right)
    if not starts:
        return None
    near = {start: sum(starts[start + d] for d in range(-_DRIFT // 2, _DRIFT // 2 + 1)) for start in starts}
    place = max(near, key=lambda start: (starts[start], near[start], -start))
    return place if near[place] >= _FEWEST else None


def _measured(text: str, line: Fragment, place: int | None = None) -> _Line:
    """The line with its parts; where the right column's `place` is known, a narrow gap will do there."""
    (start, _), *_ = line.spans
    indent = text[text.rfind("\n", 0, start) + 1 : start]
    ends = _width(indent), _width(indent + line.text)
    gaps = list(_GAP.finditer(line.text))
    if not gaps and place is not None and ends[1] > place:
        near = [gap for gap in _NARROW.finditer(line.text) if abs(_width(indent + line.text[: gap.end()]) - place) <= _HANG]
        gaps = near[-1:]
    if len(gaps) != 1:
        return _Line(line, None if gaps else line, None, *ends)
    low, high = gaps[0].span()
    left, right = _cut(line, 0, low), _cut(line, high, len(line.text))
    return _Line(line, left, right, *ends, gap=_width(indent + line.text[:high]))


def _cut(line: Fragment, low: int, high: int) -> Fragment:
    (start, _), *_ = line.spans
    return replace(line, spans=((start + low, start + high),), text=line.text[low:high])


def _width(text: str) -> int:
    """Width in half-width columns."""
    width = 0
    for char in text:
        if char == "\t":
            width += _TAB - width % _TAB
        else:
            width += 2 if unicodedata.east_asian_width(char) in "WFA" else 1
    return width
