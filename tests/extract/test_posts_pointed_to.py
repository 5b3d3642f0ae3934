"""Whose a title is where the clause tells it: what was named last there, what someone runs, leads or was sent by.

Each row has an example and what it gives, and another text with what that gives: the construct looks alike and is another one.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

ROWS = [
    # construct, text, what it gives, a text that looks alike, what that gives
    (
        "the body of the title's kind that the sentence names last",
        "宜昌市水利局开会。白水镇中心卫生院只有9名职工，院长叶知秋说。",
        {"叶知秋 院长 白水镇中心卫生院 current"},
        "财政部农业司开会。调研组看了江城粮油公司，司长叶知秋说。宜昌市水利局着眼水利格局，局长何光说。",
        {"叶知秋 司长 财政部农业司 current", "何光 局长 宜昌市水利局 current"},
    ),
    (
        "whose work it is that a deputy runs",
        "宜昌市委开会。目前市水利局工作暂由党组副书记叶知秋主持。",
        {"叶知秋 党组副书记 宜昌市水利局 current"},
        "宜昌市水利局党组书记何光到会，会议由党组副书记叶知秋主持。",
        {"何光 党组书记 宜昌市水利局 current", "叶知秋 党组副书记 宜昌市水利局 current"},
    ),
    (
        "the team that stands behind its head",
        "由宜昌市副市长叶知秋任团长的宜昌代表团到会。",
        {"叶知秋 团长 宜昌代表团 appointed", "叶知秋 副市长 宜昌市 current"},
        "现任宜昌市图书馆馆长的叶知秋受聘担任专家组组长。",
        {"叶知秋 馆长 宜昌市图书馆 current", "叶知秋 组长 专家组 appointed"},
    ),
    (
        "who was sent to a township, and who serves a village",
        "江城县水利局派驻东柳乡的技术员叶知秋到场。",
        {"叶知秋 技术员 江城县水利局 current"},
        "白水村开会，江城县水利局派驻该村的第一书记叶知秋到场。",
        {"叶知秋 第一书记 白水村 current"},
    ),
    (
        "offices that a township has",
        "江城县财政局查账。白水镇镇长何光作了检讨，民政办主任叶知秋也作了检讨。",
        {"何光 镇长 白水镇 current", "叶知秋 主任 白水镇民政办 current"},
        "江城县财政局查账，江城县民政办主任叶知秋到场。",
        {"叶知秋 主任 江城县民政办 current"},
    ),
    (
        "where the staff are met",
        "在江城县白水镇监测站，防疫员叶知秋递上登记簿。",
        {"叶知秋 防疫员 江城县白水镇监测站 current"},
        "在江城县白水镇大街上，老人叶知秋递上一碗水。",
        set(),
    ),
    (
        "该校, 该行, 该办: the body of the kind, by whatever longer name",
        "何光到江城师范学院看望，该校教务处处长叶知秋到场。领导小组设在宜昌市法制办公室，由该办主任陆文清牵头。",
        {"叶知秋 处长 江城师范学院教务处 current", "陆文清 主任 宜昌市法制办公室 current"},
        "会议由该办主任叶知秋主持。",
        set(),
    ),
    (
        "a grain depot is a body, 库主任 its head",
        "江城粮库开门收粮。库主任叶知秋说，在滨江直属库，主任何光也忙。",
        {"叶知秋 主任 江城粮库 current", "何光 主任 滨江直属库 current"},
        "专家入库，主任叶知秋到场。",
        set(),
    ),
    (
        "举办 and 承办 end no body, nor does 现场",
        "宜昌举办培训，江城县水利局副局长叶知秋授课。承办法官何光、现场负责人陆文清到场。",
        {"叶知秋 副局长 江城县水利局 current"},
        "江城县防汛办主任叶知秋到场。江城县振兴办主任何光到场。",
        {"叶知秋 主任 江城县防汛办 current", "何光 主任 江城县振兴办 current"},
    ),
    (
        "words that no body's name begins with",
        "督察组约谈宜昌市政府，又约谈市政府分管副市长叶知秋。车上有江城县审计局科长何光。",
        {"叶知秋 副市长 宜昌市 current", "何光 科长 江城县审计局 current"},
        "宜昌市有色金属公司经理叶知秋到场。",
        {"叶知秋 经理 宜昌市有色金属公司 current"},
    ),
    (
        "代县长 names no 代县",
        "江城县委副书记、代县长叶知秋出席，县委常委、副县长何光主持。",
        {"叶知秋 副书记 江城县委 current", "叶知秋 代县长 江城县 acting", "何光 常委 江城县委 current", "何光 副县长 江城县 current"},
        "代县县长叶知秋出席。",
        {"叶知秋 县长 代县 current"},
    ),
    (
        "the committees of a court are bodies",
        "任命叶知秋为宜昌市人民检察院检察委员会委员。",
        {"叶知秋 委员 宜昌市人民检察院检察委员会 appointed"},
        "宜昌市人民检察院检察员叶知秋出庭。",
        {"叶知秋 检察员 宜昌市人民检察院 current"},
    ),
    (
        "the elected are of the body that elects, not of where they come from",
        "江城商会换届。会议增补滨江集团公司总经理叶知秋为副会长，聘请江阳商会会长何光为名誉会长。",
        {"叶知秋 副会长 江城商会 appointed", "何光 名誉会长 江城商会 appointed", "叶知秋 总经理 滨江集团公司 current"},
        "会议决定聘请何光为江阳商会名誉会长。",
        {"何光 名誉会长 江阳商会 appointed"},
    ),
    (
        "bodies of a kind are none that a title points to",
        "宜昌市中心医院列入县级以上医院名单。医院开会，副院长叶知秋主持。",
        {"叶知秋 副院长 宜昌市中心医院 current"},
        "宜昌市中心医院开会，副院长叶知秋主持。",
        {"叶知秋 副院长 宜昌市中心医院 current"},
    ),
    (
        "发放 and 收付 are words of a body's name; a vague court is none",
        "江城县财政局开会，县财政局惠农补贴发放中心主任叶知秋汇报。中心主任叶知秋说，账已理清。",
        {"叶知秋 主任 江城县财政局惠农补贴发放中心 current"},
        "宜昌市中级人民法院开会，批评了个别基层法院。院长何光讲话。",
        {"何光 院长 宜昌市中级人民法院 current"},
    ),
    (
        "a department named by 职工, and a member of the staff",
        "宜昌市总工会职工保障部部长叶知秋到场。",
        {"叶知秋 部长 宜昌市总工会职工保障部 current"},
        "宜昌市自来水公司职工叶知秋到场。",
        {"叶知秋 职工 宜昌市自来水公司 current"},
    ),
    (
        "the 地委 that the text names, and names that hold a place's",
        "昌都地委书记何光讲话，地委组织部副部长叶知秋参加。濮阳清芬任宜昌市教育考试院院长。",
        {"何光 书记 昌都地委 current", "叶知秋 副部长 昌都地委组织部 current", "濮阳清芬 院长 宜昌市教育考试院 appointed"},
        "濮阳为农业大市，濮阳市财政局局长叶知秋到场。",
        {"叶知秋 局长 濮阳市财政局 current"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("construct", "text", "found", "other", "there"), ROWS, ids=[r[0] for r in ROWS])
def test_pointed_to(construct: str, text: str, found: set[str], other: str, there: set[str]) -> None:
    assert lines(text, None) >= found
    assert lines(other, None) == there
