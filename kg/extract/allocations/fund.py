"""What the money is called: the longest name in the text, without budget year, batch and 提前.

    追加第三批抗旱补助资金6亿元 → 抗旱补助资金 · 83.6万元临时救助金 → 临时救助金
"""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.fund_words import ONLY_HEADS, clean
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import ACT, COMPOUND, FUND_HEAD, TARGET, VERB
from kg.extract.allocations.name_bounds import whole_object, without_places
from kg.extract.allocations.places import spans
from kg.extract.learned.fund_names import begin_of_name

__all__ = ["find_fund", "project_total", "source_fund"]

_TAIL_NAME = re.compile(
    rf"(?:（[^）]{{0,12}}）)?(?:的)?(?P<name>[^，。；：、（）…\d]{{0,24}}?(?:{FUND_HEAD.pattern}){{1,3}})"
    r"(?=$|[，。；：、（）！？\n\s”]|的|和|及|与|已|将|全部|用于|支持|于|按|从|由|直接|均|共|拨|转|下|打|发|分|安排|"
    r"下达|投入|支付|划|送|到|进|专项用于|重点|主要|其中|，|注入|解决|作为|交|寄|汇|存|帮助|给|对|在|惠及|奖励|补助|精准|统筹|就|也|都|捐(?![款资])|投|要|转|提前|陆续|如期|及时|当[场众天]|之[前后外]|以外|外[，。]|[正仍尚落请]|\d"
    rf"|{ACT.pattern}(?![^，。；、（）]{{0,8}}?{FUND_HEAD.pattern}))"
)
_SPLIT = re.compile(r"[，：；。]|(?<=[省市县区州厅局部委办司行])（|（(?![^（）\s]*）(?!总?投资|捐))|其中|包括|其余|余下|剩余|剩下的?|另有|另外|此外|分别|以及")
_OF = re.compile(
    r"^.*(?:募集|捐赠|转贷|安排|下达|拨付|投入|发放|筹措|筹集|拨出|下拨|拨|落实|支付|支出|提供|补助|争取|收到|获得|追加|"
    r"列支|放|发)的(?=.{2})"
)
_QUOTED = re.compile(r"[“《](?P<name>[^”》]{2,16}(?:贷|券|奖))[”》]")


def find_fund(passage: Passage, draft: Draft) -> str | None:
    """The fund's name in the draft's own words, or None."""
    text = passage.text
    if use := _FOR_USE.search(text[draft.clause[0] : draft.clause[1]]):
        return use["purpose"] + use["head"]
    if financed := _FINANCES.fullmatch(text[draft.body : draft.head[1]]):
        return clean(financed["name"])
    own = _before(passage, draft)
    behind = _behind(text, draft)
    attributed = behind is not None and text[draft.head[1] - 1] == "的"
    if own and (own not in ONLY_HEADS or not behind) and not attributed and not (behind and _COST.search(own)):
        return own
    if behind:
        return behind
    if own:
        return own
    if loose := _LOOSE.match(text, *draft.tail):
        return clean(loose["name"])
    if given := _GIVES_OUT.match(text, draft.tail[0], draft.segment[1]):
        return clean(given["name"])
    quoted = _QUOTED.search(text, draft.head[0], draft.clause[1]) or _FOUNDS.match(text, draft.tail[0], draft.segment[1])
    return quoted["name"] if quoted else None


