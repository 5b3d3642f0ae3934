"""Why is this in the graph?  One fact: its sentence, its rule, what was filled in and from where, how sure it is.

print(explain("exports", "3f2a").text())
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from kg.annotate.fold import fold
from kg.export.jsonl import Line
from kg.export.labels import FAMILIES, FIELDS, field_values
from kg.export.marks import pieces
from kg.extract.confidence import ANY, curves
from kg.query.lookup import find_fact

__all__ = ["Explanation", "Filled", "Rule", "explain", "rules"]

_OF_MONEY = ("fund", "payer", "action", "target", "region", "date")
_LINKS = {"part_of": "part of 其中", "about": "about 所述"}
_CORRECTIONS = {
    "reject": "rejected by the user: it does not hold 已被否定",
    "edit": "edited by the user 已修改",
    "add": "added by the user 人工补充",
}
_BLANK = re.compile(r"\s")
_LITTLE = 0.03
"""Difference of confidence that is not worth a word."""


class Rule(NamedTuple):
    """What a rule looks for, in English and Chinese, and an example."""

    description: str
    chinese: str
    example: str


class Filled(NamedTuple):
    """A field that its sentence does not spell out: how it was found, and the sentence it comes from, if known."""

    field: str
    how: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of a fact.

    `sentence` has its parts in 【…·name】, `elsewhere` lists those that stand outside it; `others` are the facts that
    it points at (its whole, what it is about), by id.
    """

    line: Line
    sentence: str
    elsewhere: tuple[str, ...]
    rule: Rule | None
    filled: tuple[Filled, ...]
    reasons: tuple[str, ...]
    others: Mapping[str, Line]

    def text(self) -> str:
        """The explanation as lines for the screen, with a line feed at the end."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        line = self.line
        zh, en = FAMILIES[line["type"]]
        places = ", ".join(f"{a}–{b}" for a, b in line["spans"])
        yield f"{en} {zh}  {line['id']}"
        yield from (f"  {_name(key)}: {value}" for key, value in field_values(line))
        for key, name in _LINKS.items():
            if other := self.others.get(line.get(key) or ""):
                yield f"  {name}: {other['id'][:8]} {other['quote']}"
        yield from self._correction()
        yield f"\nsentence 原文  {line['document']}, {places}"
        yield from (f"  {part}" for part in self.sentence.splitlines())
        yield from (f"  elsewhere 句外: {place}" for place in self.elsewhere)
        yield f"\nrule 规则  {line['rule']}"
        if self.rule:
            yield f"  {self.rule.description}"
            yield f"  {self.rule.chinese}，例：{self.rule.example}"
        yield "\nfilled in 推断"
        for item in self.filled:
            yield f"  {_name(item.field)}: {item.how}"
            if item.source:
                yield f"    from 出自: {item.source}"
        if not self.filled:
            yield "  nothing: the sentence says it all 无"
        yield f"\nconfidence 置信度  {line['confidence']:.2f}"
        yield from (f"  {reason}" for reason in self.reasons)


    def _correction(self) -> Iterator[str]:
        """What the user said of it."""
        told = self.line.get("correction")
        if not told:
            return
        yield f"\ncorrection 人工更正  {_CORRECTIONS[told['kind']]}, {told['entry'][:12]}"
        if "replaces" in told:
            held = self.line["id"] != told["replaces"]
            yield f"  instead of 取代: {told['replaces'][:12]}" if held else f"  replaced by 被取代: {told['replaced_by'][:12]}"
        yield from (f"  {_name(key)}: was 原为 {value or '∅'}" for key, value in (told.get("before") or {}).items())
        if "note" in told:
            yield f"  note 备注: {told['note']}"


def explain(graph: str | Path, fact_id: str) -> Explanation:
    """Explain the fact of `graph` (a folder, or a `.ttl` file) whose id begins with `fact_id`.

    Raises UsageError where no fact, or more than one, is meant; InputError for what is no graph.
    """
    line, others = find_fact(graph, fact_id)
    filled = tuple(_filled(line, others))
    return Explanation(
        line,
        _marked(line),
        tuple(_elsewhere(line)),
        rules().get(line["rule"]),
        filled,
        tuple(_reasons(line, filled)),
        others,
    )


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule of the extractors by its id."""
    table = (files("kg.extract") / "rules.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
    return {row["rule"]: Rule(row["description"], row["说明"], row["example"]) for row in rows}


def _marked(line: Line) -> str:
    """The quote, with the parts that stand in it marked."""
    found, at = [], 0
    marks = [(a, b, name) for name, spans in line["mentions"].items() for a, b in spans]
    for start, end in line["spans"]:
        for a, b, names in pieces(start, end, marks):
            text = line["quote"][at + a - start : at + b - start]
            label = "/".join(dict.fromkeys(map(_chinese, names)))
            found.append(f"【{text}·{label}】" if names else text)
        at += end - start
    return "".join(found)


def _elsewhere(line: Line) -> Iterator[str]:
    for name, spans in line["mentions"].items():
        for a, b in spans:
            if not any(start <= a and b <= end for start, end in line["spans"]):
                yield f"{_name(name)} {a}–{b}"


def _filled(line: Line, others: Mapping[str, Line]) -> Iterator[Filled]:
    """What the extractor says it inferred; then what the line itself shows to be inferred."""
    told = dict(line.get("inferred") or {})
    yield from (Filled(key, how) for key, how in told.items())
    basis = line.get("date_basis")
    if basis not in (None, "stated") and "date" not in told:
        yield Filled("date", f"{line['date_text']} → {line['date']} ({basis})")
    written, body = line.get("organization_text"), line.get("organization")
    if body and body != written and "organization" not in told:
        yield Filled("organization", f"{written or '∅'} → {body}")
    if line["type"] == "allocation":
        unsaid = [key for key in _OF_MONEY if line.get(key) and key not in told and key not in line["mentions"]]
        yield from _not_said(line, unsaid, others.get(line.get("part_of") or ""))
        if "date" not in told:
            yield from _completed(line)


def _not_said(line: Line, keys: list[str], whole: Line | None) -> Iterator[Filled]:
    """Fields that the whole has too and the part does not repeat; then those in other words than the sentence's."""
    apart = whole is not None and whole["quote"] != line["quote"]
    for key in keys:
        value = str(line[key])
        if whole is not None and line[key] == whole.get(key) and not (apart and _says(line, value)):
            yield Filled(key, f"{value} (from the whole 承总额 {whole['id'][:8]})", whole["quote"] if apart else None)
        elif not _says(line, value):
            yield Filled(key, f"{value} (not in these words in the sentence 句中无此原字)")


def _completed(line: Line) -> Iterator[Filled]:
    """The date of a sum whose words in the sentence have no such year."""
    for a, b in line["mentions"].get("date", ()):
        written = _slice(line, a, b)
        if written and line["date"] and line["date"][:4] not in fold(written):
            yield Filled("date", f"{written} → {line['date']}")


def _slice(line: Line, start: int, end: int) -> str:
    """The quote's words at these offsets of the document; "" where they stand outside it."""
    at = 0
    for low, high in line["spans"]:
        if low <= start and end <= high:
            return str(line["quote"][at + start - low : at + end - low])
        at += high - low
    return ""


def _says(line: Line, value: str) -> bool:
    """Does the sentence have the value, or each of several, in these words?"""
    quote = _BLANK.sub("", fold(line.get("quote_restored") or line["quote"]))
    return all(_BLANK.sub("", fold(part)) in quote for part in value.split("、"))


def _reasons(line: Line, filled: tuple[Filled, ...]) -> Iterator[str]:
    """What makes for the confidence: how the rule has done, and what of this fact is better or worse than usual."""
    curve = curves().get((line["type"], line["rule"])) or curves().get((line["type"], ANY))
    if _is_the_users(line):
        yield "stated by the user, not estimated 由用户写明，不作估计"
    elif curve and curve.facts:
        share = curve.right / curve.facts
        yield f"rule 规则: {curve.right} of {curve.facts} facts like it were right on annotated documents ({share:.0%})"
        away = line["confidence"] - share
        how = "as usual 与该规则平均相当"
        if abs(away) > _LITTLE:
            how = "surer than usual 高于该规则平均" if away > 0 else "less sure than usual 低于该规则平均"
        yield f"this fact 本条: {how}"
    if filled:
        yield f"filled in 推断: {'、'.join(dict.fromkeys(_chinese(item.field) for item in filled))}"
    if line.get("also"):
        yield f"said again 另见: {len(line['also'])}"
    yield from (f"warning 警告: {warning}" for warning in line.get("warnings") or ())


def _is_the_users(line: Line) -> bool:
    """Is it what the user added, or made of another fact?"""
    told = line.get("correction") or {}
    return told.get("kind") in ("add", "edit") and line["id"] != told.get("replaces")


def _chinese(key: str) -> str:
    return FIELDS[key][0] if key in FIELDS else key


def _name(key: str) -> str:
    """`person 人物`."""
    return f"{FIELDS[key][1]} {FIELDS[key][0]}" if key in FIELDS else key
