"""What the commands put on the screen: messages, progress, the summary of a build.

Results go to standard output, everything else to standard error.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click
from tqdm import tqdm

from kg.errors import InputError

if TYPE_CHECKING:
    from kg.read import Options

__all__ = ["Progress", "say", "summary", "survey_inputs", "warn_unmatched"]

_EVERY = 1000
"""Documents between two lines of progress where there is no terminal."""
_LISTED = 20
_NAMES = {
    "membership": "posts 任职", "allocation": "allocations 资金", "event": "events 事件",
    "person": "persons 人物", "organization": "organizations 机构", "fund": "funds 资金项目", "region": "regions 地区",
    "spell": "spells 任期", "sum": "merged sums 合并",
}  # fmt: skip


def say(message: str) -> None:
    """A message on standard error."""
    click.echo(f"kg: {message}", err=True)


class Progress:
    """A bar on a terminal, a plain line now and then in a pipe; failures are told at once.

    Call it with each outcome.  `failed` counts the inputs that could not be read.  `quiet` leaves only failures; `total`
    is the number of documents, where it is known before.
    """

    def __init__(self, quiet: bool, total: int | None = None) -> None:
        self.failed = 0
        self.done = 0
        self._plain = not quiet and not sys.stderr.isatty()
        self._bar = tqdm(total=total, unit=" documents", disable=quiet or self._plain, leave=False, file=sys.stderr)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.close()

    def __call__(self, outcome: object) -> None:
        if isinstance(outcome, InputError):
            self.failed += 1
            self._bar.update()
            self._bar.clear()
            say(str(outcome))
            return
        self.done += 1
        self._bar.update()
        if self._plain and self.done % _EVERY == 0:
            say(f"{self.done} documents")


def warn_unmatched(unmatched: Sequence[str], limit: int | None = _LISTED) -> None:
    """The user's corrections that match nothing, some or all of them, and how many they are."""
    for text in unmatched[:limit]:
        say(f"correction without effect 未生效的更正: {text}")
    if limit is not None and len(unmatched) > limit:
        say(f"… and {len(unmatched) - limit} more; kg status lists them all")


def survey_inputs(paths: Sequence[str], options: Options, quiet: bool) -> int | None:
    """Tell of files skipped and of manifest rows that fit no file; the number of documents, if that is known."""
    from kg.read import Source, survey

    inputs = survey(paths, options)
    for note in () if quiet else inputs.notes:
        say(note)
    items = inputs.listing.items
    many = any(isinstance(item, Source) and item.path.endswith(("-", "jsonl", "ndjson")) for item in items)
    return None if many else len(items)


def summary(report: dict[str, Any], folder: str) -> Iterator[str]:
    """The lines that tell what a build found; `report` is that of report.json."""
    yield f"documents 文档      {report['documents']:>7,}   {report['characters']:,} characters"
    if report["documents_without_date"]:
        yield f"  without a date   {report['documents_without_date']:>7,}   relative dates in them stay unresolved (see --date-from, --manifest)"
    yield ""
    yield f"facts 事实         {sum(report['facts'].values()):>7,}"
    yield from (f"  {_label(name)}{count:>9,}" for name, count in report["facts"].items())
    yield f"entities 实体      {sum(report['entities'].values()):>7,}"
    yield from (f"  {_label(name)}{count:>9,}" for name, count in report["entities"].items())
    if report["possibly_same"]:
        yield f"  possibly the same person: {report['possibly_same']}"
    yield ""
    yield f"written to {folder} 已写入"
    yield from (f"  {name:<24}{size:>11,} bytes" for name, size in report["files"].items())
    yield "  report.json"
    aside = sorted(report["set_aside"], key=lambda item: (-item["count"], item["stage"], item["reason"]))
    if aside:
        yield ""
        yield f"set aside 搁置      {sum(item['count'] for item in aside):>6,}   with examples in report.json"
        yield from (f"  {item['count']:>6,}  {item['stage']}: {item['reason']}" for item in aside)
    if told := report.get("corrections"):
        yield ""
        yield f"corrections 更正    {told['entries']:>6,}   {len(told['unmatched'])} without effect 未生效"
        yield from (f"  {text}" for text in told["unmatched"][:_LISTED])
    if report["failures"]:
        yield ""
        yield f"could not be read 未能读取  {len(report['failures'])}"
        yield from (f"  {item['path']}: {item['reason']}" for item in report["failures"])


def _label(name: str) -> str:
    """An English and a Chinese name, 19 columns wide on the screen."""
    text = _NAMES.get(name, name)
    wide = sum(1 for char in text if char > "\u2e80")
    return text + " " * max(1, 15 - len(text) - wide)
