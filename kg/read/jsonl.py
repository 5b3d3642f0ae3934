"""JSONL: one record a line, `{"id", "text", "date", "title", "url", "publisher"}`, all but `text` optional.

Read in a stream: no more than one line is ever held.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import BinaryIO

from kg.errors import EncodingError, InputError, RecordError
from kg.model import content_hash
from kg.read.content import Content, Metadata
from kg.read.decode import bom, decode
from kg.read.metadata import FIELDS
from kg.read.mojibake import mojibake

_SURROGATE = re.compile("[\ud800-\udfff]")
_CHUNK = 1 << 20
Line = bytes | None
"""A line with its end; None for one that is too long."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: its id (or `path#` and a hash of the text), its content, its keys that no field takes."""

    id: str
    content: Content
    unknown: tuple[str, ...]


def lines(stream: BinaryIO, limit: int) -> Iterator[Line]:
    """The lines of a stream; UTF-16 and UTF-32 (told by their mark) as UTF-8; None for one over `limit` bytes."""
    first = stream.readline(limit + 1)
    if bom(first) in ("utf-16", "utf-32"):
        # Their line ends are no single bytes: such files, rare, are read whole, up to the limit.
        data = gather(chain([first], iter(lambda: stream.read(_CHUNK), b"")), limit)
        if len(data) > limit:
            yield None
        else:
            yield from io.BytesIO(decode(data, "").text.encode("utf-8"))
        return
    while first:
        if len(first) > limit:
            while first and not first.endswith(b"\n"):
                first = stream.readline(_CHUNK)
            yield None
        else:
            yield first
        first = stream.readline(limit + 1)


def gather(chunks: Iterable[Line], limit: int) -> bytes:
    """The chunks as one; cut off, but longer than `limit`, where there is more."""
    data = bytearray()
    for chunk in chunks:
        data += chunk if chunk is not None else bytes(limit + 1)
        if len(data) > limit:
            break
    return bytes(data)


def records(
    source: Iterable[Line], path: str, field_map: Mapping[str, str], limit: int
) -> Iterator[Record | RecordError]:
    """The records of a JSONL file in its order; a RecordError for each line that holds none.  `path` names the file."""
    for number, line in enumerate(source, start=1):
        if line is None:
            yield RecordError(path, f"longer than {limit} bytes", number)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            try:
                yield _record(line, path, field_map, number)
            except RecordError as error:
                yield error


def is_record(line: bytes, field_map: Mapping[str, str]) -> bool:
    """Whether a line is a JSON object with a text: how standard input shows that it is JSONL."""
    try:
        value = json.loads(decode(line, "").text)
    except (ValueError, RecursionError, EncodingError):
        return False
    return isinstance(value, dict) and isinstance(value.get(field_map.get("text", "text")), str)


def _record(line: bytes, path: str, field_map: Mapping[str, str], number: int) -> Record:
    """Raises RecordError where the line is no JSON object, or its fields are not what they must be."""
    try:
        decoded = decode(line, path)
        value = json.loads(decoded.text)
    except InputError as error:
        raise RecordError(path, error.reason, number) from error
    except (ValueError, RecursionError) as error:
        raise RecordError(path, f"no JSON: {error}", number) from error
    if not isinstance(value, dict):
        raise RecordError(path, "no JSON object", number)
    keys = {name: field_map.get(name, name) for name in FIELDS}
    text = value.get(keys["text"])
    if not isinstance(text, str):
        raise RecordError(path, f"no text under {keys['text']!r}", number)
    if not text.strip():
        raise RecordError(path, "the text is empty", number)
    text, lone = _SURROGATE.subn("\ufffd", text)
    replaced = (f"{lone} lone surrogates were replaced",) if lone else ()
    warnings = (*decoded.warnings, *replaced, *mojibake(text))
    fields = {name: _plain(value.get(key), key, path, number) for name, key in keys.items() if name != "text"}
    identifier = fields.pop("id") or f"{path}#{content_hash(text)}"
    digest = sha256(text.encode("utf-8")).hexdigest()
    content = Content(text, decoded.encoding, digest, Metadata(**fields), warnings=warnings)
    return Record(identifier, content, tuple(sorted(set(value) - set(keys.values()))))


def _plain(value: object, key: str, path: str, number: int) -> str | None:
    """A string or number as a string, blank and null as None; RecordError for anything else."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise RecordError(path, f"{key!r} is neither text nor number", number)
    return _SURROGATE.sub("\ufffd", str(value)).strip() or None
