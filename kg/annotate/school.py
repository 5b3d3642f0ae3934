"""The school or hospital that speaks of itself as 我校 or 我院, and its guests.

    北岭大学校长访问团对我校进行了访问。…校长A会见了…    A is not of 北岭大学, the guest, whoever 我校 is
    北岭医院党委书记A一行来我院参访。我院副院长B…          nor is B of 北岭医院
"""

from __future__ import annotations

import re

from kg.annotate.bodies import path, starts_with_place
from kg.annotate.passage import State
from kg.annotate.recall import recent

__all__ = ["CAMPUS", "faculty", "is_faculty", "is_guest", "is_part", "is_whole", "says_ours", "with_campus"]

_SCHOOL = re.compile(r"(?:大学|学院|学校|中学|小学|党校)$")
_HOUSE = re.compile(r"(?:医院|卫生院|研究院|研究所|法院|检察院)$")
_COMES = r"%s[^。！？；\n]{0,30}?(?:来|到|至|赴|莅临|莅院|走进|对|与|和|同|向|参观|考察|访问|调研)我院"
_GOES = r"我院[^。！？；\n]{0,24}?(?:赴|到|前往|走访|访问|对|与|和|同|参观|考察)%s"
"""How a text in which a hospital says 我院 tells of another one."""
_WE = re.compile(r"我校|两校|我院")
_SENTENCE = re.compile(r"[^。！？；\n]+")


CAMPUS = re.compile("(?:大学|学院)（(?:北京|武汉|华东|徐州|威海|保定|珠海|深圳|淄博|盘锦|横琴)）$")
"""中国石油大学（华东）: a university by the place in its name."""


def with_campus(text: str, end: int) -> int:
    """Where the name of the university that ends at `end` ends with the place in its brackets, if it has any."""
    close = text.find("）", end, end + 4) + 1
    return close if close and CAMPUS.search(text, end - 2, close) else end


def is_guest(name: str, state: State) -> bool:
    """Is it a school beside which a text, whose writer's own school is not its host, says 我校 or 两校; a hospital that comes to 我院?"""
    school = next((step.lstrip("与和对") for step in path(name) if _SCHOOL.search(step)), None)
    house = None if school else next((step.lstrip("与和对") for step in path(name) if _HOUSE.search(step)), None)
    if not (school or house) or not says_ours(state):
        return False
    guests = state.memory.setdefault("guests", {})
    assert isinstance(guests, dict)
    if house:
        if house not in guests:
            guests[house] = any(re.search(way % re.escape(house), state.article.text) for way in (_COMES, _GOES))
        return bool(guests[house])
    assert school
    if school not in guests:
        beside = any(_WE.search(s) and school in s for s in _SENTENCE.findall(state.article.text))
        guests[school] = beside or any(guest and other.endswith(school) for other, guest in guests.items())
    return bool(guests[school])


def says_ours(state: State) -> bool:
    """Does the text say 我校, and its host is no school?"""
    said = state.memory.get("says 我校")
    if said is None:
        own = any(_SCHOOL.search(step) for step in path(state.host or ""))
        home = any(step.endswith("院") for step in path(state.host or ""))
        said = state.memory["says 我校"] = not own and ("我校" in state.article.text or (not home and "我院" in state.article.text))
    return bool(said)


def is_part(name: str, state: State) -> bool:
    """Is it a 学院 that no place or 大学 heads, in such a text, so that 校 is not said of it (文学院)?"""
    return name.endswith("学院") and len(path(name)) == 1 and starts_with_place(name) is None and says_ours(state)


def is_faculty(name: str) -> bool:
    """Is it a 学院 named by its subject alone (经济学院), which is part of the 校 of its text?"""
    return name.endswith("学院") and len(path(name)) == 1 and starts_with_place(name) is None and not _COLLEGE.search(name) and bool(_SUBJECT.search(name))


_SUBJECT = re.compile(
    "^(?:[文理法农医工商药林]|(?:马克思|(?:[\u4e00-\u9fff]{2}与?)?(?:经济|管理|化学|数学|物理|生物|地理|机械|电子|材料|土木|软件|网络|能源|动力|资源|环境|食品|园艺|动物|植物|工程|科学|技术|信息|统计|会计|金融|法|教育|新闻|传播|历史|哲学|文|人文|语言|外语))"
    "[\u4e00-\u9fff]{0,8}|(?!中国|中央|首都|国家)[\u4e00-\u9fff]{0,8}(?:外国语|音乐|美术|体育|医学|药学|护理|传媒|金融|经济|经贸|旅游|计算机|电气|建筑|材料|环境|能源|土木|交通|教育|心理学|[^科]学)|[\u4e00-\u9fff]{2,8}(?:工程|科学|技术|管理|语言|文化|化学|数学|物理|统计学?|政法|艺术|设计|主义|历史|法律|软件))学院$"
)


def is_whole(name: str) -> bool:
    """Is it a school that 学校 may be said of: no 学院 that may be a part of one?"""
    return bool(_SCHOOL.search(name)) and (not name.endswith("学院") or bool(_COLLEGE.search(name)) or starts_with_place(name) is not None)


_COLLEGE = re.compile("(?:师范|职业|技术|技师|民族|警察|城市)学院$")


def faculty(state: State) -> str | None:
    """学院 in a text that calls 江岸学院 its 校: the faculty of such a school that is named last (江岸学院计算机学院); None in other texts."""
    if not _CALLS_IT_SCHOOL.search(state.article.text):
        return None
    return next((name for name in recent(state, 6) if _FACULTY.fullmatch(name)), None)


_FACULTY = re.compile("(?:(?!大学|学院)[\u4e00-\u9fff]){2,8}学院[\u4e00-\u9fff]{2,16}学院")
_CALLS_IT_SCHOOL = re.compile("我校|学校|校(?:党委|长|友|领导|团委|工会|办|教育发展)")
