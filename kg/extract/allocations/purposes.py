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
from functools import lru_cache

from kg.annotate.passage import Passage
from kg.annotate.registry import followed
from kg.extract.allocations.donors import is_beside, is_cut_payer, names_donor
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.governed import headed, stands
from kg.extract.allocations.lexicon import FUND_HEAD
from kg.extract.allocations.phrasing import phrases_around
from kg.extract.allocations.reading import own_noun
from kg.extract.allocations.recipient import is_lender, may_get
from kg.extract.allocations.wording import SOURCE, told
from kg.extract.learned.phrases import edges, is_cut, reads
from kg.extract.learned.weights import Candidate, Seen, best, load

__all__ = ["Purpose", "best_purpose", "purposes"]


@dataclass(frozen=True, slots=True)
class Purpose:
    """A phrase, or None for none, and its features."""

    text: str | None
    features: Candidate


def purposes(draft: Draft) -> list[Purpose]:
    """All phrases for the draft, none last; the amounts before it have theirs already."""
    passage = draft.passage
    assert passage is not None
    is_gift = "捐" in passage.text[slice(*draft.segment)]
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    head = headed(draft)
    for kind, at, cue, phrase in phrases_around(passage, draft, head):
        text = told(phrase) if phrase else None
        if text is None:
            continue
        if not _tells(draft, text) and not (is_gift and text in draft.payers) and not _is_other(passage, draft, kind, text):
            found.setdefault((kind, text), (kind, str(at), cue))
    found = {
        key: how for key, how in found.items()
        if not (key[0] in _LENT and head and key[1] != head) and not (key[0] in _RESULTS and _is_result(draft, key[1], head))
    }  # fmt: skip
    near = next((kind for kind in ("purpose", "act", "for before", "later", "object behind") if any(k == kind for k, _ in found)), "-")
    votes = Counter(text for _, text in found)
    holds = _holds(draft)
    shared = {text: _of_phrase(passage, draft, text, votes[text], holds) for text in ["", *votes]}
    bits = _of_amount(draft, near, holds)
    amount = {kind: (Seen((kind,)), Seen(bits, kind)) for kind in ("none", *(kind for kind, _ in found))}
    made = [Purpose(text, _features(draft, near, amount[kind], shared[text], how, text)) for (kind, text), how in found.items()]
    return [*made, Purpose(None, _features(draft, near, amount["none"], shared[""], ("none", "0", ""), ""))]


_RESULTS = frozenset(("act", "clause", "project", "loose", "rules", "later rules", "object behind", "whom behind", "purpose", "place", "reached"))
"""How phrases behind an amount are found."""
_LENT = frozenset(("whole", "top", "neighbour", "earlier", "back", "object back", "whom back"))
"""How phrases of other sentences and other amounts are found: a share with a head of its own takes none."""
_SUBJECTS = frozenset(("clause before", "subject", "subject back", "noun", "topic before"))
_GIVES = re.compile(r"[\d年月日]*(?:联合|[已共又再将])*(?:安排|批[复准]|核准|下[达拨]|拨[付出]|公布|通报|出资)")
"""What an office does that is no receiver: 商务厅|安排…."""
_PERFECT = re.compile(r"[\u4e00-\u9fff]{1,3}了")
_AIMS = re.compile(r"(?:用于|投向|用来|[用花投]在|支持|旨在)$")
_CLAUSE_END = re.compile(r"[，。；：]")
_DIGIT = re.compile(r"\d")


def _is_result(draft: Draft, text: str, head: str | None) -> bool:
    """农村公路|投资75亿元，硬化到村: what comes of it is no purpose where the head says what it is for; nor 向社会捐赠1亿元，打造了…."""
    assert draft.passage is not None
    words = draft.passage.text
    behind, first = words.find(text, draft.tail[0], draft.tail[1]), _CLAUSE_END.search(words, draft.tail[0])
    if behind < 0 or first is None or behind < first.end() or _AIMS.search(words, first.end(), behind):
        return False
    gives = draft.action is not None and "捐" in draft.action.text and draft.recipient is not None
    return head is not None or (gives and _PERFECT.match(text) is not None)


