"""The body of a bare title whose noun names no kind: the one of a fitting kind that the text has just spoken of.

    黄鹤楼公园免费开放。主任A…; 县农技中心派人下乡。/ 农艺师A…
"""

from __future__ import annotations

import re

from kg.annotate.passage import State
from kg.annotate.recall import named_between
from kg.annotate.school import is_guest

__all__ = ["topical"]

_CV = re.compile("[0-9]年[^，。；]{0,6}生|[，、](?:大学|本科|硕士|博士|研究生|专科|中专)")
"""In a CV what one is by rank has no body."""
_BACK = 400
"""How far back, in code points, such a body is looked for."""
_FITTING: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(f"(?:{role})$"), re.compile(f"(?:{kinds})$"))
    for role, kinds in (
        (
            "(?<!党支部)(?<!党委)主任",
            "保护区|景区|风景区|公园|陵园|少年宫|文化宫|开发区|经开区|高新区|新区|度假区|产业园|工业园|园区|公证处|信用社|水库|灌区|事务所",
        ),
        ("党工委书记", "开发区|经开区|高新区|新区|度假区|园区|街道"),
        ("总经理|董事长|经理", "油田|机场|景区|公园|电厂|水厂|煤矿|[厂矿]|农商行|酒店|宾馆|商场|超市|农场|茶场|度假区"),
        ("监区长", "监狱"),
        ("政委|政治委员|教导员|指导员|参谋长", "旅|团|师|营|连|某部|监狱|支队|大队|中队|救援站|派出所|戒毒所|军分区"),
        ("团长", "(?<!集)团"),
        ("总监", "卫视|频道|电台|电视台|广播"),
        ("总工|(?<!监理)工程师|高工|技术员|农艺师|畜牧师|兽医师?", "厂|矿|站|[农林茶畜牧渔]场|公司|集团|设计院|研究院|研究所|水库|管理[处所]|中心|项目部|段"),
        ("医师|护师|技师|药师", "医院|卫生院|卫生室|中心|保健院|[内外儿骨眼产]科|感染科|急诊科|检验科|医学科"),
    )
)


def topical(role: str, state: State, at: int) -> str | None:
    """The last body named before offset `at`, in this paragraph or those right before, of the kind that has such a post."""
    kinds = next((kinds for pattern, kinds in _FITTING if pattern.search(role)), None)
    if kinds is None or _CV.search(state.article.text, state.article.text.rfind("\n", 0, at) + 1, at):
        return None
    named = reversed(named_between(state, max(0, at - _BACK), at))
    return next((name for name in named if kinds.search(name) and not is_guest(name, state)), None)
