"""Names of bodies: what they end with, which are known, and the bodies that a full name passes through."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind

from kg.annotate import regions
from kg.annotate.alternation import either
from kg.annotate.countries import is_foreign
from kg.annotate.lexicon import ORG_SUFFIXES

__all__ = [
    "ACTS",
    "OF_COMMITTEE",
    "SUFFIX",
    "behind_act",
    "central",
    "central_matcher",
    "departments",
    "ends_a_body",
    "ends_as",
    "independent",
    "known",
    "path",
    "starts_with_place",
]

_AMBIGUOUS = {
    "会": "(?<![开例议谈进场布调度员展坛证讨告恳流话览动年晚全大聚机社报领体])会",
    "局": "(?<![格布结])局",
    "行": "(?<![一流执进飞运举实])行",
    "院": "(?<![来住出入到回])院(?!士)",
    "站": "(?<![网到进出])站",
    "队": "(?<![带领归列排编])队",
    "台": "(?<![舞讲柜灶出])台",
    "办": "(?<![举承主协创])办(?![法事])",
    "社": "社(?![局保厅科区团]|会(?![计议员]))",
    "场": "(?<![现到在进下入登当收离圆半会捧])场(?![站馆])",
    "校": "(?<![来到返离入进在回驻])校(?![区园友庆史])",
    "连": "(?<=[某一二三四五六七八九十])连",
    "营": "(?<=[成兵步炮兵一二三四五六七八九十])营(?![业地养])",
    "旅": "(?<=[某成兵步炮空甲化军一二三四五六七八九十〇])旅(?![游客行社途居店])",
    "寺": "寺(?![庙院沟山村坪街路前后坝河])",
    "中专": "中专(?![生毕学文])",
    "服务区": "服务区(?!域)",
    "试验区": "试验区(?!域)",
    "团": "(?<=[某步炮桥兵役一二三四五六七八九十〇])团(?![员队体伙圆结聚购])",
    "日报": "日报(?![告表送到道名销考])",
    "晚报": "晚报(?![告表送到道名销考])",
    "时报": "时报(?![告表送到道名销考])",
    "导报": "导报(?![告表送到道名销考])",
    "早报": "早报(?![告表送到道名销考])",
    "联盟": "(?<!欧洲)联盟",
    "议会": "(?<![会评审协商])议会(?!议(?!长)|场)",
    "总支": "(?<=[省市县区旗校院学])总支",
    "村小": "村小(?!学)",
    "科": "科(?![技学研普创协院])",
    **{short: f"{short}(?![会队力学众多小型量批户])" for short in ("农大", "师大", "医大", "林大", "科大", "工大", "财大", "交大", "民大", "电大")},
    **{f"{n}小": f"(?<=[\u4e00-\u9fff]{{2}}){n}小(?![学时企微型组部段块步批些撮车区户城])" for n in "一二三四五六七八九"},
    "师": "(?<=[某一二三四五六七八九十])师(?![范生傅资长级])",
}
"""Endings that other words have too: 座谈会, 一行, 网站."""
SUFFIX = either(ORG_SUFFIXES, _AMBIGUOUS)
_ENDS = re.compile(f"{SUFFIX}$")
_LAST = frozenset("\n").union(word[-1] for word in ORG_SUFFIXES)
_LONGEST = 1 + max(map(len, ORG_SUFFIXES))
OF_COMMITTEE = "组织部|宣传部|统战部|政法委|社会工作部"
"""The departments of a committee: 省委|组织部."""


def ends_a_body(text: str, start: int = 0, end: int = sys.maxsize) -> bool:
    """Does `text[start:end]` end as the name of a body does?"""
    end = min(end, len(text))
    return end > start and text[end - 1] in _LAST and _ENDS.search(text, max(start, end - _LONGEST), end) is not None


def ends_as(name: str, nouns: tuple[str, ...]) -> bool:
    """Does the body's name end with one of the nouns?  A 公司 is no 司, a 党委 none of a 主任."""
    if name.endswith(("党委", "党工委")) and "委" in nouns:
        return False
    return name.partition("（")[0].endswith(nouns) and not (nouns == ("司",) and name.endswith("公司"))


_CONTAINERS = re.compile(
    r"(?:委员会|办公厅|办公室|领导小组|指挥部|管委会|常委会|人民政府|政府|行署|总局|分局|总署|总行|分行|支行|银行|集团公司|集团|公司|研究院|"
    r"科学院|学院|大学|学校|医院|"
    r"法院|检察院|总会|联社|总队|支队|大队|工作队|工作组|研究所|中心|部|委|厅|局|署|司|处|科|院|校|社|站|所|人大|政协)"
)
_NOT_SUBUNIT = re.compile(r"大学|公司|集团|银行|医院|协会|学会|基金会|法院|检察院|人民政府|委员会$|总局$|报社|电视台")
_REGION_PREFIX = re.compile(r"^[\u4e00-\u9fff]{2,9}?(?:省|自治区|市|州|盟|地区|县|旗|区)")


