"""B³, and the gold set of who is who."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.evaluate.clustering import b_cubed
from kg.evaluate.identity import GoldIdentity, evaluate_identity, load_identity

GOLD = Path(__file__).parents[1] / "gold" / "identity"
LABELS = st.dictionaries(st.integers(0, 9), st.integers(0, 3), min_size=1)


@pytest.mark.parametrize(
    ("true", "found", "precision", "recall"),
    [
        ("aabb", "1122", 1.0, 1.0),
        ("aabb", "1111", 0.5, 1.0),
        ("aabb", "1234", 1.0, 0.5),
        ("aab", "112", 1.0, 1.0),
        ("aab", "122", (1 + 0.5 + 0.5) / 3, (0.5 + 0.5 + 1) / 3),
    ],
)
def test_b_cubed(true: str, found: str, precision: float, recall: float) -> None:
    score = b_cubed(dict(enumerate(true)), dict(enumerate(found)))
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


def test_a_mention_that_is_not_found_is_alone() -> None:
    assert b_cubed({1: "a", 2: "a"}, {1: "x"}) == b_cubed({1: "a", 2: "a"}, {1: "x", 2: "y"})


@given(LABELS, LABELS)
def test_b_cubed_has_bounds_and_the_truth_is_perfect(true: dict[int, int], found: dict[int, int]) -> None:
    score = b_cubed(true, found)
    assert 0 < score.precision <= 1
    assert 0 < score.recall <= 1
    assert b_cubed(true, true).f1 == pytest.approx(1)


@given(LABELS)
def test_one_cluster_has_full_recall_and_single_ones_full_precision(true: dict[int, int]) -> None:
    assert b_cubed(true, dict.fromkeys(true, 0)).recall == pytest.approx(1)
    assert b_cubed(true, {key: key for key in true}).precision == pytest.approx(1)


def test_the_gold_set_is_as_large_as_it_says() -> None:
    """The sealed half is counted, and not shown."""
    halves = [load_identity(GOLD / half) for half in ("open", "sealed")]
    assert all(len(half) >= 30 for half in halves)
    assert sum(len(item.persons) for half in halves for item in half) >= 300
    assert all(sum(len(item.persons) for item in half) >= 150 for half in halves)


def test_names_are_shared_by_several_and_bodies_have_several_names() -> None:
    documents = load_identity(GOLD / "open")
    names = Counter(words for words, _ in {(words, key) for item in documents for _, words, key in item.persons})
    assert sum(number > 1 for number in names.values()) >= 10
    bodies = Counter(key for key, _ in {(key, words) for item in documents for _, words, key in item.organizations})
    assert sum(number > 1 for number in bodies.values()) >= 20


def test_identity_alone_does_better_than_names() -> None:
    report = evaluate_identity(GOLD / "open", GoldIdentity.given)
    assert report.persons.f1 >= 0.98
    assert report.organizations.f1 >= 0.98
    assert report.persons.f1 > report.persons_baseline.f1 + 0.1
    assert report.organizations.f1 > report.organizations_baseline.f1 + 0.1


def test_a_folder_without_annotation(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no annotated documents"):
        load_identity(tmp_path)
