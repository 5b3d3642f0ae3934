"""One page that shows documents with their facts: `kg extract --format html`.

The page needs nothing from elsewhere and lets nothing in (its Content-Security-Policy says so).  On the left the
text, with the words that make up facts underlined in the colour of their family; on the right the facts, each with
its fields, its rule and its confidence.  A word and its facts light up together.  Without scripts it is all there still.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from kg.export.jsonl import Line, lines
from kg.export.labels import FAMILIES, FIELDS, field_values, shown
from kg.export.marks import pieces
from kg.graph.families import fact_label
from kg.model import Document, Extraction

__all__ = ["page", "section"]

_HEAD = """\
<!DOCTYPE html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>kg · 文档与事实</title>
<style>
{css}</style>
</head>
<body>
<header>{legend}</header>
"""
_TAIL = "<script>\n{js}</script>\n</body>\n</html>\n"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

Mark = tuple[int, str]
"""Number of a fact, and which of its parts is meant; "" is its evidence.  In the page: `data-f`, and `data-p` for parts."""


def page(extractions: Iterable[Extraction]) -> Iterator[str]:
    """The page in parts, a document at a time: joined, they are one HTML file."""
    legend = "".join(
        f'<label><input type="checkbox" id="{family}" checked> <mark class="{family}">{zh}</mark> <small>{en}</small></label>'
        for family, (zh, en) in FAMILIES.items()
    )
    yield _HEAD.format(css=_shipped("page.css"), legend=legend)
    for number, extraction in enumerate(extractions, 1):
        yield section(extraction, number)
    yield _TAIL.format(js=_shipped("page.js"))


def section(extraction: Extraction, number: int = 1) -> str:
    """One document: what it is, its text with the marks, its facts.  `number` makes its anchors its own."""
    document = extraction.document
    found = list(lines(extraction))
    labels = {fact.id: fact_label(fact) for fact in extraction.facts}
    places = {line["id"]: at for at, line in enumerate(found, 1)}
    facts = "".join(_fact(line, at, number, labels[line["id"]], places) for at, line in enumerate(found, 1))
    return (
        f'<section id="d{number}">\n<h2>{_text(document.title or document.id)}</h2>\n<p class="about">{_about(document, found)}</p>\n'
        f'<div class="text">{_marked(document.text, found)}</div>\n<ol>\n{facts}</ol>\n</section>\n'
    )


def _about(document: Document, found: list[Line]) -> str:
    known = (document.id, document.number, document.publisher, document.published)
    counts = (f"{zh} {sum(line['type'] == family for line in found)}" for family, (zh, _) in FAMILIES.items() if found)
    return " · ".join(_text(value) for value in (*known, *counts) if value)


def _marked(text: str, found: list[Line]) -> str:
    """The text; words of facts as `mark`, the rest of their sentences as `span`, both with the facts' numbers."""
    marks: list[tuple[int, int, Mark]] = []
    for at, line in enumerate(found, 1):
        places = [line["spans"], *(other["spans"] for other in line.get("also", ()))]
        marks += [(a, b, (at, "")) for spans in places for a, b in spans]
        marks += [(a, b, (at, part)) for part, spans in line["mentions"].items() for a, b in spans]
    return "".join(_piece(text[a:b], tags, found) for a, b, tags in pieces(0, len(text), marks))


def _piece(text: str, tags: tuple[Mark, ...], found: list[Line]) -> str:
    if not tags:
        return _text(text)
    facts = " ".join(str(at) for at in sorted({at for at, _ in tags}))
    parts = [(at, part) for at, part in tags if part]
    if not parts:
        return f'<span data-f="{facts}">{_text(text)}</span>'
    own = " ".join(str(at) for at in sorted({at for at, _ in parts}))
    types = {found[at - 1]["type"] for at, _ in parts}
    families = " ".join(family for family in FAMILIES if family in types)
    title = "、".join(dict.fromkeys(_name(part) for _, part in parts))
    return f'<mark class="{families}" data-f="{facts}" data-p="{own}" title="{title}">{_text(text)}</mark>'


def _fact(line: Line, at: int, number: int, label: str, places: dict[str, int]) -> str:
    """One fact of the list: closed its label and confidence, open its fields, what was filled in, and its rule."""
    rows = [(_name(key), _text(value)) for key, value in field_values(line)]
    for key, name in (("part_of", "其中"), ("about", "所述")):
        if line.get(key) in places:
            rows.append((name, f'<a href="#d{number}f{places[line[key]]}">第{places[line[key]]}条</a>'))
    rows += [(f"推断：{_name(key)}", _text(shown(key, how))) for key, how in line.get("inferred", {}).items()]
    rows += [("警告", _text(warning)) for warning in line.get("warnings", ())]
    rows += [("规则", _text(line["rule"])), ("编号", line["id"])]
    fields = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows)
    confidence = line["confidence"]
    return (
        f'<li id="d{number}f{at}" class="{line["type"]}" data-f="{at}"><details><summary>{at}. {_text(label)} '
        f'<small>{FAMILIES[line["type"]][0]} <meter value="{confidence}" title="置信度"></meter> {confidence:.2f}</small>'
        f"</summary><dl>{fields}</dl></details></li>\n"
    )


def _name(key: str) -> str:
    return FIELDS[key][0] if key in FIELDS else _text(key)


def _text(value: str) -> str:
    """Text as HTML, one character for one; what HTML cannot hold is shown as �."""
    return escape(_FORBIDDEN.sub("\ufffd", value))


def _shipped(name: str) -> str:
    return (files("kg.export") / name).read_text(encoding="utf-8")
