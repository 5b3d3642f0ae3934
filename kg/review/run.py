"""A review from the graph to the workbook, and from the filled-in workbook to figures and corrections.

review("my-graph", "review.xlsx", sample=200)
found = apply("my-graph", "review.xlsx", "corrections.toml")
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from kg.errors import UsageError
from kg.export.atomic import write, write_bytes
from kg.export.labels import FAMILIES
from kg.merge.corrections import Corrections, Entry, FactEntry, NameEntry, PersonsEntry, Place, parse, render
from kg.review import tables as sheets
from kg.review.answers import Missed, changes, is_marked, missed
from kg.review.draw import Sample, Stratum, draw
from kg.review.estimate import Estimate, precision, recall
from kg.review.sheet import ROW, read_workbook, workbook
from kg.store import StoreSource, unmatched

__all__ = ["Applied", "Figure", "apply", "review"]

_PAIRS = 4
"""One pair of namesakes for so many facts."""
_HEAD = "# 人工更正；格式见 README。kg review 只在末尾添加，已有的内容不动。\n# Corrections; kg review only adds to the end.\n"
_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]*[”’」』）]*")
Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the result: what it is of, and the estimate."""

    name: str
    estimate: Estimate


@dataclass(slots=True)
class Applied:
    """Precision by family and rule, recall, what was written, and what could not be.

    `notes` are answers that the file contradicts already, `unmatched` corrections that match nothing in the graph.
    """

    precision: list[Figure] = field(default_factory=list)
    recall: list[Figure] = field(default_factory=list)
    added: list[Entry] = field(default_factory=list)
    known: int = 0
    notes: list[str] = field(default_factory=list)
    unmatched: tuple[str, ...] = ()


