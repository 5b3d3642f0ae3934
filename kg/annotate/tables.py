"""Tables flattened to lines: amounts in rows under a header that names their unit.

    单位：万元                       单位：万元
    地区　项目　金额                 地区
    张家界市　森林生态修复　2860     金额
                                     张家界市
                                     2860

The unit holds from its line to the next line of prose.  Cells stand side by side, or one a line in
turn.  Where titles name several columns of numbers, only those of money count; 序号, 户数, 面积 and
percentages do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.annotate.currencies import SUFFIXES
from kg.annotate.numerals import number
from kg.annotate.passage import MoneyMention, Passage, State

__all__ = ["Cell", "TableHeader", "annotate_rows", "beside", "cells", "header_of"]

_SUFFIX = "|".join(sorted(SUFFIXES, key=len, reverse=True))
_UNIT = rf"(?P<unit>(?:[十百千]?[万亿]|[百千])?(?P<currency>{_SUFFIX}))"
_UNIT_LINE = re.compile(rf"单位\s*[:：]\s*(?:人民币)?\s*{_UNIT}")
_CAPTION = re.compile(rf"(?:[^。；，\d]*\d{{4}}年)?[^。；，\d]*(?:表|情况|明细|分配|方案|清单)[^。；，\d（]{{0,6}}（{_UNIT}）")
"""附表：资金分配情况（万元）"""
_UNIT_CELL = re.compile(rf"（(?:单位[:：])?{_UNIT}）")
_PROSE = re.compile(r"[。；？！]")
_SPACED = r"(?<![^\s|｜])(?:[合总小共序地单项金备名县市省区][ \u3000]+[计号区位目额注称县市名份]|[\u4e00-\u9fff][ \u3000]+[县市区旗])(?=$|[\s|｜])"
"""合　计, 金 额, 岷　县: one cell that is set apart to fill its column."""
_CELL = re.compile(rf"{_SPACED}|[^\s|｜，]+")
_SLASHED = re.compile(r"[^/\n]*[\u4e00-\u9fff]/[^/\n]+/[^/\n]+")
"""甘井子区／电梯更新／12,450, folded: a row with a slash between its cells."""
_CELL_SLASHED = re.compile(r"[^\s|｜，/]+")
_INLINE = re.compile(r"(?:[\u4e00-\u9fff、（）]{2,16}[\d,.]*\d[；，。]){3,}")
"""呼和浩特市2.71；包头市1.96；…: a table in one line of prose."""
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_NOT_MONEY = re.compile(
    r"序号|编号|户|人数|人次|(?:^|总|受益|惠及)人口(?:数|$)|（[^）元]*[人亩里米头套座间处个吨]）|面积|亩|公里|(?:[里全总]程|长度|产量|名额|床位)(?!.*(?:补助|补贴|奖|资金|经费|投资))|个数|数量|比例|占比|%|年度|年份|(?<!高)标准(?!化)|单价|因素|备注|代码"
)
_MONEY_TITLE = re.compile(r"金额|资金|补助|下达|安排|合计|总计|小计|拨付|投资|经费|预算|数$|款$")
_TITLE = re.compile(
    r"(?:序号|编号|地区|市县|市州|州市|县区|区县|省份|单位|项目|名称|金额|资金|备注|地点|内容|责任|年度|类别|乡镇|"
    r"镇村|村|补助|标准|合计|用途|实施|主体|科目|文号)"
)
_SERIAL, _REMARK = re.compile(r"序\s*号|编\s*号"), re.compile(r"备\s*注|说\s*明")
_SUM_CELL = re.compile(r"[\u4e00-\u9fff]{0,6}[合总小共]\s*计")
_MEMORY = "money.table"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row: offsets in the article, and the text."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class TableHeader:
    """The unit that governs the rows to come, and the titles of the columns (empty until seen).

    `column` holds the titles that stand one a line, `row` the cells of the row that is being read that way.
    """

    unit_text: str
    currency: str
    start: int
    columns: tuple[str, ...] = ()
    column: list[str] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    begun: bool = False

    def titles_for(self, text: str, segment: tuple[int, int]) -> dict[int, str]:
        """Offset of each cell of the row → the title above it; empty where the counts differ."""
        line = cells(text, *segment)
        return {cell.start: title for cell, title in zip(line, self.titles_of(line), strict=False)}

    def titles_of(self, line: list[Cell]) -> tuple[str, ...]:
        """The titles above the cells; a line of totals has no serial number, and a remark may be left out; empty where the counts differ."""
        titles = self.columns
        if titles and len(line) < len(titles) and _SERIAL.fullmatch(titles[0]) and _SUM_CELL.fullmatch(line[0].text):
            titles = titles[1:]
        if titles and len(line) < len(titles) and _REMARK.fullmatch(titles[-1]):
            titles = titles[:-1]
        return titles if len(titles) == len(line) else ()


def header_of(state: State) -> TableHeader | None:
    """The header that governs where reading stands."""
    header = state.memory.get(_MEMORY)
    return header if isinstance(header, TableHeader) else None


def cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of one line: what stands between blanks, tabs, bars, commas and, in a row of three cells, slashes."""
    pattern = _CELL_SLASHED if _SLASHED.match(text, start, end) else _CELL
    return [Cell(m.start(), m.end(), m[0]) for m in pattern.finditer(text, start, end)]


