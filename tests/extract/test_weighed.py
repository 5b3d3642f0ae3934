"""What is weighed: features that a table can hold, and what becomes of dates."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.passage import Article, Passage, State
from kg.extract.allocations.dating import datings
from kg.extract.allocations.draft import Notes
from kg.extract.learned.phrases import edges, is_cut, reads
from kg.extract.learned.weights import Seen, Table, best, load, names, total
from kg.extract.run import extract, states
from kg.model import Allocation, Document

TEXTS = st.text(alphabet="灾后重建资金，。 \n\t\r\u20283亿元|", max_size=40)


@given(TEXTS, st.integers(-1, 40), st.integers(0, 10))
def test_a_feature_fits_a_line_of_a_table(text: str, start: int, length: int) -> None:
    for feature in (*edges(text, min(start, len(text)), min(start + length, len(text))), *reads(text)):
        assert "\t" not in feature
        assert feature.splitlines() == [feature]


def seen_of(text: str) -> list[set[str]]:
    """What is seen of each amount of the text."""
    (state,) = states(Document("a", text, "a"))
    notes = state.memory["allocations"]
    assert isinstance(notes, Notes)
    return [set(names(draft.signs)) for draft in notes.drafts]


@pytest.mark.parametrize("blank", ["", " ", "\t", "\u2028", "\r\n", "\n", "，"])
def test_what_is_seen_of_an_amount_fits_a_line_of_a_table(blank: str) -> None:
    features = [f for seen in seen_of(f"县财政安排救灾{blank}资金3亿元{blank}用于清淤，补助{blank}2亿元{blank}") for f in seen]
    assert any(feature.startswith("ends ") for feature in features)
    assert all(feature.splitlines() == [feature] and "\t" not in feature for feature in features)


def test_an_amount_is_seen_with_the_words_that_make_it_none() -> None:
    seen = seen_of("县里安排救灾资金3亿元，银行贷款余额2亿元。")
    assert ["other 余额" in features for features in seen] == [False, True]


def test_the_last_candidate_is_none_and_must_outweigh_the_others() -> None:
    weights = Table({"phrase": 1.0, "none": 1.5})
    assert best(weights, [[Seen(("phrase",))], [Seen(("none",))]])[0] == 1
    assert best(weights, [[Seen(("phrase",))], [Seen(("none",))]], silence=1.0)[0] == 0


FEATURES = st.lists(st.sampled_from(sorted(load("datings")[""])), max_size=30)


@given(FEATURES, st.randoms(use_true_random=False))
def test_a_sum_is_exact_whatever_the_order_and_however_the_features_are_held(features: list[str], random: Random) -> None:
    table = load("datings")
    wanted = sum(Decimal(table[""][feature]) for feature in features) / 1000
    split = [feature.rpartition(" ") for feature in features]
    held = [Seen((bit,), context) for context, _, bit in split]
    assert sorted(names(held)) == sorted(features)
    random.shuffle(held)
    assert total(table, held) == total(table, [Seen(features)]) == float(wanted)


def test_what_is_seen_weighs_in_each_table_what_that_table_says() -> None:
    seen, one, two = Seen(("a", "b", "c"), "near"), Table({"near a": 1.5, "near b": 2.0, "nearer c": 9.0, "a": 9.0}), Table({"near c": -1.0})
    assert [total(table, [seen]) for table in (one, two, one)] == [3.5, -1.0, 3.5]


def dates_of(text: str) -> tuple[set[str | None], set[str]]:
    """The dates that are weighed for the last amount of the text, and what is seen of them."""
    (state,) = states(Document("a", text, published="2019-01-16"))
    notes = state.memory["allocations"]
    assert isinstance(notes, Notes)
    found = datings(notes.drafts[-1])
    return {one.date for one in found}, {feature for one in found for feature in names(one.features)}


YEARS = [
    # the year that an earlier paragraph opens with, or that the title names, and the last that one tells; none that follows
    ("2016年，全县变化很大。\n为低保对象发放补助6240万元。", "2016", True),
    ("去年，全县变化很大。\n为低保对象发放补助6240万元。", "2018", True),
    ("关于2018年县级决算的报告\n为低保对象发放补助6240万元。", "2018", True),
    ("1993年，工程动工。\n为低保对象发放补助6240万元。", "1993", True),
    ("自2016年起，全县变化很大。\n为低保对象发放补助6240万元。", "2016", True),
    ("为低保对象发放补助6240万元。\n2016年，全县变化很大。", "2016", False),
]


@pytest.mark.parametrize(("text", "year", "weighed"), YEARS)
def test_the_year_that_a_review_is_of_is_weighed(text: str, year: str, weighed: bool) -> None:
    assert (year in dates_of(text)[0]) is weighed


def test_when_the_news_was_heard_is_seen() -> None:
    heard = "记者3月29日从教科司获悉，中央财政下达补助49亿元。"
    assert any(feature.endswith("heard 获悉") for feature in dates_of(heard)[1])
    assert not any(feature.endswith("heard 获悉") for feature in dates_of("3月29日，中央财政下达补助49亿元。")[1])


DATES = [
    # a share goes with its whole; what has a date of its own keeps it
    ("7月2日，省财政下达救灾资金5亿元，其中柳河县3亿元、桃源县2亿元。", ["2023-07-02"] * 3),
    ("去年，省财政安排救灾资金5亿元；今年1月，又安排2亿元。", ["2022", "2023-01"]),
    # midnight ends the day that it is as of
    ("截至8月20日24时，省红十字会累计接收捐款2.3亿元。", ["2023-08-20"]),
    # when a document was issued that is only referred to is neither the date of payment nor its year
    ("根据《管理办法》（财社〔2017〕164号，2017年10月13日印发），省财政9月5日下达就业补助资金16亿元。", ["2023-09-05"]),
]


@pytest.mark.parametrize(("text", "dates"), DATES)
def test_dates_of_sums(text: str, dates: list[str]) -> None:
    found = extract(Document("d", text, published="2023-09-15")).facts
    sums = sorted((f for f in found if isinstance(f, Allocation)), key=lambda f: dict(f.mentions)["amount"][0].start)
    assert [fact.date for fact in sums] == dates


PAYERS = [
    # a share that says what for is paid by who pays the whole
    (
        "河海集团向宜昌市慈善总会捐赠300万元。去年，集团已累计捐款1200万元，其中支援湖北抗疫500万元、支援河南救灾300万元。",
        ["河海集团", "集团", "集团", "集团"],
    ),
    (
        "镇里的树是绿化基金会资助种下的。\n2023年，旗财政局拨付沙障维护资金265万元，其中吉兰泰镇95万元、宗别立镇90万元、巴彦木仁苏木80万元。",
        ["旗财政局"] * 4,
    ),
    # the subject, a level resolved, whoever gives, and who is named behind
    ("财政部、水利部下达救灾资金6亿元。", ["财政部、水利部"]),
    ("7月2日，浙江省财政厅下达补助资金5亿元，其中杭州市3亿元、宁波市2亿元。", ["浙江省财政厅"] * 3),
    ("项目投入1.2亿元，其中中央安排7000万元，地方安排5000万元。", [None, "中央", "地方"]),
    ("石屏豆业有限公司捐款100万元，红云公益基金会捐款80万元。", ["石屏豆业有限公司", "红云公益基金会"]),
    # a place that receives, or is built in, does not give
    ("上海市5年支援西藏建设项目71个，无偿投入资金10.6亿元。", ["上海市"]),
    # a gift is not paid by the treasury that the sentence before speaks of
    ("湖北省财政厅下达补助资金3000万元。目前，社会各界捐款8121万元。", ["湖北省财政厅", "社会各界"]),
    # the place that receives gives nothing, nor do those listed beside it
    ("望江县争取到省级救灾资金300万元。", ["省级"]),
    ("望江县接受社会捐款200万元。", [None]),
    ("望江县汛情紧急。今年该县争取到水利资金300万元。", [None]),
    ("望江县、太湖县分别获得省级救灾资金300万元和200万元。", ["省级", "省级"]),
    ("望江县财政投入300万元，修建小水库3座。", ["望江县财政"]),
    ("全友家居捐款100万元。", ["全友家居"]),
    # a house that serves the public gets its share, unless it says that it raises it
    ("市民政局安排公益金106万元（其中望江县殡仪馆50万元、太湖县殡仪馆56万元）。", ["市民政局"] * 3),
    ("项目投入1.2亿元，其中市财政补助7000万元，县第一中学自筹5000万元。", [None, "市财政", "县第一中学"]),
    # whoever wrote the paper gives what reaches us; an office that gives itself does
    ("根据《安庆市财政局关于下达补助资金的通知》，下达我县补助资金300万元。", ["安庆市财政局"]),
    ("根据《财政部关于下达补助资金的通知》，省财政厅下达补助资金300万元。", ["省财政厅"]),
    ("根据《安庆市财政局关于加强管理的通知》，县财政局下达我县学校资金300万元。", ["县财政局"]),
    # the centre's money that reaches a county is no treasury of the county
    ("安庆市财政局下达望江县中央财政专项扶贫资金300万元，其中扶贫发展资金100万元。", ["安庆市财政局"] * 2),
    # departments listed beside one are of its place; a level right before the amount
    ("省财政厅、水利厅日前下达防汛补助费4800万元。", ["省财政厅、省水利厅"]),
    ("望江县财政局和民政局联合下拨300万元。", ["望江县财政局、望江县民政局"]),
    ("项目资金由中央补助1900万元、省级补助164万元组成。", ["中央", "省级"]),
    ("近日省政府批准方案，省财政厅安排2亿元。", ["省财政厅"]),
    # who speaks for others does not give
    ("远山集团副总裁张卫东代表公司向望江县慈善总会捐款120万元。", ["远山集团"]),
    ("市电子商会会长余瓷生代表会员企业捐款26万元。", ["会员企业"]),
    ("浙江代表团捐款26万元。", ["浙江代表团"]),
]


@pytest.mark.parametrize(("text", "payers"), PAYERS)
def test_payers_of_sums(text: str, payers: list[str | None]) -> None:
    found = extract(Document("d", text, published="2023-09-15")).facts
    sums = sorted((f for f in found if isinstance(f, Allocation)), key=lambda f: dict(f.mentions)["amount"][0].start)
    assert [fact.payer for fact in sums] == payers


def test_a_place_within_a_word_is_known() -> None:
    text = "省财政部门积极"
    passage = Passage(State(Document("d", text), Article(text, text)), 0, len(text))
    passage.tokens = ((0, 1), (1, 5), (5, 7))
    assert [is_cut(passage, at) for at in range(len(text) + 1)] == [False, False, True, True, True, False, True, False]
