"""Where the name that begins at a place ends, and whether one begins there: weighed by its characters and what stands around.

    副局长孟秋实在会上说      孟秋实, not 孟秋
    市长助理宁可为会后说      宁可为, not 宁可
    局长主持会议              none

The places are those where a name may stand: behind a title, in a list of names, after 由, at the head of a line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from math import floor

import rjieba

from kg.annotate.name_ends import PREDICATE, ends_here
from kg.annotate.name_words import NO_NAME, NOT_NAMES, OTHER_PEOPLES
from kg.annotate.names import HAN, given, is_stranger, score, takes_office
from kg.annotate.passage import Passage
from kg.annotate.registry import Registry
from kg.annotate.surnames import surname_of, surnames
from kg.extract.learned.weights import Candidate, Seen, load, total

__all__ = ["Form", "best_form", "forms"]

_RUN = re.compile(HAN + "{2,6}")
_MARKS = frozenset("，。；：、？！（）“”|")
_SYLLABLES = frozenset(character for word in OTHER_PEOPLES for character in word)
_NEVER_LAST = frozenset("的了们他她它我你寺县厅局委办院校系司队室团")
_LEAST = -0.7
"""The least log-odds of a name: a missed one costs a record, a wrong one no more than that."""
_LEAST_BODIED = -1.0
"""The same of what looks like one behind a title with its body, where hardly anything else can stand."""
_LEAST_COMMON = 1.0
"""The same of a common word (安排, 项目), which is a name only where much speaks for it."""
_COMMON = "common word"


_ADDRESSED = re.compile(HAN + "(?:先生|女士|小姐|师傅|嫂|婶|大姐|大爷|大妈|姓|总(?:$|[表介说指在和与及对向也的]))")
_PHRASE = re.compile(
    "(?:向|把)(?:记者|媒体|大家|社会|公众|群众|村民|市民|居民|观众|职工|本报|各界|上级|全[国省市县州区体镇乡村])|却|边[走说吃喝看干]|"
    "和(?:老(?!虎)|学生|企业|来宾|嘉宾|群众|村民|家属|武警|消防|官兵|部分|其他|有关|相关|全体)|曾(?:经|任|对|向|多次|表示|介绍|鼓励|致函|致电|来函|来信|建议|提出|指出|说过|参与|参加)"
)
"""A preposition and its noun, an adverb and its verb, whose first character is a surname too."""
_FAR = re.compile("长(?:江[东西南北中]?(?:路|街|大道|[大一二三]桥|流域|沿岸)|安(?:路|大?街)|街|征(?:路|精神))")
"""行长|江西路, 镇长|江路: the 长 of a place's name, which ends no title."""


@dataclass(frozen=True, slots=True)
class Form:
    """One reading of a place: the name ends at `end`; `signs` are its features; `least` are the log-odds that it needs."""

    end: int
    signs: Candidate
    least: float


def forms(passage: Passage, start: int, place: str, role: str, stops: frozenset[int], names: Registry) -> tuple[Form, ...]:
    """The readings of the place `start`, the shortest first.

    `place` says what kind of place it is, `role` is the title before it, `stops` are where titles begin.
    """
    text = passage.text
    run = _RUN.match(text, start, passage.end)
    nobody = run and ("某" in run[0][1:3] or (run[0][0] == "老" and run[0][1] in surnames()))
    other = run and (_ADDRESSED.match(run[0]) or NO_NAME.match(run[0]) or _PHRASE.match(run[0]) or (start and _FAR.match(text, start - 1)))
    if not run or nobody or other or takes_office(text, start):
        return ()  # 黄某某 is nobody's name, 黄女士 and 老牛 no full ones, 向记者 none
    longest = max((n for n in (5, 6) if n <= len(run[0]) and is_stranger(run[0][:n])), default=min(4, len(run[0])))
    ends = [end for end in range(start + 2, start + longest + 1) if text[end - 1] not in _NEVER_LAST and not _is_miscut(text, start, end)]
    sums = [score(text[start:end]) + ends_here(text, end) for end in ends]
    agreed = [0.0 if _is_word(text[start:end]) else names.agreement(text, start, text[start:end]) for end in ends]
    around = Seen(tuple(_around(passage, start, place, role)))
    return tuple(
        Form(
            end,
            (around, *_own(passage, start, end, place, stops, names), *_beside(sums, agreed, i)),
            _least(text[start:end], place),
        )
        for i, end in enumerate(ends)
    )


