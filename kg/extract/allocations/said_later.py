"""What the money is for, where a later sentence says it of the money spoken of: 下达资金2000万元。…三、资金主要用于农村小型基础设施."""

from __future__ import annotations

import re

from kg.annotate.passage import Passage, State
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.recipient import clip

__all__ = ["said_later"]

_MEMORY = "allocations.said_later"
_BY_NAME = "allocations.said_by_name"
_SAYS = re.compile(
    r"(?:^|[。；\n]|[一二三四五六七八九十]、|（[一二三四五六七八九十]）|\d[.．、])[ \u3000]*(?:据(?:介绍|了解|悉)，)?"
    r"(?:(?:上述|以上|[该此本这]|[本此这]次|[该此本这][项批笔些])(?:下达|拨付|安排|预拨|追加)?的?)?(?P<kind>债券|救灾|奖补)?(?:专项|补助)?(?:资金|经费|款项|补助|专款|(?<=[批笔])(?:善?款|钱|贷款|投资)|(?P<bond>债券))"
    r"(?:由[^，。；\n]{1,14}?)?(?:主要|重点|专项|全部|统筹|集中|应|须|优先|将|要|可)*(?:用于|用来|用在|支持|投向)(?P<what>[^。；\n]{3,90}?(?=[。；\n]|$|，(?:不得|严禁|由|请|并|确保|各))|[^，。；\n]{3,90}(?=，))"
)
_ALONE = re.compile(r"[。；\s]{0,2}(?P<how>(?:主要|重点|专项|全部|统筹|集中|将|均)+)(?:用于|投向)(?P<what>[^。；\n元]{3,90})(?=[。；\n]|$)")
"""教育类支出3.2亿元，比上年增加4800万元。|主要用于校舍改造: the next sentence goes on without a subject, of the last sum or, with 均, of all."""
_FAR = 900
"""Code points between an amount and what is said of it later."""
_OF = re.compile(r"^(?:(?:主要|重点)?支持)|等?符合[^，。；]{2,20}的(?=(?:具体)?项目)")


_NAMED = re.compile(
    r"(?:^|(?<![去上]年)[，。；\n：])[ \u3000]*(?:据(?:介绍|了解|悉)，|其中，?)?"
    r"(?![^，。；\n]{0,16}(?:个别|有的|少数|严禁|禁止|不[得准能可]|违规|擅自|挪))[^，。；\n]{0,8}?将?(?P<name>[\u4e00-\u9fff“”（）]{4,24}?(?:资金|转移支付|经费|补助|补贴|债券|专款))"
    r"(?:由[^，。；\n]{1,14}?)?"
    r"(?:将|已|主要|重点|专项|全部|统筹|集中|应|须|优先|要|可|均|具体)*(?:用于|投向)(?P<what>[^，。；\n元]{3,90})(?=[，。；\n]|$)"
)
_JOINS = frozenset("、和及与暨")
"""补助费和|救灾资金: the name is that of one of two."""
_LEAST = 6
"""Code points that a name must have to be known by its end."""


def said_later(passage: Passage, draft: Draft) -> str | None:
    """The purpose that the first sentence behind the amount's own says of 该资金; None for a part, or where another sum stands between.

    一般性转移支付1000万元、社会事业专项资金600万元。…将社会事业专项资金用于卫生、文化项目: where it names the money, of what has that name.
    """
    if known := _said_by_name(passage, draft):
        return known
    end = draft.segment[1]
    if draft.parent is not None:
        return None
    at, what = next(((a, w) for a, kind, w in _statements(passage.state) if a >= end - 1 and kind in (draft.fund or "")), (-1, ""))
    other = draft.after
    while other is not None and draft in other.chain():
        other = other.after
    if (alone := _ALONE.match(passage.state.article.text, end)) and ("均" in alone["how"] or other is None or other.segment != draft.segment):
        return clip(alone["what"])
    if at < 0 or at - end > _FAR or (other is not None and other.money.start < at):
        return None
    return clip(what)


def _said_by_name(passage: Passage, draft: Draft) -> str | None:
    fund, end = draft.fund or "", draft.segment[1]
    if len(fund) < _LEAST:
        return None
    for at, name, what in _statements(passage.state, _NAMED):
        if end - 1 <= at <= end + _FAR and (name.endswith(fund) or (len(name) >= _LEAST and fund.endswith(name) and fund[: -len(name)][-1:] not in _JOINS)):
            return clip(what)
    return None


def _statements(state: State, pattern: re.Pattern[str] = _SAYS) -> list[tuple[int, str, str]]:
    """Where such sentences begin in the article, the kind or the name of the money or nothing, and the purposes; found once."""
    memory = _MEMORY if pattern is _SAYS else _BY_NAME
    known = state.memory.get(memory)
    if not isinstance(known, list):
        known = [(m.start(), _money(m), _OF.sub("", m["what"])) for m in pattern.finditer(state.article.text)]
        state.memory[memory] = known
    return known


def _money(match: re.Match[str]) -> str:
    return match["name"] if match.re is _NAMED else match["kind"] or match["bond"] or ""
