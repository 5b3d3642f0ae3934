"""Roles: heads with their modifiers, and words that only look like roles."""

from __future__ import annotations

import pytest

from kg.annotate.roles import base_noun, find_roles, has_role, is_territorial, needs_body


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("常务副市长", ["常务副市长"]),
        ("局党组成员、副局长", ["党组成员", "副局长"]),
        ("一级巡视员", ["一级巡视员"]),
        ("代县长", ["代县长"]),
        ("机关党委副书记", ["机关党委副书记"]),
        ("市总工会主席", ["主席"]),
        ("最高人民法院审判委员会委员", ["委员"]),
        ("驻外大使馆", []),
        ("湖北省长江水利委员会", []),
        ("会计科科长", ["科长"]),
        ("应急指挥中心主任", ["主任"]),
        ("教师进修学校", []),
        ("局长办公会", []),
        ("在主席台就座", []),
        ("法官资质不同", []),
        ("校医院院长", ["院长"]),
        ("法警大队大队长", ["大队长"]),
        ("公司副总", ["副总"]),
        ("公司副总经理", ["副总经理"]),
        ("机械厂钳工", ["钳工"]),
        ("机械厂钳工班班长", ["班长"]),
        ("电厂电工程量", []),
        ("通知县财政局", []),
        ("医疗队医生", ["医生"]),
        ("总裁判长", ["总裁判长"]),
        ("赴任市长期间", ["市长"]),
        ("市长期主持", []),
        ("镇级河长", ["镇级河长"]),
        ("畜牧兽医局局长", ["局长"]),
        ("清溪村支部书记", ["支部书记"]),
        ("第一指挥长", ["第一指挥长"]),
        ("董事长特别助理", ["董事长特别助理"]),
    ],
)
def test_find_roles(text: str, roles: list[str]) -> None:
    assert [r.text for r in find_roles(text, 0, len(text))] == roles


@pytest.mark.parametrize(("text", "found"), [("他任处长", True), ("天气很好", False)])
def test_has_role(text: str, found: bool) -> None:
    assert has_role(text) is found


def test_territorial_heads() -> None:
    assert is_territorial("代县长")
    assert not is_territorial("局长")


def test_common_words_need_a_body() -> None:
    assert needs_body("代表")
    assert not needs_body("副司长")


def test_base_noun() -> None:
    assert base_noun("副司长") == ("司",)
    assert base_noun("一级巡视员") == ()


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("公司机关党委书记", ["机关党委书记"]),
        ("防汛抗旱总指挥部", []),
        ("机关第三党支部书记", ["机关第三党支部书记"]),
        ("教授级高级工程师", ["教授级高级工程师"]),
    ],
)
def test_where_roles_begin(text: str, roles: list[str]) -> None:
    assert [role.text for role in find_roles(text, 0, len(text))] == roles
