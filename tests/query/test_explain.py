"""kg explain: the sentence with its parts, the rule, what was filled in and from where, and why we are so sure."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.export.folder import write_all
from kg.model import Document, Extraction
from kg.pipeline import extract
from kg.query.explain import explain, rules

Maker = Callable[..., Extraction]
NOTICE = """\
清溪县财政局通知

3月2日，省财政厅下达清溪县防汛救灾资金3亿元，用于堤防修复，其中柳河镇6000万元。
本局局长严松年介绍了有关情况。次日，堤防修复工程开工。
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain") / "graph"
    document = Document("a.txt", NOTICE, title="清溪县财政局通知", published="2021-03-05", publisher="清溪县财政局")
    write_all(folder, [extract(document)])
    return folder


def identifier(graph: Path, **wanted: object) -> str:
    found = [json.loads(line) for line in (graph / "facts.jsonl").read_text("utf-8").splitlines()]
    (line,) = (line for line in found if all(line.get(key) == value for key, value in wanted.items()))
    return str(line["id"])


def test_a_part_of_a_sum(graph: Path) -> None:
    found = explain(graph, identifier(graph, amount=60_000_000)[:12])
    assert "【6000万元·金额】" in found.sentence
    assert found.sentence.startswith("3月2日，省财政厅下达")
    how = {item.field: item.how for item in found.filled}
    assert "from the whole" in how["fund"]
    assert "防汛救灾资金" in how["fund"]
    told = found.text()
    assert "其中" in told
    assert "part of" in told


def test_a_date_without_its_year(graph: Path) -> None:
    whole = explain(graph, identifier(graph, type="allocation", amount=300_000_000))
    assert ("date", "3月2日 → 2021-03-02") in [item[:2] for item in whole.filled]
    next_day = explain(graph, identifier(graph, type="event", date_text="次日"))
    (date,) = (item for item in next_day.filled if item.field == "date")
    assert "earlier date" in date.how


def test_a_body_that_is_only_hinted_at(make_extraction: Maker, tmp_path: Path) -> None:
    write_all(tmp_path, [make_extraction()])
    found = explain(tmp_path, identifier(tmp_path, person="闻人月"))
    assert ("organization", "省财政厅 → 湖北省财政厅", None) in found.filled
    assert "warning 警告: doubtful" in found.text()
    assert "said again 另见: 1" in found.text()


def test_the_rule_and_the_confidence_are_told(graph: Path) -> None:
    found = explain(graph, identifier(graph, type="membership", person="严松年"))
    assert found.rule == rules()["membership.title"]
    told = found.text()
    for words in (
        "rule 规则  membership.title",
        "置信度",
        "facts like it were right",
        f"{found.line['confidence']:.2f}",
    ):
        assert words in told


@pytest.mark.parametrize("prefix", ["", "0"])
def test_an_id_of_several_facts_is_wrong_usage(graph: Path, prefix: str, tmp_path: Path) -> None:
    line = (graph / "facts.jsonl").read_text("utf-8").splitlines()[0]
    folder = tmp_path / "several"
    folder.mkdir()
    several = [re.sub(r'"id": "..', f'"id": "0{at}', line, count=1) for at in range(3)]
    (folder / "facts.jsonl").write_text("\n".join(several) + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match="begins the ids of 3 facts; give more of it: 00"):
        explain(folder, prefix)
    assert explain(folder, "01").line["id"].startswith("01")


@pytest.mark.parametrize("prefix", ["zz", "没有", '"', "f" * 40])
def test_an_unknown_id_is_wrong_usage(graph: Path, prefix: str) -> None:
    for source in (graph, graph / "graph.ttl"):
        with pytest.raises(UsageError, match="no fact's id begins with"):
            explain(source, prefix)


def test_what_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="kg build makes one"):
        explain(tmp_path, "a")
    with pytest.raises(InputError, match="no such graph"):
        explain(tmp_path / "none", "a")
    (tmp_path / "facts.jsonl").write_text('{"id": "abc…\n', encoding="utf-8")
    with pytest.raises(InputError, match="line 1: no JSON"):
        explain(tmp_path, "abc")


def test_turtle_tells_the_same_as_the_fact_lines(graph: Path) -> None:
    for text in (graph / "facts.jsonl").read_text("utf-8").splitlines():
        line = json.loads(text)
        assert explain(graph / "graph.ttl", line["id"]).text() == explain(graph, line["id"]).text()


def test_every_fact_made_by_hand_is_explained_from_both(make_extraction: Maker, tmp_path: Path) -> None:
    extraction = make_extraction()
    write_all(tmp_path / "g", [extraction])
    for fact in extraction.facts:
        for source in (tmp_path / "g", tmp_path / "g" / "graph.ttl"):
            found = explain(source, fact.id)
            assert re.sub(r"【(.*?)·[^】]*】", r"\1", found.sentence) == fact.evidence.quote
            assert found.line["rule"] == fact.evidence.rule
            assert found.rule is None


def test_parts_outside_the_sentence_are_told(graph: Path, tmp_path: Path) -> None:
    line = json.loads((graph / "facts.jsonl").read_text("utf-8").splitlines()[0])
    line["mentions"] = {"date": [[0, 2]]}
    (tmp_path / "facts.jsonl").write_text(json.dumps(line, ensure_ascii=False) + "\n", encoding="utf-8")
    assert explain(tmp_path, line["id"]).elsewhere == ("date 日期 0–2",)


def test_every_rule_is_described_and_every_description_is_of_a_rule() -> None:
    source = Path(__file__).parents[2] / "kg" / "extract"
    text = "\n".join(path.read_text("utf-8") for path in sorted(source.rglob("*.py")))
    named = set(re.findall(r'"((?:membership|allocation|event)\.[a-z_.]+)"', text))
    links = re.findall(r'_link\(\s*"(\w+)"', text)
    named |= {f"membership.{name}" for name in links} - {"membership.proposed"}
    assert named == set(rules())
    assert all(all(rule) for rule in rules().values())
