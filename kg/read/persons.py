"""The user's own table of persons, a document of its own: a CSV with name, birth, id, wikidata, organizations.

    document = persons_document("persons.csv")     # goes with the other inputs of a build, and is added and removed like them
    rows = persons_of(document)                    # () for any other document
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from kg.errors import InputError, UsageError
from kg.model import Document
from kg.read.decode import decode

__all__ = ["PersonRecord", "persons_document", "persons_of"]

_COLUMNS = {
    "name": "name", "姓名": "name", "人物": "name",
    "birth": "birth", "birth_year": "birth", "出生年": "birth", "出生年份": "birth", "出生年月": "birth", "出生": "birth",
    "id": "identifier", "编号": "identifier", "人员编号": "identifier",
    "wikidata": "wikidata", "维基数据": "wikidata",
    "organization": "organizations", "organizations": "organizations", "机构": "organizations", "单位": "organizations",
}  # fmt: skip
_SEVERAL = re.compile(r"[;；、|]")
_BIRTH = re.compile(r"^((?:1[89]|20)\d\d)(?:\D?(0?[1-9]|1[0-2])(?!\d))?")
_ENDS = ".csv"
_WIKIDATA = re.compile(r"Q[1-9]\d*$")


@dataclass(frozen=True, slots=True, order=True)
class PersonRecord:
    """One row: `birth` is 1967 or 1967-03, `organizations` bodies where the person has held a post; unknown is empty.

    `row` is its number in the table, the header being 1.
    """

    name: str
    birth: str = ""
    identifier: str = ""
    wikidata: str = ""
    organizations: tuple[str, ...] = ()
    row: int = 0


def persons_document(path: str | Path) -> Document:
    """The table as a document: UTF-8 or GB18030, comma separated, with a header; organizations are parted by ; or 、.

    Raises InputError where it cannot be read, UsageError for a table without a column `name` and for a row whose birth or
    Wikidata id is none.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read") from error
    name = Path(path).name
    if not name.lower().endswith(_ENDS):
        raise UsageError(f"{path}: the table of persons is a .csv file")
    text = decode(data, str(path)).text
    _rows(text, name)
    return Document(name, text, source=str(path), title="人物表", sha256=sha256(data).hexdigest())


def persons_of(document: Document) -> tuple[PersonRecord, ...]:
    """The rows of a table of persons; nothing of a document that is none."""
    if not document.id.lower().endswith(_ENDS):
        return ()
    try:
        return _rows(document.text, document.id)
    except UsageError:
        return ()  # some other table: a text like any other


@lru_cache(maxsize=4)
def _rows(text: str, name: str) -> tuple[PersonRecord, ...]:
    rows = list(csv.reader(io.StringIO(text)))
    columns = [_COLUMNS.get(column.strip().lstrip("\ufeff").lower()) for column in rows[0]] if rows else []
    if "name" not in columns:
        raise UsageError(f"{name}: the table of persons has no column 'name'")
    found = []
    for at, row in enumerate(rows[1:], 2):
        values = {key: value.strip() for key, value in zip(columns, row, strict=False) if key and value.strip()}
        if "name" in values:
            found.append(_record(values, name, at))
    return tuple(found)


def _record(values: dict[str, str], name: str, row: int) -> PersonRecord:
    birth, wikidata = values.get("birth", ""), values.get("wikidata", "").rsplit("/", 1)[-1]
    match = _BIRTH.match(birth)
    if birth and not match:
        raise UsageError(f"{name}, row {row}: not a year of birth: {birth!r} (write 1967 or 1967-03)")
    if wikidata and not _WIKIDATA.match(wikidata):
        raise UsageError(f"{name}, row {row}: not a Wikidata id: {wikidata!r} (write Q…)")
    bodies = tuple(part.strip() for part in _SEVERAL.split(values.get("organizations", "")) if part.strip())
    month = f"-{int(match[2]):02}" if match and match[2] else ""
    identifier = values.get("identifier", "")
    return PersonRecord(values["name"], match[1] + month if match else "", identifier, wikidata, bodies, row)
