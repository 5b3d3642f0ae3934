"""Bodies with brackets in or behind their names: 市工商联（总商会）|副主席, 甲港（集团）有限公司|董事长."""

from __future__ import annotations

import re

from kg.annotate.bodies import ends_a_body
from kg.annotate.boundaries import behind_cut, organization_before
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention
from kg.annotate.school import CAMPUS
from kg.extract.memberships.written import HARD, opening

__all__ = ["REACH", "before_bracket", "bracketed_name"]

REACH = 44
"""Code points that a body's name may have."""
_ASIDE = re.compile(r"（[\u4e00-\u9fff]{2,12}）$")


def before_bracket(passage: Passage, role: RoleMention, floor: int) -> tuple[int, int] | None:
    """市工商联（总商会）副主席: the body before the bracket that gives its other name or its part."""
    text = passage.text
    aside = _ASIDE.search(text, max(floor, role.start - 14), role.start)
    if aside is None or aside.end() != role.start:
        return None
    end = aside.start()
    low = max([floor, *(m.end() for m in HARD.finditer(text, max(floor, end - REACH), end))])
    start = organization_before(passage, end, low) if end - low >= 2 else None
    if start is None or end - start < 2 or (end - start == 2 and not ends_a_body(text, start, end)):
        return None
    return opening(passage, start, end, floor), role.start if CAMPUS.search(text, start, role.start) else end


_INSIDE = re.compile(r"[\u4e00-\u9fff]{2,20}（[\u4e00-\u9fff]{2,4}）$")


def bracketed_name(passage: Passage, start: int, floor: int) -> int:
    """甲港（集团）有限公司: where the name begins, with the part before its brackets."""
    text = passage.text
    if text[start - 1 : start] != "）":
        return start
    low = max([floor, *(m.end() for m in _HARD_OUTSIDE.finditer(text, max(floor, start - 24), start))])
    inside = _INSIDE.match(text, low, start)
    if not inside:
        return start
    lead = _LEADS.match(text, low, start)
    return max(lead.end() if lead else low, behind_cut(passage, low, text.rfind("（", low, start)))


_HARD_OUTSIDE = re.compile(r"[，。；：！？“”《》【】、\n ]")
_LEADS = re.compile(r"(?:[\u4e00-\u9fff]{2,8}?(?:曾|现|历|先后|又|后|担)?(?:任|为)|承建[\u4e00-\u9fff]{0,4}的|由|原)(?=[\u4e00-\u9fff]{2})")
