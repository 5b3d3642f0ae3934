"""Fact lines keep their contract; tables open in a spreadsheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export.csv import COLUMNS, safe
from kg.export.folder import write_all
from kg.export.jsonl import dumps, fact_line, lines, number
from kg.model import Extraction

Maker = Callable[..., Extraction]
SCHEMA = json.loads((files("kg.export") / "fact-lines.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_lines_keep_the_contract(make_extraction: Maker) -> None:
    found = list(lines(make_extraction()))
    assert {line["type"] for line in found} >= {"membership", "allocation", "event"}
    for line in found:
        VALIDATOR.validate(json.loads(dumps(line)))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("quote", ""),
        ("id", "1"),
        ("spans", []),
        ("confidence", 2),
        ("status", "retired"),
        ("since", "2021年"),
        ("person", None),
    ],
)
def test_a_broken_line_is_caught(make_extraction: Maker, key: str, value: object) -> None:
    line = next(line for line in lines(make_extraction()) if line["type"] == "membership")
    assert not list(VALIDATOR.iter_errors(line))
    assert list(VALIDATOR.iter_errors(line | {key: value}))


def test_lines_are_sorted_by_start_type_and_id(make_extraction: Maker) -> None:
    found = [(line["start"], line["type"], line["id"]) for line in lines(make_extraction())]
    assert found == sorted(found)
    assert len(found) == 8


def test_lines_are_grounded(make_extraction: Maker) -> None:
    extraction = make_extraction()
    for line in lines(extraction):
        for evidence in (line, *line.get("also", ())):
            assert "".join(extraction.document.text[a:b] for a, b in evidence["spans"]) == evidence["quote"]
        assert line["start"] == min(a for a, _ in line["spans"])
        assert line["end"] == max(b for _, b in line["spans"])


def test_what_is_restored_or_inferred_is_said(make_extraction: Maker) -> None:
    found = list(lines(make_extraction()))
    assert sum("quote_restored" in line for line in found) == 1
    assert [line["inferred"] for line in found if "inferred" in line] == [{"date": "年份 → 2021"}]
    assert [line["warnings"] for line in found if "warnings" in line] == [["doubtful"]]


@given(st.decimals(min_value=0, max_value=10**18, places=2))
def test_amounts_are_exact(value: Decimal) -> None:
    assert Decimal(json.dumps(number(value)).strip('"')) == value


@pytest.mark.parametrize("cell", ["=1+1", "+86", "-5", "@x", "\t=1", "＝1", " =1"])
def test_formulas_are_text(cell: str) -> None:
    assert safe(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["财政部", "2021-04", "", "3亿元"])
def test_other_cells_stay(cell: str) -> None:
    assert safe(cell) == cell


def test_tables_have_a_mark_and_every_fact(two_documents: list[Extraction], tmp_path: Path) -> None:
    write_all(tmp_path, two_documents)
    total = 0
    for family, columns in COLUMNS.items():
        path = tmp_path / f"facts-{family}s.csv"
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows
        assert tuple(rows[0]) == columns
        total += len(rows)
        for row in rows:
            assert row["quote"]
            assert row["document"] in ("a.txt", "b.txt")
            assert int(row["evidence_start"]) < int(row["evidence_end"])
            assert row["document_number"] == "财社〔2021〕7号"
    assert total == sum(len(x.facts) for x in two_documents)


def test_a_quote_that_begins_like_a_formula_is_safe_in_the_table_and_untouched_in_the_line(
    make_extraction: Maker, tmp_path: Path
) -> None:
    extraction = make_extraction()
    fact = replace(extraction.facts[0], person="=云某平")  # type: ignore[call-arg]
    write_all(tmp_path, [Extraction(extraction.document, (fact,))])
    assert "'=云某平" in (tmp_path / "facts-memberships.csv").read_text("utf-8-sig")
    assert fact_line(fact, extraction.document)["person"] == "=云某平"
