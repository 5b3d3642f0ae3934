"""Money that many documents tell of: the same sum once, contradictions kept, what is passed down linked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.merge.blocks import derive
from kg.merge.derived import Derived
from kg.merge.grants import CENTRAL, payer, plain_fund
from kg.merge.profile import profile
from kg.model import Allocation, Extraction
from tests.money import FULL, told


def derived(*documents: Extraction) -> Derived:
    return derive(map(profile, documents))


def links(documents: Iterable[Extraction], label: str) -> set[tuple[str, str]]:
    """The edges with this label, each end as `document:amount`."""
    documents = list(documents)
    names = {
        f"fact:{f.id}": f"{d.document.id}:{f.amount}" for d in documents for f in d.facts if isinstance(f, Allocation)
    }
    return {(names[e.source], names[e.target]) for e in derived(*documents).edges if e.label == label}


# What the names of funds and payers come to


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("中央自然灾害救灾资金", ("自然灾害救灾资金", "中央")),
        ("中央财政农业生产救灾资金", ("农业生产救灾资金", "中央")),
        ("2023年省级林业生态保护修复资金", ("林业生态保护修复资金", "省级")),
        ("2023年度第二批中央财政衔接补助资金", ("衔接补助资金", "中央")),
        ("市本级防汛经费", ("防汛经费", "市本级")),
        ("市政设施维护资金", ("市政设施维护资金", "")),
        ("抗旱补助资金", ("抗旱补助资金", "")),
        ("中央资金", ("中央资金", "")),
    ],
)
def test_a_fund_without_its_level(name: str, expected: tuple[str, str]) -> None:
    assert plain_fund(name) == expected


@pytest.mark.parametrize(
    ("name", "same", "purse"),
    [
        ("中央财政", "财政部", CENTRAL),
        ("贵州省财政", "贵州省财政厅", "520000"),
        ("遵义市级财政", "遵义市财政局", "520300"),
        ("上海市财政", "上海市财政局", "310000"),
        ("财政部社会保障司", "财政部社会保障司", CENTRAL),
        ("德国复兴信贷银行", "德国复兴信贷银行", ""),
    ],
)
def test_a_payer_and_its_purse(name: str, same: str, purse: str) -> None:
    assert payer(name) == (payer(same)[0], purse)


# The same allocation told by several documents


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ({}, True),
        ({"payer": "中央财政"}, True),
        ({"fund": "自然灾害救灾资金"}, True),
        ({"payer": "财政部、应急管理部"}, True),
        ({"region": None}, True),
        ({"date": None}, True),
        ({"date": "2022-07"}, True),
        ({"fund": None}, True),
        ({"stage": "disbursed"}, True),
        ({"date": None, "region": None}, False),  # too little to go by
        ({"date": "2021-07-18"}, False),
        ({"region": "湖北省"}, False),
        ({"fund": "抗旱补助资金"}, False),
        ({"payer": "贵州省财政厅"}, False),
        ({"kind": "cumulative"}, False),
        ({"currency": "USD"}, False),
    ],
)
def test_told_again(other: dict[str, Any], same: bool) -> None:
    documents = [told({"amount": 9, **FULL}, document="a"), told({"amount": 9, **FULL, **other}, document="b")]
    assert bool(links(documents, "REPEATS")) is same


def test_the_best_told_stands_for_all_and_the_merged_fact_has_them_all() -> None:
    part = {"amount": 9, **FULL, "date": None}
    documents = [told(part, document="a"), told({"amount": 9, **FULL}, document="b"), told(part, document="c")]
    assert links(documents, "REPEATS") == {("a:9", "b:9"), ("c:9", "b:9")}
    (node,) = (node for node in derived(*documents).nodes if node.ref.startswith("sum:"))
    assert dict(node.values)["sources"] == 3
    assert dict(node.values)["confidence"] == 0.99
    assert node.name == "中央自然灾害救灾资金 9元 → 贵州省"


def test_a_reprint_is_no_source() -> None:
    text = "连日强降雨过后，救灾资金已经拨到受灾的村寨，先修路再修屋，争取入冬以前让大家搬回新家。"
    documents = [
        told({"amount": 9, **FULL}, document=name, text=head + text) for name, head in (("a", ""), ("b", "转载："))
    ]
    (node,) = (node for node in derived(*documents).nodes if node.ref.startswith("sum:"))
    assert (dict(node.values)["sources"], dict(node.values)["confidence"]) == (1, 0.8)


def test_two_sums_of_one_document_stay_two_and_find_their_likes() -> None:
    two = [{"amount": 9, **FULL, "target": "修路"}, {"amount": 9, **FULL, "target": "修屋"}]
    one, other = told(*two, document="a"), told(*two[::-1], document="b")
    target = {f"fact:{f.id}": f.target for d in (one, other) for f in d.facts if isinstance(f, Allocation)}
    pairs = [(target[e.source], target[e.target]) for e in derived(one, other).edges if e.label == "REPEATS"]
    assert sorted(pairs) == [("修屋", "修屋"), ("修路", "修路")]


def test_reports_without_a_date_are_of_one_allocation_only_if_near_in_time() -> None:
    grant = {"amount": 9, **FULL, "date": None}
    early, later = told(grant, document="a", published="2020-03-01"), told(grant, document="b", published="2022-07-20")
    assert not links([early, later], "REPEATS")


# Contradictions


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ([{"amount": 240}], [{"amount": 260}], {(240, 260)}),
        ([{"amount": 240}], [{"amount": 260, "date": "2022-07-19"}], set()),
        ([{"amount": 240}], [{"amount": 260, "region": "湖北省"}], set()),
        ([{"amount": 240}], [{"amount": 260, "stage": "planned"}], set()),
        ([{"amount": 240, "date": "2022"}], [{"amount": 260, "date": "2022"}], set()),  # a year has many sums
        ([{"amount": 240}, {"amount": 260}], [{"amount": 260}], set()),  # told side by side: two sums
        ([{"amount": 500}], [{"amount": 200}, {"amount": 300}], set()),  # parts that add up
        ([{"amount": 240}], [{"amount": 260, "kind": "cumulative"}], set()),
        ([{"amount": 125}], [{"amount": 12480}], {(125, 12480)}),
        ([{"amount": 12500}], [{"amount": 12480}], set()),  # rounded
        ([{"amount": 3000, "qualifier": "约"}], [{"amount": 2930}], set()),
        ([{"amount": 3000}], [{"amount": 2930}], {(3000, 2930)}),
    ],
)
def test_conflicts(mine: list[dict[str, Any]], theirs: list[dict[str, Any]], expected: set[tuple[int, int]]) -> None:
    documents = [
        told(*(FULL | grant for grant in grants), document=name) for name, grants in (("a", mine), ("b", theirs))
    ]
    found = {frozenset(int(end.partition(":")[2]) for end in pair) for pair in links(documents, "CONFLICT")}
    assert found == set(map(frozenset, expected))


RECENT = {**FULL, "date": None}


@pytest.mark.parametrize(
    ("mine", "theirs", "published", "expected"),
    [
        ({}, {}, "2022-07-20", True),  # 近日, told on one day
        ({}, {}, "2022-07-29", True),
        ({}, {}, "2022-08-02", True),  # the month's end is none
        ({}, {}, "2022-09-20", False),
        ({}, {}, None, False),
        ({}, {"payer": "财政部、应急管理部"}, "2022-07-20", True),
        ({}, {"payer": "中央财政"}, "2022-07-20", True),
        ({}, {"payer": "应急管理部"}, "2022-07-20", False),
        ({"date": "2022-07-18"}, {}, "2022-07-20", True),
        ({"date": "2022-07"}, {}, "2022-07-20", True),
        ({"date": "2022"}, {}, "2022-07-20", False),
        ({"date": "2022-07-18"}, {}, "2022-07-10", False),  # told before it was
        ({"date": "2022-07-18"}, {"date": "2022-07-18", "payer": "财政部、应急管理部"}, "2022-07-20", True),
        ({"target": "修路"}, {"target": "购买棉被"}, "2022-07-20", False),
        ({"target": "修路"}, {"target": "公路抢修"}, "2022-07-20", True),
        ({}, {"fund": "第二批中央自然灾害救灾资金"}, "2022-07-20", False),
        ({}, {"action": "再次下达"}, "2022-07-20", False),
    ],
)
def test_what_tells_no_date_is_of_the_days_before_it(
    mine: dict[str, Any], theirs: dict[str, Any], published: str | None, expected: bool
) -> None:
    one = told({"amount": 240, **RECENT, **mine}, document="a")
    other = told({"amount": 260, **RECENT, **theirs}, document="b", published=published)
    assert bool(links([one, other], "CONFLICT")) is expected


def test_two_sums_that_a_document_tells_on_two_days_are_no_conflict_of_one_without_a_date() -> None:
    both = told({"amount": 240, **FULL}, {"amount": 260, **FULL, "date": "2022-07-15"}, document="a")
    assert not links([both, told({"amount": 260, **RECENT}, document="b")], "CONFLICT")


def test_the_one_with_more_independent_sources_is_counted() -> None:
    report = "连日强降雨过后，记者在现场看到，抢险队伍正在清理塌方路段，电力和通信已经基本恢复，群众领到了棉被。"
    copies = [told({"amount": 260, **FULL}, document=name, text=report) for name in "cde"]
    documents = [told({"amount": 240, **FULL}, document=name) for name in "ab"] + copies
    assert {target[2:] for _, target in links(documents, "OUTWEIGHED_BY")} == {"240"}
    assert len(links(documents, "OUTWEIGHED_BY")) == 3
    assert len(links(documents, "CONFLICT")) == 1


def test_a_rounded_amount_repeats_the_exact_one() -> None:
    documents = [told({"amount": 12500, **FULL}, document="a"), told({"amount": 12480, **FULL}, document="b")]
    assert links(documents, "REPEATS") == {("a:12500", "b:12480")}


# Money passed down

DOWN = {"fund": "中央自然灾害救灾资金", "payer": "贵州省财政厅", "region": "遵义市", "date": "2022-07-26"}


@pytest.mark.parametrize(
    ("share", "linked"),
    [
        ({}, True),
        ({"fund": "自然灾害救灾资金"}, True),
        ({"region": "遵义市、毕节市"}, True),
        ({"region": None}, True),
        ({"region": "仁怀市"}, True),
        ({"payer": "贵州省财政"}, True),
        ({"date": None}, True),
        ({"payer": "遵义市财政局", "region": "仁怀市"}, True),  # by way of the city, of which no document tells
        ({"payer": "遵义市财政局", "region": "仁怀市", "fund": "自然灾害救灾资金"}, False),  # maybe its own
        ({"fund": "省级自然灾害救灾资金"}, False),  # the province's own
        ({"target": "省级配套"}, False),
        ({"region": "贵州省"}, False),
        ({"region": "武汉市"}, False),
        ({"payer": "湖北省财政厅"}, False),
        ({"fund": "中央抗旱补助资金"}, False),
        ({"amount": 999}, False),
        ({"date": "2022-07-01"}, False),  # before the money came
        ({"date": "2024-07-26"}, False),
        ({"kind": "cumulative"}, False),
    ],
)
def test_passed_down(share: dict[str, Any], linked: bool) -> None:
    documents = [told({"amount": 240, **FULL}, document="a"), told({"amount": 60, **DOWN, **share}, document="b")]
    expected = {(f"b:{share.get('amount', 60)}", "a:240")} if linked else set()
    assert links(documents, "PASSED_DOWN_FROM") == expected


SHARES = [{"amount": 140, **DOWN}, {"amount": 100, **DOWN, "region": "毕节市"}]


def _received(**tellings: dict[str, Any]) -> list[Extraction]:
    return [told({**RECENT, **grant}, document=name) for name, grant in tellings.items()]


@pytest.mark.parametrize(
    ("received", "shares", "source"),
    [
        (
            {"a": {"amount": 240}, "b": {"amount": 260, "date": "2022-07-20"}, "c": {"amount": 240}},
            SHARES[:1],
            "240",
        ),  # more sources
        ({"a": {"amount": 260}, "b": {"amount": 240}, "c": {"amount": 260}}, SHARES, "260"),  # sources before parts
        ({"a": {"amount": 240}, "b": {"amount": 260}}, SHARES, "240"),  # the parts add up
        ({"a": {"amount": 240}, "b": {"amount": 260, "date": "2022-07-19"}}, SHARES, "240"),
        ({"a": {"amount": 250}, "b": {"amount": 260, "date": "2022-07-21"}}, SHARES, "260"),  # the latest
    ],
)
def test_of_several_receipts(received: dict[str, dict[str, Any]], shares: list[dict[str, Any]], source: str) -> None:
    documents = [*_received(**received), told(*shares, document="s")]
    found = links(documents, "PASSED_DOWN_FROM")
    assert {target.partition(":")[2] for _, target in found} == {source}
    assert len(found) == len(shares)


def test_parts_that_documents_tell_one_by_one_add_up() -> None:
    received = _received(a={"amount": 240}, b={"amount": 260})
    told_apart = [told(share, document=name) for share, name in zip([*SHARES, SHARES[0]], "xyz", strict=True)]
    assert {target for _, target in links([*received, *told_apart], "PASSED_DOWN_FROM")} == {"a:240"}


@pytest.mark.parametrize(
    ("share", "linked"),
    [
        ({}, False),
        ({"fund": "2022年中央自然灾害救灾资金"}, True),
        ({"fund": "2023年中央自然灾害救灾资金"}, False),
        ({"target": "2022年受灾群众冬春救助"}, True),
        ({"date": "2022-12-30"}, True),
    ],
)
def test_money_of_another_year_is_another(share: dict[str, Any], linked: bool) -> None:
    documents = [
        told({"amount": 240, **FULL}, document="a"),
        told({"amount": 60, **DOWN, "date": "2023-02-10", **share}, document="b"),
    ]
    assert bool(links(documents, "PASSED_DOWN_FROM")) is linked


def test_money_given_ahead_for_the_next_year_is_passed_on_in_it() -> None:
    ahead = told({"amount": 240, **FULL, "fund": "2023年中央自然灾害救灾资金", "date": "2022-11-18"}, document="a")
    assert links([ahead, told({"amount": 60, **DOWN, "date": "2023-02-10"}, document="b")], "PASSED_DOWN_FROM")


def test_a_fund_that_many_have_is_passed_down_only_if_said_so() -> None:
    def chain(fund: str) -> list[Extraction]:
        return [
            told({"amount": 240, **FULL, "fund": "中央救灾资金"}, document="a"),
            told({"amount": 60, **DOWN, "fund": fund}, document="b"),
        ]

    assert not links(chain("救灾资金"), "PASSED_DOWN_FROM")
    assert links(chain("中央救灾资金"), "PASSED_DOWN_FROM")


def test_three_levels_are_a_chain() -> None:
    city = {"amount": 15, **DOWN, "payer": "遵义市财政局", "region": "仁怀市", "date": "2022-08-03"}
    documents = [
        told({"amount": 240, **FULL}, document="a"), told({"amount": 60, **DOWN}, document="b"), told(city, document="c"),
    ]  # fmt: skip
    assert links(documents, "PASSED_DOWN_FROM") == {("b:60", "a:240"), ("c:15", "a:240"), ("c:15", "b:60")}


# The whole layer

amounts = st.sampled_from([60, 240, 260, 12480, 12500])
funds = st.sampled_from([None, "中央自然灾害救灾资金", "自然灾害救灾资金", "抗旱补助资金"])
payers = st.sampled_from([None, "财政部", "贵州省财政厅", "遵义市财政局"])
places = st.sampled_from([None, "贵州省", "遵义市", "仁怀市", "遵义市、毕节市"])
days = st.sampled_from([None, "2022", "2022-07", "2022-07-18", "2022-08-01"])
grant = st.fixed_dictionaries({"amount": amounts, "fund": funds, "payer": payers, "region": places, "date": days})
published = st.sampled_from([None, "2022-07-20", "2022-07-29", "2022-09-01", "2023-02-10"])
corpora = st.lists(st.tuples(published, st.lists(grant, max_size=3)), min_size=1, max_size=5)


@settings(deadline=None)
@given(corpora, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing_and_no_fact_stands_behind_itself(
    corpus: list[tuple[str | None, list[dict[str, Any]]]], random: object
) -> None:
    documents = [told(*grants, document=str(at), published=day) for at, (day, grants) in enumerate(corpus)]
    again = [*documents, documents[0]]
    random.shuffle(again)  # type: ignore[attr-defined]
    found = derived(*documents)
    assert derived(*again) == found
    for labels in ({"REPEATS", "OUTWEIGHED_BY"}, {"PASSED_DOWN_FROM"}):
        _no_circle([(e.source, e.target) for e in found.edges if e.label in labels])


one_fund = st.fixed_dictionaries(
    {
        "amount": st.sampled_from([240, 260, 12480, 12500]),
        "date": st.sampled_from([None, "2022-07-18", "2022-07"]),
        "payer": st.sampled_from(["财政部", "财政部、应急管理部"]),
    }
)
rumours = st.lists(st.tuples(published, st.lists(one_fund, min_size=1, max_size=2)), min_size=3, max_size=7)


@settings(deadline=None)
@given(rumours)
@example(
    [
        ("2022-07-20", [{"amount": amount, "date": None, "payer": "财政部"}])
        for amount in (12500, 12500, 12500, 260, 260, 12480)
    ]
)
def test_of_amounts_that_round_and_contradict_each_other_one_is_counted(
    corpus: list[tuple[str | None, list[dict[str, Any]]]],
) -> None:
    documents = [
        told(*(FULL | one for one in found), document=str(at), published=day) for at, (day, found) in enumerate(corpus)
    ]
    edges = derived(*documents).edges
    _no_circle([(e.source, e.target) for e in edges if e.label in {"REPEATS", "OUTWEIGHED_BY"}])


def _no_circle(edges: list[tuple[str, str]]) -> None:
    while edges:
        sources = {source for source, _ in edges}
        rest = [(source, target) for source, target in edges if target in sources]
        assert len(rest) < len(edges), edges
        edges = rest
