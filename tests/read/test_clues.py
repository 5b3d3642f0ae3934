"""What a text says of itself: title, number, dateline, sign-off."""

from __future__ import annotations

import pytest

from kg.read.clues import clues
from kg.read.content import Metadata
from kg.read.signoff import find_sign_off

BODY = "现将有关事项通知如下：\n一、各地要及时拨付资金，不得截留。\n"
NOTICE = "白水省财政厅关于下达抗旱资金的通知\n\n白财农〔2021〕15号\n\n各市、县财政局：\n\n" + BODY


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOTICE, "白水省财政厅关于下达抗旱资金的通知"),
        ("白财农〔2021〕15号\n白水省财政厅关于下达抗旱资金的通知\n\n" + BODY, "白水省财政厅关于下达抗旱资金的通知"),
        ("白水省财政厅文件\n\n白水省财政厅关于修路的意见\n" + BODY, "白水省财政厅关于修路的意见"),
        (
            "白水省财政厅关于下达2021年\n第一批抗旱资金的通知\n\n" + BODY,
            "白水省财政厅关于下达2021年第一批抗旱资金的通知",
        ),
        ("关于修路的通知（白财农〔2021〕15号）\n" + BODY, "关于修路的通知"),
        ("山里修通了路\n\n县里来人了，说要修路。", "山里修通了路"),
        ("路，什么时候修？\n\n县里来人了，说要修路。", "路，什么时候修？"),
        ("发布时间：2021-07-05\n山里修通了路\n县里来人了。", "山里修通了路"),
        ("县里来人了，说要修路。\n后来路真的修了。", None),
        ("各市、县财政局：\n" + BODY, None),
        ("", None),
    ],
)
def test_titles(text: str, expected: str | None) -> None:
    assert clues(text).title == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOTICE, "白财农〔2021〕15号"),
        ("通知\n白财农[2021]15号\n", "白财农〔2021〕15号"),
        ("通知\n白财农【2021】15号\n", "白财农〔2021〕15号"),
        ("通知\n白财农（2021）15号\n", "白财农〔2021〕15号"),
        ("通知\n（白财农〔２０２１〕第 15 号）\n", "白财农〔2021〕第15号"),
        ("通知\n白财指（农）〔2021〕146号\n", "白财指〔农〕〔2021〕146号"),
        ("白水发〔2021〕3号　　　签发人：丘山\n关于修路的请示\n", "白水发〔2021〕3号"),
        ("索引号：000-1　发文字号：白财农〔2021〕15号\n关于修路的通知\n", "白财农〔2021〕15号"),
        ("关于修路的通知（白财农〔2021〕15号）\n" + BODY, "白财农〔2021〕15号"),
        ("白水省人民政府令第98号\n" + BODY, "白水省人民政府令第98号"),
        ("关于修路的通知\n根据《办法》（白财农〔2019〕1号）的规定，通知如下：\n", None),
        ("修路\n白财农15号\n", None),
    ],
)
def test_document_numbers(text: str, expected: str | None) -> None:
    assert clues(text).number == expected


@pytest.mark.parametrize(
    ("head", "date", "publisher"),
    [
        ("发布时间：2021-07-05　来源：白水省财政厅", "2021-07-05", "白水省财政厅"),
        ("来源：白水日报  2021年7月5日 09:30", "2021-07-05", "白水日报"),
        ("2021-07-05 09:30 来源： 白水日报 作者：丘山", "2021-07-05", "白水日报"),
        ("信息来源：县水务局 | 浏览：35", None, "县水务局"),
        ("成文日期：2021年7月1日\n发布日期：2021年7月5日", "2021-07-05", None),
        ("成文日期：2021年7月1日", "2021-07-01", None),
        ("时间：2021-07-05  来源：白水网", "2021-07-05", "白水网"),
        ("时间：2021年7月5日上午", None, None),
        ("【发布日期： 2021/7/5】", "2021-07-05", None),
        ("来源：白水日报2021-07-05", "2021-07-05", "白水日报"),
        ("", None, None),
    ],
)
def test_datelines(head: str, date: str | None, publisher: str | None) -> None:
    text = "山里修通了路\n" + head + "\n县里来人了，说要修路。\n后来路真的修了。\n"
    assert clues(text).dateline == Metadata(date=date, publisher=publisher)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("山里修通了路\n2021年7月5日\n县里来人了，说要修路。\n路修了。", "2021-07-05"),
        ("山里修通了路\n（2021-07-05 08:00）\n县里来人了，说要修路。\n路修了。", "2021-07-05"),
        ("新华社白水2021年7月5日电", "2021-07-05"),
        ("白水大事记\n2021年7月5日\n开工。\n2021年8月\n通车。", None),
        ("白水大事记\n2021年7月5日\n开工。\n2021年8月9日\n通车。", None),
        ("2021年7月5日，县里来人了。\n路修了。", None),
    ],
)
def test_datelines_without_a_label(text: str, expected: str | None) -> None:
    assert clues(text).dateline.date == expected


@pytest.mark.parametrize(
    ("tail", "date", "publisher"),
    [
        ("白水省财政厅\n2021年7月5日", "2021-07-05", "白水省财政厅"),
        ("　　　　白水省财政厅\n\n　　　　2021 年 7 月 5 日\n", "2021-07-05", "白水省财政厅"),
        ("白水省财政厅\n二〇二一年七月五日", "2021-07-05", "白水省财政厅"),
        ("白水省财政厅　白水省水利厅\n２０２１年７月５日", "2021-07-05", "白水省财政厅"),
        ("白水省财政厅\n白水省水利厅\n2021年7月5日\n\n附件1\n分配表\n", "2021-07-05", "白水省财政厅"),
        ("白水省财政厅办公室　2021年7月6日印发", "2021-07-06", "白水省财政厅办公室"),
        ("（白水省财政厅代章）\n2021年7月5日", "2021-07-05", None),
        ("2021年7月5日\n", "2021-07-05", None),
        ("2021年7月5日\n（此件公开发布）", "2021-07-05", None),
        ("白水省财政厅\n2021年7月5日\n\n附件\n白水省水利厅\n2020年1月1日", "2021-07-05", "白水省财政厅"),
        ("2021年7月5日\n县里来人了。", None, None),
        ("白水省财政厅\n2021年2月30日", None, None),
        ("完", None, None),
    ],
)
def test_sign_offs(tail: str, date: str | None, publisher: str | None) -> None:
    assert find_sign_off(NOTICE + tail) == Metadata(date=date, publisher=publisher)


def test_a_line_of_adoption() -> None:
    text = "白水市人大常委会任免名单\n（2021年7月5日白水市人大常委会第三次会议通过）\n任命：\n"
    assert clues(text).adopted == "2021-07-05"
