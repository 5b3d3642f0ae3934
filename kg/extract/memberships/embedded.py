"""A holder named inside a title, between body and role: 交通运输部规划院陆某明副院长."""

from __future__ import annotations

import re
from bisect import bisect_left

import rjieba

from kg.annotate.boundaries import organization_before
from kg.annotate.names import given, is_stranger, score
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention, needs_body
from kg.annotate.surnames import surname_of, surnames
from kg.extract.memberships.brands import branded
from kg.extract.memberships.deputies import seated
from kg.extract.memberships.holders import is_named
from kg.extract.memberships.links import link_before
from kg.extract.memberships.units import Unit

__all__ = ["after_holder", "named_before"]

_LEAST = 0.8
_GIVEN = 2.0
"""The log-odds from which what stands before 任 is whom it gives a post."""
_WATERS = "河湖渠江库塘路林田"
_GIVEN_WORD = 4.2
"""The log-odds from which a surname and a word are a name: 周|建国, 王|启明, not 林|管理, 张|国际."""
_WORD_GIVEN, _GIVEN_LAST = 5.5, 2.5
"""The same of a word and a character, which names end with: 陆海|霞, 何国|毅, not 陈列|馆."""


def named_before(passage: Passage, role: RoleMention, low: int) -> Unit | None:
    """The title with the holder that ends where the role begins; None where no name stands there."""
    text = passage.text
    if link_before(text, low, role.start):
        return None
    weights = [
        (_weight(passage, start, role.start, low), start) for start in range(max(low, role.start - 4), role.start - 1)
    ]
    best = max((pair for pair in weights if pair[0] > _LEAST), default=None)
    if best is None or is_named(passage, role.end, role.text):
        return None
    start = best[1] if text[best[1] - 1] != "·" else _before_dot(passage, best[1], low)
    if start is None:
        return None
    if needs_body(role.text) and organization_before(passage, start, low) is None and not seated(passage, role, behind=True):
        return None
    end = start - 1 if text[start - 1] == "的" else start
    body = organization_before(passage, end, low) if end > low else None
    if body is None and (brand := branded(passage, RoleMention(end, role.end, role.text), low)):
        body = brand[0]
    begin = body if body is not None else start
    return Unit(role, (begin, end) if body is not None else None, begin, holder=(start, role.start))


_DOTTED = re.compile(r"(?:[\u4e00-\u9fff]{1,8}·)+$")
_KIND = re.compile(r"(?:学者|专家|教授|博士|院士|族|籍|国|员|生|师|家)$")


def _before_dot(passage: Passage, start: int, low: int) -> int | None:
    """青年学者阿力木·|艾山教授: where the name begins whose last part begins at `start`; None where nothing tells."""
    text = passage.text
    run = _DOTTED.search(text, max(passage.start, start - 24), start)
    if run is None:
        return None
    ends = range(run.start(), start - 1)
    return next((at for at in ends if at == passage.start or _KIND.search(text, 0, at) or organization_before(passage, at, low)), None)


def _weight(passage: Passage, start: int, end: int, low: int) -> float:
    """Log-odds that `start:end` is a name, from its characters and what stands before it."""
    name = passage.text[start:end]
    surname = surname_of(name)
    if not name.isalpha() or (surname is None and not is_stranger(name)) or (surname and len(name) == 2 and len(surname) > 1) or name in surnames():
        return -9.0
    if name[0] == "原" and (start == passage.start or passage.text[start - 1] in "，、；。："):
        return -9.0  # 原北航|党委书记
    if name[-1] in "由把将是" or (name[0] == "于" and passage.text[start - 1 : start] in ("关", "鉴", "由", "对")):
        return -9.0  # 应勇由|副市长升任, 关|于补聘|总经理
    if name[-1] in _WATERS and passage.text[end : end + 2] == name[-1] + "长":
        return -9.0  # 花垣河|河长
    if name[0] == "任" and rjieba.tag(name[1:], False)[0] in ((name[1:], "n"), (name[1:], "b")):
        return -9.0  # 临时政府|任农林总长
    if name[0] == "和" and passage.text[start - 1 : start].isalpha():
        return -9.0  # 学院|和职能部门负责人
    if name[0] == "任" and any(score(passage.text[start - size : start]) > _GIVEN for size in (3, 2) if start - size >= low):
        return -9.0  # 应怀薇|任营养总监
    if name[0] == "任" and passage.text[start - 1 : start] in ("拟", "现", "担", "调", "历", "曾", "，"):
        return -9.0
    weight = score(name) - (9.0 if _is_words(name) else 0.0) - _as_word(name)
    if start == low or organization_before(passage, start, low) is not None:
        return weight + 1.5
    return weight + (0.5 if _opens_name(passage.text[low:start]) else -2.0) - (3.0 if _cuts_word(passage, start) else 0.0)


def _as_word(name: str) -> float:
    """What speaks for a word in place of a name (海军副司令员, 银行业分析师): the segmenter knows it as one."""
    (word, tag), *_ = rjieba.tag(name, False)
    return 0.0 if word != name or tag.startswith("nr") else 6.0 if tag in ("ns", "nt", "nz") else 2.5


def _cuts_word(passage: Passage, start: int) -> bool:
    """Does the would-be name begin inside a word (俄|罗斯外长, 对|于汪洋书记)?"""
    at = bisect_left(passage.tokens, (start, start))
    return at < len(passage.tokens) and passage.tokens[at][0] != start


def _opens_name(head: str) -> bool:
    """May a name begin after `head`: after a verb, a particle, a preposition?"""
    return rjieba.tag(head[-8:], False)[-1][1][0] in "vpcudry"


def _is_words(name: str) -> bool:
    """Does a common word stand at the head of the would-be name (经济界)?"""
    if name[-1] in "区县市镇乡村省局部处科院会司厅委办界组团队所站":
        return True
    cut = rjieba.tag(name, False)
    sizes = [len(word) for word, _ in cut]
    if (sizes == [1, 2] and score(name) >= _GIVEN_WORD) or (sizes == [2, 1] and score(name) >= _WORD_GIVEN and given(name[-1]) >= _GIVEN_LAST):
        return False
    words = [(word, tag) for word, tag in cut if len(word) >= 2 and not tag.startswith("nr")]
    return any(tag[0] in "vdpcrmqtf" or tag in ("ns", "nt") or (len(word) < len(name) and name.startswith(word)) for word, tag in words)


def after_holder(text: str, low: int, end: int, behind: str) -> int:
    """副局长郑秋实与办公室主任…: behind the holder of the title before, joined by 和 or 与, or one who speaks for the next (党委书记甲|代表|董事长乙)."""
    match = _HOLDER_AND.match(text, low, end + 2)
    if match and match.end() == end and behind in "，、；。：":
        return low  # 万俟玉和副组长、主任某某
    return match.end() if match and match.end() <= end and score(match[1]) > 0 else low


_HOLDER_AND = re.compile(r"((?![和与及、])[\u4e00-\u9fff]{2,4}?)(?:同志|先生|女士)?(?:[和与及暨]|代表|受|陪同)(?=[\u4e00-\u9fff]{2})")
