"""Fold a text to one spelling, code point for code point, so that offsets stay what they are.

Full-width digits and letters become ASCII; brackets, marks and commas become Chinese unless they
stand between digits (12,345 and 23:59 keep theirs); blanks become a plain space; traditional
characters become simplified ones.
"""

from __future__ import annotations

import re
from importlib.resources import files

from kg.annotate.alternation import at_a_glance

__all__ = ["fold"]

_FULL_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)}
_KEEP_FULL = "（），：；！？"
_BLANKS = "\u3000\u00a0\u2002\u2003\u2009\u200a\u202f\t\u200b\ufeff"
_TABLE: dict[int, int | str] = {
    **_FULL_WIDTH,
    **{ord(c): c for c in _KEEP_FULL},
    **{ord(c): " " for c in _BLANKS},
    **dict(zip(map(ord, "();!?"), "（）；！？", strict=True)),
    **{ord(c): "·" for c in "•・‧∙⋅"},
    **dict(zip(map(ord, "「」『』﹝﹞"), "“”‘’〔〕", strict=True)),
    ord("—"): "—",
    ord("–"): "-",
    ord("─"): "—",
    ord("∶"): ":",
    ord("○"): "〇",
    ord("￥"): "¥",
    ord("\r"): " ",
}
_COMMA = re.compile(r"(?<!\d)[,:]|[,:](?!\d)")
_INNER_FULL = re.compile(at_a_glance(r"(?<=\d)：(?=\d\d)|(?<=\d)，(?=\d{3}(?!\d))"))
_CHINESE = {",": "，", ":": "："}
_ASCII = {"，": ",", "：": ":"}


def _traditional() -> dict[int, str]:
    lines = (files("kg.annotate") / "data" / "traditional.tsv").read_text(encoding="utf-8").splitlines()
    return {ord(line[0]): line[2] for line in lines if not line.startswith(("#", "乾"))}


_TABLE = {**_traditional(), **_TABLE}


def fold(text: str) -> str:
    """`text` in one spelling; the result has the same length."""
    folded = text.translate(_TABLE)
    if "," in folded or ":" in folded:
        folded = _COMMA.sub(lambda m: _CHINESE[m[0]], folded)
    if "：" in folded or "，" in folded:
        folded = _INNER_FULL.sub(lambda m: _ASCII[m[0]], folded)
    return folded
