"""Posts as notices, careers and reports of cases tell them: who the elided subject is, lists below a head, what falls away.

Each row has an example with exactly what it gives, and a counterpart with exactly what that gives.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

NOTICES = [
    # construct, text, what it gives, another text, what that gives
    (
        "a CV that opens with a people",
        "陆文清，苗族，1964年4月生，大学学历。1986年7月到宜昌市人民法院工作，历任书记员、副庭长。",
        {"陆文清 书记员 宜昌市人民法院 former", "陆文清 副庭长 宜昌市人民法院 former"},
        "陆文清家在苗寨，1986年7月开荒。历任书记员三人。",
        set(),
    ),
    (
        "the court that one came to, not the one that the text is about",
        "黄冈市中级人民法院院长叶知秋到会。\n陆文清，男，1964年生。1986年7月到宜昌市人民法院工作，历任审判员、副院长。",
        {
            "叶知秋 院长 黄冈市中级人民法院 current",
            "陆文清 审判员 宜昌市人民法院 former",
            "陆文清 副院长 宜昌市人民法院 former",
        },
        "宜昌市人民法院审判员陆文清到会。\n叶知秋，男，1964年生。1986年7月到宜昌市旅游，看过审判员。",
        {"陆文清 审判员 宜昌市人民法院 current"},
    ),
    (
        "years in characters",
        "陆文清一九二二年三月生于宜昌。解放后历任湖北省水利厅工程师，一九七九年至一九八六年任黄冈市水利局局长。",
        {"陆文清 工程师 湖北省水利厅 former", "陆文清 局长 黄冈市水利局 former"},
        "解放后，湖北省水利厅工程师一九七九年至一九八六年治水。",
        set(),
    ),
    (
        "the posts that a case is about",
        "被告人陆文清，男，1960年生。\n2004年至2018年，被告人陆文清利用担任团风县县长、黄冈市副市长等职务上的便利，收受财物。",
        {"陆文清 县长 团风县 former", "陆文清 副市长 黄冈市 former"},
        "湖北省财政厅厅长陆文清到会。2004年至2018年，陆文清利用团风县的土地办厂。",
        {"陆文清 厅长 湖北省财政厅 current"},
    ),
    (
        "while one held the posts",
        "陆文清在担任团风县粮食局局长、黄冈粮食集团董事长期间，收受财物。",
        {"陆文清 局长 团风县粮食局 former", "陆文清 董事长 黄冈粮食集团 former"},
        "陆文清担任团风县粮食局局长、黄冈粮食集团董事长。",
        {"陆文清 局长 团风县粮食局 current", "陆文清 董事长 黄冈粮食集团 current"},
    ),
    (
        "the name between the verb and a national body",
        "免去叶知秋长江水利委员会水文局局长职务。",
        {"叶知秋 局长 长江水利委员会水文局 removed"},
        "免去长江水利委员会水文局局长职务一事已办结。",
        set(),
    ),
    (
        "names and posts in lines below 免去",
        "免去：\n陆文清（女）黄冈市人民法院审判员职务；\n任命：\n叶知秋为黄冈市人民法院副院长。",
        {"陆文清 审判员 黄冈市人民法院 removed", "叶知秋 副院长 黄冈市人民法院 appointed"},
        "免去：\n黄冈市人民法院审判员职务三个。",
        set(),
    ),
    (
        "columns below 任命 and 免去",
        "任命：\n陆文清　团风县审计局局长\n免去：\n叶知秋　团风县财政局局长",
        {"陆文清 局长 团风县审计局 appointed", "叶知秋 局长 团风县财政局 removed"},
        "名单\n陆文清　团风县审计局局长",
        {"陆文清 局长 团风县审计局 current"},
    ),
    (
        "what falls away with a new post",
        "陆文清任团风县财政局预算股股长，其团风县审计局科员职务自然免除。",
        {"陆文清 股长 团风县财政局预算股 appointed", "陆文清 科员 团风县审计局 removed"},
        "陆文清任团风县财政局预算股股长，其团风县审计局的同学到场。",
        {"陆文清 股长 团风县财政局预算股 appointed"},
    ),
    (
        "a seat that is taken away",
        "终止陆文清黄冈市第五届人大代表资格；撤销叶知秋政协团风县第八届委员会委员资格。",
        {"陆文清 代表 黄冈市第五届人大 removed", "叶知秋 委员 政协团风县第八届委员会 removed"},
        "黄冈市人大常委会代表资格审查委员会主任委员叶知秋作报告，人大代表资格有效。",
        {"叶知秋 主任委员 黄冈市人大常委会代表资格审查委员会 current"},
    ),
    (
        "a list below a head that counts it",
        "政协团风县第八届委员会增补委员名单\n增补委员（2名，按姓氏笔画为序）\n陆文清　团风县审计局局长\n叶知秋　团风县财政局科员",
        {
            "陆文清 委员 政协团风县第八届委员会 appointed",
            "陆文清 局长 团风县审计局 current",
            "叶知秋 委员 政协团风县第八届委员会 appointed",
            "叶知秋 科员 团风县财政局 current",
        },
        "政协团风县第八届委员会的委员（2名）到会。\n陆文清　团风县审计局局长",
        {"陆文清 局长 团风县审计局 current"},
    ),
    (
        "those who held a post one after the other",
        "团风县财政局历任局长名录\n陆文清　局长　1985.03—1989.11　黄冈人\n叶知秋　女　局长　2011.09—今",
        {"陆文清 局长 团风县财政局 former", "叶知秋 局长 团风县财政局 current"},
        "团风县财政局值班表\n陆文清　局长　8.03—8.11　带班",
        set(),
    ),
    (
        "titles between the name and what makes a CV",
        "团风县财政局\n陆文清，局长、党组书记，男，1970年5月出生。",
        {"陆文清 局长 团风县财政局 current", "陆文清 党组书记 团风县财政局 current"},
        "团风县财政局\n陆文清，局长、党组书记的弟弟。",
        set(),
    ),
    (
        "the body of a dated step, set apart by a comma",
        "陆文清，男，1964年生。\n1985.07—1994.12，团风县农业技术推广站，技术员、副站长；",
        {"陆文清 技术员 团风县农业技术推广站 former", "陆文清 副站长 团风县农业技术推广站 former"},
        "陆文清，男，1964年生。\n1985.07—1994.12，团风县农业技术推广站，盖了楼；",
        set(),
    ),
    (
        "each of two in a list of appointments",
        "宣布陆文清任团风县委书记、叶知秋任罗田县委书记。",
        {"陆文清 书记 团风县委 appointed", "叶知秋 书记 罗田县委 appointed"},
        "宣布陆文清任团风县委书记、任罗田县委书记。",
        {"陆文清 书记 团风县委 appointed", "陆文清 书记 罗田县委 appointed"},
    ),
    (
        "a place that shares its character with the post left",
        "女干部陆文清由黄冈市长转任宜昌市委书记。",
        {"陆文清 市长 黄冈市 former", "陆文清 书记 宜昌市委 appointed"},
        "女干部由黄冈市长送到宜昌市委。",
        set(),
    ),
    (
        "the body in the title of the elected is not what they are elected in",
        "黄冈银行股东大会选举黄冈学院副教授陆文清为独立董事，叶知秋、何光为监事。",
        {
            "陆文清 副教授 黄冈学院 current",
            "陆文清 独立董事 黄冈银行 appointed",
            "叶知秋 监事 黄冈银行 appointed",
            "何光 监事 黄冈银行 appointed",
        },
        "黄冈学院副教授陆文清到会，看到监事的选举。",
        {"陆文清 副教授 黄冈学院 current"},
    ),
    (
        "a committee keeps its term",
        "选举陆文清为政协团风县第十三届委员会主席，叶知秋、何光为副主席。",
        {
            "陆文清 主席 政协团风县第十三届委员会 appointed",
            "叶知秋 副主席 政协团风县第十三届委员会 appointed",
            "何光 副主席 政协团风县第十三届委员会 appointed",
        },
        "政协团风县第十三届委员会的主席和副主席到会。",
        set(),
    ),
    (
        "members told off behind 有",
        "黄冈市防汛领导小组成员有陆文清、叶知秋。",
        {"陆文清 成员 黄冈市防汛领导小组 current", "叶知秋 成员 黄冈市防汛领导小组 current"},
        "黄冈市防汛领导小组成员有工人、农民。",
        set(),
    ),
    (
        "then in another office",
        "陆文清，男，1964年生。1982年毕业，后在团风县粮食局任科员。",
        {"陆文清 科员 团风县粮食局 former"},
        "陆文清，男，1964年生。1982年毕业，现在团风县粮食局任科员。",
        {"陆文清 科员 团风县粮食局 appointed"},
    ),
    (
        "a court by its short name",
        "黄冈市中级人民法院开会。市中院院长陆文清到会。",
        {"陆文清 院长 黄冈市中级人民法院 current"},
        "黄冈市财政局开会。黄冈市中院院长陆文清到会。",
        {"陆文清 院长 黄冈市中院 current"},
    ),
    (
        "the prison at hand",
        "陆文清，男，1956年生。1974年在黄冈监狱当工人，后任该监狱副监狱长。",
        {"陆文清 工人 黄冈监狱 former", "陆文清 副监狱长 黄冈监狱 former"},
        "陆文清，男，1956年生。1974年在黄冈监狱旁种地，后到该监狱探望。",
        set(),
    ),
    (
        "words before the body are none of it",
        "2011年，陆文清伙同黄冈学院财务科原科长叶知秋虚列费用；会议推举黄冈学院院长何光为会长。",
        {"叶知秋 科长 黄冈学院财务科 former", "何光 院长 黄冈学院 current"},
        "黄冈学院干部任免\n现对下列拟任职干部予以公示",
        set(),
    ),
    (
        "the friend who is what the clause says",
        "团风县财政局局长陆文清找到在黄冈市交通局当科长的战友叶知秋。",
        {"陆文清 局长 团风县财政局 current", "叶知秋 科长 黄冈市交通局 current"},
        "团风县财政局局长陆文清从前在黄冈市交通局当科长，战友很多。",
        {"陆文清 局长 团风县财政局 current", "陆文清 科长 黄冈市交通局 former"},
    ),
    (
        "one title in two offices, told by 先后在",
        "陆文清，男，1966年4月生。1990年参加工作，先后在团风县农业局、罗田县水利局任科员。",
        {"陆文清 科员 罗田县水利局 former"},
        "陆文清，男，1966年4月生。1990年参加工作，先后在团风县农业局、罗田县水利局见过科员。",
        set(),
    ),
    (
        "a list of appointments whose title says so",
        "黄冈市人民代表大会常务委员会任命名单\n陆文清为黄冈市财政局局长；",
        {"陆文清 局长 黄冈市财政局 appointed"},
        "黄冈市人民代表大会常务委员会名单\n陆文清为黄冈市财政局局长；",
        set(),
    ),
    (
        "one of many named and counted",
        "选举叶知秋为黄冈市工商联主席，程立民等35人为黄冈市工商联常务委员。",
        {"叶知秋 主席 黄冈市工商联 appointed", "程立民 常务委员 黄冈市工商联 appointed"},
        "选举叶知秋为黄冈市工商联主席，35人为黄冈市工商联常务委员。",
        {"叶知秋 主席 黄冈市工商联 appointed"},
    ),
    (
        "the assistant of the head of a company is in no office of it",
        "陆文清，男，1966年生。\n2008年11月至2015年12月，黄冈公司仓储管理处处长、总经理助理；",
        {"陆文清 处长 黄冈公司仓储管理处 former", "陆文清 总经理助理 黄冈公司 former"},
        "陆文清，男，1966年生。\n2008年11月至2015年12月，黄冈公司仓储管理处处长、科员；",
        {"陆文清 处长 黄冈公司仓储管理处 former", "陆文清 科员 黄冈公司仓储管理处 former"},
    ),
    (
        "head and deputy of one body",
        "陆文清历任黄冈学院中文系副主任、主任。",
        {"陆文清 副主任 黄冈学院中文系 former", "陆文清 主任 黄冈学院中文系 former"},
        "陆文清历任黄冈学院中文系主任、副院长。",
        {"陆文清 主任 黄冈学院中文系 former", "陆文清 副院长 黄冈学院 former"},
    ),
    (
        "elected to a post",
        "湖北省财政厅厅长陆文清到会。陆文清在1996年被选为罗田县作协主席。",
        {"陆文清 厅长 湖北省财政厅 current", "陆文清 主席 罗田县作协 appointed"},
        "湖北省财政厅厅长陆文清到会。陆文清在1996年看到罗田县作协主席。",
        {"陆文清 厅长 湖北省财政厅 current"},
    ),
    (
        "the party post of the one after is in the body of the sentence",
        "任命陆文清为团风县审计局党组书记、局长，叶知秋任纪委书记。",
        {"陆文清 党组书记 团风县审计局 appointed", "陆文清 局长 团风县审计局 appointed", "叶知秋 纪委书记 团风县审计局 appointed"},
        "任命陆文清为团风县审计局局长，叶知秋旁听纪委书记会议。",
        {"陆文清 局长 团风县审计局 appointed"},
    ),
    (
        "whose chair, where the text is about one such body",
        "黄冈市残疾人联合会开会。\n大会选举陆文清为主席，叶知秋为副主席。",
        {"陆文清 主席 黄冈市残疾人联合会 appointed", "叶知秋 副主席 黄冈市残疾人联合会 appointed"},
        "黄冈市财政局开会。\n大会选举陆文清为主席，叶知秋为副主席。",
        set(),
    ),
    (
        "a year of birth behind blanks",
        "陆文清　1956年生，黄冈人。1974年参加工作，历任团风县水利局技术员、副局长。",
        {"陆文清 技术员 团风县水利局 former", "陆文清 副局长 团风县水利局 former"},
        "水库　1956年修，黄冈人建。1974年历任团风县水利局技术员不在。",
        set(),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("construct", "text", "found", "other", "there"), NOTICES, ids=[row[0] for row in NOTICES])
def test_notices(construct: str, text: str, found: set[str], other: str, there: set[str]) -> None:
    """Each construct gives exactly its posts, and so does its counterpart."""
    assert lines(text, host=None) == found
    assert lines(other, host=None) == there
