"""The names found so far in one article, and where else they stand: a second mention agrees with the first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.names import HAN, clean

__all__ = ["Registry", "followed", "occurrences"]

_NEAR = 20000
"""How far from a name its other mentions are looked for."""
_POSTS = "局长|处长|科长|书记|主任|县长|市长|厅长|部长|镇长|乡长|校长|院长|所长|站长"
_ADDRESSED = "总|老师|教授|先生|女士|同志|某"
_CALLED = re.compile(rf"副?(?:{_POSTS})|{_ADDRESSED}")
_ONE_HAN = re.compile(HAN)
_SOMEBODY = re.compile(HAN + "某")


class Registry:
    """The names found so far in one article."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self._heads: dict[str, list[str]] = {}
        self._called: dict[str, bool] = {}
        self._full: dict[str, str] = {}

    def add(self, name: str) -> None:
        """Count one more mention of `name`."""
        if name not in self.names:
            self._heads.setdefault(name[:2], []).append(name)
            self._shorten(name)
        self.names[name] = self.names.get(name, 0) + 1

    def _shorten(self, name: str) -> None:
        """买合木提 is 买合木提·吐尔地, where one only is called so."""
        short = name.split("·")[0]
        if "·" not in name or len(short) < 2 or short in self.names:
            return
        if short in self._full:
            self._full[short] = short
        else:
            self._full[short] = name
            self._heads[name[:2]].append(short)

    def full(self, name: str) -> str:
        """The whole of a name with · of which `name` is the first part; `name` itself where it is none."""
        return self._full.get(name, name)

    def mentions(self, text: str, start: int, end: int) -> list[tuple[int, str]]:
        """`(offset, name)` of each known name in `text[start:end]`, in reading order."""
        heads = self._heads
        if not heads:
            return []
        line = text[start:end]
        return [
            (start + at, name)
            for at in range(len(line) - 1)
            if (pair := line[at : at + 2]) in heads
            for name in heads[pair]
            if line.startswith(name, at)
        ]

    def called(self, text: str, surname: str) -> bool:
        """Is somebody in `text` called by the surname alone: 孟局长, 老孟, 孟某?"""
        found = self._called.get(surname)
        if found is None:
            found = self._called[surname] = any(_is_address(text, at, at + len(surname)) for at in occurrences(text, surname))
        return found

    def agreement(self, text: str, at: int, name: str) -> float:
        """How much speaks for `name` in the rest of the text: 3 for a known one, up to 1.5 for one that stands there often."""
        if clean(name) in self.names:
            return 3.0
        if len(name) > 4:
            return 0.0
        followers = {text[end : end + 1] for end in _positions(text, name, at)}
        return min(1.5, 0.5 * (len(followers) - 1))


def _is_address(text: str, start: int, end: int) -> bool:
    """Is the surname `text[start:end]` all that somebody is called by: 老孟, or 孟局长 behind a mark?"""
    if text[start - 1 : start] in ("老", "小"):
        return not _ONE_HAN.match(text[max(0, start - 2) : start - 1]) and not _SOMEBODY.match(text, end)
    return text[start - 1 : start] in ("，", "。", "“", "、", "；") and _CALLED.match(text, end) is not None


def occurrences(text: str, name: str) -> Iterator[int]:
    """Where `name` stands in `text`."""
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


def followed(text: str, name: str, behind: re.Pattern[str]) -> bool:
    """Is `name` anywhere in `text` with `behind` right behind it?"""
    return any(behind.match(text, at + len(name)) for at in occurrences(text, name))


def _positions(text: str, name: str, around: int) -> list[int]:
    """Ends of at most twelve places where `name` stands, not further than `_NEAR` from `around`."""
    found: list[int] = []
    low, high = max(0, around - _NEAR), around + _NEAR
    at = text.find(name, low, high)
    while at >= 0 and len(found) < 12:
        found.append(at + len(name))
        at = text.find(name, at + 1, high)
    return found
