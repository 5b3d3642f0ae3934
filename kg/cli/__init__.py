"""The command `kg`: one command a function, and the only place that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from kg import __version__
from kg.cli.ask import evaluate, explain, query, validate
from kg.cli.change import add, diff, export, remove, status, update
from kg.cli.make import build, check, demo, extract
from kg.cli.merged import careers, conflicts
from kg.cli.restore import restore
from kg.cli.review import review
from kg.cli.screen import say
from kg.errors import KgError, QueryError, UsageError

__all__ = ["main"]

INTERRUPTED = 130
_HELP = """\
Chinese documents about government and public money → a knowledge graph.
中文政务与财政文档 → 知识图谱：谁任何职，哪笔资金给了哪里，何时发生了什么。

\b
Start here 入门
  kg demo                           a graph from the sample documents, in exports/
  kg check docs/                    what would be read: encoding, title, host, date
  kg restore page.txt               mixed columns put back together: the articles
  kg build docs/ -o graph/          documents → graph/
  kg query graph/ --name officials --of 财政部
  kg careers graph/ -o careers.csv  who was where when, one row a spell
  kg conflicts graph/               amounts that contradict each other
  kg explain graph/ FACT_ID         why a fact is there: sentence, rule, confidence
  kg review graph/                  judge a sample: how good is it on your documents?
  kg update graph/ docs/            follow the files: what has not changed costs nothing

\b
A graph is a folder 图谱文件夹
  facts-memberships.csv  facts-allocations.csv  facts-events.csv    for Excel
  graph.graphml    for Gephi, yEd, networkx, Neo4j
  graph.ttl        RDF: SPARQL, reasoners, triple stores
  facts.jsonl      one fact a line, each with its sentence and where it stands
  report.json      what was found, what was set aside and why, what could not be read

\b
Input 输入
  .txt .md .html .jsonl, files or folders; - is standard input (kg extract).
  Any Chinese encoding.  A JSONL record is {"text", "id", "date", "title", "url",
  "publisher"}, all but "text" optional; --map names keys that are called otherwise.
  The publication date resolves 昨日 and 3月5日; it is never guessed from the clock.

\b
Exit status 退出码
  0  all was read            1  some input failed, none was read, or a violation
  2  wrong usage, or a malformed query              130  interrupted (Ctrl-C)
"""


class _Commands(click.Group):
    """Lists the commands in the order one uses them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_Commands, help=_HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, message="kg %(version)s")
def cli() -> None:
    """The group; its help is `_HELP`."""


for command in (
    demo, build, add, remove, update, status, diff, export, extract, check, restore, query, careers, conflicts, explain,
    review, validate, evaluate,
):  # fmt: skip
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status, and prints no traceback for what is not a bug of kg's."""
    _speak_utf8()
    try:
        status = cli.main(args=arguments, prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        say("interrupted; what was there before is untouched 已中断")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has had enough.  Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KgError, OSError) as error:
        say(str(error))
        return 2 if isinstance(error, UsageError | QueryError) else 1


def _speak_utf8() -> None:
    """UTF-8 out, whatever the locale: fact lines are, and Chinese in a POSIX or GBK one would fail."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
