"""The derived layer is the union over its blocks: free of order and repetition, and what is removed was never there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import fields
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.derived import derived_triples
from kg.merge.blocks import KINDS, BlockKey, Blocks, blocks, derive, derive_block
from kg.merge.derived import Derived, union
from kg.merge.profile import Profile, profile
from kg.model import Document, Extraction

Maker = Callable[..., Extraction]
TABLE = "姓名,编号,机构\n云某平,A1,财政部\n闻人月,A2,湖北省财政厅\n无人,A3,\n"
MANY = 6


@pytest.fixture(scope="module")
def profiles(make_extraction: Maker) -> list[Profile]:
    """Documents that share all their names, and a table of persons."""
    text = make_extraction().document.text
    told = [profile(make_extraction(f"{at}.txt", "前言" * at + text)) for at in range(MANY - 1)]
    return [*told, profile(Extraction(Document("persons.csv", TABLE), ()))]


def grouped(profiles: list[Profile]) -> dict[BlockKey, list[Any]]:
    found: dict[BlockKey, list[Any]] = {}
    for known in profiles:
        for block, item in blocks(known):
            found.setdefault(block, []).append(item)
    return found


@settings(deadline=None)
@given(st.permutations(range(MANY)), st.lists(st.integers(0, MANY - 1), max_size=3))
def test_order_and_repetition_change_nothing(profiles: list[Profile], order: list[int], again: list[int]) -> None:
    assert derive(profiles[at] for at in (*order, *again)) == derive(profiles)


def test_the_whole_is_the_union_of_the_blocks(profiles: list[Profile]) -> None:
    parts = [derive_block(block, items) for block, items in grouped(profiles).items()]
    assert union(parts) == union(reversed(parts)) == derive(profiles)


@settings(deadline=None)
@given(st.data())
def test_a_block_is_a_set_of_items(profiles: list[Profile], data: st.DataObject) -> None:
    found = grouped(profiles)
    block = data.draw(st.sampled_from(sorted(found)))
    items = data.draw(st.permutations(found[block]))
    assert derive_block(block, [*items, *items[:2]]) == derive_block(block, found[block])


@settings(deadline=None)
@given(st.integers(0, MANY - 1))
def test_a_document_removed_was_never_there(profiles: list[Profile], gone: int) -> None:
    """Only the blocks that it touched change, and what they lose and win is the change of the whole."""
    others = [known for at, known in enumerate(profiles) if at != gone]
    whole, rest = Blocks(profiles), Blocks(others)
    touched = {block for block, _ in blocks(profiles[gone])}
    before = {t for block in touched for t in derived_triples(whole.derive(block))}
    after = {t for block in touched for t in derived_triples(rest.derive(block))}
    assert set(derived_triples(derive(profiles))) - before | after == set(derived_triples(derive(others)))


def test_no_two_blocks_give_the_same(profiles: list[Profile]) -> None:
    parts = [derive_block(block, items) for block, items in grouped(profiles).items()]
    triples = [set(derived_triples(part)) for part in parts]
    assert not any(one & other for one, other in combinations(triples, 2))
    edges = Counter(edge for part in parts for edge in part.edges)
    nodes = Counter(node.ref for part in parts for node in part.nodes)
    assert set(edges.values()) == set(nodes.values()) == {1}


def test_every_end_of_an_edge_is_a_node_a_fact_or_a_local_entity(profiles: list[Profile]) -> None:
    derived = derive(profiles)
    known = {node.ref for node in derived.nodes}
    known |= {f"fact:{fact}" for p in profiles for fact, _ in p.facts}
    local = {f"{e.type}:{e.id}" for p in profiles for e in p.entities}
    for edge in derived.edges:
        assert edge.target in known, edge
        assert edge.source in (local if edge.label == "IDENTIFIED_AS" else known), edge


def test_nothing_gives_nothing() -> None:
    assert derive([]) == derive_block(("person", "云某平"), []) == Derived()


def test_items_are_of_the_type_of_their_kind_and_say_unknown_by_an_empty_text(profiles: list[Profile]) -> None:
    for (kind, _), items in grouped(profiles).items():
        for item in items:
            assert type(item) is KINDS[kind].item
            assert all(getattr(item, field.name) is not None for field in fields(item))
