"""The user's corrections: what they are (`entries`, `collection`), how they are written (`toml`), and what they do to facts (`apply`)."""

from kg.merge.corrections.apply import Unmatched, corrected, facts_of, unmatched_of
from kg.merge.corrections.collection import NONE, Corrections, block_of
from kg.merge.corrections.entries import Entry, FactEntry, NameEntry, PersonsEntry, Place, Ruling
from kg.merge.corrections.toml import load, parse, read_text, render

__all__ = [
    "NONE", "Corrections", "Entry", "FactEntry", "NameEntry", "PersonsEntry", "Place", "Ruling", "Unmatched",
    "block_of", "corrected", "facts_of", "load", "parse", "read_text", "render", "unmatched_of",
]  # fmt: skip
