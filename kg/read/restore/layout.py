"""A page without its furniture, and what its fragments have in common."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from kg.read.restore.fragments import Fragment
from kg.read.restore.joins import Page
from kg.read.restore.language import terms, word_cost

_CACHE = 0.3
_PAGE_TOPIC = 0.1

Shared = tuple[tuple[float, tuple[tuple[int, int], ...]], ...]


@dataclass(frozen=True)
class Layout:
    """The fragments of a page without its furniture.

    `parted`: fragments that furniture stands before; `ends`: fragments that an end mark or a credit follows.
    """

    fragments: tuple[Fragment, ...]
    parted: frozenset[int] = frozenset()
    ends: frozenset[int] = frozenset()

    @cached_property
    def page(self) -> Page:
        return Page(self.fragments, "\n".join(f.text for f in self.fragments))

    @cached_property
    def indents(self) -> bool:
        """Whether the page marks paragraphs by indenting them."""
        return sum(f.indented for f in self.fragments) * 4 >= len(self.fragments)

    @cached_property
    def bags(self) -> tuple[Counter[str], ...]:
        return tuple(Counter(terms(f.text)) for f in self.fragments)

    @cached_property
    def sizes(self) -> tuple[int, ...]:
        return tuple(sum(bag.values()) for bag in self.bags)

    @cached_property
    def shared(self) -> tuple[Shared, ...]:
        """For each fragment, its terms that other fragments have too: a weight, and `(fragment, count)` of each place.

        The weight is what one more occurrence makes likelier, against the term's frequency in the language and
        on this page: what both articles speak of tells nothing.
        """
        places: dict[str, list[tuple[int, int]]] = {}
        for i, bag in enumerate(self.bags):
            for term, count in bag.items():
                places.setdefault(term, []).append((i, count))
        size = sum(self.sizes)
        weights = {
            term: _CACHE / (math.exp(word_cost(term)) + _PAGE_TOPIC * sum(n for _, n in found) / size)
            for term, found in places.items()
            if len(found) > 1
        }
        return tuple(tuple((weights[t], tuple(places[t])) for t in sorted(bag) if t in weights) for bag in self.bags)
