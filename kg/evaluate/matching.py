"""One-to-one pairing of gold records and facts, as many pairs as there can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def pair(choices: Sequence[Sequence[int]]) -> dict[int, int]:
    """Maximum matching by augmenting paths; `choices[left]` are the right-hand partners of `left`, best first.

    Returns right → left.  Left-hand items are placed in their order, and partners tried in theirs,
    so that the result is determined; the search needs no recursion, however long its path.
    """
    owner: dict[int, int] = {}
    for left in range(len(choices)):
        _augment(left, choices, owner)
    return owner


def _augment(start: int, choices: Sequence[Sequence[int]], owner: dict[int, int]) -> bool:
    """Finds `start` a partner, moving others to theirs where need be; changes `owner` in place."""
    seen: set[int] = set()
    path: list[tuple[int, Iterator[int]]] = [(start, iter(choices[start]))]
    taken: list[int] = []
    while path:
        _, untried = path[-1]
        right = next((r for r in untried if r not in seen), None)
        if right is None:
            path.pop()
            if taken:
                taken.pop()
            continue
        seen.add(right)
        taken.append(right)
        if right not in owner:
            for (lefty, _), righty in zip(path, taken, strict=True):
                owner[righty] = lefty
            return True
        path.append((owner[right], iter(choices[owner[right]])))
    return False
