"""Rates on public value cases of money: `python -m bench.money_values DIR` reads DIR/*money*.jsonl.

A case is right if amount (the lower end of a range) and currency are; where the expected value is an
open multiple (`3000多` as 3,000 to 4,000) the stated number is enough.  Foreign reading habits of a
source are undone first: a bare `Dollar` or `Cent` is the yuan and its hundredth.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from kg.annotate.currencies import PREFIXES, SUFFIXES
from kg.annotate.money import parse
from kg.annotate.numerals import number

__all__ = ["expected", "main", "right"]

Expected = tuple[Decimal, str]
_SYMBOLS = {"US$": "USD", "JPY¥": "JPY", "¥": "CNY", "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR"}


def expected(value: Any) -> Expected:
    """Amount (lower end) and currency of a source's value: a dictionary, a symbol form, or a duckling form."""
    if isinstance(value, dict):
        low = value["num"][0] if isinstance(value["num"], list) else value["num"]
        case = str(value["case"])
        return Decimal(low), SUFFIXES.get(case) or PREFIXES.get(case, case)
    if value.startswith("("):
        _, unit, amounts = re.fullmatch(r"\((\w+) (\w+) \(?([\d., ]+)\)?\)", value).groups()  # type: ignore[union-attr]
        amount = Decimal(amounts.split(",")[0])
        return (amount / 100, "CNY") if unit == "Cent" else (amount, "CNY" if unit == "Dollar" else unit)
    symbol = next(s for s in sorted(_SYMBOLS, key=len, reverse=True) if value.startswith(s))
    amount_text = number(value.removeprefix(symbol))
    return amount_text if amount_text is not None else Decimal(-1), _SYMBOLS[symbol]


def right(case: dict[str, Any]) -> bool:
    """Whether the parser gives the expected amount and currency."""
    found = parse(case["text"])
    if found is None:
        return False
    amount, currency = expected(case["expected"][0]["value"])
    return abs(found[0] - amount) < Decimal("0.01") and found[1] == currency


def main() -> int:
    parser = argparse.ArgumentParser(description="Rates on public value cases of money.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", action="store_true", help="print every case that is wrong")
    arguments = parser.parse_args()
    for path in sorted(arguments.folder.glob("*money*.jsonl")):
        found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        wrong = [case for case in found if not right(case)]
        print(f"{path.stem}: {1 - len(wrong) / len(found):.3f} of {len(found)}")
        for case in wrong if arguments.show else ():
            print(f"  {case['text']}: {parse(case['text'])} for {case['expected'][0]['value']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
