"""Sums of public money by region, fund and month, kept beside the graph: a question about money costs what its answer costs.

    GRAPH :tallies {
      <tally/…>  :talliedBy "region" ; :tallyOf region:420000 ; schema:value 300000000 ; :allocations 12 .
      <fact/…>   :leftOut "running total 累计数" .             in all ways of summing
      <fact/…>   :leftOutByRegion "no region stated 未注明" .  in this way
    }

It is no part of the graph, neither in the union of its documents nor in any file, but an index of it: a pure function
of the triples.  A change computes again what it touches (`kg.store.counted`), and moves the sums by the difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph.corrected import is_withdrawn
from kg.graph.terms import Triple, decimal, integer, iri, text
from kg.graph.vocabulary import BASE, KG, RDF, SCHEMA
from kg.model import content_hash
from kg.store.allocations import WAYS, named_node, subjects, values_of
from kg.store.counted import Counted, Counter
from kg.store.rdf import Changes, Loader, bulk

__all__ = ["LEFT_OUT", "TALLIES", "retally", "tally", "with_tallies"]

TALLIES = KG.tallies
"""The graph that holds them."""
LEFT_OUT = {"region": KG.leftOutByRegion, "fund": KG.leftOutByFund, "month": KG.leftOutByMonth}
"""Way to sum → property that says why an allocation is not counted in it."""
_OWN = frozenset((KG.kind, SCHEMA.amount, SCHEMA.spatialCoverage, KG.fund, KG.date, KG.partOf, KG.partition,
                  KG.passedDownFrom, KG.outweighedBy, KG.repeats))  # fmt: skip
"""Properties of an allocation that decide whether it is counted."""

_Sums = dict[tuple[str, str], tuple[Decimal, int]]
"""Way and what the money is for → amount and number of allocations."""


def with_tallies(store: ox.Store) -> None:
    """Give tallies to a graph in memory that has none.  Raises QueryError for a store of an older version of kg."""
    graph = named_node(TALLIES)
    if store.contains_named_graph(graph):
        return
    try:
        store.add_graph(graph)
    except (OSError, RuntimeError) as error:  # it is open to be read only
        raise QueryError("an older version of kg made this graph, without sums of money: kg update GRAPH PATH…") from error
    try:
        tally(store)
    except BaseException:
        store.remove_graph(graph)
        raise


def tally(store: ox.Store) -> None:
    """Compute the tallies of a whole graph, in bounded memory but for the sums themselves."""
    counter, loader = Counter(store), Loader(bulk(store), union=False)
    sums: _Sums = {}
    for node in _grants(store):
        found = counter.counted(node)
        if found is not None:
            _count(sums, found, 1)
            loader.add(TALLIES, _marks(node, found))
    for key, (amount, number) in sums.items():
        loader.add(TALLIES, _sum(key, amount, number))
    loader.close()
    store.add_graph(named_node(TALLIES))


def _grants(store: ox.Store) -> Iterator[ox.NamedNode]:
    """The allocations, document by document, for what belongs together comes together; of Turtle, all in one graph."""
    kind, grant = named_node(RDF.type), named_node(SCHEMA.MonetaryGrant)
    named = (graph for graph in store.named_graphs() if isinstance(graph, ox.NamedNode))
    graphs = (graph for graph in named if str(graph) != TALLIES and not is_withdrawn(graph.value))
    first = next(graphs, ox.DefaultGraph())
    for graph in chain([first], graphs):
        yield from subjects(store, kind, grant, graph)


def retally(old: ox.Store, new: ox.Store, changes: Changes) -> None:
    """Bring the tallies of `new` up to date; they are those of `old`, which `changes` made into `new`."""
    before, after = Counter(old), Counter(new)
    changed = set(_changed(changes, old)) | set(_changed(changes, new))
    risen = [node for node in changed if before.inherited(node) != after.inherited(node)]
    touched = changed | before.affected(risen) | after.affected(risen)
    touched = before.repeated(touched) | after.repeated(touched)
    sums: _Sums = {}
    lost: set[Triple] = set()
    won: set[Triple] = set()
    for node in touched:
        for counter, sign, triples in ((before, -1, lost), (after, 1, won)):
            found = counter.counted(node)
            if found is not None:
                _count(sums, found, sign)
                triples.update(_marks(node, found))
    for key, (amount, number) in sums.items():
        was = _known(old, key)
        lost.update(_sum(key, *was))
        won.update(_sum(key, was[0] + amount, was[1] + number))
    for quad in _quads(lost - won):
        new.remove(quad)
    new.extend(_quads(won - lost))


def _changed(changes: Changes, store: ox.Store) -> Iterator[ox.NamedNode]:
    """The allocations whose own triples have changed, or what these stand for."""
    for less, more in changes.values():
        for subject, predicate, target in less ^ more:
            if predicate in _OWN:
                yield named_node(subject)
            if predicate == KG.repeats:
                yield named_node(target)
            if predicate == KG.identifiedAs:
                for way in (SCHEMA.spatialCoverage, KG.fund):
                    yield from subjects(store, named_node(way), named_node(subject))


def _count(sums: _Sums, found: Counted, sign: int) -> None:
    for way, value in zip(WAYS, found.values, strict=True):
        if value is not None:
            amount, number = sums.get((way, str(value)), (Decimal(), 0))
            sums[way, str(value)] = amount + sign * found.amount, number + sign


def _marks(node: ox.NamedNode, found: Counted) -> Iterator[Triple]:
    """Why the allocation is left out."""
    if found.reasons[0] and len(set(found.reasons)) == 1:
        yield str(node), KG.leftOut, text(found.reasons[0])
        return
    for way, reason in zip(WAYS, found.reasons, strict=True):
        if reason:
            yield str(node), LEFT_OUT[way], text(reason)


def _node(key: tuple[str, str]) -> str:
    return iri(f"{BASE}tally/{content_hash('tally', *key)}")


def _sum(key: tuple[str, str], amount: Decimal, number: int) -> Iterator[Triple]:
    """A sum; of nothing, none."""
    if number:
        node = _node(key)
        yield node, KG.talliedBy, text(key[0])
        yield node, KG.tallyOf, key[1]
        yield node, SCHEMA.value, decimal(amount)
        yield node, KG.allocations, integer(number)


def _known(store: ox.Store, key: tuple[str, str]) -> tuple[Decimal, int]:
    """A sum as it stands."""
    found = values_of(store, named_node(_node(key)), named_node(TALLIES))
    amount, number = (found.get(name) for name in (SCHEMA.value, KG.allocations))
    return (Decimal(amount[0].value), int(number[0].value)) if amount and number else (Decimal(), 0)


def _quads(triples: Iterable[Triple]) -> list[ox.Quad]:
    lines = "".join(f"{s} {p} {o} {TALLIES} .\n" for s, p, o in triples)
    return list(ox.parse(lines, format=ox.RdfFormat.N_QUADS))
