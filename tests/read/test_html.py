"""Web pages: main text, tables, metadata."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read.html import read_html

MENU = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(12))
PAGE = f"""<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>山里修通了路_白水省财政厅</title>
<meta name="PubDate" content="2021-07-05 09:30"><meta name="ContentSource" content="农业农村处">
<script>var a = "不是正文，也不是事实。";</script><style>p {{ color: red }}</style></head>
<body><div id="top"><ul class="nav">{MENU}</ul></div>
<div class="wrap"><h1>山里修通了路</h1><div class="info">发布时间：2021-07-05　来源：农业农村处</div>
<div class="content"><p>　　7月3日，县里
来人了，<b>说要</b><span>修路</span>。</p><p>共安排资金3000万元，<br>其中水泥路2000万元。</p>
<div style="display:none">看不见的字，看不见的字，看不见的字。</div>
<p>白水省财政厅</p><p>2021年7月5日</p></div></div>
<div class="footer">主办单位：白水省财政厅　地址：人民路1号　备案号：000000</div></body></html>"""


def text_of(body: str) -> str:
    return read_html(f"<html><body>{body}</body></html>".encode(), "a.html").text


def test_a_page() -> None:
    content = read_html(PAGE.encode(), "a.html")
    assert content.text.split("\n") == [
        "7月3日，县里来人了，说要修路。",
        "共安排资金3000万元，",
        "其中水泥路2000万元。",
        "白水省财政厅",
        "2021年7月5日",
    ]
    assert content.head.split("\n") == ["山里修通了路", "发布时间：2021-07-05 来源：农业农村处".replace(" ", "　")]
    assert (content.own.title, content.own.date, content.own.publisher) == (
        "山里修通了路",
        "2021-07-05 09:30",
        "农业农村处",
    )


@pytest.mark.parametrize("codec", ["gb18030", "big5", "utf-8"])
def test_the_declared_charset(codec: str) -> None:
    name = "gb2312" if codec == "gb18030" else codec
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={name}">'
    page = f"<html><head>{meta}</head><body>水利局</body></html>"
    content = read_html(page.encode(codec), "a.html")
    assert (content.text, content.encoding) == ("水利局", codec)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>关于修路的通知</title>", "关于修路的通知"),
        ("<title>关于修路的通知_白水省财政厅</title>", "关于修路的通知"),
        ("<title>关于修路的通知-白水省人民政府门户网站</title>", "关于修路的通知"),
        ("<title>A-B路修通 - 通知公告 - 白水县水务局</title>", "A-B路修通 - 通知公告 - 白水县水务局"),
        ('<title>x</title><meta name="ArticleTitle" content="关于修路的通知">', "关于修路的通知"),
        ('<title>x</title><meta property="og:title" content="关于修路的通知">', "关于修路的通知"),
        ("", None),
    ],
)
def test_titles(head: str, title: str | None) -> None:
    assert read_html(f"<head>{head}</head><body>县里来人了。</body>".encode(), "a.html").own.title == title


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "<table><tr><th>地区</th><th>金额</th></tr><tr><td>东川<b>县</b></td><td><p>30</p></td></tr></table>",
            "地区\t金额\n东川县\t30",
        ),
        ("<table><tr><td>县</td><td></td><td>3</td></tr></table>", "县\t\t3"),
        (
            f"<table><tr><td>{'架桥。' * 50}</td><td><p>{'修路，' * 50}</p><p>完。</p></td></tr></table>",
            f"{'架桥。' * 50}\n{'修路，' * 50}\n完。",
        ),
        ("<p>修</p>路<div>通</div>了", "修\n路\n通\n了"),
        ("<p>修&nbsp;路<br/>通 了\u200b</p>", "修\xa0路\n通 了"),
        ("<pre>修路\n通了</pre>", "修路\n通了"),
        ("<p>Kunming\n City</p>", "Kunming City"),
        ("<p>修<!-- 不 -->路</p>", "修路"),
        (
            "<p>修路了。</p><p>【字体：大 中 小】 打印本页 关闭窗口</p><p>关闭高耗能企业3家。</p>",
            "修路了。\n关闭高耗能企业3家。",
        ),
        ("<ul><li>一、修路</li><li>二、架桥</li></ul>", "一、修路\n二、架桥"),
    ],
)
def test_blocks_and_tables(body: str, expected: str) -> None:
    assert text_of(body) == expected


def test_a_short_notice_keeps_its_sign_off() -> None:
    body = "<div id='c'><div>" + "县里来人了，说要修路，大家都很高兴。" * 5 + "</div><div>白水县水务局</div></div>"
    assert text_of(body).endswith("\n白水县水务局")


def test_a_table_for_layout_within_a_form() -> None:
    body = (
        "<form><table><tr><td>"
        + MENU
        + "</td></tr><tr><td><p>县里来人了，说要修路。</p><p>路修了。</p></td></tr></table></form>"
    )
    assert "县里来人了，说要修路。\n路修了。" in text_of(body)


def test_unclosed_tags_nest_deep() -> None:
    assert text_of("<div><font>县里来人了。" * 3000).count("县里来人了。") == 3000


def test_a_page_without_text() -> None:
    with pytest.raises(InputError, match="no text"):
        read_html(b"<html><body><script>1</script></body></html>", "a.html")


@given(st.text("<>/abp!-[]&;\"'= \n县路", max_size=80))
def test_any_page_gives_text_or_an_error_of_ours(page: str) -> None:
    with suppress(InputError):
        assert read_html(page.encode(), "a.html").text.strip()
