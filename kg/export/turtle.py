"""Turtle in a stream: a block of sorted triples a document, the derived layer last.

Turtle has no named graphs: the document of a statement is kept by `kg:inDocument` on each fact and each
local entity, and by the source of its evidence.  Nodes for values (times, roles, quotes) belong to no document
and may stand in several blocks; a reader takes them once.  N-Quads keep the graphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Protocol

from kg.graph.corrected import holding
from kg.graph.derived import derived_triples
from kg.graph.terms import Triple, prefixes
from kg.graph.vocabulary import BASE, RDF
from kg.merge.derived import Derived
from kg.merge.profile import Profile
from kg.model import Extraction

__all__ = ["TurtleWriter"]

_LOCAL = re.compile(r"^[A-Za-z0-9_\u4e00-\u9fff](?:[A-Za-z0-9_\u4e00-\u9fff-]*)$")
_HEADER = "# Made by kg.  kg:inDocument names the document of each fact; see ontology/kg.ttl for the terms.\n"


class Writable(Protocol):
    """What Turtle is written to."""

    def write(self, text: str, /) -> object: ...


class TurtleWriter:
    """Writes blocks of triples to `file`; `base` as given to the builder."""

    def __init__(self, file: Writable, base: str = BASE) -> None:
        self._file = file
        self._base = base
        self._namespaces = {namespace: prefix for prefix, namespace in prefixes(base).items()}
        self._short = lru_cache(maxsize=65536)(self._shorten)
        lines = (f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(prefixes(base).items()))
        file.write(_HEADER + "".join(lines))

    def document(self, extraction: Extraction, known: Profile) -> None:
        """What holds of one document."""
        self.add(holding(extraction, self._base, known))

    def derived(self, part: Derived) -> None:
        """A block of the derived layer."""
        self.add(derived_triples(part, self._base))

    def close(self) -> None:
        """Nothing is left to be written."""

    def add(self, triples: Iterable[Triple]) -> None:
        """One block: the triples, sorted by subject; those of a subject stand together."""
        parts = []
        for subject, group in groupby(sorted(set(triples)), key=lambda triple: triple[0]):
            predicates = [
                (predicate, ", ".join(self._short(o) for _, _, o in same))
                for predicate, same in groupby(group, key=lambda triple: triple[1])
            ]
            predicates.sort(key=lambda pair: (pair[0] != RDF.type, pair[0]))
            body = " ;\n    ".join(f"{'a' if p == RDF.type else self._short(p)} {objects}" for p, objects in predicates)
            parts.append(f"{self._short(subject)} {body} .\n")
        if parts:
            self._file.write("\n" + "".join(parts))

    def _shorten(self, term: str) -> str:
        """A term with its prefix, where Turtle allows one."""
        if term[0] == '"':
            if term[-1] != ">":
                return term
            head, _, datatype = term.rpartition('"^^')
            return f'{head}"^^{self._short(datatype)}'
        cut = max(term.rfind("/"), term.rfind("#")) + 1
        prefix = self._namespaces.get(term[1:cut])
        return f"{prefix}:{term[cut:-1]}" if prefix is not None and _LOCAL.match(term[cut:-1]) else term
