"""A parsed page → lines of text: blocks and breaks end lines; a row of a table is a line, its cells set apart by tabs.

The trees of real pages are deep (unclosed tags nest); everything here walks them without recursion.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from bs4.element import CData, NavigableString, PageElement, Tag

from kg.read.furniture import TOOL_LINE, dropped_parts, main_part

_BLOCKS = {
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_HAN = "\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”"
_SOURCE_BREAK = re.compile(rf"(?<=[{_HAN}])[ \t\f]*[\r\n][ \t\r\n\f]*(?=[{_HAN}])")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\xad]")
_CELL = 120
"""Characters beyond which a table's cell holds prose, and the table is mere layout."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The page's main text, and the lines above it."""

    text: str
    head: str


@dataclass(slots=True)
class _Writer:
    """Lines being written; `open` is the line so far, `pre` how many <pre> we are in."""

    lines: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    pre: int = 0

    def end(self) -> None:
        line = tidy("".join(self.open))
        self.open.clear()
        if line:
            self.lines.append(line)

    def add(self, text: str) -> None:
        first, *others = text.split("\n") if self.pre else [text]
        self.open.append(first)
        for line in others:
            self.end()
            self.open.append(line)


def render(page: Tag) -> Layout:
    """Main text and head of a page; both empty where it holds no text."""
    tables = {id(table) for table in page.find_all("table") if _is_data(table)}
    dropped = dropped_parts(page)
    main = main_part(page, dropped, tables)
    writer, start, inside = _Writer(), 0, list[str]()
    for node, entering in walk(page, dropped, tables):
        if node is main:
            writer.end()
            start = len(writer.lines) if entering else start
            inside = writer.lines[start:]
        _write(node, entering, writer, tables)
    text = "\n".join(line for line in inside if not TOOL_LINE.match(line))
    return Layout(text, "\n".join(writer.lines[:start]))


def walk(page: Tag, dropped: Container[int], tables: Container[int]) -> Iterator[tuple[PageElement, bool]]:
    """Every node of the page in order, tags twice (entering, then leaving); rows of data tables as leaves."""
    stack: list[tuple[PageElement, bool]] = [(page, True)]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if entering and isinstance(node, Tag):
            stack.append((node, False))
            if not is_row(node, tables):
                stack.extend((child, True) for child in reversed(node.contents) if id(child) not in dropped)


def is_row(node: Tag, tables: Container[int]) -> bool:
    """Whether a tag is a row of one of the data tables."""
    return node.name == "tr" and id(node.find_parent("table")) in tables


def tidy(text: str) -> str:
    """White space as a browser shows it; a line break of the source between two Chinese characters is none."""
    text = _SOURCE_BREAK.sub("", _INVISIBLE.sub("", text).strip())
    return _BLANKS.sub(" ", text).strip()


def _write(node: PageElement, entering: bool, writer: _Writer, tables: Container[int]) -> None:
    """One step of the walk."""
    if isinstance(node, NavigableString):
        if type(node) in (NavigableString, CData):
            writer.add(node)
    elif isinstance(node, Tag):
        if node.name in _BLOCKS or node.name == "br":
            writer.end()
        if node.name == "pre":
            writer.pre += 1 if entering else -1
        if entering and is_row(node, tables):
            cells = [_cell_text(cell) for cell in node.find_all(["td", "th"])]
            if any(cells):
                writer.lines.append("\t".join(cells).rstrip())


def _is_data(table: Tag) -> bool:
    """Whether a table holds data: no table in it, two cells or more side by side, none of them prose."""
    if table.find("table"):
        return False
    cells = table.find_all(["td", "th"])
    return len(cells) > len(table.find_all("tr")) and all(len(_cell_text(cell)) <= _CELL for cell in cells)


def _cell_text(cell: Tag) -> str:
    """A cell as one line: blocks and breaks in it become blanks, inline tags nothing."""
    parts = [
        (" " if node.name in _BLOCKS or node.name == "br" else "") if isinstance(node, Tag) else str(node)
        for node in cell.descendants
        if isinstance(node, Tag) or type(node) in (NavigableString, CData)
    ]
    return tidy("".join(parts))
