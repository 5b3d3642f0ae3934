"""Allocations: who gives how much, called what, for what and where, and which amount is part of which.

    words to amounts      reading (lead), respectively (分别), shares (各), rows (tables), lists       a Draft an amount: draft
    fact or not           asides that decide (but what is paid_anyway), judge by rules, payment by weights (but what is evident)
    what its words say    fund, target, recipient, receiving and destinations (places), payer, when: filled in by stated
    what others lend it   context, running, notice, members (of a list)
    part and whole        parts by words, sums, heads, totals and regroup by arithmetic, wholes by weights
    weighed at the end    placings (but where somebody speaks: scenes), dating, paying (of payer_names and paying_subject, told as called) and givers,
                          namings (of fund and mentions; name_bounds, own_names), purposes (of phrases in phrasing, phrases_behind, given and
                          governed; not of donors)
    out                   segment reads one sentence, extract the article, facts makes records of it
    knowledge             lexicon, fund_words, places, here (村里) and unnamed (that no table has)
"""

from __future__ import annotations

from kg.extract.allocations.extract import extract_allocations, finish_allocations

__all__ = ["extract_allocations", "finish_allocations"]
