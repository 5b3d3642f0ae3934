"""Questions to a graph: SPARQL, the named queries that ship as `.rq` files, and `Graph` for Python."""

from kg.query.graph import Graph, Organization, Person, Sentence
from kg.query.named import NamedQuery, Parameter, named, names, run_named
from kg.query.records import Records
from kg.query.run import graph_file, open_graph, select
from kg.query.table import Table

__all__ = [
    "Graph",
    "NamedQuery",
    "Organization",
    "Parameter",
    "Person",
    "Records",
    "Sentence",
    "Table",
    "graph_file",
    "named",
    "names",
    "open_graph",
    "run_named",
    "select",
]
