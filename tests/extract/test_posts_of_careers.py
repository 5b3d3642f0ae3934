"""Careers and names: where a post stands in a life that a text tells, of whom it is, and where names of other peoples end.

Each row has a text and exactly what it gives; the rows beside it are like it, and must not be read so.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

ROWS = [
    # construct, text, what it gives
    ("the body apart from its unit", "陆文清当过宜都市人民医院的心内科主任。", {"陆文清 主任 宜都市人民医院心内科 former"}),
    ("taken from one who is named", "免去陆文清的宜都市水利局的职务。", set()),
    ("step by step", "陆文清1979年调回宜都市财政局，从预算股干事、副股长，一步一步干到股长。",
     {"陆文清 干事 宜都市财政局预算股 former", "陆文清 副股长 宜都市财政局预算股 former", "陆文清 股长 宜都市财政局预算股 former"}),
    ("from one who stands there", "陆文清从宜都市财政局干事、副股长口中得知，一步一步算到年底。", set()),
    ("a trade", "陆文清原是宜都市农机站的修理工。", {"陆文清 修理工 宜都市农机站 former"}),
    ("the trade's things", "陆文清原是看宜都市农机站修理工具的。", set()),
    ("whom a note is by", "（陆文清系宜都市水利局局长）", {"陆文清 局长 宜都市水利局 current"}),
    ("who leads a talk", "主持人陆文清（宜都市政府新闻办副主任）：请看。", {"陆文清 副主任 宜都市政府新闻办 current"}),
    ("before he came", "宜都市水利局局长陆文清到会。陆文清来京前是宜昌市水利局局长。",
     {"陆文清 局长 宜都市水利局 current", "陆文清 局长 宜昌市水利局 former"}),
    ("what falls away", "任命：\n陆文清为宜都市副市长，其原任的宜都市水利局局长职务自然免除。",
     {"陆文清 副市长 宜都市 appointed", "陆文清 局长 宜都市水利局 removed"}),
    ("a life that opens with 是", "陆文清同志是湖北宜昌人，1920年5月生。抗日战争时期，先后任宜都市财政局科员、枝江市财政局科长。",
     {"陆文清 科员 宜都市财政局 former", "陆文清 科长 枝江市财政局 former"}),
    ("a step behind where he served", "陆文清，男，1950年生。1982年7月至1986年10月，在宜都市财政局农财科任科员。", {"陆文清 科员 宜都市财政局农财科 former"}),
    ("sent to be", "陆文清三十岁那年被派来当宜都市血防站副站长。", {"陆文清 副站长 宜都市血防站 current"}),
    ("sent, but not he", "宜都市水利局局长陆文清到会。已退休的小会的那位被请来当宜都市血防站顾问。", {"陆文清 局长 宜都市水利局 current"}),
    ("those of the next clause", "柳河镇专班由白乐天任组长，滚滚子、波涛两位同志是联络员。", {"白乐天 组长 柳河镇专班 current"}),
    ("one called by the surname", "宜都市水利局局长陆文清到会。后来，老郭被聘为宜都市监督站监督员。", {"陆文清 局长 宜都市水利局 current"}),
    ("the one whom a clause brings in", "宜都市水利局局长陆文清到会。退休干部魏源澄也来了，他曾任枝江市水利局副局长。",
     {"陆文清 局长 宜都市水利局 current", "魏源澄 副局长 枝江市水利局 former"}),
    ("by the first part of the name", "宜都市审计局局长买合木提·吐尔地到会。\n买合木提曾任枝江市财政局股长。",
     {"买合木提·吐尔地 局长 宜都市审计局 current", "买合木提·吐尔地 股长 枝江市财政局 former"}),
    ("a member whom a reply addresses", "对政协宜都市第八届委员会第7号提案的答复\n程立民委员：\n您提出的提案收悉。",
     {"程立民 委员 宜都市政协 current"}),
    ("deputies whom a report addresses", "宜都市八届人大三次会议\n各位代表：\n现在报告工作。", set()),
]  # fmt: skip


@pytest.mark.parametrize(("construct", "text", "found"), ROWS, ids=[row[0] for row in ROWS])
def test_exactly_these_posts(construct: str, text: str, found: set[str]) -> None:
    assert lines(text, host=None) == found


ENDS = [
    # text behind 局长, the name
    ("那孜木·马达力签了清单。", "那孜木·马达力"),
    ("阿依努尔·毛兰手里有账。", "阿依努尔·毛兰"),
    ("钮祜禄·成分析原因。", "钮祜禄·成"),
    ("瓜尔佳·明远到会。", "瓜尔佳·明远"),
    ("买合木提·阿布都拉到会。", "买合木提·阿布都拉"),
    ("努尔兰·哈力拜克补充道。", "努尔兰·哈力拜克"),
    ("次仁多吉卓到会。", "次仁多吉卓"),
    ("库尔班诺夫到会。", "库尔班诺夫"),
]


@pytest.mark.parametrize(("text", "name"), ENDS)
def test_where_names_of_other_peoples_end(text: str, name: str) -> None:
    assert lines("宜都市水利局局长" + text, host=None) == {f"{name} 局长 宜都市水利局 current"}
