"""From drafts to facts: one record a person, role and organization, with the last state that the document establishes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kg.annotate.passage import Passage, State
from kg.annotate.registry import occurrences
from kg.annotate.roles import base_noun
from kg.extract.evidence import evidence, mentions
from kg.model import Evidence, Membership, Status

__all__ = ["Draft", "draft", "drafts_of", "finish_memberships"]

_RANK: dict[str, int] = {"current": 0, "former": 1, "acting": 2, "appointed": 2, "removed": 3}
_BARE = frozenset(("membership.name_first",))
"""Rules whose posts need no body (习近平总书记), but for 王校长's; of other bare titles hardly one in ten is a post without one."""
_ACTING = re.compile(r"^(?:代理|代(?!表))")


@dataclass(slots=True)
class Draft:
    """One statement of a post, before the document's statements of the same post are brought together."""

    evidence: Evidence
    person: str
    role: str
    organization: str | None
    organization_text: str | None
    status: Status
    at: int
    confidence: float
    places: dict[str, list[tuple[int, int]]]
    inferred: tuple[tuple[str, str], ...]
    since: str | None = None
    until: str | None = None
    open_career: bool = False
    """A dated step of a career without an end: it ended where a later step follows."""
    over: bool = False
    """Does the text tell that it ended, whatever follows?"""


def draft(passage: Passage, item: Draft) -> None:
    """Keep a draft until the article ends."""
    drafts = passage.state.memory.setdefault("memberships", [])
    assert isinstance(drafts, list)
    drafts.append(item)


def drafts_of(state: State) -> list[Draft]:
    found = state.memory.get("memberships", [])
    assert isinstance(found, list)
    return found


def finish_memberships(state: State) -> None:
    """Turn the article's drafts into facts, appended to `state.facts`."""
    _close_careers(drafts_of(state))
    _close_lives(state)
    _one_acting(drafts_of(state))
    _at_home(drafts_of(state))
    groups: dict[tuple[str, str, str | None], list[Draft]] = {}
    named = {(d.person, d.role) for d in drafts_of(state) if d.organization}
    for item in drafts_of(state):
        if item.organization is None and ((item.person, item.role) in named or _short_of_another(item, drafts_of(state))):
            continue
        if _short_of_party(item, drafts_of(state)) or _told_in_full(item, drafts_of(state)):
            continue
        if item.organization is None and (item.evidence.rule not in _BARE or base_noun(item.role)):
            state.reject("membership", "no body is stated, or can be told", *item.places["role"][0])
            continue
        groups.setdefault((item.person, item.role, item.organization), []).append(item)
    for items in _fullest(groups).values():
        state.facts.append(_fact(state, items))


_DEICTIC = ("局", "厅", "委", "院", "校", "公司", "集团")
_HOLDS = ("appointed", "current", "acting")


def _at_home(drafts: list[Draft]) -> None:
    """任命A为市财政局局长…A接任|局|党组书记: a bare 局 of one who heads one 局 is his own, whichever was named last."""
    for item in drafts:
        noun = item.organization_text
        if noun not in _DEICTIC or item.organization is None or item.status in ("former", "removed"):
            continue
        held = (d for d in drafts if d.person == item.person and d.organization and d.organization_text not in (*_DEICTIC, None))
        mine = {d.organization for d in held if d.organization and d.organization.endswith(noun) and "驻" not in d.organization and d.status in _HOLDS}
        if len(mine) == 1 and item.organization not in mine:
            item.organization = mine.pop()
            item.inferred = (("organization", f"{noun} → {item.organization}"),)


_HOUSES = frozenset("校 院 我校 我院 本校 本院 我所 本所 学校 学院 医院".split())


def _told_in_full(item: Draft, drafts: list[Draft]) -> bool:
    """我所所长A of one whom the text calls 所长 of the house by its name: is the post told in full elsewhere?"""
    if item.organization not in _HOUSES:
        return False
    return any(d.person == item.person and d.role == item.role and d.organization and d.organization not in _HOUSES for d in drafts)


def _short_of_another(item: Draft, drafts: list[Draft]) -> bool:
    """叶知秋书记 of one who is 党委书记: is the bare title short for another post of his?"""
    mine = (d for d in drafts if d.person == item.person and d.role.endswith(item.role))
    return any(d.role != item.role or d.evidence.rule not in _BARE for d in mine)


def _short_of_party(item: Draft, drafts: list[Draft]) -> bool:
    """某医院A书记 of one who is its 党委书记: is the word for a post of the Party short for that one?"""
    if item.evidence.rule not in _BARE or item.role not in ("书记", "副书记"):
        return False
    return any(d.person == item.person and d.organization == item.organization and d.role[:1] == "党" and d.role.endswith(item.role) for d in drafts)


