"""Who is who, measured: `python -m bench.identity` writes the tables of its section of docs/quality.md.

With `--sealed --note WHAT` it scores the half of the gold set that nobody reads while coding, with sums only, and appends
a row with the date and the commit to the log.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench.quality import PAGE, ROOT, commit, filled
from kg.evaluate.clustering import BCubed
from kg.evaluate.identity import GoldIdentity, IdentityReport, evaluate_identity
from kg.extract.run import extract
from kg.model import Extraction

GOLD = ROOT / "tests" / "gold" / "identity"
_LOG_END = "<!-- /identity log -->"


def _extracted(item: GoldIdentity) -> Extraction:
    return extract(item.document)


MODES = {"posts given": GoldIdentity.given, "end to end": _extracted}
"""With the posts as annotated, identity alone is measured; else extraction as well."""


def reports(folder: Path) -> dict[str, IdentityReport]:
    """The report of each mode."""
    return {mode: evaluate_identity(folder, given) for mode, given in MODES.items()}


def rows(found: dict[str, IdentityReport]) -> Iterator[str]:
    """B³ of persons and bodies in each mode, and of the baseline, which is the same in both."""
    yield "| of | measured | mentions | P | R | B³ F1 |"
    yield "|---|---|---|---|---|---|"
    first = next(iter(found.values()))
    for kind, words in (("persons", "same name, same person"), ("organizations", "same words, same body")):
        for mode, report in found.items():
            yield _row(kind, mode, getattr(report, kind))
        yield _row(kind, f"baseline: {words}", getattr(first, f"{kind}_baseline"))


def _row(kind: str, what: str, found: BCubed) -> str:
    return f"| {kind} | {what} | {found.mentions} | {found.precision:.3f} | {found.recall:.3f} | {found.f1:.3f} |"


def log_row(found: dict[str, IdentityReport], note: str) -> str:
    """One row of the log: P / R / F1 of persons and bodies in each mode, with the F1 of the baselines."""
    first = next(iter(found.values()))
    cells = [_sum(getattr(report, kind)) for kind in ("persons", "organizations") for report in found.values()]
    cells.insert(2, f"{first.persons_baseline.f1:.3f}")
    cells.append(f"{first.organizations_baseline.f1:.3f}")
    day = datetime.now(UTC).date().isoformat()
    return f"| {day} | {commit()} | {first.documents} | " + " | ".join(cells) + f" | {note} |"


def _sum(found: BCubed) -> str:
    return f"{found.precision:.3f} / {found.recall:.3f} / {found.f1:.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.identity", description=__doc__)
    parser.add_argument("--sealed", action="store_true", help="score the sealed half with sums only, and log it")
    parser.add_argument("--note", default="", metavar="WHAT", help="what the run is for")
    options = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    if options.sealed:
        row = log_row(reports(GOLD / "sealed"), options.note)
        print(row)
        page = page.replace(_LOG_END, f"{row}\n{_LOG_END}")
    else:
        page = filled(page, "identity", rows(reports(GOLD / "open")))
    PAGE.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
