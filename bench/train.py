"""The tables of `kg/extract/learned`, trained on annotated documents: `python -m bench.train tests/gold/open kg/demo`.

Each candidate is an example: it is right or not, given its features.  Logistic regression, with a prior that draws
weights to zero as hard as each table asks; the optimum is one, so the same documents give the same tables.
`--held-out N` trains on all but every Nth document, and says how often the best candidate of the rest is right.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import rjieba
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

from bench.renaming import renamed, words
from kg.annotate.fold import fold
from kg.annotate.passage import State
from kg.evaluate import GoldDocument, load_gold
from kg.evaluate.gold import Record
from kg.evaluate.normalize import accepted, likeness, places, plain, same_amount
from kg.evaluate.normalize import date as date_key
from kg.extract.allocations.dating import datings
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.extract import linked, settled, tied
from kg.extract.allocations.namings import namings
from kg.extract.allocations.paying import payings
from kg.extract.allocations.placings import is_fixed, placings
from kg.extract.allocations.purposes import purposes
from kg.extract.allocations.wholes import wholes
from kg.extract.learned.fund_names import border, inside, starts
from kg.extract.learned.weights import names as feature_names
from kg.extract.run import states

_LEAST = 0.01
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
            offsets = [offset for offset, *_ in found]
            if match.start() in offsets:
                yield Choice(_begins(found), (offsets.index(match.start()),))


def _begins(found: Sequence[tuple[int, str, str, str, bool]]) -> tuple[tuple[str, ...], ...]:
    """The features of each beginning: those of its border, and of the words that it takes in."""
    candidates: list[tuple[str, ...]] = []
    taken: tuple[str, ...] = ()
    for _, word, left, before, is_head in found:
        taken = taken if is_head else taken + inside(word)
        candidates.append(taken + border(word, left, before, is_head))
    return tuple(candidates)


def payments(document: GoldDocument) -> Iterator[Choice]:
    """Each amount that no rule sets aside: is it annotated?"""
    left = list(document.allocations)
    for state in states(document.document):
        notes = state.memory.get("allocations")
        for draft in notes.drafts if isinstance(notes, Notes) else ():
            record = next((r for r in left if _is_of(r, draft, state.article.text)), None)
            if record is not None:
                left.remove(record)
            if draft.signs and not (record and record.get("optional")):
                yield Choice((feature_names(draft.signs),), (0,) if record else ())


_ALIKE = {"purpose": 0.45, "name": 0.6}
"""How like the annotated phrase one must be to be right."""
_NEARLY = 0.1
"""A phrase that is right, but less like the annotated one than the best by more than this, is no example: neither right nor wrong."""
_UNSTATED = 0.15
"""What an amount without an annotated phrase weighs: the annotation leaves out what is said elsewhere."""


def purposes_of(document: GoldDocument) -> Iterator[Choice]:
    """Each annotated sum that is found: which phrase says what it is for?"""
    for record, draft in _found(document):
        if draft.told:
            continue
        phrases = purposes(draft)
        yield from _choice(record, "target", [p.text for p in phrases], [feature_names(p.features) for p in phrases], _ALIKE["purpose"])


def namings_of(document: GoldDocument) -> Iterator[Choice]:
    """Each annotated sum that is found: which name is its fund's?"""
    for record, draft in _found(document):
        names = namings(draft)
        yield from _choice(record, "fund", [n.text for n in names], [feature_names(n.features) for n in names], _ALIKE["name"])


def wholes_of(document: GoldDocument) -> Iterator[Choice]:
    """Each annotated sum that is found: which amount is it part of?"""
    amounts = {record.get("id"): record["amount"] for record in document.allocations}
    left = list(document.allocations)
    for state in states(document.document):
        kept = linked(state)
        for at, draft in enumerate(kept):
            record = next((r for r in left if _is_of(r, draft, state.article.text)), None)
            if record is None:
                continue
            left.remove(record)
            found = wholes(kept, at)
            whole = amounts.get(record.get("part_of"))
            same = [one.draft is not None and whole is not None and same_amount(whole, str(one.draft.amount)) for one in found]
            right = tuple(i for i, one in enumerate(found) if (same[i] if whole is not None else one.draft is None))
            if right:
                yield Choice(tuple(feature_names(one.features) for one in found), right)


def datings_of(document: GoldDocument) -> Iterator[Choice]:
    """Each annotated sum that is found: which date is its own?"""
    for record, draft in _found(document):
        dates = datings(draft)
        right = tuple(i for i, dating in enumerate(dates) if date_key(dating.date) == date_key(record.get("date")))
        if right and "date" not in record.get("soft", ()):
            yield Choice(tuple(feature_names(dating.features) for dating in dates), right)


def payings_of(document: GoldDocument) -> Iterator[Choice]:
    """Each annotated sum that is found: who pays?"""
    for record, draft in _found(document):
        found = payings(draft)
        wanted = {plain(payer) for payer in accepted(record, "payer", "payer_alt")} | (set() if record.get("payer") else {""})
        right = tuple(i for i, one in enumerate(found) if plain("、".join(one.payers)) in wanted)
        if right and "payer" not in record.get("soft", ()):
            yield Choice(tuple(feature_names(one.features) for one in found), right)