def _is_miscut(text: str, start: int, end: int) -> bool:
    """Does the reading take in what is no part of a name (稽山便|带着, 宋玉珍则|补充, 谷禾明确|说), or leave its end (张允|和带了)?"""
    size, last = end - start, text[end - 1]
    if last == "集" and text.startswith("团", end):
        return True  # 华润集|团
    if (done := _DONE.match(text, end)) and done[1] not in surnames() and rjieba.tag(done[1], False)[0][1][0] == "v":
        return True
    if size == 4 and (said := PREDICATE.match(text, end - 2)) and len(said[0]) > 1 and not is_stranger(text[start:end]):
        return True
    bare = end < len(text) and text[end] not in _MARKS and not text[end].isspace()
    shared = last == "均" and "、" in text[max(0, start - _LISTED) : start]
    adverb = last in _ADVERBIAL or shared or (last == "则" and text[end - 2] != "正")
    return size > 2 and (last in "兼对" or (adverb and bare))


_DONE = re.compile(f"[和及与合]({HAN})[了着过下来](?!属|辖)")
"""和 and a verb, which it cannot join to a name."""
_ADVERBIAL = frozenset("便又也还就已却亦")
"""Adverbs that end no given name of two characters where more than a mark follows."""
_LISTED = 24
"""How far back another person of the same list may stand: A、B均表示."""


@lru_cache(maxsize=1 << 14)
def _is_word(name: str) -> bool:
    """Is it a word that any article repeats, so that it is no sign of a name to stand there again (组长|强调)?"""
    words = rjieba.tag(name, False)
    return name in NOT_NAMES or (len(words) == 1 and words[0][1] in _WORD_TAGS)


_WORD_TAGS = ("v", "d", "a", "ad", "vd", "p", "c")


def best_form(readings: Sequence[Form]) -> tuple[Form, float] | None:
    """The likeliest reading with its log-odds; None where it is not likely enough."""
    table = load("person_names")
    weighed = [(total(table, reading.signs), reading) for reading in readings]
    weight, reading = max(weighed, key=lambda pair: pair[0], default=(_LEAST_BODIED, None))
    return (reading, weight) if reading and weight >= reading.least else None


def _least(name: str, place: str) -> float:
    return _LEAST_COMMON if name in NOT_NAMES else _LEAST_BODIED if place == "bodied" and score(name) >= 1 else _LEAST


def _around(passage: Passage, start: int, place: str, role: str) -> Iterator[str]:
    """What is seen of the place itself."""
    before = passage.text[max(passage.start, start - 1) : start] or "|"
    yield from ("always", f"place {place}", f"before {before}", f"role {role[-2:]}", f"border {_is_border(passage, start)}")
    words = rjieba.tag(passage.text[start : min(start + 9, passage.end)], False)
    tags = [f"{tag[:1]}{min(len(word), 4)}" for word, tag in words]
    yield from (f"opens {words[0][0]}", f"opens as {tags[0]} {place}", f"goes on as {' '.join(tags[:2])}", f"reads {' '.join(tags[:3])}")


def _own(
    passage: Passage, start: int, end: int, place: str, stops: frozenset[int], names: Registry
) -> Iterator[Seen]:
    """What is seen of one reading: its characters, what follows, and how words are cut there."""
    text = passage.text
    name, size = text[start:end], end - start
    mine, mark = score(name), ends_here(text, end)
    surname = surname_of(name)
    rest = name[len(surname) :] if surname else name
    yield _reached("name over", floor(mine), -6, 8, f" {place}")
    yield _reached("name over", floor(mine), -6, 8, f" of {size}")
    yield _reached("end over", floor(mark), -6, 8)
    yield _reached("sum over", floor(mine + mark), -8, 12)
    for i, character in enumerate(rest[:2]):
        yield _reached(f"given {i} over", floor(given(character)), -2, 5)
    words = _words(name)
    yield Seen((
        f"size {size}", f"surname {surname}", f"surname rank {surnames()[surname]:.0f}" if surname else f"stranger {is_stranger(name)}",
        f"given {len(rest)}", f"words {words}", f"words {words} {place}", f"last {name[-1]}", f"last two {name[-2:]}",
        f"other peoples {name[:2] in OTHER_PEOPLES} {sum(c in _SYLLABLES for c in name)} of {size}",
    ))  # fmt: skip
    yield Seen(tuple(_behind_name(passage, end, place, name, stops)))
    if surname and names.called(text, surname):
        yield _CALLED


