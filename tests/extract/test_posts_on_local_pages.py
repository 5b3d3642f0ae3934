"""Posts as pages of local government and of foreign affairs print them: terms of office, embassies, courts, states by one character."""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

_CASES: list[tuple[str, str, set[str], str, set[str]]] = [
    (
        "the term of office between body and title",
        "陆文清当选为湖北省田径协会第六届会长，市工商联第八届主席程立民到会。叶知秋当选为第九届黄冈羽协主席。",
        {"陆文清 会长 湖北省田径协会 appointed", "程立民 主席 市工商联 current", "叶知秋 主席 黄冈羽协 appointed"},
        "湖北省田径协会召开第六届会员代表大会，第八届运动会闭幕。",
        set(),
    ),
    (
        "the embassy just named",
        "中国驻智利大使馆举行招待会。大使陆文清致辞，使馆临时代办程立民到会。",
        {"陆文清 大使 中国驻智利大使馆 current", "程立民 临时代办 中国驻智利大使馆 current"},
        "旅游推广大使陆文清致辞。",
        set(),
    ),
    (
        "a court by its short name in a text that has named another city",
        "原黄冈市委常委程立民受贿一案在宜昌市中级人民法院受审。市中院院长陆文清担任审判长。",
        {"程立民 常委 黄冈市委 former", "陆文清 院长 宜昌市中级人民法院 current", "陆文清 审判长 宜昌市中级人民法院 current"},
        "黄冈市召开会议。市中院院长陆文清到会。",
        {"陆文清 院长 黄冈市中院 current"},
    ),
    (
        "a state by one character that the text has named",
        "菲律宾代表团来访。菲副总统莎丽娜致辞。",
        {"莎丽娜 副总统 菲律宾 current"},
        "新加坡举行大选。新总理上任。",
        set(),
    ),
    (
        "states by their full names, ministries of several fields; none of them lends its name to ours",
        "应法国欧洲和外交部长勒德安邀请，外交部长陆文清会见法兰西共和国总理卡斯泰。",
        {"勒德安 部长 法国欧洲和外交部 current", "陆文清 部长 外交部 current", "卡斯泰 总理 法兰西共和国 current"},
        "中华人民共和国成立时的总理府仍在。",
        set(),
    ),
    (
        "a candidate holds no post yet",
        "会议确定陆文清为市文化局局长。",
        {"陆文清 局长 市文化局 appointed"},
        "会议确定陆文清同志为市文化局局长拟任人选。国务院关于批准任命东风公司总经理的文件。",
        set(),
    ),
    (
        "a name before 正在 and a day; one before a case",
        "市新闻办主任陆启正在28日的会上说。法院审理了规划局原局长程立民腐败案。",
        {"陆启正 主任 市新闻办 current", "程立民 局长 规划局 former"},
        "市新闻办正在28日的会场布展。",
        set(),
    ),
    (
        "a rank before the post, a department behind another of the same committee",
        "陆文清调任正部级的湖北省委副书记。程立民曾任汉钢党委宣传部长、组织部长。",
        {"陆文清 副书记 湖北省委 appointed", "程立民 部长 汉钢党委宣传部 former", "程立民 部长 汉钢党委组织部 former"},
        "他是副厅级的干部。",
        set(),
    ),
    (
        "who stood before the link behind 当时; whence a guest is makes no province",
        "台湾艺术大学教授叶知秋、湖北省美协主席陆文清到会。省台办副主任程立民讲话。",
        {"叶知秋 教授 台湾艺术大学 current", "陆文清 主席 湖北省美协 current", "程立民 副主任 湖北省台办 current"},
        "当时没有人任区长。",
        set(),
    ),
]


@pytest.mark.parametrize(("what", "text", "posts", "other", "none"), _CASES, ids=[case[0] for case in _CASES])
def test_posts_on_local_pages(what: str, text: str, posts: set[str], other: str, none: set[str]) -> None:
    assert lines(text, host=None) == posts
    assert lines(other, host=None) == none
