"""Receivers that are counted or of a class, and have no names of their own: 两市, 上述三省市, 各地, 盟市.

    共拨付两市贴息资金 · 下达各地 · 向13个设区市 · 已拨付盟市48.2亿元 · 先后14批向乡镇拨出
"""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.allocations.destinations import ATTRIBUTED, LEVELS
from kg.extract.allocations.draft import Action, Draft
from kg.extract.allocations.lexicon import CLASS_OF_PLACES
from kg.extract.allocations.places import last_named, said_in, set_places
from kg.extract.allocations.unnamed import COUNTS, Place, classes_at

__all__ = ["RECEIVE", "RECEIVER_BEFORE", "class_receiver", "said_receiver"]

RECEIVE = frozenset("得 得了 拿走 分走 领走 领回 获 分得 分到 拿到 领到 领取 获得 得到 收到 接收 接受 争取 争取到 利用".split())
"""Verbs whose subject receives."""
RECEIVER_BEFORE = re.compile(r"(?:向|给|对|为|在|于|支持|帮助|支援|援助|补助|安排|下达|拨付|用于)$")


def said_receiver(passage: Passage, draft: Draft) -> bool:
    """安排上述三省市救灾资金: as many places as were last named in one list."""
    named = said_in(passage, *draft.head) or _counted(passage, draft)
    if named:
        set_places(draft, named)
    return bool(named)


def _counted(passage: Passage, draft: Draft) -> list[Place]:
    """共拨付两市贴息资金, 两县共收到各级资金: as many places as are counted, named last."""
    assert draft.action is not None
    text, action = passage.text, draft.action
    said = _COUNTED.match(text, action.end, draft.head[1])
    if said is None and action.text in RECEIVE:
        said = _COUNTED_ALL.fullmatch(text, draft.clause[0], action.start)
    if said is None and action.text not in RECEIVE:
        said = _COUNTED_TO.search(text, draft.clause[0], action.start)
    when = _WHEN.match(text, draft.clause[0], action.start)
    start = when.end() if when else draft.clause[0]
    got = action.text in RECEIVE or action.text in _ARRIVES
    if said is None and got and (kind := CLASS_OF_PLACES.match(text, start, action.start)):
        return classes_at(text, start, action.start) if _ALL.fullmatch(text, kind.end(), action.start) else []
    return last_named(passage, said.start(), int(COUNTS[said["count"]])) if said else []


_WHEN = re.compile(r"(?:(?:19|20)\d\d年|[今去前]年|[上下]半年|[\d一二三四至-]+(?:月份?|季度)|以来|目前)*")
_ARRIVES = ("到位", "到账")
_COUNTED = re.compile(r"(?P<count>[两三四五六七八九])个?[省市县区州旗](?![级委内政域本直])")
_COUNTED_TO = re.compile(
    r"[向给对](?P<count>[两三四五六七八九])个?(?:省（自治区）|省区市|省区|省市|市县|县区|[省市县区州旗])(?![级委内政域本直财\u4e00-\u9fff]?财政)"
)
"""又向三省区|紧急追加."""
_ALL = re.compile(r"(?:共计?|一共|总计|累计|已|先后|合计|总共)*")
"""西部12省得到61亿元: the subject is a class of places."""
_COUNTED_ALL = re.compile(_COUNTED.pattern + _ALL.pattern)


def class_receiver(text: str, draft: Draft, action: Action) -> bool:
    """下达各地…, 向13个设区市…."""
    begin = action.end + (text[action.end : action.end + 1] in ("到", "给"))
    match = CLASS_OF_PLACES.match(text, begin, draft.head[1]) or _LEVEL_GIVEN.match(text, action.end, draft.head[1])
    match = match or _LEVEL_TO.search(text, draft.clause[0], action.start)
    if match is None:
        start, named = draft.clause[0], CLASS_OF_PLACES.finditer(text, draft.clause[0], action.start)
        match = next((m for m in named if RECEIVER_BEFORE.search(text[max(0, m.start() - 2) : m.start()]) or ATTRIBUTED.search(text, start, m.start())), None)
        if match is None:
            return False
    given = match.groupdict().get("level")
    listed: list[Place] = [(match.start("level"), match.end(), given, None)] if given else classes_at(text, match.start(), draft.head[1])
    if listed:
        set_places(draft, listed)
    return bool(listed)


_LEVEL_GIVEN = re.compile(rf"(?:到|至|给)?(?P<level>{LEVELS})(?=(?:支出|补助|约|近|超)?(?:$|\d))")
"""已拨付盟市48.2亿元: all places of a level, right before the amount."""
_LEVEL_TO = re.compile(rf"[向给对](?P<level>{LEVELS})(?:财政)?(?:分别|直接|提前|紧急|一次性|集中|共|再|又|先|增|预)*$")
"""先后14批向乡镇|拨出救灾款."""
