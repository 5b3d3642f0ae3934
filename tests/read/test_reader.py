"""Files and folders → documents: order, ids, errors in their place, standard input, the check."""

from __future__ import annotations

import io
import json
import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.model import Document
from kg.read import Options, Reading, Source, check, list_sources, load_manifest, read, read_source, readings, survey


def ids(items: list[Document | InputError]) -> list[str]:
    return [item.id if isinstance(item, Document) else f"!{item.path}" for item in items]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("c.txt", "a.md", "b/z.HTML", "b/a.txt", ".git/x.txt", "picture.png", "b/x.pdf"):
        (tmp_path / name).write_text("县里来人了，说要修路。", encoding="utf-8")
    records = ({"id": name, "text": f"{name}号路"} for name in ("2", "1"))
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (tmp_path / "b" / "m.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_order_and_ids(folder: Path) -> None:
    found = list(read([folder], Options(root=str(folder))))
    assert ids(found) == ["a.md", "b/a.txt", "2", "1", "b/z.HTML", "c.txt"]
    assert list_sources([folder]).skipped == {".png": 1, ".pdf": 1}


def test_the_order_of_arguments_and_the_working_directory_change_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = Options(root=str(folder))
    expected = list(read([folder], options))
    monkeypatch.chdir(folder / "b")
    assert list(read(["../c.txt", ".", folder / "b" / "a.txt", ".."], options)) == expected


def test_ids_outside_the_root_are_absolute(folder: Path) -> None:
    (document,) = read([folder / "c.txt"], Options(root=str(folder / "b")))
    assert isinstance(document, Document)
    assert document.id == (folder / "c.txt").as_posix()


def test_the_text_is_the_file_with_lf_and_without_its_mark(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbf" + "一　行\r\n二\u3000行\n\n".encode()
    (tmp_path / "a.txt").write_bytes(data)
    (document,) = read([tmp_path / "a.txt"])
    assert isinstance(document, Document)
    assert document.text == "一　行\n二　行\n\n"
    assert document.sha256 == sha256(data).hexdigest()


def test_two_texts_under_one_id_are_both_kept_with_a_warning(tmp_path: Path) -> None:
    records = [
        {"id": "1", "text": "甲"},
        {"id": "1", "text": "乙"},
        {"id": "1", "text": "甲"},
        {"id": "2", "text": "甲"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    found = [item for item in readings(list_sources([tmp_path]).items, Options()) if isinstance(item, Reading)]
    assert [item.document.text for item in found] == ["甲", "乙", "甲", "甲"]
    assert [bool(item.notes) for item in found] == [False, True, True, False]
    # A document is the same whatever was read before it.
    assert not any(item.document.warnings for item in found)
    assert "the same document" in found[2].notes[0]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("县里来人了。\n说要修路。".encode(), ["县里来人了。\n说要修路。"]),
        (b'\n{"text": "one"}\n{"text": "two"}\n', ["one", "two"]),
        (b'{"title": "no text"}\n{"text": "two"}\n', ['{"title": "no text"}\n{"text": "two"}\n']),
        ("县里来人了。\n说要修路。".encode("gb18030"), ["县里来人了。\n说要修路。"]),
        ("县里来人了。\n说要修路。".encode("utf-16"), ["县里来人了。\n说要修路。"]),
    ],
    ids=["text", "jsonl", "json that is no record", "gb18030", "utf-16"],
)
def test_standard_input(data: bytes, expected: list[str]) -> None:
    found = list(read_source(Source("-", "-"), Options(), io.BytesIO(data)))
    assert [item.document.text for item in found if isinstance(item, Reading)] == expected


def test_standard_input_streams() -> None:
    read_end, write_end = os.pipe()
    with open(read_end, "rb") as stream, open(write_end, "wb", buffering=0) as sender:
        sender.write(b'{"id": "1", "text": "one"}\n')
        found = read_source(Source("-", "-"), Options(), stream)
        first = next(found)
        assert isinstance(first, Reading)
        assert first.document.id == "1"


def test_a_file_without_a_suffix_is_read_like_a_stream(tmp_path: Path) -> None:
    (tmp_path / "notice").write_text("县里来人了。", encoding="utf-8")
    assert ids(list(read([tmp_path / "notice"], Options(root=str(tmp_path))))) == ["notice"]
    assert ids(list(read([tmp_path], Options(root=str(tmp_path))))) == []


def test_names_in_a_legacy_encoding(tmp_path: Path) -> None:
    try:
        with open(os.path.join(os.fsencode(tmp_path), "抗旱通知.txt".encode("gb18030")), "wb") as file:
            file.write("县里来人了。".encode())
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert ids(list(read([tmp_path], Options(root=str(tmp_path))))) == ["抗旱通知.txt"]


def test_the_check(folder: Path) -> None:
    (folder / "m.csv").write_text("path,date,extra\nc.txt,2021-07-05,x\nmissing.txt,,\n", encoding="utf-8")
    (folder / "d.jsonl").write_text('{"text": "修路", "likes": 1}\n{broken\n', encoding="utf-8")
    options = Options(root=str(folder), manifest=load_manifest(folder / "m.csv"))
    inputs = survey([folder], options)
    assert [note.rpartition("/")[2] for note in inputs.notes] == [
        "1 .csv files were skipped",
        "1 .pdf files were skipped",
        "1 .png files were skipped",
        "m.csv: unknown column: extra",
        "m.csv: no file for the row missing.txt",
    ]
    found = {item.id if not isinstance(item, InputError) else item.path: item for item in check(inputs, options, str)}
    page = found["c.txt"]
    assert not isinstance(page, InputError)
    assert (page.published, page.published_basis, page.encoding, page.characters) == (
        "2021-07-05",
        "manifest",
        "utf-8",
        11,
    )
    assert page.host is not None
    record = next(item for name, item in found.items() if name.startswith("d.jsonl#"))
    assert not isinstance(record, InputError)
    assert record.unknown_keys == ("likes",)
    assert isinstance(found["d.jsonl"], InputError)


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs"]), min_size=1), min_size=1, max_size=5))
def test_every_record_is_a_document_or_an_error(texts: list[str]) -> None:
    data = "".join(json.dumps({"text": text}) + "\n" for text in texts).encode()
    found = list(read_source(Source("a.jsonl", "-"), Options(), io.BytesIO(data)))
    kept = [item.document.text for item in found if isinstance(item, Reading)]
    blank = [text for text in texts if not text.strip()]
    if texts[0].strip():
        assert kept == [text for text in texts if text.strip()]
        assert len(found) == len(kept) + len(blank)
