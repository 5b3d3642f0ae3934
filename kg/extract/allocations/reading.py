"""From a segment's amounts to drafts: which words belong to which amount, and what governs it.

    中央财政下达[A]5亿元，用于…，其中湖北[B]2亿元、湖南[C]1亿元，其余[D]2亿元用于…
    the gap between two amounts is cut into the tail of the first and the head of the second
"""

from __future__ import annotations

import re

from kg.annotate.passage import MoneyMention, Passage
from kg.extract.allocations.draft import Action, Draft
from kg.extract.allocations.lexicon import FUND_HEAD, NOMINAL, TARGET, VERB, VERBS

__all__ = ["LEAD", "find_action", "read_segment"]

LEAD = re.compile(
    r"(?:(?:资金|金额|额度)?总(?:额|计|量|规模)|共计|合计|总计|累计|一共|共|已经|已|达到|达|为|是|了|约合|约为|约|将近|近|超过|超|逾|突破|不低于|不少于|不足|不到|至少|高达|接近|"
    r"折合|人民币|¥|各|分别|计|的资金|不超过|最高|到|：|:| )+$"
)
"""What may stand between a fund's name and its amount."""

_AFTER_AMOUNT = re.compile(r"[整正]?(?:（含）)?(?:左右|上下|以上|以下|以内|之多)?")
_MARK = re.compile(
    r"(?P<part>其中|包括|包含|(?<=[，；])含(?!税|量)|分为|分别为|分别是|具体为|即(?=[^将便使日]))|(?P<rest>其余|余下|剩余|剩下)|(?P<other>另有|另外|此外|另(?=[^一行类]))"
)
_TOTAL = re.compile(r"^(?:以上|上述|这|前述|全部)?(?:[两三四五六七八九十\d]+[项者笔批级市县地个次]{1,2})?(?:资金)?(?:合计|总计|共计|总共|加起来)")
_JOIN = re.compile(r"[、和及与]|以及")
_CLAUSE = re.compile(r"[，：；。！？\n]")
_RESULT = re.compile(r"惠及|覆盖|受益|修通|建起|建成|新建|购置|购买|涉及|支持|解决|补助|让|使|为(?!\d)|对")
_TAIL_NOUN = re.compile(rf"(?:的)?[^，。；、和及与\d]{{0,14}}?{FUND_HEAD.pattern}(?=[、和及与])")
_NOUN_AFTER = re.compile(r"进度|标准|额(?!度)|率|力度|机制|政策|办法|方案|部署|意见|银行|公司|平台|系统|通知|文件|比例|环节|方式|流程|渠道|管理办法|条件|范围|情况|计划")
_ENUMERATOR = re.compile(r"\s*(?:第?[一二三四五六七八九十]+[、是]|（[一二三四五六七八九十\d]+）|\d+[.．、）]|[①-⑳])")
_LEVELS = (
    (re.compile(r"\s*[一二三四五六七八九十]+、"), 1),
    (re.compile(r"\s*（[一二三四五六七八九十]+）"), 2),
    (re.compile(r"\s*(?:\d+[.．、](?!\d)|第?[一二三四五六七八九十]+是)"), 3),
    (re.compile(r"\s*(?:（\d+）|\d+）|[①-⑳])"), 4),
)


def read_segment(passage: Passage, a: int, b: int, found: list[MoneyMention]) -> list[Draft]:
    """The drafts of one segment, in reading order, not yet judged or tied together."""
    text, drafts = passage.text, []
    head_start = a
    for i, money in enumerate(found):
        tail_start = _end_of(text, money, b)
        if i + 1 < len(found):
            cut = _cut(text, tail_start, found[i + 1].start)
        else:
            cut = b
        drafts.append(_draft(text, money, (a, b), (head_start, money.start), (tail_start, cut)))
        head_start = cut
    level = next((n for pattern, n in _LEVELS if pattern.match(text, a, b)), 0)
    if drafts:
        drafts[0].level = level
    return drafts


def _end_of(text: str, money: MoneyMention, end: int) -> int:
    match = _AFTER_AMOUNT.match(text, money.end, end)
    return match.end() if match else money.end


def _draft(
    text: str, money: MoneyMention, segment: tuple[int, int], head: tuple[int, int], tail: tuple[int, int]
) -> Draft:
    marks = list(_MARK.finditer(text, *head))
    clause_start = max([head[0], *(m.end() for m in _CLAUSE.finditer(text, *head))])
    enumerator = _ENUMERATOR.match(text, clause_start, head[1]) if clause_start == segment[0] else None
    if enumerator:
        clause_start = enumerator.end()
    clause = (clause_start, head[1])
    draft = Draft(money, segment, head, clause, tail)
    if marks:
        draft.marker = marks[-1].lastgroup or ""
        draft.head = (head[0], head[1])
    if _TOTAL.match(text[clause_start : head[1]]):
        draft.marker = "total"
    draft.action = find_action(text, draft)
    draft.bare = draft.action is None or (draft.action.after and draft.action.text == "用于")
    return draft


def _cut(text: str, start: int, end: int) -> int:
    """Where the gap between two amounts passes from the tail of the first to the head of the second."""
    if _JOIN.match(text, start, end):
        return start
    noun = _TAIL_NOUN.match(text, start, end)
    if noun:
        return noun.end()
    mark = _MARK.search(text, start, end)
    stop = mark.start() if mark else end
    at, first = start, True
    for comma in [m.start() for m in _CLAUSE.finditer(text, start, stop)] + [stop]:
        piece = text[at:comma]
        if not first and piece and not TARGET.match(piece) and not _RESULT.match(piece):
            return at
        at, first = comma + 1, False
    return min(at, stop) if mark else max(start, at - 1 if at > end else at)


def find_action(text: str, draft: Draft) -> Action | None:
    """The governing verb: the last full verb before the amount in its clause, else one behind it, else a nominal one."""
    strong, weak = _verbs(text, *draft.clause)
    if strong:
        return strong[-1]
    behind, behind_weak = _verbs(text, *_first_piece(text, draft))
    if behind:
        return _after(behind[0])
    if weak:
        return weak[0]
    if LEAD.search(text[draft.clause[0] : draft.clause[1]]) and len(text[slice(*draft.clause)]) < 12:
        strong, weak = _verbs(text, draft.head[0], draft.clause[0])
        if strong:
            return strong[-1]
    return _after(behind_weak[0]) if behind_weak else None


def _after(action: Action) -> Action:
    return Action(action.start, action.end, action.text, action.stage, True)


def _first_piece(text: str, draft: Draft) -> tuple[int, int]:
    stop = _CLAUSE.search(text, *draft.tail)
    return draft.tail[0], stop.start() if stop else draft.tail[1]


def _verbs(text: str, start: int, end: int) -> tuple[list[Action], list[Action]]:
    """Full verbs, and those that may be nouns, in `text[start:end]`."""
    strong: list[Action] = []
    weak: list[Action] = []
    for match in VERB.finditer(text, start, end):
        if _NOUN_AFTER.match(text, match.end()):
            continue
        action = Action(match.start(), match.end(), match[0], VERBS[match[0]])
        if match[0] not in NOMINAL:
            strong.append(action)
        elif not FUND_HEAD.match(text, match.end(), end) and text[match.end() : match.end() + 1] != "的":
            weak.append(action)
    return strong, weak
