"""Sums as counties, townships, schools and charities print them: small works, gifts, gifts in kind, wages that a court pays out."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document


def told(text: str, field: str) -> dict[str, str | None]:
    """The field of each amount."""
    return {fact.amount_text: getattr(fact, field) for fact in extract(Document("a", text, "a", published="2021-03-05")).facts if isinstance(fact, Allocation)}


PAID = [
    # handed over, in so many words
    ("收到申请后，青云法院将60281元案款兑现给申请人。", ["60281元"]),
    ("近日，青云法院集中向18名农民工发放执行款9万余元。", ["9万余元"]),
    ("随后，两单位分别为该村送去现金2000元和化肥4吨。", ["2000元"]),
    # … but not what one keeps, has stolen or would give each
    ("他将打工攒下的5万元存进银行。", []),
    ("小偷将盗来的2万元现金交给了妻子。", []),
    ("县里向每名考上大学的学生发放奖学金5000元。", []),
    # … nor where an audit tells of it
    ("审计指出，该站以劳务名义变相向个人发放管理费9.4万元。", []),
    # put into something that is done
    ("2020年上半年，市县两级投资2000多万元，拓宽并硬化了清溪村8公里村道。", ["2000多万元"]),
    ("“我们投资了3万多元，铺设了1400米道路，还安装了路灯。”村主任说。", ["3万多元"]),
    # … but no firm's business
    ("招商引进的望山公司投资3亿元，建成了两条生产线，年产值可达5亿元。", []),
    # backed with
    ("在青云农商银行50万元贷款的支持下，他引进了大棚技术。", ["50万元"]),
    # raised
    ("截至8月15日，捐款总额累计达到300多万元。", ["300多万元"]),
    # goods that are given are worth so much
    ("清溪建设有限公司为石桥小学捐赠了校服282套、电脑19套，总价值13万元。", ["13万元"]),
    ("一家药企申报捐赠药品价值900万元，按出厂价核算只有237万元。", []),
    # a class of gifts, and what each of so many gets
    ("全市捐赠100万元至1000万元的个人（企业）185名。", []),
    ("高校接收了254笔金额大于等于1000万元的大额捐赠。", []),
    ("县里向8名因公牺牲民警家属发放了特别补助金各10万元。", []),
    # still to be paid, and no small sum
    ("眼下，一笔1.2亿元的制种款兑付迫在眉睫。", []),
    ("对清溪乡来说，百万元不是小数目。", []),
    # what a work costs is paid by those who bear it
    ("工程总造价86万元，其中县水利局补助50万元，村集体自筹20万元，群众筹资16万元。", ["86万元", "50万元", "20万元", "16万元"]),
    # … but what a class of projects costs at least, by none
    ("集中开工的项目40个，其中过5亿元的项目16个。", []),
    # seized and given back
    ("法院依法扣划被执行人存款23.5万元，全部发还申请执行人。", ["23.5万元"]),
    # goods first, then money
    ("县红十字会到敬老院慰问，送去价值1.2万元的米面油和慰问金5000元。", ["5000元"]),
    ("市红十字会通过志愿队共向868户困难家庭发放了价值58.39万元的爱心款物。", ["58.39万元"]),
    ("两级红十字会已筹集“博爱送万家”资金1900多万元。", ["1900多万元"]),
    # without 元
    ("张某夫妇捐资200万在我校设立“望山基金”。", ["200万"]),
]


@pytest.mark.parametrize(("text", "expected"), PAID)
def test_what_is_paid(text: str, expected: list[str]) -> None:
    assert sorted(told(text, "amount_text")) == sorted(expected)


TARGETS = [
    # a warm greeting and what a crowd does are no purpose
    ("青云法院兑付了17名农民工工资款116.8万元，为申请人送去冬日里的温暖。", "116.8万元", "温暖"),
    ("工作人员对每个学生的材料一一核查，共资助30名贫困大学生，共发放助学金7.3万元。", "7.3万元", "核查"),
    ("著名企业望山当天宣布向灾区捐款2000万元。", "2000万元", "望山"),
    ("84岁的退休教师余青云，两次为灾区捐款10000元。", "10000元", "余青云"),
    ("截至2月8日，清溪镇累计捐款达20万元，口罩2200个、防护服200套。", "20万元", "口罩"),
    ("女党员陈青云，在病床上捐出了200元。", "200元", "陈青云"),
    ("活动现场，青云集团、望山地产、清溪酒业分别捐款10万元、8万元、5万元。", "8万元", "望山"),
    ("县里投入1.2亿元，建成后可安置居民600户。", "1.2亿元", "安置"),
]


@pytest.mark.parametrize(("text", "amount", "other"), TARGETS)
def test_what_it_is_not_for(text: str, amount: str, other: str) -> None:
    assert other not in (told(text, "target")[amount] or "")


FOR = [
    ("县里投入资金1738万元，落实农村学生营养改善计划，学校覆盖率100%。", {"1738万元": "农村学生营养改善计划"}),
    ("帮扶单位筹集88万元资金改善学校办学条件。", {"88万元": "改善学校办学条件"}),
    (
        "新门诊大楼共11层，面积10000平方米，总投资2600万元，其中县财政安排600万元，医院自筹2000万元。",
        {"2600万元": "新门诊大楼", "600万元": "新门诊大楼", "2000万元": "新门诊大楼"},
    ),
    ("望山集团向灾区捐款2000万元。", {"2000万元": "灾区"}),
    (
        "村里将村集体出资的30万元、省委组织部专项扶持资金50万元、衔接资金22万元全部投入大棚建设。",
        {"30万元": "大棚建设", "50万元": "大棚建设", "22万元": "大棚建设"},
    ),
    # dealt out, and no list of what is done elsewhere
    ("两县救灾资金分别为300万元和200万元，用于重建。", {"300万元": "重建", "200万元": "重建"}),
]


@pytest.mark.parametrize(("text", "expected"), FOR)
def test_what_it_is_for(text: str, expected: dict[str, str | None]) -> None:
    assert told(text, "target") == expected


NAMES = [
    ("省委会从“青云帮扶资金”中向灾区捐款10万元。", {"10万元": "青云帮扶资金"}),
    ("徐某捐款100万元，其中66万元作为奖学金，奖励优秀学子。", {"100万元": "捐款", "66万元": "奖学金"}),
    ("望山产业投资股份有限公司向青云大学捐赠1亿元。", {"1亿元": None}),
    ("望山公益基金捐款100万元。", {"100万元": "捐款"}),
    ("会员企业为家乡教育基金认捐1380万元。", {"1380万元": "家乡教育基金"}),
    ("民政部门接收抗旱捐款7342万元。", {"7342万元": "抗旱捐款"}),
    ("村委会筹集资金6万余元，修复水毁渠道1200米。", {"6万余元": "资金"}),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_what_it_is_called(text: str, expected: dict[str, str | None]) -> None:
    assert told(text, "fund") == expected


REGIONS = [
    ("望山集团向灾区捐款2000万元。", None),
    ("全省共有55136名党员自愿交纳“特殊党费”1897.6万元。", None),
    ("望江镇投入资金320余万元，对集镇污水管网进行改造。", None),
    ("捐款将全部用于该生产组乡村振兴示范点建设，现场共捐款5万元。", None),
    ("省财政厅向灾区下达救灾资金2000万元。", "灾区"),
    ("四个社团决定向受灾地区捐赠资金300万元。", "受灾地区"),
]


@pytest.mark.parametrize(("text", "region"), REGIONS)
def test_where_it_goes(text: str, region: str | None) -> None:
    assert list(told(text, "region").values()) == [region]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("合作社还了信用社贷款20万元。\n望江市慈善总会捐来20万元。", 2),
        ("望江市慈善总会捐款20万元。\n望江市慈善总会捐来20万元。", 1),
    ],
)
def test_a_gift_is_no_repeat_of_as_much_paid_back(text: str, number: int) -> None:
    assert sum(isinstance(fact, Allocation) for fact in extract(Document("a", text, "a", published="2021-03-05")).facts) == number
