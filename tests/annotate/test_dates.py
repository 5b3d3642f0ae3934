"""Dates in running text: what is found, how it is cut, what it means, and what is none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.annotate.dates import annotate_dates
from kg.annotate.fold import fold
from kg.annotate.passage import Article, DateMention, Passage, State, segments
from kg.model import Document


def read(text: str, published: str | None = "2023-06-15") -> list[DateMention]:
    """All date mentions of a text, paragraph by paragraph."""
    state = State(Document("d", text), Article(fold(text), text), published=published)
    found: list[DateMention] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            passage = Passage(state, start, end, segments(state.article.text, start, end))
            annotate_dates(passage)
            found += passage.dates
        start = end + 1
    return found


def values(text: str, published: str | None = "2023-06-15") -> list[tuple[str, str | None]]:
    return [(d.text, d.value) for d in read(text, published)]


ONE = [
    # absolute
    ("2020年1月25日，专班成立。", "2020年1月25日", "2020-01-25"),
    ("二〇一九年十一月三日，大桥通车。", "二〇一九年十一月三日", "2019-11-03"),
    ("2018年9月，学校迁入新址。", "2018年9月", "2018-09"),
    ("2006年，市里首次开征。", "2006年", "2006"),
    ("2021-03-05，系统上线。", "2021-03-05", "2021-03-05"),
    ("2022年5月6日上午9时30分，发布会开始。", "2022年5月6日上午9时30分", "2022-05-06T09:30"),
    ("2022年5月6日下午3点半，发布会开始。", "2022年5月6日下午3点半", "2022-05-06T15:30"),
    ("2021年7月1日零时，系统切换。", "2021年7月1日零时", "2021-07-01T00"),
    ("2021年7月1日24时，申报截止。", "2021年7月1日24时", "2021-07-02T00"),
    # yearless, by the day of writing
    ("5月18日，全县动员会召开。", "5月18日", "2023-05-18"),
    ("12日上午，检查组进驻。", "12日上午", "2023-06-12"),
    ("28日，工作组已经返回。", "28日", "2023-05-28"),
    ("会议将于28日召开。", "28日", "2023-06-28"),
    ("9月1日起，新办法施行。", "9月1日起", "2023-09-01"),
    # deictic
    ("昨日，省里来了工作组。", "昨日", "2023-06-14"),
    ("市政府今天上午召开常务会议。", "今天上午", "2023-06-15"),
    ("昨晚20时，水位回落。", "昨晚20时", "2023-06-14T20"),
    ("去年12月，资金全部到位。", "去年12月", "2022-12"),
    ("本月5日，督查组进驻。", "本月5日", "2023-06-05"),
    ("上月，县里完成招标。", "上月", "2023-05"),
    ("明年3月底前，工程完工。", "明年3月底前", "2024-03-31"),
    ("上周三，专家组到村。", "上周三", "2023-06-07"),
    ("本周一，专家组到村。", "本周一", "2023-06-12"),
    ("上周，专家组到村。", "上周", "2023-06-05/2023-06-11"),
    ("三年前，他回到村里。", "三年前", "2020"),
    # parts of months and years
    ("今年一季度，全市完成投资。", "今年一季度", "2023-01/2023-03"),
    ("去年前三季度，全市完成投资。", "去年前三季度", "2022-01/2022-09"),
    ("上半年，全市完成投资。", "上半年", "2023-01/2023-06"),
    ("今年前5个月，全市完成投资。", "今年前5个月", "2023-01/2023-05"),
    ("5月上旬，播种结束。", "5月上旬", "2023-05-01/2023-05-10"),
    ("2月下旬，播种结束。", "2月下旬", "2023-02-21/2023-02-28"),
    ("2019年底，全县脱贫。", "2019年底", "2019-12-31"),
    ("到2025年底，全部建成。", "到2025年底", "2025-12-31"),
    # lunar dates and feasts
    ("腊月二十八，车队出发。", "腊月二十八", "2023-01-19"),
    ("2022年正月十五，灯会开幕。", "2022年正月十五", "2022-02-15"),
    ("农历八月初三，祭典举行。", "农历八月初三", "2023-09-17"),
    ("除夕夜22时，值班员核完数据。", "除夕夜22时", "2023-01-21T22"),
    ("中秋节前，补贴发放到位。", "中秋节前", "2023-09-29"),
    ("2021年国庆节当天，公路通车。", "2021年国庆节当天", "2021-10-01"),
    ("2022年春节期间，志愿者值守。", "2022年春节期间", "2022-02-01/2022-02-07"),
    ("端午节（6月22日）前，完成排查。", "端午节（6月22日）前", "2023-06-22"),
    # intervals
    ("7月23日至24日，培训班举办。", "7月23日至24日", "2023-07-23/2023-07-24"),
    ("24日20时到25日20时，全市普降大雨。", "24日20时到25日20时", "2023-05-24T20/2023-05-25T20"),
    ("5日22时至次日2时，道路封闭。", "5日22时至次日2时", "2023-06-05T22/2023-06-06T02"),
    ("2001年4月至2011年3月任副主任。", "2001年4月至2011年3月", "2001-04/2011-03"),
    ("2009年7月至次年6月，他在镇里挂职。", "2009年7月至次年6月", "2009-07/2010-06"),
    ("2016—2018年，累计改造农房。", "2016—2018年", "2016/2018"),
    ("今年1至5月，全市完成投资。", "今年1至5月", "2023-01/2023-05"),
    ("2012年11月到去年3月，他在省里工作。", "2012年11月到去年3月", "2012-11/2022-03"),
    ("2003.07—2006.09　县财政局科员", "2003.07—2006.09", "2003-07/2006-09"),
    # since, as of, before, from
    ("5月20日以来，全县无雨。", "5月20日以来", "2023-05-20/2023-06-15"),
    ("今年以来，全县无雨。", "今年以来", "2023-01-01/2023-06-15"),
    ("2019年以来，全县造林。", "2019年以来", "2019/2023"),
    ("2021年4月至今，他任主任。", "2021年4月至今", "2021-04/2023-06"),
    ("截至5月底，支出过半。", "截至5月底", "2023-05-31"),
    ("截至目前，支出过半。", "截至目前", "2023-06-15"),
    ("截至6月14日18时，转移群众。", "截至6月14日18时", "2023-06-14T18"),
    ("8月15日前，完成核查。", "8月15日前", "2023-08-15"),
    ("新条例自2024年1月1日起施行。", "2024年1月1日起", "2024-01-01"),
    # plans
    ("“十三五”期间，全省新建水库。", "“十三五”期间", "2016/2020"),
    ("“九五”末，全省通车里程翻番。", "“九五”末", "2000"),
    ("“十四五”以来，全省新建水库。", "“十四五”以来", "2021/2023"),
]


@pytest.mark.parametrize(("text", "words", "value"), ONE)
def test_one_expression(text: str, words: str, value: str) -> None:
    assert values(f"标题在此\n{text}") == [(words, value)]


SEVERAL = [
    # the running day, past midnight
    ("6月3日23时47分，地震发生。4日0时20分，队伍出发；凌晨3时许，队伍到达。",
     ["2023-06-03T23:47", "2023-06-04T00:20", "2023-06-04T03"]),
    ("上周四22时，大风登陆。次日凌晨1时30分，险情排除。当天上午，复产。",
     ["2023-06-08T22", "2023-06-09T01:30", "2023-06-09"]),
    ("6月1日晚，他赶到现场。凌晨2时，决口合龙。", ["2023-06-01", "2023-06-02T02"]),
    ("6月8日，方案印发。两天后，资金到位。", ["2023-06-08", "2023-06-10"]),
    # the running year
    ("2018年12月，他来到村里。同年6月，路修通了。次年1月，水通了。", ["2018-12", "2018-06", "2019-01"]),
    ("2019年4月，基地开工。12月15日夜里，暴雪压塌棚圈。第二天中午，物资送到。那一年，收入翻番。",
     ["2019-04", "2019-12-15", "2019-12-16", "2019"]),
    ("2011年，全县立项5个。5月30日，现场会召开。", ["2011", "2023-05-30"]),
    ("8月20日，汛情解除。同月下旬，恢复生产。", ["2023-08-20", "2023-08-21/2023-08-31"]),
    # two years on, one month on
    ("2018年4月，他来到县里。一年后，他去了村里。", ["2018-04", "2019-04"]),
    ("6月12日至13日，推进会召开。12日上午，代表观摩。下午的大会上，他作通报。",
     ["2023-06-12/2023-06-13", "2023-06-12", "2023-06-12"]),
    ("6月12日下午，例会召开。局长说，资金昨天已经拨付。", ["2023-06-12", "2023-06-11"]),
    ("自4月26日启动响应以来，无人伤亡。", ["2023-04-26/2023-06-15"]),
    # a day-interval tells no day
    ("6月6日上午，联席会议召开。公示期为6月9日至13日。同日下午，他到县里调研。",
     ["2023-06-06", "2023-06-09/2023-06-13", "2023-06-06"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SEVERAL)
def test_running_date(text: str, wanted: list[str]) -> None:
    assert [v for _, v in values(f"标题在此\n{text}")] == wanted


NONE = [
    "现下达2024年第一批水利资金通知如下。",
    "市财政局编制2023年度部门预算。",
    "会议审议了2022年决算草案。",
    "收入比去年增长一成。",
    "收入与上年同期基本持平。",
    "收入较2019年翻了一番。",
    "各县每月10日前报送进度。",
    "公示期限为30日，收到文件后15日内反映。",
    "近年来，目前，近日，县里多次研究。",
    "财农〔2021〕7号文件要求从严。",
    "《2021年预算执行情况报告》获得通过。",
    "书记今年五十六岁。",
    "春节慰问活动丰富，国庆假期客流平稳。",
    "李国庆前往现场。",
    "那年冬天的雪特别大。",
    "今年入冬以来，气温偏低。",
    "汛情为2011年以来同期最重。",
    "本报北京3月5日电 记者报道。",
    "比分3:1，版本2.0，电话010-6655。",
    "他提出3点要求，工作时间上午9时至11时30分无人。",
    "距年底还有四个月。",
    "今天的发布会到此结束。",
    "目前日均客流稳定。",
    "附件：2017年救灾资金分配表",
    "2017年及以前年度结转的资金要清理。",
    "云河市2025年“银龄行动”启动仪式很热闹。",
    "该市2025年春季招聘会人气很旺。",
    "整改情况每月5日前上报，每季度第一周通报。",
    "他经常工作到深夜11时。",
    "新城报3月5日报道了此事。",
    "发布时间：2024-03-01 来源：本站",
]


@pytest.mark.parametrize("text", NONE)
def test_no_date(text: str) -> None:
    assert [v for v in values(f"标题在此\n{text}") if v[1]] == []


def test_title_and_sign_off_are_no_dates() -> None:
    text = "某县2023年第二批项目公告\n现公告如下：一切照旧。\n某县财政局\n2023年6月12日"
    assert values(text) == []


def test_headings_of_a_chronology_govern_what_follows() -> None:
    text = "大事记\n1994年\n11月，局里编制草案。\n1999年9月3日\n动员会召开。次年1月，试点开始。\n2003年\n3月，挂牌。"
    assert [v for _, v in values(text, "2024-12-30")] == ["1994", "1994-11", "1999-09-03", "2000-01", "2003", "2003-03"]


def test_year_from_calendars_that_coincide_serves_earlier_dates_too() -> None:
    text = "标题在此\n1月23日，资金下拨。\n1月25日（农历大年初一）晚上21点，电话响了。大年三十，他没有回家。"
    found = read(text, None)
    assert [d.value for d in found] == ["2020-01-23", "2020-01-25T21", "2020-01-24"]
    assert found[0].basis == "lunar calendar"


def test_year_from_sign_off() -> None:
    assert values("标题在此\n各地要在3月底前报送。\n某省财政厅\n2022年2月8日", None)[0] == ("3月底前", "2022-03-31")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("昨日，有人报案。", "no publication date"),
        ("3月，花开了。", "no year"),
        ("当天，花开了。", "no day told before"),
        ("2021年2月30日，花开了。", "no such day"),
    ],
)
def test_unresolved_has_a_reason(text: str, reason: str) -> None:
    (found,) = read(f"标题在此\n{text}", None)
    assert (found.value, found.reason) == (None, reason)


@pytest.mark.parametrize(
    ("month", "published", "year"),
    [
        ("11月", "2024-01-10", "2023"),
        ("12月底前", "2023-11-20", "2023"),
        ("3月底前", "2023-12-20", "2024"),
        ("5月", "2023-12-20", "2023"),
    ],
)
def test_sensible_year(month: str, published: str, year: str) -> None:
    ((_, value),) = values(f"标题在此\n{month}，各地完成任务。", published)
    assert value is not None
    assert value.startswith(year)


def test_speech_counts_from_the_day_of_the_press_conference() -> None:
    text = (
        "标题在此\n6月13日，发布会举行。\n主持人：请介绍。\n钱某人：昨天，资金下达。\n记者：何时到位？\n钱某人：今天。"
    )
    assert [v for _, v in values(text)] == ["2023-06-13", "2023-06-12", "2023-06-13"]


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2049, 12, 31)))
def test_a_full_date_is_read_back(day: object) -> None:
    iso = str(day)
    year, month, number = (int(n) for n in iso.split("-"))
    assert values(f"标题在此\n{year}年{month}月{number}日，会议召开。") == [(f"{year}年{month}月{number}日", iso)]


@given(st.text(alphabet="0123456789年月日时分点至到前后初末底上下今去同次一二十正腊，。（） 春节", max_size=40))
def test_mentions_lie_in_order_and_never_overlap(text: str) -> None:
    folded = fold(text)
    end = 0
    for found in read(text):
        assert end <= found.start < found.end
        assert folded[found.start : found.end] == found.text
        assert (found.value is None) == bool(found.reason)
        end = found.end
