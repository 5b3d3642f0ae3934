"""Receivers that a clause names beside the one who gives: one helps the other, they sign together, one is the first of many.

    武清区援静宁县4150万元            who is helped, right behind the verb
    国家开发银行与同江市签订贷款合同，发放5亿元     with whom a lender or a donor signs
    襄城镇最多，有94.2万元             who has the most of what is shared out
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.places import group_at, places_in, set_places
from kg.extract.allocations.unnamed import Place, smalls_at, states_at

__all__ = ["helped", "named_beside"]

_HELPS = re.compile(r"(?:已|又|再|共|累计|先后|[今去]年|对口|结对)*(?:支援|援助|援建|帮扶|协作|帮助|支持|资助|捐助|援|帮)了?")
_SUM = re.compile(r"(?:的|共|累计|约|近|超过?|达|计)*(?:[\u4e00-\u9fff“”]{0,8}(?:资金|经费|款|物资))?(?:共|累计|约|近|超过?|达|计|合计|的有|有)*")


def helped(passage: Passage, draft: Draft) -> bool:
    """武清区援静宁县4150万元: two places, and nothing between them but the word of help; the sum follows."""
    text = passage.text
    found = places_in(passage, draft.clause[0], draft.clause[1])
    for i, (giver, receiver) in enumerate(pairwise(found), 1):
        group = group_at(passage, found, i)
        if _HELPS.fullmatch(text, giver[1], receiver[0]) and _SUM.fullmatch(text, group[-1][1], draft.money.start):
            set_places(draft, group, text)
            return True
    return False


_SIGNS = re.compile(
    r"(?:银行|分行|支行|信用社|联社|基金会?|公司|集团|慈善[总协]?会|红十字会|妇联|商会|亚行|世行|中国政府|[我中]方)[^，。；]{0,12}?(?:与|同|和)(?P<who>[^，。；]{2,16}?)"
    r"(?:人民政府|政府|方面)?(?:[\d月日]+|正式|再次|又|已|共同|今天|昨天)*(?:签[约订署下了字]|达成)(?P<what>[^，。；]{0,24})"
)
_GIVEN = re.compile(r"贷|捐|援|赠|融资|授信|帮扶|扶持|资助|助学|公益")


def named_beside(passage: Passage, draft: Draft) -> bool:
    """Set the place that signs with the giver, or that the clause before calls the first of all."""
    found = _signs_with(passage, draft) or _foremost(passage, draft)
    if found:
        set_places(draft, found, passage.text if found[0][3] else "")
    return bool(found)


def _signs_with(passage: Passage, draft: Draft) -> list[Place]:
    """基金会与信阳市签约，捐赠500万元: only where the agreement, or what is done by it, is one of lending or giving."""
    text = passage.text
    said = _SIGNS.search(text, draft.segment[0], draft.money.start) if text.find("签", draft.segment[0], draft.money.start) >= 0 else None
    verb = draft.action.text if draft.action else ""
    if said is None or not _GIVEN.search(said["what"] + verb + text[slice(*draft.clause)]):
        return []
    found = _exactly(passage, *said.span("who"))
    between = (said.end(), draft.money.start)
    return found if not places_in(passage, *between) and not any(between[0] < m.end <= between[1] for m in passage.money) else []


def _exactly(passage: Passage, start: int, end: int) -> list[Place]:
    """The places that fill the stretch, of any kind."""
    named = places_in(passage, start, end, in_bodies=True)
    group = group_at(passage, named, 0) if named and named[0][0] == start else []
    group = group or smalls_at(passage.text, start, end) or states_at(passage.text, start, end)
    return group if group and group[-1][1] == end else []


_FOREMOST = re.compile(
    r"(?:的?[^，。；\d给捐出援投]{0,8}?最[多大高快早重远]|的?[^，。；\d给捐出援投]{0,6}?(?:位?居首位?|居第一|排第一|占大头|遥遥领先))(?:的)?"
)
_HAS = re.compile(
    r"(?:[一二两三四五六七八九]项(?:资金)?(?:加起来|相加|合计)|[\d一二三四五六七八九十]+月(?:底|份)?|一家|独家|就|共|已|累计)*"
    r"(?:有|给了|达到?|为|是|分[到得]|拿[到走]?|用[了去掉]?|安排|得到?|获得?|下达|兑付|拨付|发放|结算|补助)?(?:了|约|近|超过?)*"
)


def _foremost(passage: Passage, draft: Draft) -> list[Place]:
    """襄城镇最多，有94.2万元: the clause before says it of the place, and that of the amount no more than how much."""
    text = passage.text
    if not _HAS.fullmatch(text, *draft.clause):
        return []
    for a, b in passage.clauses(draft.segment[0], draft.clause[0])[-1:]:
        b = b if text[b - 1] not in "，；" else b - 1
        found = [p for p in places_in(passage, a, b, in_bodies=True) if p[0] == a]
        group = group_at(passage, found, 0) if found else smalls_at(text, a, b)
        if group and _FOREMOST.fullmatch(text, group[-1][1], b):
            return group
    return []
