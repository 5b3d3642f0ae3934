"""What is not of the day told: whether a sentence looks ahead (将于, 拟, 限期; a deadline kept does not), or only says when it was heard of."""

from __future__ import annotations

import re

from kg.annotate.dates.parts import Expression
from kg.annotate.dates.words import any_of

__all__ = ["heard_of", "is_done", "is_to_come", "looks_ahead"]

_AHEAD = any_of(
    "拟 计划 要在 须 应于 应当于 务必 确保 力争 争取 预计 定于 截止时间 有望 届时 即将 请于 请在 必须 限期 期限 要求"
)
_FORWARD = re.compile(rf"将[于在从自]|将$|{_AHEAD}")
_WILL_DO = any_of(
    "于 在 召开 举行 举办 启动 开展 实施 施行 正式 全面 继续 会同 对 组织 安排 建成 完成 投 上线 公布 出台 开"
)
_WILL = re.compile(rf"^[，,]?[^，,。；]{{0,16}}即?将(?=[^，。；]{{0,3}}(?:{_WILL_DO}))")
_WILL_AT = re.compile("将[于在从自]?$")
_AHEAD_AT = re.compile("(?:将[于在从自]?|[定拟]于|定在|计划[于在])$")
_DONE_BEFORE = re.compile("(?:已|已经|早已|均已|都已)[于在]$|已[^。；;]{2,30}其中$")
_DONE = re.compile(
    "(?:就|便|即|均|都|全部)?已|[^，,。；]{0,6}(?:完了|发完|还清|付清|拨完|完毕)(?=[，,。；;]|$)"
    "|[^，,。；;]{0,12}(?:到了[账位]|(?:走访|慰问|发放|拨付|兑付)了)"
)


def looks_ahead(text: str, found: Expression, start: int, end: int) -> bool:
    before, stop = text[max(start, found.start - 12) : found.start], min(end, found.end + 20)
    return any((_FORWARD.search(before), _FORWARD.search(text, found.end, stop), _WILL.search(text[found.end : stop])))


def is_done(text: str, found: Expression) -> bool:
    """已于元旦前发放, 春节前就已清零: a deadline that has been kept lies behind."""
    return bool(_DONE_BEFORE.search(text, max(0, found.start - 40), found.start) or _DONE.match(text, found.end))


def is_to_come(text: str, found: Expression, start: int) -> bool:
    """Whether 将于 or 将在 stands right before the date (of one that names a month also 定于, 拟于)."""
    return bool((_WILL_AT if found.left.month is None else _AHEAD_AT).search(text, start, found.start))


_REPORTER = re.compile(r"(?:记者|笔者)$")
_HEARS = re.compile(r"[^。；]{0,30}?(?:获悉|了解到|得知|了解)")
_HEARS_SO = re.compile(r"[，,]?(?:本报|本网|本台)?(?:记者|笔者)[^。；]{0,30}?(?:获悉|了解到|得知|了解)")


def heard_of(text: str, found: Expression, segment: tuple[int, int]) -> bool:
    """记者昨日从市公安局了解到: when the reporter heard of it, not when it happened."""
    start, end = segment
    if _REPORTER.search(text, start, found.start):
        return bool(_HEARS.match(text, found.end, end))
    return bool(_HEARS_SO.match(text, found.end, end))
