"""Personal names: how likely a run of characters is one, and where it ends.

Knowledge: surnames (published ranks), the character statistics of given names (jieba's dictionary, MIT),
syllables of Tibetan, Mongol and other names without a Chinese surname, and the words that follow.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import rjieba

from kg.annotate.name_ends import NEED_MORE, PREDICATE, ends_here
from kg.annotate.name_words import NOT_NAMES, OTHER_PEOPLES, POSTED, PREDICATES, SOUNDS, is_slavic
from kg.annotate.surnames import RARE, surname_lines, surname_of, surnames

__all__ = [
    "HAN",
    "candidates",
    "clean",
    "given",
    "is_stranger",
    "marked",
    "score",
    "takes_office",
]

_DATA = files("kg.annotate") / "data"
HAN = r"[\u4e00-\u9fff\u3400-\u4dbf]"
_FOREIGN = re.compile(rf"(?![的了在由和与]|之一){HAN}{{1,8}}(?:·(?: (?=[{SOUNDS}]))?(?:{HAN}{{1,8}}|[A-Za-z]{{1,12}}))+")
_WRITES = re.compile(rf"({HAN}{{2,3}}?)(?:致电|致信|致函|电贺|函贺|会见|会晤|祝贺|欢迎|邀请|任命|接受|慰问|看望){HAN}+·")
"""李国强|致电某某·某某: the first has no dot."""
_PADDED = re.compile(rf"{HAN} {{1,4}}{HAN}")
_NOT_GIVEN = frozenset("某族的了我他她它这那或等被把们个着没但说称")
_FUNCTION = frozenset("因于带受在到从对向与及将就也都又还任以而且并已曾要不会各该每或和来说问请给让是")
_NOT_LAST = (_FUNCTION | NEED_MORE | frozenset("的了说称等们")) - frozenset("来")
_NO_OPENING = frozenset("为是由兼与及等在对把被让的")
_GO_WITH = {"曾": ("v", "vn", "ad", "d"), "向": ("n", "r", "nt")}
"""Surnames that are function words too, and the tags of what they then govern."""
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


def _may_be_last(character: str) -> bool:
    """May it end the name of a stranger as a syllable of its own (娜仁|花, 苏日|那; no 特木尔|送)?"""
    return character not in _NOT_LAST and (character in SOUNDS or character == "那" or given(character) > -1.0)


def is_stranger(name: str) -> bool:
    """Is it put together of syllables of Tibetan, Mongol or Yi names (索朗央宗)?"""
    if name in OTHER_PEOPLES and len(name) >= 2:
        return True
    for k in range(2, min(5, len(name))):
        if name[:k] in OTHER_PEOPLES and (name[k:] in OTHER_PEOPLES or (len(name) - k == 1 and _may_be_last(name[k]))):
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
    if _of_wife(name):
        return 5.0
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


_OF_WOMEN = frozenset("娥仪珍芬英兰琴玲芳霞萍娟丽凤梅莲妹菊慧美燕香翠珠瑛琼贞淑惠薇茹蓉嫦莹婷颖泰")


def _of_wife(name: str) -> bool:
    """林郑月娥, 陈冯富珍: a husband's surname before a woman's own, as in Hong Kong?"""
    if len(name) != 4 or name[3] not in _OF_WOMEN:
        return False
    return all(surnames().get(c, 0) >= 2 for c in name[:2]) and given(name[3]) > 0 and given(name[2]) > -1


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


def marked(text: str, start: int, limit: int) -> tuple[int, float] | None:
    """The end of a name that · or padding (陈 默) shows to be one, with log-odds; padding counts inside."""
    foreign = _FOREIGN.match(text, start, limit)
    if foreign and not ((writes := _WRITES.match(text, start, foreign.end())) and score(writes[1]) > 1):
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
    dot += text.startswith(" ", dot + 1)
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
    if text[dot + 1 : stop] in OTHER_PEOPLES and len(word) > 1 and any(c not in SOUNDS for c in word):
        return True  # 艾力|当面问, 吐尔逊|仔细
    if text[dot + 1 : stop] in OTHER_PEOPLES and tag[0] == "v" and (len(word) > 1 or text[stop + 1 : stop + 2] in tuple("在着到")):
        return True
    return stop - dot >= 3 and (word == "有" or ends_here(text, stop) >= 0.7 or (len(word) > 1 and tag[0] in "tdrs"))


def clean(name: str) -> str:
    """The name without padding."""
    return "".join(name.split())
