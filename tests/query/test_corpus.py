"""Sixteen short documents of a city and a fund, read, merged and asked: who held what when, and which money counts once."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.cli import main
from kg.errors import UsageError
from kg.query import Graph, named
from kg.read import Options, load_manifest
from tests.money import FULL, told

CORPUS = Path(__file__).parent.parent / "merge" / "corpus"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus as a graph folder."""
    place = tmp_path_factory.mktemp("corpus") / "graph"
    options = Options(root=str(CORPUS), manifest=load_manifest(str(CORPUS / "manifest.csv")))
    kg.build([CORPUS], place, options=options)
    return place


@pytest.fixture(scope="module")
def graph() -> Graph:
    """The corpus in memory."""
    options = Options(root=str(CORPUS), manifest=load_manifest(str(CORPUS / "manifest.csv")))
    return kg.build([CORPUS], options=options)


def column(rows: Iterable[dict[str, Any]], *names: str) -> list[Any]:
    """The cells of one column, or tuples of several."""
    return [row[names[0]] if len(names) == 1 else tuple(row[name] for name in names) for row in rows]


ARGUMENTS = {"of": "遵义市财政局", "person": "周既白", "role": "局长", "on": "2020-01-01"}


@pytest.mark.parametrize("name", sorted(named()))
def test_a_limit_gives_that_many_rows_of_those_there_are_in_their_order(graph: Graph, name: str) -> None:
    wanted = {parameter.name for parameter in named()[name].parameters if parameter.required}
    arguments = {key: value for key, value in ARGUMENTS.items() if key in wanted}
    if "id" in wanted:
        arguments["id"] = min(fact.id for fact in graph.facts)
    everything = graph.ask(name, **arguments).rows
    for limit in range(1, 5):
        some = graph.ask(name, limit=str(limit), **arguments).rows
        assert len(some) == min(limit, len(everything))
        places = [everything.index(row) for row in some]
        assert places == sorted(places)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2015-12-31", []),
        ("2016-12-01", [("林岱宗", "full", "documented 有据")]),
        ("2018-01-01", [("林岱宗", "full", "presumed 推定")]),  # last seen in 2017, followed in 2018
        ("2018-11-01", [("周既白", "acting", "presumed 推定")]),
        ("2020-01-01", [("周既白", "full", "presumed 推定")]),
        ("2021-05-11", [("周既白", "full", "presumed 推定"), ("吴听澜", "full", "documented 有据")]),
        ("2022", [("吴听澜", "full", "documented 有据")]),
        ("2030-01-01", [("吴听澜", "full", "presumed 推定")]),  # nobody says that it has ended
    ],
)
def test_who_held_a_post_on_a_day(graph: Graph, day: str, expected: list[tuple[str, str, str]]) -> None:
    found = graph.ask("holders", of="遵义市财政局", role="局长", on=day)
    assert sorted(column(found, "person", "status", "certainty")) == sorted(expected)


def test_the_body_may_go_by_another_name_and_the_post_must_be_said(graph: Graph) -> None:
    assert column(graph.ask("holders", of="遵义市湄潭县", role="县长", on="2021-03"), "person") == ["殷望川"]
    with pytest.raises(UsageError, match="needs --role"):
        graph.ask("holders", of="遵义市财政局", on="2020")


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("吴听澜", [("full", "周既白", "removal")]),
        ("周既白", [("acting", "林岱宗", "successor"), ("full", "林岱宗", "successor")]),
        ("林岱宗", []),
        ("商怀远", []),  # several are deputies at a time
    ],
)
def test_whom_did_a_person_succeed(graph: Graph, person: str, expected: list[tuple[str, str, str]]) -> None:
    assert column(graph.ask("predecessors", person=person), "status", "predecessor", "until_basis") == expected


def test_what_posts_did_a_person_hold(graph: Graph) -> None:
    found = graph.ask("career", person="周既白")
    assert column(found, "role", "status", "since_basis", "until_basis", "until_known", "sources") == [
        ("局长", "acting", None, "successor", "2019-01-15", 1),
        ("局长", "full", "appointment", "removal", "2021-05-11", 2),  # one notice of removal, and its reprint
    ]
    concurrent = graph.ask("career", person="殷望川")
    assert column(concurrent, "organization", "role", "rank", "rank_basis") == [
        ("湄潭县人民政府", "县长", "正处级", "inferred"),
        ("湄潭县委", "副书记", "副处级", "inferred"),
    ]


