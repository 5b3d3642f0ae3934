"""The label of an event: the clause's predicate with its main arguments, as written, in at most 24 characters.

A label is made of stretches of the text in reading order (`Stretch`), so that every character of it
is the document's own: `财政部9月6日紧急下达水利救灾资金3.2亿元，…` → `财政部紧急下达水利救灾资金3.2亿元`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from kg.annotate.alternation import at_a_glance
from kg.annotate.dates.words import any_of
from kg.annotate.passage import Passage
from kg.extract.events.frames import ADVERBIAL, BACKGROUND, REPORTER, SPEECH, framed

__all__ = ["LONGEST", "Stretch", "label_of", "words_of"]

Stretch = tuple[int, int]

LONGEST = 24
"""Characters of the longest label, without blanks and quotation marks."""

_SHORTEST = 4
_UNCOUNTED = re.compile(r"[\s“”\"'‘’《》「」]")
_AFTER_DATE = any_of(
    "左右 许 后(?=[首再又即才就]) 多钟 多(?=[，,]) 起 止 以来 前后 开始 统计 之后 以后 那天 当天 又 已 已经 还 也 就 便 才 即 再(?![次度]) 均",
    "都 仍 正 正式 一度 共",
)
_WILL_DO = "将(?=[于在会与对继全正召举启开实施组安完逐陆])"
_HEAD = re.compile(rf"(?:{_AFTER_DATE}|{_WILL_DO}|的(?!士)|[，,：:、）)\s”])+")
_LINKS = any_of(
    "而 但 并 且 同时 此外 另外 另据了解 据了解 据悉 其中 当(?![选地时年天日场]) 如 此前 此前的 而当 随后 随即 接着 为此 原来 目前 截至"
)
_LEAD_IN = re.compile(rf"(?:[-—•·●■◆▲○★*]+|[（(]?[一二三四五六七八九十\d]+[）)、.．]|[（(]|(?:{_LINKS})(?=\S))+")
_BEFORE_DATE = any_of(
    "自 从 于 在 到 至 截至 早在 直到 已是 已经是 是 定于 计划于 拟于 将于 应于 须于 要在 应当于 请于 应在 须在 将在",
    "的 由 为 即 当 又 已 还 也 北京时间 当地时间",
)
_TAIL = re.compile(at_a_glance(rf"(?:(?:(?<!用)|(?!于))(?:(?<![报签遇收看解得接找来达感受赶遭听见想查])|(?!到))(?:{_BEFORE_DATE})|[，,：:、（(\s“])+$"))
_ASIDE = re.compile(r"[（(][^（）()]{0,30}[）)]")
_PLACE = re.compile(
    r"(?:在|于)[^，。；在于]{1,22}?(?=召开|举行|举办|开幕|开工|启动|成立|正式|挂牌|签署|组织|开展|视频)"
)
_ADVERB = re.compile(r"(?:联合|紧急|正式|分别|陆续|已经|累计|全部|先后|共同)")
_SINCE_WHEN = re.compile("[建设立办创始成起晚早]于$")
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
        return _fitted(passage, _trimmed(text, low, start) + _trimmed(text, end, high))
    first = clauses[here]
    last = next((i for i, (a, b) in enumerate(clauses) if b >= end), here)
    before = _trimmed(text, first[0], start)
    after = _trimmed(text, end, max(end, clauses[last][1]))
    if SPEECH.match(text, end, clauses[last][1]) and after:
        told = _speaker(text, before, start, end) + after + _next(passage, whole, last + 1)
    elif _says_something(text, after) and not _is_dates(passage, after[0]):
        if not before and BACKGROUND.match(text, after[0][0]) and last + 1 < len(clauses):
            after = _next(passage, clauses, last + 1) or after
        else:
            after = _past_frame(passage, after, whole, last + 1)
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
    following = _trimmed(text, *clauses[here + 1]) if here + 1 < len(clauses) and clauses[here + 1][0] >= end else []
    if following:
        return told + following
    return (_trimmed(text, *clauses[here - 1]) if here else []) + told


def _next(passage: Passage, clauses: list[Stretch], index: int) -> list[Stretch]:
    """The first clause from `index` that tells something, background clauses passed over."""
    text = passage.text
    told: list[Stretch] = []
    for number, (a, b) in enumerate(clauses[index : index + 3], index + 1):
        told = _trimmed(text, a, b)
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


_MARKUP = re.compile(r"(?:</?\w[^<>]*>|[#>*] ?)+")
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
_DATELINE = re.compile(
    r"[\u4e00-\u9fff]{2,10}?(?:讯|消息|电)[ \u3000]*(?:[（(][^（）()]{0,30}[）)][ \u3000：:]*)+"
    r"|[\u4e00-\u9fff]{2,8}?(?<![通短资音电])[讯电][ \u3000]+"
    rf"|[^，。；：\d]{{2,14}}{_DAY}(?:专?电|讯|消息|信息)[ \u3000]*(?:[（(][^（）()]{{0,30}}[）)])?[ \u3000：:/]*"
)
"""本报讯（记者 阮清禾） · 央视网消息（新闻联播）： · 云河讯　 · 新华网云河5月6日电"""


def _trimmed(text: str, start: int, end: int) -> list[Stretch]:
    """`text[start:end]` without conjunctions, adverbs and prepositions at its ends; empty if nothing is left."""
    for pattern in (_MARKUP, _DATELINE, _LEAD_IN, _HEAD):
        match = pattern.match(text, start, end)
        start = match.end() if match else start
    match = _TAIL.search(text[start:end])
    end = start + match.start() if match else end
    return [(start, end)] if start < end else []


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


_DANGLES = "的和与及在从于对向将把为、"
"""What a label cut short does not end in."""


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
        while stop > a + 3 and text[stop - 1] in _DANGLES:
            stop -= 1
        kept.append((a, stop))
        break
    return kept
