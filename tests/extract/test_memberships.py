"""Memberships: each rule by an example that matches and one that must not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.annotate.dates import annotate_dates
from kg.annotate.fold import fold
from kg.annotate.organizations import annotate_organizations
from kg.annotate.passage import Article, Passage, State, segments
from kg.annotate.regions import annotate_regions
from kg.extract.memberships import extract_memberships, finish_memberships
from kg.model import Document, Membership

HOST = "湖北省财政厅"
HOME = "420000"


def memberships(text: str, host: str | None = HOST) -> list[Membership]:
    """The memberships of a text in which the host of `HOME` speaks; one paragraph a line."""
    document = Document("d", text, published="2021-06-15")
    state = State(document, Article(fold(text), text), host=host, home=HOME if host else None, published="2021-06-15")
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            passage = Passage(state, start, end, segments(state.article.text, start, end))
            for component in (annotate_dates, annotate_regions, annotate_organizations, extract_memberships):
                component(passage)
        start = end + 1
    finish_memberships(state)
    return [fact for fact in state.facts if isinstance(fact, Membership)]


def lines(text: str, host: str | None = HOST) -> set[str]:
    return {f"{m.person} {m.role} {m.organization} {m.status}" for m in memberships(text, host)}


RULES = [
    # rule, what matches, what it gives, what must not match
    (
        "title",
        "省财政厅预算处处长陆文清介绍情况。",
        {"陆文清 处长 湖北省财政厅预算处 current"},
        "预算处处长会议强调纪律。",
    ),
    (
        "name_first",
        "请民政部信息中心陆文清副主任发言。",
        {"陆文清 副主任 民政部信息中心 current"},
        "请经济界委员发言。",
    ),
    (
        "bracket",
        "联系人陆文清（武汉市财政局副局长）。",
        {"陆文清 副局长 武汉市财政局 current"},
        "经费（武汉市财政局副局长审定）。",
    ),
    (
        "copula",
        "成立防汛专班，班长为陆文清。",
        {"陆文清 班长 防汛专班 current"},
        "班长为大家做饭。",
    ),
    (
        "held_by",
        "武汉市财政局局长一职由陆文清担任。",
        {"陆文清 局长 武汉市财政局 current"},
        "武汉市财政局局长由组织任命。",
    ),
    (
        "quits",
        "武汉市财政局局长一职由陆文清兼任，程立民不再兼任。",
        {"陆文清 局长 武汉市财政局 current", "程立民 局长 武汉市财政局 removed"},
        "程立民不再担任。",
    ),
    (
        "relative",
        "挂职任宜昌市副市长的武汉大学教授陆文清到会。",
        {"陆文清 副市长 宜昌市 current", "陆文清 教授 武汉大学 current"},
        "任宜昌市副市长的人选未定。",
    ),
    (
        "removed",
        "陆文清不再担任武汉市财政局局长。",
        {"陆文清 局长 武汉市财政局 removed"},
        "不再担任武汉市财政局局长的情形如下。",
    ),
    ("former", "陆文清曾任武汉市财政局局长。", {"陆文清 局长 武汉市财政局 former"}, "曾任武汉市财政局局长的同志到会。"),
    ("acting", "陆文清代理武汉市财政局局长。", {"陆文清 局长 武汉市财政局 acting"}, "会议代理武汉市财政局局长。"),
    (
        "appointed",
        "陆文清当选为武汉市财政局局长。",
        {"陆文清 局长 武汉市财政局 appointed"},
        "当选为武汉市财政局局长须过半数。",
    ),
    ("current", "陆文清现任武汉市财政局局长。", {"陆文清 局长 武汉市财政局 current"}, "现任武汉市财政局局长须到会。"),
    (
        "in_office",
        "任命通知：陆文清任武汉市财政局局长。",
        {"陆文清 局长 武汉市财政局 appointed"},
        "谁任武汉市财政局局长，另行通知。",
    ),
    (
        "as",
        "任命陆文清为武汉市财政局局长。",
        {"陆文清 局长 武汉市财政局 appointed"},
        "会议认为武汉市财政局局长应当到会。",
    ),
    (
        "of",
        "免去陆文清的武汉市财政局局长职务。",
        {"陆文清 局长 武汉市财政局 removed"},
        "谈了自己的武汉市财政局局长经历。",
    ),
    (
        "roster",
        "关于成立防汛指挥部的通知\n组长：陆文清 副省长",
        {"陆文清 组长 防汛指挥部 current", "陆文清 副省长 湖北省 current"},
        "组长：待定",
    ),
    (
        "cv_line",
        "陆文清，男，汉族。\n1990.07—1996.03 武汉市财政局科员",
        {"陆文清 科员 武汉市财政局 former"},
        "1990.07—1996.03 武汉市财政局",
    ),
    ("table", "陆文清 武汉市财政局局长", {"陆文清 局长 武汉市财政局 current"}, "名单 武汉市财政局局长"),
    (
        "cv_title",
        "3.陆文清，男，1976年5月生，大学，武汉市财政局预算处处长、二级调研员，拟任市直单位副职。",
        {"陆文清 处长 武汉市财政局预算处 current", "陆文清 二级调研员 武汉市财政局预算处 current"},
        "陆文清到会，武汉市财政局预算处处长请假。",
    ),
    (
        "served",
        "省水利厅厅长陆文清说，1994年他在省水利厅规划处当副处长，天天下工地。",
        {"陆文清 副处长 湖北省水利厅规划处 former"},
        "陆文清说，当副处长不容易。",
    ),
]


@pytest.mark.parametrize(("rule", "text", "found", "other"), RULES, ids=[r[0] for r in RULES])
def test_rule(rule: str, text: str, found: set[str], other: str) -> None:
    assert lines(text) >= found
    assert f"membership.{rule}" in {m.evidence.rule for m in memberships(text)}
    assert f"membership.{rule}" not in {m.evidence.rule for m in memberships(other)}


def test_from_where_someone_started() -> None:
    text = "武汉市审计局局长陆文清说，他从武汉市财政局科员干起。"
    assert "陆文清 科员 武汉市财政局 former" in lines(text)
    assert not lines("陆文清说，他从武汉市财政局局长手中接过材料。")


def test_a_proposed_post_is_set_aside() -> None:
    text = "陆文清拟任武汉市财政局局长。"
    assert lines(text) == set()


STACKS = [
    ("厅党组成员、副厅长陆文清到会。", {"陆文清 党组成员 湖北省财政厅 current", "陆文清 副厅长 湖北省财政厅 current"}),
    ("副厅长陆文清、程立民到会。", {"陆文清 副厅长 湖北省财政厅 current", "程立民 副厅长 湖北省财政厅 current"}),
    (
        "武汉市财政局综合处处长陆文清、国库处副处长程立民参加。",
        {"陆文清 处长 武汉市财政局综合处 current", "程立民 副处长 武汉市财政局国库处 current"},
    ),
    (
        "黄陂区、新洲区财政局局长陆文清、程立民发言。",
        {"陆文清 局长 黄陂区财政局 current", "程立民 局长 新洲区财政局 current"},
    ),
    (
        "除了刘丰，还有省卫生健康委党组书记、主任陆文清。",
        {"陆文清 党组书记 湖北省卫生健康委 current", "陆文清 主任 湖北省卫生健康委 current"},
    ),
    ("宜昌市财政局原局长陆文清到会。", {"陆文清 局长 宜昌市财政局 former"}),
    (
        "武汉市财政局成立督查组，武汉市财政局局长陆文清、宜昌市审计局局长程立民任副组长。",
        {
            "陆文清 局长 武汉市财政局 current",
            "程立民 局长 宜昌市审计局 current",
            "陆文清 副组长 武汉市财政局督查组 appointed",
            "程立民 副组长 武汉市财政局督查组 appointed",
        },
    ),
]


PERSONS_AND_POSTS = [
    (
        "陆文清、程立民分别任武汉市财政局局长、宜昌市审计局局长。",
        {"陆文清 局长 武汉市财政局 appointed", "程立民 局长 宜昌市审计局 appointed"},
    ),
    (
        "关于成立防汛指挥部的通知\n副组长：陆文清（省水利厅党组书记、厅长）、程立民（武汉市副市长）",
        {
            "陆文清 副组长 防汛指挥部 current",
            "陆文清 党组书记 湖北省水利厅 current",
            "陆文清 厅长 湖北省水利厅 current",
            "程立民 副组长 防汛指挥部 current",
            "程立民 副市长 武汉市 current",
        },
    ),
    (
        "由宜昌市财政局局长转任武汉市审计局局长的陆文清到会。",
        {"陆文清 局长 宜昌市财政局 former", "陆文清 局长 武汉市审计局 appointed"},
    ),
    ("省公安厅长陆文清到会。", {"陆文清 厅长 湖北省公安厅 current"}),
    (
        "武汉、宜昌两市审计局局长陆文清、程立民发言。",
        {"陆文清 局长 武汉市审计局 current", "程立民 局长 宜昌市审计局 current"},
    ),
    (
        "江汉大学校史研究院挂牌，武汉大学文学院教授陆文清任院长。",
        {"陆文清 教授 武汉大学文学院 current", "陆文清 院长 江汉大学校史研究院 appointed"},
    ),
    (
        "著名水利专家、省水利厅原总工程师陆文清同志，因病医治无效，于5月逝世。陆文清1990年任省水利厅规划处处长。",
        {"陆文清 处长 湖北省水利厅规划处 former"},
    ),
    ("原武汉市财政局副局长陆文清因工作变动不再担任。", {"陆文清 副局长 武汉市财政局 removed"}),
    ("湖北江城（集团）有限公司董事长陆文清到会。", {"陆文清 董事长 湖北江城（集团）有限公司 current"}),
    ("国家防汛抗旱总指挥部办公室副主任陆文清到会。", {"陆文清 副主任 国家防汛抗旱总指挥部办公室 current"}),
    ("广西壮族自治区党委书记陆文清到会。", {"陆文清 书记 广西壮族自治区党委 current"}),
    ("时任副省长、省抗旱领导小组组长陆文清拍了板。", {"陆文清 副省长 湖北省 former"}),
]


@pytest.mark.parametrize(("text", "found"), PERSONS_AND_POSTS)
def test_persons_and_posts(text: str, found: set[str]) -> None:
    assert lines(text) >= found


@pytest.mark.parametrize(
    "text",
    [
        "某公司机关会议室坐满了人。",
        "公积金中心原主任黄某某被查处。",
        "首先请欧阳副厅长介绍。",
        "乡镇财政所所长和扶贫专干签字后拨款。",
        "黄彩云现任区委常委，拟任市直正处级领导职务。",
    ],
)
def test_no_post_of_these(text: str) -> None:
    assert not {
        line
        for line in lines(text)
        if "拟" in line or "黄某" in line or "欧阳" in line or "扶贫" in line or "司机" in line
    }


@pytest.mark.parametrize(("text", "found"), STACKS)
def test_stacks(text: str, found: set[str]) -> None:
    assert lines(text) == found


def test_a_rank_is_held_in_the_office_not_in_the_team() -> None:
    assert "叶知秋 主任科员 荆门市审计局 current" in lines("检查组成员、主任科员叶知秋说。", host="荆门市审计局")
    assert "叶知秋 主任科员 荆门市财政局预算科 current" in lines("荆门市财政局预算科副科长、主任科员叶知秋说。", host="荆门市审计局")


def test_a_single_post_is_not_shared_by_and() -> None:
    assert {line.split()[0] for line in lines("预算处处长陆文清和程立民同志赶到。")} == {"陆文清"}


def test_what_is_voided_is_removed() -> None:
    text = "原武汉市财政局副局长陆文清因工作调动，不再担任上述职务。"
    assert {line.split()[-1] for line in lines(text)} <= {"former", "removed"}


def test_a_career_ends_where_the_next_step_begins() -> None:
    text = "陆文清，男，汉族。1998年6月任武汉市财政局科长，2005年3月任武汉市审计局副局长。"
    assert lines(text) >= {"陆文清 科长 武汉市财政局 former"}
    steps = {m.role: m for m in memberships(text)}
    assert steps["科长"].since == "1998-06"


def test_dates_of_a_removal() -> None:
    (fact,) = memberships("2021年5月8日，陆文清不再担任武汉市财政局局长。")
    assert (fact.since, fact.until) == (None, "2021-05-08")


def test_the_one_told_of_is_the_subject() -> None:
    text = "陆文清进了局。陆文清爱笑。陆文清学得快。\n1998年，他被调到武汉市财政局，先后任预算处科员、副处长。陆文清没有说话。"
    assert lines(text) >= {"陆文清 科员 武汉市财政局预算处 former", "陆文清 副处长 武汉市财政局预算处 former"}


PIECES = st.sampled_from(
    [
        "省财政厅",
        "预算处",
        "处长",
        "陆文清",
        "、",
        "，",
        "任命",
        "为",
        "不再担任",
        "由",
        "（",
        "）",
        "副",
        "局长",
        "程立民",
        "。",
        "\n",
        "的",
        "1998年",
        "他",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_evidence_is_grounded_and_extraction_is_deterministic(text: str) -> None:
    found = memberships(text)
    assert found == memberships(text)
    for fact in found:
        assert fact.evidence.quote == "".join(text[s.start : s.end] for s in fact.evidence.spans)
        assert fact.role in fold(fact.evidence.quote)
        assert 0 <= fact.confidence <= 1


TITLES = """姓　名　　任命职务　　　　　　免去职务
陆文清　　省财政厅预算处处长　省财政厅国库处副处长
周　平　　省财政厅监督处处长（试用期一年）　——
"""


def test_columns_say_what_becomes_of_the_titles() -> None:
    assert lines(TITLES) == {
        "陆文清 处长 湖北省财政厅预算处 appointed",
        "陆文清 副处长 湖北省财政厅国库处 removed",
        "周平 处长 湖北省财政厅监督处 appointed",
    }


def test_columns_of_proposed_titles_and_prose_give_nothing() -> None:
    assert lines("姓　名　　拟任职务\n陆文清　　省财政厅预算处处长") == set()
    assert lines("姓　名　　任命职务\n以上同志的职务，省财政厅预算处处长会议已经讨论。") == set()


def test_the_group_is_the_company_whose_committee_speaks() -> None:
    found = lines("任命陆文清为集团审计部部长。", host="湖北省港口航运集团有限公司委员会")
    assert found == {"陆文清 部长 湖北省港口航运集团有限公司审计部 appointed"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("聘任姜还为省财政厅预算处处长。", {"姜还 处长 湖北省财政厅预算处 appointed"}),
        (
            "陆文清、周启明二人任省财政厅预算处副处长。",
            {"陆文清 副处长 湖北省财政厅预算处 appointed", "周启明 副处长 湖北省财政厅预算处 appointed"},
        ),
        ("父亲陆文清是省财政厅预算处处长。", {"陆文清 处长 湖北省财政厅预算处 current"}),
        ("父亲长期是省财政厅预算处处长。", set()),
        ("土家族干部陆文清，男，1970年8月生，现任省财政厅预算处处长。", {"陆文清 处长 湖北省财政厅预算处 current"}),
        ("省财政厅预算处处长叫陆文清。", {"陆文清 处长 湖北省财政厅预算处 current"}),
        ("省财政厅预算处处长叫停了招标。", set()),
    ],
)
def test_persons_named_in_other_places(text: str, found: set[str]) -> None:
    assert lines(text) == found
