"""Events: one a dated clause, with a label of its own words, and nothing from what situates nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.dates import annotate_dates
from kg.annotate.fold import fold
from kg.annotate.passage import Article, OrganizationMention, Passage, PersonMention, RegionMention, State, segments
from kg.extract.events import extract_events
from kg.extract.events.label import LONGEST
from kg.model import Document, Event

PERSONS = ("闻一舟", "乐正清", "柯若水", "车六月")
BODIES = {"省财政厅": "青川省财政厅", "水务局": "云河市水务局"}
PLACES = {"云河市": "云河市"}


def run(text: str, published: str | None = "2023-06-15") -> State:
    """Dates and events of a text whose persons, bodies and places are those above."""
    document = Document("d", text)
    state = State(document, Article(fold(text), text), published=published)
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            passage = Passage(state, start, end, segments(state.article.text, start, end))
            passage.tokens = tuple((i, i + 1) for i in range(start, end))
            mark(passage, line, start)
            annotate_dates(passage)
            extract_events(passage)
        start = end + 1
    return state


def mark(passage: Passage, line: str, at: int) -> None:
    for name in PERSONS:
        for m in re.finditer(name, line):
            passage.persons.append(PersonMention(at + m.start(), at + m.end(), name, name))
    for name, full in BODIES.items():
        for m in re.finditer(name, line):
            passage.organizations.append(OrganizationMention(at + m.start(), at + m.end(), name, full))
    for name, full in PLACES.items():
        for m in re.finditer(name, line):
            passage.regions.append(RegionMention(at + m.start(), at + m.end(), name, full, None))


def events(text: str, published: str | None = "2023-06-15") -> list[Event]:
    return [f for f in run(f"标题在此\n{text}", published).facts if isinstance(f, Event)]


LABELS = [
    ("6月3日至5日，8日至9日，两批学员先后报到。", "两批学员先后报到"),
    ("6月的第一个周末，公园迎来游客。", "公园迎来游客"),
    ("北京时间6月3日8时，飞船发射成功。", "飞船发射成功"),
    ("当地时间6月3日，外交部部长出席会议。", "外交部部长出席会议"),
    ("6月3日，省财政厅下拨救灾资金5000万元，用于抢修道路。", "省财政厅下拨救灾资金5000万元"),
    ("省财政厅6月3日紧急下拨救灾资金5000万元。", "省财政厅紧急下拨救灾资金5000万元"),
    ("闻一舟介绍，去年12月，全省完成改造任务。", "全省完成改造任务"),
    ("今年4月，又拨付第三批培训经费2亿元，用于购置教材。", "拨付第三批培训经费2亿元"),
    ("截至6月10日，累计转移群众4213人，未造成伤亡。", "累计转移群众4213人"),
    ("面对疫情，6月5日，省财政厅开通绿色通道。", "省财政厅开通绿色通道"),
    ("新条例自2024年1月1日起施行。", "新条例施行"),
    ("下一次通气会定于6月28日下午3时举行。", "下一次通气会举行"),
    ("《青川省水库条例》已经通过，现予公布，自2024年1月1日起施行。", "《青川省水库条例》施行"),
    ("柯若水，女，1985年6月生，2008年8月参加工作。", "柯若水出生"),
    ("当他回到家中，已经是6月3日凌晨。", "他回到家中"),
    ("公示时间：2023年6月3日至6月7日。", "标题在此"),
    ("会期两天，6月14日下午闭幕。", "会期两天闭幕"),
    ("据介绍，6月14日13时40分许，水务局接到农民报告，下游决口。", "水务局接到农民报告"),
    ("6月3日，大厅退税1,780万元，企业补发工资。", "大厅退税1,780万元"),
    ("柯若水1985年6月出生在青川一个农家。", "柯若水出生"),
    ("阿依古丽1985年6月出生在青川一个农家。", "阿依古丽出生"),
    ("时　间：2023年6月3日下午2时30分", "标题在此"),
    ("本报讯（记者 阮清禾）6月8日上午，省财政厅召开发布会。", "省财政厅召开发布会"),
    ("云河讯　6月8日上午，省财政厅召开发布会。", "省财政厅召开发布会"),
    ("央视网消息（新闻联播）：记者今天（6月8日）从省财政厅获悉，我省将进一步完善补助办法。", "记者从省财政厅获悉我省将进一步完善补助办法"),
    ("云河新闻网6月9日电6月8日上午，省财政厅召开发布会。", "省财政厅召开发布会"),
    ("水务局昨日透露，这笔资金用于购置水泵。", "水务局透露这笔资金用于购置水泵"),
    ("市检察长乐正清14日宣布，云河市的一座仓库当天失火。", "市检察长乐正清宣布云河市的一座仓库当天失火"),
    ("记者从6月8日召开的发布会上了解到，渠道通水。", "记者从召开的发布会上了解到渠道通水"),
    ("6月8日，乐正清介绍，今年安排衔接资金3200万元。", "乐正清介绍今年安排衔接资金3200万元"),
    ("6月8日，云河高速往青川方向28公里处，发生一起十二辆货车追尾事故。", "发生一起十二辆货车追尾事故"),
    ("2022年，各部门在省委、省政府的正确领导下，认真落实各项决议。", "各部门在省委、省政府的正确领导下认真落实各项决议"),
    ("2022年，各部门在省委、省政府的正确领导下，认真落实省人大的各项决议。", "各部门认真落实省人大的各项决议"),
    ("6月8日，乐正清在水库调研时，走访了守库老人和小学。", "乐正清在水库调研时走访了守库老人和小学"),
    ("6月8日，水务局下达抢修资金时，两县分得9万元。", "水务局下达抢修资金时"),
    ("6月8日，全市覆盖46处，概算9万元。", "全市覆盖46处"),
    ("截至6月9日11时，景区6月10日、6月11日门票预订4.1万张。", "景区6月10日、6月11日门票预订4.1万张"),
    ("6月8日，自治区财政厅下拨资金，用于抢修。", "自治区财政厅下拨资金"),
    ("6月8日前由水务局报送整改方案。", "由水务局报送整改方案"),
    ("6月8日早上7点多，大火扑灭。", "大火扑灭"),
    ("老桥建于1978年，管网锈蚀。", "老桥建于1978年"),
    ("审计署于2013年6月至8月，审计了扶贫资金。", "审计署审计了扶贫资金"),
    ("柯若水，生于1985年6月，青川人。", "柯若水出生"),
    ("柯若水先生上周三去了青川。", "柯若水先生去了青川"),
    ("1月1日后首拨6500万元。", "首拨6500万元"),
    ("6月8日，多家公司发布公告。", "多家公司发布公告"),
    ("记者站6月8日迁入新址办公。", "记者站迁入新址办公"),
    ("报告已经备案。（6月8日在青川县召开座谈会）", "在青川县召开座谈会"),
    ("6月8日，省财政厅召开座谈会（扩大）。", "省财政厅召开座谈会（扩大）"),
    # cut short before a number, not between it and its unit
    ("7月1日，云河县海洋与渔业局给合作社拨来冷链物流补助资金85万元。", "云河县海洋与渔业局给合作社拨来冷链物流补助资金"),
    ("7月1日，云河县渔业局拨来冷链物流补助资金85万元。", "云河县渔业局拨来冷链物流补助资金85万元"),
    ("6月1日，省水利、农业、林业、应急等部门联合组成的第三督导组组长乐正清带队进驻云河市。", "乐正清带队进驻云河市"),
]


@pytest.mark.parametrize(("text", "label"), LABELS)
def test_label(text: str, label: str) -> None:
    assert events(text)[0].label == label


@pytest.mark.parametrize("text", [text for text, _ in LABELS])
def test_labels_are_short_and_grounded(text: str) -> None:
    for event in events(text):
        assert len(re.sub(r"[\s“”《》]", "", event.label)) <= LONGEST
        assert event.evidence.quote in f"标题在此\n{text}"
        assert event.date_text in event.evidence.quote


SCHEDULES = [
    ("一、停水时间\n6月17日（星期六）7:30—20:00\n二、停水范围", [("2023-06-17T07:30/2023-06-17T20:00", "停水时间")]),
    (
        "安排表：\n6月17日\n（星期六）\n8:00-12:00食堂停电检修\n后勤管理处\n2023年6月15日",
        [("2023-06-17T08:00/2023-06-17T12:00", "食堂停电检修")],
    ),
]


@pytest.mark.parametrize(("text", "found"), SCHEDULES)
def test_schedules(text: str, found: list[tuple[str, str]]) -> None:
    assert [(e.date, e.label) for e in events(text)] == found


def test_the_year_of_a_chronicle_in_its_title() -> None:
    lines = "2011大事记\n1月\n1月3日　消防队救出一人。\n2月\n2月8日　水务局开会。"
    assert [e.date for e in run(lines, "2012-01-01").facts if isinstance(e, Event)] == ["2011-01-03", "2011-02-08"]


def test_one_event_a_date_expression() -> None:
    found = events("6月3日，省财政厅下拨资金，水务局同时开工；6月8日，渠道通水，次日闭闸。")
    assert [e.date for e in found] == ["2023-06-03", "2023-06-08", "2023-06-09"]
    assert found[0].label == "省财政厅下拨资金"


def test_dates_in_a_list_share_their_predicate() -> None:
    found = events("此前，省财政厅于5月18日、6月1日和6月10日分别拨付补助费。")
    assert [(e.date, e.label) for e in found] == [
        (day, "省财政厅分别拨付补助费") for day in ("2023-05-18", "2023-06-01", "2023-06-10")
    ]


def test_a_date_said_twice_is_one_event() -> None:
    assert [e.date for e in events("2008年5月12日地震发生当晚，他赶到县里。", "2014-08-25")] == ["2008-05-12"]
    found = events("2007年\n市里设立专项资金，当年安排1500万元。\n2009年\n3月，资金并入。", "2024-10-08")
    assert [(e.date, e.label) for e in found] == [("2007", "市里设立专项资金"), ("2009-03", "资金并入")]


def test_participants_and_location() -> None:
    (event,) = events("6月3日，水务局在云河市召开座谈会。闻一舟主持会议，乐正清列席会议。这次会议开得很短。")
    assert event.participants == ("云河市水务局", "闻一舟", "乐正清")
    assert event.location == "云河市"


def test_receivers_are_no_participants() -> None:
    (event,) = events("6月3日，闻一舟向省财政厅报送方案。")
    assert event.participants == ("闻一舟",)


def test_heading_dates_the_entries_without_a_date_of_their_own() -> None:
    found = events("1994年\n市里首次编制草案。11月，草案获得通过。\n2003年\n3月，水务局挂牌成立。", "2024-12-30")
    assert [(e.date, e.label) for e in found] == [
        ("1994", "市里首次编制草案"),
        ("1994-11", "草案获得通过"),
        ("2003-03", "水务局挂牌成立"),
    ]
    assert found[0].evidence.rule == "event.heading"
    assert found[0].date_text == "1994年"


@pytest.mark.parametrize(
    ("text", "published", "dates"),
    [
        ("从2010年到现在，全县水利花出8240万元。", "2013-10-18", [("2010年到现在", "2010/2013")]),
        ("从2010年到2012年，全县水利花出8240万元。", "2013-10-18", [("2010年到2012年", "2010/2012")]),
        ("闻一舟2011年3月到现在这个岗位，一直没有动。", "2013-10-18", [("2011年3月", "2011-03")]),
        ("余下的1000万元国庆节前拨到各市。", "2013-10-18", [("国庆节前", "2013-10-01")]),
        ("余下的1000万元将在国庆节前拨到各市。", "2013-10-18", [("国庆节前", "2014-10-01")]),
        ("每到三月下湖查螺，会计也去。", "2013-10-18", []),
        ("大队长车六月带队查实，款项追回。", "2013-10-18", []),
        ("会计闻一舟（今年26岁，去年9月受聘）说，7月1日公示。", "2013-10-18", [("去年9月", "2012-09"), ("7月1日", "2013-07-01")]),
        ("会计闻一舟去年9月受聘，10月到岗。", "2013-10-18", [("去年9月", "2012-09"), ("10月", "2012-10")]),
        ("接待时间为每周二、周四下午。", "2013-10-18", []),
        ("接待会周二、周四下午举行。", "2013-10-18", [("周二", "2013-10-15"), ("周四下午", "2013-10-17")]),
        ("湖区治理资金公示\n（2013年1—5月）\n\n资金总额500万元，已支付。\n闻一舟签字。\n水务局\n2013年6月14日", "2013-06-14", []),
        ("大队长闻一舟六月带队查实，款项追回。", "2013-10-18", [("六月", "2013-06")]),
    ],
)
def test_dates_told(text: str, published: str, dates: list[tuple[str, str]]) -> None:
    """Up to now, a feast just past or to come, what recurs, and what is part of a name."""
    assert [(event.date_text, event.date) for event in events(text, published)] == dates


def test_unresolved_dates_are_set_aside_with_a_reason() -> None:
    state = run("标题在此\n昨日，有人报案。", None)
    assert state.facts == []
    assert [(r.reason, r.item) for r in state.rejected] == [("no publication date", "昨日")]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("截至5月底，支出过半。", "event.as_of"),
        ("5月20日以来，全县无雨。", "event.since"),
        ("8月15日前，各地完成核查。", "event.deadline"),
        ("腊月二十八，车队出发进山。", "event.lunar"),
        ("“十三五”期间，全省新建水库。", "event.plan"),
        ("2020年1月25日，专班成立。", "event.absolute"),
        ("上周三，专家组到村里。", "event.week"),
        ("昨日，专家组到村里。", "event.deictic"),
        ("6月8日，方案印发。次日，专家组到村里。", "event.anaphoric"),
        ("三年前，他回到村里。", "event.anaphoric"),
        ("6月8日，方案印发实施。", "event.partial"),
    ],
)
def test_rules(text: str, rule: str) -> None:
    event = events(text)[-1]
    assert event.evidence.rule == rule
    assert 0 < event.confidence <= 1


def test_what_is_inferred_says_from_where() -> None:
    assert events("昨日，专家组到村里。")[0].inferred == (("date", "昨日 → 2023-06-14 (publication date)"),)
    assert events("2020年1月25日，专班成立。")[0].inferred == ()


@given(st.text(alphabet="6月3日去年前上次当晚，。；：（）召开会议水务局闻一舟今天\n至", max_size=60))
def test_every_event_is_grounded(text: str) -> None:
    for fact in run(text).facts:
        assert isinstance(fact, Event)
        assert fact.label
        assert fact.date
        assert "".join(text[s.start : s.end] for s in fact.evidence.spans) == fact.evidence.quote
