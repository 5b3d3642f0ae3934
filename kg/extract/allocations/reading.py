"""From a segment's amounts to drafts: which words belong to which amount, and what governs it.

    中央财政下达[A]5亿元，用于…，其中湖北[B]2亿元、湖南[C]1亿元，其余[D]2亿元用于…
    the gap between two amounts is cut into the tail of the first and the head of the second
"""

from __future__ import annotations

import re
from itertools import pairwise

from kg.annotate.alternation import at_a_glance
from kg.annotate.passage import MoneyMention, Passage
from kg.extract.allocations.draft import Action, Draft
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import ACT, COMPOUND, FUND_HEAD, NOMINAL, TARGET, VERB, VERBS

__all__ = ["LEVELS", "find_action", "own_noun", "read_segment"]

_HANDS = "送[去来上]|捐|提供|争取|落实|投入|拨|购|修|建|发放|筹|解决"
_AFTER_AMOUNT = re.compile(r"[整正]?(?:（含）)?(?:（(?:人民币，?)?(?:单位)?下同）)?(?:左右|上下|以上|以下|以内|之多)?")
_PARTS = (
    "其中", "包括", "包含", r"(?<=[，；])内?含(?!税|量)", r"(?<=（)含(?=[^（）]{2,12}$)", "分为", rf"分别为(?![^，。；\d]{{2,16}}?(?:{_HANDS}))",
    "分别是", "具体为",
    r"分[两三四五六\d]+[批期次年步](?:[^，。：]{0,6}(?=：)|(?:拨付|下达|兑付|发放|支付)?(?=，))",
    r"(?<=[，；])首[期笔付](?!资金)", r"(?<=[元，])[中里](?=，)", r"(?<=元)[中里](?=有|[省市县区]财政)",
    r"在(?:上述|以上|这些|这批)[^，。；]{0,10}中(?=，)", r"(?<=[，（])即(?=[^将便使日])",
)  # fmt: skip
_MARK = re.compile(at_a_glance(
    rf"(?P<part>{'|'.join(_PARTS)})|(?P<rest>其余|余下|剩余|剩下(?!的?缺口))|(?P<other>另有|另外|此外|另(?=[^一行类]))"
))
_TAKES = re.compile(r"(?<![挤侵抢霸])占[去了用到掉]?(?:其中的?)?$|(?:占[去了]?(?:大头|大半|多数)|(?:份额|占比|[分补拿]得)的?最[大多高])，$")
"""运行经费占去6200万元; 育秧占去大头，2.9亿元: part of the amount before, with or without 其中."""
_TOTAL = re.compile(
    r"^[“…—]*(?:前后)?(?:以上|上述|这|前述|全部)?(?:[两三四五六七八九十各\d]+[项者笔批级市县地个次]{1,2})?(?:资金|钱|款|"
    r"合起来)?(?:合计|总计|小计|共计|总共|加起来|[加合]在一起|累计)|^[…—]*(?:[两三四五六七八九十]|\d+)(?:[项者笔批级]|[笔项]资金|笔钱)(?:合起来|加起来|加在一起)?(?:一)?共"
)
_JOIN = re.compile(r"）?(?:[、和及与]|以及)")
_OPENING = re.compile(r"[（）、，：的 ]*(?:(?<![，：])(?:[及与]|和(?!田|平[县区]|静|硕|政|顺|龙|布克|林格尔))[）、，：的 ]*)*")
"""Marks and joiners before a member of a list; 和田地区 begins with none."""
_CLAUSE = re.compile(r"[，：；。！？\n]")
_AIMED = re.compile(r"对|向|给")
_LAST_BATCH = re.compile(r"首[笔期]$")
_BATCH = re.compile(r"(?:第[一二三四五六七八九十]|首)[批期笔次]")
_PROGRESS = re.compile(r"(?:目前|已|现已|实际|形成)[^，]{0,6}$")
_GLOSS = re.compile(r"（[^（）]{0,16}）")
_ASIDE = re.compile(r"(?!其中|其余|包括)[^，。；：（）]{0,30}(?P<aside>（(?!具体|按|折|约|合|即|相当)[^，。；（）]{2,12})")
"""9000万元|（仙游县3800万元、秀屿区…）: an aside in brackets is about the next amount."""
_DONE = re.compile(r"(?:资金)?(?:目前)?(?:已|均|全部|现已)")
_RESULT = re.compile(
    rf"{ACT.pattern}|分(?:[两三四五六七八九十]+[次批])?(?:拨|划|送)?[给到往]|[拨转][给到往]|覆盖|受益|涉及|支持|使|对|由[^，。；]{2,40}(?:使用|分用|分配|分得)(?!\d)|在[^，。]{{2,18}}?(?:[新修兴扩]?建|修|开展|实施|营造|治理|改造|举办|发展)|[给为][^，。；]{2,16}(?:添置|配齐|[新修兴]建|购置)"
)
_TAIL_NOUN = re.compile(rf"(?:的)?[^，。；、和及与\d]{{0,14}}?{FUND_HEAD.pattern}(?=[、和及与])")
_NOUN_AFTER = re.compile(
    r"进度|标准|额(?!度)|率|力度|机制|政策|办法|方案|部署|意见|银行|公司|平台|系统|通知|文件|有限|集团|股份|比例|"
    r"环节|方式|流程|渠道|管理办法|条件|范围|情况|计划"
)
_DATELINE = re.compile(r"[^，。；]{0,24}?\d+日[ ]?[电讯](?:[ ]?（[^）]*）)?[ ]*")
_ENUMERATOR = re.compile(r"\s*(?:第?[一二三四五六七八九十]+[、是]|（[一二三四五六七八九十\d]+）|\d+[.．、）]|[①-⑳])")
LEVELS = (
    (re.compile(r"\s*[一二三四五六七八九十]+、"), 1),
    (re.compile(r"\s*（[一二三四五六七八九十]+）"), 2),
    (re.compile(r"\s*(?:\d+[.．、](?!\d)|第?[一二三四五六七八九十]+是)"), 3),
    (re.compile(r"\s*(?:（\d+）|\d+）|[①-⑳])"), 4),
)


