"""docs/quality.md: its tables have their places, hold figures, and say nothing of a sealed document."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench import identity
from bench.quality import PAGE, by_confidence, by_family, by_genre, by_rule, filled, log_row, measured
from kg.evaluate.calibration import Judged

DEMO = Path(__file__).parents[1] / "kg" / "demo"
TEXT = PAGE.read_text(encoding="utf-8")
PLACES = ("open families", "open genres", "demo families", "demo genres", "rules", "confidence", "identity")
FACTS = [Judged("d", "event", "event.a", 0.5 + at / 30, at % 3 > 0) for at in range(15)]


def widths(text: str) -> set[int]:
    return {line.count("|") for line in text.splitlines() if line.startswith("|")}


@pytest.mark.parametrize("name", PLACES)
def test_each_table_has_a_place_and_rows_of_one_width(name: str) -> None:
    match = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", TEXT, re.DOTALL)
    assert match
    tables = match[1].strip().split("\n\n")
    assert all(len(widths(table)) == 1 and table.count("\n") >= 2 for table in tables)


def test_tables_are_put_in_their_place_and_the_words_around_stay() -> None:
    page = "one\n<!-- rules -->\nold\n<!-- /rules -->\ntwo\n"
    assert filled(page, "rules", iter(["| a |"])) == "one\n<!-- rules -->\n\n| a |\n\n<!-- /rules -->\ntwo\n"
    with pytest.raises(ValueError, match="no place for genres"):
        filled(page, "genres", iter([]))


def test_the_tables() -> None:
    report = measured(DEMO)
    assert [row.split(" | ")[0] for row in list(by_family(report))[2:]] == [
        "| membership", "| allocation", "| parts", "| event",
    ]  # fmt: skip
    assert len(list(by_genre(report))) == 2 + len(report.genres)
    assert list(by_rule(FACTS))[2:] == ["| `event.a` | 15 | 10 | 0.67 |"]
    rows = list(by_confidence(FACTS, FACTS))
    assert "| event | 0.50–0.60 | 3 | 0.53 | 0.67 |" in rows
    assert rows[-1].startswith("| all | 0.")


def test_a_row_of_the_log_fits_the_log_and_names_no_document() -> None:
    row = log_row(measured(DEMO, aggregate_only=True), FACTS, "a try")
    log = TEXT[TEXT.index("| date | commit |") : TEXT.index("<!-- /log -->")]
    assert widths(log) == {row.count("|")}
    assert re.match(r"\| \d{4}-\d\d-\d\d \| \w+\+? \| 17 \| ", row)
    assert row.endswith("| a try |")
    assert not re.search("[\u4e00-\u9fff]", row)


def test_a_row_of_the_log_of_who_is_who_fits_it() -> None:
    found = identity.reports(identity.GOLD / "open")
    row = identity.log_row(found, "a try")
    log = TEXT[TEXT.index("<!-- identity log -->") : TEXT.index("<!-- /identity log -->")]
    assert widths(log) == {row.count("|")}
    assert not re.search("[\u4e00-\u9fff]", row)
    assert len(list(identity.rows(found))) == 8
