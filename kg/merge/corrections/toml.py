"""corrections.toml: the file that a user's corrections stand in.

    [[reject]]                                       # this fact is wrong
    document = "docs/notice-3.txt"                   # the document's id, or its key
    family = "membership"
    spans = [[12, 31]]                               # where its sentence stands; or quote = "…", or neither
    fact = { person = "林正", role = "局长" }          # what it says, as far as it takes to know which fact is meant

    [[edit]]   … as reject, and what is right:       to = { organization = "宜昌市财政局" }
    [[add]]    document, family, spans or quote, and fact = { … } with all that is known
    [[same]]   persons = [{ document = "…", name = "林正" }, { document = "…", name = "林正" }]
    [[different]]  likewise
    [[alias]]  organization = "宜昌市财政局", alias = "宜昌财局"       # or person = …, fund = …
    [[name]]   organization = "宜昌市财政局", name = "宜昌财政"

Each may have a `note`.  What is none of this is an error that names the entry and its line.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, cast

from kg.errors import InputError, UsageError
from kg.merge.corrections.collection import Corrections
from kg.merge.corrections.entries import ENTITIES, Entry, FactEntry, Fields, NameEntry, PersonsEntry, Place
from kg.merge.corrections.fields import canonical, check

__all__ = ["load", "parse", "read_text", "render"]

_FACT = frozenset({"document", "family", "spans", "quote", "fact", "note"})


def load(path: str | Path) -> Corrections:
    """The corrections of a file.  Raises InputError where it cannot be read, UsageError for what is none."""
    return Corrections(parse(read_text(path), str(path)))


def read_text(path: str | Path) -> str:
    """The text of a file, its line ends as they are.  Raises InputError."""
    try:
        return Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(str(path), error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), "no UTF-8") from error


def parse(text: str, name: str = "corrections.toml") -> list[Entry]:
    """The entries of a text, in no particular order.  Raises UsageError, which names the entry and its line."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: {error}") from error
    found: list[Entry] = []
    for kind, entries in told.items():
        if kind not in _READERS or not isinstance(entries, list):
            raise UsageError(f"{name}: no kind of correction: {kind!r} (write [[{']], [['.join(_READERS)}]])")
        lines = _lines(text, kind)
        for at, entry in enumerate(entries):
            try:
                if not isinstance(entry, dict):
                    raise ValueError("an entry is a table")
                found.append(_READERS[kind](kind, entry))
            except ValueError as error:
                where = f", line {lines[at]}" if at < len(lines) else ""
                raise UsageError(f"{name}{where}: [[{kind}]] number {at + 1}: {error}") from error
    return found


def _lines(text: str, kind: str) -> list[int]:
    """The lines at which the entries of a kind begin."""
    head = re.compile(rf"\s*\[\[\s*\"?{kind}\"?\s*\]\]")
    return [number for number, line in enumerate(text.splitlines(), 1) if head.match(line)]


def _known(entry: dict[str, Any], keys: Iterable[str]) -> None:
    unknown = sorted(entry.keys() - set(keys))
    if unknown:
        raise ValueError(f"no key of it: {unknown[0]!r} (there are: {', '.join(sorted(keys))})")


