"""Named queries: the `.rq` files beside this module, each with its own documentation in its head.

    # Title  标题
    # --name VALUE (required)  what it means

`$name` are the nodes that a parameter means (bodies, persons, places, facts), or its text (`$role`, `$on`), `$called`
the full name of the body --of, `$time` the dates from --from to --to, `$by` what money is summed by, and `$left_out` the
property that says why an allocation is not in those sums.
A line that speaks of a parameter, be it in a comment, stands in the query only where the parameter is given: what is
not asked for costs nothing.

Every query takes `--limit N`, and says in `LIMIT $limit` where to stop looking: the rows are at most N of those there are, which
ones the graph decides (the same each time), in the order of the query.  So a list of any length begins at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from kg.annotate.divisions import ancestors, by_code, candidates
from kg.errors import QueryError, UsageError
from kg.graph.dates import bounds
from kg.graph.nodes import fact_node
from kg.graph.terms import shared, text, typed
from kg.graph.vocabulary import XSD
from kg.merge.names import body
from kg.query.run import Askable, select
from kg.query.table import Table
from kg.store import LEFT_OUT, with_tallies

__all__ = ["NamedQuery", "Parameter", "named", "names", "run_named", "unknown"]

_PARAMETER = re.compile(r"# --(?P<name>\w+) (?P<value>\S+)(?P<required> \(required\))?  (?P<help>.+)")
_PLACE = re.compile(r"\$(\w+)")
_LIMIT = "\nLIMIT $limit\n"
_BY = {"region": "地区", "fund": "资金项目", "month": "月份"}
"""What money is summed by, in Chinese."""
_DATES = {"from": "earliest", "to": "latest"}
"""Parameters that are dates, and which end of the date they mean: `--to 2020` includes its December."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One `--name VALUE`."""

    name: str
    value: str
    required: bool
    help: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the library; `fixed` are parameters that its name already gives (money-by-region)."""

    name: str
    title: str
    parameters: tuple[Parameter, ...]
    sparql: str
    fixed: tuple[tuple[str, str], ...] = ()


@cache
def named() -> Mapping[str, NamedQuery]:
    """All named queries by name."""
    folder = files("kg.query") / "queries"
    stems = sorted(entry.name.removesuffix(".rq") for entry in folder.iterdir() if entry.name.endswith(".rq"))
    found = {stem: _load(stem, (folder / f"{stem}.rq").read_text(encoding="utf-8")) for stem in stems}
    for key in LEFT_OUT:
        name, zh = f"money-by-{key}", _BY[key]
        counted = f"Public money by {key}, each yuan once.  按{zh}汇总资金（每一元只计一次）"
        left_out = f"The sums that {name} does not count, and why.  按{zh}汇总时未计入的金额及原因"
        for stem, told, title in (("money", name, counted), ("money-left-out", f"{name}-left-out", left_out)):
            found[told] = NamedQuery(told, title, (), found[stem].sparql, (("by", key),))
    return dict(sorted(found.items()))


def names() -> tuple[str, ...]:
    """The names of the library, sorted."""
    return tuple(named())


def run_named(graph: Askable, name: str, arguments: Mapping[str, str]) -> Table:
    """The answer to a named query.

    Raises QueryError for an unknown name; UsageError for a parameter that is missing, unknown or no date.
    """
    query = named().get(name)
    if query is None:
        raise QueryError(f"no query is called {name!r}; there are: {', '.join(names())}")
    known = {parameter.name for parameter in query.parameters} | {"limit"}
    unknown = sorted(set(arguments) - known)
    if unknown:
        takes = ", ".join(f"--{n}" for n in sorted(known)) or "no options"
        raise UsageError(f"{name} does not take --{unknown[0]}; it takes {takes}")
    missing = [p for p in query.parameters if p.required and p.name not in arguments]
    if missing:
        raise UsageError(f"{name} needs --{missing[0].name} {missing[0].value}")
    given = {**arguments, **dict(query.fixed)}
    sums = "by" in known | dict(query.fixed).keys()
    ways = _ways(given) if sums else [{}]
    values = {key: _value(graph, key, value) for key, value in given.items() if key not in _DATES and key != "by"}
    if "of" in given:
        values["called"] = _name(given["of"])
    if dates := {key: _date(given[key], end) for key, end in _DATES.items() if key in given}:
        values["time"] = _found(graph, _TIMES, dates)
    if sums:
        with_tallies(graph.rdf)
    tables = [select(graph.rdf, _with(query.sparql + _LIMIT, values | way)) for way in ways]
    rows = tuple(row for table in tables for row in table.rows)
    return Table(tables[0].columns, rows[: int(given["limit"])] if "limit" in given else rows)


def unknown(graph: Askable, arguments: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of bodies and persons among the arguments that nothing in the graph has, each with those most like it."""
    for key, classes in _NAMED.items():
        if key in arguments and not _value(graph, key, arguments[key]):
            name = arguments[key]
            labels = {str(row[0]) for row in select(graph.rdf, _LABELS.replace("$classes", classes)).rows}
            yield name, tuple(get_close_matches(name, sorted(labels), _NEAR))


