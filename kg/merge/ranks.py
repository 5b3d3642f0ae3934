"""Administrative rank of a post (正部级 … 科员): stated, inferred from role and level of body, or unknown.

    处长（正处级）              → 正处级, stated
    司长, 财政部国库司          → 正厅级, inferred: the one head of a unit of a body whose own head is 正部级
    副县长, 道孚县              → 副处级, inferred: a deputy is one step below the head
    局长, 武汉市财政局          → unknown: bureaus of sub-provincial cities differ
    党组成员, 财政部            → unknown: such members are of several ranks

Tables in `data/`: `heads.tsv` which role is the one head of which bodies, `standings.tsv` the rank of the heads of local
bodies by level of the territory, `central.tsv` of central ones, `units.tsv` of what is inside a body, `grades.tsv` posts
that are a grade themselves.  Sources: 公务员法 (2018), 公务员职务与职级并行规定 (2019), 地方各级人民代表大会和地方各级人民政府
组织法.  What differs between places is not in them: then the rank is unknown.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from kg.annotate.divisions import Region, by_code
from kg.merge.names import Body, body

__all__ = ["LADDER", "Rank", "is_seat", "plain_role", "rank", "stated"]

LADDER = (
    "正国级", "副国级", "正部级", "副部级", "正厅级", "副厅级", "正处级", "副处级", "正科级", "副科级", "科员", "办事员",
)  # fmt: skip
"""From the highest; a deputy stands one step below the head."""
_SUB_PROVINCIAL = frozenset(
    "210100 210200 220100 230100 320100 330100 330200 350200 370100 370200 420100 440100 440300 510100 610100".split()
)
"""Cities whose head is 副部级."""
_STEPS = {
    "国家": "国", "国": "国", "省部": "部", "部": "部", "省": "部", "厅局": "厅", "司局": "厅", "地厅": "厅",
    "厅": "厅", "司": "厅", "局": "厅", "县处": "处", "处": "处", "县": "处", "乡科": "科", "科": "科", "乡": "科",
}  # fmt: skip
_NAMES = "|".join(sorted(_STEPS, key=len, reverse=True))
_STATED = re.compile(rf"([正副])({_NAMES})长?级|({_NAMES})级([正副])职")
_DEPUTY = re.compile(r"^(?:常务|第一)?副(?=.)")
_ACTING = re.compile(r"^(?:代理|代|署理)(?!表|办)(?=.)")


class Rank(NamedTuple):
    """`name` is one of `LADDER`, or empty; `basis` is stated, inferred or unknown."""

    name: str
    basis: str


UNKNOWN = Rank("", "unknown")


def plain_role(role: str) -> str:
    """The post that an acting one is: 代县长, 代理县长 → 县长."""
    return _ACTING.sub("", role)


def stated(text: str) -> str:
    """The rank that a text spells out: 正处长级 → 正处级; 厅局级副职 → 副厅级; empty where it has none (厅级干部)."""
    found = _STATED.search(text)
    if not found:
        return ""
    which, step = (found[1], found[2]) if found[1] else (found[4], found[3])
    return f"{which}{_STEPS[step]}级"


@lru_cache(maxsize=65536)
def rank(role: str, organization: str, text: str = "") -> Rank:
    """The rank of a post; `text` is what stands beside the role in the document (brackets after it).

    An acting post tells nothing of the rank of who holds it.
    """
    spelt = stated(role) or stated(text)
    if spelt:
        return Rank(spelt, "stated")
    grade = _table("grades.tsv").get(role)
    if grade:
        return Rank(grade[0], "inferred")
    known, deputy = body(organization), _DEPUTY.match(role)
    head = role[deputy.end() :] if deputy else role
    member = role == "常委" and known.name.endswith("委")
    found = standing(known) if member or _leads(head, known) else ""
    if found and (deputy or member):
        found = below(found)
    return Rank(found, "inferred") if found else UNKNOWN


def below(name: str) -> str:
    """One step down the ladder: of 正厅级 副厅级, of a 副部级 head's deputy 正厅级; empty below 副科级."""
    at = LADDER.index(name) + 1
    return LADDER[at] if at < LADDER.index("科员") else ""


def is_seat(role: str, organization: str) -> bool:
    """Can only one person hold the post at a time?  县长 of 道孚县 yes; 副县长, 处长 of 财政部 (which of them?) no."""
    ends = _table("heads.tsv").get(role)
    return ends is not None and bool(organization) and _ends(ends[0], body(organization).name)


def standing(known: Body) -> str:
    """The rank of the head of a body, empty where the tables do not tell."""
    if known.parent:
        above = standing(body(known.parent))
        rows = _rows("units.tsv")
        return next((name for parent, ends, name in rows if parent == above and _ends(ends, known.name)), "")
    if known.id:
        central = _table("central.tsv")
        return (central.get(known.id) or central.get(known.kind) or ("",))[0]
    level = _level(known)
    rows = _rows("standings.tsv")
    return next((name for where, ends, name in rows if where == level and _ends(ends, known.name)), "")


def _leads(role: str, known: Body) -> bool:
    """Is this the head's post, of the rank that the body stands at?"""
    found = _table("heads.tsv").get(role)
    return found is not None and found[1] == "head" and _ends(found[0], known.name)


def _level(known: Body) -> str:
    """The row of standings.tsv: 省, 副省, 市, 直辖 (a district of Beijing), 县, 乡; empty for others."""
    region = by_code(known.region) if known.region else None
    if region is None:
        return "乡" if known.region is None and known.name[-1:] in "乡镇" else ""
    if region.level == 1:
        return "省"
    if region.level == 2:
        return "副省" if region.code in _SUB_PROVINCIAL else "市"
    return _county(region)


def _county(region: Region) -> str:
    above = by_code(region.parent)
    if above is None or region.kind == "zone" or above.code in _SUB_PROVINCIAL:
        return ""
    if above.level == 1:  # a city that a province governs directly has no level of its own in the tables
        return "直辖" if above.kind == "municipality" else ""
    return "县"


def _ends(pattern: str, name: str) -> bool:
    return not pattern or bool(_compiled(pattern).search(name))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})$")


@cache
def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    lines = (files("kg.merge") / "data" / name).read_text("utf-8").splitlines()[1:]
    return tuple(tuple(line.split("\t")) for line in lines)


@cache
def _table(name: str) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in _rows(name)}
