"""Publication dates as files, records and sign-off lines write them → ISO 8601, day precision at most.

These are dates of documents, complete in themselves; dates *in* a text are kg.annotate's.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

_CHINA = timezone(timedelta(hours=8))
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DIGITS = "〇○零一二三四五六七八九"
_NUMERAL_YEAR = rf"(?P<hyear>[一二][{_DIGITS}OoО0]{{3}})"
_HAN_DATE = (
    rf"{_NUMERAL_YEAR}年(?P<hmonth>[元一二三四五六七八九十]{{1,2}})月(?P<hday>[一二三四五六七八九十廿卅]{{1,3}})日"
)
_NUMERIC_DATE = (
    rf"(?<!\d){_YEAR}(?:年(?P<m1>\d{{1,2}})月(?P<d1>\d{{1,2}})日"
    r"|(?P<sep>[-/._])(?P<m2>\d{1,2})(?P=sep)(?P<d2>\d{1,2})(?!\d))"
)
DATE = rf"(?:{_NUMERIC_DATE}|{_HAN_DATE})"
"""Pattern of a full date in normalised text (`normalize`); named groups, so at most once in a pattern."""

_FULL = re.compile(DATE)
_COMPACT = re.compile(rf"(?<!\d){_YEAR}(?P<m1>[01]\d)(?P<d1>[0-3]\d)(?!\d)")
_MONTH = re.compile(rf"(?<!\d){_YEAR}(?:年(?P<m1>\d{{1,2}})月|[-/._]?(?P<m2>[01]\d)(?!\d))(?![-/._]?\d)")
_YEAR_ONLY = re.compile(rf"{_YEAR}年?")
_STAMP = re.compile(r"(?:19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.]\d+)?)? ?(?:Z|[+-]\d\d:?\d\d)")
_EPOCH = re.compile(r"\d{10}(?:\d{3}|[.]\d+)?")
_URL_DAY = re.compile(r"[/_t](?P<year>(?:19|20)\d\d)[-/]?(?P<m1>[01]\d)[-/]?(?P<d1>[0-3]\d)(?=[/_.-]|$)")
_HALF_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94) if chr(0x21 + i).isalnum() or chr(0x21 + i) in "-./"}
_HALF_WIDTH |= {0x3000: 0x20, 0xA0: 0x20}
_FULL_WIDTH = re.compile(f"[{''.join(map(chr, _HALF_WIDTH))}]+")
_GAPS = re.compile(
    rf"(?<=[\d{_DIGITS}十])[ \t]+(?=[年月日])|(?<=[年月])[ \t]+(?=[\d{_DIGITS}十])"
    rf"|(?<=[{_DIGITS}])[ \t]+(?=[{_DIGITS}])"
)


def normalize(text: str) -> str:
    """Digits, letters, blanks to half width; `2024 年 2 月 29 日` closed up.  Lengths change: never for offsets."""
    return _GAPS.sub("", _FULL_WIDTH.sub(lambda match: match[0].translate(_HALF_WIDTH), text))


def parse_date(value: object) -> str | None:
    """ISO date of what a record, a manifest or a meta tag holds, of the precision given; None where it is no date.

    Times with an offset, and seconds or milliseconds since 1970, count in China's time.

    >>> parse_date("2020年2月14日 09:30"), parse_date("2020/2/14"), parse_date("2020-02"), parse_date(1581638400)
    ('2020-02-14', '2020-02-14', '2020-02', '2020-02-14')
    """
    text = normalize(str(value)).strip()
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if len(text) == 13 and text.isdigit() else 1)
        return datetime.fromtimestamp(seconds, UTC).astimezone(_CHINA).date().isoformat()
    stamp = _STAMP.match(text)
    if stamp:
        try:
            return datetime.fromisoformat(stamp[0]).astimezone(_CHINA).date().isoformat()
        except ValueError:
            return None
    match = _FULL.match(text) or _COMPACT.match(text) or _MONTH.match(text)
    if match:
        return iso(match)
    whole = _YEAR_ONLY.fullmatch(text)
    return whole["year"] if whole else None


def date_in_name(name: str) -> str | None:
    """The date that a file name carries: 2020-02-14, 20200214, 2020年2月14日, t20200214_123; else a month.

    >>> date_in_name("t20200214_3469.html"), date_in_name("通知2020年2月.txt"), date_in_name("12345678.txt")
    ('2020-02-14', '2020-02', None)
    """
    text = normalize(name)
    for pattern in (_FULL, _COMPACT, _MONTH):
        for match in pattern.finditer(text):
            found = iso(match)
            if found:
                return found
    return None


def date_in_url(url: str) -> str | None:
    """The day that an address carries: …/202002/t20200214_3469.html, …/2020/02/14/…"""
    found = [iso(match) for match in _URL_DAY.finditer(url.split("?")[0])]
    return next((day for day in reversed(found) if day), None)


def iso(match: re.Match[str]) -> str | None:
    """ISO date of a match of one of the patterns above; None where the calendar has no such day."""
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else _han_year(groups["hyear"])
    month = groups.get("m1") or groups.get("m2") or groups.get("hmonth") or ""
    day = groups.get("d1") or groups.get("d2") or groups.get("hday") or ""
    try:
        if not day:
            return date(year, _number(month), 1).isoformat()[:7]
        return date(year, _number(month), _number(day)).isoformat()
    except ValueError:
        return None


def _han_year(text: str) -> int:
    """二〇二四 → 2024; the zero is written in many ways (〇 ○ 零 O)."""
    return int("".join(str(max(0, _DIGITS.find(c) - 2)) for c in text))


def _number(text: str) -> int:
    """2, 02, 二, 十二, 二十九, 廿九 → int; ValueError for anything else."""
    if text.isdigit() and text.isascii():
        return int(text)
    tens = {"十": 10, "廿": 20, "卅": 30}
    total, unit = 0, 0
    for char in text.replace("元", "一"):
        if char in tens:
            total += (unit or 1) * tens[char] if char == "十" else tens[char]
            unit = 0
        else:
            unit = _DIGITS.index(char) - 2
    return total + unit
