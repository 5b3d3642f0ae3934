"""Bodies of every kind before a title, and as what a bare title points to; each with a text that looks alike and is another thing."""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

ROWS = [
    # construct, text, what it gives, a text that looks alike, what that gives
    (
        "a company by its brand, before a title that only companies have",
        "海晟董事长叶知秋到场。他会见了飞鹭副总裁何光。陆文清任北新建材总经理。",
        {"叶知秋 董事长 海晟 current", "何光 副总裁 飞鹭 current", "陆文清 总经理 北新建材 appointed"},
        "年轻董事长叶知秋到场。当地一家民企总裁何光缺席。因公务书面委托董事长陆文清表决。",
        set(),
    ),
    (
        "a design institute beside another body, and the school of an association of its own",
        "柳河航道局局长叶知秋、荆楚设计院总工程师何光到会。江陵职业学院校友会随后换届，校长陆文清致辞。",
        {"叶知秋 局长 柳河航道局 current", "何光 总工程师 荆楚设计院 current", "陆文清 校长 江陵职业学院 current"},
        "柳河航道局局长叶知秋、财务科科长何光到会。",
        {"叶知秋 局长 柳河航道局 current", "何光 科长 柳河航道局财务科 current"},
    ),
    (
        "a group by its quoted name",
        "“清水行动”项目主管叶知秋说，志愿者有三百人。",
        {"叶知秋 项目主管 “清水行动” current"},
        "他说起“清水行动”，项目主管叶知秋笑了。",
        set(),
    ),
    (
        "a branch with the company's name before its place",
        "江东人寿南阳支公司推出新险种。经理叶知秋到场。浦发银行长沙分行副行长何光到场。",
        {"叶知秋 经理 江东人寿南阳支公司 current", "何光 副行长 浦发银行长沙分行 current"},
        "行长沙立人到场。",
        set(),
    ),
    (
        "railway sections, prisons, regiments, teaching points, theatres",
        "柳河车务段党委书记叶知秋、赤岭监狱六监区监区长何光、某高炮旅政委陆文清、石门坎教学点教师周望、江城少年宫主任方立言到场。",
        {
            "叶知秋 党委书记 柳河车务段 current",
            "何光 监区长 赤岭监狱六监区 current",
            "陆文清 政委 某高炮旅 current",
            "周望 教师 石门坎教学点 current",
            "方立言 主任 江城少年宫 current",
        },
        "退役军人叶知秋到场。旅游局局长何光缺席。",
        {"何光 局长 旅游局 current"},
    ),
    (
        "verbs and adverbs that names hold",
        "江岸高速管理处处长叶知秋、刘少奇同志纪念馆馆长何光、中心寄宿学校校长陆文清、县老科协会长周望、经开区管委会主任方立言到场。",
        {
            "叶知秋 处长 江岸高速管理处 current",
            "何光 馆长 刘少奇同志纪念馆 current",
            "陆文清 校长 中心寄宿学校 current",
            "周望 会长 县老科协 current",
            "方立言 主任 经开区管委会 current",
        },
        "高速发展的江岸公司经理叶知秋到场。",
        {"叶知秋 经理 江岸公司 current"},
    ),
    (
        "a village behind 了 and 的",
        "记者见到了白马村主任叶知秋，一旁的青石村支书何光补充说。",
        {"叶知秋 村主任 白马村 current", "何光 村支书 青石村 current"},
        "他找到了村支书叶知秋。",
        set(),
    ),
    (
        "任 behind a name, which the segmenter joins to a word",
        "孙德胜任气象台台长。林志勇任陆军某旅政委。",
        {"孙德胜 台长 气象台 appointed", "林志勇 政委 陆军某旅 appointed"},
        "任丘市财政局局长叶知秋到场。",
        {"叶知秋 局长 任丘市财政局 current"},
    ),
    (
        "a bare title of a company that the text names by its short name",
        "江楚证券公告称，公司拟发行债券。总裁叶知秋到场。",
        {"叶知秋 总裁 江楚证券 current"},
        "农资公司备足了化肥。经理叶知秋到场。",
        {"叶知秋 经理 农资公司 current"},
    ),
    (
        "a bare title of what is no office: a section, a park, a reservoir's",
        "柳河车务段加开临客。段长叶知秋到场，党委书记何光带队。\n黄鹤公园免费开放。主任陆文清到场。\n龙潭水库水位上涨。管理所所长周望到场。",
        {
            "叶知秋 段长 柳河车务段 current",
            "何光 党委书记 柳河车务段 current",
            "陆文清 主任 黄鹤公园 current",
            "周望 所长 龙潭水库管理所 current",
        },
        "公园免费开放。主任叶知秋到场。",
        set(),
    ),
    (
        "a bare 行长 is the branch's; a unit is the farm's or the plant's",
        "中国银行城南支行推出贷款。行长叶知秋到场。\n红星农场种稻。生产科科长何光查苗，农场机务科科长陆文清修车。",
        {"叶知秋 行长 中国银行城南支行 current", "何光 科长 红星农场生产科 current", "陆文清 科长 红星农场机务科 current"},
        "江城银行推出贷款。行长叶知秋到场。",
        {"叶知秋 行长 江城银行 current"},
    ),
    (
        "市文联, of whatever 市, and what is of a kind",
        "市文联开会。主席叶知秋到场。",
        {"叶知秋 主席 市文联 current"},
        "县城学校有一千人。校长叶知秋到场。",
        set(),
    ),
    (
        "when it was is no part of the body",
        "昨晚市水务局抢修队队长叶知秋赶到。连日来县疾控中心主任何光吃住在办公室。3月中旬起公司经理陆文清下乡。当场联系州红十字会会长周望。",
        {"叶知秋 队长 市水务局抢修队 current", "何光 主任 县疾控中心 current", "陆文清 经理 公司 current", "周望 会长 州红十字会 current"},
        "山后镇财政所所长叶知秋到场。",
        {"叶知秋 所长 山后镇财政所 current"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("construct", "text", "found", "other", "there"), ROWS, ids=[r[0] for r in ROWS])
def test_bodies(construct: str, text: str, found: set[str], other: str, there: set[str]) -> None:
    assert lines(text, None) >= found
    assert lines(other, None) == there


def test_the_longer_name_of_the_bank_that_speaks() -> None:
    text = "农行丹江支行送贷下乡\n农行丹江县支行放贷。行长叶知秋到场。"
    assert lines(text, None) == {"叶知秋 行长 农行丹江县支行 current"}
