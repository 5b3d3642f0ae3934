"""How sure we are of a fact: the share of facts like it that were right on annotated documents.

A rule scores what it finds by what it sees (a name's weight, a body stated, a date's basis).  Here the score becomes a
probability: its log odds are `offset + slope × (score − 0.8)`, with the slope of the family and the offset of the rule.
The curves are in `confidence.tsv`, which `python -m bench.calibrate` fits (`kg.evaluate.calibration`).
"""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from kg.model import Fact

__all__ = ["ANY", "Curve", "calibrated", "centred", "curves", "probability"]

ANY = "*"
"""In the table: any rule of the family that has no curve of its own."""
_LEAST, _MOST = 0.02, 0.98
"""No rule is always wrong or always right, whatever a few hundred facts say."""


class Curve(NamedTuple):
    """From score to probability; of the `facts` that the rule gave on the annotated documents, `right` were."""

    offset: float
    slope: float
    facts: int
    right: int

    def at(self, score: float) -> float:
        """The probability, 0..1, for a score of 0..1."""
        value = 1 / (1 + math.exp(-(self.offset + self.slope * centred(score))))
        return min(_MOST, max(_LEAST, value))


def centred(score: float) -> float:
    """What the slope multiplies: 0 for a score of 0.8, which most facts are near."""
    return score - 0.8


@cache
def curves() -> Mapping[tuple[str, str], Curve]:
    """(family, rule) → curve, as shipped."""
    table = (files("kg.extract") / "confidence.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in table if not line.startswith("#")), delimiter="\t")
    return {
        (row["family"], row["rule"]): Curve(
            float(row["offset"]), float(row["slope"]), int(row["facts"]), int(row["right"])
        )
        for row in rows
    }


@lru_cache(maxsize=4096)
def probability(family: str, rule: str, score: float) -> float:
    """The calibrated confidence of a fact; a family that was never measured keeps its score."""
    curve = curves().get((family, rule)) or curves().get((family, ANY))
    return round(curve.at(score), 3) if curve else score


def calibrated(fact: Fact) -> Fact:
    """The fact, its score turned into a calibrated confidence.  Once for each fact, at the end of extraction."""
    return replace(fact, confidence=probability(fact.type, fact.evidence.rule, fact.confidence))
