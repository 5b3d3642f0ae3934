"""What a text has just named abroad: whose a bare 大使, 总领事 or 使馆 is, and the state that one character stands for."""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.annotate.countries import foreign_start, named_in
from kg.annotate.passage import State

__all__ = ["embassy_at_hand", "state_meant"]

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


_NO_STATE = "新老中多大科"
"""What stands before a title of state otherwise (新总理, 老总统), though names of states begin so."""


def state_meant(character: str, state: State) -> str | None:
    """菲副总统 in a text of 菲律宾: the state so begun that was named last before the cursor."""
    if len(character) != 1 or character in _NO_STATE:
        return None
    kept = state.memory.get("states named")
    if kept is None:
        kept = state.memory["states named"] = named_in(state.article.text)
    assert isinstance(kept, list)
    return next((str(name) for at, name in reversed(kept[: bisect_left(kept, (state.cursor, ""))]) if name[0] == character), None)
