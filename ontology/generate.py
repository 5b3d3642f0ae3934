"""Generate the compact tables of kg/annotate/data from the Turtle files here; `--check` only compares.

    python -m ontology.generate            # writes the tables
    python -m ontology.generate --check    # exit code 1 where a table differs from its Turtle

The Turtle is the truth.  The tables exist because annotate/ must not need an RDF library, and must start fast.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import ORG, RDF, RDFS, SKOS
from rdflib.term import Node

HERE = Path(__file__).parent
DATA = HERE.parent / "kg" / "annotate" / "data"
KG = Namespace("https://w3id.org/zhkg/ontology#")
SCHEMA = Namespace("https://schema.org/")

Row = tuple[str, ...]


def texts(graph: Graph, subject: URIRef, predicate: URIRef, language: str = "zh") -> list[str]:
    """The literals of `language` (or of none), sorted."""
    values = graph.objects(subject, predicate)
    return sorted(str(v) for v in values if getattr(v, "language", None) in (language, None))


def text(graph: Graph, subject: URIRef, predicate: URIRef) -> str:
    """The one Chinese (or plain) literal, or an empty string."""
    found = texts(graph, subject, predicate)
    if len(found) > 1:
        raise ValueError(f"{subject} has several values of {predicate}: {found}")
    return found[0] if found else ""


def regions(graph: Graph) -> Iterable[Row]:
    """code, name, short_name, parent_code, level, kind, aliases, former."""
    yield "code", "name", "short_name", "parent_code", "level", "kind", "aliases", "former"
    found = []
    for subject in graph.subjects(RDF.type, SCHEMA.AdministrativeArea):
        assert isinstance(subject, URIRef)
        parent = graph.value(subject, SCHEMA.containedInPlace)
        found.append(
            (
                text(graph, subject, SCHEMA.identifier),
                text(graph, subject, RDFS.label),
                text(graph, subject, KG.shortName),
                str(graph.value(parent, SCHEMA.identifier)) if parent else "",
                text(graph, subject, KG.level),
                text(graph, subject, KG.divisionKind),
                "|".join(texts(graph, subject, SKOS.altLabel)),
                "|".join(texts(graph, subject, KG.formerName)),
            )
        )
    yield from sorted(found)


def organizations(graph: Graph) -> Iterable[Row]:
    """name, short_names, kind, id, successors (of former bodies: the full names of what they became)."""
    yield "name", "short_names", "kind", "id", "successors"
    found = []
    for subject in graph.subjects(RDF.type, ORG.FormalOrganization):
        assert isinstance(subject, URIRef)
        changes = graph.subjects(ORG.originalOrganization, subject)
        after = {str(o) for change in changes for o in graph.objects(change, ORG.resultingOrganization)}
        names = sorted(text(graph, URIRef(o), SKOS.prefLabel) for o in after)
        found.append((*_body(graph, subject), subject.rsplit("/", 1)[1], "|".join(names)))
    yield from sorted(found)


def local_bodies(graph: Graph) -> Iterable[Row]:
    """name, short_names: what follows the name of a place (湖北省 + 发展和改革委员会 = 湖北省发改委)."""
    yield "name", "short_names"
    yield from sorted(_body(graph, s)[:2] for s in graph.subjects(RDF.type, KG.LocalBody) if isinstance(s, URIRef))


def _body(graph: Graph, subject: URIRef) -> Row:
    names = text(graph, subject, SKOS.prefLabel), "|".join(texts(graph, subject, SKOS.altLabel))
    return (*names, text(graph, subject, KG.organizationKind))


def hierarchy(graph: Graph) -> Iterable[Row]:
    """id (body:mof, pattern:f), name, kind, parent (an id): what a body is, and what is above it."""
    yield "id", "name", "kind", "parent"
    yield from sorted(
        (
            _local_id(subject),
            text(graph, subject, SKOS.prefLabel),
            text(graph, subject, KG.organizationKind),
            _local_id(graph.value(subject, ORG.subOrganizationOf)),
        )
        for kind in (ORG.FormalOrganization, KG.LocalBody)
        for subject in graph.subjects(RDF.type, kind)
        if isinstance(subject, URIRef)
    )


def reforms(graph: Graph) -> Iterable[Row]:
    """id, year, applies_to (province, below, or everywhere), originals and results (ids of bodies or patterns)."""
    yield "id", "year", "applies_to", "originals", "results"
    yield from sorted(
        (
            str(change).rsplit("/", 1)[1],
            text(graph, change, KG.year),
            text(graph, change, KG.appliesTo),
            "|".join(sorted(map(_local_id, graph.objects(change, ORG.originalOrganization)))),
            "|".join(sorted(map(_local_id, graph.objects(change, ORG.resultingOrganization)))),
        )
        for change in graph.subjects(RDF.type, ORG.ChangeEvent)
        if isinstance(change, URIRef)
    )


def _local_id(node: Node | None) -> str:
    """body:mof, pattern:drc; empty for nothing."""
    return ":".join(str(node).rsplit("/", 2)[1:]) if node else ""


def roles(graph: Graph) -> Iterable[Row]:
    """role, category: heads and irregular compounds; 副, 代, 原 and the like are grammar."""
    yield "role", "category"
    found: set[Row] = set()
    for subject in graph.subjects(SKOS.topConceptOf, None):
        for concept in graph.subjects(SKOS.broader, subject):
            assert isinstance(concept, URIRef)
            category = str(subject).rsplit("/", 1)[1]
            names = [text(graph, concept, SKOS.prefLabel), *texts(graph, concept, SKOS.altLabel)]
            found.update((name, category) for name in names)
    yield from sorted(found)


TABLES: tuple[tuple[str, str, Callable[[Graph], Iterable[Row]]], ...] = (
    ("regions.ttl", "regions.tsv", regions),
    ("organizations.ttl", "organizations.tsv", organizations),
    ("organizations.ttl", "local_bodies.tsv", local_bodies),
    ("organizations.ttl", "hierarchy.tsv", hierarchy),
    ("organizations.ttl", "reforms.tsv", reforms),
    ("roles.ttl", "roles.tsv", roles),
)


def table(source: str, rows: Callable[[Graph], Iterable[Row]]) -> str:
    """The table of one Turtle file, tab-separated, with a header line."""
    graph = Graph()
    graph.parse(HERE / source, format="turtle")
    return "".join("\t".join(row) + "\n" for row in rows(graph))


def main(arguments: list[str]) -> int:
    """Write the tables, or with `--check` compare them; 1 where one differs."""
    status = 0
    for source, target, rows in TABLES:
        made, path = table(source, rows), DATA / target
        if "--check" in arguments:
            if not path.exists() or path.read_text("utf-8") != made:
                print(f"{path} differs from {source}", file=sys.stderr)
                status = 1
        else:
            path.write_text(made, encoding="utf-8", newline="\n")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
