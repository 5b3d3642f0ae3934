"""Bytes → text: UTF-8, UTF-16/32 by their mark, GB18030 or Big5 by where their characters lie, else charset-normalizer.

GB2312 and Big5 both put common characters in a first level of their own: B0A1–D7F9 and A440–C67E.
Text of the one, read as the other, falls into rare areas or out of the code: four or five characters
are enough to tell them apart, where a statistical detector needs a paragraph.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from kg.errors import EncodingError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "a database"),
)
_ALIASES = dict.fromkeys(("gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk", "cp936"), "gb18030")
_ALIASES |= dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950"), "big5")
_ALIASES |= dict.fromkeys(("utf8", "utf-8", "unicode-1-1-utf-8"), "utf-8")
_CODECS = {"gb18030": ("gb18030",), "big5": ("big5", "cp950", "big5hkscs")}

_GB = re.compile(
    rb"([\xb0-\xd7][\xa1-\xfe]|[\xa1\xa3][\xa1-\xfe])|([\xd8-\xf7][\xa1-\xfe])"
    rb"|[\x81-\xfe][0-9][\x81-\xfe][0-9]|[\x81-\xfe][\x40-\xfe]|[\x80-\xff]"
)
_BIG5 = re.compile(
    rb"([\xa4-\xc5][\x40-\x7e\xa1-\xfe]|\xc6[\x40-\x7e]|[\xa1\xa2][\x40-\x7e\xa1-\xfe])"
    rb"|([\xc9-\xf9][\x40-\x7e\xa1-\xfe])|[\x81-\xfe][\x40-\xfe]|[\x80-\xff]"
)
_ACCIDENT = re.compile(rb"(?:[\x00-\x7f]++|(?:[\xb0-\xd7][\xa1-\xbf]){2,}+)*+")
"""A few words of GB18030 can be sound UTF-8 by accident: 通知 would be two letters of other scripts."""
_HIGH = re.compile(rb"[\x80-\xff]")
_BEYOND = re.compile("[\u0800-\U0010ffff]")
_NARROW = re.compile("[\x80-\u07ff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_SAMPLE = 1 << 16
_SECOND_LEVEL = 0.4
"""Worth of a character of the second level: rare in prose, usual in names."""
_PLAUSIBLE = 0.25
_TOLERANCE = 0.02
"""Share of broken characters up to which an encoding is still believed."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text without byte-order mark and with LF line ends; `encoding` by its usual name; what was odd."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, path: str, declared: str | None = None) -> Decoded:
    """The text of `data`.  `declared` is what the file says of itself (a meta charset), believed where it fits.

    Raises EncodingError for binary data and for bytes that are no text in any encoding known.
    """
    refuse_binary(data, path)
    text, encoding, notes = _decode(data, path, declared)
    if len(_CONTROL.findall(text[:_SAMPLE])) > len(text[:_SAMPLE]) // 100:
        raise EncodingError(path, "binary data, not text")
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    return Decoded(text, encoding, notes)


def refuse_binary(data: bytes, path: str) -> None:
    """Raises EncodingError where the first bytes, or a zero byte, say that this is no text."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise EncodingError(path, f"{what}, not text; convert it to text first")
    if b"\0" in data and bom(data) in (None, "utf-8"):
        raise EncodingError(path, "binary data, not text")


def bom(data: bytes) -> str | None:
    """The encoding that a byte-order mark announces."""
    return next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)


def _decode(data: bytes, path: str, declared: str | None) -> tuple[str, str, tuple[str, ...]]:
    """Text, encoding, warnings: by mark, as UTF-8, as declared, as Chinese, by statistics, in this order."""
    marked = bom(data)
    if marked:
        return _lenient(data, "utf-8-sig" if marked == "utf-8" else marked, marked)
    utf8 = _strict(data, "utf-8")
    label = _label(declared)
    if utf8 is not None and (label == "utf-8" or (_is_wide(utf8) if label else not _is_accident(data))):
        return utf8, "utf-8", ()
    for codec in _CODECS.get(label, (label,)) if label else ():
        text = _strict(data, codec)
        if text is not None:
            return text, label or codec, ()
    if utf8 is not None and label:
        return utf8, "utf-8", ()
    encoding = "gb18030" if utf8 is not None else _guess(data)
    if encoding is None:
        raise EncodingError(path, "the encoding is unknown: neither UTF-8 nor GB18030 nor Big5")
    codecs_ = _CODECS.get(encoding, (encoding,))
    for codec in codecs_:
        text = _strict(data, codec)
        if text is not None:
            return text, encoding, () if encoding in _CODECS else (f"the encoding was guessed: {encoding}",)
    return _lenient(data, codecs_[0], encoding)


def _label(declared: str | None) -> str | None:
    """The declared encoding by our name for it; None where there is no such encoding."""
    if not declared:
        return None
    name = declared.strip().lower()
    try:
        return _ALIASES.get(name) or codecs.lookup(name).name
    except LookupError:
        return None


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):  # LookupError: a codec of no characters, such as hex
        return None


def _lenient(data: bytes, codec: str, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    text = data.decode(codec, "replace")
    broken = text.count("\ufffd")
    return text, encoding, (f"{broken} byte sequences are broken in {encoding}",) if broken else ()


def _is_accident(data: bytes) -> bool:
    """Whether sound UTF-8 is as sound, and likelier, GB18030: pairs of common characters only."""
    return not data.isascii() and _ACCIDENT.fullmatch(data) is not None


def _is_wide(text: str) -> bool:
    """Whether the text's non-ASCII characters are mostly beyond U+0800, as those of Chinese in true UTF-8 are."""
    sample = text[:_SAMPLE]
    return sample.isascii() or len(_BEYOND.findall(sample)) > len(_NARROW.findall(sample))


def _guess(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes, else GB18030 or Big5 by their common characters, else charset-normalizer."""
    first = _HIGH.search(data)
    sample = data[first.start() if first else 0 :][:_SAMPLE]
    scores = {name: _plausibility(sample, name) for name in ("utf-8", "gb18030", "big5")}
    best = max(scores, key=lambda name: scores[name])
    if scores[best] >= _PLAUSIBLE:
        return best
    match = from_bytes(sample).best()
    return match.encoding if match else None


def _plausibility(sample: bytes, encoding: str) -> float:
    """0..1: the share of common characters among the sample's non-ASCII ones; 0 where `encoding` does not fit."""
    text = min((sample.decode(codec, "replace") for codec in _CODECS.get(encoding, (encoding,))), key=_broken)
    high = sum(c > "\x7f" for c in text)
    # A sample may end within a character: one broken character at its end says nothing.
    broken = _broken(text) - text.endswith("\ufffd")
    if not high or broken > max(high * _TOLERANCE, 1 if encoding != "utf-8" and high > 20 else 0):
        return 0.0
    if encoding == "utf-8":
        return 1 - broken / high
    first, second, total = 0, 0, 0
    for match in (_GB if encoding == "gb18030" else _BIG5).finditer(sample):
        total += 1
        first += match[1] is not None
        second += match[2] is not None
    return (first + _SECOND_LEVEL * second) / total


def _broken(text: str) -> int:
    return text.count("\ufffd")
