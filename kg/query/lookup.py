"""One fact of a graph by its id, as a fact line: from facts.jsonl where the folder has it, else from the RDF."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from itertools import chain
from pathlib import Path

import pyoxigraph as ox
from rdflib import RDF, RDFS, Literal, Namespace
from rdflib.term import Node

from kg.errors import InputError, UsageError
from kg.export.jsonl import Line, lines, number, rejected_lines
from kg.graph.vocabulary import KG, OA, ORG, PROV, SCHEMA
from kg.query.run import as_rdflib, open_graph
from kg.store import StoreSource, has_store

__all__ = ["find_fact"]

_KG, _ORG, _SCHEMA = Namespace(KG.base), Namespace(ORG.base), Namespace(SCHEMA.base)
_PROV, _OA = Namespace(PROV.base), Namespace(OA.base)
_SHOWN = 5
_TYPES: dict[Node, str] = {_ORG.Membership: "membership", _SCHEMA.MonetaryGrant: "allocation", _SCHEMA.Event: "event"}
_TEXTS = {
    "role": _KG.roleText, "organization_text": _KG.organizationText, "status": _KG.status, "since": _KG.since,
    "until": _KG.until, "payer": _KG.payerText, "action": _KG.action, "recipient": _KG.recipient,
    "target": _KG.target, "region": _KG.regionText, "kind": _KG.kind, "stage": _KG.stage, "date": _KG.date,
    "date_text": _KG.dateText, "date_basis": _KG.dateBasis,
}  # fmt: skip
_NAMED = {"person": _ORG.member, "organization": _ORG.organization, "fund": _KG.fund, "location": _SCHEMA.location}
_MONEY = {
    "amount": _SCHEMA.value, "currency": _SCHEMA.currency, "amount_text": _KG.amountText, "amount_max": _KG.maxValue,
    "qualifier": _KG.qualifier, "unit_text": _KG.unitText,
}  # fmt: skip


def find_fact(graph: str | Path, prefix: str) -> tuple[Line, dict[str, Line]]:
    """The fact whose id begins with `prefix`, and the facts that it points at (`part_of`, `about`) by their ids.

    `graph` is a folder that kg build made, or a `.ttl` file.  Raises UsageError where no fact, or more than one,
    is meant, and InputError for what is no graph.
    """
    with _source(graph) as source:
        return _find(source, prefix)


@contextmanager
def _source(graph: str | Path) -> Iterator[_Lines | _Rdf | _Stored]:
    facts = Path(graph) / "facts.jsonl"
    if not has_store(graph) and facts.is_file():
        yield _Lines(facts)
        return
    with open_graph(graph) as source:
        yield _Stored(source) if isinstance(source, StoreSource) else _Rdf(source.rdf)


def _find(source: _Lines | _Rdf | _Stored, prefix: str) -> tuple[Line, dict[str, Line]]:
    found = {line["id"]: line for line in source.starting(prefix.strip().lower())}
    if not found:
        raise UsageError(f"no fact's id begins with {prefix!r} (kg query GRAPH --name evidence shows ids)")
    if len(found) > 1:
        some = "; ".join(
            f"{identifier[:12]} {line['quote'][:16]}…" for identifier, line in sorted(found.items())[:_SHOWN]
        )
        raise UsageError(f"{prefix!r} begins the ids of {len(found)} facts; give more of it: {some}")
    (line,) = found.values()
    others = [line[key] for key in ("part_of", "about") if line.get(key)]
    return line, {identifier: other for identifier in others for other in source.starting(identifier)}


class _Stored:
    """The ledger of a graph on disk."""

    def __init__(self, source: StoreSource) -> None:
        self._source = source

    def starting(self, prefix: str) -> Iterator[Line]:
        """The lines of the facts whose id begins so."""
        for identifier, key in self._source.facts_starting(prefix):
            found = self._source.document(key)
            told = chain(lines(found), rejected_lines(found)) if found else ()
            yield from (line for line in told if line["id"] == identifier)


class _Lines:
    """facts.jsonl."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def starting(self, prefix: str) -> Iterator[Line]:
        """The lines whose id begins so.  A line is parsed only if it holds the id somewhere."""
        with self._path.open(encoding="utf-8") as file:
            for at, text in enumerate(file, 1):
                if f'"id": "{prefix}' not in text:
                    continue
                try:
                    line = json.loads(text)
                except ValueError as error:
                    raise InputError(str(self._path), f"line {at}: no JSON: {error}") from error
                if line["id"].startswith(prefix):
                    yield line


