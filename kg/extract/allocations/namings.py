"""What the money may be called: every name around an amount, each with what is seen of it, to be weighed.

    下达|农业防灾资金|2亿元       before     right before the amount
    2亿元|农业防灾资金           behind     right behind it
    补助资金|已到账，…2亿元       mention    earlier in the sentence or the paragraph, with or without an amount of its own; else in the paragraphs before
    …                        whole, neighbour, title, verb: what the whole, the amount before, the notice or the verb gives
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.fund_words import GENERIC
from kg.extract.allocations.mentions import names_around
from kg.extract.allocations.own_names import as_given, is_giver, is_of_other, is_of_sibling, is_verb, without_lent
from kg.extract.learned.phrases import edges, is_cut, reads
from kg.extract.learned.weights import Candidate, Seen, likeliest, load

__all__ = ["Naming", "best_name", "namings"]


@dataclass(frozen=True, slots=True)
class Naming:
    """A name, or None for none, and its features."""

    text: str | None
    features: Candidate


def best_name(draft: Draft) -> str | None:
    """The name that weighs most."""
    found = namings(draft)
    chosen, draft.odds["name"] = likeliest(load("namings"), [naming.features for naming in found], _SILENCE)
    return as_given(draft, found[chosen].text)


_SILENCE = 1.0
"""What none must weigh more than a name."""


def namings(draft: Draft) -> list[Naming]:
    """All names for the draft, none last; the amounts before it have theirs already."""
    passage = draft.passage
    assert passage is not None
    found: dict[tuple[str, str], str] = {}
    for kind, detail, name in names_around(passage, draft):
        if not name or is_verb(draft, name) or is_giver(draft, name):
            continue
        if not any(lent(draft, kind, name) for lent in (_is_other_giving, _is_level, is_of_other, is_of_sibling)):
            found.setdefault((kind, name), detail)
    again = _SAID_AGAIN.search(passage.text, draft.clause[0], draft.money.start) is not None
    named = {key: detail for key, detail in found.items() if key[1] not in GENERIC}
    found = named if again and named else without_lent(draft, found)
    if any(name not in GENERIC for kind, name in found if kind != "verb"):
        # 收到各类资金1352万元: a name that only says money is weighed where it stands at its own sum and no sentence near by names the money
        meant = any(kind in _MEANT and name not in GENERIC for kind, name in found)
        found = {key: detail for key, detail in found.items() if key[1] not in GENERIC or (key[0] in ("before", "found") and not meant)}
    kinds = {kind for kind, _ in found}
    votes = Counter(name for _, name in found)
    near = "before" if "before" in kinds else "found" if "found" in kinds else "-"
    own = "mention" if any(k in _NEARBY for k in kinds) else "-"
    bits = _of_amount(draft, near, own)
    amount = {kind: (Seen((kind,)), Seen(bits, kind)) for kind in (*kinds, "none")}
    shared = {name: _of_name(passage, draft, name, votes) for name in ["", *votes]}
    made = [Naming(name, _features(draft, near, amount[kind], shared[name], kind, detail, name)) for (kind, name), detail in found.items()]
    return [*made, Naming(None, _features(draft, near, amount["none"], shared[""], "none", "", ""))]


_SAID_AGAIN = re.compile(r"(?:[该此这][项笔批类]|[该此])(?:专项|补助|财政)?(?:资金|经费|补助|补贴|款项?)(?:共计?|累计|已|合计|约|近|超过?|达)*$")
"""今年已拨付|此项资金|40亿元: the name last spoken of is meant."""
_OF_LEVEL = re.compile("(?:中央|地方|各级|[省市县区州]级?)财政支出")
_MEANT = ("mention paragraph", "neighbour paragraph", "inferred spoken of", "title", "inferred title")
"""How a name is found that stands in a sentence before, or in the title: 补助资金来自国债。省财政下达首批资金3000万元 speaks of it."""
_NEARBY = frozenset(("mention own", "mention segment", "mention paragraph", "mention before", "mention heading"))
_CARRIED = ("neighbour", "mention paragraph", "mention before", "mention heading", "mention topic", "inferred")


def _is_level(draft: Draft, kind: str, name: str) -> bool:
    """其中|中央财政支出|安排172亿元: whose share it is, not what the money is called."""
    return kind in ("before", "found") and draft.parent is not None and draft.parent.fund != name and _OF_LEVEL.fullmatch(name) is not None


def _is_other_giving(draft: Draft, kind: str, name: str) -> bool:
    """Donations and other money do not lend each other their names: 某药企捐了20万元 after 财政下达治理资金."""
    verb = draft.action.text if draft.action else ""
    return kind.startswith(_CARRIED) and bool(verb) and not draft.inherited_action and ("捐" in name) != ("捐" in verb)


def _in_article(passage: Passage, draft: Draft, name: str, votes: Counter[str]) -> tuple[str, ...]:
    """What is seen of a name whatever way leads to it: how many do, how often the article has it, where, and within which others."""
    text = passage.text
    place = text.rfind(name, 0, draft.tail[1]) if name else -1
    gap = text[place + len(name) : draft.money.start] if 0 <= place < draft.money.start else ""
    title = passage.state.document.title or ""
    return (
        f"votes {min(votes[name], 4)}", f"times {min(passage.state.count(name), 5) if name else 0}", f"titled {bool(name) and name in title}",
        f"within {any(name != other and name in other for other in votes)} holds {any(name != other and other in name for other in votes)}",
        f"far {min(len(gap).bit_length(), 9)}", f"amounts {min(gap.count('元'), 4)} ends {min(gap.count('。') + gap.count('；'), 3)}",
        f"cut {is_cut(passage, place)}",
    )  # fmt: skip


_Shared = tuple[tuple[str, ...], tuple[str, ...], tuple[Seen, ...]]
"""What is seen of a name whatever its kind: its end and length, and what the article says, to be weighed with its kind; and the rest."""


def _of_name(passage: Passage, draft: Draft, name: str, votes: Counter[str]) -> _Shared:
    """What is seen of a name whatever way leads to it: its ends, and what stands around it."""
    told, shape = _in_article(passage, draft, name, votes), (f"head {name[-2:]}", f"length {min(len(name) // 3, 5)}")
    place = passage.text.rfind(name, passage.start, draft.tail[1]) if name else -1
    return shape, told, (Seen((*shape, *told), "any"), reads(name), edges(passage.text, place, place + len(name)))


def _features(draft: Draft, near: str, amount: tuple[Seen, ...], shared: _Shared, kind: str, detail: str, name: str) -> Candidate:
    """What is seen of a name that was found in one way; `near` is the nearest way there is."""
    verb = draft.action.text if draft.action else "-"
    shape, told, rest = shared
    bits = (f"detail {detail}", *shape, f"near {near} {detail}", f"given {'捐' in name} {'捐' in verb}")
    return *amount, Seen(bits, kind), Seen(told, kind), *rest


def _of_amount(draft: Draft, near: str, own: str) -> tuple[str, ...]:
    action, before = draft.action, draft.before
    verb = action.text if action else "-"
    same = before is not None and before.segment == draft.segment
    alike = same and before is not None and before.action is not None and before.action.text == verb
    return (
        f"verb {verb}", f"after {bool(action and action.after)}", f"marker {draft.marker}", f"near {near}", f"part {draft.parent is not None}",
        f"same {same}", f"alike {alike}", f"bare {draft.bare}", f"level {draft.level > 0}", f"payer {draft.own_payer}",
        f"verb {verb} same {same}", f"inherited {draft.inherited_action}", f"part {draft.parent is not None} {near}",
        f"currency {draft.money.currency}", f"own {own} {near}",
    )  # fmt: skip
