"""kg explain --link: the terms of the sum from the graph alone are those that the derived layer weighed."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import UsageError
from kg.evaluate.identity import load_identity
from kg.export.folder import GraphFiles, write_all
from kg.merge.blocks import Blocks
from kg.merge.comparisons import THRESHOLD
from kg.merge.corrections import Corrections, Entry, NameEntry, PersonsEntry
from kg.merge.profile import profile
from kg.model import Document, Extraction
from kg.query import Graph
from kg.query.links import explain_link
from kg.store import MemorySource

GOLD = Path(__file__).parents[1] / "gold" / "identity" / "open"
NAMES = {"王建军", "付天明", "欧阳振华", "吴向东", "张伟"}
TABLE = "姓名,出生年月,编号,机构\n王建军,1966-05,A17,湖北省财政厅\n王建军,1970,A18,四川省财政厅\n"


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    documents = [item for item in load_identity(GOLD) if NAMES & {words for _, words, _ in item.persons}]
    return [*(item.given() for item in documents), Extraction(Document("persons.csv", TABLE), ())]


@pytest.fixture(scope="module")
def graph(extractions: list[Extraction], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("links") / "graph"
    write_all(folder, extractions)
    return folder


@pytest.fixture(scope="module")
def blocks(extractions: list[Extraction]) -> Blocks:
    return Blocks(map(profile, extractions))


def persons(blocks: Blocks, name: str) -> list[str]:
    return [node.ref.partition(":")[2] for node in blocks.derive(("person", name)).nodes]


@pytest.mark.parametrize("name", ["付天明", "吴向东", "张伟"])
def test_the_weight_told_is_the_weight_in_the_graph(name: str, graph: Path, blocks: Blocks) -> None:
    for edge in blocks.derive(("person", name)).edges:
        if edge.label == "POSSIBLY_SAME_AS":
            found = explain_link(graph, edge.source.partition(":")[2], edge.target.partition(":")[2])
            assert not found.same
            assert found.pairs[0].weight <= float(dict(edge.values)["weight"])  # the pair that decides is the one that clashes


def test_two_persons(graph: Path, blocks: Blocks) -> None:
    one, other = persons(blocks, "付天明")
    text = explain_link(graph, one, other).text()
    assert "two persons 两人" in text
    assert "full-time posts in two bodies at once" in text
    assert "同时在两个机构任全职" in text


def locals_of(extractions: list[Extraction], name: str) -> list[tuple[str, str]]:
    """(document, id of the person of that name there), sorted."""
    known = [(e.document.id, profile(e)) for e in extractions]
    return sorted((document, e.id) for document, one in known for e in one.entities if e.label == name)


def test_what_the_user_says_is_told(extractions: list[Extraction], blocks: Blocks, tmp_path: Path) -> None:
    """One person of two, two of one, and one name for another: from the graph alone, as the derived layer has it."""
    owner = {e.source.partition(":")[2]: e.target for e in blocks.derive(("person", "付天明")).edges if e.label == "IDENTIFIED_AS"}
    (far, one), *others = locals_of(extractions, "付天明")
    near, other = next((document, local) for document, local in others if owner[local] != owner[one])
    apart = locals_of(extractions, "欧阳振华")[0], locals_of(extractions, "欧阳振华")[-1]
    entries: list[Entry] = [
        PersonsEntry("same", tuple(sorted([(far, "付天明"), (near, "付天明")]))),
        PersonsEntry("different", tuple(sorted((document, "欧阳振华") for document, _ in apart))),
        NameEntry("alias", "person", "吴向东", "张伟"),
    ]
    files = GraphFiles(tmp_path)
    files.write(MemorySource(extractions, corrections=Corrections(entries)))
    files.commit()
    linked = explain_link(tmp_path, one, other)
    assert linked.same
    assert any(pair.ruling == "same" for pair in linked.pairs)
    assert "the user's correction 人工更正：同一人" in linked.text()
    split = explain_link(tmp_path, apart[0][1], apart[1][1])
    assert (split.same, [pair.ruling for pair in split.pairs]) == (False, ["different"])
    assert "the user's correction 人工更正：不同的人" in split.text()
    renamed = explain_link(tmp_path, locals_of(extractions, "张伟")[0][1], locals_of(extractions, "吴向东")[0][1])
    assert renamed.name == "吴向东"


def test_two_facts_of_one_person_and_the_chain_between_them(graph: Path, blocks: Blocks) -> None:
    (person,) = persons(blocks, "欧阳振华")
    facts = sorted(
        (next(str(v) for k, v in edge.values if k == "role"), edge.fact)
        for edge in blocks.derive(("person", "欧阳振华")).edges
        if edge.label in ("HOLDS_ROLE_IN", "HELD_ROLE_IN")
    )
    found = explain_link(graph, facts[0][1], facts[-1][1])
    assert found.same
    assert found.pairs
    assert all(pair.weight >= THRESHOLD for pair in found.pairs)
    assert "the same post: 中国银行保险监督管理委员会普惠金融部" in found.text()
    assert explain_link(graph, person, person).text().startswith("欧阳振华: one person")


def test_a_row_of_the_users_table_is_among_the_reasons(graph: Path, blocks: Blocks) -> None:
    known = {dict(n.values).get("own_id"): n.ref.partition(":")[2] for n in blocks.derive(("person", "王建军")).nodes}
    text = explain_link(graph, known["A17"], known["A18"]).text()
    assert "different identifiers: A17 / A18" in text


def test_who_cannot_be_compared(graph: Path, blocks: Blocks) -> None:
    one, other = persons(blocks, "王建军")[0], persons(blocks, "欧阳振华")[0]
    with pytest.raises(UsageError, match="different names"):
        explain_link(graph, one, other)
    with pytest.raises(UsageError, match="nobody"):
        explain_link(graph, one, "ffffffffffffffff")
    with pytest.raises(UsageError, match="no id"):
        explain_link(graph, one, 'x" )')


def test_on_the_command_line(graph: Path, blocks: Blocks, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = persons(blocks, "付天明")
    assert main(["explain", str(graph), "--link", one, other]) == 0
    assert "sum 合计" in capsys.readouterr().out
    assert main(["explain", str(graph)]) == 2
    assert "--link" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("of", "years"), [("金融监管总局", ["2018", "2023"]), ("银监会", ["2018", "2023"]), ("财政部", [])]
)
def test_reforms_of_a_body(of: str, years: list[str], extractions: list[Extraction]) -> None:
    assert [row["year"] for row in Graph(extractions).ask("reforms", of=of)] == years


def test_a_question_across_years_finds_both(extractions: list[Extraction]) -> None:
    graph = Graph(extractions)
    found = {(row["person"], row["organization"]) for row in graph.ask("officials-across-reforms", of="金融监管总局")}
    assert ("欧阳振华", "中国银行业监督管理委员会合作部") in found
    assert ("欧阳振华", "国家金融监督管理总局") in found
    assert not {person for person, _ in found} & {"孟凡林"}


def test_a_body_is_found_by_a_name_that_no_document_has(extractions: list[Extraction]) -> None:
    early = [one for one in extractions if (one.document.published or "9") < "2015"]
    found = [row["person"] for row in Graph(early).ask("officials-across-reforms", of="金融监管总局")]
    assert found == ["欧阳振华"]
