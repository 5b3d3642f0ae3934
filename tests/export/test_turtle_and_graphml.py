"""Graph files that every reader takes, whatever the text holds."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import networkx as nx
import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Graph

from kg.export.folder import write_all
from kg.export.graphml import EDGE_KEYS, NODE_KEYS, GraphmlWriter
from kg.export.turtle import TurtleWriter
from kg.graph.terms import text
from kg.graph.traversal import Edge, Node
from kg.model import Extraction
from kg.query import Graph as KgGraph
from kg.store import MemorySource

Maker = Callable[..., Extraction]
ANY = st.text(max_size=30)
XML = "{http://graphml.graphdrawing.org/xmlns}"


def _ntriples(turtle: Path) -> set[str]:
    """The triples as Oxigraph reads them."""
    return {str(triple) for triple in pyoxigraph.parse(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE)}


def test_rdflib_and_oxigraph_read_the_same_graph(two_documents: list[Extraction], tmp_path: Path) -> None:
    write_all(tmp_path, two_documents)
    store = MemorySource(two_documents).rdf
    dumped = store.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph())
    expected = (dumped or b"").decode()
    path = tmp_path / "graph.ttl"
    wanted = {str(t) for t in pyoxigraph.parse(expected, format=pyoxigraph.RdfFormat.N_TRIPLES)}
    assert _ntriples(path) == wanted
    assert set(Graph().parse(path, format="turtle")) == set(Graph().parse(data=expected, format="nt"))


def test_a_store_keeps_every_literal_as_it_is(two_documents: list[Extraction], tmp_path: Path) -> None:
    """Oxigraph rewrites literals that are not in canonical form; ours are."""
    write_all(tmp_path, two_documents)
    store = pyoxigraph.Store()
    store.bulk_load(path=str(tmp_path / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    assert {str(quad.triple) for quad in store} == _ntriples(tmp_path / "graph.ttl")


@given(ANY)
def test_turtle_takes_any_text(value: str) -> None:
    out = io.StringIO()
    node = "<https://w3id.org/zhkg/data/fact/a>"
    TurtleWriter(out).add([(node, "<http://www.w3.org/2000/01/rdf-schema#label>", text(value, "zh"))])
    (triple,) = pyoxigraph.parse(out.getvalue(), format=pyoxigraph.RdfFormat.TURTLE)
    assert triple.object.value == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)


def test_networkx_reads_back_every_attribute(two_documents: list[Extraction], tmp_path: Path) -> None:
    write_all(tmp_path, two_documents)
    expected = KgGraph(two_documents).network
    read = nx.read_graphml(tmp_path / "graph.graphml")
    assert isinstance(read, nx.MultiDiGraph)
    assert {n: read.nodes[n] for n in read} == {n: expected.nodes[n] for n in expected}
    found = {key.removeprefix("e"): (a, b, data) for a, b, key, data in _edges(read)}
    assert found == {key: (a, b, data) for a, b, key, data in _edges(expected)}


def _edges(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str, dict[str, object]]]:
    """Source, target, key and attributes; networkx adds the edge's XML id, which is its key, as `id`."""
    return [
        (a, b, key, {name: value for name, value in data.items() if name != "id"})
        for a in graph
        for b in graph[a]
        for key, data in graph[a][b].items()
    ]


def test_the_xml_keeps_the_rules_of_all_readers(two_documents: list[Extraction], tmp_path: Path) -> None:
    write_all(tmp_path, two_documents)
    root = ElementTree.parse(tmp_path / "graph.graphml").getroot()
    keys = {key.get("id"): key for key in root.iter(XML + "key")}
    assert len(keys) == len(NODE_KEYS) + len(EDGE_KEYS)
    assert not {key.get("attr.name") for key in keys.values()} & {"type", "id", "start", "end"}
    edges, nodes = list(root.iter(XML + "edge")), list(root.iter(XML + "node"))
    assert len({edge.get("id") for edge in edges}) == len(edges)
    assert len({node.get("id") for node in nodes}) == len(nodes)
    known = {node.get("id") for node in nodes}
    assert all(edge.get("source") in known and edge.get("target") in known for edge in edges)
    for element, name in ((nodes, "labels"), (edges, "label")):
        for item in element:
            data = {str(d.get("key"))[2:]: d.text for d in item.iter(XML + "data")}
            assert data[name] == item.get(name)
            assert all(value is not None for value in data.values())


@given(ANY, ANY)
def test_graphml_takes_any_text(name: str, quote: str) -> None:
    out = io.StringIO()
    writer = GraphmlWriter(out)
    writer.nodes([Node("a", "Person", {"label": name, "quote": quote}), Node("b", "Event", {"label": name})])
    writer.edges([Edge("1", "a", "b", "MEMBER", {"derived": False})])
    writer.close()
    graph = nx.parse_graphml(out.getvalue())
    assert graph.number_of_nodes() == 2
    assert graph.number_of_edges() == 1


def test_an_undeclared_attribute_is_an_error() -> None:
    with pytest.raises(ValueError, match="without a declaration"):
        GraphmlWriter(io.StringIO()).nodes([Node("a", "Person", {"colour": "red"})])


def test_amounts_in_yuan_only_where_they_are(two_documents: list[Extraction]) -> None:
    amounts = {
        d.get("currency"): d.get("amount_cny") for _, d in KgGraph(two_documents).network.nodes(data=True) if "currency" in d
    }
    assert amounts["USD"] is None
    assert amounts["CNY"] in (1250000000.0, 300000000.0)


def test_one_family_of_facts_more_would_be_noticed(make_extraction: Maker) -> None:
    """Every attribute that a node or an edge may have is declared."""
    graph = KgGraph([make_extraction()]).network
    assert {k for _, d in graph.nodes(data=True) for k in d} <= NODE_KEYS.keys()
    assert {k for _, _, d in graph.edges(data=True) for k in d} <= EDGE_KEYS.keys()


def test_replacing_a_fact_s_confidence_keeps_its_id(make_extraction: Maker) -> None:
    fact = make_extraction().facts[0]
    assert replace(fact, confidence=0.1).id == fact.id
