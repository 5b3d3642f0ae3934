"""The label of an event: the clause's predicate with its main arguments, as written, in at most 24 characters.

A label is made of stretches of the text in reading order (`Stretch`), so that every character of it
is the document's own: `财政部9月6日紧急下达水利救灾资金3.2亿元，…` → `财政部紧急下达水利救灾资金3.2亿元`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from kg.annotate.passage import Passage
from kg.extract.events.edges import Stretch, trimmed
from kg.extract.events.frames import ADVERBIAL, BACKGROUND, HELD, REPORTER, SPEECH, framed

__all__ = ["LONGEST", "Stretch", "label_of", "words_of"]

LONGEST = 24
"""Characters of the longest label, without blanks and quotation marks."""

_SHORTEST = 4
_UNCOUNTED = re.compile(r"[\s“”\"'‘’《》「」]")
_ASIDE = re.compile(r"[（(][^（）()]{0,30}[）)]")
_PLACE = re.compile(
    r"(?:在|于)[^，。；在于]{1,22}?(?=召开|举行|举办|开幕|开工|启动|成立|正式|挂牌|签署|组织|开展|视频)"
)
_ADVERB = re.compile(r"(?:联合|紧急|正式|分别|陆续|已经|累计|全部|先后|共同)")
_SINCE_WHEN = re.compile("[建设立办创始成起止晚早]于$")
_HEARSAY = re.compile("据|另据|有关|相关")
_TITLE = re.compile(r"《[^《》]{2,30}》")
_OPENING = re.compile(r"[（(]")
_FIELD = re.compile(r"(?<![\u4e00-\u9fff])(?P<what>[\u4e00-\u9fff]{2,12}(?:时间|日期|期限))(?:[为是][：:]?|[：:])$")
"""公示时间：|7月18日至24日: what it is the time of says all."""


def words_of(passage: Passage, stretches: list[Stretch]) -> str:
    """The text of the stretches, unfolded, without blanks at the ends."""
    raw = passage.state.article.raw
    words = "".join(raw[a:b] for a, b in stretches).strip(" \t\u3000，,、：:—")
    return words[:-1] if words.endswith(("）", ")")) and not _OPENING.search(words) else words


def label_of(passage: Passage, start: int, end: int, low: int, high: int) -> list[Stretch]:
    """The stretches that word the event dated by `text[start:end]`, looking no further than `low:high`.

    Only where that says too little (`自2024年1月1日起施行`) the segment before `low` is looked at.
    """
    text = passage.text
    if (field := _FIELD.search(text, low, start)) and (end == high or text[end] in "，。；（\n"):
        return [field.span("what")]
    clauses, whole = passage.clauses(low, high), passage.clauses(low, max(high, passage.segment_of(start)[1]))
    here = next((i for i, (a, b) in enumerate(clauses) if a <= start < b), None)
    if here is None:
        return _fitted(passage, trimmed(text, low, start) + trimmed(text, end, high))
    first = clauses[here]
    last = next((i for i, (a, b) in enumerate(clauses) if b >= end), here)
    before = trimmed(text, first[0], start)
    after = trimmed(text, end, max(end, clauses[last][1]))
    if SPEECH.match(text, end, clauses[last][1]) and after:
        told = _speaker(text, before, start, end) + after + _next(passage, whole, last + 1)
    elif _says_something(text, after) and not _is_dates(passage, after[0]):
        if not before and BACKGROUND.match(text, after[0][0]) and last + 1 < len(clauses):
            after = _next(passage, clauses, last + 1) or after
        else:
            after = _past_frame(passage, after, whole, last + 1)
            after = after[1:] if not before and len(after) > 1 and HELD.match(text, after[0][0]) else after
        told = _subject(text, before) + after
    elif before and _SINCE_WHEN.search(text, low, start):
        told = [(before[0][0], end)]  # 老桥建于1978年
    else:
        told = _subject(text, before) + _next(passage, clauses if before else whole, last + 1)
        if _size(text, told) < _SHORTEST:
            told = before + after
    if _size(text, told) < _SHORTEST:
        told = _enriched(passage, told, start, end, high)
    return _fitted(passage, told)


def _says_something(text: str, after: list[Stretch]) -> bool:
    return _size(text, after) >= 2 and not ADVERBIAL.fullmatch(text, after[0][0], after[-1][1])


def _is_dates(passage: Passage, stretch: Stretch) -> bool:
    """2月14日至16日，|18日至20日，两批学员报到: a clause that is only another date."""
    return any(date.start <= stretch[0] + 1 and stretch[1] <= date.end for date in passage.dates)


def _enriched(passage: Passage, told: list[Stretch], start: int, end: int, high: int) -> list[Stretch]:
    """A label too short to tell anything gets the title named before it, the next clause, or the one before."""
    text = passage.text
    low = passage.segment_of(start)[0]
    titles = list(_TITLE.finditer(text, low, start))
    if titles:
        return [(titles[-1].start(), titles[-1].end()), *told]
    clauses = passage.clauses(low, high)
    here = next((i for i, (a, b) in enumerate(clauses) if a <= start < b), 0)
    following = trimmed(text, *clauses[here + 1]) if here + 1 < len(clauses) and clauses[here + 1][0] >= end else []
    if following:
        return told + following
    return (_told_of(passage, *clauses[here - 1]) if here else []) + told


def _told_of(passage: Passage, start: int, end: int) -> list[Stretch]:
    """What a clause with a date of its own is about: 项目 of 项目于3月开工，6月|竣工; what it tells, where that comes first; a clause without one, whole."""
    text = passage.text
    date = next((d for d in passage.dates if start <= d.start < end), None)
    if date is None or not text[date.start].isdigit():
        return trimmed(text, start, end)
    begun = _BEGUN.search(text, start, date.start)
    before = trimmed(text, start, begun.start() if begun else date.start)
    if before and not _subject(text, before):
        return []  # 记者21日了解到，次日将停水
    return before if _size(text, before) >= 2 else trimmed(text, date.end, end)


_BEGUN = re.compile("(?:兴|始|新|创|修)?[建设立办创始成起]于$")
"""大桥|始建于1978年，2019年拆除."""


def _next(passage: Passage, clauses: list[Stretch], index: int) -> list[Stretch]:
    """The first clause from `index` that tells something, background clauses passed over."""
    text = passage.text
    told: list[Stretch] = []
    for number, (a, b) in enumerate(clauses[index : index + 3], index + 1):
        told = trimmed(text, a, b)
        hearsay = _HEARSAY.match(text, a) and SPEECH.match(text, a, b)
        if not told or _size(text, told) < _SHORTEST or hearsay or _is_dates(passage, told[0]):
            continue
        if SPEECH.match(text, a, b):
            return told + _next(passage, clauses, number)
        if number == len(clauses) or not BACKGROUND.match(text, told[0][0], b):
            return _past_frame(passage, told, clauses, number)
    return told


def _past_frame(passage: Passage, after: list[Stretch], clauses: list[Stretch], index: int) -> list[Stretch]:
    """Who does it, and what the next clause tells, where the first only says where and when: 各部门在县委领导下，完成…."""
    text = passage.text
    who = framed(text, after[0][0], after[-1][1]) if index < len(clauses) else None
    if who is None or any(date.start == clauses[index][0] for date in passage.dates):
        return after
    told = _next(passage, clauses, index)
    if _size(text, told) < _SHORTEST or _size(text, after + told) <= LONGEST:
        return after + told
    return ([who] if who[0] < who[1] else []) + told


def _speaker(text: str, before: list[Stretch], start: int, end: int) -> list[Stretch]:
    """Who says it, with the 在 of 在5日举行的会上: what stands before the date, unless that only says who speaks."""
    if before and SPEECH.search(text, before[0][0], before[-1][1]):
        return []
    held = before and start == before[-1][1] + 1 and text[start - 1] in "在从" and text.startswith(("的", "会", "在", "举行", "召开", "举办"), end)
    return [(before[0][0], start)] if held else before


def _subject(text: str, before: list[Stretch]) -> list[Stretch]:
    """What stands before the date in its clause, unless it only says who speaks."""
    if not before or SPEECH.search(text, before[0][0], before[-1][1]) or REPORTER.fullmatch(text, before[0][0], before[-1][1]):
        return []
    return before


def _size(text: str, stretches: list[Stretch]) -> int:
    return sum(len(_UNCOUNTED.sub("", text[a:b])) for a, b in stretches)


def _fitted(passage: Passage, stretches: list[Stretch]) -> list[Stretch]:
    """Shortened to `LONGEST`: brackets out, then places, titles before names, adverbs; then cut after a word."""
    text = passage.text
    for shorten in (_without(_ASIDE), _without(_PLACE), _from_name, _without(_ADVERB)):
        if _size(text, stretches) <= LONGEST:
            return stretches
        stretches = shorten(passage, stretches)
    return _cut(passage, stretches)


def _without(pattern: re.Pattern[str]) -> Callable[[Passage, list[Stretch]], list[Stretch]]:
    """A shortening that leaves out every match of `pattern`."""

    def cut(passage: Passage, stretches: list[Stretch]) -> list[Stretch]:
        kept: list[Stretch] = []
        for a, b in stretches:
            at = a
            for match in pattern.finditer(passage.text, a, b):
                kept.append((at, match.start()))
                at = match.end()
            kept.append((at, b))
        return [(a, b) for a, b in kept if a < b]

    return cut


def _from_name(passage: Passage, stretches: list[Stretch]) -> list[Stretch]:
    """Starts at the first person named, so that the title before the name falls away."""
    for person in passage.persons:
        for index, (a, b) in enumerate(stretches):
            rest = sum(y - x for x, y in stretches[index:]) - (person.start - a)
            if a <= person.start < b and rest >= 8:
                return [(person.start, b), *stretches[index + 1 :]]
    return stretches


_DANGLES = re.compile(r"(?:[的和与及在从于对向将把为、逾约近超.,]|\d)+$")
"""What a label cut short does not end in: a word that leads on, a number without its unit."""


def _cut(passage: Passage, stretches: list[Stretch]) -> list[Stretch]:
    """The first `LONGEST` characters, back to the end of a word."""
    text, room = passage.text, LONGEST
    kept: list[Stretch] = []
    ends = [b for _, b in passage.tokens]
    for a, b in stretches:
        size = _size(text, [(a, b)])
        if size <= room:
            kept.append((a, b))
            room -= size
            continue
        stop = a
        while stop < b and _size(text, [(a, stop + 1)]) <= room:
            stop += 1
        index = bisect_left(ends, stop)
        word = ends[index] if index < len(ends) and ends[index] == stop else ends[index - 1] if index else stop
        stop = word if a + 3 < word <= stop else stop
        if dangles := _DANGLES.search(text, a + 3, stop):
            stop = dangles.start()
        kept.append((a, stop))
        break
    return kept
