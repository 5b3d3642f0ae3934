"""Lists without numbers whose members add up, those that another amount is only by chance the sum of."""

from __future__ import annotations

import pytest

from kg.extract.allocations.extract import linked
from kg.extract.allocations.wholes import wholes as candidates
from kg.extract.run import states
from kg.model import Document
from tests.money import wholes

LISTS = [
    # what each paragraph begins with, others between
    (
        "柳河县安排民生资金9.7亿元。\n教育3.2亿元。晋河中学另有营养餐补助600万元。\n医疗4.1亿元。县医院改造安排2000万元。\n就业2.4亿元。",
        {"3.2亿元": "9.7亿元", "4.1亿元": "9.7亿元", "2.4亿元": "9.7亿元"},
    ),
    # … which do not add up
    (
        "柳河县安排民生资金9.7亿元。\n市财政拨付扶贫资金3.2亿元。\n省财政拨付水利资金4.1亿元，用于水库除险。\n省财政拨付教育资金2.3亿元。",
        {"3.2亿元": None, "4.1亿元": None, "2.3亿元": None},
    ),
    # one of a list, which the next ones make up
    (
        "湖南由省财政出资5亿元，湘江集团出资3亿元，湘潭、株洲两市各出资1亿元，合成10亿元的基金。",
        {"3亿元": "10亿元", "1亿元": "10亿元"},
    ),
    # … the last of a sentence is a total with its parts
    (
        "省财政下达水利资金31亿元，分别用于水库18亿元、河道8亿元和灌区5亿元。",
        {"18亿元": "31亿元", "8亿元": "31亿元", "5亿元": "31亿元"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_a_member_of_a_list_is_part_of_the_total_of_the_list(text: str, expected: dict[str, str | None]) -> None:
    found = wholes(text)
    assert {amount: found.get(amount, "no fact") for amount in expected} == expected


@pytest.mark.parametrize(("text", "fits"), [
    ("全市衔接资金到位2亿元，支付1.5亿元，支付率75%。", "percent True"),
    ("全市衔接资金到位2亿元，支付1.5亿元，支付率85%。", "percent False"),
    ("全市衔接资金到位2亿元，支付1.5亿元，同比增长75%。", "percent -"),
])  # fmt: skip
def test_a_share_that_is_stated_is_seen_of_the_whole(text: str, fits: str) -> None:
    state = next(iter(states(Document("d", text))))
    kept = linked(state)
    seen = {name for whole in candidates(kept, len(kept) - 1)[:-1] for one in whole.features for name in one.bits}
    assert [name for name in seen if name.startswith("percent")] == [fits]
