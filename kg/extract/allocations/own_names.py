"""What an amount's own words call it against what the weights of words, or the amounts before it, would.

    下达小麦、大豆|良种补贴6亿元                  the list in front belongs to the name
    发放助学金26万元；拨付资金3616万元，建设食堂     no 助学金
"""

from __future__ import annotations

import re

from kg.extract.allocations.draft import Draft
from kg.extract.allocations.fund import find_fund

__all__ = ["is_of_other", "whole_list", "without_lent"]


def whole_list(draft: Draft, name: str | None) -> str | None:
    """小麦、大豆|良种补贴, 中央、省级|衔接资金: the weights of words end at 、; what stands before in the amount's own words belongs to the name."""
    if name is None or draft.passage is None:
        return name
    if all(draft.passage.text.find(mark + name, *draft.segment) < 0 for mark in "、等"):
        return name
    own = find_fund(draft.passage, draft)
    if own is None or not own.endswith(name) or not _LIST.fullmatch(own):
        return name
    return own if _OPEN.search(own.removesuffix(name)) else name


_OPEN = re.compile("、$|、[^、]+等$")
"""农资直补、良种补贴等|涉农补贴."""
_LIST = re.compile(r"[\u4e00-\u9fff“”、]{3,40}")
"""A list without numbers: not 项目27个、总投资."""
_LENT = ("neighbour", "mention segment", "mention paragraph", "mention before", "inferred")
"""How names of other amounts are found."""
_NEAREST = 4
"""Amounts before, whose names are looked at."""


def without_lent(draft: Draft, found: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """Without the names of the amounts before, where the draft is one of its own, with verb and 资金: 发放助学金26万元；拨付资金3616万元，建设食堂."""
    own = draft.action is not None and not draft.action.after and not draft.inherited_action and draft.parent is None and not draft.parts
    if not own or draft.marker or ("before", "资金") not in found or _is_again(draft):
        return found
    others = _names_before(draft)
    return {key: detail for key, detail in found.items() if not (key[0].startswith(_LENT) and any(key[1] in other for other in others))}


def _is_again(draft: Draft) -> bool:
    """3月，省财政又拨付资金8000万元, 追加资金2亿元: more of the same."""
    action, passage = draft.action, draft.passage
    if action is None or passage is None:
        return False
    return action.text in ("追加", "增拨", "补拨") or _AGAIN.search(passage.text, max(0, action.start - 4), action.start) is not None


_AGAIN = re.compile("[又再还][已次]?(?:紧急)?$")


def _names_before(draft: Draft) -> list[str]:
    names: list[str] = []
    one = draft.before
    while one is not None and len(names) < _NEAREST:
        names.append(one.fund or "")
        one = one.before
    return names


_RAISES = frozenset("筹集 筹措 承担 负担 分担 配套 自筹 安排 落实 补助 投入".split())


def is_of_other(draft: Draft, kind: str, name: str) -> bool:
    """中央补助资金2亿元，省级财政筹集资金7亿元: what the centre gives does not name what the province raises."""
    if not name.startswith("中央") or not draft.own_payer or draft.action is None or draft.action.text not in _RAISES:
        return False
    return kind in ("neighbour segment", "mention segment", "inferred named before") and "中央" not in (draft.payer or "")
