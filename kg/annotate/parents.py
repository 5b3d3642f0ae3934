"""Which bodies have which units: 处 stands under 司 or 厅, 内科 under 医院, 项目部 under 公司."""

from __future__ import annotations

import re

from kg.annotate.bodies import central, path, starts_with_place
from kg.annotate.school import is_faculty

__all__ = ["SCHOOL_OF", "parent_for"]

_MEDICAL = (
    "内|外|儿|妇|(?<!生)产|骨|眼|皮肤|神经|急诊|重症医学|麻醉|放射|检验|护理|医务|感染|肿瘤|康复|精神|口腔|呼吸|心血管|消化"
)
"""What the departments of a hospital are named by."""
_ALONE = re.compile(r"事务所$|疾控中心$|疾病预防控制中心$|街道办事处$|[\u4e00-\u9fff]{2}(?:厂|矿|农场|林场|电站|公司|集团|大学|医院|银行)[\u4e00-\u9fff]")
"""What stands under nobody that a text names beside it: a firm, and what a firm has (采油二厂财务科)."""
_PARENTS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(f"(?:{unit})$"), re.compile(f"(?:{parent})$"))
    for unit, parent in (
        (rf"(?:{_MEDICAL})[\u4e00-\u9fff]{{0,2}}[科部]|药房|病区", "医院|卫生院|卫生所|防治院|保健院|疾控中心|疾病预防控制中心|血液中心"),
        ("政治部|督察部", "总署|总局|署|局|厅|法院|检察院|[中高]院|总队|支队"),
        ("学院|系|教研室|学生处|研究生院|团委|学生会", "大学|(?<!大)学院|学校|党校"),
        ("党办|院办|党政办|总务科|(?:安全|教务|总务|后勤|学生|德育|质控|医保|医务|护理|科教|保卫)办", "医院|大学|学院|学校|[中小]学|公司|集团|局|厅|厂|矿|院"),
        ("总务处|政教处|德育处|教导处|后勤处|教务处|教科室|校办", "大学|学院|学校|中学|小学|中心校|高中|[一二三四五六七八九十]中"),
        ("司", "部|委|委员会|局|总署|总行|银行"),
        ("庭|审判委员会|检察委员会|[审检]委会|检察[一二三四五六七八九]?部|执行局", "法院|检察院|[中高]院"),
        ("缉私局", "海关|总署"),
        ("(?<!部)局", "(?:国务院|中央)[\u4e00-\u9fff]{2,10}办公室|(?<!政治|组织|宣传|统战|武装|指挥)部|委|委员会|总局|公司|集团"),
        ("处", "(?<!支)部|委|委员会|厅|局|司|署|海关|特派办|专员办|办事处|总局|院|中心|社|行|大学|学院|公司|集团|基金会|协会|总会|办公厅|医院"),
        ("股", "局|委|办|办公室|中心"),
        (
            "科",
            "局|处|海关|委|委员会|医院|院|中心|所|公司|大学|学院|办|办公室|支队|大队|调查队|厂|矿|库|[农林茶牧渔]场|集团|卫生院|监狱|煤矿|[务力辆]段|[支分]行|(?:组织|宣传|统战|政治|工作)部",
        ),
        ("车间", "站|段|公司|集团|厂"),
        ("部|分厂", "公司|集团|银行|行|基金会|大学|学院|医院|厂|矿务局|协会|总会|社"),
        ("站|所", "局|厅|委|中心|管理局|院"),
        ("院", "[\u4e00-\u9fff](?<!会)(?<!组)(?<!专班)(?<!组织部)(?<!宣传部)(?<!统战部)(?<!办公室)(?<!党委)"),
        ("中心|(?<!办公)室|(?<![\u4e00-\u9fff]{4})办公室|办公厅|支部|总支|党委|党组|工会|队", "[\u4e00-\u9fff]"),
    )
)
"""What a unit may stand under, by the end of its own name: 处 under 司 or 厅, 内科 under 医院, 项目部 under 公司."""


def parent_for(text: str, name: str) -> str | None:
    """The body on the path of `name` under which a unit called `text` stands; None where none can.

    预算处 under 湖南省财政厅国库处 is of 湖南省财政厅; 公路局养护管理处 stands where 公路局 does.
    """
    if _ALONE.search(text):
        return None
    first = path(text)[0] if len(path(text)[0]) > 2 else text
    parents = next((parents for unit, parents in _PARENTS if unit.search(first)), None)
    if parents is None:
        return None
    school = SCHOOL_OF.match(name)
    for step in (*reversed(path(_COMMITTEE.sub("", name))), *([school[0]] if school else [])):
        if first[-1] in "股科" and _OF_TOWNSHIP.search(step):
            continue
        if first[-1] in "处系部室" and _MASS.search(step):
            continue
        if first[-1] in "股科" and _OFFICE_OF_BUREAU.search(step):
            continue
        if (first.endswith("处") and _IN_SCHOOL.search(step)) or (first[-1] in "处部" and is_faculty(step)):
            continue
        if step in _AGENCIES or _of_another(first, step):
            continue
        beside = step[-1] == first[-1] and not step.endswith("办事处") and not _college(first, step)
        if not beside and parents.search(step) and not _outranked(first, step) and not _local(first, step):
            return step
    return None


