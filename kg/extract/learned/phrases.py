"""What is seen of a phrase itself, whatever it is weighed for: its words, their kinds, and what stands around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from sys import maxsize

import rjieba

from kg.annotate.passage import Passage
from kg.extract.learned.weights import Seen

__all__ = ["edges", "is_cut", "marked", "reads"]


def is_cut(passage: Passage, place: int) -> bool:
    """财政部|门积极: does `place` lie within a word?"""
    i = bisect_right(passage.tokens, (place, maxsize)) - 1
    return i >= 0 and passage.tokens[i][0] < place < passage.tokens[i][1]


@lru_cache(maxsize=1 << 12)
def marked(text: str) -> str:
    """The text with | for each blank: tables have a feature a line, with a tab before its weight."""
    return _BLANK.sub("|", text)


_BLANK = re.compile(r"\s")


@lru_cache(maxsize=1 << 12)
def reads(phrase: str) -> Seen:
    """How the phrase reads: the kinds of its first and last words, which kinds stand in it at all, and its words."""
    words = rjieba.tag(marked(phrase), False)
    if not words:
        return Seen(())
    kinds = [tag[:2] for _, tag in words]
    return Seen((
        f"kinds {' '.join(kinds[:2])}", f"kinds {' '.join(kinds[:3])}", f"kinds end {' '.join(kinds[-2:])}",
        f"kinds {kinds[0]} {kinds[-1]} {min(len(kinds), 5)}", f"verbs {min(sum(kind[0] == 'v' for kind in kinds), 4)}",
        *(f"holds {kind}" for kind in sorted({kind[0] for kind in kinds})), *(f"word {word}" for word in sorted({word for word, _ in words})),
    ))  # fmt: skip


def edges(text: str, start: int, end: int) -> Seen:
    """What stands right before and behind `text[start:end]`; `start` is negative for a phrase that is not in the text as it is."""
    if start < 0:
        return Seen(("edge none",))
    before, behind = marked(text[max(0, start - 2) : start]), marked(text[end : end + 2])
    return Seen((
        f"edge {before[-1:]}|", f"edge {before}|", f"edge |{behind[:1]}", f"edge |{behind}", f"edge {before[-1:]}|{behind[:1]}",
    ))  # fmt: skip
