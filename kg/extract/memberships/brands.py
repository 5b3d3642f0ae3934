"""Bodies that go by a name no word of kind ends: brands before the titles of companies, quoted names of groups.

    华为|总裁A, 宏图精密|财务总监A · no brand: 年轻|董事长, 销售|总经理 · “绿色潇湘”|项目主管A
"""

from __future__ import annotations

import re

import rjieba

from kg.annotate import regions
from kg.annotate.boundaries import behind_cut
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention

__all__ = ["branded", "gathered", "is_occasion", "quoted", "works"]

_CORPORATE = re.compile(
    "(?:董事长|董事局主席|总裁|总经理|执行董事|创始人|总干事|[财技运营产品市]{2}[务术营销品场]?总监|财务总监|首席[\u4e00-\u9fff]{2,4}官|C[EFTOI]O|董秘|董事会秘书)(?:助理)?$"
)
"""Titles that only a company has."""
_STUDIES = re.compile("(?:分析师|研究员|策略师|经济学家)$")
_HOUSE = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?<!地产)(?<!房产)(?<!行业)(?<!市场)(?<!财经)(?<!金融)(?<!经济)(?<!宏观)"
    "(?:资讯|(?<![联某])网|咨询|(?<!大)数据|财富|智库|国际|评级|期货|证券|基金|研究)$"
)
"""Who studies a market, and what the houses are called that employ him: 广西糖网|首席分析师."""
_NO_BRAND = re.compile(
    "^(?:公司|集团|企业|民企|国企|央企|民营|私营|外资|合资|上市|家族|年轻|青年|女|男|美女|外籍|华人|华裔|中方|外方|日方|美方|港方|双方|甲方|乙方|"
    "著名|知名|[一二三四五六七八九十两几多][家位名个]|大区|区域|片区|中国区|亚太|全球|大中华区|本届|职业|代职|专职|全职|非执行|股东|公司级|系统|平台|上述|涉事|涉案|该企)|"
    "(?:[民国央外私]企|[一几某两]家.*|企业|公司|集团|分公司|部门|销售|营销|市场|生产|技术|财务|人事|行政|客户|客房|餐饮|采购|运营|工程|物业|项目|门店|区|大区|业务|战略|投资|品牌|渠道|行业|同行|老总|老板|家|职务|岗位|"
    "位|名|个|届|任|时|后|前|人|级|年|月|日|原|担任|就任|先生|女士|同志|博士|教授|院士|主席|书记)$"
)
"""Words that stand before such a title and name no company."""
_IN_NONE = re.compile("[为任兼由将对的了]|委托|收到|聘|代表|董事会|股东会|监事会|公告|辞去|提名|选举|欢迎|祝贺|感谢|会见|邀请|陪同|接待")
"""What no brand holds."""
_WORD = re.compile("[\u4e00-\u9fffA-Za-z0-9（）]{2,10}$")
_KIND = re.compile(
    "[\u4e00-\u9fff]{0,8}?(?:龙头|骨干|民营|上市|[知著]名|高新技术|外贸|重点|当地|本土|入驻|参会|参展|会员|成员|试点|帮扶|共建)(?:企业|公司)(?=[\u4e00-\u9fff]{2})"
)
"""龙头企业|金穗粮油: what the company is."""
_NOT_IN = frozenset("pcuyed")
"""Kinds of words that no brand ends with or holds."""


def branded(passage: Passage, role: RoleMention, low: int) -> tuple[int, int] | None:
    """The company before the title that goes by its brand alone, as `(start, end)`; None where none stands there."""
    text, end = passage.text, role.start
    studies = _STUDIES.search(role.text) and _HOUSE.search(text, low, end)
    if not (_CORPORATE.search(role.text) or studies) or end - low < 2:
        return None
    start = behind_cut(passage, low, end)
    kind = _KIND.match(text, start, end)
    start = kind.end() if kind else start
    name = text[start:end]
    if not _WORD.fullmatch(name) or _NO_BRAND.search(name) or _IN_NONE.search(name) or (start > low and text[start - 1] in "一这那"):
        return None
    words = rjieba.tag(name, False)
    plain = all(tag[0] not in _NOT_IN for _, tag in words) and not (len(words) == 1 and words[0][1] in ("v", "a", "d", "t", "f", "s", "b", "m"))
    return (start, end) if plain and not regions.candidates(name) else None


def is_occasion(text: str, low: int, end: int) -> bool:
    """发布会|前，总经理A…, 签约仪式|前: does an ordinary word, of what one does or holds, stand before 前?"""
    word, tag = (rjieba.tag(text[low:end], False) or [("", "x")])[-1]
    plain = tag in ("n", "v", "vn", "t", "an") and (len(word) == end - low or word.endswith(_OCCASIONS))
    return plain and len(word) > 1


_OCCASIONS = tuple("会 会议 仪式 典礼 晚宴 论坛 峰会 疫情 危机 谈判 活动 比赛 决赛 战争 事件 事故 灾害 地震 午饭 晚饭 春节 国庆".split())


_WORKS = re.compile("(?:工程|项目|计划)$")
_OF_WORKS = re.compile("(?:技术|高级|首席|总)?顾问$|总设计师$|总指挥$|首席科学家$|首席专家$|总监理$")


def works(passage: Passage, role: RoleMention, low: int, end: int) -> tuple[RoleMention, int, int] | None:
    """岗南水库除险加固工程|技术顾问: the works that one advises or leads."""
    if passage.text[end : role.start] not in ("", "的") or end - low < 6 or not _OF_WORKS.search(role.text) or not _WORKS.search(passage.text, low, end):
        return None
    start = behind_cut(passage, low, end)
    return (role, start, end) if end - start >= 6 and _WHOLE.fullmatch(passage.text, start, end) else None


_QUOTED = re.compile("“([\u4e00-\u9fffA-Za-z0-9·]{2,12})”$")
_OF_GROUP = re.compile("(?:主管|主任|经理|干事|理事长|秘书长|队长|会长|发起人|创始人|负责人|站长|团长|领队|社长|理事|总监|协调员|项目官员|志愿者)$")


_GATHERING = re.compile("(?:论坛|俱乐部|沙龙|智库|峰会|同学会|读书会|联谊会|同乡会)$")
_OF_GATHERING = re.compile("(?:理事长?|主席|秘书长|创始人|发起人|会长|成员|委员|顾问|主任|研究员|院长|总干事)$")


def gathered(passage: Passage, role: RoleMention, low: int) -> tuple[int, int] | None:
    """亚布力中国企业家论坛|理事长: the forum or club before the title of one who runs it."""
    if role.start - low < 4 or not _GATHERING.search(passage.text, low, role.start) or not _OF_GATHERING.search(role.text):
        return None
    start = behind_cut(passage, low, role.start)
    return (start, role.start) if role.start - start >= 4 and _WHOLE.fullmatch(passage.text, start, role.start) else None


_WHOLE = re.compile("(?![本首上]届|此次|[本该此这]|第)[\u4e00-\u9fffA-Za-z0-9“”]+")


def quoted(passage: Passage, role: RoleMention, floor: int) -> tuple[int, int] | None:
    """“绿色潇湘”|项目主管: the group whose name stands in quotes right before the title."""
    found = _QUOTED.search(passage.text, max(floor, role.start - 14), role.start) if _OF_GROUP.search(role.text) else None
    return found.span() if found else None
