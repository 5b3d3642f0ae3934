"""Names of bodies: one canonical name for the full and the short ones, and the body above.

    工信部                    → 工业和信息化部
    湖北省发改委              → 湖北省发展和改革委员会
    财政部国库司审核一处      → parent 财政部国库司, whose parent is 财政部
    遵义市                    → 遵义市人民政府 (a territory that acts is its government)

Pure functions of the name alone: another document never changes what a name means.
Tables: kg/annotate/data/organizations.tsv, local_bodies.tsv and regions.tsv, generated from ontology/.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from kg.annotate.regions import candidates

__all__ = ["Body", "body", "listed"]

_UNIT = re.compile(
    r"(?:司|局|厅|部|处|科|室|股|组|队|院|所|站|中心|支部|总支|党委|党组|委员会|委|办|署|会|工会|团委|学院|分公司|分行|支行|"
    r"总队|支队|大队|专班|指挥部|小组|编辑部|系)$"
)
_TWO_LEVELS = re.compile(
    r"^(.{2,}?(?:司|局|厅|部|院|中心|署|总队|支队|分行|公司))(.+(?:处|科|室|组|队|股|支部|中心|所|支行|部))$"
)
_NO_UNIT = re.compile(r"^(?:业(?!务)|系统|部门|机构|单位|门)")
_MAX_REGION = 15


@dataclass(frozen=True, slots=True)
class Body:
    """A body as its name tells: `name` canonical, `parent` the canonical name of the one above or None.

    `region` is the code of the territory that it belongs to, `id` its local name in organizations.ttl,
    `kind` as there, or `local`, or `other`.
    """

    name: str
    parent: str | None = None
    region: str | None = None
    id: str | None = None
    kind: str = "other"


def _rows(table: str) -> list[list[str]]:
    lines = (files("kg.annotate") / "data" / table).read_text("utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


@cache
def listed() -> dict[str, Body]:
    """Every name of every body of organizations.ttl, full or short → the body."""
    found: dict[str, Body] = {}
    for name, shorts, kind, identifier, *_ in _rows("organizations.tsv"):
        known = Body(name, None, None, identifier, kind)
        for alias in (name, *filter(None, shorts.split("|"))):
            found.setdefault(alias, known)
    return found


@cache
def _local() -> dict[str, str]:
    """What may follow a place's name, full or short → full."""
    found: dict[str, str] = {}
    for name, shorts, *_ in _rows("local_bodies.tsv"):
        for alias in (name, *filter(None, shorts.split("|"))):
            found.setdefault(alias, name)
    return found


@lru_cache(maxsize=65536)
def body(name: str) -> Body:
    """The body called `name`; a name of no known pattern is a body of that name without parent."""
    name = name.removeprefix("中华人民共和国")
    name = name.removeprefix("中共") if not name.startswith("中共中央") else name
    exact = listed().get(name)
    if exact:
        return exact
    return _central_unit(name) or _local_unit(name) or Body(name)


def _central_unit(name: str) -> Body | None:
    """财政部社会保障司: a listed body and a unit of it.  Names of two characters are too short to begin another."""
    for end in range(len(name) - 1, 2, -1):
        head = listed().get(name[:end])
        if head:
            rest = name[end:]
            return _unit(head, rest) if _UNIT.search(rest) and not _NO_UNIT.match(rest) else None
    return None


def _local_unit(name: str) -> Body | None:
    """湖北省财政厅社会保障处: a place, a body of the local pattern, and maybe a unit of it."""
    place, code, rest = _place(name)
    if not place:
        return None
    if not rest:
        return Body(place + "人民政府", None, code, None, "local")
    for end in range(len(rest), 0, -1):
        full = _local().get(rest[:end])
        if full:
            head = Body(place + full, None, code, None, "local")
            return _unit(head, rest[end:]) if end < len(rest) else head
    return Body(place + rest, None, code, None, "other")


def _unit(head: Body, rest: str) -> Body:
    """The unit `rest` of `head`; one level between them is kept (国库司 | 审核一处)."""
    levels = _TWO_LEVELS.match(rest)
    parent = head.name + levels[1] if levels else head.name
    return Body(head.name + rest, parent, head.region, None, "unit")


def _place(name: str) -> tuple[str, str | None, str]:
    """The place that `name` begins with (湖北省武汉市 → 武汉市), its code if only one has that name, and the rest.

    A place that shares its name with others keeps what stands before it (长春市朝阳区).
    """
    place, code, rest = "", None, name
    while True:
        found = next(
            (
                (rest[:i], candidates(rest[:i]))
                for i in range(min(len(rest), _MAX_REGION), 1, -1)
                if candidates(rest[:i])
            ),
            None,
        )
        if not found:
            return place, code, rest
        written, regions = found
        inside = [r for r in regions if code and r.code.startswith(code.rstrip("0"))] or list(regions)
        full = written in {r.name for r in regions} | {r.name + "人民政府" for r in regions}
        after = rest[len(written) :]
        if not full and after and not any(after.startswith(alias) for alias in _local()):
            return place, code, rest
        unique = len(regions) == 1
        chosen = inside[0] if len(inside) == 1 else None
        label = chosen.name if chosen else written
        place = label if unique else place + label
        code, rest = (chosen.code if chosen else None), after
