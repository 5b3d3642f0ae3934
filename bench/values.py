"""Rates on public value cases: `python -m bench.values DIR` reads DIR/*.jsonl and prints one line a file.

A line of a file is `{"text", "reference_date", "expected": [{"value": …}]}`.  Cases that
`tests/values/left_out.tsv` lists with a reason are not counted.  A value is right if it covers the
days of the expected one; where a source gives an open interval (`两天前` as the two days up to now),
if it begins on the same day.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kg.annotate.dates import parse

LEFT_OUT = Path(__file__).resolve().parent.parent / "tests" / "values" / "left_out.tsv"
NO_REFERENCE = date(2024, 1, 1)
Days = tuple[date, date]


def days(value: str) -> Days:
    """First and last day of an ISO 8601 date or interval."""
    first, _, last = value.partition("/")
    return _edges(first)[0], _edges(last or first)[1]


def _edges(value: str) -> Days:
    numbers = [int(n) for n in value[:10].split("-")]
    year, month, day = (*numbers, None, None)[:3]
    if month is None:
        return date(year or 1, 1, 1), date(year or 1, 12, 31)
    if day is None:
        return date(year or 1, month, 1), date(year or 1, month, monthrange(year or 1, month)[1])
    return date(year or 1, month, day), date(year or 1, month, day)


def expected_days(value: Any) -> tuple[date, date | None]:
    """First and last day of an expected value, in any of the three notations; the last may be open."""
    if isinstance(value, list):
        return date.fromisoformat(value[0][:10]), date.fromisoformat(value[1][:10])
    if isinstance(value, str):
        numbers = [int(n) for n in re.findall(r"\d+", value)]
        return _edges("-".join(f"{n:02d}" if i else f"{n:04d}" for i, n in enumerate(numbers)))
    start = date.fromisoformat(value["start"][:10].replace("-00-", "-01-"))
    if "end" in value:
        return start, None
    grain = value["grain"]
    if grain == "Week":
        return start, start + timedelta(days=6)
    return start, _edges(start.isoformat()[: {"Day": 10, "Month": 7, "Year": 4}[grain]])[1]


def reference_day(text: str | None) -> date:
    numbers = [int(n) for n in re.findall(r"\d+", text or "")][:3]
    return date(*(*numbers, *(1, 1, 1)[len(numbers) :])) if numbers else NO_REFERENCE


def right(case: dict[str, Any]) -> bool:
    """Whether the parser gives the expected days."""
    found = parse(case["text"], reference_day(case["reference_date"]))
    if found is None:
        return False
    first, last = days(found)
    wanted_first, wanted_last = expected_days(case["expected"][0]["value"])
    return first == wanted_first and wanted_last in (None, last)


def left_out(path: Path = LEFT_OUT) -> dict[str, list[tuple[re.Pattern[str], str]]]:
    """File name → patterns of texts that are not counted, with the reason."""
    rules: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            rules.setdefault(row["file"], []).append((re.compile(row["pattern"]), row["reason"]))
    return rules


def cases(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def main() -> int:
    parser = argparse.ArgumentParser(description="Rates on public value cases.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print every case that is wrong")
    arguments = parser.parse_args()
    rules = left_out()
    for path in sorted(arguments.folder.glob("*.jsonl")):
        if not re.search("date|time", path.stem):
            continue
        counted = [c for c in cases(path) if not any(p.fullmatch(c["text"]) for p, _ in rules.get(path.stem, []))]
        wrong = [c for c in counted if not right(c)]
        print(f"{path.stem}: {1 - len(wrong) / len(counted):.3f} of {len(counted)}")
        for case in wrong if arguments.show else ():
            found = parse(case["text"], reference_day(case["reference_date"]))
            print(f"  {case['text']}  {case['reference_date']}: {found} for {case['expected'][0]['value']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
