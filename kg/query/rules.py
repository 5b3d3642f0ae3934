"""SHACL-SPARQL constraints, each asked once of the whole graph.

A validator runs the query of `sh:sparql` once for every node of the target class; here the class is put into the query
and it runs once, which finds the same nodes and does not cost a query a fact.  It is for shapes with `sh:targetClass`
whose query begins with `SELECT … WHERE {`; others are left to the validator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rdflib import Graph
from rdflib.namespace import RDF, SH
from rdflib.term import Node

__all__ = ["Broken", "broken", "without"]

_WHERE = re.compile(r"\bWHERE\s*\{")


class Broken(NamedTuple):
    """A node that breaks a rule: the shape, the constraint in it, the node and the value at fault, if the query has one."""

    shape: Node
    constraint: Node
    focus: Node
    value: Node | None


def _constraints(rules: Graph) -> Iterator[tuple[Node, Node, str]]:
    """(shape, constraint, query) of those that are asked here."""
    for shape, constraint in sorted(rules.subject_objects(SH.sparql), key=str):
        classes = sorted(map(str, rules.objects(shape, SH.targetClass)))
        query = rules.value(constraint, SH.select)
        where = _WHERE.search(str(query))
        if not classes or where is None:
            continue
        target = " ".join(f"<{name}>" for name in classes)
        bound = f"{where[0]} VALUES ?target_class {{ {target} }} $this <{RDF.type}> ?target_class . "
        yield shape, constraint, _prefixes(rules, constraint) + str(query).replace(where[0], bound, 1)


def _prefixes(rules: Graph, constraint: Node) -> str:
    declared = (d for owner in rules.objects(constraint, SH.prefixes) for d in rules.objects(owner, SH.declare))
    return "".join(f"PREFIX {rules.value(d, SH.prefix)}: <{rules.value(d, SH.namespace)}>\n" for d in declared)


def without(rules: Graph) -> Graph:
    """The rules without the constraints that `broken` asks."""
    rest = Graph()
    rest += rules
    for shape, constraint, _ in _constraints(rules):
        rest.remove((shape, SH.sparql, constraint))
    return rest


def broken(graph: Graph, rules: Graph) -> Iterator[Broken]:
    """Every node of `graph` that breaks such a rule."""
    for shape, constraint, query in _constraints(rules):
        for row in graph.query(query):
            found = row.asdict()  # type: ignore[union-attr]
            yield Broken(shape, constraint, found["this"], found.get("value"))
