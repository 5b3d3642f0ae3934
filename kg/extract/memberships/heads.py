"""The place that a 市长 or 副县长 is the head of, where no name of a body ends before the title."""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention, is_territorial

__all__ = ["shared_place", "unlisted_place"]

_HEAD_OF = frozenset("省长 市长 县长 区长 州长 旗长".split())


def shared_place(passage: Passage, role: RoleMention) -> tuple[int, int] | None:
    """宜昌市长: the place whose last character the title shares."""
    heads = role.text in _HEAD_OF
    return next(((m.start, m.end) for m in passage.regions if heads and m.end == role.start + 1 and m.end - m.start > 2), None)


def unlisted_place(passage: Passage, role: RoleMention, end: int) -> tuple[int, int] | None:
    """担任|宣河县|副县长: the place before the head of a place, in whatever table it is not."""
    low = max(passage.start, end - 12)
    found = _UNLISTED.search(passage.text[low:end]) if is_territorial(role.text) else None
    if found is None or (found.start() == 0 and low > passage.start) or found["name"][-1] not in role.text:
        return None
    return low + found.start("name"), low + found.end("name")


_UNLISTED = re.compile(
    r"(?:^|(?:任命|聘任|选举|推选|推举)[\u4e00-\u9fff]{2,4}为|[选任聘]为|[任由兼据]|[，。、；：“（ \n])"
    r"(?P<name>(?![我全各本该此原时现由任兼为据])(?![前原]任)[\u4e00-\u9fff]{2,3}[市县区旗])$"
)
