"""Terms of RDF as N-Triples text: `<iri>`, `"text"@zh`, `"12"^^<…integer>`.

The statement layer of one megabyte of text is half a million triples.  As plain strings they are made,
sorted and written in seconds; as objects of an RDF library it takes minutes.  Literals are in canonical
form, so that every reader keeps them as they are.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kg.graph.vocabulary import KG, PREFIXES, SHARED, XSD
from kg.model import decimal_text

__all__ = ["Quad", "Triple", "decimal", "integer", "iri", "prefixes", "shared", "text", "typed", "wikidata"]

Triple = tuple[str, str, str]
Quad = tuple[str, str, str, str]

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]')
_NOT_IN_IRI = re.compile(r"[^!#-;=?-\[\]_a-z~\xa0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef\U00010000-\U0001fffd]")
_DECIMAL, _INTEGER = "^^" + XSD.decimal, "^^" + XSD.integer


def _escape(match: re.Match[str]) -> str:
    char = match[0]
    if char in _ESCAPES:
        return _ESCAPES[char]
    # A lone surrogate is no character: no file in UTF-8 can hold it.
    return "\ufffd" if "\ud800" <= char <= "\udfff" else f"\\u{ord(char):04X}"


def iri(value: str) -> str:
    """`value` as an IRI; what an IRI may not hold is percent-encoded."""
    return "<" + _NOT_IN_IRI.sub(_percent, value) + ">"


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))


def text(value: str, language: str = "") -> str:
    """A string literal, with a language tag if one is given."""
    quoted = '"' + _SPECIAL.sub(_escape, value) + '"'
    return f"{quoted}@{language}" if language else quoted


def typed(value: str, datatype: str) -> str:
    """A literal of an XSD type; `value` must be in canonical form."""
    return f'"{value}"^^{datatype}'


def integer(value: int) -> str:
    return f'"{value}"{_INTEGER}'


def decimal(value: Decimal) -> str:
    """An exact decimal in canonical form: 1000000000.00 → 1000000000."""
    return f'"{decimal_text(value)}"{_DECIMAL}'


def shared(kind: str, name: str) -> str:
    """The IRI of a region, a listed body or a role: the same whatever the base."""
    return iri(f"{SHARED}{kind}/{name}")


def wikidata(identifier: str) -> str:
    """The IRI of a thing of Wikidata by its Q id."""
    return iri(f"http://www.wikidata.org/entity/{identifier}")


_KINDS = (
    "document",
    "fact",
    "person",
    "organization",
    "fund",
    "change",
    "link",
    "place",
    "purpose",
    "post",
    "amount",
    "evidence",
    "position",
    "quote",
    "moment",
    "run",
    "spell",
    "sum",
)


def prefixes(base: str) -> dict[str, str]:
    """Prefix → namespace for a graph with this base; one for each kind of node."""
    return {"kg": KG.base} | {k: v for k, v in PREFIXES.items() if k} | {kind: f"{base}{kind}/" for kind in _KINDS}