def placings_of(document: GoldDocument) -> Iterator[Choice]:
    """Each annotated sum that is found: where does it go?"""
    regions = {record.get("id"): record.get("region") for record in document.allocations}
    for record, draft in _found(document, tied):
        if is_fixed(draft) or "region" in record.get("soft", ()):
            continue
        found = placings(draft)
        wanted = {places(region) for region in (record.get("region"), *accepted(record, "region_alt"))}
        whole = places(regions.get(record.get("part_of")))
        wanted |= {whole, places(None)} if record.get("part_of") and wanted & {whole, places(None)} else set()
        right = tuple(i for i, one in enumerate(found) if places(one.region) in wanted)
        if right:
            yield Choice(tuple(feature_names(one.features) for one in found), right)


def _found(document: GoldDocument, read: Callable[[State], list[Draft]] = settled) -> Iterator[tuple[Record, Draft]]:
    """Annotated sums, and the drafts that found them."""
    left = list(document.allocations)
    for state in states(document.document):
        for draft in read(state):
            record = next((r for r in left if _is_of(r, draft, state.article.text)), None)
            if record is not None:
                left.remove(record)
                yield record, draft


def _is_of(record: Record, draft: Draft, text: str) -> bool:
    """Is the draft the annotated sum: the same amount, in its evidence, for the same place where several share it?"""
    start = text.find(fold(record["evidence"]))
    within = start >= 0 and start <= draft.money.start < start + len(record["evidence"])
    same_place = draft.rule != "allocation.each" or places(record.get("region")) == places(draft.region)
    return within and same_place and same_amount(record["amount"], draft.amount)


def _choice(
    record: Record, key: str, phrases: Sequence[str | None], features: Sequence[tuple[str, ...]], least: float
) -> Iterator[Choice]:
    """The choice among `phrases` for a field; none where the field is not compared or no phrase is right."""
    wanted = list(accepted(record, key, f"{key}_alt")) if record.get(key) else []
    alike = [max((likeness(w, p) for w in wanted), default=0.0) if p else 0.0 for p in phrases]
    top = max(alike)
    kept = [i for i in range(len(phrases)) if alike[i] < least or alike[i] > top - _NEARLY]
    right = tuple(n for n, i in enumerate(kept) if (alike[i] >= least if wanted else phrases[i] is None))
    if right and key not in record.get("soft", ()):
        yield Choice(tuple(features[i] for i in kept), right, 1.0 if wanted else _UNSTATED)


_BODIES = frozenset("省市区县州旗镇乡村局厅部院校会处所府")
"""The last characters of bodies and places, which take part in events as persons do."""


def person_names(document: GoldDocument) -> Iterator[Choice]:
    """Each place where a name may stand: which of its readings is the name of an annotated person?"""
    known = {record["person"] for record in document.memberships}.union(document.neutral_people)
    taking_part = {name for record in document.events for name in record.get("participants") or ()}
    known = {fold(name) for name in known.union(name for name in taking_part if name[-1:] not in _BODIES)}
    for state in states(document.document, thorough=True):
        kept = state.memory.get("readings")
        for (start, _), readings in kept.items() if isinstance(kept, dict) else ():
            names = [state.article.text[start : reading.end] for reading in readings]
            if names:
                yield Choice(tuple(feature_names(r.signs) for r in readings), tuple(i for i, name in enumerate(names) if name in known))


TABLES: dict[str, tuple[Callable[[GoldDocument], Iterator[Choice]], float, float]] = {
    "fund_names": (fund_names, 1.0, 0.0),
    "person_names": (person_names, 0.3, 0.0),
    "payment": (payments, 0.3, 0.0),
    "wholes": (wholes_of, 0.1, 0.0),
    "namings": (namings_of, 0.1, 0.0),
    "purposes": (purposes_of, 0.2, 0.6),
    "datings": (datings_of, 0.3, 0.0),
    "payings": (payings_of, 0.3, 0.0),
    "placings": (placings_of, 0.1, 0.0),
}
"""Table → where its choices come from, the variance of the prior, and the share of the features that is left out."""


_COPIES = 8
"""How often each choice is shown where features are left out."""


def _thinned(columns: Sequence[int], ends: Sequence[int], width: int, dropped: float) -> list[csr_matrix]:
    """Copies of the rows, each without a share `dropped` of its features, the others weighing more in turn.

    No weight can then lean on a feature that happens to be there: what stands in few documents is learnt with what stands in many.
    """
    shape = (len(ends) - 1, width)
    if not dropped:
        return [csr_matrix((np.ones(len(columns)), columns, ends), shape=shape)]
    chances = np.random.default_rng(0)
    return [csr_matrix(((chances.random(len(columns)) >= dropped) / (1 - dropped), columns, ends), shape=shape) for _ in range(_COPIES)]


