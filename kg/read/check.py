"""What `kg check` tells of each input before a graph is built from it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kg.errors import InputError
from kg.model import Document
from kg.read.content import Reading
from kg.read.dates import date_in_name
from kg.read.metadata import Options
from kg.read.reader import readings
from kg.read.sources import Listing, Source, identify, list_sources

Host = Callable[[Document], str | None]
"""The body that speaks in a document; found by the annotation, so handed in by the caller."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One document as it would be read.  None: not found (`published`, `host` …) or not asked for (`host`).

    `date_in_name`: what `--date-from name` would take from the file's name.
    """

    id: str
    encoding: str
    title: str | None
    number: str | None
    publisher: str | None
    host: str | None
    published: str | None
    published_basis: str | None
    date_in_name: str | None
    unknown_keys: tuple[str, ...]
    warnings: tuple[str, ...]
    characters: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of a command: what was listed, and notes on the folder and the manifest as a whole."""

    listing: Listing
    notes: tuple[str, ...]


def survey(paths: Iterable[str | Path], options: Options) -> Inputs:
    """The listing of `paths`, with a note for files skipped and for manifest rows that fit no file."""
    paths = list(paths)
    base = os.path.abspath(options.root or os.curdir)
    listing = list_sources(paths, options.root)
    notes = [
        f"{count} {suffix or 'suffixless'} files were skipped" for suffix, count in sorted(listing.skipped.items())
    ]
    found = [item.id for item in listing.items if isinstance(item, Source)]
    notes += [
        f"{path}: no file in this folder that kg reads 文件夹中没有可读的文件"
        for path in map(str, paths)
        if os.path.isdir(path) and not _holds(identify(os.path.abspath(path), base), found)
    ]
    if options.manifest:
        sources = [item for item in listing.items if isinstance(item, Source)]
        notes += [f"{options.manifest.path}: {note}" for note in options.manifest.notes]
        unused = options.manifest.unused((source.id, source.path) for source in sources)
        notes += [f"{options.manifest.path}: no file for the row {path}" for path in unused]
    return Inputs(listing, tuple(notes))


def _holds(folder: str, found: Iterable[str]) -> bool:
    prefix = "" if folder == "." else f"{folder.rstrip('/')}/"
    return any(name.startswith(prefix) for name in found)


def check(inputs: Inputs, options: Options, host: Host | None = None) -> Iterator[Checked | InputError]:
    """One record a document, streaming, in the order of reading; errors in their place."""
    for reading in readings(inputs.listing.items, options):
        yield _checked(reading, host) if isinstance(reading, Reading) else reading


def _checked(reading: Reading, host: Host | None) -> Checked:
    document = reading.document
    return Checked(
        id=document.id,
        encoding=reading.encoding,
        title=document.title,
        number=document.number,
        publisher=document.publisher,
        host=host(document) if host else None,
        published=document.published,
        published_basis=document.published_basis,
        date_in_name=date_in_name(PurePosixPath(document.source or document.id).name),
        unknown_keys=reading.unknown,
        warnings=(*document.warnings, *reading.notes),
        characters=len(document.text),
    )
