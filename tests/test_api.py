"""The public API: its names, and what a Python user does with a graph."""

from __future__ import annotations

from pathlib import Path

import networkx as nx
import pytest
import rdflib

import kg

NEWS = """\
财政部国库司司长欧阳文渊表示，2021年7月20日，财政部下达河南省防汛救灾资金3亿元，用于支持受灾群众转移安置。
教育部体育司司长慕容若水出席。
"""


@pytest.fixture(scope="module")
def graph() -> kg.Graph:
    return kg.build([kg.Document("a", NEWS, published="2021-07-22"), kg.Document("b", NEWS.replace("3亿", "4亿"))])


def test_the_exported_names() -> None:
    assert kg.__all__ == [
        "Allocation", "Document", "Event", "Evidence", "Graph", "KgError", "Membership", "Options", "build",
    ]  # fmt: skip
    assert len(kg.__all__) <= 10
    assert all(getattr(kg, name).__doc__ for name in kg.__all__)
    assert dir(kg) == sorted(kg.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        _ = kg.nothing


def test_facts_are_grounded(graph: kg.Graph) -> None:
    texts = {document.key: document.text for document in graph.documents}
    assert {fact.type for fact in graph.facts} == {"membership", "allocation", "event"}
    for fact in graph.facts:
        text = texts[fact.evidence.document]
        assert "".join(text[span.start : span.end] for span in fact.evidence.spans) == fact.evidence.quote


def test_rdf_and_network(graph: kg.Graph) -> None:
    assert isinstance(graph.rdf, rdflib.Graph)
    assert isinstance(graph.network, nx.MultiDiGraph)
    facts = [node for node, data in graph.network.nodes(data=True) if "fact_type" in data]
    assert sorted(facts) == sorted(fact.id for fact in graph.facts)


def test_query(graph: kg.Graph) -> None:
    found = graph.query("SELECT DISTINCT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name } ORDER BY ?name")
    assert sorted(str(row["name"]) for row in found) == ["慕容若水", "欧阳文渊"]
    with pytest.raises(kg.KgError):
        graph.query("SELECT ?name WHERE {")


def test_persons(graph: kg.Graph) -> None:
    (person,) = graph.persons("欧阳文渊")
    assert person.name == "欧阳文渊"
    assert [(post.role, post.organization) for post in person.posts] == [("司长", "财政部国库司")] * 2
    assert graph.persons("查无此人") == []


def test_questions_to_a_graph_in_memory_and_on_disk_alike(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    options = kg.Options(root=str(tmp_path), date="2021-07-22")
    memory = kg.build([tmp_path / "a.txt"], tmp_path / "graph", options=options)
    with kg.Graph.open(tmp_path / "graph") as disk:
        for graph in (memory, disk):
            assert [o.parent for o in graph.organizations("财政部国库司")] == ["mof"]
            assert [len(graph.allocations(region=place)) for place in ("河南省", "410000", "湖北省")] == [1, 1, 0]
            assert [len(graph.allocations(since=day)) for day in ("2021-07", "2021-08")] == [1, 0]
            assert {event.date for event in graph.events(between=("2021", "2021-07-20"))} <= {"2021-07-20"}
            assert len(graph.persons()) == 2
            assert graph.evidence(graph.facts[0])[0].quote == graph.facts[0].evidence.quote
            assert graph.evidence(graph.facts[0].id)[0].document == "a.txt"
            assert list(graph.allocations().to_frame()["fund"]) == [fact.fund for fact in graph.allocations()]
            assert len(graph.ask("posts", person="欧阳文渊").to_frame()) == 1
            near = graph.neighbourhood("欧阳文渊")
            names = {data["full_name"] for _, data in near.nodes(data=True)}
            assert "财政部国库司" in names
            assert "慕容若水" not in names
            assert set(near.edges(keys=True)) <= set(graph.network.edges(keys=True))
        assert disk.persons("欧阳文渊") == memory.persons("欧阳文渊")
        assert disk.allocations() == memory.allocations()
        assert set(disk.network.edges(keys=True)) == set(memory.network.edges(keys=True))
        assert len(disk.rdf) == len(memory.rdf)
        with pytest.raises(kg.KgError, match="no fact"):
            disk.evidence("0" * 32)
        with pytest.raises(kg.KgError, match="several places"):
            disk.allocations(region="朝阳区")
    with pytest.raises(kg.KgError, match="no such graph"):
        kg.Graph.open(tmp_path / "nowhere")


def test_failures_are_kept_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    found = kg.build([tmp_path], options=kg.Options(root=str(tmp_path), date="2021-07-22"))
    assert [failure.path for failure in found.failures] == ["b.txt"]
    assert [document.id for document in found.documents] == ["a.txt"]


def test_output_is_what_the_command_writes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    options = kg.Options(root=str(tmp_path))
    found = kg.build([tmp_path / "a.txt"], tmp_path / "graph", options=options)
    stored = rdflib.Graph().parse(tmp_path / "graph" / "graph.ttl", format="turtle")
    assert set(stored) == set(found.rdf)
    assert nx.read_graphml(tmp_path / "graph" / "graph.graphml").number_of_nodes() == found.network.number_of_nodes()
