"""The name of a giver without what is said around it."""

from __future__ import annotations

import re

from kg.annotate.bodies import ends_a_body
from kg.annotate.names import score

__all__ = ["plain", "without_self"]

_SELF = re.compile("(?<=..)(?:个人|自己|一起|一道|各自|自发|自愿|自觉|踊跃|积极|另外?|也|还|带头|主动)$")
_THEIR = re.compile("其(?:员工|职工|干部|旗下|子公司|分公司|家属|家人|所属|下属)")
_CALLED = re.compile(
    r"[\u4e00-\u9fff]{0,10}?(?:校友|毕业生|企业家|实业家|慈善家|富商|艺人|演员|歌手|教授|作家|画家|侨胞|华侨|乡贤|村民|居民|市民|党员|教师|老师|医生|护士|职工|员工|工人|农民|老人|爱心人士|志愿者|网友|司机|商人|学生|同学|老板)"
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:先生|女士|老人|同志)?"
)


def without_self(name: str) -> str:
    """周建国|个人出资, 员工|另捐."""
    return _SELF.sub("", name.removeprefix("其") if _THEIR.match(name) else name)


def plain(name: str) -> str:
    """校友|周建国|捐资: the name of a person without what is said before it."""
    called = None if ends_a_body(name) else _CALLED.fullmatch(name)
    return called["name"] if called and score(called["name"]) > 1.0 else name