def _with(sparql: str, values: Mapping[str, str]) -> str:
    """The query with the values in their places, and without the lines whose parameters are not given."""
    lines = (line for line in sparql.splitlines() if all(name in values for name in _PLACE.findall(line)))
    return _PLACE.sub(lambda match: values[match[1]], "\n".join(lines))


def _found(graph: Askable, sparql: str, values: Mapping[str, str]) -> str:
    """The nodes that a short query finds.

    A query that begins with the nodes it is about looks up what it needs; left to itself, the engine joins all facts first.
    """
    return " ".join(f"<{row[0]}>" for row in select(graph.rdf, _with(sparql, values)).rows)


def _ways(arguments: Mapping[str, str]) -> list[dict[str, str]]:
    """How to sum money: by one property, or by each in turn.  Raises UsageError for none of them."""
    by = arguments.get("by")
    if by is not None and by not in LEFT_OUT:
        raise UsageError(f"not a way to sum: {by!r}; there are {', '.join(LEFT_OUT)}")
    return [{"by": text(name), "left_out": term} for name, term in LEFT_OUT.items() if by in (None, name)]


def _value(graph: Askable, name: str, value: str) -> str:
    """What stands for a parameter: the nodes that are meant."""
    if name == "id":
        return " ".join(fact_node(identifier, graph.base) for identifier, _ in graph.facts_starting(value))
    if name == "region":
        return _found(graph, _PLACES, {"place": shared("region", _code(value))})
    if name == "of":
        return _found(graph, _BODIES, {"name": _name(value)})
    if name == "limit":
        return _number(value)
    if name == "role":
        return text(value, "zh")
    if name == "on":
        return text(_checked(value))
    return _found(graph, _PERSONS, {"name": text(value, "zh")})


def _number(value: str) -> str:
    """How many rows at most.  Raises UsageError for what is no number of rows."""
    if not re.fullmatch(r"[1-9]\d{0,8}", value, re.ASCII):
        raise UsageError(f"not a number of rows: {value!r}")
    return value


def _name(value: str) -> str:
    """The full name of the body that --of means."""
    return text(body(value).name, "zh")


def _checked(value: str) -> str:
    """A date as it is.  Raises UsageError for what is none."""
    if bounds(value) is None:
        raise UsageError(f"not a date: {value!r} (write 2020, 2020-01 or 2020-01-25)")
    return value


def _date(value: str, end: str) -> str:
    """The first or last second of a date.  Raises UsageError for what is none."""
    return typed(getattr(bounds(_checked(value)), end), XSD.dateTime)


_BODIES = """SELECT DISTINCT ?body WHERE {
  { ?above rdfs:label $name } UNION { ?above skos:altLabel $name }
  ?body org:subOrganizationOf* ?above .
}"""
_PERSONS = """SELECT DISTINCT ?who WHERE {
  { ?local foaf:name $name ; :identifiedAs ?who }
  UNION { ?who foaf:name|skos:altLabel $name . LATERAL { ?who a foaf:Person } }
}"""
_NAMED = {"of": "org:FormalOrganization org:OrganizationalUnit", "person": "foaf:Person"}
_LABELS = "SELECT DISTINCT ?label WHERE { VALUES ?class { $classes } ?node a ?class ; rdfs:label ?label }"
_NEAR = 3
_PLACES = "SELECT DISTINCT ?place WHERE { ?place schema:containedInPlace* $place }"
# The texts of dates compare as the dates do, save for their last seconds: what is out of reach costs no look-up.
_TIMES = """SELECT DISTINCT ?time WHERE {
  ?time :iso ?text .
  FILTER(CONCAT(IF(CONTAINS(?text, "/"), STRAFTER(?text, "/"), ?text), "~") >= STR($from))
  FILTER(STRBEFORE(CONCAT(?text, "/"), "/") <= STR($to))
  LATERAL { ?time :earliest ?earliest ; :latest ?latest }
  FILTER(?latest >= $from)
  FILTER(?earliest <= $to)
}"""


def _code(value: str) -> str:
    """The code of a place by its code or name.  Raises UsageError where none, or more than one, is meant."""
    if by_code(value):
        return value
    found = candidates(value)
    if len(found) == 1:
        return found[0].code
    full = ("/".join(above.name for above in reversed(list(ancestors(region)))) for region in found)
    some = ", ".join(f"{region.code} {name}" for region, name in zip(found, full, strict=True))
    raise UsageError(f"several places are called {value!r}; give a code: {some}" if found else f"no such place: {value!r}")


def _load(name: str, sparql: str) -> NamedQuery:
    head = [line for line in sparql.split("PREFIX", 1)[0].splitlines() if line.startswith("# ")]
    found = (match for match in map(_PARAMETER.match, head[1:]) if match)
    parameters = tuple(Parameter(m["name"], m["value"], bool(m["required"]), m["help"]) for m in found)
    return NamedQuery(name, head[0][2:], parameters, sparql)