def _fullest(groups: dict[tuple[str, str, str | None], list[Draft]]) -> dict[tuple[str, str, str | None], list[Draft]]:
    """Posts told twice, once of the body's fuller name (云岩镇副镇长, 宜川县云岩镇副镇长), are one, of the fuller name."""
    merged: dict[tuple[str, str, str | None], list[Draft]] = {}
    bodies: dict[tuple[str, str], list[str]] = {}
    for person, role, body in groups:
        bodies.setdefault((person, role), []).extend([body] if body else [])
    for (person, role, body), items in groups.items():
        fuller = [other for other in bodies[person, role] if body and other.endswith(body)]
        whole = max(fuller, key=len, default=body)
        named = [replace(item, organization=whole) for item in items] if whole != body else items
        merged.setdefault((person, role, whole), []).extend(named)
    return merged


def _one_acting(drafts: list[Draft]) -> None:
    """代市长, 代理市长 and 代理…市长职务 are one post, of the name that is written first."""
    first: dict[tuple[str, str, str | None], str] = {}
    for item in drafts:
        if _ACTING.match(item.role):
            first.setdefault((item.person, _ACTING.sub("", item.role), item.organization), item.role)
    for item in drafts:
        plain = _ACTING.sub("", item.role)
        if item.status == "acting":
            item.role = first.get((item.person, plain, item.organization), item.role)


def _close_careers(drafts: list[Draft]) -> None:
    """Every dated step of a career but the last is past; the last is held."""
    steps: dict[str, list[Draft]] = {}
    for item in drafts:
        if item.open_career:
            steps.setdefault(item.person, []).append(item)
    for items in steps.values():
        last = max(item.evidence.start for item in items), max(item.since or "" for item in items)
        for item in items:
            _close(item, last)


_DIED = re.compile(
    r"(?:同志|先生|女士|教授|院士|老人)?，?"
    r"(?:因[^，。]{0,12}(?:，[^，。]{0,14})?，?(?:不幸)?(?:于[^，。]{2,24})?(?:在[^，。]{2,20})?)?(?:逝世|去世|病逝|辞世|牺牲|殉职)|"
    r"(?:同志|先生|女士|教授)?，?(?:在|于|因|为|遭遇|突发|[0-9今昨当去])(?:(?![名位]|得知|看望|慰问|悼念|缅怀|回顾|讲|说)[^。；、（）]){0,40}?(?:不幸|英勇|光荣|壮烈|因公|因病|安详|突然)(?:地)?(?:逝世|去世|病逝|辞世|牺牲|殉职|遇难|离世|病故|罹难|离开)(?=[，。；]|后|时|$)"
)


def _close_lives(state: State) -> None:
    """The posts of one whose death the text tells of are past."""
    text, title = state.article.text, state.document.title or ""
    for person in sorted({item.person for item in drafts_of(state)}):
        if any(_DIED.match(text, at + len(person)) for at in occurrences(text, person)) or ("悼念" in title and person in title):
            for item in drafts_of(state):
                if item.person == person and item.status in ("current", "appointed", "acting"):
                    item.status = "former"


def _close(item: Draft, last: tuple[int, str]) -> None:
    """A step is past unless no later one, by place and date, follows."""
    if (item.evidence.start, item.since or "") != last:
        item.status = "former"
    elif item.status == "former" and not item.over:
        item.status = "current"


def _fact(state: State, items: list[Draft]) -> Membership:
    """The fact of one post; its evidence is the draft that establishes the last state."""
    over = any(d.status == "former" for d in items)
    begun = [d for d in items if not (over and d.status == "appointed" and (d.since or "9") < (state.published or "")[:4])]
    last = max(begun, key=lambda d: (_RANK[d.status], -d.at))
    others = tuple(dict.fromkeys(d.evidence for d in items if d.evidence != last.evidence))
    text = next((d.organization_text for d in [last, *items] if d.organization_text), None)
    return Membership(
        evidence=last.evidence,
        mentions=mentions(state, **last.places),
        also=others,
        inferred=last.inferred,
        confidence=round(min(0.99, max(d.confidence for d in items) + 0.01 * (len(items) - 1)), 3),
        person=last.person,
        role=last.role,
        organization=last.organization,
        organization_text=text,
        status=last.status,
        since=last.since,
        until=last.until,
    )


def status_of(role: str, stated: Status) -> Status:
    """代 and 代理 in the role win over an appointment, not over a removal or a past."""
    return "acting" if _ACTING.match(role) and stated in ("current", "appointed") else stated


def evidence_for(passage: Passage, offset: int, rule: str) -> Evidence:
    """The evidence segment around `offset`."""
    return evidence(passage.state, *passage.segment_of(offset), rule)
