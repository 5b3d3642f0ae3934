"""Metadata that stand in the text itself: title, document number, dateline, adoption line.

Nothing here is an extracted fact: a clue that is not sure is left out, and the document has one field less.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, pairwise

from kg.read.content import Metadata
from kg.read.dates import DATE, iso, normalize
from kg.read.signoff import find_sign_off

_HEAD = 4_000
_HEAD_LINES = 12
_LINE_LIMIT = 400

_GENRES = (
    "通知|通报|通告|公告|公报|公示|决定|决议|意见|办法|规定|条例|细则|方案|规划|计划|纲要|报告|批复|复函|函|令|名单|目录|"
    "清单|指南|指引|要点|预案|纪要|请示|解读|说明|讲话|致辞|答复"
)
_TITLE_END = re.compile(rf"(?:{_GENRES})(?:[（(][^（()）]*[）)])?$")
_NUMBER_CORE = (
    r"[\u4e00-\u9fff]{1,14}(?:[（(][\u4e00-\u9fff]{1,4}[）)])?[〔\[［【（(〈﹝]\s*(?:19|20)\d\d\s*(?:年\s*)?[〕\]］】）)〉﹞]\s*(?:第\s*)?\d{1,5}\s*号"
    r"|[\u4e00-\u9fff]{2,20}(?:令|公告)\s*(?:(?:19|20)\d\d年)?\s*第\s*\d{1,4}\s*号"
    r"|(?:19|20)\d\d年第\d{1,4}号"
)
_NUMBER_LABEL = r"(?:发文字号|文\s*号|文件编号|发文文号|字号)\s*[:：]\s*"
_NUMBER_LINE = re.compile(rf"(?:{_NUMBER_LABEL})?[（(]?({_NUMBER_CORE})[）)]?(?:\s+签发人.*)?")
_NUMBER_LABELLED = re.compile(rf"{_NUMBER_LABEL}({_NUMBER_CORE})")
_NUMBER_IN_TITLE = re.compile(rf"\s*[（(]({_NUMBER_CORE})[）)]$")
_BRACKETS = str.maketrans("[［【（(〈﹝]］】）)〉﹞", "〔〔〔〔〔〔〔〕〕〕〕〕〕〕")

_LABEL = (
    r"索\s*引\s*号|主题分类|信息分类|发文机关|发布机构|发布单位|公开方式|[发公刊更]\w{0,3}(?:时间|日期)|成文日期|生成日期|来\s*源|信息来源|"
    r"稿件来源|文章来源|作\s*者|浏览|点击|阅读|字体|字号|责任编辑|编辑|主\s*题\s*词|文\s*号|发文字号|标\s*题|名\s*称|时间|日期"
)
_FURNITURE = re.compile(rf"[【\[（(]?(?:{_LABEL})(?:次数|量|数)?\s*[:：]|.{{1,20}}文件$|当前位置|您的位置|首页")
_START = r"(?:^|(?<=[\s【\[（(|｜]))"
_DATED_LABELS = (
    "(?:发布|发表|发稿|刊发|上网|公开)(?:时间|日期)|发布于",
    "(?:更新|录入)(?:时间|日期)",
    "(?:印发|发文|成文|生成)(?:日期|时间)",
)
_LABELLED_DATES = tuple(re.compile(rf"{_START}(?:{labels})\s*[:：]?\s*{DATE}") for labels in _DATED_LABELS)
_DATE_LABEL = re.compile(r"时\s*间|日\s*期|发布于")
_PLAIN_LABEL = re.compile(rf"{_START}(?:时\s*间|日\s*期)\s*[:：]\s*{DATE}")
_COMPANY = re.compile(r"来\s*源|作\s*者|浏览|点击|阅读|字体|编辑")
_DATE = re.compile(DATE)
_DATE_LINE = re.compile(
    rf"[（(\[【]?\s*{DATE}(?:\s*(?:星期[一二三四五六日天])?\s*\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?)?\s*[）)\]】]?"
)
_HEADING = re.compile(r"(?:19|20)\d\d年\S{0,14}")
_WIRE = re.compile(rf"(?:【.{{1,12}}】)?[\u4e00-\u9fff]{{2,15}}{DATE}[电讯]")
_MEDIUM = r"[\u4e00-\u9fff·]{1,12}(?:网|报|社|电视台|广播|发布|客户端|在线|新闻|融媒体中心)"
_CLOCK = r"(?:\s*\d{1,2}[:：]\d\d)?"
_BESIDE_MEDIUM = (re.compile(rf"{DATE}{_CLOCK}\s*{_MEDIUM}"), re.compile(rf"{_MEDIUM}\s*{DATE}{_CLOCK}"))
"""2023年8月15日　宁夏新闻网, 楚天都市报　2023年7月15日: a date and a medium alone on a line."""
_OPENING = (re.compile(rf"{_MEDIUM}讯\s*[（(][^（()）\d]{{0,24}}{DATE}[）)]"), re.compile(rf"[（(]{DATE}[）)](?=.)"))
"""湖北日报讯（记者 张小舟 2023年7月14日）, （2023年9月3日）9月1日，…: a date in brackets that the text opens with."""
_OF_A_MEETING = re.compile(r"(?:地\s*点|主\s*持\s*人?|出\s*席|发布人|嘉\s*宾)\s*[:：]")
_ADOPTED = re.compile(rf"[（(]{DATE}[^。]{{0,60}}(?:通过|发布|公布|批准|印发)[）)]?$")
_SOURCE = re.compile(
    r"(?:(?:信息|稿件|文章)?来\s*源|发布机构|发布单位|发文机关|发文单位)\s*[:：]\s*([^\s:：|｜【】\[\]（()）,，;；]{2,40})"
)
_SOURCE_END = re.compile(rf"(?:{DATE}|作者|编辑|时间|日期|浏览|字体|发布).*$")


@dataclass(frozen=True, slots=True)
class Clues:
    """What the text says of itself, by where it says so; dates are ISO."""

    title: str | None
    number: str | None
    dateline: Metadata
    sign_off: Metadata
    adopted: str | None


def clues(text: str, head: str = "") -> Clues:
    """The clues of a text; `head` is what stands above it on its page."""
    own = _lines(text)
    lines = [*_lines(head), *own]
    title = find_title(own)
    adopted = next((iso(match) for match in map(_ADOPTED.match, lines) if match), None)
    return Clues(title, find_number(lines, title), find_dateline(lines), find_sign_off(text), adopted)


def _lines(text: str) -> list[str]:
    """The first non-empty lines, digits and blanks normalised."""
    lines = (line[:_LINE_LIMIT].strip() for line in normalize(text[:_HEAD]).split("\n"))
    return list(islice(filter(None, lines), _HEAD_LINES))


def find_title(lines: list[str]) -> str | None:
    """The first line that looks like a headline, its continuation joined; None where the text begins with prose.

    `湖南省财政厅关于…的通知` is one; `各市、县财政局：`, `财社〔2020〕7号` and a sentence are not.
    """
    for line, following in pairwise([*lines, ""]):
        if _NUMBER_LINE.fullmatch(line) or _FURNITURE.match(line) or _DATE_LINE.fullmatch(line):
            continue
        if len(line) > 80 or line[-1] in "。，；:：,;、" or "。" in line:
            return None
        if "关于" in line and not _TITLE_END.search(line) and len(following) <= 60 and _TITLE_END.search(following):
            line += following
        return _NUMBER_IN_TITLE.sub("", line) or None
    return None


def find_number(lines: list[str], title: str | None) -> str | None:
    """The document's own number, as 财社〔2020〕7号; a number that the text merely cites is none."""
    for line in lines:
        match = _NUMBER_LINE.fullmatch(line) or _NUMBER_LABELLED.search(line)
        if match is None and title and line.startswith(title):
            match = _NUMBER_IN_TITLE.search(line)
        if match:
            return re.sub(r"\s", "", match[1]).translate(_BRACKETS)
    return None


