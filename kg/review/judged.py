"""The answers of a filled-in workbook as corrections, and what each row is about."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from kg.errors import UsageError
from kg.merge.corrections import Entry, FactEntry, NameEntry, PersonsEntry, Place
from kg.review import tables as sheets
from kg.review.answers import changes, is_marked, missed
from kg.review.sheet import ROW
from kg.store import GraphSource

__all__ = ["Book", "anchor", "entries", "sheet", "verdict"]

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*[”’」』）]*")
Row = dict[str, str]
Book = Mapping[str, list[Row]]
"""Sheet → its rows (`kg.review.sheet.read_workbook`)."""


def sheet(book: Book, name: str) -> list[Row]:
    """The rows of a sheet.  Raises UsageError where there is none."""
    if name not in book:
        raise UsageError(f"the workbook has no sheet {name!r}: is it one that kg review wrote?")
    return book[name]


_ANCHORS = {
    sheets.FACTS: {"document", "fact", "family", "quote", "spans", "stratum", "told"},
    sheets.PASSAGES: {"document", "end", "found", "start"},
    sheets.NAMESAKES: {"persons"},
}
"""What the last column of a sheet holds."""


def anchor(name: str, row: Row) -> dict[str, Any]:
    """What an answer is about.  Raises UsageError where it was changed."""
    try:
        told = json.loads(row.get(sheets.ANCHOR, ""))
    except ValueError:
        told = None
    if not isinstance(told, dict) or told.keys() != _ANCHORS[name]:
        raise UsageError(f"{name}, row {row[ROW]}: the column {sheets.ANCHOR!r} was changed")
    return told


def entries(book: Book, source: GraphSource) -> Iterator[Entry]:
    """The corrections that the answers amount to."""
    readers = (
        (sheets.FACTS, _of_fact), (sheets.PASSAGES, _of_passage), (sheets.NAMESAKES, _of_pair), (sheets.NAMES, _of_name),
    )  # fmt: skip
    for name, read in readers:
        for row in sheet(book, name):
            try:
                yield from read(row, source)
            except ValueError as error:
                raise UsageError(f"{name}, row {row[ROW]}: {error}") from error


def verdict(row: Row) -> Literal["right", "wrong", "edit"] | None:
    """What is said of a fact; None where nothing is."""
    right, wrong = is_marked(row.get(sheets.RIGHT, "")), is_marked(row.get(sheets.WRONG, ""))
    edit = bool(row.get(sheets.CHANGE, "").strip())
    if right and (wrong or edit):
        raise ValueError(f"it cannot be both {sheets.RIGHT} and {sheets.CHANGE if edit else sheets.WRONG}")
    return "edit" if edit else "wrong" if wrong else "right" if right else None


def _of_fact(row: Row, _: GraphSource) -> Iterator[Entry]:
    said = verdict(row)
    if said not in ("wrong", "edit"):
        return
    told = anchor(sheets.FACTS, row)
    family, note = told["family"], row.get(sheets.NOTE, "").strip()
    place = Place(told["document"], family, tuple((a, b) for a, b in told["spans"]))
    fact = tuple(sorted(told["fact"].items()))
    if said == "wrong":
        yield FactEntry("reject", place, fact, (), told["quote"], note)
        return
    to = changes(row[sheets.CHANGE], family, told["told"])
    if not to:
        raise ValueError(f"{sheets.CHANGE} changes nothing")
    yield FactEntry("edit", place, fact, tuple(sorted(to.items())), told["quote"], note)


def _of_passage(row: Row, source: GraphSource) -> Iterator[Entry]:
    answer = missed(row.get(sheets.MISSED, ""))
    if not answer or not answer.facts:
        return
    told = anchor(sheets.PASSAGES, row)
    known = source.document(told["document"])
    if known is None:
        raise ValueError("its document is no longer in the graph")
    for family, fields, quote in answer.facts:
        start, end = _sentence(known.document.text, told["start"], told["end"], fields, quote)
        place = Place(told["document"], family, ((start, end),))
        yield FactEntry("add", place, (), tuple(sorted(fields.items())), known.document.text[start:end])


def _sentence(text: str, start: int, end: int, fields: Mapping[str, str], quote: str) -> tuple[int, int]:
    """Where the passage says it: the quote that the user gives, else the sentence with most of the values."""
    if quote:
        at = text.find(quote, start)
        if not start <= at <= end - len(quote):
            raise ValueError(f"the passage does not say {quote!r}")
        return at, at + len(quote)
    sentences = [match.span() for match in _SENTENCE.finditer(text, start, end) if match[0].strip()]
    best = max(sentences, key=lambda s: (sum(v in text[s[0] : s[1]] for v in fields.values() if v), -s[0]))
    words = text[best[0] : best[1]]
    return best[0] + len(words) - len(words.lstrip()), best[1] - len(words) + len(words.rstrip())


def _of_pair(row: Row, _: GraphSource) -> Iterator[Entry]:
    same, different = is_marked(row.get(sheets.SAME, "")), is_marked(row.get(sheets.DIFFERENT, ""))
    if same and different:
        raise ValueError(f"they cannot be both {sheets.SAME} and {sheets.DIFFERENT}")
    if same or different:
        persons = sorted((p["document"], p["name"]) for p in anchor(sheets.NAMESAKES, row)["persons"])
        yield PersonsEntry("same" if same else "different", tuple(persons), row.get(sheets.NOTE, "").strip())


_ENTITIES = {"机构": "organization", "人物": "person", "资金": "fund"}


def _of_name(row: Row, _: GraphSource) -> Iterator[Entry]:
    kind, of, note = (row.get(key, "").strip() for key in (sheets.KIND, sheets.OF, sheets.NOTE))
    entity = _ENTITIES.get(kind, kind)
    if entity not in _ENTITIES.values() or not of:
        raise ValueError(f"{sheets.KIND} is one of {'、'.join(_ENTITIES)}, and {sheets.OF} must not be empty")
    alias, name = row.get(sheets.ALIAS, "").strip(), row.get(sheets.NAME, "").strip()
    if of in (alias, name) or not (alias or name):
        raise ValueError(f"{sheets.ALIAS} or {sheets.NAME} must be another name")
    if alias:
        yield NameEntry("alias", entity, of, alias, "", note)
    if name:
        yield NameEntry("name", entity, of, name, "", note)