_CALLED = Seen(("called",))


def _behind_name(passage: Passage, end: int, place: str, name: str, stops: frozenset[int]) -> Iterator[str]:
    """What follows the name, and whether words and titles begin there."""
    behind, tag, across = _behind(passage.text[end - 1 : min(end + 5, passage.end)])
    follower = passage.text[end : min(end + 1, passage.end)].strip() or "|"
    size, last, border = len(name), name[-1], _is_border(passage, end)
    if name in NOT_NAMES:
        yield from (_COMMON, f"{_COMMON} {tag}")
    yield from (f"next {follower}", f"last next {last}{follower}", f"stops {follower in _MARKS} {size} {place}")
    yield from (f"behind tag {tag} {place}", f"behind tag {tag} {place} {size} {border}", f"behind tag {tag} words {_words(name)}")
    yield from (f"behind {behind}", f"behind tag {tag}", f"behind tag {tag} {size}", f"across {across}", f"across {across} {tag}")
    yield from (f"border end {border}", f"title {end in stops}", f"next title {any(end < s <= end + 2 for s in stops)}")
    yield f"last {last} title {end in stops}"


def _beside(sums: Sequence[float], agreed: Sequence[float], i: int) -> Iterator[Seen]:
    """How the reading compares with the others of the place, by characters and by how often each stands in the text."""
    both = [a + b for a, b in zip(sums, agreed, strict=True)]
    rival = max((both[k] for k in range(len(both)) if k != i), default=-12.0)
    yield _reached("lead over", floor(both[i] - rival), -5, 6)
    yield _agreed(min(3.0, agreed[i]))
    longer = max((agreed[k] for k in range(i + 1, len(agreed))), default=0.0)
    yield _beside_others(f"{longer >= agreed[i] > 0}" if longer else "", max(-12, min(14, 2 * int(both[i] // 2))))


@cache
def _agreed(how: float) -> Seen:
    return Seen(tuple(f"agreed over {k / 2}" for k in range(1, 7) if how >= k / 2))


@cache
def _beside_others(longer: str, both: int) -> Seen:
    return Seen((f"longer agreed {longer}" if longer else "longer none", f"both over {both}"))


def _reached(what: str, value: int, low: int, high: int, of: str = "") -> Seen:
    """A score as features: the steps from `low` up to `high` that it reaches."""
    return _steps(what, low, max(low, min(value + 1, high)), of)


@cache
def _steps(what: str, low: int, stop: int, of: str) -> Seen:
    return Seen(tuple(f"{what} {k}{of}" for k in range(low, stop)))


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> str:
    """The tags of the words that a segmenter cuts the name into, with their lengths: n2, nr1 ng1."""
    return " ".join(f"{tag[:2]}{len(word)}" for word, tag in rjieba.tag(name, False))


@lru_cache(maxsize=1 << 14)
def _behind(window: str) -> tuple[str, str, str]:
    """The word behind a name, its tag, and the tag of a word that the end of the name would cut through ("-": none)."""
    word, tag = (rjieba.tag(window[1:], False) or [("|", "x")])[0]
    over, other = rjieba.tag(window, False)[0]
    return word, tag[:1], other[:2] if len(over) > 1 else "-"


def _is_border(passage: Passage, at: int) -> bool:
    """Does a word of the segmenter begin at `at`?"""
    i = bisect_left(passage.tokens, (at, at))
    return i >= len(passage.tokens) or passage.tokens[i][0] == at
