"""Broken columns put back together, and everything else left as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read.restore import Restored, is_broken, left_out, restore
from kg.read.restore.fragments import fragments
from kg.read.restore.joins import Page, gains
from kg.read.restore.language import clings
from kg.read.restore.marginalia import furniture, rule
from tests.gold.broken.make import PAGES, page, side_by_side
from tests.gold.broken.measure import measure

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


STRAY = re.compile("[ \u3000]and[ \u3000]")


def check(text: str, articles: tuple[Restored, ...]) -> None:
    """The contract: slices are the text but for repairs, and what is in no article is told by `left_out`."""
    for article in articles:
        at = 0
        for piece in article.pieces:
            assert piece.at == at
            said, stood = article.text[at : at + piece.length], text[piece.source : piece.source + piece.width]
            assert said == stood or (said == "和" and STRAY.fullmatch(stood))
            at += piece.length
        assert at == len(article.text)
        if all(piece.length == piece.width for piece in article.pieces):
            assert "".join(text[a:b] for a, b in article.spans(0, at)) == article.text
    places = [i for article in articles for a, b in article.spans(0, len(article.text)) for i in range(a, b)]
    places += [i for a, b in left_out(text, articles) for i in range(a, b)]
    visible = [i for i, char in enumerate(text) if not char.isspace() and char not in "\ufeff\u200b"]
    assert sorted(i for i in places if i in set(visible)) == visible


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
        ("人均收入同比下降", "3.5%，是头一回。", "number"),
        ("次日零时", "15分，水退了。", "number"),
        ("会议定在2021年1", "2月5日召开。", "number"),
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
        ("县里新添养鱼、养虾等", "“水来了，人也来了。”他说。", "speaker"),
        ("全县都在抓疫情防", "裘晓介绍，钱已经到账。", "speaker"),
        ("今年的资金已", "记者：下一步怎么办？", "label"),
        ("乙县得4.02", "2016年是头一年。", "number"),
        ("比去年多收了1", "4月15日前，再发一批。", "number"),
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


def test_a_speaker_cut_short_is_no_credit() -> None:
    lines = fragments("主持人：先请姚立\n\n主持人：谢谢各位，发布会到此结束，散会。\n\n责任编辑：沈小满")
    assert furniture(lines) == {2: "desk"}


@pytest.mark.parametrize(
    ("text", "clinging"),
    [("的。后来他去了", True), ("补助，一共三笔", True), ("大家都说好", False), ("同时，钱也到了", False), ("", False)],
)
def test_what_cannot_begin_a_paragraph(text: str, clinging: bool) -> None:
    assert clings(text) is clinging


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


def test_a_long_table_is_left_alone() -> None:
    assert not is_broken("".join(f"青桐市第{n}中学　　校舍维修，危房加固　　{n}20\n" for n in range(10_000)))


def _bulletin(number: int, *, marked: bool) -> str:
    """A page of news: the day's headlines, each piece below its own, links at the end; `marked`: by tags and #."""
    pieces = [path.read_text("utf-8").strip().split("\n") for path in WHOLE[number * 12 : number * 12 + 12]]
    heading, begin, end = ("### ", "<p>", "</p>") if marked else ("", "", "")
    body = [part for title, *lines in pieces for part in (heading + title, *(begin + x + end for x in lines if x))]
    links = [f"[查看原文](https://news.example.cn/{number}/{i}.shtml)" for i in range(12) if marked]
    return "\n\n".join(["本期主要内容：", *(title for title, *_ in pieces), *body, *links])


