"""Posts of states and their heads, of hospitals, companies and courts, as news of these kinds tells them.

Each row has an example and exactly what it gives, and another text with exactly what that gives.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

TOLD = [
    # construct, text, what it gives, a counterpart, what that gives
    (
        "heads of states, their names spelt by sound",
        "法国总统德莱斯日前访华，英国前首相斯塔克、越南总理阮文林同外交部部长陆文清会谈。",
        {"德莱斯 总统 法国 current", "斯塔克 首相 英国 former", "阮文林 总理 越南 current", "陆文清 部长 外交部 current"},
        "法国总统办公室说，美国总统选举临近，各国财长和外长开会，总统德莱斯到会。",
        set(),
    ),
    (
        "officers of bodies of states; 中国 before a title of the state",
        "联合国副秘书长卡里莫斯在会上说，中国外长陆文清会见欧盟委员会主席马库斯·施塔德勒。",
        {"卡里莫斯 副秘书长 联合国 current", "陆文清 外长 中国 current", "马库斯·施塔德勒 主席 欧盟委员会 current"},
        "中国财长期关注此事，今年早些时候与欧盟委员会磋商。",
        set(),
    ),
    (
        "a state by one character at the head of a clause",
        "俄外长拉夫罗斯基讲话，东盟秘书长陆文清到会。",
        {"拉夫罗斯基 外长 俄 current", "陆文清 秘书长 东盟 current"},
        "3日总统德莱斯到会，中外长通话。",
        set(),
    ),
    (
        "a city abroad, of no division of ours",
        "黄冈市市长陆文清会见加拿大多伦多市市长拉斯蒙。",
        {"陆文清 市长 黄冈市 current", "拉斯蒙 市长 加拿大多伦多市 current"},
        "黄冈市召开会议。市长陆文清讲话。",
        {"陆文清 市长 黄冈市 current"},
    ),
    (
        "the guests of 我院",
        "黄冈医院党委书记陆文清一行来我院参访。我院党委书记程立民、副院长叶知秋参加座谈。",
        {"陆文清 党委书记 黄冈医院 current", "程立民 党委书记 我院 current"},
        "黄冈医院召开大会。我院党委书记程立民、副院长叶知秋参加会议。",
        {"程立民 党委书记 黄冈医院 current", "叶知秋 副院长 黄冈医院 current"},
    ),
    (
        "the departments of a committee of the Party",
        "黄冈市委组织部副部长程立民到会，会议由湖北大学党委常委、组织部部长陆文清主持。",
        {"程立民 副部长 黄冈市委组织部 current", "陆文清 党委常委 湖北大学 current", "陆文清 部长 湖北大学组织部 current"},
        "湖北大学校长程立民、组织部部长陆文清到会。宁夏回族自治区党委常委、政法委书记叶知秋讲话。",
        {
            "程立民 校长 湖北大学 current",
            "陆文清 部长 湖北大学组织部 current",
            "叶知秋 常委 宁夏回族自治区党委 current",
            "叶知秋 书记 宁夏回族自治区党委政法委 current",
        },
    ),
    (
        "and between titles whose holder stands before",
        "陆文清、程立民和叶知秋分别出任黄冈市财政局副局长、黄冈市审计局副局长和黄冈市统计局副局长。",
        {"陆文清 副局长 黄冈市财政局 appointed", "程立民 副局长 黄冈市审计局 appointed", "叶知秋 副局长 黄冈市统计局 appointed"},
        "黄冈市财政局局长陆文清、黄冈市审计局局长程立民和黄冈市统计局局长叶知秋到会。",
        {"陆文清 局长 黄冈市财政局 current", "程立民 局长 黄冈市审计局 current", "叶知秋 局长 黄冈市统计局 current"},
    ),
    (
        "the committees of a board",
        "陆文清辞去黄冈银行独立董事、董事会审计委员会主席及委员、战略委员会委员职务。",
        {
            "陆文清 独立董事 黄冈银行 removed",
            "陆文清 主席 黄冈银行董事会审计委员会 removed",
            "陆文清 委员 黄冈银行董事会审计委员会 removed",
            "陆文清 委员 黄冈银行战略委员会 removed",
        },
        "黄冈市社科联主席陆文清及委员程立民到会。",
        {"陆文清 主席 黄冈市社科联 current", "程立民 委员 黄冈市社科联 current"},
    ),
    (
        "the listed company that announces",
        "楚天股份发布公告称，陆文清因工作调动，申请辞去公司董事长职务。",
        {"陆文清 董事长 楚天股份 removed"},
        "黄冈市水利局发布公告称，公司总经理陆文清负责施工。",
        {"陆文清 总经理 公司 current"},
    ),
    (
        "what the dead was besides",
        "黄冈市原副市长、享受正厅级医疗待遇离休干部陆文清同志逝世。",
        {"陆文清 副市长 黄冈市 former"},
        "黄冈市原副市长及其家属，离休干部陆文清同志到会。",
        set(),
    ),
    (
        "a brand with 同, a campus in brackets, 中院 and its 庭",
        "楚天商会副会长、永同昌集团董事长陆文清，中国地质大学（武汉）校长程立民，黄冈市中院院长叶知秋、刑一庭审判员池上楼到会。",
        {
            "陆文清 副会长 楚天商会 current",
            "陆文清 董事长 永同昌集团 current",
            "程立民 校长 中国地质大学（武汉） current",
            "叶知秋 院长 黄冈市中院 current",
            "池上楼 审判员 黄冈市中院刑一庭 current",
        },
        "陆文清会同昌盛集团董事长程立民到会。",
        {"程立民 董事长 昌盛集团 current"},
    ),
    (
        "a decision on posts, and one that is only proposed",
        "黄冈学院召开大会，宣布关于院长职务任免的决定，陆文清为黄冈学院院长（正厅级）。",
        {"陆文清 院长 黄冈学院 appointed"},
        "拟任黄冈市委书记的陆文清到会。",
        set(),
    ),
    (
        "the post held before another; the secretariat of the Politburo's Party",
        "前往黄冈工作前，陆文清担任武汉市财政局局长。中央政治局委员、书记处书记程立民讲话。",
        {"陆文清 局长 武汉市财政局 former", "程立民 委员 中央政治局 current", "程立民 书记 中央书记处 current"},
        "陆文清担任武汉市财政局局长。",
        {"陆文清 局长 武汉市财政局 current"},
    ),
    (
        "words that hold a title and are none",
        "黄冈市作协理事陆文清，黄冈市政协委员联谊会会长程立民，黄冈市财政局局长叶保安到会。",
        {"陆文清 理事 黄冈市作协 current", "程立民 会长 黄冈市政协委员联谊会 current", "叶保安 局长 黄冈市财政局 current"},
        "黄冈市成立委员会，楚天集团协理陆文清到会，黄冈市财政局保安叶知秋也来了。",
        {"陆文清 协理 楚天集团 current", "叶知秋 保安 黄冈市财政局 current"},
    ),
    (
        "a woman's name behind her husband's surname",
        "楚天集团董事长林郑秀娥到会。",
        {"林郑秀娥 董事长 楚天集团 current"},
        "楚天集团董事长郑秀娥说话。",
        {"郑秀娥 董事长 楚天集团 current"},
    ),
]


@pytest.mark.parametrize(("construct", "text", "found", "other", "there"), TOLD, ids=[row[0] for row in TOLD])
def test_told(construct: str, text: str, found: set[str], other: str, there: set[str]) -> None:
    """Each construct gives exactly its posts, and so does its counterpart."""
    assert lines(text, host=None) == found
    assert lines(other, host=None) == there
