"""Where names end, and where there is none: the weighed reading of places where a name may stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.renaming import renamed, words
from kg.annotate.passage import Article, Passage, State
from kg.annotate.registry import Registry
from kg.evaluate import GoldDocument
from kg.extract.learned.person_names import best_form, forms
from kg.extract.run import extract
from kg.model import Document


def _passage(text: str) -> Passage:
    state = State(Document("d", text, "d.txt"), Article(text, text))
    return Passage(state, 0, len(text))


def _persons(text: str) -> set[str]:
    return {fact.person for fact in extract(Document("d", text, "d.txt")).facts if hasattr(fact, "person")}


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("平湖县财政局局长周启明主持会议。", {"周启明"}),
        ("平湖县财政局局长齐心当场表态。", {"齐心"}),
        ("平湖县财政局局长主持会议。", set()),
        ("平湖县财政局副局长安排部署了下一步工作。", set()),
        ("平湖县水利局局长高原、副局长谷雨参加。", {"高原", "谷雨"}),
        ("平湖县水利局局长张允和带了两个人来。", {"张允和"}),
        ("平湖县水利局局长年景和撂下一句话。", {"年景和"}),
        ("平湖县水利局局长张允和村下辖的三个组长座谈。", {"张允"}),
        ("平湖县水利局局长稽山便带人去了工地。", {"稽山"}),
        ("平湖县水利局局长谷禾明确说没有这笔钱。", {"谷禾"}),
        ("平湖县医院院长薄云、护士长汝婷均表示支持。", {"薄云", "汝婷"}),
        ("平湖县水利局局长温庭均表示支持。", {"温庭均"}),
        ("平湖县水利局局长楼正则表示支持。", {"楼正则"}),
        ("平湖县水利局局长来局里开会，副局长来守仁作了介绍。", {"来守仁"}),
        ("平湖县水利局局长周启明与各县区签订责任状。", {"周启明"}),
        ("平湖县水利局副局长干脆把账本摊开。", set()),
        ("平湖县水利局副局长干建国把账本摊开。", {"干建国"}),
        ("公交车绕行长江西路。平湖县农村信用社行长江西平说。", {"江西平"}),
        ("会议还接受了周启明辞去平湖县人民政府副县长职务的请求，休会。", {"周启明"}),
        ("决定接受其辞去平湖县副县长职务的请求。", set()),
        ("艾山·吐逊任平湖县水利局局长。艾山此前任平湖县财政局副局长。", {"艾山·吐逊"}),
    ],
)
def test_names_behind_titles(text: str, persons: set[str]) -> None:
    assert _persons(text) == persons


@given(st.text(alphabet="张王司马为任说在局长主持，。扎西卓玛·ab1", min_size=1, max_size=12), st.integers(0, 11))
def test_readings_lie_in_the_passage(text: str, start: int) -> None:
    start = min(start, len(text) - 1)
    readings = forms(_passage(text), start, "title", "局长", frozenset(), Registry())
    assert [r.end for r in readings] == sorted({r.end for r in readings})
    assert all(start + 2 <= r.end <= len(text) for r in readings)
    best = best_form(readings)
    assert best is None or best[0] in readings


def test_a_place_without_readings_has_no_name() -> None:
    assert best_form(()) is None


def test_copies_bear_other_names() -> None:
    text = "任命罗启文为平湖县财政局局长。罗启文表示感谢。"
    record = {"person": "罗启文", "role": "局长", "org": "平湖县财政局", "evidence": text[:15]}
    gold = GoldDocument(Document("d", text, "d.txt"), "", (record,), (), ({"participants": ["罗启文"]},))
    copy = renamed(gold, words([gold]))
    name = copy.memberships[0]["person"]
    assert copy.document.text.count(name) >= 2
    assert "罗启文" not in copy.document.text
    assert copy.events[0]["participants"] == [name]
    assert renamed(gold, words([gold])) == copy
