"""Local entity → canonical entity, for all that a name (or a code) identifies by itself: everything but persons.

    工信部, 工业和信息化部   → organization:miit
    湖北省                   → region:420000
    朝阳区, without a code   → a place of this document alone: several places have the name

Pure functions of the entity: another document never changes what a name means.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.merge.derived import ref
from kg.merge.entities import Entity
from kg.merge.names import Body, body
from kg.model import content_hash

__all__ = ["canonical", "lineage", "organization_ref"]


def canonical(entity: Entity) -> str:
    """The ref of the canonical entity.  Raises ValueError for a person, whom only a block of namesakes can tell."""
    if entity.type == "person":
        raise ValueError(f"a name alone does not identify a person: {entity.label}")
    if entity.type == "organization":
        return organization_ref(body(entity.name))
    if entity.type == "region":
        return ref("region", entity.id if entity.identifiers else content_hash("region", entity.id))
    return ref(entity.type, content_hash(entity.type, entity.name))


def organization_ref(found: Body) -> str:
    """The ref of a body."""
    return ref("organization", found.id or content_hash("organization", found.name))


def lineage(name: str) -> Iterator[Body]:
    """The body called `name`, and those above it: 财政部国库司审核一处, 财政部国库司, 财政部, 国务院."""
    found: Body | None = body(name)
    while found:
        yield found
        above = found.parent or found.above
        found = body(above) if above else None
