"""Where the money goes, weighed: every place around an amount, each with what is seen of it.

    下达|河北省|2亿元                  object            between the verb and the amount
    |该县|争取资金8000万元              clause, segment, para   before the verb, in the sentence, in the paragraph
    100万元建设|新塘乡|小水窖           behind, later     behind the amount, in its clause or further on
    其余|12个县|共3亿元               class             places that are counted, not named
    …                            rule, whole, before    what the rules, the whole and the amount before give
    …                            none

`receiving.py` says what the words alone say; its answer is one of those weighed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.annotate.divisions import Region, ancestors
from kg.annotate.passage import Passage
from kg.annotate.regions import by_code
from kg.extract.allocations.donors import is_unnamed_place
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.givers import bears, names_giver
from kg.extract.allocations.here import local
from kg.extract.allocations.lexicon import CLASS_OF_PLACES
from kg.extract.allocations.places import Placed, group_at, in_body, placed, places_in
from kg.extract.allocations.scenes import is_scene
from kg.extract.allocations.unnamed import Place
from kg.extract.learned.phrases import marked
from kg.extract.learned.weights import Candidate, Seen, Table, load, total

__all__ = ["Placing", "place_all", "placings"]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where the money may go, None for nowhere that is said, and the features."""

    placed: Placed | None
    features: Candidate

    @property
    def region(self) -> str | None:
        return self.placed.region if self.placed else None


def _pays_itself(draft: Draft, where: Placed) -> bool:
    """甲省、乙省分别援助1.9亿元、2.2亿元: one of a list that gives, or who gives where no rule says that he gets, receives nothing."""
    named, payers = {place.name for place in where.regions}, set(draft.payers)
    return bool(named & payers) and (named > payers or where.region != draft.region)


_Found = tuple[Placed, str, tuple[str, ...]]
"""The places, how they were found, and what is seen of them."""
_BACK, _AHEAD = 160, 120
"""How many code points before the amount, and behind it, are looked at."""


def place_all(kept: Sequence[Draft]) -> None:
    """Give each amount the places that weigh most; a share that has those of its whole goes with it."""
    table = load("placings")
    chosen = {id(draft): _likeliest(table, draft) for draft in kept if not is_fixed(draft)}
    for draft in sorted(kept, key=lambda d: len(d.chain())):
        if id(draft) in chosen:
            draft.region, draft.regions, draft.region_spans = chosen[id(draft)] or (None, (), ())
        if is_unnamed_place(draft, draft.region):
            draft.region, draft.regions, draft.region_spans = None, (), ()


def _likeliest(table: Table, draft: Draft) -> Placed | None:
    found = placings(draft)
    scores = [total(table, one.features) + _FAVOUR * (one.region is not None and one.region == draft.region) for one in found]
    return found[scores.index(max(scores))].placed


_FAVOUR = 1.0
"""What another place must weigh more than the one that the rules give."""


def is_fixed(draft: Draft) -> bool:
    """Is its place that of one share of many (甲县、乙县各100万元), or does its place give (由甲县承担的100万元)?"""
    each = draft.rule == "allocation.each" or draft.dealt
    return (each and (draft.region is not None or draft.own_payer)) or (draft.region is None and _gives(draft))


def _gives(draft: Draft) -> bool:
    assert draft.passage is not None
    return bears(draft.passage.text, draft) or names_giver(draft.passage.text, draft)


def placings(draft: Draft) -> list[Placing]:
    """What the rules give, first; then every other place; none, last."""
    passage = draft.passage
    assert passage is not None
    found: dict[str, tuple[Placed, list[str]]] = {}
    for where, kind, marks in _places(passage, draft):
        if draft.own_payer and _pays_itself(draft, where):
            continue
        seen = found.setdefault(where.region, (where, []))[1]
        seen.extend((kind, *(f"{kind} {mark}" for mark in marks)))
    kinds = sorted({one for _, seen in found.values() for one in seen if " " not in one})
    made = [Placing(where, _features(passage, draft, where, seen, kinds)) for where, seen in found.values()]
    return [*made, Placing(None, _features(passage, draft, None, ["none"], kinds))]