def _is_other(passage: Passage, draft: Draft, kind: str, text: str) -> bool:
    """Is the phrase when, from whom (广西|区分行; 商务厅|安排), where alone, or the list of places that have so much each?"""
    if kind in _SUBJECTS and text[-1] in "部委厅局办署" and followed(passage.text[slice(*draft.segment)], text, _GIVES):
        return True
    if names_donor(draft, text) or is_cut_payer(draft, text) or is_beside(draft, text):
        return True
    if draft.parent is not None and any(part.own_payer and text in part.payers for part in draft.parent.parts):
        return not may_get(passage, draft, text)
    before = draft.before
    if before is not None and before.segment == draft.segment and before.fund != draft.fund and text in (before.fund or "") and text not in (draft.fund or ""):
        return True  # 免费教科书|补助2亿元，校舍安全保障资金1亿元: what only names the one before
    aimed = _TOWARDS.match(text)
    named = text[aimed.end() if aimed else 0 :]
    if (named in (draft.region or "") and len(text) > 1) or (any(payer.endswith(text) for payer in draft.payers) and not may_get(passage, draft, text)):
        return True
    return _cuts_place(passage, draft, text) or _is_time(passage, text) or is_lender(passage, draft, text) or _is_places(draft, text)


def _cuts_place(passage: Passage, draft: Draft, text: str) -> bool:
    """青山镇、|大桥|乡, |经济建设|司称: does the phrase end within the name of a place or of a body?"""
    at = passage.text.find(text, *draft.segment)
    end = at + len(text)
    office = any(o.start <= at and _REST_OF_BODY.fullmatch(passage.text, end, o.end) for o in passage.organizations if o.end > end)
    office = office or _SAYS.match(passage.text, end) is not None
    return at >= 0 and (office or any(r.start < end < r.end for r in passage.regions if r.end > draft.segment[0]))


_REST_OF_BODY = re.compile("[司局厅部委署]|(?:总|分|子|投资|开发|建设)+(?:公司|集团)|[分支]行")
_SAYS = re.compile("[司局厅处](?:有关|相关)?(?:负责人?|称|表示|说|透露|消息|介绍)")
_TOWARDS = re.compile("(?:.*[向给对为]|支援|支持|帮助)(?=..)")
"""对|岑溪市, 中国政府向|巴基斯坦: what stands before the place that receives."""


def _is_places(draft: Draft, text: str) -> bool:
    """其中东里村、柳花峪村各30万元, 向云南、甘肃两省分别提供: the places themselves."""
    if draft.region is None or text[-1] not in "省市县区州旗镇乡村":
        return False
    if _COUNTED_PLACES.search(text) and draft.region[:2] in text:
        return True
    members = _JOIN.split(text)
    alike = len(members) > 1 and len({member[-1:] for member in members}) == 1
    return alike and draft.region.endswith(tuple(m for m in members if m))


_JOIN = re.compile(r"[、和与及]")
_COUNTED_PLACES = re.compile(r"[、和与及][\u4e00-\u9fff]{1,6}(?:[两三四五六七八九十]|\d+)个?[省市县区州旗]$")


def _is_time(passage: Passage, text: str) -> bool:
    """截止到6月23日12时: a phrase that is nothing but a date."""
    return any(len(text.replace(d.text, "").strip("截止至到自从在于前后起以来间期、，")) < 2 for d in passage.dates if d.text in text)


def best_purpose(draft: Draft) -> str | None:
    """The phrase that weighs most."""
    found = purposes(draft)
    chosen, draft.odds["purpose"] = best(load("purposes"), [purpose.features for purpose in found], _SILENCE)
    return found[chosen].text


_SILENCE = 0.5
"""What none must weigh more than a phrase: most amounts are for something, and a reader would rather see it."""


_Shared = tuple[tuple[str, ...], tuple[Seen, ...]]
"""What is seen of a phrase whatever its kind: to be weighed with its kind, and without."""


def _features(draft: Draft, near: str, amount: tuple[Seen, ...], shared: _Shared, how: tuple[str, ...], text: str) -> Candidate:
    """What is seen of a phrase that was found in one way; `near` is the best way there is, `amount` is seen of any found so."""
    kind, at, cue = how
    found = (
        f"at {at}", f"cue {cue}", f"near {near} at {at}", f"place {bool(draft.region) and text in (draft.region or '')}",
        f"verb at {draft.action.text if draft.action else '-'} {at}", f"number {text[:1].isdigit()}",
    )  # fmt: skip
    return *amount, Seen(found, kind), Seen(shared[0], kind), *shared[1]