def _string(entry: dict[str, Any], key: str, needed: bool = False) -> str:
    value = entry.get(key, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise ValueError(f"{key} must be a text" if key in entry else f"{key} is missing")
    return value.strip() if key != "quote" else value


def _place(entry: dict[str, Any]) -> Place:
    spans = entry.get("spans", [])
    good = isinstance(spans, list) and all(
        isinstance(s, list) and len(s) == 2 and all(type(n) is int for n in s) and 0 <= s[0] < s[1] for s in spans
    )
    if not good:
        raise ValueError("spans must be [[start, end], …], start before end")
    return Place(_string(entry, "document", True), _string(entry, "family", True), tuple((a, b) for a, b in spans))


def _fields(entry: dict[str, Any], key: str, family: str, whole: bool = False) -> Fields:
    """A table of fields, as texts."""
    told = entry.get(key, {})
    if not isinstance(told, dict):
        raise ValueError(f"{key} must be a table: {key} = {{ field = value }}")
    for name, value in told.items():
        if isinstance(value, bool) or not isinstance(value, str | int | float | date):
            raise ValueError(f"{key}.{name} must be a text, a number or a date")
    texts = {name: str(value).strip() for name, value in told.items()}
    check(family, texts, whole)
    return tuple(sorted(texts.items()))


def _of_fact(kind: str, entry: dict[str, Any]) -> FactEntry:
    _known(entry, _FACT | ({"to"} if kind == "edit" else set()))
    place, quote, note = _place(entry), _string(entry, "quote"), _string(entry, "note")
    if kind == "add":
        if not (place.spans or quote):
            raise ValueError("spans or quote is missing")
        return FactEntry("add", place, (), _fields(entry, "fact", place.family, whole=True), quote, note)
    fact = tuple((name, canonical(name, value)) for name, value in _fields(entry, "fact", place.family))
    if not (place.spans or quote or fact):
        raise ValueError("spans, quote or fact is missing: which fact is meant?")
    to = _fields(entry, "to", place.family) if kind == "edit" else ()
    if kind == "edit" and not to:
        raise ValueError("to is missing")
    return FactEntry(cast(Literal["edit", "reject"], kind), place, fact, to, quote, note)


def _of_persons(kind: str, entry: dict[str, Any]) -> PersonsEntry:
    _known(entry, ("persons", "note"))
    told = entry.get("persons")
    if not isinstance(told, list) or not all(isinstance(person, dict) for person in told):
        raise ValueError("persons must be [{ document = …, name = … }, …]")
    persons = set()
    for person in told:
        _known(person, ("document", "name"))
        persons.add((_string(person, "document", True), _string(person, "name", True)))
    if len(persons) < 2:
        raise ValueError("persons must be two or more")
    return PersonsEntry(cast(Literal["different", "same"], kind), tuple(sorted(persons)), _string(entry, "note"))


def _of_name(kind: str, entry: dict[str, Any]) -> NameEntry:
    _known(entry, (*ENTITIES, kind, "document", "note"))
    which = [entity for entity in ENTITIES if entity in entry]
    if len(which) != 1:
        raise ValueError(f"one of {', '.join(ENTITIES)} must say whose name it is")
    of, value = _string(entry, which[0], True), _string(entry, kind, True)
    document = _string(entry, "document")
    if document and which[0] != "person":
        raise ValueError("document goes with person")
    if of == value:
        raise ValueError("it is called so already")
    return NameEntry(cast(Literal["alias", "name"], kind), which[0], of, value, document, _string(entry, "note"))


_READERS: dict[str, Callable[[str, dict[str, Any]], Entry]] = {
    "reject": _of_fact,
    "edit": _of_fact,
    "add": _of_fact,
    "same": _of_persons,
    "different": _of_persons,
    "alias": _of_name,
    "name": _of_name,
}


def render(entries: Iterable[Entry]) -> str:
    """The entries as TOML, in their order; reading it gives them back."""
    return "\n".join("\n".join([f"[[{entry.kind}]]", *_written(entry), ""]) for entry in entries)


def _written(entry: Entry) -> Iterator[str]:
    if isinstance(entry, FactEntry):
        yield f"document = {_quoted(entry.place.document)}"
        yield f"family = {_quoted(entry.place.family)}"
        if entry.place.spans:
            yield f"spans = [{', '.join(f'[{a}, {b}]' for a, b in entry.place.spans)}]"
        if entry.quote:
            yield f"quote = {_quoted(entry.quote)}"
        fact, to = (entry.to, ()) if entry.kind == "add" else (entry.fact, entry.to)
        yield from (f"{key} = {_table(told)}" for key, told in (("fact", fact), ("to", to)) if told)
    elif isinstance(entry, PersonsEntry):
        persons = (_table((("document", document), ("name", name))) for document, name in entry.persons)
        yield f"persons = [{', '.join(persons)}]"
    else:
        yield f"{entry.entity} = {_quoted(entry.of)}"
        yield f"{entry.kind} = {_quoted(entry.value)}"
        if entry.document:
            yield f"document = {_quoted(entry.document)}"
    if entry.note:
        yield f"note = {_quoted(entry.note)}"


def _table(fields: Fields) -> str:
    return "{ " + ", ".join(f"{name} = {_quoted(value)}" for name, value in fields) + " }"


def _quoted(text: str) -> str:
    """A basic string of TOML, which is JSON's but for the delete character and lone surrogates."""
    text = json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
