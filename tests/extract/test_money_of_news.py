"""Money in ordinary news: amounts that are no payments beside those that are, and who gave what another got."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document

ABOUT = "本报讯（记者 秦岚）3月2日，记者从县财政局获悉，县里已下达农村公路养护补助资金3017万元，其中中央资金2011万元、省级资金1006万元。\n"
"""A paragraph of payments: in a text that has none, single amounts weigh less."""


def paid(text: str) -> list[tuple[str, str | None]]:
    """The amounts behind the paragraph that are facts, with who pays, in reading order."""
    facts = extract(Document("d", ABOUT + text, published="2021-03-05")).facts
    found = [f for f in facts if isinstance(f, Allocation) and f.evidence.start >= len(ABOUT)]
    return sorted([(f.amount_text or "", f.payer) for f in found], key=lambda one: text.find(one[0]))


AMOUNTS = [
    # ceilings, and what may be had
    ("对新落户的企业最高奖励260万元。", []),
    ("县里奖励新落户的企业260万元。", ["260万元"]),
    ("县财政出资120万元，银行放大十倍，可贷1200万元。", ["120万元"]),
    ("对新认定的省级园区一次性给予30万元奖励。对新认定的绿色工厂的企业，给予20万元奖励。", []),
    # contracts of firms, prices, what is sold
    ("公司与市自来水厂签署供水设备采购合同，合同总金额1.3亿元。", []),
    ("县农业银行与公司签订贷款合同，金额1.3亿元。", ["1.3亿元"]),
    ("中标公告显示，该项目合同总价为3210万元。", []),
    ("这幅画以36万元被一名藏家拍下。", []),
    ("一套房总价要130万元。", []),
    ("公司注册资本3000万元，主营农产品加工。", []),
    ("公司注册资本3000万元，由县财政出资。", ["3000万元"]),
    # what is owed, and paid after all
    ("公司拖欠工人工资86万元，至今未付。", []),
    ("公司拖欠工人工资86万元，经协调已付清。", ["86万元"]),
    ("全县应清欠款3100万元，已支付1200万元，其中动用预算内资金700万元。", ["1200万元", "700万元"]),
    ("劳动监察大队为农民工追讨工资86万元。", []),
    ("劳动监察大队为农民工追回工资86万元。", ["86万元"]),
    ("某开发区拖欠企业政策兑现资金2100万元。", []),
    ("全县审计机关完成审计项目19个，查出违规金额2377万元，管理不规范金额1.2亿元。", []),
    # lotteries, losses, the market
    ("本期双色球奖池资金滚存至7.6亿元。", []),
    ("县财政补贴公交公司1200万元后仍亏损310万元。", ["1200万元"]),
    ("当天有210亿元逆回购到期。", []),
    ("小镇影院全年票房620万元，县里补助6万元。", ["6万元"]),
    ("企业已缴清罚款并投入120万元整改。", ["120万元"]),
    ("企业已缴清罚款120万元。", []),
    ("厂里账上欠着工人工资16万元、银行贷款210万元。", []),
    # asked for, declined, held back, on condition
    ("政协委员建议，设立3000万元的引导基金。", []),
    ("县政府已设立3000万元的引导基金。", ["3000万元"]),
    ("官兵拒收乡亲们凑的2万元。", []),
    ("工程款已付310万元，其余62万元为质保金。", ["310万元"]),
    ("投标保证金60万元须于3月20日前到账。", []),
    ("镇里为企业2100万元银行借款提供担保。", []),
    ("保险公司为农户提供4.2亿元风险保障。", []),
    # a list of bare amounts goes with its first
    ("两个乡镇考核倒数，被扣减运行费3万元、2万元。", []),
    ("县财政下达两个乡镇运行费3万元、2万元。", ["3万元", "2万元"]),
    # givers who are not named
    ("三位企业家各捐20万元，用于修路。", []),
    ("远山集团、青禾公司各捐20万元，用于修路。", ["20万元", "20万元"]),
]


@pytest.mark.parametrize(("text", "wanted"), AMOUNTS)
def test_amounts_that_are_paid(text: str, wanted: list[str]) -> None:
    assert sorted(amount for amount, _ in paid(text)) == sorted(wanted)


PAYERS = [
    # who got it does not pay
    ("武汉大学教育基金会收到校友李明捐赠的900万元。", "李明"),
    ("武汉大学获国家自然科学基金委资助经费2700万元。", "国家自然科学基金委"),
    ("受灾企业获保险公司赔款620万元，已全部到账。", "保险公司"),
    ("国家自然科学基金委资助武汉大学重点项目经费1400万元。", "国家自然科学基金委"),
    ("教育部资助清华大学建设经费3亿元。", "教育部"),
    ("武汉市慈善总会接收社会各界捐赠款物共计2.6亿元。", None),
    ("希望小学获深圳一家企业资助210万元。", "深圳一家企业"),
    ("农户领到村集体发放的救助款2.6万元。", "村集体"),
    ("村里收到在外经商的王志强寄来的修路款5万元。", "王志强"),
    ("省红十字会收到中国银行浙江省分行员工捐款68万元。", "中国银行浙江省分行员工"),
    ("灾区学校收到高校捐款68万元。", None),
    ("县人社局为农民工追回工资86万元。", None),
    # nor does the one to whom it goes; the bank that one borrows from lends
    ("村民周建国向县红十字会捐款3万元。", "周建国"),
    ("公司从工商银行青山支行贷款2600万元。", "工商银行青山支行"),
    ("县农商行向合作社发放贷款60万元。", "县农商行"),
    # a name without what is said around it
    ("退休教师王志强将一生积蓄20万元捐给学校。", "王志强"),
    ("公司捐款90万元，其员工另捐11万元。", "员工"),
    ("这笔钱由镇政府先行垫付，共36万元。", "镇政府"),
    ("村里的12名党员带头捐款2.2万元。", "党员"),
    ("日本政府宣布向该省提供贷款110亿日元。", "日本政府"),
]


@pytest.mark.parametrize(("text", "payer"), PAYERS)
def test_who_paid(text: str, payer: str | None) -> None:
    assert paid(text)[-1][1] == payer
