"""Is an amount that no rule sets aside money that moves?  Weighed by what stands around it.

    村里贴了3万元 · 赔付1,126万元 · 长株潭三市合计19.8亿元        yes, with or without a verb that the lexicon has
    纳税21.7亿元 · 一瓶水3元 · 现金2万元                     no
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.lexicon import NOT_PUBLIC, SAVED
from kg.extract.learned.weights import Candidate, Seen, load, total

__all__ = ["is_payment", "signs"]

_NEAR, _BEHIND = 6, 5
"""Words looked at before and behind the amount."""
_LEAST, _DOUBTED = -0.15, 0.2
"""Log odds from which on an amount is money that moves, and one that a rule doubts; below 0, as print tells of money in more ways than was learnt from."""


def is_payment(passage: Passage, draft: Draft, run: list[Draft], notes: Notes) -> bool:
    """Whether the weights say so; the signs stay on the draft, to train by."""
    draft.signs = signs(passage, draft, run, notes)
    draft.odds["payment"] = total(load("payment"), draft.signs)
    return draft.odds["payment"] >= (_LEAST if draft.doubt is None else _DOUBTED)


def signs(passage: Passage, draft: Draft, run: list[Draft], notes: Notes) -> Candidate:
    """What is seen of an amount: the words around it, what is known of it, and what became of its neighbours.

    `run` holds the amounts of the paragraph read so far.
    """
    before = _words(passage, draft.clause[0], draft.clause[1])[-_NEAR:]
    further = _words(passage, draft.head[0], draft.clause[0])[-_NEAR:]
    behind = _words(passage, draft.tail[0], min(draft.tail[1], draft.tail[0] + 20))[:_BEHIND]
    action, previous = draft.action, run[-1] if run else None
    verb = action.text if action else "-"
    known = {
        "verb": verb, "after": action is not None and action.after, "fund": (draft.fund or "-")[-2:], "named": draft.fund is not None,
        "payer": draft.own_payer, "place": draft.region is not None, "purpose": draft.target is not None, "date": draft.own_date,
        "part": draft.parent is not None, "marker": draft.marker, "level": draft.level > 0, "lead": draft.lead,
        "size": len(str(int(draft.amount))), "currency": draft.money.currency, "qualifier": draft.money.qualifier,
        "list": notes.opening is not None, "previous": previous.reason if previous else "none", "kept": min(len(notes.kept), 4),
        "doubt": draft.doubt, "recipient": draft.recipient is not None, "cumulative": draft.cumulative, "each": draft.rule,
        "unit": draft.money.unit_text is not None,
    }  # fmt: skip
    facts = [f"{name} {value}" for name, value in known.items()]
    bits = (
        "always", *facts, f"last {before[-1] if before else '-'}", f"next {behind[0] if behind else '-'}", f"last two {' '.join(before[-2:])}",
        f"verb {verb} named {draft.fund is not None}", f"size {known['size']} verb {verb != '-'}", f"doubt {draft.doubt} verb {verb}",
        f"doubt {draft.doubt} part {draft.parent is not None}",
    )  # fmt: skip
    around = tuple(_around(passage, draft, notes))
    return Seen(bits), Seen(around), Seen(before, "near"), Seen(further, "far"), Seen(behind, "behind")


_STOP = re.compile(r"[。；]")
_SHORT = 60
"""How long a line without a full stop may be, to be a title."""


def _around(passage: Passage, draft: Draft, notes: Notes) -> Iterator[str]:
    """The characters next to the amount, the words in its clause that make amounts none, where it stands, who is named."""
    text = passage.text
    clause = "".join(text[slice(*draft.clause)].split())
    behind = "".join(text[draft.tail[0] : min(draft.tail[1], draft.tail[0] + 6)].split())
    yield from (f"ends {clause[-n:]}" for n in (2, 3, 4) if len(clause) >= n)
    yield from (f"goes on {behind[:n]}" for n in (1, 2, 3) if len(behind) >= n)
    yield from (f"other {m[0]}" for m in NOT_PUBLIC.finditer(clause))
    yield from (f"saved {m[0]}" for m in SAVED.finditer(clause))
    yield from (f"other behind {m[0]}" for m in NOT_PUBLIC.finditer(text, *draft.tail))
    line = text[passage.start : passage.end]
    yield f"title {len(line) <= _SHORT and not _STOP.search(line)}"
    yield f"opens {passage.start == 0}"
    yield f"told {notes.is_told(draft)}"
    yield f"by {(draft.payer or '-')[-2:]}"
    yield f"to {(draft.recipient or '-')[-2:]}"


def _words(passage: Passage, start: int, end: int) -> list[str]:
    """The words of the stretch, those that it cuts through as far as they lie in it; without blanks."""
    at = bisect_left(passage.tokens, (start, start))
    at = max(0, at - 1)
    found = []
    while at < len(passage.tokens) and passage.tokens[at][0] < end:
        a, b = passage.tokens[at]
        word = passage.text[max(a, start) : min(b, end)].strip()
        if word:
            found.append(word)
        at += 1
    return found
