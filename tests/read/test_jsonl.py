"""JSONL: fields, their mapping, ids, broken lines, long lines."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from kg.errors import RecordError
from kg.read.jsonl import Record, is_record, lines, records

LIMIT = 10_000


def parse(data: bytes, field_map: dict[str, str] | None = None, limit: int = LIMIT) -> list[Record | RecordError]:
    return list(records(lines(io.BytesIO(data), limit), "a.jsonl", field_map or {}, limit))


def dump(*values: Any) -> bytes:
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values).encode()


def test_all_fields() -> None:
    value = {"id": "7", "text": "修路\r\n了", "date": "2021-07-05", "title": "路", "url": "http://x", "publisher": "县"}
    (record,) = parse(dump(value))
    assert isinstance(record, Record)
    own = record.content.own
    assert (record.id, record.content.text) == ("7", "修路\r\n了")
    assert (own.date, own.title, own.url, own.publisher) == ("2021-07-05", "路", "http://x", "县")
    assert record.unknown == ()


def test_a_field_map_and_unknown_keys() -> None:
    value = {"content": "修路", "pubtime": 1581638400, "text": "摘要", "likes": 3}
    (record,) = parse(dump(value), {"text": "content", "date": "pubtime"})
    assert isinstance(record, Record)
    assert (record.content.text, record.content.own.date) == ("修路", "1581638400")
    assert record.unknown == ("likes", "text")


@pytest.mark.parametrize(
    ("identifier", "expected"), [("a/b", "a/b"), (12, "12"), (None, None), ("", None), ("  ", None)]
)
def test_ids(identifier: object, expected: str | None) -> None:
    (record,) = parse(dump({"id": identifier, "text": "修路"}))
    (bare,) = parse(dump({"text": "修路"}))
    assert isinstance(record, Record)
    assert isinstance(bare, Record)
    assert bare.id.startswith("a.jsonl#")
    assert record.id == (expected or bare.id)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b'{"text": "cut off', "no JSON"),
        (b"[1, 2]", "no JSON object"),
        (b'{"title": "x"}', "no text under 'text'"),
        (b'{"text": 3}', "no text under 'text'"),
        (b'{"text": "  "}', "the text is empty"),
        (b'{"text": "x", "date": [2020]}', "neither text nor number"),
        (b'{"text": "x", "id": true}', "neither text nor number"),
        (b"[" * 100_000, "longer than"),
        (b"[" * 9_000, "no JSON"),
        (b"\x00\x01\x02", "binary"),
    ],
)
def test_a_broken_line_is_reported_and_the_others_kept(line: bytes, reason: str) -> None:
    first, broken, last = parse(dump({"text": "甲"}) + line + b"\n" + dump({"text": "乙"}))
    assert isinstance(first, Record)
    assert isinstance(broken, RecordError)
    assert (broken.path, broken.line) == ("a.jsonl", 2)
    assert reason in broken.reason
    assert isinstance(last, Record)
    assert last.content.text == "乙"


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + dump({"text": "修路资金"}),
        b"\n  \r\n" + dump({"text": "修路资金"}).strip(),
        dump({"text": "修路资金"}).decode().encode("gb18030"),
        dump({"text": "修路资金"}).decode().encode("utf-16"),
        json.dumps({"text": "修路资金"}).encode(),
    ],
    ids=["mark", "blank lines", "gb18030", "utf-16", "escaped"],
)
def test_encodings_and_blank_lines(data: bytes) -> None:
    (record,) = parse(data)
    assert isinstance(record, Record)
    assert record.content.text == "修路资金"


def test_lone_surrogates_are_replaced_with_a_warning() -> None:
    (record,) = parse(b'{"text": "\\ud83d\\ude00 \\ud83d x"}')
    assert isinstance(record, Record)
    assert record.content.text == "\U0001f600 \ufffd x"
    assert "surrogates" in record.content.warnings[0]


def test_mojibake_in_escapes_is_seen() -> None:
    (record,) = parse(json.dumps({"text": "下达锟斤拷锟斤拷元"}).encode())
    assert isinstance(record, Record)
    assert "mojibake" in record.content.warnings[0]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (b'{"text": "x"}', True),
        (b'{"title": "x"}', False),
        ("财政部".encode(), False),
        (b"{", False),
        (b"%PDF-1", False),
    ],
)
def test_what_shows_that_a_stream_is_jsonl(line: bytes, expected: bool) -> None:
    assert is_record(line, {}) is expected


def test_a_line_over_the_limit_is_passed_over_without_being_held() -> None:
    class Endless(io.RawIOBase):
        """A line of 50 MB, made as it is read."""

        left = 50_000_000

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            size = min(len(buffer), self.left)
            buffer[:size] = b"x" * size
            self.left -= size
            return size

    stream = io.BufferedReader(Endless())
    (error,) = records(lines(stream, LIMIT), "a.jsonl", {}, LIMIT)
    assert isinstance(error, RecordError)
    assert error.line == 1
