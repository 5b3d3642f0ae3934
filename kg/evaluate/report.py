"""The figures of an evaluation, and the table that shows them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kg.evaluate.gold import Record


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over documents, and the ratios they give (0 where there is nothing to divide by)."""

    hits: int = 0
    missed: int = 0
    spurious: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.hits + other.hits, self.missed + other.missed, self.spurious + other.spurious)

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.spurious) if self.hits else 0.0

    @property
    def recall(self) -> float:
        return self.hits / (self.hits + self.missed) if self.hits else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall) if self.hits else 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """A gold record that was missed, or a fact that is spurious; of the lenient comparison where there is one."""

    family: str
    document: str
    kind: str
    record: Record


@dataclass(frozen=True, slots=True)
class Report:
    """Scores by (family, mode), and by (genre, family, mode); recall by (construct, family) as (hits, all).

    `findings` is empty where aggregates only were asked for; `genres` counts the documents of each genre.
    """

    documents: int
    scores: Mapping[tuple[str, str], Score]
    by_genre: Mapping[tuple[str, str, str], Score]
    constructs: Mapping[tuple[str, str], tuple[int, int]]
    findings: tuple[Finding, ...] = ()
    genres: Counter[str] = field(default_factory=Counter)

    def score(self, family: str, mode: str = "lenient") -> Score:
        """The score of one family over all documents."""
        return self.scores[family, mode]

    def table(self, show: int = 0) -> str:
        """The figures as text; `show` missed and spurious records of each family, where they are kept."""
        return "\n".join([*self._totals(), *self._genres(), *self._constructs(), *self._findings(show)])

    def _totals(self) -> Iterator[str]:
        yield f"{self.documents} documents"
        yield _header("family", "mode")
        for (family, mode), score in self.scores.items():
            yield _row(family, mode, score)

    def _genres(self) -> Iterator[str]:
        if len(self.genres) < 2:
            return
        yield ""
        yield _header("genre", "family (lenient)")
        for (genre, family, mode), score in self.by_genre.items():
            if mode == "lenient" and score != Score():
                yield _row(f"{genre[:24]} ({self.genres[genre]})", family, score)

    def _constructs(self) -> Iterator[str]:
        if not self.constructs:
            return
        yield ""
        yield f"{'construct':<28} {'family (lenient)':<17} {'R':>6} {'hits':>6} {'gold':>6}"
        for (construct, family), (hits, total) in self.constructs.items():
            yield f"{construct:<28} {family:<17} {hits / total:6.3f} {hits:6} {total:6}"

    def _findings(self, show: int) -> Iterator[str]:
        shown: Counter[tuple[str, str]] = Counter()
        for finding in self.findings:
            shown[finding.family, finding.kind] += 1
            if shown[finding.family, finding.kind] > show:
                continue
            if sum(shown.values()) == 1:
                yield ""
            text = json.dumps(finding.record, ensure_ascii=False, sort_keys=True, default=str)
            yield f"{finding.kind} {finding.family} {finding.document}: {text[:300]}"


def _header(left: str, right: str) -> str:
    return f"{left:<28} {right:<17} {'P':>6} {'R':>6} {'F1':>6} {'hits':>6} {'missed':>6} {'spurious':>8}"


def _row(left: str, right: str, score: Score) -> str:
    ratios = f"{score.precision:6.3f} {score.recall:6.3f} {score.f1:6.3f}"
    return f"{left:<28} {right:<17} {ratios} {score.hits:6} {score.missed:6} {score.spurious:8}"
