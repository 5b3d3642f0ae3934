"""Fits the confidence of facts on annotated documents: `python -m bench.calibrate GOLD_DIR…` writes kg/extract/confidence.tsv.

The folders must be those that may be read while coding; sealed ones measure the result and never go into it.

Documents that are read come out better than others.  So, when new ones are added, and before a rule is changed for
them, `--first-seen NAME…` (beginnings of their names) notes how their facts were scored and judged in
bench/first_seen.tsv; curves are lowered until they fit those too.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.evaluate.calibration import Curves, Judged, apply, calibration_error, fit, held_out, judge, temper
from kg.evaluate.gold import load_gold
from kg.export.jsonl import lines
from kg.extract.confidence import Curve
from kg.extract.run import extract

TABLE = Path(__file__).resolve().parent.parent / "kg" / "extract" / "confidence.tsv"
FIRST_SEEN = Path(__file__).resolve().parent / "first_seen.tsv"
_COLUMNS = ("document", "family", "rule", "score", "right")
_HEAD = "# log odds of being right = offset + slope * (score - 0.8); made by python -m bench.calibrate\n"


def judged(folders: Sequence[str | Path], *, raw: bool) -> list[Judged]:
    """The facts of all documents of the folders, with the rules' own scores (`raw`) or calibrated confidences."""
    found = []
    for folder in folders:
        gold = load_gold(folder)
        found += judge(gold, {g.document.id: list(lines(extract(g.document, raw=raw))) for g in gold})
    return found


def table(curves: Mapping[tuple[str, str], Curve]) -> str:
    """The curves as the text of confidence.tsv, sorted."""
    rows = (
        f"{family}\t{rule}\t{curve.offset:.2f}\t{curve.slope:.2f}\t{curve.facts}\t{curve.right}\n"
        for (family, rule), curve in sorted(curves.items())
    )
    return _HEAD + "family\trule\toffset\tslope\tfacts\tright\n" + "".join(rows)


def first_seen() -> list[Judged]:
    """The facts noted when their documents were new, with raw scores."""
    with FIRST_SEEN.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return [Judged(r["document"], r["family"], r["rule"], float(r["score"]), r["right"] == "1") for r in rows]


def note_first_seen(facts: Sequence[Judged], names: Sequence[str]) -> None:
    """Add the facts of documents whose names begin so; a document that is noted already stays as it is."""
    known = first_seen()
    old = {fact.document for fact in known}
    new = [f for f in facts if f.document.startswith(tuple(names)) and f.document not in old]
    rows = sorted((f.document, f.family, f.rule, f"{f.confidence:g}", str(int(f.right))) for f in [*known, *new])
    text = "".join("\t".join(row) + "\n" for row in [_COLUMNS, *rows])
    FIRST_SEEN.write_text(text, encoding="utf-8", newline="\n")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.calibrate", description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="GOLD_DIR")
    parser.add_argument("--first-seen", nargs="+", default=(), metavar="NAME", help="documents that are new")
    options = parser.parse_args()
    facts = judged(options.folders, raw=True)
    if options.first_seen:
        note_first_seen(facts, options.first_seen)
    noted = first_seen()
    fitted = fit(facts)
    curves: Curves = temper(fitted, noted)
    TABLE.write_text(table(curves), encoding="utf-8", newline="\n")
    print("expected calibration error")
    for name, found in (
        ("as scored", facts),
        ("fitted", apply(fitted, facts)),
        ("fitted, each document held out", held_out(facts)),
        ("lowered", apply(curves, facts)),
        ("first seen: as scored", noted),
        ("first seen: fitted", apply(fitted, noted)),
        ("first seen: lowered", apply(curves, noted)),
    ):
        print(f"  {name:<32}{len(found):>5} facts {calibration_error(found):.3f}")


if __name__ == "__main__":
    main()
