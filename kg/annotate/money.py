"""Amounts of money: number, multiplier and currency, with ranges, qualifiers and units that stand elsewhere.

    约3.6亿元 · 12,345万元 · 叁仟贰佰万元整 · 1200余亿元 · 3至5亿元 · 1亿美元 · ¥3200万      `money.amount`
    8000万、7000万和5000万美元: the unit of the last serves all                             `money.shared_unit`
    单位：万元 over lines of names and numbers                                              `money.table`
    投入3.6亿，: no 元, but a word of money before                                          `money.bare`

Not money: 2500万亩, 113万户次, 7.5%, 二元结构, 数十亿元 (no number: set aside).
"""

from __future__ import annotations

import re
from decimal import Decimal

from kg.annotate.alternation import at_a_glance
from kg.annotate.colloquial import colloquial
from kg.annotate.currencies import PREFIXES, SUFFIXES
from kg.annotate.fold import fold
from kg.annotate.numerals import CHINESE_NUMERAL, number
from kg.annotate.passage import MoneyMention, Passage, split
from kg.annotate.tables import annotate_rows

__all__ = ["amounts", "annotate_money", "parse"]

_ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_DIGITS = rf"(?:{_ARABIC}|[{CHINESE_NUMERAL}]++(?:点[{CHINESE_NUMERAL}]++)?)"
_PIECES = r"个[余多](?=[千百十]?[万亿])|[余多]?个(?=亿(?!元[村镇乡县户级以企单项]))|[余多]"
"""3个多亿, 3个亿, 10多个亿; but 3个亿元村 are villages."""
_SCALED = rf"[ ]?(?:{_PIECES})?[十百千拾佰仟万亿萬億]+(?:零?{_DIGITS}(?=[余多]?[十百千拾佰仟万萬元圆块美港欧日英镑韩卢泰加澳新瑞法马印林越里特人]))?"
_NUMERAL = rf"{_DIGITS}(?:{_SCALED})*+"
_SUFFIX = "(?:" + "|".join(sorted(SUFFIXES, key=len, reverse=True)) + ")"
_PREFIX = "(?:" + "|".join(re.escape(p) for p in sorted(PREFIXES, key=len, reverse=True)) + ")"
_OTHER_WORD = r"(?:(?<=[万亿千百]元)|(?![旦首素宵件代论勋老凶气帅曲朝谋化]|[年月](?![底初内前中末])|结构|方程))"
_DASH = r"(?:至|到|[-—–―~～]{1,2})"
_ENDS_RANGE = rf"(?={_NUMERAL}[余多]?[ ]?(?:{_SUFFIX}|(?<=[万亿])(?![余多]?[个户家人名位件项亩吨辆头只株])))"
"""3000万元至5000万元; but 4000万元到|11个乡镇 is no range."""
_BEFORE = (
    "不会少于|不会低于|"
    "大约|约|将近|接近|近|不低于|不少于|不超过|不高于|不多于|不足|不到|至少|最少|最高|最多|起码|"
    "超过|超出|突破|逾|超|高于|多于|少于|低于|小于|大于"
)
_QUALIFIER = re.compile(rf"({_BEFORE})(?:合|为|达)?$")
_AFTERWARDS = re.compile(r"[整正]?(?:（含）)?(左右|上下|以上|以下|以内|之多)")
_OPENING = "".join(sorted({p[0] for p in PREFIXES}))
_AMOUNT = re.compile(
    rf"(?=[\d{CHINESE_NUMERAL}{re.escape(_OPENING)}])"
    rf"(?:(?P<prefix>{_PREFIX})[ ]?)?"
    rf"(?:(?P<low>{_NUMERAL})(?:[ ]?(?P<lowunit>{_SUFFIX})(?!——))?(?:（含）)?{_DASH}(?(lowunit){_ENDS_RANGE}))?"
    rf"(?P<number>{_NUMERAL})(?P<more>[余多])?"
    rf"(?:[ ]?(?P<suffix>{_SUFFIX}){_OTHER_WORD}"
    rf"(?:(?P<jiao>[\d{CHINESE_NUMERAL}]{{1,2}})[角毛](?![度落]))?(?:(?P<fen>[\d{CHINESE_NUMERAL}]{{1,2}})分(?!之))?)?"
)
_VAGUE = re.compile(rf"(?:[数几]|上(?=[十百千万亿]))[十百千]*[万亿]*{_SUFFIX}")
_SHARED = re.compile(at_a_glance(rf"({_NUMERAL})(?:、|和|及|与|以及)$"))
_MULTIPLIERS = re.compile(r"[十百千拾佰仟万亿萬億]+$")
_ADJACENT = re.compile(r"([一二两三四五六七八])([二三四五六七八九])([十百千万亿]+)")
_MORE = str.maketrans("", "", "余多个 ")
_FULL_COMMA = str.maketrans("，", ",")
_TRIGGER = re.compile(at_a_glance(
    r"[元圆块币镑铢盾亿¥￥$€£₩₹]|\d万(?=[，。；、）！？”用其支资帮给为留在购助设修建盖买]|$)|美金|卢[布比]|法郎|马克|林吉特|里亚尔|克朗|特别提款权|RMB|CNY|USD|EUR|GBP"
))
"""What every amount has a sign of: a line without one is not looked at further."""
_BARE_AFTER = re.compile(
    r"[，。；、：）！？\n”]|用于|用来|其中|支持|资助|帮助|给|为|留作|在(?![册岗读职建编线外籍押逃保训任役学]|家[务的]|校[生学])|购[买置](?!力|人|者|方|欲)|助[力学困残](?!对象|人|者)|设立|重建(?!户)|新建(?!户)|改[建造](?!户)|的(?:资金|投资|投入|贷款|经费|项目)|[修建盖买]|$"
    r"|(?:中央|地方|[省市县区]级|政府|财政|一般|专项|新增|超长期|特别|长期|预算内|扶贫|衔接|补助|补贴|奖补|的)*(?:资金|国债|债券|专项债|贷款|经费|基金|补助|补贴|奖补|转移支付)"
)
"""安排3.6亿|专项资金, 发行1万亿|超长期特别国债: the name of the money may follow."""
_BARE_BEFORE = re.compile(
    r"(?:资金|经费|预算|投资|投入|支出|拨款|贷款|补助|补贴|安排|发行|增发|落实|争取到?|下达|下拨|拨付|预拨|支付|捐款|捐赠|捐[资出]?|"
    r"债券|筹集|筹措|自筹|出资|拿出|掏|垫付|垫|奖励|资助|赞助|现金|公司|集团|[里级]配|(?<![单地])配套|(?<![外支付突进演派调售卖产])出|花|[拿投配补拨给](?=了)|总投资|投资金额|捐赠金额)(?:[了达共约近超逾]|总额|总计|合计|共计|超过|人民币)*$"
)


