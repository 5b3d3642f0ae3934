"""What a user is to look at: facts drawn by family, rule and confidence, passages, and persons who may be one.

Every fact has a rank, a hash of the seed and its id; of each stratum the facts of the least ranks are drawn.  The same
graph and seed give the same sample, and a larger sample holds the smaller one, but for the shares of the strata.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import sqrt
from typing import NamedTuple

from kg.merge.corrections.fields import IDENTITY, values
from kg.model import Document, Extraction, Fact, content_hash
from kg.review.namesakes import Namesakes, namesakes_of
from kg.store import GraphSource

__all__ = ["FactRow", "PassageRow", "Sample", "Stratum", "allotted", "draw"]

_BANDS = ((0.6, "<0.6"), (0.85, "0.6–0.85"))
"""Confidences below which a fact is of a band."""
_TOP = "≥0.85"
_CONTEXT = 60
"""Characters shown before and behind a quote."""
_LONGEST = 300
"""Characters of a passage, unless one sentence has more."""
_SHORTEST = 80
"""Characters below which a line is no passage of its own: headings, dates, lists of names."""
_SENTENCE = re.compile(r"[^。！？；\n]+(?:[。！？；]+[”’」』）]*\n?|\n|$)")


class Stratum(NamedTuple):
    """Facts alike in how sure one may be of them; an empty rule or band stands for all."""

    family: str
    rule: str
    band: str

    def coarser(self) -> Stratum:
        return self._replace(band="") if self.band else self._replace(rule="")


@dataclass(frozen=True, slots=True, order=True)
class FactRow:
    """A fact to judge: where it stands, what it says (field → value), and its sentence with what is around it."""

    document: str
    start: int
    family: str
    id: str
    key: str
    title: str
    stratum: Stratum
    confidence: float
    spans: tuple[tuple[int, int], ...]
    quote: str
    context: str
    told: tuple[tuple[str, str], ...]

    @property
    def identity(self) -> dict[str, str]:
        """The fields that tell it from the others of its sentence."""
        return {name: value for name, value in self.told if name in IDENTITY[self.family]}


@dataclass(frozen=True, slots=True, order=True)
class PassageRow:
    """A passage to look for what was missed in; `found` are the facts that begin in it, (family, what it says)."""

    document: str
    start: int
    end: int
    key: str
    title: str
    text: str
    found: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """What is drawn, in the order of documents; of how many facts of each stratum, and of how many passages."""

    facts: tuple[FactRow, ...]
    passages: tuple[PassageRow, ...]
    namesakes: tuple[Namesakes, ...]
    sizes: Mapping[Stratum, int]
    all_passages: int


class _Least:
    """The rows of the least ranks, and how many there were."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self.kept: list[tuple[str, FactRow | PassageRow]] = []

    def offers(self, rank: str) -> bool:
        """Count one; is it among the least so far?"""
        self.size += 1
        return self.limit > 0 and (len(self.kept) < self.limit or rank < self.kept[-1][0])

    def keep(self, rank: str, row: FactRow | PassageRow) -> None:
        insort(self.kept, (rank, row))
        del self.kept[self.limit :]


def draw(source: GraphSource, facts: int, passages: int, namesakes: int, seed: int) -> Sample:
    """Draw so many of each (as far as there are any); facts that the user corrected are not drawn again."""
    strata: dict[Stratum, _Least] = {}
    spots = _Least(passages)
    for extraction in source.documents():
        document = extraction.document
        judged = {change.after.id for change in extraction.corrected if change.after}
        for fact in extraction.facts:
            if (identifier := fact.id) in judged:
                continue
            least = strata.setdefault(_stratum(fact), _Least(facts))
            rank = content_hash("review", str(seed), identifier)
            if least.offers(rank):
                least.keep(rank, _fact_row(fact, identifier, document))
        for start, end in passages_of(document.text):
            rank = content_hash("review", str(seed), document.key, str(start))
            if spots.offers(rank):
                spots.keep(rank, _passage_row(extraction, start, end))
    merged = _coarse(strata, facts)
    shares = allotted({stratum: least.size for stratum, least in merged.items()}, facts)
    drawn = [row for stratum, least in merged.items() for _, row in least.kept[: shares[stratum]]]
    return Sample(
        tuple(sorted(row for row in drawn if isinstance(row, FactRow))),
        tuple(sorted(row for _, row in spots.kept if isinstance(row, PassageRow))),
        tuple(sorted(namesakes_of(source, namesakes, seed), key=lambda pair: (pair.name, pair.one, pair.other))),
        {stratum: merged[stratum].size for stratum in sorted(merged)},
        spots.size,
    )


