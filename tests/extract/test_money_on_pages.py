"""Sums as printed pages tell them: lists in names, parts behind an announcement, those who give, classes of places."""

from __future__ import annotations

import re

import pytest

from kg.extract.allocations.shares import EACH
from kg.extract.run import extract
from kg.model import Allocation, Document
from tests.money import wholes


def told(text: str, field: str) -> dict[str, str | None]:
    """The field of each amount."""
    return {fact.amount_text: getattr(fact, field) for fact in extract(Document("a", text, "a")).facts if isinstance(fact, Allocation)}


FUNDS = [
    # what the members of a list share is told once, at its end
    ("截至10月底，县里兑现小麦直补、良种补贴等涉农补贴2860万元。", {"2860万元": "小麦直补、良种补贴等涉农补贴"}),
    ("青云县已累计到位中央、省级衔接资金6618万元。", {"6618万元": "中央、省级衔接资金"}),
    ("今年银行投放春、秋粮收购贷款37亿元。", {"37亿元": "春、秋粮收购贷款"}),
    ("县财政统筹整合农业、林业、水务等部门资金3472万元。", {"3472万元": "农业、林业、水务等部门资金"}),
    # … and no list where things are counted
    ("省财政安排，集中开工项目76个、总投资94亿元。", {"94亿元": "总投资"}),
    # a sum of its own, with verb and 资金, is not called what the one before it is
    ("县里拨付高中助学金524万元；拨付资金3616万元，建设食堂128个。", {"524万元": "高中助学金", "3616万元": "资金"}),
    ("发放退耕还林补贴7000万元。安排资金3000万元，支持林场建设。", {"7000万元": "退耕还林补贴", "3000万元": "资金"}),
    ("省财政下达抗旱资金5亿元，支持各地抗旱。其中安排资金2亿元，用于打井。", {"5亿元": "抗旱资金", "2亿元": "抗旱资金"}),
    ("发放退耕还林补贴7000万元。县里又安排资金3000万元。", {"7000万元": "退耕还林补贴", "3000万元": "退耕还林补贴"}),
    ("补助资金来自国债。省财政下达首批资金3000万元，用于修复堤防。", {"3000万元": "补助资金"}),
    # goods are called what they are, and no money
    ("青云公司向学校捐赠教学用车10辆，折价136万元。", {"136万元": "教学用车"}),
    ("青云公司向学校捐赠港币300万元，折合人民币318万元，用于建楼。", {"318万元": None}),
    # what names one share names no other with a noun of its own; what names the whole does
    (
        "市慈善总会救助支出860万元，其中大病救助基金210万元，助学项目180万元，临时困难帮扶470万元。",
        {"860万元": None, "210万元": "大病救助基金", "180万元": None, "470万元": None},
    ),
    (
        "省财政下达救灾资金9亿元，其中应急补助2亿元，农房重建5亿元，其余用于安置。",
        {"9亿元": "救灾资金", "2亿元": "应急补助", "5亿元": "救灾资金"},
    ),
    (
        "县医院迁建到位资金3.5亿元，其中地方政府专项债券3亿元，自筹5000万元。",
        {"3.5亿元": "资金", "3亿元": "地方政府专项债券", "5000万元": "资金"},
    ),
    ("市科协向获奖项目颁发奖金48万元。", {"48万元": "奖金"}),
    # the name of the next sum, of one thing in a list, of who else helped
    ("县里拿出40万元重奖优秀教师，为农村教师发放交通补贴14.4万元。", {"40万元": None, "14.4万元": "交通补贴"}),
    ("县里拿出40万元，为离任村医发放一次性补助。", {"40万元": "一次性补助"}),
    ("区财政每年补贴运营费用320万元。", {"320万元": "运营费用"}),
    # a name whose end is in quotes
    ("县民政局发放孤儿生活费126万元、残疾人“两项补贴”890万元。", {"126万元": "孤儿生活费", "890万元": "残疾人“两项补贴”"}),
    # who gives is no part of the name
    ("离退休老党员捐款4.5万元。", {"4.5万元": "捐款"}),
    ("全县水利领域发放贷款28亿元。", {"28亿元": "贷款"}),
]


