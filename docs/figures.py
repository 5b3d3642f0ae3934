"""Measures on the annotated documents and writes the figures into the READMEs: `python docs/figures.py GOLD_DIR`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from kg.evaluate import Report, evaluate
from kg.export.jsonl import lines
from kg.model import Document
from kg.pipeline import extract

_PLACE = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- /figures -->)", re.DOTALL)
_HEADS = {
    "README.md": "| {n} documents | precision | recall | F1 | F1 strict |\n|---|---|---|---|---|\n",
    "README.zh.md": "| {n} 份文档 | 精确率 | 召回率 | F1 | F1（严格） |\n|---|---|---|---|---|\n",
}
_NAMES = {
    "README.md": {"membership": "posts", "allocation": "money", "parts": "parts of a whole", "event": "events"},
    "README.zh.md": {"membership": "任职", "allocation": "资金", "parts": "总额与其中", "event": "事件"},
}


def table(report: Report, name: str) -> str:
    """The figures as a Markdown table, in the language of the README."""
    rows = []
    for family, label in _NAMES[name].items():
        score, strict = report.score(family), report.scores.get((family, "strict"))
        last = f"{strict.f1:.2f}" if strict else "–"
        rows.append(f"| {label} | {score.precision:.2f} | {score.recall:.2f} | {score.f1:.2f} | {last} |\n")
    return _HEADS[name].format(n=report.documents) + "".join(rows)


def fact_lines(document: Document) -> list[dict[str, Any]]:
    """What the extractor finds in one document."""
    return list(lines(extract(document)))


def main() -> None:
    report = evaluate(sys.argv[1], fact_lines, aggregate_only=True)
    for name in _HEADS:
        path = Path(__file__).parent.parent / name
        text = path.read_text(encoding="utf-8")
        path.write_text(_PLACE.sub(table(report, name), text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