def read_segment(passage: Passage, a: int, b: int, found: list[MoneyMention]) -> list[Draft]:
    """The drafts of one segment, in reading order, not yet judged or tied together."""
    text, drafts = passage.text, []
    dateline = _DATELINE.match(text, a, b)
    head_start = gap = dateline.end() if dateline else a
    for i, money in enumerate(found):
        tail_start = _end_of(text, money, b)
        cut = _cut(text, tail_start, found[i + 1].start) if i + 1 < len(found) else b
        drafts.append(_draft(text, money, (a, b), (head_start, money.start), (tail_start, cut)))
        drafts[-1].gap = gap
        head_start, gap = cut, tail_start
    level = next((n for pattern, n in LEVELS if pattern.match(text, a, b)), 0)
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
    cuts = [head[0], *(m.end() for m in _CLAUSE.finditer(text, *head))]
    clause_start = cuts[-1]
    while len(cuts) > 1 and not without_lead(text[clause_start : head[1]]):
        cuts.pop()
        clause_start = cuts[-1]
    enumerator = _ENUMERATOR.match(text, clause_start, head[1]) if clause_start == segment[0] else None
    if enumerator:
        clause_start = enumerator.end()
    clause = (clause_start, head[1])
    draft = Draft(money, segment, head, clause, tail)
    if marks:
        draft.marker = marks[-1].lastgroup or ""
    draft.body = max([clause_start, *(m.end() for m in marks)]) if marks else clause_start
    number = _ENUMERATOR.match(text, head[0], head[1]) if head[0] == segment[0] else None
    if number:
        draft.body = number.end()
    draft.body = _OPENING.match(text, draft.body, head[1]).end()  # type: ignore[union-attr]  # it may be empty
    draft.close = _JOIN.match(text, *head) is not None
    draft.progress = _PROGRESS.search(text, max(clause_start, head[1] - 10), head[1]) is not None
    draft.batch = _BATCH.match(text, draft.body, head[1]) is not None or _LAST_BATCH.search(text[clause_start : head[1]]) is not None
    if not draft.marker and _TAKES.search(text[clause_start : head[1]]):
        draft.marker = "part"
    if _TOTAL.match(text[clause_start : head[1]]):
        draft.marker = "total"
    draft.action = find_action(text, draft)
    draft.bare = draft.action is None or (draft.action.after and draft.action.text == "用于")
    return draft


def _cut(text: str, start: int, end: int) -> int:
    """Where the gap between two amounts passes from the tail of the first to the head of the second."""
    gloss = _GLOSS.match(text, start, end)
    start = gloss.end() if gloss else start
    if text.startswith("（", start):
        return start
    if _JOIN.match(text, start, end):
        return start
    if aside := _ASIDE.fullmatch(text, start, end):
        return aside.start("aside")
    noun = _TAIL_NOUN.match(text, start, end)
    if noun:
        return noun.end()
    mark = _MARK.search(text, start, end)
    stop = mark.start() if mark else end
    at, first = start, True
    for comma in [m.start() for m in _CLAUSE.finditer(text, start, stop)] + [stop]:
        piece = text[at:comma]
        final = comma == stop and not mark
        aimed = _AIMED.match(piece) and not re.search(r"进行|予以|给予|实施|开展|补|[给为][^，。；]{2,16}(?:添置|配齐|[新修兴]建|购置)", piece) and not mark
        if not first and piece and (final or aimed or not (TARGET.match(piece) or _RESULT.match(piece) or _DONE.match(piece))):
            return at
        at, first = comma + 1, False
    return min(at, stop) if mark else max(start, at - 1 if at > end else at)


