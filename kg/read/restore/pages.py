"""A page whose columns were mixed → its articles."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from kg.read.restore.columns import beside
from kg.read.restore.compose import Restored, compose, whole
from kg.read.restore.costs import Costs
from kg.read.restore.fragments import Fragment, fragments
from kg.read.restore.joins import gains
from kg.read.restore.layout import Layout
from kg.read.restore.marginalia import ends_article, furniture
from kg.read.restore.order import FIRST_LOOK, Order, as_it_stands, solve
from kg.read.restore.wrapped import may_be_wrapped, unwrap

_SURELY_CUT = 6.0
_LONG = 24
"""Characters of the shortest line that can be surely cut."""
_LINES_A_CUT = 30
"""A page that was cut up has at least one line in so many that is surely cut; a page of headlines has fewer."""
_MARGIN = 16.0
"""Nats by which a page must read better in another order before anything is moved."""
_MARKUP = re.compile(
    r"#{1,6} |!?\[[^\[\]]*\]\([^()\s]+\)|>  ?\S|\*\*[^*]+\*\*$|---$|[^\n]*(?:</?\w+(?: [^<>]*)?/?>|\]\([^()\s]+\)[~*]*)$"
)
"""A heading, image, link, quotation or rule of Markdown, and a line that ends in a tag."""
_MARKED_LINES = 3
"""Lines with markup from which a text was written for the web: nothing was laid out in columns."""
_FORGOTTEN, _MENDED, _NEXT_LINE, _SURE = 5.5, 4.0, -3.0, 4.0
_ENOUGH, _MAY_BE_ENOUGH = 13.0, 4.0
_FEWEST_MENDED = 2
_JOINS_FOR_ONE_MENDED, _LINES_A_JOIN = 9, 8
"""Of a page that was cut up one join in three mends a word; of a page of headlines and links almost none does.
Where none mends a word, a join has to come in at most so many lines: on a long page a few lines look cut by chance."""
_MOST_FRAGMENTS = 400
"""More than a page has; a longer text is no page."""


def restore(text: str) -> tuple[Restored, ...]:
    """The articles of `text`, in the order of their first fragments; `text` itself where nothing is broken.

    Two columns side by side on each line are first put one below the other, lines that a width cut are joined.
    What stands beside the articles (credits, captions, running heads, page numbers) is left out where something is.
    """
    lines = fragments(text)
    mended = beside(text, lines)
    sure = mended is not None
    if not mended:
        # Lines of one length are no columns cut anywhere: they are lines to be joined, or to be left alone.
        equal = may_be_wrapped(lines)
        mended = _unwrapped(lines) if equal else None
        if not mended and (equal or not _suspect(lines)):
            return (whole(text),)
    layout = _layout(mended or lines)
    if len(layout.fragments) <= _MOST_FRAGMENTS and (sure or (_suspect(layout.fragments) and not _marked_up(lines))):
        costs = Costs(layout)
        order = _better_order(costs, wrapped=mended is not None) if not sure else solve(costs)
        if order:
            return tuple(compose(text, _paragraphs(layout, article)) for article in _titled(layout, order))
    return (compose(text, [[fragment] for fragment in layout.fragments]) if mended else whole(text),)


def is_broken(text: str) -> bool:
    """Whether `restore` would change `text`."""
    return restore(text) != (whole(text),)


def _suspect(lines: Sequence[Fragment]) -> bool:
    """Whether lines before the last were surely cut off, and not so few that they end so by chance."""
    cut = sum(1 for line in lines[:-1] if len(line.text) >= _LONG and line.complete >= _SURELY_CUT)
    return cut > 0 and cut * _LINES_A_CUT >= len(lines)


def _marked_up(lines: Sequence[Fragment]) -> bool:
    """Whether the text carries the marks of Markdown or HTML."""
    return sum(1 for line in lines if _MARKUP.match(line.text)) >= _MARKED_LINES


def _unwrapped(lines: list[Fragment]) -> list[Fragment] | None:
    """The paragraphs of a page whose lines end at its width, or None where they do not."""
    beside = furniture(lines)
    kept = [line for i, line in enumerate(lines) if i not in beside]
    paragraphs = unwrap(kept)
    if len(paragraphs) == len(kept):
        return None
    places = {line.spans[0]: line for i, line in enumerate(lines) if i in beside}
    return sorted([*paragraphs, *places.values()], key=lambda line: line.spans[0])


def _better_order(costs: Costs, *, wrapped: bool) -> Order | None:
    """The cheapest order where it is worth moving anything; the whole search only where a first look finds one."""
    if not _is_better(costs, solve(costs, beam_width=FIRST_LOOK), wrapped, _MAY_BE_ENOUGH):
        return None
    order = solve(costs)
    return order if _is_better(costs, order, wrapped) else None


def _is_better(costs: Costs, order: Order, wrapped: bool = False, enough: float = _ENOUGH) -> bool:
    """Whether an order is worth moving anything: it reads much better, and not only because full stops are missing.

    An author who forgets one full stop forgets more, so of what is saved each cut after the first counts little;
    a join that mends a word, number or quotation counts for the order, one with the very next line against it.
    On a page of `wrapped` lines a line that was not joined may look cut, so more joins have to mend something there.
    """
    layout = costs.layout
    saved = as_it_stands(costs).cost - order.cost
    joins = [
        (before.index, after.index)
        for article in order.articles
        for before, after in itertools.pairwise(article)
        if after.joins
    ]
    if saved < _MARGIN or not joins:
        return False
    evidence = [_evidence(layout, *join) for join in joins]
    if wrapped and evidence.count(_MENDED) < max(_FEWEST_MENDED, len(joins) / 2):
        return False
    mended = evidence.count(_MENDED)
    if mended < len(joins) // _JOINS_FOR_ONE_MENDED or (not mended and len(joins) * _LINES_A_JOIN < len(layout.fragments)):
        return False
    if len(order.articles) == 1 and evidence.count(_MENDED) < _FEWEST_MENDED:
        return False
    return saved - _FORGOTTEN * (len(joins) - 1) + sum(evidence) >= enough


def _evidence(layout: Layout, before: int, after: int) -> float:
    """How much a join speaks for a page's having been cut up."""
    found = gains(layout.page, layout.fragments[before], layout.fragments[after])
    sure = sum(found.get(rule, 0.0) for rule in ("across", "number", "name", "repeated", "bracket"))
    if sure >= _SURE:
        return _MENDED
    return _NEXT_LINE if after == before + 1 else 0.0


