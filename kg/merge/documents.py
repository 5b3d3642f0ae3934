"""Kind `document`: what one document's own entities are, where a name tells (a block is a document).

财政部 of this document → organization:mof; and which bodies took part in which of its events.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.merge.derived import Derived, DerivedEdge, ref
from kg.merge.identity import canonical
from kg.merge.profile import Profile

__all__ = ["items", "reduce"]


def items(known: Profile) -> Iterator[tuple[str, DerivedEdge]]:
    """The edges themselves: they depend on nothing but the document."""
    names = {e.id: canonical(e) for e in known.entities if e.type != "person"}
    for entity in known.entities:
        if entity.type != "person" and not entity.identifiers:
            yield known.document, DerivedEdge(ref(entity.type, entity.id), "IDENTIFIED_AS", names[entity.id])
    for relation in known.relations:
        if relation.kind == "participant" and relation.target in names:
            event = ref("fact", relation.fact)
            values = (("date", relation.since),) if relation.since else ()
            edge = DerivedEdge(event, "HAS_PARTICIPANT", names[relation.target], relation.fact, values)
            yield known.document, edge


def reduce(key: str, found: Sequence[DerivedEdge]) -> Derived:
    """The edges as they are."""
    return Derived(edges=tuple(found))
