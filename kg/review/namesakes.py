"""Pairs of persons who may be one, for a user to tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.merge.derived import Derived
from kg.model import Document, Fact, Membership, content_hash
from kg.store import GraphSource

__all__ = ["Namesakes", "namesakes_of"]

_SAID = 3
"""Posts that are told of each of two namesakes."""


@dataclass(frozen=True, slots=True, order=True)
class Namesakes:
    """Two persons of one name who may be one: for each, a document's key that names them, and what is said of them."""

    name: str
    one: str
    other: str
    said: str
    of_other: str
    weight: float


def namesakes_of(source: GraphSource, wanted: int, seed: int) -> Iterator[Namesakes]:
    """The heaviest pairs of persons who may be one, as many as are wanted."""
    found = []
    for part in source.blocks("person") if wanted else ():
        for edge in part.edges:
            if edge.label == "POSSIBLY_SAME_AS":
                weight = float(dict(edge.values)["weight"])
                found.append((-weight, content_hash("review", str(seed), edge.source, edge.target), edge, part))
    for weight, _, edge, part in sorted(found, key=lambda pair: pair[:2])[:wanted]:
        one, other = (_said(source, part, person) for person in (edge.source, edge.target))
        if one and other:
            yield Namesakes(one[1], one[0], other[0], one[2], other[2], -weight)


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
