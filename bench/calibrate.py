"""Fits the confidence of facts on annotated documents: `python -m bench.calibrate GOLD_DIR…` writes kg/extract/confidence.tsv.

The folders must be those that may be read while coding; sealed ones measure the result and never go into it.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.evaluate.calibration import Curves, Judged, apply, calibration_error, fit, held_out, judge
from kg.evaluate.gold import load_gold
from kg.export.jsonl import lines
from kg.extract.confidence import Curve
from kg.extract.run import extract

TABLE = Path(__file__).resolve().parent.parent / "kg" / "extract" / "confidence.tsv"
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


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.calibrate", description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="GOLD_DIR")
    facts = judged(parser.parse_args().folders, raw=True)
    curves: Curves = fit(facts)
    TABLE.write_text(table(curves), encoding="utf-8", newline="\n")
    print(f"{len(facts)} facts, expected calibration error")
    for name, found in (("as scored", facts), ("calibrated", apply(curves, facts)), ("held out", held_out(facts))):
        print(f"  {name:<12}{calibration_error(found):.3f}")


if __name__ == "__main__":
    main()
