"""The command `kg restore`: pages whose columns were mixed, put back together."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from kg.cli.options import mapping, quiet, reading_options
from kg.cli.screen import say
from kg.errors import InputError, UsageError

if TYPE_CHECKING:
    from kg.model import Document
    from kg.read.restore import Restored

__all__ = ["restore"]

_APART = "-----"
"""The line between two articles of plain text."""


@click.command(short_help="Broken columns put back together 错栏复原")
@click.argument("file", metavar="FILE")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True,
    help="The articles, a line of hyphens between, or one a line with its spans.  文本，或每行一篇",
)  # fmt: skip
@mapping
@quiet
def restore(file: str, form: str, field_map: str | None, quiet: bool) -> int:
    """Put a text back together whose columns were mixed; - reads standard input.

    把错栏、断句的版面文字复原成一篇篇文章；未错栏的原样输出。

    \b
      kg restore page.txt                    the articles, set apart by a line -----
      kg restore page.txt --format jsonl     {"article": 1, "text": …, "spans": [[start, end], …]}

    Offsets count characters of the text as it was read (a web page's main text); its slices at `spans`, one after
    the other, are the article's text, but for a stray " and " between Chinese words: that is 和 in `text`, and its
    slice still says " and ".  Line ends within a paragraph are no part of either; those between paragraphs are.

    What stands beside the articles (credits, captions, running heads, page numbers, end marks) is in no article, and
    told line by line on standard error.  A text that is not broken is one article, unchanged, nothing left out.
    Records of a JSONL file are restored one by one; their lines say which "document" they are of.
    """
    from kg.read import read as read_all

    if os.path.isdir(file):
        raise UsageError(f"{file} is a folder; kg restore takes one file, or - for standard input")
    failed = 0
    for number, item in enumerate(read_all([file], reading_options(field_map=field_map))):
        if isinstance(item, InputError):
            failed += 1
            say(str(item))
            continue
        _print(item, form, quiet, number == 0)
    return int(failed > 0)


def _print(document: Document, form: str, quiet: bool, first: bool) -> None:
    """One document's articles on standard output, what they leave out on standard error."""
    from kg.read.restore import restore as restored

    articles = restored(document.text)
    for line in _FORMS[form](document, articles, first):
        click.echo(line)
    if not quiet:
        for note in _notes(document, articles):
            say(note)


def _text(_: Document, articles: Sequence[Restored], first: bool) -> Iterator[str]:
    for number, article in enumerate(articles):
        if number or not first:
            yield f"\n{_APART}\n"
        yield article.text.removesuffix("\n")


def _lines(document: Document, articles: Sequence[Restored], _: bool) -> Iterator[str]:
    # A record of a JSONL file has an id of its own; a file's id is its source.
    of = {"document": document.id} if document.id != document.source else {}
    for number, article in enumerate(articles, 1):
        spans = article.spans(0, len(article.text))
        yield json.dumps({**of, "article": number, "text": article.text, "spans": spans}, ensure_ascii=False)


_FORMS = {"text": _text, "jsonl": _lines}


def _notes(document: Document, articles: Sequence[Restored]) -> Iterator[str]:
    """What was done, and each line that is in no article."""
    from kg.read.restore import left_out

    text = document.text
    if len(articles) == 1 and articles[0].text == text:
        yield f"{document.id}: not broken, printed as it is 未错栏，原样输出"
        return
    beside = left_out(text, articles)
    yield f"{document.id}: {len(articles)} articles 篇, {len(beside)} lines left out 行未收入"
    yield from (f"  left out 未收入 {start}–{end}: {text[start:end]}" for start, end in beside)
