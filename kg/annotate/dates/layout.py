"""The article as a whole, before its paragraphs: its year, its headings, its title and sign-off lines.

A chronology has lines that are only a date and govern what follows; a notice ends with one that
governs nothing.  Without a publication date the year comes from the sign-off, from a lunar date that
falls on a solar one, or from the first full date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.dates import calendar
from kg.annotate.dates.context import EARLIER, LUNAR, PUBLICATION, SIGN_OFF, Context, Reading
from kg.annotate.dates.feasts import FESTIVALS
from kg.annotate.dates.grammar import expressions
from kg.annotate.dates.parts import Base, Expression
from kg.annotate.dates.resolve import resolve
from kg.annotate.dates.words import any_of

__all__ = ["Layout", "layout"]

_BULLETS = r"[ \t●■◆▲◎○★·•*【\[（(〔〈-]*"
_FOUR = r"(?:[12]\d{3}|[一二][〇零○oO一二三四五六七八九]{3})"
_DATE_LINE = re.compile(
    rf"^{_BULLETS}(?:{_FOUR}[ ]?年|(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}})[ ]?月|[12]\d{{3}}[-./]\d)"
    r"[^\n。，；：]{0,26}$",
    re.MULTILINE,
)
_EDGE_MARKS = " \t●■◆▲◎○★·•*【】[]（）()〔〕〈〉-—：:|\u3000"
_LUNAR_WORDS = any_of("农历 大年 正月 腊月 除夕 春节 中秋 元宵 端午 重阳 七夕 腊八 小年")
_LUNAR_NEAR = re.compile(rf"{_LUNAR_WORDS}|初[一二三四五六七八九十]")
_SPEAKER = re.compile(r"^[ ]*[\u4e00-\u9fff·]{1,12}[ ]*：(?=\S)", re.MULTILINE)
_FEWEST_TURNS = 3
_YEARS = range(1990, 2051)
_TAIL = re.compile(r"\s*(?:（此件[^）]*）|附件?[：:]?|抄送|信息公开|主送|校对|联系人|[（(]?责任编辑|来源|【|\Z)")
_ORGAN = re.compile(rf"(?:{any_of('部 厅 局 委 会 院 府 办 室 处 科 司 署 中心 公司 银行 组 社 站 团 厂 大学 学院')})$")
_SENTENCE = re.compile("[。！？；]")
_LINE = re.compile(r"[^\n]+")
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?=年|[-—–]|[ ]?(?:工作)?(?:大事|纪事|记事|要事))")
_CHRONICLE = re.compile("大事|纪事|记事|要事|日志|日记")
_MEDIUM = r"[\u4e00-\u9fff·]{1,12}(?:网|报|社|台|发布|客户端|在线|新闻|融媒体中心)"
_LISTING = re.compile(
    r"^[ ]*(?:"
    r"(?:附[件表]?\d*[：:.、]?[ ]*)?[^\n，,。；;！？!?]{4,48}(?:表|名单|清单|目录|一览)(?:[（(][^）)\n]*[）)])?"  # 附表：2022年…分配表
    r"|(?:—|-)+(?![—-]|[12]\d{3}年|\d{1,2}月\d{1,2}日)[^\n。；;]{4,40}"  # ——上半年…工作综述
    r"|[^\n，,。；;！？!?：:]{2,40}(?:编|整理|编印|编写|汇编)[ \u3000]+\S{6,20}"  # 校史馆编　二〇二二年十二月二十日
    r"|[^\n，,。；;！？!?]{2,50}第[一二三四五六七八九十\d]+版"  # 2025年2月14日　星期五　第2版
    rf"|\S{{2,12}}[ \u3000]+(?:\d{{4}}-\d\d-\d\d|{_FOUR}年\d{{1,2}}月\d{{1,2}}日)[ ]\d\d:\d\d(?:[ \u3000]+\S{{1,8}})?"  # 某财政　2024-03-22 17:40　江西
    rf"|{_FOUR}年\d{{1,2}}月\d{{1,2}}日[ \u3000]+{_MEDIUM}|{_MEDIUM}[ \u3000]+(?:日期[：:])?{_FOUR}年\d{{1,2}}月\d{{1,2}}日"  # 2023年8月15日　某新闻网
    r"|(?:发布|发文|采访|访谈|口述|发稿|更新|成文|公告)(?:时间|日期)[：:][ ]*[12]\d{3}[-年./][-\d月日./: ]{2,18}"  # 更新时间：2014年2月26日
    r"|[12]\d{3}[^\n，,。；;]{6,120}(?:成员|公司|银行|交易所|单位|企业)[：:]"  # 2021-2023年…承销团成员、…公司：
    r")[ ]*$",
    re.MULTILINE,
)
"""Lines that list, head or sign and situate nothing: captions of tables, subtitles, who compiled it, heads of pages."""
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Layout:
    """`lines` maps the offset of a line that is only a date to `heading` or `skip`."""

    lines: dict[int, str]
    reference: str | None
    reference_basis: str
    year: int | None
    year_basis: str
    title_end: int = 0
    chronicle: int | None = None
    """The year of a chronicle whose title names one (某局2023年大事记): its entries leave it out."""
    speech_start: int | None = None
    """Where the first speaker of a transcript begins (`冼星河：…`); 昨天 in it counts from the day of speaking."""

    def kind_of(self, start: int) -> str:
        """`heading`, `skip` (title, sign-off, dateline) or `text`."""
        return self.lines.get(start, "text" if start >= self.title_end else "skip")


def layout(text: str, published: str | None) -> Layout:
    """Reads the whole article once; `published` is ISO 8601 or None."""
    lines, signed = _date_lines(text)
    lines |= {m.start(): "skip" for m in _LISTING.finditer(text)}
    known = _ISO_DAY.match(published or "")
    reference, basis = (known.group(), PUBLICATION) if known else (signed, SIGN_OFF)
    year: int | None = None
    year_basis = EARLIER
    if published and not known:
        year, year_basis = int(published[:4]), PUBLICATION
    elif reference is None:
        year, year_basis = _article_year(text)
    return Layout(lines, reference, basis, year, year_basis, _title_end(text), _chronicle(text), _speech_start(text))


def _title_end(text: str) -> int:
    """Where the title ends: the first line, if it is short, ends no sentence and is not all there is."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    if end < 0 or end - start > 80 or text[end - 1 : end] in "。！？；：，":
        return 0
    first = next(iter(expressions(text, start, end)), None)
    if first is not None and first.start - start <= 2 and text[first.end : first.end + 1] in "，,":
        return 0
    return end


