"""Clustering: the connected components of links, but for those that would join what must stay apart."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["clusters"]


def clusters(
    size: int, links: Iterable[tuple[float, int, int]], apart: Iterable[tuple[int, int]] = ()
) -> list[list[int]]:
    """Groups of 0 … size-1: the heaviest link first, each joins two groups unless a pair of them is in `apart`.

    With nothing in `apart` these are the connected components.  Each group is sorted, and the groups by their first; the
    order of `links` (weight, one, other) and of `apart` changes nothing.
    """
    members = {at: [at] for at in range(size)}
    root = list(range(size))
    foes: dict[int, set[int]] = {at: set() for at in range(size)}
    for one, other in apart:
        foes[one].add(other)
        foes[other].add(one)
    for _, low, high in sorted((-weight, min(pair), max(pair)) for weight, *pair in links):
        left, right = sorted((root[low], root[high]))
        if left == right or foes[left].intersection(members[right]):
            continue
        for at in members[right]:
            root[at] = left
        members[left] += members.pop(right)
        foes[left] |= foes.pop(right)
    return sorted(sorted(group) for group in members.values())
