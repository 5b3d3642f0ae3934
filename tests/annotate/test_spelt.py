"""Foreign names spelt by sound: where they end."""

from __future__ import annotations

import pytest

from kg.annotate.spelt import spelt


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("德莱斯日前飞抵", "德莱斯"),
        ("斯塔克、", "斯塔克"),
        ("卡里莫斯在会上", "卡里莫斯"),
        ("卡里莫斯会见", "卡里莫斯"),
        ("莫里斯强调", "莫里斯"),
        ("拉蒙因病", "拉蒙"),
        ("拉蒙通过视频", "拉蒙"),
        ("米尔扎托夫高度赞赏", "米尔扎托夫"),
        ("范文政出席", None),
        ("李显荣说", None),
        ("陆文清说", None),
    ],
)
def test_spelt(text: str, name: str | None) -> None:
    end = spelt(text, 0, len(text))
    assert (text[:end] if end else None) == name
