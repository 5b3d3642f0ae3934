"""Dates as Chinese texts write them: found (`atoms`, `grammar`), judged (`filters`), resolved (`resolve`).

text ─atoms→ words ─grammar→ Expression ─filters→ what situates something ─resolve→ ISO 8601
"""

from kg.annotate.dates.annotate import annotate_dates
from kg.annotate.dates.values import parse

__all__ = ["annotate_dates", "parse"]
