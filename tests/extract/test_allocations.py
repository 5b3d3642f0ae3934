"""Allocations: which amounts are facts, what belongs to them, and which is part of which."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.fold import fold
from kg.annotate.money import annotate_money
from kg.annotate.passage import Article, Passage, State, segments
from kg.extract.run import extract
from kg.model import Allocation, Document, Extraction

PUBLISHED = "2023-06-15"


def run(text: str, published: str | None = PUBLISHED) -> Extraction:
    return extract(Document("d", text, published=published))


def allocations(text: str, published: str | None = PUBLISHED) -> list[Allocation]:
    return [f for f in run(text, published).facts if isinstance(f, Allocation)]


def one(text: str) -> Allocation:
    [fact] = allocations(text)
    return fact


def parts(text: str) -> list[tuple[str, str | None, str | None]]:
    """(amount, region, amount of the whole) of every allocation, in reading order."""
    found = allocations(text)
    amounts = {f.id: f.amount_text for f in found}
    return [
        (f.amount_text, f.region, amounts.get(f.part_of or ""))
        for f in sorted(found, key=lambda f: (order(f), text.find(f.region or "")))
    ]


def order(fact: Allocation) -> int:
    spans = dict(fact.mentions)["amount"]
    return spans[0].start


FUNDS = [
    ("县里已发放到位补助资金450万元。", "补助资金"),
    ("6月3日，中央财政紧急拨付第三批防汛救灾补助资金5亿元。", "防汛救灾补助资金"),
    ("县民政局把83.6万元临时救助金拨付到困难群众账户上。", "临时救助金"),
    ("省财政提前下达2024年教育专项转移支付12亿元。", "教育专项转移支付"),
    ("市财政从盘活的存量资金里拿出800万元。", "存量资金"),
    ("海川集团捐款200万元。", "捐款"),
    ("今年中央预算内投资安排6100亿元。", "中央预算内投资"),
    ("截至5月底，各级财政安排的抗旱投入已经达到16亿元。", "抗旱投入"),
    # how many batches, what is done with it and how often are no part of the name; a batch alone names nothing
    ("省财政先后拨付两批种子补助资金6亿元。", "种子补助资金"),
    ("当年可用资金3亿元全部下达。", "资金"),
    ("县水利项目获批资金8940万元，已到账。", "资金"),
    ("亚洲开发银行向这个项目发放贷款2亿美元。", "贷款"),
    ("馆长向他颁发了证书和奖金5万元。", "奖金"),
    ("县财政从乡长预备金里挤出20万元购买柴油。", "乡长预备金"),
    ("县财政安排两江四岸治理资金2亿元。", "两江四岸治理资金"),
    ("县水利局加固堤防，所需费用36万元从市级防汛专项资金中列支。", "市级防汛专项资金"),
    ("县财政支付维修费用36万元。", "维修费用"),
    ("县里把一笔36万元的森林防火经费用在了添置装备上。", "森林防火经费"),
    # what published lists call the money is whole; a word that only looks like it is not taken in
    ("市财政局近日下达云水县地下综合管廊补助资金3600万元。", "地下综合管廊补助资金"),
    ("目前，全县新能源汽车推广应用补助资金已到位860万元。", "新能源汽车推广应用补助资金"),
    ("县里安排缓解县乡财政困难转移支付560万元。", "缓解县乡财政困难转移支付"),
    ("480万元义务兵家庭优待金已拨付到位。", "义务兵家庭优待金"),
    ("市财政局下达教育费附加360万元。", "教育费附加"),
    # the receiving place behind the verb is no part of the name; what else the verb governs is
    ("县里拨付岑溪市救灾资金300万元。", "救灾资金"),
    ("日前，拨付岑溪市救灾资金300万元。", "救灾资金"),
    ("日前，拨付石桥乡农田水利资金230万元。", "农田水利资金"),
    ("日前，拨付边境县转移支付资金230万元。", "边境县转移支付资金"),
    ("该县落实垃圾分类奖补资金1200万元。", "垃圾分类奖补资金"),
    ("该县落实离退休人员养老金1200万元。", "养老金"),
    ("省财政从车购税中安排3.2亿元。", "车购税"),
]


@pytest.mark.parametrize(("text", "fund"), FUNDS)
def test_fund(text: str, fund: str) -> None:
    assert one(text).fund == fund


TARGETS = [
    ("省财政安排救灾资金5000万元，用于倒房户重建住房。", "倒房户重建住房"),
    ("市财政局投入350万元购置灌溉设备。", "购置灌溉设备"),
    ("截至6月8日，农业银行已发放春耕贷款3亿元，惠及农户2万户。", "农户"),
    ("县财政向县人民医院支付药品款58万元。", "县人民医院"),
    ("为支持小微企业复工，市财政安排贴息资金700万元。", "支持小微企业复工"),
    ("省里安排修复资金2亿元，统筹用于清淤疏浚，堤防加固、水闸改造等工作。", "清淤疏浚，堤防加固、水闸改造等工作"),
    ("省里安排基建资金2亿元，全部计划用于阆中机场项目建设。", "阆中机场项目建设"),
    ("市财政投入21亿元持续改善城市居住品质。", "持续改善城市居住品质"),
    # a day, and how far a plan is fulfilled, are no purposes
    ("截止到6月23日12时，各级财政投入抗震救灾资金543亿元。", None),
    ("截至6月底，已完成投资67.2亿元，完成年度投资计划的51%。", None),
    # the receiver without the name of the money; a place that is cut through is nothing
    ("慰问组向各连队送去慰问金128万元。", "各连队"),
    ("自治区下拨给阿勒泰地区抗雪救灾资金500万元。", None),
]


@pytest.mark.parametrize(("text", "target"), TARGETS)
def test_target(text: str, target: str | None) -> None:
    assert one(text).target == target


PLACES = [
    ("中央财政下达四川省救灾资金8000万元。", "四川省"),
    ("财政部安排救灾资金8500万元，支持四川、云南抗旱救灾。", "四川省、云南省"),
    ("财政部门向湖北预拨防疫资金2亿元。", "湖北省"),
    ("中央财政下达补助资金60亿元支持各地开展公共卫生服务。", "各地"),
    ("四川省财政厅安排救灾资金5000万元。", None),
    ("省财政安排奖补资金260万元，支持云岭村修建水塔。", "云岭村"),
    # whom it is compared with, where somebody speaks, and who gives are no receivers
    ("上海市财政五年投入援疆资金92亿元，在19个援疆省市中位列第一。", None),
    ("该会副会长5日在北京透露，系统共收到捐款3835万元。", None),
    ("截至5月底，江苏、江西两省援疆资金到位4.6亿元。", None),
    ("截至5月底，江苏、江西两省救灾资金到位4.6亿元。", "江苏省、江西省"),
    # the place that a clause speaks of without its name; where something is held, and who hands on, receive nothing
    ("小河村不大。去年该村拿到整合资金268万元，修了砂石路。", "小河村"),
    ("小河村不大。去年村里民政部门收到捐款268万元。", None),
    ("3月20日召开的全市科技奖励大会上，研究所所长汪长青拿到了30万元的科技奖金。", None),
    ("天长市第三天就把首批68.5万元补偿款发到石梁、釜山两镇农民手中。", "石梁镇、釜山镇"),
    ("汝南县生猪调出大县奖励资金712万元近日到账。", "汝南县"),
    ("7月底，湘西自治州获倾斜补助8500万元。", "湘西自治州"),
    # what the receivers are like stands before them
    ("国家开发银行广西分行向配套困难的18个县发放贷款3.3亿元。", "18个县"),
    ("省财政厅筹措12亿元补给库款困难的阜新、朝阳等市。", "阜新市、朝阳市"),
    ("水利部党员向对口帮扶的城口县捐款46.8万元。", "城口县"),
    ("对口支援的深圳市投入重建资金3.2亿元。", None),
    # classes of places, and words that are none
    ("财政奖补资金9亿元已于本周一拨付到县（市、区）。", "县（市、区）"),
    ("基金会在西北五省区发放奖学金3980万元。", "西北五省区"),
    ("财政部拨付救灾资金3000万元，用于甘肃省迭部等地受灾群众安置。", "甘肃省迭部等地"),
    ("省财政投入库区基金8.2亿元。", None),
    ("中央财政拨付抗旱补助费3.2亿元，惠及河南、安徽等8个主产省。", "河南、安徽等8个主产省"),
    ("省财政已发放蓄滞洪区补偿资金9.3亿元，涉及8县（市）。", "8县（市）"),
    ("省财政已发放蓄滞洪区补偿资金9.3亿元，涉及农户8万户。", None),
    ("自治区财政下达奖补资金2.6亿元，支持沿黄7盟市开展生态治理。", "沿黄7盟市"),
    ("省财政厅对皖北六市安排支小再贷款30亿元。", "皖北六市"),
    ("贵州省财政厅下达资金7.8亿元，支持全省9个市（州）、贵安新区建设高标准农田。", "全省9个市（州）、贵安新区"),
    ("省财政拿出36亿元支持生态文明先行示范区建设。", None),
    # foreign states receive; their banks and firms are no places
    ("中国政府捐款700万美元，用来为也门和乍得的难民购买口粮。", "也门、乍得"),
    ("中国政府向老挝政府提供贷款2.4亿美元，用于水电站建设。", "老挝"),
    ("某公司向日本出口企业支付货款300万元。", None),
    ("省财政安排430万元用于壁画治理，高平开化寺壁画病害已治理。", None),
]


@pytest.mark.parametrize(("text", "region"), PLACES)
def test_region_is_where_the_money_goes(text: str, region: str | None) -> None:
    assert one(text).region == region


def test_several_places_are_several_references() -> None:
    fact = one("财政部安排救灾资金8500万元，支持四川、云南抗旱救灾。")
    assert [(r.name, r.code) for r in fact.regions] == [("四川省", "510000"), ("云南省", "530000")]


NO_FACTS = [
    ("困难群众每人每月补助300元。", "standard or share per unit"),
    ("单个项目补助最高不超过300万元。", "ceiling"),
    ("省财政投入比上年增加3亿元。", "difference"),
    ("补助标准由每公里40万元提高到60万元。", "standard or share per unit"),
    ("合作社去年卖牛收入38万元。", "not paid out"),
    ("洪涝造成直接经济损失4.6亿元。", "not paid out"),
    ("该局通过招标节约财政资金120万元。", "leveraged or saved"),
    ("可带动社会资本投入3亿元。", "private or economy-wide investment"),
    ("原局长受贿180万元。", "misuse, fine or fraud"),
    ("网传每户补发5万元，经查不实。", "rumour"),
    ("向山区10个县各补助建设资金2000万元。", "share of places not named"),
    ("尚有300万元因材料不全未能兑付。", "not paid"),
    ("今年减税降费300亿元。", "not paid out"),
    ("我县纳入计划上报，本次申请中央预算内投资2.7亿元。", "applied for"),
    ("我县上报项目27个，项目总投资2.6亿元。", "applied for"),
    ("有人说买帐篷花了1300万元，此数字有误。", "rumour"),
    ("县里为她申办了低保，每月520元。", "standard or share per unit"),
    ("城乡低保标准由140元提到165元，县城由90元提到110元。", "changed standard"),
    ("农商行累放春耕贷款，同比多放3600万元。", "difference"),
    ("他截留危房改造补助5万元和养老保险金2万元。", "misuse, fine or fraud"),
    ("该院执结案件800件，执行到位金额1.3亿元。", "not paid out"),
    ("12家台资企业投资超过3亿美元。", "private or economy-wide investment"),
    ("水利投资比上年同期多出41亿元。", "more or less than before"),
    ("民生支出较上年增支1.9亿元。", "more or less than before"),
    ("全年归集公积金3.6亿元。", "taken in"),
    ("省级筹集彩票公益金6亿元。", "taken in"),
    ("会议还给捐款15万元以上的单位颁发了铜牌。", "threshold"),
    ("河道整治尚缺资金5000万元。", "not paid out"),
    ("该行完成上级下达的90亿元年度贷款增量目标。", "target"),
    ("力争年内为全市参保企业集中发放失业保险稳岗返还资金1亿元以上。", "target"),
    ("县里申请银行贷款5000万元。", "applied for"),
    ("全市最低工资标准统一为1850元。", "standard or share per unit"),
    ("全县12岁以下儿童每人补助300元。", "standard or share per unit"),
    ("县里说要防止骗取低保金36万元。", "not lost"),
]


@pytest.mark.parametrize(("text", "reason"), NO_FACTS)
def test_what_is_no_allocation_is_set_aside(text: str, reason: str) -> None:
    found = run(text)
    assert [f for f in found.facts if isinstance(f, Allocation)] == []
    assert reason in {r.reason for r in found.rejected if r.stage == "allocation"}


FACTS = [
    # what looks like the above and is paid all the same
    "县里比邻村多，省财政下达水利补助41亿元。",
    "省级下达彩票公益金6亿元。",
    "县里收到捐款15万元以上。",
    "省财政下达生均拨款3.9亿元。",
    "市财政按规定标准返还保险费5亿元。",
    "厂里申报的412万元退税已拨付到账。",
    # words of standards, prices, ceilings and differences within the money's name or before its receiver
    "市财政局下达清河县均衡性转移支付3200万元。",
    "县里把320万元价格临时补贴发到了困难群众手中。",
    "县里筹措的50万元起步资金到账。",
    "480万元首批补助资金已拨付到位。",
    "1.2亿元标准化厂房建设资金落实到位。",
    "招商银行向灾区捐款200万元。",
    "县里安排招商引资奖励资金80万元。",
    "县财政安排缺口补助资金1.2亿元。",
    "下拨县级以下公立医院补助资金860万元。",
    "县民政局按标准足额发放低保金320万元。",
    "市财政至少拿出500万元支持创业。",
    "县里申请的专项债券5000万元获批。",
    "省慈善总会向希望小学捐赠图书款50万元。",
    "县财政偿还到期债务3.2亿元。",
    "县里支付土地流转租金36万元。",
]


@pytest.mark.parametrize("text", FACTS)
def test_what_is_paid_is_kept(text: str) -> None:
    assert [f for f in run(text).facts if isinstance(f, Allocation)]


PARTS = [
    # allocation.part: 其中, in one sentence and in the next
    (
        "中央财政下达救灾资金5亿元，其中湖北2亿元、湖南1亿元，其余2亿元用于江西。",
        [
            ("5亿元", None, None),
            ("2亿元", "湖北省", "5亿元"),
            ("1亿元", "湖南省", "5亿元"),
            ("2亿元", "江西省", "5亿元"),
        ],
    ),
    # two levels, the second level full before the first goes on
    (
        "省财政下达农业资金9亿元。其中，水利资金5亿元，包括济宁市2亿元、聊城市3亿元；农机资金4亿元，包括临沂市4亿元。",
        [
            ("9亿元", None, None),
            ("5亿元", None, "9亿元"),
            ("2亿元", "济宁市", "5亿元"),
            ("3亿元", "聊城市", "5亿元"),
            ("4亿元", None, "9亿元"),
        ],
    ),
    # allocation.each: 各 over a list
    (
        "市财政拨付贴息资金3000万元，其中西吉县、彭阳县各1000万元，原州区1000万元。",
        [
            ("3000万元", None, None),
            ("1000万元", "西吉县", "3000万元"),
            ("1000万元", "彭阳县", "3000万元"),
            ("1000万元", "原州区", "3000万元"),
        ],
    ),
    # allocation.part.sum: nothing but the sum says so
    (
        "财政部下达水利资金3亿元，支持陕西、湖北两省，分别为1.8亿元和1.2亿元。",
        [("3亿元", "陕西省、湖北省", None), ("1.8亿元", "陕西省", "3亿元"), ("1.2亿元", "湖北省", "3亿元")],
    ),
    # allocation.sum: the whole behind its parts
    (
        "省财政安排救灾资金2亿元，市财政安排救灾资金1亿元，两项合计3亿元。",
        [("2亿元", None, "3亿元"), ("1亿元", None, "3亿元"), ("3亿元", None, None)],
    ),
    # a new verb with its own payer and date starts afresh
    (
        "6月1日，中央财政下达救灾资金5亿元，其中湖北2亿元；6月3日，省财政安排救灾资金1亿元。",
        [("5亿元", None, None), ("2亿元", "湖北省", "5亿元"), ("1亿元", None, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_parts(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = parts(text)
    assert found[: len(expected)] == expected


def test_parts_inherit_what_they_do_not_say() -> None:
    found = allocations("6月3日，省财政下达防汛资金5亿元，用于堤防加固，其中武汉市2亿元。")
    part, whole = sorted(found, key=lambda f: f.amount)
    assert (part.fund, part.target, part.date, part.payer, part.action) == (
        whole.fund, whole.target, whole.date, whole.payer, whole.action,
    )  # fmt: skip
    assert part.part_of == whole.id


def test_one_total_split_twice() -> None:
    found = allocations(
        "省财政下达农业资金9亿元，其中济宁市4亿元、聊城市5亿元。上述资金本次先行拨付6亿元，其余3亿元年底前清算。"
    )
    whole = next(f for f in found if f.amount_text == "9亿元")
    splits = {f.amount_text: f.partition for f in found if f.part_of == whole.id}
    assert splits == {"4亿元": 1, "5亿元": 1, "6亿元": 2, "3亿元": 2}


def test_numbered_list_under_a_total() -> None:
    text = (
        "西江县2024年乡村振兴补助资金安排公告\n我县安排乡村振兴补助资金三百万元，各项目公示如下：\n"
        "一、产业发展，二百万元\n1.望山乡茶园提升，一百二十万元；\n2.云岭镇果园改造，八十万元。\n二、项目管理费，一百万元。"
    )
    assert parts(text) == [
        ("三百万元", None, None),
        ("二百万元", None, "三百万元"),
        ("一百二十万元", "望山乡", "二百万元"),
        ("八十万元", "云岭镇", "二百万元"),
        ("一百万元", None, "三百万元"),
    ]


def test_the_office_of_a_notice_pays() -> None:
    text = (
        "湖南省财政厅关于下达2023年林业资金的通知\n有关市州财政局：\n"
        "根据《财政部关于下达林业资金的通知》，经国务院批准，现下达2023年中央财政林业资金5000万元。\n湖南省财政厅\n2023年3月21日"
    )
    assert [f.payer for f in allocations(text)] == ["湖南省财政厅"]
    handed = text.replace("现下达2023年中央财政林业资金5000万元", "现将2023年中央财政林业资金5000万元下达给你们")
    assert [f.payer for f in allocations(handed)] == ["湖南省财政厅"]
    assert [f.payer for f in allocations("根据国务院部署，财政部下达中央财政林业资金5000万元。")] == ["财政部"]


def test_table_under_a_notice() -> None:
    text = (
        "湖南省财政厅关于下达2023年林业资金的通知\n有关市州财政局：\n现下达2023年林业资金5000万元，用于森林修复。\n"
        "湖南省财政厅\n2023年3月21日\n单位：万元\n地区　金额\n张家界市　3000\n怀化市　2000\n合计　5000"
    )
    found = run(text)
    rows = [f for f in found.facts if isinstance(f, Allocation) and f.part_of]
    assert [(f.amount, f.region, f.unit_text, f.date) for f in rows] == [
        (Decimal(30_000_000), "张家界市", "万元", "2023-03-21"),
        (Decimal(20_000_000), "怀化市", "万元", "2023-03-21"),
    ]
    assert "repeats an amount" in {r.reason for r in found.rejected}


ROWS = [
    # with a slash between the cells
    ("（金额单位：万元）\n地区／项目／金额\n张家界市／电梯更新／3,000\n怀化市／泵站改造／2,000", ["张家界市", "怀化市"]),
    # written as a sentence
    ("分地区金额（单位：万元）\n张家界市1500；怀化市2000；常德市1500。", ["张家界市", "怀化市", "常德市"]),
    # the unit in the caption, and a caption without one
    ("附表：资金分配情况（万元）\n市县｜金额\n张家界市｜3,000\n怀化市｜2,000", ["张家界市", "怀化市"]),
    ("资金分配情况（见附件）\n市县｜金额\n张家界市｜3,000\n怀化市｜2,000", []),
    # rows side by side in one line
    ("（单位：万元）\n张家界市　3,000　怀化市　1,500\n常德市　500", ["张家界市", "怀化市", "常德市"]),
    ("（单位：万元）\n张家界市　电梯　3,000\n怀化市　12　2,000", ["张家界市", "怀化市"]),
    # no table: numbers of something else
    ("（金额单位：万元）\n会议强调，张家界市完成1500户、怀化市完成2000户改造，质量要抓紧。", []),
]


@pytest.mark.parametrize(("table", "regions"), ROWS)
def test_tables_of_other_forms(table: str, regions: list[str]) -> None:
    found = allocations("湖南省财政厅下达2023年改造资金5000万元。\n" + table)
    assert [f.region for f in found if f.unit_text] == regions
    assert all(f.part_of for f in found if f.unit_text)


def test_a_list_goes_on_after_its_number() -> None:
    found = allocations("财政部安排资金8亿元，海南、江苏、四川三省及宁波市各得2亿元。")
    assert {f.region for f in found[1:]} == {"海南省", "江苏省", "四川省", "宁波市"}


def test_parts_that_exceed_the_whole_are_warned_of() -> None:
    found = allocations("省财政下达救灾资金5亿元，其中湖北4亿元、湖南3亿元。")
    [whole] = [f for f in found if f.warnings]
    assert (whole.amount_text, whole.warnings) == ("5亿元", ("parts exceed the whole",))
    assert [f.amount_text for f in found if f.part_of == whole.id] == ["4亿元", "3亿元"]


KINDS = [
    ("截至6月8日，省财政累计拨付补助资金3亿元。", "cumulative", "disbursed"),
    ("6月8日，省财政下达补助资金3亿元。", "flow", "allocated"),
    ("省财政将安排补助资金3亿元。", "flow", "planned"),
    ("国家发展改革委下达中央预算内投资计划2900万元。", "flow", "allocated"),
    ("省财政计划安排补助资金3亿元。", "flow", "planned"),
]


@pytest.mark.parametrize(("text", "kind", "stage"), KINDS)
def test_kind_and_stage(text: str, kind: str, stage: str) -> None:
    fact = one(text)
    assert (fact.kind, fact.stage) == (kind, stage)


DATES = [
    ("6月3日，省财政下达补助资金3亿元。", "2023-06-03"),
    ("截至6月8日，省财政累计拨付补助资金3亿元。", "2023-06-08"),
    ("省财政下达2022年补助资金3亿元。", None),
    ("补助资金18万元于6月9日划入牧户账户。", "2023-06-09"),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_date_is_that_of_the_action(text: str, date: str | None) -> None:
    assert one(text).date == date


def test_the_yuan_stands_for_the_foreign_amount() -> None:
    found = run("世界银行提供贷款1亿美元（约合人民币6.4亿元），用于污水处理。")
    [fact] = [f for f in found.facts if isinstance(f, Allocation)]
    assert (fact.amount_text, fact.currency, fact.qualifier) == ("6.4亿元", "CNY", "约")
    assert [r.item for r in found.rejected if r.reason == "restates an amount"] == ["1亿美元"]


PAYERS = [
    ("红十字会收到李红梅女士捐款20万元。", "李红梅"),
    ("这笔300万元的捐款来自周建国先生，用于重建小学。", "周建国"),
    ("县红十字会接收广东省廉江市捐款60万元。", "廉江市"),
    ("全市收到社会各界捐款300万元。", None),
    ("全市收到爱心企业捐款300万元。", None),
    ("县民政局收到中央财政资金200万元。", "中央财政"),
    ("兰州市榆中县获得协作资金3800万元。", None),
    # departments of a kind, and of a committee
    ("财政部门拨款350万元，修建通村公路。", "财政部门"),
    ("财政部拨款350万元，修建通村公路。", "财政部"),
    ("由财政部门、民政部门共同发放补助20万元。", "财政部门、民政部门"),
    ("人才资金6000万元由省委组织部会同省财政厅下达。", "省委组织部、省财政厅"),
    ("奖金共计30万元，由县财政和镇财政各负担一半。", "县财政、镇财政"),
    ("周建国个人出资50万元为村里修了一座桥。", "周建国"),
]


@pytest.mark.parametrize(("text", "payer"), PAYERS)
def test_who_pays(text: str, payer: str | None) -> None:
    assert one(text).payer == payer


def test_places_that_get_each_their_own_are_no_parts_of_each_other() -> None:
    found = allocations("兰州市榆中县获得协作资金3800万元，永登县获得2900万元。石桥镇获得救灾款20万元，清水乡获得15万元。")
    assert [f.part_of for f in found] == [None] * 4
    whole, share = sorted(allocations("江城市获得救灾款2000万元，清水乡获得15万元。"), key=order)
    assert share.part_of == whole.id


def test_two_givers_of_the_same_amount_give_twice() -> None:
    found = allocations("截至5日，甲某集团捐款1500万元，辉山投资有限公司捐款100万元，淘金公益基金会捐款100万元。")
    assert sorted(f.amount_text for f in found) == ["100万元", "100万元", "1500万元"]
    again = allocations("辉山投资有限公司捐款100万元。5日，辉山投资有限公司捐款100万元。")
    assert [len(f.also) for f in again] == [1]


def test_goods_given_count_by_their_value() -> None:
    assert one("截至22日，全省各级红十字会接收捐赠款物总价值8.87亿元。").amount_text == "8.87亿元"
    assert allocations("这批苗木价值8.87亿元。") == []


def test_an_example_may_be_told_of_real_money() -> None:
    assert one("“比如说，省财政安排救灾资金3亿元。”").amount_text == "3亿元"
    assert allocations("比如每户得到补助3万元。") == []


def test_a_sum_may_be_a_share_of_gifts_just_spoken_of() -> None:
    text = "截至5日，省红十字会接收捐款3835万元。在上述捐款中，甲某集团公司捐款1500万元。"
    assert [f[2] for f in parts(text)] == [None, "3835万元"]


def test_the_same_amount_in_a_headline_is_no_second_fact() -> None:
    text = "中央财政下达救灾资金5亿元\n6月3日，中央财政下达中央救灾资金5亿元，支持湖北抗洪。"
    fact = one(text)
    assert fact.region == "湖北省"


HEADLINES = [
    ("荆门争取到救灾资金4.6亿元\n今年，荆门市获得救灾资金46180万元。", ["46180万元"]),
    ("荆门三千余万元专款修缮古桥\n今年，荆门市下达古桥专项资金3265.4万元。", ["3265.4万元"]),
    # another amount, or the title is not the first line
    ("荆门争取到救灾资金4.6亿元\n今年，荆门市获得教育资金4.9亿元。", ["4.6亿元", "4.9亿元"]),
    ("荆门市下达古桥资金3亿元。\n省财政另拨荆州救灾资金4.6亿元\n荆州市获得教育资金46180万元。", ["3亿元", "4.6亿元", "46180万元"]),
]


@pytest.mark.parametrize(("text", "amounts"), HEADLINES)
def test_a_title_rounds_what_the_text_states(text: str, amounts: list[str]) -> None:
    assert sorted(f.amount_text for f in allocations(text)) == sorted(amounts)


EACH = [
    ("市财政补助大冶市、阳新县福利院各45万元。", ["大冶市", "阳新县"]),
    ("其中对高校毕业生较多的湖北、陕西两省，各单列安排就业补助资金2亿元。", ["湖北省", "陕西省"]),
    ("市财政补助大冶市、阳新县各单位45万元。", ["大冶市、阳新县"]),
]


@pytest.mark.parametrize(("text", "regions"), EACH)
def test_what_places_get_each(text: str, regions: list[str]) -> None:
    assert sorted(f.region or "" for f in allocations(text)) == sorted(regions)


def test_firms_named_behind_a_gift_give_as_much_each() -> None:
    text = "江城建设公司捐500万元，省桥梁集团、省港口公司各300万元。"
    assert sorted(f.amount_text for f in allocations(text)) == ["300万元", "300万元", "500万元"]
    assert len(allocations("省桥梁集团、省港口公司各投300万元。")) < 3


def test_a_bracket_opens_the_words_of_its_amount() -> None:
    text = "县里兑现普通高中国家助学金275万元（一等每生1250元，二等每生750元）。"
    assert [f.amount_text for f in allocations(text)] == ["275万元"]
    assert len(allocations("县里兑现助学金275万元（省级200万元，县级75万元）。")) == 3


CLAUSES = [
    "6月3日，省财政下达救灾资金5亿元",
    "其中武汉市2亿元、宜昌市1亿元",
    "其余8000万元用于应急采购",
    "每户补助500元",
    "单价不超过30万元",
    "合计6亿元",
    "惠及群众3万户",
    "（约合人民币2亿元）",
    "3亿美元",
    "分别为1亿元、2亿元和3亿元",
    "各安排300万元",
    "单位：万元",
    "东川县　360",
]
MARKS = st.sampled_from(["，", "；", "。", "：", "\n", "、"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(CLAUSES), MARKS), min_size=1, max_size=8))
def test_no_amount_vanishes(pieces: list[tuple[str, str]]) -> None:
    """Every amount that was read is a fact's, a repetition's, or set aside with a reason; quotes are grounded."""
    text = "".join(clause + mark for clause, mark in pieces)
    found = run(text)
    facts = [f for f in found.facts if isinstance(f, Allocation)]
    ids = {f.id for f in facts}
    for fact in facts:
        assert "".join(text[s.start : s.end] for s in fact.evidence.spans) == fact.evidence.quote
        assert fact.part_of is None or fact.part_of in ids
        assert fact.part_of != fact.id
    told = {f.amount_text for f in facts} | {r.item for r in found.rejected}
    assert {text[a:b] for a, b in amounts(text)} <= told


def amounts(text: str) -> list[tuple[int, int]]:
    folded = fold(text)
    state = State(Document("d", text), Article(folded, text))
    found = []
    for match in re.finditer(r"[^\n]+", folded):
        passage = Passage(state, match.start(), match.end(), segments(folded, match.start(), match.end()))
        annotate_money(passage)
        found += [(m.start, m.end) for m in passage.money]
    return found
