"""Annotated documents: pairs `NAME.txt` + `NAME.json` in a folder.

The annotation holds `title`, `doc_date`, `genre`, and the records of each family under `people`, `funds`, `events`.
What an extractor is given is text, title and publication date, nothing else of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.errors import InputError, UsageError
from kg.model import Document
from kg.read.decode import decode

Record = Mapping[str, Any]
"""One gold record, or one fact line, as its JSON says."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A document with its annotation.

    `neutral_people` and `neutral_amounts` are neither right nor wrong; `not_facts` are stretches that look like facts and are none.
    """

    document: Document
    genre: str
    memberships: tuple[Record, ...]
    allocations: tuple[Record, ...]
    events: tuple[Record, ...]
    neutral_people: tuple[str, ...] = ()
    neutral_amounts: tuple[str, ...] = ()
    not_facts: tuple[Record, ...] = ()


def load_gold(folder: str | Path) -> tuple[GoldDocument, ...]:
    """The documents of a folder in order of their names; a `.json` without its `.txt` is none.

    Raises UsageError for a folder without a pair, InputError for a pair that cannot be read.
    """
    try:
        pairs = [(path.with_suffix(".txt"), path) for path in sorted(Path(folder).glob("*.json"))]
    except OSError as error:
        raise InputError(str(folder), error.strerror or str(error)) from error
    found = tuple(_load(text, annotation) for text, annotation in pairs if text.exists())
    if not found:
        raise UsageError(f"{folder}: no pairs NAME.txt + NAME.json")
    return found


def _load(text: Path, annotation: Path) -> GoldDocument:
    data = text.read_bytes()
    try:
        record = json.loads(annotation.read_bytes())
    except ValueError as error:
        raise InputError(str(annotation), f"no JSON: {error}") from error
    if not isinstance(record, dict):
        raise InputError(str(annotation), "no JSON object")
    document = Document(
        id=text.stem,
        text=decode(data, str(text)).text,
        source=text.name,
        title=record.get("title"),
        published=record.get("doc_date"),
        published_basis="record" if record.get("doc_date") else None,
        sha256=sha256(data).hexdigest(),
    )
    ignored = record.get("ignore") or {}
    return GoldDocument(
        document,
        record.get("genre") or "",
        tuple(record.get("people", ())),
        _with_region_of_whole(record.get("funds", ())),
        tuple(record.get("events", ())),
        tuple(ignored.get("people", ())),
        tuple(ignored.get("amounts", ())),
        tuple(record.get("not_facts", ())),
    )


def _with_region_of_whole(funds: Sequence[Record]) -> tuple[Record, ...]:
    """Allocations, each with the region of the total that it is part of."""
    regions = {fund.get("id"): fund.get("region") for fund in funds}
    return tuple({**fund, "region_of_whole": regions.get(fund.get("part_of"))} for fund in funds)
