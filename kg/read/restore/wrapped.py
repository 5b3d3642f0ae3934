"""Lines that a page's width cut, made paragraphs again.

Only where it is evident: most lines are equally long, most of those stop inside a sentence, and several inside a word.
Poems, lists and tables have lines of equal length too, but none that stop inside a word.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from kg.read.restore.fragments import Fragment, joined
from kg.read.restore.joins import Page, gains

_NARROWEST = 14.0
_FEWEST = 5
_TOLERANCE = 1.5
_FULL, _STOPPING, _CUT = 0.25, 0.5, 0.1
"""Least shares: of full lines among all, of those that stop inside a sentence, and of those that cut a word or number."""
_SURE = 3.0
_LOOKED_UP = 20_000
"""Characters of a text in which a cut stretch is looked for: a page or two.  All of a book for each line takes hours."""
_BLANK_LINES = 0.5
"""Most blank lines for their standing between paragraphs, not between any two lines."""


def may_be_wrapped(lines: Sequence[Fragment]) -> bool:
    """Whether many lines are equally long and enough stop inside a sentence; cheap."""
    return sum(not line.closed for line in lines) >= _FEWEST and _full(lines) is not None


def unwrap(lines: Sequence[Fragment]) -> list[Fragment]:
    """The paragraphs that the lines make up; the lines themselves where wrapping is not evident."""
    made = unwrap_together([lines])
    return made[0] if made else list(lines)


def unwrap_together(columns: Sequence[Sequence[Fragment]]) -> list[list[Fragment]] | None:
    """The paragraphs of each column of a page; None where wrapping is not evident from all of them together."""
    stopping = cut = 0
    for lines in columns:
        full = _full(lines)
        if full is None:
            return None
        page = Page(tuple(lines), "\n".join(line.text for line in lines)[:_LOOKED_UP])
        pairs = [(a, b) for (a, b), wide in zip(itertools.pairwise(lines), full, strict=False) if wide and not a.closed]
        if len(pairs) < _STOPPING * sum(full):
            return None
        stopping += len(pairs)
        cut += sum(_sure(page, *pair) for pair in pairs)
    return [_paragraphs(lines) for lines in columns] if cut >= max(2, _CUT * stopping) else None


def _paragraphs(lines: Sequence[Fragment]) -> list[Fragment]:
    """The lines joined; a paragraph ends with a sentence, before an indent, a blank line or behind a short line."""
    full = _full(lines) or []
    indents = sum(line.indented for line in lines) >= 2
    marked = indents or 2 <= sum(line.apart for line in lines[1:]) <= _BLANK_LINES * len(lines)
    groups = [[lines[0]]]
    for (a, b), wide in zip(itertools.pairwise(lines), full, strict=False):
        inside = (wide or not a.headline) and not a.closed
        if not b.apart and not (indents and b.indented) and (inside or (wide and marked)):
            groups[-1].append(b)
        else:
            groups.append([b])
    return [joined(group) for group in groups]


def _full(lines: Sequence[Fragment]) -> list[bool] | None:
    """Which lines are as long as the page is wide; None where too few are."""
    widths = [_width(line) for line in lines]
    common = Counter(round(w) for w in widths if w >= _NARROWEST)
    if not common:
        return None
    width = max(common, key=lambda w: (sum(common[w + d] for d in (-1, 0, 1)), w))
    full = [abs(w - width) <= _TOLERANCE for w in widths]
    longer = sum(w > width + _TOLERANCE for w in widths)
    if sum(full) < max(_FEWEST, _FULL * len(lines)) or longer * 10 > len(lines):
        return None
    return full


def _width(line: Fragment) -> float:
    """Width in Chinese characters, the indent with it."""
    return len(line.text) - len(_HALF_WIDE.findall(line.text)) / 2 + 2 * line.indented


_HALF_WIDE = re.compile(r"(?![“”‘’…—·])[\x00-\u2e7f]")


def _sure(page: Page, before: Fragment, after: Fragment) -> bool:
    found = gains(page, before, after)
    return any(found.get(rule, 0.0) >= _SURE for rule in ("across", "number", "repeated"))
