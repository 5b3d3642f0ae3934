"""The run over one document: what ties the families together, and the segmenter beneath."""

from __future__ import annotations

import jieba
import pytest
import rjieba

from kg.extract.run import extract
from kg.model import Document, Event, Membership


def events_and_posts(text: str) -> tuple[list[Event], list[Membership]]:
    facts = extract(Document("d", text, published="2019-03-15")).facts
    return [f for f in facts if isinstance(f, Event)], [f for f in facts if isinstance(f, Membership)]


def test_a_dated_appointment_is_an_event_about_it() -> None:
    events, posts = events_and_posts("2019年3月12日，湖南省人民政府任命陆文清为省水利厅副厅长。")
    assert [e.about for e in events] == [p.id for p in posts]
    assert len(posts) == 1


def test_an_event_is_not_about_a_post_only_mentioned() -> None:
    events, posts = events_and_posts("2019年3月12日，湖南省水利厅副厅长陆文清出席会议。")
    assert [e.about for e in events] == [None]
    assert [p.status for p in posts] == ["current"]


@pytest.mark.parametrize(
    "text",
    [
        "湖南省财政厅向岳阳市下达抗旱补助资金1.2亿元，用于农田灌溉。",
        "陆文清、程立民为岳阳市水利局副局长（试用期一年）。",
        "截至9月30日24时，累计转移群众3.5万人；欧阳局长说：“渠修好了！”",
    ],
)
def test_the_segmenter_cuts_as_jieba_does(text: str) -> None:
    assert rjieba.cut(text) == jieba.lcut(text)


def test_front_matter_and_markup_are_no_prose() -> None:
    page = "---\ntitle: 要闻\ndate: 2019-03-14\n---\n\n<p>3月12日，省商务厅厅长陆文清到访。</p>\n\n**3月13日，省财政厅召开会议。**\n"
    events, posts = events_and_posts(page)
    assert [(e.date, e.label) for e in events] == [("2019-03-12", "省商务厅厅长陆文清到访"), ("2019-03-13", "省财政厅召开会议")]
    assert [p.person for p in posts] == ["陆文清"]
    # without the rules that close it, it is prose
    assert "2019-03-14" in {e.date for e in events_and_posts("---\ntitle: 要闻\ndate: 2019-03-14\n")[0]}
