"""What of a page is its main text, and what is menus, footers and tools around it.

Prose outweighs menus: a character in running text outside links counts in full, others little, and the main text
is the innermost container that still holds most of the page's weight.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Set

from bs4.element import NavigableString, Tag

TOOL_LINE = re.compile(
    r"(?:[\s【】\[\]（）()|｜:：]|字\s*[体号]|[大中小]|打印(?:本[页文])?|关闭(?:窗口|本页)?|分享(?:到|至)?|收藏(?:本页)?|微信|微博|"
    r"QQ空间|扫一扫|返回顶部|T)+$|[上下]一[篇条页]\s*[:：]"
)
"""A line of buttons left within the main text."""

_DROPPED = {
    "script", "style", "noscript", "template", "nav", "footer", "aside", "iframe", "svg", "select", "option",
    "button", "textarea", "object", "embed", "head", "title",
}  # fmt: skip
_CONTAINERS = {
    "html", "body", "div", "section", "article", "main", "form", "center", "table", "tbody", "tr", "td", "font",
    "span", "blockquote",
}  # fmt: skip
_KNOWN = {
    "zoom", "trs_editor", "ucap-content", "trs_ueditor", "pages_content", "article-content", "article_content",
    "articlecontent", "content-text", "news_content", "con_con", "txt_con", "xxgk_content",
}  # fmt: skip
_PARAGRAPHS = ["p", "div", "br", "table", "section", "li"]
_FURNITURE = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|footer|foot|breadcrumb|crumbs?|share|related|copyright|sidebar|pagination|pager|"
    r"toolbar|search|login|banner|comments?)(?:[-_ ]|$)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PROSE = re.compile("[，。；！？]")
_OUTSIDE_PROSE = 0.2
"""Worth of a character outside sentences: menus, addresses, tables."""
_SHARE = 0.75
_SHARE_OF_KNOWN = 0.5


def dropped_parts(page: Tag) -> set[int]:
    """`id()` of the tags that are no text: by name, by role or class, or hidden; never what holds most of the prose."""
    weights = _weights(page, frozenset())
    heavy = weights[id(page)] / 2
    return {
        id(tag)
        for tag in page.find_all(True)
        if tag.name in _DROPPED or (_is_furniture(tag) and weights[id(tag)] <= heavy)
    }


def main_part(page: Tag, dropped: Set[int], tables: Set[int]) -> Tag:
    """The container of the main text; the page itself where no part stands out.  Data `tables` are not cut into."""
    weights = _weights(page, dropped)
    excluded = dropped | tables
    floor = weights[id(page)] * _SHARE_OF_KNOWN
    known = [tag for tag in page.find_all(_is_known) if weights[id(tag)] >= max(floor, 1)]
    main = max(known, key=lambda tag: weights[id(tag)], default=page)
    least = max(weights[id(main)] * _SHARE, 1)
    while True:
        children = [
            child
            for child in main.contents
            if isinstance(child, Tag) and child.name in _CONTAINERS and id(child) not in excluded
        ]
        heaviest = max(children, key=lambda tag: weights[id(tag)], default=None)
        if heaviest is None or weights[id(heaviest)] < least or _has_own_prose(main):
            return main
        # A container without paragraphs is itself one: its siblings may be the sign-off.
        if len(heaviest.find_all(_PARAGRAPHS, limit=2)) < 2:
            return main
        main = heaviest


def _has_own_prose(tag: Tag) -> bool:
    """Whether sentences stand in the tag itself or in a paragraph right below it."""
    return any(
        _PROSE.search(child.get_text() if isinstance(child, Tag) else str(child))
        for child in tag.contents
        if type(child) is NavigableString or (isinstance(child, Tag) and child.name == "p")
    )


def _tokens(tag: Tag, *names: str) -> str:
    values = (tag.get(name) or "" for name in names)
    return " ".join(value if isinstance(value, str) else " ".join(value) for value in values)


def _is_known(tag: Tag) -> bool:
    return tag.name in ("article", "main") or not _KNOWN.isdisjoint(_tokens(tag, "id", "class").lower().split())


def _is_furniture(tag: Tag) -> bool:
    if tag.name in ("html", "body"):
        return False
    if _FURNITURE.search(_tokens(tag, "id", "class")) or _HIDDEN.search(_tokens(tag, "style")):
        return True
    return tag.get("role") in ("navigation", "banner", "contentinfo", "search") or tag.has_attr("hidden")


def _weights(page: Tag, dropped: Container[int]) -> dict[int, float]:
    """`id()` of a tag → the weight of the text in it, links and dropped parts left out."""
    weights: dict[int, float] = defaultdict(float)
    stack: list[tuple[Tag, bool]] = [(page, True)]
    while stack:
        tag, entering = stack.pop()
        if not entering:
            if tag.parent is not None:
                weights[id(tag.parent)] += weights[id(tag)]
            continue
        if tag.name == "a" or tag.name in _DROPPED or id(tag) in dropped:
            continue
        stack.append((tag, False))
        for child in tag.contents:
            if isinstance(child, Tag):
                stack.append((child, True))
            elif type(child) is NavigableString:
                length = len(child.strip())
                weights[id(tag)] += length if _PROSE.search(child) else length * _OUTSIDE_PROSE
    return weights
