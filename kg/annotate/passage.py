"""What the pipeline's components share: the article, the passage (one paragraph), and the mentions found in it.

A spaCy Doc is one passage; `doc._.passage` is the `Passage`.  All offsets are into `Article.text`
(the folded text, of the same length as the article's own), never relative to the passage:
segmenters may cut through a name, so characters, not tokens, are the truth.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import wraps
from typing import Any, TypeVar

from kg.model import Document, Fact, Rejected, Span

_SEGMENT_END = re.compile(r"[。！？；!?;][”’』」）)》]*|\n")
_CLAUSE_END = re.compile(r"[，：。！？；!?;\n]|:(?:(?<!\d:)|(?!\d\d))|,(?:(?<!\d,)|(?!\d{3}))")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression that situates something.  `value` is ISO 8601 or an interval `a/b`; None where unresolved."""

    start: int
    end: int
    text: str
    value: str | None
    granularity: str
    basis: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """An amount of money.  `start:end` holds number and unit, `qualifier` stands outside.  Amounts are in the main unit."""

    start: int
    end: int
    text: str
    amount: Decimal
    currency: str
    amount_max: Decimal | None = None
    qualifier: str | None = None
    unit_text: str | None = None


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A named place.  `name` is the full name (湖北 → 湖北省), `code` GB/T 2260 or None."""

    start: int
    end: int
    text: str
    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class OrganizationMention:
    """A body as written (`text`) and resolved within the document (`name`)."""

    start: int
    end: int
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person's full name; `name` without padding."""

    start: int
    end: int
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class Article:
    """A coherent text to extract from; `pieces` maps it back to the document where columns were put back together.

    `text` is what matching works on: folded one code point to one (full width to half width,
    traditional to simplified).  `raw` is the same text unfolded.  `pieces` is a sequence of
    `(offset in text, offset in the document, length, length in the document)`; the lengths differ
    where a stray word was repaired (和 for ` and `).  Empty for the identity.
    """

    text: str
    raw: str
    pieces: tuple[tuple[int, int, int, int], ...] = ()

    def to_source(self, start: int, end: int) -> tuple[Span, ...]:
        """The document's spans of `text[start:end]`, in reading order; neighbours joined."""
        if not self.pieces:
            return (Span(start, end),)
        spans: list[Span] = []
        for at, source, length, width in self.pieces:
            low, high = max(start, at), min(end, at + length)
            if low < high:
                a, b = (source + low - at, source + high - at) if length == width else (source, source + width)
                if spans and spans[-1].end == a:
                    spans[-1] = Span(spans[-1].start, b)
                else:
                    spans.append(Span(a, b))
        return tuple(spans)


@dataclass(slots=True)
class State:
    """What is carried from passage to passage of one article.

    `host` is the resolved full name of the body that speaks (财政部社会保障司), `host_region` its
    place (湖北省).  `date` is the running date, ISO, day precision or coarser.
    """

    document: Document
    article: Article
    key: str = ""
    """The document's key, hashed once."""
    host: str | None = None
    host_region: str | None = None
    home: str | None = None
    """GB/T 2260 code of the host's place."""
    published: str | None = None
    date: str | None = None
    cursor: int = sys.maxsize
    """Where reading stands: 部 or 该县 means one named before it."""
    places: list[tuple[int, str]] = field(default_factory=list)
    """`(offset, code)` of each division as it was named."""
    place_names: dict[str, set[str]] = field(default_factory=dict)
    """Code → the forms in which the article writes the division."""
    villages: list[tuple[int, str]] = field(default_factory=list)
    """`(offset, name)` of each place below the county as it was named."""
    bodies: list[tuple[int, str]] = field(default_factory=list)
    """`(offset, full name)` of each organization as it was named."""
    facts: list[Fact] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    memory: dict[str, object] = field(default_factory=dict)
    """A component's own notes, under its name."""
    thorough: bool = False
    """Is also weighed what no fact hangs on, to train by?"""

    def count(self, words: str) -> int:
        """How often the article has the words: counted once."""
        known = self.memory.setdefault("counts", {})
        assert isinstance(known, dict)
        if words not in known:
            known[words] = self.article.text.count(words)
        return int(known[words])

    def reject(self, stage: str, reason: str, start: int, end: int) -> None:
        """Set something aside with a reason; offsets are the article's."""
        spans = self.article.to_source(start, end)
        item = self.article.raw[start:end]
        where = (spans[0].start, spans[-1].end) if spans else (None, None)
        self.rejected.append(Rejected(self.document.id, stage, reason, item, *where))


@dataclass(slots=True)
class Passage:
    """One paragraph: `state.article.text[start:end]`, its evidence segments and its mentions in reading order."""

    state: State
    start: int
    end: int
    segments: tuple[tuple[int, int], ...] = ()
    tokens: tuple[tuple[int, int], ...] = ()
    dates: list[DateMention] = field(default_factory=list)
    money: list[MoneyMention] = field(default_factory=list)
    regions: list[RegionMention] = field(default_factory=list)
    organizations: list[OrganizationMention] = field(default_factory=list)
    persons: list[PersonMention] = field(default_factory=list)
    text: str = field(init=False, repr=False)
    """The whole article's folded text; offsets of all mentions count in it."""
    read: dict[tuple[Callable[..., object], int, int], Any] = field(default_factory=dict, repr=False)
    """What functions made of stretches of it (`remembered`)."""

    def __post_init__(self) -> None:
        self.text = self.state.article.text

    def segment_of(self, offset: int) -> tuple[int, int]:
        """The evidence segment (between 。！？； or line breaks) that holds `offset`."""
        return self.segments[max(0, bisect_right(self.segments, (offset, sys.maxsize)) - 1)]

    def clauses(self, start: int, end: int) -> list[tuple[int, int]]:
        """The pieces of `text[start:end]` between ，：。！？；, without the marks; asked again, the same list."""
        return _clauses(self, start, end)


Found = TypeVar("Found")


def remembered(read: Callable[[Passage, int, int], Found]) -> Callable[[Passage, int, int], Found]:
    """What `read` makes of a stretch of a passage stays with the passage: the amounts of a sentence ask for the same stretches."""

    @wraps(read)
    def known(passage: Passage, start: int, end: int) -> Found:
        key = read, start, end
        if key not in passage.read:
            passage.read[key] = read(passage, start, end)
        found: Found = passage.read[key]
        return found

    return known


@remembered
def _clauses(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    return split(_CLAUSE_END, passage.text, start, end)


def split(mark: re.Pattern[str], text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The non-empty pieces of `text[start:end]` between matches of `mark`."""
    pieces, at = [], start
    for match in mark.finditer(text, start, end):
        pieces.append((at, match.start()))
        at = match.end()
    pieces.append((at, end))
    return [(a, b) for a, b in pieces if text[a:b].strip()]


def segments(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Evidence segments of `text[start:end]`: each ends with its 。！？； and closing quotes, trimmed of blanks."""
    found, at = [], start
    ends: Sequence[int] = [m.end() for m in _SEGMENT_END.finditer(text, start, end)]
    for stop in [*ends, end]:
        a, b = at, stop
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            found.append((a, b))
        at = stop
    return tuple(found)
