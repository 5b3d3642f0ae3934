"""Graphs that grow, shrink and follow their files, on the sample documents; and that are killed meanwhile."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.changes import SMALL, add, remove, status, update, write_files
from kg.cli import main
from kg.errors import InputError, UsageError
from kg.export.folder import FILES, export
from kg.extract.run import extract
from kg.merge.corrections import Corrections, parse
from kg.model import Document
from kg.pipeline import build_folder
from kg.query.diff import compare
from kg.read import Options, load_manifest, read
from kg.store import MemorySource, StoreSource, extractor_version, with_tallies

ROOT = Path(__file__).parent.parent
DEMO = ROOT / "kg" / "demo"
NAMES = ("appointments-1.txt", "essay-1.txt", "fund-notice-2.txt", "ministry-news-1.txt", "ministry-news-3.txt")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with some of the sample documents, in a folder that we work in."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "docs"
    folder.mkdir()
    for name in (*NAMES, "manifest.csv"):
        shutil.copy(DEMO / name, folder)
    return folder


def options(docs: Path) -> Options:
    return Options(root=str(docs.parent), manifest=load_manifest(docs / "manifest.csv"))


def nquads(graph: str | Path) -> bytes:
    with StoreSource(graph) as source:
        export(source, "nquads", "sorted.nq")
    return Path("sorted.nq").read_bytes()


def files(graph: str | Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(graph).iterdir() if path.is_file()}


def built(docs: Path, names: tuple[str, ...] = NAMES, workers: int = 1, graph: str = "expected") -> str:
    build_folder([docs / name for name in names], graph, options=options(docs), workers=workers)
    return graph


@pytest.mark.parametrize(("cut", "workers"), [(0, 1), (2, 2), (4, 1)])
def test_a_build_and_what_is_added_is_a_build_of_all(docs: Path, cut: int, workers: int) -> None:
    order = NAMES[::-1]
    built(docs, order[:cut], graph="graph")
    for name in order[cut:]:
        change = add("graph", [docs / name], options=options(docs), workers=workers)
        assert (change.documents, change.read, change.files) == (1, 1, True)
    expected = built(docs, workers=3 - workers)
    assert nquads("graph") == nquads(expected)
    assert files("graph") == files(expected)
    again = add("graph", [docs], options=options(docs))
    assert (again.documents, again.read, again.unchanged) == (0, 0, len(NAMES))
    assert files("graph") == files(expected)


def test_add_then_remove_is_nothing(docs: Path) -> None:
    built(docs, NAMES[:3], graph="graph")
    before, told = nquads("graph"), files("graph")
    add("graph", [docs / NAMES[3], docs / NAMES[4]], options=options(docs))
    with StoreSource("graph") as source:
        key = next(e.document.key for e in source.documents() if e.document.id.endswith(NAMES[4]))
    remove("graph", [f"docs/{NAMES[3]}", key])
    assert nquads("graph") == before
    assert files("graph") == told
    with pytest.raises(UsageError, match="no document of the graph is called"):
        remove("graph", [f"docs/{NAMES[0]}", "nothing"])
    assert nquads("graph") == before
    remove("graph", ["docs"])
    assert nquads("graph") == nquads(built(docs, ()))


def test_update_follows_the_files(docs: Path) -> None:
    built(docs, graph="graph")
    text = (docs / NAMES[3]).read_text(encoding="utf-8")
    (docs / NAMES[3]).write_text(text.replace("财政部", "水利部"), encoding="utf-8")
    (docs / NAMES[0]).unlink()
    shutil.copy(DEMO / "chronology-1.txt", docs)
    noted = add("graph", [docs / NAMES[3]], options=options(docs), files=False).notes
    assert noted == (f"docs/{NAMES[3]} has changed; kg update replaces its documents",)
    change = update("graph", [docs], options=options(docs))
    assert (change.read, change.unchanged, change.gone) == (1, 4, 1)
    built(docs, (*NAMES[1:], "chronology-1.txt"))
    differences = list(compare("graph", "expected"))
    assert {difference.sign for difference in differences} == {"-"}  # what `add` added beside is still there
    (docs / NAMES[3]).write_text(text, encoding="utf-8")
    change = update("graph", [docs], options=options(docs))
    assert (change.read, change.unchanged) == (1, 4)
    built(docs, (*NAMES[1:], "chronology-1.txt"))
    assert nquads("graph") == nquads("expected")
    assert files("graph") == files("expected")
    assert list(compare("graph", "expected")) == []


def test_other_options_are_other_documents(docs: Path) -> None:
    built(docs, graph="graph")
    other = Options(root=str(docs.parent), date="2021-03-04")
    assert update("graph", [docs], options=other).read == len(NAMES)
    build_folder([docs], "expected", options=other)
    assert nquads("graph") == nquads("expected")


def test_records_of_a_file_come_and_go(docs: Path) -> None:
    texts = [(docs / name).read_text(encoding="utf-8") for name in NAMES]

    def write(*numbers: int) -> None:
        records = (json.dumps({"id": f"r{at}", "text": texts[at]}, ensure_ascii=False) for at in numbers)
        Path("records.jsonl").write_text("".join(f"{record}\n" for record in records), encoding="utf-8")

    write(0, 1, 2)
    build_folder(["records.jsonl"], "graph")
    write(3, 1, 1, 4)
    assert update("graph", ["records.jsonl"]).documents == 4
    build_folder(["records.jsonl"], "expected")
    assert nquads("graph") == nquads("expected")
    assert files("graph") == files("expected")
    assert len(json.loads(files("graph")["report.json"])["warnings"]) == 1


def test_a_file_that_fails_is_told_until_it_is_read(docs: Path) -> None:
    built(docs, graph="graph")
    (docs / "broken.txt").write_bytes(b"")
    assert add("graph", [docs], options=options(docs)).failed == 1
    assert json.loads(files("graph")["report.json"])["failures"][0]["path"] == "docs/broken.txt"
    (docs / "broken.txt").write_text("财政部部长欧阳文渊讲话。", encoding="utf-8")
    assert update("graph", [docs], options=options(docs)).failed == 0
    assert json.loads(files("graph")["report.json"])["failures"] == []


def test_documents_from_python(docs: Path) -> None:
    document = Document("甲", "财政部部长欧阳文渊讲话。", published="2021-03-04")
    build_folder([], "graph")
    assert add("graph", [document]).documents == 1
    build_folder([document], "expected")
    assert nquads("graph") == nquads("expected")


def test_files_are_never_stale(docs: Path) -> None:
    built(docs, NAMES[:2], graph="graph")
    change = add("graph", [docs / NAMES[2]], options=options(docs), files=False)
    assert not change.files
    assert files("graph") == {}
    assert status("graph").files == ()
    write_files("graph")
    assert files("graph") == files(built(docs, NAMES[:3]))
    assert status("graph").numbers["facts"] < SMALL


def test_another_version_makes_all_of_it_again(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as older:
        older.setattr("kg.store.build.extractor_version", lambda: "older")
        built(docs, graph="graph")
    assert not status("graph").current
    with pytest.raises(UsageError, match="another version of kg"):
        add("graph", [docs])
    with pytest.raises(UsageError, match="another version of kg"):
        remove("graph", ["docs"])
    (docs / NAMES[0]).unlink()
    told = update("graph", [docs / NAMES[1]], options=options(docs))
    assert told.documents == len(NAMES)  # what no path points at is read from the graph
    assert status("graph").current
    shutil.copy(DEMO / NAMES[0], docs)
    assert nquads("graph") == nquads(built(docs))


def test_corrections_outlive_the_version(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '[[name]]\norganization = "财政部"\nname = "财政部（部委）"\n[[reject]]\ndocument = "无"\nfamily = "event"\nquote = "无"\n'
    right = Corrections(parse(text))
    paths = [docs / name for name in NAMES]
    with monkeypatch.context() as older:
        older.setattr("kg.store.build.extractor_version", lambda: "older")
        build_folder(paths, "graph", options=options(docs), corrections=right)
    assert update("graph", []).unmatched == ("reject event 无 无: no document of the graph has this key or id",)
    build_folder(paths, "expected", options=options(docs), corrections=right)
    assert nquads("graph") == nquads("expected")
    assert (status("graph").numbers["corrections"], len(status("graph").unmatched)) == (2, 1)
    assert "财政部（部委）".encode() in nquads("graph")
    update("graph", [], corrections=Corrections())
    assert nquads("graph") == nquads(built(docs, graph="plain"))


def test_a_table_of_persons_comes_changes_and_goes(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told() -> str:
        return Path("sorted.nq").read_text("utf-8") if nquads("graph") else ""

    monkeypatch.chdir(docs)
    reading = ["--manifest", "manifest.csv", "-q"]
    assert main(["build", *NAMES, "-o", "graph", *reading]) == 0
    before = nquads("graph")
    for command, number in (("add", "甲17"), ("update", "乙18")):
        Path("persons.csv").write_text(f"姓名,编号\n马存礼,{number}\n", encoding="utf-8")
        assert main([command, "graph", *NAMES, "--persons", "persons.csv", *reading]) == 0
        assert number in told()
    assert "甲17" not in told()
    assert main(["build", *NAMES, "-o", "expected", "--persons", "persons.csv", *reading]) == 0
    assert nquads("graph") == nquads("expected")
    assert main(["remove", "graph", "persons.csv", "-q"]) == 0
    assert nquads("graph") == before


def test_documents_that_are_given_again_take_the_place_of_the_old_ones(monkeypatch: pytest.MonkeyPatch, docs: Path) -> None:
    old, new = (Document("a.txt", f"财政部下达湖北省补助资金{amount}亿元。") for amount in (3, 4))
    with monkeypatch.context() as older:
        older.setattr("kg.store.build.extractor_version", lambda: "older")
        build_folder([old], docs / "graph")
    update(docs / "graph", [new])
    build_folder([new], "expected")
    assert nquads(docs / "graph") == nquads("expected")


def test_the_version_is_a_hash_of_the_code() -> None:
    assert len(extractor_version()) == 32


def test_no_graph(tmp_path: Path) -> None:
    for work in (lambda: add(tmp_path, []), lambda: update(tmp_path), lambda: status(tmp_path)):
        with pytest.raises(InputError, match="kg build makes one"):
            work()


_CHANGE = """
import sys
from kg.changes import add, remove
print("begin", flush=True)
add("graph", ["docs"], files=sys.argv[1] == "files")
remove("graph", ["docs"], files=sys.argv[1] == "files")
"""


def _killed(seconds: float, mode: str) -> None:
    """A change of the graph that is killed after so many seconds."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen([sys.executable, "-c", _CHANGE, mode], stdout=subprocess.PIPE, env=env)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    process.communicate()


