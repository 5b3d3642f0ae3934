"""Spoken amounts: 两毛五, 三块零四, 七蚊, 15k, 几十万块."""

from __future__ import annotations

from decimal import Decimal

__all__ = ["colloquial"]


def colloquial(text: str) -> tuple[Decimal, str, Decimal | None] | None:
    """`(amount, currency, upper end or None)` of a spoken amount, or None."""
    return None