def find_dateline(lines: list[str]) -> Metadata:
    """Date and source of a dateline: `发布时间：2020-02-14　来源：…`, a date alone on a line, `…2020年2月14日电`."""
    sources = (_SOURCE_END.sub("", match[1]).strip("-—_") for match in map(_SOURCE.search, lines) if match)
    publisher = next((name for name in sources if len(name) >= 2), None)
    return Metadata(date=_labelled_date(lines) or _unlabelled_date(lines), publisher=publisher)


def _labelled_date(lines: list[str]) -> str | None:
    """发布时间 before 更新时间 before 成文日期; a mere 时间 only beside other labels: of the page, or of the meeting that the text is of."""
    labelled = [line for line in lines if _DATE_LABEL.search(line)]
    for pattern in _LABELLED_DATES:
        for match in map(pattern.search, labelled):
            if match and iso(match):
                return iso(match)
    for line in labelled:
        beside = _COMPANY.search(line) or any(map(_OF_A_MEETING.match, lines))
        match = _PLAIN_LABEL.search(line) if beside else None
        if match and iso(match):
            return iso(match)
    return None


def _first(matches: Iterable[re.Match[str] | None]) -> re.Match[str] | None:
    return next(filter(None, matches), None)


def _unlabelled_date(lines: list[str]) -> str | None:
    """A date beside a source, a wire's dateline with its year, or a date alone between headline and text."""
    for line in lines:
        if len(line) <= 80 and _SOURCE.search(line):
            match = _DATE.search(line)
        else:
            openings = _OPENING if line in lines[:3] else ()
            match = _WIRE.match(line) or _first(p.fullmatch(line) for p in _BESIDE_MEDIUM) or _first(p.match(line) for p in openings)
        if match and iso(match):
            return iso(match)
    alone = [match for match in map(_DATE_LINE.fullmatch, lines) if match]
    early = [match for match in map(_DATE_LINE.fullmatch, lines[:4]) if match]
    # The headings of a chronology are dates alone on their lines too, but more than one; a sign-off ends the text.
    if len(alone) != 1 or not early or lines[-1] == early[0].string:
        return None
    return iso(early[0]) if sum(map(bool, map(_HEADING.fullmatch, lines))) <= 1 else None
