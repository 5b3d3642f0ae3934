"""Names: what is one, where it ends, names of other peoples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.name_words import NO_NAME
from kg.annotate.names import candidates, clean, score
from kg.annotate.registry import Registry
from kg.annotate.surnames import surname_of


def name_in(text: str) -> str | None:
    """The likeliest name at the head of a text, if it is likely at all."""
    best = max(candidates(text, 0, len(text)), key=lambda pair: pair[1], default=None)
    return clean(text[: best[0]]) if best and best[1] > 0.8 else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("陆文清主持会议", "陆文清"),
        ("程立民主持会议", "程立民"),
        ("欧阳青云、刘丰", "欧阳青云"),
        ("程 默出席", "程默"),
        ("高桥健一表示", "高桥健一"),
        ("田中一郎。", "田中一郎"),
        ("索朗央宗介绍", "索朗央宗"),
        ("吐尔逊·买买提出席", "吐尔逊·买买提"),
        ("任军算过一笔账", "任军"),
        ("王海同志立即赶往", "王海"),
        ("年景和、副局长到会", "年景和"),
        ("尚可为每天值守", "尚可为"),
        ("曹炳方向大家介绍", "曹炳方"),
        ("骆源作的报告", "骆源"),
        ("付余站在山口", "付余"),
        ("玛丽·纪文托人捎来", "玛丽·纪文"),
        ("阿迪力·吾守尔用双语讲解", "阿迪力·吾守尔"),
        ("阿迪力·吾守尔签了合同", "阿迪力·吾守尔"),
        ("舒穆禄·安分析，价格还会涨", "舒穆禄·安"),
        ("玛丽·安同是新来的", "玛丽·安"),
        ("旦增罗布措介绍", "旦增罗布措"),
        ("旦增罗布带队", "旦增罗布"),
        ("教师旦增罗布", None),
        ("贺喜格图来到旗里", "贺喜格图"),
        ("雒秀英通报情况", "雒秀英"),
        ("孙立和等出席", "孙立和"),
        ("黄某某被查处", None),
        ("会议强调", None),
        ("安排部署", None),
        ("只有这样", None),
    ],
)
def test_name_in(text: str, name: str | None) -> None:
    assert name_in(text) == name


@pytest.mark.parametrize(("name", "surname"), [("诸葛亮", "诸葛"), ("李四", "李"), ("们好", None)])
def test_surname_of(name: str, surname: str | None) -> None:
    assert surname_of(name) == surname


def test_function_words_are_no_given_names() -> None:
    assert score("陆文的") < 0 < score("陆文清")


@pytest.mark.parametrize(
    ("word", "name"), [("曾公开", "曾光明"), ("曾介绍", "曾有才"), ("曾有女", "曾国强"), ("向校方", "向建国"), ("向社会", "向东方")]
)
def test_a_surname_that_governs_a_word_opens_no_name(word: str, name: str) -> None:
    assert score(word) < 0 < score(name)


@pytest.mark.parametrize("text", ["来院里拜年", "来之前", "来村任职", "是吴大明", "各县区", "其辞去", "赴宁夏"])
def test_what_opens_no_name(text: str) -> None:
    assert NO_NAME.match(text)


@pytest.mark.parametrize("name", ["来守仁", "来自远", "其木格", "其美卓玛", "那春来"])
def test_what_opens_a_name(name: str) -> None:
    assert not NO_NAME.match(name)


def test_the_first_part_of_a_foreign_name_stands_for_it() -> None:
    names = Registry()
    names.add("艾山·吐逊")
    assert (names.full("艾山"), names.full("艾")) == ("艾山·吐逊", "艾")
    names.add("艾山·买买提")
    assert names.full("艾山") == "艾山"


def test_one_of_several_opens_no_foreign_name() -> None:
    assert candidates("之一巴兹·奥尔德林", 0, 9) == []
    assert candidates("巴兹·奥尔德林", 0, 7)[0][0] == 7


@given(st.text(min_size=1, max_size=20), st.integers(0, 19))
def test_candidates_end_within_the_text(text: str, start: int) -> None:
    assert all(
        start < end <= len(text)
        for end, _ in candidates(text, min(start, len(text) - 1), len(text))
        if start < len(text)
    )


def test_a_registry_finds_its_names_again() -> None:
    registry = Registry()
    registry.add("陆文清")
    assert registry.mentions("今天，陆文清与陆文到会。", 0, 12) == [(3, "陆文清")]
