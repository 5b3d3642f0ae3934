"""What the money is for, where a later sentence says it of the money spoken of: 下达资金2000万元。…三、资金主要用于农村小型基础设施."""

from __future__ import annotations

import re

from kg.annotate.passage import Passage, State
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.recipient import clip

__all__ = ["said_later"]

_MEMORY = "allocations.said_later"
_SAYS = re.compile(
    r"(?:^|[。；\n]|[一二三四五六七八九十]、|（[一二三四五六七八九十]）|\d[.．、])[ \u3000]*(?:据(?:介绍|了解|悉)，)?"
    r"(?:(?:上述|以上|[该此本这]|[本此这]次|[该此本这][项批笔些])(?:下达|拨付|安排|预拨|追加)?的?)?(?P<kind>债券|救灾|奖补)?(?:专项|补助)?(?:资金|经费|款项|补助|专款|(?P<bond>债券))"
    r"(?:由[^，。；\n]{1,14}?)?(?:主要|重点|专项|全部|统筹|集中|应|须|优先|将|要|可)*(?:用于|支持|投向)(?P<what>[^。；\n]{3,90}?(?=[。；\n]|$|，(?:不得|严禁|由|请|并|确保|各))|[^，。；\n]{3,90}(?=，))"
)
_FAR = 900
"""Code points between an amount and what is said of it later."""
_OF = re.compile(r"^(?:(?:主要|重点)?支持)|等?符合[^，。；]{2,20}的(?=(?:具体)?项目)")


def said_later(passage: Passage, draft: Draft) -> str | None:
    """The purpose that the first sentence behind the amount's own says of 该资金; None for a part, or where another sum stands between."""
    if draft.parent is not None:
        return None
    end = draft.segment[1]
    at, what = next(((a, w) for a, kind, w in _statements(passage.state) if a >= end - 1 and kind in (draft.fund or "")), (-1, ""))
    other = draft.after
    while other is not None and draft in other.chain():
        other = other.after
    if at < 0 or at - end > _FAR or (other is not None and other.money.start < at):
        return None
    return clip(what)


def _statements(state: State) -> list[tuple[int, str, str]]:
    """Where such sentences begin in the article, the kind of money that they name or nothing, and the purposes; found once."""
    known = state.memory.get(_MEMORY)
    if not isinstance(known, list):
        known = [(m.start(), m["kind"] or m["bond"] or "", _OF.sub("", m["what"])) for m in _SAYS.finditer(state.article.text)]
        state.memory[_MEMORY] = known
    return known
