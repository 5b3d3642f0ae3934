"""Write given_names.tsv: how often a character stands in given names.

Source: jieba's dictionary (MIT), its three-character `nr` entries that begin with a surname of surnames.txt.
Run: python -m kg.merge.data.generate_given_names
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import jieba

from kg.annotate.surnames import surnames

HERE = Path(__file__).parent
TITLE_ENDS = "先生氏老总家公爷门"
SOUNDS = frozenset("尔德斯特克拉里姆莱诺格洛纳维托亚奥伊蒂巴布罗卡丁顿普萨夫塔米西尼基瓦赫森恩勒鲁")
"""What foreign names are written with: an entry of these alone (马尔斯) is none of a Chinese given name."""
_HEAD = "# character<TAB>times in a million characters of given names; generated, see generate_given_names.py"


def main() -> None:
    given: Counter[str] = Counter()
    for line in (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines():
        word, _, tag = line.split()
        if tag.startswith("nr") and len(word) == 3 and word[0] in surnames() and word[-1] not in TITLE_ENDS:
            if SOUNDS.issuperset(word[1:]):
                continue
            given.update(word[1:])
    total = given.total()
    shares = ((character, round(1e6 * times / total)) for character, times in sorted(given.items()) if times >= 2)
    lines = [_HEAD, *(f"{character}\t{share}" for character, share in shares if share)]
    (HERE / "given_names.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
