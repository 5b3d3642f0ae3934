"""Abbreviations of bodies, what a document adds to their names, what is above them, and what they became."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.merge.abbreviations import full_name
from kg.merge.blocks import derive
from kg.merge.context import home_of, resolved
from kg.merge.derived import Derived, kind_of
from kg.merge.identity import lineage
from kg.merge.lines import became, line
from kg.merge.names import body
from kg.merge.profile import profile
from kg.merge.reforms import successors
from kg.merge.tables import hierarchy, local_names, reforms
from kg.model import Evidence, Extraction, Membership, Span

Maker = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("发改委", "发展和改革委员会"),  # listed
        ("住房城乡建设厅", "住房和城乡建设厅"),  # without 和
        ("城市管理委", "城市管理委员会"),  # the last word shortened
        ("党委组织部", "委组织部"),  # of an autonomous region
        ("应急厅", "应急管理厅"),  # a generic word left out
        ("卫计局", "卫生和计划生育局"),
        ("林草局", "林业和草原局"),
    ],
)
def test_abbreviations(written: str, full: str) -> None:
    assert full_name(written) == full


@pytest.mark.parametrize("written", ["工业局", "和谐局", "财局", "管理局", "医院", "北京", "农村", "教育厅办公室", ""])
def test_what_abbreviates_nothing(written: str) -> None:
    assert full_name(written) is None


@given(st.sampled_from(sorted(local_names())))
def test_a_full_name_abbreviates_itself(name: str) -> None:
    assert full_name(name) == name


@pytest.mark.parametrize(
    ("name", "home", "full"),
    [
        ("省发改委", "420000", "湖北省发改委"),
        ("省财政厅", "420100", "湖北省财政厅"),  # a city speaks of its province
        ("市税务局", "110105", "北京市税务局"),  # a district of its municipality
        ("区住建委", "110105", "北京市朝阳区住建委"),
        ("朝阳区住建委", "110000", "北京市朝阳区住建委"),  # which of the districts so called
        ("自治区公安厅", "450000", "广西壮族自治区公安厅"),
        ("市委", "420100", "武汉市委"),
        ("审计厅", "540000", "西藏自治区审计厅"),  # nobody's but the province's
        ("市社会福利院", "130900", "沧州市社会福利院"),
    ],
)
def test_a_document_says_whose_body_it_is(name: str, home: str, full: str) -> None:
    assert resolved(name, home) == full


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("省发改委", None),  # nobody speaks
        ("县财政局", "420000"),  # a province has no county of its own
        ("财政部", "420000"),
        ("湖北省财政厅", "510000"),
        ("市场监管总局", "420100"),  # 市 is no city here
        ("区域发展研究中心", "110105"),
        ("省级财政", "420000"),
        ("中心医院", "420100"),
        ("区块链研究院", "110105"),
        ("旗下公司", "150724"),
    ],
)
def test_names_that_a_document_adds_nothing_to(name: str, home: str | None) -> None:
    assert resolved(name, home) == name


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("湖北省财政厅",), "420000"),
        ((None, "湖北日报"), "420000"),
        (("财政部", "武汉市人民政府"), "420100"),
        (("财政部", None), None),
    ],
)
def test_the_place_that_speaks(names: tuple[str | None, ...], code: str | None) -> None:
    assert home_of(*names) == code


@pytest.mark.parametrize(
    ("name", "above"),
    [
        ("财政部国库司国库集中支付处", ["财政部国库司", "财政部", "中华人民共和国国务院"]),
        ("湖北省财政厅", ["湖北省人民政府"]),
        ("中共湖北省委组织部", ["湖北省委"]),
        ("西藏自治区党委宣传部", ["西藏自治区党委"]),
        ("国家能源局", ["国家发展和改革委员会", "中华人民共和国国务院"]),
        ("国家税务总局湖北省税务局", ["国家税务总局", "中华人民共和国国务院"]),
        ("中央宣传部", ["中国共产党中央委员会"]),
        ("东方电气集团", []),
    ],
)
def test_what_is_above(name: str, above: list[str]) -> None:
    assert [found.name for found in lineage(name)][1:] == above


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("湖北省委", "local_party"),
        ("湖北省人民政府", "local_government"),
        ("湖北省政协", "local_cppcc"),
        ("湖北省人大常委会", "local_congress"),
        ("湖北省纪委", "local_discipline"),
        ("武汉市中级人民法院", "local_court"),
        ("财政部", "department"),
        ("财政部国库司", "unit"),
        ("中组部", "party_center"),
        ("某某公司", "other"),
    ],
)
def test_party_and_government_and_others_are_told_apart(name: str, kind: str) -> None:
    assert body(name).kind == kind


def test_the_party_and_the_government_of_a_place_are_two() -> None:
    assert body("中国共产党湖北省委员会") == body("中共湖北省委") == body("湖北省委")
    assert body("湖北省委办公厅") != body("湖北省政府办公厅")


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("国家卫生计生委", ["国家卫生健康委员会"]),
        ("银监会", ["中国银行保险监督管理委员会"]),
        ("国家经贸委", ["商务部", "国务院国有资产监督管理委员会", "国家发展和改革委员会"]),
        ("财政部", []),
    ],
)
def test_reforms_of_central_bodies(name: str, after: list[str]) -> None:
    assert sorted(hierarchy()[row].name for _, row in successors(body(name))) == sorted(after)


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("湖北省安监局", ["应急管理厅"]),
        ("武汉市安监局", ["应急管理局"]),
        ("北京市安监局", ["应急管理局"]),  # a municipality has no 厅
        ("湖北省卫生厅", ["卫生和计划生育委员会"]),
        ("朝阳区安监局", []),  # which one is not known
    ],
)
def test_reforms_of_local_bodies(name: str, after: list[str]) -> None:
    assert [hierarchy()[row].name for _, row in successors(body(name))] == after


def test_every_reform_names_bodies_and_goes_forward() -> None:
    later: dict[str, str] = {}
    for reform in reforms():
        assert {*reform.originals, *reform.results} <= hierarchy().keys(), reform
        assert "1998" <= reform.year <= "2024"
        assert not set(reform.originals) & set(reform.results)
        for row in reform.results:
            later[row] = max(reform.year, later.get(row, ""))
    for reform in reforms():
        for row in reform.originals:
            assert row not in later or min(r.year for r in reforms() if row in r.results) <= reform.year, reform


def test_what_a_body_became_in_several_reforms() -> None:
    assert became(body("卫生部"), body("国家卫健委"))
    assert became(body("贵州省卫生厅"), body("贵州省卫健委"))
    assert not became(body("国家卫健委"), body("卫生部"))
    assert not became(body("贵州省卫生厅"), body("云南省卫健委"))


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("湖北省财政厅", "财政"),
        ("武汉市财政局", "财政"),
        ("财政部", "财政"),
        ("国家卫健委", "卫生健康"),
        ("武汉市政府", ""),
        ("云某公司", ""),
    ],
)
def test_lines_of_work(name: str, found: str) -> None:
    assert line(body(name)) == found


def document(maker: Maker, identifier: str, *names: str, publisher: str = "财政部") -> Extraction:
    """A document in which somebody holds a post in each body."""
    base = replace(maker(identifier, identifier + maker().document.text).document, publisher=publisher)
    evidence = Evidence(base.key, (Span(0, 1),), base.text[0], "test")
    posts = (
        Membership(evidence=evidence, person=f"云某{at}", role="干部", organization=name, organization_text=name)
        for at, name in enumerate(names)
    )
    return Extraction(base, tuple(posts))


def changes(derived: Derived) -> dict[str, tuple[str, ...]]:
    """Readable name of each change → its years."""
    return {
        node.name: tuple(str(value) for key, value in node.values if key == "year")
        for node in derived.nodes
        if node.ref.startswith("change:")
    }


def test_changes_link_bodies_that_are_named_in_different_documents(make_extraction: Maker) -> None:
    documents = [
        document(make_extraction, "a", "银监会", "保监会", "贵州省卫生厅"),
        document(make_extraction, "b", "银保监会", "贵州省卫健委"),
        document(make_extraction, "c", "金融监管总局", "云南省卫生厅"),
    ]
    derived = derive(map(profile, documents))
    assert changes(derived) == {
        "中国保险监督管理委员会、中国银行业监督管理委员会 → 中国银行保险监督管理委员会": ("2018",),
        "中国银行保险监督管理委员会 → 国家金融监督管理总局": ("2023",),
        "贵州省卫生厅 → 贵州省卫生健康委员会": ("2013", "2018"),  # the body between them is not named
    }
    assert "change:2023-cbirc" in {node.ref for node in derived.nodes}


def test_a_body_is_found_by_what_it_was_and_became(make_extraction: Maker) -> None:
    derived = derive([profile(document(make_extraction, "a", "银监会", "湖北省卫健委", "武汉市国土资源局"))])
    known = {n.name: n.values for n in derived.nodes}
    assert [v for k, v in known["中国银行业监督管理委员会"] if k == "later_name"] == [
        "中国银行保险监督管理委员会",
        "国家金融监督管理总局",
    ]
    assert ("former_name", "湖北省卫生厅") in known["湖北省卫生健康委员会"]
    assert not [v for k, v in known["武汉市国土资源局"] if k == "later_name"]  # 自然资源局, or 自然资源和规划局


def test_what_passed_through_a_body_that_was_divided_is_not_followed(make_extraction: Maker) -> None:
    assert changes(derive([profile(document(make_extraction, "a", "煤炭工业部", "商务部"))])) == {}
    assert len(changes(derive([profile(document(make_extraction, "a", "国家经贸委", "商务部"))]))) == 1


def test_a_body_alone_has_no_change(make_extraction: Maker) -> None:
    assert changes(derive([profile(document(make_extraction, "a", "银监会", "湖北省卫生厅"))])) == {}


def test_one_body_under_the_names_of_three_documents(make_extraction: Maker) -> None:
    documents = [
        document(make_extraction, "a", "省发改委", publisher="湖北省人民政府"),
        document(make_extraction, "b", "湖北省发展改革委"),
        document(make_extraction, "c", "省发改委", publisher="四川省财政厅"),
    ]
    derived = derive(map(profile, documents))
    bodies = [node for node in derived.nodes if kind_of(node.ref) == "organization" and "发展和改革" in node.name]
    named = {node.name: [value for key, value in node.values if key == "alias"] for node in bodies}
    # 省发改委 is what documents of two provinces call theirs, and no name of either body.
    assert named == {"湖北省发展和改革委员会": ["湖北省发展改革委"], "四川省发展和改革委员会": []}


def test_a_central_document_about_one_province(make_extraction: Maker) -> None:
    names = [e.label for e in profile(document(make_extraction, "a", "河南省财政厅", "省水利厅")).entities]
    assert "河南省水利厅" in names
    names = [
        e.label for e in profile(document(make_extraction, "b", "河南省财政厅", "山东省财政厅", "省水利厅")).entities
    ]
    assert "省水利厅" in names
