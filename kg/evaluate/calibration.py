"""Is a confidence of 0.9 right nine times in ten?  Facts judged against gold, reliability, and the fit of the curves.

    judged = judge(gold, lines_by_document)
    for bin in reliability(judged): print(bin.low, bin.high, bin.facts, bin.mean, bin.accuracy)
    table = temper(fit(scored), first_seen)     # what kg.extract.confidence reads, from facts with raw scores

A fact is right if the lenient comparison of its family pairs it with a gold record, optional ones included; facts
that the annotation calls neutral are not judged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import exp

from kg.evaluate.families import FAMILIES, Family
from kg.evaluate.gold import GoldDocument, Record
from kg.evaluate.runner import compare
from kg.extract.confidence import ANY, Curve, centred

__all__ = ["Bin", "Judged", "apply", "calibration_error", "fit", "held_out", "judge", "reliability", "temper"]

EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
_SLOPE, _SLOPE_WEIGHT = 10.0, 0.04
"""Prior: a tenth more of score makes the odds e times as good; its weight is small against a hundred facts."""
_LIKE_ITS_FAMILY = 2.0
"""Weight of the prior that a rule is like its family: a rule seen a few times is moved little."""
_TUNED_RIGHT = 2.0
"""Weight of the prior that documents never read fare like those read while coding."""
_SWEEPS = 200
Curves = Mapping[tuple[str, str], Curve]


@dataclass(frozen=True, slots=True)
class Judged:
    """One fact: where it is, what found it, how sure that was (0..1), and whether it is right."""

    document: str
    family: str
    rule: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts with a confidence of `low` ≤ c < `high` (the last: ≤): how many, their mean confidence, how many right."""

    low: float
    high: float
    facts: int
    mean: float
    right: int

    @property
    def accuracy(self) -> float:
        return self.right / self.facts


def judge(gold: Sequence[GoldDocument], found: Mapping[str, Sequence[Record]]) -> list[Judged]:
    """Every distinct fact of `found` (fact lines by document id) that the gold documents say to be right or wrong."""
    families = [family for family in FAMILIES.values() if "strict" in family.modes]
    return [
        Judged(item.document.id, family.name, line["rule"], line["confidence"], right)
        for item in gold
        for family in families
        for line, right in _judged(family, item, found.get(item.document.id, ()))
    ]


def _judged(family: Family, gold: GoldDocument, facts: Sequence[Record]) -> list[tuple[Record, bool]]:
    lines = family.found([fact for fact in facts if fact.get("type") == family.fact_type])
    distinct = {family.identity(line): line for line in lines}
    wrong = {id(line) for line in compare(family, gold, lines, strict=False).spurious}
    return [
        (line, id(line) not in wrong)
        for line in distinct.values()
        if id(line) in wrong or not family.is_neutral(gold, line)
    ]


def reliability(facts: Sequence[Judged], edges: Sequence[float] = EDGES) -> list[Bin]:
    """The bins that hold facts, from low to high confidence."""
    found = []
    for low, high in pairwise(edges):
        inside = [f for f in facts if low <= f.confidence < high or f.confidence == high == edges[-1]]
        if inside:
            mean = sum(f.confidence for f in inside) / len(inside)
            found.append(Bin(low, high, len(inside), mean, sum(f.right for f in inside)))
    return found


def calibration_error(facts: Sequence[Judged]) -> float:
    """Expected calibration error: how far confidence and accuracy are apart in a bin, weighted by its facts."""
    return sum(abs(b.right - b.mean * b.facts) for b in reliability(facts)) / max(1, len(facts))


def apply(curves: Curves, facts: Sequence[Judged]) -> list[Judged]:
    """Facts with raw scores → with calibrated confidences; those of a family without a curve keep their score."""
    found = ((f, curves.get((f.family, f.rule)) or curves.get((f.family, ANY))) for f in facts)
    return [replace(f, confidence=curve.at(f.confidence)) if curve else f for f, curve in found]


def held_out(facts: Sequence[Judged], folds: int = 5) -> list[Judged]:
    """Calibrated confidences for facts with raw scores, each by curves fitted without its document."""
    number = {document: at % folds for at, document in enumerate(sorted({f.document for f in facts}))}
    found = []
    for fold in range(folds):
        curves = fit([f for f in facts if number[f.document] != fold])
        found += apply(curves, [f for f in facts if number[f.document] == fold])
    return found


def fit(facts: Sequence[Judged]) -> dict[tuple[str, str], Curve]:
    """The curves of each family and each of its rules, from facts with raw scores; the same input, the same table."""
    found: dict[tuple[str, str], Curve] = {}
    for family in sorted({f.family for f in facts}):
        found |= _fit_family(family, [f for f in facts if f.family == family])
    return found


def temper(curves: Curves, first_seen: Sequence[Judged]) -> dict[tuple[str, str], Curve]:
    """The curves with each family's offsets lowered until they fit facts of documents that nobody had read yet.

    Rules are mended until the open documents come out right, so that curves fitted on them promise too much.
    `first_seen` are facts, with raw scores, of documents scored before a rule was changed for them.
    """
    lowered = dict(curves)
    for family in sorted({f.family for f in first_seen}):
        facts = [(f, lowered.get((family, f.rule)) or lowered[family, ANY]) for f in first_seen if f.family == family]
        odds = [(curve.offset + curve.slope * centred(fact.confidence), fact.right) for fact, curve in facts]
        shift = 0.0
        for _ in range(_SWEEPS):
            shift += _step([(shift + value, 1.0, right) for value, right in odds], shift, _TUNED_RIGHT)
        for key, curve in curves.items():
            if key[0] == family:
                lowered[key] = curve._replace(offset=curve.offset + min(0.0, shift))
    return lowered


def _fit_family(family: str, facts: Sequence[Judged]) -> dict[tuple[str, str], Curve]:
    """Logistic regression on the score, one slope, an offset a rule drawn towards the family's.

    Newton's steps, one parameter after the other: convex, small, and without a library.
    """
    points: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for fact in facts:
        points[fact.rule].append((centred(fact.confidence), fact.right))
    base, slope, own = 0.0, _SLOPE, dict.fromkeys(sorted(points), 0.0)
    for _ in range(_SWEEPS):
        base += _step([(base + own[rule] + slope * x, 1.0, y) for rule in own for x, y in points[rule]], 0.0, 0.0)
        pulled = [(base + own[rule] + slope * x, x, y) for rule in own for x, y in points[rule]]
        slope += _step(pulled, slope - _SLOPE, _SLOPE_WEIGHT)
        for rule in own:
            mine = [(base + own[rule] + slope * x, 1.0, y) for x, y in points[rule]]
            own[rule] += _step(mine, own[rule], _LIKE_ITS_FAMILY)
    slope = max(slope, 0.0)
    seen, right = Counter(f.rule for f in facts), Counter(f.rule for f in facts if f.right)
    curves = {(family, ANY): Curve(base, slope, len(facts), right.total())}
    return curves | {(family, rule): Curve(base + own[rule], slope, seen[rule], right[rule]) for rule in own}


def _step(points: Sequence[tuple[float, float, bool]], away: float, prior: float) -> float:
    """Newton's step for one parameter; points are (log odds now, weight of the parameter, right)."""
    slope, curvature = -prior * away, prior + 1e-9
    for odds, weight, right in points:
        p = 1 / (1 + exp(-odds))
        slope += weight * (right - p)
        curvature += weight * weight * p * (1 - p)
    return max(-5.0, min(5.0, slope / curvature))
