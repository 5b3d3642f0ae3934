"""What a document adds to the name of a body: 省发改委 in a document of Hubei is 湖北省发展和改革委员会.

    resolved("省财政厅", "420100")      湖北省财政厅     (Wuhan speaks)
    resolved("区住建委", "110105")      北京市朝阳区住建委
    resolved("审计厅", "540000")        西藏自治区审计厅
    resolved("财政部", "420000")        财政部           stands by itself

Pure functions of a name and the place that speaks.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.annotate.divisions import Region, ancestors, by_code, candidates
from kg.merge.abbreviations import full_name
from kg.merge.names import body, listed, split_place
from kg.merge.tables import hierarchy, local_names

__all__ = ["home_of", "resolved"]

_NOUN = re.compile(
    r"^[我本该]?(自治区|省|市|自治州|州|盟|自治县|县|自治旗|旗|区)(?![场域际直属辖级情花块间别下舰内外])"
)
_BODY = re.compile(r"[\u4e00-\u9fff](?:厅|局|委|办|院|校|中心|大学|集团|公司|总队|支队)$|^委$")
_LONGEST = 15


def home_of(*names: str | None) -> str | None:
    """The code of the place that speaks: of the first of `names` (host, publisher) that has one.  湖北日报 → 420000."""
    for name in filter(None, names):
        found = body(name).region or next(
            (c[0].code for end in range(min(len(name), _LONGEST), 1, -1) if len(c := candidates(name[:end])) == 1), None
        )
        if found:
            return found
    return None


@lru_cache(maxsize=65536)
def resolved(name: str, home: str | None) -> str:
    """The name with the place that it leaves out, by `home`, the code of the place that speaks; else as it is."""
    here = by_code(home) if home else None
    if name in listed() or here is None:
        return name
    noun = _NOUN.match(name)
    if noun and not candidates(name[:2]) and _names_a_body(name[noun.end() :]):
        place = next((r for r in ancestors(here) if _is_called(r, noun[1])), None)
        return _label(place) + name[noun.end() :] if place else name
    if _stands_bare(name):
        place = list(ancestors(here))[-1] if name.endswith("厅") else here
        return _label(place) + name
    place_name, code, rest = split_place(name, home)
    return place_name + rest if code and place_name != split_place(name)[0] else name


def _names_a_body(rest: str) -> bool:
    ends = range(1, min(len(rest), _LONGEST) + 1)
    return bool(_BODY.search(rest)) or any(full_name(rest[:end]) for end in ends)


def _stands_bare(name: str) -> bool:
    """审计厅, 财政局: a department of government, and no word on whose."""
    row = local_names().get(full_name(name) or "")
    return row is not None and len(name) > 2 and name[-1] in "厅局" and hierarchy()[row].parent == "pattern:gov"


def _is_called(region: Region, noun: str) -> bool:
    if noun == "区":
        return region.name.endswith("区") and region.level == 3
    return region.name.endswith(noun)


def _label(region: Region) -> str:
    """The name of a place as bodies have it: one that shares its name with others after the one above."""
    above = by_code(region.parent)
    return region.name if len(candidates(region.name)) == 1 or not above else above.name + region.name
