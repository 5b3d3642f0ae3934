"""Allocations: who gives how much, called what, for what and where, and which amount is part of which.

    read_segment   words to amounts        reading.py
    judge          fact or not             judge.py
    find_*         fund, target, payer, place, date
    link           part and whole          parts.py
"""

from __future__ import annotations

from kg.extract.allocations.extract import extract_allocations, finish_allocations

__all__ = ["extract_allocations", "finish_allocations"]