_LOOSE = re.compile(
    rf"的?(?P<name>(?!{ACT.pattern}|{TARGET.pattern}|[由从被已将全])[^，。；：、（）…\d了的]{{0,10}}?(?:{FUND_HEAD.pattern}){{1,3}})(?![箱人者会款]|项目|标准|缺口|管理|公司|中心|合同)"
)
"""30万元应急资金今天就拨: where nothing else names the money, what follows at once does, whatever comes then."""
_COST = re.compile(r"费用$")
"""所需改造费用26万元从专项资金中列支: what it costs is no name where the money has one."""
_FOUNDS = re.compile(
    r"[^。；：]{0,60}?(?:设立|建立|成立|组建|发起设立|设(?=了))了?(?:[^，。；“《\d]{0,16}项目)?(?P<name>[“《][^”》]{2,24}(?:金|奖|专项|补助|补贴)[”》]|[^，。；：“”\d]{2,16}(?:基金|奖学金|助学金|奖教金|救助金|资金池?))(?=[，。；]|$)"
)
"""拿出3亿元，…，建立奶农救助资金; …捐资40万元，共200万元设立“清溪奖励基金”: what is founded with it."""
_GIVES_OUT = re.compile(
    rf"[，]?[给向为对][^，。；\d]{{2,24}}?(?:发放|兑付|给予)(?P<name>[^，。；、：“”\d]{{0,12}}?{FUND_HEAD.pattern})(?=[，。；]|$)"
)
"""拿出40万元，给离任村医发放一次性补助: what is given out of it."""
_SOURCE = re.compile(
    rf"(?:从|在|用|由)(?:盘活的|清理出的|收回的|统筹的)?“?(?P<from>[^，。；从]{{2,24}}?(?:资金|基金|经费|收入|收益|附加|专项|预算|投资|款|"
    rf"预备费|预备金|财力|专户|公益金|储备金|周转金|结余|国债|出让金|附加费)|[^，。；从]{{0,10}}?(?:购置税|车购税|资源税|烟叶税|城建税|党费))”?(?:中|里|内|(?=划|补充|补齐|注入|垫付|偿还))|(?P<pays>[^，。；：、年月日省市县区全\d]{{0,8}}?(?:保险|医保|[房产壳农]险|保险基金|新农合|门诊统筹|医疗救助))(?:已|累计|共|先后|又|也|再|还)*(?:赔付|报销|支付|列支|理赔|预赔|报了|兜住|核定)|(?P<of>[^，。；：的]{{2,20}}?{FUND_HEAD.pattern})(?:中|里)，(?:有)?$"
)
_HAS_SOURCE = re.compile(r"[从在用由].*(?:[中里内]|划|补[充齐]|注入|垫付|偿还)|赔付|报销|支付|列支|理赔|预赔|报了|兜住|核定|[中里]，(?:有)?$", re.DOTALL)
_EARLIER = re.compile(
    r"(?:设立|安排|下达|拨付|发放|发行|推出)了?(?P<name>[^，。；]{4,30}?(?:资金|经费|基金|补助|贷款|债券|信贷|"
    r"奖学金|助学金|奖教金))(?=[，。；])"
)
_ABOUT = re.compile(r"(?P<name>[^，。]{2,8}(?:配套|补助|投入|经费))方面，")


def source_fund(text: str, draft: Draft) -> str | None:
    """从盘活的存量资金里拿出1500万元 → 存量资金; 设立了X专项资金，…累计投入 → X专项资金."""
    if about := _ABOUT.match(text, *draft.head):
        return about["name"]
    head = text[slice(*draft.head)]
    match = _SOURCE.search(head) if _HAS_SOURCE.search(head) else None
    name = match and (match["from"] or match["pays"] or match["of"])
    if name and not re.match(r"上述|以上|该|这|前述|此项", name):
        return clean(name) or name
    if draft.action is None or (draft.target is None and draft.bare):
        return None
    earlier = _EARLIER.search(text[draft.head[0] : draft.clause[0]])
    return clean(earlier["name"]) if earlier else None


_PROJECT = re.compile(r"(?:计划|预计|估算|概算|累计|共)?(?:完成)?(?P<name>总投资|投资)(?:额|规模)?(?:预计|约)?$")
_WORKS = re.compile(r"项目|工程|水库|中心|基地|大桥|公路|铁路|医院|学校")


def project_total(text: str, draft: Draft) -> tuple[str, str | None] | None:
    """某水库总投资3亿元: the fund is 总投资, the purpose is the project; None where the amount is no such total."""
    clause = without_lead(text[slice(*draft.clause)])
    match = _PROJECT.search(clause)
    planned = match is not None and match["name"] == "投资" and "完成" not in match[0]
    if match is None or (planned and not (match[0][:2] in ("计划", "预计") and _WORKS.search(clause))):
        return None
    if behind := _TOTAL_OF.match(text, *draft.tail):
        return match["name"], behind["what"]
    what = re.sub(r"^(?:全[国省市县区]|我[省市县]|该|这个|其中)", "", clause[: match.start()])
    if len(what) < 2 or _TIMES.fullmatch(what) or what in ("项目", "工程", "项目概算"):
        before = [c for c in re.split(r"[，：；]", text[draft.head[0] : draft.clause[0]]) if len(c) > 3]
        before = [c for c in before if not _TIMES.fullmatch(c)]
        named = next((found for c in reversed(before[-4:]) if (found := _SITE.match(c))), None)
        what = named["what"].removeprefix("为此") if named else re.split(r"是|为|全长|正在|总投资|共\d|（", before[-1] if before else "")[0]
    return match["name"], what or None


