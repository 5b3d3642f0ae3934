"""The rules, one table a rule: gold record, fact line, right strictly, right leniently."""

from __future__ import annotations

from typing import Any

import pytest

from kg.evaluate.families import FAMILIES, allocation_right, event_right, membership_right, parts_of

Line = dict[str, Any]

PERSON: Line = {
    "person": "严松年", "role": "副局长", "org": "柳河县水务局", "org_text": "县水务局", "status": "current",
}  # fmt: skip
FUND: Line = {
    "id": "f1", "fund": "抗旱补助资金", "amount": 12_000_000, "target": "打井和拉水送水", "region": "柳河县",
    "date": "2021-07-03", "part_of": None,
}  # fmt: skip
EVENT: Line = {
    "label": "水务局召开抗旱会议", "date": "2021-07-03T09",
    "evidence": "7月3日上午9时，水务局在三楼会议室召开抗旱会议，部署打井。",
}  # fmt: skip


@pytest.mark.parametrize(
    ("gold", "fact", "strict", "lenient"),
    [
        ({}, {}, True, True),
        ({}, {"person": "严　松年"}, True, True),
        ({}, {"person": "严松"}, False, False),
        ({}, {"role": "局长"}, False, False),
        ({"role_alt": ["局长"]}, {"role": "局长"}, True, True),
        ({}, {"status": "former"}, False, True),
        ({"status_soft": True}, {"status": "former"}, True, True),
        ({}, {"organization": "县水务局"}, False, True),
        ({}, {"organization": "水务局"}, False, True),
        ({}, {"organization": "通化市柳河县水务局"}, False, True),
        ({}, {"organization": "局"}, False, False),
        ({}, {"organization": "柳河县财政局"}, False, False),
        ({}, {"organization": None}, False, False),
        ({"org": None, "org_text": ""}, {"organization": None}, True, True),
        ({"org_alt": ["柳河县水利局"]}, {"organization": "柳河县水利局"}, True, True),
        ({"alt": [["局党组成员", "柳河县"]]}, {"role": "局党组成员", "organization": "柳河县"}, True, True),
        ({"alt": [["局党组成员", "柳河县"]]}, {"role": "局党组成员"}, False, False),
    ],
)
def test_membership(gold: Line, fact: Line, strict: bool, lenient: bool) -> None:
    right = {"person": "严松年", "role": "副局长", "organization": "柳河县水务局", "status": "current", **fact}
    assert membership_right({**PERSON, **gold}, right, True) is strict
    assert membership_right({**PERSON, **gold}, right, False) is lenient


@pytest.mark.parametrize(
    ("gold", "fact", "strict", "lenient"),
    [
        ({}, {}, True, True),
        ({}, {"amount": "12000001"}, True, True),
        ({}, {"amount": "12000100"}, False, False),
        ({}, {"amount": None}, False, False),
        ({}, {"region": "柳河"}, True, True),
        ({}, {"region": None}, False, False),
        ({"region_alt": ["全国"]}, {"region": None}, True, True),
        ({"region": None}, {"region": "各地"}, True, True),
        ({"soft": ["region"]}, {"region": "辉南县"}, True, True),
        ({}, {"fund": "补助资金"}, True, True),
        ({}, {"fund": "工资"}, False, False),
        ({"fund_alt": ["抗旱工资"]}, {"fund": "工资"}, True, True),
        ({"fund": None}, {"fund": "工资"}, True, True),
        ({}, {"target": "打井"}, True, True),
        ({}, {"target": None}, False, False),
        ({"soft": ["target"]}, {"target": None}, True, True),
        ({}, {"date": "2021-07"}, False, True),
        ({"soft": ["date"]}, {"date": None}, True, True),
    ],
)
def test_allocation(gold: Line, fact: Line, strict: bool, lenient: bool) -> None:
    right = {**FUND, "amount": "12000000", **fact}
    assert allocation_right({**FUND, **gold}, right, True) is strict
    assert allocation_right({**FUND, **gold}, right, False) is lenient


@pytest.mark.parametrize(
    ("region", "of_whole", "found", "right"),
    [
        ("柳河县", "柳河县", None, True),
        (None, "柳河县", "柳河县", True),
        ("辉南县", "柳河县", None, False),
        ("辉南县", "柳河县", "柳河县", False),
        (None, "柳河县", "辉南县", False),
    ],
)
def test_the_region_of_a_part(region: str | None, of_whole: str, found: str | None, right: bool) -> None:
    gold = {**FUND, "part_of": "f0", "region": region, "region_of_whole": of_whole}
    assert allocation_right(gold, {**FUND, "region": found}, True) is right


@pytest.mark.parametrize(
    ("gold", "fact", "strict", "lenient"),
    [
        ({}, {}, True, True),
        ({}, {"date": "2021-07-03T09:00"}, True, True),
        ({}, {"date": "2021-07-03"}, False, True),
        ({}, {"date": "2021-07-03T21/2021-07-04T02"}, False, True),
        ({}, {"date": "2021-07"}, False, False),
        ({}, {"date": None}, False, False),
        ({"date_alt": ["2021-07-04"]}, {"date": "2021-07-04"}, True, True),
        ({}, {"label": ""}, False, False),
        ({}, {"label": "部署打井"}, True, True),
        ({}, {"label": "打井"}, False, False),
        ({}, {"label": "粮食丰收喜人"}, False, False),
        ({"trigger": "丰收"}, {"label": "粮食丰收喜人"}, True, True),
        ({}, {"label": "7月3日上午9时，水务局在三楼会议室召开抗旱会议，部署打井"}, False, False),
    ],
)
def test_event(gold: Line, fact: Line, strict: bool, lenient: bool) -> None:
    right = {"label": "召开抗旱会议", "date": "2021-07-03T09", **fact}
    assert event_right({**EVENT, **gold}, right, True) is strict
    assert event_right({**EVENT, **gold}, right, False) is lenient


def test_parts_carry_the_amount_of_their_whole_and_count_once() -> None:
    whole = {"id": "a", "amount": 10, "region": None, "part_of": None}
    part = {"id": "b", "amount": 4, "region": "柳河县", "part_of": "a"}
    again = {"id": "c", "amount": "4", "region": "柳河", "part_of": "a"}
    lost = {"id": "d", "amount": 4, "region": "柳河", "part_of": "nowhere"}
    assert [line["whole"] for line in parts_of([whole, part, again, lost])] == [10, None]


def test_the_families() -> None:
    assert {name: family.modes for name, family in FAMILIES.items()} == {
        "membership": ("strict", "lenient"),
        "allocation": ("strict", "lenient"),
        "parts": ("lenient",),
        "event": ("strict", "lenient"),
    }
