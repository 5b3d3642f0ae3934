"""The version of what makes a graph: a hash of the code and tables that facts and blocks depend on.

A release number says too little: a rule that changed between two releases gives other facts.  Documents read by
another version than this one are read again by `kg update`.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from kg.model import content_hash

__all__ = ["extractor_version"]

_PARTS = ("model.py", "annotate", "extract", "merge", "graph", "read", "store")
_SUFFIXES = (".py", ".tsv", ".txt")


@cache
def extractor_version() -> str:
    """The same on every machine that has the same kg."""
    root = Path(str(files("kg")))
    found = [path for part in _PARTS for path in (root / part, *(root / part).rglob("*")) if path.suffix in _SUFFIXES]
    told = ((path.relative_to(root).as_posix(), path.read_bytes().decode("utf-8")) for path in found if path.is_file())
    return content_hash(*(text for pair in sorted(told) for text in pair))
