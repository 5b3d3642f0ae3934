"""How many of the broken joins are restored: `python -m tests.gold.broken.measure 60` scores pages 0 to 59 of each half."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from kg.read.restore import restore
from tests.gold.broken.make import DOCUMENTS, Page, page
from tests.gold.broken.train import without


@dataclass(frozen=True, slots=True)
class Mended:
    """Joins restored right, and all joins."""

    right: int
    joins: int

    @property
    def share(self) -> float:
        return self.right / self.joins


def mended(text: str, before: str, after: str) -> bool:
    """Whether what was cut stands together again; behind a sentence a new paragraph will do."""
    blanks = r"\s*" if before[-1] in "。！？”；：" else ""
    return bool(re.search(re.escape(before[-6:]) + blanks + re.escape(after[:6]), text))


def right_joins(broken: Page) -> int:
    """How many joins of a page are restored, by a language model that has not seen its documents."""
    with without(broken.names):
        texts = [article.text for article in restore(broken.text)]
    return sum(any(mended(text, *join) for text in texts) for join in broken.joins)


def measure(half: str, numbers: Iterable[int]) -> Mended:
    """The joins of these pages of a half."""
    pages = [page(half, number) for number in numbers]
    return Mended(sum(map(right_joins, pages)), sum(len(broken.joins) for broken in pages))


def main() -> None:
    for half in DOCUMENTS:
        found = measure(half, range(int(sys.argv[1])))
        print(f"{half:<10}{found.right:>6} of {found.joins:>5}  {found.share:.1%}")


if __name__ == "__main__":
    main()
