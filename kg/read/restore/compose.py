"""Articles put back together: their text, and where each stretch of it stands in the original."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.read.restore.fragments import BLANK, Fragment

_STRAY = re.compile(r"(?<=[\u3400-\u9fff，、”》）])[ \u3000]and[ \u3000](?=[\u3400-\u9fff“《（\d])")
_LINE = re.compile(r"[^\n]+")


class Piece(NamedTuple):
    """`text[at : at + length]` of an article is `original[source : source + width]`.

    `width` differs from `length` only where the text was repaired: 和 (1) stands for ` and ` (5).
    The pieces cover all of an article's text; a break between paragraphs is the line end behind the first.
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
    at = last = 0
    for number, paragraph in enumerate(paragraphs):
        spans = [span for fragment in paragraph for span in fragment.spans]
        found = _repaired(original, spans)
        if number:
            found.insert(0, _break(original, last))
        for text, source, width in found:
            parts.append(text)
            pieces.append(Piece(at, source, len(text), width))
            at += len(text)
        last = spans[-1][1]
    return Restored("".join(parts), tuple(pieces))


def left_out(original: str, articles: Iterable[Restored]) -> tuple[tuple[int, int], ...]:
    """The spans of what stands in no article: furniture, end marks; one a line, without blanks around."""
    taken = bytearray(len(original))
    for article in articles:
        for piece in article.pieces:
            taken[piece.source : piece.source + piece.width] = b"\1" * piece.width
    found = []
    for match in _LINE.finditer(original):
        free = [at for at in range(*match.span()) if not taken[at] and original[at] not in BLANK]
        found += [(run[0], run[-1] + 1) for run in _runs(original, free)]
    return tuple(found)


def _runs(original: str, places: list[int]) -> Iterator[list[int]]:
    """The places in runs with nothing but blanks between."""
    run: list[int] = []
    for at in places:
        if run and original[run[-1] + 1 : at].strip(BLANK):
            yield run
            run = []
        run.append(at)
    if run:
        yield run


def _break(original: str, end: int) -> tuple[str, int, int]:
    """The line end behind a paragraph (a blank line with it), as `_repaired` has it; the one before on the last line."""
    start = original.find("\n", end)
    start = start if start >= 0 else original.rindex("\n", 0, end)
    width = 2 if original.startswith("\n\n", start) else 1
    return original[start : start + width], start, width


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