def annotate_money(passage: Passage) -> None:
    """Fill `passage.money` in reading order; vague sums (数十亿元) are set aside as rejected."""
    text = passage.text
    for start, end in split(_LINE, text, passage.start, passage.end):
        rows = annotate_rows(passage, start, end)
        if _TRIGGER.search(text, start, end) or _SPOKEN.search(text, start, end):
            known = {m.start for m in passage.money[-8:]} if rows else set()
            passage.money += [m for m in amounts(text, start, end) if m.start not in known]
            passage.money.sort(key=lambda m: m.start)
            for match in _VAGUE.finditer(text, start, end):
                passage.state.reject("money", "vague amount", match.start(), match.end())


_LINE = re.compile(r"\n")


def amounts(text: str, start: int, end: int) -> list[MoneyMention]:
    """The amounts of `text[start:end]` in reading order, those without a unit of their own in tables apart."""
    found: list[MoneyMention] = []
    for match in _AMOUNT.finditer(text, start, end):
        if match["suffix"] == "块" and (_CUT.match(text[match.start("number") - 1 : match.start("number")]) or not _PIECE.match(text, match.end(), end)):
            continue
        if match["suffix"] and match["number"][0] in _VAGUE_FROM and text[match.start("number") - 1 : match.start("number")] in ("数", "几", "上"):
            continue
        if not (match["suffix"] or match["prefix"] or _is_bare_money(text, match, end)):
            continue
        mention = _mention(text, match, start)
        if mention is None:
            continue
        floor = found[-1].end if found else start
        if match["suffix"] and not match["low"] and not match["prefix"]:
            found.extend(_shared(text, match, max(floor, match.start() - 60)))
        found.append(mention)
    taken = {m.start for m in found}
    spoken = [m for m in _SPOKEN.finditer(text, start, end) if max(m.start("sum"), m.start("rest")) not in taken]
    return sorted([*found, *filter(None, map(_spoken, spoken))], key=lambda m: m.start) if spoken else found


