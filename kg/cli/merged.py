"""Commands that show what many documents tell together: careers, conflicts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.query import Table

__all__ = ["careers", "conflicts"]

_BOM = "\ufeff"


@click.command(short_help="Who was where when: one row a spell 履历表")
@click.argument("graph", metavar="GRAPH")
@click.option("-o", "--output", metavar="CSV", help="The file to write.  [default: the screen]  输出文件")
def careers(graph: str, output: str | None) -> int:
    """Careers as a table: person, body, region, role, administrative rank (stated, inferred or unknown), start and end
    with what they rest on, first and last seen, sources, evidence.  Acting and concurrent posts have rows of their own.

    履历表：每人每职一段一行，含行政级别及依据、起止时间及依据、首末次见报、来源数、证据编号；代理、兼任各占一行。

    \b
      kg careers exports -o careers.csv
    """
    from kg.query import open_graph
    from kg.query.careers import careers as table

    with open_graph(graph) as source:
        _write(table(source), "csv", output)
    return 0


@click.command(short_help="Amounts that contradict each other 矛盾金额")
@click.argument("graph", metavar="GRAPH")
@click.option("--format", "form", type=click.Choice(["table", "csv", "jsonl"]), default="table", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="The file to write.  [default: the screen]  输出文件")
def conflicts(graph: str, form: str, output: str | None) -> int:
    """List different amounts of the same fund, payer, place and date.  Both are kept; `amount` is the one that sums count,
    which more independent sources tell.

    列出同一资金、出资方、地区、日期而金额不同的说法；两说均保留，汇总只计来源较多的一说（amount）。

    \b
      kg conflicts exports
      kg conflicts exports --format csv -o conflicts.csv
    """
    from kg.query import open_graph, run_named

    with open_graph(graph) as source:
        _write(run_named(source, "conflicts", {}), form, output)
    return 0


def _write(table: Table, form: str, output: str | None) -> None:
    """To the screen, or to a file: CSV there as Excel reads it."""
    text = {"table": table.text, "csv": table.csv, "jsonl": table.jsonl}[form]()
    if output is None:
        click.echo(text, nl=False)
        return
    from kg.export.atomic import write

    with write(Path(output)) as file:
        file.write(_BOM + text.replace("\n", "\r\n") if form == "csv" else text)
    click.echo(f"{len(table)} rows written to {output} 已写入")
