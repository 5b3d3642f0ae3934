"""Evaluation: every gold document is extracted from, and its facts are compared with its records.

Micro-averaged: counts are summed over documents, then divided.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.families import FAMILIES, Family
from kg.evaluate.gold import GoldDocument, Record, load_gold
from kg.evaluate.matching import pair
from kg.evaluate.report import Finding, Report, Score
from kg.model import Document

Extract = Callable[[Document], Sequence[Record]]
"""Document → its fact lines, as `kg extract --format jsonl` prints them."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One family in one document: gold records hit and missed, facts that are spurious."""

    hits: tuple[Record, ...]
    missed: tuple[Record, ...]
    spurious: tuple[Record, ...]

    @property
    def score(self) -> Score:
        return Score(len(self.hits), len(self.missed), len(self.spurious))


def evaluate(folder: str | Path, extract: Extract, aggregate_only: bool = False) -> Report:
    """Scores `extract` on a folder of annotated documents.  It sees text, title and publication date only.

    `aggregate_only` keeps no record of what was missed or spurious, for documents that must stay unread.
    Raises UsageError and InputError as `load_gold` does, and whatever `extract` raises.
    """
    gold = load_gold(folder)
    return score(gold, {item.document.id: extract(item.document) for item in gold}, aggregate_only)


def score(gold: Sequence[GoldDocument], found: Mapping[str, Sequence[Record]], aggregate_only: bool = False) -> Report:
    """The report on `found`, the fact lines by document id; a document that is not in it has none."""
    modes = [(family, mode) for family in FAMILIES.values() for mode in family.modes]
    scores = {(family.name, mode): Score() for family, mode in modes}
    by_genre: dict[tuple[str, str, str], Score] = {}
    constructs: dict[tuple[str, str], tuple[int, int]] = {}
    findings: list[Finding] = []
    for family, mode in modes:
        for item in gold:
            result = compare(family, item, found.get(item.document.id, ()), mode == "strict")
            scores[family.name, mode] += result.score
            place = (item.genre, family.name, mode)
            by_genre[place] = by_genre.get(place, Score()) + result.score
            if mode == "lenient":
                _count_constructs(family.name, result, constructs)
                findings += () if aggregate_only else _findings(family.name, item.document.id, result)
    return Report(
        len(gold),
        scores,
        dict(sorted(by_genre.items(), key=lambda entry: entry[0][0])),
        dict(sorted(constructs.items())),
        tuple(findings),
        Counter(item.genre for item in gold),
    )


def compare(family: Family, gold: GoldDocument, facts: Sequence[Record], strict: bool) -> Comparison:
    """One family in one document, one to one.

    Optional and inherited records are paired after the others, and count neither as hit nor as missed.
    """
    records = family.gold(gold)
    lines = family.found([fact for fact in facts if fact.get("type") == family.fact_type])
    distinct = list({family.identity(line): line for line in lines}.values())
    firm = [record for record in records if not _is_optional(record)]
    hits, rest = _pair(family, firm, distinct, strict)
    _, spurious = _pair(family, [record for record in records if _is_optional(record)], rest, strict)
    return Comparison(
        tuple(record for at, record in enumerate(firm) if at in hits),
        tuple(record for at, record in enumerate(firm) if at not in hits),
        tuple(fact for fact in spurious if not family.is_neutral(gold, fact)),
    )


def _is_optional(record: Record) -> bool:
    return bool(record.get("optional") or record.get("inherited"))


def _pair(
    family: Family, gold: Sequence[Record], facts: Sequence[Record], strict: bool
) -> tuple[set[int], list[Record]]:
    """The places of the gold records that were found, and the facts left over."""
    choices = [[at for at, fact in enumerate(facts) if family.right(record, fact, strict)] for record in gold]
    owner = pair(choices)
    return set(owner.values()), [fact for at, fact in enumerate(facts) if at not in owner]


def _count_constructs(family: str, result: Comparison, counts: dict[tuple[str, str], tuple[int, int]]) -> None:
    """Adds the gold records that name the construct they show (`construct`: an id, or a list of ids)."""
    for records, hit in ((result.hits, 1), (result.missed, 0)):
        for record in records:
            named = record.get("construct") or ()
            for construct in [named] if isinstance(named, str) else named:
                hits, total = counts.get((construct, family), (0, 0))
                counts[construct, family] = (hits + hit, total + 1)


def _findings(family: str, document: str, result: Comparison) -> list[Finding]:
    missed = [Finding(family, document, "missed", record) for record in result.missed]
    return missed + [Finding(family, document, "spurious", record) for record in result.spurious]