@pytest.mark.parametrize(("text", "funds"), FUNDS)
def test_what_the_money_is_called(text: str, funds: dict[str, str | None]) -> None:
    assert told(text, "fund") == funds


TARGETS = [
    # who gives is no purpose
    ("市慈善总会共接收捐款820万元。其中，望山集团捐赠300万元，全市教职工捐款56万元。", {"300万元": None, "56万元": None}),
    ("市慈善总会共接收捐款820万元。其中，绿洲农业开发有限公司捐资40万元。", {"40万元": None}),
    # … but whom it is given to is
    ("全体师生为患病学生林小满捐款3.2万元。", {"3.2万元": "患病学生林小满"}),
    ("望山集团向清溪小学捐款30万元，用于购买图书。", {"30万元": "购买图书"}),
    # a body that gives is no head of a share: what it has done is told behind
    ("驻村工作队协调帮扶单位投入12万元，为村里打机井2眼。", {"12万元": "为村里打机井2眼"}),
    ("华侨林国栋捐资300万元兴建的村文化礼堂日前落成。", {"300万元": "村文化礼堂"}),
    (
        "2014年，世界银行提供农村公路贷款1.5亿美元，用于改造通村公路和便民桥。今年，亚洲开发银行又向云南、甘肃两省分别提供公路养护项目贷款8000万和5000万美元。",
        {"1.5亿美元": "改造通村公路和便民桥", "8000万": "公路养护项目", "5000万美元": "公路养护项目"},
    ),
    ("市科协向获奖的32个项目颁发奖金共计48万元。", {"48万元": "获奖的32个项目"}),
    ("县政府投资180万元兴建的县福利院综合楼竣工。", {"180万元": "县福利院综合楼"}),
    ("体彩公益金资助我县建设健身步道项目，资助金额80万元。", {"80万元": "我县建设健身步道项目"}),
    ("各银行累计为产业园发放贷款6.8亿元，其中建设银行5.5亿元、农商行1.3亿元。", {"6.8亿元": "产业园", "5.5亿元": "产业园", "1.3亿元": "产业园"}),
    ("保险公司对受灾大棚定损后，当日预付赔款30万元。", {"30万元": "受灾大棚"}),
    ("县财政注入风险金2425万元。", {"2425万元": None}),
    # what a later sentence says of the money that it names
    (
        "省财政厅下达我县补助资金包含社会事业专项资金1000万元、债券贴息资金1059万元。我县将社会事业专项资金用于卫生、文化项目；将债券贴息资金专项用于偿还债券利息。",
        {"1000万元": "卫生、文化项目", "1059万元": "偿还债券利息"},
    ),
    # a total is not for what its first share is for
    (
        "财政部预拨救灾资金2.9亿元，其中9000万元支持福建、广东做好防台风工作，重点做好倒损民房修复；其余2亿元支持四川做好抗旱救灾工作。",
        {"2.9亿元": None, "9000万元": "做好防台风工作", "2亿元": "做好抗旱救灾工作"},
    ),
    # what it supports, and not how many have it
    (
        "我市获得中央预算内资金1.57亿元，其中支持老旧小区改造6961万元，惠及6个项目、139个小区；支持棚户区改造8746万元，惠及9个项目。",
        {"6961万元": "老旧小区改造", "8746万元": "棚户区改造"},
    ),
    # as many levels as amounts, and what they give for
    ("校舍维修改造中央和省级资金分别为1352万元和900万元。", {"1352万元": "校舍维修改造", "900万元": "校舍维修改造"}),
]


@pytest.mark.parametrize(("text", "targets"), TARGETS)
def test_what_the_money_is_for(text: str, targets: dict[str, str | None]) -> None:
    found = told(text, "target")
    assert {amount: found[amount] for amount in targets} == targets


