"""A review as a user makes one: draw, fill in, apply, correct the graph, and ask it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kg.cli import main
from kg.errors import InputError, UsageError
from kg.merge.corrections import load
from kg.review import apply, review
from kg.review import tables as sheets
from kg.review.answers import changes, missed, parse_fields
from kg.review.sheet import ROW, Table, read_workbook, workbook
from kg.store import StoreSource

TEXTS = {
    "a.txt": "宜昌市财政局通知\n2023年7月3日\n日前，宜昌市财政局局长林知远调研。宜昌市财政局副局长周启航、宜昌市审计局局长何其舟参加。\n"
    "7月3日，宜昌市财政局下达夷陵区防汛救灾补助资金3000万元，用于水毁道路修复。\n",
    "b.txt": "任免通知\n2023年8月10日\n任命林知远为黄冈市审计局局长；免去周启航的宜昌市财政局副局长职务。\n",
    "c.txt": "宜昌市召开财政工作会议\n2023年9月1日\n9月1日，宜昌市财政局局长林知远出席会议并讲话。林知远还到宜都。\n",
}
Row = dict[str, Any]
Fill = Callable[[str, Callable[[Row], Row | None]], None]


@pytest.fixture
def graph(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    assert main(["build", "-q", "docs", "-o", "graph"]) == 0
    review("graph", "review.xlsx")
    return "graph"


@pytest.fixture
def fill() -> Fill:
    """`fill(sheet, answer)`: for each row, the cells to change."""

    def fill(name: str, answer: Callable[[Row], Row | None]) -> None:
        book = openpyxl.load_workbook("review.xlsx")
        sheet = book[name]
        header = {str(cell.value): at for at, cell in enumerate(sheet[1], 1)}
        for number in range(2, sheet.max_row + 1):
            row: Row = {key: sheet.cell(number, column).value for key, column in header.items()}
            for key, value in (answer(row | {ROW: number}) or {}).items():
                sheet.cell(number, header[key]).value = value
        book.save("review.xlsx")

    return fill


def judged(row: Row) -> Row:
    if "周启航" in row["事实"] and "现任" in row["事实"]:
        return {sheets.WRONG: "x", sheets.NOTE: "并非现任"}
    return {sheets.CHANGE: "机构＝宜都市审计局；状态=代理"} if "何其舟" in row["事实"] else {sheets.RIGHT: "√"}


def looked_at(row: Row) -> Row:
    if "召开财政" not in row["原文"]:
        return {sheets.MISSED: 0}
    return {sheets.MISSED: "事件：事项=召开财政工作会议；日期=2023-09-01\n资金：金额=1亿元；原文=财政工作会议"}


def test_from_the_sample_to_the_graph(graph: str, fill: Fill, capsys: pytest.CaptureFixture[str]) -> None:
    fill(sheets.FACTS, judged)
    fill(sheets.PASSAGES, looked_at)
    name = {sheets.KIND: "机构", sheets.OF: "宜昌市财政局", sheets.NAME: "宜昌财政"}
    fill(sheets.NAMES, lambda row: name if row[ROW] == 2 else None)
    by_hand = "# 手写的\n[[alias]]\norganization = \"宜昌市财政局\" # 常用\nalias = '宜昌财局'\n"
    Path("corrections.toml").write_text(by_hand, encoding="utf-8")
    assert main(["review", graph, "--apply", "review.xlsx"]) == 0
    told = capsys.readouterr().out
    assert "5 corrections added to corrections.toml, 0 there already" in told
    written = Path("corrections.toml").read_text(encoding="utf-8")
    assert written.startswith(by_hand)
    assert [entry.kind for entry in load("corrections.toml").entries] == ["add", "add", "alias", "edit", "name", "reject"]
    assert main(["review", graph, "--apply", "review.xlsx"]) == 0
    assert "0 corrections added to corrections.toml, 5 there already" in capsys.readouterr().out
    assert Path("corrections.toml").read_text(encoding="utf-8") == written

    assert main(["update", "-q", graph, "--corrections", "corrections.toml"]) == 0
    assert main(["build", "-q", "docs", "-o", "new", "--corrections", "corrections.toml"]) == 0
    exported(graph, "new")
    assert main(["query", graph, "--name", "officials", "--of", "宜昌财局", "--format", "csv"]) == 0
    rows = capsys.readouterr().out.split("\n")[1:]
    assert all(row.startswith("宜昌财政,局长,林知远") for row in filter(None, rows))
    with StoreSource(graph) as source:
        facts = [fact for e in source.documents() for fact in (*e.facts, *e.read)]
    gone = next(f.id for f in facts if getattr(f, "person", "") == "周启航" and getattr(f, "status", "") == "current")
    assert main(["explain", graph, gone]) == 0
    told = capsys.readouterr().out
    assert "rejected by the user" in told
    assert "并非现任" in told
    mine = next(f.id for f in facts if getattr(f, "person", "") == "何其舟" and getattr(f, "status", "") == "acting")
    assert main(["explain", graph, mine]) == 0
    told = capsys.readouterr().out
    assert "stated by the user" in told
    assert "facts like it" not in told

    assert main(["remove", "-q", graph, "docs/a.txt"]) == 0
    told = capsys.readouterr().err
    assert told.count("correction without effect") == 2
    assert "no document of the graph has this key or id" in told
    assert main(["status", graph]) == 0
    out, err = capsys.readouterr()
    assert "corrections 更正                 6" in out
    assert err.count("correction without effect") == 2
    assert main(["add", "-q", graph, "docs/a.txt"]) == 0
    exported(graph, "new")


def exported(one: str, other: str) -> None:
    """Two graphs are the same, in all their files and to the byte of their N-Quads."""
    for name in (one, other):
        assert main(["export", "-q", name, "--format", "nquads", "-o", f"{name}.nq"]) == 0
    assert Path(f"{one}.nq").read_bytes() == Path(f"{other}.nq").read_bytes()
    for path in Path(one).glob("*.*"):
        if path.is_file():
            assert path.read_bytes() == (Path(other) / path.name).read_bytes(), path


def test_figures(graph: str, fill: Fill) -> None:
    fill(sheets.FACTS, judged)
    fill(sheets.PASSAGES, looked_at)
    found = apply(graph, "review.xlsx", "new.toml")
    with StoreSource(graph) as source:
        number = sum(len(e.facts) for e in source.documents())
    figures = {figure.name: figure.estimate for figure in found.precision}
    assert figures["all 合计"].value == pytest.approx((number - 2) / number)
    assert figures["all 合计"].judged == number
    assert figures["event 事件"].value == figures["allocation 资金"].value == 1
    assert figures["  membership.title"].value < figures["post 任职"].value < 1
    recalls = {figure.name: figure.estimate.value for figure in found.recall}
    assert recalls["allocation 资金"] == 0.5
    assert recalls["post 任职"] == 1
    assert 0.5 < recalls["all 合计"] < 1


def test_only_what_was_looked_at_counts(graph: str, fill: Fill) -> None:
    found = apply(graph, "review.xlsx", "new.toml")
    assert (found.precision, found.recall, found.added) == ([], [], [])
    assert not Path("new.toml").exists()
    fill(sheets.PASSAGES, lambda row: {sheets.MISSED: 2} if row["编号"] == "3" else None)
    found = apply(graph, "review.xlsx", "new.toml")
    assert [figure.name for figure in found.recall] == ["all 合计"]
    assert found.added == []


def test_namesakes_whom_the_graph_takes_for_two_are_asked_about_until_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    for at, body in enumerate(("宜昌市财政局局长", "哈尔滨市卫生健康委员会主任")):
        text = f"会议\n2023年7月3日\n7月3日，{body}林知远出席会议并讲话。\n"
        Path("docs", f"{at}.txt").write_text(text, encoding="utf-8")
    assert main(["build", "-q", "docs", "-o", "graph"]) == 0
    (pair,) = review("graph", "review.xlsx").namesakes
    assert pair.name == "林知远"
    assert {"宜昌市财政局局长" in pair.said, "宜昌市财政局局长" in pair.of_other} == {True, False}
    (row,) = read_workbook("review.xlsx")[sheets.NAMESAKES]
    assert row["权重"] == ("" if pair.weight is None else f"{pair.weight:+.2f}")
    persons = ", ".join(f'{{ document = "docs/{at}.txt", name = "林知远" }}' for at in (0, 1))
    Path("right.toml").write_text(f"[[different]]\npersons = [{persons}]\n", encoding="utf-8")
    assert main(["update", "-q", "graph", "--corrections", "right.toml"]) == 0
    assert review("graph", "review.xlsx").namesakes == ()


def test_a_workbook_that_is_there_is_not_written_over(
    graph: str, fill: Fill, capsys: pytest.CaptureFixture[str]
) -> None:
    fresh = Path("review.xlsx").read_bytes()
    fill(sheets.FACTS, judged)
    filled = Path("review.xlsx").read_bytes()
    for arguments in (["-o", "review.xlsx"], []):
        assert main(["review", graph, *arguments]) == 2
        assert "review.xlsx is there already" in capsys.readouterr().err
        assert Path("review.xlsx").read_bytes() == filled
    Path("notes.xlsx").write_text("笔记", encoding="utf-8")
    with pytest.raises(UsageError, match="no workbook"):
        review(graph, "notes.xlsx")
    assert Path("notes.xlsx").read_text(encoding="utf-8") == "笔记"
    assert main(["review", graph, "-q", "--force"]) == 0
    assert Path("review.xlsx").read_bytes() == fresh
    assert main(["review", graph, "-q"]) == 0  # without answers, nothing is lost


def test_the_same_graph_gives_the_same_bytes(graph: str) -> None:
    first = Path("review.xlsx").read_bytes()
    review(graph, "again.xlsx")
    assert Path("again.xlsx").read_bytes() == first
    main(["build", "-q", "docs/c.txt", "docs/b.txt", "docs/a.txt", "-o", "other"])
    review("other", "again.xlsx")
    assert Path("again.xlsx").read_bytes() == first
    one, two = (review(graph, "again.xlsx", sample=3, seed=seed) for seed in (0, 1))
    assert len(one.facts) == len(two.facts) == 3
    assert one.facts != two.facts


def test_a_file_that_cannot_be_added_to_is_left_alone(graph: str, fill: Fill) -> None:
    fill(sheets.FACTS, judged)
    texts = (
        'reject = [{ document = "a", family = "event", quote = "x" }]\n',
        '[[alias]]\nfund = "甲"\nalias = "丙"\n[[alias]]\nfund = "乙"\nalias = "丙"\n',
    )
    for text in texts:
        Path("corrections.toml").write_text(text, encoding="utf-8")
        with pytest.raises(UsageError, match=r"corrections"):
            apply(graph, "review.xlsx", "corrections.toml")
        assert Path("corrections.toml").read_text(encoding="utf-8") == text


def test_a_contradiction_with_what_is_written_is_told(graph: str, fill: Fill, capsys: pytest.CaptureFixture[str]) -> None:
    fill(sheets.FACTS, judged)
    apply(graph, "review.xlsx", "corrections.toml")
    before = Path("corrections.toml").read_text(encoding="utf-8")
    fill(sheets.FACTS, lambda row: {sheets.CHANGE: "状态=曾任"} if "何其舟" in row["事实"] else None)
    assert main(["review", graph, "--apply", "review.xlsx"]) == 0
    assert "not written 未写入: corrections contradict each other: edit" in capsys.readouterr().err
    assert Path("corrections.toml").read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    ("sheet", "answer", "told"),
    [
        (sheets.FACTS, {sheets.RIGHT: "x", sheets.WRONG: "x"}, "事实, row 2: it cannot be both 对 and 错"),
        (sheets.FACTS, {sheets.CHANGE: "副局长"}, "事实, row 2: write 字段=值"),
        (sheets.FACTS, {sheets.CHANGE: "级别=3"}, "事实, row 2: write 字段=值"),
        (sheets.FACTS, {sheets.WRONG: "x", sheets.ANCHOR: "{}"}, "was changed"),
        (sheets.PASSAGES, {sheets.MISSED: "林知远是局长"}, "段落, row 2: write 任职：字段=值"),
        (sheets.PASSAGES, {sheets.MISSED: "任职：人物=林知远"}, "membership needs role"),
        (sheets.PASSAGES, {sheets.MISSED: "任职：人物=林知远；职务=局长；原文=无此句"}, "the passage does not say"),
        (sheets.NAMES, {sheets.KIND: "部门", sheets.OF: "x"}, "名称, row 2: 类别 is one of 机构"),
        (sheets.NAMES, {sheets.KIND: "机构", sheets.OF: "x"}, "must be another name"),
    ],
)
def test_an_answer_that_means_nothing_is_told_by_sheet_and_row(
    graph: str, fill: Fill, sheet: str, answer: Row, told: str
) -> None:
    fill(sheet, lambda row: answer if row[ROW] == 2 else None)
    with pytest.raises(UsageError, match=told):
        apply(graph, "review.xlsx", "new.toml")
    assert not Path("new.toml").exists()


def test_what_is_no_workbook_is_told(graph: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("none.xlsx").write_text("对,错", encoding="utf-8")
    with pytest.raises(InputError, match=r"no \.xlsx workbook"):
        apply(graph, "none.xlsx", "new.toml")
    with pytest.raises(InputError, match="No such file"):
        apply(graph, "nowhere.xlsx", "new.toml")
    Path("other.xlsx").write_bytes(workbook([Table("甲", ("乙",), (("丙",),))]))
    with pytest.raises(UsageError, match="no sheet '事实'"):
        apply(graph, "other.xlsx", "new.toml")
    assert main(["review", graph, "-o", "review.csv"]) == 2
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(UsageError, match=r"pip install 'zhkg\[review\]'"):
        review(graph, "new.xlsx")


def test_cells_are_text(tmp_path: Path) -> None:
    rows = (("=1+1", "一\x00二\n三"), ("", "007"))
    (tmp_path / "t.xlsx").write_bytes(workbook([Table("表", ("甲", "乙"), rows, (5, 5), ("乙",), 1)]))
    assert read_workbook(tmp_path / "t.xlsx") == {
        "表": [{"甲": "=1+1", "乙": "一二\n三", ROW: "2"}, {"甲": "", "乙": "007", ROW: "3"}]
    }


@pytest.mark.parametrize(
    ("text", "family", "fields"),
    [
        ("职务=副局长；状态=曾任", "membership", {"role": "副局长", "status": "former"}),
        ("机构=", "membership", {"organization": ""}),
        ("事项=甲；乙；日期=2020", "event", {"label": "甲；乙", "date": "2020"}),
        ("amount = 3亿元\n地区＝湖北省", "allocation", {"amount": "3亿元", "region": "湖北省"}),
    ],
)
def test_fields_are_read_by_their_names(text: str, family: str, fields: dict[str, str]) -> None:
    assert parse_fields(text, family) == fields


def test_only_what_differs_is_changed() -> None:
    told = {"amount": "300000000", "region": "湖北省"}
    assert changes("金额=3亿元；地区=武汉市", "allocation", told) == {"region": "武汉市"}
    with pytest.raises(ValueError, match="no field of 任职: 级别"):
        parse_fields("职务=局长；级别=3", "membership")


def test_missed() -> None:
    assert missed(" ") is None
    assert [found.number for found in map(missed, ("0", "无", "3")) if found] == [0, 0, 3]
    found = missed("任职：人物=甲某；\n职务=局长\n事件：事项=开会；日期=2020-01；原文=开会。")
    assert found is not None
    assert found.facts == (
        ("membership", {"person": "甲某", "role": "局长"}, ""),
        ("event", {"label": "开会", "date": "2020-01"}, "开会。"),
    )
