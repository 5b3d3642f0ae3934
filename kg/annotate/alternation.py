"""Patterns for any of many words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["either"]


def either(words: Iterable[str], contexts: Mapping[str, str] | None = None) -> str:
    """A pattern for any of the words, the longest first; `contexts` has patterns for those that want more than their characters.

    `re` tries every word at every place; the look ahead at the first character passes over, at a glance, where none begins.
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    first = "".join(sorted({word[0] for word in ordered}))
    known = contexts or {}
    return f"(?=[{re.escape(first)}])(?:{'|'.join(known.get(word) or re.escape(word) for word in ordered)})"
