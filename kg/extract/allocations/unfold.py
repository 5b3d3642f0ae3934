"""Where the words point back at an amount that is named already: what follows is part of it.

    310亿元里，…                          the amount again
    教育支出中，…                          its name
    钱从三个口子来：… · 按项目看，…              the whole that is known to be spoken of
    首批64亿元。河北省分得11.2亿元                 what a place gets of it
    莆田市9000万元（仙游县3800万元、…），宁德市…    in brackets behind it, and what goes on behind them
"""

from __future__ import annotations

import re
from decimal import Decimal

from kg.annotate.passage import Passage
from kg.extract.allocations.apart import outside
from kg.extract.allocations.draft import Draft, Notes
from kg.extract.allocations.fund_words import GENERIC

__all__ = ["bracketed", "is_apart", "is_unfolded", "pointed_at", "repeated", "share_got"]

_BACK = 20
"""How many amounts back a whole is looked for."""


def repeated(passage: Passage, draft: Draft, notes: Notes) -> Draft | None:
    """310亿元里，…; 中央的10亿元，…; 1.8亿元分作三处：…: the amount named before that the draft only points at."""
    if draft.marker == "rest":
        return None
    owned = draft.marker in ("", "part") and _OWNED.fullmatch(passage.text, *draft.head)
    pointed = owned or _POINTED.search(passage.text, *draft.head)
    if not _INSIDE.match(passage.text, draft.tail[0]) and not pointed:
        return None
    about = not draft.own_payer and _ABOUT.search(draft.money.text) is not None
    same = (d for d in reversed(notes.kept) if d.segment != draft.segment and d.money.currency == draft.money.currency)
    return next((d for d in same if d.amount == draft.amount or (about and draft.amount < d.amount < draft.amount * _NEARLY)), None)


_ABOUT = re.compile("[余多]")
_NEARLY = Decimal("1.2")
"""已接收的500余万元中 speaks of 566.98万元."""
_INSIDE = re.compile(
    r"(?:的?[\u4e00-\u9fff]{0,6}(?:资金|款项?|捐款|善款|款物|经费|补助|补贴|贷款|债券|投资))?(?:[中里]面?|里头|之中|当中)(?:，|(?=有))|(?:又|再)?[分切][作成为]了?[两三四五六七八九十\d]+[个大]?[块份类处笔]|[^，。；\d]{0,10}(?:分解|切块)(?:下达|到)"
)
_POINTED = re.compile(r"(?:这|该)(?:笔|些)?(?:约|近)?$")
"""省级这7.9亿元，文昌一家占到3.1亿元."""
_OWNED = re.compile(r"(?!.*[捐赠])[\u4e00-\u9fff]{2,8}的")
"""中央的10亿元，…: whose it is, and no more."""


def pointed_at(passage: Passage, draft: Draft, notes: Notes) -> Draft | None:
    """教育支出中，…; 按项目看，…: the amount named before that the words in front of the draft speak of."""
    text, (start, end) = passage.text, draft.head
    larger = [d for d in notes.kept[-_BACK:] if d.amount > draft.amount and d.money.currency == draft.money.currency]
    if within := _WITHIN.search(text, start, end):
        name = within["fund"]
        return next((d for d in reversed(larger) if (d.fund and _is_named(d.fund, name)) or (d.action and d.action.text == name)), None)
    unfolds = _UNFOLDS.match(text, start, end) if start == draft.segment[0] and not draft.own_date else None
    if unfolds is None:
        return _told_in_sentences(passage, draft, larger)
    sums = _sums(passage, draft)
    if sums is None:
        return None
    giver = _GIVER.match(unfolds[0])
    if giver and (of_giver := [d for d in larger if giver[0] in text[d.head[0] : d.money.start]]):
        return of_giver[-1]
    whole = [d for d in larger if d.amount == max(sums, default=0)]
    if exact := next((d for d in reversed(whole or larger) if d.amount in sums), None):
        return exact
    tops = [d for d in larger if d.parent is None]
    split = [d for d in tops if d.parts]
    return next(iter(split[-1:] or tops[-1:]), None)


_ANNOUNCED = re.compile(
    r"(?<![^，。；：])(?:[这该此上述]+)?(?:资金|经费|款项?|补助|贷款|债券)[^，。；：\d]{0,8}?(?:支持|用于|投向|用在)[^，。；：\d]{0,8}?[一二两三四五六七八九十][个大项]?(?:方面|领域|环节|类|块)[：，。]一是"
)
_NEXT = re.compile(r"[一二三四五六七八九十]+是[^。]*。(?:[^。]{0,40}，)?[^，。\d]{0,8}$")


