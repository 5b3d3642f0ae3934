"""What the money may be for: every phrase around an amount that could say it, each with what is seen of it.

The phrases are weighed against each other (`kg.extract.learned`), not taken in a fixed order:

    用于灾后重建                  purpose     behind the amount, in its own clause or up to the third after it
    抢修提灌站412座               act         what the money does
    为支持春耕，安排…               for         in a clause before the amount
    给渔户发放…                   given       to whom
    门诊楼改造计划投资3.2亿元          topic       the subject of the sentence
    其中生态修复2亿元               noun        the noun of a share
    …                           whole       what the total is for
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import FUND_HEAD
from kg.extract.allocations.phrasing import phrases_around
from kg.extract.allocations.recipient import clip
from kg.extract.learned.phrases import edges, is_cut, reads
from kg.extract.learned.weights import Candidate, Seen, best, load

__all__ = ["Purpose", "best_purpose", "purposes"]


@dataclass(frozen=True, slots=True)
class Purpose:
    """A phrase, or None for none, and its features."""

    text: str | None
    features: Candidate


def purposes(draft: Draft, before: Draft | None, after: Draft | None) -> list[Purpose]:
    """All phrases for the draft, none last; `before` and `after` are the amounts kept before and after it."""
    neighbour = before if before is not None and before.segment == draft.segment else None
    follower = after if after is not None and after.segment == draft.segment else None
    passage = draft.passage
    assert passage is not None
    is_gift = "捐" in passage.text[slice(*draft.segment)]
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for kind, at, cue, phrase in phrases_around(passage, draft, before, neighbour, follower):
        text = clip(_REST.sub("", phrase)) if phrase else None
        if text and not _NONE.search(text) and not _tells(draft, text) and not (is_gift and text in draft.payers) and not _is_time(passage, text):
            found.setdefault((kind, text), (kind, str(at), cue))
    near = next((kind for kind in ("purpose", "act", "for before", "later", "object behind") if any(k == kind for k, _ in found)), "-")
    votes = Counter(text for _, text in found)
    shared = {text: _of_phrase(passage, draft, text, votes[text]) for text in ["", *votes]}
    amount = _of_amount(draft, near)
    made = [Purpose(text, _features(draft, near, amount, shared[text], how, text)) for (_, text), how in found.items()]
    return [*made, Purpose(None, _features(draft, near, amount, shared[""], ("none", "0", ""), ""))]


def _is_time(passage: Passage, text: str) -> bool:
    """截止到6月23日12时: a phrase that is nothing but a date."""
    return any(len(text.replace(d.text, "").strip("截止至到自从在于前后起以来间期、，")) < 2 for d in passage.dates if d.text in text)


def best_purpose(draft: Draft, before: Draft | None, after: Draft | None) -> str | None:
    """The phrase that weighs most; `before` and `after` are the amounts kept around the draft."""
    found = purposes(draft, before, after)
    chosen, draft.odds["purpose"] = best(load("purposes"), [purpose.features for purpose in found], _SILENCE)
    return found[chosen].text


_SILENCE = 1.0
"""What none must weigh more than a phrase: most amounts are for something, and a reader would rather see it."""


_Shared = tuple[tuple[str, ...], tuple[Seen, ...]]
"""What is seen of a phrase whatever its kind: to be weighed with its kind, and without."""


def _features(draft: Draft, near: str, amount: tuple[str, ...], shared: _Shared, how: tuple[str, ...], text: str) -> Candidate:
    """What is seen of a phrase that was found in one way; `near` is the best way there is."""
    kind, at, cue = how
    found = (
        f"at {at}", f"cue {cue}", f"near {near} at {at}", f"place {bool(draft.region) and text in (draft.region or '')}",
        f"verb at {draft.action.text if draft.action else '-'} {at}", f"number {text[:1].isdigit()}",
    )  # fmt: skip
    return Seen((kind,)), Seen(amount, kind), Seen(found, kind), Seen(shared[0], kind), *shared[1]


def _of_amount(draft: Draft, near: str) -> tuple[str, ...]:
    action = draft.action
    return (
        f"verb {action.text if action else '-'}", f"after {bool(action and action.after)}", f"marker {draft.marker}", f"fund {bool(draft.fund)}",
        f"bare {draft.bare}", f"near {near}", f"part {draft.parent is not None}", f"fund name {(draft.fund or '-')[-2:]}",
        f"level {draft.level > 0}", f"paired {draft.paired}",
    )  # fmt: skip


def _of_phrase(passage: Passage, draft: Draft, text: str, votes: int) -> _Shared:
    """The ends of a phrase, how many ways lead to it, and what stands around it."""
    place = passage.text.find(text, passage.start) if text else -1
    far = min(abs(place - draft.money.start) // 12, 8) if place >= 0 else 9
    timed = any(d.start <= place < d.end for d in passage.dates)
    shape = (
        f"{'的' in text:d}{bool(_DIGIT.search(text)):d}{'“' in text:d}{bool(_FUNDS.search(text)):d}"
        f"{any(o.name in text or o.text in text for o in passage.organizations):d}{bool(_VERBAL.match(text)):d}{timed:d}"
    )
    bits = (
        f"first {text[:1]}", f"opens {text[:2]}", f"last {text[-2:]}", f"length {min(len(text) // 4, 6)}", f"votes {min(votes, 4)}",
        f"shape {shape}", f"far {far}", f"in fund {bool(text) and text in (draft.fund or '')}",
        f"in payer {bool(text) and text in (draft.payer or '')}", f"rules {_likeness(text, draft.target or '')}",
        f"cut {is_cut(passage, place)}",
    )  # fmt: skip
    return bits, (Seen(bits, "any"), reads(text), edges(passage.text, place, place + len(text)))


_NONE = re.compile(
    r"^[-—~.．]|[\d.]+%$|百分点$|\d[万亿]$|（[千万亿]?元）$|^(?:该|本|这个)?(?:项目|工程|年度|计划|实际|全年|当年|规划)总?(?:计划)?(?:投资)?$|(?:将|预计)受益$|投资计划$|方面的需要$|"
    r"\d[\d.,]*[万亿]?元|[\u4e00-\u9fff]\d[\d.,]*$|^[、和及与]|^(?!.*[\u4e00-\u9fff]{2})|^[\d至—~-]{1,6}[日月]|^[但却]"
)
"""A phrase that takes in another amount, the number of a row, a share in per cent or a day is none, nor is one without two characters in a row."""
_REST = re.compile(r"^(?:了(?!解)|的|有(?=[\d一二三四五六七八九十百千万]))|(?<=[程目桥路校院库厂站线])(?:开工|动工|竣工|完工|启动|奠基)(?:建设|仪式)?$")
"""What is cut off: 有|120户车主, 清河大桥工程|开工."""
_DIGIT = re.compile(r"\d")


def _tells(draft: Draft, text: str) -> bool:
    """Does the phrase say who pays, and that he does (省财政厅下达养殖综合治理补助)?"""
    return draft.action is not None and text.startswith(draft.payers) and draft.action.text in text


_FUNDS = re.compile(FUND_HEAD.pattern)
_VERBAL = re.compile(r"[了把将对给向为由从在已又还并]")


def _likeness(text: str, other: str) -> int:
    """How like two phrases are, 0 to 4; by their characters."""
    if not text or not other:
        return 0
    shared = sum((Counter(text) & Counter(other)).values())
    return int(4 * 2 * shared / (len(text) + len(other)))
