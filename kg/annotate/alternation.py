"""Patterns for any of many words, and patterns that pass over at a glance where nothing begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

__all__ = ["at_a_glance", "either", "whether"]


def either(words: Iterable[str], contexts: Mapping[str, str] | None = None) -> str:
    """A pattern for any of the words, the longest first; `contexts` has patterns for those that want more than their characters.

    `re` tries every word at every place; the look ahead at the first character passes over, at a glance, where none begins.
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    first = "".join(sorted({word[0] for word in ordered}))
    known = contexts or {}
    return f"(?=[{re.escape(first)}])(?:{'|'.join(known.get(word) or re.escape(word) for word in ordered)})"


def at_a_glance(pattern: str) -> str:
    """The pattern, with a look ahead at the first character before alternatives that can only begin with some.

    What it matches stays the same.  It pays where alternatives open with brackets: `re` tries each of these at every place.
    """
    runs: list[tuple[str, list[str]]] = []
    for one in _alternatives(pattern):
        first = "" if one.startswith("^") else _beginning(one) or ""
        if runs and bool(first) == bool(runs[-1][0]):
            runs[-1] = (runs[-1][0] + first, [*runs[-1][1], one])
        else:
            runs.append((first, [one]))
    return "|".join(f"(?=[{first}])(?:{'|'.join(ones)})" if first else "|".join(ones) for first, ones in runs)


def whether(pattern: str) -> str:
    """As `at_a_glance`, for a pattern that is only asked whether it is found: its alternatives are sorted.

    Those that begin with ^ are together, so that they are passed over together behind the beginning.
    """
    ones = list(_alternatives(pattern))
    opening = "|".join(one[1:] for one in ones if one.startswith("^"))
    others = sorted((one for one in ones if not one.startswith("^")), key=lambda one: not _beginning(one))
    return "|".join([*([f"^(?:{opening})"] if opening else []), *([at_a_glance("|".join(others))] if others else [])])


def _alternatives(pattern: str) -> Iterator[str]:
    """What stands between the | that are in no brackets."""
    begin = depth = 0
    for token in _TOKEN.finditer(pattern):
        depth += token[0].startswith("(") - (token[0] == ")")
        if token[0] == "|" and not depth:
            yield pattern[begin : token.start()]
            begin = token.end()
    yield pattern[begin:]


def _beginning(sequence: str) -> str | None:
    """The characters, as written within [ ], that what the sequence matches may begin with; None where that is not told by some."""
    found = ""
    for opening, item, times in _items(sequence):
        if opening in _LOOKS or item in ("^", "$"):
            continue
        if opening:
            inner = [_beginning(one) for one in _alternatives(item)]
            first = None if None in inner else "".join(filter(None, inner))
        else:
            first = _characters(item)
        if first is None:
            return None
        found += first
        if not times.startswith(("?", "*", "{0", "{,")):
            return found
    return None


def _items(sequence: str) -> Iterator[tuple[str, str, str]]:
    """What opens each item, if it is a group, the item or what is in the group, and how many times it stands."""
    begin = depth = 0
    opening = ""
    for token in _TOKEN.finditer(sequence):
        depth += token[0].startswith("(") - (token[0] == ")")
        if depth == 1 and token[0].startswith("("):
            opening, begin = token[0], token.end()
        elif depth == 0 and not _TIMES.fullmatch(token[0]):
            times = _TIMES.match(sequence, token.end())
            yield opening, sequence[begin : token.start()] if opening else token[0], times[0] if times else ""
            opening = ""


def _characters(item: str) -> str | None:
    """The item's characters as written within [ ]; None for those that are told by what they are not."""
    if item.startswith("["):
        return None if item.startswith("[^") else item[1:-1]
    if item == "." or (item.startswith("\\") and item[1].isalnum() and item[1] not in "dsu"):
        return None
    return item if item.startswith("\\") else re.escape(item)


_LOOKS = ("(?=", "(?!", "(?<=", "(?<!")
_TIMES = re.compile(r"[?*+]\??|\{\d*,?\d*\}\??")
_TOKEN = re.compile(rf"\\u....|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|:|<?[=!]))?|{_TIMES.pattern}|.", re.DOTALL)
"""A character, a class of characters, what opens or closes a group, how many times something stands."""
