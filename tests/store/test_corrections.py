"""A graph with corrections is the same whenever these were given; without them again, it is as if there had been none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.merge.corrections import NONE, Corrections, Entry, parse
from kg.model import Extraction
from kg.query.run import select
from kg.store import MemorySource, StoreWriter, copies_of, unmatched
from tests.stored import assert_same, build, stored

Maker = Callable[..., Extraction]
MANY = 3
DISK = settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
TEXT = """
[[reject]]
document = "0.txt"
family = "membership"
fact = { person = "云某平" }
[[edit]]
document = "1.txt"
family = "membership"
fact = { person = "云某平" }
to = { organization = "财政部国库司", status = "former" }
[[edit]]
document = "0.txt"
family = "membership"
fact = { person = "闻人月" }
to = { status = "acting", since = "" }
[[edit]]
document = "2.txt"
family = "allocation"
fact = { amount = "12.5亿元" }
to = { amount = "13亿元" }
[[add]]
document = "2.txt"
family = "membership"
quote = "云某平"
fact = { person = "云某平", role = "厅长", organization = "湖北省财政厅" }
[[same]]
persons = [{ document = "0.txt", name = "孔令某" }, { document = "1.txt", name = "孔令某" }]
[[different]]
persons = [{ document = "0.txt", name = "闻人月" }, { document = "2.txt", name = "闻人月" }]
[[alias]]
organization = "财政部"
alias = "工业和信息化部"
[[alias]]
person = "云某平"
alias = "孔令某"
[[name]]
organization = "湖北省财政厅"
name = "湖北财政"
[[name]]
person = "闻人月"
name = "闻人月（湖北）"
document = "1.txt"
[[reject]]
document = "9.txt"
family = "event"
quote = "无"
"""
ENTRIES = parse(TEXT)
entries = st.lists(st.sampled_from(ENTRIES), unique=True)


@pytest.fixture(scope="module")
def documents(make_extraction: Maker) -> list[Extraction]:
    text = make_extraction().document.text
    return [make_extraction(f"{at}.txt", "前言" * at + text) for at in range(MANY)]


@DISK
@given(entries, entries, st.integers(0, MANY), st.integers(0, MANY - 1))
def test_corrections_given_before_or_after_are_the_same(
    documents: list[Extraction],
    tmp_path_factory: pytest.TempPathFactory,
    first: list[Entry],
    then: list[Entry],
    cut: int,
    gone: int,
) -> None:
    folder = tmp_path_factory.mktemp("graph")
    build(folder, documents[:cut], Corrections(first))
    assert_same(folder, documents[:cut], Corrections(first))
    with StoreWriter(folder) as store:
        store.correct(Corrections(then))
        for copy in copies_of(documents[cut:]):
            store.add(copy)
        store.commit()
    assert_same(folder, documents, Corrections(reversed(then)))
    with StoreWriter(folder) as store:
        store.remove(documents[gone].document.key, documents[gone].document.source, 0)
        store.commit()
        store.correct(NONE)
        store.commit()
    assert_same(folder, documents[:gone] + documents[gone + 1 :], NONE)


def test_all_of_them_together(documents: list[Extraction], tmp_path: Path) -> None:
    build(tmp_path, documents, Corrections(ENTRIES))
    assert_same(tmp_path, documents, Corrections(ENTRIES))


def test_statements_stay_as_they_were_read(documents: list[Extraction]) -> None:
    """The document's graph is what it was; the default graph has what holds, and what was withdrawn is a graph of its own."""
    plain, right = (MemorySource(documents, corrections=c) for c in (NONE, Corrections(ENTRIES)))
    named, default, _ = stored(plain.rdf)
    now, shown, _ = stored(right.rdf)
    assert {quad for quad in named if "/document/" in quad.split()[-2]} <= now
    assert sum(len(e.facts) for e in right.documents()) == sum(len(e.facts) for e in documents)  # one rejected, one added
    withdrawn = {q.rpartition(" <")[0] for q in now if "/withdrawn/" in q.split()[-2]}
    assert withdrawn
    ask = "SELECT ?status WHERE { ?f org:member/rdfs:label '云某平'@zh ; :status ?status ; :inDocument/:documentId ?d } ORDER BY ?status"
    assert [row["status"] for row in select(plain.rdf, ask)] == ["current"] * 3
    assert [row["status"] for row in select(right.rdf, ask)] == ["current", "current", "former"]
    provenance = "SELECT ?kind WHERE { ?f prov:wasAttributedTo ?user . ?c prov:generated ?f ; :correctionKind ?kind } ORDER BY ?kind"
    assert [row["kind"] for row in select(right.rdf, provenance)] == ["add", "edit", "edit", "edit"]
    assert default != shown


def test_what_matches_nothing_is_told(documents: list[Extraction]) -> None:
    source = MemorySource(documents[:2], corrections=Corrections(ENTRIES))
    told = {(item.entry.kind, item.reason) for item in unmatched(source)}
    nobody = "no document of the graph has this key or id"
    assert told == {("edit", nobody), ("add", nobody), ("reject", nobody), ("different", "no document of that name has 闻人月")}
    missing = Corrections(parse('[[alias]]\nfund = "无此资金"\nalias = "又名"\n'))
    assert [item.reason for item in unmatched(MemorySource(documents, corrections=missing))] == [
        "nothing in the graph is called so"
    ]
