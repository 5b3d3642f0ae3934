"""Rows of a table: which total they are part of, and when the line that adds them up is a fact."""

from __future__ import annotations

import pytest

from tests.money import wholes

ASKS = "省财政把救灾补助资金下达各县（单位：万元）：\n"
TABLES = [
    # no total was named: the line that adds up is one, by column
    (
        f"{ASKS}地区　补助\n柳河县　300\n松山县　200\n合计　500",
        {"300": "500", "200": "500", "500": None},
    ),
    # … but one that was named is repeated
    (
        "省财政下达救灾补助资金500万元（单位：万元）：\n地区　补助\n柳河县　300\n松山县　200\n合计　500",
        {"500万元": None, "300": "500万元", "200": "500万元"},
    ),
    # … and one that the rows do not add up to is no fact
    (f"{ASKS}地区　补助\n柳河县　300\n松山县　200\n合计　900", {"300": None, "200": None}),
    # the second column goes to the total of its own
    (
        "省财政下达改造资金500万元、建设资金240万元（单位：万元）：\n地区　改造　建设\n柳河县　300　150\n松山县　200　90\n合计　500　240",
        {"500万元": None, "240万元": None, "300": "500万元", "200": "500万元", "150": "240万元", "90": "240万元"},
    ),
    # a column that says what is in the one before
    (
        "省财政下达救灾补助资金900万元。\n单位：万元\n地区　补助　其中：抢修\n柳河县　300　50\n松山县　200　40",
        {"900万元": None, "300": "900万元", "50": "300", "200": "900万元", "40": "200"},
    ),
    # kilometres and people are no money
    (
        "省财政下达养护资金500万元。\n单位：万元\n地区　金额　里程　人口\n柳河县　300　210　35\n松山县　200　140　28\n合计　500　350　63",
        {"500万元": None, "300": "500万元", "200": "500万元"},
    ),
    # the rows of a table are beside each other, the larger first
    (f"{ASKS}地区　补助\n柳河县　300\n松山县　200\n青石县　60", {"300": None, "200": None, "60": None}),
    # the rows add up to a total other than the largest
    (
        "省财政下达救灾资金2000万元，其中堤防修复经费600万元，按下表分到各县（单位：万元）：\n柳河县　300\n松山县　200\n青石县　100",
        {"2000万元": None, "600万元": "2000万元", "300": "600万元", "200": "600万元", "100": "600万元"},
    ),
    # the line that adds up stands first; where the total was named it is repeated
    (f"{ASKS}地区　补助\n全市合计　500\n柳河县　300\n松山县　200", {"500": None, "300": "500", "200": "500"}),
    (
        "省财政下达救灾补助资金500万元（单位：万元）：\n地区　补助\n合计　500\n柳河县　300\n松山县　200",
        {"500万元": None, "300": "500万元", "200": "500万元"},
    ),
    # … its word set apart to fill the column
    (
        f"{ASKS}地区　合计　中央　省级\n柳河县　300　210　90\n松山县　200　120　80\n合　计　500　330　170",
        {
            "300": "500", "210": "300", "90": "300", "200": "500", "120": "200", "80": "200",
            "500": None, "330": "500", "170": "500",
        },
    ),
    # … and the totals of the rows in the last column
    (
        f"{ASKS}地区　中央　省级　合计\n柳河县　210　90　300\n松山县　120　80　200\n总计　330　170　500",
        {
            "300": "500", "210": "300", "90": "300", "200": "500", "120": "200", "80": "200",
            "500": None, "330": "500", "170": "500",
        },
    ),
    # numbered rows, and those under them
    (
        "2022年市级部门补助预算安排表（万元）\n项目　预算\n一、教育　520\n1.义务教育　300\n2.高中教育　220\n二、卫生　280\n合计　800",
        {"520": "800", "300": "520", "220": "520", "280": "800", "800": None},
    ),
    (
        f"{ASKS}地区　补助\n一、柳河市　900\n其中：市本级　300\n金水县　600\n二、松山市　700",
        {"900": None, "300": "900", "600": "900", "700": None},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TABLES)
def test_rows_and_their_totals(text: str, wanted: dict[str, str | None]) -> None:
    assert wholes(text) == wanted
