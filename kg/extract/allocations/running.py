"""The money spoken of: what an amount is called, and is for, where its own words leave it out.

    省财政下达水利资金5612亿元。6月一个月就下达74亿元          the amount before            `named before`
    以旧换新资金来自国债。市财政下达首批资金4350万元            a name without an amount      `spoken of`
    核定应补助资金3亿元, in a notice on 廉租住房补助资金         the title                     `title`
"""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.fund_words import BESIDES, GENERIC, SELF_NAMED, clean, title_fund
from kg.extract.allocations.lexicon import VERB
from kg.extract.allocations.notice import is_notice
from kg.extract.allocations.reading import own_noun

__all__ = ["resume"]

_MENTION = re.compile(
    r"(?:^|[，。；：“”（\n]|下达|拨付|发放|安排|领到|收到|设立|获得)了?(?P<name>[^，。；：、的了\d“”（）\n]{2,22}?"
    r"(?:资金|补助|补贴|经费|债券|国债|基金|贷款|贷”|救助金|奖学金))(?=[，。；：”、？]|来自|来源|是|由|已|将|怎|的|到|全|按|就|从|能|专户|兑现)"
)
_LEAD_VERB = re.compile(r"^.*(?:领到|收到|下达|拨付|发放|安排|设立|获得|申请到|争取到)了?(?=.{4})")
_BROAD = frozenset("专项资金 财政资金 补助资金 奖补资金 资金来源 配套资金 财政补助 财政补贴 各类资金".split())
_EXPLAINED = re.compile(
    r"[”’]?(?:那|这)(?:笔|些)?[钱款]?(?:是|来自|就是)(?:[^，。；]{0,20}?的)?(?P<name>[^，。；的]{2,16}(?:资金|补助|补贴|经费|贷款|款))[，。]"
)
"""账上多了18.5万元。那是县财政局拨付的果业冷链补贴: the name that the next sentence gives."""
_NO_NAME = re.compile(r"不得|不能|可以|以|被|把|将|可|没有|哪|什么|如何|怎么")
_GIVING = frozenset(
    "下达 下拨 预拨 拨付 追加 增拨 补拨 安排 支付 发放 兑付 到账 到位 拨给 拨到 拨达 分配 划拨 汇往 支出 使用 调剂 调剂给 "
    "收回 退回 放款 拨清 划来 汇入 拨出 预下达 追拨 实拨 拨来 分给 领走 分得 分到 得到 获得 收到 拿到 切出 兑现 补发 用于 拨 "
    "落实 统筹 多了 发行".split()
)
"""Verbs whose object is money known by a name; 花, 捐 and 投资 start money of their own."""


def resume(passage: Passage, draft: Draft, previous: Draft | None, notes: Notes) -> None:
    """Give the draft the name last spoken of, where it has none or a general one (资金), and that money's purpose."""
    own, action = draft.fund, draft.action
    if draft.parent is not None or (own is not None and own not in GENERIC):
        return
    if own is None and (action is None or action.text in SELF_NAMED or action.text not in _GIVING):
        return
    name, source, how = _last_name(passage, draft, previous, notes)
    if name is None or (own and "捐" in name) or name == own:
        return
    draft.fund = name
    draft.inferred.append(("fund", how))
    shared = not (draft.bare and len(own_noun(passage.text, draft)) > 1)
    if source and draft.target is None and not draft.own_payer and shared:
        alike = (d.target for d in reversed(notes.kept) if d.fund == name and d.target and not d.parent)
        draft.target = source.target or next(alike, None)


def _last_name(
    passage: Passage, draft: Draft, previous: Draft | None, notes: Notes
) -> tuple[str | None, Draft | None, str]:
    """The name, the amount that has it (None for a bare mention), and where it was found."""
    floor = previous.money.end if previous else passage.start
    same = previous is not None and previous.segment == draft.segment
    if previous and same and (before := _effective(previous)):
        return before, previous, "named before"
    if mention := _spoken(passage.text, max(floor, draft.clause[0] - 240), max(floor, draft.clause[0])):
        return mention, None, "spoken of"
    if previous and (before := _effective(previous)):
        return before, previous, "named before"
    if is_notice(passage.state) and (title := title_fund(passage.text)):
        known = next((d for d in notes.top if d.fund and d.target), None)
        return title, known, "title"
    behind = _EXPLAINED.match(passage.text, draft.segment[1])
    explained = clean(behind["name"]) if behind else None
    recent = None if explained else next((d for d in reversed(notes.top) if d.fund and d.fund not in GENERIC and "捐" not in d.fund), None)
    if recent and (draft.fund or passage.start - recent.segment[1] < 400):
        return recent.fund, recent, "named before"
    return explained, None, "explained behind"


def _effective(draft: Draft) -> str | None:
    """The name of the draft or of what it is part of."""
    return next((d.fund for d in draft.chain() if d.fund and d.fund not in GENERIC and "捐" not in d.fund), None)


def _spoken(text: str, start: int, end: int) -> str | None:
    """The last name of money in the stretch that stands without an amount."""
    found = [m for m in _MENTION.finditer(text, start, end) if not _NO_NAME.search(m["name"]) and not BESIDES.match(text, m.end("name"))]
    for match in reversed(found):
        name = clean(_LEAD_VERB.sub("", match["name"].rstrip("”")))
        if name and len(name) >= 4 and name not in GENERIC | _BROAD and not VERB.match(name):
            return name
    return None
