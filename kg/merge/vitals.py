"""What a notice says of a person beside the post: 张某，男，回族，1970年11月生，湖北黄冈人.

    vitals("公示如下：马明，男，回族，1970年11月生，湖北黄冈人，现任……", "马明")
    → Vitals(gender="男", ethnicity="回族", birth="1970-11", origin="湖北黄冈")

It must follow the name at once: 女，1985年生 of somebody else in the sentence is not hers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["UNTOLD", "Vitals", "vitals"]

_SEP = r"[，,、\s（(]*"
_AFTER = re.compile(
    rf"^{_SEP}(?P<gender>[男女](?=[，,、）)；;。]))?"
    rf"{_SEP}(?P<ethnicity>[\u4e00-\u9fff]{{1,5}}族(?=[，,、）)；;。]))?"
    rf"{_SEP}(?:(?P<year>(?:19|20)\d\d)年(?:(?P<month>1[0-2]|0?[1-9])月)?(?:\d{{1,2}}日)?(?:出)?生)?"
    rf"{_SEP}(?:籍贯)?(?P<origin>[\u4e00-\u9fff]{{2,8}}?(?=人[，,、）)；;。]))?"
)
_OPENING = "，,、（("


@dataclass(frozen=True, slots=True, order=True)
class Vitals:
    """Gender, ethnicity, birth (1970-11, or 1970) and native place as written; unknown is empty."""

    gender: str = ""
    ethnicity: str = ""
    birth: str = ""
    origin: str = ""


UNTOLD = Vitals()
"""Nothing is told."""


def vitals(text: str, name: str) -> Vitals:
    """What follows the name wherever it stands; of two that differ, the fuller, then the first."""
    found = []
    at = text.find(name)
    while at >= 0:
        after = at + len(name)
        if text[after : after + 1] in _OPENING and text[after : after + 1]:
            found.append(_read(text[after : after + 60]))
        at = text.find(name, after)
    return max(found, key=_known, default=UNTOLD)


def _read(text: str) -> Vitals:
    match = _AFTER.match(text)
    assert match, "every part may be missing"
    year, month = match["year"], match["month"]
    birth = (year or "") + (f"-{int(month):02}" if month else "")
    if not (birth or match["gender"]):
        return UNTOLD  # 王某，湖北人 may be of anybody
    return Vitals(match["gender"] or "", match["ethnicity"] or "", birth, match["origin"] or "")


def _known(found: Vitals) -> int:
    return sum(map(bool, (found.gender, found.ethnicity, found.birth, found.origin)))
