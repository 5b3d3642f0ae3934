"""Markdown: the text is the file, untouched, so that offsets count in it; front matter and first heading are read."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.read.content import Content, Metadata
from kg.read.text import read_text

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.{0,4000}?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_ENTRY = re.compile(r"^(\w+)[ \t]*:[ \t]*[\"']?(.*?)[\"']?[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,2}[ \t]+(.+?)[ \t]*#*[ \t]*$", re.MULTILINE)
_KEYS = {"title": "title", "date": "date", "publisher": "publisher", "source": "publisher", "url": "url"}
_HEAD = 4_000


def read_markdown(data: bytes, path: str) -> Content:
    """The decoded file, with what its front matter says.  Raises EncodingError for what is no text."""
    content = read_text(data, path)
    front = _FRONT_MATTER.match(content.text)
    values = {_KEYS[key]: value for key, value in _ENTRY.findall(front[1] if front else "") if key in _KEYS and value}
    heading = _HEADING.search(content.text, front.end() if front else 0, _HEAD)
    if heading:
        values.setdefault("title", heading[1])
    return replace(content, own=Metadata(**values))
