"""The graph folder: deterministic, all or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.export.folder import FILES, GraphFiles, write_all
from kg.model import Extraction
from kg.store import MemorySource

Maker = Callable[..., Extraction]


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_all_files_and_nothing_else(two_documents: list[Extraction], tmp_path: Path) -> None:
    write_all(tmp_path / "new" / "folder", two_documents)
    assert set(_bytes(tmp_path / "new" / "folder")) == set(FILES)


def test_same_input_same_bytes(two_documents: list[Extraction], tmp_path: Path) -> None:
    write_all(tmp_path / "a", two_documents)
    write_all(tmp_path / "b", iter(two_documents))
    assert _bytes(tmp_path / "a") == _bytes(tmp_path / "b")


def test_the_report_counts_what_was_written(two_documents: list[Extraction], tmp_path: Path) -> None:
    files = GraphFiles(tmp_path)
    files.write(MemorySource(two_documents, [("c.txt", "a binary file")]))
    files.commit()
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    lines = (tmp_path / "facts.jsonl").read_text("utf-8").splitlines()
    assert report["documents"] == 2
    assert sum(report["facts"].values()) == len(lines)
    assert report["files"] == {n: (tmp_path / n).stat().st_size for n in FILES if n != "report.json"}
    assert report["failures"] == [{"path": "c.txt", "reason": "a binary file"}]
    assert report["set_aside"][0]["count"] == 2
    assert report["entities"] == {"fund": 1, "organization": 6, "person": 4, "region": 2, "spell": 4, "sum": 2}


def test_the_same_document_twice_is_once(make_extraction: Maker, tmp_path: Path) -> None:
    report = write_all(tmp_path, [make_extraction(), make_extraction()])
    assert report.documents == 1
    assert len(report.warnings) == 1


def test_after_an_error_the_folder_is_as_it_was(make_extraction: Maker, tmp_path: Path) -> None:
    write_all(tmp_path, [make_extraction()])
    before = _bytes(tmp_path)

    def interrupted() -> Iterator[Extraction]:
        yield make_extraction("b.txt", "x" + make_extraction().document.text)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, interrupted())
    assert _bytes(tmp_path) == before


def test_no_document_at_all_is_a_graph_too(tmp_path: Path) -> None:
    report = write_all(tmp_path, [])
    assert report.documents == 0
    assert set(_bytes(tmp_path)) == set(FILES)
