"""Documents → extractions, on one core or several, in the order given: the number of workers changes nothing."""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from kg.errors import InputError, KgError
from kg.extract.run import extract
from kg.model import Document, Extraction

__all__ = ["Outcome", "extract_all"]

Outcome = Extraction | InputError
Item = Document | InputError

_BATCH = 20_000
"""Characters sent to a worker at once: enough to make the sending cheap, few enough that Ctrl-C is not waited for."""
_AHEAD = 3
"""Batches in flight for each worker."""


def extract_all(items: Iterable[Item], workers: int = 1) -> Iterator[Outcome]:
    """The extraction of each document, streaming; errors stay in their place.

    A document on which a rule fails becomes an InputError, and the others go on.  Raises KgError where a
    worker process dies.
    """
    if workers == 1:
        yield from map(_attempt, items)
        return
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _ignore_interrupt)
    try:
        yield from _ordered(pool, _batches(items), workers * _AHEAD)
    except BrokenProcessPool as error:
        raise KgError("a worker process died; memory may have run out: try fewer --workers") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _attempt(item: Item) -> Outcome:
    if isinstance(item, InputError):
        return item
    try:
        return extract(item)
    except Exception as error:
        # A rule that fails on one document must not cost a thousand others; the failure is reported and counted.
        return InputError(item.id, f"the extractor failed: {type(error).__name__}: {error}")


def _ordered(pool: ProcessPoolExecutor, batches: Iterator[list[Item]], limit: int) -> Iterator[Outcome]:
    """Results in the order of the batches, no more than `limit` of them in flight."""
    flying: deque[tuple[list[Item], Future[list[Outcome]]]] = deque()
    for batch in batches:
        with _interrupts_held():
            flying.append((batch, pool.submit(_attempt_all, batch)))
        if len(flying) >= limit:
            yield from _landed(*flying.popleft())
    while flying:
        yield from _landed(*flying.popleft())


def _landed(batch: list[Item], future: Future[list[Outcome]]) -> Iterator[Outcome]:
    """The results of a batch, each with the parent's own document again: its text need not travel twice."""
    for item, outcome in zip(batch, future.result(), strict=True):
        if isinstance(outcome, Extraction) and isinstance(item, Document):
            yield Extraction(item, outcome.facts, outcome.rejected, outcome.host)
        else:
            yield outcome


def _attempt_all(batch: Sequence[Item]) -> list[Outcome]:
    return [_without_text(_attempt(item)) for item in batch]


def _without_text(outcome: Outcome) -> Outcome:
    if isinstance(outcome, InputError):
        return outcome
    return Extraction(Document("", ""), outcome.facts, outcome.rejected, outcome.host)


def _batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    batch: list[Item] = []
    size = 0
    for item in items:
        batch.append(item)
        size += len(item.text) if isinstance(item, Document) else 0
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until a worker is launched, and a worker is born with it held off for good.

    A parent that stops between the two halves of a launch, or a worker that is struck before
    `_ignore_interrupt` runs in it, would leave the worker to print a traceback.
    """
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield  # on Windows there are no masks, and only the main thread is interrupted
        return
    struck: list[int] = []
    # A mask, which the worker inherits, is not enough here: any other thread of the process may take the signal.
    handler = signal.signal(signal.SIGINT, lambda number, _: struck.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
        if struck:
            signal.raise_signal(signal.SIGINT)


def _ignore_interrupt() -> None:
    """Ctrl-C is the parent's to handle; a worker would print a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
