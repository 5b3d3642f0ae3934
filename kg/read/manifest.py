"""Metadata for files that carry none: a CSV with path, title, date, publisher, url."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, UsageError
from kg.read.content import Metadata
from kg.read.decode import decode

_COLUMNS = {
    "path": "path", "file": "path", "路径": "path", "文件": "path", "文件名": "path",
    "title": "title", "标题": "title",
    "date": "date", "日期": "date", "发布日期": "date", "发布时间": "date",
    "publisher": "publisher", "发布机构": "publisher", "来源": "publisher",
    "url": "url", "网址": "url", "链接": "url",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manifest:
    """Rows by path: the path as written (an id), and the path seen from the manifest's own folder.

    `notes` says what was odd in the file: unknown columns, rows that repeat a path.
    """

    path: str
    by_id: Mapping[str, Metadata]
    by_location: Mapping[str, Metadata]
    notes: tuple[str, ...] = ()

    def find(self, identifier: str, location: str) -> Metadata | None:
        """The row of a file, by its absolute `location`, else by its id."""
        return self.by_location.get(location) or self.by_id.get(identifier)

    def unused(self, files: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """The paths, as written, whose rows fit none of `files` (id, location)."""
        identifiers, locations = set(), set()
        for identifier, location in files:
            identifiers.add(identifier)
            locations.add(location)
        rows = zip(self.by_id, self.by_location, strict=True)
        return tuple(path for path, location in rows if path not in identifiers and location not in locations)


def load_manifest(path: str | Path) -> Manifest:
    """Reads a manifest in UTF-8 or GB18030, with or without byte-order mark, comma or tab separated.

    Raises InputError where it cannot be read, UsageError where it has no column `path`.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read") from error
    text = decode(data, str(path)).text
    header = text.split("\n", 1)[0]
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter="\t" if "\t" in header and "," not in header else ","))
    except csv.Error as error:
        raise InputError(str(path), f"no CSV: {error}") from error
    columns = [_COLUMNS.get(name.strip().lower()) for name in rows[0]] if rows else []
    if "path" not in columns:
        raise UsageError(f"{path}: the manifest has no column 'path'")
    notes = [f"unknown column: {name.strip()}" for name, known in zip(rows[0], columns, strict=True) if not known]
    return _table(str(path), columns, rows[1:], notes)


def _table(path: str, columns: list[str | None], rows: list[list[str]], notes: list[str]) -> Manifest:
    folder = os.path.dirname(os.path.abspath(path))
    by_id: dict[str, Metadata] = {}
    by_location: dict[str, Metadata] = {}
    for row in rows:
        values = {name: value.strip() for name, value in zip(columns, row, strict=False) if name and value.strip()}
        name = values.pop("path", "").replace("\\", "/").removeprefix("./")
        location = os.path.normpath(os.path.join(folder, name))
        if not name:
            continue
        if name in by_id or location in by_location:
            notes.append(f"a second row for {name} was left out")
            continue
        by_id[name] = by_location[location] = Metadata(**values)
    return Manifest(path, by_id, by_location, tuple(notes))
