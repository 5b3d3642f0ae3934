"""Plain text: the file is the text."""

from __future__ import annotations

from hashlib import sha256

from kg.read.content import Content
from kg.read.decode import decode
from kg.read.mojibake import mojibake


def read_text(data: bytes, path: str) -> Content:
    """The decoded file.  Raises EncodingError for what is no text."""
    decoded = decode(data, path)
    warnings = (*decoded.warnings, *mojibake(decoded.text))
    return Content(decoded.text, decoded.encoding, sha256(data).hexdigest(), warnings=warnings)
