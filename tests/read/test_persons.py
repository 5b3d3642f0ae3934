"""The user's own table of persons."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.model import Document
from kg.read.persons import PersonRecord, persons_document, persons_of

TABLE = "姓名,出生年月,编号,wikidata,机构,备注\n云某平,1966年5月,A17,Q123,清溪省财政厅；白鹿市,x\n,1970,,,,\n闻人月,1970,,,,\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_table(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "persons.csv"
    path.write_bytes(TABLE.encode(encoding))
    document = persons_document(path)
    assert document.id == "persons.csv"
    assert persons_of(document) == (
        PersonRecord("云某平", "1966-05", "A17", "Q123", ("清溪省财政厅", "白鹿市"), 2),
        PersonRecord("闻人月", "1970", "", "", (), 4),
    )


def test_english_columns_and_an_address_of_wikidata() -> None:
    text = "name,birth_year,id,wikidata\nA,1970-3,7,https://www.wikidata.org/wiki/Q42\n"
    assert persons_of(Document("p.CSV", text)) == (PersonRecord("A", "1970-03", "7", "Q42", (), 2),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("人名,生日\nA,1970\n", "no column 'name'"),
        ("", "no column 'name'"),
        ("name,birth\nA,unknown\n", "row 2: not a year of birth"),
        ("name,wikidata\nA,42\n", "row 2: not a Wikidata id"),
    ],
)
def test_what_is_wrong_in_a_table(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "persons.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        persons_document(path)
    assert persons_of(Document("persons.csv", text)) == ()  # a text like any other


def test_what_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        persons_document(tmp_path / "none.csv")
    (tmp_path / "persons.txt").write_text(TABLE, encoding="utf-8")
    with pytest.raises(UsageError, match=r"\.csv"):
        persons_document(tmp_path / "persons.txt")
    assert persons_of(Document("a.txt", TABLE)) == ()
