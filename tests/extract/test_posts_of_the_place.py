"""Whose a title is when no body stands before it: the township's, the branch's, the school's, the place's at hand.

Each row has an example and what it gives, and another text with what that gives: the construct looks alike and is another one.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

ROWS = [
    # construct, text, what it gives, a text that looks alike, what that gives
    (
        "Party posts of the township named before",
        "清晨，王屋镇党委书记叶知秋出了门。副书记何光、人大主席陆文清在村口等他。武装部部长苏建华带着民兵。",
        {"叶知秋 党委书记 王屋镇 current", "何光 副书记 王屋镇 current", "陆文清 人大主席 王屋镇 current", "苏建华 部长 王屋镇武装部 current"},
        "清晨，王屋镇下了雨。江源矿业集团召开会议。党委书记叶知秋讲话。",
        {"叶知秋 党委书记 江源矿业集团 current"},
    ),
    (
        "the Party cell of the village named before",
        "白水村换届选举。党支部书记叶知秋主持。",
        {"叶知秋 党支部书记 白水村 current"},
        "白水村通了电。江城县民政局开会。党支部书记叶知秋主持。",
        {"叶知秋 党支部书记 江城县民政局 current"},
    ),
    (
        "the head of a branch",
        "农业银行扶余市支行开展活动。行长叶知秋、客户部经理何光参加。",
        {"叶知秋 行长 农业银行扶余市支行 current", "何光 经理 农业银行扶余市支行客户部 current"},
        "农业银行召开会议。行长叶知秋讲话。",
        {"叶知秋 行长 农业银行 current"},
    ),
    (
        "units beside the office of a 局, not under it",
        "浠水县财政局开会。办公室主任叶知秋、国库股股长何光发言。",
        {"叶知秋 主任 浠水县财政局办公室 current", "何光 股长 浠水县财政局国库股 current"},
        "浠水县委办公室主任叶知秋、秘书科科长何光发言。",
        {"叶知秋 主任 浠水县委办公室 current", "何光 科长 浠水县委办公室秘书科 current"},
    ),
    (
        "当地 and 该市 are the place named last",
        "宁波市与和龙市结对。和龙市教育局局长叶知秋到会。该市财政局局长何光说，钱已到账。桦川县是产粮大县。当地财政局局长陆文清也到会。",
        {"叶知秋 局长 和龙市教育局 current", "何光 局长 和龙市财政局 current", "陆文清 局长 桦川县财政局 current"},
        "桦川县财政局局长叶知秋说，当地财政局职工踊跃捐款。",
        {"叶知秋 局长 桦川县财政局 current"},
    ),
    (
        "a holder between the verb and 局长 is no body",
        "江城县水务局召开会议，免去孟昭辉局长职务。副局长叶知秋主持。",
        {"孟昭辉 局长 江城县水务局 removed", "叶知秋 副局长 江城县水务局 current"},
        "免去叶知秋江城县水务局局长职务。",
        {"叶知秋 局长 江城县水务局 removed"},
    ),
    (
        "案发后 before 局长 is no body",
        "江城县公安局破获一案。案发后局长叶知秋立即部署。",
        {"叶知秋 局长 江城县公安局 current"},
        "江城县善后局局长叶知秋立即部署。",
        {"叶知秋 局长 江城县善后局 current"},
    ),
    (
        "a guest in the title does not speak in the text",
        "江城县商业银行行长一行来校洽谈\n赣南师范大学校长叶知秋会见。副校长何光参加。",
        {"叶知秋 校长 赣南师范大学 current", "何光 副校长 赣南师范大学 current"},
        "赣南师范大学召开会议\n校长叶知秋讲话。副校长何光参加。",
        {"叶知秋 校长 赣南师范大学 current", "何光 副校长 赣南师范大学 current"},
    ),
    (
        "the custom house and its head",
        "满洲里海关查获走私皮张。关长叶知秋、缉私局局长何光参加。",
        {"叶知秋 关长 满洲里海关 current", "何光 局长 满洲里海关缉私局 current"},
        "江城县公安局查获走私皮张。局长叶知秋参加。",
        {"叶知秋 局长 江城县公安局 current"},
    ),
    (
        "a 县 that no table holds, behind 中共 or in the title of a decree",
        "省委巡视组向中共临桥县委反馈情况。县长叶知秋出席。",
        {"叶知秋 县长 临桥县 current"},
        "县政府召开常务会议。县长叶知秋主持。会议研究了《全国示范县管护办法》。",
        {"叶知秋 县长 县 current"},
    ),
    (
        "a 县 of a longer name that no table holds, right before its head",
        "7月24日，武陵桥口县县长叶知秋查看旱情。副县长何光随同。",
        {"叶知秋 县长 武陵桥口县 current", "何光 副县长 武陵桥口县 current"},
        "会议要求县财政局尽快拨付。会议要求县财政局落实配套。县长叶知秋主持，县委办参加。",
        {"叶知秋 县长 县 current"},
    ),
    (
        "a 省 and a 区 that no table holds",
        "江浦省教师节大会举行，《江浦省人民政府决定》同日公布。副省长叶知秋出席。云桥区政府开会，区长何光主持。",
        {"叶知秋 副省长 江浦省 current", "何光 区长 云桥区 current"},
        "高新区政务服务中心启用。景区管委会开会，区长何光主持。",
        set(),
    ),
    (
        "省 is all that the text has",
        "副省长叶知秋主持会议，省水利厅厅长何光汇报。",
        {"叶知秋 副省长 省 current", "何光 厅长 省水利厅 current"},
        "副省长叶知秋主持会议。",
        set(),
    ),
    (
        "whence one comes is no 县 that the text is about",
        "安桥县召开会议，安桥县委委员到会。县长叶知秋，浙江缙云人，原任市财政局局长。副县长何光主持。",
        {"叶知秋 县长 安桥县 current", "叶知秋 局长 市财政局 former", "何光 副县长 安桥县 current"},
        "缙云县召开会议。县长叶知秋主持，有人提起安桥县委的做法，安桥县委早有文件。",
        {"叶知秋 县长 缙云县 current"},
    ),
    (
        "委员 behind 书记 of a committee is of the committee, whatever 会 the text names",
        "团风县人大常委会开会。叶知秋不再担任团风县委书记、常委、委员职务。",
        {"叶知秋 书记 团风县委 removed", "叶知秋 常委 团风县委 removed", "叶知秋 委员 团风县委 removed"},
        "团风县人大常委会开会，免去叶知秋的团风县人大常委会副主任、委员职务。",
        {"叶知秋 副主任 团风县人大常委会 removed", "叶知秋 委员 团风县人大常委会 removed"},
    ),
    (
        "the group of a 纪委 in a 局, and the posts of that 局",
        "团风县卫生局开会。县纪委驻卫生局纪检组长、局党委委员叶知秋到会，副局长何光主持。",
        {"叶知秋 纪检组长 团风县纪委驻卫生局 current", "叶知秋 党委委员 团风县卫生局 current", "何光 副局长 团风县卫生局 current"},
        "团风县卫生局开会。县纪委副书记叶知秋到会，副局长何光主持。",
        {"叶知秋 副书记 团风县纪委 current", "何光 副局长 团风县卫生局 current"},
    ),
]


@pytest.mark.parametrize(("construct", "text", "gives", "other", "other_gives"), ROWS, ids=[row[0] for row in ROWS])
def test_posts_of_the_place(construct: str, text: str, gives: set[str], other: str, other_gives: set[str]) -> None:
    assert lines(text, None) == gives, construct
    assert lines(other, None) == other_gives, construct
