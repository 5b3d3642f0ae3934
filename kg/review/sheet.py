"""Workbooks as plain tables: written as .xlsx with the same bytes for the same cells, and read again.

    data = workbook([Table("事实", ("编号", "对"), (("1", ""),), widths=(6, 6))])
    tables = read_workbook("review.xlsx")       # {"事实": [{"编号": "1", "对": "x"}]}

Every cell is text (=1+1 is no formula).  openpyxl comes with the extra `zhkg[review]`.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import InputError, UsageError

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["FORBIDDEN", "ROW", "Table", "read_workbook", "workbook"]

ROW = "#"
"""Under this name each row that was read has its number in the sheet."""
_THEN = datetime(2000, 1, 1)
_ENTRY = (1980, 1, 1, 0, 0, 0)
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no cell can hold."""
_MOST = 32_000
"""Characters that a cell can hold, and some to spare."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, header and rows; `widths` in characters, `answers` the columns that are the user's to fill in.

    `last` columns are for the program, and folded away.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    answers: tuple[str, ...] = ()
    last: int = 0


def _openpyxl() -> Any:
    try:
        import openpyxl
        import openpyxl.styles
        import openpyxl.utils
    except ImportError as error:
        raise UsageError("openpyxl is not installed: pip install 'zhkg[review]'") from error
    return openpyxl


def workbook(tables: Iterable[Table]) -> bytes:
    """The tables as .xlsx.  Raises UsageError where openpyxl is not installed."""
    openpyxl = _openpyxl()
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.creator = "kg"
    book.properties.created = _THEN
    for table in tables:
        _fill(book.create_sheet(table.name), table, openpyxl)
    made = io.BytesIO()
    book.save(made)
    return _timeless(made)


def _fill(sheet: Worksheet, table: Table, openpyxl: Any) -> None:
    styles = openpyxl.styles
    wrap = styles.Alignment(wrap_text=True, vertical="top")
    answer = styles.PatternFill("solid", fgColor="FFF2CC")
    for row, cells in enumerate((table.header, *table.rows), 1):
        for column, text in enumerate(cells, 1):
            cell = sheet.cell(row, column)
            cell.value = FORBIDDEN.sub("", text)[:_MOST] or None
            if cell.data_type == "f":
                cell.data_type = "s"
            cell.alignment = wrap
            if row == 1:
                cell.font = styles.Font(bold=True)
            elif table.header[column - 1] in table.answers:
                cell.fill = answer
    sheet.freeze_panes = "A2"
    letters = [openpyxl.utils.get_column_letter(column) for column in range(1, len(table.header) + 1)]
    for letter, width in zip(letters, table.widths, strict=False):
        sheet.column_dimensions[letter].width = width
    for letter in letters[len(letters) - table.last :]:
        sheet.column_dimensions[letter].hidden = True


def _timeless(made: io.BytesIO) -> bytes:
    """The same archive without the time of day in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _MODIFIED.sub(rb"\g<1>" + f"{_THEN.isoformat()}Z".encode() + rb"\g<2>", data)
            entry = zipfile.ZipInfo(name, _ENTRY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)
    return out.getvalue()


def read_workbook(path: str | Path) -> dict[str, list[dict[str, str]]]:
    """Sheet → its rows that are not empty, header → text.  Raises InputError for what is no .xlsx, UsageError where openpyxl is missing."""
    openpyxl = _openpyxl()
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read") from error
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
        return {sheet.title: list(_rows(sheet)) for sheet in book.worksheets}
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError, AttributeError, TypeError) as error:
        raise InputError(str(path), f"no .xlsx workbook: {error}") from error


def _rows(sheet: Worksheet) -> Iterable[dict[str, str]]:
    rows = sheet.iter_rows(values_only=True)
    header = [_text(cell) for cell in next(rows, ())]
    for number, cells in enumerate(rows, 2):
        row = dict(zip(header, map(_text, cells), strict=False))
        if any(row.values()):
            yield row | {ROW: str(number)}


def _text(cell: object) -> str:
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
