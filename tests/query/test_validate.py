"""A sound graph has no violation; a broken one names the fact and its sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import PROV, RDF, RDFS, SH, XSD

from kg.graph.vocabulary import KG, ontology_file
from kg.model import Extraction
from kg.query.run import as_memory
from kg.query.validate import validate
from kg.store import MemorySource

Maker = Callable[..., Extraction]
NS = Namespace(KG.base)
ORG = Namespace("http://www.w3.org/ns/org#")
SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")


def test_a_sound_graph(two_documents: list[Extraction]) -> None:
    assert validate(as_memory(MemorySource(two_documents).rdf)) == []


def _fact(graph: Graph, kind: URIRef) -> URIRef:
    return sorted(node for node in graph.subjects(RDF.type, kind) if isinstance(node, URIRef))[0]


@pytest.mark.parametrize(
    ("kind", "predicate", "value", "message"),
    [
        (ORG.Membership, ORG.member, None, "exactly one person"),
        (ORG.Membership, ORG.role, None, "exactly one role"),
        (ORG.Membership, NS.status, Literal("retired"), "the status is"),
        (ORG.Membership, NS.since, Literal("2021年"), "since is ISO 8601"),
        (ORG.Membership, PROV.wasDerivedFrom, None, "exactly one main evidence"),
        (ORG.Membership, NS.confidence, Literal("2", datatype=XSD.decimal), "from 0 to 1"),
        (SCHEMA.MonetaryGrant, SCHEMA.amount, None, "exactly one amount"),
        (SCHEMA.MonetaryGrant, NS.kind, Literal("gift"), "flow or cumulative"),
        (SCHEMA.MonetaryGrant, NS.partOf, URIRef("https://example.org/none"), "an allocation of the graph"),
        (SCHEMA.MonetaryGrant, NS.date, Literal("2021年"), "ISO 8601"),
        (SCHEMA.Event, NS.date, Literal("昨天"), "ISO 8601"),
        (SCHEMA.Event, NS.inDocument, None, "exactly one document"),
    ],
)
def test_a_broken_fact_is_named(
    make_extraction: Maker, kind: URIRef, predicate: URIRef, value: Literal | URIRef | None, message: str
) -> None:
    graph = as_memory(MemorySource([make_extraction()]).rdf)
    fact = _fact(graph, kind)
    graph.remove((fact, predicate, None))
    if value is not None:
        graph.add((fact, predicate, value))
    found = [v for v in validate(graph) if message in v.message]
    assert found
    assert {v.fact for v in found} == {str(fact)}
    assert all(v.label == str(graph.value(fact, RDFS.label)) for v in found)
    if predicate != PROV.wasDerivedFrom:
        quotes = {e.quote for f in make_extraction().facts for e in (f.evidence, *f.also)}
        assert {v.quote for v in found} <= quotes
    if predicate != NS.inDocument:
        assert {v.document for v in found} == {"a.txt"}


def test_a_broken_part_of_a_fact_names_the_fact(make_extraction: Maker) -> None:
    graph = as_memory(MemorySource([make_extraction()]).rdf)
    amount = graph.value(_fact(graph, SCHEMA.MonetaryGrant), SCHEMA.amount)
    assert amount is not None
    graph.remove((amount, SCHEMA.value, None))
    (violation,) = validate(graph)
    assert violation.fact == str(_fact(graph, SCHEMA.MonetaryGrant))
    assert "财政部社会保障司" in violation.quote
    assert violation.shape == "Amount"


def test_messages_in_chinese(make_extraction: Maker) -> None:
    graph = as_memory(MemorySource([make_extraction()]).rdf)
    graph.remove((_fact(graph, ORG.Membership), ORG.member, None))
    (violation,) = validate(graph, language="zh")
    assert violation.message == "任职必须有一个人物"
    assert violation.shape == "任职"


def test_shapes_of_one_s_own(make_extraction: Maker, tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix org: <http://www.w3.org/ns/org#> .\n"
        "<https://example.org/s> a sh:NodeShape ; sh:targetClass org:Membership ; "
        "sh:property [ sh:path org:organization ;"
        ' sh:minCount 1 ; sh:message "no body" ] .\n',
        encoding="utf-8",
    )
    (violation,) = validate(as_memory(MemorySource([make_extraction()]).rdf), shapes)
    assert violation.message == "no body"
    assert violation.label == "孔令某 处长"


def test_every_shape_and_message_is_in_both_languages() -> None:
    graph = Graph().parse(ontology_file("shapes.ttl"), format="turtle")
    for shape in graph.subjects(RDF.type, SH.NodeShape):
        assert {getattr(v, "language", None) for v in graph.objects(shape, RDFS.label)} == {"zh", "en"}
    constrained = set(graph.subjects(SH.path, None))
    assert constrained
    for shape in constrained:
        assert {getattr(v, "language", None) for v in graph.objects(shape, SH.message)} == {"zh", "en"}
