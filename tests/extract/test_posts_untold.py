"""Posts as institutions tell of themselves: whose 校长 the writer's own school has, what is not told, lists and short names.

Each row has an example and exactly what it gives.
"""

from __future__ import annotations

import pytest

from tests.extract.test_memberships import lines

VISIT = "北岭大学校长访问团一行对我校进行了访问。\n校长陆文清教授、副校长叶知秋教授会见了客人。"

EXACT = [
    # construct, text, exactly what it gives
    ("a guest's university is not 我校, whose name is not told", VISIT, set()),
    (
        "the same words where the text is not of 我校",
        VISIT.replace("对我校进行了访问", "昨天到访"),
        {"陆文清 校长 北岭大学 current", "陆文清 教授 北岭大学 current", "叶知秋 副校长 北岭大学 current", "叶知秋 教授 北岭大学 current"},
    ),
    (
        "the guest's own list is the guest's",
        "我校与北岭大学签约。北岭大学董事长陆文清教授、校长叶知秋教授，我校校务委员会主任何光教授到会。",
        {
            "陆文清 董事长 北岭大学 current",
            "陆文清 教授 北岭大学 current",
            "叶知秋 校长 北岭大学 current",
            "叶知秋 教授 北岭大学 current",
            "何光 主任 校务委员会 current",
        },
    ),
    (
        "wishes for the school name no school",
        "我校与水利部座谈，陆文清司长希望学校发挥特色。叶知秋校长表示感谢。",
        set(),
    ),
    (
        "the head of an office, and the title of a school beside it",
        "水利部副部长陆文清、校长叶知秋到会。",
        {"陆文清 副部长 水利部 current"},
    ),
    (
        "deputies by one title, each with a rank of his own",
        "北岭大学副校长陆文清教授、叶知秋教授到会。",
        {f"{name} {role} 北岭大学 current" for name in ("陆文清", "叶知秋") for role in ("副校长", "教授")},
    ),
    (
        "the one rector is not shared",
        "北岭大学校长陆文清教授、叶知秋教授到会。",
        {"陆文清 校长 北岭大学 current", "陆文清 教授 北岭大学 current", "叶知秋 教授 北岭大学 current"},
    ),
    (
        "兼 between two titles, a body behind it",
        "北岭大学校长助理兼研究院执行院长陆文清到会。",
        {"陆文清 校长助理 北岭大学 current", "陆文清 执行院长 北岭大学研究院 current"},
    ),
    ("a body that is only 州 is not told", "州长陆文清陪同。", set()),
    ("what is done by order is no name", "受宜昌市人大常委会主任委托，副主任陆文清主持会议。", {"陆文清 副主任 宜昌市人大常委会 current"}),
    ("teams are no names", "第一书记工作队到了。副局长访问团走了。夷陵区总工会副主席及相关部室同志到会。", set()),
    (
        "部长 of the department, which share a character",
        "宜昌市委常委、统战部长陆文清到会。",
        {"陆文清 常委 宜昌市委 current", "陆文清 部长 宜昌市委统战部 current"},
    ),
    ("a department of no committee", "外交部长陆文清到访。", {"陆文清 部长 外交部 current"}),
    (
        "市长 of a place, which share a character",
        "陆文清曾任宜昌市长、市委书记。",
        {"陆文清 市长 宜昌市 former", "陆文清 书记 宜昌市委 former"},
    ),
    (
        "市委 in a chain of posts is that of the place before it, not of the text's first",
        "荆州市新闻：陆文清曾任湖南省常德市委副书记、市长、市委书记、市人大常委会主任。",
        {
            "陆文清 副书记 湖南省常德市委 former",
            "陆文清 市长 湖南省常德市 former",
            "陆文清 书记 湖南省常德市委 former",
            "陆文清 主任 湖南省常德市人大常委会 former",
        },
    ),
    (
        "embassies one by one",
        "陆文清，男，1930年生。1970年起相继出任驻智利、秘鲁、老挝特命全权大使。",
        {f"陆文清 特命全权大使 驻{place}大使馆 former" for place in ("智利", "秘鲁", "老挝")},
    ),
    ("the first in a mission", "陆文清任驻智利首任特命全权大使。", {"陆文清 特命全权大使 驻智利大使馆 appointed"}),
    (
        "removals side by side",
        "会议决定免去陆文清同志宜昌市人民政府副市长职务、叶知秋同志宜昌市水利局局长职务。",
        {"陆文清 副市长 宜昌市 removed", "叶知秋 局长 宜昌市水利局 removed"},
    ),
    (
        "a name told off behind a count",
        "目前宜昌市副市长有3人，分别是陆文清、叶知秋、何光（按任职顺序）。",
        {f"{name} 副市长 宜昌市 current" for name in ("陆文清", "叶知秋", "何光")},
    ),
    ("a count without names", "目前宜昌市副市长有3人，分别来自三个地区。", set()),
    (
        "names told off before a count and a title",
        "工作队由陆文清、叶知秋、何光秋等3名宜昌市水利局副科长组成。",
        {f"{name} 副科长 宜昌市水利局 current" for name in ("陆文清", "叶知秋", "何光秋")},
    ),
    ("villages told off before a count and a title", "修路、架桥、打井等3名宜昌市水利局副科长的工作都有了着落。", set()),
    (
        "which of several villages each serves is not told",
        "选派到龙泉镇白水村、黑石村的陆文清、叶知秋2名第一书记报到。",
        set(),
    ),
    (
        "an old student of a school, between title and name",
        "拜会原全国人大常委、江岸集团主席、北岭大学校友陆文清。",
        {"陆文清 常委 全国人大 former", "陆文清 主席 江岸集团 current"},
    ),
    ("a university by two characters", "理大校长陆文清捐款。", {"陆文清 校长 理大 current"}),
    ("two characters that are no university", "广大校长期待着，人大校长论坛开幕。", set()),
    ("原 that opens a clause is no surname", "会上，原北航党委书记陆文清到会。", {"陆文清 党委书记 北航 former"}),
    ("members of the centre", "中共中央委员陆文清到会。", {"陆文清 委员 中共中央 current"}),
    (
        "acting by two names",
        "会议任命陆文清为宜昌市副市长、代理市长。会议决定宜昌市副市长陆文清代理宜昌市人民政府市长职务。",
        {"陆文清 副市长 宜昌市 appointed", "陆文清 代理市长 宜昌市 acting"},
    ),
    ("all who held a post before", "陆文清是宜昌市财政局局长。在宜昌历任市长中，他最年轻。", {"陆文清 局长 宜昌市财政局 current"}),
    (
        "when, between a holder and the verb",
        "宜昌市水利局局长叶知秋到会，荆州市财政局局长陆文清上月调任湖北省财政厅副厅长。",
        {
            "叶知秋 局长 宜昌市水利局 current",
            "陆文清 局长 荆州市财政局 current",
            "陆文清 副厅长 湖北省财政厅 appointed",
        },
    ),
    ("the last character before a speech is the name's", "龙泉镇党委书记陆泽和致辞。", {"陆泽和 党委书记 龙泉镇 current"}),
    ("and is not where another name follows", "宜昌市财政局局长陆泽和叶知秋致辞。", {"陆泽 局长 宜昌市财政局 current"}),
    (
        "a name that ends as a title",
        "夷陵区委书记林文书，区水利局文书叶知秋到会。",
        {"林文书 书记 夷陵区委 current", "叶知秋 文书 夷陵区水利局 current"},
    ),
    (
        "who sits in a congress is no body",
        "全国政协常委何光秋到会。他把支票交给副主任陆文清。",
        {"何光秋 常委 全国政协 current"},
    ),
    (
        "the place whose people the head of no named place leads",
        "上海市市长叶知秋接见了由州委副书记、州长陆文清率领的迪庆州代表团。",
        {"叶知秋 市长 上海市 current", "陆文清 州长 迪庆州 current", "陆文清 副书记 州委 current"},
    ),
    (
        "the place that he meets is not his",
        "州长陆文清会见了迪庆州代表团。",
        set(),
    ),
    ("the government of a place that is not named", "州政府副州长陆文清到会。", {"陆文清 副州长 州政府 current"}),
    (
        "the State Council's, where the text names it",
        "国务委员陆文清兼任国务院秘书长。",
        {"陆文清 国务委员 国务院 current", "陆文清 秘书长 国务院 current"},
    ),
    ("and where it does not", "国务委员陆文清到会。", set()),
    (
        "the body behind its head",
        "江岸集团主席“老叶”叶知秋捐款，其长子何家明担任主席的知行基金，也捐了款。",
        {"叶知秋 主席 江岸集团 current", "何家明 主席 知行基金 current"},
    ),
    (
        "another's title behind the body",
        "时任处长的江岸公司员工陆文清捐款。",
        {"陆文清 员工 江岸公司 current"},
    ),
    (
        "the party branch's post in a village of a township",
        "宜昌市龙泉镇白水村党支部第一书记陆文清到会。",
        {"陆文清 党支部第一书记 宜昌市龙泉镇白水村 current"},
    ),
    (
        "a city that no table holds, named with a body of its own",
        "云汐市公安局开会，市财政局局长陆文清、副市长叶知秋到会。",
        {"陆文清 局长 云汐市财政局 current", "叶知秋 副市长 云汐市 current"},
    ),
    (
        "words before 市 that are no name",
        "省里的重点城市公安局开会，副市长叶知秋到会。",
        set(),
    ),
    (
        "市 and its offices alone are all that the passage has",
        "市长陆文清、市财政局局长叶知秋陪同。",
        {"陆文清 市长 市 current", "叶知秋 局长 市财政局 current"},
    ),
    (
        "no place begins inside a name",
        "市财政局局长陆文清、市审计局局长孟常德到会。",
        {"陆文清 局长 市财政局 current", "孟常德 局长 市审计局 current"},
    ),
    (
        "where the same characters are a place",
        "市财政局局长在常德，市审计局局长陆文清到会。",
        {"陆文清 局长 常德市审计局 current"},
    ),
    (
        "中国社会科学院 holds no 会",
        "江岸财政研究会换届，中国社会科学院研究员陆文清到场。\n会长叶知秋讲话。",
        {"陆文清 研究员 中国社会科学院 current", "叶知秋 会长 江岸财政研究会 current"},
    ),
    (
        "原 holds for the post in a unit of the same body",
        "宜都市水利局原党组成员、水利局工程股股长陆文清受审。",
        {"陆文清 党组成员 宜都市水利局 former", "陆文清 股长 宜都市水利局工程股 former"},
    ),
    (
        "and not for that in another",
        "宜都市水利局原局长、枝江市副市长陆文清到会。",
        {"陆文清 局长 宜都市水利局 former", "陆文清 副市长 枝江市 current"},
    ),
    (
        "all of a list are dismissed",
        "宜都市水利局局长陆文清、副局长叶知秋被撤职。",
        {"陆文清 局长 宜都市水利局 removed", "叶知秋 副局长 宜都市水利局 removed"},
    ),
    (
        "the last alone is criticized",
        "宜都市水利局局长陆文清、副局长叶知秋被批评。",
        {"陆文清 局长 宜都市水利局 current", "叶知秋 副局长 宜都市水利局 current"},
    ),
    ("a seat that ends", "宜都市人大代表陆文清，因病去世，其代表资格自然终止。", {"陆文清 代表 宜都市人大 removed"}),
    ("a seat that is asked about", "宜都市人大代表陆文清，谈到代表资格。", {"陆文清 代表 宜都市人大 current"}),
    ("the last term", "上一届宜都市政协主席陆文清列席。", {"陆文清 主席 宜都市政协 former"}),
    ("a post that is taken away", "陆文清被开除党籍，所任宜都市水利局局长职务依法罢免。", {"陆文清 局长 宜都市水利局 removed"}),
]


