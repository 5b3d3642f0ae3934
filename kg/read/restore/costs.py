"""What each step of putting a page in order costs (nats): the weights, and the costs that depend on fragments alone."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from kg.read.restore.joins import gains
from kg.read.restore.language import begins, breaks_off, clings
from kg.read.restore.layout import Layout

_TOPIC_TERM = 12.0
"""The most (nats) that one term may speak for an article, before it is weighed."""
_BEGINS_MOST = 3.0
_WINDOW = 10
"""Characters of a fragment's beginning or end that the language model sees."""
_SHORT = 6
"""Characters below which a title is suspiciously short."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Costs of the steps, and the weights of what is measured on fragments."""

    titled: float = 3.0
    """An article begins with a headline; `untitled`: with anything else; `first_untitled`: the page does."""
    untitled: float = 4.8
    first_untitled: float = 3.0
    short_title: float = 3.0
    go_on: float = 0.15
    """The next paragraph is of the same article."""
    next_column: float = 1.1
    """A cut, and the same article goes on in the next column."""
    switch_cut: float = 0.3
    """Another article, after a cut; `switch`: after a paragraph's end."""
    switch: float = 1.9
    heading_left: float = 2.0
    """A heading at a column's end."""
    after_furniture: float = 0.7
    """What a column's end is cheaper by where furniture stands there."""
    after_end: float = 6.0
    """An article goes on behind its end mark."""
    never_continued: float = 5.0
    lost: float = 9.0
    """A paragraph that was cut, and the article goes on with another."""
    broken_off: float = 1.2
    """A paragraph ends in a word that wants another."""
    clings: float = 3.0
    """A paragraph begins with a particle."""
    aside: float = 2.6
    """A short line that belongs to no article: the name of a column of the paper, not told by its looks."""
    unindented: float = 3.0
    indented: float = 5.0
    headline_joins: float = 3.3
    complete: float = 1.0
    open: float = 0.65
    fresh: float = 1.0
    begins: float = 0.33
    topic: float = 0.25
    across: float = 1.1
    bracket: float = 1.0
    follows: float = 0.4
    label: float = 3.0
    speaker: float = 2.0
    mark: float = 1.0
    name: float = 1.0
    number: float = 1.0
    repeated: float = 0.8


WEIGHTS = Weights()


class Costs:
    """The costs of a page's fragments, each computed once."""

    def __init__(self, layout: Layout, weights: Weights = WEIGHTS) -> None:
        self.layout = layout
        self.weights = weights
        self._ends = [self._end(i) for i in range(len(layout.fragments))]
        self._fresh = [self._begin(i) for i in range(len(layout.fragments))]
        self._join: dict[tuple[int, int], float] = {}
        self._topic: dict[tuple[int, int], float] = {}
        self._sizes = {0: 0}
        self._shared = [
            [(weight, masks) for weight, places in terms if (masks := _masks(place for place in places if place[0] < i))]
            for i, terms in enumerate(layout.shared)
        ]

    def end(self, index: int, cut: bool) -> float:
        """The cost of the fragment's end being a cut, or a paragraph's end."""
        return self._ends[index][cut]

    def begin(self, index: int) -> float:
        """The cost of the fragment's beginning a paragraph."""
        return self._fresh[index]

    def title(self, index: int) -> float:
        """The cost of the fragment's beginning an article, or being the first of one that began on another page."""
        fragment, weights = self.layout.fragments[index], self.weights
        if not fragment.headline or fragment.item:
            return weights.untitled if index else weights.first_untitled
        short = weights.short_title if len(fragment.text) < _SHORT else 0.0
        return (weights.titled if index else 0.0) + short + self.begin(index)

    def join(self, before: int, after: int) -> float:
        """The cost of `after` going on where `before` was cut; below 0 where it goes on well."""
        key = before, after
        if key not in self._join:
            fragment, weights = self.layout.fragments[after], self.weights
            found = gains(self.layout.page, self.layout.fragments[before], fragment)
            cost = -sum(gain * float(getattr(weights, rule)) for rule, gain in found.items())
            if fragment.headline and not fragment.closed:
                cost += weights.headline_joins
            if self.layout.indents and fragment.indented:
                cost += weights.indented
            self._join[key] = cost
        return self._join[key]

    def about(self, index: int, members: int) -> float:
        """How much more likely the fragment's words are after those of the article, all of them before it (a cache language model)."""
        key = index, members
        if key not in self._topic:
            size, gain = self._size(members), 0.0
            for weight, masks in self._shared[index]:
                seen = 0
                for mask in masks:
                    seen += (mask & members).bit_count()
                if seen:
                    gain += min(_TOPIC_TERM, math.log1p(weight * seen / size))
            self._topic[key] = gain * self.weights.topic
        return self._topic[key]

    def _size(self, members: int) -> int:
        """The words of the article; it grew by its last fragment, so that the sum before is known."""
        if members not in self._sizes:
            last = members.bit_length() - 1
            self._sizes[members] = self._size(members ^ (1 << last)) + self.layout.sizes[last]
        return self._sizes[members]

    def _end(self, index: int) -> tuple[float, float]:
        fragment, weights = self.layout.fragments[index], self.weights
        cost = weights.complete * fragment.complete
        if fragment.complete > 0 and breaks_off(fragment.text[-_WINDOW:]):
            cost += weights.broken_off
        return cost, weights.open * fragment.open

    def _begin(self, index: int) -> float:
        fragment, weights = self.layout.fragments[index], self.weights
        likely = max(-_BEGINS_MOST, min(_BEGINS_MOST, begins(fragment.text[:_WINDOW])))
        cost = weights.fresh * fragment.fresh - weights.begins * likely
        if clings(fragment.text[:_WINDOW]):
            cost += weights.clings
        if self.layout.indents and not fragment.indented and not fragment.headline:
            cost += weights.unindented
        return cost


def _masks(places: Iterable[tuple[int, int]]) -> tuple[int, ...]:
    """For each number of times, as a bit set, the fragments that hold a term as often: [(0, 2), (3, 1)] → 0b1001, 0b0001."""
    known = list(places)
    most = max((count for _, count in known), default=0)
    return tuple(sum(1 << i for i, count in known if count > k) for k in range(most))
