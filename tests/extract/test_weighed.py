"""What is weighed: features that a table can hold, and what becomes of dates."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.learned.phrases import edges, reads
from kg.extract.learned.weights import Seen, Table, best, load, names, total
from kg.extract.run import extract
from kg.model import Allocation, Document

TEXTS = st.text(alphabet="灾后重建资金，。 \n\t\r\u20283亿元|", max_size=40)


@given(TEXTS, st.integers(-1, 40), st.integers(0, 10))
def test_a_feature_fits_a_line_of_a_table(text: str, start: int, length: int) -> None:
    for feature in (*edges(text, min(start, len(text)), min(start + length, len(text))), *reads(text)):
        assert "\t" not in feature
        assert feature.splitlines() == [feature]


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
