"""GraphML in a stream, for Gephi, yEd, networkx, graphology and Neo4j's APOC.

Nodes first, then edges, for readers that want it so.  Keys are declared once, with one type each; `labels` of
nodes and `label` of edges stand both as XML attributes (APOC) and as data (everybody else); a key that
an element lacks is left out; characters that XML 1.0 forbids are dropped.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from typing import Protocol, TextIO
from xml.sax.saxutils import escape, quoteattr

from kg.graph.traversal import Edge, Node, Value, derived_edges, derived_nodes, document_edges, fact_nodes
from kg.graph.vocabulary import BASE
from kg.merge.derived import Derived
from kg.merge.profile import Profile
from kg.model import Extraction

__all__ = ["EDGE_KEYS", "NODE_KEYS", "GraphmlWriter"]

_S, _I, _D, _B = "string", "int", "double", "boolean"
NODE_KEYS: dict[str, str] = {
    "labels": _S, "label": _S, "full_name": _S, "iri": _S, "entity_type": _S, "aliases": _S,
    "region_code": _S, "fact_type": _S, "quote": _S, "evidence_start": _I, "evidence_end": _I,
    "evidence_spans": _S, "rule": _S, "confidence": _D, "document": _S, "document_title": _S,
    "document_number": _S, "publisher": _S, "published": _S, "url": _S, "sha256": _S, "person": _S,
    "role": _S, "organization": _S, "organization_text": _S, "status": _S, "since": _S, "until": _S,
    "fund": _S, "amount_cny": _D, "amount_exact": _S, "amount_max": _S, "unit_text": _S, "partition": _I,
    "currency": _S, "amount_text": _S, "qualifier": _S, "payer": _S, "action": _S, "recipient": _S, "purpose": _S,
    "region": _S, "kind": _S, "stage": _S, "date": _S, "earliest": _S, "latest": _S, "date_text": _S,
    "date_basis": _S, "location": _S, "sources": _I, "since_basis": _S, "since_known": _S, "until_basis": _S,
    "until_known": _S, "first_seen": _S, "last_seen": _S, "rank": _S, "rank_basis": _S, "organization_kind": _S,
    "former_names": _S, "later_names": _S, "year": _S, "birth": _S, "gender": _S, "ethnicity": _S, "origin": _S,
    "own_id": _S, "wikidata": _S,
}  # fmt: skip
EDGE_KEYS: dict[str, str] = {
    "label": _S, "derived": _B, "role": _S, "status": _S, "since": _S, "until": _S, "date": _S, "fact": _S,
    "weight": _D,
}  # fmt: skip
"""Attribute → GraphML type, for nodes and edges; every value must be of it."""

_CHUNK = 1 << 20
_WAITING = 50_000
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


class Writable(Protocol):
    """What GraphML is written to."""

    def write(self, text: str, /) -> object: ...


class GraphmlWriter:
    """Documents and blocks of the derived layer in any order, or `nodes` and `edges`; then `close`.

    Edges wait, many of them in a file of their own, until all nodes are written.  A node or an edge that comes twice stands twice:
    no document and no block gives one twice, nor one that another gives.
    """

    def __init__(self, file: Writable, base: str = BASE) -> None:
        self._file = file
        self._base = base
        self._edges: list[str] = []
        self._spilt: TextIO | None = None
        keys = (
            f'<key id="{prefix}_{name}" for="{element}" attr.name="{name}" attr.type="{kind}"/>\n'
            for element, prefix, table in (("node", "n", NODE_KEYS), ("edge", "e", EDGE_KEYS))
            for name, kind in table.items()
        )
        file.write(_HEAD + "".join(keys) + '<graph id="kg" edgedefault="directed">\n')

    def document(self, extraction: Extraction, known: Profile) -> None:
        """The facts of one document, and what it states of them."""
        self.nodes(fact_nodes(extraction, self._base, known))
        self.edges(document_edges(known))

    def derived(self, part: Derived) -> None:
        """A block of the derived layer."""
        self.nodes(derived_nodes(part, self._base))
        self.edges(derived_edges(part))

    def nodes(self, nodes: Iterable[Node]) -> None:
        """Write nodes."""
        for node in nodes:
            labels = ":" + node.label
            data = _data("n", NODE_KEYS, {"labels": labels, **node.attributes})
            self._file.write(f"<node id={_attribute(node.id)} labels={_attribute(labels)}>{data}</node>\n")

    def edges(self, edges: Iterable[Edge]) -> None:
        """Keep edges for the end."""
        for edge in edges:
            ends = f"source={_attribute(edge.source)} target={_attribute(edge.target)}"
            data = _data("e", EDGE_KEYS, {"label": edge.label, **edge.attributes})
            self._edges.append(
                f"<edge id={_attribute('e' + edge.id)} {ends} label={_attribute(edge.label)}>{data}</edge>\n"
            )
        if len(self._edges) > _WAITING:
            self._spill()

    def _spill(self) -> None:
        if self._spilt is None:
            self._spilt = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace", newline="")  # noqa: SIM115
        self._spilt.writelines(self._edges)
        self._edges = []

    def close(self) -> None:
        """Write the edges, and end the document; the file is the caller's."""
        if self._spilt is not None:
            with self._spilt as spilt:
                spilt.seek(0)
                while chunk := spilt.read(_CHUNK):
                    self._file.write(chunk)
        self._file.write("".join(self._edges) + "</graph>\n</graphml>\n")


def _data(prefix: str, keys: dict[str, str], attributes: dict[str, Value]) -> str:
    unknown = attributes.keys() - keys.keys()
    if unknown:
        raise ValueError(f"GraphML attributes without a declaration: {sorted(unknown)}")
    return "".join(
        f'<data key="{prefix}_{name}">{_text(attributes[name], kind)}</data>'
        for name, kind in keys.items()
        if name in attributes
    )


def _text(value: Value, kind: str) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(float(value)) if kind == _D else str(value)
    return escape(_FORBIDDEN.sub("", value))


def _attribute(value: str) -> str:
    return quoteattr(_FORBIDDEN.sub("", value))
