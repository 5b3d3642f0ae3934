"""Administrative ranks: stated, inferred where role and body tell, else unknown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.merge.names import body, listed
from kg.merge.ranks import LADDER, below, is_seat, plain_role, rank, standing, stated


@pytest.mark.parametrize(
    ("role", "organization", "name"),
    [
        ("部长", "财政部", "正部级"),
        ("副部长", "财政部", "副部级"),
        ("司长", "财政部国库司", "正厅级"),
        ("副司长", "财政部国库司", "副厅级"),
        ("处长", "财政部国库司审核一处", "正处级"),
        ("局长", "国家能源局", "副部级"),
        ("副局长", "国家能源局", "正厅级"),
        ("总理", "国务院", "正国级"),
        ("副总理", "国务院", "副国级"),
        ("省长", "湖北省", "正部级"),
        ("主席", "广西", "正部级"),
        ("书记", "湖北省委", "正部级"),
        ("常委", "安徽省委", "副部级"),
        ("厅长", "湖北省财政厅", "正厅级"),
        ("党组书记", "湖北省财政厅", "正厅级"),
        ("处长", "湖北省财政厅社会保障处", "正处级"),
        ("市长", "上海市", "正部级"),
        ("区长", "北京市朝阳区", "正厅级"),
        ("市长", "武汉市", "副部级"),
        ("副市长", "武汉市", "正厅级"),
        ("市长", "遵义市", "正厅级"),
        ("局长", "遵义市财政局", "正处级"),
        ("院长", "遵义市中级人民法院", "副厅级"),
        ("县长", "道孚县", "正处级"),
        ("副县长", "道孚县", "副处级"),
        ("副书记", "道孚县委", "副处级"),
        ("市长", "仁怀市", "正处级"),
        ("镇长", "吉兰泰镇", "正科级"),
        ("一级巡视员", "国家文物局", "正厅级"),
        ("四级调研员", "湖南省财政厅", "副处级"),
        ("三级主任科员", "道孚县财政局", "副科级"),
        ("二级科员", "", "科员"),
    ],
)
def test_inferred(role: str, organization: str, name: str) -> None:
    assert rank(role, organization) == (name, "inferred")


@pytest.mark.parametrize(
    ("role", "organization"),
    [
        ("司长", "财政部"),  # of which department of it?
        ("党组成员", "财政部"),
        ("局长", "武汉市财政局"),  # bureaus of sub-provincial cities differ
        ("区长", "武昌区"),
        ("局长", "遵义市公安局"),  # often a vice mayor
        ("部长", "湖北省委组织部"),
        ("代县长", "道孚县"),
        ("总理", "匈牙利"),
        ("县长", ""),
        ("主任", "长江水利委员会"),
        ("校长", "遵义市第四中学"),
        ("记者", "遵义日报"),
    ],
)
def test_unknown_where_the_tables_do_not_tell(role: str, organization: str) -> None:
    assert rank(role, organization) == ("", "unknown")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("正处级干部", "正处级"),
        ("（副厅长级）", "副厅级"),
        ("正厅局级", "正厅级"),
        ("厅局级副职", "副厅级"),
        ("县处级正职", "正处级"),
        ("省部级副职", "副部级"),
        ("正司级", "正厅级"),
        ("厅级干部", ""),
        ("副省级城市", "副部级"),
        ("副科长", ""),
        ("", ""),
    ],
)
def test_stated(text: str, name: str) -> None:
    assert stated(text) == name


def test_what_a_document_states_wins() -> None:
    assert rank("局长", "遵义市财政局", "（副厅级）") == ("副厅级", "stated")


@pytest.mark.parametrize(
    ("role", "organization", "expected"),
    [
        ("局长", "遵义市财政局", True),
        ("县长", "道孚县", True),
        ("党组书记", "财政部", True),
        ("书记", "道孚县委", True),
        ("行长", "中国人民银行", True),
        ("司长", "财政部", False),
        ("副局长", "遵义市财政局", False),
        ("委员", "道孚县委", False),
        ("处长", "财政部", False),
        ("局长", "", False),
    ],
)
def test_posts_that_one_person_holds(role: str, organization: str, expected: bool) -> None:
    assert is_seat(role, organization) is expected


@pytest.mark.parametrize(
    ("role", "plain"), [("代县长", "县长"), ("代理市长", "市长"), ("代表", "代表"), ("代办", "代办"), ("局长", "局长")]
)
def test_the_post_that_is_acted_in(role: str, plain: str) -> None:
    assert plain_role(role) == plain


@given(st.sampled_from(sorted(listed())))
def test_a_standing_is_a_step_of_the_ladder_or_unknown(name: str) -> None:
    assert standing(body(name)) in ("", *LADDER)


@given(st.sampled_from(LADDER))
def test_a_deputy_is_below(name: str) -> None:
    lower = below(name)
    assert lower == "" or LADDER.index(lower) == LADDER.index(name) + 1
