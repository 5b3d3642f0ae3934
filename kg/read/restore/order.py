"""Which fragment goes on in which: a search over all orders that keep an article's fragments as the page has them.

The page is read once, from top to bottom.  Each fragment goes on a paragraph that was cut, begins one in an article
at hand, or begins an article; the cheapest of all ways is kept (beam search; costs in nats).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.read.restore.fragments import Fragment
from kg.read.restore.joins import Page, gains
from kg.read.restore.language import begins, breaks_off, terms, word_cost

BEAM, SLACK = 300, 14.0
"""States kept at each step, and by how much (nats) one may be dearer than the cheapest."""
MOST_ARTICLES = 3

_TITLED, _UNTITLED, _FIRST_UNTITLED = 3.0, 4.8, 3.0
_SHORT_TITLE = 3.0
_SURELY = 9.0
_GO_ON = 0.15
"""Next paragraph of the same article."""
_NEXT_COLUMN = 1.1
"""A cut, and the same article goes on in the next column."""
_SWITCH_CUT, _SWITCH = 0.3, 1.9
"""Another article, after a cut and after a paragraph's end."""
_HEADING_LEFT = 2.0
"""A heading at a column's end."""
_AFTER_FURNITURE = 0.7
_AFTER_END = 6.0
"""An article goes on behind its end mark."""
_NEVER_CONTINUED = 5.0
_LOST = 9.0
"""A paragraph that was cut, and the article goes on with another."""
_BROKEN_OFF = 1.2
_ASIDE = 2.6
"""A short line that belongs to no article: the name of a column of the paper, not told by its looks."""
_SHORT_LINE = re.compile(r"[\u4e00-\u9fff]{2,8}")
_UNINDENTED, _INDENTED = 3.0, 5.0
_WEIGHT = {"across": 1.1, "bracket": 1.0, "follows": 0.4, "mark": 1.0, "name": 1.0, "number": 1.0, "repeated": 0.8}
_COMPLETE, _OPEN, _FRESH, _BEGINS = 1.0, 0.65, 1.0, 0.33
_TOPIC = 0.25
_TOPIC_TERM = 3.0
_CACHE = 0.3
_PAGE_TOPIC = 0.1
_JOIN = 0.0
_HEADLINE_JOINS = 3.3


@dataclass(frozen=True, slots=True)
class Placed:
    """A fragment in its article: whether it goes on the paragraph before."""

    index: int
    joins: bool


@dataclass(frozen=True, slots=True)
class _Open:
    """An article so far: its last fragment, whether that was cut, its fragments as a bit set, whether it ended."""

    last: int
    cut: bool
    members: int
    ended: bool = False


@dataclass(frozen=True, slots=True)
class _State:
    cost: float
    articles: tuple[_Open, ...]
    trail: tuple[tuple[int, bool], ...]
    """For each fragment so far: its article (-1: none) and whether it joins."""
    last: int = -1
    """The last fragment in an article."""


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
    def shared(self) -> tuple[tuple[tuple[float, tuple[tuple[int, int], ...]], ...], ...]:
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


@dataclass(frozen=True, slots=True)
class Order:
    """The articles, each a sequence of placed fragments, and what this reading costs."""

    articles: tuple[tuple[Placed, ...], ...]
    cost: float


def as_it_stands(layout: Layout) -> Order:
    """The page as one article, every line a paragraph, and what that costs."""
    search = _Search(layout)
    state = _State(0.0, (), ())
    for index in range(len(layout.fragments)):
        state = search.begin(state, index, 0, False) if state.articles else search.open(state, index, False)
    return _order(state, state.cost + search.finish(state))


def solve(layout: Layout) -> Order:
    """The cheapest order."""
    search = _Search(layout)
    beam = [_State(0.0, (), ())]
    for index in range(len(layout.fragments)):
        best: dict[tuple[_Open, ...], _State] = {}
        for state in beam:
            for following in search.steps(state, index):
                known = best.get(following.articles)
                if known is None or following.cost < known.cost:
                    best[following.articles] = following
        limit = min(state.cost for state in best.values()) + SLACK
        beam = sorted((s for s in best.values() if s.cost <= limit), key=lambda s: (s.cost, s.trail))[:BEAM]
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