_HUNDREDS = "(?:[一二两三四五六七八九]千)?(?:[一二两三四五六七八九]百)?(?:[一二三四五六七八九]?十)?[一二两三四五六七八九]?"
_SPOKEN = re.compile(at_a_glance(
    r"(?:(?<![外支付突进演派调售卖产提推指输])出了?|[花掏捐垫贴领](?:了|出|掉|去)?|[付给补拨借贷退投配拿收交抵汇添签](?:了|出|掉|去|来|到)|(?:又|再|只)[花掏出捐垫])"
    rf"(?P<sum>(?=[一二两三四五六七八九十百]+[千万亿]){_HUNDREDS}(?:[万亿]{_HUNDREDS})?)(?=[，。；、）！？”\n]|$)"
    rf"|(?:其余|剩下|余下)的?(?P<rest>(?=[一二两三四五六七八九十百]+[千万亿]){_HUNDREDS}(?:[万亿]{_HUNDREDS})?)(?=[退还给交留添买付发投])"
))
"""掏了三万四，: so much said in words, without its unit, between a verb of paying and a stop; 其余一万五退给…."""


def _spoken(match: re.Match[str]) -> MoneyMention | None:
    start, end = match.span("sum" if match["sum"] else "rest")
    value = number(match.string[start:end])
    return MoneyMention(start, end, match.string[start:end], value, "CNY") if value else None


_VAGUE_FROM = "十百千万亿"
"""What follows 数, 几 or 上 where no number is meant: 数十亿元; but 打到账上6740万元, 决算数455亿元."""
_CUT = re.compile(r"[成作为分这第场板屏牌田砖碑匾]")
"""切成两块, 第二块, 展板12块: pieces that are counted, no price."""
_PIECE = re.compile(r"[，。；、！？”’）\n]|[呢吧啊了多左]|$")


def _is_bare_money(text: str, match: re.Match[str], end: int) -> bool:
    """投入3.6亿，: 万 or 亿 without 元, after a word of money and before a stop."""
    if match["number"][-1] not in "万亿" or match["number"][0] in "十百千万亿" or not _BARE_AFTER.match(text, match.end(), end):
        return False
    if _LEANS.match(text, match.end(), end):
        return False
    before = text[max(0, match.start() - 12) : match.start()]
    return _BARE_BEFORE.search(_QUALIFIER.sub("", before)) is not None


_LEANS = re.compile(rf"(?:[、和及与][\d.,]+[万亿]+)*[、和及与][\d.,]+[万亿]*{_SUFFIX}")
"""贷款8000万|、7000万和5000万美元: the unit of the last serves all."""


