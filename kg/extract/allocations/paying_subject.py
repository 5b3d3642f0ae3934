"""Who pays as the subject of the verb, whatever it is: the words before it, without adverbs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.passage import Passage
from kg.extract.allocations.called import plain, without_self
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import FUND_HEAD, VERB
from kg.extract.allocations.payer_names import givers_in, on_behalf
from kg.extract.learned.phrases import is_cut, reads

__all__ = ["NO_NAME", "Found", "evident", "subject"]

Found = tuple[tuple[str, ...], str, tuple[str, ...]]
"""Payers, how they were found, and what is seen of them."""

_CUT = re.compile(r"[，：；。、“”\n]")
_ADVERB = re.compile(
    r"(?:已经|已|共|先后|累计|又|再|还|将|也|就|都|各|分别|首批|首期|随后|紧急|及时|专门|一次性|当即|又从|一起|当庭|当场|先行|率先|依法|主动|额外|另行|随即|已累计|另外|另|"
    r"预计|计划|拟|今年|去年|全年|每年|当年|目前)+$"
)
_TO_SOME = re.compile("[向给为]")
_TO = re.compile(r"(?:向|给|对|为|从|用|把|将|在|通过|按).*$")
NO_NAME = re.compile(
    r"^级|^[^（]*）|（[^）]*$|^(?:省|市|县|区|州|盟|旗|镇|乡|村|中央|国家|地方)(?:级|本级|里|财政)*$|^[此这本该上前首][次批笔]|^[该我本全各][省市县区州盟旗镇乡村局厅院校]$|^其[次余中]|^(?:近|今|去|全)年|^为了|\d|[的了]|"
    rf"^(?:{VERB.pattern}|累计|已|其中|其他|其余|继|共|上述|以上)|(?:价值|收入|金额|方面|项目|工程|改造|建设|工作|教育|卫生|技术|公益金|{FUND_HEAD.pattern})$"
)
"""What is no payer's name: a level alone, which is resolved instead; numbers, 的, a verb to begin with, a word of money at the end (but 基金 gives)."""


def subject(passage: Passage, draft: Draft) -> Iterator[Found]:
    """The words from the beginning of the clause, or from a date, to the verb; in a list of gifts, to the amount."""
    action, text = draft.action, passage.text
    governs = action is not None and not action.after and action.start > draft.clause[0]
    if action is not None and action.text == "分红" and not _TO_SOME.search(text, draft.clause[0], action.start):
        return  # 股东|分红
    if not governs and ("捐" not in text[slice(*draft.segment)] or _is_use(text, draft)):
        return
    end = action.start if action and governs else draft.head[1]
    dated = (d.end for d in passage.dates if draft.clause[0] <= d.start and d.end < end)
    start = max([draft.clause[0], draft.body if draft.body < end else draft.clause[0], *dated])
    phrase = _TO.sub("", _CUT.split(without_lead(text[start:end]).strip("，、：的 "))[-1])
    phrase = on_behalf(_ADVERB.sub("", phrase))
    led, says = _BY_WHOM.match(phrase), _DECIDES.search(phrase)
    if led or (says and _BODY.search(phrase[: says.start()])):
        phrase = phrase[led.end() :] if led else phrase[: says.start()] if says else phrase
        begin = text.find(phrase, start, end)
        if any(one[0] == begin for one in givers_in(passage, begin, end)):
            return  # who is named is found as such
    at = text.rfind(phrase, start, end) + len(phrase)
    if 2 <= len(phrase) <= 16 and not NO_NAME.search(phrase.removesuffix("基金")) and not is_cut(passage, at):
        verbs = f"verb {action.text if action else '-'}"
        yield _together(phrase), "subject", (
            f"length {len(phrase) // 3}", f"ends {phrase[-2:]}", f"ends {phrase[-1:]}", f"opens {phrase[:1]}", verbs,
            f"ends {phrase[-1:]} {verbs}", *reads(phrase),
        )  # fmt: skip


