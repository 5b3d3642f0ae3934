"""Why are two of one name one person, or two?  The terms of the sum, from the graph alone.

print(explain_link("exports", "4f1c", "9a02").text())

Each of the two is a person, a person of one document, or a fact about one, by the beginning of its id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

import networkx as nx

from kg.errors import UsageError
from kg.merge.comparisons import THRESHOLD, Term, compare, excludes, weight
from kg.merge.derived import ref
from kg.merge.persons import companions, hint
from kg.merge.traits import PersonItem, Post, Traits, distinct
from kg.merge.vitals import Vitals
from kg.query.run import open_graph, select
from kg.query.table import Table

__all__ = ["LinkExplanation", "Pair", "explain_link"]

Ask = Callable[[str], Table]
_NAMES = {
    "name": "name 姓名", "organization": "organization 机构", "region": "region 地区", "role": "rank 职级", "seniority": "seniority 层级",
    "time": "time 时间", "companion": "companions 同现", "birth": "birth 出生", "gender": "gender 性别",
    "ethnicity": "ethnicity 民族", "origin": "origin 籍贯", "identifier": "identifier 编号",
}  # fmt: skip
_SHOWN = 4
_LOCALS = """
SELECT ?local ?name ?person ?document ?seen ?birth ?gender ?ethnicity ?origin ?own_id ?wikidata WHERE {{
  ?local a :LocalPerson ; rdfs:label ?name ; :identifiedAs ?person ; :inDocument ?document .
  FILTER(STR(?name) = "{name}")
  OPTIONAL {{ ?document dcterms:issued ?seen }}
  OPTIONAL {{ ?local schema:birthDate ?birth }}
  OPTIONAL {{ ?local schema:gender ?gender }}
  OPTIONAL {{ ?local :ethnicity ?ethnicity }}
  OPTIONAL {{ ?local :nativePlace ?origin }}
  OPTIONAL {{ ?local schema:identifier ?own_id }}
  OPTIONAL {{ ?local schema:sameAs ?wikidata }}
}} ORDER BY ?local"""
_POSTS = """
SELECT ?local ?fact ?role ?status ?since ?until ?organization ?body WHERE {{
  ?fact org:member ?local ; :roleText ?role ; :status ?status ; org:organization/:identifiedAs ?organization .
  ?organization rdfs:label ?body .
  ?local rdfs:label ?name .
  FILTER(STR(?name) = "{name}")
  OPTIONAL {{ ?fact :since ?since }}
  OPTIONAL {{ ?fact :until ?until }}
}} ORDER BY ?local ?fact"""
_HINTS = """
SELECT ?local ?body WHERE {{
  ?local a :LocalPerson ; rdfs:label ?name ; :organizationText ?body .
  FILTER(STR(?name) = "{name}")
}} ORDER BY ?local ?body"""
_TOGETHER = """
SELECT DISTINCT ?document ?other ?quote WHERE {{
  ?local a :LocalPerson ; rdfs:label ?name ; :inDocument ?document .
  FILTER(STR(?name) = "{name}")
  ?else a :LocalPerson ; :inDocument ?document ; rdfs:label ?other .
  ?fact org:member|:participant ?else ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote .
}} ORDER BY ?document ?other ?quote"""
_WHO = """
SELECT DISTINCT ?local ?name ?person WHERE {{
  ?local a :LocalPerson ; rdfs:label ?name ; :identifiedAs ?person .
  OPTIONAL {{ ?fact org:member|:participant ?local }}
  FILTER(STRSTARTS(REPLACE(STR(?person), "^.*/", ""), "{prefix}") || STRSTARTS(REPLACE(STR(?local), "^.*/", ""), "{prefix}")
    || (BOUND(?fact) && STRSTARTS(REPLACE(STR(?fact), "^.*/", ""), "{prefix}")))
}} ORDER BY ?local"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles, each as what its documents say, and the terms of their sum."""

    one: str
    other: str
    terms: tuple[Term, ...]

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
            if not self.same and pair.weight >= THRESHOLD:
                yield "  kept apart by what else is known of either 因其他矛盾未合并"


def explain_link(graph: str | Path, one: str, other: str) -> LinkExplanation:
    """Explain why `one` and `other` of a graph (a folder, or a `.ttl` file) are one person or two.

    Raises UsageError where an id is nobody's, or several people's, or the two have different names.
    """
    with open_graph(graph) as source:
        rdf = source.rdf
        return _explained(lambda sparql: select(rdf, sparql), one, other)


