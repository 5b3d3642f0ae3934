"""Memberships: who holds, held, was appointed to or removed from which post where.

units.py      one title (organization + role), and a stack of titles
titles.py     the stacks of a passage
written.py    the body of a title as written; embedded.py: a holder inside a title
missions.py   where one is posted abroad, and the embassy
inherit.py    the organization of each title, resolved, inherited or from the context
bare.py       what a title that names no body points to; townships.py, topical.py: posts of townships, titles of no kind of body
heads.py      the place before the head of one (青川市市长); brands.py: companies by a short name; bracket_names.py: names with brackets
holders.py    the names after a stack
held.py       holders that 由 or 为 brings in; who quits
links.py      the words between a person and a title that follows
linked.py     the persons before such words
careers.py    the persons that CVs open with; those of dated lines, tables and brackets
subjects.py   whom the words name; discourse.py: whom 他 or an elided subject means
paired.py     a post left for another; a title in brackets behind one
roster.py     组长：… lists; officers.py: officers told off with their other posts; party_posts.py: posts of the Party beside the head of a house
emit.py       persons and titles → drafts
records.py    drafts of one article → facts, the last state of each post
"""

from kg.extract.memberships.extract import extract_memberships
from kg.extract.memberships.records import finish_memberships

__all__ = ["extract_memberships", "finish_memberships"]
