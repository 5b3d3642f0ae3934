"""kg's own evaluation gives the same counts as an independent scorer: `same_counts.py SCORER GOLD_DIR`."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from kg.evaluate import load_gold, score
from kg.export.jsonl import dumps, lines
from kg.pipeline import extract


def main() -> None:
    scorer, folder = sys.argv[1:]
    gold = load_gold(folder)
    found = {item.document.id: list(lines(extract(item.document))) for item in gold}
    with tempfile.TemporaryDirectory() as place:
        facts = Path(place) / "facts.jsonl"
        facts.write_text("".join(dumps(line) for each in found.values() for line in each), encoding="utf-8")
        told = subprocess.run(
            [sys.executable, scorer, folder, str(facts)], capture_output=True, text=True, check=True
        ).stdout
    print(told)
    report = score(gold, found, aggregate_only=True)
    for (family, mode), ours in report.scores.items():
        row = re.search(rf"^{family} *{mode} .*hits (\d+), missed (\d+), spurious (\d+)", told, re.MULTILINE)
        if row is None or [ours.hits, ours.missed, ours.spurious] != [int(n) for n in row.groups()]:
            sys.exit(f"{family} {mode}: {ours} here, not what the scorer has")
    print("the same counts")


if __name__ == "__main__":
    main()
