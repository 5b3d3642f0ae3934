"""What a user may correct, as values: facts, who is who, and what things are called.

    reject, edit, add     a fact of one document, found again by document, family, place and what it says
    same, different       persons, each as one document names them
    alias, name           another name of a person, body or fund; the name to show

All of them together are `Corrections` (`collection`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from kg.model import content_hash

__all__ = ["ENTITIES", "Entry", "FactEntry", "Fields", "NameEntry", "PersonsEntry", "Place", "Ruling"]

Fields = tuple[tuple[str, str], ...]
"""(field, value as text), sorted; an empty value says that the field is unknown."""
ENTITIES = ("fund", "organization", "person")


class Place(NamedTuple):
    """Where a fact stands: the document's key or id, the family, and the spans of its quote (empty: anywhere in it)."""

    document: str
    family: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, order=True)
class FactEntry:
    """`fact` is what the fact says before the correction, `to` what is right: nothing of a `reject`, all of an `add`."""

    kind: Literal["add", "edit", "reject"]
    place: Place
    fact: Fields
    to: Fields
    quote: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        """A hash of what it corrects and how; the note is no part of it."""
        spans = " ".join(f"{a}-{b}" for a, b in self.place.spans)
        told = (f"{side}{field}={value}" for side, some in (("", self.fact), (">", self.to)) for field, value in some)
        return content_hash("correction", self.kind, self.place.document, self.place.family, spans, self.quote, *told)

    @property
    def label(self) -> str:
        """A line for the eye."""
        told = "；".join(f"{field}={value}" for field, value in self.fact or self.to)
        return f"{self.kind} {self.place.family} {self.place.document[:12]} {told or self.quote}"


@dataclass(frozen=True, slots=True, order=True)
class PersonsEntry:
    """Persons who are all one (`same`), or each another (`different`): (document's key or id, name there), sorted."""

    kind: Literal["different", "same"]
    persons: tuple[tuple[str, str], ...]
    note: str = ""

    @property
    def id(self) -> str:
        return content_hash("correction", self.kind, *(part for person in self.persons for part in person))

    @property
    def label(self) -> str:
        """A line for the eye."""
        return f"{self.kind} " + ", ".join(f"{name} {document[:12]}" for document, name in self.persons)


@dataclass(frozen=True, slots=True, order=True)
class NameEntry:
    """Of the `entity` (person, organization, fund) called `of`: another name (`alias`), or the one to show (`name`).

    Of persons, `document` (key or id) says who of that name is meant; without it, it is everybody.
    """

    kind: Literal["alias", "name"]
    entity: str
    of: str
    value: str
    document: str = ""
    note: str = ""

    @property
    def id(self) -> str:
        return content_hash("correction", self.kind, self.entity, self.of, self.value, self.document)

    @property
    def label(self) -> str:
        """A line for the eye."""
        return f"{self.kind} {self.entity} {self.of} → {self.value}"


Entry = FactEntry | PersonsEntry | NameEntry


class Ruling(NamedTuple):
    """What an entry says of one person of one document: `kind` of the entry, its id, and the name that it gives."""

    local: str
    kind: str
    entry: str
    value: str = ""
