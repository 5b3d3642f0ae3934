"""The command line as a user meets it: results on standard output, the rest on standard error, and the exit status."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import kg
from kg import KgError, __version__
from kg.cli import main
from tests.gold.broken.make import page

NOTICE = """\
清溪省财政厅关于下达防汛资金的通知

2021年7月20日，财政部下达河南省防汛救灾资金3亿元，用于支持受灾群众转移安置。
财政部农业农村司司长欧阳文渊介绍了有关情况。
"""
FILES = {
    "facts-allocations.csv", "facts-events.csv", "facts-memberships.csv", "facts.jsonl", "graph.graphml", "graph.ttl",
    "report.json", ".kg",
}  # fmt: skip
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two documents, in a folder that we work in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "b.txt").write_text(NOTICE.replace("3亿元", "5亿元"), encoding="gb18030")
    return folder


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's graph."""
    folder = tmp_path_factory.mktemp("demo") / "graph"
    assert main(["demo", "--quiet", "-o", str(folder)]) == 0
    return folder


def digests(folder: Path) -> dict[str, str]:
    """Of the files of a graph folder; the store's own differ from build to build."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """kg in a process of its own."""
    return subprocess.run([sys.executable, "-m", "kg", *arguments], capture_output=True, timeout=120, **options)  # type: ignore[call-overload, no-any-return]


def test_help_teaches(capsys: Capture) -> None:
    assert main(["--help"]) == 0
    page = capsys.readouterr().out
    for word in (
        "kg demo",
        "kg build",
        "Exit status",
        "退出码",
        "130",
        "facts-memberships.csv",
        "graph.graphml",
        ".jsonl",
    ):
        assert word in page
    assert page.count("\n") < 60


@pytest.mark.parametrize("command", [
    "demo", "build", "add", "remove", "update", "status", "diff", "export", "extract", "check", "restore", "query", "explain",
    "validate", "evaluate",
])  # fmt: skip
def test_every_command_has_help_in_both_languages(command: str, capsys: Capture) -> None:
    assert main([command, "--help"]) == 0
    assert any("\u4e00" <= char <= "\u9fff" for char in capsys.readouterr().out)


def test_version(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"kg {__version__}\n"


def test_help_is_fast() -> None:
    code = "import sys; from kg.cli import main; main(['--help']); sys.exit(len({'spacy', 'rdflib', 'networkx', 'jieba'} & sys.modules.keys()))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 2),
        (["nothing"], 2),
        (["build"], 2),
        (["build", "docs", "--workers", "-1"], 2),
        (["build", "docs", "--date", "yesterday"], 2),
        (["build", "docs", "--map", "text"], 2),
        (["extract", "docs", "--format", "xml"], 2),
        (["restore"], 2),
        (["restore", "docs"], 2),
        (["restore", "docs/a.txt", "--format", "xml"], 2),
        (["restore", "missing.txt"], 1),
        (["build", "missing.txt"], 2),
        (["build", "docs", "missing.txt"], 2),
        (["query", "missing", "SELECT ?s WHERE { ?s ?p ?o }"], 1),
        (["query", "docs"], 2),
        (["evaluate", "docs"], 2),
        (["evaluate", "docs", "--min", "event"], 2),
    ],
)
def test_exit_status(arguments: list[str], status: int, docs: Path, capsys: Capture) -> None:
    assert main(arguments) == status
    told = capsys.readouterr().err
    assert "Traceback" not in told
    assert told


def test_build_writes_the_folder_and_tells_what_it_found(docs: Path, capsys: Capture) -> None:
    assert main(["build", "docs", "-o", "graph"]) == 0
    told = capsys.readouterr().out
    assert {path.name for path in Path("graph").iterdir()} == FILES
    for word in ("documents", "allocations", "graph.graphml"):
        assert word in told
    report = json.loads(Path("graph/report.json").read_text(encoding="utf-8"))
    assert report["documents"] == 2


def test_build_is_the_same_whatever_order_workers_and_folder(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["build", "-q", "docs/a.txt", "docs/b.txt", "-o", "one"]) == 0
    assert main(["build", "-q", "docs/b.txt", "docs", "-o", "two", "--workers", "2"]) == 0
    monkeypatch.chdir(docs)
    assert main(["build", "-q", ".", "--root", "..", "-o", "../three"]) == 0
    assert digests(docs.parent / "one") == digests(docs.parent / "two") == digests(docs.parent / "three")


def test_hash_seed_changes_nothing(docs: Path) -> None:
    for seed in ("0", "1"):
        assert (
            run(
                "build",
                "-q",
                "docs",
                "-o",
                f"seed{seed}",
                env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": _here()},
            ).returncode
            == 0
        )
    assert digests(Path("seed0")) == digests(Path("seed1"))


def _here() -> str:
    return str(Path(__file__).parent.parent)


def test_one_bad_input_leaves_the_others(docs: Path, capsys: Capture) -> None:
    (docs / "c.txt").write_bytes(b"")
    (docs / "d.txt").write_bytes(bytes(range(256)) * 40)
    assert main(["build", "docs", "-o", "graph"]) == 1
    told = capsys.readouterr()
    assert "c.txt: the file is empty" in told.err
    report = json.loads(Path("graph/report.json").read_text(encoding="utf-8"))
    assert report["documents"] == 2
    assert [failure["path"] for failure in report["failures"]] == ["docs/c.txt", "docs/d.txt"]


def test_a_failed_build_leaves_the_folder_as_it_was(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["build", "-q", "docs", "-o", "graph"]) == 0
    before = digests(Path("graph"))

    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    assert main(["build", "-q", "docs/a.txt", "-o", "graph"]) == 1
    assert digests(Path("graph")) == before


@pytest.mark.parametrize(
    ("paths", "status", "message"),
    [
        (["typo/"], 2, "typo/: there is no such file or folder"),
        (["docs", "typo"], 2, "typo: there is no such file or folder"),
        (["empty"], 1, "no document was read; the graph stays as it was, with 2 documents"),
        (["bad.txt"], 1, "no document was read; the graph stays as it was, with 2 documents"),
    ],
)
def test_what_gives_no_document_replaces_no_graph(
    paths: list[str], status: int, message: str, docs: Path, capsys: Capture
) -> None:
    Path("empty").mkdir()
    Path("bad.txt").write_bytes(b"")
    assert main(["build", "-q", "docs", "-o", "graph"]) == 0
    before = digests(Path("graph"))
    capsys.readouterr()
    assert main(["build", *paths, "-o", "graph"]) == status
    assert message in capsys.readouterr().err
    assert digests(Path("graph")) == before
    with pytest.raises(KgError, match=message):
        kg.build(paths, "graph")
    assert digests(Path("graph")) == before
    assert len(list(Path("graph/.kg").glob("g*"))) == 1


def test_an_empty_folder_is_told(docs: Path, capsys: Capture) -> None:
    Path("empty").mkdir()
    assert main(["build", "empty", "-o", "graph"]) == 1
    told = capsys.readouterr().err
    assert "empty: no file in this folder that kg reads" in told
    assert "no document was read" in told
    assert main(["build", "docs", "empty", "-o", "graph"]) == 0
    told = capsys.readouterr().err
    assert "empty: no file in this folder" in told
    assert "docs: no file" not in told


def test_a_path_that_does_not_exist_is_an_error_in_python_too(docs: Path) -> None:
    with pytest.raises(KgError, match="nodir: there is no such file or folder"):
        kg.build(["docs", "nodir"])


def test_a_graph_among_its_documents_does_not_read_itself(docs: Path, capsys: Capture) -> None:
    assert main(["build", "-q", "docs", "-o", "docs"]) == 0
    before = digests(docs)
    (docs / "part").mkdir()
    (docs / "part" / "facts.jsonl").write_text('{"text": "财政部部长欧阳文渊讲话。"}', encoding="utf-8")
    capsys.readouterr()
    assert main(["build", "docs", "-o", "docs"]) == 0
    assert "documents 文档            3" in capsys.readouterr().out  # a file of that name is a document elsewhere
    (docs / "part" / "facts.jsonl").unlink()
    assert main(["build", "-q", "docs", "-o", "docs"]) == 0
    assert main(["update", "-q", "docs", "docs"]) == 0
    assert capsys.readouterr().err == ""
    assert digests(docs) == before


def test_corrections_outlive_a_build(docs: Path, capsys: Capture) -> None:
    head = '[[reject]]\ndocument = "docs/a.txt"\nfamily = "membership"\n'
    Path("right.toml").write_text(f'{head}fact = {{ person = "欧阳文渊" }}\n', encoding="utf-8")
    Path("none.toml").write_text("", encoding="utf-8")
    assert main(["build", "-q", "docs", "-o", "graph", "--corrections", "right.toml"]) == 0
    before = digests(Path("graph"))
    capsys.readouterr()
    assert main(["build", "docs", "-o", "graph"]) == 0
    assert "1 corrections of the graph kept" in capsys.readouterr().err
    assert digests(Path("graph")) == before
    assert len(kg.build(["docs"], "graph").facts) == len(kg.build(["docs"], corrections="right.toml").facts)
    assert main(["build", "docs", "-o", "graph", "--corrections", "none.toml"]) == 0
    assert "kept" not in capsys.readouterr().err
    assert main(["build", "-q", "docs", "-o", "other"]) == 0
    assert digests(Path("graph")) == digests(Path("other"))


def test_extract_prints_fact_lines_only(docs: Path, capsys: Capture) -> None:
    assert main(["extract", "docs"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {line["document"] for line in lines} == {"docs/a.txt", "docs/b.txt"}
    text = NOTICE
    for line in lines:
        if line["document"] == "docs/a.txt":
            assert "".join(text[start:end] for start, end in line["spans"]) == line["quote"]


def test_extract_as_a_table_shows_the_sentence(docs: Path, capsys: Capture) -> None:
    assert main(["extract", "docs/a.txt", "--format", "table"]) == 0
    assert "2021年7月20日，财政部下达河南省防汛救灾资金3亿元" in capsys.readouterr().out


def test_extract_as_a_page_holds_all_documents_and_names_those_that_failed(docs: Path, capsys: Capture) -> None:
    (docs / "c.txt").write_bytes(b"")
    assert main(["extract", "docs", "--format", "html"]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("<!DOCTYPE html>")
    assert told.out.endswith("</html>\n")
    assert told.out.count("<section") == 2
    assert "欧阳文渊</mark>" in told.out
    assert "c.txt: the file is empty" in told.err


def test_a_sum_of_a_table_is_shown_with_the_unit_of_the_table(docs: Path, capsys: Capture) -> None:
    table = "关于下达水利救灾资金的通知\n\n2022年8月25日\n\n单位：万元\n\n| 地区 | 中央财政水利救灾资金 |\n|---|---|\n| 湖北省 | 5000 |\n| 湖南省 | 3000 |\n"
    (docs / "a.txt").write_text(table, encoding="utf-8")
    assert main(["extract", "docs/a.txt", "--format", "table"]) == 0
    assert "5000万元" in capsys.readouterr().out
    assert main(["build", "-q", "docs/a.txt", "-o", "graph"]) == 0
    for name in ("graph.graphml", "graph.ttl"):
        assert "5000万元 → 湖北省" in Path("graph", name).read_text(encoding="utf-8")
    right = '[[edit]]\ndocument = "docs/a.txt"\nfamily = "allocation"\nfact = { region = "湖北省" }\nto = { amount = "6000万元" }\n'
    Path("right.toml").write_text(right, encoding="utf-8")
    assert main(["build", "-q", "docs/a.txt", "-o", "graph", "--corrections", "right.toml"]) == 0
    told = Path("graph/graph.graphml").read_text(encoding="utf-8")
    assert "6000万元 → 湖北省" in told
    assert "6000万元万元" not in told


def test_extract_reads_standard_input(docs: Path) -> None:
    record = json.dumps({"id": "一", "content": NOTICE, "time": "2021/7/21"}, ensure_ascii=False)
    found = run(
        "extract",
        "-",
        "--map",
        "text=content,date=time",
        input=record.encode(),
        env={**os.environ, "PYTHONPATH": _here()},
    )
    assert found.returncode == 0
    assert {json.loads(line)["document"] for line in found.stdout.splitlines()} == {"一"}


BROKEN = page("open", 3).text


def articles(told: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in told.splitlines()]


def test_restore_prints_the_articles_and_tells_what_it_left_out(docs: Path, capsys: Capture) -> None:
    Path("page.txt").write_text(BROKEN, encoding="gb18030")
    assert main(["restore", "page.txt"]) == 0
    text = capsys.readouterr()
    assert main(["restore", "page.txt", "--format", "jsonl"]) == 0
    lines = articles(capsys.readouterr().out)
    assert [list(line) for line in lines] == [["article", "text", "spans"]] * 2
    assert [line["article"] for line in lines] == [1, 2]
    assert text.out == "\n\n-----\n\n".join(str(line["text"]) for line in lines) + "\n"
    for line in lines:
        assert "".join(BROKEN[a:b] for a, b in line["spans"]) == line["text"]  # type: ignore[attr-defined]
    assert "2 articles" in text.err
    assert text.err.count("left out 未收入") == 7
    assert "区县新事　County Affairs" in text.err


def test_restore_leaves_a_sound_text_as_it_is(docs: Path, capsys: Capture) -> None:
    assert main(["restore", "docs/a.txt"]) == 0
    told = capsys.readouterr()
    assert told.out == NOTICE
    assert "not broken" in told.err
    assert main(["restore", "--quiet", "docs/a.txt", "--format", "jsonl"]) == 0
    told = capsys.readouterr()
    assert articles(told.out) == [{"article": 1, "text": NOTICE, "spans": [[0, len(NOTICE)]]}]
    assert told.err == ""


def test_restore_reads_standard_input_and_records(docs: Path, capsys: Capture) -> None:
    record = json.dumps({"id": "一", "content": BROKEN}, ensure_ascii=False)
    asked = ("restore", "-", "--map", "text=content", "--format", "jsonl", "-q")
    found = run(*asked, input=record.encode(), env={**os.environ, "PYTHONPATH": _here()})
    assert found.returncode == 0
    assert [(line["document"], line["article"]) for line in articles(found.stdout.decode())] == [("一", 1), ("一", 2)]


def test_restore_reads_web_pages(docs: Path, capsys: Capture) -> None:
    body = "".join(f"<p>{line}</p>" for line in BROKEN.split("\n") if line)
    Path("page.html").write_text(f"<html><body><div>{body}</div></body></html>", encoding="utf-8")
    assert main(["restore", "page.html", "--format", "jsonl", "-q"]) == 0
    assert len(articles(capsys.readouterr().out)) == 2


def test_check_tells_how_each_input_would_be_read(docs: Path, capsys: Capture) -> None:
    (docs / "c.jsonl").write_text('{"text": "春天来了。", "author": "x"}\n', encoding="utf-8")
    assert main(["check", "docs", "--date-from", "name"]) == 0
    told = capsys.readouterr().out
    for word in (
        "utf-8",
        "gb18030",
        "missing",
        "author",
        "清溪省财政厅关于下达防汛资金的通知",
        "3 documents, 3 without a date",
    ):
        assert word in told


def test_check_tells_of_dates_in_names(docs: Path, capsys: Capture) -> None:
    for name in ("t20210305_12.txt", "12345678.txt"):
        Path(name).write_text("省财政厅昨日下达资金。\n", encoding="utf-8")
    assert main(["check", "t20210305_12.txt", "12345678.txt"]) == 0
    assert capsys.readouterr().out.count("--date-from name") == 1
    assert main(["check", "t20210305_12.txt", "--date-from", "name"]) == 0
    assert "2021-03-05 (file name)" in capsys.readouterr().out


def test_a_manifest_gives_what_files_lack(docs: Path, capsys: Capture) -> None:
    Path("m.csv").write_text("path,title,date,publisher\ndocs/a.txt,通知,2021-07-21,财政部\n", encoding="utf-8")
    assert main(["check", "docs/a.txt", "--manifest", "m.csv"]) == 0
    told = capsys.readouterr().out
    assert "2021-07-21 (manifest)" in told
    assert "1 documents, 0 without a date" in told


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_query_by_name_and_by_sparql(form: str, graph: Path, capsys: Capture) -> None:
    assert main(["query", str(graph), "--name", "money-by-region", "--format", form]) == 0
    by_name = capsys.readouterr()
    assert (
        main(
            [
                "query",
                str(graph / "graph.ttl"),
                "SELECT (COUNT(?f) AS ?n) WHERE { ?f a org:Membership }",
                "--format",
                form,
            ]
        )
        == 0
    )
    by_sparql = capsys.readouterr().out
    if form == "json":
        assert json.loads(by_sparql)[0]["n"] > 20
        assert json.loads(by_name.out)[0]["amount_cny"] > 0
    elif form == "csv":
        assert next(csv.reader(io.StringIO(by_name.out))) == ["by", "key", "amount_cny", "allocations"]
        assert "money-by-region-left-out" in by_name.err
    else:
        assert "not counted" in by_name.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["SELECT ?s WHERE { ?s ?p"], "malformed SPARQL"),
        (["--name", "nothing"], "no query is called"),
        (["--name", "posts"], "needs --person"),
        (["--name", "posts", "--of", "财政部"], "does not take --of"),
        (["SELECT ?s WHERE { ?s ?p ?o }", "--of", "财政部"], "goes with --name"),
        (["SELECT ?s WHERE { ?s ?p ?o }", "--name", "officials"], "either"),
    ],
)
def test_a_wrong_query_is_wrong_usage(arguments: list[str], message: str, graph: Path, capsys: Capture) -> None:
    assert main(["query", str(graph), *arguments]) == 2
    assert message in capsys.readouterr().err


def test_query_of_what_is_no_graph(docs: Path, capsys: Capture) -> None:
    (docs / "bad.ttl").write_text("this is no turtle", encoding="utf-8")
    assert main(["query", "docs/bad.ttl", "ASK { ?s ?p ?o }"]) == 1
    assert "bad.ttl: no Turtle" in capsys.readouterr().err
    assert main(["query", "docs", "ASK { ?s ?p ?o }"]) == 1
    assert "kg build makes one" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["officials", "--of", "不存在局"], "nothing in the graph is called 不存在局"),
        (["officials", "--of", "交通运输厅"], "like it 相近: 交通运输部"),
        (["career", "--person", "无名氏"], "nothing in the graph is called 无名氏"),
        (["officials", "--of", "交通运输部"], ""),
    ],
)
def test_a_name_that_nothing_has_is_told(arguments: list[str], message: str, graph: Path, capsys: Capture) -> None:
    assert main(["query", str(graph), "--name", *arguments]) == 0
    told = capsys.readouterr().err
    assert message in told
    assert bool(told) == bool(message)


def test_words_of_tables_are_in_chinese_too(graph: Path, capsys: Capture) -> None:
    assert main(["query", str(graph), "--name", "career", "--person", "昭知远"]) == 0
    told = capsys.readouterr().out
    assert "full 正式" in told
    assert "stated 写明" in told or "unknown 不明" in told or "inferred 推断" in told
    assert main(["query", str(graph), "--name", "career", "--person", "昭知远", "--format", "csv"]) == 0
    assert "正式" not in capsys.readouterr().out
    assert main(["status", str(graph)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all(any("\u4e00" <= char <= "\u9fff" for char in line) for line in lines)


def test_what_queries_are_for_is_told_of_each(capsys: Capture) -> None:
    assert main(["query", "x", "--list"]) == 0
    titles = [line[27:] for line in capsys.readouterr().out.splitlines() if not line.startswith(" ")]
    assert len(set(titles)) == len(titles)
    assert not any(".rq" in title for title in titles)


def test_queries_are_listed_without_a_graph(capsys: Capture) -> None:
    assert main(["query", "--list"]) == 0
    assert "officials" in capsys.readouterr().out


def test_explain_a_fact(graph: Path, capsys: Capture) -> None:
    line = json.loads((graph / "facts.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert main(["explain", str(graph), line["id"][:12]]) == 0
    told = capsys.readouterr().out
    for word in (line["id"], "原文", "规则", "推断", "置信度"):
        assert word in told
    assert main(["explain", str(graph), "nothing"]) == 2
    assert "no fact's id begins with 'nothing'" in capsys.readouterr().err
    assert main(["explain", "nowhere", "a"]) == 1


def test_a_table_of_persons_is_evidence(docs: Path, capsys: Capture) -> None:
    Path("persons.csv").write_text("姓名,编号,机构\n欧阳文渊,A17,财政部农业农村司\n", encoding="utf-8")
    assert main(["build", "docs", "-o", "graph", "--persons", "persons.csv", "-q"]) == 0
    assert main(["query", "graph", "SELECT ?id WHERE { ?p a foaf:Person ; schema:identifier ?id }"]) == 0
    assert "A17" in capsys.readouterr().out
    Path("persons.csv").write_text("编号\nA17\n", encoding="utf-8")
    assert main(["build", "docs", "-o", "other", "--persons", "persons.csv"]) == 2
    assert "no column 'name'" in capsys.readouterr().err


def test_validate_the_demo_and_a_broken_graph(graph: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["validate", str(graph)]) == 0
    assert "0 violations" in capsys.readouterr().out
    text = (graph / "graph.ttl").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "prov:wasDerivedFrom" in line)
    broken = tmp_path / "broken.ttl"
    broken.write_text(text.replace(line + "\n", "", 1), encoding="utf-8")
    assert main(["validate", str(broken)]) == 1
    assert "/fact/" in capsys.readouterr().out


def test_evaluate_prints_figures_and_holds_bounds(capsys: Capture) -> None:
    gold = str(Path(_here()) / "kg" / "demo")
    assert main(["evaluate", gold, "--min", "membership=0.1"]) == 0
    assert "membership" in capsys.readouterr().out
    assert main(["evaluate", gold, "--aggregate-only", "--min", "event.strict=1.01"]) == 1
    assert "event strict: F1" in capsys.readouterr().err


def test_progress_in_a_pipe_is_plain_lines(docs: Path, capsys: Capture) -> None:
    text = "".join(json.dumps({"text": f"第{i}号。", "id": f"{i}"}) + "\n" for i in range(1001))
    Path("many.jsonl").write_text(text, encoding="utf-8")
    assert main(["extract", "many.jsonl"]) == 0
    assert capsys.readouterr().err == "kg: 1000 documents\n"


def test_a_reader_that_stops_early_is_no_error(docs: Path) -> None:
    record = json.dumps({"text": NOTICE}, ensure_ascii=False) + "\n"
    Path("many.jsonl").write_text(record * 500, encoding="utf-8")
    command = f'"{sys.executable}" -m kg extract -q many.jsonl | head -n 1'
    found = subprocess.run(
        command, shell=True, capture_output=True, timeout=120, env={**os.environ, "PYTHONPATH": _here()}
    )
    assert found.stdout.count(b"\n") == 1
    assert found.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a child there")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_interrupted(workers: str, docs: Path) -> None:
    record = json.dumps({"text": NOTICE * 50}, ensure_ascii=False) + "\n"
    Path("many.jsonl").write_text(record * 2000, encoding="utf-8")
    command = [sys.executable, "-m", "kg", "build", "many.jsonl", "-o", "graph", "--workers", workers]
    # Under a shell's background job SIGINT is ignored, and a child inherits that.
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": _here()},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    while not any(Path(".").glob("graph/.kg/g*/ledger")) and process.poll() is None:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert not Path("graph").exists()


STRUCK = """
import multiprocessing.popen_spawn_posix, multiprocessing.util as util, os, signal, sys
launch = util.spawnv_passfds
def struck(path, arguments, *more):
    pid = launch(path, arguments, *more)
    if "spawn_main" in str(arguments):
        os.kill(os.getpid(), signal.SIGINT)
    return pid
