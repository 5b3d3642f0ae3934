"""Posts as the pages of newspapers and offices tell them.

Each row has an example and exactly what it gives, and another text with exactly what that gives.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

PAGES = [
    # construct, text, what it gives, a counterpart, what that gives
    (
        "one who leaves a post for another, and one moved by somebody",
        "叶知秋由省财政厅副厅长调任省审计厅厅长。",
        {"叶知秋 副厅长 省财政厅 former", "叶知秋 厅长 省审计厅 appointed"},
        "会议由省财政厅副厅长叶知秋主持。",
        {"叶知秋 副厅长 省财政厅 current"},
    ),
    (
        "a post that one will take up is none yet",
        "团风县县长叶知秋任黄冈市委副书记，将出任黄冈市市长。",
        {"叶知秋 县长 团风县 current", "叶知秋 副书记 黄冈市委 appointed"},
        "团风县县长叶知秋出任黄冈市市长。",
        {"叶知秋 县长 团风县 current", "叶知秋 市长 黄冈市 appointed"},
    ),
    (
        "a title in brackets before the name is a post of its own if it names its body",
        "团风县人民医院党委书记陆文清，院长（民盟团风县委主委）叶知秋到会。",
        {"陆文清 党委书记 团风县人民医院 current", "叶知秋 院长 团风县人民医院 current", "叶知秋 主委 民盟团风县委 current"},
        "团风县人民医院党委书记陆文清，院长（主任医师）叶知秋到会。",
        {"陆文清 党委书记 团风县人民医院 current", "叶知秋 院长 团风县人民医院 current"},
    ),
    (
        "a title in brackets in a list of posts does not end it",
        "叶知秋曾任团风县副县长，黄冈市烟草专卖局局长（经理），黄冈市副市长等职。",
        {"叶知秋 副县长 团风县 former", "叶知秋 局长 黄冈市烟草专卖局 former", "叶知秋 副市长 黄冈市 former"},
        "叶知秋曾任团风县副县长。局长（经理）、黄冈市副市长等职空缺。",
        {"叶知秋 副县长 团风县 former"},
    ),
    (
        "a post taken from one named with 同志, no body before it",
        "团风县人大常委会任命叶知秋同志为政府副县长，何光同志为政府副县长，免除陆文清同志常务副县长一职。",
        {"叶知秋 副县长 团风县 appointed", "何光 副县长 团风县 appointed", "陆文清 常务副县长 团风县 removed"},
        "团风县人大常委会免除陆文清一职。",
        set(),
    ),
    (
        "the name between the verb and the province at hand",
        "湖北省人大常委会决定免去陆文清省政府秘书长职务。",
        {"陆文清 秘书长 湖北省政府 removed"},
        "湖北省人大常委会听取省政府秘书长陆文清的说明。",
        {"陆文清 秘书长 湖北省政府 current"},
    ),
    (
        "one whom a penalty brings in loses the post",
        "经市委批准，给予陆文清留党察看处分，按程序免去其黄冈市水利局副局长职务。",
        {"陆文清 副局长 黄冈市水利局 removed"},
        "给予陆文清通报表扬，黄冈市水利局副局长职务空缺。",
        set(),
    ),
    (
        "whose countryman he is holds not his posts",
        "陆文清是湖北省省长。\n叶知秋，现年57岁，是陆文清的老乡，曾任团风县县长。黄冈市市长叶知秋到会。",
        {"陆文清 省长 湖北省 current", "叶知秋 县长 团风县 former", "叶知秋 市长 黄冈市 current"},
        "陆文清是湖北省省长。\n陆文清曾任团风县县长。",
        {"陆文清 省长 湖北省 current", "陆文清 县长 团风县 former"},
    ),
    (
        "the steps of a life that a paragraph opens with, a closed span past",
        "陆文清1984年7月参加工作。其间，2009年3月至2012年5月，担任团风县委书记；2012年5月，先后担任黄冈市委常委、秘书长等职。",
        {"陆文清 书记 团风县委 former", "陆文清 常委 黄冈市委 former", "陆文清 秘书长 黄冈市委 former"},
        "团风县委1984年7月成立。其间，2009年3月至2012年5月，担任团风县委书记。",
        set(),
    ),
    (
        "a park is a body; a generation is no village, and a village's cadre no post of 村",
        "东湖公园党委副书记、园长叶知秋说话。\n王建国是90后村干部，现任庙林村党支部书记。",
        {"叶知秋 党委副书记 东湖公园 current", "叶知秋 园长 东湖公园 current", "王建国 党支部书记 庙林村 current"},
        "前往东湖公园，庙后村干部叶知秋说话。",
        {"叶知秋 干部 庙后村 current"},
    ),
    (
        "a bare title is short for the whole one",
        "黄冈市水利局党委书记叶知秋到会。叶知秋书记说话。\n校友来我院。副书记陆文清接待，陆文清副书记致辞。",
        {"叶知秋 党委书记 黄冈市水利局 current"},
        "黄冈市水利局干部叶知秋到会。",
        {"叶知秋 干部 黄冈市水利局 current"},
    ),
    (
        "a guest's company has no part in 我院",
        "黄冈检测有限公司总经理陆文清一行来我院签约。党委书记叶知秋，副院长何光接待。",
        {"陆文清 总经理 黄冈检测有限公司 current"},
        "黄冈学院党委书记叶知秋，副院长何光接待。",
        {"叶知秋 党委书记 黄冈学院 current", "何光 副院长 黄冈学院 current"},
    ),
    (
        "adverbs and scholars before a title are no names",
        "陆文清，铁定出任团风县县长。\n高知副县长",
        {"陆文清 县长 团风县 appointed"},
        "高知行出任团风县县长。",
        {"高知行 县长 团风县 appointed"},
    ),
    (
        "the parts of a headline, which blanks set apart",
        "湖北省委书记陆文清出席 叶知秋任黄冈市代理市长 何光周望田禾任副市长",
        {"陆文清 书记 湖北省委 current", "叶知秋 代理市长 黄冈市 acting"},
        "湖北省委书记陆文清出席任命会 陆文清任黄冈市市长",
        {"陆文清 书记 湖北省委 current", "陆文清 市长 黄冈市 appointed"},
    ),
    (
        "the economic commission of a place",
        "宜昌市开会。\n陆文清历任黄冈市粮食局副局长、经委副主任、副市长。",
        {"陆文清 副局长 黄冈市粮食局 former", "陆文清 副主任 黄冈市经委 former", "陆文清 副市长 黄冈市 former"},
        "宜昌市的会上，陆文清是黄冈市粮食局副局长，经任命上任。",
        {"陆文清 副局长 黄冈市粮食局 current"},
    ),
    (
        "heads of a team and of a work",
        "黄冈市援疆工作队总领队叶知秋、黄冈检测有限公司质量负责人陆文清到会。",
        {"叶知秋 总领队 黄冈市援疆工作队 current", "陆文清 质量负责人 黄冈检测有限公司 current"},
        "总领队和质量负责人到会。",
        set(),
    ),
]


@pytest.mark.parametrize(("construct", "text", "found", "other", "there"), PAGES, ids=[row[0] for row in PAGES])
def test_pages(construct: str, text: str, found: set[str], other: str, there: set[str]) -> None:
    """Each construct gives exactly its posts, and so does its counterpart."""
    assert lines(text, host=None) == found
    assert lines(other, host=None) == there