def _of_amount(draft: Draft, near: str, holds: str) -> tuple[str, ...]:
    action = draft.action
    return (
        f"verb {action.text if action else '-'}", f"after {bool(action and action.after)}", f"marker {draft.marker}", f"fund {bool(draft.fund)}",
        f"bare {draft.bare}", f"near {near}", f"part {draft.parent is not None}", f"fund name {(draft.fund or '-')[-2:]}",
        f"level {draft.level > 0}", f"paired {draft.paired}", f"holds {holds}",
    )  # fmt: skip


def _holds(draft: Draft) -> str:
    """What stands right before the amount: its money, a place, a level, a noun of its own, or nothing."""
    assert draft.passage is not None
    noun = own_noun(draft.passage.text, draft)
    if len(noun) < 2:
        return "-"
    if FUND_HEAD.search(noun, max(0, len(noun) - 4)):
        return "fund"
    if SOURCE.fullmatch(noun) or noun in draft.payers:
        return "level"
    return "place" if draft.region and noun[:2] in draft.region else "verb" if draft.action and draft.body <= draft.action.start < draft.head[1] else "noun"


def _of_phrase(passage: Passage, draft: Draft, text: str, votes: int, holds: str) -> _Shared:
    """The ends of a phrase, how many ways lead to it, and what stands around it."""
    place = passage.text.find(text, passage.start) if text else -1
    far = min(abs(place - draft.money.start) // 12, 8) if place >= 0 else 9
    timed = any(d.start <= place < d.end for d in passage.dates)
    ends, holds_funds, verbal = _shape(text)
    named = any(o.name in text or o.text in text for o in passage.organizations)
    bits = (
        *ends, f"votes {min(votes, 4)}", f"shape {holds_funds}{named:d}{verbal}{timed:d}", f"far {far}", f"in fund {bool(text) and text in (draft.fund or '')}",
        f"in payer {bool(text) and text in (draft.payer or '')}",
        f"stands {stands(draft, text)} {holds} {draft.parent is not None}", f"rules {_likeness(text, draft.target or '')}",
        f"cut {is_cut(passage, place)}",
    )  # fmt: skip
    return bits, (Seen(bits, "any"), reads(text), edges(passage.text, place, place + len(text)))


@lru_cache(maxsize=1 << 12)
def _shape(text: str) -> tuple[tuple[str, ...], str, str]:
    """The ends of a phrase and its length, and of its shape what stands before and behind whether it names a body."""
    ends = (f"first {text[:1]}", f"opens {text[:2]}", f"last {text[-2:]}", f"length {min(len(text) // 4, 6)}")
    return ends, f"{'的' in text:d}{bool(_DIGIT.search(text)):d}{'“' in text:d}{bool(FUND_HEAD.search(text)):d}", f"{bool(_VERBAL.match(text)):d}"


def _tells(draft: Draft, text: str) -> bool:
    """Does the phrase say who pays, and that he does (省财政厅下达养殖综合治理补助), or what is done with the money (注入风险金)?"""
    if draft.fund and text.startswith((f"{draft.fund}和", f"{draft.fund}与")):
        return True  # 赠送500元|助学金和一部电脑
    if draft.fund and text.endswith(draft.fund) and _HANDLES.fullmatch(text.removesuffix(draft.fund)):
        return True
    return draft.action is not None and text.startswith(draft.payers) and draft.action.text in text


_HANDLES = re.compile("(?:[已共又再还各]|累计|先后)*(?:注入|募集|支出|拨付|下拨|下达|发放|投入|接[收受]|收到|筹[集措]|落实|安排|争取|获得|到位|捐出|拿出)+了?")
_VERBAL = re.compile(r"[了把将对给向为由从在已又还并]")


def _likeness(text: str, other: str) -> int:
    """How like two phrases are, 0 to 4; by their characters."""
    if not text or not other:
        return 0
    shared = sum(min(text.count(character), other.count(character)) for character in set(text))
    return int(4 * 2 * shared / (len(text) + len(other)))