def _chronicle(text: str) -> int | None:
    """The one year in the title of a chronicle."""
    title = text.strip().split("\n", 1)[0]
    years = _YEAR.findall(title)
    return int(years[0]) if len(years) == 1 and _CHRONICLE.search(title) else None


def _speech_start(text: str) -> int | None:
    """Offset of the first line that begins with a speaker, where at least three do."""
    lines = [m.start() for m in _SPEAKER.finditer(text)]
    return lines[0] if len(lines) >= _FEWEST_TURNS else None


def _date_lines(text: str) -> tuple[dict[int, str], str | None]:
    """Offsets of lines that are only a date, as headings or furniture, and the sign-off date if there is one."""
    lines: dict[int, str] = {}
    signed: str | None = None
    found = [(m.start(), m.end()) for m in _DATE_LINE.finditer(text)]
    only = [(a, b, e) for a, b in found if (e := _only_date(text, a, b)) is not None]
    for start, end, expression in only:
        before, after = text[:start].rstrip(), text[end:].lstrip()
        if _FIELD.search(before, max(0, len(before) - _ABOVE)):
            continue
        last = not after or (bool(_TAIL.match(after)) and _ORGAN.search(before[-12:]) is not None)
        few = len(only) < (_HEADINGS - 1 if _CHRONICLE.search(before.partition("\n")[0]) else _HEADINGS)
        first = few and _under_title(before, text[start:end])
        first = first or (len(only) == 1 and "\n" not in before.strip())
        at = start + len(text[start:end]) - len(text[start:end].lstrip())
        governed = not last and not first and not (_ORGAN.search(before[-12:]) and len(only) == 1)
        lines[at] = "heading" if governed else "skip"
        if not governed and expression.left.year is not None:
            reading = resolve(expression.left, Context())
            if isinstance(reading, Reading) and reading.granularity == "day":
                signed = reading.iso()
    return lines, signed


_FIELD = re.compile(r"(?:^|\n)[^\n，,。；;]{0,14}(?:时间|日期|期限)[：:]?$")
"""二、停水时间, over the line that tells it: a date that is no heading."""
_ABOVE = 60
"""Characters looked at for the line above."""
_HEADINGS = 3
"""From so many lines on that are only a date, or one fewer in a chronicle, the one under the title may be the first heading."""


def _under_title(before: str, line: str) -> bool:
    """A date in brackets with nothing but the title and the speaker above it: the day of a report, no heading."""
    return line.strip()[:1] in ("（", "(") and before.strip().count("\n") <= 2 and not _SENTENCE.search(before)


def _only_date(text: str, start: int, end: int) -> Expression | None:
    """The expression that fills a line but for bullets and brackets."""
    all_found = list(expressions(text, start, end))
    if not all_found:
        return None
    first = all_found[0]
    rest = text[start : first.start] + text[all_found[-1].end : end]
    return first if len(all_found) == 1 and not rest.strip(_EDGE_MARKS) else None


def _article_year(text: str) -> tuple[int | None, str]:
    """The year of an article without publication date: by coincidence of calendars, else by its first full date."""
    stated: int | None = None
    for match in _LINE.finditer(text):
        lunar = _LUNAR_NEAR.search(match.group()) is not None
        if not lunar and (stated is not None or "年" not in match.group()):
            continue
        for found in expressions(text, match.start(), match.end()):
            year = _coincidence(found) if lunar else None
            if year is not None:
                return year, LUNAR
            left = found.left
            if stated is None and left.year is not None and left.year.base is Base.STATED and left.day and left.month:
                stated = left.year.n
    return stated, EARLIER


def _coincidence(found: Expression) -> int | None:
    """The one recent year in which both calendars agree: 2月10日（正月初一） → 2024."""
    sides = (found.left, found.gloss)
    solar = next((p for p in sides if p is not None and p.month is not None and p.day is not None), None)
    moon = next((p for p in sides if p is not None and (p.lunar is not None or p.festival is not None)), None)
    if solar is None or moon is None or solar.year is not None or solar.month is None or solar.day is None:
        return None
    if moon.festival is not None:
        feast = FESTIVALS[moon.festival]
        month, day = (feast.month, feast.day) if feast.lunar else (0, 0)
    else:
        month, day, _ = moon.lunar or (0, 0, False)
    years = calendar.lunar_years_of(month, day, solar.month.n, solar.day.n, _YEARS) if month else []
    return min(years, key=lambda year: abs(year - 2015)) if years else None
