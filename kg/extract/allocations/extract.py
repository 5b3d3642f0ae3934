"""The allocation component: drafts are read, judged, tied together, filled, and become facts."""

from __future__ import annotations

from itertools import pairwise

from kg.annotate.passage import Passage, State
from kg.extract.allocations.called import plain
from kg.extract.allocations.context import inherit
from kg.extract.allocations.dating import date_all
from kg.extract.allocations.donors import for_the_stricken
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.facts import emit
from kg.extract.allocations.givers import name_givers
from kg.extract.allocations.heads import gather_heads
from kg.extract.allocations.leftover import gather_leftover
from kg.extract.allocations.lists import read_heading, track
from kg.extract.allocations.namings import best_name
from kg.extract.allocations.paying import paid_by
from kg.extract.allocations.placings import place_all
from kg.extract.allocations.purposes import best_purpose
from kg.extract.allocations.regroup import regroup
from kg.extract.allocations.scenes import only_gives
from kg.extract.allocations.segment import read_all
from kg.extract.allocations.sums import gather_earlier, gather_lines, gather_sums, warn_excess
from kg.extract.allocations.target import is_of_a_share, of_the_list
from kg.extract.allocations.totals import license_totals
from kg.extract.allocations.wholes import link_open

__all__ = ["extract_allocations", "finish_allocations", "linked", "settled", "tied"]

_MEMORY = "allocations"


def extract_allocations(passage: Passage) -> None:
    """Read the amounts of the passage into drafts, judged and tied to each other; `finish_allocations` makes facts of them."""
    notes = passage.state.memory.setdefault(_MEMORY, Notes())
    assert isinstance(notes, Notes)
    notes.dates += [mention for mention in passage.dates if mention.value]
    read_heading(passage, notes)
    track(passage, notes)
    if not passage.money:
        return
    run: list[Draft] = []
    for a, b in passage.segments:
        run += read_all(passage, a, b, notes, run)
    for draft in run:
        draft.passage = passage
    license_totals(run, notes)
    gather_sums([d for d in run if d.reason is None], notes)
    gather_leftover(passage, run, notes)
    gather_earlier(run, notes)
    notes.drafts += run


def finish_allocations(state: State) -> None:
    """Append the allocations of the whole article to `state.facts`: a list may name its total after its last line."""
    kept = settled(state)
    date_all(kept)
    for draft, payers in zip(kept, paid_by(kept), strict=True):
        draft.payers, draft.payer = payers, "、".join(payers) or None
    for draft in kept:
        draft.fund = best_name(draft)
        if not draft.told:
            draft.target = for_the_stricken(draft, best_purpose(draft))
            draft.target = of_the_list(draft)
    for draft in kept:
        if only_gives(draft):
            draft.region, draft.regions, draft.region_spans = None, (), ()
        if is_of_a_share(draft):
            draft.target = None
        draft.payers = tuple(plain(payer) for payer in draft.payers)
        draft.payer = "、".join(draft.payers) or None
    emit(state, kept)


def settled(state: State) -> list[Draft]:
    """The amounts of the article that are facts, tied together and placed; what they are called and for is still to be weighed."""
    kept = tied(state)
    place_all(kept)
    return kept


def tied(state: State) -> list[Draft]:
    """The amounts of the article that are facts, each tied to its whole, with what that gives."""
    kept = linked(state)
    link_open(kept)
    name_givers(kept)
    for before, after in pairwise(kept):
        before.after, after.before = after, before
    for draft in kept:
        inherit(state.article.text, draft)
        warn_excess(draft)
    return kept


def linked(state: State) -> list[Draft]:
    """The amounts that are facts, tied together by words and arithmetic; the others are set aside with their reasons."""
    notes = state.memory.get(_MEMORY)
    if not isinstance(notes, Notes):
        return []
    gather_lines(notes)
    regroup(notes)
    gather_heads(notes)
    for draft in notes.drafts:
        if draft.reason is not None:
            state.reject("allocation", draft.reason, draft.money.start, draft.money.end)
    return [d for d in notes.drafts if d.reason is None]
