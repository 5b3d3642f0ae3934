"""Abbreviations of local bodies, listed and derived: what follows the name of a place → its full form.

发改委, 发展改革委           → 发展和改革委员会     listed in ontology/organizations.ttl
住房城乡建设厅               → 住房和城乡建设厅     the same without 和
城市管理委, 金融工作办        → …委员会, …办公室     the last word shortened
党委组织部                   → 委组织部            as autonomous regions have it
应急厅                       → 应急管理厅           only 管理, 监督管理, 事务 … left out
文旅局                       → 文化和旅游局         some characters of each part, in their order, and one body alone fits
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.merge.tables import rows

__all__ = ["full_name"]

_LINK = re.compile("[和与及]")
_LAST = (("委员会", "委"), ("办公室", "办"))
_GENERIC = re.compile("(?:行政|监督|综合|事务|工作|开发|服务)?管理|事务|行政")
_SHORT = re.compile(r"^[\u4e00-\u9fff]{2,6}[厅局委办]$")


@cache
def _forms() -> dict[str, str]:
    """Every written form that needs no guess → the full name; full names before listed ones before derived ones."""
    listed = [(name, list(filter(None, shorts.split("|")))) for name, shorts, *_ in rows("local_bodies.tsv")]
    found = {name: name for name, _ in listed}
    for name, shorts in listed:
        for short in shorts:
            found.setdefault(short, name)
    for written, name in list(found.items()):
        for form in _derived(written):
            found.setdefault(form, name)
    return found


def _derived(written: str) -> Iterator[str]:
    """The forms that follow from one form by rule."""
    plain = _LINK.sub("", written)
    yield plain
    for full, short in _LAST:
        if plain.endswith(full) and len(plain) > len(full) + 1:
            yield plain.removesuffix(full) + short
            yield written.removesuffix(full) + short
    if written.startswith("委"):
        yield "党" + written


@lru_cache(maxsize=65536)
def full_name(written: str) -> str | None:
    """The full name of a local body by what follows the place, or None: 发改委 → 发展和改革委员会."""
    known = _forms().get(written)
    if known or not _SHORT.match(written):
        return known
    fitting = {name for name in _full_names() if name[0] == written[0] and _shortens(written, name)}
    return fitting.pop() if len(fitting) == 1 else None


@cache
def _full_names() -> tuple[str, ...]:
    return tuple(sorted(set(_forms().values())))


def _shortens(written: str, name: str) -> bool:
    """Is `written` made of characters of each part of `name`, in their order, or of all but its generic words?"""
    for full, short in _LAST:
        name = name.removesuffix(full) + short if name.endswith(full) else name
    if written[-1] != name[-1]:
        return False
    short, parts = written[:-1], _LINK.split(name[:-1])
    if len(parts) == 1:
        return short == _GENERIC.sub("", parts[0])
    return all(any(c in short for c in part) for part in parts) and _in_order(short, "".join(parts))


def _in_order(short: str, long: str) -> bool:
    rest = iter(long)
    return all(c in rest for c in short)
