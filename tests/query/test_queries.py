"""The named queries, on a small graph whose answers one can count by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import QueryError, UsageError
from kg.graph.dates import bounds
from kg.model import Allocation, Document, Event, Evidence, Extraction, Fact, Membership, RegionRef, Span
from kg.query import Graph, named

TEXT = "甲" * 200
DOCUMENT = Document("a.txt", TEXT, title="关于某事的通知", published="2021-03-05", url="https://example.org/a")
HUBEI, WUHAN, HUNAN = RegionRef("湖北省", "420000"), RegionRef("武汉市", "420100"), RegionRef("湖南省", "430000")


def evidence(start: int, document: Document = DOCUMENT) -> Evidence:
    """Every fact stands at a place of its own."""
    return Evidence(document.key, (Span(start, start + 4),), document.text[start : start + 4], "test.rule")


def post(start: int, person: str, role: str, organization: str | None, **fields: Any) -> Membership:
    return Membership(
        evidence=evidence(start), person=person, role=role, organization=organization, organization_text=None, **fields
    )


def grant(
    start: int, amount: int, fund: str | None = None, regions: Iterable[RegionRef] = (), **fields: Any
) -> Allocation:
    regions = tuple(regions)
    names = "、".join(r.name for r in regions) or None
    return Allocation(
        evidence=evidence(start), fund=fund, amount=Decimal(amount), amount_text=f"{amount}元", region=names,
        regions=regions, **fields,
    )  # fmt: skip


def graph(*facts: Fact) -> Graph:
    return Graph([Extraction(DOCUMENT, facts)])


def column(rows: Iterable[dict[str, Any]], *names: str) -> list[Any]:
    """The cells of one column, or tuples of several."""
    return [row[names[0]] if len(names) == 1 else tuple(row[name] for name in names) for row in rows]


POSTS = graph(
    post(0, "欧阳文渊", "部长", "财政部"),
    post(10, "令狐知远", "司长", "财政部国库司"),
    post(20, "慕容若水", "司长", "财政部预算司", status="former"),
    post(30, "司徒长风", "局长", "教育部"),
    post(40, "欧阳文渊", "党组书记", "财政部", since="2020-05", status="appointed"),
    post(50, "上官云舟", "秘书", None),
    post(60, "端木清和", "副部长", "工业和信息化部"),
)


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        ("财政部", ["欧阳文渊", "欧阳文渊", "令狐知远"]),
        ("工信部", ["端木清和"]),
        ("财政部国库司", ["令狐知远"]),
        ("财政部预算司", []),
        ("水利部", []),
    ],
)
def test_officials_of_a_body_and_its_units(of: str, expected: list[str]) -> None:
    assert sorted(column(POSTS.ask("officials", of=of), "person")) == sorted(expected)


def test_officials_of_all_bodies_leaves_out_former_ones() -> None:
    assert sorted(column(POSTS.ask("officials"), "person", "role")) == sorted([
        ("上官云舟", "秘书"), ("令狐知远", "司长"), ("端木清和", "副部长"), ("司徒长风", "局长"), ("欧阳文渊", "党组书记"), ("欧阳文渊", "部长"),
    ])  # fmt: skip


@pytest.mark.parametrize("of", [{}, {"of": "财政部"}])
def test_officials_are_those_whose_post_nobody_has_seen_ended(of: dict[str, str]) -> None:
    later = Document("b.txt", TEXT, title="任免", published="2023-08-10")
    told = [
        post(0, "欧阳文渊", "部长", "财政部"),
        post(10, "令狐知远", "副部长", "财政部"),
        post(20, "慕容若水", "副部长", "财政部"),
        post(30, "上官云舟", "副部长", "财政部"),
    ]
    then = [
        post(0, "东方既白", "部长", "财政部", status="appointed", since="2023-08-10"),  # succeeds 欧阳文渊
        post(10, "令狐知远", "副部长", "财政部", status="removed"),
        post(20, "慕容若水", "副部长", "财政部", status="former"),
        post(30, "上官云舟", "副部长", "财政部"),
    ]
    then = [replace(fact, evidence=evidence(10 * at, later)) for at, fact in enumerate(then)]
    found = Graph([Extraction(DOCUMENT, tuple(told)), Extraction(later, tuple(then))]).ask("officials", **of)
    assert sorted(column(found, "person", "last_told", "since", "document")) == [
        ("上官云舟", "2023-08-10", None, "b.txt"),
        ("东方既白", "2023-08-10", "2023-08-10", "b.txt"),
    ]


def test_posts_of_one_person() -> None:
    found = POSTS.ask("posts", person="欧阳文渊")
    assert sorted(column(found, "role", "organization", "since")) == [
        ("党组书记", "财政部", "2020-05"),
        ("部长", "财政部", None),
    ]
    assert column(POSTS.ask("posts", person="慕容若水"), "status") == ["former"]
    assert len(POSTS.ask("posts", person="查无此人")) == 0


def test_evidence_of_a_fact() -> None:
    fact = POSTS.facts[1]
    (row,) = POSTS.ask("evidence", id=fact.id[:12])
    assert (row["quote"], row["start"], row["end"]) == (fact.evidence.quote, 10, 14)
    assert (row["document"], row["title"], row["rule"]) == ("a.txt", "关于某事的通知", "test.rule")


EVENTS = graph(
    *(
        Event(evidence=evidence(at), label=label, date_text=date, date=date, date_basis="stated", participants=people)
        for at, (label, date, people) in enumerate(
            [
                ("召开年会", "2019", ()),
                ("召开例会", "2020-01", ("财政部", "教育部")),
                ("开工", "2020-01-25T21", ()),
                ("巡查", "2020-01-30/2020-02-03", ()),
                ("竣工", "2020-12-31", ()),
            ]
        )
    )
)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2020", "2020", ["召开例会", "开工", "巡查", "竣工"]),
        ("2020-01-25", "2020-01-25", ["召开例会", "开工"]),
        ("2020-02", "2020-02", ["巡查"]),
        (None, "2019-06", ["召开年会"]),
        ("2020-02-04", None, ["竣工"]),
    ],
)
def test_events_between_two_dates(first: str | None, last: str | None, expected: list[str]) -> None:
    given_ = {key: value for key, value in (("from", first), ("to", last)) if value}
    assert column(EVENTS.ask("events", **given_), "event") == expected


DATES = st.sampled_from(
    ["2019", "2019-12", "2019-12-31", "2019-12-31T23:59", "2020", "2020-01", "2020-01-01", "2020-01-01T00", "2020-02-29"]
)
TIMES = st.one_of(DATES, st.tuples(DATES, DATES).map(sorted).map("/".join))


@settings(max_examples=40, deadline=None)
@given(st.lists(TIMES, min_size=1, max_size=5, unique=True), st.one_of(st.none(), TIMES), st.one_of(st.none(), TIMES))
def test_events_are_those_whose_bounds_meet_the_dates(dates: list[str], first: str | None, last: str | None) -> None:
    facts = (Event(evidence=evidence(at), label="开会", date_text=d, date=d, date_basis="stated") for at, d in enumerate(dates))
    given_ = {key: value for key, value in (("from", first), ("to", last)) if value}
    begin, end = (bounds(value) if value else None for value in (first, last))
    known = {date: bounds(date) for date in dates}
    expected = [
        date
        for date, found in known.items()
        if found and (not begin or found.latest >= begin.earliest) and (not end or found.earliest <= end.latest)
    ]
    assert sorted(column(graph(*facts).ask("events", **given_), "date")) == sorted(expected)


def test_participants_are_listed_in_order() -> None:
    assert column(EVENTS.ask("events", to="2020-01", **{"from": "2020-01"}), "participants")[0] == "教育部、财政部"


WHOLE = grant(0, 1000, "救灾资金", date="2020-01-23")
PART_A = grant(1, 300, "救灾资金", [HUBEI], date="2020-01-23", part_of=WHOLE.id, partition=1)
PART_B = grant(2, 700, "救灾资金", [HUNAN], date="2020-01-23", part_of=WHOLE.id, partition=1)
PART_OF_A = grant(3, 100, "救灾资金", [WUHAN], date="2020-01-23", part_of=PART_A.id)
SECOND = grant(4, 600, "救灾资金", date="2020-01-23", part_of=WHOLE.id, partition=2)
TOTAL_SO_FAR = grant(5, 5000, "救灾资金", [HUBEI], date="2020-02-01", kind="cumulative")
DOLLARS = grant(6, 50, "贷款", [HUBEI], currency="USD", date="2020-03")
TWO_PLACES = grant(7, 40, None, [HUBEI, HUNAN], date="2020-03-01/2020-03-31")
PERIOD = grant(8, 60, "经费", [WUHAN], date="2020-01-01/2020-06-30")
MONEY = graph(WHOLE, PART_A, PART_B, PART_OF_A, SECOND, TOTAL_SO_FAR, DOLLARS, TWO_PLACES, PERIOD)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("region", {"湖北省": 300, "湖南省": 700, "武汉市": 60}),
        ("fund", {"救灾资金": 1000, "经费": 60}),
        ("month", {"2020-01": 1000, "2020-03": 40, "2020-01-01/2020-06-30": 60}),
    ],
)
def test_each_yuan_counts_once(key: str, expected: dict[str, int]) -> None:
    assert dict(column(MONEY.ask(f"money-by-{key}"), "key", "amount_cny")) == expected


def test_what_is_left_out_has_a_reason() -> None:
    reasons = {row["fact_id"]: str(row["reason"]) for row in MONEY.ask("money-by-region-left-out")}
    expected = {
        WHOLE: "no region", PART_OF_A: "part of", SECOND: "second split", TOTAL_SO_FAR: "running total",
        DOLLARS: "another currency", TWO_PLACES: "more than one region",
    }  # fmt: skip
    assert set(reasons) == {fact.id for fact in expected}
    assert all(reasons[fact.id].startswith(start) for fact, start in expected.items())


@st.composite
def trees(draw: st.DrawFn) -> list[Allocation]:
    """Allocations with random parts, regions, partitions, kinds and currencies."""
    found: list[Allocation] = []
    for at in range(draw(st.integers(1, 7))):
        parent = draw(st.sampled_from([None, *found]))
        found.append(
            grant(
                at, draw(st.integers(1, 9)), draw(st.sampled_from([None, "甲资金", "乙资金"])),
                draw(st.lists(st.sampled_from([HUBEI, WUHAN, HUNAN]), max_size=2, unique=True)),
                part_of=parent.id if parent else None,
                partition=draw(st.sampled_from([None, 1, 2])) if parent else None,
                kind=draw(st.sampled_from(["flow", "flow", "flow", "cumulative"])),
                currency=draw(st.sampled_from(["CNY", "CNY", "CNY", "USD"])),
            )
        )  # fmt: skip
    return found


@settings(max_examples=25, deadline=None)
@given(trees(), st.sampled_from(["region", "fund", "month"]))
def test_every_allocation_is_counted_once_or_left_out_once(facts: list[Allocation], key: str) -> None:
    found = graph(*facts)
    counted = sum(column(found.ask(f"money-by-{key}"), "allocations"))
    left_out = column(found.ask(f"money-by-{key}-left-out"), "fact_id")
    assert len(left_out) == len(set(left_out))
    assert counted + len(left_out) == len({fact.id for fact in facts})


@pytest.mark.parametrize(
    ("name", "arguments", "error", "message"),
    [
        ("nothing", {}, QueryError, "no query is called"),
        ("posts", {}, UsageError, "needs --person"),
        ("posts", {"of": "财政部"}, UsageError, "does not take --of"),
        ("events", {"from": "yesterday"}, UsageError, "not a date"),
        ("events", {"limit": "0"}, UsageError, "not a number of rows"),
        ("events", {"limit": "ten"}, UsageError, "not a number of rows"),
    ],
)
def test_wrong_use_is_told(name: str, arguments: dict[str, str], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        POSTS.ask(name, **arguments)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?s WHERE { ?s ?p",
        "SELECT ?s WHERE { ?s unknown:p ?o }",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "",
    ],
)
def test_what_is_no_select_is_a_query_error(sparql: str) -> None:
    with pytest.raises(QueryError):
        POSTS.query(sparql)


def test_every_query_tells_its_title_in_both_languages_and_its_parameters() -> None:
    assert {"officials", "posts", "events", "evidence", "money-by-region", "money-by-fund", "money-by-month"} <= set(
        named()
    )
    for query in named().values():
        assert "  " in query.title
        assert any("\u4e00" <= char <= "\u9fff" for char in query.title)
        used = set(re.findall(r"\$(\w+)", query.sparql)) - {"limit"}
        given_ = {parameter.name for parameter in query.parameters} | set(dict(query.fixed))
        told_by = {"time": {"from", "to"}, "left_out": {"by"}, "called": {"of"}}
        assert {parameter for name in used for parameter in told_by.get(name, {name})} == given_


def test_a_table_in_its_three_forms() -> None:
    table = POSTS.query(
        'SELECT ?a ?b ?c WHERE { VALUES (?a ?b ?c) { ("=1+1" 12.5 UNDEF) ("中文" 3 "x") } } ORDER BY ?c'
    )
    assert table.columns == ("a", "b", "c")
    assert "'=1+1,12.5" in table.csv()
    assert '"b": 12.5' in table.json()
    assert '"c": null' in table.json()
    assert table.text().splitlines()[-1] == "中文  3     x"