OVER = [
    # text, exactly what it gives
    ("宜都市政府副市长陆文清受贿。陆文清利用担任宜都市水利局局长的职务便利，受贿40万元。", {"陆文清 副市长 宜都市 current", "陆文清 局长 宜都市水利局 former"}),
    ("陆文清在担任宜都市水利局局长，枝江市水利局党组书记期间受贿。", {"陆文清 局长 宜都市水利局 former", "陆文清 党组书记 枝江市水利局 former"}),
    ("陆文清担任宜都市水利局局长，汛期到会。", {"陆文清 局长 宜都市水利局 current"}),
    ("陆文清曾在宜都市任水利局局长多年。", {"陆文清 局长 宜都市水利局 former"}),
    ("陆文清任宜都市水利局局长，直到2009年底退休。", {"陆文清 局长 宜都市水利局 former"}),
    ("陆文清任宜都市水利局局长，直到任务完成。", {"陆文清 局长 宜都市水利局 appointed"}),
    (
        "1979年回乡，陆文清任宜都市水利局副局长。1986年，陆文清任枝江市水利局局长。",
        {"陆文清 副局长 宜都市水利局 former", "陆文清 局长 枝江市水利局 appointed"},
    ),
    (
        "5月，陆文清任宜都市水利局党组书记。6月，陆文清任宜都市水利局局长。",
        {"陆文清 党组书记 宜都市水利局 appointed", "陆文清 局长 宜都市水利局 appointed"},
    ),
    ("陆文清，男，1970年生，历任宜都市水利局科员，2014年9月起任枝江市水利局局长。", {"陆文清 科员 宜都市水利局 former", "陆文清 局长 枝江市水利局 current"}),
]


