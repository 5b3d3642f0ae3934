"""How many people have a name: from published shares of surnames and from the characters of given names.

    share("王伟")       about 1 in 5,000
    share("欧阳振华")   about 1 in ten million
    share("云某平")     None: a name that is hidden says nothing

A shipped table, never a count of the corpus: a new document cannot re-weigh old ones.  Shares of surnames: ranks of the 2020
census (kg/annotate/data/surnames.txt) and its published shares at some ranks, between them straight in logarithms.
Given names: `given_names.tsv`, from jieba's dictionary (MIT).
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from math import exp, log, prod

from kg.annotate.names import is_stranger
from kg.annotate.surnames import surname_of, surnames

__all__ = ["share"]

_KNOTS = ((1, 0.072), (3, 0.066), (5, 0.045), (10, 0.018), (20, 0.0105), (50, 0.0045), (100, 0.0019), (200, 0.0006),
          (400, 0.0001), (1000, 0.00001))  # fmt: skip
"""(rank, share of the people who have it), rounded."""
_ONE_CHARACTER = 0.13
"""Share of given names of one character."""
_TOGETHER = 0.65
"""Characters of a name are not chosen apart (建 with 军), and a dictionary counts words, not people: the power that brings
the product to the published numbers of the most frequent names (张伟 299,000, 王秀英 246,000 … in 2007)."""
_UNSEEN = 20e-6
"""Share of a character that the table does not have."""
_NO_SURNAME, _FOREIGN = 1e-5, 1e-7
"""Shares of a Tibetan or Mongol name (few names, many bearers), and of a name with ·."""


@cache
def _given() -> dict[str, float]:
    lines = (files("kg.merge") / "data" / "given_names.tsv").read_text(encoding="utf-8").splitlines()
    return {character: int(times) / 1e6 for character, times in (line.split("\t") for line in lines[1:])}


@cache
def _ranks() -> dict[str, int]:
    order = sorted(surnames().items(), key=lambda item: (-item[1], item[0]))
    singles = [surname for surname, _ in order if len(surname) == 1]
    ranks = {surname: rank for rank, surname in enumerate(singles, 1)}
    return ranks | {surname: 250 for surname, _ in order if len(surname) > 1}


def _surname_share(surname: str) -> float:
    rank = _ranks()[surname]
    for (low, first), (high, last) in pairwise(_KNOTS):
        if rank <= high:
            along = log(rank / low) / log(high / low)
            return exp(log(first) + along * (log(last) - log(first)))
    return _KNOTS[-1][1]


@lru_cache(maxsize=1 << 16)
def share(name: str) -> float | None:
    """The share of people who have this name; None where it is not the whole name (李某)."""
    if "某" in name or len(name) < 2:
        return None
    if "·" in name:
        return _FOREIGN
    surname = surname_of(name)
    if surname is None or is_stranger(name):
        return _NO_SURNAME
    given = name[len(surname) :]
    alone = prod(max(_given().get(character, 0.0), _UNSEEN) for character in given)
    length = _ONE_CHARACTER if len(given) == 1 else 1 - _ONE_CHARACTER
    return _surname_share(surname) * length * alone**_TOGETHER
