"""Tables flattened to lines: amounts in rows under a header that names their unit.

    单位：万元
    地区　项目　金额
    张家界市　森林生态修复　2860        → 2860, unit 万元

The unit holds from its line to the next line of prose.  Where a header names several columns of
numbers, only those of money count; 序号, 户数, 面积 and percentages do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.currencies import SUFFIXES
from kg.annotate.numerals import number
from kg.annotate.passage import MoneyMention, Passage, State

__all__ = ["Cell", "TableHeader", "annotate_rows", "cells", "header_of"]

_SUFFIX = "|".join(sorted(SUFFIXES, key=len, reverse=True))
_UNIT = rf"(?P<unit>(?:[十百千]?[万亿]|[百千])?(?P<currency>{_SUFFIX}))"
_UNIT_LINE = re.compile(rf"单位\s*[:：]\s*(?:人民币)?\s*{_UNIT}")
_UNIT_CELL = re.compile(rf"（(?:单位[:：])?{_UNIT}）")
_PROSE = re.compile(r"[。；？！]")
_CELL = re.compile(r"[^\s|｜，]+")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_NOT_MONEY = re.compile(r"序号|编号|户|人数|人次|面积|亩|公里|个数|数量|比例|占比|%|年度|年份|标准|单价|因素|备注|代码")
_MEMORY = "money.table"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: offsets in the article, and the text."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class TableHeader:
    """The unit that governs the rows to come, and the titles of the columns (empty until seen)."""

    unit_text: str
    currency: str
    start: int
    columns: tuple[str, ...] = ()

    def titles_for(self, text: str, segment: tuple[int, int]) -> dict[int, str]:
        """Offset of each cell of the row → the title above it; empty where the counts differ."""
        line = cells(text, *segment)
        if len(line) != len(self.columns):
            return {}
        return {cell.start: title for cell, title in zip(line, self.columns, strict=True)}


def header_of(state: State) -> TableHeader | None:
    """The header that governs where reading stands."""
    header = state.memory.get(_MEMORY)
    return header if isinstance(header, TableHeader) else None


def cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of one line: what stands between blanks, tabs and bars."""
    return [Cell(m.start(), m.end(), m[0]) for m in _CELL.finditer(text, start, end)]


def annotate_rows(passage: Passage, start: int, end: int) -> bool:
    """Whether the line is part of a table; amounts in it go to `passage.money`."""
    text, memory = passage.text, passage.state.memory
    header = memory.get(_MEMORY)
    if unit := _UNIT_LINE.search(text, start, end):
        memory[_MEMORY] = TableHeader(unit["unit"], SUFFIXES[unit["currency"]], start)
        return True
    line = cells(text, start, end)
    if not isinstance(header, TableHeader):
        return _header_with_unit(passage.state, text, line)
    if _PROSE.search(text, start, end):
        del memory[_MEMORY]
        return False
    if not any(_NUMBER.fullmatch(cell.text) for cell in line):
        if len(line) > 1:
            header.columns = tuple(cell.text for cell in line)
        elif header.columns or line[0].text in _TITLES:
            header.columns = ()
        return any(cell.text in _TITLES for cell in line)
    _rows(passage, header, line)
    return True


_TITLES = frozenset(("地区", "市县", "单位", "项目", "金额", "合计", "序号", "备注", "省份", "资金", "名称", "县区", "市州"))


def _header_with_unit(state: State, text: str, line: list[Cell]) -> bool:
    """地区　金额（万元）: a header that carries the unit itself; only several short cells are one."""
    if len(line) < 2 or any(len(cell.text) > 25 for cell in line):
        return False
    for cell in line:
        if unit := _UNIT_CELL.search(cell.text):
            columns = tuple(c.text for c in line)
            state.memory[_MEMORY] = TableHeader(unit["unit"], SUFFIXES[unit["currency"]], line[0].start, columns)
            return True
    return False


def _rows(passage: Passage, header: TableHeader, line: list[Cell]) -> None:
    """The amounts of one row: the cells under a title of money, else the last number of the row."""
    numeric = [i for i, cell in enumerate(line) if _NUMBER.fullmatch(cell.text)]
    titles = header.columns if len(header.columns) == len(line) else ()
    if titles:
        chosen = [i for i in numeric if not _NOT_MONEY.search(titles[i])]
    else:
        chosen = numeric[-1:] if len(line) > 1 or line[0].text != "0" else []
    scale = number("1" + header.unit_text.removesuffix(_currency_text(header))) or number("1")
    for i in chosen:
        cell = line[i]
        value = number(cell.text)
        if value and scale:
            passage.money.append(
                MoneyMention(cell.start, cell.end, cell.text, value * scale, header.currency, None, None, header.unit_text)
            )


def _currency_text(header: TableHeader) -> str:
    return next(s for s in sorted(SUFFIXES, key=len, reverse=True) if header.unit_text.endswith(s))
