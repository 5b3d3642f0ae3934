"""One document → its `Profile`: the part of its statements that identity and the flat edges need.

    profile(extraction)    facts, the entities that they name (`kg.merge.entities`), links between the two, flat edges

A pure function of the `Extraction` and the user's corrections, small, and picklable: the derived layer is made of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.merge.context import home_of
from kg.merge.corrections.collection import NONE, Corrections
from kg.merge.corrections.entries import Ruling
from kg.merge.entities import Entity, LocalEntities
from kg.merge.names import body
from kg.merge.reprints import Signature, signature
from kg.merge.vitals import UNTOLD, Vitals, vitals
from kg.model import Allocation, Document, Event, Extraction, Fact, Membership, RegionRef, content_hash
from kg.read.persons import PersonRecord, persons_of

__all__ = ["Profile", "Relation", "profile"]


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """A flat edge: `kind` is role (person → body), grant (fund → region), participant (event → entity),

    part_of or about (fact → fact).  Ends are local entities or facts; `fact` is the id of the fact that says so.
    `role`, `status`, `since`, `until` describe a post; `since` of the others is the fact's date.
    """

    source: str
    target: str
    kind: str
    fact: str
    role: str = ""
    status: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """All of one document that derivation needs; a pure function of its extraction.

    `document` is the document's key.  `facts` are (id, fact), in the order of the extraction, `host` the body that
    speaks; `entities` the local entities, sorted by id; `relations` the flat edges, sorted; `links` (fact id, role of
    the entity in the fact, local entity id), sorted.  `signature` is the text's MinHash (`kg.merge.reprints`), `vitals` what
    the text says of (local person id) beside posts, `records` the rows of the user's table of persons, where the document
    is one, by local person id; both sorted.  `rulings` are what the user says of its persons.
    """

    document: str
    facts: tuple[tuple[str, Fact], ...]
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    links: tuple[tuple[str, str, str], ...]
    published: str | None = None
    publisher: str | None = None
    host: str | None = None
    signature: Signature = ()
    vitals: tuple[tuple[str, Vitals], ...] = ()
    records: tuple[tuple[str, PersonRecord], ...] = ()
    rulings: tuple[Ruling, ...] = ()


def profile(extraction: Extraction, corrections: Corrections = NONE) -> Profile:
    """The profile of one document: entities, the facts' links to them, and the flat relations.

    `extraction` is the document with the facts that hold; of `corrections`, those on persons and names are heeded here.
    """
    facts = extraction.facts
    document = extraction.document
    local = LocalEntities(
        document.key,
        persons=frozenset(f.person for f in facts if isinstance(f, Membership)),
        home=home_of(extraction.host, document.publisher) or _only_province(facts),
    )
    links: set[tuple[str, str, str]] = set()
    relations: set[Relation] = set()
    identified = tuple((fact.id, fact) for fact in facts)
    for identifier, fact in identified:
        parts = [(role, entity) for role, entity in _parts(local, fact) if entity]
        links.update((identifier, role, entity) for role, entity in parts)
        relations.update(_relations(fact, identifier, parts))
    rows = persons_of(document)
    records = tuple(sorted((content_hash("row", document.key, str(record.row)), record) for record in rows))
    entities = local.entities()
    if corrections:
        entities = tuple(_meant(entity, document, corrections) for entity in entities)
    return Profile(
        document=document.key,
        facts=identified,
        entities=(*entities, *(Entity(row, "person", record.name) for row, record in records)),
        relations=tuple(sorted(relations)),
        links=tuple(sorted(links)),
        published=document.published,
        publisher=document.publisher,
        host=extraction.host,
        signature=signature(document.text),
        vitals=tuple(_vitals(document.text, entities)),
        records=records,
        rulings=tuple(sorted(_rulings(entities, document, corrections))) if corrections else (),
    )


def _meant(entity: Entity, document: Document, corrections: Corrections) -> Entity:
    """The entity, with the name that its own is an alias of."""
    name = corrections.meant(entity.type, entity.label, document)
    return replace(entity, meant=name) if name and name != entity.label else entity


def _rulings(entities: Iterable[Entity], document: Document, corrections: Corrections) -> Iterator[Ruling]:
    persons = (entity for entity in entities if entity.type == "person")
    return (ruling for person in persons for ruling in corrections.rulings(document, person.label, person.id))


def _only_province(facts: Iterable[Fact]) -> str | None:
    """The province that a document of a central body is about: the only one whose bodies it names with their place."""
    named = {fact.organization for fact in facts if isinstance(fact, Membership) and fact.organization}
    codes = {found.region[:2] for found in map(body, named) if found.region}
    return f"{codes.pop()}0000" if len(codes) == 1 else None


def _vitals(text: str, entities: Iterable[Entity]) -> Iterator[tuple[str, Vitals]]:
    found = ((entity.id, vitals(text, entity.label)) for entity in entities if entity.type == "person")
    return ((identifier, told) for identifier, told in found if told != UNTOLD)


def _parts(local: LocalEntities, fact: Fact) -> Iterator[tuple[str, str | None]]:
    """(role in the fact, local entity id) of one fact."""
    if isinstance(fact, Membership):
        yield "member", local.add("person", fact.person)
        if fact.organization:
            yield "organization", local.organization(fact.organization)
    elif isinstance(fact, Allocation):
        if fact.fund:
            yield "fund", local.add("fund", fact.fund)
        for payer in _several(fact.payers or (fact.payer or "",)):
            yield "funder", local.organization(payer)
        for region in fact.regions:
            yield "region", local.region(region)
    elif isinstance(fact, Event):
        for name in _several(fact.participants):
            yield "participant", local.participant(name)
        if fact.location:
            yield "location", local.region(RegionRef(fact.location))


def _several(names: Iterable[str]) -> Iterator[str]:
    """The names one by one: 财政部、水利部 are two bodies, not one with 、 in its name."""
    return (part for name in names for part in name.split("、") if part)


def _relations(fact: Fact, identifier: str, parts: Iterable[tuple[str, str]]) -> Iterator[Relation]:
    """The flat edges that one fact gives."""
    by_role: dict[str, list[str]] = {}
    for role, entity in parts:
        by_role.setdefault(role, []).append(entity)
    if isinstance(fact, Membership):
        for person in by_role["member"]:
            for organization in by_role.get("organization", ()):
                when = fact.since or "", fact.until or ""
                yield Relation(person, organization, "role", identifier, fact.role, fact.status, *when)
    date = getattr(fact, "date", None) or ""
    for fund in by_role.get("fund", ()):
        for region in by_role.get("region", ()):
            yield Relation(fund, region, "grant", identifier, since=date)
    for entity in by_role.get("participant", ()):
        yield Relation(identifier, entity, "participant", identifier, since=date)
    for kind in ("part_of", "about"):
        if other := getattr(fact, kind, None):
            yield Relation(identifier, other, kind, identifier)
