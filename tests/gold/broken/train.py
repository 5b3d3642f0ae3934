"""Write kg/read/restore/data/neighbours.tsv: which words stand next to which, counted in our own documents.

    python -m tests.gold.broken.train

All documents are counted, those too that broken pages are made of.  A page is scored without what its own documents
add to the counts (`without`), so that none is scored with its own text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from unittest.mock import patch

from kg.read.restore import language
from kg.read.restore.language import EDGE, Neighbours, neighbours, tokens, word_class
from tests.gold.broken.make import ROOT

FEWEST = 15
"""Occurrences from which a word is a class of its own."""
TARGET = ROOT / "kg" / "read" / "restore" / "data" / "neighbours.tsv"
HEAD = "# class<TAB>class<TAB>how often the second is next<TAB>how often next but one; generated, see tests/gold/broken/train.py"
_SHORTEST = 20
"""Characters of the longest line that is not counted: headings and cells."""

Lines = tuple[tuple[tuple[str, str], ...], ...]
Pairs = Counter[tuple[str, str]]


@cache
def documents() -> dict[str, Lines]:
    """The name of each document → its lines of prose as words with their parts of speech."""
    paths = sorted([*(ROOT / "kg/demo").glob("*.txt"), *(ROOT / "tests/gold/open").glob("*.txt")])
    return {
        path.stem: tuple(
            tuple(tokens(line.strip())) for line in path.read_text("utf-8").split("\n") if len(line) > _SHORTEST
        )
        for path in paths
    }


def frequent() -> frozenset[str]:
    """The words that are classes of their own."""
    counts = Counter(word for lines in documents().values() for line in lines for word, _ in line)
    return frozenset(word for word, count in counts.items() if count >= FEWEST and len(word) <= 2)


def counted(names: Iterable[str], own: Container[str]) -> tuple[Pairs, Pairs]:
    """How often two classes are next to each other, and next but one, in these documents."""
    following, second = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for line in (line for name in names for line in documents()[name]):
        classes = [EDGE, *(word_class(word, tag, own) for word, tag in line)]
        following.update(pairwise(classes))
        second.update(zip(classes, classes[2:], strict=False))
    return following, second


@contextmanager
def without(names: Iterable[str]) -> Iterator[None]:
    """The language model as if these documents had never been counted."""
    full = neighbours()
    following, second = counted(names, full.own)
    less = Neighbours(full.own, full.next.less(following), full.second.less(second))
    with patch.object(language, "neighbours", lambda: less):
        yield


def main() -> None:
    following, second = counted(documents(), frequent())
    rows = [f"{a}\t{b}\t{following[a, b]}\t{second[a, b]}" for a, b in sorted(following.keys() | second.keys())]
    TARGET.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
