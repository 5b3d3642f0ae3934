"""A review from the graph to the workbook, and from the filled-in workbook to figures and corrections.

review("my-graph", "review.xlsx", sample=200)
found = apply("my-graph", "review.xlsx", "corrections.toml")
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError, UsageError
from kg.export.atomic import write, write_bytes
from kg.merge.corrections import Corrections, Entry, parse, read_text, render
from kg.review.draw import Sample, draw
from kg.review.figures import Figure, figures
from kg.review.judged import entries
from kg.review.sheet import read_workbook, workbook
from kg.review.tables import ANSWERS, tables
from kg.store import StoreSource, unmatched

__all__ = ["Applied", "apply", "review"]

_PAIRS = 4
"""One pair of namesakes for so many facts."""
_HEAD = "# 人工更正；格式见 README。kg review 只在末尾添加，已有的内容不动。\n# Corrections; kg review only adds to the end.\n"


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


def review(
    graph: str | Path,
    output: str | Path,
    *,
    sample: int = 200,
    passages: int = 50,
    seed: int = 0,
    force: bool = False,
) -> Sample:
    """Draw a sample of a graph on disk, and write it as a workbook.

    A file that is there is written over if it is a workbook without answers, or with `force`; else that is a UsageError.
    Raises UsageError too where openpyxl is not installed, InputError where there is no graph, OutputError.
    """
    if not force and Path(output).exists():
        _check_unanswered(Path(output))
    with StoreSource(graph) as source:
        drawn = draw(source, sample, passages, sample // _PAIRS, seed)
    write_bytes(Path(output), workbook(tables(drawn)))
    return drawn


def _check_unanswered(path: Path) -> None:
    """Raises UsageError for a file whose loss would be one."""
    try:
        book = read_workbook(path)
    except InputError as error:
        raise UsageError(f"{path} is there already, and is no workbook; --force writes over it 文件已存在，未覆盖") from error
    number = sum(any(row.get(name) for name in names) for sheet, names in ANSWERS.items() for row in book.get(sheet, ()))
    if number or not ANSWERS.keys() <= book.keys():
        what = f"with answers in {number} rows" if number else "and is not of kg review"
        raise UsageError(f"{path} is there already, {what}; --force writes over it 文件已存在，未覆盖")


def apply(graph: str | Path, filled: str | Path, output: str | Path) -> Applied:
    """Read a filled-in workbook; estimate, and add the corrections to the file `output`.

    Raises InputError for what is no workbook, UsageError for an answer that means nothing, by sheet and row.
    """
    book = read_workbook(filled)
    with StoreSource(graph) as source:
        told = list(entries(book, source))
        found = Applied(*figures(book))
        source.corrections = Corrections(_write(Path(output), told, found))
        found.unmatched = tuple(item.text() for item in unmatched(source))
    return found


def _write(path: Path, told: Sequence[Entry], found: Applied) -> list[Entry]:
    """Add what is new to the file, and return all that stands there; what stood there stays as the user wrote it."""
    text = read_text(path) if path.exists() else _HEAD
    kept = parse(text, str(path))
    Corrections(kept)  # what contradicts itself already is the user's to put right
    have = {entry.id for entry in kept}
    for entry in sorted(set(told), key=lambda entry: (entry.kind, entry.id)):
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
        text = f"{text.rstrip()}\n\n{render(found.added)}"
        parse(text, str(path))  # fails where a kind stands as kind = [ … ], to which nothing can be added
        with write(path) as file:
            file.write(text)
    return [*kept, *found.added]
