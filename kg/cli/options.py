"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from kg.model import Document
    from kg.read import Options

__all__ = ["corrections", "mapping", "paths", "persons", "persons_inputs", "quiet", "reading", "reading_options", "workers"]

F = TypeVar("F", bound=Callable[..., Any])

paths = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
quiet = click.option("-q", "--quiet", is_flag=True, help="No progress, no summary; failures are still told.  少说话")
workers = click.option(
    "--workers", type=click.IntRange(min=0), default=1, show_default=True, metavar="N",
    help="Processes; 0 is one a core.  The result is the same.  进程数",
)  # fmt: skip
mapping = click.option(
    "--map", "field_map", metavar="KEYS", help="Keys of other JSONL: text=content,date=pubtime.  字段对应"
)
persons = click.option(
    "--persons", metavar="CSV",
    help="Your own table of persons: name, birth, id, wikidata, organizations; evidence for who is who.  人物表",
)  # fmt: skip

corrections = click.option(
    "--corrections", metavar="TOML",
    help="Your corrections of facts, of who is who, and of names (kg review writes them).  更正文件",
)  # fmt: skip

_READING = (
    click.option("--root", metavar="FOLDER", help="Documents are named by their path relative to it.  [default: here]"),
    click.option("--manifest", metavar="CSV", help="Metadata of files: path, title, date, publisher, url.  元数据表"),
    mapping,
    click.option("--date-from", type=click.Choice(["name"]), help="Take the publication date from the file's name."),
    click.option("--date", metavar="DATE", help="Publication date of every document without one of its own.  发布日期"),
    click.option("--publisher", metavar="NAME", help="Publisher of every document without one of its own.  发布机构"),
)


def reading(command: F) -> F:
    """The options on how to read; `reading_options` makes one object of their values."""
    for option in reversed(_READING):
        command = option(command)
    return command


def persons_inputs(table: str | None) -> tuple[Document, ...]:
    """The user's table of persons as an input beside the others, or nothing.  Raises UsageError and InputError."""
    from kg.read.persons import persons_document

    return (persons_document(table),) if table else ()


def reading_options(
    root: str | None = None, manifest: str | None = None, field_map: str | None = None, **others: Any
) -> Options:
    """The reader's options from a command's.  Raises UsageError and InputError."""
    from kg.read import Options, load_manifest, parse_field_map

    return Options(
        root=root,
        manifest=load_manifest(manifest) if manifest else None,
        field_map=parse_field_map(field_map) if field_map else {},
        **others,
    )
