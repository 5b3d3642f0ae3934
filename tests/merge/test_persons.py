"""Who is who: rarity of names, what a notice says beside the post, levels of comparison, clustering."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.merge.blocks import derive_block
from kg.merge.clusters import clusters
from kg.merge.comparisons import THRESHOLD, compare, excludes, weight
from kg.merge.derived import Derived
from kg.merge.identity import organization_ref
from kg.merge.levels import levels
from kg.merge.names import body
from kg.merge.namesakes import LARGEST, NEIGHBOURS
from kg.merge.persons import CROWD, PersonItem, Post, companions, row_item
from kg.merge.rarity import share
from kg.merge.traits import Traits, distinct
from kg.merge.vitals import UNTOLD, Vitals, vitals
from kg.read.persons import PersonRecord


def item(name: str, seen: str, *posts: str, vitals: Vitals = UNTOLD, companions: str = "") -> PersonItem:
    """`湖北省财政厅 厅长 current` …, told by a document of the day `seen`."""
    found = []
    for post in posts:
        organization, role, *status = post.split()
        known = body(organization)
        state = status[0] if status else "current"
        found.append(Post(organization_ref(known), role, state, "", "", seen + organization, known.name))
    local = f"{name}{seen}{''.join(posts)}"
    return PersonItem(local, name, tuple(sorted(found)), (), seen, tuple(companions.split()), vitals)


def traits(*items: PersonItem) -> Traits:
    (only,) = distinct(items)
    return only


def persons(*items: PersonItem) -> list[set[str]]:
    """The days of the documents of each person."""
    found: dict[str, set[str]] = {}
    seen = {f"person:{one.local}": one.seen or "row" for one in items}
    for edge in derive_block(("person", items[0].name), items).edges:
        if edge.label == "IDENTIFIED_AS":
            found.setdefault(edge.target, set()).add(seen[edge.source])
    return sorted(found.values(), key=sorted)


def possible(derived: Derived) -> list[float]:
    return [float(dict(e.values)["weight"]) for e in derived.edges if e.label == "POSSIBLY_SAME_AS"]


@pytest.mark.parametrize(
    ("common", "rare"), [("王伟", "王振邦"), ("李静", "李文渊"), ("张建军", "欧阳建军"), ("刘洋", "阿依古丽·买买提")]
)
def test_rare_names(common: str, rare: str) -> None:
    assert (share(common) or 0) > 3 * (share(rare) or 1)


@pytest.mark.parametrize("name", ["张某", "孔令某", "某", ""])
def test_a_name_that_is_hidden_says_nothing(name: str) -> None:
    assert share(name) is None


@given(st.text(min_size=2, max_size=5))
def test_a_share_is_a_share(name: str) -> None:
    assert share(name) is None or 0 < (share(name) or 0) < 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("马明，男，回族，1970年11月生，湖北黄冈人，现任处长", Vitals("男", "回族", "1970-11", "湖北黄冈")),
        ("马明（女，1985年3月出生），现任科长", Vitals("女", "", "1985-03", "")),
        ("拟任人选：马明，1970年生。", Vitals("", "", "1970", "")),
        ("马明说，会后，马明，男，汉族，1968年1月2日生", Vitals("男", "汉族", "1968-01", "")),
    ],
)
def test_what_a_notice_says_beside_the_post(text: str, found: Vitals) -> None:
    assert vitals(text, "马明") == found


@pytest.mark.parametrize(
    "text",
    [
        "马明，湖北人民",
        "马明主持会议，王某，男，1970年生",
        "马明，男子篮球队领队",
        "马明1970年到厂工作",
        "（马明）",
        "马明",
    ],
)
def test_what_is_not_said_of_the_person(text: str) -> None:
    assert vitals(text, "马明") == UNTOLD


ONE = (
    # promotions
    (
        item("王建军", "2015-06-12", "湖北省财政厅 副厅长 appointed"),
        item("王建军", "2018-03-30", "湖北省财政厅 厅长 appointed"),
    ),
    (item("陈静", "2020-03-18", "遵义市财政局 局长"), item("陈静", "2022-06-08", "贵州省财政厅 副厅长 appointed")),
    # a document that knows both posts
    (
        item("王建军", "2018-03-30", "湖北省财政厅 厅长"),
        item("王建军", "2020-08-06", "武汉市 副市长", "湖北省财政厅 厅长 former"),
    ),
    # a reform
    (item("刘洋", "2015-09-02", "贵州省卫生计生委 副主任"), item("刘洋", "2018-10-18", "贵州省卫健委 主任")),
    (item("王磊", "2014-05-21", "银监会 处长"), item("王磊", "2023-09-14", "金融监管总局 司长")),
    # the same birth and province
    (
        item("张伟", "2016-07-07", "河北省水利厅 副厅长", vitals=Vitals("男", "汉族", "1967-03")),
        item("张伟", "2016-10-19", "沧州市 市长 appointed", vitals=Vitals("男", "汉族", "1967-03")),
    ),
    # of the few of that rank
    (item("黄志强", "2016-05-06", "河南省人民政府 副省长"), item("黄志强", "2021-05-06", "吉林省委 书记")),
    # a rare name, in one province
    (item("欧阳振华", "2015-01-01", "湖北省教育厅 处长"), item("欧阳振华", "2019-01-01", "宜昌市 副市长")),
)
TWO = (
    # full-time posts in two provinces at once
    (item("吴向东", "2021-04-02", "湖北省财政厅 副厅长"), item("吴向东", "2021-04-03", "甘肃省教育厅 副厅长")),
    (item("欧阳振华", "2021-04-02", "湖北省财政厅 副厅长"), item("欧阳振华", "2021-04-03", "甘肃省教育厅 副厅长")),
    # a common name, and nothing but the province
    (item("王建军", "2018-05-16", "湖北省财政厅 副厅长"), item("王建军", "2018-09-11", "襄阳市教育局 局长")),
    # a mayor and a deputy head of a bureau in one city
    (item("张伟", "2016-10-19", "沧州市 市长"), item("张伟", "2016-11-03", "沧州市民政局 副局长")),
    # the same post in two provinces
    (item("陈静", "2020-03-18", "遵义市财政局 局长"), item("陈静", "2021-03-19", "宁波市财政局 局长")),
    # two births
    (
        item("陈军", "2016-05-06", "江苏省农委 副主任", vitals=Vitals(birth="1965-12")),
        item("陈军", "2018-05-06", "江苏省农委 主任", vitals=Vitals(birth="1971-02")),
    ),
    # a municipality is as large as a province
    (item("王伟", "2010-03-02", "北京市东城区财政局 局长"), item("王伟", "2014-04-02", "北京市西城区教育局 局长")),
    # a hidden name
    (item("张某", "2020-01-01", "湖北省财政厅 处长"), item("张某", "2020-02-01", "武汉市财政局 科长")),
)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_person(one: PersonItem, other: PersonItem) -> None:
    assert len(persons(one, other)) == 1


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_persons(one: PersonItem, other: PersonItem) -> None:
    assert len(persons(one, other)) == 2


@pytest.mark.parametrize(("one", "other"), ONE + TWO)
def test_a_comparison_has_no_direction_and_every_level_its_words(one: PersonItem, other: PersonItem) -> None:
    a, b = traits(one), traits(other)
    assert compare(a, b) == compare(b, a)
    for term in compare(a, b):
        assert (term.comparison, term.level) in levels() or term.comparison == "companion"
        assert all(term.words)
        assert "{" not in "".join(term.words)


def test_a_move_is_no_clash_where_the_later_post_was_just_taken_up() -> None:
    here = item("吴向东", "2021-04-02", "湖北省财政厅 副厅长")
    moved = item("吴向东", "2021-04-20", "甘肃省财政厅 副厅长 appointed")
    assert not any(term.comparison == "time" for term in compare(traits(here), traits(moved)))
    assert not excludes(compare(traits(here), traits(moved)))


def test_posts_that_one_may_hold_beside_another_do_not_clash() -> None:
    here = item("吴向东", "2021-04-02", "湖北省财政厅 副厅长")
    beside = item("吴向东", "2021-04-03", "全国政协 委员")
    assert not any(term.comparison == "time" for term in compare(traits(here), traits(beside)))


def test_what_is_seen_on_two_days_is_held_between_them() -> None:
    here = traits(
        item("吴向东", "2018-01-02", "湖北省财政厅 副厅长"), item("吴向东", "2020-01-02", "湖北省财政厅 副厅长")
    )
    between = traits(item("吴向东", "2019-01-02", "甘肃省教育厅 副厅长"))
    assert "two_provinces" in {term.level for term in compare(here, between)}


def test_nothing_links_what_clashes() -> None:
    """The third knows a post of each; the two were held at once."""
    here = item("吴向东", "2021-04-02", "湖北省财政厅 副厅长")
    there = item("吴向东", "2021-04-03", "甘肃省教育厅 副厅长")
    both = item("吴向东", "2023-04-03", "甘肃省教育厅 厅长", "湖北省财政厅 副厅长 former")
    assert len(persons(here, there, both)) == 2


def test_below_the_threshold_two_persons_and_the_weight() -> None:
    pair = item("付天明", "2021-08-03", "河南省应急厅 副厅长"), item("付天明", "2019-08-20", "河南省气象局 副局长")
    derived = derive_block(("person", "付天明"), pair)
    assert possible(derived) == [weight(compare(*map(traits, pair)))]
    assert possible(derived)[0] < THRESHOLD


@given(st.permutations(range(6)), st.lists(st.integers(0, 5), max_size=3))
def test_order_and_repetition_change_nothing(order: list[int], again: list[int]) -> None:
    items = [
        item("王建军", "2015-06-12", "湖北省财政厅 副厅长 appointed", companions="周海涛 梁思远"),
        item("王建军", "2018-03-30", "湖北省财政厅 厅长 appointed", "湖北省财政厅 副厅长 former"),
        item("王建军", "2018-05-16", "四川省财政厅 副厅长"),
        item("王建军", "2018-09-11", "襄阳市教育局 局长"),
        item("王建军", "2019-01-01", companions="梁思远"),
        item("王建军", "2020-08-06", "武汉市 副市长", "湖北省财政厅 厅长 former"),
    ]
    block = "person", "王建军"
    assert derive_block(block, [items[at] for at in (*order, *again)]) == derive_block(block, items)


LINKS = st.lists(st.tuples(st.floats(2, 9, allow_nan=False), st.integers(0, 9), st.integers(0, 9)), max_size=20)


@given(LINKS)
def test_clusters_are_the_connected_components(links: list[tuple[float, int, int]]) -> None:
    oracle: nx.Graph[int] = nx.Graph()
    oracle.add_nodes_from(range(10))
    oracle.add_edges_from((one, other) for _, one, other in links)
    assert clusters(10, links) == sorted(map(sorted, nx.connected_components(oracle)))


@given(LINKS, st.lists(st.tuples(st.integers(0, 4), st.integers(5, 9)), max_size=6), st.randoms())
def test_what_must_stay_apart_does(
    links: list[tuple[float, int, int]], apart: list[tuple[int, int]], luck: object
) -> None:
    found = clusters(10, links, apart)
    assert sorted(at for group in found for at in group) == list(range(10))
    assert not any(one in group and other in group for group in found for one, other in apart)
    oracle: nx.Graph[int] = nx.Graph((one, other) for _, one, other in links)
    for group in found:
        assert len(group) == 1 or nx.is_connected(oracle.subgraph(group))
    assert clusters(10, links[::-1], [(b, a) for a, b in apart[::-1]]) == found


def test_the_same_posts_in_many_documents_are_one_profile() -> None:
    items = [item("王伟", f"20{year}-01-02", "湖北省财政厅 厅长") for year in range(10, 20)]
    assert len(distinct(items)) == 1
    assert len(persons(*items)) == 1


def test_a_block_that_is_too_large_is_told() -> None:
    items = [
        item("王伟", f"20{at % 90 + 10}-01-02", f"湖北省{'甲乙丙丁戊己庚辛壬癸'[at % 10]}{at}公司 经理")
        for at in range(LARGEST + 1)
    ]
    items += [item("王伟", "2001-01-02", "湖北省甲0公司 董事长")]
    derived = derive_block(("person", "王伟"), items)
    (told,) = derived.rejected
    assert told.item == f"王伟: {LARGEST + 2}"
    assert len(derived.nodes) == LARGEST + 1  # the two of one body are one
    assert not possible(derived)


def test_of_many_who_may_be_one_only_the_nearest_are_told() -> None:
    items = [item("欧阳文渊", f"20{at + 10}-01-02", f"湖北省甲{at}公司 董事长") for at in range(30)]
    derived = derive_block(("person", "欧阳文渊"), items)
    assert len(possible(derived)) <= NEIGHBOURS * len(derived.nodes)


def test_companions_of_a_crowd_are_those_of_the_sentence() -> None:
    few = companions(iter([("甲一", "s"), ("乙二", "t")]))
    assert few == {"甲一": ("乙二",), "乙二": ("甲一",)}
    crowd = [(f"丙{at}", f"s{at // 2}") for at in range(CROWD + 2)]
    assert companions(iter(crowd))["丙0"] == ("丙1",)


def test_rows_of_the_users_table() -> None:
    hubei = item("王建军", "2018-03-30", "湖北省财政厅 厅长")
    sichuan = item("王建军", "2018-05-16", "四川省财政厅 副厅长")
    rows = [
        row_item("r1", PersonRecord("王建军", "1966-05", "A17", "Q1", ("湖北省财政厅",), 2)),
        row_item("r2", PersonRecord("王建军", "1970", "A18", "", ("四川省财政厅",), 3)),
        row_item("r3", PersonRecord("王建军", "", "A18", "", (), 4)),
    ]
    derived = derive_block(("person", "王建军"), [hubei, sichuan, *rows])
    known = {dict(node.values)["own_id"]: dict(node.values) for node in derived.nodes}
    assert known["A17"] == {"birth": "1966-05", "own_id": "A17", "wikidata": "Q1"}
    assert persons(hubei, sichuan, *rows) == [{"2018-03-30", "row"}, {"2018-05-16", "row"}]
    held = {e.source for e in derived.edges if e.label == "HOLDS_ROLE_IN"}
    assert len(held) == 2  # a row gives no post


def test_rows_of_names_that_no_document_has_give_nothing() -> None:
    assert derive_block(("person", "云某"), [row_item("r", PersonRecord("云某", "1970", row=2))]) == Derived()


def test_the_wrong_identifier_keeps_apart() -> None:
    rows = [row_item(f"r{at}", PersonRecord("欧阳振华", "", f"A{at}", "", ("财政部",), at)) for at in (2, 3)]
    here = item("欧阳振华", "2018-03-30", "财政部 副部长")
    assert len(persons(here, *rows)) == 2


NAMESAKES = [replace(one, name="王建军") for pair in ONE + TWO for one in pair]


@given(st.lists(st.sampled_from(NAMESAKES), min_size=2, max_size=5, unique=True))
def test_links_are_symmetrical(items: list[PersonItem]) -> None:
    for one, other in combinations(items, 2):
        assert compare(traits(one), traits(other)) == compare(traits(other), traits(one))
