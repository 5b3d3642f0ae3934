"""One writer at a time, and folders that somebody reads: locks that the system takes back when a process dies."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import BusyError, OutputError

__all__ = ["in_use", "reading", "writing"]

if os.name == "nt":  # pragma: no cover
    import msvcrt

    def _acquire(handle: int, exclusive: bool) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
else:
    import fcntl

    def _acquire(handle: int, exclusive: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)


@contextmanager
def writing(path: Path, what: str) -> Iterator[None]:
    """Hold the file at `path` while writing `what`.  Raises BusyError where another process does."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise OutputError(f"{path}: cannot write: {error.strerror}") from error
    try:
        try:
            _acquire(handle, True)
        except OSError as error:
            raise BusyError(f"{what}: another kg is writing to this graph; try again when it has ended") from error
        yield
    finally:
        os.close(handle)


def reading(path: Path) -> int | None:
    """Note that somebody reads beside `path`; the handle to close after it, or None where nothing can be noted."""
    try:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:  # a graph on a medium that cannot be written: nobody will delete it either
        return None
    try:
        _acquire(handle, False)
    except OSError:
        os.close(handle)
        return None
    return handle


def in_use(path: Path) -> bool:
    """Does another process read beside `path`?"""
    try:
        handle = os.open(path, os.O_RDWR)
    except OSError:
        return False
    try:
        _acquire(handle, True)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False