_SITE = re.compile(
    r"(?P<what>[^，。；：（]{2,40}?(?<!个|体|该)(?:项目|工程|基地|中心|水库|大桥|公路|铁路|系统|线|综合体|大楼|[办教宿住业门病综科]\w{0,4}楼|新?院区?|校区|学校|广场|厂房|车间|馆|产业园|园区|隧道|泵站|电站|大道|通道))"
    r"(?:是|为|共[\d有分]|坐落|位于|地处|占地|规划[用总建]|总(?:占|建|面|长|投)|建筑面积|设计|全长|主体|始建|由[^，]{2,16}(?:投资|承建|建设|实施)|分[两三二四\d]|正在|（|$)"
)
"""新门诊大楼|共11层, 中医院新院项目|坐落于…: what is spoken of in a clause before its cost."""
_TIMES = re.compile(
    r"(?:截[至止]|到|其中|预计|去年|今年|明年|当年|全年|上半年|下半年|前?[一二三四\d]+个?季度|[\d年月日底末初止]+|目前|共|累计|已)+"
)
_TOTAL_OF = re.compile(r"的(?P<what>[^，。；的]{2,24}?(?:项目|工程|水库|大桥|公路|铁路|中心|基地)(?:项目|工程)?)")
_FINANCES = re.compile(r"(?P<name>[^，。；]{2,20}(?:资金|转移支付|收入|补助|基金|经费))安排(?:用于)?的[^，。；\d]{2,20}(?:支出|项目|工程|投入)")
"""车辆购置税资金|安排的公路建设支出: the money, not what is spent of it."""
_FOR_USE = re.compile(r"用于(?P<purpose>[^，。的]{2,16})的(?P<head>资金|经费|投入)")


def _before(passage: Passage, draft: Draft) -> str | None:
    """The noun phrase right before the amount, from the governing verb on."""
    text = passage.text
    start, end = draft.clause
    if draft.action and not draft.action.after and start <= draft.action.start < end:
        if not without_lead(text[draft.action.end : end]):
            return _nominal(passage, draft) or _subject(passage, draft)
        start = draft.action.end
    phrase = _BRACKET.sub("", without_lead(text[start:end].rstrip()))
    phrase = phrase[max((cut.end() for cut in _SPLIT.finditer(phrase)), default=0) :]
    phrase = _TAKEN.sub("", _DONE.sub("", _OF.sub("", phrase)))
    phrase = without_places(passage, phrase, end)
    governed = text.startswith(phrase, start) and len(phrase) <= _SHORT and start > draft.clause[0] and not VERB.search(phrase[:-4])
    return (clean(phrase) if governed else None) or named(passage, start, phrase)


_DONE = re.compile(r"(?<=[款金])(?:投放|发放|拨付)$")
_TAKEN = re.compile(r"^.*[把将](?=[^，]{4})")
_SHORT = 9
"""发放|各项涉农补贴|2915万元: so short an object of the verb is a name as it stands."""
_BRACKET = re.compile(r"（[^（）]{0,14}）$")
"""补助资金（第三批）: the batch in brackets behind the name."""


_LISTED = re.compile(r"[、“”（）]")
"""What the weights do not look across: 农田排涝、机井修复资金."""


def named(passage: Passage, floor: int, phrase: str) -> str | None:
    """The name within `phrase`, a stretch of the text from `floor` on: it begins where the learned weights say."""
    name = clean(phrase)
    at = passage.text.rfind(phrase, floor) if name else -1
    if name is None or at < 0 or _LISTED.search(name):
        return name
    end = at + len(phrase)
    begin = whole_object(passage, begin_of_name(passage.text, passage.tokens, at, end), end)
    shorter = clean(passage.text[begin:end])
    return shorter if shorter and len(shorter) < len(name) else name


