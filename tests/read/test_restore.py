"""Broken columns put back together, and everything else left as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read.restore import Restored, is_broken, restore
from kg.read.restore.fragments import fragments
from kg.read.restore.joins import Page, gains
from kg.read.restore.marginalia import rule
from tests.gold.broken.make import PAGES, page

ROOT = Path(__file__).parents[2]
WHOLE = sorted([*(ROOT / "kg/demo").glob("*.txt"), *(ROOT / "tests/gold/open").glob("*.txt")])

TWO = """白石县财政局：水渠修到家门口

2019年5月，白石县财政局派出工作队进驻柳湾村。队长葛春生的第一件事，是把村里的旧水渠走了一遍。县财政安排水利补

青桐市财政局：一站办成

2021年3月，青桐市财政局把大厅的八个窗口合成三个。窗口少了，群众跑腿也少了。局长姚立冬说，一年来办件量翻

助资金120万元，支持柳湾村修通三公里支渠 and 两座泵站。水来了，地里的收成也跟着来了，老人们都说这是头一

— 12 —

了一番，投诉却少了八成。同年6月，市财政又拨付设备更新资金36

渠水进村。一位老人摄影。沈小满 摄

回。葛春生在村里住了两年，离开那天，全村人送他到路口。

□

万元，用于添置叫号机。排队的人越来越少，窗口前安静了许多。

责任编辑 沈小满
"""


def back(text: str, article: Restored) -> str:
    return "".join(text[a:b] for a, b in article.spans(0, len(article.text)))


def test_two_articles_are_told_apart() -> None:
    first, second = restore(TWO)
    assert first.text.startswith("白石县财政局：水渠修到家门口\n\n2019年5月")
    assert "水利补助资金120万元" in first.text
    assert "头一回。葛春生" in first.text
    assert "翻了一番" in second.text
    assert "36万元，用于添置" in second.text
    for beside in ("□", "— 12 —", "责任编辑", "摄"):
        assert beside not in first.text.replace("摄影", "") + second.text


def test_a_stray_and_is_what_it_stands_for() -> None:
    first, _ = restore(TWO)
    at = first.text.index("支渠和两座")
    ((start, end),) = first.spans(at, at + 5)
    assert TWO[start:end] == "支渠 and 两座"
    (span,) = first.spans(at + 2, at + 3)
    assert TWO[slice(*span)] == " and "


def test_a_cut_has_two_spans() -> None:
    first, _ = restore(TWO)
    at = first.text.index("水利补助资金")
    spans = first.spans(at, at + 6)
    assert [TWO[a:b] for a, b in spans] == ["水利补", "助资金"]


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("全县都在抓疫情防", "控工作，一刻不停。", "across"),
        ("市财政安排3.", "8亿元，用于修路。", "number"),
        ("市财政安排18", "6万元，用于修路。", "number"),
        ("大家说这叫“最多跑", "一次”，省事。", "bracket"),
        ("接待他的是副局长裘", "晓说，钱已经到账。", "name"),
    ],
)
def test_what_speaks_for_a_join(before: str, after: str, name: str) -> None:
    lines = fragments(f"{before}\n{after}")
    assert gains(Page(tuple(lines), f"{before}\n{after}"), *lines)[name] > 0


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("全县都在抓工作", "天亮了，人也到了。", "across"),
        ("市财政安排186", "村里的人都来了。", "number"),
        ("市财政安排18", "2．青桐市机器厂，三项。", "number"),
        ("大家说这叫一次", "办好”，省事。", "bracket"),
        ("接待他的是老裘", "晓行夜宿，到了。", "name"),
    ],
)
def test_what_does_not(before: str, after: str, name: str) -> None:
    lines = fragments(f"{before}\n{after}")
    assert gains(Page(tuple(lines), f"{before}\n{after}"), *lines).get(name, 0.0) <= 0


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("□", "mark"),
        ("（白石县财政局供稿）", "supplied"),
        ("责任编辑 沈小满", "desk"),
        ("责编/沈小满　美编/林染", "desk"),
        ("— 12 —", "page"),
        ("雨后的街巷。沈小满 摄", "photo"),
        ("2019年第8期", "issue"),
        ("城乡　Town and Country", "mast"),
        ("人物 | 封面", "column"),
        ("责任编辑是他的第一份工作。", None),
        ("县里来了人，带着相机拍摄了一天。", None),
        ("2011.05—2016.08　白石县财政局科长", None),
        ("2860", None),
        ("一张清单跑一次", None),
    ],
)
def test_furniture(line: str, name: str | None) -> None:
    assert rule(fragments(line)[0]) == name


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_whole_documents_come_back_as_they_are(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not is_broken(text)
    (article,) = restore(text)
    assert (article.text, article.pieces) == (text, ((0, 0, len(text), len(text)),))


def test_poems_and_tables_are_left_alone() -> None:
    poem = "春风又过白石桥，\n两岸人家种柳条。\n昨夜一场新雨后，\n满渠流水到山腰。\n" * 3
    table = "地区　项目　金额\n" + "".join(f"青桐市第{n}中学　校舍维修，危房加固　{n}20\n" for n in range(1, 12))
    assert not is_broken(poem)
    assert not is_broken(table)


def test_wrapped_lines_become_paragraphs_again() -> None:
    text = (ROOT / "kg/demo/ministry-news-1.txt").read_text("utf-8")
    paragraphs = [line for line in text.split("\n") if line]
    width = 30
    wrapped = "\n\n".join(re.sub(f"(.{{{width}}})(?=.)", r"\1\n", paragraph) for paragraph in paragraphs)
    (article,) = restore(wrapped)
    assert article.text.split("\n\n") == paragraphs


@pytest.mark.parametrize(("half", "least"), [("open", 0.88), ("held_out", 0.95)])
def test_broken_joins(half: str, least: float) -> None:
    right = total = 0
    for number in range(PAGES):
        broken = page(half, number)
        texts = [article.text for article in restore(broken.text)]
        total += len(broken.joins)
        right += sum(any(mended(text, *join) for text in texts) for join in broken.joins)
    assert right >= least * total


def mended(text: str, before: str, after: str) -> bool:
    """Whether what was cut stands together again; behind a sentence a new paragraph will do."""
    blanks = r"\s*" if before[-1] in "。！？”；：" else ""
    return bool(re.search(re.escape(before[-6:]) + blanks + re.escape(after[:6]), text))


@given(st.text(alphabet="山水人来了，。：“”（）1２年月\n 　□andA、；", max_size=300))
@settings(max_examples=200, deadline=None)
def test_spans_hold_what_the_text_says(text: str) -> None:
    for article in restore(text):
        said = re.sub(r"\s", "", article.text)
        assert re.sub(r"\s", "", back(text, article).replace(" and ", "和")) == said.replace(" and ", "和")


@pytest.mark.parametrize("number", range(4))
def test_nothing_is_said_twice(number: int) -> None:
    broken = page("open", number)
    taken = [span for article in restore(broken.text) for span in article.spans(0, len(article.text))]
    assert sum(b - a for a, b in taken) == len({i for a, b in taken for i in range(a, b)})
    assert restore(broken.text) == restore(broken.text)
