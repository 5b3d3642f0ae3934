"""Tables of weights: `feature<TAB>weight` lines, one table a decision, and the sum over the features of a candidate.

A candidate's features are words and marks around it, as strings; its score is the sum of their weights, 0 for
one never seen.  `python -m bench.train` makes the tables: logistic regression, a pure function of the annotated documents.

Weights are added up in thousandths, as they stand in the tables: sums are exact, and the same in whatever order.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import repeat

__all__ = ["Candidate", "Seen", "Table", "best", "chance", "likeliest", "load", "names", "total"]

_ZEROS = repeat(0)
"""What a feature weighs that no table has."""
_UNIT = 1000
_CERTAIN = 30.0
"""The log odds of the only candidate there is."""


class Table(dict[str, Mapping[str, int]]):
    """Weights, by the context of features: `table["near"]["拨付"]` is the weight of `near 拨付`, in thousandths.

    Without context (`table[""]`) they are all there, by their whole names.  A context is looked up when it is first asked for.
    """

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._names = sorted(weights)
        self[""] = {name: round(weights[name] * _UNIT) for name in self._names}

    def __missing__(self, context: str) -> Mapping[str, int]:
        every, size = self[""], len(context) + 1
        first, last = (bisect_left(self._names, context + mark) for mark in " !")  # what sorts right behind a blank
        found = self[context] = {name[size:]: every[name] for name in self._names[first:last]}
        return found


class Seen:
    """Features that are seen together: each of `bits`, behind the `context` and a blank where there is one.

    What they weigh is added up once, and kept: candidates that share features share the object.
    """

    __slots__ = ("_table", "_weight", "bits", "context")

    def __init__(self, bits: Sequence[str], context: str = "") -> None:
        self.bits, self.context = bits, context
        self._table: Table | None = None
        self._weight = 0

    def __iter__(self) -> Iterator[str]:
        """The features by their whole names."""
        return (f"{self.context} {bit}" for bit in self.bits) if self.context else iter(self.bits)

    def weight(self, table: Table) -> int:
        """The sum of the features' weights, in thousandths."""
        if self._table is not table:
            self._table, self._weight = table, sum(map(table[self.context].get, self.bits, _ZEROS))
        return self._weight


Candidate = Sequence[Seen]
"""All that is seen of one candidate."""


def names(candidate: Candidate) -> tuple[str, ...]:
    """The features of a candidate by their whole names, to train by."""
    return tuple(name for seen in candidate for name in seen)


@cache
def load(name: str) -> Table:
    """The table `name`, as it ships with the package."""
    lines = (files("kg.extract.learned") / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return Table({feature: float(weight) for feature, weight in (line.split("\t") for line in lines)})


def total(table: Table, candidate: Iterable[Seen]) -> float:
    """The sum of the features' weights."""
    return sum([seen.weight(table) for seen in candidate]) / _UNIT


def chance(score: float) -> float:
    """The probability that a score, which is log odds, stands for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def best(table: Table, candidates: Sequence[Candidate], silence: float = 0.0) -> tuple[int, float]:
    """The number of the candidate with the highest score, the first of equals, and the score.

    The last candidate, which stands for none, must weigh more than the others by `silence`.
    """
    scores = _scores(table, candidates, silence)
    top = max(scores)
    return scores.index(top), top


def likeliest(table: Table, candidates: Sequence[Candidate], silence: float = 0.0) -> tuple[int, float]:
    """As `best`, of a table whose candidates were weighed against each other: with the log odds that it, and none of the others, is right."""
    scores = _scores(table, candidates, silence)
    top = max(scores)
    chosen = scores.index(top)
    others = math.fsum(math.exp(score - top) for i, score in enumerate(scores) if i != chosen)
    return chosen, -math.log(others) if others else _CERTAIN


def _scores(table: Table, candidates: Sequence[Candidate], silence: float) -> list[float]:
    scores = [total(table, candidate) for candidate in candidates]
    scores[-1] -= silence
    return scores
