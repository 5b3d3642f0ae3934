"""Tables of persons whose columns are titles that they take and give up.

    姓　名　　　任命职务　　　　　　　免去职务
    沈立冬　　　区发展和改革局局长　　区工业园区管委会副主任

The head says what each column is; it holds until a line that is no row.
"""

from __future__ import annotations

import re
from typing import cast

from kg.annotate.passage import Passage
from kg.annotate.roles import find_roles
from kg.extract.memberships.emit import Statement, emit
from kg.extract.memberships.holders import Named, person_at
from kg.extract.memberships.inherit import resolve_stack
from kg.extract.memberships.links import PROPOSED
from kg.extract.memberships.titles import find_stacks
from kg.model import Status

__all__ = ["title_rows"]

_PADDED = re.compile(r"(?<![^ ])([\u4e00-\u9fff]) {1,4}([\u4e00-\u9fff])(?![^ ])")
_CELL = re.compile(r"[^ ]+")
_NAME = re.compile(r"姓名|(?:人员|同志)(?:姓名|名单)?")
_STATUS = (
    (re.compile(r"拟"), PROPOSED),
    (re.compile(r"免|不再"), "removed"),
    (re.compile(r"原任|原职|曾任|任职前"), "former"),
    (re.compile(r"任命|聘任|新任|改任|调任|任职"), "appointed"),
    (re.compile(r"职务|现任|职称"), "current"),
)
"""What the head of a column says of its titles, tried in order."""


def title_rows(passage: Passage) -> bool:
    """Is the passage a head or a row of such a table?  The titles of a row are drafted."""
    memory = passage.state.memory
    head = _head(passage)
    if head:
        memory["title_columns"] = head
        return True
    columns = memory.get("title_columns")
    if not isinstance(columns, tuple):
        return _between_titles(passage)
    named = _row(passage, columns)
    if named is None:
        memory["title_columns"] = None
        return False
    _draft(passage, named, columns[columns.index("name") + 1 :])
    return True


def _head(passage: Passage) -> tuple[str | None, ...]:
    """What each column holds: "name", a status, PROPOSED, or None; empty for a line that is no head."""
    line = passage.text[passage.start : passage.end]
    if "姓" not in line or "职" not in line:
        return ()
    titles = _CELL.findall(_PADDED.sub(r"\1\2", line))
    kinds = tuple("name" if _NAME.fullmatch(title) else _kind(title) for title in titles)
    return kinds if kinds.count("name") == 1 and len(kinds) > 1 and any(k not in (None, "name") for k in kinds) else ()


def _kind(title: str) -> str | None:
    return next((status for words, status in _STATUS if words.search(title)), None)


def _row(passage: Passage, columns: tuple[str | None, ...]) -> Named | None:
    """The person of a row, in the column that the head gives."""
    text, place = passage.text, columns.index("name")
    cells = list(_CELL.finditer(text, passage.start, passage.end))
    if len(cells) <= place + 1 or text[: passage.end].rstrip().endswith(("。", "：")):
        return None
    named = person_at(passage, cells[place].start(), place="table")
    return named if named and text[named.end : named.end + 1] == " " else None


def _draft(passage: Passage, named: Named, columns: tuple[str | None, ...]) -> None:
    """Draft the titles of each cell behind the name, by what its column says."""
    stacks = find_stacks(passage, find_roles(passage.text, passage.start, passage.end))
    for cell, kind in zip(_CELL.finditer(passage.text, named.end, passage.end), columns, strict=False):
        for stack in stacks:
            if kind is None or not cell.start() <= stack.start < cell.end():
                continue
            if kind == PROPOSED:
                passage.state.reject("membership", "proposed, not appointed", stack.start, stack.end)
            else:
                resolve_stack(passage, stack, None)
                emit(passage, [named], stack.units, Statement(cast(Status, kind), "membership.table"))


_TITLE_CELL = re.compile(r"[\u4e00-\u9fff]{2,16}")
_OF_WATER = re.compile(r"(?P<body>[\u4e00-\u9fff]{1,6}[河江湖溪渠])(?=副?[河湖]长)")


def _between_titles(passage: Passage) -> bool:
    """县总河长　陆文清　县委副书记、县长: the title that the list gives, and behind the name the titles that its holder has."""
    text = passage.text
    cells = list(_CELL.finditer(text, passage.start, passage.end))
    if len(cells) < 3 or text[: passage.end].rstrip().endswith(("。", "：")) or not _TITLE_CELL.fullmatch(cells[0][0]):
        return False
    stacks = [[s for s in find_stacks(passage, find_roles(text, *cell.span())) if s.end == cell.end()] for cell in (cells[0], cells[2])]
    named = person_at(passage, cells[1].start(), place="table") if all(stacks) else None
    if named is None or named.end != cells[1].end() or (len(cells) > 3 and person_at(passage, cells[3].start(), place="table")):
        return False  # 局长　甲　副局长　乙
    water = _OF_WATER.match(text, *cells[0].span())
    if water:
        unit = stacks[0][0].units[0]
        unit.body, unit.start = water.span("body"), cells[0].start()
    for stack in (stacks[0][0], *find_stacks(passage, find_roles(text, *cells[2].span()))):
        resolve_stack(passage, stack, None)
        emit(passage, [named], stack.units, Statement("current", "membership.table"))
    return True
