"""Bad input: a clear message, in its place, and the other files' documents kept."""

from __future__ import annotations

import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import EncodingError, InputError, RecordError
from kg.model import Document
from kg.read import Options, read

SENTENCE = "省财政厅下达抗旱资金3000万元，用于山区群众饮水。"
MEGABYTE = 1 << 20


def attempt(folder: Path, *paths: Path) -> tuple[list[Document], list[InputError]]:
    """What is read of a folder (or of `paths`), with a sound file beside."""
    (folder / "sound.txt").write_text(SENTENCE, encoding="utf-8")
    found = list(read([*(paths or [folder]), folder / "sound.txt"], Options(root=str(folder))))
    documents = [item for item in found if isinstance(item, Document)]
    assert "sound.txt" in [document.id for document in documents]
    return documents, [item for item in found if isinstance(item, InputError)]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html", "a.jsonl", "a.ndjson"])
@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf"], ids=["nothing", "blanks", "mark"])
def test_an_empty_file(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    _, (error,) = attempt(tmp_path)
    assert error.path == name
    assert any(word in error.reason for word in ("empty", "no text"))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_binary(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(bytes(range(256)) * 20)
    _, (error,) = attempt(tmp_path)
    assert isinstance(error, EncodingError)
    assert error.path == name


@pytest.mark.parametrize("codec", ["gb18030", "utf-16", "utf-8-sig"])
def test_another_encoding(tmp_path: Path, codec: str) -> None:
    (tmp_path / "a.txt").write_bytes(SENTENCE.encode(codec))
    documents, errors = attempt(tmp_path)
    assert [document.text for document in documents] == [SENTENCE, SENTENCE]
    assert errors == []


def test_big5(tmp_path: Path) -> None:
    text = "縣政府撥付水利經費三千萬元。"
    (tmp_path / "a.txt").write_bytes(text.encode("big5"))
    assert attempt(tmp_path)[0][0].text == text


def test_mojibake_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE.encode().decode("latin-1"), encoding="utf-8")
    assert "mojibake" in attempt(tmp_path)[0][0].warnings[0]


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_line_of_50_megabytes_takes_a_few_times_its_size(tmp_path: Path, name: str) -> None:
    text = SENTENCE * (50 * MEGABYTE // len(SENTENCE.encode()))
    line = text if name == "a.txt" else json.dumps({"text": text}, ensure_ascii=False)
    (tmp_path / name).write_text(line, encoding="utf-8")
    size = len(text)
    del text, line
    tracemalloc.start()
    try:
        (document,) = read([tmp_path / name])
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(document, Document)
    assert len(document.text) == size
    assert peak < 5 * 50 * MEGABYTE


def test_memory_does_not_grow_with_a_file_of_many_lines(tmp_path: Path) -> None:
    def peak(count: int) -> int:
        path = tmp_path / f"{count}.jsonl"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(json.dumps({"text": SENTENCE * 400 + str(n)}) + "\n" for n in range(count))
        tracemalloc.start()
        try:
            assert sum(isinstance(item, Document) for item in read([path])) == count
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)
    assert peak(400) < peak(40) + MEGABYTE // 2


def test_a_file_over_the_limit(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE * 10, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps({"text": SENTENCE * 10}) + '\n{"text": "x"}\n', encoding="utf-8")
    found = list(read([tmp_path], Options(root=str(tmp_path), max_bytes=200)))
    assert [type(item) for item in found] == [InputError, RecordError, Document]
    assert all("200 bytes" in item.reason for item in found if isinstance(item, InputError))


def test_a_folder_that_links_back_to_itself(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text(SENTENCE, encoding="utf-8")
    link(tmp_path, tmp_path / "sub" / "loop")
    documents, (error,) = attempt(tmp_path)
    assert [document.id for document in documents] == ["sound.txt", "sub/a.txt"]
    assert (error.path, "loop" in error.reason) == ("sub/loop", True)


def test_a_link_to_itself_and_one_to_nothing(tmp_path: Path) -> None:
    link(tmp_path / "a.txt", tmp_path / "a.txt")
    link(tmp_path / "gone", tmp_path / "b.txt")
    _, errors = attempt(tmp_path)
    assert [error.path for error in errors] == ["a.txt", "b.txt"]


def link(target: Path, path: Path) -> None:
    try:
        path.symlink_to(target)
    except OSError:
        pytest.skip("no symbolic links here")


def chmod(path: Path) -> Callable[[], None]:
    path.chmod(0)
    if os.access(path, os.R_OK):
        path.chmod(0o700)
        pytest.skip("this user may read everything")
    return lambda: path.chmod(0o700)


def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    restore = [chmod(tmp_path / "a.txt"), chmod(tmp_path / "sub")]
    try:
        _, errors = attempt(tmp_path)
    finally:
        for undo in restore:
            undo()
    assert [(error.path, error.reason) for error in errors] == [
        ("a.txt", "no permission to read it"),
        ("sub", "no permission to read it"),
    ]


def test_a_file_that_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    opened = open

    def refuse(path: str, mode: str) -> object:
        if path.endswith("a.txt"):
            raise PermissionError(13, "Permission denied")
        return opened(path, mode)

    monkeypatch.setattr("builtins.open", refuse)
    found = list(read([tmp_path / "a.txt"], Options(root=str(tmp_path))))
    assert [str(item) for item in found] == ["a.txt: no permission to read it"]


def test_a_broken_line_in_the_middle(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "1", "text": "甲"}), '{"id": "2", "text": "乙', json.dumps({"id": "3", "text": "丙"})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    documents, (error,) = attempt(tmp_path)
    assert [document.id for document in documents] == ["1", "3", "sound.txt"]
    assert isinstance(error, RecordError)
    assert str(error).startswith("a.jsonl: line 2: no JSON")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("missing.txt", "there is no such file or folder"), ("a.pdf", ".pdf files cannot be read"), ("nul\0.txt", "null")],
)
def test_a_path_that_leads_nowhere(tmp_path: Path, name: str, reason: str) -> None:
    if name.endswith(".pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.7")
    _, (error,) = attempt(tmp_path, tmp_path / name)
    assert error.path == name
    assert reason in error.reason


def test_what_makes_a_pdf_with_a_false_suffix_clear(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7\n\xe2\xe3\xcf\xd3")
    _, (error,) = attempt(tmp_path)
    assert error.reason == "a PDF, not text; convert it to text first"
