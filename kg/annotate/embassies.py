"""The embassy or consulate that a text has just named: whose a bare 大使, 总领事 or 使馆 is."""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.annotate.countries import foreign_start
from kg.annotate.passage import State

__all__ = ["embassy_at_hand"]

_EMBASSY = re.compile(r"驻(?!外)[\u4e00-\u9fff]{1,12}?(?:大使馆|使馆|总领事馆|总领馆|领事馆)")
_REACH = 400
"""Characters back within which an embassy is spoken of."""


def embassy_at_hand(state: State, consulate: bool | None = None) -> str | None:
    """中国驻智利大使馆举行招待会。|大使A: the last one named before the cursor; a `consulate` or none where that is told."""
    kept = state.memory.get("embassies")
    if kept is None:
        kept = state.memory["embassies"] = _all(state.article.text)
    assert isinstance(kept, list)
    for at, name in reversed(kept[: bisect_left(kept, (state.cursor, ""))]):
        if state.cursor - at > _REACH:
            return None
        if consulate is None or ("领" in name[-4:]) == consulate:
            return str(name)
    return None


def _all(text: str) -> list[tuple[int, str]]:
    """Where each embassy is named, and its name with the state that sends, in reading order."""
    found = []
    for match in _EMBASSY.finditer(text) if "馆" in text else ():
        start = match.start() - 2 if text.endswith("中国", 0, match.start()) else foreign_start(text, match.start(), 0)
        found.append((start, text[start : match.end()]))
    return found
