"""Which fragment goes on in which: a search over all orders that keep an article's fragments as the page has them.

The page is read once, from top to bottom.  Each fragment goes on a paragraph that was cut, begins one in an article
at hand, or begins an article; the cheapest of all ways is kept (beam search; costs in nats).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.read.restore.costs import Costs
from kg.read.restore.fragments import Fragment

BEAM, SLACK = 60, 14.0
"""States kept at each step, and by how much (nats) one may be dearer than the cheapest."""
FIRST_LOOK = 20
"""States kept at each step where it is only asked whether a page was cut up at all: a quarter of the time."""
MOST_ARTICLES = 3

_SURELY = 9.0
_SHORT_LINE = re.compile(r"[\u4e00-\u9fff]{2,8}")


@dataclass(frozen=True, slots=True)
class Placed:
    """A fragment in its article: whether it goes on the paragraph before."""

    index: int
    joins: bool


@dataclass(frozen=True, slots=True)
class Order:
    """The articles, each a sequence of placed fragments, and what this reading costs."""

    articles: tuple[tuple[Placed, ...], ...]
    cost: float


class _Open(NamedTuple):
    """An article so far: its last fragment, whether that was cut, its fragments as a bit set, whether it ended."""

    last: int
    cut: bool
    members: int
    ended: bool = False


class _State(NamedTuple):
    """A way to read the page so far; a tuple, for thousands are made and compared."""

    cost: float
    articles: tuple[_Open, ...]
    trail: tuple[tuple[int, bool], ...]
    """For each fragment so far: its article (-1: none) and whether it joins."""
    last: int = -1
    """The last fragment in an article."""


_EMPTY = _State(0.0, (), ())


def as_it_stands(costs: Costs) -> Order:
    """The page as one article, every line a paragraph, and what that costs."""
    search = _Search(costs)
    state = _EMPTY
    for index in range(len(costs.layout.fragments)):
        state = search.go_on(state, index)
    return _order(state, state.cost + search.finish(state))


def solve(costs: Costs, *, beam_width: int = BEAM) -> Order:
    """The cheapest order of the page that the costs are of."""
    search = _Search(costs)
    beam = [_EMPTY]
    for index in range(len(costs.layout.fragments)):
        best: dict[tuple[_Open, ...], _State] = {}
        for state in beam:
            for following in search.steps(state, index):
                known = best.get(following.articles)
                if known is None or following.cost < known.cost:
                    best[following.articles] = following
        limit = min(state.cost for state in best.values()) + SLACK
        beam = sorted((s for s in best.values() if s.cost <= limit), key=lambda s: (s.cost, s.trail))[:beam_width]
    cost, state = min(((s.cost + search.finish(s), s) for s in beam), key=lambda pair: (pair[0], pair[1].trail))
    return _order(state, cost)


def _order(state: _State, cost: float) -> Order:
    articles: list[list[Placed]] = [[] for _ in state.articles]
    for index, (article, joins) in enumerate(state.trail):
        if article >= 0:
            articles[article].append(Placed(index, joins))
    return Order(tuple(tuple(a) for a in articles), cost)


def _ends(fragment: Fragment) -> tuple[bool, ...]:
    """Whether the fragment may be read as cut: not behind a sentence, surely where it breaks off inside one."""
    if fragment.final or (fragment.closed and not fragment.brackets[1]):
        return (False,)
    return (True,) if fragment.complete >= _SURELY else (False, True)


def _wider(state: _State) -> _State:
    """One more article, which the fragment begins, or is the first of where its beginning is not on the page."""
    return _State(state.cost, (*state.articles, _Open(-1, False, 0)), state.trail, state.last)


class _Search:
    """The steps of the search and what they cost."""

    def __init__(self, costs: Costs) -> None:
        self.costs = costs
        self.layout, self.weights = costs.layout, costs.weights
        self.fragments = costs.layout.fragments
        self._ends = [_ends(fragment) for fragment in self.fragments]

    def steps(self, state: _State, index: int) -> Sequence[_State]:
        """Every way to place the fragment."""
        leave, ways = self._leave(state, index), []
        for which, article in enumerate(state.articles):
            move, gain = self._move(state, index, which, leave), self.costs.about(index, article.members)
            if article.cut:
                ways.append((state, which, True, move + self.costs.join(article.last, index), gain))
            ways.append((state, which, False, self._begin(article, index, move), gain))
        if len(state.articles) < MOST_ARTICLES:
            ways.append((_wider(state), len(state.articles), False, self.costs.title(index) + leave, 0.0))
        found = [self._placed(index, cut, *way) for cut in self._ends[index] for way in ways]
        if _SHORT_LINE.fullmatch(self.fragments[index].text):
            found.append(self.aside(state))
        return found

    def go_on(self, state: _State, index: int) -> _State:
        """The fragment is a paragraph of the first article."""
        leave = self._leave(state, index)
        if not state.articles:
            return self._placed(index, False, _wider(state), 0, False, self.costs.title(index) + leave, 0.0)
        article = state.articles[0]
        cost = self._begin(article, index, self._move(state, index, 0, leave))
        return self._placed(index, False, state, 0, False, cost, self.costs.about(index, article.members))

    def _begin(self, article: _Open, index: int, move: float) -> float:
        """The cost of beginning a paragraph of an article at hand."""
        return move + self.costs.begin(index) + (self.weights.lost if article.cut else 0.0)

    def aside(self, state: _State) -> _State:
        """The fragment belongs to no article."""
        return _State(state.cost + self.weights.aside, state.articles, (*state.trail, (-1, False)), state.last)

    def finish(self, state: _State) -> float:
        """What is left open at the page's end."""
        return sum(self.weights.never_continued for article in state.articles if article.cut)

    def _placed(self, index: int, cut: bool, state: _State, which: int, joins: bool, cost: float, gain: float) -> _State:
        """The fragment in an article, at a cost; `gain` is what its words have in common with those of the article."""
        article = state.articles[which]
        grown = _Open(index, cut, article.members | 1 << index, index in self.layout.ends)
        articles = (*state.articles[:which], grown, *state.articles[which + 1 :])
        cost += self.costs.end(index, cut) - gain
        return _State(state.cost + cost, articles, (*state.trail, (which, joins)), index)

    def _move(self, state: _State, index: int, which: int, leave: float) -> float:
        """The cost of going on in this article, by where the page stood; `leave` is that of leaving another."""
        article, weights = state.articles[which], self.weights
        cost = weights.after_end if article.ended else 0.0
        if article.last != state.last:
            return cost + leave
        if article.cut:
            return cost + weights.next_column - (weights.after_furniture if index in self.layout.parted else 0.0)
        return cost + weights.go_on

    def _leave(self, state: _State, index: int) -> float:
        """The cost of leaving the article that the fragment before belongs to."""
        if not state.articles:
            return 0.0
        weights = self.weights
        before = next(a for a in state.articles if a.last == state.last)
        if before.ended:
            return 0.0
        if before.cut:
            return weights.switch_cut
        fragment = self.fragments[state.last]
        cost = weights.switch + (weights.heading_left if fragment.headline and not fragment.closed else 0.0)
        return cost - (weights.after_furniture if index in self.layout.parted else 0.0)
