"""The figures of docs/quality.md: `python -m bench.quality` measures and writes them; the words around stay.

With `--sealed DIR --note WHAT` it scores a folder that nobody reads instead, once, with sums only, and appends a row
with the date and the commit to the log.
"""

from __future__ import annotations

import argparse
import csv
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bench.calibrate import judged
from kg.evaluate import Report, Score, evaluate, load_gold
from kg.evaluate.calibration import Judged, calibration_error, held_out, reliability
from kg.evaluate.families import FAMILIES as FAMILY_RULES
from kg.evaluate.gold import Record
from kg.evaluate.runner import compare
from kg.export.jsonl import lines
from kg.extract.run import extract
from tests.gold.broken.make import DOCUMENTS
from tests.gold.broken.measure import measure

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "quality.md"
OPEN = ("tests/gold/open", "kg/demo")
CONSTRUCTS = ROOT / "tests" / "gold" / "constructs.tsv"
FAMILIES = ("membership", "allocation", "event")
_LOG_END = "<!-- /log -->"


def measured(folder: str | Path, aggregate_only: bool = False) -> Report:
    """The report on the documents of a folder."""
    return evaluate(folder, lambda document: list(lines(extract(document))), aggregate_only)


def by_family(report: Report) -> Iterator[str]:
    """Precision, recall and F1 of each family, lenient and strict."""
    yield "| family | documents | gold | P | R | F1 | P strict | R strict | F1 strict |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for family, mode in report.scores:
        if mode != "lenient":
            continue
        lenient, strict = report.score(family), report.scores.get((family, "strict"))
        last = _ratios(strict) if strict else "– | – | –"
        yield f"| {family} | {report.documents} | {lenient.hits + lenient.missed} | {_ratios(lenient)} | {last} |"


def by_genre(report: Report) -> Iterator[str]:
    """F1 (gold records) of each family in each genre, lenient; – where there is nothing to find."""
    names = ("membership", "allocation", "parts", "event")
    yield "| genre | documents | " + " | ".join(names) + " |"
    yield "|---" * (len(names) + 2) + "|"
    for genre, count in sorted(report.genres.items()):
        cells = (_cell(report.by_genre.get((genre, name, "lenient"), Score())) for name in names)
        yield f"| {genre} | {count} | " + " | ".join(cells) + " |"


def by_construct(report: Report) -> Iterator[str]:
    """Recall by construct, of the documents whose records name theirs; what each is, from tests/gold/constructs.tsv."""
    with CONSTRUCTS.open(encoding="utf-8", newline="") as file:
        meaning = {row["construct"]: row for row in csv.DictReader(file, delimiter="\t")}
    yield "| construct | what must be mastered | example | records | recall |"
    yield "|---|---|---|---|---|"
    for (construct, family), (hits, total) in sorted(report.constructs.items()):
        if family != "parts" and construct in meaning:
            row = meaning[construct]
            yield f"| `{construct}` | {row['what must be mastered']} | {row['example']} | {total} | {hits / total:.2f} |"


def left_alone(folder: str | Path) -> Iterator[str]:
    """Of what is annotated as no fact, by kind: how often no spurious fact was made of it."""
    kept: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for item in load_gold(folder):
        facts = list(lines(extract(item.document)))
        spurious = [f for family in FAMILY_RULES.values() for f in compare(family, item, facts, False).spurious]
        for record in item.not_facts:
            kind = str(record.get("construct") or "")
            if kind:
                total[kind] += 1
                kept[kind] += not any(_is_made_of(fact, str(record["text"])) for fact in spurious)
    yield "| no fact | annotated | left alone |"
    yield "|---|---|---|"
    yield from (f"| `{kind}` | {total[kind]} | {kept[kind] / total[kind]:.2f} |" for kind in sorted(total) if total[kind] >= 5)


def _is_made_of(fact: Record, text: str) -> bool:
    """Does the fact take its amount, its date or its person from the text?"""
    return any(str(fact.get(key) or "\n") in text for key in ("amount_text", "date_text", "person"))


def by_rule(facts: Sequence[Judged]) -> Iterator[str]:
    """How often each rule is right."""
    yield "| rule | facts | right | precision |"
    yield "|---|---|---|---|"
    for rule in sorted({fact.rule for fact in facts}):
        verdicts = [fact.right for fact in facts if fact.rule == rule]
        yield f"| `{rule}` | {len(verdicts)} | {sum(verdicts)} | {sum(verdicts) / len(verdicts):.2f} |"


