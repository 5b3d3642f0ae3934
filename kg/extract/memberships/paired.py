"""Two titles of one holder that stand together: the post left and the post taken up, and one in brackets behind another.

    叶知秋由省财政厅副厅长调任省审计厅厅长     both are 叶知秋's, the first is past
    院长（民盟团风县委主委）叶知秋             both are 叶知秋's
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.passage import Passage
from kg.extract.memberships.at_hand import ITS_BODY
from kg.extract.memberships.discourse import carried, set_subject
from kg.extract.memberships.emit import Statement, emit, is_past
from kg.extract.memberships.holders import Named
from kg.extract.memberships.inherit import resolve_stack
from kg.extract.memberships.introduced import introduced
from kg.extract.memberships.linked import Chain
from kg.extract.memberships.links import ATTRIBUTE
from kg.extract.memberships.status import was
from kg.extract.memberships.subjects import persons_before
from kg.extract.memberships.units import Stack

__all__ = ["MOVED", "bracketed", "moved", "relative", "takes_of"]

MOVED = re.compile(r"(?:交流(?=为|任)|平调(?=为|任)|轮岗(?=为|任)|转任|调任|升任|改任|出任|提任|提拔|提升|晋升|擢升|选任|转岗为|升)(?:为|任)?")
"""由A局局长转任B局局长的C."""


def moved(passage: Passage, left: Stack, stack: Stack) -> Chain | None:
    """A由甲局局长转任乙局局长: drafts both posts of the one before 由, the first as past."""
    at = left.start - 1
    if passage.text[at] not in "由从" or not MOVED.fullmatch(passage.text, left.end, stack.start):
        return None
    low = passage.segment_of(left.start)[0]
    persons = persons_before(passage, low, at, sure=True)
    if not persons and (subject := carried(passage, low, at, bring_in=introduced)):
        persons = [subject]
    if not persons:
        return None
    said = Statement("appointed", "membership.appointed")
    emit(passage, persons, left.units, Statement("former", "membership.relative"))
    emit(passage, persons, stack.units, said)
    set_subject(passage, persons[0])
    return Chain(tuple(persons), said, stack.end)


def bracketed(passage: Passage, stack: Stack, holders: Sequence[Named], title_end: int, chain: Chain | None) -> bool:
    """局长（经理）, 院长（市农工党主委）A: is it a title in brackets behind another?  Where it names its body, `holders` hold it too.

    `title_end` is where the title of `holders` ends; the titles behind the bracket go on with `chain`.
    """
    text = passage.text
    if text[stack.start - 1] != "（" or not text.startswith("）", stack.end):
        return False
    if holders and stack.start - 1 == title_end and holders[0].start == stack.end + 1 and stack.units[0].body:
        resolve_stack(passage, stack, None)
        emit(passage, holders, stack.units, Statement("current", "membership.bracket"))
        return True
    return chain is not None and chain.end == stack.start - 1


def takes_of(passage: Passage, stack: Stack) -> bool:
    """时任副处长的叶知秋: may 的 stand between this title and its holder?"""
    marks = stack.units[0].marks
    before = ATTRIBUTE.search(passage.text, max(passage.start, stack.start - 18), stack.start)
    return is_past(stack) or "现任" in marks or bool(before) or was(passage, stack)


_DECREED = re.compile("(?:职务)?的(?:任职|任命|任免|人事)?(?:决定|通知|文件|命令|批复|函(?!授))")
"""关于A任某局局长的决定: no holder follows."""


def relative(passage: Passage, stack: Stack) -> bool:
    """挂职任建瓯市副市长的中国林科院副研究员游子吟: the holder follows with another title."""
    text = passage.text
    moved = MOVED.match(text, stack.end) and text[stack.start - 1 : stack.start] in ("由", "从")
    if ITS_BODY.match(text, stack.end, passage.end) or _DECREED.match(text, stack.end):
        return False
    return bool(moved) or (text.startswith("的", stack.end) and not text.startswith(("的职", "的是"), stack.end) and takes_of(passage, stack))