def _subject(passage: Passage, draft: Draft) -> str | None:
    """中央预算内投资安排6100亿元, 全市一般公共预算支出完成1597亿元: the name stands before the verb."""
    action = draft.action
    if action is None or action.text in ("捐款", "捐资"):
        return None
    phrase = re.sub(r"(?:已|共|累计|将|先后|陆续|全部|均|也|又|再|还|拟|预计|全年|提前|计划)+$", "", passage.text[draft.clause[0] : action.start])
    for mention in spans(passage.dates, passage.regions):
        if draft.clause[0] <= mention[0] and mention[1] < draft.clause[0] + len(phrase):
            phrase = passage.text[mention[1] : draft.clause[0] + len(phrase)]
    phrase = re.sub(r"^(?:，|的|全[国省市县区州])+", "", phrase)
    return clean(phrase) if FUND_HEAD.search(phrase[-4:]) else None


def _nominal(passage: Passage, draft: Draft) -> str | None:
    """社会捐资460万元, 专项支出35万元: verb and noun in one; the subject is not part of the name."""
    action = draft.action
    if action is None or action.text not in COMPOUND | {"捐资", "赔付", "退税"}:
        return None
    start = draft.clause[0]
    for mention in spans(passage.dates, passage.organizations, passage.regions):
        if start <= mention[0] and mention[1] <= action.start:
            start = max(start, mention[1])
    phrase = _ADVERBS.sub("", passage.text[start : action.end]).lstrip("、，和及与 ")
    phrase = re.sub(r"^(?:.*[和及与](?=投资$)|.*[%％][，、]?|决定|联合|一次性|专门|直接|合计|共同)+", "", phrase)
    if phrase[:1] in _TOWARDS:
        return None
    if action.text in ("捐款", "捐资") and _DONOR.search(phrase[:-2]):
        return None
    if phrase.endswith("总投入"):
        return clean(phrase)
    return phrase if len(phrase) > len(action.text) + 1 and clean(phrase) else None


_TOWARDS = frozenset("为向给对")
"""为合作社贷款1500万元: whom the verb serves is no part of the name."""
_DONOR = re.compile(
    r"公司|集团|企业|职工|员工|院士|教授|经理|组$|干部|个人|群众|基金会?$|银行|学校|驾校|[医法]院|检察院|煤矿|合作社|先生|女士|同志|地震|灾区|部$|局$|厅$|"
    r"(?<!社)会$"
)
_ADVERBS = re.compile(
    r"^.*(?:已|还|又|再|(?<!公)共|累计|将|组织|发动|号召|先后|计划|全年|每年|共计|可|…|年|月|日|其中|期间|(?<!预算)内|里|财政|政府(?!性)|公司|企业|我们|"
    r"自发|先期|期间|分别|各|面向|全[省市县国区州])"
)


_COMES_FROM = re.compile(
    rf"(?:[^。；]{{0,40}}，)?(?:资金|钱|款项|经费)?(?:全部|均|主要)?(?:来源于|来自于?|为|系|"
    rf"属于)(?P<name>[^，。；]{{2,20}}?{FUND_HEAD.pattern})(?=[，。；]|解决|筹措|安排|$)"
    rf"|(?:，(?:[^，。；\d]{{0,10}}，)?(?:所需)?(?:资金|费用|款项|钱)?)?(?:全部|全|均|都)?[由从](?P<by>[^，。；\d]{{2,20}}?{FUND_HEAD.pattern})[里中]?(?:全额|统一)?(?:支付|列支|解决|承担|负担|支出|开支|支取|调剂|垫付|划拨|报销)"
)


def _behind(text: str, draft: Draft) -> str | None:
    """83.6万元临时救助金拨付到…: the noun phrase right after the amount."""
    match = _TAIL_NAME.match(text, *draft.tail) or _COMES_FROM.match(text, *draft.tail)
    if not match:
        return None
    name = match["name"] or match["by"]
    if name == "配套":
        return name
    return None if _USED.match(name) else clean(name)


_USED = re.compile("定向|发给|拨给|(?:统筹)?用于|支持|投向|已|将|全部|，|惠及|购买|购置|买(?!断)|拨付|下达|分配|安排|留作|由|打到")
