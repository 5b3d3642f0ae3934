"""The same counts as an independent scorer of the same rules, where one is at hand.

`KG_SCORER` is the path of its script, `KG_SCORER_GOLD` of a folder of annotated documents to compare on besides ours.
"""

from __future__ import annotations

import importlib.util
import os
from collections import defaultdict
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kg.evaluate import load_gold
from kg.evaluate.families import FAMILIES
from kg.evaluate.runner import compare

OPEN = Path(__file__).parents[1] / "gold" / "open"
FOLDERS = [OPEN, *([Path(os.environ["KG_SCORER_GOLD"])] if os.environ.get("KG_SCORER_GOLD") else [])]
ROUNDS = 25


@pytest.fixture(scope="module")
def scorer() -> Any:
    path = os.environ.get("KG_SCORER")
    if not path:
        pytest.skip("KG_SCORER names no scorer")
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_the_counts_are_the_same_on_damaged_outputs(scorer: Any, folder: Path, perfect: Any, damaged: Any) -> None:
    theirs = scorer.load_gold(folder)
    gold = load_gold(folder)
    assert [item.document.id for item in gold] == list(theirs)
    for seed in range(ROUNDS):
        random = Random(seed)
        for item in gold:
            lines = perfect(item) if seed == 0 else damaged(perfect(item), random)
            by_type = defaultdict(list)
            for line in lines:
                by_type[line["type"]].append(line)
            for family in FAMILIES.values():
                for mode in family.modes:
                    ours = compare(family, item, lines, mode == "strict")
                    hits, missed, spurious = scorer.compare(
                        family.name, theirs[item.document.id], by_type[family.fact_type], mode == "strict"
                    )
                    counts = (len(ours.hits), len(ours.missed), len(ours.spurious))
                    assert counts == (hits, len(missed), len(spurious)), (seed, item.document.id, family.name, mode)
