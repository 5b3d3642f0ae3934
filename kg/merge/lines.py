"""Lines of work (系统): 湖北省财政厅, 武汉市财政局 and 财政部 are of one; and what a body became."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.merge.names import Body
from kg.merge.tables import reforms

__all__ = ["became", "line"]

_HEAD = re.compile(r"^(?:中华人民共和国|中国|国家|国务院|中共中央|中央|全国)")
_TAIL = re.compile(r"(?:监督管理|管理|事务|发展)?(?:委员会|总局|办公厅|办公室|总署|厅|局|部|署|委|办)$")


@lru_cache(maxsize=65536)
def line(known: Body) -> str:
    """The line of work of a body: 财政 of 湖北省财政厅; empty where no pattern knows it, and for governments and parties."""
    if not known.row or known.row in ("pattern:gov", "pattern:pcx", "body:sc", "body:cpcc"):
        return ""
    return _TAIL.sub("", _HEAD.sub("", known.name.removeprefix(known.place)))


@lru_cache(maxsize=65536)
def became(earlier: Body, later: Body) -> bool:
    """Did one body become the other, in one reform or several, at the same place?"""
    if not earlier.row or not later.row or earlier.row == later.row or earlier.place != later.place:
        return False
    reached, queue = {earlier.row}, [earlier.row]
    while queue:
        row = queue.pop()
        for reform in reforms():
            if row in reform.originals:
                queue += [result for result in reform.results if result not in reached]
                reached.update(reform.results)
    return later.row in reached