def train(choices: Sequence[Choice], variance: float, dropped: float) -> dict[str, float]:
    """The weights that fit the choices best, where a share `dropped` of the features is left out at random."""
    number: dict[str, int] = {}
    columns: list[int] = []
    ends, wanted, rates = [0], [], []
    for choice in choices:
        for i, features in enumerate(choice.candidates):
            columns += [number.setdefault(feature, len(number)) for feature in features]
            ends.append(len(columns))
            wanted.append(i in choice.right)
            rates.append(choice.rate)
    shown = _thinned(columns, ends, len(number), dropped)
    seen, copies = vstack(shown).tocsr(), len(shown)
    target, rate = np.tile(np.array(wanted, float), copies), np.tile(np.array(rates) / copies, copies)

    def loss(weights: Any) -> tuple[float, Any]:
        chance = 1 / (1 + np.exp(-(seen @ weights)))
        fit = rate * (target * np.log(chance + 1e-12) + (1 - target) * np.log(1 - chance + 1e-12))
        return float(-fit.sum() + weights @ weights / (2 * variance)), seen.T @ (rate * (chance - target)) + weights / variance

    found = minimize(loss, np.zeros(len(number)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {feature: float(found[i]) for feature, i in number.items() if abs(found[i]) >= _LEAST}


def train_ranking(choices: Sequence[Choice], variance: float, dropped: float) -> dict[str, float]:
    """The weights under which the right candidates of each choice are the likeliest of all its candidates; `dropped` as in `train`."""
    number: dict[str, int] = {}
    columns: list[int] = []
    ends, good, group, rates = [0], [], [], []
    for n, choice in enumerate(choices):
        rates.append(choice.rate)
        for i, features in enumerate(choice.candidates):
            columns += [number.setdefault(feature, len(number)) for feature in features]
            ends.append(len(columns))
            good.append(i in choice.right)
            group.append(n)
    shown = _thinned(columns, ends, len(number), dropped)
    seen, copies = vstack(shown).tocsr(), len(shown)
    turned, right = seen.T.tocsr(), np.tile(np.array(good), copies)
    of = (np.array(group) + len(choices) * np.arange(copies)[:, None]).ravel()
    first, rate = np.flatnonzero(np.r_[True, of[1:] != of[:-1]]), np.tile(np.array(rates), copies) / copies

    def loss(weights: Any) -> tuple[float, Any]:
        scores = seen @ weights
        odds = np.exp(scores - np.maximum.reduceat(scores, first)[of])
        every, fit = np.add.reduceat(odds, first), np.maximum(np.add.reduceat(odds * right, first), 1e-30)
        value = -(rate * (np.log(fit) - np.log(every))).sum() + weights @ weights / (2 * variance)
        return float(value), turned @ (rate[of] * (odds / every[of] - odds * right / fit[of])) + weights / variance

    found = minimize(loss, np.zeros(len(number)), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
    return {feature: float(found[i]) for feature, i in number.items() if abs(found[i]) >= _LEAST}


_RANKED = frozenset(("datings", "namings", "payings", "placings", "wholes"))
"""Tables whose candidates are weighed against each other alone: one is the answer."""


def accuracy(weights: Mapping[str, float], choices: Sequence[Choice]) -> float:
    """The share of choices that come out right, of those that weigh in full; of single candidates, those on their side of 0."""
    right, counted = 0, [choice for choice in choices if choice.rate == 1.0]
    for choice in counted:
        scores = [sum(weights.get(feature, 0.0) for feature in c) for c in choice.candidates]
        right += scores.index(max(scores)) in choice.right if len(scores) > 1 else (scores[0] >= 0) == bool(choice.right)
    return right / len(counted) if counted else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--held-out", type=int, metavar="N", help="leave out every Nth document, score it, write nothing")
    parser.add_argument("--only", choices=sorted(TABLES), action="append", help="this table alone")
    options = parser.parse_args()
    documents = [d for folder in options.folders for d in load_gold(folder)]
    stock = words(documents)
    held = [i for i in range(len(documents)) if options.held_out and i % options.held_out == 0]
    for name in options.only or TABLES:
        examples, variance, dropped = TABLES[name]
        found = [list(examples(document)) for document in documents]
        copies = [[*examples(renamed(d, stock))] for d in documents] if name == "person_names" else [[]] * len(documents)
        fit = train_ranking if name in _RANKED else train
        weights = fit([c for i, cs in enumerate(found) if i not in held for c in [*cs, *copies[i]]], variance, dropped)
        print(f"{name}: {sum(map(len, found))} choices, {len(weights)} weights", end="")
        if held:
            print(f", {accuracy(weights, [c for i in held for c in found[i]]):.3f} of the documents held out")
            continue
        lines = [f"{feature}\t{weight:.3f}" for feature, weight in sorted(weights.items())]
        (_TABLES / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print()


if __name__ == "__main__":
    main()
