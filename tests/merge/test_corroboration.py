"""The confidence of a merged fact grows with sources that do not copy each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.merge.corroboration import MOST, Telling, corroborate
from kg.merge.reprints import copies, signature, sketch

REPORT = (
    "云溪镇的便民大厅上周重新开放，窗口由六个增加到九个，办理社保、医保和不动产登记不再需要往返县城。"
    "镇里的工作人员说，改造用了四个月，钱来自县级配套和村集体的积累，账目张贴在门口的公示栏里。"
    "前来办事的老人说，过去要赶早班车，如今走几步路就能办完，遇到不懂的还有志愿者帮忙填表。"
)
OTHER = (
    "秋收过后，合作社把晒干的稻谷装进新修的粮仓，仓顶的光伏板白天发电，夜里供烘干机使用。"
    "理事长算了一笔账，去年仅电费一项就省下三万多元，今年打算再添两台色选机，把碎米和石子挑干净再卖。"
)


def telling(document: str, text: str, confidence: float = 0.8) -> Telling:
    return Telling(document, sketch(signature(text)), confidence)


@pytest.mark.parametrize(
    ("tellings", "sources", "confidence"),
    [
        ([], 0, 0.0),
        ([telling("a", REPORT)], 1, 0.8),
        ([telling("a", REPORT), telling("b", "本报讯（记者某某）" + REPORT)], 1, 0.8),
        ([telling("a", REPORT, 0.7), telling("b", REPORT, 0.9)], 1, 0.9),
        ([telling("a", REPORT), telling("b", OTHER)], 2, 0.96),
        ([telling("a", REPORT), telling("b", OTHER), telling("c", "转载：" + OTHER)], 2, 0.96),
        ([telling("a", REPORT), telling("a", REPORT)], 1, 0.8),
        ([telling("a", ""), telling("b", "")], 2, 0.96),  # texts without a word are like no other
        ([telling("a", REPORT, 0.95), telling("b", OTHER, 0.95)], 2, MOST),
        ([telling("a", REPORT, 0.995)], 1, 0.995),
    ],
)
def test_sources_and_confidence(tellings: list[Telling], sources: int, confidence: float) -> None:
    found = corroborate(tellings)
    assert found.sources == sources
    assert found.confidence == pytest.approx(confidence)


texts = st.sampled_from([REPORT, OTHER, "甲" * 30, "一则短讯", "", "转载" + REPORT])
many = st.lists(st.builds(telling, st.sampled_from("abcdef"), texts, st.floats(0, 1).map(lambda x: round(x, 2))))


@given(many, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(found: list[Telling], random: object) -> None:
    again = [*found, *found[:2]]
    random.shuffle(again)  # type: ignore[attr-defined]
    assert corroborate(again) == corroborate(found)


@given(many, st.floats(0.1, 1))
def test_another_source_makes_it_no_less_sure_and_a_reprint_adds_none(found: list[Telling], confidence: float) -> None:
    before = corroborate(found)
    after = corroborate(
        [*found, telling("another", "与此无关的一段新的文字，说的是城西的旧桥。", round(confidence, 2))]
    )
    assert after.sources == before.sources + 1
    assert after.confidence >= before.confidence
    if found:
        reprint = Telling("elsewhere", found[0].sketch, 0.0) if found[0].sketch else found[0]
        assert corroborate([*found, reprint]) == before


@given(st.lists(texts))
def test_each_text_is_a_copy_of_one_original(found: list[str]) -> None:
    groups = copies(sketch(signature(text)) for text in found)
    assert all(groups[head] == head for head in groups.values())
