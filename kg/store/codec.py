"""Frozen dataclasses ↔ compact JSON, by their type hints: how records and items stand on disk.

A dataclass is the list of its fields in their order; there are no names.  Items are read by the version of kg that wrote
them only (`kg.store.version`); documents by later ones too, for `kg update`: fields that came since have their defaults.  A
fact has its family in front.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from kg.model import Allocation, Event, Fact, Membership, decimal_text

__all__ = ["decode", "encode"]

T = TypeVar("T")
Reader = Callable[[Any], Any]

_FAMILIES: dict[str, type[Fact]] = {family.type: family for family in (Membership, Allocation, Event)}


def encode(value: object) -> str:
    """The JSON text of a dataclass: the same for equal values."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def decode(kind: type[T], text: str) -> T:
    """The value again.  Raises ValueError for a text that is none of that kind."""
    found: T = _reader(kind)(json.loads(text))
    return found


_NAMES: dict[Any, tuple[str, ...]] = {}
_READERS: dict[Any, Reader] = {}


def _names(kind: Any) -> tuple[str, ...]:
    if kind not in _NAMES:
        _NAMES[kind] = tuple(field.name for field in dataclasses.fields(kind))
    return _NAMES[kind]


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return decimal_text(value)
    fields = [_plain(getattr(value, name)) for name in _names(type(value))]
    return [value.type, *fields] if isinstance(value, Fact) else fields


def _reader(kind: Any) -> Reader:
    """What makes a value of this type of its plain form."""
    if kind not in _READERS:
        _READERS[kind] = _new_reader(kind)
    return _READERS[kind]


def _new_reader(kind: Any) -> Reader:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Fact:
        return lambda plain: _reader(_FAMILIES[plain[0]])(plain)
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if origin is tuple:
        return _tuple(arguments)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    return Decimal if kind is Decimal else _same


def _same(plain: Any) -> Any:
    return plain


def _dataclass(kind: Any) -> Reader:
    hints = get_type_hints(kind)
    names = _names(kind)
    needed = sum(_is_needed(field) for field in dataclasses.fields(kind))
    readers: list[Reader] = []  # filled below: a type may hold itself
    offset = 1 if issubclass(kind, Fact) else 0

    def read(plain: Sequence[Any]) -> Any:
        if not readers:
            readers.extend(_reader(hints[name]) for name in names)
        values = plain[offset:]
        if not needed <= len(values) <= len(names):
            raise ValueError(f"no {kind.__name__}: {plain!r:.80}")
        return kind(**{n: r(v) for n, r, v in zip(names, readers, values, strict=False)})

    return read


def _is_needed(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _tuple(arguments: tuple[Any, ...]) -> Reader:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        read = _reader(arguments[0])
        return tuple if read is _same else lambda plain: tuple([read(item) for item in plain])
    readers = [_reader(argument) for argument in arguments]
    return lambda plain: tuple([r(item) for r, item in zip(readers, plain, strict=True)])


def _union(arguments: tuple[Any, ...]) -> Reader:
    """None, or the one type beside it; several plain types are as they are."""
    others = [argument for argument in arguments if argument is not types.NoneType]
    read = _reader(others[0]) if len(others) == 1 else _same
    assert len(others) == 1 or all(o in (str, int, float, bool) or get_origin(o) is Literal for o in others), arguments
    return _same if read is _same else lambda plain: None if plain is None else read(plain)
