"""Sums as ministries, provinces and cities print them: names in brackets and lists, what is made a priority, groups of regions, sums told off by days."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document


def told(text: str, field: str) -> dict[str, str | None]:
    """The field of each amount."""
    document = Document("a", text, "a", published="2021-07-22")
    return {fact.amount_text: getattr(fact, field) for fact in extract(document).facts if isinstance(fact, Allocation)}


FUNDS = [
    # the batch in brackets stands within the name
    ("近日，省财政厅下达我市2021年车辆购置税收入补助地方（第一批）资金3.6亿元。", {"3.6亿元": "车辆购置税收入补助地方（第一批）资金"}),
    ("省财政到账了一批救灾补助资金3.6亿元。", {"3.6亿元": "救灾补助资金"}),
    # what a list of fields shares
    ("文化、体育、传媒类支出：安排8200万元，主要用于公共文化服务体系建设。", {"8200万元": "文化、体育、传媒类支出"}),
    ("今年安排教育、卫生、养老等方面的资金86亿元，增长12%。", {"86亿元": "教育、卫生、养老等方面的资金"}),
    # who receives is no part of it
    ("中央财政安排地方、中央农垦等农机购置补贴资金共计170亿元。", {"170亿元": "农机购置补贴资金"}),
    # the name last spoken of
    ("自治区再次拨付草原生态奖补资金15亿元，今年已拨付此项资金40亿元。", {"15亿元": "草原生态奖补资金", "40亿元": "草原生态奖补资金"}),
    ("县财政拨付学生营养餐补助1200万元，全年已累计拨付该项补助3600万元。", {"1200万元": "学生营养餐补助", "3600万元": "学生营养餐补助"}),
    # what goes on beside it, what it is not, and what is no money at all
    (
        "财政部下达水利发展资金100亿元。在保障农田建设补助资金的基础上，安排20亿元支持中型灌区改造。",
        {"100亿元": "水利发展资金", "20亿元": "水利发展资金"},
    ),
    ("市财政拨付2056万元，为防汛工作提供坚强财力保障。", {"2056万元": None}),
    ("中央财政安排3000亿元规模的灾后恢复重建基金。", {"3000亿元": "灾后恢复重建基金"}),
    ("继续安排0.45亿元对易地搬迁安置点实施以奖代补。", {"0.45亿元": "以奖代补"}),
    # whose share it is
    ("各级财政共安排疫情防控资金805亿元，其中中央财政支出安排了172亿元。", {"805亿元": "疫情防控资金", "172亿元": "疫情防控资金"}),
]


@pytest.mark.parametrize(("text", "names"), FUNDS)
def test_what_the_money_is_called(text: str, names: dict[str, str | None]) -> None:
    assert told(text, "fund") == names


TARGETS = [
    # what is done with an investment is no part of its field; a work is
    ("会议指出，2024年全省完成水利投资1016亿元，其中中央投资258亿元、省级投资173亿元。", {"258亿元": "水利", "173亿元": "水利"}),
    ("省财政安排1.2亿元，完成改造。", {"1.2亿元": "完成改造"}),
    # what is made a priority, and not what it is made
    ("中央财政将打赢蓝天保卫战作为重中之重，安排资金250亿元。", {"250亿元": "打赢蓝天保卫战"}),
    ("市财政把教育放在优先位置，今年投入36亿元。", {"36亿元": "教育"}),
    ("我市将乡村道路建设列为头号工程，安排资金2.8亿元。", {"2.8亿元": "乡村道路建设"}),
    ("县里把这里列入农村饮水安全工程，拨付工程款48万元。", {"48万元": "农村饮水安全工程"}),
    ("东山区作为首批试点，收到以旧换新补贴资金3200万元。", {"3200万元": None}),
    # whom it is given to, without the giving; whom it reaches, without the number
    ("中央财政共拨付专项资金131亿元，对纳入储备库的水污染防治项目予以支持。", {"131亿元": "纳入储备库的水污染防治项目"}),
    ("11月30日前，且末县发放了首批2216万元棉花补贴款，惠及当地5011户农民。", {"2216万元": "农民"}),
    ("黄沙公路项目由市交发集团作为业主，拨付车购税补助资金4872万元。", {"4872万元": "黄沙公路项目"}),
    # the next sentence goes on without a subject, or the money of another sum is spoken of
    ("教育类支出：安排3.2亿元，比上年增加4800万元。主要用于学前教育、校舍安全工程。", {"3.2亿元": "学前教育、校舍安全工程"}),
    (
        "中央财政14日下拨抗震救灾资金2.5亿元。其中，向四川省下拨1000万元资金，用于支持广播电视系统修复受损设备。",
        {"2.5亿元": None, "1000万元": "支持广播电视系统修复受损设备"},
    ),
    # said once more, in detail
    (
        "财政部预拨2.1亿元救灾资金，支持四川做好应急抢险工作，重点做好搜救转移安置人员、排危除险、倒损民房修复等工作。",
        {"2.1亿元": "做好应急抢险工作"},
    ),
    ("下拨救灾资金1.87亿元用于紧急转移安置受灾群众的基础上，再次安排5.25亿元，用于住房重建。", {"1.87亿元": "紧急转移安置受灾群众", "5.25亿元": "住房重建"}),
    # how large it is
    ("石桥中学迁建项目坐落于怀城镇，规划用地70亩，总投资3.3亿元，设置教学班50个。", {"3.3亿元": "石桥中学迁建项目"}),
]


@pytest.mark.parametrize(("text", "purposes"), TARGETS)
def test_what_it_is_for(text: str, purposes: dict[str, str | None]) -> None:
    assert told(text, "target") == purposes


REGIONS = [
    ("中央财政安排大气资金254亿元，支持京津冀及周边、长三角、珠三角治理雾霾。", {"254亿元": "京津冀及周边、长三角、珠三角"}),
    ("中央财政下达30亿元，支持京津冀及周边地区、汾渭平原开展清洁取暖。", {"30亿元": "京津冀及周边地区、汾渭平原"}),
    ("投入资金194亿元，其中国家重点生态功能区转移支付资金57亿元、环境治理资金8亿元。", {"194亿元": None, "57亿元": None, "8亿元": None}),
    ("第一批下达650万元，其中秦州区、麦积区各150万元，五县各50万元。", {"650万元": None, "150万元": "麦积区"}),
    ("省里拨给秦州区、麦积区，两区各150万元。", {"150万元": "秦州区"}),
    ("G312线石桥镇路面改造工程安排补助1410万元。", {"1410万元": "石桥镇"}),
]


@pytest.mark.parametrize(("text", "places"), REGIONS)
def test_where_it_goes(text: str, places: dict[str, str | None]) -> None:
    assert told(text, "region") == places


DATES = [
    ("7月17日和7月20日，省财政先后下达救灾资金6000万元和2亿元。", {"6000万元": "2021-07-17", "2亿元": "2021-07-20"}),
    ("3月和6月，省财政分两次下达春耕补助资金2000万元和3500万元。", {"2000万元": "2021-03", "3500万元": "2021-06"}),
]


@pytest.mark.parametrize(("text", "days"), DATES)
def test_each_its_day(text: str, days: dict[str, str | None]) -> None:
    assert told(text, "date") == days


PAID = [
    # more is given to somebody; and differences
    ("财政部预拨防控资金44亿元，其中对湖北省增加了5亿元拨款。", ["44亿元", "5亿元"]),
    ("全省教育支出36亿元，对学校增加了5亿元，比上年增长8%。", ["36亿元"]),
    ("各部门归还原渠道资金462万元，减少财政拨款或补贴2345万元。", ["462万元"]),
    # what works cost in all, and what is only talked about
    ("四条高速公路项目总里程约209公里，总投资约208亿元。", ["208亿元"]),
    ("四条高速公路项目集中签约，总投资约208亿元。", []),
    ("中央财政专门设立衔接推进乡村振兴补助资金，规模达到1561亿元。", ["1561亿元"]),
]


@pytest.mark.parametrize(("text", "amounts"), PAID)
def test_what_is_paid(text: str, amounts: list[str]) -> None:
    assert sorted(told(text, "amount")) == sorted(amounts)


MORE = [
    ("fund", "财政支出增长8%、污染防治支出36亿元，用于治水。", {"36亿元": "污染防治支出"}),
    ("fund", "市财政统筹2.3亿元，确保村级组织运转经费足额到位。", {"2.3亿元": None}),
    ("target", "中央财政安排84亿元，从秋季学期起免除城市学生学杂费。", {"84亿元": "免除城市学生学杂费"}),
    ("target", "经济建设司称，余下20亿元将于下半年择机下拨。", {"20亿元": None}),
    ("target", "全市教育部门拨付校舍资金2亿元，惠及130万名农村学生。", {"2亿元": "农村学生"}),
    (
        "target",
        "区政府出资2000万元、街道配套500万元，完成了12个老旧小区的改造提升。",
        {"2000万元": "完成了12个老旧小区的改造提升", "500万元": "完成了12个老旧小区的改造提升"},
    ),
    ("region", "合肥市投入5.4亿元，完成中小学校舍维修改造。", {"5.4亿元": None}),
    ("region", "省财政向合肥市投入5.4亿元，完成中小学校舍维修改造。", {"5.4亿元": "合肥市"}),
    ("amount_text", "上半年，全省财政支出完成671亿元，增长13.9%；财政收入完成432亿元。", {"671亿元": "671亿元"}),
    ("amount_text", "全年收入完成23亿元，支出预算调整为45亿元。", {}),
]


@pytest.mark.parametrize(("field", "text", "expected"), MORE)
def test_what_is_said_of_it(field: str, text: str, expected: dict[str, str | None]) -> None:
    assert told(text, field) == expected


PRINTED = [
    ("region", "统筹安排资金13.5亿元，支持2200个老旧小区改造。", {"13.5亿元": None}),
    ("region", "全省财政部门统筹资金74.2亿元，全力推进健康陕西建设。", {"74.2亿元": None}),
    ("region", "省财政安排资金74.2亿元，支持陕西建设引水工程。", {"74.2亿元": "陕西省"}),
    ("region", "筹资1896亿元，全部用于支持脱贫攻坚和乡村振兴。", {"1896亿元": None}),
    ("target", "用于教育事业的福利彩票公益金支出5000万元。", {"5000万元": "教育事业"}),
    (
        "target",
        "市里安排福彩公益金2113万元，其中体育场馆及配套设施项目1933万元，全民健身项目80万元。",
        {"2113万元": None, "1933万元": "体育场馆及配套设施项目", "80万元": "全民健身项目"},
    ),
    ("target", "教育体系更加健全——全年教育支出266亿元，增长6%。", {"266亿元": "教育"}),
    ("amount_text", "2017年中央和地方财政专项扶贫资金规模超过1400亿元。", {"1400亿元": "1400亿元"}),
    ("fund", "拓宽资金渠道方面，筹资1896亿元，用于支持乡村振兴。", {"1896亿元": None}),
]


@pytest.mark.parametrize(("field", "text", "expected"), PRINTED)
def test_what_pages_say_of_it(field: str, text: str, expected: dict[str, str | None]) -> None:
    assert told(text, field) == expected


def test_three_provinces_and_regions_are_no_districts() -> None:
    text = "财政部下达中央投资60亿元，其中黑龙江、吉林、内蒙古三省区33.6亿元。"
    assert told(text, "region") == {"60亿元": None, "33.6亿元": "黑龙江省、吉林省、内蒙古自治区"}


def test_town_and_country_are_no_township() -> None:
    assert told("通过城乡建设用地增减挂钩政策，筹资1896亿元，支持乡村振兴。", "region") == {"1896亿元": None}
    assert told("县财政向塔城乡拨付水利资金120万元。", "region") == {"120万元": "塔城乡"}
