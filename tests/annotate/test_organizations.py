"""Organizations: where names begin, what they pass through, whom deictics mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.bodies import ends_a_body, known, path
from kg.annotate.deixis import note, parent_for, resolve
from kg.annotate.fold import fold
from kg.annotate.organizations import annotate_organizations, organization_before
from kg.annotate.passage import Article, Passage, State, segments
from kg.annotate.regions import annotate_regions
from kg.model import Document


def passage_of(text: str, host: str | None = None, home: str | None = None) -> Passage:
    state = State(Document("d", text), Article(fold(text), text), host=host, home=home)
    passage = Passage(state, 0, len(text), segments(state.article.text, 0, len(text)))
    annotate_regions(passage)
    annotate_organizations(passage)
    return passage


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("与他同行的有市农业农村局", "市农业农村局"),
        ("请径与省财政厅教科文处", "省财政厅教科文处"),
        ("联系人名单报县水利局", "县水利局"),
        ("市委换届风气监督组", "市委换届风气监督组"),
        ("省财政厅住房和城乡建设处", "省财政厅住房和城乡建设处"),
        ("昨天看望了国网湖南省电力公司", "国网湖南省电力公司"),
        ("武警湖北省总队", "武警湖北省总队"),
        ("水利部水旱灾害防御司", "水利部水旱灾害防御司"),
        ("市环保局污染控制处", "市环保局污染控制处"),
        ("市民政局殡葬管理所", "市民政局殡葬管理所"),
        ("他如今是村民理财小组", "村民理财小组"),
        ("陪同调研的白石镇", "白石镇"),
    ],
)
def test_a_body_begins_behind_what_no_name_holds(head: str, body: str) -> None:
    passage = passage_of(head)
    start = organization_before(passage, len(head), 0)
    assert start is not None
    assert head[start:] == body


@pytest.mark.parametrize("head", ["他说话的声音", "今天上午", "我们的同志"])
def test_no_body_ends_there(head: str) -> None:
    assert organization_before(passage_of(head), len(head), 0) is None


@given(
    st.text("省市县财政厅局处长由与和的在召开张三，。预算社会保障", min_size=1, max_size=40),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_a_start_is_within_bounds(text: str, low: int, high: int) -> None:
    floor, end = sorted((min(low, len(text)), min(high, len(text))))
    start = organization_before(passage_of(text), end, floor)
    assert start is None or floor <= start < end


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("财政部国库司审核一处", ("财政部", "财政部国库司", "财政部国库司审核一处")),
        ("盐官镇政策处理组", ("盐官镇政策处理组",)),
        ("公安部门", ("公安部门",)),
    ],
)
def test_path(name: str, steps: tuple[str, ...]) -> None:
    assert path(name) == steps


@pytest.mark.parametrize(
    ("name", "is_known"), [("财政部", True), ("湖北省财政厅", True), ("共青团云河市委", True), ("农业科", False)]
)
def test_known(name: str, is_known: bool) -> None:
    assert known(name) is is_known


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("省财政厅", "湖北省财政厅"),
        ("我省", "湖北省"),
        ("本厅", "湖北省财政厅"),
        ("预算处", "湖北省财政厅预算处"),
        ("派驻省水利厅纪检监察组", "派驻湖北省水利厅纪检监察组"),
        ("国家统计局", "国家统计局"),
    ],
)
def test_resolve_by_the_host(written: str, full: str) -> None:
    state = passage_of("　", host="湖北省财政厅", home="420000").state
    assert resolve(written, state) == full


def test_a_deictic_prefers_the_body_named_last() -> None:
    state = passage_of("　", host="湖北省财政厅", home="420000").state
    note(state, "国家统计局", 0)
    assert resolve("该局", state) == "国家统计局"


def test_a_new_unit_stands_under_its_founder() -> None:
    passage = passage_of("武汉市财政局成立资产评估处，人员到位。")
    assert passage.organizations[-1].name == "武汉市财政局资产评估处"


def test_a_meeting_is_no_body() -> None:
    assert all("座谈会" not in m.name for m in passage_of("武汉市财政局召开中小企业座谈会").organizations)


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("财政部会同水利部下达资金。", ["财政部", "水利部"]),
        ("湖北省红十字会与民政部共同发布。", ["湖北省红十字会", "民政部"]),
        ("据财政部网站消息。", ["财政部"]),
    ],
)
def test_a_body_ends_before_the_verb(text: str, bodies: list[str]) -> None:
    assert [m.name for m in passage_of(text).organizations] == bodies


@pytest.mark.parametrize(
    ("unit", "under", "parent"),
    [
        ("内科", "武汉市第一医院", "武汉市第一医院"),
        ("项目部", "湖北江城集团", "湖北江城集团"),
        ("农学院", "江汉大学后勤处", "江汉大学"),
        ("公路局养护处", "交通运输部规划司", "交通运输部"),
        ("农业科", "武汉市财政局国库股", "武汉市财政局"),
        ("监测局", "武汉市卫生健康委", None),
    ],
)
def test_a_unit_stands_under_its_kind_of_body(unit: str, under: str, parent: str | None) -> None:
    assert parent_for(unit, under) == parent


def test_a_department_without_a_place_is_the_host_s() -> None:
    state = passage_of("　", home="420100").state
    assert resolve("水利局", state) == "武汉市水利局"
    assert resolve("市局农业科", passage_of("　", host="武汉市财政局", home="420100").state) == "武汉市财政局农业科"


def test_a_noun_means_the_body_named_often() -> None:
    state = passage_of("　").state
    for at, name in enumerate(("江汉大学", "江汉大学", "江汉大学", "武汉大学")):
        note(state, name, at)
    assert resolve("校团委", state) == "江汉大学团委"


def test_what_ends_as_a_body_does() -> None:
    assert ends_a_body("青山县财政局")
    assert not ends_a_body("县里的座谈会")
    assert not ends_a_body("")
    assert ends_a_body("青山县财政局长", 0, 6)
    assert not ends_a_body("在场", 1)  # the character before the stretch counts: 在场 is no 场
