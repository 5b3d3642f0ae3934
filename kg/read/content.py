"""What a format's reader gives, before the metadata of several sources are settled."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Document


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one source (a record, a manifest row, the page's own meta tags …) says of a document, as written.

    `date` is whatever the source holds (`2020/2/14`, `1581638400`); `kg.read.dates.parse_date` makes ISO of it.
    """

    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A text with what its file says of it.

    `head` is what a web page shows above the main text (headline, dateline): read for metadata, no part
    of the text.  `sha256` is of the bytes read.
    """

    text: str
    encoding: str
    sha256: str
    own: Metadata = Metadata()
    head: str = ""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A document, and how it was read.

    `unknown` are the keys of a JSONL record that no field takes; `notes` says what is odd about it beside the others that
    were read, which is nothing of the document's own.
    """

    document: Document
    encoding: str
    unknown: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
