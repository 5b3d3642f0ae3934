"""Mentions → entities of one document: what a name in a fact means there.

A *local entity* is what one document names: the same person by the same name, the same body under its
full and short names, the same place.  Its identifier is a hash of the document's key and its canonical
name, so that two documents never share one.  Classes (各地, 市县) are no entities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from kg.annotate.bodies import ends_a_body
from kg.annotate.regions import by_code, candidates
from kg.annotate.surnames import surname_of
from kg.merge.context import resolved
from kg.merge.names import body, listed
from kg.model import RegionRef, content_hash

__all__ = ["Entity", "EntityType", "LocalEntities", "is_class", "place"]

EntityType = Literal["person", "organization", "fund", "region"]
_CLASS = re.compile(
    r"^(?:各|其他|其余|受灾|有关|相关|上级|下级|部分|所有|市县|省市|基层|全(?:国|省|市|县|区|州)(?:各|范围|$)|地方(?:各|财政$|政府$|$)|"
    r"多[个家地]|几[个家]|\d+|[一二两三四五六七八九十百]+[个家]|.{0,4}(?:市县|市州|县区|县市区|部门|单位)$)"
)
_SMALL_PLACE = re.compile(r"[\u4e00-\u9fff](?:省|市|县|区|旗|州|盟|乡|镇|村|街道|社区|新区|开发区|苏木|嘎查|园区)$")
_PERSON = re.compile(r"^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff]+(?:·[\u4e00-\u9fff]+)+$")


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, body, fund or place.  `id` is a 32-digit hash, a region code, or a local name of organizations.ttl.

    `label` is what the document calls it; `meant` what that is another name of, if the user says so.
    """

    id: str
    type: EntityType
    label: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    meant: str = ""

    @property
    def name(self) -> str:
        """The name that it is identified by."""
        return self.meant or self.label


def is_class(name: str) -> bool:
    """Is this a class of places or bodies (各地, 13个设区市, 市县), which is no entity?"""
    return bool(_CLASS.match(name))


def place(region: RegionRef) -> Entity | None:
    """The place as an entity: by its code, or a name that only one has; else by its name; None for a class."""
    named = candidates(region.name)
    code = region.code or (named[0].code if len(named) == 1 else None)
    if code:
        known = by_code(code)
        return Entity(code, "region", known.name if known else region.name, (), (("gbt2260", code),))
    if is_class(region.name) or not (named or _SMALL_PLACE.search(region.name)):
        return None
    return Entity("", "region", region.name)


@dataclass(slots=True)
class LocalEntities:
    """Collects the local entities of one document.

    `key` is the document's, `persons` are the names of those who hold posts in it, `home` is the code of the region whose
    bodies it names without their place.
    """

    key: str
    found: dict[str, Entity] = field(default_factory=dict)
    written: dict[str, set[str]] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()
    home: str | None = None

    def add(self, kind: EntityType, name: str, alias: str | None = None) -> str:
        """The id of the entity of this name, which is written `alias` here."""
        identifier = content_hash(kind, self.key, name)
        self.found.setdefault(identifier, Entity(identifier, kind, name))
        if alias and alias != name:
            self.written.setdefault(identifier, set()).add(alias)
        return identifier

    def organization(self, name: str) -> str | None:
        """The id of a body, by its canonical name; None for a class of bodies."""
        if is_class(name) and name not in listed():
            return None
        return self.add("organization", body(resolved(name, self.home)).name, name)

    def region(self, region: RegionRef) -> str | None:
        """The id of a place; None for a class of places."""
        entity = place(region)
        if entity is None:
            return None
        if entity.id:
            self.found.setdefault(entity.id, entity)
            return entity.id
        return self.add("region", entity.label)

    def participant(self, name: str) -> str | None:
        """The id of who takes part in an event, a person or a body; None for a class of bodies."""
        return self.add("person", name) if name in self.persons or _is_person(name) else self.organization(name)

    def entities(self) -> tuple[Entity, ...]:
        """All of them, with the names that they are written by, sorted by id."""
        return tuple(
            Entity(e.id, e.type, e.label, tuple(sorted(self.written.get(i, ()))), e.identifiers)
            for i, e in sorted(self.found.items())
        )


def _is_person(name: str) -> bool:
    """Is a participant of this name a person?  What is a class, a body or a place is none."""
    if not _PERSON.match(name) or ends_a_body(name) or is_class(name) or name.endswith("财政"):
        return False
    known = name in listed() or body(name).region is not None or candidates(name)
    return not known and ("·" in name or surname_of(name) is not None)