_GIVER = re.compile(r"[\u4e00-\u9fff]{2,8}(?=安排|下达|拨付|下拨|投入|支出|筹集|筹措)")
"""中央财政|安排资金的具体投向，: of two amounts named before, the one that it gives."""


def _told_in_sentences(passage: Passage, draft: Draft, larger: list[Draft]) -> Draft | None:
    """资金重点支持五方面：一是提升防御能力。安排259亿元…。五是…。安排30亿元: the amount before the announcement, of which each sentence tells a part."""
    if draft.own_payer or draft.own_date or draft.marker or passage.text.startswith("其中", draft.segment[0]) or draft.head[0] != draft.segment[0]:
        return None
    told = _ANNOUNCED.search(passage.text, passage.start, draft.money.start)
    if told is None or not _NEXT.search(passage.text, told.start(), draft.money.start):
        return None
    return next((d for d in reversed(larger) if d.money.end <= told.start() and d.parent is None), None)


def _sums(passage: Passage, draft: Draft) -> set[Decimal] | None:
    """What the draft and the amounts behind it in its segment add up to; None where one of them is their sum."""
    found, total = set(), draft.amount
    for money in passage.money:
        if draft.money.start < money.start < draft.segment[1]:
            if money.amount == total:
                return None
            total += money.amount
            found.add(total)
    return found


def _is_named(fund: str, name: str) -> bool:
    """Is 贷款资金, 危房改造资金 said of 贷款, 中小学危房改造?"""
    stem = name.removesuffix("资金")
    return fund.endswith(name) or (len(stem) > 1 and fund.removesuffix("资金").endswith(stem))


_WITHIN = re.compile(
    r"(?<![\u4e00-\u9fff\d])在?(?:[这该][些笔批]|上述|全部)?(?P<fund>[\u4e00-\u9fff]{0,10}(?:支出|资金|补助|补贴|债券|投资|经费|款物|捐款|善款|贷款))(?:当?中|里)，"
)
"""教育支出中，…: the amount named before whose name ends so."""
_MONEY = r"(?:资金|经费|款项?|钱|补助|补贴|投资|贷款|债券)"
_UNFOLDS = re.compile(
    r"(?:具体)?(?:按照?|从|分)(?!进度|时间|效果)[^，。；：\d]{1,8}?(?:来?看|上看|(?<!部)分|划分|来说|来算|讲)[，：]"
    rf"|[^，。；：\d]{{0,10}}?{_MONEY}的?(?:具体|主要|使用|支持|安排|支出)*(?:来源|构成|用途|投向|去向|分配|方向)(?:上|看|方面|情况)?(?:是|为|有)?[，：]"
    r"|(?:主要|重点|具体|分别)*(?:用于|投向|支持|用在|花在)[^，。；：\d]{0,4}[两三四五六七八九十](?:个|大|项)?(?:方面|领域|块|类|环节)[：，]"
    rf"|(?:[这该此上述]+(?:笔|批|些|项)?)?{_MONEY}[^，。；\d]{{0,4}}?(?:由|从|来自|用在|用于|投向|分)[^，。；\d]{{1,12}}[，：]"
    rf"|[这该此]+(?:笔|批|些|项)?{_MONEY}[^，。；元]{{0,12}}[，：]"
)
"""What announces that the money spoken of is told by its parts."""


def is_unfolded(passage: Passage, draft: Draft, previous: Draft | None) -> bool:
    """34.7亿元：民房修缮11.5亿元，…; 投向三大块：交通4亿元: a share behind the colon of an amount that it is part of."""
    if previous and draft.amount < previous.amount and previous.tail[0] == draft.gap and _USED.fullmatch(passage.text, draft.gap, draft.money.start):
        return draft.marker == ""
    plain = draft.bare or (draft.action is not None and draft.action.text == "支出" and not draft.own_payer)
    if previous is None or draft.marker or not plain or previous.segment != draft.segment or draft.amount >= previous.amount:
        return False
    gap = passage.text[previous.money.end : draft.money.start]
    return not draft.own_date and _COLON.match(gap) is not None


_USED = re.compile(
    r"(?:（[^（）]*）|的?[\u4e00-\u9fff]{0,6}(?:资金|补助|补贴|债券|券|款))?(?:到位)?，?(?:(?:截至?|到)*(?:目前|现在|年底|[\d一二三四五六七八九十]+月[底末]|[一二三四上]季度)，?)?"
    r"(?:各[省市县区州乡镇（）、]{1,6}|企业|项目单位)?(?:真正|实际|现)?(?:已经?|实际|真正)(?:支出|支付|拨付|兑付|兑现|发放|使用|用掉|用去|付出|投出|放款|拨(?!出)|付|用|发)"
    r"(?:出去|出|了|掉|的只有|到[户人位])*(?:资金|款项?)?[约近]?"
)
"""补助款3.4亿元，各县已发放2.9亿元: between the two stands nothing but that so much has been used."""
_APART = re.compile(r"[^。；]{0,12}(?:此前|在此之前|早些时候|之前的|早前|先前)[^。；]*分别[为是]")
_EXCLUDED = re.compile(r"[^，。；]{0,12}，?(?:不在此列|不在其中|不含在内|不计在内|不包括在内|未计入|未计算在内|另计)")


