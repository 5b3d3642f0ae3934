"""Bytes → text: every encoding that Chinese documents come in, also in few characters."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import EncodingError
from kg.read.decode import decode
from kg.read.mojibake import mojibake

SIMPLIFIED = "省财政厅今日下达抗旱资金三千万元，用于山区群众饮水。"
TRADITIONAL = "縣政府昨日撥付水利經費三千萬元，供山區居民飲水之用。"
PRINTABLE = st.characters(blacklist_categories=["Cs", "Cc", "Cn", "Co"])


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-32", "utf-32"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL, "utf-8", "utf-8"),
        ("plain ASCII, 12 lines", "ascii", "utf-8"),
    ],
)
def test_encodings(text: str, codec: str, encoding: str) -> None:
    decoded = decode(text.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.warnings) == (text, encoding, ())


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_utf16_by_its_mark(mark: bytes) -> None:
    codec = "utf-16-le" if mark == codecs.BOM_UTF16_LE else "utf-16-be"
    assert decode(mark + "第一行\r\n第二行".encode(codec), "a.txt").text == "第一行\n第二行"


@pytest.mark.parametrize(
    "text",
    ["财政部", "国务院办公厅", "任免名单", "王小明任局长", "贵州省", "通知", "水利部：", "湖南", "1月5日，县里来了人"],
)
def test_few_characters_of_gb18030(text: str) -> None:
    assert decode(text.encode("gb18030"), "a.txt").text == text


@pytest.mark.parametrize(
    "text",
    [
        "財政部",
        "國務院辦公廳",
        "任免名單",
        "王小明任局長",
        "臺灣省",
        "通知事項",
        "水利署：",
        "花蓮縣",
        "1月5日，縣裡來了人",
    ],
)
def test_few_characters_of_big5(text: str) -> None:
    assert decode(text.encode("big5"), "a.txt").text == text


@pytest.mark.parametrize("count", [4, 8, 20])
def test_windows_of_prose_are_told_apart(count: int) -> None:
    for text, codec in ((SIMPLIFIED, "gb18030"), (TRADITIONAL, "big5")):
        for start in range(len(text) - count):
            window = text[start : start + count]
            assert decode(window.encode(codec), "a.txt").text == window


def test_a_long_ascii_beginning_does_not_hide_the_encoding() -> None:
    text = "<!-- " + "x" * 200_000 + " -->\n" + SIMPLIFIED
    assert decode(text.encode("gb18030"), "a.html").text == text


@pytest.mark.parametrize(("codec", "encoding"), [("utf-8", "utf-8"), ("gb18030", "gb18030")], ids=["utf-8", "gb18030"])
def test_a_broken_byte_is_reported_and_the_rest_read(codec: str, encoding: str) -> None:
    data = (SIMPLIFIED * 10).encode(codec) + b"\xff" + SIMPLIFIED.encode(codec)
    decoded = decode(data, "a.txt")
    assert decoded.encoding == encoding
    assert decoded.text.startswith(SIMPLIFIED * 10)
    assert "broken" in decoded.warnings[0]


def test_a_file_cut_within_a_character() -> None:
    decoded = decode(SIMPLIFIED.encode("utf-8")[:-1], "a.txt")
    assert decoded.text == SIMPLIFIED[:-1] + "\ufffd"
    assert decoded.warnings


@pytest.mark.parametrize(
    ("declared", "codec", "encoding"),
    [
        ("gb2312", "gb18030", "gb18030"),
        ("GBK", "gb18030", "gb18030"),
        ("Big5", "big5", "big5"),
        ("utf-8", "utf-8", "utf-8"),
    ],
)
def test_a_declaration_is_believed_where_it_fits(declared: str, codec: str, encoding: str) -> None:
    text = "一" if codec == "gb18030" else "國家"
    decoded = decode(text.encode(codec), "a.html", declared)
    assert (decoded.text, decoded.encoding) == (text, encoding)


@pytest.mark.parametrize(
    ("declared", "codec"), [("gb2312", "utf-8"), ("utf-8", "gb18030"), ("x-unknown", "gb18030"), ("hex", "gb18030")]
)
def test_a_false_declaration_is_not(declared: str, codec: str) -> None:
    assert decode(SIMPLIFIED.encode(codec), "a.html", declared).text == SIMPLIFIED


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj",
        b"PK\x03\x04\x14\x00\x06\x00word/document.xml",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x89PNG\r\n\x1a\n",
        bytes(range(256)) * 8,
        "财政部\0".encode(),
        b"\x01\x02\x03\x04abc" * 50,
    ],
    ids=["pdf", "docx", "doc", "png", "bytes", "zero byte", "control characters"],
)
def test_binary_data_are_no_text(data: bytes) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(data, "a.txt")
    assert caught.value.path == "a.txt"


@given(st.text(PRINTABLE, min_size=1))
def test_utf8_is_read_back(text: str) -> None:
    text = "县" + text
    assert decode(text.encode("utf-8"), "a.txt").text == text


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_an_error_of_ours(data: bytes) -> None:
    with suppress(EncodingError):
        decode(data, "a.txt").text.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        SIMPLIFIED.encode("utf-8").decode("latin-1"),
        SIMPLIFIED.encode("utf-8").decode("cp1252", "replace"),
        SIMPLIFIED.encode("utf-8").decode("gb18030", "replace"),
        "下达资金锟斤拷锟斤拷元",
        "烫烫烫烫烫",
        "下达资金\ufffd\ufffd元",
    ],
    ids=["latin-1", "cp1252", "gb18030", "锟斤拷", "烫", "U+FFFD"],
)
def test_mojibake_is_reported(text: str) -> None:
    assert list(mojibake(text))


@pytest.mark.parametrize(
    "text",
    [
        SIMPLIFIED,
        TRADITIONAL,
        "",
        "abc",
        "Überraschung für Zürich, déjà vu à l’été",
        "饭菜很烫",
        "①②③④⑤⑥⑦⑧ №１２３４５６７８",
    ],
)
def test_sound_text_is_no_mojibake(text: str) -> None:
    assert list(mojibake(text)) == []
