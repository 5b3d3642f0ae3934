"""Places that are weighed: which of those named around an amount receives it, and which only stand there."""

from __future__ import annotations

import pytest

from kg.extract.run import extract
from kg.model import Allocation, Document


def regions(text: str) -> list[str | None]:
    return [f.region for f in extract(Document("d", text)).facts if isinstance(f, Allocation)]


RECEIVE = [
    ("四川省芦山县发生地震，中央财政紧急下达资金5000万元。", "芦山县"),
    ("沿海的福建、浙江受台风影响较大，财政部下达救灾资金2亿元。", "福建省、浙江省"),
    ("广东省对口支援西藏林芝，三年投入资金12亿元。", "林芝市"),
    ("石门县新关镇遭遇冰雹，县财政下达救灾资金80万元。", "石门县新关镇"),
    ("国家开发银行广东省分行发放贷款3亿元，支持汕头港扩建。", "汕头市"),
]
ONLY_NAMED = [
    "记者从兰州市获悉，中央财政今年下达补助资金3亿元。",
    "财政部有关负责人在湖北省武汉市介绍，今年安排资金3亿元。",
    "武汉市市长周建国介绍，中央财政今年下达补助资金3亿元。",
    "国务院扶贫办副主任陈志刚到甘肃省东乡县调研，中央单位今年投入帮扶资金3亿元。",
    "本报驻贵州记者刘洋报道：中央财政下达教育资金4亿元。",
    "从云南到贵州，中央财政三年安排公路资金80亿元。",
    "李明出生于安徽省阜阳市，2018年向基金会捐款200万元。",
    "山东省财政厅借鉴江苏省的做法，安排资金5000万元设立担保基金。",
    "黑龙江、吉林、山东三省分别援助资金1.9亿元、2.2亿元、3.4亿元。",
]


@pytest.mark.parametrize(("text", "region"), RECEIVE)
def test_the_place_that_receives(text: str, region: str) -> None:
    assert regions(text) == [region]


@pytest.mark.parametrize("text", ONLY_NAMED)
def test_places_that_are_only_named(text: str) -> None:
    assert set(regions(text)) == {None}