def is_apart(passage: Passage, draft: Draft) -> bool:
    """此前拨出两笔资金，分别为4000万元和…; 其中追加的1800万元不在此列: what is told off is no part of the amount before."""
    text = passage.text
    return _APART.match(text, draft.segment[0], draft.money.start) is not None or _EXCLUDED.match(text, *draft.tail) is not None


_COLON = re.compile(
    r"(?:（[^（）]*）)?(?:[^。；]{0,24}(?:[是为有分类块项处份头路口看来]|方面|如下|构成|包括|安排|分配|用于|投向|支持|重点))?(?:：|——)[^。；：]{0,30}$"
)


def bracketed(passage: Passage, draft: Draft, notes: Notes) -> tuple[Draft | None, bool]:
    """The amount in front of the brackets that the draft stands in, or that closed before it; and whether it is inside."""
    text, floor = passage.text, draft.segment[0]
    opened = _open_bracket(text, floor, draft.money.start)
    if opened is None and "）" in text[draft.gap : draft.money.start]:
        closing = text.index("）", draft.gap, draft.money.start)
        opened, inside = _open_bracket(text, floor, closing), False
    else:
        inside = True
    if opened is None or (inside and _EACH.search(text, opened, draft.money.start)):
        return None, False
    last = next((d for d in reversed(notes.kept[-_BACK:]) if d.segment == draft.segment and d.money.end <= opened), None)
    near = last is not None and (last.money.end == opened or (inside and _WITH.match(text, opened) and opened - last.money.end < 30))
    return (last, inside) if near else (None, False)


_EACH = re.compile(r"每|均|首期|折|合")
_WITH = re.compile("（(?:含|其中|包括)")


def _open_bracket(text: str, start: int, end: int) -> int | None:
    """Where the bracket opens that is not closed before `end`."""
    depth = 0
    for i in range(end - 1, start - 1, -1):
        if text[i] == "）":
            depth += 1
        elif text[i] == "（":
            if depth == 0:
                return i
            depth -= 1
    return None


def share_got(previous: Draft | None, draft: Draft, notes: Notes) -> Draft | None:
    """首批64亿元…。河北省分得11.2亿元: the total before, of which a place gets its share."""
    verb = draft.action.text if draft.action else None
    if verb in _SHARES and (not draft.fund or draft.fund in GENERIC):
        return _shared(previous, draft, notes) if previous else None
    got = verb in _GETS and draft.region and not draft.fund
    fits = got and previous is not None and previous.parent is None and not previous.bare and draft.amount < previous.room()
    return previous if fits and previous and not outside(draft, previous) and not _beside(draft, previous) else None


def _beside(draft: Draft, previous: Draft) -> bool:
    """石桥镇获得20万元，清水乡获得15万元: places of one level that get each their own by the same verb."""
    alike = draft.action is not None and previous.action is not None and draft.action.text == previous.action.text
    levels = [("".join(place[-1:] for place in (one.region or "").split("、")).replace("乡", "镇")) for one in (draft, previous)]
    return alike and levels[0] == levels[1]


def _shared(before: Draft, draft: Draft, notes: Notes) -> Draft | None:
    """What 分得 is said of, whatever stands in between: the batch named, a rest, the place that holds the other, else the total."""
    chain = before.chain()
    named = [d for d in reversed(notes.kept[-_BACK:]) if draft.label and d.label == draft.label]
    around = [d for d in (*chain, *chain[-1].parts) if d.marker == "rest" or (d.region and draft.region != d.region and _holds(d, draft))]
    whole = next(iter([*named, *around, chain[-1]]))
    fits = not whole.bare or whole is not chain[-1]
    return whole if fits and draft.amount < (whole.room() or whole.amount) and not outside(draft, whole) else None


def _holds(whole: Draft, part: Draft) -> bool:
    codes = [r.code.rstrip("0") for r in whole.regions if r.code]
    return bool(part.regions) and part.regions[0].code is not None and any(part.regions[0].code.startswith(c) for c in codes)


_GETS = frozenset("分得 分到 得到 获得 领到 领走 拿到".split())
_SHARES = frozenset("分得 分到".split())
"""Verbs that speak of a share, whatever has been said of the total in between."""
