"""Amounts of money: numbers, multipliers, currencies, ranges, qualifiers, units that stand elsewhere."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.fold import fold
from kg.annotate.money import annotate_money, parse
from kg.annotate.passage import Article, MoneyMention, Passage, State, segments
from kg.model import Document


def run(text: str) -> tuple[list[MoneyMention], State]:
    """The amounts of a text, line by line, and the state after it."""
    folded = fold(text)
    state = State(Document("d", text), Article(folded, text))
    found: list[MoneyMention] = []
    start = 0
    for line in folded.split("\n"):
        end = start + len(line)
        if line.strip():
            passage = Passage(state, start, end, segments(folded, start, end))
            annotate_money(passage)
            found += passage.money
        start = end + 1
    return found, state


AMOUNTS = [
    # money.amount
    ("拨付资金3.6亿元。", "3.6亿元", "360000000", "CNY", None),
    ("约12,345万元", "12,345万元", "123450000", "CNY", "约"),
    ("共计叁仟贰佰万元整", "叁仟贰佰万元", "32000000", "CNY", None),
    ("一千八百六十万元", "一千八百六十万元", "18600000", "CNY", None),
    ("省里投入3个多亿元", "3个多亿元", "300000000", "CNY", "多"),
    ("市里配套400万，路修通了", "400万", "4000000", "CNY", None),
    ("财政投入3个亿，建了新校区", "3个亿", "300000000", "CNY", None),
    ("投入1200余亿元", "1200余亿元", "120000000000", "CNY", "余"),
    ("投入2万多元", "2万多元", "20000", "CNY", "多"),
    ("1亿3000万元", "1亿3000万元", "130000000", "CNY", None),
    ("5千万元", "5千万元", "50000000", "CNY", None),
    ("１．２万亿元", "1.2万亿元", "1200000000000", "CNY", None),
    ("177.1 亿元", "177.1 亿元", "17710000000", "CNY", None),
    ("不低于1.6亿元", "1.6亿元", "160000000", "CNY", "不低于"),
    ("500元左右", "500元", "500", "CNY", "左右"),
    ("折合人民币约9.2亿元", "9.2亿元", "920000000", "CNY", "约"),
    ("1亿美元", "1亿美元", "100000000", "USD", None),
    ("6500万欧元", "6500万欧元", "65000000", "EUR", None),
    ("港币两千九百六十元", "两千九百六十元", "2960", "HKD", None),
    ("¥3200万", "¥3200万", "32000000", "CNY", None),
    ("123元1角1分", "123元1角1分", "123.11", "CNY", None),
    # money.bare
    ("累计投入3.6亿，其中省级1亿元", "3.6亿", "360000000", "CNY", None),
    ("发行1万亿超长期特别国债，另有3亿元", "1万亿", "1000000000000", "CNY", None),
    ("安排500万专项资金，另有3亿元", "500万", "5000000", "CNY", None),
    ("发放3000万份补贴手册，花费2亿元", "2亿元", "200000000", "CNY", None),
]


@pytest.mark.parametrize(("text", "written", "amount", "currency", "qualifier"), AMOUNTS)
def test_amount(text: str, written: str, amount: str, currency: str, qualifier: str | None) -> None:
    first = run(text)[0][0]
    assert (first.text, first.amount, first.currency, first.qualifier) == (
        written,
        Decimal(amount),
        currency,
        qualifier,
    )


NO_MONEY = [
    "播种2500万亩",
    "小区配套400万平方米",
    "惠及113万户次",
    "增长7.5%",
    "二元结构",
    "下泄48.6亿立方米",
    "分得一块田",
    "砍了7块地",
    "3.6亿人",
]


@pytest.mark.parametrize("text", NO_MONEY)
def test_no_money(text: str) -> None:
    assert run(text)[0] == []


@pytest.mark.parametrize("text", ["数十亿元", "几十万元", "上百万元"])
def test_vague_sums_are_set_aside(text: str) -> None:
    found, state = run(f"投入{text}。")
    assert found == []
    assert [r.reason for r in state.rejected] == ["vague amount"]


RANGES = [
    ("3至5亿元", "300000000", "500000000"),
    ("110亿元至130亿元", "11000000000", "13000000000"),
    ("八九万元", "80000", "90000"),
    ("8500元到3万元", "8500", "30000"),
]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_range(text: str, low: str, high: str) -> None:
    [found] = run(text)[0]
    assert (found.amount, found.amount_max) == (Decimal(low), Decimal(high))


@pytest.mark.parametrize("before", ["分别获得", "提供贷款"])
def test_shared_unit(before: str) -> None:
    found, _ = run(f"{before}8000万、7000万和5000万美元。")
    assert [(m.text, m.amount, m.currency, m.unit_text) for m in found] == [
        ("8000万", Decimal(80_000_000), "USD", "美元"),
        ("7000万", Decimal(70_000_000), "USD", "美元"),
        ("5000万美元", Decimal(50_000_000), "USD", None),
    ]


def test_table_unit_holds_to_the_next_prose() -> None:
    found, _ = run(
        "资金分配表\n单位：万元\n地区　户数　金额\n东川县　120　2860\n西川县　90　1,540.5\n\n另有300户待核实。\n第9号"
    )
    assert [(m.text, m.amount, m.unit_text) for m in found] == [
        ("2860", Decimal(28_600_000), "万元"),
        ("1,540.5", Decimal(15_405_000), "万元"),
    ]


def test_table_with_one_cell_a_line() -> None:
    found, _ = run("单位：万元\n序号\n地区\n金额\n1\n东川县\n360\n2\n西川县\n240")
    assert [m.text for m in found] == ["360", "240"]


PARSED = [
    ("两毛五", "0.25", "CNY", None),
    ("三块零四", "3.04", "CNY", None),
    ("15k左右", "15000", "CNY", None),
    ("几十万块", "100000", "CNY", "1000000"),
    ("两个亿卢布", "200000000", "RUB", None),
    ("至少九千块钱以上", "9000", "CNY", None),
]


@pytest.mark.parametrize(("text", "amount", "currency", "highest"), PARSED)
def test_parse(text: str, amount: str, currency: str, highest: str | None) -> None:
    assert parse(text) == (Decimal(amount), currency, Decimal(highest) if highest else None)


@pytest.mark.parametrize("text", ["", "资金", "3月5日", "7.5%"])
def test_parse_gives_none(text: str) -> None:
    assert parse(text) is None


@given(st.integers(1, 10**6), st.sampled_from(["元", "万元", "亿元"]), st.booleans())
def test_amounts_are_exact(value: int, unit: str, grouped: bool) -> None:
    text = f"{value:,}{unit}" if grouped else f"{value}{unit}"
    [found] = run(f"安排{text}。")[0]
    assert found.amount == value * {"元": 1, "万元": 10**4, "亿元": 10**8}[unit]
    assert found.text == text


@given(st.text(alphabet="安排3亿万元、和至余约，。（）5一二百千点.美%单位：\n ", max_size=40))
def test_mentions_are_where_they_say(text: str) -> None:
    folded = fold(text)
    for mention in run(text)[0]:
        assert folded[mention.start : mention.end] == mention.text
        assert mention.amount > 0
        assert mention.amount_max is None or mention.amount_max > mention.amount
