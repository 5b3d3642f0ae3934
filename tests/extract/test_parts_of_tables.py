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
    # the rows of a table are beside each other, the larger first
    (f"{ASKS}地区　补助\n柳河县　300\n松山县　200\n青石县　60", {"300": None, "200": None, "60": None}),
    # the rows add up to a total other than the largest
    (
        "省财政下达救灾资金2000万元，其中堤防修复经费600万元，按下表分到各县（单位：万元）：\n柳河县　300\n松山县　200\n青石县　100",
        {"2000万元": None, "600万元": "2000万元", "300": "600万元", "200": "600万元", "100": "600万元"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), TABLES)
def test_rows_and_their_totals(text: str, wanted: dict[str, str | None]) -> None:
    assert wholes(text) == wanted
