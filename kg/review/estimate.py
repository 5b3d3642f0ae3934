"""What a sample says of the whole: precision and recall, with 95% intervals (Wilson 1927).

The facts are drawn by strata, rare rules more often than their share; each stratum counts by how many facts it has.  The
interval is Wilson's at the size of a simple sample that would say as much: 1 / Σ W²(1-f)/n, W the share of a stratum,
n how many of it were judged, f = n/N.  Where all facts were judged, there is nothing to estimate.

Recall is that of the passages: right facts that begin there, by what was missed there as well; its variance is the
jackknife's over the passages, for what is missed comes in clusters.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, isinf, sqrt

from kg.review.draw import Stratum

__all__ = ["Estimate", "precision", "recall", "wilson"]

_Z = 1.959964
"""Of 95%."""
_LEAST = 0.01
"""Size of a sample that says nothing: the interval is nearly all from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share with its interval; `judged` of `total` were looked at, and `covered` is the part of the whole that strata

    with an answer make up.
    """

    value: float
    low: float
    high: float
    judged: int
    total: int
    covered: float = 1.0


def wilson(share: float, size: float) -> tuple[float, float]:
    """The 95% interval of a share found in a simple sample of `size` (any positive number; infinite: no doubt is left)."""
    if isinf(size):
        return share, share
    spread = _Z * sqrt(share * (1 - share) / size + _Z**2 / (4 * size**2))
    middle, scale = share + _Z**2 / (2 * size), 1 + _Z**2 / size
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def precision(
    answers: Iterable[tuple[Stratum, bool]], sizes: Mapping[Stratum, int], family: str = "", rule: str = ""
) -> Estimate | None:
    """The share of facts that are right, of all, or of a family, or a rule of it; None where none of them was judged."""

    def meant(stratum: Stratum) -> bool:
        return family in ("", stratum.family) and rule in ("", stratum.rule)

    judged, right = Counter[Stratum](), Counter[Stratum]()
    for stratum, good in answers:
        if meant(stratum):
            judged[stratum] += 1
            right[stratum] += good
    total = sum(size for stratum, size in sizes.items() if meant(stratum))
    covered = sum(sizes[stratum] for stratum in judged)
    if not covered:
        return None
    share = doubt = 0.0
    for stratum in sorted(judged):
        weight, seen = sizes[stratum] / covered, judged[stratum]
        share += weight * right[stratum] / seen
        doubt += weight**2 * (1 - seen / sizes[stratum]) / seen
    share = min(1.0, share)
    return Estimate(share, *wilson(share, 1 / doubt if doubt > 0 else inf), judged.total(), total, covered / total)


def recall(passages: Sequence[tuple[float, int]], total: int) -> Estimate | None:
    """Of each passage, how many facts found there are right (expected) and how many were missed; `total` passages in all.

    None where the passages hold no fact, found or missed.
    """
    hits, misses = sum(right for right, _ in passages), sum(missed for _, missed in passages)
    if not hits + misses:
        return None
    share = hits / (hits + misses)
    size = hits + misses
    variance = _jackknife(passages, hits, misses) * max(0.0, 1 - len(passages) / total)
    if variance > 0:
        size = min(size, share * (1 - share) / variance)
    elif len(passages) >= total:
        size = inf
    return Estimate(share, *wilson(share, max(size, _LEAST)), len(passages), total)


def _jackknife(passages: Sequence[tuple[float, int]], hits: float, misses: float) -> float:
    """The variance of the share, by leaving out each passage in turn; 0 where one or none is left that says anything."""
    without = ((hits - right, misses - missed) for right, missed in passages)
    shares = [good / (good + bad) for good, bad in without if good + bad > 0]
    if len(shares) < 2:
        return 0.0
    mean = sum(shares) / len(shares)
    return (len(shares) - 1) / len(shares) * sum((share - mean) ** 2 for share in shares)
