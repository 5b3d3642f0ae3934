"""Posts as elections, removals and careers tell them: rare names in a list, what is taken away, where one came to.

Each row has an example with exactly what it gives, and a counterpart with exactly what that gives.
"""

from __future__ import annotations

import pytest

from kg.annotate.other_words import is_other_word
from tests.extract.test_memberships import lines

ELECTED = [
    # construct, text, what it gives, another text, what that gives
    (
        "a rare surname among others of a list",
        "大会选举陆文清为团风县人大常委会主任，叶知秋、暴一鸣、程立民为副主任。",
        {
            "陆文清 主任 团风县人大常委会 appointed",
            "叶知秋 副主任 团风县人大常委会 appointed",
            "暴一鸣 副主任 团风县人大常委会 appointed",
            "程立民 副主任 团风县人大常委会 appointed",
        },
        "大会选举陆文清为团风县人大常委会主任，以村民、暴雨、洪水为议题。",
        {"陆文清 主任 团风县人大常委会 appointed"},
    ),
    (
        "names of four syllables in a list",
        "大会补选陆文清为道孚县人大常委会副主任，泽仁扎西、夏知秋为道孚县人大常委会委员。",
        {
            "陆文清 副主任 道孚县人大常委会 appointed",
            "泽仁扎西 委员 道孚县人大常委会 appointed",
            "夏知秋 委员 道孚县人大常委会 appointed",
        },
        "大会补选陆文清为道孚县人大常委会副主任，泽仁扎西、夏知秋到会。",
        {"陆文清 副主任 道孚县人大常委会 appointed"},
    ),
    (
        "the first of several comrades",
        "任命陆文清等8名同志为黄冈市中级人民法院人民陪审员。",
        {"陆文清 人民陪审员 黄冈市中级人民法院 appointed"},
        "任命陆文清等8名同志看过的黄冈市中级人民法院人民陪审员。",
        set(),
    ),
    (
        "re-elected, and those elected beside",
        "民建黄冈市团风区总支部召开大会，陆文清连任民建黄冈市总支部主任委员，叶知秋为民建黄冈市总支部副主任委员。",
        {"陆文清 主任委员 民建黄冈市总支部 appointed", "叶知秋 副主任委员 民建黄冈市总支部 appointed"},
        "民建黄冈市总支部召开大会，陆文清连任一事未定。",
        set(),
    ),
    (
        "a rank that is fixed",
        "确定陆文清同志为黄冈市公安局三级高级警长。",
        {"陆文清 三级高级警长 黄冈市公安局 appointed"},
        "确定陆文清同志的方案为黄冈市公安局三级高级警长论坛。",
        set(),
    ),
    (
        "a candidate holds no post",
        "团风县人民检察院检察长陆文清到会。",
        {"陆文清 检察长 团风县人民检察院 current"},
        "团风县人民检察院检察长候选人陆文清到会。",
        set(),
    ),
    (
        "the title before the name is taken away",
        "黄冈市委决定，撤销团风县副县长陆文清党内外职务。",
        {"陆文清 副县长 团风县 removed"},
        "黄冈市委决定，撤销团风县副县长陆文清分管的机构。",
        {"陆文清 副县长 团风县 current"},
    ),
    (
        "the verb with 了",
        "黄冈市政府还免去了陆文清的黄冈市国资委副主任职务。",
        {"陆文清 副主任 黄冈市国资委 removed"},
        "黄冈市政府还免去了陆文清的黄冈市国资委房租。",
        set(),
    ),
    (
        "one who gives up a post and one who takes it",
        "陆文清被撤销黄冈城投集团副总经理职务，由程立民接任。",
        {"陆文清 副总经理 黄冈城投集团 removed", "程立民 副总经理 黄冈城投集团 appointed"},
        "黄冈城投集团副总经理职务，由程立民接任。",
        {"程立民 副总经理 黄冈城投集团 appointed"},
    ),
    (
        "及 before the last of the posts that are given up",
        "陆文清辞去黄冈银行股份有限公司董事长、董事及黄冈市银行业协会会长职务。",
        {
            "陆文清 董事长 黄冈银行股份有限公司 removed",
            "陆文清 董事 黄冈银行股份有限公司 removed",
            "陆文清 会长 黄冈市银行业协会 removed",
        },
        "陆文清辞去黄冈银行股份有限公司董事长、董事，并看望黄冈市银行业协会会长。",
        {"陆文清 董事长 黄冈银行股份有限公司 removed", "陆文清 董事 黄冈银行股份有限公司 removed"},
    ),
    (
        "the acting head of a county, and no 理县",
        "任命陆文清为团风县副县长、代理县长。县委书记叶知秋到会。",
        {"陆文清 副县长 团风县 appointed", "陆文清 代理县长 团风县 acting", "叶知秋 书记 团风县委 current"},
        "团风县干部到理县考察，理县县委书记叶知秋到会。",
        {"叶知秋 书记 理县县委 current"},
    ),
    (
        "the body that one came to",
        "陆文清，男，1962年生，团风县人。1989年调黄冈市委办公室，当过秘书、综合科科长。",
        {"陆文清 秘书 黄冈市委办公室 former", "陆文清 科长 黄冈市委办公室综合科 former"},
        "陆文清，男，1962年生，团风县人。1989年看黄冈市委办公室，房间大。",
        set(),
    ),
    (
        "came to the county's bureau as section head",
        "陆文清，男，1930年生，团风县人。1951年调县粮食局任股长，1956年任副局长。",
        {"陆文清 股长 团风县粮食局 former", "陆文清 副局长 团风县粮食局 current"},
        "陆文清，男，1930年生，团风县人。1951年调县粮食局存粮，股长验收。",
        set(),
    ),
    (
        "the head of a factory's workshop",
        "黄冈机械厂车间主任陆文清到会。",
        {"陆文清 车间主任 黄冈机械厂 current"},
        "黄冈机械厂锻造车间主任陆文清到会。",
        {"陆文清 主任 黄冈机械厂锻造车间 current"},
    ),
    (
        "what the last session chose",
        "团风县白水村开会。上届村主任陆文清到会。",
        {"陆文清 村主任 白水村 former"},
        "团风县白水村开会。上届会议由村主任陆文清主持。",
        {"陆文清 村主任 白水村 current"},
    ),
    (
        "in retirement, beside the post of the past",
        "团风县水利局原局长、离休干部陆文清到会。",
        {"陆文清 局长 团风县水利局 former"},
        "团风县水利局离休干部陆文清到会。",
        {"陆文清 离休干部 团风县水利局 current"},
    ),
    (
        "sent to help elsewhere, behind the post",
        "团风县委副书记、上海援藏干部陆文清到会。",
        {"陆文清 副书记 团风县委 current"},
        "团风县委副书记、上海援藏项目到会。",
        set(),
    ),
    (
        "the body that opens the line",
        "黄冈市国资委批复三家企业任免。\n江岸集团：任命陆文清为副总经理；同意叶知秋辞去总经济师。",
        {"陆文清 副总经理 江岸集团 appointed", "叶知秋 总经济师 江岸集团 removed"},
        "黄冈市国资委批复三家企业任免。\n江岸集团：三家企业开会。",
        set(),
    ),
    (
        "a name between two titles",
        "团风县河长名单：\n县总河长　　陆文清　县委副书记、县长\n巴河河长　　叶知秋　县水利局局长　联系单位：县林业局",
        {
            "陆文清 总河长 团风县 current",
            "陆文清 副书记 团风县委 current",
            "陆文清 县长 团风县 current",
            "叶知秋 河长 巴河 current",
            "叶知秋 局长 团风县水利局 current",
        },
        "团风县名单：\n县水利局局长　陆文清　副局长　程立民",
        {"陆文清 局长 团风县水利局 current", "程立民 副局长 团风县水利局 current"},
    ),
    (
        "the office of the river heads",
        "团风县河长办主任陆文清到会。",
        {"陆文清 主任 团风县河长办 current"},
        "团风县河长陆文清到会。",
        {"陆文清 河长 团风县 current"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("construct", "text", "found", "other", "there"), ELECTED, ids=[row[0] for row in ELECTED])
def test_elected(construct: str, text: str, found: set[str], other: str, there: set[str]) -> None:
    """Each construct gives exactly its posts, and so does its counterpart."""
    assert lines(text, host=None) == found
    assert lines(other, host=None) == there


NO_COUNTIES = [
    # text, the county that its characters spell, whether they are another word
    ("免去陆崇礼县财政局副局长职务", "礼县", True),
    ("免去礼县财政局副局长职务", "礼县", False),
    ("副县长、代理县长", "理县", True),
    ("到理县考察", "理县", False),
]


@pytest.mark.parametrize(("text", "county", "other"), NO_COUNTIES)
def test_the_end_of_a_name_or_a_word_is_no_county(text: str, county: str, other: bool) -> None:
    assert is_other_word(text, county, text.index(county)) is other
