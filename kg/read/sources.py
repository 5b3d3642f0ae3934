"""Files and folders → the inputs in them, in order of their id; nothing is opened here."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InputError

SUFFIXES = (".txt", ".text", ".md", ".markdown", ".html", ".htm", ".shtml", ".xhtml", ".jsonl", ".ndjson")
STDIN = "-"
_STORE, _FACTS = ".kg", "facts.jsonl"
"""A folder with this store in it is a graph, and this file of it would be read as documents."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read (`-`: standard input).  `id` is its path relative to the root, with /; absolute outside it."""

    id: str
    path: str


@dataclass(frozen=True, slots=True)
class Listing:
    """All inputs in order of id: sources, and errors for what cannot be listed.  `skipped` counts files by suffix."""

    items: tuple[Source | InputError, ...]
    skipped: Counter[str] = field(default_factory=Counter)


def list_sources(paths: Iterable[str | Path], root: str | None = None) -> Listing:
    """The files named, and those of a known suffix in the folders named; each once, whatever the order of `paths`.

    Hidden files in folders, and the facts of a graph that stands there, are passed over.  Folders are walked through symbolic links; a link back to a folder
    above is an InputError, not a loop.
    A path that is missing, may not be read or has an unknown suffix is an InputError in its place.
    """
    base = os.path.abspath(root or os.curdir)
    found: dict[str, Source | InputError] = {}
    skipped: dict[str, str] = {}
    for path in dict.fromkeys(str(path) for path in paths):
        if path == STDIN:
            found[STDIN] = Source(STDIN, STDIN)
            continue
        for item in _below(os.path.abspath(path), base, skipped):
            found.setdefault(item.id if isinstance(item, Source) else item.path, item)
    counts = Counter(suffix for identifier, suffix in skipped.items() if identifier not in found)
    return Listing(tuple(found[key] for key in sorted(found)), counts)


def identify(path: str, base: str) -> str:
    """A path as an id: relative to `base`, absolute outside it; names in a legacy encoding made readable."""
    try:
        name = Path(path).relative_to(base).as_posix()
    except ValueError:
        name = Path(path).as_posix()
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        # Names from old archives are GBK bytes that the system could not decode.
        raw = os.fsencode(name)
        try:
            return raw.decode("gb18030")
        except UnicodeDecodeError:
            return raw.decode("utf-8", "backslashreplace")
    return name


def _below(path: str, base: str, skipped: dict[str, str]) -> Iterator[Source | InputError]:
    """The sources at and below a path that the user named."""
    identifier = identify(path, base)
    try:
        os.stat(path)
    except (OSError, ValueError) as error:
        yield InputError(identifier, reason(error))
        return
    if os.path.isdir(path):
        yield from _folder(path, base, skipped)
    elif _suffix(path) in ("", *SUFFIXES):
        yield Source(identifier, path)
    else:
        yield InputError(identifier, f"{_suffix(path)} files cannot be read; kg reads {' '.join(SUFFIXES)}")


def _folder(top: str, base: str, skipped: dict[str, str]) -> Iterator[Source | InputError]:
    """The sources in a folder, at any depth; `above` are the real folders that lead to it."""
    stack: list[tuple[str, frozenset[str]]] = [(top, frozenset())]
    while stack:
        folder, above = stack.pop()
        real = os.path.realpath(folder)
        if real in above:
            yield InputError(identify(folder, base), f"a loop: this folder is a link back to {identify(real, base)}")
            continue
        try:
            names = sorted(os.listdir(folder))
        except OSError as error:
            yield InputError(identify(folder, base), reason(error))
            continue
        for name in names:
            path = os.path.join(folder, name)
            if name.startswith(".") or (name == _FACTS and _STORE in names):
                continue
            if os.path.isdir(path):
                stack.append((path, above | {real}))
            elif _suffix(name) not in SUFFIXES or (os.path.exists(path) and not os.path.isfile(path)):
                skipped[identify(path, base)] = _suffix(name)
            else:
                yield Source(identify(path, base), path)


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def reason(error: Exception) -> str:
    """Why the system refused, in a few words."""
    known: dict[type[Exception], str] = {
        FileNotFoundError: "there is no such file or folder",
        PermissionError: "no permission to read it",
        IsADirectoryError: "a folder, not a file",
    }
    return known.get(type(error)) or getattr(error, "strerror", None) or str(error)
