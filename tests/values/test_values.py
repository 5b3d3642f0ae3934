"""Values of single expressions, and the runner that measures them on public cases."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.values import days, expected_days, left_out, reference_day, right
from kg.annotate.dates import parse

REFERENCE = date(2022, 3, 9)  # a Wednesday

VALUES = [
    ("20211103", "2021-11-03"),
    ("2021 11 3", "2021-11-03"),
    ("11/3/2021", "2021-11-03"),
    ("11-03", "2022-11-03"),
    ("2017", "2017"),
    ("2004.05-2007.08", "2004-05/2007-08"),
    ("自2021-04-06起至2021-04-09止", "2021-04-06/2021-04-09"),
    ("18年7月", "2018-07"),
    ("八六年", "1986"),
    ("昨天", "2022-03-08"),
    ("大後天", "2022-03-12"),
    ("上个月12号", "2022-02-12"),
    ("下周五", "2022-03-18"),
    ("上个星期", "2022-02-28/2022-03-06"),
    ("本季度", "2022-01/2022-03"),
    ("上季度末", "2021-12"),
    ("去年三季度", "2021-07/2021-09"),
    ("4月第二周", "2022-04-11/2022-04-17"),
    ("2021年第一个礼拜", "2021-01-04/2021-01-10"),
    ("五月的第一个星期日", "2022-05-01"),
    ("下月最后三天", "2022-04-28/2022-04-30"),
    ("2019年首月", "2019-01"),
    ("2019年后两个月", "2019-11/2019-12"),
    ("前三天", "2022-03-06/2022-03-08"),
    ("下两周", "2022-03-14/2022-03-27"),
    ("上两个月", "2022-01/2022-02"),
    ("前两年", "2020/2021"),
    ("五天后", "2022-03-14"),
    ("七月廿三", "2022-08-20"),
    ("农历七月", "2022-07-29/2022-08-26"),
    ("闰二月", None),
    ("大年初三", "2022-02-03"),
    ("国庆", "2022-10-01"),
    ("春节", "2023-01-22"),
    ("母亲节", "2022-05-08"),
    ("小满", "2022-05-21"),
    ("2019年小寒", "2019-01-05"),
    ("十九大报告", None),
    ("1990到94年5月", "1990/1994-05"),
    ("2021年6月到下个月8号", "2021-06/2022-04-08"),
    ("十一", "2022-10-01"),
    ("2021年5月到去年12月", "2021-05/2021-12"),
    ("公元一九七五年二月三日", "1975-02-03"),
    ("没有日期", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_value(text: str, value: str | None) -> None:
    assert parse(text, REFERENCE) == value


@given(st.text(alphabet="0123456789年月日上下前后个周天第一二三十初闰正腊季度末.-/", max_size=16))
def test_never_raises(text: str) -> None:
    found = parse(text, REFERENCE)
    assert found is None or re.match(r"\d{4}", found)


def test_days_of_iso_values() -> None:
    assert days("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    assert days("2019/2020") == (date(2019, 1, 1), date(2020, 12, 31))
    assert days("2020-01-25T21") == (date(2020, 1, 25), date(2020, 1, 25))


def test_notations_of_expected_values() -> None:
    assert expected_days(["2020-01-05 00:00:00", "2020-01-06 23:59:59"]) == (date(2020, 1, 5), date(2020, 1, 6))
    assert expected_days("2020年3月") == (date(2020, 3, 1), date(2020, 3, 31))
    assert expected_days({"start": "2020-03-02T00:00:00", "grain": "Week"}) == (date(2020, 3, 2), date(2020, 3, 8))
    assert expected_days({"start": "2020-00-01", "end": "2022-00-01", "grain": "Year"}) == (date(2020, 1, 1), None)
    assert reference_day("2021-05") == date(2021, 5, 1)


def test_a_case_is_right_or_wrong() -> None:
    case = {"text": "明天", "reference_date": "2020-02-28", "expected": [{"value": ["2020-02-29", "2020-02-29"]}]}
    assert right(case)
    assert not right({**case, "text": "昨天"})


def test_left_out_cases_have_reasons(tmp_path: Path) -> None:
    rules = left_out()
    assert all(reason for listed in rules.values() for _, reason in listed)
    assert any(pattern.fullmatch("周三") for pattern, _ in rules["duckling_time_dateonly"])
    assert json.dumps(sorted(rules))
