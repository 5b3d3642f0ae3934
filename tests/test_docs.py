"""The READMEs are true: their commands run, their Python runs, and every command and option is told of."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from kg.cli import cli, main
from kg.merge.corrections import Corrections, parse
from tests.gold.broken.make import page

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh.md")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)


def blocks(name: str, language: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return [body for kind, body in _BLOCK.findall(text) if kind == language]


def commands(name: str) -> list[list[str]]:
    lines = (line for body in blocks(name, "sh") for line in body.splitlines())
    return [words for words in (shlex.split(line, comments=True) for line in lines) if words]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the READMEs suppose it: docs/ with documents, persons.csv, tests/gold/open with annotated ones."""
    place = tmp_path_factory.mktemp("readme")
    gold = place / "tests" / "gold" / "open"
    for target in (place / "docs", gold):
        target.mkdir(parents=True)
    (place / "persons.csv").write_text("姓名,编号\n马存礼,A17\n", encoding="utf-8")
    (place / "corrections.toml").write_text('[[alias]]\nperson = "马存礼"\nalias = "老马"\n', encoding="utf-8")
    for path in sorted((ROOT / "kg" / "demo").glob("*news*")):
        shutil.copy(path, gold)
        if path.suffix == ".txt":
            shutil.copy(path, place / "docs")
    (place / "docs" / "page.txt").write_text(page("open", 3).text, encoding="utf-8")
    return place


@pytest.mark.parametrize("name", READMES)
def test_every_command_runs(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    ran = 0
    for program, *arguments in commands(name):
        if program == "kg":
            assert main(arguments) == 0, arguments
            told = capsys.readouterr().out
            assert told.strip(), arguments
            assert not (arguments[0] == "query" and "--list" not in arguments and told.count("\n") < 2), (
                f"no rows: {arguments}"
            )
            ran += 1
        elif program == "make":
            assert set(arguments) <= set(_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
        else:
            assert [program, *arguments] == ["pip", "install", "."]
    assert ran >= 8


def test_the_python_of_the_readme_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (code,) = blocks("README.md", "python")
    names: dict[str, object] = {}
    exec(compile(code, "README.md", "exec"), names)
    assert "graph" in names


@pytest.mark.parametrize("name", READMES)
def test_the_corrections_of_the_readme_are_some(name: str) -> None:
    (text,) = blocks(name, "toml")
    kinds = [entry.kind for entry in Corrections(parse(text)).entries]
    assert kinds == ["add", "alias", "edit", "name", "reject", "same"]


@pytest.mark.parametrize("name", READMES)
def test_every_command_is_documented(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    missing = [command for command in cli.commands if f"kg {command}" not in text]
    assert not missing


def test_every_target_of_the_makefile_is_in_its_help_and_the_ones_named_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(_TARGET.findall(makefile)) - {"help"}
    assert targets == set(re.findall(r'@echo "make (\w+)', makefile))
    for name in (*READMES, "CONTRIBUTING.md"):
        assert set(re.findall(r"`make (\w+)", (ROOT / name).read_text(encoding="utf-8"))) <= targets


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md"])
def test_paths_that_are_named_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    named = re.findall(r"\b((?:kg|ontology|tests|docs|bench|exports)/[\w/.-]*\w)", text)
    invented = {"docs/a.txt", "docs/page.txt", "docs/ministry-news-3.txt", "kg/extract/penalties"}
    assert not [path for path in named if path not in invented and not (ROOT / path).exists()]
