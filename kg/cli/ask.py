"""Commands that ask a graph, or the extractor: query, explain, validate, evaluate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from kg.cli.screen import say
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.model import Document
    from kg.query import Table

__all__ = ["evaluate", "explain", "query", "validate"]

_LEFT_OUT = "-left-out"


def _list_queries(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    """`--list`, which needs no graph."""
    if asked:
        click.echo("\n".join(_listing()))
        ctx.exit()


def _listing() -> Iterator[str]:
    from kg.query import named

    for name, known in named().items():
        yield f"{name:<26} {known.title}"
        for parameter in known.parameters:
            flag = f"--{parameter.name} {parameter.value}"
            yield f"{'':28}{flag:<22} {parameter.help}{' (required)' if parameter.required else ''}"
    yield f"{'of any of them':<28}{'--limit N':<22} no more rows than that, whichever are at hand  行数上限"


@click.command(short_help="SPARQL, and named queries 查询")
@click.argument("graph", metavar="GRAPH")
@click.argument("sparql", required=False)
@click.option("--name", metavar="QUERY", help="A named query.  预设查询")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=_list_queries, help="The named queries."
)
@click.option("--of", metavar="ORG", help="officials, holders, reforms …: this body, by any of its names.  机构")
@click.option("--role", metavar="ROLE", help="holders: of this post.  职务")
@click.option("--on", metavar="DATE", help="holders: on this day, or in this month or year.  日期")
@click.option("--person", metavar="NAME", help="posts, career, predecessors: of this person.  人物")
@click.option("--region", metavar="PLACE", help="allocations: of this place and those in it.  地区")
@click.option("--from", "from_", metavar="DATE", help="events, allocations: not before 2020, 2020-01 or 2020-01-25.  起")
@click.option("--to", metavar="DATE", help="events, allocations: not after.  止")
@click.option("--id", metavar="ID", help="evidence: of the fact whose id begins so.  事实编号")
@click.option("--by", metavar="KEY", help="money, money-left-out: region, fund or month.  口径")
@click.option("--limit", metavar="N", help="No more rows of a named query than that, whichever are at hand.  行数上限")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
def query(graph: str, sparql: str | None, name: str | None, form: str, **arguments: str | None) -> int:
    """Ask a graph: SPARQL, or a named query.  GRAPH is a folder that kg build made, or a .ttl file.

    查询图谱：可写 SPARQL，也可用预设查询。

    \b
      kg query exports --name officials --of 交通运输部
      kg query exports --name money-by-region --format csv
      kg query exports 'SELECT ?name WHERE { ?p a foaf:Person ; rdfs:label ?name }'

    The prefixes of the ontology (: org foaf schema time prov oa skos dcterms rdfs) need no declaration.
    """
    from kg.query import named, open_graph, run_named, select
    from kg.query.named import unknown

    if (sparql is None) == (name is None):
        raise UsageError("give either a SPARQL query or --name QUERY (kg query --list shows them)")
    given = {key.rstrip("_"): value for key, value in arguments.items() if value is not None}
    if sparql is not None:
        if given:
            raise UsageError(f"--{min(given)} goes with --name, not with a SPARQL query")
        with open_graph(graph) as source:
            click.echo(_rendered(select(source.rdf, sparql), form), nl=False)
        return 0
    assert name is not None
    with open_graph(graph) as source:
        found = run_named(source, name, given)
        click.echo(_rendered(found, form), nl=False)
        for missing, near in () if len(found) else unknown(source, given):
            like = f"; like it 相近: {'、'.join(near)}" if near else ""
            say(f"nothing in the graph is called {missing} 图中无此名称{like}")
        if name + _LEFT_OUT in named():
            _left_out(run_named(source, name + _LEFT_OUT, given), name, form)
    return 0


def _left_out(table: Table, name: str, form: str) -> None:
    """What a sum does not count: below it in a table; other forms hold one table, so only a word on where to find it."""
    if len(table) and form == "table":
        click.echo(f"\nnot counted 未计入\n{_rendered(table, form)}", nl=False)
    elif len(table):
        say(f"{len(table)} sums are not counted; --name {name}{_LEFT_OUT} lists them with the reason")


def _rendered(table: Table, form: str) -> str:
    return {"table": table.text, "csv": table.csv, "json": table.json}[form]()


@click.command(short_help="Why a fact is there 说明一条事实")
@click.argument("graph", metavar="GRAPH")
@click.argument("fact_id", metavar="FACT_ID", required=False)
@click.option(
    "--link", nargs=2, metavar="A B", help="Why two of one name are one person or two: ids of persons or facts.  同名辨析"
)
def explain(graph: str, fact_id: str | None, link: tuple[str, str] | None) -> int:
    """Say why a fact is in a graph: its sentence with the parts marked, its rule, what was filled in and from where,
    and what its confidence rests on.  FACT_ID may be the beginning of an id.

    说明一条事实：原文与标注、所用规则、推断内容及其来源、置信度的依据。事实编号可只写开头几位。

    \b
      kg explain exports 4a081f6d
      kg explain exports --link 4a081f6d 99e7127e     the terms of the sum  权重逐项
    """
    from kg.query.explain import explain as explained
    from kg.query.links import explain_link

    if (fact_id is None) == (link is None):
        raise UsageError("give either a fact's id or --link A B")
    if link:
        click.echo(explain_link(graph, *link).text(), nl=False)
        return 0
    assert fact_id is not None
    click.echo(explained(graph, fact_id).text(), nl=False)
    return 0


@click.command(short_help="SHACL: which facts break a rule 校验")
@click.argument("graph", metavar="GRAPH")
@click.option("--zh", "language", flag_value="zh", default="en", help="Messages in Chinese.  中文提示")
def validate(graph: str, language: str) -> int:
    """Check a graph against the rules of ontology/shapes.ttl; each violation names the fact and its sentence.

    按 SHACL 规则校验图谱，指出违规的事实及其原文。
    """
    from kg.query import open_graph
    from kg.query.run import as_memory
    from kg.query.validate import validate as violations

    with open_graph(graph) as source:
        found = violations(as_memory(source.rdf), language=language)
    for item in found:
        click.echo(f"{item.document}  {item.label}\n  {item.message}\n  {item.fact}\n  {item.quote}")
    click.echo(f"{len(found)} violations 违规")
    return int(bool(found))


@click.command(short_help="Precision and recall on annotated documents 评测")
@click.argument("gold", metavar="GOLD_DIR")
@click.option(
    "--show", type=click.IntRange(min=0), default=0, metavar="N", help="Show N misses and spurious facts a family."
)
@click.option("--aggregate-only", is_flag=True, help="Figures only: for documents that must stay unread.")
@click.option(
    "--min", "bounds", multiple=True, metavar="FAMILY[.strict]=F1",
    help="Fail (status 1) where a family's F1 is lower; may be repeated.",
)  # fmt: skip
def evaluate(gold: str, show: int, aggregate_only: bool, bounds: tuple[str, ...]) -> int:
    """Score the extractor on a folder of annotated documents: pairs NAME.txt + NAME.json.

    在标注文档上评测：精确率、召回率、F1。

    The extractor sees text, title and publication date, nothing else of the annotation.
    """
    from kg.evaluate import evaluate as score

    wanted = [_bound(text) for text in bounds]
    report = score(gold, _lines, aggregate_only)
    click.echo(report.table(0 if aggregate_only else show))
    missed = []
    for family, mode, least in wanted:
        if (family, mode) not in report.scores:
            raise UsageError(f"no such family: {family}.{mode}")
        found = report.score(family, mode).f1
        if found < least:
            missed.append(f"{family} {mode}: F1 {found:.3f} is below {least:.3f}")
    for line in missed:
        say(line)
    return int(bool(missed))


def _lines(document: Document) -> list[dict[str, Any]]:
    from kg.export.jsonl import lines
    from kg.pipeline import extract

    return list(lines(extract(document)))


def _bound(text: str) -> tuple[str, str, float]:
    """`event.strict=0.6` → family, mode and least F1; UsageError for anything else."""
    name, _, value = text.partition("=")
    family, _, mode = name.partition(".")
    try:
        return family, mode or "lenient", float(value)
    except ValueError as error:
        raise UsageError(f"not a bound: {text!r} (write event=0.6 or event.strict=0.5)") from error
