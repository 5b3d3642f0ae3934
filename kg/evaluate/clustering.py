"""B³: how well a clustering of mentions fits the true one (Bagga and Baldwin 1998).

    b_cubed({"m1": "p1", "m2": "p1"}, {"m1": "a", "m2": "b"})   → precision 1.0, recall 0.5

For each mention, precision is the share of its found cluster that truly is of its entity, recall the share of its entity
that is in its found cluster; both are averages over the mentions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

__all__ = ["BCubed", "b_cubed"]

M = TypeVar("M", bound=Hashable)


@dataclass(frozen=True, slots=True)
class BCubed:
    """Averages over `mentions`, 0 to 1."""

    precision: float
    recall: float
    mentions: int

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def b_cubed(true: Mapping[M, Hashable], found: Mapping[M, Hashable]) -> BCubed:
    """Mention → entity against mention → cluster.  A mention that was not found is a cluster of its own."""
    clusters: dict[Hashable, set[M]] = defaultdict(set)
    entities: dict[Hashable, set[M]] = defaultdict(set)
    owner = {mention: ("found", found[mention]) if mention in found else ("alone", mention) for mention in true}
    for mention, entity in true.items():
        entities[entity].add(mention)
        clusters[owner[mention]].add(mention)
    precision = recall = 0.0
    for mention, entity in true.items():
        common = len(entities[entity] & clusters[owner[mention]])
        precision += common / len(clusters[owner[mention]])
        recall += common / len(entities[entity])
    return BCubed(precision / max(1, len(true)), recall / max(1, len(true)), len(true))
