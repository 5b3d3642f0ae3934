"""Read the administrative divisions of China (GB/T 2260) from a folder of CSV files; write `regions.ttl`.

    python -m ontology.divisions FOLDER        # FOLDER holds provinces.csv, cities.csv, areas.csv

Source of codes and names: National Bureau of Statistics, edition of 2023-06-30, as collected by
modood/Administrative-divisions-of-China (WTFPL), commit 57a0aa9c.  Hong Kong, Macau and Taiwan have
province codes in GB/T 2260 and no rows of their own there.  Former names: `sources/former_divisions.tsv`.

Pseudo-rows that only fill a column of the source (市辖区, 县, 省直辖县级行政区划 …) are dropped, and what
stands under them belongs to the province.  Development zones, which have a statistical code (…71 to …79)
but are no divisions, are kept with the kind `zone`.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent

PSEUDO = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
SPECIAL = {"810000": "香港特别行政区", "820000": "澳门特别行政区", "710000": "台湾省"}
MUNICIPALITIES = {"110000", "120000", "310000", "500000"}
MORE_ALIASES = {
    "150722": "莫旗",
    "152921": "阿左旗",
    "152922": "阿右旗",
    "211324": "喀左县",
    "220721": "前郭县",
    "230624": "杜蒙县",
    "150000": "内蒙",
    "450000": "广西自治区",
    "540000": "西藏自治区",
    "640000": "宁夏自治区",
    "650000": "新疆自治区",
    "810000": "香港特区",
    "820000": "澳门特区",
    "652700": "博州",
    "652800": "巴州",
    "653000": "克州",
    "460321": "西沙区",
    "460322": "南沙区",
}
ENGLISH = {
    "110000": "Beijing", "120000": "Tianjin", "130000": "Hebei", "140000": "Shanxi", "150000": "Inner Mongolia",
    "210000": "Liaoning", "220000": "Jilin", "230000": "Heilongjiang", "310000": "Shanghai", "320000": "Jiangsu",
    "330000": "Zhejiang", "340000": "Anhui", "350000": "Fujian", "360000": "Jiangxi", "370000": "Shandong",
    "410000": "Henan", "420000": "Hubei", "430000": "Hunan", "440000": "Guangdong", "450000": "Guangxi",
    "460000": "Hainan", "500000": "Chongqing", "510000": "Sichuan", "520000": "Guizhou", "530000": "Yunnan",
    "540000": "Tibet (Xizang)", "610000": "Shaanxi", "620000": "Gansu", "630000": "Qinghai", "640000": "Ningxia",
    "650000": "Xinjiang", "710000": "Taiwan", "810000": "Hong Kong", "820000": "Macau",
}  # fmt: skip

_PEOPLE_NAMES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|"
    "柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|"
    "塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
PEOPLES = tuple(_PEOPLE_NAMES.split("|"))
# 族 may be missing only where the people's name has more than one character (哈萨克自治州, 蒙古自治县).
_PEOPLE = "|".join([p + "族" for p in PEOPLES] + [p for p in PEOPLES if len(p) > 2 or p in ("蒙古", "锡伯")])
_AUTONOMOUS = re.compile(rf"^(.+?)(?:{_PEOPLE})*(自治州|自治县|自治旗|区)$")
_AUTONOMOUS_SUFFIX = {"自治州": "州", "自治县": "县", "自治旗": "旗", "区": "区"}
_PLAIN = re.compile(r"^(.{2,}?)(特别行政区|地区|新区|(?<=神农架)林区|特区|省|市|盟|县|区)$")
_BANNER = re.compile(r"^(.+[^左右前后中])旗$")
_ZONE_SHORT = (("高新技术产业开发区", "高新区"), ("高新技术开发区", "高新区"), ("经济技术开发区", "经开区"))


_PREFECTURES = (
    ("自治州", "autonomous_prefecture"), ("地区", "prefecture"), ("盟", "league"), ("市", "prefecture_city"),
)  # fmt: skip
_COUNTIES = (
    ("自治县", "autonomous_county"), ("自治旗", "autonomous_banner"), ("旗", "banner"),
    ("神农架林区", "forestry_district"), ("特区", "special_district"), ("区", "district"), ("县", "county"),
    ("市", "county_city"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Division:
    """One row of the table; `code` has six digits, `parent` is a code or empty, `former` holds (name, year)."""

    code: str
    name: str
    short: str
    parent: str
    level: str
    kind: str
    aliases: tuple[str, ...] = ()
    former: tuple[tuple[str, str], ...] = ()


def level_of(code: str) -> str:
    """Level by code: 420000 province, 420600 prefecture, 420602 county (also county-level cities under a province)."""
    return "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"


def kind_of(code: str, name: str) -> str:
    """The kind of division, from its code and the last characters of its name."""
    level = level_of(code)
    if level == "province":
        special = {"810000": "sar", "820000": "sar"} | dict.fromkeys(MUNICIPALITIES, "municipality")
        return special.get(code, "autonomous_region" if name.endswith("自治区") else "province")
    if level == "prefecture":
        return next(kind for end, kind in _PREFECTURES if name.endswith(end))
    if code[4] == "7" or name.endswith(("行政委员会", "海域", "群岛")):
        return "zone"
    return next(kind for end, kind in _COUNTIES if name.endswith(end))


def short_of(name: str, kind: str, taken: frozenset[str]) -> tuple[str, tuple[str, ...]]:
    """Short name and further aliases; a short name that an enclosing division has (`taken`) keeps its suffix."""
    if kind == "zone":
        return name, tuple(name.replace(long, short) for long, short in _ZONE_SHORT if long in name)
    if kind == "autonomous_region":
        return ("内蒙古" if name.startswith("内蒙古") else name[:2]), ()
    match = _AUTONOMOUS.match(name)
    if match and (match[2] != "区" or match[1] + "区" != name):
        stem = match[1].removesuffix("族")  # 东乡族自治县, 鄂温克族自治旗: the people's name is the place's
        suffixed = stem + _AUTONOMOUS_SUFFIX[match[2]]
        return (suffixed, ()) if stem in taken else (stem, (suffixed,))
    match = _BANNER.match(name) if name.endswith("旗") else _PLAIN.match(name)
    contracted = _CONTRACTED.match(name)
    aliases = ("".join(filter(None, contracted.groups())),) if contracted else ()
    if not match or match[1] in taken or name.endswith("矿区"):
        return name, aliases
    return match[1], aliases


_CONTRACTED = re.compile(r"(.)[^左右前后中]{1,4}?([左右](?=翼))?翼?([左右前后中]旗)$")
"""科尔沁左翼后旗 is 科左后旗, 阿拉善左旗 阿左旗: how such names are written in the places themselves."""


def rows(folder: Path) -> Iterator[tuple[str, str]]:
    """(six-digit code, name) of every real division in the source."""
    yield from SPECIAL.items()
    for file in ("provinces.csv", "cities.csv", "areas.csv"):
        with (folder / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["name"] not in PSEUDO:
                    yield row["code"].ljust(6, "0"), row["name"]


def former_names() -> dict[str, tuple[tuple[str, str], ...]]:
    """Current code → ((former name, year of the change), …), from `sources/former_divisions.tsv`."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in (HERE / "sources" / "former_divisions.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            code, name, year = line.split("\t")
            found.setdefault(code, []).append((name, year))
    return {code: tuple(sorted(names)) for code, names in found.items()}