@cache
def central() -> dict[str, str]:
    """Central bodies: every name they go by → the full one.  Source: ontology/organizations.ttl."""
    names: dict[str, str] = {}
    for line in (files("kg.annotate") / "data" / "organizations.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "name\t")):
            name, short, *_ = line.split("\t")
            for alias in (name, *filter(None, short.split("|"))):
                names.setdefault(alias, name)
    return names


@cache
def departments() -> frozenset[str]:
    """What every place has: 财政局, 发改局, 水利厅.  Source: ontology/organizations.ttl."""
    lines = (files("kg.annotate") / "data" / "local_bodies.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if not line.startswith(("#", "name\t"))]
    return frozenset(part for line in rows for part in re.split(r"[\t|]", line) if part) - {
        "办公厅",
        "办公室",
        "研究室",
    }


@cache
def central_matcher() -> tuple[AhoCorasick, list[str]]:
    names = sorted(n for n in central() if len(n) >= 3)
    return AhoCorasick(names, matchkind=MatchKind.LeftmostLongest), names


def known(name: str) -> bool:
    """Is `name` a central body, or one that begins with a place or a central body?"""
    return name in central() or bool(independent(name))


_NATIONAL = tuple(
    """
    中国 国家 中央 全国 中共 最高 国务院 世界 联合国 国网 中华 人民银行 国际 共青团 民盟 民建 民进 民革 农工党 致公党 九三学社 台盟 武警 解放军
    农行 工行 建行 中行 农发行 农业银行 工商银行 建设银行 人保财险
    长江 黄河 珠江 淮河 海河 松辽 太湖
    """.split()
)
"""What the names of national bodies begin with."""


@lru_cache(maxsize=1 << 14)
def independent(name: str) -> bool:
    """Does the name stand on its own: begins with a place or a national word, or is a company or school?"""
    if name.startswith(_NATIONAL) or is_foreign(name):
        return True
    if any(name.startswith(c) for c in _central_prefixes(name)):
        return True
    return bool(starts_with_place(name)) or bool(_NOT_SUBUNIT.search(name, 2) and len(name) > 4)


def _central_prefixes(name: str) -> Iterator[str]:
    return (name[:n] for n in range(3, min(len(name), 16) + 1) if name[:n] in central())


_TOWNSHIP_KINDS = ("乡", "镇", "村", "街道", "苏木", "社区", "嘎查")
"""桐梓乡财政所 is no office of 桐梓县."""


@lru_cache(maxsize=1 << 14)
def starts_with_place(name: str) -> str | None:
    """The longest place that `name` begins with, or None; 长白山药业 begins with a mountain."""
    if name.startswith("长白山"):
        return None
    for n in range(min(len(name), 12), 1, -1):
        if regions.candidates(name[:n]) and not (name[n - 1] not in "省市县区州盟旗" and name.startswith(_TOWNSHIP_KINDS, n)):
            return name[:n]
    match = _REGION_PREFIX.match(name)
    return match[0] if match and len(match[0]) > 2 and regions.candidates(match[0]) else None


@lru_cache(maxsize=1 << 14)
def path(name: str) -> tuple[str, ...]:
    """The bodies that a full name passes through, the widest first: 财政部, 财政部国库司, 财政部国库司审核一处."""
    ends = [m.end() for m in _CONTAINERS.finditer(name)]
    found = [name[:e] for e in ends if e >= 3 and (e == len(name) or _splits(name, e))]
    return tuple(found) if found and found[-1] == name else (*found, name)


_GLUED = re.compile(
    r"处[理置罚分于在]|科[技学研普创协院]|部[门队署分长委]|院(?:[士长系]|校(?!友))|局[面域势部]|司[法机令长]|室内|委[员托派会]|站点|所[有属在得]|"
    r"社[会区保团]|会[议计展务]|校[园长外企友]|政府[性采间]|心(?:[城镇任]|支行|医院|小学|学校|幼儿园|卫生院)"
)
"""What looks like the end of a body and is the middle of a word (政策处理组)."""


def _splits(name: str, at: int) -> bool:
    """May a body end at `at` inside `name`?  财政部|国库司 yes, 外交部长 no, 中国科学院|院士 no, 公安部门 no."""
    head, tail = name[:at], name[at:]
    if tail.startswith("（"):
        return False
    if head.endswith(("内部", "外部", "干部", "全部", "高校")) or _GLUED.match(name, at - 1):
        return False
    if head in central():
        return not tail.startswith("门")
    return ends_a_body(tail) and len(tail) >= 2 and not tail.startswith(("门", "长", "员会", "署"))


ACTS = re.compile(
    "(?:资助|支持|支援|援助|帮扶|扶持|奖励|补助|委托|批复|同意|通报|约谈|指导)(?!管理|中心|工作|服务|委员|领导|基金|项目|办公|协会|联盟|小组|体系|机构|所|处|科|局|部|站|组|室|办)(?=[\u4e00-\u9fff]{4})"
)
"""What one body does to another."""
_HOUSE = re.compile("(?:大学|学院|学校|[中小]学|医院|研究院|研究所|科学院|公司|集团|银行|合作社)$")


def behind_act(text: str, start: int, end: int) -> int:
    """国家自然科学基金委资助|武汉大学: where the second of two bodies begins, of which one does something to the other; else `start`."""
    for verb in ACTS.finditer(text, start + 2, end):
        head = text[start : verb.start()]
        whole = _HOUSE.search(text, verb.end(), end) or starts_with_place(text[verb.end() : end])
        if whole and verb.end() + 4 <= end and (head in central() or ends_a_body(head)):
            return verb.end()
    return start
