"""The page of documents with their facts: whole, self-contained, and nothing of a document gets out of its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.html import page, section
from kg.export.jsonl import lines
from kg.export.marks import pieces
from kg.model import Document, Event, Evidence, Extraction, Fact, Span, mentions

Maker = Callable[..., Extraction]
_VOID = {"meta", "input"}
_CONTENT = re.compile(r'<div class="text">(.*?)</div>', re.DOTALL)


class _Reader(HTMLParser):
    """Collects the text of each document, and fails where tags do not nest."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: list[str] = []
        self.marks: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "div":
            self.texts.append("")
        if tag == "mark" and "data-p" in given:
            self.marks.append((given["class"] or "", ""))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "div" in self.open:
            self.texts[-1] += data
            if self.open[-1] == "mark":
                self.marks[-1] = (self.marks[-1][0], data)


def read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def test_a_page_holds_every_document_word_for_word(two_documents: list[Extraction]) -> None:
    reader = read("".join(page(two_documents)))
    assert reader.texts == [extraction.document.text for extraction in two_documents]


def test_every_part_of_a_fact_is_marked(make_extraction: Maker) -> None:
    extraction = make_extraction()
    marked = read(section(extraction)).marks
    assert ("membership", "云某平") in marked
    assert ("membership", "司长") in marked


def test_every_fact_is_listed_with_rule_confidence_and_what_was_inferred(make_extraction: Maker) -> None:
    extraction = make_extraction()
    html = section(extraction)
    for line in lines(extraction):
        assert line["id"] in html
        assert f"<dd>{line['rule']}</dd>" in html
    for words in ("推断：日期", "年份 → 2021", "警告", "doubtful", "0.90", "防疫 &amp; &lt;救治&gt;", "任命", "计划"):
        assert words in html


def test_the_page_needs_nothing_from_elsewhere(two_documents: list[Extraction]) -> None:
    html = "".join(page(two_documents))
    assert "default-src 'none'" in html
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#)|@import|url\(""", html)
    for word in ("任职", "资金", "事件"):
        assert f"{word}</mark>" in html


def test_anchors_are_the_page_s_own_and_lead_somewhere(two_documents: list[Extraction]) -> None:
    html = "".join(page(two_documents))
    names = re.findall(r'\bid="([^"]+)"', html)
    assert len(names) == len(set(names))
    targets = re.findall(r'href="#([^"]+)"', html)
    assert targets
    assert set(targets) <= set(names)


def test_what_a_document_says_is_never_markup() -> None:
    text = "</div><script>alert('一')</script>&lt; \x00\x1b\ud800。"
    document = Document(id='"><b>', text=text, title="</h2><img src=x>", publisher="<i>")
    html = section(Extraction(document, ()))
    assert "<script" not in html
    assert "<img" not in html
    assert "<b>" not in html
    assert read(html).texts == [text.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\ud800", "\ufffd")]


def _event(document: Document, start: int, end: int, low: int, high: int) -> Fact:
    evidence = Evidence(document.key, (Span(start, end),), document.text[start:end], "event.test")
    return Event(
        evidence=evidence,
        mentions=mentions(date=[Span(low, high)]),
        label=f"{start}{end}{low}{high}",
        date_text="今天",
        date="2021",
        date_basis="stated",
    )


_SPANS = st.tuples(st.integers(0, 19), st.integers(1, 6)).map(lambda pair: (pair[0], min(20, sum(pair))))


@given(st.lists(st.tuples(_SPANS, _SPANS), max_size=6))
def test_spans_may_overlap_as_they_like(spans: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    document = Document(id="a", text="一<二>三&四“五”六；七，八。九十\n甲乙丙丁"[:20])
    facts = tuple(_event(document, *outer, *inner) for outer, inner in spans)
    reader = read(section(Extraction(document, facts)))
    assert reader.texts == [document.text]
    covered = {at for (_, inner) in spans for at in range(*inner)}
    assert sum(len(text) for _, text in reader.marks) == len(covered)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ([], [(0, 9, ())]),
        ([(2, 4, "a")], [(0, 2, ()), (2, 4, ("a",)), (4, 9, ())]),
        ([(0, 9, "a"), (3, 5, "b")], [(0, 3, ("a",)), (3, 5, ("a", "b")), (5, 9, ("a",))]),
        ([(2, 6, "a"), (4, 8, "b")], [(0, 2, ()), (2, 4, ("a",)), (4, 6, ("a", "b")), (6, 8, ("b",)), (8, 9, ())]),
        ([(-3, 2, "a"), (8, 12, "b"), (5, 5, "c")], [(0, 2, ("a",)), (2, 8, ()), (8, 9, ("b",))]),
        ([(4, 5, "a"), (4, 5, "a")], [(0, 4, ()), (4, 5, ("a", "a")), (5, 9, ())]),
    ],
    ids=["none", "one", "nested", "crossing", "beyond the ends", "twice"],
)
def test_pieces(marks: list[tuple[int, int, str]], expected: list[tuple[int, int, tuple[str, ...]]]) -> None:
    assert list(pieces(0, 9, marks)) == expected


def test_a_page_streams(make_extraction: Maker) -> None:
    asked = []

    def extractions() -> Iterator[Extraction]:
        for name in ("a", "b"):
            asked.append(name)
            yield make_extraction(name)

    parts = page(extractions())
    assert "<style>" in next(parts)
    assert asked == []
    assert "<section" in next(parts)
    assert asked == ["a"]
