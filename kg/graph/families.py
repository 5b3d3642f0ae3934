"""What a fact states, as triples: what all families have in common, then a function for each family.

    fact_triples(fact, node, graph, base)   label, confidence, evidence …, and the family's own
    fact_label(fact)                        a short readable label

A new family adds a function and its line in the table.  Nodes for values (a time, a role, a purpose) are named by the
value itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from kg.graph.dates import bound_triples, node, start_literal, tenure_node, tenure_triples, time_triples
from kg.graph.nodes import evidence_node, fact_node, run_node
from kg.graph.roles import role_node, role_triples
from kg.graph.terms import Triple, decimal, integer, iri, text, typed
from kg.graph.vocabulary import KG, ORG, PROV, RDF, RDFS, SCHEMA, TIME, XSD
from kg.model import Allocation, Event, Fact, Membership, content_hash

__all__ = ["fact_label", "fact_triples"]


def fact_label(fact: Fact) -> str:
    """A short readable label: 符某 财政部司长; 抗旱补助资金 6亿元 → 云南省; 2022-08-25 召开会议."""
    if isinstance(fact, Membership):
        return f"{fact.person} {fact.organization or ''}{fact.role}"
    if isinstance(fact, Allocation):
        where = f" → {fact.region}" if fact.region else ""
        return f"{fact.fund or '资金'} {fact.written}{where}"
    event = cast(Event, fact)
    return f"{event.date} {event.label}"


def fact_triples(fact: Fact, subject: str, graph: str, base: str) -> Iterator[Triple]:
    """What all families have, then the family's own."""
    yield subject, RDFS.label, text(fact_label(fact), "zh")
    yield subject, KG.inDocument, graph
    yield subject, KG.confidence, typed(format(fact.confidence, ".4g"), XSD.decimal)
    if fact.mentions:
        spans = (f"{name}={s.start}-{s.end}" for name, found in fact.mentions for s in found)
        yield subject, KG.mentions, text(" ".join(spans))
    yield from ((subject, KG.inferred, text(f"{name}: {how}", "zh")) for name, how in fact.inferred)
    yield from ((subject, KG.warning, text(warning)) for warning in fact.warnings)
    yield subject, PROV.wasDerivedFrom, evidence_node(fact.evidence, base)
    yield from ((subject, KG.alsoFoundIn, evidence_node(evidence, base)) for evidence in fact.also)
    yield subject, PROV.wasGeneratedBy, run_node(fact.evidence.rule, base)
    yield from _FAMILIES[type(fact)](fact, subject, base)


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
    yield from bound_triples(subject, iso)


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