def _layout(lines: list[Fragment]) -> Layout:
    beside = furniture(lines)
    kept: list[Fragment] = []
    parted, ends = set(), set()
    for i, line in enumerate(lines):
        if i not in beside:
            kept.append(line)
            if line.final and not line.headline:
                ends.add(len(kept) - 1)
            continue
        parted.add(len(kept))
        # A by-line in brackets may stand below a headline; an article ends behind a sentence.
        if kept and ends_article(beside[i]) and kept[-1].closed:
            ends.add(len(kept) - 1)
    return Layout(tuple(kept), frozenset(parted), frozenset(ends))


def _paragraphs(layout: Layout, article: list[tuple[int, bool]]) -> list[list[Fragment]]:
    paragraphs: list[list[Fragment]] = []
    for index, joins in article:
        if joins:
            paragraphs[-1].append(layout.fragments[index])
        else:
            paragraphs.append([layout.fragments[index]])
    return paragraphs


def _titled(layout: Layout, order: Order) -> list[list[tuple[int, bool]]]:
    """The articles; a headline that stands alone goes before the one article that has none."""
    articles = [[(placed.index, placed.joins) for placed in article] for article in order.articles]
    alone = [a for a in articles if len(a) == 1 and layout.fragments[a[0][0]].headline]
    headless = [a for a in articles if not layout.fragments[a[0][0]].headline]
    if len(alone) == len(headless) == 1:
        headless[0][:0] = alone[0]
        articles.remove(alone[0])
    return articles