@pytest.mark.parametrize("marked", [True, False])
@pytest.mark.parametrize("number", range(0, len(WHOLE) // 12, 2))
def test_pages_of_headlines_are_left_alone(number: int, marked: bool) -> None:
    assert not is_broken(_bulletin(number, marked=marked))


def test_wrapped_lines_become_paragraphs_again() -> None:
    text = (ROOT / "kg/demo/ministry-news-1.txt").read_text("utf-8")
    paragraphs = [line for line in text.split("\n") if line]
    width = 30
    wrapped = "\n\n".join(re.sub(f"(.{{{width}}})(?=.)", r"\1\n", paragraph) for paragraph in paragraphs)
    (article,) = restore(wrapped)
    assert article.text.split("\n\n") == paragraphs


@pytest.mark.parametrize(("half", "least"), [("open", 0.94), ("held_out", 0.97)])
def test_broken_joins(half: str, least: float) -> None:
    assert measure(half, range(PAGES)).share >= least


@given(st.text(alphabet="山水人来了，。：“”（）1２年月\n 　\t\f□andA、；", max_size=300))
@settings(max_examples=200, deadline=None)
def test_spans_hold_what_any_text_says(text: str) -> None:
    check(text, restore(text))


@given(st.sampled_from(["open", "held_out"]), st.integers(100, 10_000))
@settings(max_examples=15, deadline=None)
def test_spans_hold_what_a_page_says(half: str, number: int) -> None:
    text = page(half, number).text
    check(text, restore(text))


@given(st.integers(0, 10_000))
@settings(max_examples=15, deadline=None)
def test_columns_side_by_side(number: int) -> None:
    laid = side_by_side(number)
    check(laid.text, restore(laid.text))


def test_columns_side_by_side_keep_their_paragraphs() -> None:
    kept = []
    for number in range(200):
        laid = side_by_side(number)
        articles = restore(laid.text)
        told = "\n".join(article.text for article in articles)
        paragraphs = laid.articles[0].split("\n\n")
        kept.append(sum(paragraph in told for paragraph in paragraphs) >= 0.6 * len(paragraphs) or len(articles) == 1)
    assert sum(kept) >= 0.99 * len(kept)


def test_the_left_column_comes_before_the_right_one() -> None:
    texts = [restore(side_by_side(number).text) for number in range(40)]
    wholes = [side_by_side(number).articles[0].split("\n\n") for number in range(40)]
    told = ["\n".join(article.text for article in articles) for articles in texts]
    right = sum(p in text for text, paragraphs in zip(told, wholes, strict=True) for p in paragraphs)
    assert right >= 0.95 * sum(map(len, wholes))


def test_pages_are_read_one_after_the_other() -> None:
    first, second = (side_by_side(number) for number in (2, 5))
    told = "\n".join(article.text for article in restore(first.text + "\f" + second.text))
    paragraphs = [p for laid in (first, second) for p in laid.articles[0].split("\n\n")]
    places = [told.find(p) for p in paragraphs if p in told]
    assert len(places) >= 0.9 * len(paragraphs)
    assert places == sorted(places)


TABLES = {
    "two cells": "".join(f"青桐市第{n}中学校舍维修改造项目        {n}20万元\n" for n in range(1, 12)),
    "cells of one width": "".join(
        f"白石县柳湾镇第{n}村民小组通组道路    白石县发展和改革局　　县财政局\n" for n in range(1, 10)
    ),
    "two cells of prose": "".join(
        f"第{n}条　学校应当公开收费的项目和标准。    第{n}条　学校应当在开学以前公开各项收费。\n" for n in range(1, 10)
    ),
    "tabs": "项目\t承担单位\n" + "".join(f"数字化车间改造第{n}期\t青桐市机器制造有限责任公司第{n}分厂\n" for n in range(1, 12)),
    "names": "".join("裘　晓　　沈小满　　姚立冬\n葛春生　　柳　湾　　白　石\n" for _ in range(6)),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables_with_gaps_are_left_alone(name: str) -> None:
    assert not is_broken(TABLES[name])
    assert not is_broken("青桐市2021年项目公示\n\n" + TABLES[name] + "\n公示期七天。\n")


def test_what_is_left_out_is_told() -> None:
    told = [TWO[a:b] for a, b in left_out(TWO, restore(TWO))]
    assert told == ["— 12 —", "渠水进村。一位老人摄影。沈小满 摄", "□", "责任编辑 沈小满"]
    assert left_out("一。\n\n二。\n", restore("一。\n\n二。\n")) == ()


def forgetful(text: str, count: int) -> str:
    """The text without the full stops of its first long paragraphs."""
    lines = text.split("\n")
    ends = [i for i, line in enumerate(lines) if line.endswith("。") and len(line) > 30][:count]
    return "\n".join(line[:-1] if i in ends else line for i, line in enumerate(lines))


@pytest.mark.parametrize(("count", "tolerated"), [(1, 0.0), (3, 0.01)])
def test_an_author_who_forgets_full_stops_is_no_broken_page(count: int, tolerated: float) -> None:
    # Three forgotten in one short text of few paragraphs cannot always be told from cuts.
    taken = [path.stem for path in WHOLE if is_broken(forgetful(path.read_text("utf-8"), count))]
    assert len(taken) <= tolerated * len(WHOLE)


@pytest.mark.parametrize("number", range(4))
def test_nothing_is_said_twice(number: int) -> None:
    broken = page("open", number)
    taken = [span for article in restore(broken.text) for span in article.spans(0, len(article.text))]
    assert sum(b - a for a, b in taken) == len({i for a, b in taken for i in range(a, b)})
    assert restore(broken.text) == restore(broken.text)
