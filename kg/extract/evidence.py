"""Evidence of a fact: the document's spans of a stretch of an article."""

from __future__ import annotations

from collections.abc import Iterable

from kg.annotate.passage import State
from kg.model import Evidence, Mentions, Span
from kg.model import mentions as _mentions

__all__ = ["evidence", "mentions"]


def evidence(state: State, start: int, end: int, rule: str) -> Evidence:
    """Evidence for `rule` at `text[start:end]` of the article; offsets and quote are the document's own."""
    spans = state.article.to_source(start, end)
    quote = "".join(state.document.text[s.start : s.end] for s in spans)
    restored = state.article.raw[start:end]
    return Evidence(state.key or state.document.key, spans, quote, rule, restored if restored != quote else None)


def mentions(state: State, **parts: Iterable[tuple[int, int]]) -> Mentions:
    """Mentions from article offsets: `mentions(state, person=[(3, 6)], role=[(0, 2)])`."""
    return _mentions(**{name: _spans(state, pairs) for name, pairs in parts.items()})


def _spans(state: State, pairs: Iterable[tuple[int, int]]) -> list[Span]:
    return [span for start, end in pairs if start < end for span in state.article.to_source(start, end)]
