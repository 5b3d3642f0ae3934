"""The user's own table of persons as evidence: rows → items of the blocks of their names.

    for block, item in record_items(records): blocks.put(block, item)

A row is compared like a person of a document: by birth, identifiers and the bodies that it hints at.  It stays in the
graph as the provenance of what it decided (`RECORDED_AS`); a row of a name that no document has gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.merge.identity import organization_ref
from kg.merge.names import body
from kg.merge.traits import PersonItem, Post
from kg.merge.vitals import Vitals
from kg.model import content_hash
from kg.read.persons import PersonRecord

__all__ = ["record_items"]


def record_items(records: Iterable[PersonRecord]) -> Iterator[tuple[tuple[str, str], PersonItem]]:
    """(block, item) of each row."""
    for record in records:
        bodies = sorted({body(name).name for name in record.organizations})
        posts = tuple(Post(organization_ref(body(name)), "", "hint", "", "", "", name) for name in bodies)
        identifiers = (("own_id", record.identifier), ("wikidata", record.wikidata))
        known = tuple((key, value) for key, value in identifiers if value)
        local = content_hash("record", record.name, record.birth, *(f"{k}={v}" for k, v in known), *bodies)
        vitals = Vitals(birth=record.birth)
        item = PersonItem(local, record.name, posts, vitals=vitals, source=record.source, identifiers=known)
        yield ("person", record.name), item
