"""The statement layer: one `Extraction` → the triples of one named graph.

    triples = statements(extraction, base)     # sorted, without duplicates
    quads(extraction, base)                    # the same, with the name of their graph: the document's IRI

A pure function of the document, the extractor's version and the options; two documents' statements are
merged by set union, and removed by dropping the graph.  Nothing here depends on another document: persons,
bodies and funds are the document's own (`LocalEntity`), tied to canonical ones by the derived layer
(`kg.graph.derived`).  Nodes for values (a time, a role, a purpose) are named by the value itself
(`kg.graph.nodes`); what a fact of each family states is in `kg.graph.families`.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.graph.dates import bound_triples
from kg.graph.families import fact_triples
from kg.graph.nodes import VERSION, document_graph, evidence_node, fact_node, node_iri, run_node
from kg.graph.terms import Quad, Triple, integer, iri, text, wikidata
from kg.graph.vocabulary import BASE, DCTERMS, FOAF, KG, OA, ORG, PROV, RDF, RDFS, SCHEMA, SKOS
from kg.merge.derived import ref
from kg.merge.entities import Entity
from kg.merge.profile import Profile, profile
from kg.merge.vitals import Vitals
from kg.model import Document, Evidence, Extraction, content_hash
from kg.read.persons import PersonRecord

__all__ = ["quads", "statements"]

_LOCAL = {
    "person": KG.LocalPerson,
    "organization": KG.LocalOrganization,
    "fund": KG.LocalFund,
    "region": KG.LocalRegion,
}
_LINKS = {
    "member": ORG.member,
    "organization": ORG.organization,
    "fund": KG.fund,
    "funder": SCHEMA.funder,
    "region": SCHEMA.spatialCoverage,
    "participant": KG.participant,
    "location": SCHEMA.location,
}
"""Role of an entity in a fact (kg.merge.profile) → property."""


def quads(extraction: Extraction, base: str = BASE) -> Iterator[Quad]:
    """The statements with the name of their graph."""
    graph = document_graph(extraction.document, base)
    return ((s, p, o, graph) for s, p, o in statements(extraction, base))


def statements(extraction: Extraction, base: str = BASE, known: Profile | None = None) -> list[Triple]:
    """All triples of one document, sorted; `known` is its profile where the caller already has it."""
    known = known or profile(extraction)
    graph = document_graph(extraction.document, base)
    triples: set[Triple] = set(_document(extraction.document, graph))
    nodes = {entity.id: node_iri(ref(entity.type, entity.id), base) for entity in known.entities}
    for entity in known.entities:
        triples.update(_entity(entity, nodes[entity.id], graph))
    for identifier, told in known.vitals:
        triples.update(_vitals(told, nodes[identifier]))
    for identifier, record in known.records:
        triples.update(_record(record, nodes[identifier]))
    for identifier, role, target in known.links:
        triples.add((fact_node(identifier, base), _LINKS[role], nodes[target]))
    runs = {fact.evidence.rule for fact in extraction.facts}
    triples.update(triple for rule in runs for triple in _run(run_node(rule, base), rule))
    for evidence in {e for fact in extraction.facts for e in (fact.evidence, *fact.also)}:
        triples.update(_evidence(evidence, graph, base))
    for identifier, fact in known.facts:
        triples.update(fact_triples(fact, fact_node(identifier, base), graph, base))
    return sorted(triples)


def _document(document: Document, graph: str) -> Iterator[Triple]:
    yield graph, RDF.type, KG.Document
    yield graph, RDFS.label, text(document.title or document.id)
    yield graph, KG.documentId, text(document.id)
    plain = (
        (DCTERMS.title, document.title),
        (DCTERMS.publisher, document.publisher),
        (DCTERMS.issued, document.published),
        (KG.publishedBasis, document.published_basis),
        (KG.number, document.number),
        (KG.sha256, document.sha256),
        (SCHEMA.url, document.url),
    )
    yield from ((graph, predicate, text(value)) for predicate, value in plain if value)
    yield from ((graph, KG.warning, text(warning)) for warning in document.warnings)
    yield from bound_triples(graph, document.published)


def _entity(entity: Entity, subject: str, graph: str) -> Iterator[Triple]:
    """A local entity; a region with a code is no local one, and the ontology describes it."""
    if entity.identifiers:
        return
    yield subject, RDF.type, _LOCAL[entity.type]
    yield subject, RDFS.label, text(entity.label, "zh")
    if entity.type == "person":
        yield subject, FOAF.name, text(entity.label, "zh")
    yield from ((subject, SKOS.altLabel, text(alias, "zh")) for alias in entity.aliases)
    yield subject, KG.inDocument, graph


def _vitals(told: Vitals, subject: str) -> Iterator[Triple]:
    """What the document says of a person beside posts."""
    if told.birth:
        yield subject, SCHEMA.birthDate, text(told.birth)
    written = ((SCHEMA.gender, told.gender), (KG.ethnicity, told.ethnicity), (KG.nativePlace, told.origin))
    yield from ((subject, predicate, text(value, "zh")) for predicate, value in written if value)


def _record(record: PersonRecord, subject: str) -> Iterator[Triple]:
    """A row of the user's table of persons."""
    if record.birth:
        yield subject, SCHEMA.birthDate, text(record.birth)
    if record.identifier:
        yield subject, SCHEMA.identifier, text(record.identifier)
    if record.wikidata:
        yield subject, SCHEMA.sameAs, wikidata(record.wikidata)
    yield from ((subject, KG.organizationText, text(name, "zh")) for name in record.organizations)


def _run(subject: str, rule: str) -> Iterator[Triple]:
    yield subject, RDF.type, PROV.Activity
    yield subject, KG.rule, text(rule)
    yield subject, KG.version, text(VERSION)


def _evidence(evidence: Evidence, graph: str, base: str) -> Iterator[Triple]:
    """Web Annotation: the document as source, the spans as position selectors in reading order, and the quote."""
    subject = evidence_node(evidence, base)
    yield subject, RDF.type, OA.SpecificResource
    yield subject, OA.hasSource, graph
    if evidence.quote_restored:
        yield subject, KG.restoredQuote, text(evidence.quote_restored)
    quote = iri(f"{base}quote/{content_hash(evidence.quote)}")
    yield subject, OA.hasSelector, quote
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, text(evidence.quote)
    several = len(evidence.spans) > 1
    for order, span in enumerate(evidence.spans, 1):
        name = f"{span.start}-{span.end}" + (f"-{order}" if several else "")
        position = iri(f"{base}position/{name}")
        yield subject, OA.hasSelector, position
        yield position, RDF.type, OA.TextPositionSelector
        yield position, OA.start, integer(span.start)
        yield position, OA.end, integer(span.end)
        if several:
            yield position, KG.order, integer(order)
