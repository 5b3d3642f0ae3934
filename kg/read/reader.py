"""The stream of readings: every input in order of its id, errors in their place among the documents."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from kg.errors import InputError, RecordError
from kg.model import Document, content_hash
from kg.read import jsonl
from kg.read.content import Content, Metadata, Reading
from kg.read.html import read_html
from kg.read.markdown import read_markdown
from kg.read.metadata import Claim, Options, settle
from kg.read.sources import STDIN, Source, list_sources, reason
from kg.read.text import read_text

_WHOLE: dict[str, Callable[[bytes, str], Content]] = {
    ".txt": read_text, ".text": read_text,
    ".md": read_markdown, ".markdown": read_markdown,
    ".html": read_html, ".htm": read_html, ".shtml": read_html, ".xhtml": read_html,
}  # fmt: skip
_BY_LINE = (".jsonl", ".ndjson")
_CHUNK = 1 << 20


def read(paths: Iterable[str | Path], options: Options | None = None) -> Iterator[Document | InputError]:
    """The documents of files and folders (`-`: standard input), streaming, in order of id; JSONL records in file order.

    What cannot be read comes as an InputError in its place, and the others go on.  Two texts under one id
    are both given; `readings` notes it of the later.
    """
    options = options or Options()
    items = list_sources(paths, options.root).items
    for reading in readings(items, options):
        yield reading.document if isinstance(reading, Reading) else reading


def readings(items: Iterable[Source | InputError], options: Options) -> Iterator[Reading | InputError]:
    """Each input read, with its encoding and unknown keys."""
    seen: dict[int, int] = {}
    for item in items:
        if isinstance(item, InputError):
            yield item
            continue
        for reading in read_source(item, options):
            yield _told_apart(reading, seen) if isinstance(reading, Reading) else reading


def read_source(source: Source, options: Options, stdin: BinaryIO | None = None) -> Iterator[Reading | InputError]:
    """The readings of one source; `stdin` stands in for standard input."""
    try:
        if source.path == STDIN:
            yield from _standard_input(stdin or sys.stdin.buffer, source, options)
            return
        suffix = os.path.splitext(source.path)[1].lower()
        with open(source.path, "rb") as stream:
            if suffix in _BY_LINE:
                yield from _records(jsonl.lines(stream, options.max_bytes), source, options)
            elif suffix in _WHOLE:
                yield _document(_WHOLE[suffix], _whole(stream, source, options.max_bytes), source, options)
            else:
                yield from _standard_input(stream, source, options)
    except InputError as error:
        yield error
    except OSError as error:
        yield InputError(source.id, reason(error))


def _standard_input(stream: BinaryIO, source: Source, options: Options) -> Iterator[Reading | InputError]:
    """A stream without a suffix: JSONL where its first line that is not blank is a record, else a text."""
    lines = jsonl.lines(stream, options.max_bytes)
    begun: list[jsonl.Line] = []
    for line in lines:
        begun.append(line)
        if line is None or line.strip(b"\xef\xbb\xbf \t\r\n"):
            break
    if begun and begun[-1] is not None and jsonl.is_record(begun[-1], options.field_map):
        yield from _records(chain(begun, lines), source, options)
    else:
        yield _document(read_text, jsonl.gather(chain(begun, lines), options.max_bytes), source, options)


def _whole(stream: BinaryIO, source: Source, limit: int) -> bytes:
    """The bytes of a file, or of a pipe; raises InputError before a file that is too large is read."""
    size = os.fstat(stream.fileno()).st_size
    if size > limit:
        raise InputError(source.id, f"larger than {limit} bytes")
    return stream.read() if size else jsonl.gather(iter(lambda: stream.read(_CHUNK), b""), limit)


def _document(read_whole: Callable[[bytes, str], Content], data: bytes, source: Source, options: Options) -> Reading:
    """Raises InputError for a file that is empty, too large, or not what its suffix says."""
    if len(data) > options.max_bytes:
        raise InputError(source.id, f"larger than {options.max_bytes} bytes")
    if not data.strip():
        raise InputError(source.id, "the file is empty")
    content = read_whole(data, source.id)
    if not content.text.strip():
        raise InputError(source.id, "the file holds no text")
    return Reading(settle(source.id, source.id, content, _row(source, options), options), content.encoding)


def _records(lines: Iterable[jsonl.Line], source: Source, options: Options) -> Iterator[Reading | InputError]:
    row = _row(source, options)
    empty = True
    for record in jsonl.records(lines, source.id, options.field_map, options.max_bytes):
        empty = False
        if isinstance(record, RecordError):
            yield record
            continue
        claims = [("record", record.content.own), *row]
        content = replace(record.content, own=Metadata())
        document = settle(record.id, source.id, content, claims, options)
        yield Reading(document, content.encoding, record.unknown)
    if empty:
        yield InputError(source.id, "the file is empty")


def _row(source: Source, options: Options) -> list[Claim]:
    """What the manifest says of a file."""
    found = options.manifest.find(source.id, os.path.abspath(source.path)) if options.manifest else None
    return [("manifest", found)] if found else []


def _told_apart(reading: Reading, seen: dict[int, int]) -> Reading:
    """The reading, with a note where its id has come before.  `seen`: hash of the id → hash of the document."""
    document = reading.document
    name, key = (int(text[:15], 16) for text in (content_hash(document.id), document.key))
    if name not in seen:
        seen[name] = key
        return reading
    earlier = seen[name]
    what = "the same document" if earlier == key else "another text or other metadata"
    note = f"{what} came before under the id {document.id}"
    return replace(reading, notes=(*reading.notes, note))
