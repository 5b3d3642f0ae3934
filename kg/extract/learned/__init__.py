"""Decisions that are weighed, not ruled: each a table of weights of what is seen, trained on the project's own documents.

weights.py       features → sum of their weights, the best of several candidates
fund_names.py    where the name of a fund begins
purposes.tsv     which phrase says what money is for (kg.extract.allocations.purposes)
"""