class _Search:
    """The steps of the search and their costs, each cost computed once."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.fragments = layout.fragments
        self._ends = [_ends(fragment) for fragment in layout.fragments]
        self._topic: dict[tuple[int, int], float] = {}
        self._join: dict[tuple[int, int], float] = {}

    def steps(self, state: _State, index: int) -> Sequence[_State]:
        """Every way to place the fragment."""
        found = []
        for cut in self._ends[index]:
            for which, article in enumerate(state.articles):
                if article.cut:
                    found.append(self.join(state, index, which, cut))
                found.append(self.begin(state, index, which, cut))
            if len(state.articles) < MOST_ARTICLES:
                found.append(self.open(state, index, cut))
        fragment = self.fragments[index]
        if _SHORT_LINE.fullmatch(fragment.text):
            found.append(_State(state.cost + _ASIDE, state.articles, (*state.trail, (-1, False)), state.last))
        return found

    def join(self, state: _State, index: int, which: int, cut: bool) -> _State:
        """The fragment goes on a paragraph."""
        cost = self._move(state, index, which) - self._gain(state.articles[which].last, index)
        fragment = self.fragments[index]
        cost += _JOIN + (_HEADLINE_JOINS if fragment.headline and not fragment.closed else 0.0)
        if self.layout.indents and fragment.indented:
            cost += _INDENTED
        return self._placed(state, index, which, cut, True, cost)

    def begin(self, state: _State, index: int, which: int, cut: bool) -> _State:
        """The fragment begins a paragraph of an article at hand."""
        article = state.articles[which]
        cost = self._move(state, index, which) + self._fresh(index)
        cost += _LOST if article.cut else 0.0
        return self._placed(state, index, which, cut, False, cost)

    def open(self, state: _State, index: int, cut: bool) -> _State:
        """The fragment begins an article, or is the first of one whose beginning is not on the page."""
        fragment = self.fragments[index]
        if fragment.headline and not fragment.item:
            cost = (_TITLED if index else 0.0) + self._fresh(index)
            cost += _SHORT_TITLE if len(fragment.text) < 6 else 0.0
        else:
            cost = _UNTITLED if index else _FIRST_UNTITLED
        cost += self._leave(state, index)
        wider = _State(state.cost, (*state.articles, _Open(-1, False, 0)), state.trail, state.last)
        return self._placed(wider, index, len(state.articles), cut, False, cost)

    def finish(self, state: _State) -> float:
        """What is left open at the page's end."""
        return sum(_NEVER_CONTINUED for article in state.articles if article.cut)

    def _placed(self, state: _State, index: int, which: int, cut: bool, joins: bool, cost: float) -> _State:
        fragment = self.fragments[index]
        article = state.articles[which]
        cost += _OPEN * fragment.open if cut else self._complete(index)
        cost -= self._about(index, article.members)
        grown = _Open(index, cut, article.members | 1 << index, index in self.layout.ends)
        articles = (*state.articles[:which], grown, *state.articles[which + 1 :])
        return _State(state.cost + cost, articles, (*state.trail, (which, joins)), index)

    def _move(self, state: _State, index: int, which: int) -> float:
        """The cost of going on in this article, by where the page stood."""
        article = state.articles[which]
        cost = _AFTER_END if article.ended else 0.0
        if article.last != state.last:
            return cost + self._leave(state, index)
        if article.cut:
            return cost + _NEXT_COLUMN - (_AFTER_FURNITURE if index in self.layout.parted else 0.0)
        return cost + _GO_ON

    def _leave(self, state: _State, index: int) -> float:
        """The cost of leaving the article that the fragment before belongs to."""
        if not state.articles:
            return 0.0
        before = next(a for a in state.articles if a.last == state.last)
        if before.ended:
            return 0.0
        cost = _SWITCH_CUT if before.cut else _SWITCH
        if not before.cut and self.fragments[state.last].headline and not self.fragments[state.last].closed:
            cost += _HEADING_LEFT
        return cost - (_AFTER_FURNITURE if index in self.layout.parted and not before.cut else 0.0)

    def _complete(self, index: int) -> float:
        fragment = self.fragments[index]
        return _COMPLETE * fragment.complete + (_BROKEN_OFF if fragment.complete > 0 and breaks_off(fragment.text[-10:]) else 0.0)

    def _fresh(self, index: int) -> float:
        fragment = self.fragments[index]
        cost = _FRESH * fragment.fresh - _BEGINS * max(-3.0, min(3.0, begins(fragment.text[:10])))
        if self.layout.indents and not fragment.indented and not fragment.headline:
            cost += _UNINDENTED
        return cost

    def _gain(self, before: int, after: int) -> float:
        key = before, after
        if key not in self._join:
            self._join[key] = sum(
                _WEIGHT[rule] * gain
                for rule, gain in gains(self.layout.page, self.fragments[before], self.fragments[after]).items()
            )
        return self._join[key]

    def _about(self, index: int, members: int) -> float:
        """How much more likely the fragment's words are after those of the article (a cache language model)."""
        key = index, members
        if key not in self._topic:
            size = sum(n for i, n in enumerate(self.layout.sizes) if members >> i & 1)
            gain = 0.0
            for weight, places in self.layout.shared[index]:
                seen = sum(count for i, count in places if members >> i & 1)
                if seen:
                    gain += min(_TOPIC_TERM, math.log1p(weight * seen / size) * _TOPIC)
            self._topic[key] = gain
        return self._topic[key]
