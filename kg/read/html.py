"""Web pages: the main text as lines, title and metadata from the page's own tags.

The document's text is what is extracted here; its offsets count in that text, not in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from bs4 import BeautifulSoup
from bs4.element import Tag
from bs4.exceptions import ParserRejectedMarkup

from kg.errors import InputError
from kg.read.content import Content, Metadata
from kg.read.decode import decode
from kg.read.layout import render
from kg.read.mojibake import mojibake

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_CHARSET_WITHIN = 8_192
_META = (
    ("title", ("articletitle", "og:title", "dc.title", "dcterms.title", "citation_title")),
    ("date", ("pubdate", "publishdate", "publish_date", "article:published_time", "og:published_time",
              "datepublished", "firstpublishedtime", "dc.date.issued", "dc.date", "dcterms.date", "releasedate",
              "发布时间", "发布日期")),
    ("publisher", ("contentsource", "source", "mediaid", "dc.publisher", "dcterms.publisher", "来源", "发布机构")),
    ("url", ("og:url", "url")),
)  # fmt: skip
_SITE = re.compile(r"(?:网|网站|门户|平台|政府|部|厅|局|委|委员会|频道|新闻|栏目|公开|首页)$")
_TITLE_CUT = re.compile(r"\s*(?:[_|｜]|\s[-–—]\s|--|——)\s*|(?<=[\u4e00-\u9fff）)])[-–—](?=[\u4e00-\u9fff])")


def read_html(data: bytes, path: str) -> Content:
    """Main text and metadata of a page.  Raises EncodingError for what is no text, InputError for what is no page."""
    declared = _CHARSET.search(data[:_CHARSET_WITHIN])
    decoded = decode(data, path, declared[1].decode("ascii", "replace") if declared else None)
    try:
        page = BeautifulSoup(decoded.text, "html.parser")
    except ParserRejectedMarkup as error:
        raise InputError(path, f"the page cannot be parsed: {error}") from error
    own = Metadata(**_meta(page))
    layout = render(page)
    if not layout.text:
        raise InputError(path, "the page holds no text")
    if own.title is None:
        own = Metadata(_headline(page), own.date, own.publisher, own.url)
    warnings = (*decoded.warnings, *mojibake(layout.text))
    return Content(layout.text, decoded.encoding, sha256(data).hexdigest(), own, layout.head, warnings)


def _meta(page: BeautifulSoup) -> dict[str, str]:
    """Our field → the content of the first meta tag that carries it, in the order of preference of the table."""
    values: dict[str, str] = {}
    for tag in page.find_all("meta"):
        name = _attribute(tag, "name") or _attribute(tag, "property") or _attribute(tag, "itemprop")
        content = " ".join(_attribute(tag, "content").split())
        if name and content:
            values.setdefault(name.lower(), content)
    found: dict[str, str] = {}
    for field, names in _META:
        value = next((values[name] for name in names if name in values), None)
        if value:
            found[field] = value
    canonical = next((_attribute(tag, "href") for tag in page.find_all("link", rel="canonical")), "")
    if canonical.startswith("http"):
        found.setdefault("url", canonical)
    return found


def _attribute(tag: Tag, name: str) -> str:
    value = tag.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""


def _headline(page: BeautifulSoup) -> str | None:
    """The page's only h1, else its title without the site's name."""
    headings = [text for text in _texts(page.find_all("h1")) if 4 <= len(text) <= 120]
    if len(headings) == 1:
        return headings[0]
    title = next((text for text in _texts(page.find_all("title")) if text), None)
    parts = [part for part in _TITLE_CUT.split(title or "") if part]
    while len(parts) > 1 and len(parts[-1]) <= 24 and _SITE.search(parts[-1]):
        parts.pop()
    return parts[0] if len(parts) == 1 else title


def _texts(tags: Iterable[Tag]) -> list[str]:
    return [" ".join(tag.get_text().split()) for tag in tags]
