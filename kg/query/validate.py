"""SHACL validation: which facts of a graph break the rules of ontology/shapes.ttl, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyshacl import validate as shacl
from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import DCTERMS, PROV, RDF, RDFS, SH
from rdflib.term import Node

from kg.errors import QueryError
from kg.graph.vocabulary import KG, ontology_file
from kg.query.rules import broken, without

__all__ = ["Violation", "validate"]

_KG = Namespace(KG.base)
_OA = Namespace("http://www.w3.org/ns/oa#")
_MAX_STEPS = 4


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """One broken rule.  `fact` is the IRI of the fact (or of the node, where it belongs to none), `label` its label,

    `quote` the source sentence and `document` the document's id, empty where unknown; `path` the property at
    fault and `value` what it holds; `shape` the label of the rule broken.
    """

    document: str
    fact: str
    label: str
    message: str
    path: str
    value: str
    quote: str
    shape: str


def validate(graph: Graph, shapes: Graph | Path | None = None, language: str = "en") -> list[Violation]:
    """All violations in `graph`, sorted; empty where it is sound.  `shapes` defaults to ontology/shapes.ttl.

    `language` is that of the messages, zh or en.  Raises QueryError where the shapes are no SHACL.
    """
    rules = (
        shapes if isinstance(shapes, Graph) else Graph().parse(shapes or ontology_file("shapes.ttl"), format="turtle")
    )
    _, results, text = shacl(graph, shacl_graph=without(rules), inference="none", advanced=False, inplace=True)
    if not isinstance(results, Graph):
        raise QueryError(f"the shapes cannot be used: {text}")
    found = {
        _violation(graph, rules, results, result, language)
        for result in results.subjects(RDF.type, SH.ValidationResult)
    }
    for rule in broken(graph, rules):
        message = _in_language(rules, rule.constraint, SH.message, language)
        shape = _in_language(rules, rule.shape, RDFS.label, language)
        found.add(_named(graph, rule.focus, message, value=_text(rule.value), shape=shape))
    return sorted(found)


def _violation(graph: Graph, rules: Graph, results: Graph, result: Node, language: str) -> Violation:
    focus = results.value(result, SH.focusNode)
    assert focus is not None, "a SHACL result has a focus node"
    shape = results.value(result, SH.sourceShape)
    owner = next(rules.subjects(SH.property, shape), shape) if shape is not None else None
    return _named(
        graph,
        focus,
        _message(results, result, language),
        path=_text(results.value(result, SH.resultPath)),
        value=_text(results.value(result, SH.value)),
        shape=_in_language(rules, owner, RDFS.label, language) if owner is not None else "",
    )


def _named(graph: Graph, focus: Node, message: str, path: str = "", value: str = "", shape: str = "") -> Violation:
    """A violation, with the fact that it belongs to and its sentence."""
    fact = _fact(graph, focus)
    evidence = min(graph.objects(fact, PROV.wasDerivedFrom), key=str, default=None)
    document = graph.value(fact, _KG.inDocument)
    return Violation(
        document=_text(graph.value(document, _KG.documentId)) if document else "",
        fact=str(fact),
        label=_text(graph.value(fact, RDFS.label)),
        message=message,
        path=path,
        value=value,
        quote=next(_quotes(graph, evidence), "") if evidence else "",
        shape=shape,
    )


def _text(node: Node | None) -> str:
    return "" if node is None else str(node)


def _quotes(graph: Graph, evidence: Node) -> Iterator[str]:
    for selector in graph.objects(evidence, _OA.hasSelector):
        yield from (str(quote) for quote in graph.objects(selector, _OA.exact))


def _fact(graph: Graph, focus: Node) -> Node:
    """The fact that `focus` is a part of (its amount, time, evidence, entity …), or is derived from (a spell: the last

    that is told of it); `focus` itself where there is none.
    """
    derived = [node for node in graph.objects(focus, PROV.wasDerivedFrom) if (node, PROV.wasGeneratedBy, None) in graph]
    if derived:
        return max(derived, key=lambda node: (_published(graph, node), str(node)))
    seen, level = {focus}, [focus]
    for _ in range(_MAX_STEPS):
        facts = sorted((node for node in level if (node, PROV.wasGeneratedBy, None) in graph), key=str)
        if facts:
            return facts[0]
        level = [
            node
            for here in level
            for node in graph.subjects(None, here)
            if isinstance(node, URIRef) and node not in seen
        ]
        seen.update(level)
    return focus


def _published(graph: Graph, fact: Node) -> str:
    document = graph.value(fact, _KG.inDocument)
    return _text(graph.value(document, DCTERMS.issued)) if document else ""


def _message(results: Graph, result: Node, language: str) -> str:
    return _in_language(results, result, SH.resultMessage, language)


def _in_language(graph: Graph, subject: Node, predicate: URIRef, language: str) -> str:
    """The literal in `language`, else the first of all."""
    values = sorted(graph.objects(subject, predicate), key=lambda v: (getattr(v, "language", None) != language, str(v)))
    return str(values[0]) if values else ""