def review(graph: str | Path, output: str | Path, *, sample: int = 200, passages: int = 50, seed: int = 0) -> Sample:
    """Draw a sample of a graph on disk, and write it as a workbook.

    Raises UsageError where openpyxl is not installed, InputError where there is no graph, OutputError.
    """
    with StoreSource(graph) as source:
        drawn = draw(source, sample, passages, sample // _PAIRS, seed)
    write_bytes(Path(output), workbook(sheets.tables(drawn)))
    return drawn


def apply(graph: str | Path, filled: str | Path, output: str | Path) -> Applied:
    """Read a filled-in workbook; estimate, and add the corrections to the file `output`.

    Raises InputError for what is no workbook, UsageError for an answer that means nothing, by sheet and row.
    """
    book = read_workbook(filled)
    found = Applied()
    with StoreSource(graph) as source:
        entries = list(_entries(book, source))
        _figures(book, found)
        source.corrections = Corrections(_write(Path(output), entries, found))
        found.unmatched = tuple(item.text() for item in unmatched(source))
    return found


def _sheet(book: Mapping[str, list[Row]], name: str) -> list[Row]:
    if name not in book:
        raise UsageError(f"the workbook has no sheet {name!r}: is it one that kg review wrote?")
    return book[name]


_ANCHORS = {
    sheets.FACTS: {"document", "fact", "family", "quote", "spans", "stratum", "told"},
    sheets.PASSAGES: {"document", "end", "found", "start"},
    sheets.NAMESAKES: {"persons"},
}
"""What the last column of a sheet holds."""


def _anchor(name: str, row: Row) -> dict[str, Any]:
    """What an answer is about.  Raises UsageError where it was changed."""
    try:
        told = json.loads(row.get(sheets.ANCHOR, ""))
    except ValueError:
        told = None
    if not isinstance(told, dict) or told.keys() != _ANCHORS[name]:
        raise UsageError(f"{name}, row {row[ROW]}: the column {sheets.ANCHOR!r} was changed")
    return told


def _entries(book: Mapping[str, list[Row]], source: StoreSource) -> Iterator[Entry]:
    """The corrections that the answers amount to."""
    readers = (
        (sheets.FACTS, _of_fact), (sheets.PASSAGES, _of_passage), (sheets.NAMESAKES, _of_pair), (sheets.NAMES, _of_name),
    )  # fmt: skip
    for name, read in readers:
        for row in _sheet(book, name):
            try:
                yield from read(row, source)
            except ValueError as error:
                raise UsageError(f"{name}, row {row[ROW]}: {error}") from error


def _verdict(row: Row) -> Literal["right", "wrong", "edit"] | None:
    """What is said of a fact; None where nothing is."""
    right, wrong = is_marked(row.get(sheets.RIGHT, "")), is_marked(row.get(sheets.WRONG, ""))
    edit = bool(row.get(sheets.CHANGE, "").strip())
    if right and (wrong or edit):
        raise ValueError(f"it cannot be both {sheets.RIGHT} and {sheets.CHANGE if edit else sheets.WRONG}")
    return "edit" if edit else "wrong" if wrong else "right" if right else None


def _of_fact(row: Row, _: StoreSource) -> Iterator[Entry]:
    verdict = _verdict(row)
    if verdict not in ("wrong", "edit"):
        return
    told = _anchor(sheets.FACTS, row)
    family, note = told["family"], row.get(sheets.NOTE, "").strip()
    place = Place(told["document"], family, tuple((a, b) for a, b in told["spans"]))
    fact = tuple(sorted(told["fact"].items()))
    if verdict == "wrong":
        yield FactEntry("reject", place, fact, (), told["quote"], note)
        return
    to = changes(row[sheets.CHANGE], family, told["told"])
    if not to:
        raise ValueError(f"{sheets.CHANGE} changes nothing")
    yield FactEntry("edit", place, fact, tuple(sorted(to.items())), told["quote"], note)


def _of_passage(row: Row, source: StoreSource) -> Iterator[Entry]:
    answer = missed(row.get(sheets.MISSED, ""))
    if not answer or not answer.facts:
        return
    told = _anchor(sheets.PASSAGES, row)
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


def _of_pair(row: Row, _: StoreSource) -> Iterator[Entry]:
    same, different = is_marked(row.get(sheets.SAME, "")), is_marked(row.get(sheets.DIFFERENT, ""))
    if same and different:
        raise ValueError(f"they cannot be both {sheets.SAME} and {sheets.DIFFERENT}")
    if same or different:
        persons = sorted((p["document"], p["name"]) for p in _anchor(sheets.NAMESAKES, row)["persons"])
        yield PersonsEntry("same" if same else "different", tuple(persons), row.get(sheets.NOTE, "").strip())


_ENTITIES = {"机构": "organization", "人物": "person", "资金": "fund"}


def _of_name(row: Row, _: StoreSource) -> Iterator[Entry]:
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


# Figures


def _figures(book: Mapping[str, list[Row]], found: Applied) -> None:
    sizes, total = _sizes(_sheet(book, sheets.SIZES))
    judged = ((row, _verdict(row)) for row in _sheet(book, sheets.FACTS))
    answers = [(Stratum(*_anchor(sheets.FACTS, row)["stratum"]), v == "right") for row, v in judged if v]
    if not {stratum for stratum, _ in answers} <= sizes.keys():
        raise UsageError(f"the sheet {sheets.SIZES!r} was changed")
    shares = {family: precision(answers, sizes, family) for family in FAMILIES}
    _add(found.precision, "all 合计", precision(answers, sizes))
    for family, names in FAMILIES.items():
        _add(found.precision, f"{names[1]} {names[0]}", shares[family])
        rules = sorted({s.rule for s in sizes if s.family == family and s.rule})
        for rule in rules:
            _add(found.precision, f"  {rule}", precision(answers, sizes, family, rule))
    right = {family: estimate.value if estimate else 1.0 for family, estimate in shares.items()}
    rows = ((row, missed(row.get(sheets.MISSED, ""))) for row in _sheet(book, sheets.PASSAGES))
    read = [(_anchor(sheets.PASSAGES, row)["found"], answer) for row, answer in rows if answer]
    _add(found.recall, "all 合计", recall([_told(names, answer, right, None) for names, answer in read], total))
    if all(len(answer.facts) == answer.number for _, answer in read):  # where only numbers are given, nobody knows of what
        for family, names in FAMILIES.items():
            told = [_told(here, answer, right, family) for here, answer in read]
            _add(found.recall, f"{names[1]} {names[0]}", recall(told, total))


def _add(figures: list[Figure], name: str, estimate: Estimate | None) -> None:
    if estimate:
        figures.append(Figure(name, estimate))


def _told(found: Sequence[str], answer: Missed, right: Mapping[str, float], family: str | None) -> tuple[float, int]:
    """How many right facts of a passage were found, as far as the precision tells, and how many were missed."""
    hits = sum(right[name] for name in found if family in (None, name))
    lost = answer.number if family is None else sum(name == family for name, *_ in answer.facts)
    return hits, lost


def _sizes(rows: Sequence[Row]) -> tuple[dict[Stratum, int], int]:
    """How many facts each stratum has, and how many passages there are."""
    try:
        told = [(row.get("类别", ""), row.get("规则", ""), row.get("置信度", ""), int(row["总数"])) for row in rows]
    except (KeyError, ValueError) as error:
        raise UsageError(f"the sheet {sheets.SIZES!r} was changed") from error
    sizes = {Stratum(*name): size for *name, size in told if name[0] in FAMILIES}
    return sizes, sum(size for name, _, _, size in told if name == sheets.PASSAGES)


# The file


def _write(path: Path, entries: Sequence[Entry], found: Applied) -> list[Entry]:
    """Add what is new to the file, and return all that stands there; what stood there stays as the user wrote it."""
    text = path.read_text(encoding="utf-8-sig") if path.exists() else _HEAD
    kept = parse(text, str(path))
    have = {entry.id for entry in kept}
    for entry in sorted(set(entries), key=lambda entry: (entry.kind, entry.id)):
        if entry.id in have:
            found.known += 1
            continue
        try:
            Corrections([*kept, *found.added, entry])
        except UsageError as error:
            found.notes.append(str(error))
            continue
        have.add(entry.id)
        found.added.append(entry)
    if found.added:
        with write(path) as file:
            file.write(text.rstrip("\n") + "\n\n" + render(found.added))
    return [*kept, *found.added]
