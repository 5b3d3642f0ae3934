"""Posts that go from one to another, or are told off in order; bodies beside persons, works, campuses, sessions and brands.

Each row has an example and exactly what it gives, and another text with exactly what that gives.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

HANDED_ON = [
    # construct, text, what it gives, a counterpart, what that gives
    (
        "the post of one who is gone",
        "黄冈市财政局局长陆文清被免职，其职务由副局长叶知秋代理。",
        {"陆文清 局长 黄冈市财政局 removed", "叶知秋 副局长 黄冈市财政局 current", "叶知秋 局长 黄冈市财政局 acting"},
        "黄冈市财政局局长陆文清说，其工作经费由副局长叶知秋审批。",
        {"陆文清 局长 黄冈市财政局 current", "叶知秋 副局长 黄冈市财政局 current"},
    ),
    (
        "the post that is handed on is the one left",
        "原黄冈市教育局局长陆文清改任黄冈市图书馆馆长，其职务由程立民接任。",
        {"陆文清 局长 黄冈市教育局 former", "陆文清 馆长 黄冈市图书馆 appointed", "程立民 局长 黄冈市教育局 appointed"},
        "黄冈市图书馆馆长陆文清生病，该职务暂由程立民兼任。",
        {"陆文清 馆长 黄冈市图书馆 current", "程立民 馆长 黄冈市图书馆 current"},
    ),
    (
        "posts and holders told off in order",
        "黄冈市诗词学会会长、秘书长依次由陆文清、叶知秋担任。",
        {"陆文清 会长 黄冈市诗词学会 current", "叶知秋 秘书长 黄冈市诗词学会 current"},
        "黄冈市诗词学会副会长由陆文清、叶知秋担任。",
        {"陆文清 副会长 黄冈市诗词学会 current", "叶知秋 副会长 黄冈市诗词学会 current"},
    ),
    (
        "the predecessor has a post of his own",
        "黄冈市市长陆文清前任叶知秋现任湖北省水利厅厅长。",
        {"陆文清 市长 黄冈市 current", "叶知秋 厅长 湖北省水利厅 current"},
        "黄冈市市长陆文清现任湖北省水利厅厅长。",
        {"陆文清 市长 黄冈市 current", "陆文清 厅长 湖北省水利厅 current"},
    ),
    (
        "one named behind the opener of the sentence opens a clause of his own",
        "陆文清说，首届监督员中的叶知秋已当选黄冈市政协委员。",
        {"叶知秋 委员 黄冈市政协 appointed"},
        "黄冈市财政局局长陆文清说完，已当选黄冈市政协委员。",
        {"陆文清 局长 黄冈市财政局 current", "陆文清 委员 黄冈市政协 appointed"},
    ),
    (
        "who took over",
        "原校长陆文清回到镇里，接任的叶知秋此前是黄冈市实验小学教师。",
        {"叶知秋 教师 黄冈市实验小学 former"},
        "黄冈市实验小学校长陆文清此前是黄冈市第一小学教师。",
        {"陆文清 校长 黄冈市实验小学 current", "陆文清 教师 黄冈市第一小学 former"},
    ),
    (
        "bare posts in the body whose head a verb gave",
        "黄冈市体育代表团团长由市长陆文清担任，黄冈市体育局局长叶知秋任副团长，程立民兼任秘书长。",
        {
            "陆文清 市长 黄冈市 current", "陆文清 团长 黄冈市体育代表团 current", "叶知秋 局长 黄冈市体育局 current",
            "叶知秋 副团长 黄冈市体育代表团 appointed", "程立民 秘书长 黄冈市体育代表团 current",
        },
        "黄冈市体育代表团团长由市长陆文清担任。叶知秋兼任黄冈市政府秘书长。",
        {"陆文清 市长 黄冈市 current", "陆文清 团长 黄冈市体育代表团 current", "叶知秋 秘书长 黄冈市政府 current"},
    ),
    (
        "a session is no body",
        "黄冈市乡贤参事会一届三次会议增补陆文清为副会长。",
        {"陆文清 副会长 黄冈市乡贤参事会 appointed"},
        "黄冈市议会议长陆文清到会。",
        {"陆文清 议长 黄冈市议会 current"},
    ),
    (
        "the person whom 与 or 和 joins to a body",
        "黄冈学院副教授陆文清和黄冈林场高级工程师叶知秋到场。道德模范程立民与江岸餐饮有限公司董事长周远行看望了老人。",
        {"陆文清 副教授 黄冈学院 current", "叶知秋 高级工程师 黄冈林场 current", "周远行 董事长 江岸餐饮有限公司 current"},
        "黄冈市住房和城乡建设局局长陆文清到场。",
        {"陆文清 局长 黄冈市住房和城乡建设局 current"},
    ),
    (
        "works that one advises; a brand behind 前; who studies a market",
        "陆文清受聘为长潭水库除险加固工程技术顾问。金穗粮油前董事长叶知秋到会。楚天糖网首席分析师程立民认为价格有限。",
        {"陆文清 技术顾问 长潭水库除险加固工程 appointed", "叶知秋 董事长 金穗粮油 former", "程立民 首席分析师 楚天糖网 current"},
        "工程技术顾问陆文清到会。出席首届长江论坛专家叶知秋认为价格有限。",
        set(),
    ),
    (
        "a university by the place in its name",
        "任命陆文清为中国石油大学（华东）校长。校党委书记叶知秋主持大会。\n陆文清，女，1965年8月生，教授。",
        {"陆文清 校长 中国石油大学（华东） appointed", "叶知秋 党委书记 中国石油大学（华东） current", "陆文清 教授 中国石油大学（华东） current"},
        "任命陆文清为江岸大学校长。校党委书记叶知秋主持大会。",
        {"陆文清 校长 江岸大学 appointed", "叶知秋 党委书记 江岸大学 current"},
    ),
    (
        "verbs before a small place; a township whose name ends as its kind",
        "老人应乡党委书记陆文清之邀回村。记者问青石街道办事处主任叶知秋。撮镇镇党委宣传委员程立民说。",
        {"陆文清 党委书记 乡 current", "叶知秋 主任 青石街道办事处 current", "程立民 党委宣传委员 撮镇镇 current"},
        "铺镇镇长陆文清说。",
        {"陆文清 镇长 铺镇 current"},
    ),
    (
        "a new village in a township; the head of a river",
        "记者来到青石镇新建村，村支书陆文清迎了出来。\n花垣河河长　叶知秋",
        {"陆文清 村支书 新建村 current", "叶知秋 河长 花垣河 current"},
        "今年新建村级卫生室12个，村支书陆文清说。",
        set(),
    ),
    (
        "who holds it stands behind; a moved official",
        "黄冈市财政局局长陆文清说，现任预算科科长是周建国。程立民由黄冈市审计局局长交流为黄冈市财政局局长。",
        {"陆文清 局长 黄冈市财政局 current", "周建国 科长 黄冈市财政局预算科 current", "程立民 局长 黄冈市审计局 former", "程立民 局长 黄冈市财政局 appointed"},
        "陆文清由黄冈市财政局局长介绍入党。",
        set(),
    ),
    (
        "the Party post of a house, told before its head; 党组原书记",
        "2月13日，江岸大学召开会议，宣布教育部的任免决定。党委书记陆文清，校长叶知秋出席会议。\n湖北省水利厅党组原书记程立民被查。",
        {"陆文清 党委书记 江岸大学 current", "叶知秋 校长 江岸大学 current", "程立民 党组书记 湖北省水利厅 former"},
        "湖北省财政厅召开会议。党委书记陆文清出席会议。",
        {"陆文清 党委书记 湖北省财政厅 current"},
    ),
    (
        "the board of the society at hand",
        "黄冈市书法家协会换届，陆文清当选为新一届理事会会长，叶知秋当选第五届理事会副会长。",
        {"陆文清 会长 黄冈市书法家协会 appointed", "叶知秋 副会长 黄冈市书法家协会 appointed"},
        "罗田县任命新一届县政府组成人员",
        set(),
    ),
    (
        "代理 before a post, as a verb",
        "黄冈市诗词学会决定由副会长陆文清代理会长职务。安平县县长叶知秋代理县委书记职务。",
        {
            "陆文清 副会长 黄冈市诗词学会 current", "陆文清 会长 黄冈市诗词学会 acting",
            "叶知秋 县长 安平县 current", "叶知秋 书记 安平县委 acting",
        },
        "决定接受陆文清辞去庆阳市副市长职务的请求，决定代理市长的职务自行终止。",
        {"陆文清 副市长 庆阳市 removed"},
    ),
    (
        "a person, a verb and what looks like a body; a title in a place",
        "黄冈市诗词学会换届。副秘书长陆文清作协会《章程》说明。大会选举产生领导班子：会长叶知秋。",
        {"陆文清 副秘书长 黄冈市诗词学会 current", "叶知秋 会长 黄冈市诗词学会 current"},
        "漳浦县长桥镇农民专业合作社联合社理事长陆文清到会。",
        {"陆文清 理事长 漳浦县长桥镇农民专业合作社联合社 current"},
    ),
    (
        "several former ones; the subtitle of a portrait; sent to that village",
        "湖北省政协多名前副主席陆文清、叶知秋到会。\n——记黄冈市财政局局长程立民\n三里镇三里村变了。市委办公室驻该村第一书记周远行说。",
        {
            "陆文清 副主席 湖北省政协 former", "叶知秋 副主席 湖北省政协 former",
            "程立民 局长 黄冈市财政局 current", "周远行 第一书记 三里村 current",
        },
        "武汉市财政局有三位副局长：分管预算的陆文清、分管国库的程立民。",
        {"陆文清 副局长 武汉市财政局 current", "程立民 副局长 武汉市财政局 current"},
    ),
    (
        "an academician is of no office; companies that make up a group are no members",
        "黄冈市医院办公室主任陆文清代表叶知秋院士出席。",
        {"陆文清 主任 黄冈市医院办公室 current", "叶知秋 院士 None current"},
        "黄冈集团成员企业走访调研，这是黄冈集团董事长或总经理的最新调整。",
        set(),
    ),
    (
        "officers of one body, told off with what they are elsewhere",
        "黄冈市慈善总会会长陆文清出席，副会长、江岸集团董事长叶知秋，秘书长、黄冈市民政局副局长程立民参加。",
        {
            "陆文清 会长 黄冈市慈善总会 current", "叶知秋 副会长 黄冈市慈善总会 current", "叶知秋 董事长 江岸集团 current",
            "程立民 秘书长 黄冈市慈善总会 current", "程立民 副局长 黄冈市民政局 current",
        },
        "黄冈市防汛工作领导小组组长陆文清到会，黄冈市水利局副局长叶知秋参加。",
        {"陆文清 组长 黄冈市防汛工作领导小组 current", "叶知秋 副局长 黄冈市水利局 current"},
    ),
    (
        "学院 in a text that calls the whole its 校",
        "江岸学院计算机学院举行仪式。校长陆文清到会，学院党委书记叶知秋主持。",
        {"陆文清 校长 江岸学院 current", "叶知秋 党委书记 江岸学院计算机学院 current"},
        "江岸学院举行仪式。院长叶知秋主持。",
        {"叶知秋 院长 江岸学院 current"},
    ),
    (
        "a list and 等 before a committee's members; the team behind the posts in it",
        "陆文清、叶知秋等黄冈市委常委出席。市长程立民任总指挥、黄冈市水利局局长周远行任副总指挥的黄冈市抗旱指挥部开会。",
        {
            "陆文清 常委 黄冈市委 current", "叶知秋 常委 黄冈市委 current", "程立民 市长 黄冈市 current", "周远行 局长 黄冈市水利局 current",
            "程立民 总指挥 黄冈市抗旱指挥部 appointed", "周远行 副总指挥 黄冈市抗旱指挥部 appointed",
        },
        "陆文清、叶知秋等到会。",
        set(),
    ),
    (
        "a line of a chronicle: the day, a blank, a name",
        "5月6日　陆文清任黄冈市教育局局长。",
        {"陆文清 局长 黄冈市教育局 appointed"},
        "5月6日　江岸小学的校长任了新职。",
        set(),
    ),
    (
        "the village that picked its head; one told of with other days",
        "三里村村民推选陆文清当村委会主任。黄冈市财政局局长、后来任黄冈市审计局副局长的叶知秋回忆。",
        {"陆文清 主任 三里村村委会 appointed", "叶知秋 局长 黄冈市财政局 current", "叶知秋 副局长 黄冈市审计局 current"},
        "村民都想当村委会主任。",
        set(),
    ),
    (
        "cities abroad; who is congratulated takes office",
        "韩国釜山市副市长李基雨访问武汉。国务院总理陆文清致电祝贺内塔尼亚胡就任以色列总理。",
        {"李基雨 副市长 韩国釜山市 current", "陆文清 总理 国务院 current"},
        "武汉市副市长陆文清会见谢尔盖·拉夫罗夫。美国总统拜登亦表示关注。",
        {"陆文清 副市长 武汉市 current", "拜登 总统 美国 current"},
    ),
    (
        "counted staff; 新冠 and 名 in names; a hospital by its number",
        "三名黄冈市公安局民警陆文清、叶知秋到场。湖北省新冠肺炎疫情防控指挥部副指挥长程立民、湖北名羊农业公司董事长周远行到会。",
        {
            "陆文清 民警 黄冈市公安局 current", "叶知秋 民警 黄冈市公安局 current",
            "程立民 副指挥长 湖北省新冠肺炎疫情防控指挥部 current", "周远行 董事长 湖北名羊农业公司 current",
        },
        "深刻领会重要讲话精神，公安局民警冒雨执勤，学院和职能部门负责人参加。",
        set(),
    ),
]


@pytest.mark.parametrize(("text", "expected", "other", "exactly"), [row[1:] for row in HANDED_ON], ids=[row[0] for row in HANDED_ON])
def test_posts_handed_on(text: str, expected: set[str], other: str, exactly: set[str]) -> None:
    assert lines(text) == expected
    assert lines(other) == exactly
