"""Who is who among those of one name: distinct profiles → a sum of weights for each pair → the persons.

    decide(profiles)    persons: [[0, 2], [1]]; possible: the likeliest pairs of persons who may be one

The pairs are weighed by `kg.merge.comparisons`, and joined by `kg.merge.clusters`.  What the user says of a pair counts,
whatever it weighs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import inf

from kg.merge.clusters import clusters
from kg.merge.comparisons import FLOOR, THRESHOLD, compare, excludes, weight
from kg.merge.traits import Traits

__all__ = ["LARGEST", "NEIGHBOURS", "Decided", "decide", "said"]

LARGEST = 128
"""Distinct profiles of one name that are compared, each with each."""
BUCKET = 16
"""Of more than those, so many who share something are."""
NEIGHBOURS = 5
"""Of the persons that one may be, so many are told, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Decided:
    """The persons, as lists of profiles, and (weight, person, person) of those who may be one."""

    persons: list[list[Traits]]
    possible: list[tuple[float, int, int]]


def decide(profiles: Sequence[Traits]) -> Decided:
    """The pairs weighed, and what follows.  What the user says of a pair counts, whatever it weighs."""
    weights = {}
    same, apart = ([*said(profiles, kind)] for kind in ("same", "different"))
    sure = [(inf, *pair) for pair in same]
    one_person = {at: number for number, group in enumerate(clusters(len(profiles), sure)) for at in group}
    for one, other in _pairs(profiles):
        terms = compare(profiles[one], profiles[other])
        weights[one, other] = weight(terms)
        if excludes(terms) and one_person[one] != one_person[other]:
            apart.append((one, other))
    links = [*((total, *pair) for pair, total in weights.items() if total >= THRESHOLD), *sure]
    groups = clusters(len(profiles), links, apart)
    owner = {at: number for number, group in enumerate(groups) for at in group}
    best: dict[tuple[int, int], float] = {}
    for (one, other), total in weights.items():
        pair = owner[one], owner[other]
        if pair[0] != pair[1]:
            pair = min(pair), max(pair)
            best[pair] = max(total, best.get(pair, total))
    never = {tuple(sorted((owner[one], owner[other]))) for one, other in apart}
    likely = [(total, *pair) for pair, total in best.items() if total >= FLOOR and pair not in never]
    return Decided([[profiles[at] for at in group] for group in groups], _nearest(likely))


def said(profiles: Sequence[Traits], kind: str) -> Iterator[tuple[int, int]]:
    """The pairs of profiles that the user says to be the `same`, or `different`."""
    named: dict[str, list[int]] = defaultdict(list)
    for at, traits in enumerate(profiles):
        for entry in {value for item in traits.items for known, value in item.ruled if known == kind}:
            named[entry].append(at)
    for together in named.values():
        yield from combinations(together, 2) if kind == "different" else pairwise(together)


def _nearest(likely: Iterable[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
    """The heaviest links, as long as one of the two has few: a common name has many bearers, and no list of pairs."""
    kept, told = [], Counter[int]()
    for total, one, other in sorted(likely, key=lambda link: (-link[0], link[1], link[2])):
        if min(told[one], told[other]) < NEIGHBOURS:
            told.update((one, other))
            kept.append((total, one, other))
    return kept


def _pairs(profiles: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    """The pairs to weigh: all, or where they are too many, those who share a body, a line of work in a province, a birth or

    an identifier; where too many share one, each with the next.
    """
    if len(profiles) <= LARGEST:
        yield from combinations(range(len(profiles)), 2)
        return
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, traits in enumerate(profiles):
        for key in set(_shared(traits)):
            buckets[key].append(at)
    pairs = (combinations(found, 2) if len(found) <= BUCKET else pairwise(found) for found in buckets.values())
    yield from sorted({pair for some in pairs for pair in some})


def _shared(traits: Traits) -> Iterator[tuple[str, ...]]:
    for post in traits.posts:
        yield "organization", post.organization
        if post.line:
            yield "line", post.line, post.place[:2]
    if traits.vitals.birth:
        yield "birth", traits.vitals.birth
    yield from traits.identifiers
