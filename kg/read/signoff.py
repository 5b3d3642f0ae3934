"""The sign-off of an official document: issuing bodies and date, below the text and above what is attached.

财政部　水利部          财政部办公厅　2024年3月1日印发
2024年2月29日
"""

from __future__ import annotations

import re

from kg.read.content import Metadata
from kg.read.dates import DATE, iso, normalize

_LINE_LIMIT = 400
_CANDIDATE = re.compile(
    r"^[^\n]{0,60}?(?:年[^\n]{1,6}月[^\n]{1,8}日|\d{4}[-./]\d{1,2}[-./]\d{1,2})(?:印发)?[ \t\u3000\xa0）)]*$",
    re.MULTILINE,
)
_DATE_LINE = re.compile(rf"[（(]?{DATE}[）)]?")
_SIGNED_LINE = re.compile(
    rf"[（(]?(?P<who>[^\s，。；：、\d]{{2,30}}(?:[ 、]+[^\s，。；：、\d]{{2,30}})*) +{DATE}(?:印发)?[）)]?"
)
_SIGNATORY = re.compile(
    r"(?:部|厅|局|委|会|院|署|办|行|处|科|司|室|府|校|社|站|团|所|组|中心|总队|支队|大学|集团|公司)(?:[（(][^（()）]*[）)])?$"
)
_NO_NAME = re.compile(r"[，。；：:？！“”《》\d]|^关于|^附|^各|召开|举行|印发|出台|部署|发布")
_BODY = re.compile(r"[。：:]")
_AFTER = re.compile(r"附[件:：表]|[（(]?此件|抄送|抄报|联系人|主动公开|信息公开|责任编辑|[（(]?来源|分享|打印|\d+\s*$")


def find_sign_off(text: str) -> Metadata:
    """Issuing body (the first of several) and date of the sign-off; empty where there is none.

    The first one counts: what is attached or forwarded has its own, further down.  A date that stands alone
    needs a body above it, or the end of the text below it: the date headings of a chronology have neither.
    """
    last: tuple[str | None, int] = (None, 0)
    for candidate in _CANDIDATE.finditer(text):
        line = normalize(candidate[0]).strip()
        alone, signed = _DATE_LINE.fullmatch(line), _SIGNED_LINE.fullmatch(line)
        match = alone or signed
        date = iso(match) if match else None
        above = text[max(0, candidate.start() - 5 * _LINE_LIMIT) : candidate.start()]
        if date is None or not _BODY.search(above):
            continue
        names = _names(signed["who"]) if signed else _signatories(above)
        if names:
            return Metadata(date=date, publisher=names[0])
        if alone:
            last = (date, candidate.end())
    return Metadata(date=last[0]) if last[0] and _is_last(text[last[1] :][: 5 * _LINE_LIMIT]) else Metadata()


def _signatories(above: str) -> list[str]:
    """The bodies on the lines right above a date, topmost first; empty where the line above names none."""
    found: list[str] = []
    for line in reversed(above.split("\n")):
        text = normalize(line[-_LINE_LIMIT:]).strip(" \t（）()")
        if not text:
            continue
        names = _names(text)
        if not names:
            break
        found[:0] = names
    return found


def _names(line: str) -> list[str]:
    """The bodies that a line consists of; empty where any part of it is none."""
    names = [name for name in re.split(r"[ \t、]+", line) if name]
    sound = all(2 <= len(name) <= 30 and _SIGNATORY.search(name) and not _NO_NAME.search(name) for name in names)
    return names if sound else []


def _is_last(after: str) -> bool:
    """Whether nothing but attachments and notices of publication follows."""
    following = [line.strip() for line in after.split("\n") if line.strip()]
    return not following or bool(_AFTER.match(following[0]))
