"""Phrases behind an amount that could say what it is for: in its own clauses, and in those that close the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import ACT, TARGET, WORKS
from kg.extract.allocations.target import phrase_from
from kg.extract.allocations.wording import OUTCOME

__all__ = ["behind", "closing", "own_clauses"]

_INTO = re.compile(
    r".{0,16}?(?:(?:打|拨付|发放|发|划|转|送|汇|支付|拨|付|借|贷|交|捐赠|捐|移|分配|投放|投|注|退|还|归还|退还|发还|下达|下拨|兑付|直达|分解|明细)(?:到了?|给了?|至|入|进)|"
    r"(?:归还|退还|缴回|退回|上缴|划归|交还|划转|转交)(?![了到给至入进]))(?P<what>[^，。；：]{1,24}?)(?:的?(?:账户|卡|手|账|一卡通|存折)[^，。]*)?$"
)
"""均已于上周五拨至|防疫机构, 已全部归还|专户: whom it has reached."""
_BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("reached", re.compile(r"(?:共|可|将|已|累计)*(?:惠及|覆盖|受益)[^，。；\d]{0,10}?\d[\d.,]*[万亿余多]*[名户人个所家位]*(?:次的?|的)?"
     r"(?P<what>(?![万亿余多名户人个所家位次项条种类款处座亩米吨]|平方|公[里顷斤])[\u4e00-\u9fff“”]{2,16})(?=[，。；、]|$)")),
    ("reached", re.compile(r"(?:惠及|覆盖|受益|资助|补助|救助|奖励|涉及|支持)(?P<what>[^，。；\d]{1,12})(?=\d|[，。；]|$)")),
    ("offered", re.compile(r"为(?P<what>(?:支持|推动|促进|保障)[^，。；]{2,50}?)(?:提供|奠定|创造)")),
    ("offered", re.compile(r"为(?P<what>[^，。；此其]{3,40}?)提供了?[^，。；]{0,10}(?:支持|保障|支撑|经费|保证)(?=[，。；]|$)")),
    ("into", _INTO),
    ("place", re.compile(r"在[^，。]{1,20}?(?P<what>(?:发展(?=[\u4e00-\u9fff]{2,8}(?:种植|养殖|产业|\d))|"
     r"建设|开展|实施|新建|兴建|修建|扩建|改建|修筑|修了|建了|建起|建成|"
     r"铺设|架设|安装|硬化|打造|打井|营造|种植|栽种|栽植|治理|改造|举办).*)")),
    ("loose", re.compile(r"(?P<what>(?:把|将|为|给(?!予)|对|替|让|帮|计划).{3,})")),
    ("project", re.compile(rf"[的装建修]?(?P<what>[^，。；已将]{{2,24}}?{WORKS})")),
    ("clause", re.compile(r"(?P<what>.{3,40})")),
)
_PRESSING = re.compile(r"(?:以?(?:应急|救急|救灾|抗旱|抢险|周转|机动|备用)(?:之需)?)(?=[，。；]|$)")
"""预拨5000万元应急: a purpose in a word."""
_BOUGHT = re.compile(
    r"的(?P<what>[\u4e00-\u9fff“”（）]{2,24}?|[\u4e00-\u9fff“”、]{4,40}?(?:桥梁|道路|公路|渠道|管网|校舍|设施|广场|路灯)(?:建设|改造|维修|硬化))"
    r"(?=、[总概估]?[投概]|等[^，。；]{0,10}(?:项目|工程|相继|陆续|先后|已)|(?:相继|陆续|先后|正式|全面|日前|近日|[昨今][日天]|[上下本]月|[去今]年)*[建竣开完动交投落启奠]|[已也将][于经]?|项目|工程|，|$)"
)
"""投资6800万元|的河东堤防、投资…: what so much is put into."""


def behind(passage: Passage, draft: Draft) -> Iterator[tuple[str, int, str, str | None]]:
    text = passage.text
    for i, (a, b) in enumerate(own_clauses(passage, draft)[:4]):
        at = i if i or a == draft.tail[0] else 1
        match = TARGET.search(text, a, b) if at == 0 else TARGET.match(text, a, b)
        match = match or _SPENT_ON.match(text, a, b)
        if match and match.start() - a <= 24:
            yield "purpose", at, match[0][-2:], phrase_from(passage, match.end(), draft.tail[1])
        begin = _behind_date(text, passage, a, b)
        begin = money.end() if at == 0 and (money := _MONEY.match(text, a, b)) else begin
        if act := ACT.match(text, begin, b):
            yield "act", at, act[0][-2:], phrase_from(passage, begin, draft.tail[1])
        if carries := _CARRIES_OUT.match(text, begin, b):
            yield "act", at, carries[0][:2], phrase_from(passage, begin, draft.tail[1])
        if at == 0 and (pressing := _PRESSING.match(text, a, b)):
            yield "purpose", at, "用于", pressing[0]
        built = at == 0 and (_BUILT.match(text, a, b) or _INVESTED.search(text, draft.clause[0], draft.money.start))
        if built and (bought := _BOUGHT.match(text, max(a, built.end()), b)):
            yield "project", at, "的", bought["what"]
        for kind, pattern in _BEHIND:
            if match := pattern.match(text, a, b):
                yield kind, at, text[a : a + 1], phrase_from(passage, match.start("what"), match.end("what"))


_MONEY = re.compile(
    rf"的?[\u4e00-\u9fff“”]{{0,12}}?(?:资金|经费|专款|款项)(?=(?:{ACT.pattern})[^，。；]{{3,}})(?!(?:保障|补助|补贴|奖励|支付|缴|供应|转移|发放|为|给|让)(?:机制|到位|标准|方式|渠道|了?$))"
)
"""筹集88万元|资金|改善办学条件: the word for the money stands between it and what it does."""
_CARRIES_OUT = re.compile(r"(?:全面|认真|严格)?(?:落实(?=[^，。；]{3,}(?:计划|政策|制度|工程|项目|待遇))|免除(?=[^，。；]{4,}费)|免费(?:发放|提供|开展))")
"""投入1738万元，|落实学生营养改善计划|; 安排243万元，|免除作业本费|."""
_SPENT_ON = re.compile(r"(?:全部|主要|指定|都|统一|重点)*(?:用|花|投|使)在了?")
_BUILT = re.compile(r"[兴修援捐新重改购创打]?[建造置](?:造|成|设)?(?=的)|(?:采购|购买|打造|改造)(?=的)")
"""捐资300万元|兴建|的文化礼堂落成."""
_OTHERS = re.compile(r"(?:其余|剩下|剩余|余下|余款|[其另]他|其它|不足|差额|另有)(?!.{0,4}(?:用于|投入)?以上)")
"""其余用于…: what is said of other money."""


def own_clauses(passage: Passage, draft: Draft) -> list[tuple[int, int]]:
    """The clauses behind the amount that do not only say what came of it, up to one that speaks of other money."""
    found = [(a, b) for a, b in passage.clauses(*draft.tail) if not OUTCOME.match(passage.text, a, b)]
    return found[: next((i for i, (a, b) in enumerate(found) if _OTHERS.match(passage.text, a, b)), len(found))]


def closing(passage: Passage, draft: Draft) -> Iterator[tuple[str, int, str, str | None]]:
    """县里出9万元，乡里出3万元，打井4眼: what is done behind the last amount of the sentence, in a clause of its own."""
    last, far, text = draft, 1, passage.text
    while last.after is not None and last.after.segment == draft.segment:
        last, far = last.after, far + 1
    for a, b in own_clauses(passage, last)[:4]:
        begin = together.end() if (together := _TOGETHER.match(text, a, b)) else a
        if a > last.tail[0] and (act := ACT.match(text, begin, b) or TARGET.match(text, begin, b) or _DONE.match(text, begin, b)):
            yield "closing", min(far, 5), act[0][-2:], phrase_from(passage, act.end() if act.re is TARGET else begin, last.tail[1])
        if a > last.tail[0] and (into := _INTO.match(text, a, b)):
            yield "closing into", min(far, 5), into[0][:1], phrase_from(passage, into.start("what"), into.end("what"))


_TOGETHER = re.compile(r"(?:[两三四五六各多]方|[两三]家|[大乡]家|村民)?(?:联手|合力|合资|合伙|齐心|共同|一起|一道|一并|终于|这才|总算|先行|才)+(?:将?用于)?")
_DONE = re.compile(r"完成了?(?=[\u4e00-\u9fff\d]{4})|[把将](?=.{4})|"
    r"[凿打挖开拓填堵夯修翻砌栽种植搭架铺盖](?:[通好成起下完住齐穿平]|口复|新)了?(?=[\u4e00-\u9fff\d]{2})")
"""两家合力|修缮祠堂; 凿通了山路, 把渠修到了田头: what is done in the end."""
_SINCE = re.compile(r"[从自][^，。；]{2,12}起，?(?=[^，。；]{4})")
_INVESTED = re.compile(r"(?:投资|投入|概算|造价|价值)[约近]?$")


def _behind_date(text: str, passage: Passage, a: int, b: int) -> int:
    """办起首届绣品展 in 于10月1日办起首届绣品展, 免除学杂费 in 从秋季学期起免除学杂费."""
    if since := _SINCE.match(text, a, b):
        return since.end()
    opens = text.startswith("于", a)
    return next((d.end for d in passage.dates if opens and d.start == a + 1 and d.end < b), a)
