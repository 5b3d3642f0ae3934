"""Pairs of persons of one name whom the graph keeps apart, for a user to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations

from kg.merge.corrections import PersonsEntry
from kg.merge.derived import Derived
from kg.model import Document, Fact, Membership, content_hash
from kg.store import GraphSource

__all__ = ["Namesakes", "namesakes_of"]

_SAID = 3
"""Posts that are told of each of two namesakes."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """Two persons of one name: for each, a document's key that names them, and what is said of them.

    `weight` is that of who may be one; None where the graph takes them for two.
    """

    name: str
    one: str
    other: str
    said: str
    of_other: str
    weight: float | None


def namesakes_of(source: GraphSource, wanted: int, seed: int) -> Iterator[Namesakes]:
    """As many pairs as are wanted: those who may be one, the heaviest first; then those whom the graph takes for two.

    A name of which the user has said who is who is not asked about again, but for those who may be one.
    """
    ruled = {name for e in source.corrections.entries if isinstance(e, PersonsEntry) for _, name in e.persons}
    found = (pair for part in (source.blocks("person") if wanted else ()) for pair in _pairs(part, ruled, seed))
    for *_, weight, persons, part in nsmallest(wanted, found, key=lambda pair: pair[:2]):
        one, other = (_said(source, part, person) for person in persons)
        if one and other:
            yield Namesakes(one[1], one[0], other[0], one[2], other[2], weight)


def _pairs(
    part: Derived, ruled: set[str], seed: int
) -> Iterator[tuple[tuple[bool, float], str, float | None, tuple[str, str], Derived]]:
    """The pairs of a block that have posts: where each comes in the order of asking, its weight, and the two."""
    posted = sorted({edge.target for edge in part.edges if edge.label == "MEMBER"})
    weights = {
        (edge.source, edge.target): float(dict(edge.values)["weight"])
        for edge in part.edges
        if edge.label == "POSSIBLY_SAME_AS"
    }
    asked = not ruled.isdisjoint(node.name for node in part.nodes)
    for pair in combinations(posted, 2):
        weight = weights.get(pair)
        if weight is not None or not asked:
            yield (weight is None, -(weight or 0)), content_hash("review", str(seed), *pair), weight, pair, part


def _said(source: GraphSource, part: Derived, person: str) -> tuple[str, str, str] | None:
    """A document's key, the name there, and some of the posts of a person."""
    facts = sorted(e.source.partition(":")[2] for e in part.edges if e.label == "MEMBER" and e.target == person)
    told: list[tuple[str, str, str]] = []
    for fact in facts[:_SAID]:
        known = _fact(source, fact)
        if known:
            post, document = known
            told.append((document.key, post.person, f"{post.organization or ''}{post.role}（{document.id}）"))
    return (told[0][0], told[0][1], "、".join(said for *_, said in told)) if told else None


def _fact(source: GraphSource, identifier: str) -> tuple[Membership, Document] | None:
    places = (source.document(key) for _, key in source.facts_starting(identifier))
    found: Iterable[tuple[Fact, Document]] = ((fact, e.document) for e in places if e for fact in e.facts)
    return next(((f, d) for f, d in found if f.id == identifier and isinstance(f, Membership)), None)