def check_whole(docs: Path) -> None:
    """Every document of the graph is wholly there, nothing else is, and a file that is there is true."""
    every = {d.id: d for d in read([docs], Options(root=str(docs.parent))) if isinstance(d, Document)}
    with StoreSource("graph") as source:
        names = [extraction.document.id for extraction in source.documents()]
        rdf = set(map(str, source.rdf))
    expected = MemorySource(extract(every[name]) for name in names)
    with_tallies(expected.rdf)
    assert rdf == set(map(str, expected.rdf))
    export(expected, "nquads", "expected.nq")
    assert nquads("graph") == Path("expected.nq").read_bytes()
    there = {name: data for name, data in files("graph").items() if not name.startswith(".")}  # a file half written has such a name
    if there:
        write_files("graph")
        now = files("graph")
        assert {name: now[name] for name in there} == there


KILLS = int(os.environ.get("KG_KILLS", "3"))
"""How often to kill; `KG_KILLS=100 pytest tests/test_changes.py -k killed` is the long run."""


@pytest.mark.skipif(sys.platform == "win32", reason="no kill -9 there")
def test_killed_at_any_moment(docs: Path) -> None:
    (docs / "manifest.csv").unlink()
    build_folder([], "graph")
    rng = random.Random(KILLS)
    for at in range(KILLS):
        _killed(rng.uniform(0, 2.5), ("files", "none")[at % 2])
        check_whole(docs)
    add("graph", [docs])
    build_folder([docs], "expected")
    assert nquads("graph") == nquads("expected")


