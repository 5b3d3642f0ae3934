"""A graph on disk is what a build of the same documents would make, whatever came, went, and in which order."""

from __future__ import annotations

import json
import multiprocessing
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import BusyError, InputError
from kg.model import Extraction
from kg.store import Copy, MemorySource, StoreBuilder, StoreSource, StoreWriter, with_tallies
from kg.store.codec import decode, encode
from kg.store.folder import StoreFolder
from tests.stored import assert_same, build, nquads, stored

Maker = Callable[..., Extraction]
MANY = 4
DISK = settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])


def place(extraction: Extraction) -> tuple[str, str, int]:
    return extraction.document.key, extraction.document.source, 0


@pytest.fixture(scope="module")
def documents(make_extraction: Maker) -> list[Extraction]:
    """Documents that share all their names, so that they meet in every block."""
    text = make_extraction().document.text
    return [make_extraction(f"{at}.txt", "前言" * at + text) for at in range(MANY)]


def test_a_build(documents: list[Extraction], tmp_path: Path) -> None:
    build(tmp_path, documents)
    assert_same(tmp_path, documents)


@DISK
@given(st.permutations(range(MANY)), st.integers(0, MANY), st.lists(st.integers(0, MANY - 1), max_size=2))
def test_adding_in_any_order_is_building(
    documents: list[Extraction], tmp_path_factory: pytest.TempPathFactory, order: list[int], cut: int, again: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("graph")
    build(folder, [documents[at] for at in order[:cut]])
    with StoreWriter(folder) as store:
        for at in (*order[cut:], *again):
            store.add(Copy(documents[at].document.source, 0, documents[at]))
            store.commit()
    assert_same(folder, documents)


@DISK
@given(st.sets(st.integers(0, MANY - 1)), st.booleans())
def test_what_is_removed_was_never_there(
    documents: list[Extraction], tmp_path_factory: pytest.TempPathFactory, gone: set[int], at_once: bool
) -> None:
    folder = tmp_path_factory.mktemp("graph")
    build(folder, documents)
    with StoreWriter(folder) as store:
        for at in sorted(gone):
            store.remove(*place(documents[at]))
            if not at_once:
                store.commit()
        store.commit()
    assert_same(folder, [document for at, document in enumerate(documents) if at not in gone])


def test_add_and_remove_in_one_change_is_nothing(documents: list[Extraction], tmp_path: Path) -> None:
    build(tmp_path, documents[:2])
    with StoreWriter(tmp_path) as store:
        store.add(Copy(documents[2].document.source, 0, documents[2]))
        store.remove(*place(documents[2]))
        assert store.commit() == 0
    assert_same(tmp_path, documents[:2])


def _interrupted(writer: StoreWriter | StoreBuilder, document: Extraction) -> None:
    with writer as store:
        store.add(Copy("x", 0, document))
        raise KeyboardInterrupt


def test_what_is_not_committed_never_was(documents: list[Extraction], tmp_path: Path) -> None:
    build(tmp_path, documents[:2])
    for writer in (StoreWriter(tmp_path), StoreBuilder(tmp_path)):
        with pytest.raises(KeyboardInterrupt):
            _interrupted(writer, documents[2])
    assert_same(tmp_path, documents[:2])


def test_a_first_build_that_fails_leaves_nothing(documents: list[Extraction], tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        _interrupted(StoreBuilder(tmp_path), documents[3])
    assert list(tmp_path.iterdir()) == []


def test_two_inputs_may_give_one_document(documents: list[Extraction], tmp_path: Path) -> None:
    """It stays until the last of them is gone, and the input that sorts first speaks for it."""
    one = documents[0]
    other = Extraction(replace(one.document, source="/a", published_basis="record"), one.facts, one.rejected, one.host)
    for first, second in ((one, other), (other, one)):
        build(tmp_path, [first])
        with StoreWriter(tmp_path) as store:
            store.add(Copy(second.document.source, 0, second))
            store.commit()
        assert_same(tmp_path, [one, other])
        with StoreWriter(tmp_path) as store:
            store.remove(*place(second))
            store.commit()
        assert_same(tmp_path, [first])
    build(tmp_path, [one, other])
    assert_same(tmp_path, [other, one])


def test_a_reader_keeps_what_it_has_opened(documents: list[Extraction], tmp_path: Path) -> None:
    build(tmp_path, documents[:2])
    with StoreSource(tmp_path) as before:
        with StoreWriter(tmp_path) as store:
            for document in documents[2:]:
                store.add(Copy(document.document.source, 0, document))
                store.commit()
        build(tmp_path, documents[3:])
        assert nquads(before) == nquads(MemorySource(documents[:2]))
        memory = MemorySource(documents[:2]).rdf
        with_tallies(memory)
        assert stored(before.rdf) == stored(memory)
    assert_same(tmp_path, documents[3:])
    with StoreWriter(tmp_path):
        pass
    folder = StoreFolder(tmp_path)
    assert [path.name for path in folder.path.iterdir() if path.is_dir()] == [folder.generation().name]
    assert len([path for path in folder.generation().iterdir() if path.is_dir()]) == 1


def _write(folder: str, begun: multiprocessing.synchronize.Event, done: multiprocessing.synchronize.Event) -> None:
    with StoreWriter(folder):
        begun.set()
        done.wait(60)


def test_one_writer_at_a_time(documents: list[Extraction], tmp_path: Path) -> None:
    build(tmp_path, documents[:1])
    context = multiprocessing.get_context("spawn")
    begun, done = context.Event(), context.Event()
    process = context.Process(target=_write, args=(str(tmp_path), begun, done))
    process.start()
    try:
        assert begun.wait(60)
        for writer in (StoreWriter(tmp_path), StoreBuilder(tmp_path)):
            with pytest.raises(BusyError, match="another kg is writing"), writer:
                pass
        assert_same(tmp_path, documents[:1])  # and as many readers as there are
    finally:
        done.set()
        process.join(60)
    build(tmp_path, documents[:2])
    assert_same(tmp_path, documents[:2])


def test_no_store_is_an_input_error(tmp_path: Path) -> None:
    for opened in (StoreSource, StoreWriter):
        with pytest.raises(InputError, match="kg build makes one"), opened(tmp_path):
            pass
        with pytest.raises(InputError, match="no such graph"), opened(tmp_path / "nowhere"):
            pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ledger", [None, b"", b"no database at all, but long enough to be one" * 100])
def test_a_broken_store_is_an_input_error(ledger: bytes | None, documents: list[Extraction], tmp_path: Path) -> None:
    build(tmp_path, documents)
    path = StoreFolder(tmp_path).generation() / "ledger"
    shutil.rmtree(path.parent)
    if ledger is not None:
        path.parent.mkdir()
        path.write_bytes(ledger)
    for opened in (StoreSource, StoreWriter):
        with pytest.raises(InputError, match="ledger cannot be read"), opened(tmp_path):
            pass


def test_records_survive_the_disk(documents: list[Extraction]) -> None:
    for extraction in documents:
        assert decode(Extraction, encode(extraction)) == extraction
    with pytest.raises(ValueError, match="no Extraction"):
        decode(Extraction, "[1]")


def test_records_of_a_version_with_fewer_fields_are_read(documents: list[Extraction]) -> None:
    """So that `kg update` can make a graph of an earlier version again: new fields come last, with a default."""
    plain = json.loads(encode(documents[0]))
    assert len(plain) > 4
    assert decode(Extraction, json.dumps(plain[:4])) == documents[0]
    with pytest.raises(ValueError, match="no Extraction"):
        decode(Extraction, json.dumps([*plain, 1]))
