"""Tables of weights: `feature<TAB>weight` lines, one table a decision, and the sum over the features of a candidate.

A candidate's features are words and marks around it, as strings; its score is the sum of their weights, 0 for
one never seen.  `python -m bench.train` makes the tables: logistic regression, a pure function of the annotated documents.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat

__all__ = ["Weights", "best", "chance", "load", "total"]

Weights = Mapping[str, float]
_ZEROS = repeat(0.0)
"""What a feature weighs that no table has."""


@cache
def load(name: str) -> Weights:
    """The table `name`, as it ships with the package."""
    lines = (files("kg.extract.learned") / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return {feature: float(weight) for feature, weight in (line.split("\t") for line in lines)}


def total(weights: Weights, features: Iterable[str]) -> float:
    """The sum of the features' weights."""
    return sum(map(weights.get, features, _ZEROS))


def chance(score: float) -> float:
    """The probability that a score, which is log odds, stands for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def best(weights: Weights, candidates: Sequence[Sequence[str]], silence: float = 0.0) -> tuple[int, float]:
    """The number of the candidate with the highest score, the first of equals, and the score.

    The last candidate, which stands for none, must weigh more than the others by `silence`.
    """
    scores = [total(weights, features) for features in candidates]
    scores[-1] -= silence
    top = max(scores)
    return scores.index(top), top