def by_confidence(scored: Sequence[Judged], calibrated: Sequence[Judged]) -> Iterator[str]:
    """The reliability of each family: in each bin how many facts, what was promised, what was right; then the error."""
    yield "| family | confidence | facts | mean confidence | right |"
    yield "|---|---|---|---|---|"
    for family in (*FAMILIES, "all"):
        for found in reliability(_of(calibrated, family)):
            yield f"| {family} | {found.low:.2f}–{found.high:.2f} | {found.facts} | {found.mean:.2f} | {found.accuracy:.2f} |"
    yield ""
    yield "| expected calibration error | as the rules score | calibrated | calibrated, each document held out |"
    yield "|---|---|---|---|"
    apart = held_out(scored)
    for family in (*FAMILIES, "all"):
        errors = (calibration_error(_of(facts, family)) for facts in (scored, calibrated, apart))
        yield f"| {family} | " + " | ".join(f"{error:.3f}" for error in errors) + " |"


def restoring(pages: int = 60) -> Iterator[str]:
    """Of the broken joins of each half's pages, how many are restored."""
    yield "| half | documents | joins | right |"
    yield "|---|---|---|---|"
    for half, names in DOCUMENTS.items():
        found = measure(half, range(pages))
        yield f"| {half.replace('_', ' ')} | {len(names.split())} | {found.joins} | {found.share:.1%} |"


def log_row(report: Report, facts: Sequence[Judged], note: str) -> str:
    """One row of the log of sealed runs: F1 lenient/strict of each family, and how right those of 0.9 and more are."""
    cells = []
    for family in FAMILIES:
        lenient, strict = report.score(family), report.score(family, "strict")
        cells.append(f"{lenient.precision:.2f} / {lenient.recall:.2f} / {lenient.f1:.2f} ({strict.f1:.2f})")
    sure = [fact.right for fact in facts if fact.confidence >= 0.9]
    cells.insert(2, f"{report.score('parts').f1:.2f}")
    share = f"{sum(sure) / len(sure):.2f} of {len(sure)}" if sure else "–"
    day = datetime.now(UTC).date().isoformat()
    cells += [share, f"{calibration_error(facts):.3f}", note]
    return f"| {day} | {commit()} | {report.documents} | " + " | ".join(cells) + " |"


def filled(page: str, name: str, rows: Iterator[str]) -> str:
    """The page with the rows between `<!-- name -->` and `<!-- /name -->`."""
    place = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- /{name} -->)", re.DOTALL)
    if not place.search(page):
        raise ValueError(f"docs/quality.md has no place for {name}")
    text = "\n".join(rows)
    return place.sub(lambda _: f"\n{text}\n\n", page, count=1)


def _of(facts: Sequence[Judged], family: str) -> list[Judged]:
    return [fact for fact in facts if family in (fact.family, "all")]


def _ratios(result: Score) -> str:
    return f"{result.precision:.2f} | {result.recall:.2f} | {result.f1:.2f}"


def _cell(result: Score) -> str:
    gold = result.hits + result.missed
    return f"{result.f1:.2f} ({gold})" if gold else f"– ({result.spurious} spurious)" if result.spurious else "–"


def commit() -> str:
    """The commit that was measured; + where files were changed since."""
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty=+"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def _write_tables() -> None:
    page = PAGE.read_text(encoding="utf-8")
    folders = [ROOT / folder for folder in OPEN]
    for name, folder in zip(("open", "demo"), folders, strict=True):
        report = measured(folder)
        page = filled(page, f"{name} families", by_family(report))
        page = filled(page, f"{name} genres", by_genre(report))
        if name == "open":
            page = filled(page, "constructs", by_construct(report))
            page = filled(page, "left alone", left_alone(folder))
    calibrated = judged(folders, raw=False)
    page = filled(page, "rules", by_rule(calibrated))
    page = filled(page, "confidence", by_confidence(judged(folders, raw=True), calibrated))
    page = filled(page, "restoring", restoring())
    PAGE.write_text(page, encoding="utf-8", newline="\n")


def _log(folder: Path, note: str) -> None:
    row = log_row(measured(folder, aggregate_only=True), judged([folder], raw=False), note)
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page.replace(_LOG_END, f"{row}\n{_LOG_END}"), encoding="utf-8", newline="\n")
    print(row)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=__doc__)
    parser.add_argument("--sealed", type=Path, metavar="DIR", help="score this folder with sums only, and log it")
    parser.add_argument("--note", default="", metavar="WHAT", help="what the run is for")
    options = parser.parse_args()
    if options.sealed:
        _log(options.sealed, options.note)
    else:
        _write_tables()


if __name__ == "__main__":
    main()
