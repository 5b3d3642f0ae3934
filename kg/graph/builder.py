"""The statement layer: one `Extraction` → the triples of one named graph.

    graph = document_graph(extraction.document, base)     # its name is the document's IRI
    triples = statements(extraction, base)                # sorted, without duplicates

A pure function of the document, the extractor's version and the options; two documents' statements are
merged by set union, and removed by dropping the graph.  Nothing here depends on another document: persons,
bodies and funds are the document's own (`LocalEntity`), tied to canonical ones by the derived layer
(`kg.graph.derived`).  Nodes for values (a time, a role, a purpose) are named by the value itself.
There are no blank nodes; names are hashes of content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import cast

from kg.graph.dates import bounds, node, start_literal, tenure_node, tenure_triples, time_triples
from kg.graph.roles import role_node, role_triples
from kg.graph.terms import Quad, Triple, decimal, integer, iri, shared, text, typed, wikidata
from kg.graph.vocabulary import BASE, DCTERMS, FOAF, KG, OA, ORG, PROV, RDF, RDFS, SCHEMA, SKOS, TIME, XSD
from kg.merge.derived import ref
from kg.merge.entities import Entity, Profile, profile
from kg.merge.vitals import Vitals
from kg.model import Allocation, Document, Event, Evidence, Extraction, Fact, Membership, content_hash
from kg.read.persons import PersonRecord

__all__ = ["document_graph", "fact_label", "fact_node", "node_iri", "quads", "statements"]

VERSION = "0.1"
"""Of the statements' form; part of every run's name."""
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
"""Role of an entity in a fact (kg.merge.entities) → property."""


def document_graph(document: Document, base: str = BASE) -> str:
    """The IRI of the document, which is also the name of its graph."""
    return iri(f"{base}document/{document.key}")


def fact_node(identifier: str, base: str = BASE) -> str:
    """The IRI of a fact."""
    return iri(f"{base}fact/{identifier}")


_HASH = 32
"""Digits of an id that is a hash; others are codes of regions and names of listed bodies, the same in every graph."""
_SHARED = {"region": "region", "organization": "body", "change": "change"}
_NAMED = {"region": "place"}


def node_iri(name: str, base: str = BASE) -> str:
    """The IRI of a fact or an entity, local or canonical, from its ref (kg.merge.derived)."""
    kind, _, identifier = name.partition(":")
    if kind in _SHARED and len(identifier) != _HASH:
        return shared(_SHARED[kind], identifier)
    return iri(f"{base}{_NAMED.get(kind, kind)}/{identifier}")


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
    triples.update(triple for rule in runs for triple in _run(_run_node(rule, base), rule))
    for evidence in {e for fact in extraction.facts for e in (fact.evidence, *fact.also)}:
        triples.update(_evidence(evidence, graph, base))
    for identifier, fact in known.facts:
        triples.update(_fact(fact, fact_node(identifier, base), graph, base))
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
    yield from _bounds(graph, document.published)


def _bounds(subject: str, iso: str | None) -> Iterator[Triple]:
    found = bounds(iso) if iso else None
    if found:
        yield subject, KG.earliest, typed(found.earliest, XSD.dateTime)
        yield subject, KG.latest, typed(found.latest, XSD.dateTime)


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


def fact_label(fact: Fact) -> str:
    """A short readable label: 符某 财政部司长; 抗旱补助资金 6亿元 → 云南省; 2022-08-25 召开会议."""
    if isinstance(fact, Membership):
        return f"{fact.person} {fact.organization or ''}{fact.role}"
    if isinstance(fact, Allocation):
        where = f" → {fact.region}" if fact.region else ""
        return f"{fact.fund or '资金'} {fact.written}{where}"
    event = cast(Event, fact)
    return f"{event.date} {event.label}"


def _fact(fact: Fact, subject: str, graph: str, base: str) -> Iterator[Triple]:
    """What all families have, then the family's own."""
    yield subject, RDFS.label, text(fact_label(fact), "zh")
    yield subject, KG.inDocument, graph
    yield subject, KG.confidence, typed(format(fact.confidence, ".4g"), XSD.decimal)
    if fact.mentions:
        spans = (f"{name}={s.start}-{s.end}" for name, found in fact.mentions for s in found)
        yield subject, KG.mentions, text(" ".join(spans))
    yield from ((subject, KG.inferred, text(f"{name}: {how}", "zh")) for name, how in fact.inferred)
    yield from ((subject, KG.warning, text(warning)) for warning in fact.warnings)
    yield subject, PROV.wasDerivedFrom, _evidence_node(fact.evidence, base)
    yield from ((subject, KG.alsoFoundIn, _evidence_node(evidence, base)) for evidence in fact.also)
    yield subject, PROV.wasGeneratedBy, _run_node(fact.evidence.rule, base)
    yield from _FAMILIES[type(fact)](fact, subject, base)


