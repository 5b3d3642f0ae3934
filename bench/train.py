"""The tables of `kg/extract/learned`, trained on annotated documents: `python -m bench.train tests/gold/open kg/demo`.

An averaged perceptron with a margin: where a wrong candidate scores as high as the right one, less the margin, the
features of the right one gain and those of the wrong one lose.  Order and shuffling are fixed, so the same documents
give the same tables.  `--held-out N` trains on all but every Nth document, and says how often the rest comes out right.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

import rjieba

from kg.annotate.fold import fold
from kg.evaluate import GoldDocument, load_gold
from kg.evaluate.gold import Record
from kg.evaluate.normalize import accepted, likeness, places, same_amount
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.extract import settled
from kg.extract.allocations.purposes import purposes
from kg.extract.learned.fund_names import border, inside, starts
from kg.extract.learned.weights import Weights, total
from kg.extract.run import states

_ROUNDS = 12
_MARGIN = 1.0
_LEAST = 0.05
"""Weights nearer to 0 are left out."""
_TABLES = Path(__file__).parents[1] / "kg" / "extract" / "learned"


@dataclass(frozen=True, slots=True)
class Choice:
    """The features of each candidate, the numbers of the right ones, and how much it weighs."""

    candidates: tuple[tuple[str, ...], ...]
    right: tuple[int, ...]
    rate: float = 1.0


def fund_names(document: GoldDocument) -> Iterator[Choice]:
    """Each place where the text holds the name of an annotated fund: where does it begin?"""
    text = fold(document.document.text)
    tokens = list(pairwise(accumulate((len(word) for word in rjieba.cut(text)), initial=0)))
    first, last = {a for a, _ in tokens}, {b for _, b in tokens}
    taken: set[int] = set()
    names = {record["fund"] for record in document.allocations if record.get("fund")}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        for match in re.finditer(re.escape(name), text):
            if match.end() in taken or match.end() not in last or match.start() not in first:
                continue
            taken.add(match.end())
            found = list(starts(text, tokens, 0, match.end()))
            offsets = [offset for _, offset, _ in found]
            if match.start() in offsets:
                yield Choice(_begins(text, tokens, found), (offsets.index(match.start()),))


def _begins(text: str, tokens: Sequence[tuple[int, int]], found: Sequence[tuple[int, int, int]]) -> tuple[tuple[str, ...], ...]:
    """The features of each beginning: those of its border, and of the words that it takes in."""
    candidates: list[tuple[str, ...]] = []
    taken: tuple[str, ...] = ()
    for i, _, head in found:
        taken = taken if i == head else taken + inside(text, tokens, i)
        candidates.append(taken + border(text, tokens, i, is_head=i == head))
    return tuple(candidates)


_ALIKE = 0.45
"""How like the annotated purpose a phrase must be to be right; scoring asks a little less."""
_UNSTATED = 0.15
"""What an amount without an annotated purpose weighs: the annotation leaves out what the fund's name says already."""


def purposes_of(document: GoldDocument) -> Iterator[Choice]:
    """Each annotated sum that is found: which phrase says what it is for?"""
    left = list(document.allocations)
    for state in states(document.document):
        kept = settled(state)
        for draft, before in zip(kept, [None, *kept], strict=False):
            record = next((r for r in left if _is_of(r, draft, state.article.text)), None)
            if record is None:
                continue
            left.remove(record)
            found = purposes(draft, before if before is not None and before.segment == draft.segment else None)
            stated = bool(record.get("target"))
            wanted = list(accepted(record, "target", "target_alt")) if stated else []
            right = tuple(i for i, p in enumerate(found) if _is_right(p.text, wanted))
            if right and "target" not in record.get("soft", ()):
                yield Choice(tuple(p.features for p in found), right, 1.0 if stated else _UNSTATED)


def _is_right(phrase: str | None, wanted: Sequence[str]) -> bool:
    return phrase is not None and any(likeness(w, phrase) >= _ALIKE for w in wanted) if wanted else phrase is None


def _is_of(record: Record, draft: Draft, text: str) -> bool:
    """Is the draft the annotated sum: the same amount, in its evidence, for the same place where several share it?"""
    start = text.find(fold(record["evidence"]))
    inside = start >= 0 and start <= draft.money.start < start + len(record["evidence"])
    same_place = draft.rule != "allocation.each" or places(record.get("region")) == places(draft.region)
    return inside and same_place and same_amount(record["amount"], draft.amount)


def train(choices: Sequence[Choice]) -> dict[str, float]:
    """The averaged weights after `_ROUNDS` rounds."""
    weights: dict[str, float] = defaultdict(float)
    drift: dict[str, float] = defaultdict(float)
    order, step = list(choices), 0
    shuffle = random.Random(0).shuffle
    for _ in range(_ROUNDS):
        shuffle(order)
        for choice in order:
            step += 1
            scores = [total(weights, c) for c in choice.candidates]
            right = max(choice.right, key=scores.__getitem__)
            wrong = max((i for i in range(len(scores)) if i not in choice.right), key=scores.__getitem__, default=right)
            if wrong == right or scores[wrong] + _MARGIN <= scores[right]:
                continue
            change = Counter(choice.candidates[right])
            change.subtract(choice.candidates[wrong])
            for feature, value in change.items():
                weights[feature] += choice.rate * value
                drift[feature] += step * choice.rate * value
    averaged = {f: w - drift[f] / step for f, w in weights.items()}
    return {f: w for f, w in averaged.items() if abs(w) >= _LEAST}


def accuracy(weights: Weights, choices: Sequence[Choice]) -> float:
    """The share of choices that come out right, of those that weigh in full."""
    right = 0
    choices = [choice for choice in choices if choice.rate == 1.0]
    for choice in choices:
        scores = [total(weights, c) for c in choice.candidates]
        right += scores.index(max(scores)) in choice.right
    return right / len(choices) if choices else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--held-out", type=int, metavar="N", help="leave out every Nth document, score it, write nothing")
    options = parser.parse_args()
    documents = [d for folder in options.folders for d in load_gold(folder)]
    held = [i for i in range(len(documents)) if options.held_out and i % options.held_out == 0]
    for name, examples in (("fund_names", fund_names), ("purposes", purposes_of)):
        seen = [c for i, d in enumerate(documents) if i not in held for c in examples(d)]
        weights = train(seen)
        print(f"{name}: {len(seen)} choices, {len(weights)} weights", end="")
        if held:
            print(f", {accuracy(weights, [c for i in held for c in examples(documents[i])]):.3f} of the documents held out")
            continue
        lines = [f"{feature}\t{weight:.2f}" for feature, weight in sorted(weights.items())]
        (_TABLES / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print()


if __name__ == "__main__":
    main()
