"""Places without their names: 村里, 该镇, 全县, as the article stands there."""

from __future__ import annotations

import re

from kg.annotate.deixis import village
from kg.annotate.passage import Passage
from kg.annotate.regions import resolve_level, written
from kg.extract.allocations.unnamed import Place

__all__ = ["local", "local_at"]


def local(passage: Passage, start: int, end: int) -> list[Place]:
    """村里争取到…, 该镇共获…, 县里收到…: the place without its name that a clause of the stretch has for its subject."""
    said = next(reversed(list(_LOCAL.finditer(passage.text, start, end))), None)
    return _resolved(passage, said) if said else []


def local_at(passage: Passage, at: int, end: int) -> list[Place]:
    """The place without its name that stands at `at`: 在|村里, 为|该县."""
    said = _LOCAL_NOUN.match(passage.text, at, end)
    return _resolved(passage, said) if said else []


def _resolved(passage: Passage, said: re.Match[str]) -> list[Place]:
    state, noun = passage.state, said["noun"]
    cursor, state.cursor = state.cursor, said.start()
    region = resolve_level(state, noun, own=True)
    name = written(state, region) if region else village(noun, state)
    state.cursor = cursor
    return [(said.start(), said.end(), name, region.code if region else None)] if name else []


_LOCAL_NOUN = re.compile(
    r"(?:[该我全]|这个|(?=[\u4e00-\u9fff][里上]))(?P<noun>村|镇|乡|社区|街道|苏木|嘎查|县|市|区|州|旗)(?:里|上)?(?![级委长政人财]|[^，。；]{0,8}(?:部门|系统|机构))"
)
_LOCAL = re.compile(rf"(?:(?<![\u4e00-\u9fff])|(?<=[年月日底初末说前后给])|(?<=截至目前)){_LOCAL_NOUN.pattern}")
