"""Kind `post`: who held a post when, and whom they succeeded (a block is a role in a body).

The items are the membership facts of a post from all documents; `kg.merge.spells` makes spells of them.  A post without a
body is a block of its own document's person: nothing ties it to another's.  Which person is meant is the person block's
matter: spell –wasDerivedFrom→ fact –member→ local person –identifiedAs→ person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import inf

from kg.merge.clusters import clusters
from kg.merge.corroboration import Telling, corroborate
from kg.merge.derived import Derived, DerivedEdge, DerivedNode, Values, ref
from kg.merge.identity import canonical
from kg.merge.names import body
from kg.merge.profile import Profile
from kg.merge.ranks import Rank, is_seat, plain_role, rank, stated
from kg.merge.reprints import sketch
from kg.merge.spells import Boundary, Spell, Told, spells
from kg.model import Event, Membership, content_hash

__all__ = ["PostItem", "items", "reduce"]

_DAY = 10
_BESIDE = 12
"""Characters after a role where its rank may stand in brackets: 处长（正处级）."""


@dataclass(frozen=True, slots=True, order=True)
class PostItem:
    """One membership fact.  `role` is that of the block, `grade` the rank that stands beside it, `told` its times.

    `holder` is the local person if the user says who that is, and `ruled` what: (("different", entry), ("same", entry)).
    """

    role: str
    organization: str
    body: str
    grade: str
    told: Told
    document: str
    sketch: str
    confidence: float
    holder: str = ""
    ruled: tuple[tuple[str, str], ...] = ()


def items(known: Profile) -> Iterator[tuple[str, PostItem]]:
    """One item a membership fact; an event that tells of it dates it."""
    entities = {e.id: e for e in known.entities}
    bodies = {fact: entities[local] for fact, role, local in known.links if role == "organization"}
    locals_ = {fact: local for fact, role, local in known.links if role == "member"}
    acts = {
        fact.about: fact.date.partition("/")[0] for _, fact in known.facts if isinstance(fact, Event) and fact.about
    }
    rulings: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for ruling in known.rulings:
        if ruling.kind in ("different", "same"):
            rulings[ruling.local].add((ruling.kind, ruling.entry))
    text, seen = sketch(known.signature), (known.published or "")[:_DAY]
    for identifier, fact in known.facts:
        if not isinstance(fact, Membership):
            continue
        role, entity = plain_role(fact.role), bodies.get(identifier)
        when = acts.get(identifier, "")[:_DAY]
        holder = entities[locals_[identifier]]
        ruled = tuple(sorted(rulings.get(holder.id, ())))
        told = Told(holder.name, fact.status, fact.since or "", fact.until or "", when, seen, identifier)
        organization = canonical(entity) if entity else ""
        name = body(entity.name).name if entity else ""
        source = known.document, text, round(fact.confidence, 4)
        item = PostItem(role, organization, name, _grade(fact), told, *source, holder.id if ruled else "", ruled)
        yield f"{organization or locals_[identifier]}\t{role}", item


def _grade(fact: Membership) -> str:
    """The rank in the role, or in brackets right after it."""
    return stated(fact.role) or next((found for text in _beside(fact) if (found := stated(text))), "")


def _beside(fact: Membership) -> Iterator[str]:
    spans = [span for name, found in fact.mentions if name == "role" for span in found]
    at = 0
    for span in fact.evidence.spans:
        quote = fact.evidence.quote[at : at + span.end - span.start]
        at += span.end - span.start
        for role in spans:
            after = quote[role.end - span.start :] if span.start <= role.start < span.end else ""
            if after[:1] in ("（", "("):
                yield after[:_BESIDE].partition("）")[0].partition(")")[0]


def reduce(key: str, found: Sequence[PostItem]) -> Derived:
    """The spells, each with the facts it is told by and the spell before it."""
    role, name = found[0].role, found[0].body
    known = {item.told.fact: item for item in found}
    whose = _persons(found)
    told_of = (replace(item.told, whose=whose.get((item.told.name, item.holder), "")) for item in found)
    held = spells(told_of, is_seat(role, name))
    refs = {spell.key: ref("spell", content_hash("spell", key, spell.key)) for spell in held}
    nodes, edges = [], []
    for spell in held:
        told = [known[fact] for fact in spell.facts]
        nodes.append(DerivedNode(refs[spell.key], _label(spell, role, name), _values(spell, told)))
        edges += [DerivedEdge(refs[spell.key], "DERIVED_FROM", ref("fact", fact)) for fact in spell.facts]
        if told[0].organization:
            edges.append(DerivedEdge(refs[spell.key], "IN_ORGANIZATION", told[0].organization))
        if spell.before:
            edges.append(DerivedEdge(refs[spell.key], "SUCCEEDS", refs[spell.before]))
    return Derived(tuple(sorted(nodes)), tuple(sorted(edges)))


def _persons(found: Sequence[PostItem]) -> Mapping[tuple[str, str], str]:
    """(name, holder) → whose the facts are, for names that are those of several persons in this post, as the user says.

    The block of the person decides by all that is known; in one post, where all say the same, it comes to this: whom no
    entry names is one person, and is the first of those whom it may be.
    """
    rulings: dict[str, dict[str, set[tuple[str, str]]]] = defaultdict(lambda: defaultdict(set))
    for item in found:
        rulings[item.told.name][item.holder].update(item.ruled)
    whose = {}
    for name, ruled in rulings.items():
        for group in _told_apart(ruled):
            whose.update({(name, holder): next(filter(None, group)) for holder in group})
    return whose


def _told_apart(ruled: Mapping[str, set[tuple[str, str]]]) -> list[list[str]]:
    """The holders of one name in groups, one a person, each sorted; none where all are one person."""
    holders = sorted(ruled)
    named: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, holder in enumerate(holders):
        for ruling in ruled[holder]:
            named[ruling].append(at)
    apart = [pair for (kind, _), some in named.items() if kind == "different" for pair in combinations(some, 2)]
    if not apart:
        return []
    same = [(inf, *pair) for (kind, _), some in named.items() if kind == "same" for pair in pairwise(some)]
    alike = [(0.0, *pair) for pair in combinations(range(len(holders)), 2)]
    return [[holders[at] for at in group] for group in clusters(len(holders), [*same, *alike], apart)]


def _label(spell: Spell, role: str, name: str) -> str:
    """云某平 财政部国库司司长 2019-03–2021-08-02; an unknown end is left open."""
    times = f" {spell.begin.date or '?'}–{spell.end.date}" if spell.begin.date or spell.end.date else ""
    return f"{spell.name} {name}{'代' if spell.acting else ''}{role}{times}"


def _values(spell: Spell, told: Sequence[PostItem]) -> Values:
    tellings = (Telling(item.document, item.sketch, item.confidence) for item in told)
    sources, confidence = corroborate(tellings)
    grade = _rank(spell, told)
    texts = {
        "person": spell.name, "role": told[0].role, "organization": told[0].body,
        "status": "acting" if spell.acting else "full", **_times("since", spell.begin), **_times("until", spell.end),
        "first_seen": spell.first, "last_seen": spell.last, "rank": grade.name, "rank_basis": grade.basis,
    }  # fmt: skip
    written = [(name, value) for name, value in texts.items() if value]
    return tuple(sorted([*written, ("confidence", confidence), ("sources", sources)]))


def _times(name: str, boundary: Boundary) -> dict[str, str]:
    return {name: boundary.date, f"{name}_basis": boundary.basis, f"{name}_known": boundary.known}


def _rank(spell: Spell, told: Sequence[PostItem]) -> Rank:
    """As the documents state it, if they agree; of who acts in a post nothing is inferred."""
    grades = {item.grade for item in told} - {""}
    if len(grades) == 1:
        return Rank(grades.pop(), "stated")
    if grades or spell.acting:
        return Rank("", "unknown")
    return rank(told[0].role, told[0].body)
