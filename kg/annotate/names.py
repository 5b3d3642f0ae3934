"""Personal names: how likely a run of characters is one, and where it ends.

Knowledge: surnames (published ranks), the character statistics of given names (jieba's dictionary, MIT),
syllables of Tibetan, Mongol and other names without a Chinese surname, and the words that follow.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import rjieba

from kg.annotate.name_words import NOT_NAMES, OTHER_PEOPLES, POSTED, PREDICATES, SOUNDS, is_slavic
from kg.annotate.surnames import RARE, surname_lines, surname_of, surnames

__all__ = [
    "HAN",
    "PREDICATE",
    "candidates",
    "clean",
    "ends_here",
    "given",
    "is_stranger",
    "marked",
    "score",
    "takes_office",
]

_DATA = files("kg.annotate") / "data"
HAN = r"[\u4e00-\u9fff\u3400-\u4dbf]"
_FOREIGN = re.compile(rf"(?![的了在由和与]|之一){HAN}{{1,8}}(?:·(?:{HAN}{{1,8}}|[A-Za-z]{{1,12}}))+")
_PADDED = re.compile(rf"{HAN} {{1,4}}{HAN}")
_FOLLOW = frozenset("，。；：、？！（）“”《》【】—…·\n ,:")
_FOLLOW_CHARS = frozenset(
    "说在的为任是和与及同等对向从到把被就也都又还将已正曾于率带称问答指要作表出主介强告参当获因以担兼现原则让请给去不并"
)
_NOT_GIVEN = frozenset("某族的了我他她它这那或等被把们个着没但说称")
_FUNCTION = frozenset("因于带受在到从对向与及将就也都又还任以而且并已曾要不会各该每或和来说问请给让是")
_NEED_MORE = frozenset("为和让在是则作向对与及把兼从于以将已曾给")
"""Words that cannot end a clause: before a mark such a character ends the name itself (局长年景和、副局长…)."""
_NOT_LAST = (_FUNCTION | _NEED_MORE | frozenset("的了说称等们")) - frozenset("来")
_PREPOSITIONS = frozenset("为和让把向对与")
_ADVERBS = frozenset("正也都均又还就将已曾并不")
_NO_OPENING = frozenset("为是由兼与及等在对把被让的")
_GO_WITH = {"曾": ("v", "vn", "ad", "d"), "向": ("n", "r", "nt")}
"""Surnames that are function words too, and the tags of what they then govern."""
_ADDRESS = frozenset(("同志", "先生", "女士"))
_SAID = re.compile(
    "[任为和与及同向对于从让由](?:表示|介绍|指出|强调|认为|告诉|坦言|透露|解释|回应|回答|宣布|坦承|主持|出席|会见|陪同|带领|致辞|致词|讲话|发言|记得|觉得|回忆|补充|提醒|担心|坚持|感慨)|和(?:[0-9]{1,2}[月日时点])|让则|为(?:站在|坐在|守在)|[和与及](?:在|于|从|对|向)(?!内|外)"
)
"""A word that can stand neither before a verb of speech nor before a preposition ends the name (朱宏任|表示, 仇祖和|在现场)."""
PREDICATE = re.compile("|".join(sorted(PREDICATES, key=len, reverse=True)))
_ASPECT = re.compile(f"{HAN}[了着]|挂任|用(?={HAN}{{2}})|[也都就便正原曾仍同却]?是|(?:分析|证实|答应|说明)(?:[说道：，、“]|$)")
"""What opens the predicate behind even the shortest last part of a foreign name: 钮钴禄·明|跑了, 苏·阿依|同是."""


@cache
def _japanese() -> re.Pattern[str]:
    """田中一郎, 高桥健一: a Japanese surname and a given name that ends as such names do."""
    return re.compile(
        f"(?:{'|'.join(surname_lines()[-1].split())}){HAN}?[郎子夫介雄男彦一二三太助美惠治明人树之也史平弘久信义造次辅武]"
    )


@cache
def _given() -> dict[str, float]:
    """Character → ln(P(in a given name) / P(in text)); -2.5 where not listed."""
    pairs = (
        line.split("\t")
        for line in (_DATA / "names.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    return {character: int(value) / 10 for character, value in pairs}


def given(character: str) -> float:
    """ln(P(in a given name) / P(in text)) of a character; -2.5 where not listed."""
    return _given().get(character, -2.5)


def is_stranger(name: str) -> bool:
    """Is it put together of syllables of Tibetan, Mongol or Yi names (索朗央宗)?"""
    if name in OTHER_PEOPLES and len(name) >= 2:
        return True
    for k in range(2, min(5, len(name))):
        if name[:k] in OTHER_PEOPLES and (name[k:] in OTHER_PEOPLES or (len(name) - k == 1 and name[k] not in _NOT_LAST)):
            return True
        if len(name) == 5 and name[-1] in "措吉卓姆毛" and name[:k] in OTHER_PEOPLES and name[k:-1] in OTHER_PEOPLES:
            return True  # 次仁多吉卓
    if len(name) < 4 or name[0] in _NO_OPENING or POSTED.match(name):
        return False
    return name[-2:] in OTHER_PEOPLES or name[-3:] in OTHER_PEOPLES or is_slavic(name)


@lru_cache(maxsize=1 << 16)
def score(name: str) -> float:
    """Log-odds that `name` (2–4 characters, no ·) is a personal name, from its characters alone."""
    if name in NOT_NAMES:
        return -6.0
    if is_stranger(name):
        return 2.0 + 0.8 * (len(name) - 2)
    if len(name) >= 3 and _japanese().fullmatch(name):
        return 4.5 + (len(name) - 3)
    surname = surname_of(name)
    if surname is None:
        return -6.0
    rest = name[len(surname) :]
    weight = -2.0 if name in surnames() else 0.0
    weight -= 3.0 if rest[-1:] in _FUNCTION else 1.0 if rest[-1:] in "为由任" else 0.0
    if not 1 <= len(rest) <= 2 or any(c in _NOT_GIVEN for c in rest):
        return -6.0
    table = _given()
    weight += surnames()[surname] + sum(max(-3.0, table.get(c, -1.5)) for c in rest) / len(rest)
    if len(rest) == 2:
        weight += 1.6 + min(0.0, table.get(rest[1], -1.0) + 1.5)
    rare = surnames()[surname] == RARE and _opens_as_word(name)
    return weight - (2.5 if name[:2] in NOT_NAMES else 6.0 if rare or (surname in _GO_WITH and _goes_with(surname, rest)) else 0.0)


def _opens_as_word(name: str) -> bool:
    """Does a common word longer than its surname open the would-be name (经济|责)?"""
    word, tag = rjieba.tag(name, False)[0]
    return len(word) >= 2 and not tag.startswith("nr") and (len(word) < len(name) or tag[0] in "vdpcrmqt")


def _goes_with(adverb: str, word: str) -> bool:
    """Is `adverb` no surname but what it says of the word behind it (院士|曾公开表示, 教师|向校方举报)?"""
    if adverb == "曾" and (word in PREDICATES or word in ("有人", "有女", "有男")):
        return True
    tagged = rjieba.tag(word, False) if len(word) == 2 else []
    return len(tagged) == 1 and tagged[0][1] in _GO_WITH[adverb] and sum(map(given, word)) < 0


_OFFICE_BEFORE = frozenset("年月日后又并再曾先历现被委担出兼调升接续连改留前")


def takes_office(text: str, start: int) -> bool:
    """Is the 任 at `start` the verb rather than a surname (1961年|任中共…, 被委|任国民党…)?"""
    return text[start] == "任" and start > 0 and text[start - 1] in _OFFICE_BEFORE


def ends_here(text: str, end: int) -> float:
    """Log-odds that a name may end at `end`, from what follows."""
    if end >= len(text) or text[end] in _FOLLOW:
        return 6.0 if text[end - 1] in _NEED_MORE else 3.0
    if text[end] in _NEED_MORE and (end + 1 >= len(text) or text[end + 1] in _FOLLOW):
        return -3.0
    if _is_left_hanging(text[end - 1 : end + 3]) or _SAID.match(text, end - 1):
        return 3.0
    if _SAID.match(text, end):
        return -3.0
    if text[end] in _PREPOSITIONS and _is_left_hanging(text[end : end + 4]):
        return -2.0
    return -9.0 if text[end] == "·" else _follows(text[end - 1 : end + 6])


@lru_cache(maxsize=1 << 14)
def _is_left_hanging(window: str) -> bool:
    """Does a preposition stand before a time or an adverb, so that it is part of the name (尚可为|每天, 冉阿让|不姓)?"""
    if window[:1] not in _PREPOSITIONS or len(window) < 2:
        return False
    if window[1] == "等":
        return True  # 孙立和等
    word, tag = rjieba.tag(window[1:], False)[0]
    return word in ("每天", "当天", "今天", "昨天", "近日", "日前") or (
        tag == "d" and word in ("不", "也", "都", "已", "已经", "还", "就", "正")
    )


@lru_cache(maxsize=1 << 16)
def _follows(window: str) -> float:
    """The same from a window: the last character of the would-be name, then the text behind it."""
    tail = window[1:]
    word, tag = rjieba.tag(window[:5], False)[0]
    across = len(word) >= 2 and not tag.startswith("nr")
    match = PREDICATE.match(tail)
    if match and match[0] in _ADDRESS:
        return 3.0
    cut = _cut(window, match, across)
    if match:
        return 1.5 - cut - (0.0 if not across else 0.5 if len(match[0]) >= 2 else 1.0)
    word, tag = rjieba.tag(tail, False)[0]
    return _opens_predicate(word, tag) - cut - (1.5 if across else 0.0)


def _cut(window: str, match: re.Match[str] | None, across: bool) -> float:
    """What speaks for the last character being the first of the predicate: 付余|站在山口, 庄严|正带领, 骆源|作的报告."""
    opened = PREDICATE.match(window)
    if opened and len(opened[0]) >= 2 and not (match and match[0].startswith(opened[0][1:]) and len(match[0]) >= 2):
        return 2.0
    return 1.0 if window[0] in _ADVERBS and not across else 2.0 if window[:2] == "作的" else 0.0


def _opens_predicate(word: str, tag: str) -> float:
    """Log-odds that the word behind a would-be name begins a predicate."""
    if len(word) >= 2:
        return 0.7 if tag[:1] in "vdpct" else -0.7 if tag[:1] == "n" else 0.0
    return 0.5 if word in _FOLLOW_CHARS else -1.0


def marked(text: str, start: int, limit: int) -> tuple[int, float] | None:
    """The end of a name that · or padding (陈 默) shows to be one, with log-odds; padding counts inside."""
    foreign = _FOREIGN.match(text, start, limit)
    if foreign:
        return _foreign_end(text, start, foreign.end()), 4.0
    padded = _PADDED.match(text, start, limit)
    if padded and surname_of(clean(padded[0])):
        return padded.end(), 3.0 + ends_here(text, padded.end()) / 3
    return None


def candidates(text: str, start: int, limit: int) -> list[tuple[int, float]]:
    """Possible ends of a name that begins at `start`, with log-odds, the best first."""
    if sure := marked(text, start, limit):
        return [sure]
    found: list[tuple[int, float]] = []
    for size in (2, 3, 4, 5, 6):
        if size > 4 and (text[start] in _NO_OPENING or not is_stranger(text[start : start + size])):
            continue
        end = start + size
        name = text[start:end]
        if end > limit or not re.fullmatch(HAN + "+", name):
            break
        base = score(name)
        if base > -5:
            found.append((end, base + ends_here(text, end)))
    return sorted(found, key=lambda pair: -pair[1])


def _foreign_end(text: str, start: int, end: int) -> int:
    """Where the last part of a name with · ends: before the first word of the predicate."""
    dot = text.rindex("·", start, end)
    whole = next((stop for stop in range(end, dot + 4, -1) if text[dot + 1 : stop] in OTHER_PEOPLES), None)
    stops = [] if whole else [stop for stop in range(dot + 2, end) if _ends_foreign(text, dot, stop)]
    known = (stop for stop in [*stops, whole or end] if text[dot + 1 : stop] in OTHER_PEOPLES)
    return next(known, stops[0] if stops else end)


def _ends_foreign(text: str, dot: int, stop: int) -> bool:
    if PREDICATE.match(text[stop : stop + 4]) or _ASPECT.match(text, stop):
        return True
    word, tag = (rjieba.tag(text[stop : stop + 4], False) or [("", "x")])[0]
    spelt = text[stop : stop + 1] in SOUNDS or text[stop - 1 : stop + 1] in ("不都", "布都", "卜都")
    if not spelt and ((len(word) > 1 and tag in ("v", "vn")) or (stop - dot >= 3 and tag[0] in "vdps")):
        return True  # 马达力|签了, 毛兰|手里, 成|分析
    if text[dot + 1 : stop] in OTHER_PEOPLES and tag[0] == "v" and (len(word) > 1 or text[stop + 1 : stop + 2] in tuple("在着到")):
        return True
    return stop - dot >= 3 and (word == "有" or ends_here(text, stop) >= 0.7 or (len(word) > 1 and tag[0] in "tdrs"))


def clean(name: str) -> str:
    """The name without padding."""
    return "".join(name.split())
