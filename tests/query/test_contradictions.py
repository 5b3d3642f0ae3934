"""What documents say against themselves or each other: the rules in SPARQL of ontology/shapes.ttl."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from rdflib import Graph

from kg.model import Document, Evidence, Extraction, Membership, Span
from kg.query.named import run_named
from kg.query.run import as_memory
from kg.query.validate import validate
from kg.store import MemorySource
from tests.money import FULL, told

Maker = Callable[..., Extraction]


def post(document: Document, at: int, status: str, **fields: Any) -> Membership:
    evidence = Evidence(document.key, (Span(at, at + 2),), document.text[at : at + 2], "test")
    return Membership(
        evidence=evidence, person="林岱宗", role="局长", organization="遵义市财政局", organization_text=None,
        status=cast(Any, status), **fields,
    )  # fmt: skip


def rdf(*documents: Extraction) -> Graph:
    """The graph of some documents, as `kg validate` checks it."""
    return as_memory(MemorySource(documents).rdf)


def messages(*documents: Extraction) -> list[str]:
    return [violation.message for violation in validate(rdf(*documents))]


@pytest.mark.parametrize(
    ("parts", "whole", "broken"),
    [
        ([{"amount": 4}, {"amount": 6}], {}, False),
        ([{"amount": 4}, {"amount": 7}], {}, True),
        ([{"amount": 4}, {"amount": 7, "partition": 2}], {}, False),  # two ways of splitting it
        ([{"amount": 11}], {"qualifier": "超"}, False),
        ([{"amount": 11}], {"amount_max": Decimal(12)}, False),
        ([{"amount": 11, "currency": "USD"}], {}, False),
        ([{"amount": 11, "kind": "cumulative"}], {}, False),
    ],
)
def test_parts_exceed_the_whole(parts: list[dict[str, Any]], whole: dict[str, Any], broken: bool) -> None:
    (total,) = told({"amount": 10, **FULL, **whole}, document="a").facts
    document = told(
        {"amount": 10, **FULL, **whole}, *(FULL | part | {"part_of": total.id} for part in parts), document="a"
    )
    assert messages(document) == ["the parts exceed the whole"] * broken
    if broken:
        (violation,) = validate(rdf(document))
        assert (violation.fact.endswith(total.id), violation.document, violation.value) == (True, "a", "11")


@pytest.mark.parametrize(
    ("earlier", "broken"),
    [
        ({"amount": 12, "date": "2022-06"}, True),
        ({"amount": 8, "date": "2022-06"}, False),
        ({"amount": 12, "date": "2022-08"}, False),
        ({"amount": 12, "date": "2022-06", "kind": "flow"}, False),
        ({"amount": 12, "date": "2022-06", "fund": "抗旱补助资金"}, False),
        ({"amount": 12, "date": "2022-06", "region": "湖北省"}, False),
        ({"amount": 12, "date": "2022-06", "payer": "水利部"}, False),
        ({"amount": 12, "date": "2022-06", "qualifier": "约"}, False),
        ({"amount": 12, "date": "2022"}, False),  # which may be later in the year
    ],
)
def test_a_running_total_does_not_shrink(earlier: dict[str, Any], broken: bool) -> None:
    now = told({"amount": 10, **FULL, "kind": "cumulative"}, document="a")
    before = told(FULL | {"kind": "cumulative"} | earlier, document="b")
    assert messages(now, before) == ["a running total is smaller than an earlier one"] * broken


@pytest.mark.parametrize(
    ("end", "seen", "broken"),
    [
        ({"status": "removed", "until": "2021-05"}, "2022-01-01", True),
        ({"status": "removed", "until": "2021-05"}, "2021-05-20", False),
        ({"status": "removed"}, "2022-01-01", True),
        ({"status": "removed"}, "2021-01-01", False),
        ({"status": "former", "until": "2021"}, "2022-01-01", True),
        ({"status": "former"}, "2022-01-01", False),
    ],
)
def test_a_post_is_not_held_after_removal(end: dict[str, Any], seen: str, broken: bool) -> None:
    documents = [Document(day, "林岱宗任职" + day, published=day) for day in ("2021-06-01", seen)]
    removal = Extraction(documents[0], (post(documents[0], 0, **end),))
    later = Extraction(documents[1], (post(documents[1], 0, "current"),))
    found = validate(rdf(removal, later))
    assert [v.message for v in found] == ["the post is held after the end that is told"] * broken
    assert {v.document for v in found} <= {seen}  # the fact named is the last one


@pytest.mark.parametrize(
    ("whole", "part", "broken"),
    [
        ("贵州省", "遵义市", False),
        ("贵州省", "仁怀市", False),
        ("贵州省", "贵州省", False),
        ("贵州省、湖北省", "武汉市", False),
        ("贵州省", "武汉市", True),
        ("遵义市", "贵州省", True),
        (None, "武汉市", False),
        ("贵州省", None, False),
    ],
)
def test_a_part_goes_to_a_place_in_that_of_the_whole(whole: str | None, part: str | None, broken: bool) -> None:
    (total,) = told({"amount": 10, **FULL, "region": whole}, document="a").facts
    share = {"amount": 3, **FULL, "region": part, "part_of": total.id}
    document = told({"amount": 10, **FULL, "region": whole}, share, document="a")
    assert messages(document) == ["a part goes to a place outside that of the whole"] * broken


def test_a_rule_in_sparql_of_one_s_own(make_extraction: Maker, tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix org: <http://www.w3.org/ns/org#> .\n"
        "<https://example.org/s> a sh:NodeShape ; sh:targetClass org:Membership ; sh:sparql [\n"
        ' sh:message "no body" ; sh:select "SELECT $this WHERE { FILTER NOT EXISTS { $this '
        '<http://www.w3.org/ns/org#organization> ?body } }" ] .\n',
        encoding="utf-8",
    )
    (violation,) = validate(rdf(make_extraction()), shapes)
    assert (violation.message, violation.label) == ("no body", "孔令某 处长")


def test_amounts_without_a_stated_date_are_listed_too() -> None:
    documents = [told({**FULL, "amount": amount, "date": None}, document=name) for amount, name in ((3, "a"), (4, "b"))]
    (row,) = run_named(MemorySource(documents), "conflicts", {})
    assert (row["date"], row["amount"], row["other_amount"]) == (None, Decimal(4), Decimal(3))
