"""What the name of a body tells: its canonical name, the body above it, its kind and its place.

    工信部                     → 工业和信息化部
    国家发展改革委规划司         → 国家发展和改革委员会规划司, a unit of 国家发展和改革委员会
    贵州省遵义市财政局           → 遵义市财政局 of 520300, led by 遵义市人民政府
    中共湖北省委组织部           → 湖北省委组织部 of 420000, led by 湖北省委, which is no 湖北省人民政府

Pure functions of the name alone: another document never changes what a name means.  What only a document tells (省财政厅
is whose?) is in `kg.merge.context`.  Tables: `kg.merge.tables`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.annotate.divisions import Region, ancestors, by_code, candidates
from kg.merge.abbreviations import full_name
from kg.merge.tables import hierarchy, local_names, rows

__all__ = ["Body", "body", "listed", "split_place"]

_UNIT = re.compile(
    r"(?:司|局|厅|部|处|科|室|股|组|队|院|所|站|中心|支部|总支|党委|党组|委员会|委|办|署|会|工会|团委|学院|分公司|分行|支行|"
    r"总队|支队|大队|专班|指挥部|小组|编辑部|系)$"
)
_TWO_LEVELS = re.compile(
    r"^(.{2,}?(?:司|局|厅|部|院|中心|署|总队|支队|分行|公司))(.+(?:处|科|室|组|队|股|支部|中心|所|支行|部))$"
)
_NO_UNIT = re.compile(r"^(?:业(?!务)|系统|部门|机构|单位|门)")
_STATE, _PARTY = ("中华人民共和国",), ("中国共产党", "中共")
_MAX_REGION = 15


@dataclass(frozen=True, slots=True)
class Body:
    """A body as its name tells: `name` canonical, `parent` the canonical name of the body that a unit is part of, `above`
    that of the body which leads or manages a body that stands by itself; or None.

    `region` is the code of the territory that it belongs to, `id` its local name in organizations.ttl, `kind` as there
    (department, local_government, local_party …), `unit` for a part of a body, `other` for what no pattern knows.
    `row` is its row of the hierarchy (body:mof, pattern:f), or empty; `place` the place that its name begins with.
    """

    name: str
    parent: str | None = None
    region: str | None = None
    id: str | None = None
    kind: str = "other"
    row: str = ""
    place: str = ""
    above: str | None = None


@cache
def listed() -> dict[str, Body]:
    """Every name of every body of organizations.ttl, full or short → the body."""
    found: dict[str, Body] = {}
    for name, shorts, kind, identifier, *_ in rows("organizations.tsv"):
        row = f"body:{identifier}"
        above = hierarchy().get(hierarchy()[row].parent)
        known = Body(name, None, None, identifier, kind, row, above=above.name if above else None)
        for alias in (name, *filter(None, shorts.split("|"))):
            found.setdefault(alias, known)
    return found


@lru_cache(maxsize=65536)
def body(name: str) -> Body:
    """The body called `name`; a name of no known pattern is a body of that name without parent."""
    if name in listed():
        return listed()[name]
    for prefix in (*_STATE, *_PARTY):
        name = name.removeprefix(prefix) if not name.startswith("中共中央") else name
    return listed().get(name) or _central_unit(name) or _local_unit(name) or Body(name)


def _central_unit(name: str) -> Body | None:
    """财政部社会保障司: a listed body and a unit of it.  Names of two characters are too short to begin another."""
    for end in range(len(name) - 1, 2, -1):
        head = listed().get(name[:end])
        if head:
            rest = name[end:]
            local = _local_unit(rest)
            if local and local.above == head.name:
                return local  # 国家税务总局湖北省税务局 is 湖北省税务局
            return _unit(head, rest) if _UNIT.search(rest) and not _NO_UNIT.match(rest) else None
    return None


def _local_unit(name: str) -> Body | None:
    """湖北省财政厅社会保障处: a place, a body of the local pattern, and maybe a unit of it."""
    place, code, rest = split_place(name)
    if not place:
        return None
    if not rest:
        return _local(place, code, "人民政府")
    for end in range(len(rest), 0, -1):
        full = full_name(rest[:end])
        if full:
            head = _local(place, code, full)
            return _unit(head, rest[end:]) if end < len(rest) else head
    return Body(place + _spelled(rest), None, code, None, "other", "", place)


def _local(place: str, code: str | None, full: str) -> Body:
    """The body of the pattern `full` at a place."""
    row = local_names()[full]
    known = hierarchy()[row]
    above = hierarchy().get(known.parent)
    leads = above and (above.name if known.parent.startswith("body:") else _joined(place, above.name))
    return Body(_joined(place, full), None, code, None, known.kind, row, place, leads)


def _joined(place: str, full: str) -> str:
    """湖北省 + 委 = 湖北省委, but 西藏自治区党委."""
    return place + ("党" if place.endswith("自治区") and full.startswith("委") else "") + full


def _spelled(rest: str) -> str:
    """What no pattern knows, with its last word in full: 招商委 → 招商委员会, 合作办 → 合作办公室."""
    if len(rest) < 3:
        return rest
    rest = re.sub(r"管委会$", "管理委员会", rest)
    rest = re.sub(r"(?<![党纪监常])委$", "委员会", rest)
    return re.sub(r"(?<=[\u4e00-\u9fff]{2})办$", "办公室", rest)


def _unit(head: Body, rest: str) -> Body:
    """The unit `rest` of `head`; one level between them is kept (国库司 | 审核一处)."""
    levels = _TWO_LEVELS.match(rest)
    parent = head.name + levels[1] if levels else head.name
    return Body(head.name + rest, parent, head.region, None, "unit", "", head.place)


@lru_cache(maxsize=65536)
def split_place(name: str, home: str | None = None) -> tuple[str, str | None, str]:
    """The place that `name` begins with (湖北省武汉市 → 武汉市), its code if only one has that name, and the rest.

    A place that shares its name with others keeps what stands before it (长春市朝阳区), and takes it from `home`, the
    code of the place that speaks, where the name says nothing: 朝阳区 in Beijing is 北京市朝阳区.
    """
    place, code, rest = "", None, name
    while True:
        found = _longest(rest)
        if not found:
            return place, code, rest
        written, regions = found
        chosen, above = _within(regions, code, home)
        full = written in {r.name for r in regions} | {r.name + "人民政府" for r in regions}
        after = rest[len(written) :]
        if not full and after and not _begins_a_body(after):
            return place, code, rest
        label = chosen.name if chosen else written
        place = label if len(regions) == 1 else (place or above) + label
        code, rest = (chosen.code if chosen else None), after


def _longest(text: str) -> tuple[str, tuple[Region, ...]] | None:
    """The longest place that a text begins with, and who has that name."""
    ends = range(min(len(text), _MAX_REGION), 1, -1)
    return next(((text[:end], candidates(text[:end])) for end in ends if candidates(text[:end])), None)


def _within(regions: tuple[Region, ...], code: str | None, home: str | None) -> tuple[Region | None, str]:
    """The region meant, if one alone can be, and the name of the one above it where only `home` tells."""
    if code:
        inside = [r for r in regions if r.code.startswith(code.rstrip("0"))]
        found = inside or list(regions)
        return (found[0] if len(found) == 1 else None), ""
    if len(regions) == 1 or not home:
        return (regions[0] if len(regions) == 1 else None), ""
    known = by_code(home)
    for here in ancestors(known) if known else ():
        inside = [r for r in regions if here in ancestors(r)]
        if len(inside) == 1:
            parent = by_code(inside[0].parent)
            return inside[0], parent.name if parent and inside[0].level > 1 else ""
    return None, ""


def _begins_a_body(text: str) -> bool:
    """Does a text begin with what may follow the short name of a place (湖北|财政厅)?"""
    return any(full_name(text[:end]) for end in range(1, min(len(text), _MAX_REGION) + 1))
