"""Decisions that are weighed, not ruled: each a table of weights of what is seen, trained on the project's own documents.

weights.py         features → sum of their weights; the best of several candidates; log odds → probability
phrases.py         what is seen of a phrase itself: its words, and what stands around it
fund_names.py      where the name of a fund begins
person_names.py    which characters where a name is due are a person's name
payment.tsv        is an amount a payment?                          kg.extract.allocations.payment
wholes.tsv         which amount is it part of?                      kg.extract.allocations.wholes
namings.tsv        which name is its own?                           kg.extract.allocations.namings
purposes.tsv       which phrase says what it is for?                kg.extract.allocations.purposes
datings.tsv        which date is its own?                           kg.extract.allocations.dating
payings.tsv        who pays?                                        kg.extract.allocations.paying
placings.tsv       where does it go?                                kg.extract.allocations.placings

bench/train.py makes the tables.
"""
