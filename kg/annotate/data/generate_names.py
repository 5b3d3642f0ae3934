"""Write names.tsv: how much more likely a character is in a given name than in running text.

Source: jieba's dictionary (MIT), its `nr` entries that begin with a surname of surnames.txt, against
the frequency of characters over the whole dictionary.  Run: python -m kg.annotate.data.generate_names
"""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import jieba

HERE = Path(__file__).parent
TITLE_ENDS = "先生氏老总家公爷军门氏"


def main() -> None:
    listed = (HERE / "surnames.txt").read_text(encoding="utf-8").splitlines()
    surnames = {surname for line in listed if not line.startswith("#") for surname in line.split()}
    background: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split()
        for character in word:
            background[character] += int(count)
        if tag.startswith("nr") and len(word) == 3 and word[0] in surnames and word[-1] not in TITLE_ENDS:
            given.update(word[1:])
    total, names = sum(background.values()), sum(given.values())
    lines = ["# character<TAB>10 * ln(P(character | given name) / P(character)); generated, see generate_names.py"]
    for character, times in sorted(given.items()):
        if times >= 2 and background[character]:
            score = math.log((times / names) / (background[character] / total))
            lines.append(f"{character}\t{round(10 * score)}")
    (HERE / "names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