def own_noun(text: str, draft: Draft) -> str:
    """What stands right before the amount of a share: 校舍建设3亿元; it is its own, and no other's."""
    return without_lead(text[draft.body : draft.head[1]]).strip("、，：的 ").split("——")[-1]


def find_action(text: str, draft: Draft) -> Action | None:
    """The governing verb: the last full verb before the amount in its clause, else one behind it, else a nominal one."""
    strong, weak = _verbs(text, *draft.clause)
    if strong:
        return strong[-1]
    behind, behind_weak = _verbs(text, *_first_piece(text, draft))
    if behind:
        return _after(behind[0])
    if weak:
        return weak[-1] if weak[-1].text in ("完成", "新增", "到位") else weak[0]
    if FUND_HEAD.search(without_lead(text[slice(*draft.clause)])[-3:]) and draft.marker != "total":
        strong, weak = _verbs(text, draft.head[0], draft.clause[0])
        if strong or weak:
            return (strong or weak)[-1]
    if behind_weak:
        return _after(behind_weak[0])
    if FUND_HEAD.search(without_lead(text[slice(*draft.clause)])[-3:]) and draft.marker in ("", "part"):
        for a, b in _pieces(text, draft)[1:3]:
            strong, _ = _verbs(text, a, b)
            if strong:
                return _after(strong[0])
    recovered = _RECOVERED.search(text, *draft.tail)
    return Action(recovered.end() - 2, recovered.end(), recovered[0][-2:], "allocated", True) if recovered else None


_RECOVERED = re.compile(r"(?<=[已被])(?:全部|全额|统一|悉数)?(?:收回|追回)|(?:全部|全额|悉数)(?:收回|追回)")


def _pieces(text: str, draft: Draft) -> list[tuple[int, int]]:
    """The clauses of the tail, the first one even if it is empty."""
    cuts = [draft.tail[0], *(m.end() for m in _CLAUSE.finditer(text, *draft.tail)), draft.tail[1]]
    return list(pairwise(cuts))


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
        if _NOUN_AFTER.match(text, match.end()) or text.startswith("”", match.end()):
            continue
        action = Action(match.start(), match.end(), match[0], VERBS.get(match[0], "disbursed"))
        governed = any(a.end <= match.start() for a in (*strong, *weak))
        if governed and match[0] not in _PAYING and FUND_HEAD.match(text, match.end(), end):
            continue
        if match[0] not in NOMINAL:
            strong.append(action)
        elif not _is_noun(text, match, start, end):
            weak.append(action)
    return strong, weak


_PAYING = frozenset("下达 下拨 预拨 拨付 安排 支付 发放 追加 拨出 划拨 调拨 增拨 分配 补拨".split())
"""Verbs that stay verbs before a fund's name, whatever precedes them; 返还资金 and 垫付款 are names after 收到."""


def _is_noun(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """补助资金, 森林抚育补贴8480万元: the word is part of a name; 县财政奖补28万元 and 投入资金 are clauses."""
    if text[match.end() : match.end() + 1] == "的" and match.end() + 1 < end:
        return True
    if match[0] == "新增":
        return FUND_HEAD.search(text, match.end(), end) is None and FUND_HEAD.search(text[start : match.start()][-3:]) is None
    if match[0] not in COMPOUND | _ACTIVITIES:
        return False
    if match[0] not in ("支出", "投入", "捐款") and (
        FUND_HEAD.match(text, match.end(), end) or text[match.end() : match.end() + 1] in "费款金类项性"
    ) and match.end() < end:
        return True
    before = text[start : match.start()]
    rest = without_lead(text[match.end() : end])
    if match[0] in _NAMING and len(before) >= 2 and not _PAYER_WITHIN.search(before) and _REST_OF_NAME.fullmatch(rest):
        return True
    named = len(before) >= 2 and _PAYER_END.search(before) is None
    return named and without_lead(text[match.end() : end]) == "" and match[0] not in ("支出", "投入", "投资", "捐款", "配套", "支持")


_ACTIVITIES = frozenset(("购置", "采购"))
"""Verbs that close a noun phrase as well: 设备购置2亿元."""
_PAYER_END = re.compile(
    r"(?:财政|政府|部门|[省市县区州盟旗镇乡村厅局委部行司会院团社校厂站]|公司|集团|企业|里|本级|各级|人|又|再|还|共|已|将|"
    r"累计|先后|另|并|也|自发|全年|每年|分别|期间|年|月|日|给)$"
)
_NAMING = COMPOUND - {"支出", "投入", "捐款", "投资", "支持", "配套"}
_PAYER_WITHIN = re.compile(_PAYER_END.pattern + r"|财政|政府|公司|集团|[厅局委]")
_REST_OF_NAME = re.compile(rf"[^，。、的\d]{{0,6}}{FUND_HEAD.pattern}")
"""自然灾害生活补助|应急资金: what follows a noun of aid up to the name's head."""
