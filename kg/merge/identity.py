"""The seam of the derived layer: local entities of many documents → canonical entities.

`derive` is a pure, order-free function of the documents' profiles.  What it decides today is small:
bodies by canonical name, places by code (without one, each document has its own), funds by name; persons
of one name are one where their posts share a body, and otherwise two, with a `possiblySameAs` between them.
Each kind is decided inside a block (one name), so that a change of documents touches only the blocks of the
names in them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kg.annotate.regions import by_code
from kg.merge.entities import Entity, Profile, Relation
from kg.merge.names import Body, body
from kg.model import content_hash

__all__ = ["Derived", "Link", "derive", "merge_persons"]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """Two entities that may be the same; `weight` in 0..1 and the reasons for it."""

    left: str
    right: str
    weight: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derived:
    """The derived layer: canonical entities by id, local id → canonical id, links, and the bodies' hierarchy.

    `parents` maps the id of an organization or region to the id of the one above; `regions` maps an
    organization to the code of its territory.
    """

    entities: Mapping[str, Entity]
    canonical: Mapping[str, str]
    links: tuple[Link, ...]
    parents: Mapping[str, str]
    regions: Mapping[str, str]


def derive(profiles: Iterable[Profile]) -> Derived:
    """The derived layer of all `profiles`; their order does not matter, nor that one comes twice."""
    unique = {p.document: p for p in profiles}
    local = {e.id: e for p in unique.values() for e in p.entities}
    canonical = {e.id: _identifier(e) for e in local.values() if e.type != "person"}
    persons, links = merge_persons(
        {e.id: e.label for e in local.values() if e.type == "person"},
        (r for p in unique.values() for r in p.relations),
        canonical,
    )
    canonical |= persons
    entities: dict[str, Entity] = {}
    aliases: dict[str, set[str]] = defaultdict(set)
    for identifier, entity in local.items():
        target = canonical[identifier]
        entities[target] = Entity(target, entity.type, entity.label, (), entity.identifiers)
        aliases[target].update(entity.aliases)
    parents, regions = _hierarchy(entities)
    finished = {
        i: Entity(e.id, e.type, e.label, tuple(sorted(aliases[i] - {e.label})), e.identifiers)
        for i, e in sorted(entities.items())
    }
    return Derived(finished, dict(sorted(canonical.items())), links, parents, regions)


def _identifier(entity: Entity) -> str:
    """The canonical id of anything but a person: a pure function of its name (or code)."""
    if entity.type == "organization":
        return _organization(body(entity.label))
    if entity.type == "region":  # a name that several places share says nothing across documents
        return entity.id if entity.identifiers else content_hash("region", entity.id)
    return content_hash(entity.type, entity.label)


def _organization(found: Body) -> str:
    return found.id or content_hash("organization", found.name)


def merge_persons(
    names: Mapping[str, str], relations: Iterable[Relation], canonical: Mapping[str, str]
) -> tuple[dict[str, str], tuple[Link, ...]]:
    """Persons (local id → name) → (local id → canonical id), and links between those who may be the same.

    Within one name, two are the same person where posts of both are in one body.
    """
    bodies: dict[str, set[str]] = defaultdict(set)
    for relation in relations:
        if relation.kind == "role":
            bodies[relation.source].add(canonical[relation.target])
    blocks: dict[str, list[str]] = defaultdict(list)
    for identifier in sorted(names):
        blocks[names[identifier]].append(identifier)
    found: dict[str, str] = {}
    links: list[Link] = []
    for name in sorted(blocks):
        clusters = sorted(_clusters(blocks[name], bodies))
        targets = [content_hash("person", name, cluster[0]) for cluster in clusters]
        found |= {member: target for cluster, target in zip(clusters, targets, strict=True) for member in cluster}
        links += [Link(min(a, b), max(a, b), 0.5, ("same name",)) for a, b in pairwise(targets)]
    return found, tuple(sorted(links))


def _clusters(members: list[str], bodies: Mapping[str, set[str]]) -> Iterator[tuple[str, ...]]:
    """The connected components of `members` under "has a post in the same body"."""
    root = {member: member for member in members}

    def find(member: str) -> str:
        while root[member] != member:
            member = root[member]
        return member

    first: dict[str, str] = {}
    for member in members:
        for name in sorted(bodies.get(member, ())):
            left, right = sorted((find(first.setdefault(name, member)), find(member)))
            root[right] = left
    groups: dict[str, list[str]] = defaultdict(list)
    for member in members:
        groups[find(member)].append(member)
    return (tuple(sorted(group)) for group in groups.values())


def _hierarchy(entities: dict[str, Entity]) -> tuple[dict[str, str], dict[str, str]]:
    """Parents of bodies and places, and territories of bodies; bodies and places above are added to `entities`."""
    parents: dict[str, str] = {}
    regions: dict[str, str] = {}
    for identifier in sorted(entities):
        if entities[identifier].type != "organization":
            continue
        here, found = identifier, body(entities[identifier].label)
        while True:
            if found.region:
                regions[here] = found.region
            if found.parent is None:
                break
            above = body(found.parent)
            parent = _organization(above)
            parents[here] = parent
            entities.setdefault(parent, Entity(parent, "organization", above.name))
            here, found = parent, above
    codes = {e.id for e in entities.values() if e.type == "region" and e.identifiers} | set(regions.values())
    for code in sorted(codes):
        region = by_code(code)
        while region:
            entities.setdefault(
                region.code, Entity(region.code, "region", region.name, (), (("gbt2260", region.code),))
            )
            if region.parent:
                parents[region.code] = region.parent
            region = by_code(region.parent)
    return parents, regions