@lru_cache(maxsize=4096)
def _run_node(rule: str, base: str) -> str:
    return iri(f"{base}run/{content_hash('run', VERSION, rule)}")


def _run(subject: str, rule: str) -> Iterator[Triple]:
    yield subject, RDF.type, PROV.Activity
    yield subject, KG.rule, text(rule)
    yield subject, KG.version, text(VERSION)


@lru_cache(maxsize=4096)
def _evidence_node(evidence: Evidence, base: str) -> str:
    """One node for all the facts that a passage gives: its name depends on document and spans alone."""
    where = ",".join(f"{s.start}-{s.end}" for s in evidence.spans)
    return iri(f"{base}evidence/{content_hash(evidence.document, where)}")


def _evidence(evidence: Evidence, graph: str, base: str) -> Iterator[Triple]:
    """Web Annotation: the document as source, the spans as position selectors in reading order, and the quote."""
    subject = _evidence_node(evidence, base)
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


def _membership(fact: Fact, subject: str, base: str) -> Iterator[Triple]:
    post = cast(Membership, fact)
    yield subject, RDF.type, ORG.Membership
    yield subject, ORG.role, role_node(base, post.role)
    yield from role_triples(base, post.role)
    yield subject, KG.roleText, text(post.role, "zh")
    yield subject, KG.status, text(post.status)
    if post.organization_text:
        yield subject, KG.organizationText, text(post.organization_text, "zh")
    if post.since or post.until:
        yield subject, ORG.memberDuring, tenure_node(base, post.since, post.until)
        yield from tenure_triples(base, post.since, post.until)
    yield from ((subject, p, text(v)) for p, v in ((KG.since, post.since), (KG.until, post.until)) if v)


def _allocation(fact: Fact, subject: str, base: str) -> Iterator[Triple]:
    grant = cast(Allocation, fact)
    yield subject, RDF.type, SCHEMA.MonetaryGrant
    amount = iri(f"{base}amount/{subject.rsplit('/', 1)[1][:-1]}")
    yield subject, SCHEMA.amount, amount
    yield from _amount(grant, amount)
    if grant.target:
        purpose = iri(f"{base}purpose/{content_hash('purpose', grant.target)}")
        yield subject, SCHEMA.fundedItem, purpose
        yield purpose, RDF.type, KG.Purpose
        yield purpose, RDFS.label, text(grant.target, "zh")
    written = (
        (KG.action, grant.action),
        (KG.recipient, grant.recipient),
        (KG.target, grant.target),
        (KG.payerText, grant.payer),
        (KG.regionText, grant.region),
    )
    yield from ((subject, predicate, text(value, "zh")) for predicate, value in written if value)
    yield from ((subject, p, text(v)) for p, v in ((KG.kind, grant.kind), (KG.stage, grant.stage)))
    if grant.part_of:
        yield subject, KG.partOf, fact_node(grant.part_of, base)
    if grant.partition is not None:
        yield subject, KG.partition, integer(grant.partition)
    yield from _when(subject, grant.date, base)


def _amount(grant: Allocation, subject: str) -> Iterator[Triple]:
    yield subject, RDF.type, SCHEMA.MonetaryAmount
    yield subject, SCHEMA.value, decimal(grant.amount)
    yield subject, SCHEMA.currency, text(grant.currency)
    yield subject, KG.amountText, text(grant.amount_text, "zh")
    if grant.amount_max is not None:
        yield subject, KG.maxValue, decimal(grant.amount_max)
    written = ((KG.qualifier, grant.qualifier), (KG.unitText, grant.unit_text))
    yield from ((subject, predicate, text(value, "zh")) for predicate, value in written if value)


def _when(subject: str, iso: str | None, base: str) -> Iterator[Triple]:
    """A date of a fact: the time node, and flat for short queries its text, bounds and schema:startDate."""
    if not iso:
        return
    yield subject, TIME.hasTime, node(base, iso)
    yield subject, KG.date, text(iso)
    yield subject, SCHEMA.startDate, start_literal(iso)
    yield from time_triples(base, iso)
    yield from _bounds(subject, iso)


def _event(fact: Fact, subject: str, base: str) -> Iterator[Triple]:
    event = cast(Event, fact)
    yield subject, RDF.type, SCHEMA.Event
    yield subject, KG.dateText, text(event.date_text, "zh")
    yield subject, KG.dateBasis, text(event.date_basis)
    if event.about:
        yield subject, KG.about, fact_node(event.about, base)
    yield from _when(subject, event.date, base)


_FAMILIES: dict[type[Fact], Callable[[Fact, str, str], Iterator[Triple]]] = {
    Membership: _membership,
    Allocation: _allocation,
    Event: _event,
}
"""The builder of each fact family; a new family adds its own here."""
