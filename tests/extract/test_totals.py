"""Totals behind their parts and above them, costs that several bear, and amounts that only seem to add up."""

from __future__ import annotations

import pytest

from tests.money import wholes

TOTALS = [
    # no verb speaks for the cost; its parts add up to it
    (
        "柳河水库加固总投资1.8亿元，其中中央预算内投资9000万元，省级配套4600万元，其余4400万元由县财政自筹。",
        {"1.8亿元": None, "9000万元": "1.8亿元", "4600万元": "1.8亿元", "4400万元": "1.8亿元"},
    ),
    # … and they do not
    ("柳河水库加固初步设计概算1.8亿元，省级配套4600万元。", {"4600万元": None}),
    # who bears what, right behind the cost; another work's cost, and how far this one has come, are none of it
    (
        "柳河镇建起温室，市财政投资3800万元，含中央预算内投资2000万元；柳河大桥由省财政投资2100万元，柳河二桥由省财政投资900万元。",
        {"3800万元": None, "2000万元": "3800万元", "2100万元": None, "900万元": None},
    ),
    # the sum behind the amounts, with a word for it
    ("中央财政安排3亿元，省财政安排2亿元，共5亿元。", {"3亿元": "5亿元", "2亿元": "5亿元", "5亿元": None}),
    (
        "省财政下达救灾资金3000万元，加上此前已拨付的2000万元，累计拨付5000万元。",
        {"3000万元": "5000万元", "2000万元": "5000万元", "5000万元": None},
    ),
    # … and without one, of another payer
    ("中央财政安排3亿元，省财政安排2亿元，市财政安排6亿元。", {"3亿元": None, "2亿元": None, "6亿元": None}),
    # a subtotal in prose
    (
        "省级补助：柳河县300万元，青石县400万元，小计700万元。",
        {"300万元": "700万元", "400万元": "700万元", "700万元": None},
    ),
    # batches are beside each other, whatever two of them add up to
    (
        "3月5日，省财政厅下达第一批资金2亿元；4月12日，下达第二批资金1.4亿元；5月6日，下达第三批资金6000万元。",
        {"2亿元": None, "1.4亿元": None, "6000万元": None},
    ),
    # what is given now is no part of what was given before
    ("此前已提前下达柳河市补助资金1.8亿元，此次下达6000万元，用于小区改造。", {"1.8亿元": None, "6000万元": None}),
    # two splits of one total, the second of which begins with amounts that add up to a part of the first
    (
        "省财政下达公共卫生资金12亿元。按项目分，基本服务8亿元，重大传染病防控4亿元；按地区分，苏南4.5亿元，苏中3.5亿元，苏北4.0亿元。",
        {"12亿元": None, "8亿元": "12亿元", "4亿元": "12亿元", "4.5亿元": "12亿元", "3.5亿元": "12亿元", "4.0亿元": "12亿元"},
    ),
    # the first of a list is no fact; the others are parts all the same
    (
        "上级转移支付补助158.6亿元，其中：返还性收入8.6亿元，一般性转移支付120亿元，专项转移支付30亿元。",
        {"158.6亿元": None, "120亿元": "158.6亿元", "30亿元": "158.6亿元"},
    ),
    # part of what is no fact, and of nothing before that
    (
        "省财政下达救灾资金16亿元。\n今年“三保”支出需求9.6亿元，其中：保工资支出安排6.2亿元、保民生支出安排3.4亿元。全县“三保”支出6亿元。",
        {"16亿元": None, "6.2亿元": None, "3.4亿元": None, "6亿元": None},
    ),
    # a line that opens a list is no title; the line that adds the list up says it again
    (
        "上级下达石桥区专项扶贫资金113万元，现公示如下：\n1.省级专项扶贫资金47万元\n2.市级专项扶贫资金66万元\n以上资金合计113万元。",
        {"113万元": None, "47万元": "113万元", "66万元": "113万元"},
    ),
    # the other places, beside those that are named
    (
        "昆明市接收捐款5174万元，大理州接收3620万元，其余州、市接收1620万元。",
        {"5174万元": None, "3620万元": None, "1620万元": None},
    ),
    # a date each
    (
        "市财政分别于2023年1月5日、3月2日和6月1日下达补助资金3000万元、2000万元和1000万元。",
        {"3000万元": None, "2000万元": None, "1000万元": None},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TOTALS)
def test_totals_and_what_adds_up_to_them(text: str, wanted: dict[str, str | None]) -> None:
    assert wholes(text) == wanted
