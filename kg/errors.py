"""Every error that kg raises on purpose.

    KgError                 what went wrong, in one sentence, never a traceback for the user
    ├── InputError          one input could not be read: path, reason; other inputs go on
    │   ├── EncodingError   the bytes are no text in any encoding we know
    │   └── RecordError     one line of a JSONL file is broken: path, line number, reason
    ├── UsageError          the command or call makes no sense as given (exit code 2)
    ├── OutputError         a file could not be written; nothing half-written is left
    │   └── BusyError       another process is writing to the same graph
    └── QueryError          a SPARQL query is malformed, or no named query has that name
"""

from __future__ import annotations

__all__ = ["BusyError", "EncodingError", "InputError", "KgError", "OutputError", "QueryError", "RecordError", "UsageError"]


class KgError(Exception):
    """Root of the tree."""


class InputError(KgError):
    """One input could not be read; `path` says which, `reason` why."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[object, ...]]:
        return type(self), (self.path, self.reason)


class EncodingError(InputError):
    """The bytes are no text in any encoding we know."""


class RecordError(InputError):
    """One line of a JSONL file is broken; `line` counts from 1."""

    def __init__(self, path: str, reason: str, line: int) -> None:
        super().__init__(path, f"line {line}: {reason}")
        self.line = line
        self._reason = reason

    def __reduce__(self) -> tuple[type[InputError], tuple[object, ...]]:
        return type(self), (self.path, self._reason, self.line)


class UsageError(KgError):
    """The command or call makes no sense as given."""


class OutputError(KgError):
    """A file could not be written; nothing half-written is left."""


class BusyError(OutputError):
    """Another process is writing to the same graph."""


class QueryError(KgError):
    """A SPARQL query is malformed, or no named query has that name."""
