"""A query's answer as columns and rows, and its three forms: table, CSV, JSON."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from kg.export.csv import safe
from kg.export.labels import VALUES
from kg.query.records import frame

if TYPE_CHECKING:
    import pandas

__all__ = ["Cell", "Table"]

Cell = str | int | float | bool | Decimal | None
_BASES = {
    "stated": "写明", "appointment": "任命", "removal": "免去", "successor": "继任", "former": "曾任", "inferred": "推断",
    "unknown": "不明",
}  # fmt: skip
_WORDS: dict[str, Mapping[str, str]] = {
    "status": VALUES | {"full": "正式"}, **dict.fromkeys(("rank_basis", "since_basis", "until_basis"), _BASES),
}  # fmt: skip
"""Column → what its words are called in Chinese."""
_WIDEST = 40
"""Columns on the screen that a cell of a table takes at most; the last cell of a row may run on."""


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; a cell is None where the query leaves it unbound.  Iterates as dicts."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def text(self) -> str:
        """Aligned for a terminal, where a Chinese character is two columns wide; long cells are cut with …

        Words of the contract (current, stated …) have the Chinese beside them; other forms have the word alone.
        """
        words = [_WORDS.get(column, {}) for column in self.columns]
        told = ([_told(cell, known) for cell, known in zip(row, words, strict=True)] for row in self.rows)
        cells = [self.columns, *told]
        widths = [min(_WIDEST, max(map(_width, column))) for column in zip(*cells, strict=True)]
        lines = ("  ".join(_fit(cell, width) for cell, width in zip(row, widths, strict=True)) for row in cells)
        return "".join(line.rstrip() + "\n" for line in lines)

    def csv(self) -> str:
        """With a header; cells that a spreadsheet would take for a formula are made text."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows([safe(_plain(cell)) for cell in row] for row in self.rows)
        return out.getvalue()

    def to_frame(self) -> pandas.DataFrame:
        """As a pandas data frame; needs the extra `zhkg[pandas]`."""
        return frame(list(self), list(self.columns))

    def json(self) -> str:
        """A list of objects; unbound is null.  Decimals that a float would change are strings."""
        rows = [{name: _json(cell) for name, cell in row.items()} for row in self]
        return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"

    def jsonl(self) -> str:
        """One JSON object a line."""
        rows = ({name: _json(cell) for name, cell in row.items()} for row in self)
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def _told(cell: Cell, known: Mapping[str, str]) -> str:
    text = _plain(cell).replace("\n", " ")
    return f"{text} {known[text]}" if text in known else text


def _json(cell: Cell) -> str | int | float | bool | None:
    if not isinstance(cell, Decimal):
        return cell
    if cell == cell.to_integral_value():
        return int(cell)
    return float(cell) if Decimal(repr(float(cell))) == cell else format(cell, "f")


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _fit(text: str, width: int) -> str:
    """`text` padded, or cut, to a width on the screen."""
    if _width(text) > width:
        while _width(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - _width(text))
