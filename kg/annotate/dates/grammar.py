"""From atoms to expressions: `截至` + `1月25日` + `（农历大年初一）` + `晚上` + `21点`, `A至B`, `…前/起/以来`.

Atoms that touch and grow finer make one side; a separator and another side make an interval; a
bracket or a comma may hold the same day in the other calendar (`gloss`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.dates.atoms import Atom, lex
from kg.annotate.dates.parts import Base, Expression, Parts, Suffix
from kg.annotate.dates.pieces import SEPARATOR

__all__ = ["expressions"]

_GAP = re.compile(r"[ ]?的?[ ]?")
_JOIN = re.compile(rf"(?:{SEPARATOR}|[ ]?(?:直到|一直到|延续到|持续到|起至|起到|开始至)[ ]?|(?<=[\d日号时])一)")
_AS_OF = re.compile(r"(?:截至到?|截止到?|到)$")
_OPEN, _CLOSE = "（(", "）)"
_SUFFIXES: tuple[tuple[Suffix, re.Pattern[str]], ...] = (
    (
        Suffix.SINCE,
        re.compile(r"(?:及|及其)?(?:以来|(?:[-—–]{1,2})?至今|[-—–]{1,2}今(?![天日年晚])|迄今|到(?:现在|如今|目前)(?![这那的所任单岗职位]))|来(?=[，,])|[^，,。；：:、（()）\d\s自从的]{2,24}以来(?=[，,])"),
    ),
    (Suffix.DURING, re.compile(r"期间|时期|(?<=[年月])年?内(?![容部蒙地外涵环])|间(?=[，,])")),
    (
        Suffix.BEFORE,
        re.compile(
            r"(?:之前|以前|前夕|前(?!往|来|去|列|景|沿|身|进|后|述|线|程|述|提|期|三|两|二|[一二两三四五六七八九十\d]+(?:个|天|日|季|月|年)))"
        ),
    ),
    (Suffix.FROM, re.compile(r"起(?!草|步|到|诉|点|源|初|飞|重|义|航|身|来|至|赴|伏|因|吊|火|价|拍|床|跑)")),
    (Suffix.AFTER, re.compile(r"之后|以后|过后|后(?=[，,])")),
)
_BEGINS = re.compile("启动|实施|开办|创办|设立|开通|投用|成立|开展|建立|施行|出台|开局|创建|运行|开工|推行|组建|挂牌")
_INFIX = re.compile("[^及以至迄来到].*以来")
_THAT_DAY = re.compile("[那这][天日]")
_OF_A_DAY = ("上午", "下午", "晚上", "晚间", "凌晨", "中午", "早上", "傍晚", "当天")
_COUNTS_DAYS = tuple("第每连近前后这那头几数")
"""第三日上午, 连三日晚间: before a numeral that counts days; 九日晚间 names one."""
_NOISE = re.compile(r"(?:左右|许)?(?=之?前|以前|起|以来|后)")
_CLOCK_BEFORE = re.compile(r"\d:\d\d")
_SCORE = re.compile("[ ]?(?:的?(?:比[分例]|大?比分|优势|劣势|成绩|配比)|[大小险完惜轻]?[胜败负]|击败|战胜|力[克挫]|不敌|落后|领先|逆转|战平)")
"""3:10|击败对手 is no clock."""
_CLOCKLIKE = frozenset({"clock", "clock_weak"})
_GLOSS_MARKS = ("，", "、", "，也就是", "，农历", "，即", "，恰逢", "，正值")


def _merge(parts: Parts, atom: Atom) -> None:
    for name, value in atom.meaning.items():
        if value is not None and getattr(parts, name) in (None, False):
            setattr(parts, name, value)


def _starts(text: str, atom: Atom) -> bool:
    """Whether an atom may begin an expression."""
    if not atom.weak:
        return True
    after = text[atom.end : atom.end + 2]
    if atom.kind == "clock_weak":
        if _SCORE.match(text, atom.end):
            return False
        if text[atom.start - 1 : atom.start] in ("", "\n") and ":" in text[atom.start : atom.end]:
            return True  # 8:30 签到, under its day
        if ":" in text[atom.start : atom.end] and text[atom.start - 1] in "，,；;" and _CLOCK_BEFORE.search(text, max(0, atom.start - 40), atom.start):
            return True  # 6:20出发，9:10抵达
        return (after[:1] in "许多" and after != "") or after in ("左右", "前后")
    if atom.kind == "day_weak":
        told = after in _OF_A_DAY or (text[: atom.start].endswith("记者") and after[:1] in ("从", "在"))
        return told and (text[atom.end - 1] == "号" or text[atom.start - 1 : atom.start] not in _COUNTS_DAYS)
    return False


def _consecutive(between: str, left: Parts, atom: Atom) -> bool:
    """`2010年和2011年`, `1月和2月`: two years or months that follow one another are one interval."""
    near, far = getattr(left, atom.kind, None), atom.meaning.get(atom.kind)
    if between not in ("和", "、") or atom.kind not in ("year", "month") or near is None or far is None:
        return False
    coarse = left.only_year() if atom.kind == "year" else not (left.has_day() or left.has_clock() or left.xun)
    return coarse and near.base is far.base and far.n == near.n + 1


class _Reader:
    """Reads expressions off a list of atoms, one pass, no going back."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.atoms = list(lex(text, start, end))
        self.start, self.end = start, end
        self.at = 0

    def side(self) -> tuple[int, int, Parts, Parts | None] | None:
        """One side of an expression from the current atom: start, end, parts, gloss."""
        first = self.atoms[self.at]
        parts, gloss = Parts(), None
        rank, end = 0, first.start
        while self.at < len(self.atoms):
            atom = self.atoms[self.at]
            if atom.start < end or (end > first.start and not self._touches(end, atom)):
                break
            if atom.kind in ("day_word", "night") and parts.has_day():
                if atom.meaning["day"].base is Base.DEICTIC and atom.meaning["day"].n:
                    break
                parts.shift += atom.meaning["day"].n
            elif not self._fits(parts, atom, rank):
                break
            else:
                _merge(parts, atom)
            rank, end = max(rank, atom.rank), atom.end
            self.at += 1
            bracket = self._bracket(end)
            if bracket is not None:
                gloss, end = bracket
                if parts.day and parts.day.base is Base.DEICTIC and gloss.day and gloss.month is None:
                    parts.said = gloss.day.n
        return (first.start, end, parts, gloss) if end > first.start else None

    def _touches(self, end: int, atom: Atom) -> bool:
        return atom.start == end or bool(_GAP.fullmatch(self.text, end, atom.start))

    @staticmethod
    def _fits(parts: Parts, atom: Atom, rank: int) -> bool:
        if atom.kind == "weekday" and rank in (0, 3):
            return True
        if atom.kind in ("edge", "edge_word") and parts.only_year():
            return True
        if atom.kind == "edge" and (parts.has_day() or parts.xun is not None or rank >= 4):
            return False
        if rank == 1 and atom.kind in _CLOCKLIKE and parts.only_year():
            return False
        return atom.rank > rank

    def _bracket(self, end: int) -> tuple[Parts, int] | None:
        """A bracket right after `end` that holds nothing but a date: （农历大年初一）, （星期三）, （9月21日）."""
        text = self.text
        if text[end : end + 1] not in tuple(_OPEN):
            return None
        close = next((i for i in range(end + 1, min(end + 24, self.end)) if text[i] in _CLOSE), None)
        if close is None:
            return None
        inner = _Reader(text, end + 1, close)
        if not inner.atoms or inner.atoms[0].start not in (end + 1, end + 3):
            return None
        side = inner.side()
        if side is None or side[1] != close or text[end + 1 : side[0]] not in ("", "农历", "即"):
            return None
        while self.at < len(self.atoms) and self.atoms[self.at].start < close:
            self.at += 1
        return side[2], close + 1

    def read(self) -> Iterator[Expression]:
        while self.at < len(self.atoms):
            if not _starts(self.text, self.atoms[self.at]):
                self.at += 1
                continue
            before = self.at
            side = self.side()
            if side is None:
                self.at = max(self.at, before + 1)
                continue
            yield self._expression(*side)

    def _expression(self, start: int, end: int, left: Parts, gloss: Parts | None) -> Expression:
        right = None
        if self.at < len(self.atoms):
            atom = self.atoms[self.at]
            joined = _JOIN.fullmatch(self.text, end, atom.start) if atom.start > end else None
            if _consecutive(self.text[end : atom.start], left, atom) or (
                joined and (not atom.weak or atom.kind.endswith("_weak")) and (joined[0] != "一" or self.text[atom.start].isdigit())
            ):
                side = self.side()
                if side is not None:
                    _, end, right, _ = side
        if right is None and not left.has_clock():
            end, gloss = self._comma_gloss(end, left, gloss)
        return self._close(Expression(start, end, left, right, gloss, core=start, core_end=end))

    def _comma_gloss(self, end: int, left: Parts, gloss: Parts | None) -> tuple[int, Parts | None]:
        """`2月10日，正月初一，`: the same day in the other calendar, between commas."""
        if self.at >= len(self.atoms) or gloss is not None or not left.has_day():
            return end, gloss
        atom = self.atoms[self.at]
        other = atom.kind in ("lunar", "festival") if left.day else atom.kind == "month" and not left.year
        if not other or self.text[end : atom.start] not in _GLOSS_MARKS:
            return end, gloss
        mark = self.at
        side = self.side()
        same_day = side is not None and side[2].has_day() and not side[2].has_clock()
        if side is None or not same_day or self.text[side[1] : side[1] + 1] not in ("，", "前"):
            self.at = mark
            return end, gloss
        return side[1], side[2]

    def _close(self, found: Expression) -> Expression:
        """Adds 截至 before and 前/起/以来/期间 after."""
        text = self.text
        prefix = _AS_OF.search(text, max(self.start, found.start - 3), found.start)
        if prefix and (prefix.group() != "到" or found.left.only_year() or found.left.edge):
            found.start = prefix.start()
            found.suffix = Suffix.AS_OF if prefix.group() != "到" else Suffix.NONE
        that_day = _THAT_DAY.match(text, found.end, self.end)
        if that_day and found.left.has_day():
            found.end = that_day.end()
        noise = _NOISE.match(text, found.end, self.end)
        at = noise.end() if noise else found.end
        for suffix, pattern in _SUFFIXES:
            match = pattern.match(text, at, self.end)
            event = match is not None and _INFIX.match(match.group()) is not None
            dated = found.left.month or found.left.has_day() or found.left.plan or (match and _BEGINS.search(match.group()))
            if match and (dated or not event):
                if (suffix is Suffix.AFTER and found.left.offset is None) or found.suffix is not Suffix.AS_OF:
                    found.suffix = suffix
                    found.coarse = suffix is Suffix.SINCE and not found.left.plan and (event or match.group().endswith("今"))
                found.end = match.end()
                break
        else:
            if text.startswith("为止", found.end):
                found.end += 2
                found.suffix = Suffix.AS_OF
        return found


def expressions(text: str, start: int, end: int) -> Iterator[Expression]:
    """The date expressions of `text[start:end]`, in reading order, not overlapping, not yet judged or resolved."""
    yield from _Reader(text, start, end).read()