def _stratum(fact: Fact) -> Stratum:
    band = next((name for least, name in _BANDS if fact.confidence < least), _TOP)
    return Stratum(fact.type, fact.evidence.rule, band)


def _coarse(strata: dict[Stratum, _Least], sample: int) -> dict[Stratum, _Least]:
    """Strata that each can have a fact of the sample: by band if there is room, else by rule, else by family."""
    while len(strata) > max(sample, 1) and any(stratum.rule for stratum in strata):
        found: dict[Stratum, _Least] = {}
        deepest = any(stratum.band for stratum in strata)
        for stratum, least in sorted(strata.items()):
            name = stratum.coarser() if bool(stratum.band) == deepest else stratum
            into = found.setdefault(name, _Least(least.limit))
            into.size += least.size
            for rank, row in least.kept:
                into.keep(rank, row)
        strata = found
    return strata


def allotted(sizes: Mapping[Stratum, int], sample: int) -> dict[Stratum, int]:
    """How many to draw of each stratum: one at least, then by the square root of its size, so that rare rules are seen."""
    given = dict.fromkeys(sorted(sizes, key=lambda stratum: (-sizes[stratum], stratum))[:sample], 1)
    shares = {stratum: given.get(stratum, 0) for stratum in sizes}
    queue = [(-sqrt(sizes[stratum]) / 1.5, stratum) for stratum in given]
    heapify(queue)
    left = min(sample, sum(sizes.values())) - len(given)
    while left > 0 and queue:
        _, stratum = heappop(queue)
        if shares[stratum] < sizes[stratum]:
            shares[stratum] += 1
            left -= 1
            heappush(queue, (-sqrt(sizes[stratum]) / (shares[stratum] + 0.5), stratum))
    return shares


def _fact_row(fact: Fact, identifier: str, document: Document) -> FactRow:
    evidence, text = fact.evidence, document.text
    before, after = text[max(0, evidence.start - _CONTEXT) : evidence.start], text[evidence.spans[-1].end :][:_CONTEXT]
    told = tuple(values(fact).items())
    return FactRow(
        document.id, evidence.start, fact.type, identifier, document.key, document.title or "", _stratum(fact),
        round(fact.confidence, 4), tuple((s.start, s.end) for s in evidence.spans), evidence.quote,
        f"{before}【{evidence.quote_restored or evidence.quote}】{after}", told,
    )  # fmt: skip


def passages_of(text: str) -> Iterator[tuple[int, int]]:
    """The passages of a text: sentences that are no longer than `_LONGEST` together; a line ends one, unless it is short."""
    start = end = 0
    for match in _SENTENCE.finditer(text):
        if match.end() - start > _LONGEST and end > start:
            yield from _with_words(text, start, end)
            start = match.start()
        end = match.end()
        if match[0].endswith("\n") and end - start >= _SHORTEST:
            yield from _with_words(text, start, end)
            start = end
    yield from _with_words(text, start, end)


def _with_words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if text[start:end].strip():
        yield start, end


def _passage_row(extraction: Extraction, start: int, end: int) -> PassageRow:
    document = extraction.document
    found = (fact for fact in extraction.facts if start <= fact.evidence.start < end)
    told = tuple(sorted((fact.type, tuple(values(fact).items())) for fact in found))
    return PassageRow(document.id, start, end, document.key, document.title or "", document.text[start:end], told)
