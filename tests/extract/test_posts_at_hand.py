"""Whose title it is where the body is cut short, pointed to, or stands behind a word that is no part of it.

Each row has an example and what it gives, and another text with what that gives: the construct looks alike and is another one.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

ROWS = [
    # construct, text, what it gives, a text that looks alike, what that gives
    (
        "townships whose names open as a preposition does, behind a bracket, or hold 道",
        "【9时】同大镇镇长叶知秋赶到。向阳镇营梁村第一书记何光到场。江城县六道河镇受灾，镇长陆文清到场。",
        {"叶知秋 镇长 同大镇 current", "何光 第一书记 向阳镇营梁村 current", "陆文清 镇长 六道河镇 current"},
        "江城县龙泉镇受灾。何光对镇党委书记叶知秋、镇长陆文清说，钱已分配龙泉镇。",
        {"叶知秋 党委书记 龙泉镇 current", "陆文清 镇长 龙泉镇 current"},
    ),
    (
        "what a village is like is no name of one",
        "白水村开会。这笔钱用来补齐薄弱村短板，扶持老区村、帮扶村。村主任叶知秋到场。",
        {"叶知秋 村主任 白水村 current"},
        "白水村开会，老鹰村派了人。村主任叶知秋到场。",
        {"叶知秋 村主任 老鹰村 current"},
    ),
    (
        "a verb before 县 makes no county",
        "我县举行面试，县财政局局长叶知秋到场。参加县文化局面试的有7人。县人事局局长何光说，参加县公开选拔的共54人。",
        {"叶知秋 局长 县财政局 current", "何光 局长 县人事局 current"},
        "江阳县举行面试，县财政局局长叶知秋到场。江阳县委派人参加。",
        {"叶知秋 局长 江阳县财政局 current"},
    ),
    (
        "one of several 区 of the name",
        "政协鼓楼区第十一届委员会开会。区政协主席叶知秋到场，副区长何光应邀到会。",
        {"叶知秋 主席 鼓楼区政协 current", "何光 副区长 鼓楼区 current"},
        "政协开发区联络处开会。区财政局局长何光到会。",
        {"何光 局长 区财政局 current"},
    ),
    (
        "a zone by its kind alone, and its 管委会",
        "临江新区与客商签约。新区党工委书记叶知秋，管委会副主任何光到场。园区管委会主任周望缺席。新区财政局局长陆文清代表临江新区签字。",
        {"叶知秋 党工委书记 临江新区 current", "何光 副主任 临江新区管委会 current", "周望 主任 园区管委会 current", "陆文清 局长 临江新区财政局 current"},
        "加快推进新区建设。新区党工委书记叶知秋到场。",
        {"叶知秋 党工委书记 新区 current"},
    ),
    (
        "该局 is the one that the paragraph names last",
        "黄岩区水利局开会。随后走访了长潭水库管理局，该局副局长叶知秋汇报。",
        {"叶知秋 副局长 长潭水库管理局 current"},
        "宜昌市人社局介绍情况。该局就业服务中心主任叶知秋到场。",
        {"叶知秋 主任 宜昌市人社局就业服务中心 current"},
    ),
    (
        "该指挥部",
        "缺口由宜昌市援川前线指挥部解决，该指挥部副指挥长叶知秋已签字。",
        {"叶知秋 副指挥长 宜昌市援川前线指挥部 current"},
        "该前线指挥部已撤。",
        set(),
    ),
    (
        "offices whose names hold the end of another body's",
        "宜昌市社保局局长叶知秋到会。宜昌市文广新局局长何光到会。宜昌市场站管理局局长陆文清到会。",
        {"叶知秋 局长 宜昌市社保局 current", "何光 局长 宜昌市文广新局 current", "陆文清 局长 宜昌市场站管理局 current"},
        "宜昌市新局局长会议。",
        set(),
    ),
    (
        "a branch keeps the company before its place",
        "江海产险宜昌中心支公司经理叶知秋到场。",
        {"叶知秋 经理 江海产险宜昌中心支公司 current"},
        "走访江海产险，宜昌中心支公司经理叶知秋到场。",
        {"叶知秋 经理 宜昌中心支公司 current"},
    ),
    (
        "对话, an interview's headline, is no part of the body; 驻地部队 is not stationed in 地",
        "——对话宜昌市环保局局长叶知秋",
        {"叶知秋 局长 宜昌市环保局 current"},
        "宜昌市委书记何光到场，驻地部队政委叶知秋列席。",
        {"何光 书记 宜昌市委 current", "叶知秋 政委 驻地部队 current"},
    ),
    (
        "the committee of a township is in the role, that of a county a body",
        "龙泉镇党委宣传委员叶知秋到场。",
        {"叶知秋 党委宣传委员 龙泉镇 current"},
        "江城县委宣传委员叶知秋到场。",
        {"叶知秋 宣传委员 江城县委 current"},
    ),
    (
        "one who is retired holds the post no more",
        "宜昌市自来水厂退休工人叶知秋到场。宜昌市审计局退休调研员何光到场。",
        {"叶知秋 工人 宜昌市自来水厂 former", "何光 调研员 宜昌市审计局 former"},
        "宜昌市财政局离退休干部处处长叶知秋到场。",
        {"叶知秋 处长 宜昌市财政局离退休干部处 current"},
    ),
    (
        "原 ends an office of a year gone by, not one of this year",
        "江城县水利局原局长叶知秋被查。叶知秋2012年3月出任江城县水利局局长。",
        {"叶知秋 局长 江城县水利局 former"},
        "江城县水利局原副局长叶知秋升职。2021年6月，叶知秋任江城县水利局局长。",
        {"叶知秋 副局长 江城县水利局 former", "叶知秋 局长 江城县水利局 appointed"},
    ),
    (
        "the 院 of 院士 is no body; 总务处 is a school's",
        "江城中学开课，中国工程院院士何光到场。总务处主任叶知秋汇报。",
        {"叶知秋 主任 江城中学总务处 current", "何光 院士 中国工程院 current"},
        "江城县教育局总务处主任何光到场。",
        {"何光 主任 江城县教育局总务处 current"},
    ),
    (
        "监察局 beside the county's 纪委",
        "江城县纪委副书记、监察局局长叶知秋到场。",
        {"叶知秋 局长 江城县监察局 current"},
        "监察局局长叶知秋到场。",
        {"叶知秋 局长 监察局 current"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("construct", "text", "found", "other", "there"), ROWS, ids=[r[0] for r in ROWS])
def test_at_hand(construct: str, text: str, found: set[str], other: str, there: set[str]) -> None:
    assert lines(text, None) >= found
    assert lines(other, None) == there


SPOKEN = [
    # text, host, what it gives
    ("时任基建处处长叶知秋到场。", "江城师范学院委员会", "叶知秋 处长 江城师范学院基建处 former"),
    ("叶知秋曾任学校林学院院长。", "江城农业大学", "叶知秋 院长 江城农业大学林学院 former"),
]


@pytest.mark.parametrize(("text", "host", "found"), SPOKEN)
def test_units_of_the_school_that_speaks(text: str, host: str, found: str) -> None:
    assert lines(text, host) == {found}
