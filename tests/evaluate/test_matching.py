"""One-to-one pairing."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.matching import pair


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ([], {}),
        ([[]], {}),
        ([[0], [0]], {0: 0}),
        ([[0, 1], [0]], {1: 0, 0: 1}),
        ([[0, 1], [0, 2], [0]], {1: 0, 2: 1, 0: 2}),
    ],
)
def test_pairs(choices: list[list[int]], expected: dict[int, int]) -> None:
    assert pair(choices) == expected


def test_a_long_path_needs_no_recursion() -> None:
    size = 3000
    choices = [[at + 1, at] for at in range(size - 1, -1, -1)] + [[size]]
    assert len(pair(choices)) == size + 1


@given(st.lists(st.lists(st.integers(0, 7), unique=True, max_size=8), max_size=8))
def test_as_many_pairs_as_networkx_finds(choices: list[list[int]]) -> None:
    owner = pair(choices)
    assert all(right in choices[left] for right, left in owner.items())
    assert len(set(owner.values())) == len(owner)
    graph: nx.Graph[tuple[str, int]] = nx.Graph()
    graph.add_nodes_from(("left", left) for left in range(len(choices)))
    graph.add_edges_from(
        (("left", left), ("right", right)) for left, partners in enumerate(choices) for right in partners
    )
    top = [("left", left) for left in range(len(choices))]
    assert len(owner) == len(nx.bipartite.maximum_matching(graph, top)) // 2
