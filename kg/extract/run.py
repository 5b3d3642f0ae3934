"""One document → its facts: articles, passages, components, records.  A pure function of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import accumulate, pairwise

from spacy.language import Language

from kg.annotate.components import blank, register
from kg.annotate.fold import fold
from kg.annotate.host import find_host
from kg.annotate.passage import Article, Passage, State, segments
from kg.extract.allocations import extract_allocations, finish_allocations
from kg.extract.confidence import calibrated
from kg.extract.events import extract_events, link_events
from kg.extract.memberships import extract_memberships, finish_memberships
from kg.model import Document, Extraction, Fact
from kg.read.persons import persons_of
from kg.read.restore import restore

__all__ = ["extract", "host", "states"]

LONGEST = 4000
"""Code points of the longest passage; a longer line is cut at the end of a sentence."""


@cache
def _pipeline() -> Language:
    nlp = blank()
    for name, component in (
        ("kg_memberships", extract_memberships),
        ("kg_allocations", extract_allocations),
        ("kg_events", extract_events),
    ):
        nlp.add_pipe(register(name, component))
    return nlp


def extract(document: Document, *, raw: bool = False) -> Extraction:
    """The facts of one document, sorted by (start, type, id), each once; with what was set aside and why.

    Confidences are calibrated; `raw` leaves the scores that the rules gave, to calibrate by.
    """
    if persons_of(document):
        return Extraction(document, ())  # the user's table of persons: evidence of who is who, and no prose
    facts: dict[str, Fact] = {}
    rejected = []
    host = None
    for state in states(document):
        finish_memberships(state)
        finish_allocations(state)
        link_events(state)
        host = host or state.host
        rejected += state.rejected
        for fact in state.facts:
            facts.setdefault(fact.id, fact)
    ordered = [facts[key] for key in sorted(facts, key=lambda key: (facts[key].evidence.start, facts[key].type, key))]
    return Extraction(document, tuple(ordered if raw else map(calibrated, ordered)), tuple(rejected), host)


def states(document: Document, *, thorough: bool = False) -> Iterator[State]:
    """The document's articles, each read to its end, its facts not yet finished; `thorough` for training."""
    key = document.key
    for article in _articles(document):
        state = State(document, article, key, published=_day(document), thorough=thorough)
        find_host(state)
        _read(state)
        yield state


def host(document: Document) -> str | None:
    """The body that speaks in a document, by its resolved full name; None where nothing tells."""
    for article in _articles(document):
        state = State(document, article, published=_day(document))
        find_host(state)
        if state.host:
            return state.host
    return None


def _day(document: Document) -> str | None:
    """When a document was published; None also where what it says is no date: 2021-02-30, 昨天."""
    found = _DATE.match(document.published or "")
    try:
        return document.published if found and date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1)) else None
    except ValueError:
        return None


_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")


def _articles(document: Document) -> Iterator[Article]:
    """The document's articles: itself, or those that its mixed columns were put together from."""
    restored = restore(document.text)
    for article in restored:
        pieces = tuple(article.pieces) if article.text is not document.text else ()
        yield Article(fold(article.text), article.text, pieces)


def _read(state: State) -> None:
    """Run the pipeline over the article, passage by passage."""
    nlp = _pipeline()
    components = [component for _, component in nlp.pipeline]
    with nlp.memory_zone():
        for start, end in _passages(state.article.text):
            doc = nlp.tokenizer(state.article.text[start:end])
            tokens = tuple(pairwise(accumulate(doc.user_data["lengths"], initial=start)))
            parts = segments(state.article.text, start, end)
            doc.user_data["passage"] = Passage(state, start, end, parts, tokens)
            for component in components:
                doc = component(doc)


def _last(text: str, marks: str, start: int) -> int:
    """Behind the last of `marks` within `LONGEST` of `start`; 0 where there is none."""
    return max(text.rfind(mark, start, start + LONGEST) for mark in marks) + 1


_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:[\w-]+[:：].*\n|[ \t-].*\n)+---[ \t]*\n")
"""What a page of Markdown says of itself between its rules, which the reader has read."""


def _passages(text: str) -> Iterator[tuple[int, int]]:
    """Lines with something on them, but those of a front matter; a line over `LONGEST` is cut after a sentence."""
    front = _FRONT_MATTER.match(text)
    start = front.end() if front else 0
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        while end - start > LONGEST:
            cut = _last(text, "。！？；", start) or _last(text, "，、 ", start) or start + LONGEST
            yield start, cut
            start = cut
        if text[start:end].strip():
            yield start, end
        start = end + 1
