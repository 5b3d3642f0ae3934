"""What the documents of an input depend on, in one hash: so that what has not changed need not be read again."""

from __future__ import annotations

import hashlib
import os

from kg.model import content_hash
from kg.read.metadata import Options
from kg.read.sources import STDIN, Source

__all__ = ["fingerprint"]


def fingerprint(source: Source, options: Options, version: str) -> str | None:
    """The hash of a file's bytes, its row in the manifest, the options and the extractor's version.

    None for what cannot be read twice, or not at all: it is never known to be unchanged.
    """
    if source.path == STDIN or not os.path.isfile(source.path):
        return None
    try:
        with open(source.path, "rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
    row = options.manifest.find(source.id, os.path.abspath(source.path)) if options.manifest else None
    how = (options.date_from, options.date, options.publisher, *(f"{k}={v}" for k, v in sorted(options.field_map.items())))
    about = (row.title, row.date, row.publisher, row.url) if row else ()
    return content_hash("source", version, source.id, content, str(options.max_bytes), *how, "manifest", *about)