@pytest.mark.parametrize(("text", "found"), OVER)
def test_terms_that_are_over(text: str, found: set[str]) -> None:
    assert lines(text, host=None) == found


@pytest.mark.parametrize(("construct", "text", "found"), EXACT, ids=[row[0] for row in EXACT])
def test_exactly_these_posts(construct: str, text: str, found: set[str]) -> None:
    assert lines(text, host=None) == found


def test_a_place_that_the_text_does_not_name_is_not_filled_in() -> None:
    """In a text of no host, 省 stays as written where only a city of it is named; where it is named, it is that."""
    text = "宜昌市的会开完了。省水利厅厅长陆文清到会。"
    assert "陆文清 厅长 省水利厅 current" in lines(text, host=None)
    assert "陆文清 厅长 湖北省水利厅 current" in lines("湖北" + text, host=None)


def test_the_county_that_is_a_district_today() -> None:
    """凤翔县, the 凤翔区 of today, is the 县 of a text that calls it so."""
    assert "陆文清 局长 凤翔县财政局 current" in lines("凤翔县的会开完了。县财政局局长陆文清到会。", host=None)
    assert "陆文清 局长 凤翔县财政局 current" not in lines("凤翔区的会开完了。县财政局局长陆文清到会。", host=None)


def test_the_province_is_the_one_that_the_paragraph_speaks_of() -> None:
    """In a text of no host, 省 is of the paragraph's places; where a host speaks, its own."""
    text = "湖北省宜昌市的会开完了。\n云南昆明也开了会。此前，陆文清任省水利厅厅长。"
    assert "陆文清 厅长 云南省水利厅 former" in lines(text, host=None)
    assert "陆文清 厅长 湖北省水利厅 former" in lines(text)
