"""Names of foreigners spelt by sound, without a dot: 泽连斯基, 斯塔默, 冯德莱恩.

No surname opens them, so that only the characters tell them, where a foreign body's title stands before.
"""

from __future__ import annotations

import re

import rjieba

from kg.annotate.name_ends import PREDICATE, ends_here
from kg.annotate.name_words import SOUNDS

__all__ = ["spelt"]

_MORE = "侯别布卜楚耳迦焦久坤里连良列烈龙仑廖琳柳嫩年牛女派培普强青切丘冉三山史丝朔脱先小雪永裕早章志宗最额绰朝蔡甫缅迭贺昔奈萧鲍朴通匡缪荷罕顿"
"""Besides the most frequent: what the press's table of transliteration has (龙 in 马克龙, 连 in 泽连斯基)."""
_RUN = re.compile(f"[{SOUNDS}{_MORE}]{{2,9}}")
_LAST = frozenset("于因曾让以由达")
"""What hardly ends such a name, and is the word that goes on behind it."""
_SPOKEN_OF = re.compile("[因达](?:会[见谈晤]|访[问华]|出席|表示|强调|指出|宣布|抵达|递交|发表|签署|通电话|举行)")
"""What a sentence says next of whoever is named: 施泰因|会见, not 马克|因病."""
_BEHIND = re.compile(r"夫[妇人]|先生|女士|计划|[总首国外防]|[0-9]|[在与将说称也和同对向及为就已正再还从把]")
_WORDS = frozenset(("v", "d", "p", "t", "a", "c"))
_ADDRESSED = re.compile("夫[妇人]|先生|女士|[总首国外防]|本[周月年日]|[上中下]午|[访来]华|访问|来[访到京]")


def spelt(text: str, start: int, limit: int, *, sure: bool = False) -> int | None:
    """Where the name ends that is spelt from `start` on, not behind `limit`; None where no such name ends cleanly, unless it is `sure`."""
    run = _RUN.match(text, start, limit)
    if run is None:
        return None
    end = next((stop for stop in range(start + 2, run.end()) if _goes_on(text, stop, run.end())), run.end())
    if end == run.end():
        while end - start > 2 and text[end - 1] in _LAST and text[end : end + 1].strip() and not _SPOKEN_OF.match(text, end - 1):
            end -= 1
    clean = sure or end < run.end() or _BEHIND.match(text, end) or ends_here(text, end) > -0.5 or _is_verb(text[end : end + 2])
    return end if clean else None


def _is_verb(word: str) -> bool:
    return len(word) == 2 and rjieba.tag(word, False)[0] in ((word, "v"), (word, "vn"))


def _goes_on(text: str, stop: int, end: int) -> bool:
    """Does the predicate begin here (马克龙|日前, 莫迪|强调), rather than the name go on?"""
    said = PREDICATE.match(text, stop)
    if (said and len(said[0]) > 1) or _ADDRESSED.match(text, stop):
        return True
    word, tag = (rjieba.tag(text[stop : stop + 4], False) or [("", "x")])[0]
    across = end < stop + len(word)
    return len(word) > 1 and (across or tag in _WORDS) and not all(character in SOUNDS for character in word)
