"""Whom a link is about: the persons named right before it, after an anchor verb, or the subject carried on."""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.memberships.holders import Named, listed_from, person_at
from kg.extract.memberships.links import ANCHORS

__all__ = ["carried", "context_status", "mode_of", "persons_before", "set_subject"]

_FILLER = re.compile(
    r"(?:同志|先生|女士)?(?:（[^（）\n]{1,40}）)?(?:同志)?(?:因[^，。；]{1,16}[，]?)?(?:自愿|申请|请求|提出)?(?:已|还|也|现|将|均|又|则|同时|随后|即|便|就|正式|依法|兼|分别|一直|仍|曾|自[^，。；]{2,14}起|于[^，。；]{2,14}|[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?)?[，]?"
)
_CLAUSE = re.compile(r"[，。；：！？\n、“”]")
_MODE = re.compile(r"(?:决定|予以|依法|提请)?(任命|免去|免职|任职|辞去|辞职|接受|聘任|选举|补选|增补|批准任命|批准免去|撤销)")
_MODES = {"任命": "appointed", "任职": "appointed", "聘任": "appointed", "选举": "appointed", "补选": "appointed", "增补": "appointed", "批准任命": "appointed"}
_PRONOUN = re.compile(r"(?:他|她|其|本人)(?:还|也|现|曾|同时|又|先后|后来|此前|后|一直|仍|将|已)?$")
_CV = re.compile(r"，(?:男|女)[，。]|（(?:男|女)[，）]")


def persons_before(passage: Passage, low: int, end: int) -> list[Named]:
    """The persons whose list ends at `end` (padding words between allowed), not before `low`."""
    text = passage.text
    starts = [low, *(m.end() for m in _CLAUSE.finditer(text, low, end)), *(m.end() for m in ANCHORS.finditer(text, low, end))]
    starts += [m.end for m in passage.persons if low <= m.end <= end] and []
    for start in sorted(set(starts), reverse=True):
        while start < end and text[start] == " ":
            start += 1
        named = listed_from(passage, start, frozenset(), threshold=1.6)
        if named and _FILLER.fullmatch(text, named[-1].end, end):
            return _whole_list(passage, named, low)
    known = [m for m in passage.persons if low <= m.start and m.end <= end and _FILLER.fullmatch(text, m.end, end)]
    return [Named(m.start, m.end, m.name, 4.0) for m in known[-1:]]


def _whole_list(passage: Passage, named: list[Named], low: int) -> list[Named]:
    """A list found from its last member: take the members before it too (A、B为…)."""
    text, first = passage.text, named[0].start
    while first > low and text[first - 1] in "、和":
        floor = max([low, *(m.end() for m in re.finditer(r"[，。；：！？\n、“”]", text[low : first - 1])), low])
        start = max([low, *(low + m.end() for m in _CLAUSE.finditer(text[low : first - 1])), *(low + m.end() for m in ANCHORS.finditer(text[low : first - 1]))])
        one = person_at(passage, max(start, floor if start < floor <= first - 2 else start), threshold=1.6)
        if not one or not re.fullmatch(r"(?:（[^（）\n]{1,30}）)?", text[one.end : first - 1]):
            break
        named = [one, *named]
        first = one.start
    return named


def carried(passage: Passage, low: int, end: int) -> Named | None:
    """The subject carried on: 他/其 right before, or the person that the paragraph is about (a CV line)."""
    subject = passage.state.memory.get("subject")
    if not isinstance(subject, Named):
        return None
    head = passage.text[low:end]
    about = passage.state.memory.get("subject_passage") == passage.start
    return subject if about or _PRONOUN.search(head) else None


def set_subject(passage: Passage, named: Named) -> None:
    """The person whom the next clauses are about, until another is named."""
    passage.state.memory["subject"] = named
    passage.state.memory["subject_passage"] = passage.start


def mode_of(line: str) -> str | None:
    """What a heading such as 二、决定免去： announces for the lines after it."""
    if len(line) > 30 or not line.rstrip().endswith(("：", "任命", "免去", "免职", "任职")):
        return None
    found = _MODE.findall(line)
    return _MODES.get(found[-1], "removed") if found else None


def context_status(passage: Passage, low: int, end: int) -> str | None:
    """Appointment or removal, by the last such verb of the segment, else of the passage, else of the heading."""
    for start in (low, passage.start):
        found = _MODE.findall(passage.text[start:end])
        if found:
            return _MODES.get(found[-1], "removed")
    mode = passage.state.memory.get("mode")
    return mode if isinstance(mode, str) else None


def is_cv(passage: Passage, end: int) -> bool:
    """Does the passage open as a CV line does: 申屠衡，男，汉族，…?"""
    return bool(_CV.match(passage.text, end))