def beside(line: list[Cell]) -> list[tuple[Cell, Cell]]:
    """九江市　4600　　抚州市　2100: several rows beside each other in one line, each a place and a number; else none."""
    pairs = list(zip(line[::2], line[1::2], strict=False))
    regular = len(line) == 2 * len(pairs) > 2 and all(_AREA.search(a.text) and _NUMBER.fullmatch(b.text) for a, b in pairs)
    return pairs if regular else []


_AREA = re.compile(r"[\u4e00-\u9fff](?:[省市县区州旗盟镇乡]|街道)$")


def annotate_rows(passage: Passage, start: int, end: int) -> bool:
    """Whether the line is part of a table; amounts in it go to `passage.money`."""
    text, memory = passage.text, passage.state.memory
    header = header_of(passage.state)
    if header is None and "元" not in text[start:end]:
        return False
    if unit := _UNIT_LINE.search(text, start, end) or _CAPTION.fullmatch(text, start, end):
        memory[_MEMORY] = TableHeader(unit["unit"], SUFFIXES[unit["currency"]], start)
        return True
    line = cells(text, start, end)
    if header is None:
        return _header_with_unit(passage.state, line)
    if not line:
        return False
    if len(line) == 1 and _is_vertical(header, line[0]):
        return _take_vertical(passage, header, line[0])
    if _PROSE.search(text, start, end):
        return _take_inline(passage, header, start, end)
    if not any(_NUMBER.fullmatch(cell.text) for cell in line):
        titles = sum(_TITLE.search(cell.text) is not None for cell in line) or _opens(header, line)
        if len(line) > 1 and titles:
            header.columns, header.column = tuple(cell.text for cell in line), []
        return titles > 0
    _rows(passage, header, line)
    return True


def _opens(header: TableHeader, line: list[Cell]) -> bool:
    """市别　校舍改造　幼儿园建设: at least three short cells without a number, the first under the unit, are titles whatever they say."""
    return len(line) > 2 and not header.columns and not header.column and all(len(cell.text) <= 14 for cell in line)


def _take_inline(passage: Passage, header: TableHeader, start: int, end: int) -> bool:
    """A table that is written as a sentence; other prose ends the table."""
    if not _INLINE.fullmatch(passage.text, start, end):
        del passage.state.memory[_MEMORY]
        return False
    for found in _NUMBER.finditer(passage.text, start, end):
        _amount(passage, header, Cell(found.start(), found.end(), found[0]))
    return True


def _is_vertical(header: TableHeader, cell: Cell) -> bool:
    """Does the line hold one cell of a table that is written one cell a line?"""
    if header.columns:
        return False
    if not header.begun and _TITLE.search(cell.text) and len(cell.text) <= 14:
        return True
    return len(header.column) > 1


def _take_vertical(passage: Passage, header: TableHeader, cell: Cell) -> bool:
    """Read the cell into the row of the titles in turn; a number under a title of money is an amount."""
    if not header.begun and _TITLE.search(cell.text) and len(cell.text) <= 14:
        header.column.append(cell.text)
        return True
    header.begun = True
    if len(header.row) == len(header.column):
        header.row = []
    title = header.column[len(header.row)]
    header.row.append(cell)
    if _NUMBER.fullmatch(cell.text) and _MONEY_TITLE.search(title) and not _NOT_MONEY.search(title):
        _amount(passage, header, cell)
    return True


def _header_with_unit(state: State, line: list[Cell]) -> bool:
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
    titles = header.titles_of(line)
    chosen = [i for i in numeric if not _NOT_MONEY.search(titles[i])] if titles else numeric if beside(line) else numeric[-1:]
    for i in chosen:
        _amount(passage, header, line[i])


def _amount(passage: Passage, header: TableHeader, cell: Cell) -> None:
    suffix = next(s for s in sorted(SUFFIXES, key=len, reverse=True) if header.unit_text.endswith(s))
    scale = number("1" + header.unit_text.removesuffix(suffix))
    value = number(cell.text)
    if value and scale:
        passage.money.append(
            MoneyMention(cell.start, cell.end, cell.text, value * scale, header.currency, None, None, header.unit_text)
        )
