"""One table a fact family, for Excel, Numbers and pandas.

UTF-8 with byte-order mark, CRLF, commas.  A cell that a spreadsheet would take for a formula gets an
apostrophe before it.  Lists are joined by 、 as in Chinese; every row has its sentence and where it stands.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from typing import Protocol

from kg.export.jsonl import Line, lines
from kg.merge.derived import Derived
from kg.merge.profile import Profile
from kg.model import Document, Extraction

__all__ = ["COLUMNS", "CsvTables", "row", "safe"]

_DOCUMENT = ("document", "document_title", "document_number", "publisher", "published", "url", "sha256")
_EVIDENCE = ("quote", "evidence_start", "evidence_end", "spans", "rule", "confidence", "fact_id")
COLUMNS: dict[str, tuple[str, ...]] = {
    "membership": (
        "person", "role", "organization", "organization_text", "status", "since", "until", *_EVIDENCE, *_DOCUMENT,
    ),
    "allocation": (
        "fund", "amount", "amount_max", "currency", "amount_text", "qualifier", "unit_text", "payer", "payers",
        "action", "recipient", "target", "region", "region_codes", "date", "part_of", "partition", "kind", "stage",
        *_EVIDENCE, *_DOCUMENT,
    ),
    "event": ("date", "date_text", "date_basis", "label", "participants", "location", "about", *_EVIDENCE, *_DOCUMENT),
}  # fmt: skip
"""Columns of each family's table, in order; the file is `facts-<family>s.csv`."""

_FORMULA = re.compile(r"^\s*[=+\-@\t\r＝＋－＠]")


class Writable(Protocol):
    """What a table is written to."""

    def write(self, text: str, /) -> object: ...


def safe(value: object) -> str:
    """The cell's text; None is empty, and what begins like a formula is text."""
    if value is None:
        return ""
    if isinstance(value, (int, float)):
        return str(value)
    cell = str(value).replace("\x00", "")
    return "'" + cell if _FORMULA.match(cell) else cell


def row(line: Line, document: Document) -> dict[str, object]:
    """The cells of one fact line, by column."""
    cells: dict[str, object] = {k: v for k, v in line.items() if not isinstance(v, (list, dict))}
    cells |= {k: "、".join(v) for k, v in line.items() if k in ("payers", "participants")}
    if "regions" in line:
        cells["region_codes"] = "、".join(region["code"] for region in line["regions"] if region["code"])
    cells["spans"] = " ".join(f"{a}-{b}" for a, b in line["spans"])
    cells |= {"evidence_start": line["start"], "evidence_end": line["end"], "fact_id": line["id"]}
    cells |= {
        "document_title": document.title,
        "document_number": document.number,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
        "sha256": document.sha256,
    }
    return cells


class CsvTables:
    """Writes the tables document by document; `open_table(family)` gives what a table is written to."""

    def __init__(self, open_table: Callable[[str], Writable]) -> None:
        self._tables = {}
        for family, columns in COLUMNS.items():
            file = open_table(family)
            file.write("\ufeff")
            self._tables[family] = csv.writer(file, lineterminator="\r\n")
            self._tables[family].writerow(columns)

    def document(self, extraction: Extraction, known: Profile) -> None:
        """The rows of one document."""
        for line in lines(extraction):
            cells = row(line, extraction.document)
            family = line["type"]
            self._tables[family].writerow([safe(cells.get(column)) for column in COLUMNS[family]])

    def derived(self, part: Derived) -> None:
        """The tables hold facts only."""

    def close(self) -> None:
        """Nothing is left to be written."""
