"""Careers: one row a spell, for the study of who was where when; what `kg careers` writes.

    person_id, person, organization, region_code, region_level, role, status, rank, rank_basis, start, start_basis, …

Dates are ISO 8601 of the precision known; an end that nobody tells is empty, and `last_seen` is none.
"""

from __future__ import annotations

from itertools import groupby

from kg.annotate.divisions import by_code
from kg.merge.names import body
from kg.query.named import run_named
from kg.query.run import Askable
from kg.query.table import Cell, Table

__all__ = ["COLUMNS", "careers", "territory"]

COLUMNS = (
    "person_id", "person", "organization", "region_code", "region_level", "role", "status", "rank", "rank_basis",
    "start", "start_basis", "start_known", "end", "end_basis", "end_known", "first_seen", "last_seen", "sources",
    "confidence", "evidence", "documents",
)  # fmt: skip
"""`status` is full or acting; `…_known` the publication of the first document that says so; `evidence` ids of facts."""
_ORDER = ("person", "person_id", "start", "first_seen", "end", "role", "organization", "evidence")
_LEVELS = ("", "province", "prefecture", "county")
_LOCAL_KINDS = frozenset(
    {"bank", "central_enterprise", "finance", "international", "kind", "policy_bank", "university"}
)
"""Kinds of listed bodies that are no organs of the centre."""
_SAME = {
    "person": "person", "organization": "organization", "role": "role", "status": "status", "rank": "rank",
    "rank_basis": "rank_basis", "since": "start", "since_basis": "start_basis", "since_known": "start_known",
    "until": "end", "until_basis": "end_basis", "until_known": "end_known", "first_seen": "first_seen",
    "last_seen": "last_seen", "sources": "sources", "confidence": "confidence",
}  # fmt: skip


def careers(graph: Askable) -> Table:
    """All spells of a graph, sorted by person, then time.

    Two people of one name in one post, whom the graph tells apart, are two rows.  A spell of several documents has the
    ids of all its facts, joined by blanks.
    """
    found = list(run_named(graph, "careers", {}))
    spells = [list(same) for _, same in groupby(found, key=lambda row: (row["who"], row["spell"]))]
    rows = [_row(same) for same in spells]
    rows.sort(key=lambda row: [str(row[name] or "~") for name in _ORDER])
    return Table(COLUMNS, tuple(tuple(row[name] for name in COLUMNS) for row in rows))


def _row(facts: list[dict[str, Cell]]) -> dict[str, Cell]:
    first = facts[0]
    code, level = territory(str(first["organization"] or ""))
    return {column: first[name] for name, column in _SAME.items()} | {
        "person_id": str(first["who"]).rpartition("/")[2],
        "region_code": code,
        "region_level": level,
        "evidence": " ".join(str(fact["fact_id"]) for fact in facts),
        "documents": "、".join(sorted({str(fact["document"]) for fact in facts})),
    }


def territory(organization: str) -> tuple[str | None, str | None]:
    """The code and the level of the place whose body this is; of a central one no code, and `central`."""
    known = body(organization)
    while known.parent and not known.region:
        known = body(known.parent)
    region = by_code(known.region) if known.region else None
    if region:
        return region.code, _LEVELS[region.level]
    return None, "central" if known.id and known.kind not in _LOCAL_KINDS else None
