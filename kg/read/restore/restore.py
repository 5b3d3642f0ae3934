"""A page whose columns were mixed → its articles."""

from __future__ import annotations

from kg.read.restore.compose import Restored, compose, whole
from kg.read.restore.fragments import Fragment, fragments
from kg.read.restore.marginalia import ends_article, furniture
from kg.read.restore.order import Layout, Order, as_it_stands, solve

_SURELY_CUT = 4.0
_MARGIN = 12.0
"""Nats by which a page must read better in another order before anything is moved."""


def restore(text: str) -> tuple[Restored, ...]:
    """The articles of `text`, in the order of their first fragments; `text` itself where nothing is broken."""
    if not _suspect(text):
        return (whole(text),)
    layout = _layout(fragments(text))
    order = solve(layout)
    if as_it_stands(layout).cost - order.cost < _MARGIN:
        return (whole(text),)
    return tuple(compose(text, _paragraphs(layout, order, i)) for i in range(len(order.articles)))


def is_broken(text: str) -> bool:
    """Whether `restore` would change `text`."""
    return restore(text) != (whole(text),)


def _suspect(text: str) -> bool:
    """Whether a line before the last was surely cut off."""
    return any(fragment.complete >= _SURELY_CUT for fragment in fragments(text)[:-1])


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


def _paragraphs(layout: Layout, order: Order, article: int) -> list[list[Fragment]]:
    paragraphs: list[list[Fragment]] = []
    for placed in order.articles[article]:
        fragment = layout.fragments[placed.index]
        if placed.joins:
            paragraphs[-1].append(fragment)
        else:
            paragraphs.append([fragment])
    return paragraphs