_BY_WHOM = re.compile("^(?:项目|工程|资金|费用|这笔钱|其余|余款|全部|均|都|主要)?由(?=..)")
_DECIDES = re.compile("(?<=..)(?:已|还|又)?(?:宣布|决定|承诺|同意)(?:将|再|还)?$")
_WITH = re.compile("(?<=..)(?:联合|会同|携手|及其|及|和|与|、)(?=..)")


def _together(phrase: str) -> tuple[str, ...]:
    """镇政府|联合|爱心企业: two who give as one, where each is of the kind that gives."""
    both = _WITH.split(phrase)
    return tuple(both) if len(both) > 1 and all(_BODY.search(one) or _OTHER.search(one) for one in both) else (phrase,)


_USED = re.compile(r"使用|用于|[为向给][^，。；]{2,20}捐")


def _is_use(text: str, draft: Draft) -> bool:
    """为两地的学校捐款52万元，其中石桥中学38万元: a share of what is given to someone names who receives."""
    return draft.parent is not None and _USED.search(text, draft.segment[0], draft.head[0]) is not None


_GIVES = frozenset("捐 捐款 捐赠 捐资 捐出 捐助 捐献 出资 垫付 垫支 垫资 支付 拿出 掏出 挤出 自筹 筹资 筹集 凑 集资 付 退还 给 自掏腰包".split())
_SPENDS = frozenset("投资 投入 赔付 拨付 拨出 发放 返还 资助 援助 奖励 补助 补贴 贴息 放贷 放款 贷 贷款 承担 负担 安排 救助 慰问".split())
_BODY = re.compile(
    r"(?:公司|集团|银行|政府|部门|企业|单位|协会|商会|工会|基金会|慈善会|委员会|管委会|[村居]委会|联社|信用社|农商行|[分支]行|慈善总会|开发署|[亚世]行|[中日德韩英美法]方|[省市县区乡镇村]里|[局厅]|[开承发]包?商)$"
)
_OTHER = re.compile(
    r"(?:工厂|学校|医院|大学|学院|合作社|中心|群众|村民|居民|职工|员工|党员|干部|师生|学生|老人|老板|女士|先生|网友|校友|肇事方|业主|企业家|乡贤|侨胞|[所站])$"
)
_LED = re.compile("^[又再该本我]|[年月天日来间后时](?=..)")
"""三年间|学校投入: something before the subject."""
_COUNTED = re.compile(r"(?:\d+|[一二两三四五六七八九十百]+)余?[位名个户家](?=..)")
_POOLS = re.compile(r"(?:自发|自愿|共同|一起)*(?:集资|自掏腰包|筹资|众筹)(?=了?[\d共约近])")


def evident(draft: Draft) -> tuple[str, ...]:
    """|供电公司|投资3200万元, 村里的12名|党员|捐款: a subject of the kind that gives, before a verb of giving, where nothing else is found."""
    action, passage = draft.action, draft.passage
    if passage is None or draft.marker or draft.inherited_action or draft.fund == "总投资":
        return ()
    pools = _POOLS.search(passage.text, *draft.clause)
    if pools is None and (action is None or action.after or passage.text.startswith("的", action.end)):
        return ()
    verb, end = ("集资", pools.start()) if pools else (action.text, action.start) if action else ("", 0)
    phrase = without_lead(passage.text[draft.clause[0] : end]).strip("，、：的 ")
    phrase = on_behalf(without_self(_ADVERB.sub("", _COUNTED.sub("", _TO.sub("", phrase).rpartition("的")[2]))))
    named = _together(phrase)
    if verb not in _GIVES | _SPENDS or not 2 <= len(phrase) <= 16 or phrase.endswith(("单位", "部门")) or NO_NAME.search(phrase) or end <= draft.clause[0]:
        return ()
    if verb in _GIVES and all(plain(one) != one for one in named):
        return named
    return named if not _LED.search(phrase) and (_BODY.search(phrase) or (_OTHER.search(phrase) and verb in _GIVES)) else ()
