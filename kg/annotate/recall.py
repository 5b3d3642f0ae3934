"""The bodies that an article has named so far: the last one first, or the one most likely spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left, insort

from kg.annotate import regions
from kg.annotate.bodies import starts_with_place
from kg.annotate.passage import State

__all__ = ["OF_A_KIND", "POSTED_AT", "named_between", "note", "recent", "salient", "told", "village", "village_at_hand"]

_TERM = re.compile(r"^(?:[新上本]一?|首)届|第[一二三四五六七八九十]{1,4}届(?!委员会)|(?<=[省市县区州旗])[一二三四五六七八九十]{1,3}届(?=人大|政协)")
"""第七届理事会 is the 理事会, 新一届学院 the 学院."""
_MEMBERS = ("政协常委", "人大常委")
"""Who sits there, though the name ends as that of a body does."""
OF_A_KIND = re.compile(
    "(?:及|和|与)(?:子|分|母|下属|所属)公司$|以上|第[一二三四五六七八九十]{1,2}[家座所个]|捐建|援建|兴建|个别|各[处科]室|^和(?![县田平顺硕布政静林龙])|"
    "^学校校|[天次个]校$|^[省市县区州](?:城(?![区关东西南北中])|属|直(?!机关)|级(?!机关))|中层|班子|[\u4e00-\u9fff](?:检查|督导|调研|考察|走访|约谈)(?:集团|公司)$|^(?:个|定点|多家|部分|专门|其他|基层|公立|民营|民办|公办)"
)
"""县级以上医院, 定点收治医院, 全县第一座水厂: bodies of a kind, none that a title alone may point to."""
_MEMORY = 400
"""How many mentions back a name is remembered."""


POSTED_AT = re.compile(r"(?<=[省市县区州旗])(?:纪委监委|纪委)派?驻(?=[\u4e00-\u9fff]{2,8}[局委厅院办社]$)")
"""县|纪委驻|卫生局纪检组长、局党组成员A, 副局长B: the posts that follow are of the 局 where the 纪委 has its group."""


def note(state: State, name: str, at: int) -> None:
    """Remember that a body is named in full at offset `at`; its place counts as named there too."""
    name = POSTED_AT.sub("", _TERM.sub("", name).removesuffix("党组"))
    if len(name) < 3 or name.endswith(_MEMBERS) or OF_A_KIND.search(name):
        return
    insort(state.bodies, (at, name))
    place = starts_with_place(name)
    ref = regions.lookup(place, regions.context_codes(state)) if place else None
    regions.remember(state, ref.code if ref else None, at)


def recent(state: State, most: int = 40) -> list[str]:
    """Bodies named before the cursor, the last one first, each once."""
    before = bisect_left(state.bodies, (state.cursor, ""))
    found: dict[str, None] = {}
    for _, name in reversed(state.bodies[max(0, before - _MEMORY) : before]):
        found[name] = None
        if len(found) == most:
            break
    return list(found)


_FRESH = 2.0
"""What the body named last has ahead of one named once long before."""


def salient(state: State, most: int = 40) -> list[str]:
    """Bodies named before the cursor, those most likely spoken of first: named often, or just now."""
    before = bisect_left(state.bodies, (state.cursor, ""))
    weights: dict[str, float] = {}
    for back, (_, name) in enumerate(reversed(state.bodies[max(0, before - _MEMORY) : before])):
        weights[name] = weights.get(name, _FRESH / (1 + back)) + 1.0
    return sorted(weights, key=lambda name: -weights[name])[:most]


def named_between(state: State, low: int, high: int) -> list[str]:
    """Bodies named from offset `low` to `high`, in reading order."""
    bodies = state.bodies
    return [name for _, name in bodies[bisect_left(bodies, (low, "")) : bisect_left(bodies, (high, ""))]]


def told(region: regions.Region, state: State) -> bool:
    """Does a document in which no body speaks name the place itself, not only one inside it?"""
    names = (region.name, region.short, *state.place_names.get(region.code, ()))
    return any(name in text for text in (state.article.text, state.document.title or "") for name in names)


def village(noun: str, state: State) -> str | None:
    """The 村, 镇, 乡 … last named before the cursor; of 西江镇白水村 the part that the noun means."""
    for at, name in reversed(state.villages):
        if at < state.cursor:
            for end in range(len(name), 1, -1):
                if name[:end].endswith(noun):
                    start = max((name.rfind(mark, 0, end - 1) + len(mark) for mark in ("镇", "乡", "街道") if mark in name[: end - 1]), default=0)
                    return name[start:end] if end - start > 1 else name[:end]
    return None


def village_at_hand(state: State) -> str | None:
    """The village named last before the cursor, as the text has it (枧头镇黑砠岭村)."""
    return next((name for at, name in reversed(state.villages) if at < state.cursor and name.endswith("村")), None)
