"""Other readers find in a graph folder what kg wrote: rdflib and Oxigraph the Turtle, networkx the GraphML."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import networkx as nx
import pyoxigraph
import rdflib


def main() -> None:
    folder = Path(sys.argv[1])
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    turtle = folder / "graph.ttl"

    one = rdflib.Graph().parse(turtle, format="turtle")
    store = pyoxigraph.Store()
    store.bulk_load(path=str(turtle), format=pyoxigraph.RdfFormat.TURTLE)
    other = rdflib.Graph().parse(
        data=store.dump(format=pyoxigraph.RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph()), format="nt"
    )
    if set(one) != set(other):
        sys.exit(f"Turtle: rdflib and Oxigraph differ in {len(set(one) ^ set(other))} triples")

    graph = nx.read_graphml(folder / "graph.graphml", force_multigraph=True)
    facts = [data for _, data in graph.nodes(data=True) if "fact_type" in data]
    entities = graph.number_of_nodes() - len(facts)
    if len(facts) != sum(report["facts"].values()) or entities != sum(report["entities"].values()):
        sys.exit(f"GraphML: {len(facts)} facts and {entities} entities, not those of report.json")
    if not all(data["quote"] and data["evidence_end"] > data["evidence_start"] >= 0 for data in facts):
        sys.exit("GraphML: a fact without evidence")
    print(f"{len(one)} triples; {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges")


if __name__ == "__main__":
    main()
