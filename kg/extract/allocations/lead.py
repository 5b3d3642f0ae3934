"""What leads over from a fund's name to its amount, and is no part of the name.

    补助资金|共计达|5亿元 · 衔接资金|累计约|1.2亿元 · 专项债券|额度（|80亿元
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.annotate.alternation import at_a_glance

__all__ = ["without_lead"]

_LEAD = re.compile(at_a_glance(
    r"(?:(?:资金|金额|额度)?总(?:额|计|量|规模)|共计|合计|总计|(?<![挤侵抢霸])占了?|累计|一共|共|已经|已|达到|达|为|是|了|约合|约为|约|"
    r"将近|近|超过|超|逾|突破|不低于|不少于|不足|不到|至少|高达|接近|"
    r"，(?:金额|数额|资金|总额)|额度|折合|人民币|¥|各|分别|计|的资金|不超过|最高|预计|预估|(?:前|头)?[\d一二三四五六七八九十两]+个月|的|（|到|：|:|"
    r"，| )+$"
))
"""What may stand between a fund's name and its amount."""


@lru_cache(maxsize=512)
def without_lead(phrase: str) -> str:
    """The phrase without what leads over to its amount: 补助资金共计达 → 补助资金."""
    start = max(0, len(phrase) - _LONGEST)
    return phrase[:start] + _LEAD.sub("", phrase[start:])


_LONGEST = 80
"""Code points at the end of a phrase that may lead over: a phrase may be as long as what stands before it in the article."""
