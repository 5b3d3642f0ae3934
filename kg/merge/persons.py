"""Kind `person`: who is who among those of one name (a block is a name).

    items    one a person of a document: its posts, the day, who is named with it, birth and native place
    reduce   distinct profiles → who of them is one (`kg.merge.namesakes`): the persons, their posts and events

The same name is not the same person.  What stays below the threshold are two persons, with POSSIBLY_SAME_AS and its weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.merge.derived import Derived, DerivedEdge, DerivedNode, Values, ref
from kg.merge.entities import Entity
from kg.merge.identity import canonical, organization_ref
from kg.merge.names import body
from kg.merge.namesakes import LARGEST, decide
from kg.merge.profile import Profile, Relation
from kg.merge.traits import PersonItem, Post, distinct
from kg.merge.vitals import UNTOLD, Vitals
from kg.model import Rejected, content_hash
from kg.read.persons import PersonRecord

__all__ = ["CROWD", "CURRENT", "PersonItem", "Post", "companions", "hint", "items", "reduce", "row_item"]

CURRENT = frozenset({"current", "appointed", "acting"})
"""A post with one of these states is held; with another it was."""
CROWD = 30
"""Persons of a document who are all named together; of more, only those of one sentence are."""


def items(known: Profile) -> Iterator[tuple[str, PersonItem]]:
    """One item a local person."""
    posts: dict[str, set[Post]] = defaultdict(set)
    parts: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    labels = {e.id: e.name for e in known.entities}
    names = {e.id: canonical(e) for e in known.entities if e.type != "person"}
    facts = dict(known.facts)
    for relation in known.relations:
        if relation.kind == "role":
            posts[relation.source].add(_post(relation, names, labels))
    for fact, role, local in known.links:
        parts[local].add((role, fact, getattr(facts[fact], "date", None) or ""))
    together = _together(known, labels)
    found = dict(known.vitals)
    records = dict(known.records)
    for entity in known.entities:
        if entity.id in records:
            yield entity.name, row_item(entity.id, records[entity.id])
        elif entity.type == "person":
            yield (
                entity.name,
                PersonItem(
                    entity.id,
                    entity.name,
                    tuple(sorted(posts[entity.id])),
                    tuple(sorted(parts[entity.id])),
                    known.published or "",
                    together.get(entity.name, ()),
                    found.get(entity.id, UNTOLD),
                    ruled=_ruled(known, entity),
                ),
            )


def _ruled(known: Profile, entity: Entity) -> tuple[tuple[str, str], ...]:
    """What the user says of a person: (same, entry), (different, entry), (alias, name), (name, name)."""
    said = {(r.kind, r.value or r.entry) for r in known.rulings if r.local == entity.id}
    return tuple(sorted(said | ({("alias", entity.label)} if entity.meant else set())))


def row_item(local: str, record: PersonRecord) -> PersonItem:
    """A row of the user's table, compared like a person of a document: by birth, identifiers and the bodies it hints at."""
    posts = tuple(sorted({hint(name) for name in record.organizations}))
    identifiers = (("own_id", record.identifier), ("wikidata", record.wikidata))
    known = tuple((key, value) for key, value in identifiers if value)
    return PersonItem(local, record.name, posts, vitals=Vitals(birth=record.birth), row=record.row, identifiers=known)


def hint(name: str) -> Post:
    """A body where a person of the user's table has held some post."""
    known = body(name)
    return Post(organization_ref(known), "", "hint", "", "", "", known.name)


def _post(relation: Relation, names: Mapping[str, str], labels: Mapping[str, str]) -> Post:
    name = body(labels[relation.target]).name
    return Post(
        names[relation.target], relation.role, relation.status, relation.since, relation.until, relation.fact, name
    )


def _together(known: Profile, labels: Mapping[str, str]) -> Mapping[str, tuple[str, ...]]:
    persons = {entity.id for entity in known.entities if entity.type == "person"}
    facts = dict(known.facts)
    named = ((labels[local], facts[fact].evidence.quote) for fact, _, local in known.links if local in persons)
    return companions(named)


def companions(named: Iterator[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    """The others who are named with each person of a document, from (name, sentence)."""
    by_sentence: dict[str, set[str]] = defaultdict(set)
    for name, sentence in named:
        by_sentence[sentence].add(name)
    everybody = set().union(*by_sentence.values())
    groups = [everybody] if len(everybody) <= CROWD else list(by_sentence.values())
    found: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        for name in group if len(group) <= CROWD else ():
            found[name] |= group - {name}
    return {name: tuple(sorted(others)) for name, others in found.items()}


def reduce(key: str, found: Sequence[PersonItem]) -> Derived:
    """The persons of one name, what they are identified from, their posts and the events that they took part in."""
    if all(item.row for item in found):
        return Derived()  # rows of a table, and nobody who is named
    profiles = distinct(found)
    decided = decide(profiles)
    nodes, edges, refs = [], set[DerivedEdge](), []
    for cluster in decided.persons:
        members = sorted(item for traits in cluster for item in traits.items)
        person = ref("person", content_hash("person", key, members[0].local))
        refs.append(person)
        shown = min((value for item in members for kind, value in item.ruled if kind == "name"), default=key)
        nodes.append(DerivedNode(person, shown, _values(members, key, shown)))
        for item in members:
            edges.update(_edges(person, item))
    for sum_of_weights, one, other in decided.possible:
        a, b = sorted((refs[one], refs[other]))
        edges.add(DerivedEdge(a, "POSSIBLY_SAME_AS", b, "", (("weight", sum_of_weights),)))
    reason = "too many profiles of one name to compare each with each: only those who share something are"
    rejected = (Rejected("", "identity", reason, f"{key}: {len(profiles)}"),) if len(profiles) > LARGEST else ()
    return Derived(tuple(sorted(nodes)), tuple(sorted(edges)), rejected)


def _values(members: Sequence[PersonItem], key: str, shown: str) -> Values:
    """What is known of a person beside the posts; what two documents tell differently is there twice."""
    found = {("alias", key)}
    for item in members:
        found |= {(kind, value) for kind, value in item.ruled if kind == "alias"}
        told = item.vitals
        found |= {
            ("birth", told.birth),
            ("gender", told.gender),
            ("ethnicity", told.ethnicity),
            ("origin", told.origin),
        }
        found |= set(item.identifiers)
    return tuple(sorted((name, value) for name, value in found - {("alias", shown)} if value))


def _edges(person: str, item: PersonItem) -> Iterator[DerivedEdge]:
    yield DerivedEdge(ref("person", item.local), "IDENTIFIED_AS", person)
    for role, fact, date in item.parts:
        yield DerivedEdge(ref("fact", fact), role.upper(), person)
        if role == "participant":
            values: Values = (("date", date),) if date else ()
            yield DerivedEdge(ref("fact", fact), "HAS_PARTICIPANT", person, fact, values)
    for post in item.posts if not item.row else ():
        label = "HOLDS_ROLE_IN" if post.status in CURRENT else "HELD_ROLE_IN"
        written = (("role", post.role), ("since", post.since), ("status", post.status), ("until", post.until))
        values = tuple((name, value) for name, value in written if value)
        yield DerivedEdge(person, label, post.organization, post.fact, values)
