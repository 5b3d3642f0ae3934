"""Precision and recall from the answers of a filled-in workbook: in all, by family, and by rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import UsageError
from kg.export.labels import FAMILIES
from kg.review import tables as sheets
from kg.review.answers import Missed, missed
from kg.review.draw import Stratum
from kg.review.estimate import Estimate, precision, recall
from kg.review.judged import Book, anchor, sheet, verdict

__all__ = ["Figure", "figures"]

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the result: what it is of, and the estimate."""

    name: str
    estimate: Estimate


def figures(book: Book) -> tuple[list[Figure], list[Figure]]:
    """Precision, and recall.  Raises UsageError where the workbook was changed beside the answers."""
    sizes, total = _sizes(sheet(book, sheets.SIZES))
    judged = ((row, verdict(row)) for row in sheet(book, sheets.FACTS))
    answers = [(Stratum(*anchor(sheets.FACTS, row)["stratum"]), said == "right") for row, said in judged if said]
    if not {stratum for stratum, _ in answers} <= sizes.keys():
        raise UsageError(f"the sheet {sheets.SIZES!r} was changed")
    right = {family: found.value if (found := precision(answers, sizes, family)) else 1.0 for family in FAMILIES}
    rows = ((row, missed(row.get(sheets.MISSED, ""))) for row in sheet(book, sheets.PASSAGES))
    read = [(anchor(sheets.PASSAGES, row)["found"], answer) for row, answer in rows if answer]
    return list(_known(_precision(answers, sizes))), list(_known(_recall(read, right, total)))


Named = Iterator[tuple[str, Estimate | None]]


def _known(named: Named) -> Iterator[Figure]:
    return (Figure(name, estimate) for name, estimate in named if estimate)


def _precision(answers: Sequence[tuple[Stratum, bool]], sizes: Mapping[Stratum, int]) -> Named:
    yield "all 合计", precision(answers, sizes)
    for family, (chinese, english) in FAMILIES.items():
        yield f"{english} {chinese}", precision(answers, sizes, family)
        for rule in sorted({s.rule for s in sizes if s.family == family and s.rule}):
            yield f"  {rule}", precision(answers, sizes, family, rule)


def _recall(read: Sequence[tuple[Sequence[str], Missed]], right: Mapping[str, float], total: int) -> Named:
    yield "all 合计", recall([_told(found, answer, right, None) for found, answer in read], total)
    if all(len(answer.facts) == answer.number for _, answer in read):  # where only numbers are given, nobody knows of what
        for family, (chinese, english) in FAMILIES.items():
            told = [_told(found, answer, right, family) for found, answer in read]
            yield f"{english} {chinese}", recall(told, total)


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
