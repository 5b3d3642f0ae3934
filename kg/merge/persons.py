"""Kind `person`: who is who among those of one name (a block is a name).

Two are the same person where posts of both are in one body; otherwise they are two, with a link between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.merge.derived import Derived, DerivedEdge, DerivedNode, Values, ref
from kg.merge.entities import Profile, Relation
from kg.merge.identity import canonical
from kg.model import content_hash

__all__ = ["CURRENT", "PersonItem", "Post", "items", "reduce"]

CURRENT = frozenset({"current", "appointed", "acting"})
"""A post with one of these states is held; with another it was."""


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A post of a local person: `organization` is the ref of the body; unknown is empty."""

    organization: str
    role: str
    status: str
    since: str
    until: str
    fact: str


@dataclass(frozen=True, slots=True, order=True)
class PersonItem:
    """A person of one document: its local id, its posts, and (role, fact, date) for all that it has a part in."""

    local: str
    name: str
    posts: tuple[Post, ...] = ()
    parts: tuple[tuple[str, str, str], ...] = ()


def items(known: Profile) -> Iterator[tuple[str, PersonItem]]:
    """One item a local person."""
    posts: dict[str, set[Post]] = defaultdict(set)
    parts: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    names = {e.id: canonical(e) for e in known.entities if e.type != "person"}
    facts = dict(known.facts)
    for relation in known.relations:
        if relation.kind == "role":
            posts[relation.source].add(_post(relation, names))
    for fact, role, local in known.links:
        parts[local].add((role, fact, getattr(facts[fact], "date", None) or ""))
    for entity in known.entities:
        if entity.type == "person":
            found = tuple(sorted(posts[entity.id])), tuple(sorted(parts[entity.id]))
            yield entity.label, PersonItem(entity.id, entity.label, *found)


def _post(relation: Relation, names: Mapping[str, str]) -> Post:
    return Post(
        names[relation.target], relation.role, relation.status, relation.since, relation.until, relation.fact
    )


def reduce(key: str, found: Sequence[PersonItem]) -> Derived:
    """The persons of one name, what they are identified from, their posts and the events that they took part in."""
    nodes: list[DerivedNode] = []
    edges: set[DerivedEdge] = set()
    for cluster in sorted(_clusters(found)):
        person = ref("person", content_hash("person", key, cluster[0].local))
        nodes.append(DerivedNode(person, key))
        for item in cluster:
            edges.update(_edges(person, item))
    pairs = (sorted((one.ref, other.ref)) for one, other in pairwise(nodes))
    edges.update(DerivedEdge(a, "POSSIBLY_SAME_AS", b, "", (("weight", 0.5),)) for a, b in pairs)
    return Derived(tuple(sorted(nodes)), tuple(sorted(edges)))


def _edges(person: str, item: PersonItem) -> Iterator[DerivedEdge]:
    yield DerivedEdge(ref("person", item.local), "IDENTIFIED_AS", person)
    for role, fact, date in item.parts:
        yield DerivedEdge(ref("fact", fact), role.upper(), person)
        if role == "participant":
            values: Values = (("date", date),) if date else ()
            yield DerivedEdge(ref("fact", fact), "HAS_PARTICIPANT", person, fact, values)
    for post in item.posts:
        label = "HOLDS_ROLE_IN" if post.status in CURRENT else "HELD_ROLE_IN"
        written = (("role", post.role), ("since", post.since), ("status", post.status), ("until", post.until))
        values = tuple((name, value) for name, value in written if value)
        yield DerivedEdge(person, label, post.organization, post.fact, values)


def _clusters(found: Sequence[PersonItem]) -> Iterator[tuple[PersonItem, ...]]:
    """The connected components under "has a post in the same body"."""
    root = list(range(len(found)))

    def find(at: int) -> int:
        while root[at] != at:
            at = root[at]
        return at

    first: dict[str, int] = {}
    for at, item in enumerate(found):
        for post in item.posts:
            left, right = sorted((find(first.setdefault(post.organization, at)), find(at)))
            root[right] = left
    groups: dict[int, list[PersonItem]] = defaultdict(list)
    for at, item in enumerate(found):
        groups[find(at)].append(item)
    return (tuple(group) for group in groups.values())
