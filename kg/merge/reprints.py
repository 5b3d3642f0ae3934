"""Reprints: is one text a copy of another, but for a headline or a date?

    similarity(signature("财政部下达…3亿元。"), signature("（记者某）财政部下达…3亿元。"))   → about 0.9

MinHash over runs of characters, of `rensa`.  A signature is a pure function of the text, and small enough to travel
with the facts into the blocks; two signatures estimate the Jaccard similarity of the two sets of runs.  A *sketch* is
its shortest form, a byte of each value (b-bit minwise hashing, Li and König 2010): what an item of a block carries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rensa import RMinHash

from kg.annotate.fold import fold

__all__ = ["PERMUTATIONS", "Signature", "copies", "signature", "similarity", "sketch"]

Signature = tuple[int, ...]
PERMUTATIONS = 64
"""Values of a signature; the standard error of a similarity is at most 1/16."""
_RUN = 5
"""Characters of a run: long enough that two notices of one genre share few of them."""
_SEED = 1
_COPY = 0.6
"""Similarity from which a text is a copy of another: a headline and a byline more, a sentence less."""
_BAND = 3
"""Values that two texts must have in common, side by side, to be compared: of copies, more than 99 in 100 have them."""
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


def sketch(found: Signature) -> str:
    """The signature as 128 hexadecimal digits; empty for a text without a word."""
    return bytes(value & 0xFF for value in found).hex()


def copies(sketches: Iterable[str]) -> dict[str, str]:
    """Each sketch → the least of those that it is a copy of, itself where it is of none.

    A copy of a copy is a copy.  Only texts that share a band are compared, each with one of every group met there, so
    that a thousand copies cost about a thousand comparisons.
    """
    root = {found: found for found in sorted(set(sketches))}

    def find(at: str) -> str:
        while root[at] != at:
            root[at] = at = root[root[at]]
        return at

    seen: dict[tuple[int, str], list[str]] = {}
    for found in root:
        values = bytes.fromhex(found)
        for band in _bands(found):
            heads = seen.setdefault(band, [])
            alike = [head for head in heads if find(head) == find(found) or _alike(bytes.fromhex(head), values)]
            for head in alike:
                low, high = sorted((find(head), find(found)))
                root[high] = low
            if not alike:
                heads.append(found)
    return {found: find(found) for found in root}


def _bands(found: str) -> Iterator[tuple[int, str]]:
    size = 2 * _BAND
    return ((at, found[at : at + size]) for at in range(0, len(found) - size + 1, size))


def _alike(one: bytes, other: bytes) -> bool:
    return sum(a == b for a, b in zip(one, other, strict=True)) >= _COPY * PERMUTATIONS
