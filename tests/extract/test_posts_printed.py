"""Posts as printed pages give them: lives in dated lines, bodies behind prepositions and verbs, titles in quotes, honours before a name.

Each row has an example and exactly what it gives, and another text with exactly what that gives.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

PRINTED = [
    # construct, text, what it gives, a counterpart, what that gives
    (
        "a name that heads dated lines, the years alone",
        "陆文清同志简历\n1982—1985年 黄冈纺织厂工人\n1985-1990年 黄冈纺织厂厂长",
        {"陆文清 工人 黄冈纺织厂 former", "陆文清 厂长 黄冈纺织厂 former"},
        "陆文清\n1998年3月12日，黄冈市召开会议，黄冈市财政局局长叶知秋讲话。\n1974-1975年，全市造林，市林业局局长程立民说。",
        {"叶知秋 局长 黄冈市财政局 current", "程立民 局长 黄冈市林业局 current"},
    ),
    (
        "a paragraph that goes on with the life of the line before",
        "陆文清，1960年12月生，湖北黄冈人。\n1982年毕业于武汉大学。现任黄冈市财政局局长。",
        {"陆文清 局长 黄冈市财政局 current"},
        "陆文清，1960年12月生，湖北黄冈人。\n1982年，现任黄冈市财政局局长叶知秋回到家乡。",
        {"叶知秋 局长 黄冈市财政局 current"},
    ),
    (
        "a school is no 小 and surname; where one was sent",
        "陆文清，男，1961年生。1998年9月，分配到三里小学任校长；2002年，下派三里镇任副镇长（其间，挂职黄冈市财政局科长）。",
        {"陆文清 校长 三里小学 former", "陆文清 副镇长 三里镇 appointed", "陆文清 科长 黄冈市财政局 current"},
        "陆文清的徒弟小叶任三里林场场长。",
        set(),
    ),
    (
        "prepositions and verbs before 市 and 省 begin no name of a place",
        "按照市卫生局部署，市人大副主任陆文清到场。",
        {"陆文清 副主任 市人大 current"},
        "宣河市卫生局部署，宣河市召开会议，市人大副主任陆文清到场。",
        {"陆文清 副主任 宣河市人大 current"},
    ),
    (
        "those who are there, told off behind 有; what was said at a meeting",
        "出席会议的领导有省委副书记陆文清。会上市委党校叶知秋教授讲课。",
        {"陆文清 副书记 省委 current", "叶知秋 教授 市委党校 current"},
        "有色金属集团董事长陆文清到会。",
        {"陆文清 董事长 有色金属集团 current"},
    ),
    (
        "whose name stands before the body that is left",
        "免去陆文清江钢集团党委书记职务。任命叶知秋为江钢集团董事长。",
        {"陆文清 党委书记 江钢集团 removed", "叶知秋 董事长 江钢集团 appointed"},
        "免去黄冈学院院长陆文清职务。",
        {"陆文清 院长 黄冈学院 removed"},
    ),
    (
        "及 before the posts in a second body that are taken away",
        "免去陆文清同志的黄冈控股集团董事长、总经理及兴业控股集团党委书记职务。",
        {"陆文清 董事长 黄冈控股集团 removed", "陆文清 总经理 黄冈控股集团 removed", "陆文清 党委书记 兴业控股集团 removed"},
        "黄冈控股集团总经理陆文清及兴业控股集团党委书记叶知秋到会。",
        {"陆文清 总经理 黄冈控股集团 current", "叶知秋 党委书记 兴业控股集团 current"},
    ),
    (
        "a place in a company's name with nothing but its kind behind it",
        "芬域香港有限公司董事长陆文清到会。",
        {"陆文清 董事长 芬域香港有限公司 current"},
        "芬域、北京燃气有限公司董事长陆文清到会。",
        {"陆文清 董事长 北京燃气有限公司 current"},
    ),
    (
        "a forum and a club have their officers",
        "江海银行创始人、董事长、东湖企业家论坛理事长陆文清到会。",
        {"陆文清 创始人 江海银行 current", "陆文清 董事长 江海银行 current", "陆文清 理事长 东湖企业家论坛 current"},
        "本次论坛主席由大家轮流担任。论坛主席陆文清致辞。",
        set(),
    ),
    (
        "a title in quotes",
        "梨树沟村驻村“第一书记”陆文清说。",
        {"陆文清 驻村第一书记 梨树沟村 current"},
        "各村“第一书记”要抓好落实，陆文清说。",
        set(),
    ),
    (
        "honours between title and name",
        "黄冈学院副院长、国家杰出青年基金获得者、省级教学名师陆文清到会。",
        {"陆文清 副院长 黄冈学院 current"},
        "黄冈市文化馆馆长、剪纸技艺传承人等到会。",
        set(),
    ),
    (
        "原 before a title that holds its holder",
        "原黄冈学院陆文清副院长到会。",
        {"陆文清 副院长 黄冈学院 former"},
        "黄冈学院陆文清副院长到会。",
        {"陆文清 副院长 黄冈学院 current"},
    ),
    (
        "who else came, not by name",
        "团风县县长陆文清及县农业、果业等部门负责人参加。",
        {"陆文清 县长 团风县 current"},
        "团风县副县长陆文清及叶知秋参加。",
        {"陆文清 副县长 团风县 current", "叶知秋 副县长 团风县 current"},
    ),
    (
        "three posts of the past, one after the other",
        "黄冈市政协原副主席，黄冈市林业局原局长，黄冈学院原院长陆文清同志逝世。",
        {"陆文清 副主席 黄冈市政协 former", "陆文清 局长 黄冈市林业局 former", "陆文清 院长 黄冈学院 former"},
        "黄冈市政协副主席到会，黄冈学院院长陆文清讲话。",
        {"陆文清 院长 黄冈学院 current"},
    ),
    (
        "the 处 of a school stand beside its mass bodies",
        "黄冈学院关工委秘书长、离退休处处长陆文清到会。",
        {"陆文清 秘书长 黄冈学院关工委 current", "陆文清 处长 黄冈学院离退休处 current"},
        "黄冈市林业局秘书长、造林科科长陆文清到会。",
        {"陆文清 秘书长 黄冈市林业局 current", "陆文清 科长 黄冈市林业局造林科 current"},
    ),
    (
        "the one whose post was just told, by its noun",
        "三里镇三里村党支部书记陆文清到会。陆文清书记讲话。",
        {"陆文清 党支部书记 三里镇三里村 current"},
        "三里镇开会。陆文清书记讲话。",
        {"陆文清 书记 三里镇 current"},
    ),
]


@pytest.mark.parametrize(("construct", "text", "found", "other", "there"), PRINTED, ids=[row[0] for row in PRINTED])
def test_printed(construct: str, text: str, found: set[str], other: str, there: set[str]) -> None:
    """Each construct gives exactly its posts, and so does its counterpart."""
    assert lines(text, host=None) == found
    assert lines(other, host=None) == there
