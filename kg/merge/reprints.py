"""Reprints: is one text a copy of another, but for a headline or a date?

    similarity(signature("财政部下达…3亿元。"), signature("（记者某）财政部下达…3亿元。"))   → about 0.9

MinHash over runs of characters, of `rensa`.  A signature is a pure function of the text, and small enough to travel
with the facts into the blocks; two signatures estimate the Jaccard similarity of the two sets of runs.
"""

from __future__ import annotations

import re

from rensa import RMinHash

from kg.annotate.fold import fold

__all__ = ["PERMUTATIONS", "Signature", "signature", "similarity"]

Signature = tuple[int, ...]
PERMUTATIONS = 64
"""Values of a signature; the standard error of a similarity is at most 1/16."""
_RUN = 5
"""Characters of a run: long enough that two notices of one genre share few of them."""
_SEED = 1
_NO_WORD = re.compile(r"\W+")


def signature(text: str) -> Signature:
    """The MinHash signature of a text, punctuation, blanks and width aside; empty for a text without a word."""
    words = _NO_WORD.sub("", fold(text))
    if not words:
        return ()
    found = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    found.update([words[at : at + _RUN] for at in range(max(1, len(words) - _RUN + 1))])
    return tuple(found.digest())


def similarity(one: Signature, other: Signature) -> float:
    """The estimated share of runs in common, 0 to 1; 0 where a text has no word."""
    same = sum(a == b for a, b in zip(one, other, strict=False))
    return same / PERMUTATIONS
