"""Write kg/read/restore/data/neighbours.tsv: which words stand next to which, counted in our own documents.

    python -m tests.gold.broken.train

The documents that broken pages are made of (both halves) are left out, so that no page is scored with its own text.
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from kg.read.restore.language import EDGE, tokens, word_class
from tests.gold.broken.make import DOCUMENTS, ROOT

FEWEST = 10
"""Occurrences from which a word is a class of its own."""
TARGET = ROOT / "kg" / "read" / "restore" / "data" / "neighbours.tsv"


def main() -> None:
    left_out = {name for names in DOCUMENTS.values() for name in names.split()}
    paths = sorted([*(ROOT / "kg/demo").glob("*.txt"), *(ROOT / "tests/gold/open").glob("*.txt")])
    lines = [
        tokens(line.strip())
        for path in paths
        if path.stem not in left_out
        for line in path.read_text("utf-8").split("\n")
        if len(line) > 20
    ]
    counts = Counter(word for line in lines for word, _ in line)
    own = frozenset(word for word, count in counts.items() if count >= FEWEST and len(word) <= 2)
    next_, second = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for line in lines:
        classes = [EDGE, *(word_class(word, tag, own) for word, tag in line)]
        next_.update(pairwise(classes))
        second.update(zip(classes, classes[2:], strict=False))
    rows = [
        f"{a}\t{b}\t{next_[a, b]}\t{second[a, b]}"
        for a, b in sorted(next_.keys() | second.keys())
        if next_[a, b] + second[a, b] > 1
    ]
    head = "# class<TAB>class<TAB>how often the second is next<TAB>how often next but one; generated, see tests/gold/broken/train.py"
    TARGET.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
