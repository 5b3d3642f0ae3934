"""GraphML in a stream, for Gephi, yEd, networkx, graphology and Neo4j's APOC.

Nodes first, then edges, for readers that want it so.  Keys are declared once, with one type each; `labels` of
nodes and `label` of edges stand both as XML attributes (APOC) and as data (everybody else); a key that
an element lacks is left out; characters that XML 1.0 forbids are dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol
from xml.sax.saxutils import escape, quoteattr

from kg.graph.traversal import Edge, Node, Value

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
    "date_basis": _S, "location": _S, "organization_kind": _S, "former_names": _S, "later_names": _S, "year": _S,
    "birth": _S, "gender": _S, "ethnicity": _S, "origin": _S, "own_id": _S, "wikidata": _S,
}  # fmt: skip
EDGE_KEYS: dict[str, str] = {
    "label": _S, "derived": _B, "role": _S, "status": _S, "since": _S, "until": _S, "date": _S, "fact": _S,
    "weight": _D,
}  # fmt: skip
"""Attribute → GraphML type, for nodes and edges; every value must be of it."""

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
    """`nodes` as often as needed, then `edges`, then `close`.

    An edge whose ends were not written, or that was written before, is left out: GraphML readers reject both.
    """

    def __init__(self, file: Writable) -> None:
        self._file = file
        self._nodes: set[str] = set()
        self._edges: set[str] = set()
        keys = (
            f'<key id="{prefix}_{name}" for="{element}" attr.name="{name}" attr.type="{kind}"/>\n'
            for element, prefix, table in (("node", "n", NODE_KEYS), ("edge", "e", EDGE_KEYS))
            for name, kind in table.items()
        )
        file.write(_HEAD + "".join(keys) + '<graph id="kg" edgedefault="directed">\n')

    def nodes(self, nodes: Iterable[Node]) -> None:
        """Write nodes; one that was written before is left out."""
        for node in nodes:
            if node.id in self._nodes:
                continue
            self._nodes.add(node.id)
            labels = ":" + node.label
            data = _data("n", NODE_KEYS, {"labels": labels, **node.attributes})
            self._file.write(f"<node id={_attribute(node.id)} labels={_attribute(labels)}>{data}</node>\n")

    def edges(self, edges: Iterable[Edge]) -> None:
        """Write edges between nodes that were written."""
        for edge in edges:
            if edge.id in self._edges or edge.source not in self._nodes or edge.target not in self._nodes:
                continue
            self._edges.add(edge.id)
            ends = f"source={_attribute(edge.source)} target={_attribute(edge.target)}"
            data = _data("e", EDGE_KEYS, {"label": edge.label, **edge.attributes})
            self._file.write(
                f"<edge id={_attribute('e' + edge.id)} {ends} label={_attribute(edge.label)}>{data}</edge>\n"
            )

    def close(self) -> None:
        """End the document; the file is the caller's."""
        self._file.write("</graph>\n</graphml>\n")


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
