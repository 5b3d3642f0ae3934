"""Evaluation as a whole: what is given to the extractor, what is counted, what is shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError, UsageError
from kg.evaluate import GoldDocument, Score, evaluate, load_gold, score
from kg.model import Document

OPEN = Path(__file__).parents[1] / "gold" / "open"
Line = dict[str, Any]

ANNOTATION: Line = {
    "id": "a",
    "title": "柳河县抗旱",
    "doc_date": "2021-07-05",
    "host_org": "柳河县水务局",
    "genre": "local_news",
    "people": [
        {
            "person": "严松年",
            "role": "局长",
            "org": "柳河县水务局",
            "status": "current",
            "construct": ["stacked", "host"],
        },
        {"person": "严松年", "role": "党组书记", "org": "柳河县水务局", "status": "current", "construct": "stacked"},
        {"person": "白桦", "role": "队员", "org": None, "status": "current", "optional": True},
        {"person": "何川", "role": "", "org": None, "status": "current"},
    ],
    "funds": [],
    "events": [],
    "ignore": {"people": ["路人甲"], "amounts": ["3元"]},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("柳河县水务局党组书记、局长严松年，队员白桦。\n", encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(ANNOTATION, ensure_ascii=False), encoding="utf-8")
    (tmp_path / "notes.json").write_text("{}", encoding="utf-8")
    return tmp_path


def membership(person: str, role: str, organization: str | None = "柳河县水务局") -> Line:
    return {"type": "membership", "person": person, "role": role, "organization": organization, "status": "current"}


def test_the_extractor_sees_text_title_and_date_only(folder: Path) -> None:
    seen: list[Document] = []

    def extract(document: Document) -> list[Line]:
        seen.append(document)
        return []

    evaluate(folder, extract)
    (document,) = seen
    assert (document.id, document.title, document.published) == ("a", "柳河县抗旱", "2021-07-05")
    assert document.publisher is None
    assert document.text.endswith("白桦。\n")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], Score(0, 2, 0)),
        ([membership("严松年", "局长"), membership("严松年", "党组书记")], Score(2, 0, 0)),
        ([membership("严松年", "局长"), membership("严松年", "局长")], Score(1, 1, 0)),
        ([membership("严松年", "队长")], Score(0, 2, 1)),
        ([membership("白桦", "队员", None)], Score(0, 2, 0)),
        ([membership("路人甲", "队员")], Score(0, 2, 0)),
        ([membership("何川", "")], Score(0, 2, 0)),
        ([{"type": "event", "date": "2021-07-03", "label": "抗旱"}], Score(0, 2, 0)),
    ],
    ids=["nothing", "all", "doubled", "wrong", "optional", "neutral", "no role", "another family"],
)
def test_what_counts(folder: Path, lines: list[Line], expected: Score) -> None:
    assert evaluate(folder, lambda document: lines).score("membership", "strict") == expected


def test_recall_by_construct(folder: Path) -> None:
    report = evaluate(folder, lambda document: [membership("严松年", "局长")])
    assert report.constructs == {("host", "membership"): (1, 1), ("stacked", "membership"): (1, 2)}


def test_misses_and_spurious_facts_are_shown_on_request_only(folder: Path) -> None:
    def extract(document: Document) -> list[Line]:
        return [membership("严松年", "局长"), membership("严松年", "队长")]

    report = evaluate(folder, extract)
    assert [(finding.kind, finding.record["role"]) for finding in report.findings] == [
        ("missed", "党组书记"),
        ("spurious", "队长"),
    ]
    assert "党组书记" in report.table(show=5)
    assert "党组书记" not in report.table()
    sealed = evaluate(folder, extract, aggregate_only=True)
    assert sealed.findings == ()
    assert sealed.scores == report.scores
    assert "严松年" not in sealed.table(show=5)


def test_a_perfect_extractor_scores_one(perfect: Callable[[GoldDocument], list[Line]]) -> None:
    gold = load_gold(OPEN)
    report = score(gold, {item.document.id: perfect(item) for item in gold})
    # Two sums that differ in nothing but who pays count as one fact line, so a few annotated ones cannot be hit.
    assert all(result.precision == 1.0 and result.recall > 0.99 for result in report.scores.values())
    total = sum((part for place, part in report.by_genre.items() if place[1:] == ("event", "strict")), Score())
    assert total == report.score("event", "strict")


def test_the_ratios() -> None:
    result = Score(hits=6, missed=2, spurious=4)
    assert (result.precision, result.recall) == (0.6, 0.75)
    assert result.f1 == pytest.approx(2 / 3)
    assert Score(0, 3, 0).f1 == Score().precision == 0


def test_bad_gold(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no pairs"):
        load_gold(tmp_path)
    (tmp_path / "a.txt").write_text("文", encoding="utf-8")
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match="no JSON"):
        load_gold(tmp_path)
