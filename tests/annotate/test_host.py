"""The host: from publisher, title, sign-off or credits; news of a meeting is no body."""

from __future__ import annotations

import pytest

from kg.annotate.fold import fold
from kg.annotate.host import find_host
from kg.annotate.passage import Article, State
from kg.model import Document


def host(text: str, title: str | None = None, publisher: str | None = None) -> tuple[str | None, str | None]:
    state = State(Document("d", text, title=title, publisher=publisher), Article(fold(text), text))
    find_host(state)
    return state.host, state.host_region


@pytest.mark.parametrize(
    ("text", "title", "publisher", "expected"),
    [
        ("正文。", None, "湖北省财政厅", ("湖北省财政厅", "湖北省")),
        ("正文。", "武汉市财政局关于下达资金的通知", None, ("武汉市财政局", "武汉市")),
        ("现将资金下达。\n\n湖北省财政厅\n2021年3月5日\n", None, None, ("湖北省财政厅", "湖北省")),
        ("7月21日，两部门下达资金。", "财政部 水利部下达水利救灾资金", None, ("财政部", None)),
        ("天气很好。", None, None, (None, None)),
        ("任命如下。", "武汉市人民代表大会常务委员会任免名单", None, ("武汉市人民代表大会常务委员会", "武汉市")),
        ("纪要如下。", "黄梅县人民政府第3次常务会议纪要", None, ("黄梅县人民政府", "黄梅县")),
        ("大事如下。", "江汉大学共建与发展大事记", None, ("江汉大学", "江汉区")),
        ("山里娃坐上了校车。", "剑阁：山里娃坐上了校车", None, (None, "剑阁县")),
        ("\n云河市黄酒集团有限公司看望职工。", "云河黄酒集团党委书记看望职工", None, ("云河市黄酒集团有限公司", None)),
        ("云河黄酒集团看望职工\n云河黄酒集团看望职工，云河市白酒集团有限公司也来了。", None, None, ("云河黄酒集团", None)),
        ("浦城县农村信用合作联社开会。", "浦城农信联社支持春耕", None, ("浦城县农村信用合作联社", "浦城县")),
        ("云河县中医医院和云河县人民医院开会。", "云河县医院义诊", None, ("云河县人民医院", None)),
        ("江汉理工大学校长到会。", "江汉大学召开会议", None, ("江汉大学", "江汉区")),
        ("机械工程学院欢迎校友。", "江汉大学校友返校", None, ("江汉大学", "江汉区")),
        ("校长会见客人。", "江汉大学陆文清教授访问黄冈师范学院", None, ("江汉大学", "江汉区")),
        ("校长会见客人。", "江汉大学陆文清教授访问武汉大学", None, ("武汉大学", "武汉市")),
        ("李大庆任局长。", "任职", None, (None, None)),
        ("大庆市任命局长。", "任职", None, (None, "大庆市")),
        ("郑怀瑾，男，江西上饶人，任省财政厅厅长。", "任职", None, (None, None)),
        ("江西省有救灾负责人，今天到会。", "任职", None, (None, "江西省")),
        ("出门带伞。", "提醒：出门带伞", None, (None, None)),
        ("春耕\n——访武汉市农业农村局局长", "春耕", None, ("武汉市农业农村局", "武汉市")),
    ],
)
def test_host(text: str, title: str | None, publisher: str | None, expected: tuple[str | None, str | None]) -> None:
    assert host(text, title, publisher) == expected


def test_news_of_a_meeting_is_no_host() -> None:
    found, region = host("会议部署下一步工作。", "武汉市召开全市造林绿化工作推进会")
    assert found is None
    assert region == "武汉市"


def test_a_text_of_our_county_is_of_a_county() -> None:
    text = "黄冈市财政局下达资金。县委书记到会，我县共有八个乡镇受灾，县水利局已上堤，黄梅正在抢险。"
    assert host(text, "领导督导水毁修复")[1] == "黄梅县"