def divisions(folder: Path) -> list[Division]:
    """All divisions, sorted by code."""
    names = dict(rows(folder))
    former = former_names()
    shorts: dict[str, str] = {}
    found = []
    for code in sorted(names, key=lambda c: (c.rstrip("0").ljust(2, "0") != c[:2], c)):
        name, kind = names[code], kind_of(code, names[code])
        parents = [p for p in (code[:4] + "00", code[:2] + "0000") if p != code and p in names]
        taken = frozenset(s for c, s in shorts.items() if c in parents or c.endswith("0000"))
        short, aliases = short_of(name, kind, taken)
        shorts[code] = short
        more = MORE_ALIASES.get(code, "")
        kept = sorted({a for a in (*aliases, more) if a and a not in (name, short)})
        parent = parents[0] if parents else ""
        found.append(Division(code, name, short, parent, level_of(code), kind, tuple(kept), former.get(code, ())))
    unknown = sorted(set(former) - set(names))
    if unknown:
        raise SystemExit(f"former_divisions.tsv names codes that do not exist: {unknown}")
    return sorted(found, key=lambda d: d.code)


HEADER = """\
# Administrative divisions of China down to county, with GB/T 2260 codes.
# Source: National Bureau of Statistics, edition of 2023-06-30, as collected by
# modood/Administrative-divisions-of-China (WTFPL), commit 57a0aa9c.  Written by ontology/divisions.py; do not edit.
@prefix : <https://w3id.org/zhkg/ontology#> .
@prefix region: <https://w3id.org/zhkg/region/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

"""


def turtle(division: Division) -> str:
    """One division as one line of Turtle."""
    d = division
    parts = [f'a schema:AdministrativeArea ; schema:identifier "{d.code}" ; rdfs:label "{d.name}"@zh']
    if d.code in ENGLISH:
        parts[0] += f', "{ENGLISH[d.code]}"@en'
    parts.append(f':shortName "{d.short}"@zh')
    if d.aliases:
        parts.append("skos:altLabel " + ", ".join(f'"{a}"@zh' for a in d.aliases))
    if d.former:
        parts.append(":formerName " + ", ".join(f'"{name}"@zh' for name, _ in d.former))
    if d.parent:
        parts.append(f"schema:containedInPlace region:{d.parent}")
    parts.append(f':level "{d.level}" ; :divisionKind "{d.kind}"')
    return f"region:{d.code} " + " ; ".join(parts) + " .\n"


def main(folder: str) -> None:
    """Write `regions.ttl` from the CSV files in `folder`."""
    text = HEADER + "".join(turtle(d) for d in divisions(Path(folder)))
    (HERE / "regions.ttl").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
