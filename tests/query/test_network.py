"""The graph as a network."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx

from kg.model import Extraction
from kg.query import Graph

Maker = Callable[..., Extraction]
FORBIDDEN = {"type", "id", "start", "end", "source", "target"}


def network(extractions: list[Extraction]) -> nx.MultiDiGraph[str]:
    return Graph(extractions).network


def test_flat_edges_say_role_and_dates(make_extraction: Maker) -> None:
    graph = network([make_extraction()])
    name = {node: data["full_name"] for node, data in graph.nodes(data=True)}
    flat = {
        (name[a], data["label"], name[b], data.get("role"), data.get("since"))
        for a, b, data in graph.edges(data=True)
        if data["derived"] and data["label"].endswith("ROLE_IN")
    }
    assert flat == {
        ("云某平", "HOLDS_ROLE_IN", "财政部社会保障司", "司长", None),
        ("闻人月", "HOLDS_ROLE_IN", "湖北省财政厅", "党组书记", "2021-04"),
    }


def test_every_fact_is_a_node_with_its_sentence(make_extraction: Maker) -> None:
    extraction = make_extraction()
    graph = network([extraction])
    for fact in extraction.facts:
        data = graph.nodes[fact.id]
        assert data["quote"] == fact.evidence.quote
        assert (data["evidence_start"], data["evidence_end"]) == (fact.evidence.start, fact.evidence.end)
        assert data["fact_type"] == fact.type


def test_attributes_are_plain_and_named_so_that_every_tool_takes_them(two_documents: list[Extraction]) -> None:
    graph = network(two_documents)
    values = [data for _, data in graph.nodes(data=True)] + [data for _, _, data in graph.edges(data=True)]
    assert not FORBIDDEN & {key for data in values for key in data}
    assert all(isinstance(value, (str, int, float, bool)) for data in values for value in data.values())


def test_the_network_does_not_depend_on_the_order_of_documents(two_documents: list[Extraction]) -> None:
    one, other = network(two_documents), network(two_documents[::-1])
    assert {n: one.nodes[n] for n in one} == {n: other.nodes[n] for n in other}
    assert set(one.edges(keys=True)) == set(other.edges(keys=True))
