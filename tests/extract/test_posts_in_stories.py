"""Posts as stories and features tell them: 当时的 and 那时, 这位 for the one told of, children who follow, address behind a name.

Each row has an example and exactly what it gives, and another text with exactly what that gives.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

STORIES = [
    # construct, text, what it gives, a counterpart, what that gives
    (
        "当时的 before a title, as 时任",
        "当时的黄冈市财政局局长陆文清找到了我。叶知秋是当年的黄冈市水利局局长。",
        {"陆文清 局长 黄冈市财政局 former", "叶知秋 局长 黄冈市水利局 former"},
        "黄冈市财政局局长陆文清说，当时的局长不在。",
        {"陆文清 局长 黄冈市财政局 current"},
    ),
    (
        "那时还只是, and what he is by now",
        "陆文清那时还只是黄冈市水利局的技术员，如今已是黄冈市林业局局长。",
        {"陆文清 技术员 黄冈市水利局 former", "陆文清 局长 黄冈市林业局 current"},
        "已是黄冈市林业局局长的陆文清来了。叶知秋是黄冈市水利局局长的同学。",
        {"陆文清 局长 黄冈市林业局 current"},
    ),
    (
        "曾在…担任 of the holder behind",
        "曾在黄冈市财政局担任局长的陆文清来了。",
        {"陆文清 局长 黄冈市财政局 former"},
        "曾在部队服役、现在黄冈市财政局担任局长的陆文清来了。",
        {"陆文清 局长 黄冈市财政局 current"},
    ),
    (
        "这位 at the head of a clause stands for the one told of",
        "陆文清每天六点起床。这位三里镇中学的语文教师，带了五届毕业班。",
        {"陆文清 语文教师 三里镇中学 current"},
        "黄冈市教育局局长叶知秋说，这位三里镇中学的语文教师感动了大家。",
        {"叶知秋 局长 黄冈市教育局 current"},
    ),
    (
        "the child who follows",
        "老支书陆永福去世后，儿子陆志刚接过了父亲的担子，当上了三里村党支部书记。",
        {"陆志刚 党支部书记 三里村 current"},
        "三里村党支部书记陆永福的儿子考上了大学。",
        {"陆永福 党支部书记 三里村 current"},
    ),
    (
        "address behind the name before what one is",
        "陆文清老师是三里镇中学教师。程立民老人曾是三里村的会计。",
        {"陆文清 教师 三里镇中学 current", "程立民 会计 三里村 former"},
        "陆老师是三里镇中学教师，程大夫曾是三里村村医。",
        set(),
    ),
    (
        "女 before a title",
        "三里镇女镇长叶知秋来了。三里村的女支书陆小满也来了。",
        {"叶知秋 镇长 三里镇 current", "陆小满 支书 三里村 current"},
        "三里镇妇女主任叶知秋来了。",
        {"叶知秋 妇女主任 三里镇 current"},
    ),
    (
        "the members that a body has",
        "黄冈市疾控中心流调队队员有陆文清、叶知秋等6人。",
        {"陆文清 队员 黄冈市疾控中心流调队 current", "叶知秋 队员 黄冈市疾控中心流调队 current"},
        "黄冈市疾控中心成立了流调队，队员有经验。",
        set(),
    ),
    (
        "和 between two holders of one body",
        "红旗派出所所长熊伟和教导员关峰赶到现场。",
        {"熊伟 所长 红旗派出所 current", "关峰 教导员 红旗派出所 current"},
        "黄冈市财政局李和平局长出席。",
        {"李和平 局长 黄冈市财政局 current"},
    ),
    (
        "the kind of a firm is no part of its name; the area of a post is part of the title",
        "龙头企业金穗粮油总经理陆文清，华阳技术有限公司副总裁、中国区总裁叶知秋签约。",
        {"陆文清 总经理 金穗粮油 current", "叶知秋 副总裁 华阳技术有限公司 current", "叶知秋 中国区总裁 华阳技术有限公司 current"},
        "丰收合作社社长陆文清签约。",
        {"陆文清 社长 丰收合作社 current"},
    ),
    (
        "no brand's place in a list of names",
        "江岸股份有限公司董事长陆文清、宁德时代首席科学家程立民致辞。",
        {"陆文清 董事长 江岸股份有限公司 current"},
        "江岸股份有限公司董事陆文清、程立民致辞。",
        {"陆文清 董事 江岸股份有限公司 current", "程立民 董事 江岸股份有限公司 current"},
    ),
    (
        "words before a township or an office that are no part of it",
        "身为三里镇镇长的陆文清来了。叶知秋去年调任三里镇卫生院院长。后来黄冈市财政局局长程立民也来了。",
        {"陆文清 镇长 三里镇 current", "叶知秋 院长 三里镇卫生院 appointed", "程立民 局长 黄冈市财政局 current"},
        "双溪村村支部书记陆文清来了，大丰镇莘村村会计叶知秋也来了。",
        {"陆文清 支部书记 双溪村 current", "叶知秋 会计 大丰镇莘村村 current"},
    ),
    (
        "names with a dot before an adverb",
        "喀什市副市长吐尔逊·买买提当场表态，喀什市财政局局长买买提·艾力仔细核对。",
        {"吐尔逊·买买提 副市长 喀什市 current", "买买提·艾力 局长 喀什市财政局 current"},
        "锡林浩特市红十字会秘书长特木尔送来3万元，副秘书长娜仁花到会。",
        {"特木尔 秘书长 锡林浩特市红十字会 current", "娜仁花 副秘书长 锡林浩特市红十字会 current"},
    ),
]


@pytest.mark.parametrize(("construct", "text", "found", "other", "others"), STORIES, ids=[row[0] for row in STORIES])
def test_posts_in_stories(construct: str, text: str, found: set[str], other: str, others: set[str]) -> None:
    assert lines(text) == found
    assert lines(other) == others
