"""Files that are there whole or not at all.

    with write(path) as file:
        file.write(...)

The text goes to a temporary file in the same folder; `os.replace` puts it in place at the end.  After an
error, or Ctrl-C, the temporary file is gone and what was at `path` before is untouched.  A full disk or a
missing permission is an `OutputError` that names the file and the reason.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import OutputError

__all__ = ["AtomicFile", "make_folder", "write", "write_bytes"]


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failed(folder, error) from error


class AtomicFile:
    """A text file in the making: `write`, then `commit` or `discard`.  UTF-8, lines as given, never translated."""

    def __init__(self, path: Path, encoding: str = "utf-8") -> None:
        self.path = path
        try:
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        except OSError as error:
            raise _failed(path, error) from error
        self._temporary = Path(name)
        # A lone surrogate has no UTF-8: it becomes one "?", so that offsets stay right.
        self._file = os.fdopen(handle, "w", encoding=encoding, errors="replace", newline="")

    def write(self, text: str) -> int:
        """Write some text; an OutputError where the disk refuses it."""
        try:
            return self._file.write(text)
        except OSError as error:
            raise _failed(self.path, error) from error

    def finish(self) -> int:
        """Bring everything to the disk; returns the size in bytes.  The file is not in place yet."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            os.chmod(self._temporary, 0o666 & ~_umask())
            return self._temporary.stat().st_size
        except OSError as error:
            raise _failed(self.path, error) from error

    def commit(self) -> int:
        """Put the file in place; returns its size in bytes."""
        size = self.finish() if not self._file.closed else self._temporary.stat().st_size
        try:
            os.replace(self._temporary, self.path)
        except OSError as error:
            raise _failed(self.path, error) from error
        return size

    def discard(self) -> None:
        """Leave nothing behind; does nothing after `commit`."""
        with suppress(OSError):  # closing flushes, which a full disk refuses again: the file is thrown away anyway
            self._file.close()
        self._temporary.unlink(missing_ok=True)


@contextmanager
def write(path: Path, encoding: str = "utf-8") -> Iterator[AtomicFile]:
    """A file that appears at `path` when the block ends without an error."""
    file = AtomicFile(path, encoding)
    try:
        yield file
        file.commit()
    finally:
        file.discard()


def write_bytes(path: Path, data: bytes) -> None:
    """Put a file of these bytes at `path`, whole or not at all."""
    temporary: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent, delete=False) as file:
            temporary = Path(file.name)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except OSError as error:
        raise _failed(path, error) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _failed(path: Path, error: OSError) -> OutputError:
    return OutputError(f"{path}: cannot write: {error.strerror or error}")


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
