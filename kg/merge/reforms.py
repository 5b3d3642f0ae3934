"""Kind `change`: what a body became, so that a question across years finds both (a block is a family of reforms).

    中国银监会, 中国保监会 –2018→ 中国银保监会 –2023→ 国家金融监督管理总局
    湖北省卫生厅 –2013, 2018→ 湖北省卫生健康委员会

Only bodies that a document names are linked: where one between them is not named, the change spans its years.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.annotate.divisions import by_code
from kg.merge.derived import Derived, DerivedEdge, DerivedNode, ref
from kg.merge.identity import lineage, organization_ref
from kg.merge.names import Body, body
from kg.merge.profile import Profile
from kg.merge.tables import Reform, hierarchy, reforms
from kg.model import content_hash

__all__ = ["ReformItem", "items", "names_across", "reduce", "successors"]


@dataclass(frozen=True, slots=True, order=True)
class ReformItem:
    """The body, by its canonical name, is in the graph."""

    name: str


@cache
def _families() -> dict[str, str]:
    """Row of a body or pattern → the least row that reforms connect it with."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for reform in reforms():
        rows = {*reform.originals, *reform.results}
        for row in rows:
            neighbours[row] |= rows
    found: dict[str, str] = {}
    for least in sorted(neighbours):
        queue = [] if least in found else [least]
        while queue:
            row = queue.pop()
            if row not in found:
                found[row] = least
                queue += neighbours[row]
    return found


def items(known: Profile) -> Iterator[tuple[str, ReformItem]]:
    """Each body of the document that a reform touched, and those above it."""
    for entity in known.entities:
        if entity.type == "organization":
            for found in lineage(entity.name):
                family = _families().get(found.row)
                if family:
                    yield f"{family} {found.place}".strip(), ReformItem(found.name)


def successors(found: Body) -> list[tuple[Reform, str]]:
    """(reform, row) of each step that a body took, by the reforms of its place."""
    steps = [(reform, row) for reform in reforms() if found.row in reform.originals for row in reform.results]
    return [(reform, row) for reform, row in steps if _applies(reform, found.region)]


@lru_cache(maxsize=65536)
def names_across(found: Body) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of the bodies that it came from, and of those that it became; where a place may have chosen, none.

    So a question about 国家卫健委 finds a graph that names 卫生部 only.
    """
    earlier = _reached(
        found, lambda row: [a for r in reforms() if row in r.results for a in r.originals if _at(r, found)]
    )
    later = _reached(
        found, lambda row: [b for r, b in _onwards(row, found) if len(r.results) == 1 or b.startswith("body:")]
    )
    return earlier, later


def _at(reform: Reform, found: Body) -> bool:
    return _applies(reform, found.region)


def _onwards(row: str, start: Body) -> list[tuple[Reform, str]]:
    """The steps from a body; a later one that was divided leads nowhere: 煤炭工业部 did not become 商务部."""
    steps = successors(Body("", row=row, region=start.region))
    return steps if row == start.row else [(reform, result) for reform, result in steps if len(reform.results) == 1]


def _reached(found: Body, step: Callable[[str], list[str]]) -> tuple[str, ...]:
    seen, queue = {found.row}, [found.row]
    while found.row and queue:
        fresh = [row for row in step(queue.pop()) if row not in seen]
        seen.update(fresh)
        queue += fresh
    return tuple(sorted(body(found.place + hierarchy()[row].name).name for row in seen - {found.row}))


def _applies(reform: Reform, region: str | None) -> bool:
    """Was this reform made in the place?  Provinces have 厅 where municipalities and all below have 局."""
    known = by_code(region) if region else None
    province = known is not None and known.level == 1 and known.kind != "municipality"
    return not reform.applies_to or (known is not None and (reform.applies_to == "province") == province)


def reduce(key: str, found: Sequence[ReformItem]) -> Derived:
    """One change for each path from a body named to the next one named; of several bodies with one path, one."""
    named = {known.row: known for known in (body(item.name) for item in found)}
    changes: dict[tuple[Reform, ...], set[tuple[str, str]]] = defaultdict(set)
    for row, known in named.items():
        for path, result in _next(known, named):
            changes[path].add((row, result))
    nodes, edges = [], set()
    for path, pairs in changes.items():
        change = _change(path, key)
        before, after = ({pair[side] for pair in pairs} for side in (0, 1))
        label = " → ".join("、".join(sorted(named[row].name for row in rows)) for rows in (before, after))
        nodes.append(DerivedNode(change, label, tuple(("year", year) for year in sorted({r.year for r in path}))))
        edges |= {DerivedEdge(change, "ORIGINAL", organization_ref(named[row])) for row in before}
        edges |= {DerivedEdge(change, "RESULTING", organization_ref(named[row])) for row in after}
    return Derived(tuple(sorted(nodes)), tuple(sorted(edges)))


def _next(start: Body, named: dict[str, Body]) -> Iterator[tuple[tuple[Reform, ...], str]]:
    """The shortest paths of reforms to the bodies named that come next, through those that are not named."""
    queue: deque[tuple[tuple[Reform, ...], str]] = deque([((), start.row)])
    seen = {start.row}
    while queue:
        path, row = queue.popleft()
        for reform, result in _onwards(row, start):
            if result in seen:
                continue
            seen.add(result)
            if result in named:
                yield (*path, reform), result
            else:
                queue.append(((*path, reform), result))


def _change(path: Sequence[Reform], key: str) -> str:
    """The ref of a change: that of the ontology for one reform of listed bodies, else a hash."""
    if len(path) == 1 and path[0].originals[0].startswith("body:"):
        return ref("change", path[0].id)
    return ref("change", content_hash("change", key, *(reform.id for reform in path)))
