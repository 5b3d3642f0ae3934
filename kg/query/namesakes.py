"""Everybody of one name in a graph, with what each document says of them: what the derived layer compares.

    items = namesakes(lambda sparql: select(rdf, sparql), "王建军")
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from kg.graph.terms import text
from kg.merge.derived import ref
from kg.merge.persons import companions, hint
from kg.merge.traits import PersonItem, Post
from kg.merge.vitals import Vitals
from kg.query.table import Table

__all__ = ["local_id", "namesakes"]

Ask = Callable[[str], Table]
_LOCALS = """
SELECT ?local ?label ?person ?document ?seen ?birth ?gender ?ethnicity ?origin ?own_id ?wikidata WHERE {{
  ?local foaf:name {name} .
  LATERAL {{ ?local a :LocalPerson ; rdfs:label ?label ; :identifiedAs ?person ; :inDocument ?document }}
  LATERAL {{ OPTIONAL {{ ?document dcterms:issued ?seen }} }}
  LATERAL {{ OPTIONAL {{ ?local schema:birthDate ?birth }} }}
  LATERAL {{ OPTIONAL {{ ?local schema:gender ?gender }} }}
  LATERAL {{ OPTIONAL {{ ?local :ethnicity ?ethnicity }} }}
  LATERAL {{ OPTIONAL {{ ?local :nativePlace ?origin }} }}
  LATERAL {{ OPTIONAL {{ ?local schema:identifier ?own_id }} }}
  LATERAL {{ OPTIONAL {{ ?local schema:sameAs ?wikidata }} }}
}} ORDER BY ?local"""
_POSTS = """
SELECT ?local ?fact ?role ?status ?since ?until ?organization ?body WHERE {{
  ?local foaf:name {name} .
  LATERAL {{ ?fact org:member ?local }}
  LATERAL {{ ?fact :roleText ?role ; :status ?status ; org:organization ?named }}
  LATERAL {{ ?named :identifiedAs ?organization ; rdfs:label ?label }}
  LATERAL {{ OPTIONAL {{ ?named skos:prefLabel ?meant }} }}
  BIND(COALESCE(?meant, ?label) AS ?body)
  LATERAL {{ OPTIONAL {{ ?fact :since ?since }} }}
  LATERAL {{ OPTIONAL {{ ?fact :until ?until }} }}
}} ORDER BY ?local ?fact"""
_HINTS = """
SELECT ?local ?body WHERE {{
  ?local foaf:name {name} .
  LATERAL {{ ?local a :LocalPerson ; :organizationText ?body }}
}} ORDER BY ?local ?body"""
_RULED = """
SELECT ?local ?kind ?entry WHERE {{
  ?local foaf:name {name} .
  LATERAL {{ ?entry :concerns ?local ; :correctionKind ?kind }}
}} ORDER BY ?local ?kind ?entry"""
_TOGETHER = """
SELECT DISTINCT ?document ?other ?quote WHERE {{
  ?local foaf:name {name} .
  LATERAL {{ ?local a :LocalPerson ; :inDocument ?document }}
  LATERAL {{ ?else :inDocument ?document }}
  LATERAL {{ ?else a :LocalPerson ; rdfs:label ?other }}
  LATERAL {{ ?fact org:member|:participant ?else }}
  LATERAL {{ ?fact prov:wasDerivedFrom/oa:hasSelector/oa:exact ?quote }}
}} ORDER BY ?document ?other ?quote"""


def namesakes(ask: Ask, name: str) -> list[PersonItem]:
    """Everybody of that name, as the derived layer compares them."""
    quoted = text(name, "zh")
    posts, together, ruled = _posts(ask, quoted), _companions(ask, quoted), _ruled(ask, quoted)
    found: dict[str, PersonItem] = {}
    for row in ask(_LOCALS.format(name=quoted)):
        values = {key: "" if value is None else str(value) for key, value in row.items()}
        local, document = local_id(values["local"]), values["document"]
        vitals = Vitals(values["gender"], values["ethnicity"], values["birth"], values["origin"])
        identifiers = (("own_id", values["own_id"]), ("wikidata", local_id(values["wikidata"])))
        found[local] = PersonItem(
            local,
            name,
            tuple(sorted(posts[local])),
            (),
            values["seen"],
            together.get(document, {}).get(values["label"], ()),
            vitals,
            int(any(post.status == "hint" for post in posts[local]) or any(value for _, value in identifiers)),
            tuple((key, value) for key, value in identifiers if value),
            tuple(sorted(ruled[local])),
        )
    return [found[local] for local in sorted(found)]


def _posts(ask: Ask, name: str) -> dict[str, set[Post]]:
    found: dict[str, set[Post]] = defaultdict(set)
    for row in ask(_POSTS.format(name=name)):
        values = {key: "" if value is None else str(value) for key, value in row.items()}
        organization = ref("organization", local_id(values["organization"]))
        rest = (values["role"], values["status"], values["since"], values["until"], local_id(values["fact"]))
        found[local_id(values["local"])].add(Post(organization, *rest, values["body"]))
    for row in ask(_HINTS.format(name=name)):
        found[local_id(str(row["local"]))].add(hint(str(row["body"])))
    return found


def _ruled(ask: Ask, name: str) -> dict[str, set[tuple[str, str]]]:
    """What the user says of them: (same, entry), (different, entry)."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in ask(_RULED.format(name=name)):
        found[local_id(str(row["local"]))].add((str(row["kind"]), local_id(str(row["entry"]))))
    return found


def _companions(ask: Ask, name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    named: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in ask(_TOGETHER.format(name=name)):
        named[str(row["document"])].append((str(row["other"]), str(row["quote"])))
    return {document: dict(companions(iter(pairs))) for document, pairs in named.items()}


def local_id(iri: str) -> str:
    """The last part of an IRI: https://…/person/4f1c → 4f1c; of nothing, nothing."""
    return iri.rpartition("/")[2]