def _explained(ask: Ask, one: str, other: str) -> LinkExplanation:
    (name, person, first), (other_name, other_person, second) = _who(ask, one), _who(ask, other)
    if name != other_name:
        raise UsageError(f"{name} and {other_name} have different names: they are never compared")
    profiles = distinct(_items(ask, name))
    left, right = _owning(profiles, first), _owning(profiles, second)
    same = person == other_person
    return LinkExplanation(name, same, tuple(_chain(profiles, left, right) if same else [_best(profiles, left, right)]))


def _who(ask: Ask, prefix: str) -> tuple[str, str, frozenset[str]]:
    """Name, person, and the persons of documents that are meant."""
    prefix = prefix.strip().lower()
    if not prefix.isalnum():
        raise UsageError(f"no id: {prefix!r}")
    found = [(str(row["name"]), str(row["person"]), str(row["local"])) for row in ask(_WHO.format(prefix=prefix))]
    meant = sorted({(name, person) for name, person, _ in found})
    if len(meant) != 1:
        told = "; ".join(f"{name} {_last(person)[:12]}" for name, person in meant[:_SHOWN]) or "nobody"
        raise UsageError(f"{prefix!r} is the id of {told}; give that of one person, or of a fact about one")
    return *meant[0], frozenset(_last(local) for _, _, local in found)


def _items(ask: Ask, name: str) -> list[PersonItem]:
    """Everybody of that name, as the derived layer compares them."""
    quoted = name.replace("\\", "").replace('"', "")
    posts, together = _posts(ask, quoted), _companions(ask, quoted)
    found: dict[str, PersonItem] = {}
    for row in ask(_LOCALS.format(name=quoted)):
        values = {key: "" if value is None else str(value) for key, value in row.items()}
        local, document = _last(values["local"]), values["document"]
        vitals = Vitals(values["gender"], values["ethnicity"], values["birth"], values["origin"])
        identifiers = (("own_id", values["own_id"]), ("wikidata", _last(values["wikidata"])))
        found[local] = PersonItem(
            local,
            name,
            tuple(sorted(posts[local])),
            (),
            values["seen"],
            together.get(document, {}).get(name, ()),
            vitals,
            int(any(post.status == "hint" for post in posts[local]) or any(value for _, value in identifiers)),
            tuple((key, value) for key, value in identifiers if value),
        )
    return [found[local] for local in sorted(found)]


def _posts(ask: Ask, name: str) -> dict[str, set[Post]]:
    found: dict[str, set[Post]] = defaultdict(set)
    for row in ask(_POSTS.format(name=name)):
        values = {key: "" if value is None else str(value) for key, value in row.items()}
        organization = ref("organization", _last(values["organization"]))
        rest = (values["role"], values["status"], values["since"], values["until"], _last(values["fact"]))
        found[_last(values["local"])].add(Post(organization, *rest, values["body"]))
    for row in ask(_HINTS.format(name=name)):
        found[_last(str(row["local"]))].add(hint(str(row["body"])))
    return found


def _companions(ask: Ask, name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    named: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in ask(_TOGETHER.format(name=name)):
        named[str(row["document"])].append((str(row["other"]), str(row["quote"])))
    return {document: dict(companions(iter(pairs))) for document, pairs in named.items()}


def _owning(profiles: Sequence[Traits], locals_: frozenset[str]) -> list[int]:
    return [at for at, traits in enumerate(profiles) if any(item.local in locals_ for item in traits.items)]


def _pair(profiles: Sequence[Traits], one: int, other: int) -> Pair:
    return Pair(_told(profiles[one]), _told(profiles[other]), compare(profiles[one], profiles[other]))


def _best(profiles: Sequence[Traits], left: Sequence[int], right: Sequence[int]) -> Pair:
    """The pair that decides: one that keeps them apart, else the heaviest."""
    pairs = [_pair(profiles, one, other) for one, other in product(left, right)]
    return min(pairs, key=lambda pair: (not excludes(pair.terms), -pair.weight, pair.one, pair.other))


def _chain(profiles: Sequence[Traits], left: Sequence[int], right: Sequence[int]) -> list[Pair]:
    """The shortest way from one profile to the other over links."""
    if set(left) & set(right):
        return []
    links: nx.Graph[int] = nx.Graph()
    links.add_nodes_from(range(len(profiles)))
    for one, other in product(range(len(profiles)), repeat=2):
        if one < other and weight(compare(profiles[one], profiles[other])) >= THRESHOLD:
            links.add_edge(one, other)
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


def _last(iri: str) -> str:
    return iri.rpartition("/")[2]