REGIONS = [
    ("财政部预拨防控补助资金44亿元，支持全国各地开展防控工作。", "全国各地"),
    ("省民政厅向全省各地下拨救助资金1127万元。", "全省各地"),
    ("中央财政拨付湖北等各地防控资金44亿元。", "湖北等各地"),
    ("财政部拨付防汛补助费1.15亿元，用于南方部分省（区）水毁设施的修复。", "南方部分省（区）"),
    ("财政部下拨抗旱补助费1.7亿元，支持湖南、江西等14省、自治区、直辖市的抗旱工作。", "湖南、江西等14省、自治区、直辖市"),
    ("教师捐赠的100万元赠款已电汇至四川灾区。", "四川省"),
    ("2023年我市已累计到位中央衔接资金6618万元。", "我市"),
    # a body that is named after a class of places, and who decides
    ("中国老区建设促进会捐赠救灾资金300万元。", None),
    ("四个社团决定向受灾地区捐赠资金300万元。", "受灾地区"),
]


@pytest.mark.parametrize(("text", "region"), REGIONS)
def test_where_the_money_goes(text: str, region: str | None) -> None:
    assert list(told(text, "region").values()) == [region]


PARTS = [
    # what a giver's money goes to, of two amounts named before
    (
        "各级财政共安排防控资金80亿元，其中中央财政安排17亿元。中央财政安排资金的具体投向，一是拨付青云县防治资金1亿元；二是拨付防疫经费9亿元。",
        {"80亿元": None, "17亿元": "80亿元", "1亿元": "17亿元", "9亿元": "17亿元"},
    ),
    # sentences behind an announcement
    (
        "省财政厅下达水利资金57亿元。据介绍，资金重点支持五大方面：一是提升防洪能力。安排25亿元支持河道治理。二是改善水环境。三是保障饮水安全。安排3亿元支持新建水库。",
        {"57亿元": None, "25亿元": "57亿元", "3亿元": "57亿元"},
    ),
    # … and none where nothing announces that the money is told by its uses
    (
        "省财政厅下达水利资金57亿元。据介绍，今年重点做好五大方面：一是提升防洪能力。市财政安排25亿元支持河道治理。",
        {"57亿元": None, "25亿元": None},
    ),
    (
        "市里共投入防汛资金4600万元。主要用于三个方面：一是水库加固2000万元；二是河道清淤1600万元；三是物资储备1000万元。",
        {"4600万元": None, "2000万元": "4600万元", "1600万元": "4600万元", "1000万元": "4600万元"},
    ),
    # about so much, of what was named exactly
    (
        "红十字会接收捐款566.98万元。据了解，在已接收的500余万元捐款中，望山集团捐款200万元，清溪集团捐款100万元。",
        {"566.98万元": None, "500余万元": "no fact", "200万元": "566.98万元", "100万元": "566.98万元"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_what_is_part_of_what(text: str, expected: dict[str, str | None]) -> None:
    found = wholes(text)
    assert {amount: found.get(amount, "no fact") for amount in expected} == expected


def test_two_givers_to_one_sum_give_twice() -> None:
    text = "慈善总会接收捐款800万元。其中，望山集团有限公司捐赠200万元；清溪化工有限公司捐赠200万元。"
    facts = [fact for fact in extract(Document("a", text, "a")).facts if isinstance(fact, Allocation)]
    assert [fact.payer for fact in facts if fact.amount_text == "200万元"] == ["望山集团有限公司", "清溪化工有限公司"]
    again = "慈善总会接收捐款800万元，其中望山集团捐赠200万元。\n\n据了解，其中望山集团捐赠的200万元已到账。"
    assert list(told(again, "amount_text").values()).count("200万元") == 1


def test_a_sum_of_all_is_no_share_of_each() -> None:
    assert list(told("新疆的发展，离不开对口援疆工作。各援疆省市累计落实援疆资金近2000亿元，其中80%用于民生。", "amount_text")) == ["2000亿元"]
    assert re.search(EACH, "各县区共安排300万元") is None
    assert re.search(EACH, "两县各安排300万元") is not None