def test_careers_are_one_row_a_spell(folder: Path, tmp_path: Path) -> None:
    assert main(["careers", str(folder), "-o", str(tmp_path / "careers.csv")]) == 0
    with (tmp_path / "careers.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 9
    assert len({(row["person_id"], row["organization"], row["role"], row["status"]) for row in rows}) == 9
    wu = next(row for row in rows if row["person"] == "吴听澜" and row["role"] == "局长")
    assert {key: wu[key] for key in ("organization", "region_code", "region_level", "rank", "rank_basis", "sources")} == {
        "organization": "遵义市财政局", "region_code": "520300", "region_level": "prefecture", "rank": "正处级",
        "rank_basis": "stated", "sources": "3",
    }  # fmt: skip
    assert (wu["start"], wu["start_basis"], wu["start_known"]) == ("", "appointment", "2021-05-11")
    assert (wu["end"], wu["first_seen"], wu["last_seen"]) == ("", "2021-05-11", "2023-03-20")
    assert len(wu["evidence"].split()) == 4
    assert wu["documents"] == "posts-5.txt、posts-6.txt、posts-7.txt、posts-8.txt"
    acting = next(row for row in rows if row["status"] == "acting")
    assert (acting["person"], acting["rank"], acting["rank_basis"]) == ("周既白", "", "unknown")


def test_three_reports_of_one_allocation_are_one_merged_fact_of_two_sources(graph: Graph) -> None:
    found = graph.ask("merged")
    assert column(found, "document", "counted", "sources") == [
        ("money-1.txt", True, 2), ("money-2.txt", False, 2), ("money-3.txt", False, 2),
    ]  # fmt: skip
    surest = max(fact.confidence for fact in graph.facts if fact.type == "allocation")
    assert all(confidence > surest for confidence in column(found, "confidence"))


@pytest.mark.parametrize(("form", "lines"), [("table", 2), ("csv", 2), ("jsonl", 1)])
def test_conflicts_are_listed(folder: Path, form: str, lines: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conflicts", str(folder), "--format", form]) == 0
    text = capsys.readouterr().out
    assert text.count("\n") == lines
    assert text.index("240000000") < text.index("260000000")
    assert "贵州省" in text


def test_each_yuan_counts_once_at_the_highest_level(graph: Graph) -> None:
    money = {row["key"]: row["amount_cny"] for row in graph.ask("money-by-region")}
    assert money == {"贵州省": 240_000_000, "遵义市": 8_000_000}  # the eight million are the province's own
    reasons = sorted(str(row["reason"]).partition(" ")[0] for row in graph.ask("money-by-region-left-out"))
    assert reasons == ["contradicted:", "passed", "passed", "told", "told"]


def test_passed_down(graph: Graph) -> None:
    found = graph.ask("passed-down")
    assert sorted(column(found, "document", "from_document")) == [
        ("money-5.txt", "money-1.txt"), ("money-6.txt", "money-1.txt"), ("money-6.txt", "money-5.txt"),
    ]  # fmt: skip


def test_the_network_shows_merged_facts_conflicts_and_spells(graph: Graph, folder: Path) -> None:
    network = graph.network
    labels = {data["label"] for _, _, data in network.edges(data=True)}
    assert {"REPEATS", "CONFLICT", "OUTWEIGHED_BY", "PASSED_DOWN_FROM", "SUCCEEDS", "DERIVED_FROM"} <= labels
    (merged,) = (data for _, data in network.nodes(data=True) if data["labels"] == ":Sum")
    assert (merged["sources"], merged["amount_exact"]) == (2, "240000000")
    spells = [data for _, data in network.nodes(data=True) if data["labels"] == ":Spell"]
    assert {data["until_basis"] for data in spells if "until_basis" in data} == {"removal", "successor"}
    read = nx.read_graphml(folder / "graph.graphml")
    assert {data["label"] for _, _, data in read.edges(data=True)} == labels


grants = st.fixed_dictionaries({
    "amount": st.sampled_from([60, 240, 260]),
    "fund": st.sampled_from([None, "中央自然灾害救灾资金", "抗旱补助资金"]),
    "payer": st.sampled_from([None, "财政部", "贵州省财政厅"]),
    "region": st.sampled_from([None, "贵州省", "遵义市", "遵义市、毕节市"]),
    "date": st.sampled_from([None, "2022-07", "2022-07-18", "2022-08-01"]),
})  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(st.lists(st.lists(grants, max_size=3), min_size=1, max_size=4), st.sampled_from(["region", "fund", "month"]))
def test_every_allocation_of_many_documents_is_counted_once_or_left_out_once(
    corpus: list[list[dict[str, Any]]], key: str
) -> None:
    documents = [told(*sums, document=str(at)) for at, sums in enumerate(corpus)]
    found = Graph(documents)
    counted = sum(column(found.ask(f"money-by-{key}"), "allocations"))
    left_out = column(found.ask(f"money-by-{key}-left-out"), "fact_id")
    assert len(left_out) == len(set(left_out))
    assert counted + len(left_out) == len({fact.id for fact in found.facts})


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 4), st.integers(0, 3), st.integers(0, 2))
def test_a_sum_does_not_grow_with_reports_or_levels(reports: int, shares: int, others: int) -> None:
    """However many documents tell of it, in whatever amount, and pass it on: the place has it once."""
    share = {"amount": 60, **FULL, "payer": "贵州省财政厅", "region": "遵义市", "date": "2022-07-26"}
    documents = [told({"amount": 240, **FULL}, document=f"a{at}") for at in range(reports)]
    documents += [told(share, document=f"b{at}") for at in range(shares)]
    documents += [told({"amount": 260, **FULL}, document=f"c{at}") for at in range(others)]
    money = {row["key"]: row["amount_cny"] for row in Graph(documents).ask("money-by-region")}
    assert money == {"贵州省": 240 if reports > others else 260}