def _places(passage: Passage, draft: Draft) -> Iterator[_Found]:
    if draft.region is not None:
        yield Placed(draft.region, draft.regions, draft.region_spans), "rule", _of_rule(passage, draft)
    yield from _named(passage, draft)
    yield from _counted(passage, draft)
    for here in (local(passage, *draft.head), local(passage, *draft.segment)):
        if here:
            yield placed(here), "local", (f"before {here[0][0] < draft.money.start}",)
    verb = draft.action.text if draft.action else "-"
    for one, kind in ((draft.parent, "whole"), (draft.before, "before")):
        if one is not None and one.region is not None:
            alike = draft.action is not None and one.action is not None and one.action.text == verb
            yield Placed(one.region, one.regions, one.region_spans), kind, (f"near {one.segment == draft.segment}", f"alike {alike}")


def _of_rule(passage: Passage, draft: Draft) -> tuple[str, ...]:
    """Where the rules found the places, and what stands around them."""
    if not draft.region_spans:
        return ("taken over",)
    (start, _), (_, end) = draft.region_spans[0], draft.region_spans[-1]
    place = (start, end, draft.region or "", draft.regions[0].code if draft.regions else None)
    where, near = _where(passage, draft, place), draft.segment[0] <= start <= draft.tail[1]
    before, behind = marked(passage.text[max(0, start - 2) : start]), marked(passage.text[end : end + 2])
    size = f"size {_size(place)} {where}"
    return where, f"near {near}", size, f"{where} prev {before[-1:]}", f"{where} prev {before}", f"{where} next {behind[:1]}", f"{where} next {behind}"


def _named(passage: Passage, draft: Draft) -> Iterator[_Found]:
    """The places that are named, those of a list together and the first alone; those in names of bodies too."""
    text, start, end = passage.text, max(passage.start, draft.money.start - _BACK), min(draft.tail[1], draft.tail[0] + _AHEAD)
    found = places_in(passage, start, end, in_bodies=True)
    free = {region.start for region in passage.regions if start <= region.start < end and not in_body(passage, region)}
    last, count = start, sum(place[0] < draft.money.start for place in found)
    for i, place in enumerate(found):
        if place[0] < last or is_scene(passage, place):
            continue
        group = group_at(passage, found, i)
        last = group[-1][1]
        far = count - 1 - i if place[0] < draft.money.start else i - count
        kind, marks = _where(passage, draft, place), _marks(passage, draft, group, far, place[0] in free)
        yield placed(group, text), kind, marks
        if len(group) > 1:
            yield placed(group[:1], text), f"{kind}-first", marks


def _where(passage: Passage, draft: Draft, place: Place) -> str:
    start, action = place[0], draft.action
    if start >= draft.money.end:
        stop = next((b for _, b in passage.clauses(*draft.tail)), draft.tail[1])
        return "behind" if start < stop else "later"
    if action and not action.after and draft.clause[0] <= action.end <= start:
        return "object"
    return next((kind for kind, at in (("clause", draft.clause[0]), ("head", draft.head[0]), ("segment", draft.segment[0])) if start >= at), "para")


def _marks(passage: Passage, draft: Draft, group: Sequence[Place], far: int, free: bool) -> tuple[str, ...]:
    text, start, end = passage.text, group[0][0], group[-1][1]
    before, behind = marked(text[max(0, start - 2) : start]), marked(text[end : end + 2])
    gap = text[end : draft.money.start] if end <= draft.money.start else text[draft.money.end : start]
    commas, amounts = min(gap.count("，") + gap.count("："), 3), min(gap.count("元"), 2)
    size, verb = _size(group[0]), f"verb {draft.action.text if draft.action else '-'}"
    return (
        f"prev {before[-1:]}", f"prev {before}", f"next {behind[:1]}", f"next {behind}", f"around {before[-1:]} {behind[:1]}", f"free {free}",
        f"n {min(far, 4)}", f"far {min(len(gap) // 5, 8)}", f"commas {commas} amounts {amounts}", f"size {size}", f"count {min(len(group), 3)}",
        f"deictic {text[start] if text[start] in _DEICTIC else '-'}", verb, f"size {size} prev {before[-1:]}", f"size {size} next {behind[:1]}",
        f"size {size} free {free}", f"{verb} free {free}", f"n {min(far, 4)} commas {commas} amounts {amounts} free {free}",
        f"opens {start in (draft.clause[0], draft.segment[0], draft.body)} free {free}", f"ends {end in (draft.money.start, draft.clause[1])}",
        f"free {free} prev {before[-1:]}", f"free {free} next {behind[:1]}",
    )  # fmt: skip


