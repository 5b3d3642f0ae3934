"""Parts of an amount that is named in an earlier clause or sentence, and amounts that are not."""

from __future__ import annotations

import pytest

from tests.money import wholes

POINTED = [
    # a sentence that announces the parts of the money spoken of
    (
        "省财政下达救灾资金9亿元。按用途看，堤防修复经费3亿元，农田补种补助经费2亿元，其余为预备费。",
        {"9亿元": None, "3亿元": "9亿元", "2亿元": "9亿元"},
    ),
    (
        "县财政计划投资8000万元改造老街。钱从两个口子来：省里下拨改造资金1200万元，县财政安排500万元。",
        {"8000万元": None, "1200万元": "8000万元", "500万元": "8000万元"},
    ),
    # how a thing was done, and not how the money is divided
    ("省财政下达救灾资金9亿元。按照省政府要求，县财政安排配套资金2亿元。", {"9亿元": None, "2亿元": None}),
    # the colon behind a total
    (
        "11月，省财政下达重建资金30亿元：民房修缮8亿元，公路抢修6亿元；堤防加固5亿元，其中柳河段1亿元；补种补助4亿元。",
        {"30亿元": None, "8亿元": "30亿元", "6亿元": "30亿元", "5亿元": "30亿元", "1亿元": "5亿元", "4亿元": "30亿元"},
    ),
    # … and one that opens what people tell
    ("镇里争取到资金2000万元，面貌一新：服务中心建设投入资金300万元。", {"2000万元": None, "300万元": None}),
    # in brackets behind an amount, and what goes on behind them
    (
        "省里把1亿元分到两地：清溪市6000万元（柳河县4000万元、松山县2000万元），梅岭市3500万元。",
        {"6000万元": None, "4000万元": "6000万元", "2000万元": "6000万元", "3500万元": None},
    ),
    # an amount that is named again is no fact of its own, and what follows is part of it
    (
        "中央财政安排清溪市防汛资金2亿元。中央的2亿元，堤防除险占1.2亿元。",
        {"2亿元": None, "1.2亿元": "2亿元"},
    ),
    # the money that is known by its name
    (
        "县财政追加教育支出1450万元，包括危房改造资金920万元、教师培训220万元，危房改造资金中，柳河镇400万元。",
        {"1450万元": None, "920万元": "1450万元", "220万元": "1450万元", "400万元": "920万元"},
    ),
    # behind ； the list goes on, and not the split of the item before
    (
        "全县发放低保金287万元；发放农村低保金1215万元，其中春节补贴402万元；发放五保金149万元。",
        {"287万元": None, "1215万元": None, "402万元": "1215万元", "149万元": None},
    ),
    # items that are told off are beside each other
    ("三是筹资2870万元修水厂。\n四是安排资金740万元建新村。", {"2870万元": None, "740万元": None}),
    # the sum after its parts
    (
        "中央水利资金4000万元，省级水利补助1000万元，市级水利补助900万元，三项共5900万元。",
        {"4000万元": "5900万元", "1000万元": "5900万元", "900万元": "5900万元", "5900万元": None},
    ),
    # 即 in front of a verb says nothing of parts
    ("中央财政下达古城保护资金73亿元。我省设立专项，首年即投入1.2亿元。", {"73亿元": None, "1.2亿元": None}),
]


@pytest.mark.parametrize(("text", "expected"), POINTED)
def test_the_whole_that_the_words_point_at(text: str, expected: dict[str, str | None]) -> None:
    found = wholes(text)
    assert {amount: found.get(amount, "no fact") for amount in expected} == expected


def test_pieces_are_no_money() -> None:
    assert "两块" not in wholes("省里把上级下达的资金切成两块，3000万元拨付清溪市。")
