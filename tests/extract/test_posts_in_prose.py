"""Posts as prose tells them: roles that no list holds, persons brought in by a clause, bodies by a short name or at hand.

Each row has an example and what it gives, and another text that must give none of it.
"""

from __future__ import annotations

import pytest

from kg.annotate.coined_roles import coined
from tests.extract.test_memberships import lines

ROLES = [
    # text, the coined roles in it
    ("龙泉镇草管员陆文清", ["草管员"]),
    ("村里的鱼政员", ["鱼政员"]),
    ("养护站的养护工陆文清", ["养护工"]),
    ("集团首席品质官陆文清", ["品质官"]),
    ("全体人员到会", []),
    ("机关职工和党员", []),
    ("新来的公务员", []),
    ("任命师旷野为主任", []),
    ("长江兵工总厂", []),
    ("太原理工大学", []),
]


@pytest.mark.parametrize(("text", "found"), ROLES)
def test_words_that_make_a_post(text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in coined(text, 0, len(text))] == found


PROSE = [
    # construct, text, what it gives, a text that gives none of that
    (
        "a role that no list holds, behind a place",
        "宜昌市龙泉镇草管员陆文清每天巡护。",
        {"陆文清 草管员 宜昌市龙泉镇 current"},
        "宜昌市龙泉镇草管员每天巡护。",
    ),
    (
        "the profession in the name of a body is no role",
        "湖北省注册会计师协会副秘书长陆文清到会。",
        {"陆文清 副秘书长 湖北省注册会计师协会 current"},
        "湖北省注册会计师协会的陆文清到会。",
    ),
    (
        "a title before the name and another behind it",
        "武汉大学水利学院院长陆文清教授到会。",
        {"陆文清 院长 武汉大学水利学院 current", "陆文清 教授 武汉大学 current"},
        "武汉大学水利学院院长教授会议。",
    ),
    (
        "brought in by the head of a clause",
        "陆文清原来跑长途，是武汉市运输公司的驾驶员。",
        {"陆文清 驾驶员 武汉市运输公司 current"},
        "车子原来跑长途，是武汉市运输公司的驾驶员开来的。",
    ),
    (
        "the title behind the comma",
        "他的女儿陆文清，武汉市气象局副局长，当时也在场。",
        {"陆文清 副局长 武汉市气象局 current"},
        "陆文清到会，武汉市气象局副局长请假。",
    ),
    (
        "the holder behind 是, and he of the next clause",
        "武汉市税务局局长是去年底到任的陆文清，此前他是宜昌市税务局的副局长。",
        {"陆文清 局长 武汉市税务局 current", "陆文清 副局长 宜昌市税务局 former"},
        "武汉市税务局局长是大家推选的。",
    ),
    (
        "each with what he is in charge of",
        "武汉市财政局有三位副局长：分管预算的陆文清、分管国库的程立民。",
        {"陆文清 副局长 武汉市财政局 current", "程立民 副局长 武汉市财政局 current"},
        "武汉市财政局有三位副局长：分管预算的先发言。",
    ),
    (
        "born in, and what he did",
        "陆文清同志1924年2月出生于山东，1943年参加工作，先后任武汉电机厂技术科科长。",
        {"陆文清 科长 武汉电机厂技术科 former"},
        "陆文清同志的女儿1950年出生于山东，到过武汉电机厂技术科科长家。",
    ),
    (
        "a cadre retired before the name",
        "原长江电影机械厂总工程师、离休干部陆文清同志，因病逝世。",
        {"陆文清 总工程师 长江电影机械厂 former"},
        "原长江电影机械厂总工程师、离休干部参加。",
    ),
    (
        "who leads a body",
        "治丧委员会由武汉大学校长陆文清任主任。",
        {"陆文清 主任 治丧委员会 current"},
        "治丧委员会由武汉大学校长任主任。",
    ),
    (
        "who leads a new body",
        "成立治丧委员会，治丧委员会由武汉大学校长陆文清任主任。",
        {"陆文清 主任 治丧委员会 appointed"},
        "成立治丧委员会，由武汉大学牵头。",
    ),
    (
        "a removal without 的",
        "解聘陆文清武汉市第二中学校长职务。",
        {"陆文清 校长 武汉市第二中学 removed"},
        "解聘陆文清后，武汉市第二中学校长职务空缺。",
    ),
    (
        "a line under a heading that appoints",
        "二、决定任命：\n翁同和为武汉市司法局局长。",
        {"翁同和 局长 武汉市司法局 appointed"},
        "翁同和为武汉市司法局局长祝寿。",
    ),
    (
        "the title that one gives up",
        "武汉市财政局预算处副处长陆文清调任武汉市审计局局长。",
        {"陆文清 副处长 武汉市财政局预算处 former", "陆文清 局长 武汉市审计局 appointed"},
        "武汉市财政局预算处副处长陆文清调研武汉市审计局。",
    ),
    (
        "meanwhile, on a line of a career that has ended",
        "陆文清，男，汉族。\n2001.11—2006.06 武汉市财政局科员（其间：挂职任宜昌市副市长）",
        {"陆文清 副市长 宜昌市 former"},
        "陆文清，男，汉族。\n2001.11— 武汉市财政局科员（另：挂职任宜昌市副市长）",
    ),
    (
        "a roster headed by its body",
        "审计组组长：陆文清 副省长\n主审：程立民 副省长",
        {"陆文清 组长 审计组 current", "程立民 主审 审计组 current"},
        "组长：陆文清 副省长\n主审：程立民 副省长",
    ),
    (
        "columns headed by a body",
        "武汉市经济发展局 局长 陆文清 副局长 程立民",
        {"陆文清 局长 武汉市经济发展局 current", "程立民 副局长 武汉市经济发展局 current"},
        "武汉市经济发展 局长 陆文清 副局长 程立民",
    ),
    (
        "where one came to",
        "1962年调武汉农机修造厂，陆文清历任工程师、副总工程师。",
        {"陆文清 工程师 武汉农机修造厂 former", "陆文清 副总工程师 武汉农机修造厂 former"},
        "陆文清历任工程师、副总工程师，1962年武汉农机修造厂成立。",
    ),
    (
        "任县 is a verb and a county",
        "省水利厅厅长陆文清说，他1979年回来，任县教育局教研员。",
        {"陆文清 教研员 县教育局 appointed"},
        "任县教育局教研员到会。",
    ),
    (
        "a bare title is of the last body that ends as its own does",
        "宜昌市匹河养护站的电话没有安静过。站长陆文清指着线路图。",
        {"陆文清 站长 宜昌市匹河养护站 current"},
        "宜昌市匹河养护员的电话没有安静过。站长陆文清指着线路图。",
    ),
    (
        "she whom the passage opens with",
        "陆文清的办公室在镇里。她是宜昌市龙泉镇财政所所长。",
        {"陆文清 所长 宜昌市龙泉镇财政所 current"},
        "水利站的办公室在镇里。她是宜昌市龙泉镇财政所所长。",
    ),
    (
        "升 ends the name before 为",
        "会议决定任命：\n陆文升为武汉市水利局局长；",
        {"陆文升 局长 武汉市水利局 appointed"},
        "会议决定任命：\n陆文2019年升为武汉市水利局局长；",
    ),
    (
        "a heading of appointment without a colon",
        "一、聘任\n陆文清为武汉市第一中学校长；",
        {"陆文清 校长 武汉市第一中学 appointed"},
        "一、工作\n陆文清为武汉市第一中学校长；",
    ),
    (
        "the noun that a title repeats ends its body",
        "“前头没路了。”道班班长陆文清说。",
        {"陆文清 班长 道班 current"},
        "“前头没路了。”班长陆文清说。",
    ),
    (
        "dismissed in the clauses behind",
        "武汉市财政局局长陆文清因擅自改变资金用途，已被免职。",
        {"陆文清 局长 武汉市财政局 removed"},
        "武汉市财政局局长陆文清到会，科长程立民被免职。",
    ),
    (
        "who advises is of the body that engages him",
        "武汉市防汛指挥部聘请河海大学教授陆文清担任技术顾问。",
        {"陆文清 技术顾问 武汉市防汛指挥部 current"},
        "河海大学教授陆文清担任武汉市水利局技术顾问，武汉市防汛指挥部聘请工人。",
    ),
    (
        "a CV that opens with where one is from",
        "陆文清，湖北麻城人，1931年生。1950年参加工作，当过武汉市财政局科员。",
        {"陆文清 科员 武汉市财政局 former"},
        "湖北麻城人，1931年来此。1950年参加工作，当过武汉市财政局科员。",
    ),
    (
        "the old head of a story is not its subject",
        "陆文清来到武汉市财政局。老局长程立民送他。",
        {"程立民 局长 武汉市财政局 former"},
        "陆文清来到武汉市财政局。老局长来送他。",
    ),
    (
        "how one went is no part of the role",
        "武汉市水利局退休高级工程师陆文清到会。",
        {"陆文清 高级工程师 武汉市水利局 former"},
        "武汉市水利局退休老人陆文清到会。",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("construct", "text", "found", "other"), PROSE, ids=[r[0] for r in PROSE])
def test_prose(construct: str, text: str, found: set[str], other: str) -> None:
    assert lines(text) >= found
    assert not lines(other) & found


BODIES = [
    # text, host, what it gives
    ("国家自然科学基金委员会召开会议，基金委主任陆文清到会。", None, "陆文清 主任 国家自然科学基金委员会 current"),
    ("发展委员会召开会议，基金委主任陆文清到会。", None, "陆文清 主任 基金委 current"),
    ("共青团湖南省委举办大赛，团省委书记陆文清颁奖。", None, "陆文清 书记 共青团湖南省委 current"),
    ("新疆生产建设兵团第六师开会，师财务局局长陆文清到会。", None, "陆文清 局长 新疆生产建设兵团第六师财务局 current"),
    ("总局征管和科技发展司司长陆文清到会。", "国家税务总局", "陆文清 司长 国家税务总局征管和科技发展司 current"),
    ("厅预算处处长程立民、绩效评价中心主任陆文清到会。", "湖北省财政厅", "陆文清 主任 湖北省财政厅绩效评价中心 current"),
    ("厅绩效评价中心主任程立民、预算处处长陆文清到会。", "湖北省财政厅", "陆文清 处长 湖北省财政厅预算处 current"),
    ("宜昌市江边街道党工委书记程立民、办事处主任陆文清到会。", None, "陆文清 主任 宜昌市江边街道办事处 current"),
    ("麻江县龙山镇的苹果红了。镇党委书记陆文清到会。", None, "陆文清 党委书记 龙山镇 current"),
    ("武汉市审计局局长程立民、立信会计师事务所合伙人陆文清到会。", None, "陆文清 合伙人 立信会计师事务所 current"),
    ("珠海市对口怒江扶贫协作工作组副组长陆文清列席。", None, "陆文清 副组长 珠海市对口怒江扶贫协作工作组 current"),
    ("海南省财政厅驻三亚专员办主任陆文清到会。", None, "陆文清 主任 海南省财政厅驻三亚专员办 current"),
    ("武警那曲支队某中队指导员陆文清率队开路。", None, "陆文清 指导员 武警那曲支队某中队 current"),
    ("宜昌市龙泉镇中心校校长陆文清到会。", None, "陆文清 校长 宜昌市龙泉镇中心校 current"),
    ("武汉市中级人民法院刑事审判第一庭庭长、审判委员会委员陆文清到会。", None,
     "陆文清 委员 武汉市中级人民法院审判委员会 current"),
    ("泸溪县把公告栏立到村口，县财政局局长程立民到会；永顺县则不同，县财政局局长陆文清到会。", None,
     "陆文清 局长 永顺县财政局 current"),
    ("全州开会。恩施州干部到会，州长陆文清讲话。", None, "陆文清 州长 恩施州 current"),
    ("宜昌市三岔乡的苹果红了。乡党委书记陆文清到会。", None, "陆文清 党委书记 三岔乡 current"),
    ("宜昌市朱昌镇的双山村不大，村主任陆文清到会。", None, "陆文清 村主任 双山村 current"),
    ("三个村都修了路，村主任陆文清到会。古城镇的苹果红了，镇长程立民到会。", None, "程立民 镇长 古城镇 current"),
    ("沁源县人民医院开诊，县医院院长陆文清到会。", None, "陆文清 院长 沁源县人民医院 current"),
    ("沁源县开会，县医院院长陆文清到会。", None, "陆文清 院长 沁源县医院 current"),
    ("武汉市教育局支出会议费6万元，办公室主任陆文清已退款。", "武汉市审计局", "陆文清 主任 武汉市教育局办公室 current"),
    ("武汉市教育局支出会议费6万元。办公室主任陆文清讲了审计。", "武汉市审计局", "陆文清 主任 武汉市审计局办公室 current"),
    ("厂长程立民辞职，延川水厂厂长一职暂由副厂长陆文清代理。", None, "陆文清 厂长 延川水厂 acting"),
    ("宏源期货首席研究员陆文清提醒投资者。", None, "陆文清 首席研究员 宏源期货 current"),
    ("宜昌市龙泉镇黑砠岭村党支部第一书记、驻村工作队队长陆文清到会。", None, "陆文清 队长 龙泉镇黑砠岭村驻村工作队 current"),
    ("会议决定成立武汉市抗旱服务总队，由武汉市水务局总工程师陆文清任总队长。", None, "陆文清 总队长 武汉市抗旱服务总队 appointed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "host", "found"), BODIES)
def test_bodies_by_a_short_name_or_at_hand(text: str, host: str | None, found: str) -> None:
    assert found in lines(text, host)
