"""How metadata are settled, and where they come from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.model import Document
from kg.read import Options, load_manifest, parse_field_map, read

TEXT = "山里修通了路\n发布时间：2021-07-04　来源：白水网\n县里来人了，说要修路。\n\n白水县水务局\n2021年7月1日\n"


def one(path: Path, options: Options) -> Document:
    (document,) = read([path], options)
    assert isinstance(document, Document)
    return document


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_precedence_of_the_date(tmp_path: Path) -> None:
    manifest = load_manifest(write(tmp_path / "m.csv", "path,date\na20210702.txt,2021-07-09\n"))
    path = write(tmp_path / "a20210702.txt", TEXT)
    steps = [
        (Options(manifest=manifest, date_from="name", date="2021-07-08"), "2021-07-09", "manifest"),
        (Options(date_from="name", date="2021-07-08"), "2021-07-02", "file name"),
        (Options(date="2021年7月8日"), "2021-07-08", "option"),
        (Options(), "2021-07-04", "dateline"),
    ]
    for options, published, basis in steps:
        document = one(path, options)
        assert (document.published, document.published_basis) == (published, basis)


@pytest.mark.parametrize(
    ("text", "published", "basis", "publisher"),
    [
        (TEXT, "2021-07-04", "dateline", "白水网"),
        (TEXT.replace("发布时间：2021-07-04　来源：白水网\n", ""), "2021-07-01", "sign-off", "白水县水务局"),
        ("名单\n（2021年7月5日县人大常委会第三次会议通过）\n任命：\n", "2021-07-05", "adoption", None),
        ("县里来人了，说要修路。", None, None, None),
    ],
)
def test_what_the_text_says(
    tmp_path: Path, text: str, published: str | None, basis: str | None, publisher: str | None
) -> None:
    document = one(write(tmp_path / "a.txt", text), Options())
    assert (document.published, document.published_basis, document.publisher) == (published, basis, publisher)


def test_meta_tags_and_the_address_of_a_page(tmp_path: Path) -> None:
    date, body = '<meta name="PubDate" content="2021-07-03">', "<p>县里来人了，说要修路。</p>"
    url = '<meta property="og:url" content="http://x/t20210706_1.html">'
    document = one(write(tmp_path / "a.html", date + url + body), Options())
    assert (document.published, document.published_basis) == ("2021-07-03", "meta tag")
    document = one(write(tmp_path / "b.html", url + body), Options())
    assert (document.published, document.published_basis) == ("2021-07-06", "address")


def test_a_record_comes_before_all(tmp_path: Path) -> None:
    line = '{"text": "修路", "date": "2021-07-05", "publisher": "县", "title": "题"}'
    document = one(write(tmp_path / "a.jsonl", line), Options(date="2020-01-01", publisher="省"))
    assert (document.published, document.published_basis) == ("2021-07-05", "record")
    assert (document.publisher, document.title) == ("县", "题")


def test_a_date_that_is_none_is_a_warning_and_the_next_source_counts(tmp_path: Path) -> None:
    document = one(write(tmp_path / "a.jsonl", '{"text": "修路", "date": "上周"}'), Options(date="2021-07-05"))
    assert (document.published, document.published_basis) == ("2021-07-05", "option")
    assert document.warnings == ("date not understood (record): '上周'",)


def test_markdown(tmp_path: Path) -> None:
    text = '---\ntitle: "修路"\ndate: 2021-07-05\nsource: 白水网\n---\n\n# 山里\n\n**县里**来人了。\n'
    document = one(write(tmp_path / "a.md", text), Options())
    assert document.text == text
    assert (document.title, document.published, document.publisher) == ("修路", "2021-07-05", "白水网")
    assert one(write(tmp_path / "b.md", "# 山里修路 #\n\n县里来人了。"), Options()).title == "山里修路"


def test_neither_clock_nor_file_system_gives_a_date(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "县里来人了，说要修路。")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    early = one(path, Options())
    os.utime(path, (1_700_000_000, 1_700_000_000))
    assert one(path, Options()) == early
    assert early.published is None


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("separator", [",", "\t"])
def test_manifests(tmp_path: Path, codec: str, separator: str) -> None:
    rows = [
        "path,title,date,publisher,url,note",
        "sub/a.txt,山里修路,2021-07-05,白水县水务局,http://x,记",
        "b.txt,乙,,,,",
    ]
    file = write(tmp_path / "m.csv", "\r\n".join(rows).replace(",", separator), codec)
    (tmp_path / "sub").mkdir()
    path = write(tmp_path / "sub" / "a.txt", "县里来人了，说要修路。")
    manifest = load_manifest(file)
    assert manifest.notes == ("unknown column: note",)
    assert manifest.unused([("x", str(path))]) == ("b.txt",)
    document = one(path, Options(manifest=manifest))
    assert (document.title, document.published, document.published_basis) == ("山里修路", "2021-07-05", "manifest")
    assert (document.publisher, document.url) == ("白水县水务局", "http://x")


def test_bad_manifests(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        load_manifest(tmp_path / "missing.csv")
    with pytest.raises(UsageError, match="no column 'path'"):
        load_manifest(write(tmp_path / "m.csv", "title,date\nx,y\n"))
    twice = load_manifest(write(tmp_path / "n.csv", "path,title\na.txt,甲\n./a.txt,乙\n\n"))
    assert twice.notes == ("a second row for a.txt was left out",)


def test_options() -> None:
    assert parse_field_map("text=content, date=pubtime") == {"text": "content", "date": "pubtime"}
    for wrong in ("", "text", "text=", "=x"):
        with pytest.raises(UsageError):
            parse_field_map(wrong)
    with pytest.raises(UsageError, match="no such field: body"):
        Options(field_map={"body": "x"})
    with pytest.raises(UsageError, match="not a date"):
        Options(date="yesterday")
