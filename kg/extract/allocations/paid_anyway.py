"""What looks like no payment and is one: owed and settled, asked for and given, or only so called."""

from __future__ import annotations

import re

from kg.extract.allocations.draft import Draft

__all__ = ["OUTLAY_SIZE", "is_added", "is_granted", "is_in_name", "is_outlay", "is_project_total", "is_repaid", "is_settled"]

_NAMED = re.compile(
    r"(?:下达|拨付|拨出|安排|发放|兑现|兑付|支付|补助|补贴|追加|投入|退还)了?"
    r"(?P<name>(?![^，。；]*(?:[多少虚]计|虚假|重复|超范围|白条|账外|无预算|[未违]))"
    r"[^，。；]{2,20}(?:资金|经费|基金|补助|补贴|奖补|奖励|费用|[金费]|贷款)[共约近达]*)$"
)


def is_in_name(clause: str, none: re.Pattern[str]) -> bool:
    """拨付|追讨欠薪周转金|, 安排|打击逃税专项经费: are the words of `none` in the name of what is paid?"""
    named = _NAMED.search(clause)
    return named is not None and not none.search(f"{clause[: named.start('name')]}资金")


_SETTLED = re.compile(
    r"[^。；\d]{0,20}?(?:(?<!未)已|均)(?:在?[\d月日]+)?[^，。；\d]{0,12}"
    r"(?:结清|付清|还清|清偿|补发|清零|补齐|发清|(?:全部|全额|悉数)[^，。；\d]{0,4}(?:支付|拨付|发放|兑付|追回|到位|执行))"
)


def is_settled(text: str, draft: Draft) -> bool:
    """一县拖欠补贴款7400万元，欠款已在11月22日结清: owed, and paid after all."""
    return _SETTLED.match(text, draft.tail[0], draft.segment[1]) is not None


_PAID_OUT = re.compile("(?:均|都)?(?:现已|业已|已经?)(?:全部|全额|足额)?(?:下达|到账|拨付|到位|支付|发放|兑付)")


def is_granted(behind: str) -> bool:
    """县里申报项目，资金3亿元|已下达: asked for, and given."""
    return _PAID_OUT.match(behind) is not None


_REPAYS, _DEBT = re.compile("支付|退还|返还|偿还|清偿|归还|还清|化解|置换|承担|代偿"), re.compile("的?(?:债务|欠款|外债|旧债|陈债|欠债|质保金|质量保证金)")


def is_repaid(clause: str, behind: str) -> bool:
    """偿还|3亿元的债务, 退还|62万元质保金: owed or held back no more."""
    return _DEBT.match(behind) is not None and _REPAYS.search(clause) is not None


_ADDS_TO = re.compile(r"(?:^|[^比较])(?:向|对|给|为)[^，。；比较]{2,16}(?:又|再|还|新|额外|紧急)*增加了?(?:安排|拨付|下达|投入)?了?$")
_OF_MONEY = re.compile("的?[^，。；增减]{0,12}?(?:拨款|补助|补贴|资金|投资|经费|转移支付|贷款)(?![^，。；]*(?:比|较)上?[年一])")


def is_added(clause: str, behind: str) -> bool:
    """对湖北省增加了|5亿元拨款: more money given to somebody, and no difference between two sums."""
    return _ADDS_TO.search(clause) is not None and _OF_MONEY.match(behind) is not None


_TOTAL = re.compile(r"(?P<named>(?:该|本|这个)?(?:项目|工程))?总投资额?(?:约|近|超过?|达到?|为)*")
_BUILT = re.compile(r"(?![^。；]*(?:公司|企业|集团|生产线|工厂|厂房|产能|客商|老板|酒店|楼盘))[^。；]*(?:新建|修建|兴建|建成|改造|硬化|维修)了[^，。；]{2,}，")
"""新建了校门和食堂，|总投资170余万元: what it cost that stands there."""
_OF_WORKS = re.compile(
    r"[^，。；：]{0,24}(?:项目|工程|水库|大桥|公路|高速|铁路|隧道|港|机场|基地|医院|学校|新区|水厂|电站|园区)(?:[^，。；：、一二三四五六七八九十]{0,8}"
    r"(?:[总共全]|位于|坐落|占地|建筑|规划|全长|\d|，)|[^，。；：、]{0,6}$)"
)
_SHARED_OUT = re.compile(
    r"，其中[：，]?(?:中央|国家|上级|省|市|县|区|镇|财政|争取|整合|群众|村民|社会|地方|自筹|申请上级|自治区|专项债|债券|增发|使用|利用|世行|亚行)"
    r"[^，。；\d]{0,14}(?:资金|投资|奖补|补助|自筹|筹资|筹劳|配套|债券|券|贷款|拨款|补贴|出资)[^，。；\d]{0,4}\d"
)
"""项目总投资3917万元|，其中财政奖补资金2100万元: public money pays for some of it."""
_ONLY_PLANNED = re.compile(
    r"签约|意向|协议|招商|引进|落户|对接|洽谈|谋划|储备|拟建|申报|推介|现场|视察|调研|考察|督[查导]|观摩|参观|产值|增长|个亿|论证|比选|可研|待批|外资|外商|民营|地产|"
    r"(?:公司|集团|企业)(?:投资|开发|兴建)|项目\d+[余多]?个|\d{2,}[余多]?个[^，]{0,8}(?:项目|工程)"
)
"""… 选址还在论证, 由某地产公司投资, 开工项目2000个: only talked about, a firm's own, or many at a time."""


def is_project_total(text: str, draft: Draft) -> bool:
    """四条高速公路项目总里程约209公里，|总投资约208亿元: what works cost in all, where nothing says that they are only talked about."""
    total = _TOTAL.fullmatch(text, *draft.clause)
    if total is None or _ONLY_PLANNED.search(text, draft.segment[0], draft.segment[1]):
        return False
    if _SHARED_OUT.match(text, draft.tail[0], draft.segment[1]):
        return True
    if total["named"]:
        return False
    if _BUILT.fullmatch(text, draft.segment[0], draft.clause[0]):
        return True
    return draft.clause[0] > draft.segment[0] and _OF_WORKS.match(text, draft.segment[0], draft.clause[0]) is not None


OUTLAY_SIZE = (
    r"(?<!范围的)(?:财政|中央|地方|各级)(?![^，。；]*范围)(?:(?!存量|沉淀|结[余转]|闲置|专户|引导|收入|缺口)[^，。；管融]){0,14}"
    r"(?:资金|投入|支出|补助|转移支付)总?规模(?:共计|超过?|达到?|为|约|近|突破)*"
)
"""地方财政专项扶贫资金规模超过; no 财政存量资金规模, which is money not spent."""
_OUTLAY = re.compile(rf"[^，。；：收算]{{0,20}}?(?:(?:财政|预算|民生)(?:总)?支出(?:累计|已|共)*完成(?:约|近|超过?)*|{OUTLAY_SIZE})")
_AIMED_AT = re.compile("计划|力争|确保|预计|目标|拟|将|如果|假如|若|[比较]|少|争取")


def is_outlay(text: str, draft: Draft) -> bool:
    """全省财政支出完成|7592亿元, 地方财政专项扶贫资金规模超过|1400亿元: what a treasury has spent in all."""
    return _OUTLAY.fullmatch(text, *draft.clause) is not None and not _AIMED_AT.search(text, *draft.clause)
