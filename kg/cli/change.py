"""Commands that change a graph on disk, and tell of one: add, remove, update, status, diff, export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from kg.cli.options import corrections, persons, persons_inputs, quiet, reading, reading_options, workers
from kg.cli.screen import Progress, say, survey_inputs, warn_unmatched

if TYPE_CHECKING:
    from kg.changes import Change
    from kg.model import Document

__all__ = ["add", "diff", "export", "remove", "status", "update"]

_STATUS = {
    "documents": "文档", "facts": "事实", "inputs": "输入", "items": "归并项", "failures": "未能读取", "triples": "三元组",
    "corrections": "更正", "bytes": "字节", "base": "命名空间", "files": "文件",
}  # fmt: skip
"""Lines of kg status → Chinese."""
_graph = click.argument("graph", metavar="GRAPH")
_files = click.option(
    "--files/--no-files", default=None,
    help="Write tables, GraphML … again; if not, they are gone.  [default: if the graph is small]",
)  # fmt: skip


@click.command(short_help="More documents into a graph 增补文档")
@_graph
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@_files
@persons
@workers
@quiet
@reading
def add(
    graph: str, paths: Sequence[str], files: bool | None, persons: str | None, workers: int, quiet: bool, **read: Any
) -> int:
    """Add the documents of files and folders to a graph that kg build made.

    向已建的图中增补文档；已在图中的不再读取。

    The graph is then what kg build would make of all its documents.  Whenever the process is stopped, the documents
    that were added are there wholly, and the others are not.
    """
    from kg.changes import add as added

    options = reading_options(**read)
    inputs: list[str | Document] = [*paths, *persons_inputs(persons)]
    with Progress(quiet, survey_inputs(paths, options, quiet)) as progress:
        change = added(graph, inputs, options=options, workers=workers, progress=progress, files=files)
    return _told(change, graph, quiet)


@click.command(short_help="Bring a graph up to date 更新")
@_graph
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@_files
@persons
@corrections
@workers
@quiet
@reading
def update(
    graph: str,
    paths: Sequence[str],
    files: bool | None,
    persons: str | None,
    corrections: str | None,
    workers: int,
    quiet: bool,
    **read: Any,
) -> int:
    """Make the documents of files and folders what these hold now; files that are gone lose theirs.

    按文件现状更新图：内容、元数据、选项和程序版本都未变的文件不再读取。

    Give the same reading options as before: others make other documents.  Where another version of kg made the graph,
    all its documents are read again, those without a PATH from the graph.  --corrections take the place of those that
    the graph has; without it, they stay.
    """
    from kg.changes import update as updated
    from kg.merge.corrections import load

    options = reading_options(**read)
    inputs: list[str | Document] = [*paths, *persons_inputs(persons)]
    with Progress(quiet, survey_inputs(paths, options, quiet) if paths else None) as progress:
        change = updated(
            graph, inputs, options=options, workers=workers, progress=progress, files=files,
            corrections=load(corrections) if corrections else None,
        )  # fmt: skip
    return _told(change, graph, quiet)


@click.command(short_help="Documents out of a graph 移除文档")
@_graph
@click.argument("names", nargs=-1, required=True, metavar="DOC…")
@click.option("--root", metavar="FOLDER", help="Paths are relative to it.  [default: here]")
@_files
@quiet
def remove(graph: str, names: Sequence[str], root: str | None, files: bool | None, quiet: bool) -> int:
    """Remove documents: DOC is a document's id, its key, or the path of the file or folder that it came from.

    从图中移除文档：可写编号，也可写文件或文件夹路径。图与从未读过它们时一样。
    """
    from kg.changes import remove as removed

    return _told(removed(graph, names, root=root, files=files), graph, quiet)


def _told(change: Change, graph: str, quiet: bool) -> int:
    for note in change.notes:
        say(note)
    if not quiet:
        click.echo(f"documents changed 变动文档   {change.documents:>7,}")
        if change.read or change.unchanged or change.gone:
            click.echo(f"inputs 输入  {change.read:,} read, {change.unchanged:,} unchanged, {change.gone:,} gone")
        if not change.files:
            click.echo(f"tables and GraphML are not written; kg export {graph} writes them 未写出表格等文件")
    warn_unmatched(change.unmatched)
    return int(change.failed > 0)


@click.command(short_help="What is in a graph 图的状态")
@_graph
@quiet
def status(graph: str, quiet: bool) -> int:
    """Say what a graph holds, whether this version of kg made it, and which of its files are there.

    显示图的规模、版本和已写出的文件。
    """
    from kg.changes import status as found

    told = found(graph)
    if not quiet:
        for name, number in told.numbers.items():
            click.echo(f"{_label(name)}{number:>14,}")
        click.echo(f"{_label('bytes')}{told.size:>14,}")
        click.echo(f"{_label('base')}{told.base}")
        click.echo(f"{_label('files')}{' '.join(told.files) or 'none (kg export writes them)'}")
    warn_unmatched(told.unmatched, limit=None)
    if not told.current:
        say(f"another version of kg made this graph: kg update {graph} PATH…")
    return 0


def _label(name: str) -> str:
    """An English and a Chinese name, 20 columns wide on the screen."""
    zh = _STATUS.get(name, "")
    return f"{name} {zh}" + " " * max(1, 19 - len(name) - 2 * len(zh))


@click.command(short_help="What two graphs do not share 比较两图")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@quiet
def diff(one: str, other: str, quiet: bool) -> int:
    """Compare the facts of two graphs: - is only in A, + only in B, ~ told otherwise.  Status 1 where they differ.

    比较两图的事实：- 只在 A，+ 只在 B，~ 内容有别。
    """
    from kg.query.diff import compare

    number = 0
    for difference in compare(one, other):
        number += 1
        if not quiet:
            click.echo(difference.text())
    if not quiet:
        click.echo(f"{number} differences 差异")
    return int(number > 0)


@click.command(short_help="A graph in one file 导出")
@_graph
@click.option("--format", "form", metavar="FORMAT", help="nquads, turtle, graphml or jsonl; needs -o.  格式")
@click.option("-o", "--output", metavar="FILE", help="The file to write.  [default: the graph folder's own files]")
@quiet
def export(graph: str, form: str | None, output: str | None, quiet: bool) -> int:
    """Write a graph to a file; without --format, write the files of the graph folder again.

    导出为单个文件；不指定格式时，重新写出图文件夹中的各文件。

    N-Quads are sorted: two graphs are the same if these files are.
    """
    from kg.changes import write_files
    from kg.errors import UsageError
    from kg.export.folder import export as exported
    from kg.store import StoreSource

    if (form is None) != (output is None):
        raise UsageError("--format and -o go together")
    if form is None or output is None:
        write_files(graph)
    else:
        with StoreSource(graph) as source:
            exported(source, form, output)
    if not quiet:
        click.echo(f"written to {output or graph} 已写入")
    return 0
