"""Who is who against gold: documents whose mentions of persons and bodies have the key of their entity.

    report = evaluate_identity("tests/gold/identity/open", given)
    report.persons.f1, report.persons_baseline.f1

`given` says what is known of a document: `GoldIdentity.given`, the posts as they are annotated, measures identity alone;
an extractor, both together.  The baseline takes the same name for the same person, and the same words for the same body.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.evaluate.clustering import BCubed, b_cubed
from kg.merge.blocks import derive
from kg.merge.identity import canonical
from kg.merge.profile import Profile, profile
from kg.model import Document, Event, Evidence, Extraction, Fact, Membership, Span

__all__ = ["GoldIdentity", "IdentityReport", "evaluate_identity", "load_identity"]

Mention = tuple[str, int]
"""(document, offset)."""


@dataclass(frozen=True, slots=True)
class GoldIdentity:
    """A document; `persons` and `organizations` are (start, words, key of the entity), `posts` what it says of them."""

    document: Document
    persons: tuple[tuple[int, str, str], ...]
    organizations: tuple[tuple[int, str, str], ...]
    posts: tuple[Mapping[str, Any], ...]

    def given(self) -> Extraction:
        """The document as an extractor would give it that makes no mistake; bodies as written, where they are."""
        facts: list[Fact] = [self._post(post) for post in self.posts]
        told = {post["organization_text"] for post in self.posts}
        for start, words, _ in self.organizations:
            if words not in told:
                here = Evidence(self.document.key, (Span(start, start + len(words)),), words, "gold")
                day = self.document.published or ""
                facts.append(
                    Event(evidence=here, label=words, date_text=day, date=day, date_basis="gold", participants=(words,))
                )
        return Extraction(self.document, tuple(facts))

    def _post(self, post: Mapping[str, Any]) -> Membership:
        start = next(at for at, words, _ in self.persons if words == post["person"])
        return Membership(
            evidence=Evidence(self.document.key, (Span(start, start + len(post["person"])),), post["person"], "gold"),
            person=post["person"],
            role=post["role"],
            organization=post["organization"],
            organization_text=post["organization_text"],
            status=post["status"],
            since=post["since"],
        )


@dataclass(frozen=True, slots=True)
class IdentityReport:
    """B³ of persons and of bodies, each with its baseline; `documents` is how many there are."""

    documents: int
    persons: BCubed
    persons_baseline: BCubed
    organizations: BCubed
    organizations_baseline: BCubed


def load_identity(folder: str | Path) -> list[GoldIdentity]:
    """The documents of a folder: pairs NAME.txt + NAME.json, by name.  Raises InputError where there is none."""
    paths = sorted(Path(folder).glob("*.json"))
    if not paths:
        raise InputError(str(folder), "no annotated documents: pairs NAME.txt + NAME.json")
    return [_load(path) for path in paths]


def _load(path: Path) -> GoldIdentity:
    told = json.loads(path.read_text(encoding="utf-8"))
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    document = Document(path.stem, text, title=told["title"], published=told["published"], publisher=told["publisher"])
    persons, bodies = (
        tuple((m["start"], m["text"], m["key"]) for m in told[kind]) for kind in ("persons", "organizations")
    )
    for start, words, _ in (*persons, *bodies):
        if text[start : start + len(words)] != words:
            raise InputError(str(path), f"no {words!r} at {start}")
    return GoldIdentity(document, persons, bodies, tuple(told["posts"]))


def evaluate_identity(
    gold: str | Path | Sequence[GoldIdentity], given: Callable[[GoldIdentity], Extraction]
) -> IdentityReport:
    """Score the derived layer that is made of what `given` says of each document."""
    documents = load_identity(gold) if isinstance(gold, str | Path) else gold
    extractions = [given(item) for item in documents]
    profiles = [profile(extraction) for extraction in extractions]
    identified = {e.source: e.target for e in derive(profiles).edges if e.label == "IDENTIFIED_AS"}
    persons: dict[Hashable, Hashable] = {}
    bodies: dict[Hashable, Hashable] = {}
    for item, known, extraction in zip(documents, profiles, extractions, strict=True):
        names = {e.label: identified[f"person:{e.id}"] for e in known.entities if e.type == "person"}
        persons |= {(item.document.id, at): names[words] for at, words, _ in item.persons if words in names}
        written = dict(_written(known, extraction, item.posts))
        bodies |= {(item.document.id, at): written[words] for at, words, _ in item.organizations if words in written}
    return IdentityReport(
        len(documents),
        b_cubed(_keys(documents, "persons"), persons),
        b_cubed(_keys(documents, "persons"), _words(documents, "persons")),
        b_cubed(_keys(documents, "organizations"), bodies),
        b_cubed(_keys(documents, "organizations"), _words(documents, "organizations")),
    )


def _written(
    known: Profile, extraction: Extraction, posts: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[str, Hashable]]:
    """Words of the document → the body that they name."""
    bodies = {e.id: canonical(e) for e in known.entities if e.type == "organization"}
    for entity in known.entities:
        if entity.type == "organization":
            yield from ((name, bodies[entity.id]) for name in (entity.label, *entity.aliases))
    facts = {identifier: fact for identifier, fact in known.facts if isinstance(fact, Membership)}
    for fact, role, local in known.links:
        if role == "organization" and fact in facts and (text := facts[fact].organization_text):
            yield text, bodies[local]


def _keys(documents: Sequence[GoldIdentity], kind: str) -> dict[Hashable, Hashable]:
    return {(item.document.id, at): key for item in documents for at, _, key in getattr(item, kind)}


def _words(documents: Sequence[GoldIdentity], kind: str) -> dict[Hashable, Hashable]:
    return {(item.document.id, at): words for item in documents for at, words, _ in getattr(item, kind)}
