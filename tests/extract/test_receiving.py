"""Which place receives, where the words say it in other ways than a verb and a name: levels, arrivals, lists, the place at home."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document


def regions(text: str, title: str | None = None) -> list[str | None]:
    """The receiving places of the text's amounts, in reading order."""
    found = [f for f in extract(Document(id="t", text=text, title=title, published="2022-06-01")).facts if isinstance(f, Allocation)]
    return [f.region for f in sorted(found, key=lambda f: text.find(f.amount_text))]


CASES: list[tuple[str, list[str | None]]] = [
    # all places of a level
    ("市财政局先后九批向乡镇拨出救灾款861万元。", ["乡镇"]),
    ("市财政局先后九批向乡镇企业拨出救灾款861万元。", [None]),
    ("截至3月，专项资金已拨付到县区34.9亿元。", ["县区"]),
    ("省级留用债券13亿元，转贷市州17亿元。", [None, "市州"]),
    ("省财政厅下达债券17亿元，全部送到县（市、区）和林场。", ["县（市、区）"]),
    ("首拨资金5.6亿元已于8月5日、9日拨付赣州、吉安等9市。", ["赣州、吉安等9市"]),
    # money arrives, without a verb that sends it
    ("甘肃省财政厅通报，4月，中央教科书专项资金6814万元到省。", ["甘肃省"]),
    ("甘肃省财政厅通报，专项资金6814万元已全部到县。", [None]),
    ("新疆对口援疆办说，今年援疆资金已到疆97亿元。", ["新疆维吾尔自治区"]),
    # a place without its name, before the verb and behind the amount
    ("南山村缺水。县水利局给村里拨款36万元。", ["南山村"]),
    ("南山村缺水。公司在村里捐资36万元打井。", ["南山村"]),
    ("南山村缺水。一位在村里住了九年的商人捐款36万元。", [None]),
    ("南山村缺水。省财政安排资金220万元，支持村里建车间。", ["南山村"]),
    # told off by days: all go to the one place; told off by places: each its own
    ("省财政两次下拨抚顺市救灾资金，分别为5000万元和6300万元。", ["抚顺市", "抚顺市"]),
    ("省财政于5月8日和6月1日分别下达防汛费8000万元和2亿元，重点支持江西、湖南。", ["江西省、湖南省", "江西省、湖南省"]),
    ("市财政下达资金1亿元，其中渝中区、江北区分别拨付1420万元、1180万元。", [None, "渝中区", "江北区"]),
    # one verb and its place govern a list of moneys
    ("省财政核增衡阳市奖补资金9640万元、产粮大县奖励2318万元。", ["衡阳市", "衡阳市"]),
    ("全县到位资金2亿元，衡阳市1500万元、对口协作3200万元。", [None, "衡阳市", None]),
    # townships and areas behind the verb
    ("县民政局下拨梅岭乡救灾款20万元。", ["梅岭乡"]),
    ("县民政局下拨乡村救灾款20万元。", [None]),
    ("各级财政累计投入青龙片区4860万元。", ["青龙片区"]),
    ("省级预算安排产业园区建设资金60亿元。", [None]),
    ("兵团下达农八师节水资金1.7亿元，其中一四三团2150万元。", ["农八师", "一四三团"]),
    # names that share a class word before; the most and the least of a list; all of them together
    ("资金220万元拨到了周塘、菱湖两个乡镇，周塘140万元，菱湖80万元。", ["周塘、菱湖", "周塘", "菱湖"]),
    ("县财政拨付抢修资金280万元，分到11个乡镇，最多的鸡山乡52万元。", ["11个乡镇", "鸡山乡"]),
    ("中央财政下达救灾资金3亿元，其中江西省2亿元、湖南省1亿元。两省合计3亿元，均已到账。", [None, "江西省", "湖南省"]),
    ("省级这7.9亿元，文昌、海口、澄迈都有份，文昌一家占到3.1亿元。", [None, "文昌市"]),
    ("财政部下达西藏自治区补助费2500万元，当雄分到了其中的620万元。", ["西藏自治区", "当雄县"]),
    ("省财政下达补助费2500万元，水库分到了其中的620万元。", [None, None]),
    ("省财政下达协作资金给威宁，一共1.2亿元。", ["威宁彝族回族苗族自治县"]),
    ("首单贷款2.4亿元已于本月6日落到于都县。", ["于都县"]),
    # 珠三角 is no number of places, and with another it is a group of regions that stays text
    ("财政部下拨专项资金80亿元，支持长三角、珠三角地区开展治理。", ["长三角、珠三角地区"]),
    # classes of places by what befell them, with kinds in brackets
    ("财政部拨付抗旱资金2亿元，支持灾情较重的省（区、市）做好抗旱。", ["灾情较重的省（区、市）"]),
    ("省财政下达资金4亿元，支持条件较好的企业改造。", [None]),
    ("财政部下达救灾资金2亿元，支持辽宁、甘肃等14省（自治区、直辖市）修复水毁工程。", ["辽宁、甘肃等14省（自治区、直辖市）"]),
    ("本批次计划投放梅岭镇资金118万元，用于产业扶贫。", ["梅岭镇"]),
    # a class of places, whose trades are helped
    ("省财政下达贴息资金3.6亿元，支持23个县产业结构调整。", ["23个县"]),
    # what came of it is no receiver
    ("市里投入治理资金2.1亿元改善环境，推动青州市入选全国示范城市。", [None]),
    ("省里投入治理资金2.1亿元，推动青州市环境改善。", ["青州市"]),
    # behind the purpose
    ("银行发放助学贷款19亿元，支持困难学生21万人次，覆盖全省86个县。", ["全省86个县"]),
    ("省财政追加水源资金500万元，由道里区、南岗区按人口分用。", ["道里区、南岗区"]),
    ("鼓楼区今年拨付帮扶资金600万元，帮安定区建起了直销店。", ["安定区"]),
    ("鼓楼区今年拨付帮扶资金600万元，为近年来最多的一笔。", [None]),
    ("已重新安排秸秆补助资金19万元，用于城南镇农村厕所改造。", ["城南镇"]),
    # for whom the clause before makes room
    ("省里把枞阳县列为水利重点县，三年安排专项资金2400万元。", ["枞阳县"]),
    ("省里派人到枞阳县考核水库，三年安排专项资金2400万元。", [None]),
    ("省财政把资金分批调拨到市县，7月8日一次就调拨了62亿元。", ["市县"]),
    ("省财政把资金分批调拨到市县，省水利厅安排了62亿元。", [None]),
    # classes of places
    ("中央财政下达补助35亿元，其中对“三区三州”倾斜安排6.7亿元。", [None, "“三区三州”"]),
    ("省财政安排山区26县专项资金112亿元。", ["山区26县"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_receiving_place(text: str, expected: list[str | None]) -> None:
    assert regions(text) == expected


HOME = [
    ("全年共争取中央预算内投资2.3亿元，同比增长9%。", "合山市"),
    ("向上争取各类资金8亿元。", "合山市"),
    ("他又争取到中央补助430万元。", None),
    ("全年共接收社会捐款430万元。", None),
]


@pytest.mark.parametrize(("text", "region"), HOME)
def test_a_report_of_a_place_speaks_of_its_own_money(text: str, region: str | None) -> None:
    assert regions("合山市2021年财政工作总结\n合山市财政局局长介绍了情况。\n" + text, "合山市2021年财政工作总结")[-1] == region
