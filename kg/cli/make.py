"""Commands that read documents: demo, build, extract, check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import corrections, paths, persons, persons_inputs, quiet, reading, reading_options, workers
from kg.cli.screen import Progress, say, summary, survey_inputs, warn_unmatched
from kg.errors import InputError

if TYPE_CHECKING:
    from kg.extract.parallel import Outcome
    from kg.model import Document, Extraction
    from kg.read import Checked, Options

__all__ = ["build", "check", "demo", "extract"]

_FOLDER = "exports"


@click.command(short_help="A graph from the sample documents 示例")
@click.option(
    "-o", "--output", default=_FOLDER, show_default=True, metavar="GRAPH", help="The folder to write.  输出文件夹"
)
@workers
@quiet
def demo(output: str, workers: int, quiet: bool) -> int:
    """Build a graph from the sample documents that come with kg, and say what to try next.

    由自带的示例文档建图。The persons and sums in them are invented, the institutions are real.
    """
    with as_file(files("kg") / "demo") as folder:
        options = reading_options(root=str(folder), manifest=str(folder / "manifest.csv"), field_map=None)
        failed = _build([str(path) for path in sorted(folder.glob("*.txt"))], output, options, workers, quiet)
    if not quiet:
        click.echo("\ntry next 接下来试试")
        click.echo(f"  kg query {output} --name money-by-region")
        click.echo(f"  kg query {output} --name officials --of 交通运输部")
        click.echo("  kg build YOUR_DOCUMENTS/ -o my-graph     then open my-graph/graph.graphml in Gephi")
    return failed


@click.command(short_help="Documents → a graph 由文档建图")
@paths
@click.option(
    "-o", "--output", default=_FOLDER, show_default=True, metavar="GRAPH", help="The folder to write.  输出文件夹"
)
@click.option("--base", metavar="IRI", help="What the graph's own names begin with, in RDF.")
@click.option("--files/--no-files", default=True, help="Write the tables, GraphML … beside the store.  [default: yes]")
@persons
@corrections
@workers
@quiet
@reading
def build(
    paths: Sequence[str],
    output: str,
    base: str | None,
    files: bool,
    persons: str | None,
    corrections: str | None,
    workers: int,
    quiet: bool,
    **read: Any,
) -> int:
    """Build a graph from documents: RDF, GraphML, tables for Excel, fact lines and a report.

    由文档建图：RDF、GraphML、Excel 表格、事实行和报告。

    PATH is a file or a folder.  The new graph takes the place of the old one at the end; after an error, Ctrl-C or a
    kill, or where no document was read, the folder is as it was.  Corrections that the graph has stay; --corrections gives
    others, an empty file none.  The same input gives the same bytes.
    """
    return _build(paths, output, reading_options(**read), workers, quiet, base, files, persons, corrections)


def _build(
    paths: Sequence[str],
    output: str,
    options: Options,
    workers: int,
    quiet: bool,
    base: str | None = None,
    files: bool = True,
    persons: str | None = None,
    corrections: str | None = None,
) -> int:
    from kg.graph.vocabulary import BASE
    from kg.merge.corrections import load
    from kg.pipeline import build_folder
    from kg.store import StoreSource, kept_corrections, unmatched

    right = load(corrections) if corrections else None
    inputs: list[str | Document] = [*paths, *persons_inputs(persons)]
    with Progress(quiet, survey_inputs(paths, options, quiet)) as progress:
        report = build_folder(
            inputs, output, options=options, workers=workers, base=base or BASE, progress=progress, files=files,
            corrections=right,
        )  # fmt: skip
    if report and not quiet:
        click.echo("\n".join(summary(report.as_dict(), output)))
    elif not quiet:
        click.echo(f"written to {output} 已写入; kg status {output} says what is in it")
    held = kept_corrections(output)
    if held and right is None and not quiet:
        say(f"{len(held)} corrections of the graph kept; --corrections gives others, an empty file none 保留原有更正")
    if held and (quiet or not report):
        with StoreSource(output) as store:
            warn_unmatched([item.text() for item in unmatched(store)])
    if not progress.done:
        say(f"no document was read; the graph in {output} is empty 未读到文档，图为空")
    return int(progress.failed > 0 or not progress.done)


@click.command(short_help="The facts alone, streaming 只抽取事实")
@paths
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "table", "html"]), default="jsonl", show_default=True,
    help="Fact lines, a list to read, or one page with the facts highlighted.  事实行、清单或标注网页",
)  # fmt: skip
@workers
@quiet
@reading
def extract(paths: Sequence[str], form: str, workers: int, quiet: bool, **read: Any) -> int:
    """Print the facts of documents as they are found, one a line; - reads standard input.

    逐行输出事实，每条附原文依据。

    \b
      kg extract docs/ --format html > facts.html     文档与事实对照的网页
    """
    from kg.pipeline import extractions

    options = reading_options(**read)
    with Progress(quiet, survey_inputs(paths, options, quiet)) as progress:
        for part in _FORMS[form](_told(extractions(paths, options, workers), progress)):
            click.echo(part, nl=False)
    return int(progress.failed > 0)


def _told(outcomes: Iterable[Outcome], progress: Progress) -> Iterator[Extraction]:
    """The extractions among the outcomes; all of them are told to `progress`."""
    for outcome in outcomes:
        if not isinstance(outcome, InputError):
            yield outcome
        progress(outcome)


def _fact_lines(extractions: Iterable[Extraction]) -> Iterator[str]:
    from kg.export.jsonl import dumps, lines

    return ("".join(map(dumps, lines(extraction))) for extraction in extractions)


def _fact_rows(extractions: Iterable[Extraction]) -> Iterator[str]:
    """Of each document, its name, then two lines a fact: family and what it says, where and the sentence."""
    from kg.export.jsonl import sorted_facts
    from kg.graph.families import fact_label

    for extraction in extractions:
        yield f"{extraction.document.id}\n"
        for fact in sorted_facts(extraction):
            quote = fact.evidence.quote.replace("\n", " ")
            yield f"  {fact.type:<11} {fact_label(fact)}\n{'':14}{fact.evidence.start}–{fact.evidence.end} {quote}\n"


def _fact_page(extractions: Iterable[Extraction]) -> Iterator[str]:
    from kg.export.html import page

    return page(extractions)


_FORMS = {"jsonl": _fact_lines, "table": _fact_rows, "html": _fact_page}


@click.command(short_help="What would be read, before building 预检")
@paths
@reading
def check(paths: Sequence[str], **read: Any) -> int:
    """Say how each input would be read: encoding, title, host body, publication date and how it was found.

    建图之前先看：编码、标题、发文机构、发布日期及其来源。

    Dates like 昨日 or 3月5日 need the publication date; give what is missing by --manifest, --date-from or --date.
    """
    from kg.pipeline import host
    from kg.read import check as checked
    from kg.read import survey

    options = reading_options(**read)
    inputs = survey(paths, options)
    for note in inputs.notes:
        say(note)
    counts: Counter[str] = Counter()
    for item in checked(inputs, options, host):
        if isinstance(item, InputError):
            counts["failed"] += 1
            say(str(item))
            continue
        counts.update(documents=1, undated=int(item.published is None))
        click.echo("\n".join(_checked(item)))
    click.echo(
        f"\n{counts['documents']} documents, {counts['undated']} without a date, {counts['failed']} not readable"
    )
    return int(counts["failed"] > 0)


def _checked(item: Checked) -> Iterator[str]:
    in_name = f"; the name has {item.date_in_name}: --date-from name 文件名中有日期" if item.date_in_name else ""
    date = f"{item.published} ({item.published_basis})" if item.published else f"missing 缺{in_name}"
    yield item.id
    yield f"  encoding 编码   {item.encoding}, {item.characters:,} characters"
    yield f"  date 日期       {date}"
    yield f"  title 标题      {item.title or 'missing 缺'}"
    yield f"  host 机构       {item.host or 'missing 缺'}"
    if item.number:
        yield f"  number 文号     {item.number}"
    if item.publisher and item.publisher != item.host:
        yield f"  publisher 发布  {item.publisher}"
    if item.unknown_keys:
        yield f"  unknown keys   {', '.join(item.unknown_keys)} (see --map)"
    yield from (f"  warning 注意    {warning}" for warning in item.warnings)