class _Rdf:
    """The statements of graph.ttl, read back into fact lines as far as they go."""

    def __init__(self, store: ox.Store) -> None:
        self._graph = as_rdflib(store)

    def starting(self, prefix: str) -> Iterator[Line]:
        for subject in self._graph.subjects(_KG.confidence):
            base, _, identifier = str(subject).rpartition("/")
            if base.endswith("/fact") and identifier.startswith(prefix):
                yield self._line(subject, identifier)

    def _line(self, fact: Node, identifier: str) -> Line:
        types = (_TYPES[kind] for kind in self._graph.objects(fact, RDF.type) if kind in _TYPES)
        line: Line = {"type": next(types), "id": identifier, **self._evidence(fact)}
        line |= {key: self._text(fact, predicate) for key, predicate in _TEXTS.items()}
        line |= {key: self._label(self._graph.value(fact, predicate)) for key, predicate in _NAMED.items()}
        line |= self._money(fact)
        line["participants"] = sorted(filter(None, map(self._label, self._graph.objects(fact, _KG.participant))))
        for key, predicate in (("part_of", _KG.partOf), ("about", _KG.about)):
            other = self._graph.value(fact, predicate)
            line[key] = str(other).rpartition("/")[2] if other else None
        line |= self._correction(fact)
        if line["type"] == "event":
            line["label"] = (self._label(fact) or "").removeprefix(f"{line['date']} ")
        return line

    def _evidence(self, fact: Node) -> Line:
        evidence = self._graph.value(fact, _PROV.wasDerivedFrom)
        run = self._graph.value(fact, _PROV.wasGeneratedBy)
        selectors = list(self._graph.objects(evidence, _OA.hasSelector))
        positions = [s for s in selectors if self._graph.value(s, _OA.start) is not None]
        positions.sort(key=lambda s: self._integer(s, _KG.order))
        spans = [[self._integer(s, _OA.start), self._integer(s, _OA.end)] for s in positions]
        quotes = (self._text(s, _OA.exact) for s in selectors)
        source = self._graph.value(evidence, _OA.hasSource)
        return {
            "document": self._text(source, _KG.documentId),
            "spans": spans,
            "start": min(a for a, _ in spans),
            "end": max(b for _, b in spans),
            "quote": next(quote for quote in quotes if quote is not None),
            "mentions": _mentions(self._text(fact, _KG.mentions) or ""),
            "rule": self._text(run, _KG.rule),
            "confidence": float(self._text(fact, _KG.confidence) or 0),
            "inferred": dict(_pair(str(how)) for how in self._graph.objects(fact, _KG.inferred)),
            "warnings": sorted(map(str, self._graph.objects(fact, _KG.warning))),
            "also": [{} for _ in self._graph.objects(fact, _KG.alsoFoundIn)],
        }

    def _correction(self, fact: Node) -> Line:
        """What the user did to it; what fields were before is text in RDF."""
        found = sorted(self._graph.subjects(_PROV.generated, fact), key=str)
        told = {"kind": self._text(found[0], _KG.correctionKind), "entry": str(found[0]).rpartition("/")[2]} if found else {}
        return {"correction": told} if told else {}

    def _money(self, fact: Node) -> Line:
        amount = self._graph.value(fact, _SCHEMA.amount)
        values: Line = {key: self._text(amount, predicate) for key, predicate in _MONEY.items()} if amount else {}
        return {k: number(Decimal(v)) if v and k in ("amount", "amount_max") else v for k, v in values.items()}

    def _text(self, subject: Node | None, predicate: Node) -> str | None:
        value = self._graph.value(subject, predicate)
        return str(value) if isinstance(value, Literal) else None

    def _integer(self, subject: Node, predicate: Node) -> int:
        return int(self._text(subject, predicate) or 0)

    def _label(self, node: Node | None) -> str | None:
        """An entity's label; of a region or body that the ontology describes, the end of its IRI."""
        return None if node is None else self._text(node, RDFS.label) or str(node).rpartition("/")[2]


def _mentions(text: str) -> dict[str, list[list[int]]]:
    found: dict[str, list[list[int]]] = {}
    for name, start, end in (_span(word) for word in text.split()):
        found.setdefault(name, []).append([start, end])
    return found


def _span(word: str) -> tuple[str, int, int]:
    name, _, places = word.partition("=")
    start, _, end = places.partition("-")
    return name, int(start), int(end)


def _pair(text: str) -> tuple[str, str]:
    name, _, how = text.partition(": ")
    return name, how
