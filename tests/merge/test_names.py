"""One canonical name for the names of a body, and the body above."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.merge.names import body, listed


@pytest.mark.parametrize(
    ("name", "canonical", "parent", "region"),
    [
        ("工信部", "工业和信息化部", None, None),
        ("国家卫健委", "国家卫生健康委员会", None, None),
        ("工信部规划司", "工业和信息化部规划司", "工业和信息化部", None),
        ("财政部国库司审核一处", "财政部国库司审核一处", "财政部国库司", None),
        ("湖北省发改委", "湖北省发展和改革委员会", None, "420000"),
        ("广西财政厅", "广西壮族自治区财政厅", None, "450000"),
        ("甘孜州财政局", "甘孜藏族自治州财政局", None, "513300"),
        ("贵州省遵义市财政局", "遵义市财政局", None, "520300"),
        ("宁波市财政局企业处", "宁波市财政局企业处", "宁波市财政局", "330200"),
        ("中共湖北省委组织部", "湖北省委组织部", None, "420000"),
        ("遵义市", "遵义市人民政府", None, "520300"),
        ("湖北省财政", "湖北省财政", None, "420000"),
        ("长春市朝阳区财政局", "长春市朝阳区财政局", None, "220104"),
        ("朝阳区教育局", "朝阳区教育局", None, None),  # several districts have that name
    ],
)
def test_names(name: str, canonical: str, parent: str | None, region: str | None) -> None:
    found = body(name)
    assert (found.name, found.parent, found.region) == (canonical, parent, region)


@pytest.mark.parametrize("name", ["中国银行业协会", "海南大学", "东方电气集团", "长城汽车股份有限公司", "财政部门"])
def test_names_that_only_begin_like_another_body_or_place(name: str) -> None:
    assert body(name).name == name
    assert body(name).parent is None


@given(st.sampled_from(sorted(listed())) | st.text(max_size=12))
def test_the_canonical_name_is_its_own_canonical_name(name: str) -> None:
    assert body(body(name).name).name == body(name).name


def test_a_parent_is_named_canonically() -> None:
    parent = body("工信部规划司").parent
    assert parent is not None
    assert body(parent).id == "miit"
