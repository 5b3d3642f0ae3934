"""What the money may be for: every phrase around an amount that could say it, each with what is seen of it.

The phrases are weighed against each other (`kg.extract.learned`), not taken in a fixed order:

    用于灾后重建                  purpose     behind the amount, in its own clause or up to the third after it
    抢修提灌站412座               act         what the money does
    为支持春耕，安排…               for         in a clause before the amount
    给渔户发放…                   given       to whom
    门诊楼改造计划投资3.2亿元          topic       the subject of the sentence
    其中生态修复2亿元               noun        the noun of a share
    …                           whole       what the total is for
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.governed import headed, stands
from kg.extract.allocations.lexicon import FUND_HEAD
from kg.extract.allocations.phrasing import phrases_around
from kg.extract.allocations.reading import own_noun
from kg.extract.allocations.recipient import clip, is_lender, may_get
from kg.extract.learned.phrases import edges, is_cut, reads
from kg.extract.learned.weights import Candidate, Seen, best, load

__all__ = ["Purpose", "best_purpose", "purposes"]


@dataclass(frozen=True, slots=True)
class Purpose:
    """A phrase, or None for none, and its features."""

    text: str | None
    features: Candidate


def purposes(draft: Draft) -> list[Purpose]:
    """All phrases for the draft, none last; the amounts before it have theirs already."""
    passage = draft.passage
    assert passage is not None
    is_gift = "捐" in passage.text[slice(*draft.segment)]
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for kind, at, cue, phrase in phrases_around(passage, draft):
        text = clip(_REST.sub("", phrase)) if phrase else None
        if not text or _says_nothing(text):
            continue
        if not _tells(draft, text) and not (is_gift and text in draft.payers) and not _is_other(passage, draft, kind, text):
            found.setdefault((kind, text), (kind, str(at), cue))
    head = headed(draft)
    found = {
        key: how for key, how in found.items()
        if not (key[0] in _LENT and head and key[1] != head) and not (key[0] in _RESULTS and _is_result(draft, key[1], head))
    }  # fmt: skip
    near = next((kind for kind in ("purpose", "act", "for before", "later", "object behind") if any(k == kind for k, _ in found)), "-")
    votes = Counter(text for _, text in found)
    shared = {text: _of_phrase(passage, draft, text, votes[text]) for text in ["", *votes]}
    amount = _of_amount(draft, near)
    made = [Purpose(text, _features(draft, near, amount, shared[text], how, text)) for (_, text), how in found.items()]
    return [*made, Purpose(None, _features(draft, near, amount, shared[""], ("none", "0", ""), ""))]


_RESULTS = frozenset(("act", "clause", "project", "loose", "rules", "later rules", "object behind", "whom behind", "purpose", "place", "reached"))
"""How phrases behind an amount are found."""
_LENT = frozenset(("whole", "top", "neighbour", "earlier", "back", "object back", "whom back"))
"""How phrases of other sentences and other amounts are found: a share with a head of its own takes none."""
_SUBJECTS = frozenset(("clause before", "subject", "subject back", "noun", "topic before"))
_GIVES = r"[\d年月日]*(?:联合|[已共又再将])*(?:安排|下[达拨]|拨[付出]|公布|通报|出资)"
"""What an office does that is no receiver: 商务厅|安排…."""
_PERFECT = re.compile(r"[\u4e00-\u9fff]{1,3}了")
_AIMS = re.compile(r"(?:用于|投向|用来|支持|旨在)$")
_CLAUSE_END = re.compile(r"[，。；：]")


def _is_result(draft: Draft, text: str, head: str | None) -> bool:
    """农村公路|投资75亿元，硬化到村: what comes of it is no purpose where the head says what it is for; nor 向社会捐赠1亿元，打造了…."""
    assert draft.passage is not None
    words = draft.passage.text
    behind, first = words.find(text, draft.tail[0], draft.tail[1]), _CLAUSE_END.search(words, draft.tail[0])
    if behind < 0 or first is None or behind < first.end() or _AIMS.search(words, first.end(), behind):
        return False
    gives = draft.action is not None and "捐" in draft.action.text and draft.recipient is not None
    return head is not None or (gives and _PERFECT.match(text) is not None)


def _says_nothing(text: str) -> bool:
    """Does the phrase say how much, who speaks or who gives, and not what for?"""
    return bool(
        _NONE.search(text) or _DRAWN.search(text) or _SPOKEN.search(text)
        or any(pattern.fullmatch(text) for pattern in (_SOURCE, _MEASURED, _ONLY_COUNTED, _EMPTY))
    )  # fmt: skip


def _is_other(passage: Passage, draft: Draft, kind: str, text: str) -> bool:
    """Is the phrase when, from whom (广西|区分行; 商务厅|安排), where alone, or the list of places that have so much each?"""
    if kind in _SUBJECTS and text[-1] in "部委厅局办署" and re.search(re.escape(text) + _GIVES, passage.text[slice(*draft.segment)]):
        return True
    if text in (draft.region or "").split("、") or (any(payer.endswith(text) for payer in draft.payers) and not may_get(passage, draft, text)):
        return True
    return _is_time(passage, text) or is_lender(passage, draft, text) or _is_places(draft, text)


def _is_places(draft: Draft, text: str) -> bool:
    """其中东里村、柳花峪村各30万元: the places themselves."""
    members = re.split(r"[、和与及]", text)
    alike = len(members) > 1 and len({member[-1:] for member in members}) == 1 and text[-1] in "省市县区州旗镇乡村"
    return alike and draft.region is not None and draft.region.endswith(tuple(m for m in members if m))


def _is_time(passage: Passage, text: str) -> bool:
    """截止到6月23日12时: a phrase that is nothing but a date."""
    return any(len(text.replace(d.text, "").strip("截止至到自从在于前后起以来间期、，")) < 2 for d in passage.dates if d.text in text)


def best_purpose(draft: Draft) -> str | None:
    """The phrase that weighs most."""
    found = purposes(draft)
    chosen, draft.odds["purpose"] = best(load("purposes"), [purpose.features for purpose in found], _SILENCE)
    return found[chosen].text


_SILENCE = 0.5
"""What none must weigh more than a phrase: most amounts are for something, and a reader would rather see it."""


_Shared = tuple[tuple[str, ...], tuple[Seen, ...]]
"""What is seen of a phrase whatever its kind: to be weighed with its kind, and without."""


def _features(draft: Draft, near: str, amount: tuple[str, ...], shared: _Shared, how: tuple[str, ...], text: str) -> Candidate:
    """What is seen of a phrase that was found in one way; `near` is the best way there is."""
    kind, at, cue = how
    found = (
        f"at {at}", f"cue {cue}", f"near {near} at {at}", f"place {bool(draft.region) and text in (draft.region or '')}",
        f"verb at {draft.action.text if draft.action else '-'} {at}", f"number {text[:1].isdigit()}",
    )  # fmt: skip
    return Seen((kind,)), Seen(amount, kind), Seen(found, kind), Seen(shared[0], kind), *shared[1]


def _of_amount(draft: Draft, near: str) -> tuple[str, ...]:
    action = draft.action
    return (
        f"verb {action.text if action else '-'}", f"after {bool(action and action.after)}", f"marker {draft.marker}", f"fund {bool(draft.fund)}",
        f"bare {draft.bare}", f"near {near}", f"part {draft.parent is not None}", f"fund name {(draft.fund or '-')[-2:]}",
        f"level {draft.level > 0}", f"paired {draft.paired}", f"holds {_holds(draft)}",
    )  # fmt: skip


def _holds(draft: Draft) -> str:
    """What stands right before the amount: its money, a place, a level, a noun of its own, or nothing."""
    assert draft.passage is not None
    noun = own_noun(draft.passage.text, draft)
    if len(noun) < 2:
        return "-"
    if _FUNDS.search(noun, max(0, len(noun) - 4)):
        return "fund"
    if _SOURCE.fullmatch(noun) or noun in draft.payers:
        return "level"
    return "place" if draft.region and noun[:2] in draft.region else "verb" if draft.action and draft.body <= draft.action.start < draft.head[1] else "noun"


def _of_phrase(passage: Passage, draft: Draft, text: str, votes: int) -> _Shared:
    """The ends of a phrase, how many ways lead to it, and what stands around it."""
    place = passage.text.find(text, passage.start) if text else -1
    far = min(abs(place - draft.money.start) // 12, 8) if place >= 0 else 9
    timed = any(d.start <= place < d.end for d in passage.dates)
    shape = (
        f"{'的' in text:d}{bool(_DIGIT.search(text)):d}{'“' in text:d}{bool(_FUNDS.search(text)):d}"
        f"{any(o.name in text or o.text in text for o in passage.organizations):d}{bool(_VERBAL.match(text)):d}{timed:d}"
    )
    bits = (
        f"first {text[:1]}", f"opens {text[:2]}", f"last {text[-2:]}", f"length {min(len(text) // 4, 6)}", f"votes {min(votes, 4)}",
        f"shape {shape}", f"far {far}", f"in fund {bool(text) and text in (draft.fund or '')}",
        f"in payer {bool(text) and text in (draft.payer or '')}",
        f"stands {stands(draft, text)} {_holds(draft)} {draft.parent is not None}", f"rules {_likeness(text, draft.target or '')}",
        f"cut {is_cut(passage, place)}",
    )  # fmt: skip
    return bits, (Seen(bits, "any"), reads(text), edges(passage.text, place, place + len(text)))


_NONE = re.compile(
    r"<|^[-—~.．]|^（\d|^成功$|(?:容量|装机|产能|倍数)(?:约|达|为)?[\d.]+|[\d.]+%$|百分点$|\d[万亿]$|（[千万亿]?元）$|^(?:该|本|这个)?(?:项目|工程|年度|计划|实际|全年|当年|规划)总?(?:计划)?(?:投资)?$|(?:将|预计)受益$|投资计划$|方面的需要$|"
    r"\d[\d.,]*[万亿]?元|[\u4e00-\u9fff]\d[\d.,]*$|^[、和及与]|^(?!.*[\u4e00-\u9fff]{2})|^[\d至—~-]{1,6}[日月](?!(?:洪|暴|台风|地震|风灾|雪|旱|雹|冰|泥石流|水灾|特大))|^[但却]|"
    r"^(?:将|可|能够?)(?:大大|有效|极大|进一步|有力|切实)|^(?:已经?|于)?(?:开工|动工|竣工|完工|启动|开建|投用|落成)(?:建设)?$|^(?:信用评级|期限|利率|票面|招标价|中标价|根据|依据|按照|分列)|完毕$|(?:到账|到位|进了?账|入了?账|入库)$|担任|出任|"
    r"[\d.一二两三四五六七八九十]+倍(?:多|以上|左右)?$|^这?是.*第[\d一二三四五六七八九十]+[笔批]$|^支出[科列]|^(?:上述|[该这])[\d一二两三四五六七八九十]*个?[省市县区州村地（）]+$|^此(?![类项次种外])|"
    r"^[他她它]们?的|^[投拨汇打转]了?[进过]来$|^打[进入到].{1,6}(?:存折|账户|账上|卡上?)$|[得换挣攒省筹卖凑]来的$|掏腰包|慷慨解囊|"
    r"^把.*(?:资金|经费|款项?).{0,2}(?:拢|捆|整合)|^已经?到了?(?!期)|^[前后]者|紧随其后|^(?:不足|缺的|剩余|其余|余下)部?分?$|[^，]{2,}(?:[也则把]|(?<!成)就)$|(?:由[^，]{2,16}|[两三级分])(?:分担|承担)$|"
    r"^(?:起来|上的|下来|出来|出去|过来)$|[作做]出.*贡献$"
)
"""A phrase that takes in another amount, markup, a capacity (装机1200兆瓦), the number of a row, a share in per cent or a day is none,
nor is one without two characters in a row,
nor one that only says that work has begun (动工), what the terms are (期限…) or who holds a post."""
_SPOKEN = re.compile(
    r"^(?:本报)?(?:记者|媒体)|(?:汇报(?:衔接)?|请示|谈妥)$|(?:[局厅处院校县市镇乡区]长|主任|书记|经理|负责人)(?:[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff]{2,6})(?:全程)?(?:陪同|主持|出席|到场|考察|调研|签字)|(?:介绍|表示|透露|指出|通报|坦言|回忆|强调|补充|解释|认为|(?<!小)说|(?<![职名])称)(?:说|道)?$|会议?(?:决定|认为|同意|研究|要求|审议)$|^(?:经研究|听说|得知)|日前|网站$|^召开.*会$|"
    r"[\u4e00-\u9fff]{3}(?:(?:局|厅|处|科|站|所|院|校|事|镇|乡|县|市|会|馆|行|队)长|总经理|书记|主任|负责人)$|算了.{0,3}账$|(?:汇报|通报|介绍|公布)了"
)
"""园区管委会副主任介绍, 算了个总账: who speaks is no purpose."""
_MEASURED = re.compile(
    r"(?:其中|新馆|主[桥体线])?(?:总?占地|(?:建设|设计|用地)?规模|总?建筑总?面积|[全总]?长|日(?:处理|供水|产)(?:能力|规模)?|装机(?:容量)?|总?库容|总?工期|桥隧比)[为达约近]*\d[^，。；]*|"
    r".*占(?:了|到|去|比)?(?:[\d.]+[%％]|[近约]?[一二三四五六七八九]成[一二三四五六七八九多半]?|大头|多数)|.*额最[高大多]|[还尚]差.*|(?:项目|建设|所需)?资金(?:主要)?(?:来自|来源).*|接近.*的(?:总和|总量)|[户人亩村]均.*|尚有.*"
)
"""占地60亩, 财政资金占六成, 资金来自民航发展基金: how large a thing or a share is, and where the money comes from."""
_SOURCE = re.compile(
    r"(?:(?:中央|国家|地方|各级|上级|本级|省|自治区|市|州|盟|县|区|旗|镇|乡|村)(?:（[^）]{1,6}）)?[、和及]?)+"
    r"(?:本?级|[两三]级|(?:[本两三]?级)?财政(?:预算|专项|配套|承担|自筹|安排)?|级(?:预算|配套|补助|承担|自筹|专项)|级?占)|中央(?:预算内)?|地方(?:政府)?"
)
"""州级, 区级财政, 县财政配套: where a share comes from is no purpose."""
_EMPTY = re.compile(
    r"(?!.*(?:期|采购|[开竣]工)$)(?:概算|估算|预算|决算|投资|投入|资金|经费|费用|款项|金额|总额|总计|额度|部分|注册|资本金?|"
    r"完成|实际|计划|预计|估计|年度|基本|落实|到位|下[拨达]|拨[付出]|支[付出]|发放|安排|分配|交付|使用|投[用产]|统一|集中|采购|购置|实施|执行|进行|建设|启动|[动竣完]工|通车|建成|验收|开学|"
    r"分[为别]|包括|所?需要?|增支|筹[措集资]|方面|据|报告|会上|获悉|了解|统计|测算|提到|同意|[余剩]下|剩余|其[余中]|拿出|兑现|结清|分批|逐步|陆续|同时|目前|正式|"
    r"[兴修]建|[修建改]好|最[后终初高多大]|核定|结算|获批|大约|[能可]省|必须|修成|批下|途中|同期|公告|公示|结果|来源|答复|明细|情况|如下|账单|打卡|专户|到?户|头一?期|首期|个人|奖励|奖补|补助|补贴|给予|[有是现]|答应|补完|为止|居|首位|首|依次|分别|[省市县区镇乡]里|"
    r"[该这此本]次?|[首第][一二三]?批|[一二两三四五六七八九十]+[批项年月期个]|[今去明当全]年|总|约|近|共|已经?|均|全部?|只|仅|还|将|也|又|再|刚|由|来|达|为|于|后|的)+"
)
"""所需费用约, 均已交付使用, 三年投入: words of money and of work alone say nothing of what for; 项目 and 缺口 do, if little."""
_DRAWN = re.compile(rf"^(?:还有|有)?从.*{FUND_HEAD.pattern}$")
"""从区直部门压减的公用经费: where the money was taken from."""
_ONLY_COUNTED = re.compile(
    r"(?:新建|建设|建成|改造|完成|新增|恢复|修复|硬化|拆|修|建)?了?[约近]?[\d.,一二三四五六七八九十百千万亿两]+[余多]?(?:平方|立方)?"
    r"(?:公里|千米|米|平方米|平米|亩|公顷|吨|座|处|台|辆|张|项)"
)
"""新建1500公里, 建了三百一十万平方米: how much was done, without a word of what."""
_REST = re.compile(
    r"^(?:专项|主要|重点|全部|将|拟)*用于(?=.{2})|(?<=[造设育收程目产护修治业学训建备])上$|^(?:[一二三四五六七八九十]+(?:是|、)|（[一二三四五六七八九十]+）)|^(?:了(?!解)|的|有(?=[\d一二三四五六七八九十百千万]))|"
    r"(?<=[程目桥路校院库厂站线])(?:同时|集中|全面|正式|陆续)?(?:开工|动工|竣工|完工|启动|奠基)(?:建设|仪式)?$|(?<=.{4})(?:给予|进行)(?:奖励|补助|补贴|奖补|支持|资助|救助|补偿|帮扶)$|(?<=[程目桥路校院库厂站线])由[^，]{2,16}(?:援建|承建|兴建|建设|牵头|负责|实施)$|"
    r"(?:累计|合计|一共|总共|(?<!公)共|(?<!汇)总|先后|已|(?<![偿归返退])还|又|再|[去今明前]年|目前|倾斜|依次|分别|(?<=补)最[高多大]|(?<=项目|工程)获批|[、，])+$"
)
"""What is cut off: 有|120户车主, 清河大桥工程|开工, 四是|水文设施, 救灾工作|总|投入."""
_DIGIT = re.compile(r"\d")


def _tells(draft: Draft, text: str) -> bool:
    """Does the phrase say who pays, and that he does (省财政厅下达养殖综合治理补助)?"""
    return draft.action is not None and text.startswith(draft.payers) and draft.action.text in text


_FUNDS = re.compile(FUND_HEAD.pattern)
_VERBAL = re.compile(r"[了把将对给向为由从在已又还并]")


def _likeness(text: str, other: str) -> int:
    """How like two phrases are, 0 to 4; by their characters."""
    if not text or not other:
        return 0
    shared = sum((Counter(text) & Counter(other)).values())
    return int(4 * 2 * shared / (len(text) + len(other)))