def _mention(text: str, match: re.Match[str], floor: int) -> MoneyMention | None:
    value = _value(match)
    if value is None:
        return None
    amount, highest, currency = value
    keep_prefix = match["prefix"] and not match["suffix"]
    start = match.start("prefix") if keep_prefix else match.start("low" if match["low"] else "number")
    before = _QUALIFIER.search(text[max(floor, match.start() - 6) : match.start()])
    after = _AFTERWARDS.match(text, match.end())
    more = match["more"] or next((c for c in match["number"] if c in "余多"), None)
    qualifier = before[1] if before else after[1] if after else more
    return MoneyMention(start, match.end(), text[start : match.end()], amount, currency, highest, qualifier)


def _value(match: re.Match[str]) -> tuple[Decimal, Decimal | None, str] | None:
    """Amount, upper end of a range, currency."""
    currency = _currency(match)
    spread = _ADJACENT.fullmatch(match["number"])
    if spread and not match["low"]:
        ends = [_number(spread[i] + spread[3]) for i in (1, 2)]
        if ends[0] is not None and ends[1] is not None and ends[0] < ends[1]:
            return ends[0], ends[1], currency
    amount = _number(match["number"])
    if amount is None:
        return None
    for group, weight in (("jiao", "0.1"), ("fen", "0.01")):
        if match[group]:
            amount += (number(match[group]) or 0) * Decimal(weight)
    if match["low"]:
        low = _number(match["low"])
        if low is None:
            return None
        if not match["lowunit"] or match["low"][-1] not in "万亿":
            low = _scaled_like(low, match["number"], amount)
        return (low, amount, currency) if low < amount else (amount, None, currency)
    return amount, None, currency


def _currency(match: re.Match[str]) -> str:
    """The prefix wins over a plain 元: 港币两千元 is HKD."""
    suffix = SUFFIXES.get(match["suffix"] or "元", "CNY")
    return PREFIXES.get(match["prefix"] or "", suffix) if suffix == "CNY" else suffix


def _number(text: str) -> Decimal | None:
    return number(text.translate(_MORE).translate(_FULL_COMMA)) or (number("一" + text.translate(_MORE)) or None)


def _scaled_like(low: Decimal, text: str, high: Decimal) -> Decimal:
    """3至5亿: the lower end takes the upper end's multiplier, as far as it stays the lower end."""
    run = _MULTIPLIERS.search(text)
    for cut in range(len(run[0]) if run else 0):
        scale = number("1" + run[0][cut:]) if run else None
        if scale is not None and low * scale < high:
            return low * scale
    return low


def _shared(text: str, match: re.Match[str], floor: int) -> list[MoneyMention]:
    """8000万、7000万和5000万美元: the amounts to the left that lean on this one's unit."""
    found: list[MoneyMention] = []
    scale = _SCALE.search(match["number"])
    start = match.start("number")
    while item := _SHARED.search(text[floor:start]):
        own = item[1][-1] in "万亿"
        unit = match["suffix"] if own or not scale else scale[0] + match["suffix"]
        value = _number(item[1] if own or not scale else item[1] + scale[0])
        if value is None:
            break
        at = floor + item.start(1)
        before = _QUALIFIER.search(text[max(floor, at - 6) : at])
        mention = MoneyMention(
            at,
            floor + item.end(1),
            item[1],
            value,
            SUFFIXES[match["suffix"]],
            None,
            before[1] if before else None,
            unit,
        )
        found.insert(0, mention)
        start = at
    return found


_SCALE = re.compile(r"[万亿]+$")


def parse(text: str) -> tuple[Decimal, str, Decimal | None] | None:
    """`(amount, currency, upper end or None)` of a text that is one amount; qualifiers are passed over.

    A multiplier alone will do where the text is known to be money (三百万).
    """
    text = _AROUND.sub("", fold(text.strip()).translate(_FULL_COMMA)).replace("个亿", "亿")
    match = _AMOUNT.fullmatch(text)
    if match is None:
        return colloquial(text)
    return (value[0], value[2], value[1]) if (value := _value(match)) else None


_AROUND = re.compile(rf"^(?:从|{_BEFORE}|)+|(?:[整正]|（含）|左右|上下|以上|以下|以内)+$|(?<=元|块)钱$")
