"""The statement layer is a pure function of each document; merging is a set union."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from rdflib import Graph, URIRef
from rdflib.query import ResultRow

from kg.export.nquads import nquads
from kg.graph.builder import quads, statements
from kg.graph.derived import derived_triples
from kg.graph.nodes import document_graph
from kg.graph.roles import role_triples
from kg.graph.vocabulary import FOAF, KG, OA, ORG, PROV, RDF, SKOS
from kg.merge.blocks import derive
from kg.merge.profile import profile
from kg.model import Extraction
from kg.query.run import as_memory
from kg.store import MemorySource

Maker = Callable[..., Extraction]
PREFIXES = (
    "PREFIX kg: <https://w3id.org/zhkg/ontology#> PREFIX org: <http://www.w3.org/ns/org#> "
    "PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX prov: <http://www.w3.org/ns/prov#> "
    "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX schema: <https://schema.org/> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
)


def _rows(graph: Graph, question: str) -> list[list[str]]:
    """The answer to a SELECT, as texts; unbound is "None"."""
    return [[str(value) for value in cast(ResultRow, row)] for row in graph.query(PREFIXES + question)]


def test_the_same_document_gives_the_same_statements(make_extraction: Maker) -> None:
    assert statements(make_extraction()) == statements(make_extraction())


def test_statements_are_sorted_without_duplicates_and_without_blank_nodes(make_extraction: Maker) -> None:
    triples = statements(make_extraction())
    assert triples == sorted(set(triples))
    assert not any(term.startswith("_:") for triple in triples for term in triple)


def test_statements_do_not_depend_on_the_order_of_facts(make_extraction: Maker) -> None:
    one = make_extraction()
    other = Extraction(one.document, tuple(reversed(one.facts)), one.rejected)
    assert statements(one) == statements(other)


def test_a_document_added_and_removed_leaves_no_trace(two_documents: list[Extraction]) -> None:
    first, second = two_documents
    alone, both = set(quads(first)), set(quads(first)) | set(quads(second))
    graph = document_graph(second.document)
    assert {quad for quad in both if quad[3] != graph} == alone


def test_union_of_statements_in_any_order_is_the_same_to_the_byte(two_documents: list[Extraction]) -> None:
    first, second = two_documents
    assert nquads([*quads(first), *quads(second)]) == nquads([*quads(second), *quads(first), *quads(first)])


def test_another_base_changes_our_own_names_only(make_extraction: Maker) -> None:
    triples = statements(make_extraction(), "https://example.org/g/")
    assert not any("w3id.org/zhkg/data/" in term for triple in triples for term in triple)
    assert any("w3id.org/zhkg/region/420000" in term for triple in triples for term in triple)


def test_statements_name_no_canonical_entity(make_extraction: Maker) -> None:
    triples = statements(make_extraction())
    assert not {o for _, p, o in triples if p == RDF.type} & {FOAF.Person, ORG.FormalOrganization, KG.Fund}
    assert not {p for _, p, _ in triples} & {KG.identifiedAs, KG.holdsRoleIn, KG.heldRoleIn, KG.allocatedTo}


def test_every_local_entity_is_identified(two_documents: list[Extraction]) -> None:
    triples = {t for x in two_documents for t in statements(x)} | set(derived_triples(derive(map(profile, two_documents))))
    local = {s for s, p, o in triples if p == RDF.type and o.startswith("<" + KG.base + "Local")}
    assert local
    assert local == {s for s, p, _ in triples if p == KG.identifiedAs}


def test_derived_triples_do_not_depend_on_the_order_of_documents(two_documents: list[Extraction]) -> None:
    profiles = [profile(x) for x in two_documents]
    assert set(derived_triples(derive(profiles))) == set(derived_triples(derive(profiles[::-1])))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("?m org:member/foaf:name '云某平'@zh ; org:organization/rdfs:label ?x", {"财政部社会保障司"}),
        ("?p foaf:name '云某平'@zh ; kg:holdsRoleIn/org:subOrganizationOf/rdfs:label ?x", {"财政部"}),
        ("?p foaf:name '孔令某'@zh . ?m org:member/kg:identifiedAs ?p ; kg:status ?x", {"removed"}),
        ("?m kg:roleText '党组书记'@zh ; org:memberDuring/kg:earliest ?x", {"2021-04-01T00:00:00"}),
        ("?g kg:amountText '12.5亿元'@zh ; schema:value ?x", {"1250000000"}),
        ("?g schema:funder/kg:identifiedAs/rdfs:label ?x", {"财政部", "工业和信息化部"}),
        ("?g kg:partOf/schema:amount/schema:value ?x", {"1250000000"}),
        ("?f kg:allocatedTo/rdfs:label ?x", {"湖北省", "武汉市"}),
        ("?e a schema:Event ; kg:date '2021-03-02T09' ; kg:latest ?x", {"2021-03-02T09:59:59"}),
        ("?o kg:tookPartIn ?e ; rdfs:label ?x", {"财政部", "工业和信息化部", "云某平"}),
        ("?d kg:number ?x", {"财社〔2021〕7号"}),
    ],
)
def test_questions(make_extraction: Maker, question: str, answer: set[str]) -> None:
    graph = as_memory(MemorySource([make_extraction()]).rdf)
    assert {row[0] for row in _rows(graph, f"SELECT ?x WHERE {{ {question} }}")} == answer


def test_evidence_is_grounded_in_the_graph(make_extraction: Maker) -> None:
    """The concatenated slices of the spans, in their order, are the quote."""
    extraction = make_extraction()
    graph = as_memory(MemorySource([extraction]).rdf)
    rows = _rows(
        graph,
        "SELECT DISTINCT ?e ?quote ?start ?end ?order WHERE { ?fact prov:wasDerivedFrom|kg:alsoFoundIn ?e . "
        "?e oa:hasSelector/oa:exact ?quote ; oa:hasSelector ?p . ?p oa:start ?start ; oa:end ?end . "
        "OPTIONAL { ?p kg:order ?order } } ORDER BY ?e ?order",
    )
    found: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for evidence, quote, start, end, _ in rows:
        found.setdefault((evidence, quote), []).append((int(start), int(end)))
    assert len(found) == 3
    for (_, quote), spans in found.items():
        assert "".join(extraction.document.text[a:b] for a, b in spans) == quote


def test_every_fact_has_evidence_and_a_rule(make_extraction: Maker) -> None:
    extraction = make_extraction()
    triples = statements(extraction)
    for predicate in (PROV.wasDerivedFrom, PROV.wasGeneratedBy, KG.inDocument):
        subjects = {s for s, p, _ in triples if p == predicate and "/fact/" in s}
        assert len(subjects) == len(extraction.facts)
    assert {o for _, p, o in triples if p == OA.hasSource} == {document_graph(extraction.document)}


@pytest.mark.parametrize(
    ("role", "above"), [("党组副书记", "role/书记>"), ("司长", "role/government>"), ("二级巡视员", "role/rank>")]
)
def test_roles_stand_under_their_head(role: str, above: str) -> None:
    found = [o for _, p, o in role_triples("https://example.org/", role) if p == SKOS.broader]
    assert len(found) == 1
    assert found[0].endswith(above)


def test_a_role_without_listed_head_stands_alone() -> None:
    assert not [o for _, p, o in role_triples("https://example.org/", "某某") if p == SKOS.broader]


def test_regions_with_a_code_are_the_ontology_s(make_extraction: Maker) -> None:
    graph: Graph = as_memory(MemorySource([make_extraction()]).rdf)
    region = URIRef("https://w3id.org/zhkg/region/420100")
    assert {str(o) for o in graph.objects(region, URIRef("https://schema.org/containedInPlace"))} == {
        "https://w3id.org/zhkg/region/420000"
    }
