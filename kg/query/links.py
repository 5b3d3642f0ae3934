"""Why are two of one name one person, or two?  The terms of the sum, from the graph alone.

print(explain_link("exports", "4f1c", "9a02").text())

Each of the two is a person, a person of one document, or a fact about one, by the beginning of its id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product
from pathlib import Path

import networkx as nx

from kg.errors import UsageError
from kg.graph.nodes import fact_node
from kg.merge.comparisons import THRESHOLD, compare, excludes, weight
from kg.merge.levels import Term
from kg.merge.namesakes import said
from kg.merge.traits import Traits, distinct
from kg.query.namesakes import local_id, namesakes
from kg.query.run import Askable, open_graph, select

__all__ = ["LinkExplanation", "Pair", "explain_link"]

_NAMES = {
    "name": "name 姓名", "organization": "organization 机构", "region": "region 地区", "role": "rank 职级", "seniority": "seniority 层级",
    "time": "time 时间", "companion": "companions 同现", "birth": "birth 出生", "gender": "gender 性别",
    "ethnicity": "ethnicity 民族", "origin": "origin 籍贯", "identifier": "identifier 编号",
}  # fmt: skip
_RULINGS = {
    "same": "one person, whatever the sum: the user's correction 人工更正：同一人",
    "different": "two persons, whatever the sum: the user's correction 人工更正：不同的人",
}
_SHOWN = 4
_NAMED = """
SELECT DISTINCT ?local ?name ?person WHERE {{
  ?local a :LocalPerson ; :identifiedAs ?person .
  FILTER(STRSTARTS(REPLACE(STR(?person), "^.*/", ""), "{prefix}") || STRSTARTS(REPLACE(STR(?local), "^.*/", ""), "{prefix}"))
  LATERAL {{ ?local foaf:name ?name }}
}} ORDER BY ?local ?name"""
_TOLD_OF = """
SELECT DISTINCT ?local ?name ?person WHERE {{
  VALUES ?fact {{ {facts} }}
  ?fact org:member|:participant ?local .
  LATERAL {{ ?local a :LocalPerson ; foaf:name ?name ; :identifiedAs ?person }}
}} ORDER BY ?local ?name"""
_FACTS = 1000
"""Facts whose ids begin alike, at most: more of them are hardly about one person."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles, each as what its documents say, the terms of their sum, and what the user says: same, different, ""."""

    one: str
    other: str
    terms: tuple[Term, ...]
    ruling: str = ""

    @property
    def weight(self) -> float:
        return weight(self.terms)

    def lines(self) -> Iterator[str]:
        """One line a term, then the sum."""
        yield f"  A  {self.one}"
        yield f"  B  {self.other}"
        for term in self.terms:
            chinese, english = term.words
            yield f"  {term.weight:+7.2f}  {_NAMES[term.comparison]}: {english}；{chinese}"
        yield f"  {self.weight:+7.2f}  sum 合计, threshold 阈值 {THRESHOLD:+.2f}"
        if self.ruling:
            yield f"  {_RULINGS[self.ruling]}"


