"""A page's text as fragments: its lines, and how each begins and ends.

A fragment is a paragraph, a heading, or a part of a paragraph that a column's end cut off.  Which of these it is
cannot be seen from it alone, so all here are costs (nats): 0 where nothing speaks against a reading.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

_LINE = re.compile(r"[^\n]+")
BLANK = " \t\r\f\v\u3000\xa0\ufeff\u200b"
_END_MARK = re.compile(r"[ \u3000]*[□■◆◇◼▪⊙]+$")

_CLOSED = re.compile(r"[。！？!?…][”’」』）)》〉】\"]*(?:[（(][^（()）]{2,30}[）)])?$|\.{3,}$")
"""The end of a sentence, also with who wrote it in brackets behind: …已送到。（记者 郎沐阳）"""
_HALF = re.compile(r"[；;：:][”’」』）)]*$")
_SENTENCE = re.compile(r"[。！？!?]")
_CLAUSE = re.compile(r"[，,；;、]")
_UNFINISHED = re.compile(
    r"[，,、（(《“‘「『〈【—–\-/／·.．]$|(?<!目)[的]$|[和与及或并把被将从向往由以对在为于于让使给跟比因若但而且即则乃]$"
)
_WHOLE = re.compile(r"[（(【\[][^（()）]*[）)】\]]|.{0,60}(?:通知|通报|公告|公报|公示|决定|意见|办法|名单|批复|函|令|报告|方案|规划|纪要)")
_LABELLED = re.compile(r"[\u4e00-\u9fff \u3000]{2,8}[：:]")
_NUMBER_END = re.compile(r"[\d０-９]$")
_CELLS = re.compile(r"\t|[\u4e00-\u9fff）)\d][ \u3000]{1,}\S+[ \u3000]{1,}\S")
_ITEM = re.compile(
    r"(?:[（(]?[一二三四五六七八九十百]+[）)、．.]|第[一二三四五六七八九十百]+[章节条款项、]|[（(]?\d{1,3}[）)、．.](?!\d)|[●○▲★◎·•\-—*■□◆]|附[件表录：:]|"
    r"联系|电话|地址|邮编|抄送|主送|https?:|来源|发布|时间)"
)
_CANNOT_BEGIN = re.compile(r"[，。、；：！？,;:!?）)》”’」』〉】％%…~～·]")
_REST = re.compile(r"0\d|[\d.,]+(?:[万亿千百]+|[元%％个名人户家项亩吨米倍套]|公里|平方)")
"""What a paragraph hardly begins with: the end of a number, or a quantity."""
_UNIT = re.compile(r"(?:[万亿千百]+[余多]?元|元(?=[，。；、）])|万余|亿余|个百分点|年\d|月\d|％|%|日(?=[，至起在下上]))")
_OPENERS, _CLOSERS = "“‘（(《「『【", "”’）)》」』】"
_PAIR = dict(zip(_CLOSERS, _OPENERS, strict=True))

HEADING = 34
"""Characters of the longest line that may be a heading."""
NEVER = 12.0


@dataclass(frozen=True)
class Fragment:
    """Part of a page: `spans` are its places in the original in reading order, `text` what stands there.

    `final`: an end mark (□) followed it.  `indented`: blanks stood before it on its line.  `apart`: a blank line did.
    """

    spans: tuple[tuple[int, int], ...]
    text: str
    indented: bool = False
    final: bool = False
    apart: bool = False

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_CLOSED.search(self.text))

    @cached_property
    def headline(self) -> bool:
        """Whether it may be a heading: short, without a sentence's end."""
        return len(self.text) <= HEADING and not _SENTENCE.search(self.text[:-1]) and not _CLAUSE.search(self.text[-1])

    @cached_property
    def complete(self) -> float:
        """The cost of its end being the end of a paragraph or line."""
        known = next((cost for holds, cost in _ENDS if holds(self)), None)
        if known is not None:
            return known
        cost = 0.2 if len(self.text) <= HEADING // 2 else 1.0 if len(self.text) <= HEADING else 4.0
        if _CLAUSE.search(self.text):
            cost += 2.5
        if _NUMBER_END.search(self.text):
            cost += 1.5
        if self.brackets[1]:
            cost += 5.0
        return cost / 3 if _ITEM.match(self.text) else cost

    @cached_property
    def open(self) -> float:
        """The cost of its end being a cut in the middle of a paragraph."""
        if self.final:
            return NEVER
        if self.closed:
            return 3.5
        if _HALF.search(self.text):
            return 2.0
        if self.headline and not _UNFINISHED.search(self.text) and not self.brackets[1]:
            cost = 3.0 if len(self.text) <= HEADING // 2 else 1.5
            return cost + (1.0 if _ITEM.match(self.text) else 0.0)
        return 0.0

    @cached_property
    def fresh(self) -> float:
        """The cost of its beginning being that of a paragraph."""
        if _CANNOT_BEGIN.match(self.text):
            return NEVER
        cost = 5.0 if _UNIT.match(self.text) else 2.5 if _REST.match(self.text) else 0.0
        return cost + (5.0 if self.brackets[0] else 0.0)

    @cached_property
    def brackets(self) -> tuple[str, str]:
        """Closing marks that were opened before it, and opening marks that it leaves open."""
        closers, openers = "", ""
        for mark in self.text:
            if mark in _OPENERS:
                openers += mark
            elif mark in _CLOSERS:
                if openers.endswith(_PAIR[mark]):
                    openers = openers[:-1]
                elif not openers:
                    closers += mark
        # 1）, a） number an item.
        if closers and re.match(r"[\dA-Za-z一二三四五六七八九十]{1,2}[）)]", self.text):
            closers = closers[1:]
        return closers, openers

    @property
    def item(self) -> bool:
        """Whether it begins as an item of a list does."""
        return bool(_ITEM.match(self.text))


def fragments(text: str) -> list[Fragment]:
    """The lines of `text` that are not blank, trimmed."""
    found: list[Fragment] = []
    last = -1
    for match in _LINE.finditer(text):
        line = match[0]
        body = line.strip(BLANK)
        if not body:
            continue
        apart, last = match.start() > last + 1, match.end()
        start = match.start() + len(line) - len(line.lstrip(BLANK))
        mark = _END_MARK.search(body)
        kept = body[: mark.start()] if mark and mark.start() else body
        indented = line[:1] in "\u3000 \t"
        found.append(Fragment(((start, start + len(kept)),), kept, indented, kept != body, apart))
    return found


def joined(parts: list[Fragment]) -> Fragment:
    """Lines of one paragraph as one fragment."""
    if len(parts) == 1:
        return parts[0]
    spans = tuple(span for part in parts for span in part.spans)
    return Fragment(spans, "".join(part.text for part in parts), parts[0].indented, parts[-1].final, parts[0].apart)


_ENDS: tuple[tuple[Callable[[Fragment], object], float], ...] = (
    (lambda f: f.closed or f.final, 0.0),
    (lambda f: _CELLS.search(f.text) and not _SENTENCE.search(f.text), 0.0),
    (lambda f: _HALF.search(f.text), 0.7),
    (lambda f: _WHOLE.fullmatch(f.text), 0.2),
    (lambda f: _UNFINISHED.search(f.text) and len(f.text) < 16, 4.0),
    (lambda f: _UNFINISHED.search(f.text), 9.0),
    (lambda f: _SENTENCE.search(f.text) and len(f.text) > 24, 9.0),
    (lambda f: _SENTENCE.search(f.text), 4.0),
    (lambda f: _LABELLED.match(f.text), 1.0),
)
"""What an end looks like, and what it costs to be the end of a paragraph; the first that holds counts."""
