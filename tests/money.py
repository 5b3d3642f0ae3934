"""Allocations for tests: documents with some made by hand, and what is read from a text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from kg.annotate.regions import candidates
from kg.extract.run import extract
from kg.model import Allocation, Document, Evidence, Extraction, RegionRef, Span

__all__ = ["FULL", "told", "wholes"]

FULL = {"fund": "中央自然灾害救灾资金", "payer": "财政部", "region": "贵州省", "date": "2022-07-18"}


def told(*grants: dict[str, Any], document: str, published: str | None = "2022-07-20", text: str = "") -> Extraction:
    """One document with some allocations, each at a place of its own."""
    text = (text or f"第{document}号文件，与别的都不同：" + document * 40) + "　" * 20
    known = Document(document, text, published=published)
    return Extraction(known, tuple(_allocation(known, at, **grant) for at, grant in enumerate(grants)))


def _allocation(document: Document, at: int, amount: int, **fields: Any) -> Allocation:
    evidence = Evidence(document.key, (Span(at, at + 1),), document.text[at : at + 1], "test")
    payers = tuple(filter(None, (fields.get("payer") or "").split("、")))
    names = list(filter(None, (fields.get("region") or "").split("、")))
    regions = tuple(RegionRef(name, candidates(name)[0].code if candidates(name) else None) for name in names)
    fields = {"fund": None, "date": None, **fields}
    return Allocation(
        evidence=evidence, amount=Decimal(amount), amount_text=f"{amount}元", payers=payers, regions=regions,
        confidence=0.8, **fields,
    )  # fmt: skip


def wholes(text: str) -> dict[str, str | None]:
    """The amounts that are facts, each with the amount that it is part of."""
    found = [f for f in extract(Document("d", text, published="2023-06-15")).facts if isinstance(f, Allocation)]
    amounts = {f.id: f.amount_text for f in found}
    return {f.amount_text: amounts[f.part_of] if f.part_of else None for f in found}
