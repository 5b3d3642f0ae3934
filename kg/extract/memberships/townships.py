"""What stands under a township or village named before: its offices, its Party posts.

    王屋镇党委书记A就出了门。副书记B、武装部部长C在村口等他：      王屋镇, 王屋镇武装部
"""

from __future__ import annotations

import re

from kg.annotate.deixis import named_between, village
from kg.annotate.passage import Passage, State
from kg.extract.memberships.units import Unit

__all__ = ["of_township", "of_village", "once", "party_post"]

_OF_TOWNSHIP = re.compile(
    "武装部|工委|办事处|(?:民政|城建|党政|综治|农技|农经|农机|水管|水利|财政|司法|派出|计生|文化|林业|畜牧|兽医|国土|人大|应急|社会事务|便民服务)"
    "[\u4e00-\u9fff]{0,4}(?:办|办公室|联络处|站|所|中心)"
)
_TOWNSHIP = re.compile("[\u4e00-\u9fff]{2,5}(?:镇|乡|街道|苏木|管理区)")


_OF_VILLAGE = re.compile("村(?:民委员会|委会|务监督委员会|民理事会)|监委会|(?:村级?)?(?:股份)?经济(?:股份)?合作(?:社|联社)")
_OF_COMMUNITY = re.compile("居委会|居民委员会")
_VILLAGE_END = re.compile("(?:村|嘎查)$")


def of_village(unit: Unit, written: str, last: str | None, state: State) -> str | None:
    """某社区党支部书记、居委会主任A; 村务监督委员会主任B: what the community or village last named has."""
    kind = _VILLAGE_END if _OF_VILLAGE.fullmatch(written) else _COMMUNITY_END if _OF_COMMUNITY.fullmatch(written) else None
    if kind is None:
        return None
    if last and kind.search(last):
        return last + written
    home = next((name for at, name in reversed(state.villages) if at < unit.start and kind.search(name)), None)
    return home + written if home and not written.startswith("村委会") else None


_COMMUNITY_END = re.compile("社区$")


def of_township(passage: Passage, unit: Unit, written: str, last: str | None) -> str | None:
    """镇长A、民政办主任B; 在东柳乡，水管站站长A: an office of the township named last in the list or the clause."""
    if not _OF_TOWNSHIP.fullmatch(written):
        return None
    if last and _TOWNSHIP.fullmatch(last):
        return last + written
    low = passage.segment_of(unit.start)[0]
    named = [name for at, name in passage.state.villages if low <= at < unit.start]
    near = named or [name for name in _small(passage.state, low) if _SMALL_PLACE.search(name)]
    return near[-1] + written if near and _TOWNSHIP.fullmatch(near[-1]) else None


_SMALL_PLACE = re.compile("(?:镇|乡|街道|苏木)$")
_NEAR = 200
"""How far back, in code points, a bare 副书记 or 人大主席 has its township."""


_POST = re.compile("(?:(?:党委|党工委|纪委|纪工委)?副?书记|(?:党委|党工委)委员|人大副?主席|(?:组织|宣传|统战|政法|武装)委员)")
_OF_CELL = re.compile("(?:村?党支部|党总支|支部|总支)副?书记")


def party_post(role: str, state: State, since: int) -> str | None:
    """副书记, 人大主席: the township named last in the paragraph; 党支部书记: the village; None for other roles or where another body is named behind."""
    named = _small(state, since)
    if _POST.fullmatch(role):
        return next((name for name in reversed(named) if _SMALL_PLACE.search(name)), None)
    return village("村", state) if _OF_CELL.fullmatch(role) and named and named[-1].endswith("村") else None


_COMPANY = re.compile("公司|集团|医院|大学|学院|银行")


def _small(state: State, since: int) -> list[str]:
    """Townships and villages of the paragraph before the cursor, near it, behind which only bodies of their own are named."""
    low = max(state.article.text.rfind("\n", 0, state.cursor) + 1, since - _NEAR)
    named = [(at, name) for at, name in state.villages if low <= at < state.cursor]
    behind = named_between(state, named[-1][0] + len(named[-1][1]), state.cursor) if named else []
    if named and _COMPANY.search(state.article.text, named[-1][0], state.cursor):
        return []
    return [name for _, name in named] if all(body.startswith(named[-1][1]) for body in behind) else []


_TWICE = re.compile(r"[^\W镇乡县区市道]\w村村$")


def once(text: str, low: int, end: int) -> int:
    """双溪村|村支部书记, but 斛镇莘村村|党支部书记: where the village ends whose noun the title has as well."""
    return end - 1 if _TWICE.search(text, low, end) else end
