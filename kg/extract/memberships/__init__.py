"""Memberships: who holds, held, was appointed to or removed from which post where.

titles.py    [organization] role, stacked, and the organization resolved
holders.py   the names after a stack
links.py     the words between a person and a title that follows
subjects.py  whom such words are about
records.py   drafts of one article → facts, the last state of each post
"""

from kg.extract.memberships.extract import extract_memberships
from kg.extract.memberships.records import finish_memberships

__all__ = ["extract_memberships", "finish_memberships"]
