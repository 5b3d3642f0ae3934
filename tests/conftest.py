"""Extractions made by hand, for the tests of merge, graph, export and query."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.model import (
    Allocation,
    Document,
    Event,
    Evidence,
    Extraction,
    Fact,
    Membership,
    RegionRef,
    Rejected,
    Span,
    mentions,
)

FIRST = "财政部社会保障司司长云某平介绍，2021年3月2日，财政部、工信部下达湖北省防疫补助资金12.5亿元，其中武汉市3亿元。"
SECOND = '4月，闻人月\t任省财政厅党组书记、代厅长；"原"处长孔令某不再担任职务 \\ 。'
TEXT = f"{FIRST}\n{SECOND}\n"

Maker = Callable[..., Extraction]


def _evidence(document: Document, quote: str, rule: str = "test.rule") -> Evidence:
    start = document.text.index(quote)
    return Evidence(document.key, (Span(start, start + len(quote)),), quote, rule)


def _document(identifier: str, text: str) -> Document:
    return Document(
        id=identifier,
        text=text,
        source="/somewhere/" + identifier,
        title='关于<防疫>资金 & "其他"',
        published="2021-04-05",
        published_basis="manifest",
        publisher="财政部",
        number="财社〔2021〕7号",
        url="https://example.org/a?b=1&c=2",
        sha256="0" * 64,
    )


def _posts(document: Document) -> list[Fact]:
    first, second = _evidence(document, FIRST), _evidence(document, SECOND, "test.other")
    split = Evidence(document.key, (second.spans[0], first.spans[0]), SECOND + FIRST, "test.split", SECOND)
    return [
        Membership(
            evidence=first,
            person="云某平",
            role="司长",
            organization="财政部社会保障司",
            organization_text="财政部社会保障司",
            mentions=mentions(person=[Span(10, 13)], role=[Span(8, 10)]),
        ),
        Membership(
            evidence=second,
            person="闻人月",
            role="党组书记",
            organization="湖北省财政厅",
            organization_text="省财政厅",
            status="appointed",
            since="2021-04",
            also=(first,),
            warnings=("doubtful",),
        ),
        Membership(
            evidence=split,
            person="孔令某",
            role="处长",
            organization=None,
            organization_text=None,
            status="removed",
            since="2019",
            until="2021-04",
        ),
    ]


def _sums(document: Document) -> list[Fact]:
    first, second = _evidence(document, FIRST), _evidence(document, SECOND, "test.other")
    whole = Allocation(
        evidence=first,
        fund="防疫补助资金",
        amount=Decimal("1250000000.00"),
        amount_text="12.5亿元",
        qualifier="约",
        payer="财政部、工信部",
        payers=("财政部", "工信部"),
        action="下达",
        target="防疫 & <救治>",
        region="湖北省",
        regions=(RegionRef("湖北省", "420000"),),
        date="2021-03-02",
        confidence=0.9,
        inferred=(("date", "年份 → 2021"),),
    )
    part = Allocation(
        evidence=first,
        fund="防疫补助资金",
        amount=Decimal("300000000"),
        amount_text="3亿元",
        region="武汉市、各地",
        regions=(RegionRef("武汉市", "420100"), RegionRef("各地", None)),
        date="2021-03-02",
        part_of=whole.id,
        partition=1,
        stage="planned",
    )
    foreign = Allocation(
        evidence=second,
        fund=None,
        amount=Decimal("0.5"),
        amount_text="五角",
        currency="USD",
        amount_max=Decimal("0.75"),
        kind="cumulative",
    )
    event = Event(
        evidence=first,
        label="下达湖北省防疫补助资金",
        date_text="2021年3月2日",
        date="2021-03-02T09",
        date_basis="stated",
        participants=("财政部、工信部", "云某平", "各地"),
        location="湖北省",
        about=whole.id,
    )
    period = Event(
        evidence=second, label="任职", date_text="4月", date="2021-04/2021-05", date_basis="publication date"
    )
    return [whole, part, foreign, event, period]


def _extraction(identifier: str = "a.txt", text: str = TEXT) -> Extraction:
    document = _document(identifier, text)
    facts = (*_posts(document), *_sums(document))
    return Extraction(document, facts, (Rejected(document.id, "dates", "no year", "5日", 3, 5),))


@pytest.fixture(scope="session")
def make_extraction() -> Maker:
    """`make_extraction(id, text)`: three memberships, three allocations, two events; `text` must hold the sentences."""
    return _extraction


@pytest.fixture(scope="session")
def two_documents() -> list[Extraction]:
    """Two documents that tell the same."""
    return [_extraction(), _extraction("b.txt", "通知\n" + TEXT)]
