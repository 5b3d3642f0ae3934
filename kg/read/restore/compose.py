"""Articles put back together: their text, and where each stretch of it stands in the original."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from kg.read.restore.fragments import Fragment

_STRAY = re.compile(r"(?<=[\u3400-\u9fff，、”》）])[ \u3000]and[ \u3000](?=[\u3400-\u9fff“《（\d])")
PARAGRAPH = "\n\n"


class Piece(NamedTuple):
    """`text[at : at + length]` of an article is `original[source : source + width]`.

    `width` differs from `length` only where the text was repaired: 和 (1) stands for ` and ` (5).
    What no piece covers (the breaks between paragraphs) is not in the original.
    """

    at: int
    source: int
    length: int
    width: int


@dataclass(frozen=True, slots=True)
class Restored:
    """One article as it was before it was laid out; `pieces` are in the order of `text`."""

    text: str
    pieces: tuple[Piece, ...]

    def spans(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The original's spans of `text[start:end]`, half-open, in reading order, neighbours joined."""
        found: list[tuple[int, int]] = []
        for at, source, length, width in self.pieces:
            low, high = max(start, at), min(end, at + length)
            if low >= high:
                continue
            a, b = (source + low - at, source + high - at) if length == width else (source, source + width)
            if found and found[-1][1] == a:
                found[-1] = (found[-1][0], b)
            else:
                found.append((a, b))
        return tuple(found)


def whole(text: str) -> Restored:
    """A text that needs no putting together."""
    return Restored(text, (Piece(0, 0, len(text), len(text)),) if text else ())


def compose(original: str, paragraphs: Iterable[Iterable[Fragment]]) -> Restored:
    """An article of these paragraphs, each the fragments that make it up."""
    parts: list[str] = []
    pieces: list[Piece] = []
    at = 0
    for paragraph in paragraphs:
        if parts:
            parts.append(PARAGRAPH)
            at += len(PARAGRAPH)
        spans = [span for fragment in paragraph for span in fragment.spans]
        for text, source, width in _repaired(original, spans):
            parts.append(text)
            pieces.append(Piece(at, source, len(text), width))
            at += len(text)
    return Restored("".join(parts), tuple(pieces))


def _repaired(original: str, spans: list[tuple[int, int]]) -> list[tuple[str, int, int]]:
    """`(text, source, width)` of the stretches of a paragraph, stray words replaced."""
    found = []
    for start, end in spans:
        at = start
        for stray in _STRAY.finditer(original, start, end):
            found.append((original[at : stray.start()], at, stray.start() - at))
            found.append(("和", stray.start(), stray.end() - stray.start()))
            at = stray.end()
        found.append((original[at:end], at, end - at))
    return [item for item in found if item[0]]
