"""Write transitions.tsv: how much more likely a word of one part of speech is after one of another than anywhere.

Source: the transition model and the dictionary of jieba (MIT).  A class is a tag and whether the word has one
character (`S`) or more (`M`).  Run: python -m kg.read.restore.data.generate_transitions
"""

from __future__ import annotations

import math
import pickle
from collections import Counter
from pathlib import Path

import jieba

HERE = Path(__file__).parent
CLASSES = 60
LIMIT = 40


def main() -> None:
    source = Path(jieba.__file__).parent
    frequency: Counter[tuple[str, str]] = Counter()
    for line in (source / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split()
        frequency["S" if len(word) == 1 else "M", tag] += int(count)
    transitions = pickle.loads((source / "posseg" / "prob_trans.p").read_bytes())
    total = sum(frequency.values())
    classes = [item for item, _ in sorted(frequency.items(), key=lambda i: (-i[1], i[0]))[:CLASSES]]
    lines = [
        "# class<TAB>10 * ln(P(next class | class) / P(next class)), a column each; generated, see generate_transitions.py"
    ]
    lines.append("\t".join(["", *(length + tag for length, tag in classes)]))
    for length, tag in classes:
        row = transitions["S" if length == "S" else "E", tag]
        # The model knows where words begin and end: B a longer word, S a word of one character.
        cells = [
            round(10 * (row.get(("S" if next_length == "S" else "B", next_tag), -math.inf) - math.log(count / total)))
            if row.get(("S" if next_length == "S" else "B", next_tag), -1e99) > -1e50
            else -LIMIT
            for next_length, next_tag in classes
            for count in [frequency[next_length, next_tag]]
        ]
        lines.append("\t".join([length + tag, *(str(max(-LIMIT, min(LIMIT, cell))) for cell in cells)]))
    (HERE / "transitions.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
