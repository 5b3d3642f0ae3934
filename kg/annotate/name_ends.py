"""Where a name may end, by what follows it: 付余|站在山口, 孙立和|等, 年景和、副局长…"""

from __future__ import annotations

import re
from functools import lru_cache

import rjieba

from kg.annotate.name_words import PREDICATES

__all__ = ["NEED_MORE", "PREDICATE", "ends_here"]

_FOLLOW = frozenset("，。；：、？！（）“”《》【】—…·\n ,:")
_FOLLOW_CHARS = frozenset(
    "说在的为任是和与及同等对向从到把被就也都又还将已正曾于率带称问答指要作表出主介强告参当获因以担兼现原则让请给去不并"
)
NEED_MORE = frozenset("为和让在是则作向对与及把兼从于以将已曾给")
"""Words that cannot end a clause: before a mark such a character ends the name itself (局长年景和、副局长…)."""
_PREPOSITIONS = frozenset("为和让把向对与")
_ADVERBS = frozenset("正也都均又还就将已曾并不")
_ADDRESS = frozenset(("同志", "先生", "女士"))
_SAID = re.compile(
    "[任为和与及同向对于从让由](?:表示|介绍|指出|强调|认为|告诉|坦言|透露|解释|回应|回答|宣布|坦承|主持|出席|会见|陪同|带领|致辞|致词|讲话|发言|记得|觉得|回忆|补充|提醒|担心|坚持|感慨)|和(?:[0-9]{1,2}[月日时点])|让则|为(?:站在|坐在|守在)|[和与及](?:在|于|从|对|向)(?!内|外)|正在[0-9]{1,2}[日月]"
)
"""A word that can stand neither before a verb of speech nor before a preposition ends the name (朱宏任|表示, 仇祖和|在现场)."""
_IN_NAMES = {"来": "东福春喜运凤时", "同": "大世志孝绍", "前": "向"}
"""王东来|调研, 王世同|去: behind which a word of the predicate may rather begin as the given name ends."""
PREDICATE = re.compile(
    "|".join(
        f"(?<![{_IN_NAMES[word[0]]}]){word}" if word.startswith(("来", "同到", "同去", "同赴", "前来")) else word
        for word in sorted(PREDICATES, key=len, reverse=True)
    )
)


def ends_here(text: str, end: int) -> float:
    """Log-odds that a name may end at `end`, from what follows."""
    if end >= len(text) or text[end] in _FOLLOW:
        return 6.0 if text[end - 1] in NEED_MORE else 0.5 if text[end - 1 : end + 1] == "时，" else 3.0
    if text.startswith("时，", end):
        return 2.5  # 见到局长王国强|时，
    if text[end] in NEED_MORE and (end + 1 >= len(text) or text[end + 1] in _FOLLOW):
        return -3.0
    if _is_left_hanging(text[end - 1 : end + 3]) or _SAID.match(text, end - 1):
        return 3.0
    if _SAID.match(text, end):
        return -3.0
    if text[end] in _PREPOSITIONS and _is_left_hanging(text[end : end + 4]):
        return -2.0
    return -9.0 if text[end] == "·" else _follows(text[max(end - 2, 0) : end].rjust(2) + text[end : end + 6])


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
    """The same from a window: the last two characters of the would-be name, then the text behind it."""
    tail = window[2:]
    word, tag = rjieba.tag(window[1:6], False)[0]
    across = len(word) >= 2 and not tag.startswith("nr")
    match = PREDICATE.match(window, 2)
    if match and match[0] in _ADDRESS:
        return 3.0
    cut = _cut(window, match, across)
    if match:
        return 1.5 - cut - (0.0 if not across else 0.5 if len(match[0]) >= 2 else 1.0)
    word, tag = rjieba.tag(tail, False)[0]
    return _opens_predicate(word, tag) - cut - (1.5 if across else 0.0)


def _cut(window: str, match: re.Match[str] | None, across: bool) -> float:
    """What speaks for the last character being the first of the predicate: 付余|站在山口, 庄严|正带领, 骆源|作的报告."""
    opened = PREDICATE.match(window, 1)
    if opened and len(opened[0]) >= 2 and not (match and match[0].startswith(opened[0][1:]) and len(match[0]) >= 2):
        return 2.0
    return 1.0 if window[1] in _ADVERBS and not across else 2.0 if window[1:3] == "作的" else 0.0


def _opens_predicate(word: str, tag: str) -> float:
    """Log-odds that the word behind a would-be name begins a predicate."""
    if len(word) >= 2:
        return 0.7 if tag[:1] in "vdpct" else -0.7 if tag[:1] == "n" else 0.0
    return 0.5 if word in _FOLLOW_CHARS else -1.0