util.spawnv_passfds = struck
signal.signal(signal.SIGINT, signal.default_int_handler)
from kg.cli import main
sys.exit(main(["build", "docs", "-o", "graph", "--workers", "2"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to a child there")
def test_interrupted_while_a_worker_is_launched(docs: Path) -> None:
    found = subprocess.run(
        [sys.executable, "-c", STRUCK], capture_output=True, timeout=60, env={**os.environ, "PYTHONPATH": _here()}
    )
    assert (found.returncode, found.stderr.count(b"Traceback")) == (130, 0)
    assert not Path("graph").exists()


@pytest.mark.skipif(os.name == "nt", reason="limits of files are POSIX's")
@pytest.mark.parametrize("limit", [10_000, 40_000])
def test_a_disk_that_takes_no_more(limit: int, docs: Path, tmp_path: Path) -> None:
    import resource

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    new = run("build", str(docs), "-o", "new", "--quiet", preexec_fn=full)
    assert new.returncode == 1
    assert b"cannot write" in new.stderr
    assert b"Traceback" not in new.stderr
    assert not (tmp_path / "new").exists()
    assert main(["build", "docs/a.txt", "-o", "old", "--quiet"]) == 0
    before = digests(tmp_path / "old")
    more = run("add", "old", "docs/b.txt", "--quiet", preexec_fn=full)
    assert more.returncode == 1
    assert b"cannot" in more.stderr
    assert b"Traceback" not in more.stderr
    assert digests(tmp_path / "old") == before
    assert main(["status", "old"]) == 0
