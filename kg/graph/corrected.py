"""What the user corrected in a document, as graphs of its own beside the document's statements, which stay as they were read.

    document/…     the statements, as read
    corrections/…  the facts that the user edited or added, and the corrections themselves
    withdrawn/…    the statements that hold no more: those of facts that were rejected or edited

The default graph holds the statements that are not withdrawn, and the corrections.  A correction is a `prov:Activity` of
the user that invalidated a fact, generated one, or concerns a person of the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.graph.builder import statements
from kg.graph.nodes import document_graph, fact_node, node_iri
from kg.graph.terms import Triple, iri, shared, text
from kg.graph.vocabulary import BASE, FOAF, KG, PROV, RDF, RDFS, SKOS
from kg.merge.corrections.fields import values
from kg.merge.derived import ref
from kg.merge.profile import Profile, profile
from kg.model import Corrected, Document, Extraction

__all__ = ["USER", "Layer", "holding", "is_withdrawn", "layers", "withdrawing"]

USER = shared("agent", "user")
"""Whoever corrects."""
_WITHDRAWN = "/withdrawn"


class Layer(NamedTuple):
    """A named graph, and those of its triples that the default graph shows (None: all)."""

    graph: str
    triples: Iterable[Triple]
    shown: Iterable[Triple] | None


def is_withdrawn(graph: str) -> bool:
    """Is this the name of a graph of statements that hold no more?"""
    return graph.rpartition("/")[0].endswith(_WITHDRAWN)


def withdrawing(graph: str) -> str | None:
    """The graph of what is withdrawn from this one; None for a graph that nothing is withdrawn from."""
    head, _, key = graph.rpartition("/")
    return f"{head.removesuffix('document')}withdrawn/{key}" if head.endswith("/document") else None


def holding(extraction: Extraction, base: str = BASE, known: Profile | None = None) -> list[Triple]:
    """What holds of a document: its statements with the user's corrections."""
    known = known or profile(extraction)
    return [*statements(extraction, base, known), *set(_corrections(extraction, known, base))]


def layers(extraction: Extraction, base: str = BASE, known: Profile | None = None) -> Iterator[Layer]:
    """The named graphs of a document; `known` is its profile, with what the user says of its persons."""
    known = known or profile(extraction)
    holds = statements(extraction, base, known)
    name = document_graph(extraction.document, base)
    own = set(_corrections(extraction, known, base))
    if not own:
        yield Layer(name, holds, None)
        return
    as_read = extraction.as_read()
    now = set(holds)
    read = now if as_read is extraction else set(statements(as_read, base))
    yield Layer(name, read, read & now)
    corrections = (now - read) | own
    yield Layer(_graph("corrections", extraction.document, base), corrections, None)
    if read - now:
        yield Layer(_graph("withdrawn", extraction.document, base), read - now, ())


def _graph(kind: str, document: Document, base: str) -> str:
    return iri(f"{base}{kind}/{document.key}")


def _corrections(extraction: Extraction, known: Profile, base: str) -> Iterator[Triple]:
    for change in extraction.corrected:
        yield from _change(change, base)
    for ruling in known.rulings:
        subject, local = _node(ruling.entry, base), node_iri(ref("person", ruling.local), base)
        yield from _correction(subject, ruling.kind)
        yield subject, KG.concerns, local
        if ruling.value:
            yield subject, KG.correctedValue, text(f"{ruling.kind}: {ruling.value}", "zh")
    for entity in known.entities:
        if entity.meant:
            local = node_iri(ref(entity.type, entity.id), base)
            yield local, SKOS.prefLabel, text(entity.meant, "zh")
            if entity.type == "person":
                yield local, FOAF.name, text(entity.meant, "zh")


def _node(entry: str, base: str) -> str:
    return iri(f"{base}correction/{entry}")


def _correction(subject: str, kind: str) -> Iterator[Triple]:
    yield subject, RDF.type, KG.Correction
    yield subject, KG.correctionKind, text(kind)
    yield subject, PROV.wasAssociatedWith, USER


def _change(change: Corrected, base: str) -> Iterator[Triple]:
    """The correction of a fact."""
    subject = _node(change.entry, base)
    yield from _correction(subject, change.kind)
    if change.note:
        yield subject, RDFS.comment, text(change.note)
    before, after = (fact_node(fact.id, base) if fact else "" for fact in (change.before, change.after))
    if before:
        yield subject, PROV.invalidated, before
    if after:
        yield subject, PROV.generated, after
        yield after, PROV.wasAttributedTo, USER
    if before and after and before != after:
        yield after, PROV.wasRevisionOf, before
    if change.before and change.after:
        now = values(change.after)
        for name, value in values(change.before).items():
            if value != now[name]:
                yield subject, KG.correctedValue, text(f"{name}: {value or '∅'} → {now[name] or '∅'}", "zh")
