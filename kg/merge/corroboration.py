"""How sure a merged fact is: the more sources that do not copy each other, the surer.

    three newspapers with a report of their own, 0.8 each   → 3 sources, 0.99
    one report that two newspapers reprint, 0.8             → 1 source,  0.8

A source is a document; documents whose texts are copies of each other (`kg.merge.reprints`) are one source.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kg.merge.reprints import copies

__all__ = ["MOST", "Corroboration", "Telling", "corroborate"]

MOST = 0.99
"""What many sources come to at most: they may all have been read wrongly in the same way."""


class Telling(NamedTuple):
    """A fact as one document tells it: the document's key, the sketch of its text, the fact's confidence."""

    document: str
    sketch: str
    confidence: float


class Corroboration(NamedTuple):
    """The number of independent sources, and the confidence that they give together."""

    sources: int
    confidence: float


def corroborate(tellings: Iterable[Telling]) -> Corroboration:
    """The chance that not all are wrong, each source by its surest telling; order and repetition change nothing."""
    found = sorted(set(tellings))
    original = copies(telling.sketch for telling in found)
    best: dict[str, float] = {}
    for telling in found:
        source = original[telling.sketch] or telling.document
        best[source] = max(best.get(source, 0.0), telling.confidence)
    wrong = 1.0
    for confidence in sorted(best.values()):
        wrong *= 1 - confidence
    return Corroboration(len(best), round(max(*best.values(), min(1 - wrong, MOST), 0.0), 4))
