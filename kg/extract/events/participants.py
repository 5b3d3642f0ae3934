"""Who takes part in an event, and where it takes place."""

from __future__ import annotations

import re

from kg.annotate.dates.words import any_of
from kg.annotate.passage import Passage

__all__ = ["location_of", "participants_of"]

_RECEIVES = re.compile(r"(?:向|对|给|支持|于|到|赴|从|用于|下达我?|拨付|补助|报|报送|送|为|原|驻)$")
_ATTENDS = re.compile(
    any_of("出席 主持 讲话 参加 列席 通报 致辞 汇报 发言 陪同 见证 签字 介绍情况 介绍经验 介绍做法 率队 带队 监誓 同行")
)
_POSTS = any_of(
    "党组 党委 书记 局长 部长 厅长 司长 处长 主任 市长 县长 省长 委员 科长 秘书长 总工程师 巡视员 调研员 负责人",
    "院长 行长 教授",
)
_TITLE_AFTER = re.compile(rf"[\u4e00-\u9fff]{{0,8}}(?:{_POSTS})")
_PLACE_BEFORE = re.compile(r"(?:在|于|赴|到|抵达|来到|赶到|前往)$")


def participants_of(passage: Passage, start: int, end: int) -> tuple[str, ...]:
    """Persons and bodies that act or attend in `text[start:end]` and in the sentences that go on about it."""
    text = passage.text
    names: dict[str, None] = {}
    for body in passage.organizations:
        receives = _RECEIVES.search(text[max(start, body.start - 4) : body.start])
        if start <= body.start < end and not receives and not _TITLE_AFTER.match(text, body.end):
            names.setdefault(body.name)
    for person in passage.persons:
        if start <= person.start < end:
            names.setdefault(person.name)
    for a, b in _continued(passage, end):
        for person in passage.persons:
            if a <= person.start < b:
                names.setdefault(person.name)
    return tuple(names)


def _continued(passage: Passage, end: int) -> list[tuple[int, int]]:
    """The sentences after `end` that say who attended, up to the next date."""
    found = []
    for a, b in passage.segments:
        if a < end - 1:
            continue
        dated = any(a <= d.start < b for d in passage.dates)
        if dated or not _ATTENDS.search(passage.text, a, b):
            break
        found.append((a, b))
    return found


def location_of(passage: Passage, start: int, end: int) -> str | None:
    """The region named in 在X, 于X, 赴X."""
    for region in passage.regions:
        if start <= region.start < end and _PLACE_BEFORE.search(
            passage.text[max(start, region.start - 3) : region.start]
        ):
            return region.name
    return None
