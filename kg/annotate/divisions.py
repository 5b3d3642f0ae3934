"""The table of administrative divisions (GB/T 2260): look-ups by code and by name, in context."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.annotate.alternation import at_a_glance, either
from kg.model import RegionRef

__all__ = ["Region", "ancestors", "by_code", "candidates", "choose", "is_division", "lookup", "matcher", "tables"]

LEVELS = {"province": 1, "prefecture": 2, "county": 3}


@dataclass(frozen=True, slots=True)
class Region:
    """One division.  `code` is six digits, `level` 1 province, 2 prefecture, 3 county."""

    code: str
    name: str
    short: str
    parent: str
    level: int
    kind: str


@cache
def tables() -> tuple[dict[str, Region], dict[str, tuple[Region, ...]], dict[str, tuple[Region, ...]]]:
    """Regions by code; by full name and alias; by short name."""
    lines = (files("kg.annotate") / "data" / "regions.tsv").read_text(encoding="utf-8").splitlines()
    header = lines[0].lstrip("# ").split("\t")
    codes: dict[str, Region] = {}
    full: dict[str, list[Region]] = defaultdict(list)
    short: dict[str, list[Region]] = defaultdict(list)
    for line in lines[1:]:
        row = dict(zip(header, line.split("\t"), strict=False))
        region = Region(
            row["code"], row["name"], row["short_name"], row["parent_code"], LEVELS[row["level"]], row["kind"]
        )
        codes[region.code] = region
        full[region.name].append(region)
        for alias in filter(None, (*row.get("aliases", "").split("|"), *row.get("former", "").split("|"))):
            (full if alias[-1] in "省市区县州盟旗" else short)[alias].append(region)
        if len(region.short) >= 2:
            short[region.short].append(region)
    return (
        codes,
        {k: tuple(dict.fromkeys(v)) for k, v in full.items()},
        {k: tuple(dict.fromkeys(v)) for k, v in short.items()},
    )


_GRAMMAR = frozenset("从于和与向在对由到及为是以被同经将把让给据")


@cache
def matcher() -> tuple[AhoCorasick, list[str]]:
    """The names by which places are found.  A short name that opens with a word of grammar (从江, 于都) is left
    out: it would take the first character of the place after it (从江苏省).
    """
    _, full, short = tables()
    names = sorted(
        {*full, *(name for name in short if name[0] not in _GRAMMAR or min(r.level for r in short[name]) < 3)}
    )
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


@cache
def listed_only() -> re.Pattern[str]:
    """The short names that open with a word of grammar, beside the mark of a list: 于都、兴国、宁都三县."""
    _, _, short = tables()
    names = either(n for n in short if n[0] in _GRAMMAR and min(r.level for r in short[n]) == 3)
    return re.compile(at_a_glance(rf"{names}(?=[、和及与][\u4e00-\u9fff])|(?<=[、和及与]){names}(?=[、，。；等各依分\d两三四五六七八九十])"))


def by_code(code: str) -> Region | None:
    """The division with this six-digit code."""
    return tables()[0].get(code)


def ancestors(region: Region) -> Iterable[Region]:
    """The region itself, then its parents upwards."""
    here: Region | None = region
    while here:
        yield here
        here = by_code(here.parent)


def choose(found: tuple[Region, ...], within: Iterable[str]) -> Region | None:
    """The one candidate, or the one that lies within, or is an ancestor's child of, the codes in `within`."""
    top = min(r.level for r in found)
    if len(found) == 1:
        return found[0]
    for code in within:
        inside = [r for r in found if any(a.code == code for a in ancestors(r))]
        if len(inside) == 1:
            return inside[0]
        context = by_code(code)
        province = [r for r in found if context and r.code[:2] == context.code[:2]]
        if len(province) == 1:
            return province[0]
    highest = [r for r in found if r.level == top]
    return highest[0] if len(highest) == 1 and top < 3 else None


def candidates(name: str) -> tuple[Region, ...]:
    """Every division with this full, short or former name."""
    _, full, short = tables()
    return full.get(name) or short.get(name, ())


def is_division(name: str) -> bool:
    """Is it a division, or one inside another (浙江省衢州市)?"""
    within = _WITHIN.match(name)
    return bool(candidates(name) or (within and candidates(within[1]) and candidates(within[2])))


_WITHIN = re.compile(r"([\u4e00-\u9fff]{2,7}?(?:省|自治区|市|州))([\u4e00-\u9fff]{2,7})")


def lookup(name: str, within: Iterable[str] = ()) -> RegionRef | None:
    """The place called `name`, by its full name; the code is None where several share it and `within` (codes) does not tell.

    None where no division has that name.  湖北 → 湖北省 420000; 朝阳区 without context → code None.
    """
    found = candidates(name)
    if not found:
        return None
    region = choose(found, within)
    if region:
        return RegionRef(region.name, region.code)
    return RegionRef(found[0].name if len({r.name for r in found}) == 1 else name, None)