def test_the_commands(docs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "-q", "docs/essay-1.txt", "-o", "graph"]) == 0
    assert main(["add", "graph", "docs"]) == 0
    assert main(["add", "-q", "graph", "docs"]) == 0
    assert main(["update", "graph", "docs"]) == 0
    told = capsys.readouterr().out
    assert "4 read, 1 unchanged" in told
    assert "0 read, 5 unchanged" in told
    assert main(["remove", "graph", "docs/essay-1.txt", "--no-files"]) == 0
    assert "kg export graph writes them" in capsys.readouterr().out
    assert main(["export", "graph"]) == 0
    for form in ("nquads", "turtle", "graphml", "jsonl"):
        assert main(["export", "-q", "graph", "--format", form, "-o", f"graph.{form}"]) == 0
        assert Path(f"graph.{form}").stat().st_size > 1000
    assert Path("graph.turtle").read_bytes() == Path("graph/graph.ttl").read_bytes()
    assert main(["status", "graph"]) == 0
    assert "graph.graphml" in capsys.readouterr().out
    assert main(["build", "-q", "docs", "-o", "other", "--date", "2021-03-04", "--no-files"]) == 0
    assert main(["diff", "graph", "other"]) == 1
    assert "differences" in capsys.readouterr().out
    assert main(["diff", "graph", "graph"]) == 0
    for wrong in (["export", "graph", "--format", "nquads"], ["export", "graph", "--format", "xml", "-o", "x"]):
        assert main(wrong) == 2
    assert main(["status", "docs"]) == 1
    assert set(FILES) <= {path.name for path in Path("graph").iterdir()}
