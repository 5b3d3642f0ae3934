"""What a graph costs as it grows: `python -m bench.scale`.

    python -m bench.scale --text 10 100         MB of generated text, read and extracted
    python -m bench.scale --facts 100000        extractions made directly (bench/facts.py), no text is read for them

For each size: time, peak memory, triples, bytes of the store; what a document of the last tenth costs against one of the
first; one document more against the build; and the time of each named query.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from bench import facts
from bench.corpus import write
from kg.changes import add, status
from kg.model import Extraction, Membership
from kg.pipeline import extractions, found
from kg.query import Graph, named
from kg.store import Copy, StoreBuilder, StoreWriter, copies_of

MEGABYTE = 1_000_000
_FACTS = 12
"""Facts of a document made directly."""
_PAGE = "500"
"""Rows that a list is asked for, beside all of them."""
_QUERIES: dict[str, dict[str, str]] = {
    "allocations": {"region": "南京市"},
    "events": {"from": "2020-03-02", "to": "2020-03-02"},
    "holders": {"on": "2020-03-02"},
}
"""Arguments of named queries; bodies, persons, posts and facts are those of a membership of the graph."""


def _build(folder: Path, documents: Iterable[Extraction], number: int) -> list[float]:
    """A graph of `number` documents; the processor's time at each tenth of them, and when all of it is done."""
    marks: list[float] = []
    with StoreBuilder(folder) as store:
        for at, copy in enumerate(copies_of(documents)):
            if at * 10 // number > len(marks) - 1:
                marks.append(time.process_time())
            store.add(copy)
        marks.append(time.process_time())
        store.finish({})
        store.commit()
    marks.append(time.process_time())
    return marks


def _report(folder: Path, seconds: float, marks: list[float]) -> None:
    told = status(folder)
    steps = [after - before for before, after in pairwise(marks)]
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    _say("documents", f"{told.numbers['documents']:,}")
    _say("facts", f"{told.numbers['facts']:,}")
    _say("triples", f"{told.numbers['triples']:,}")
    _say("store", f"{told.size / MEGABYTE:,.0f} MB")
    _say("time", f"{seconds:,.0f} s")
    _say("peak memory", f"{peak * (1 if sys.platform == 'darwin' else 1024) / MEGABYTE:,.0f} MB")
    documents = told.numbers["documents"]
    _say("last tenth to first", f"{steps[-2] / steps[0]:.2f} (processor time, before the RDF is loaded)")
    _say("a document", f"{sum(steps[:-1]) / documents * 1000:.1f} ms, and {steps[-1] / documents * 1000:.1f} ms to derive and load")


def _say(name: str, value: str) -> None:
    print(f"  {name:<32}{value}", flush=True)


def _seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def _one_more(folder: Path, copy: Copy, seconds: float) -> None:
    """Add a document, and take it out again."""

    def added() -> None:
        with StoreWriter(folder) as store:
            store.add(copy)
            store.commit()

    def removed() -> None:
        with StoreWriter(folder) as store:
            store.remove(copy.extraction.document.key, copy.source, copy.ordinal)
            store.commit()

    for name, work in (("one document more", added), ("one document less", removed)):
        took = _seconds(work)
        _say(name, f"{took:.2f} s, 1/{seconds / took:,.0f} of the build")


def _questions(folder: Path, known: Membership) -> None:
    """Every named query, with what it needs."""
    from_fact = {"of": known.organization or "", "person": known.person, "role": known.role, "id": known.id[:16]}
    with Graph.open(folder) as graph:
        for name, query in named().items():
            wanted = {p.name for p in query.parameters if p.required} | ({"of"} if name == "officials" else set())
            arguments = {n: v for n, v in from_fact.items() if n in wanted} | _QUERIES.get(name, {})
            told = []
            for limit in ({}, {"limit": _PAGE}):
                begin = time.perf_counter()
                table = graph.ask(name, **arguments, **limit)
                told.append(f"{time.perf_counter() - begin:.3f} s, {len(table):,} rows")
            _say(f"query {name}", f"{told[0]}; with --limit {_PAGE} {told[1]}")


def direct(number: int, folder: Path) -> None:
    """A graph of `number` facts without reading a text."""
    documents = max(10, number // _FACTS)
    print(f"{number:,} facts, made directly", flush=True)
    marks: list[float] = []
    seconds = _seconds(lambda: marks.extend(_build(folder, facts.extractions(0, documents), documents)))
    _report(folder, seconds, marks)
    more = facts.extraction(documents)
    _one_more(folder, Copy(more.document.id, 0, more), seconds)
    known = facts.extraction(documents // 2).facts[0]
    assert isinstance(known, Membership)
    _questions(folder, known)


def text(megabytes: int, folder: Path) -> None:
    """A graph of so many megabytes of text, on one core."""
    print(f"{megabytes} MB of text", flush=True)
    with tempfile.TemporaryDirectory() as place:
        corpus = Path(place) / "corpus.jsonl"
        write(corpus, megabytes * MEGABYTE)
        with corpus.open("rb") as stream:
            number = sum(1 for _ in stream)
        marks: list[float] = []
        outcomes = found(extractions([corpus]), [])
        seconds = _seconds(lambda: marks.extend(_build(folder, outcomes, number)))
        _report(folder, seconds, marks)
        more = Path(place) / "more.jsonl"
        write(more, 1, seed=2)
        took = _seconds(lambda: add(folder, [more], files=False))
        _say("kg add of one document", f"{took:.2f} s, 1/{seconds / took:,.0f} of the build")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__.splitlines()[0])
    parser.add_argument("--text", nargs="*", type=int, default=[], metavar="MB", help="sizes of text")
    parser.add_argument("--facts", nargs="*", type=int, default=[], metavar="N", help="facts made directly")
    parser.add_argument("--keep", metavar="FOLDER", help="where the graphs are made, and stay")
    options = parser.parse_args()
    jobs = [(text, size) for size in options.text] + [(direct, size) for size in options.facts]
    for work, size in jobs or [(text, 10), (direct, 100_000)]:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(options.keep or place) / f"{work.__name__}-{size}"
            # A process of its own: its peak of memory is that of this size.
            with ProcessPoolExecutor(1, get_context("spawn")) as pool:
                pool.submit(work, size, folder).result()


if __name__ == "__main__":
    main()
