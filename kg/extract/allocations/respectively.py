"""分别: the amounts of a list go, in order, to the places or the payers of a list before it.

    支持陕西、湖北、甘肃三省…，分别为1.5亿元、1.1亿元和6000万元
    隆阳区财政局、腾冲市财政局…分别投入42万元和37.5万元
"""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.places import places_in, set_places

__all__ = ["pair"]

_SEPARATE = re.compile(r"分别(?!于|与)|依次|各")
_ITEM = re.compile(r"[、和及与]|以及")
_BETWEEN = re.compile(r"[整正]?(?:左右|以上)?(?:、|，|和|及|与|以及)(?:和)?")
_STOP = re.compile(r"[，。；：]")


def pair(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """The same drafts; those of a 分别 list have their place, or their payer, set."""
    text = passage.text
    for i, draft in enumerate(drafts):
        mark = next(iter(_SEPARATE.finditer(text, *draft.head)), None)
        if mark is None or mark[0] == "各":
            continue
        run = [draft]
        for other in drafts[i + 1 :]:
            if not text[other.head[0] : other.money.start].strip("、和及与以，") == "":
                break
            run.append(other)
        if len(run) > 1:
            for one in run:
                one.paired = True
            _assign(passage, draft.segment[0], mark.start(), run)
    return drafts


def _assign(passage: Passage, start: int, mark: int, run: list[Draft]) -> None:
    text = passage.text
    for begin, end in _clauses_back(text, start, mark):
        items = _items(text, begin, end, len(run))
        bodies = [[o for o in passage.organizations if a <= o.start and o.end <= b] for a, b in items]
        if items and all(bodies):
            for draft, named in zip(run, bodies, strict=True):
                draft.payers, draft.payer, draft.own_payer = (named[0].name,), named[0].name, True
            return
        found = [places_in(passage, a, b, in_bodies=True) for a, b in items]
        if items and all(found):
            for draft, places, (_, stop) in zip(run, found, items, strict=True):
                set_places(draft, places[:1], text)
                rest = text[places[0][1] : stop].strip()
                if len(rest) > 3 and not rest.endswith(("省", "市", "县", "区", "家")):
                    draft.target = rest
            return


def _clauses_back(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The clauses of the stretch, the last first; then the whole of it."""
    cuts = [start, *(m.end() for m in _STOP.finditer(text, start, end)), end]
    return [(a, b) for a, b in reversed(list(zip(cuts, cuts[1:], strict=False))) if b - a > 1]


def _items(text: str, start: int, end: int, count: int) -> list[tuple[int, int]]:
    """The last `count` members of the list in the stretch; empty where it has fewer."""
    cuts = [start, *(m.end() for m in _ITEM.finditer(text, start, end)), end]
    pieces = [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if b - a > 1]
    return pieces[-count:] if len(pieces) >= count else []
