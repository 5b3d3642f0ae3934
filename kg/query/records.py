"""Lists of records that become a pandas data frame where one is wanted."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from kg.errors import UsageError

if TYPE_CHECKING:
    import pandas

__all__ = ["Records", "frame"]

T = TypeVar("T")


class Records(list[T]):
    """A list of dataclasses."""

    def to_frame(self) -> pandas.DataFrame:
        """One row a record, one column a field; needs the extra `zhkg[pandas]`."""
        return frame([{field.name: getattr(item, field.name) for field in fields(item)} for item in self if is_dataclass(item)])


def frame(rows: list[dict[str, Any]], columns: list[str] | None = None) -> pandas.DataFrame:
    """A data frame.  Raises UsageError where pandas is not installed."""
    try:
        import pandas
    except ImportError as error:
        raise UsageError("pandas is not installed: pip install 'zhkg[pandas]'") from error
    return pandas.DataFrame(rows, columns=columns)
