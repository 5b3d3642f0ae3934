"""Publication dates: as values, in file names, in addresses."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.dates import date_in_name, date_in_url, parse_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2020-02-14", "2020-02-14"),
        ("2020-2-4", "2020-02-04"),
        ("2020/02/14 09:30:00", "2020-02-14"),
        ("2020.2.14", "2020-02-14"),
        ("20200214", "2020-02-14"),
        ("2020年2月14日 09:30", "2020-02-14"),
        ("２０２０年２月１４日", "2020-02-14"),
        ("2020 年 2 月 14 日", "2020-02-14"),
        ("二〇二〇年二月十四日", "2020-02-14"),
        ("二○二○年十二月三十一日", "2020-12-31"),
        ("二零二零年十月二十日", "2020-10-20"),
        ("一九九八年十一月廿九日", "1998-11-29"),
        ("2020-02-14T09:30:00", "2020-02-14"),
        ("2020-02-13T16:30:00Z", "2020-02-14"),
        ("2020-02-14T07:30:00+08:00", "2020-02-14"),
        (1581638400, "2020-02-14"),
        (1581638400000, "2020-02-14"),
        ("2020-02", "2020-02"),
        ("2020年2月", "2020-02"),
        ("202002", "2020-02"),
        ("2020", "2020"),
        ("2020年", "2020"),
        ("2020-02-30", None),
        ("2020-13-01", None),
        ("二〇二〇年二月三十日", None),
        ("14 Feb", None),
        ("昨天", None),
        ("", None),
        (None, None),
        (12, None),
    ],
)
def test_values(value: object, expected: str | None) -> None:
    assert parse_date(value) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("2020-02-14.txt", "2020-02-14"),
        ("通知20200214.txt", "2020-02-14"),
        ("2020年2月14日抗旱通知.txt", "2020-02-14"),
        ("t20200214_123.html", "2020-02-14"),
        ("news_2020_2_14_a.md", "2020-02-14"),
        ("content_20200214093000.htm", None),
        ("2020-02.txt", "2020-02"),
        ("2020年2月简报.txt", "2020-02"),
        ("12345678.txt", None),
        ("20201314.txt", None),
        ("财社〔2020〕7号.txt", None),
        ("a.txt", None),
    ],
)
def test_file_names(name: str, expected: str | None) -> None:
    assert date_in_name(name) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://czt.example.gov.cn/tzgg/202002/t20200214_3469.html", "2020-02-14"),
        ("https://example.cn/2020/02/14/news.html", "2020-02-14"),
        ("https://example.cn/2020-02/14/c_1125.htm", "2020-02-14"),
        ("https://example.cn/art/2020/2/14/a.html", None),
        ("https://example.cn/a.html?day=20200214", None),
        ("https://example.cn/120200214/a.html", None),
    ],
)
def test_addresses(url: str, expected: str | None) -> None:
    assert date_in_url(url) == expected


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_in_every_form(day: date) -> None:
    forms = (
        f"{day:%Y-%m-%d}",
        f"{day:%Y%m%d}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}/{day.month}/{day.day}",
    )
    assert {parse_date(form) for form in forms} == {day.isoformat()}
    assert date_in_name(f"通知{day:%Y%m%d}（终稿）.txt") == day.isoformat()
