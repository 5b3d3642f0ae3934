"""Regions: names in full and in short, in context, deictic, below the county."""

from __future__ import annotations

import pytest

from kg.annotate import regions
from kg.annotate.fold import fold
from kg.annotate.passage import Article, Passage, State, segments
from kg.model import Document


def mentions(text: str, home: str | None = None) -> list[tuple[str, str, str | None]]:
    """`(text, name, code)` of the regions in a text of one line; `home` is the code of the host's place."""
    state = State(Document("d", text), Article(fold(text), text), home=home)
    passage = Passage(state, 0, len(text), segments(state.article.text, 0, len(text)))
    regions.annotate_regions(passage)
    return [(m.text, m.name, m.code) for m in passage.regions]


@pytest.mark.parametrize(
    ("name", "within", "code"),
    [
        ("湖北", (), "420000"),
        ("湖北省", (), "420000"),
        ("宜昌", (), "420500"),
        ("朝阳区", (), None),
        ("朝阳区", ("110000",), "110105"),
        ("鼓楼区", ("320100",), "320106"),
    ],
)
def test_lookup(name: str, within: tuple[str, ...], code: str | None) -> None:
    found = regions.lookup(name, within)
    assert found
    assert found.code == code


def test_lookup_of_no_place() -> None:
    assert regions.lookup("云河市") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("资金下达湖北省宜昌市。", [("湖北省宜昌市", "宜昌市", "420500")]),
        ("他在桑园镇白石村调研。", [("桑园镇白石村", "桑园镇白石村", None)]),
        ("他在桑园镇的白石村调研。", [("桑园镇", "桑园镇", None), ("白石村", "白石村", None)]),
        ("他到三岔乡和古城镇调研。", [("三岔乡", "三岔乡", None), ("古城镇", "古城镇", None)]),
        ("新来的大学生村官去了三个村。", []),
        ("推进城镇建设。", []),
        ("组长由该镇书记担任。", []),
        ("城乡居民收入增长。", []),
    ],
)
def test_mentions(text: str, found: list[tuple[str, str, str | None]]) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize(("text", "name"), [("我省安排资金。", "湖北省"), ("全市上下一心。", "宜昌市")])
def test_deictic_places_are_the_hosts(text: str, name: str) -> None:
    assert [m[1] for m in mentions(text, home="420500")] == [name]


def test_names_after_a_reform_keep_their_code() -> None:
    assert mentions("四川省成都市安排专项债券。")[0][2] == "510100"


def test_a_word_of_grammar_is_no_part_of_a_place() -> None:
    assert [name for _, name, _ in mentions("记者从江苏省财政厅获悉")] == ["江苏省"]
    assert [name for _, name, _ in mentions("贵州省从江县")] == ["从江县"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("局长沙明远介绍情况。", []),
        ("市长春节前走访困难户。", []),
        ("公安局长治安办公室。", []),
        ("长白山药业有限公司。", []),
        ("湖南省长沙市下达资金。", ["长沙市"]),
        ("吉林省长春举行会议。", ["长春市"]),
    ],
)
def test_the_head_of_a_body_begins_no_place(text: str, names: list[str]) -> None:
    assert [name for _, name, _ in mentions(text)] == names