SCHOOL_OF = re.compile("[\u4e00-\u9fff]{2,16}?(?:[中小]学|[一二三四五六七八九十]中(?!学))(?=[\u4e00-\u9fff]{2,6}[处科室部办]$)")
"""江北一中|教务办, which no path passes through."""
_COMMITTEE = re.compile(r"(?<=大学|学院|医院|公司|集团)委员会$")
"""The Party committee in whose name a school or company speaks: its units stand under the school."""
_MASS = re.compile(r"(?:关工委|关心下一代工作委员会|工会|团委|妇联|学生会|校友会|学术委员会|学位委员会|教授委员会)$")
"""The 处 of a school or office stand beside its mass bodies, not under them."""
_OF_TOWNSHIP = re.compile(r"(?:镇|乡|街道)[\u4e00-\u9fff]{1,10}(?:中心|站|所|办|院)$")
"""What a township has is divided no further."""
_OFFICE_OF_BUREAU = re.compile(r"(?<=局)办公室$")
"""The 科 and 股 of a 局 stand beside its office, not under it."""
_IN_SCHOOL = re.compile(r"大学[\u4e00-\u9fff]{1,14}(?<!医)学院$|(?:大学|学院)[\u4e00-\u9fff]{1,10}(?:部|中心|(?<!研究生)(?<!学)(?<!医)院)$")
"""In a school a 处 stands beside a 部 or 院 of its administration (组织部, 科研院), under the school."""


_FACULTY = re.compile(
    r"^[文理法农医工商药林]学院$|(?:工程|科学|技术|管理|语言|外语|外国语|文化|文学|化学|数学|物理|统计学?|政法|艺术|音乐|美术|环境|经济|财经|会计|教育|传媒|体育|信息|护理|主义|历史|法律|软件)学院$"
)


def _college(unit: str, step: str) -> bool:
    """怀化学院, which has a 化学与材料工程学院 of its own."""
    faculty = _FACULTY.search(unit) and not starts_with_place(unit)
    return bool(faculty and step.endswith("学院") and len(step) <= _LONGEST and starts_with_place(step))


_LONGEST = 8
"""Code points of the name of a college, beyond which it may be a faculty's with its university before it."""
_AGENCIES = frozenset(("新华社", "中新社", "中国新闻社", "本社"))
"""Who sends the news that a text is: none of the bodies in it stand under them."""
_PARTY = re.compile(r"[省市县区州旗盟](?:委|纪委)(?:[组宣统政][\u4e00-\u9fff]{1,2}部)?$")
_NOT_OF_PARTY = re.compile(r"(?:站|(?<!研究)所|队|(?<!党)校|医院|卫生院)$")
_HOME = re.compile(r"(?:卫生|敬老|福利|养老)院$")
_POLICE = re.compile(r"派出所$")


def _of_another(unit: str, step: str) -> bool:
    """站 and 队 stand under no 县委, a 卫生院 under no 局, a 派出所 under the police alone, a 中心 under no embassy."""
    if unit.endswith("中心") and step.endswith(("大使馆", "领事馆")):
        return True
    if _POLICE.search(unit):
        return "公安" not in step
    return bool(_NOT_OF_PARTY.search(unit) and _PARTY.search(step)) or bool(_HOME.search(unit) and step[-1] in "局厅委办")


def _local(unit: str, step: str) -> bool:
    """A 局 stands under a ministry or company, not under a county's committee."""
    return unit.endswith("局") and step.endswith(("委", "委员会")) and step not in central()


_OF_A_HALL = re.compile(r"厅[\u4e00-\u9fff]+中心$")
"""A 中心 of a 厅 is no more than its 处."""
_RANK = {"司": 2, "局": 2, "处": 3, "科": 4, "股": 5}
_BUREAU_OF_OFFICE = re.compile(r"厅[\u4e00-\u9fff]+局$")
"""A 局 inside a 厅 stands beside its 处."""


def _outranked(unit: str, step: str) -> bool:
    """Is the step of the unit's own rank or below (a 处 stands under no 科)?"""
    if unit.endswith(("中心", "院")):
        return step[-1] in ("司处科股站所室队" if unit.endswith("院") else "司处科股") and not step.endswith("办事处")
    if unit.endswith("办公室") and step[-1] in "科股":
        return True
    if unit.endswith("处") and _OF_A_HALL.search(step):
        return True
    own = 0 if step in central() or step.endswith("办事处") else 3 if _BUREAU_OF_OFFICE.search(step) else _RANK.get(step[-1], 0)
    return own >= _RANK.get(unit[-1], 9)
