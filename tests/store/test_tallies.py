"""Sums of money beside the graph are what SPARQL over the whole of it says, whatever came and went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.export.folder import export
from kg.graph.terms import text
from kg.graph.vocabulary import KG, SCHEMA
from kg.model import Allocation, Extraction
from kg.query.named import run_named
from kg.query.run import TurtleSource, select
from kg.store import Copy, MemorySource, StoreBuilder, StoreSource, StoreWriter, copies_of, with_tallies
from kg.store.tallies import TALLIES
from tests.money import told

REFERENCE = Path(__file__).parents[1] / "query" / "reference"
WAYS = {"region": SCHEMA.spatialCoverage, "fund": KG.fund, "month": KG.date}
DISK = settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])

GRANTS = st.fixed_dictionaries(
    {
        "amount": st.sampled_from([400, 300, 250]),
        "fund": st.sampled_from([None, "中央自然灾害救灾资金", "农村公路建设资金"]),
        "payer": st.sampled_from(["财政部", "贵州省财政厅", "遵义市财政局"]),
        "region": st.sampled_from([None, "贵州省", "贵州省", "遵义市", "贵州省、遵义市"]),
        "date": st.sampled_from([None, "2022-07-18", "2022-07-18", "2022-08-01", "2022-07-01/2022-08-31"]),
        "kind": st.sampled_from(["flow", "flow", "flow", "cumulative"]),
        "currency": st.sampled_from(["CNY", "CNY", "CNY", "USD"]),
    }
)
PARTS = st.tuples(st.sampled_from([None, 0, 0, 1]), st.sampled_from([None, 1, 2]))
"""Of which earlier allocation of its document one is a part, and in which split."""


@st.composite
def corpora(draw: st.DrawFn) -> list[Extraction]:
    """Documents that repeat, contradict and pass on each other's money."""
    found = []
    for at in range(draw(st.integers(1, 5))):
        grants: list[dict[str, Any]] = draw(st.lists(GRANTS, min_size=1, max_size=4))
        found.append(_with_parts(told(*grants, document=f"文{at}"), draw(st.lists(PARTS, min_size=4, max_size=4))))
    return found


def _with_parts(extraction: Extraction, parts: Sequence[tuple[int | None, int | None]]) -> Extraction:
    facts: list[Allocation] = []
    for fact, (whole, split) in zip(extraction.facts, parts, strict=False):
        assert isinstance(fact, Allocation)
        inside = whole is not None and whole < len(facts)
        facts.append(replace(fact, part_of=facts[whole].id, partition=split) if inside and whole is not None else fact)
    return replace(extraction, facts=tuple(facts))


def _defined(store: ox.Store, name: str) -> list[tuple[Any, ...]]:
    query = (REFERENCE / f"{name}.rq").read_text(encoding="utf-8")
    ways = (query.replace("$by", text(way)).replace("$property", term) for way, term in WAYS.items())
    return [row for way in ways for row in select(store, way).rows]


@settings(deadline=None, max_examples=60)
@given(corpora())
def test_the_sums_are_those_that_are_defined(documents: list[Extraction]) -> None:
    source = MemorySource(documents)
    for name in ("money", "money-left-out"):
        assert sorted(map(str, run_named(source, name, {}).rows)) == sorted(map(str, _defined(source.rdf, name)))


def test_a_graph_in_turtle_has_no_graphs_of_documents(tmp_path: Path) -> None:
    source = MemorySource([told({"amount": 400, "fund": None, "region": "贵州省", "date": None}, document="文")])
    export(source, "turtle", tmp_path / "graph.ttl")
    for name in ("money", "money-left-out"):
        assert run_named(TurtleSource(tmp_path / "graph.ttl"), name, {}).rows == run_named(source, name, {}).rows != ()


def _tallies(store: ox.Store) -> set[str]:
    return set(map(str, store.quads_for_pattern(None, None, None, ox.NamedNode(TALLIES[1:-1]))))


@DISK
@given(corpora(), st.data())
def test_a_change_moves_them_to_those_of_a_build(
    tmp_path_factory: pytest.TempPathFactory, documents: list[Extraction], data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("graph")
    copies = list(copies_of(documents))
    there = set(data.draw(st.sets(st.integers(0, len(copies) - 1))))
    with StoreBuilder(folder) as store:
        for at in sorted(there):
            store.add(copies[at])
        store.finish({})
        store.commit()
    for at in data.draw(st.lists(st.integers(0, len(copies) - 1), min_size=1, max_size=5)):
        with StoreWriter(folder) as writer:
            if at in there:
                writer.remove(copies[at].extraction.document.key, copies[at].source, copies[at].ordinal)
            else:
                writer.add(Copy(copies[at].source, copies[at].ordinal, copies[at].extraction))
            writer.commit()
        there ^= {at}
        memory = MemorySource(copies[n].extraction for n in there)
        with_tallies(memory.rdf)
        with StoreSource(folder) as source:
            assert _tallies(source.rdf) == _tallies(memory.rdf)


def test_a_graph_of_a_version_without_them_says_what_to_do(tmp_path: Path) -> None:
    ox.Store(str(tmp_path)).flush()
    with pytest.raises(QueryError, match="kg update"):
        with_tallies(ox.Store.read_only(str(tmp_path)))
