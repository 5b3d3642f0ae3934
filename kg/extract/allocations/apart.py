"""What speaks against an amount being part of another, whatever they add up to: another place, an earlier day or batch, a share of its neighbour."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.allocations.draft import Draft

__all__ = ["is_apart_from", "is_nested", "outside"]


def _is_next_batch(part: Draft, whole: Draft) -> bool:
    """第一批2亿元；第二批1.5亿元；第三批5000万元: a batch is no part of another, whatever they add up to."""
    return bool(part.label and whole.label) and part.label != whole.label


def is_apart_from(part: Draft, whole: Draft) -> bool:
    """Does it go to another place, was it paid before, or is it another batch?"""
    return outside(part, whole) or _is_earlier(part) or _is_next_batch(part, whole)


def _is_earlier(draft: Draft) -> bool:
    """第三笔8000万元。前两笔3000万元和5000万元: what was paid before is no part, whatever it sums to."""
    return draft.passage is not None and _EARLIER.search(draft.passage.text, *draft.head) is not None


_EARLIER = re.compile(r"前[两三四五几][笔批次期]")


def is_nested(run: Sequence[Draft]) -> bool:
    """再下拨5000万元，文昌2200万元，海口1300万元，其余1500万元: do bare amounts behind one of the run make up just that one?"""
    for at, one in enumerate(run):
        rest, count = one.amount, 0
        for share in run[at + 1 :] if one.action and not one.bare and not one.inherited_action else ():
            if share.segment != one.segment or not (share.bare or share.marker):
                break
            rest, count = rest - share.amount, count + 1
            if rest == 0 and count > 1:
                return True
    return False


def outside(part: Draft, whole: Draft) -> bool:
    """Does the part go to another place than the whole, by code?"""
    if not part.regions or not whole.regions or (part.region or "") in (whole.region or ""):
        return False
    code = part.regions[0].code
    return code is not None and all(w.code is not None and not code.startswith(w.code.rstrip("0")) for w in whole.regions)
