"""No places that receive: where somebody is, or comes from, who speaks, and who spends."""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.unnamed import Place

__all__ = ["is_scene", "only_gives"]

_AT = re.compile("(?:在|从|到|赴|抵|来到|抵达|前往|走进)$")
_SCENE = re.compile(
    r"(?:到|至)[\u4e00-\u9fff]{2}|[^，。；]{0,24}?(?:表示|说(?!明)|介绍|指出|透露|召开|举行|举办|通报|宣布|称|发布|获悉|报道|调研|考察|了解|采访|看到|见到|座谈|视察|检查|慰问|部署|出席|"
    r"强调|签[订署约]|开[工幕会班]|启动|闭幕|督[导查战办]|参加|走访|要求)"
)
"""在|武汉|召开的会上, 从|兰州市|获悉, 到|某县|调研, 从|云南|到贵州: where somebody is, or speaks, or a way begins."""
_WHOSE = re.compile(
    r"[省市县区州]?(?:人大代表|政协委员|市民|村民|居民|农民|牧民|记者|企业家|商人|游客|学生|网友|老人|代表(?!处|团)|副?[省市县区州镇乡村]长|(?:[省市县区州镇乡]委)?副?书记|副?主[任席]|委员)"
)
"""武汉市|市长周建国, 驻贵州|记者: whose place it is."""
_HOLDS = re.compile(r"(?:召开|举行|举办)[^，。；]{0,12}[会式议]，[^，。；]{0,8}(?:里|财政|政府|[局厅部])(?:已|将|决定|紧急)?(?:安排|下达|下拨|拨付|投入|追加)")
"""大王镇|召开会议，县里安排…: whose meeting it is, where another gives."""


def is_scene(passage: Passage, place: Place) -> bool:
    """Is the place where somebody is or comes from, who speaks?"""
    text, (start, end) = passage.text, place[:2]
    at = _AT.search(text, max(passage.start, start - 4), start) is not None and _SCENE.match(text, end, passage.end) is not None
    return at or _HOLDS.match(text, end, passage.end) is not None or _WHOSE.match(text, end, passage.end) is not None


_SPENDS = frozenset("投入 安排 统筹 筹措 筹集 整合 支出 拨付 发放 兑付 兑现 下达".split())


def only_gives(draft: Draft) -> bool:
    """|合肥市|投入5.4亿元, |全省|财政部门统筹74亿元: the place that spends, named as nothing but the subject, is not said to receive."""
    action, text = draft.action, draft.passage.text if draft.passage else ""
    if not draft.region_spans or action is None or action.after or action.text not in _SPENDS:
        return False
    start, end = draft.region_spans[0][0], draft.region_spans[-1][1]
    itself = text[start] != "全" and {place.name for place in draft.regions} == set(draft.payers)
    if not (itself or text.startswith("财政部门", end)) or any(word in text[end : draft.money.start] for word in ("收到", "获", "得", "争取")):
        return False
    return draft.clause[0] <= start and end <= action.start and text[start - 1 : start] not in tuple("向给为对在")