_DEICTIC = "全我本该各当此"


def _size(place: Place) -> str:
    """The level of a place: p province, c prefecture, d county, and the last character of what no table has."""
    code = place[3]
    if code is None:
        return place[2][-1:]
    return "p" if code.endswith("0000") else "c" if code.endswith("00") else "d"


def _counted(passage: Passage, draft: Draft) -> Iterator[_Found]:
    """Classes of places: 其余12个县, 灾区."""
    for kind, (start, end) in (("class", draft.head), ("class-behind", draft.tail)):
        for n, match in enumerate(CLASS_OF_PLACES.finditer(passage.text, start, min(end, start + _AHEAD))):
            group = [(match.start(), match.end(), match[0], None)]
            yield placed(group), kind, _marks(passage, draft, group, n, True)


def _features(passage: Passage, draft: Draft, where: Placed | None, seen: list[str], kinds: list[str]) -> Candidate:
    action = draft.action
    ways = sorted({one for one in seen if " " not in one})
    side = "rule" if "rule" in ways else "other" if where else "none"
    share, verb = f"part {draft.parent is not None}", f"verb {action.text if action else '-'}"
    base = f"{side} {draft.region is not None}"
    whole = draft.parent.region if draft.parent else None
    crossed = (share, f"whole {'-' if whole is None else whole == (where and where.region)}", f"bare {draft.bare}", f"marker {draft.marker}")
    bits = (
        *crossed, verb, f"level {draft.level > 0}", f"notice {draft.notice}", f"by {draft.rule}", f"inherited {draft.inherited_action}",
        f"placed {draft.placed}", f"own {draft.own_payer}", f"after {bool(action and action.after)}", f"cumulative {draft.cumulative}",
        f"fund {(draft.fund or '-')[:2]}", f"fund {(draft.fund or '-')[-2:]}", f"loose {draft.loose}", f"close {draft.close}",
    )  # fmt: skip
    named = (side, base, *(f"{side} with {kind}" for kind in kinds if kind not in ways), *_relations(passage, draft, where))
    return (Seen(named), Seen(named, base), Seen(bits, base), Seen(seen), Seen(seen, side), *(Seen((*crossed, verb), way) for way in ways))


def _relations(passage: Passage, draft: Draft, where: Placed | None) -> tuple[str, ...]:
    """How the place stands to the speaker's, to who pays and to the name of the money."""
    home = by_code(passage.state.home) if passage.state.home else None
    if where is None:
        return (f"home {home is not None}",)
    here, short = by_code(where.regions[0].code or "") if where.regions else None, where.region[:2]
    stands, pays = f"home {_stands(here, home)}", f"pays {_pays(draft, where.region)}"
    ends = f"ends {where.region[-1]}"
    return stands, pays, f"{stands} {pays}", f"in fund {short in (draft.fund or '')}", ends, f"{stands} {ends}"


def _stands(here: Region | None, home: Region | None) -> str:
    if here is None or home is None:
        return "-"
    return "same" if here == home else "below" if home in ancestors(here) else "above" if here in ancestors(home) else "other"


def _pays(draft: Draft, region: str) -> str:
    """Does the place pay, or one of its bodies (has), or the state (up), or another?"""
    if not draft.payers:
        return "none"
    own = next(("is" if payer == region else "has" for payer in draft.payers if region[:2] in payer), "no")
    return "up" if own == "no" and draft.payers[0].startswith(_STATE) else own


_STATE = ("中央", "国家", "上级", "财政部", "国务院")
