"""What no weighing brings back: words around an amount after which it is no money that moves.

    仍欠60万元 owed · 少配套3000万元 owed · 避免错发9万元 not lost · 超收310万元 taken in · 控制价2800万元 ceiling
    引进一名博士，安家费15万元 standard · 正与世行商谈一笔贷款，约2亿美元 negotiated · 80万元从哪来 asked
"""

from __future__ import annotations

import re

from kg.extract.allocations.draft import Draft

__all__ = ["aside"]

_MONEY = r"\d[\d,.]*[万亿]{0,2}元"
_PER_ONE = "standard or share per unit"
_CLAUSE = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        ("owed", r"^[^补清还偿填化]*欠账(?:已?[高多]?达|为|有|约|近)*$|[尚还仍]欠$"),
        ("owed", r"(?<![相适对反供响理])应(?:付[^，。；、给]{0,6}|[配拨缴]的?)$|少(?:配套?|拨)(?:资金|经费)?$"),
        ("owed", r"需要?(?:自筹|投入|筹措|配套)(?:的?(?:配套|资金))?$"),
        ("not lost", r"(?:避免|防止|止付|拦截|堵住)[^，。]{0,8}$"),
        ("not taken in", r"缓[缴征]|延缴"),
        ("taken in", r"(?:[可能年]收|收上来|进账|创收|超收|罚单|拟罚没?|拟罚款)$|(?:销往|销到|卖到)[^，。；]{0,16}$"),
        ("taken in", r"(?:收支|当期)[^，。；]{0,10}(?:相抵|结余|结存|只剩)[^，。；]{0,4}$"),
        ("ceiling", r"控制价|拦标价|限价|(?:(?<!再)贷款|授信)额度(?:为|约|达)*$"),
        ("budgeted, not spent", r"设计预算(?:为|约|达)*$|(?:年初|调整后?的?)预算数?(?:为|是)$"),
        ("promised by others", r"(?<!同)意向(?:性)?(?:资金|投资|金额)(?:约|达|共)*$|合同(?:总)?(?:投资|引资)"),
        (_PER_ONE, r"一[个名位户][^，。；]{1,8}一个月[^，。；]{0,4}$|最[少低]的(?:也有?|只有?|仅|不足|不到)"),
        ("held back", r"[暂再]各?扣$"),
    )
)
"""In its clause: 全市需要自筹的配套4.8亿元."""
_HEAD = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        (_PER_ONE, r"标准[^。；]*，即$|分[一二三四五六七八九十两\d]+年[^。；]{0,10}，每年$"),
        (_PER_ONE, r"每[人户亩头只名吨位](?:每?[月年天])?$"),
        (_PER_ONE, r"(?:引进|培养|招引|录用|吸纳|聘请|培育|认定|创建|考上)一[名个位家][^。；]{0,50}$"),
        ("taken in", rf"收入(?:总计|合计|总额){_MONEY}，(?:其中|包括|含)(?![^。；]*支出)[^。；]*$"),
        ("balance", rf"(?:贷款|存款|债务)余额(?:为|达)?{_MONEY}，(?:其中|包括)[^，。；]*$"),
        ("negotiated", r"正(?:在)?(?:与|同|和|跟)[^。；]{0,16}(?:商谈|洽谈|磋商|谈判)"),
        ("negotiated", r"(?:下一年度|明年|下一步|下步|今后)[^。；]*争取[^。；]{0,20}$"),
        ("in kind", r"义务工[^。；]{0,12}，折合$"),
    )
)
"""In its sentence: 标准为上年收入的20倍，即84万元."""
_TAIL = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        ("misappropriated", r"[^，。；]{0,6}(?:据为己有|私分|挥霍|中饱私囊)"),
        ("audited", r"[^，。；]{0,10}(?:开展|进行|作|做|实施)[^，。；]{0,6}(?:审计|核查|检查|督查)"),
        ("ceiling", r"的?(?:意向)?授信"),
        ("asked", r"(?:从|打|上|到)哪"),
        ("owed", r"[^，。]{0,3}[正还仍尚]在追"),
    )
)
"""Behind it: 曾对其经手的3亿元资金开展专项审计."""
_OF_A_KIND = re.compile(r"(?:重建|新建|修缮|维修|改造|建房|[危倒]房|倒塌|损坏|脱贫|低保|搬迁|困难|贫困|受灾)户(?:补助|补贴|奖励|奖补)?$")
_ONE_HOUSEHOLD = 100_000
"""重建户补助1.2万元: less than this is what each of them gets; 倒房户30万元 goes to all of them."""
_RATES = re.compile(rf"标准(?:为|是|达)[^，。；\d]{{0,6}}{_MONEY}，(?:[^，。；]{{1,16}}{_MONEY}，)*[^，。；]{{1,16}}$")
_ONE_RATE = 1_000_000
"""补助标准为50万元，县级为20万元: the standard goes on, as long as no verb pays."""


def aside(text: str, draft: Draft) -> str | None:
    """The reason that the amount is none, or None."""
    clause = text[slice(*draft.clause)]
    before = text[draft.segment[0] : draft.head[1]]
    behind = text[slice(*draft.tail)]
    for table, where in ((_CLAUSE, clause), (_HEAD, before)):
        for reason, pattern in table:
            if pattern.search(where):
                return reason
    for reason, pattern in _TAIL:
        if pattern.match(behind):
            return reason
    small = draft.amount < _ONE_HOUSEHOLD and _OF_A_KIND.search(clause)
    goes_on = draft.amount < _ONE_RATE and draft.action is None and _RATES.search(before)
    return _PER_ONE if small or goes_on else None
