"""Options of reading, and how the metadata of a document are settled between the sources that speak of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from kg.errors import UsageError
from kg.model import Document
from kg.read.clues import clues
from kg.read.content import Content, Metadata
from kg.read.dates import date_in_name, date_in_url, parse_date
from kg.read.manifest import Manifest

FIELDS = ("id", "text", "date", "title", "url", "publisher")
"""The keys of a JSONL record."""

Claim = tuple[str, Metadata]
"""A source's name, which becomes `published_basis`, and what it says."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of the input.

    `root`: ids are paths relative to it (default: the working directory).  `manifest`: metadata by path.
    `field_map`: our field → the record's key (`{"text": "content"}`).  `date_from="name"`: the date stands
    in the file's name.  `date`, `publisher`: of every document that has none of its own in record or manifest.
    `max_bytes`: the largest file, or record of a JSONL file, that is read.
    Raises UsageError for a date that is none and a field that does not exist.
    """

    root: str | None = None
    manifest: Manifest | None = None
    field_map: Mapping[str, str] = field(default_factory=dict)
    date_from: Literal["name"] | None = None
    date: str | None = None
    publisher: str | None = None
    max_bytes: int = 1 << 28

    def __post_init__(self) -> None:
        if self.date is not None and parse_date(self.date) is None:
            raise UsageError(f"not a date: {self.date!r} (write 2020-02-14)")
        unknown = sorted(set(self.field_map) - set(FIELDS))
        if unknown:
            raise UsageError(f"no such field: {', '.join(unknown)} (fields: {', '.join(FIELDS)})")


def parse_field_map(text: str) -> dict[str, str]:
    """`text=content,date=pubtime` → `{"text": "content", "date": "pubtime"}`; UsageError where it is no such list."""
    pairs = [part.partition("=") for part in text.split(",") if part.strip()]
    if not pairs or not all(name.strip() and sign and key.strip() for name, sign, key in pairs):
        raise UsageError(f"not a field map: {text!r} (write text=content,date=pubtime)")
    return {name.strip(): key.strip() for name, _, key in pairs}


def settle(identifier: str, source: str, content: Content, claims: Sequence[Claim], options: Options) -> Document:
    """The document, each field from the first source that has it.

    `claims` (the record's, the manifest's) come first, then options, the file's own meta tags, the text's dateline,
    the address, the sign-off, the adoption line.  The clock and the file system are never asked.
    """
    found = clues(content.text, content.head)
    url = _first([metadata.url for _, metadata in (*claims, ("", content.own))])
    name = date_in_name(PurePosixPath(source).name) if options.date_from == "name" else None
    ranked: list[Claim] = [
        *claims,
        ("file name", Metadata(date=name)),
        ("option", Metadata(date=options.date, publisher=options.publisher)),
        ("meta tag", content.own),
        ("dateline", found.dateline),
        ("address", Metadata(date=date_in_url(url) if url else None)),
        ("sign-off", found.sign_off),
        ("adoption", Metadata(date=found.adopted)),
    ]
    published, basis, doubts = _published(ranked)
    return Document(
        id=identifier,
        text=content.text,
        source=source,
        title=_first([metadata.title for _, metadata in ranked]) or found.title,
        published=published,
        published_basis=basis,
        publisher=_first([metadata.publisher for _, metadata in ranked]),
        number=found.number,
        url=url,
        sha256=content.sha256,
        warnings=(*content.warnings, *doubts),
    )


def _first(values: Sequence[str | None]) -> str | None:
    """The first value that is not blank, trimmed."""
    return next((value.strip() for value in values if value and value.strip()), None)


def _published(ranked: Sequence[Claim]) -> tuple[str | None, str | None, tuple[str, ...]]:
    """Publication date, its basis, and a warning for each date that could not be understood before it."""
    doubts: list[str] = []
    for basis, metadata in ranked:
        if not metadata.date or not metadata.date.strip():
            continue
        found = parse_date(metadata.date)
        if found:
            return found, basis, tuple(doubts)
        doubts.append(f"date not understood ({basis}): {metadata.date!r}")
    return None, None, tuple(doubts)
