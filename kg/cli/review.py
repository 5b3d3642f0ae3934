"""The command that lets a user judge a sample of a graph, and learns from the answers: review."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from kg.cli.options import quiet
from kg.cli.screen import say, warn_unmatched
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.review.figures import Figure
    from kg.review.run import Applied

__all__ = ["review"]


@click.command(short_help="Judge a sample, correct the graph 抽样核对")
@click.argument("graph", metavar="GRAPH")
@click.option("--sample", type=click.IntRange(min=0), default=200, show_default=True, metavar="N", help="Facts to judge.")
@click.option(
    "--passages", type=click.IntRange(min=0), default=50, show_default=True, metavar="N",
    help="Passages to look for what was missed in.",
)  # fmt: skip
@click.option("--seed", type=int, default=0, show_default=True, metavar="N", help="Another seed draws another sample.")
@click.option("--apply", "filled", metavar="XLSX", help="The sample with your answers.  填好的工作簿")
@click.option(
    "-o", "--output", metavar="FILE", help="The workbook to write, or with --apply the corrections.  "
    "[default: review.xlsx, corrections.toml]",
)  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that is there, with the answers in it.  覆盖")
@quiet
def review(
    graph: str, sample: int, passages: int, seed: int, filled: str | None, output: str | None, force: bool, quiet: bool
) -> int:
    """Draw facts and passages of a graph into a workbook, for you to judge; then, from your answers, say how good the
    graph is on your documents, and write the corrections.

    抽取事实和段落供人核对；填好后估计本语料的精确率与召回率，并写出更正文件。

    \b
      kg review my-graph --sample 200 -o review.xlsx
      kg review my-graph --apply review.xlsx -o corrections.toml
      kg update my-graph --corrections corrections.toml

    The same graph and seed give the same sample.  Applying adds to the corrections that are there, and leaves them as
    they are.  A workbook with answers is not written over without --force.  It needs openpyxl: pip install 'zhkg[review]'.
    """
    if filled is None:
        _draw(graph, output or "review.xlsx", sample, passages, seed, force, quiet)
    else:
        _apply(graph, filled, output or "corrections.toml", quiet)
    return 0


def _draw(graph: str, path: str, sample: int, passages: int, seed: int, force: bool, quiet: bool) -> None:
    """A sample into a workbook, for the user to judge."""
    from kg.review import review as drawn

    if not path.lower().endswith(".xlsx"):
        raise UsageError(f"{path}: a workbook is an .xlsx file")
    found = drawn(graph, path, sample=sample, passages=passages, seed=seed, force=force)
    if not quiet:
        total = sum(found.sizes.values())
        click.echo(f"{len(found.facts)} of {total:,} facts 事实, {len(found.passages)} of {found.all_passages:,} passages 段落")
        click.echo(f"written to {path} 已写入; fill in the yellow columns, then: kg review {graph} --apply {path}")


def _apply(graph: str, filled: str, path: str, quiet: bool) -> None:
    """The answers of a workbook: how good the graph is, and corrections into a file."""
    from kg.review import apply

    told = apply(graph, filled, path)
    click.echo("\n".join(_told(told)))
    for note in told.notes:
        say(f"not written 未写入: {note}")
    warn_unmatched(told.unmatched)
    if not quiet and not (told.added or told.known):
        click.echo("\nnothing to correct 无需更正")
    elif not quiet:
        click.echo(f"\n{len(told.added)} corrections added to {path}, {told.known} there already 新增更正")
        click.echo(f"kg update {graph} --corrections {path} makes them count 使之生效")


def _told(found: Applied) -> Iterator[str]:
    yield f"{'precision 精确率':<31}      95%          judged 已核对"
    yield from map(_line, found.precision)
    if not found.precision:
        yield "  no fact was judged 未核对事实"
    yield f"\n{'recall 召回率（估计）':<28}      95%          passages 段落"
    yield from map(_line, found.recall)
    if not found.recall:
        yield "  no passage with a fact was looked at 未核对含有事实的段落"


def _line(figure: Figure) -> str:
    told = figure.estimate
    wide = sum(1 for char in figure.name if char > "\u2e80")
    rest = f"  (strata judged: {told.covered:.0%} of the facts)" if told.covered < 1 else ""
    share = f"{told.value:.3f}  {told.low:.3f}–{told.high:.3f}"
    return f"  {figure.name:<{30 - wide}}{share}   {told.judged:>5,} of {told.total:,}{rest}"
