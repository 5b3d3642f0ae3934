"""Signs that a text was decoded wrongly before it reached us.

Text read in the wrong encoding can be turned back: encoded again in that encoding, its bytes are UTF-8.
Sound text never is (a run of Chinese in GBK is no UTF-8), so the test needs no list of odd characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_HIGH_RUN = re.compile(r"[^\x00-\x7f]{4,}")
_MISREAD_AS = ("latin-1", "cp1252", "gb18030", "big5")
_SAMPLE = 4_000
_MINIMUM = 12
"""Bytes of non-ASCII text below which nothing is concluded."""
_REPEATED = re.compile(r"锟斤拷|(?:烫){3,}|(?:屯){3,}")
_TRACES = (("锟斤拷", "U+FFFD read as GBK"), ("烫", "uninitialised memory"), ("屯", "uninitialised memory"))


def mojibake(text: str) -> Iterator[str]:
    """Warnings, in English, one a sign; none for sound text."""
    lost = text.count("\ufffd")
    if lost:
        yield f"{lost} characters were lost in an earlier conversion (U+FFFD)"
    seen = {match[0][:1] for match in _REPEATED.finditer(text)}
    for trace, why in _TRACES:
        if trace[0] in seen:
            yield f"mojibake: {trace * (1 if len(trace) > 1 else 3)} ({why})"
    runs = " ".join(_HIGH_RUN.findall(text[:_SAMPLE]))
    codec = next((codec for codec in _MISREAD_AS if _was_utf8(runs, codec)), None)
    if codec:
        yield f"mojibake: UTF-8 that was read as {codec}"


def _was_utf8(runs: str, codec: str) -> bool:
    """Whether runs of non-ASCII characters, encoded in `codec`, are UTF-8 of fewer characters."""
    data = runs.encode(codec, "replace")
    if len(data) < _MINIMUM:
        return False
    text = data.decode("utf-8", "replace")
    return text.count("\ufffd") * 10 <= len(text) and len(text) < len(runs)
