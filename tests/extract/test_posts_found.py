"""Posts that are easily missed or cut wrong, and what looks like one and is none.

Each row has an example and what it gives, and another text that must give none of it.
"""

from __future__ import annotations

import pytest

from kg.annotate.name_ends import ends_here
from tests.extract.test_memberships import lines

FOUND = [
    # construct, text, what it gives, a text that gives none of that
    (
        "原 between a body and its unit",
        "宜昌市农业农村局原种植业科科长陆文清说。",
        {"陆文清 科长 宜昌市农业农村局种植业科 former"},
        "宜昌市农业农村局原有种植业科，科长陆文清说。",
    ),
    (
        "what one does before a title of staff, and 原 before that",
        "宜昌市兴发公司原合规总监陆文清、宜昌市一中德育副校长程立民参加。",
        {"陆文清 合规总监 宜昌市兴发公司 former", "程立民 德育副校长 宜昌市一中 current"},
        "宜昌市兴发公司合规，总监陆文清参加。",
    ),
    (
        "the head of a place that no table holds, at the head of a text",
        "青川市原市长陆文清参加座谈会。",
        {"陆文清 市长 青川市 former"},
        "各市原市长陆文清参加座谈会。",
    ),
    (
        "an office and its head share a character",
        "宜昌市龙泉镇财政所长陆文清说。",
        {"陆文清 所长 宜昌市龙泉镇财政所 current"},
        "宜昌市龙泉镇财政所长期缺人，陆文清说。",
    ),
    (
        "the secretary of a village's branch, and a name before 时",
        "记者见到宜昌市龙泉镇清溪村支部书记陆文清时，他刚从地里回来。",
        {"陆文清 支部书记 宜昌市龙泉镇清溪村 current"},
        "记者见到宜昌市龙泉镇清溪村支部书记时，陆文清不在。",
    ),
    (
        "a rank of non-commissioned officers",
        "陆文清是宜昌市消防救援支队的一名四级警士长。",
        {"陆文清 四级警士长 宜昌市消防救援支队 current"},
        "陆文清是宜昌市消防救援支队的一名学员。",
    ),
    (
        "a bare deputy and secretary of the 政协 of the sentence",
        "宜昌市政协主席叶知秋主持，副主席陆文清、程立民，秘书长孟常德出席。",
        {"陆文清 副主席 宜昌市政协 current", "程立民 副主席 宜昌市政协 current", "孟常德 秘书长 宜昌市政协 current"},
        "宜昌市政协委员到会，副主席会议听取汇报。",
    ),
    (
        "a party committee just set up",
        "会议决定成立龙泉镇临时党工委，陆文清兼任书记。",
        {"陆文清 书记 龙泉镇临时党工委 appointed"},
        "会议决定成立龙泉镇临时党工委，书记由组织另行安排。",
    ),
    (
        "the member of a township's committee for one task",
        "宜昌市龙泉镇的苹果红了。镇党委组织委员陆文清说。",
        {"陆文清 党委组织委员 龙泉镇 current"},
        "宜昌市龙泉镇的苹果红了。镇党委组织委员会议。",
    ),
    (
        "a new village is a village, and its name goes before the title",
        "宜昌市龙泉镇清溪新村支书陆文清说。",
        {"陆文清 支书 宜昌市龙泉镇清溪新村 current"},
        "宜昌市龙泉镇建设新村，支书陆文清说。",
    ),
    (
        "villages of a kind have no name",
        "宜昌市龙泉镇黑岭村建了厂，是区里的薄弱村。村党支部书记陆文清说。",
        {"陆文清 党支部书记 黑岭村 current"},
        "宜昌市龙泉镇的厂，是区里的薄弱村。村党支部书记陆文清说。",
    ),
    (
        "a village behind who helps it",
        "宜昌市审计局帮扶的龙泉镇黑岭村修了路，钱由第一书记陆文清垫付。",
        {"陆文清 第一书记 黑岭村 current"},
        "宜昌市审计局帮扶的村修了路，钱由第一书记陆文清垫付。",
    ),
    (
        "a preposition before a bare 镇 makes no village of it",
        "宜昌市龙泉镇开会。叶知秋对镇党委书记陆文清说，工期要紧。",
        {"陆文清 党委书记 龙泉镇 current"},
        "宜昌市龙泉镇开会。叶知秋对镇党委说，陆文清来了。",
    ),
    (
        "the staff of a township hold a post in it, those of a city only live there",
        "宜昌市龙泉镇干部陆文清敲门。",
        {"陆文清 干部 宜昌市龙泉镇 current"},
        "宜昌市干部陆文清敲门。",
    ),
    (
        "an old 支书 is in the text, and so is what he was",
        "老支书陆文清代表老党员发言，他担任过团结大队会计。",
        {"陆文清 会计 团结大队 former"},
        "老支书陆文清代表老党员发言，团结大队会计没有来。",
    ),
    (
        "the old accountant who gives up the post",
        "黑岭村开会。程立民当选村主任，老会计陆文清不再担任村会计。",
        {"陆文清 会计 黑岭村 removed"},
        "黑岭村开会。陆文清当选村主任，老会计不再担任村会计。",
    ),
    (
        "re-elected in the next clause",
        "黑岭村换届，陆文清当选村主任，连任党支部书记。",
        {"陆文清 党支部书记 黑岭村 appointed"},
        "黑岭村换届，陆文清当选村主任，党支部书记另选。",
    ),
    (
        "one retired from a body was of its staff",
        "武汉市自来水厂退休工人陆文清到会。",
        {"陆文清 工人 武汉市自来水厂 former"},
        "武汉市自来水厂退休老人陆文清到会。",
    ),
    (
        "what one was before he came here",
        "陆文清曾任武汉市林业学院院长，来校前任宜昌市林业局局长。",
        {"陆文清 局长 宜昌市林业局 former"},
        "陆文清曾任武汉市林业学院院长，来校前宜昌市林业局局长接见了他。",
    ),
    (
        "passed by a vote",
        "会议通过陆文清为湖北省人民代表大会财政经济委员会委员。",
        {"陆文清 委员 湖北省人民代表大会财政经济委员会 appointed"},
        "会议通过陆文清的报告，湖北省人民代表大会财政经济委员会委员到会。",
    ),
    (
        "提 ends the name, it does not begin the link",
        "任命阿力木·买合木提为武汉市财政局副局长。",
        {"阿力木·买合木提 副局长 武汉市财政局 appointed"},
        "陆文清·买合木提为武汉市财政局写了字，副局长到会。",
    ),
    (
        "the dotted name between 学者 and 教授 is whole",
        "武汉大学的一位学者阿力木·艾山教授到会。",
        {"阿力木·艾山 教授 武汉大学 current"},
        "武汉大学的阿力木到会，艾山教授没有来。",
    ),
    (
        "有 is no part of a dotted name",
        "宜昌市龙泉镇干部阿力木·居马江有一只账袋。",
        {"阿力木·居马江 干部 宜昌市龙泉镇 current"},
        "宜昌市龙泉镇干部有一只账袋，阿力木·居马江没有。",
    ),
    (
        "a professor of the school that the paragraph names",
        "湖北师范学院通报一案。副教授陆文清套取测试费7.8万元。",
        {"陆文清 副教授 湖北师范学院 current"},
        "湖北省财政厅通报一案。副教授陆文清套取测试费7.8万元。",
    ),
    (
        "the police of the station at hand",
        "武汉市江边派出所的电话响了。民警陆文清出了门。",
        {"陆文清 民警 武汉市江边派出所 current"},
        "武汉市江边食堂的电话响了。民警陆文清出了门。",
    ),
    (
        "the campus, not the school",
        "武汉职业学院东湖校区主任陆文清到会。",
        {"陆文清 主任 武汉职业学院东湖校区 current"},
        "武汉职业学院东湖校区主任会议召开。",
    ),
    (
        "who leads the way leads no body of that name",
        "武汉市江边小学放学了。带队的副校长陆文清数了三遍。",
        {"陆文清 副校长 武汉市江边小学 current"},
        "武汉市江边小学放学了。带队的副校长会议开了三遍。",
    ),
    (
        "the leader of a task force by its short name",
        "县里成立水稻收购工作专班，叶县县长陆文清任专班组长。",
        {"陆文清 组长 水稻收购工作专班 appointed"},
        "县里成立水稻收购工作专班，叶县县长陆文清讲了专班组长的事。",
    ),
    (
        "roles of stations, teams and schools",
        "武汉市江边派出所社区民警程立民、武汉市体育局主教练陆文清到会。",
        {"程立民 社区民警 武汉市江边派出所 current", "陆文清 主教练 武汉市体育局 current"},
        "武汉市江边派出所社区民警会议、武汉市体育局主教练培训都开了。",
    ),
    (
        "roles of villages, markets and stages",
        "黑岭村治保主任程立民、武汉市江边农贸批发市场经理陆文清到会。",
        {"程立民 治保主任 黑岭村 current", "陆文清 经理 武汉市江边农贸批发市场 current"},
        "黑岭村治保主任会议、武汉市江边农贸批发市场经理培训都开了。",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("construct", "text", "found", "other"), FOUND, ids=[row[0] for row in FOUND])
def test_found(construct: str, text: str, found: set[str], other: str) -> None:
    assert lines(text, host=None) >= found
    assert not lines(other, host=None) & found


DUTIES = "滨江高新区管委会领导工作分工\n陆文清　党工委书记、管委会主任，主持全面工作。\n程立民　党工委委员、纪工委书记，负责纪检工作。"


def test_a_line_of_the_list_of_who_does_what() -> None:
    assert lines(DUTIES, host="滨江高新区管委会") == {
        "陆文清 党工委书记 滨江高新区 current",
        "陆文清 主任 滨江高新区管委会 current",
        "程立民 党工委委员 滨江高新区 current",
        "程立民 纪工委书记 滨江高新区 current",
    }
    assert not lines("陆文清　全面工作，主持党工委书记、管委会主任会议。", host="滨江高新区管委会")


NONE = [
    # construct, text that holds no such post, a text of the same words that does
    ("an adverb and its verb behind a title", "武汉市财政局的一位专家曾致函对方。", "武汉市财政局专家曾致远到会。"),
    ("an old man by his surname", "宜昌市龙泉镇镇长老牛算了一笔账。", "宜昌市龙泉镇镇长牛大力算了一笔账。"),
    ("money of the staff", "武汉市自来水厂职工养老金账本。", "武汉市自来水厂职工杨老金到会。"),
    ("what is of the staff", "陆文清说，钱是龙泉镇干部和老板凑的。", "陆文清是龙泉镇干部，家在城里。"),
    ("but the staff", "陆文清来了，可是武汉市纪念馆讲解员翻了一番。", "陆文清来了，是武汉市纪念馆讲解员。"),
    ("the driver of a village's machine", "宜昌市龙泉镇的农机手陆文清只认一条。", "宜昌市龙泉镇农机站农机手陆文清只认一条。"),
    ("an engineer who lives in a zone", "武汉市高新区的退休工程师陆文清捐了款。", "武汉市水利局的退休工程师陆文清捐了款。"),
    ("a chairman of a body that is no word", "武汉市政协开会，电盈主席陆文清捐了款。", "武汉市政协开会，主席陆文清讲话。"),
    ("a professor whose school the text has not named", "会议由副校长陆文清教授主持。", "会议由化生学院院长陆文清教授主持。"),
    ("an old 支书 whose term is not told", "在旗山村，老支书陆文清请大家回来。", "在旗山村，支书陆文清请大家回来。"),
]


@pytest.mark.parametrize(("construct", "none", "some"), NONE, ids=[row[0] for row in NONE])
def test_no_post(construct: str, none: str, some: str) -> None:
    assert lines(none, host=None) == set()
    assert lines(some, host=None)


@pytest.mark.parametrize(("text", "end", "within"), [("阎中和12月被免职", 3, 2), ("线有为解释说", 3, 2), ("陆文和5人到会", 2, 3)])
def test_where_a_name_ends(text: str, end: int, within: int) -> None:
    assert ends_here(text, end) > ends_here(text, within)