@dataclass(frozen=True, slots=True)
class LinkExplanation:
    """`same` says whether the graph has one person; `pairs` the two, or the chain of profiles that links them."""

    name: str
    same: bool
    pairs: tuple[Pair, ...]

    def text(self) -> str:
        """The explanation as lines for the screen, with a line feed at the end."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield f"{self.name}: {'one person 同一人' if self.same else 'two persons 两人'}"
        if not self.pairs:
            yield "  the same posts in all documents, nothing to weigh 各文献所载职务相同"
        if len(self.pairs) > 1:
            yield f"linked through {len(self.pairs) - 1} others 经由其他文献相连"
        for pair in self.pairs:
            yield ""
            yield from pair.lines()
            if not self.same and not pair.ruling and pair.weight >= THRESHOLD:
                yield "  kept apart by what else is known of either 因其他矛盾未合并"


def explain_link(graph: str | Path, one: str, other: str) -> LinkExplanation:
    """Explain why `one` and `other` of a graph (a folder, or a `.ttl` file) are one person or two.

    Raises UsageError where an id is nobody's, or several people's, or the two have different names.
    """
    with open_graph(graph) as source:
        return _explained(source, one, other)


def _explained(graph: Askable, one: str, other: str) -> LinkExplanation:
    (names, person, first), (other_names, other_person, second) = _who(graph, one), _who(graph, other)
    if not names & other_names:
        told = " and ".join("、".join(sorted(some)) for some in (names, other_names))
        raise UsageError(f"{told} have different names: they are never compared")
    name = min(names & other_names)
    profiles = distinct(namesakes(lambda sparql: select(graph.rdf, sparql), name))
    left, right = _owning(profiles, first), _owning(profiles, second)
    same = person == other_person
    return LinkExplanation(name, same, tuple(_chain(profiles, left, right) if same else [_best(profiles, left, right)]))


def _who(graph: Askable, prefix: str) -> tuple[frozenset[str], str, frozenset[str]]:
    """Names, person, and the persons of documents that are meant."""
    prefix = prefix.strip().lower()
    if not prefix.isalnum():
        raise UsageError(f"no id: {prefix!r}")
    facts = (fact_node(identifier, graph.base) for identifier, _ in islice(graph.facts_starting(prefix), _FACTS))
    asked = (_NAMED.format(prefix=prefix), _TOLD_OF.format(facts=" ".join(facts)))
    rows = (row for sparql in asked for row in select(graph.rdf, sparql))
    found = [(str(row["name"]), str(row["person"]), str(row["local"])) for row in rows]
    meant = sorted({(name, person) for name, person, _ in found})
    if len({person for _, person in meant}) != 1:
        told = "; ".join(f"{name} {local_id(person)[:12]}" for name, person in meant[:_SHOWN]) or "nobody"
        raise UsageError(f"{prefix!r} is the id of {told}; give that of one person, or of a fact about one")
    return frozenset(name for name, _ in meant), meant[0][1], frozenset(local_id(local) for _, _, local in found)


def _owning(profiles: Sequence[Traits], locals_: frozenset[str]) -> list[int]:
    return [at for at, traits in enumerate(profiles) if any(item.local in locals_ for item in traits.items)]


def _pair(profiles: Sequence[Traits], one: int, other: int) -> Pair:
    ruling = next((kind for kind in _RULINGS if {(one, other), (other, one)} & set(said(profiles, kind))), "")
    return Pair(_told(profiles[one]), _told(profiles[other]), compare(profiles[one], profiles[other]), ruling)


def _best(profiles: Sequence[Traits], left: Sequence[int], right: Sequence[int]) -> Pair:
    """The pair that decides: one that keeps them apart, else the heaviest."""
    pairs = [_pair(profiles, one, other) for one, other in product(left, right)]
    return min(pairs, key=lambda pair: (not pair.ruling, not excludes(pair.terms), -pair.weight, pair.one, pair.other))


def _chain(profiles: Sequence[Traits], left: Sequence[int], right: Sequence[int]) -> list[Pair]:
    """The shortest way from one profile to the other over links."""
    if set(left) & set(right):
        return []
    links: nx.Graph[int] = nx.Graph()
    links.add_nodes_from(range(len(profiles)))
    for one, other in product(range(len(profiles)), repeat=2):
        if one < other and weight(compare(profiles[one], profiles[other])) >= THRESHOLD:
            links.add_edge(one, other)
    links.add_edges_from(said(profiles, "same"))
    links.remove_edges_from(list(said(profiles, "different")))
    ways = [nx.shortest_path(links, a, b) for a, b in product(left, right) if nx.has_path(links, a, b)]
    way = min(ways, key=lambda found: (len(found), found))
    return [_pair(profiles, one, other) for one, other in pairwise(way)]


def _told(traits: Traits) -> str:
    """湖北省财政厅副厅长（2015-06-12…2016-04-20）；1967-03 生."""
    days = sorted({item.seen for item in traits.items if item.seen})
    when = "" if not days else days[0] if len(days) == 1 else f"{days[0]}…{days[-1]}"
    posts = "、".join(post.label for post in traits.posts) or "no post 无职务"
    born = f"；{traits.vitals.birth}生" if traits.vitals.birth else ""
    number = f"；{traits.identifiers[0][1]}" if traits.identifiers else ""
    return f"{posts}{f'（{when}）' if when else ''}{born}{number}"
