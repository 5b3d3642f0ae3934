"""Kind `conflict`: different amounts of the same fund, payer, place and date (a block is a fund, a place and a year).

Payers are the same where they share one (财政部、水利部 and 财政部).  Stated dates are the same where one is in the other; who
says only 近日 tells of the days before the publication.

Two documents that give two amounts contradict each other: both facts are kept, with a `conflict` between them, and the
one that fewer independent sources tell is `outweighedBy` the other, so that a sum counts the money once.  No conflict:
amounts that one document tells side by side; parts that add up to the other's amount; 12.5亿元 where another has
12.48亿元, which it rounds and repeats; a plan and what came of it; running totals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations

from kg.merge.corroboration import Corroboration, Telling, corroborate
from kg.merge.days import days, late
from kg.merge.derived import Derived, DerivedEdge, ref
from kg.merge.grants import Grant, best, grants
from kg.merge.profile import Profile
from kg.model import Rejected

__all__ = ["items", "reduce", "rivals"]

_MONTH = 7
"""Characters of the least exact date that two amounts can contradict each other on."""
_RECENT = 15
"""Days before its publication that a report without a date, or with 近日, may tell of."""
_MOST = 60
"""Amounts of a fund, a place and a year of which each is compared with each."""
_YEAR = 4
_NEAR = Decimal("0.1")
"""How far 约3亿元 may be from the amount that it stands for."""
_VAGUE = frozenset("约 近 超 逾 超过 多 余 大约 将近 左右 以上 不低于 不少于".split())
_Amounts = dict[Decimal, list[Grant]]
_Rank = tuple[tuple[Corroboration, str, Decimal], Decimal]
_INSTALMENT = re.compile(r"第?[一二三四五六七八九十\d]+批|再次|追加")


def items(known: Profile) -> Iterator[tuple[str, Grant]]:
    """Every flow of money whose fund, payer and place are known, and when it was: the month, or when it was told."""
    for one in grants(known):
        when = one.date or one.seen
        if one.kind == "flow" and not one.most and one.fund and one.payers and one.regions and len(when) >= _MONTH:
            plan = "planned" if one.stage == "planned" else ""
            yield "\t".join((one.fund, "、".join(one.regions), when[:_YEAR], one.currency, plan)), one


def reduce(key: str, found: Sequence[Grant]) -> Derived:
    """The conflicts between the amounts, and which is outweighed; what only rounds another repeats it."""
    amounts: dict[Decimal, list[Grant]] = defaultdict(list)
    for one in found:
        amounts[Decimal(one.amount)].append(one)
    if len(amounts) > _MOST:
        text = key.replace("\t", " ")
        return Derived(rejected=(Rejected("", "merge", "too many amounts to look for conflicts among them", text),))
    exact = _exact(amounts)
    # By all that tell an amount, whenever and however exactly: a ranking of pairs could go in a circle.
    ranks = {
        one: (_weight([g for a in exact if exact[a] == one for g in amounts[a]]), one) for one in set(exact.values())
    }
    edges = {edge for pair in combinations(sorted(amounts), 2) for edge in _between(amounts, exact, ranks, *pair)}
    return Derived(edges=tuple(sorted(edges)))


def rivals(one: Grant, other: Grant) -> bool:
    """Do both tell of one payer and one time, so that only one amount of a fund and a place can be right?"""
    if not set(one.payers) & set(other.payers) or not _at_one_time(one, other):
        return False
    return bool(one.date and other.date) or (_instalment(one) == _instalment(other) and not _of_two_uses(one, other))


def _of_two_uses(one: Grant, other: Grant) -> bool:
    return bool(one.target and other.target and not set(one.target) & set(other.target))


def _at_one_time(one: Grant, other: Grant) -> bool:
    if one.date and other.date:
        return one.date.startswith(other.date) or other.date.startswith(one.date)
    if one.date or other.date:
        dated, report = (one, other) if one.date else (other, one)
        return dated.date.partition("/")[0] <= late(report.seen) and _near(dated.date, report.seen)
    return _near(one.seen, other.seen)


def _near(one: str, other: str) -> bool:
    """Within some days; of what has no day, within the month."""
    if min(len(one), len(other)) == _MONTH:
        return one[:_MONTH] == other[:_MONTH]
    return bool(one and other) and days(one, other) <= _RECENT


def _instalment(one: Grant) -> str:
    """第二批, 再次: of what is told within days of each other, these are two sums."""
    found = _INSTALMENT.search(one.label) or _INSTALMENT.search(one.action)
    return found[0] if found else ""


def _met(amounts: _Amounts, one: Decimal, other: Decimal) -> tuple[list[Grant], list[Grant]]:
    """Those that tell one amount and those that tell the other, of one payer and time; none if a document tells both."""
    mine = [g for g in amounts[one] if any(rivals(g, told) for told in amounts[other])]
    theirs = [g for g in amounts[other] if any(rivals(g, told) for told in mine)]
    return ([], []) if not mine or _side_by_side(amounts, mine, theirs) else (mine, theirs)


def _exact(amounts: _Amounts) -> dict[Decimal, Decimal]:
    """Amount → itself, or the one that it rounds; of several the one that most tell."""
    exact: dict[Decimal, Decimal] = {}
    for rough in sorted(amounts, key=lambda amount: _exactness(amounts, amount), reverse=True):
        known = (other for other, itself in exact.items() if other == itself)
        found = [other for other in known if _rounds(amounts[rough], rough, other) and any(_met(amounts, rough, other))]
        exact[rough] = max(found, key=lambda other: _weight(amounts[other]), default=rough)
    return exact


def _exactness(amounts: _Amounts, amount: Decimal) -> tuple[bool, int, Decimal]:
    vague = all(g.qualifier in _VAGUE for g in amounts[amount])
    return not vague, len(amount.normalize().as_tuple().digits), amount


def _between(
    amounts: _Amounts, exact: dict[Decimal, Decimal], ranks: dict[Decimal, _Rank], low: Decimal, high: Decimal
) -> Iterator[DerivedEdge]:
    rough, fine = sorted((low, high), key=lambda amount: _exactness(amounts, amount))
    one, other = _met(amounts, rough, fine)
    if exact[rough] == fine:
        yield from (DerivedEdge(ref("fact", g.fact), "REPEATS", ref("fact", best(other).fact)) for g in one)
    if not one or exact[rough] == exact[fine] or _rounds(amounts[rough], rough, fine):
        return
    if _adds_up(amounts, one, fine) or _adds_up(amounts, other, rough):
        return
    swap = ranks[exact[rough]] > ranks[exact[fine]]
    lesser, greater = (other, one) if swap else (one, other)
    counted = ref("fact", best(greater).fact)
    yield DerivedEdge(ref("fact", best(lesser).fact), "CONFLICT", counted)
    for grant in lesser:
        yield DerivedEdge(ref("fact", grant.fact), "OUTWEIGHED_BY", counted)


def _side_by_side(amounts: _Amounts, one: Sequence[Grant], other: Sequence[Grant]) -> bool:
    """Does a document tell both amounts, of times that do not differ from those of all others?"""
    told = [
        {g.document for g in amounts[Decimal(found[0].amount)] if any(_at_one_time(g, near) for near in (*one, *other))}
        for found in (one, other)
    ]
    return bool(told[0] & told[1])


def _rounds(found: Sequence[Grant], rough: Decimal, exact: Decimal) -> bool:
    """Does 12.5亿元 stand for 12.48亿元, or 约3亿元 for 2.93亿元?"""
    if all(g.qualifier in _VAGUE for g in found):
        return abs(rough - exact) <= exact * _NEAR
    digits = len(rough.normalize().as_tuple().digits)
    if digits < 2 or len(exact.normalize().as_tuple().digits) <= digits:
        return False
    unit = Decimal(1).scaleb(exact.adjusted() - digits + 1)
    return (exact / unit).quantize(Decimal(1), ROUND_HALF_UP) * unit == rough


def _adds_up(amounts: _Amounts, found: Sequence[Grant], whole: Decimal) -> bool:
    """Does a document that tells one amount tell others of the same fund, place and time that come to the whole?"""
    parts: dict[str, Decimal] = defaultdict(Decimal)
    told = {g.document: g for g in found}
    for g in (g for tellings in amounts.values() for g in tellings):
        if g.document in told and _at_one_time(g, told[g.document]):
            parts[g.document] += Decimal(g.amount)
    return whole in parts.values()


def _weight(found: Sequence[Grant]) -> tuple[Corroboration, str, Decimal]:
    """More sources, then surer, then published later, then more."""
    told = corroborate(Telling(g.document, g.sketch, g.confidence) for g in found)
    return told, max(g.seen for g in found), max(Decimal(g.amount) for g in found)
