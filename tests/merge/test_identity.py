"""Local entities, and the seam of the derived layer."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.merge.blocks import derive, derive_block
from kg.merge.derived import Derived
from kg.merge.entities import is_class, place
from kg.merge.persons import PersonItem, Post
from kg.merge.profile import profile
from kg.model import Event, Evidence, Extraction, RegionRef, Span

Maker = Callable[..., Extraction]


def edges(derived: Derived, label: str) -> dict[str, str]:
    """Source → target of the edges so labelled."""
    return {edge.source: edge.target for edge in derived.edges if edge.label == label}


def test_one_body_under_two_names_is_one_local_entity(make_extraction: Maker) -> None:
    known = profile(make_extraction())
    labels = [e.label for e in known.entities if e.type == "organization"]
    assert sorted(labels) == ["工业和信息化部", "湖北省财政厅", "财政部", "财政部社会保障司"]
    ministry = next(e for e in known.entities if e.label == "工业和信息化部")
    assert ministry.aliases == ("工信部",)


def test_local_entities_of_two_documents_are_never_the_same(two_documents: list[Extraction]) -> None:
    first, second = ({e.id for e in profile(x).entities if not e.identifiers} for x in two_documents)
    assert first
    assert not first & second


def test_participants_are_persons_bodies_or_nothing(make_extraction: Maker) -> None:
    known = profile(make_extraction())
    types = {e.id: (e.type, e.label) for e in known.entities}
    found = {types[local] for _, role, local in known.links if role == "participant"}
    assert found == {("organization", "财政部"), ("organization", "工业和信息化部"), ("person", "云某平")}


@pytest.mark.parametrize(
    "name", ["各地", "13个设区市", "市县", "各级财政", "有关部门", "其他县", "地方财政", "三个县", "全省各级财政"]
)
def test_classes_are_no_entities(name: str) -> None:
    assert is_class(name)
    assert place(RegionRef(name)) is None


@pytest.mark.parametrize(
    "name", ["多伦县财政局", "全国总工会权益保障部", "地方金融监督管理局", "各界报社"[1:], "上饶市"]
)
def test_names_that_only_look_like_a_class(name: str) -> None:
    assert not is_class(name)


@pytest.mark.parametrize(
    ("region", "identifier"),
    [
        (RegionRef("武汉市", "420100"), "420100"),
        (RegionRef("武汉市"), "420100"),  # only one place has that name
        (RegionRef("朝阳区"), ""),  # several have it: a place, without a code
        (RegionRef("谷堆乡"), ""),
    ],
)
def test_places(region: RegionRef, identifier: str) -> None:
    found = place(region)
    assert found is not None
    assert found.id == identifier


def test_ambiguous_places_of_two_documents_stay_two(make_extraction: Maker) -> None:
    base = make_extraction()

    def located(identifier: str) -> Extraction:
        evidence = Evidence(identifier * 32, (Span(0, 2),), "5日", "test")
        event = Event(
            evidence=evidence, label="x", date_text="5日", date="2021-01-05", date_basis="s", location="朝阳区"
        )
        document = make_extraction(identifier, identifier + base.document.text).document
        return Extraction(document, (event,))

    derived = derive([profile(located("c")), profile(located("d"))])
    assert sum(node.name == "朝阳区" for node in derived.nodes) == 2


def test_same_body_same_person_else_two_and_a_link(two_documents: list[Extraction]) -> None:
    derived = derive(profile(x) for x in two_documents)
    persons = sorted(node.name for node in derived.nodes if node.ref.startswith("person:"))
    # 孔令某 has no body in either document: nothing says that the two are one.
    assert persons == ["云某平", "孔令某", "孔令某", "闻人月"]
    assert len(edges(derived, "POSSIBLY_SAME_AS")) == 1


def test_bodies_above_and_territories(make_extraction: Maker) -> None:
    derived = derive([profile(make_extraction())])
    names = {node.name: node.ref for node in derived.nodes}
    parents = edges(derived, "SUB_ORGANIZATION_OF")
    assert parents[names["财政部社会保障司"]] == "organization:mof"
    assert edges(derived, "TERRITORY")[names["湖北省财政厅"]] == "region:420000"
    assert edges(derived, "CONTAINED_IN")["region:420100"] == "region:420000"


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 5)), max_size=20))
def test_persons_are_the_connected_components(posts: list[tuple[int, int]]) -> None:
    held = {
        at: tuple(sorted({Post(f"o{o}", "司长", "current", "", "", "f") for p, o in posts if p == at}))
        for at in range(10)
    }
    found = derive_block(("person", "云某平"), [PersonItem(f"p{at}", "云某平", held[at]) for at in range(10)])
    oracle: nx.Graph[str] = nx.Graph()
    oracle.add_nodes_from(f"p{at}" for at in range(10))
    oracle.add_edges_from((f"p{p}", f"o{o}") for p, o in posts)
    components = [{n for n in c if n.startswith("p")} for c in nx.connected_components(oracle)]
    clusters: dict[str, set[str]] = {}
    for member, cluster in edges(found, "IDENTIFIED_AS").items():
        clusters.setdefault(cluster, set()).add(member.removeprefix("person:"))
    assert sorted(map(sorted, clusters.values())) == sorted(map(sorted, components))
    assert not edges(found, "POSSIBLY_SAME_AS")  # nothing but a name that is hidden
