"""What is plainly paid, whatever its neighbours weigh: the words of the sentence leave nothing else that it could be.

    将6万元案款兑现给申请人 · 向18名农民工发放执行款9万元 · 在农商银行50万元贷款支持下 · 市县两级投资2000万元，拓宽并硬化了村道
"""

from __future__ import annotations

import re

from kg.annotate.passage import Passage
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import ACT, FUND_HEAD

__all__ = ["is_evident"]

_ADVERBS = r"(?:当场|现场|集中|一次性|全部|全额|足额|如数|悉数|及时|顺利|统一|直接|依法|先后|累计|共计?|陆续|分批|分别|亲手|郑重)*"
_PAYS = "发放|兑付|兑现|返还|退还|发还|支付|拨付|赔付|交付"
_HANDED = re.compile(
    rf"(?:现金|善款|捐款)?(?:的)?(?:[^，。；：、\d]{{0,10}}{FUND_HEAD.pattern})?的?(?:支票|现金)?{_ADVERBS}"
    rf"(?:(?:{_PAYS}|发|送|交|打|汇|转|划|捐|退|还|赔|付|递|寄)(?:[给到至入进](?!期|位)|还给|往)|(?:{_PAYS}|转交|送交)(?=[，。；]|完毕|$))"
)
_TAKES = re.compile(r"(?:[将把])(?:剩余|首笔|这笔|第一笔|全部|募集的|筹集的|所得)?(?:的)?(?:[^，。；：\d]{0,12})$")
_GIVES_TO = re.compile(
    rf"(?:向|给|为|对)(?![^，。；]{{0,4}}(?:申请(?!执行|人)|争取|募集|借|贷))[^，。；：向给为对]{{2,24}}?{_ADVERBS}"
    rf"(?:{_PAYS}|捐款|捐赠|捐助|捐资|捐献|赠送|转交|[捐寄汇送][去来出上])了?(?P<name>[^，。；：\d]{{0,12}}?)(?:共计?|合计|累计|总计|约|近|超过?|逾|达|人民币|现金)*$"
)
_OF_WHAT = re.compile(rf"(?:{FUND_HEAD.pattern}|现金)$")
_SEIZED = re.compile(r"(?:扣划|划扣|执行到位|查扣|追回|追缴)[^，。；\d]{0,14}$")
_RETURNED = re.compile(r"[，]?(?:已|并|均|全部|全额|当场|随即|随后|依法|及时|悉数)*(?:发还|返还|退还|发放|兑付|兑现|支付)(?:给了?)?(?!率)[\u4e00-\u9fff]{2}")
_BACKED = re.compile(r"(?:在|靠着?|依靠|依托|凭借|得益于|有了)(?![^，。；：]*(?:投资|股|收入|营收|销售|存款))[^，。；：]{2,30}$")
_BACKS = re.compile(
    rf"的?(?:[^，。；：\d]{{0,8}}{FUND_HEAD.pattern})?的?(?:大力|倾力|及时)?(?:支持|扶持|帮助|资助|帮扶|注入|助力)下?(?:下|，|之下)"
)
_INVESTS = re.compile(r"(?:投资|投入|筹资|集资|自筹|出资|斥资|耗资|筹措|整合|拿出|挤出|争取[到来]?)(?:了|近|约|超过?|逾|共|各类|资金|经费)*$")
_NOT_PUT_IN = re.compile(
    r"总投资|每|计划|打算|[引拟需想]|合同|协议|意向|预计|估算|概算|固定资产|招商|签约|要|准备|申请|欠|可|待|若|"
    r"公司|集团|企业|厂(?![里区房])|客商|老板|外商|投资[商方者]|工业|房地产|民间|社会资本|[业个]主(?![席管任要体])|大户|合作社|一家"
)
_HIS_OWN = re.compile(
    "(?:[某他她](?:村民|农民|市民|居民|老人|男子|女子)?|(?<![国大人公])家|自己|夫妇|夫妻|两口子|父子|兄弟|"
    "(?:农民|村民(?!小组|集体|自)|青年|个体户|老人|居民|市民|老乡|乡贤)[\u4e00-\u9fff]{2,3})(?:又|再|先后|前后|就|便|共)*$"
)
"""某村民|投资30万元建起养殖场: nobody's money but his."""
_AUDITED = re.compile(
    r"审计|违[规纪法]|变相|名义|反面|挤占|挪用|虚[报列假]|处分|警告|移送|退回|指出|未及时|未按|实有|个人账|工会账|私[人自]|持股|套取|冒领|诈|骗|嫌|举着|写着|牌子|每[年月人户]|如果|假如|答应|谣|[网据盛相误]传|彩票|赌|每[成笔单]|"
    r"妻子|丈夫|弟弟|哥哥|姐姐|妹妹|证券|消费者|顾客|买家|卖家|贿|判刑|获刑|被判|判处|赃|货款|[定订]金|彩礼|嫁妆|学费|房租|租金|押金|失主|[拾捡]|(?:^|[，：“])(?:如(?=[将把果])|若|倘|要是)|曾?想[把将向为捐投]|建议|海关|未[成果能]|拒绝|赔偿金|估[价值]"
)
"""Where what is handed over is misused, the price of something or lost and found (把5万元交还失主), or would be so much a year, or is only told."""
_DONE = re.compile(r"(?:并[\u4e00-\u9fff]{2})?(?:[了起成好通完上齐]了?|建设(?=了))")
_RAISED = re.compile(
    r"(?:捐款|善款|募捐|捐赠|爱心款|认捐|义捐|捐资)(?:总额|总数|总计|金额|资金|款项|数额)*(?:已|累计|共计?|就|合计|目前)*(?:达到?|为|超过?|突破|逾)?(?:了|近|约)*$|"
    r"(?:已|共|累计)+(?:筹集|募集|筹措)(?![^，。；]*(?:计划|目标))[^，。；\d]{0,16}(?:资金|善款|款项|捐款)$"
)
_THINGS = re.compile("的?[^，。；]{0,6}款物")

_GOODS = re.compile(
    r"(?<!拟)(?<!想)捐[赠献助](?![者人额]|仪式|总)了?(?![^。；]*(?:申报|虚高|核算))(?:(?!其|名下|展出|被盗|[一每][本件幅只套])[^。；]){0,60}?(?:总?价值|总值|折价|折合|价税合计)(?<!资产价值)(?<!资产总价值)(?:人民币|共计?|合计|总计|约|近|达|为|超过?|逾)*$"
)
_GAVE = re.compile(
    r"(?:捐[出献]|寄去)了?(?:现金|人民币|近|约|共)*$|"
    r"送[去来上][^。；，\d]{0,16}(?:[\d.]+[万千]?元的[^，。；\d]{1,10}[和及])?(?:慰问金|助学金|救助金|奖学金|补助金|救济款|现金)$"
)


def is_evident(passage: Passage, draft: Draft) -> bool:
    """Whether the words around the amount say that it is handed over, put into something done, or raised."""
    text = passage.text
    if draft.marker not in ("", "part") or _AUDITED.search(text, *draft.segment):
        return False
    if draft.doubt in (None, "not paid out") and _whatever_its_name(text, draft):
        return True
    if draft.doubt is not None:
        return False
    clause, behind = text[slice(*draft.clause)].rstrip(), text[draft.tail[0] : draft.segment[1]]
    if draft.marker == "part":
        return _is_put_in(passage, draft, clause)
    if any(before.search(clause) and after.match(behind) for before, after in _AROUND):
        return True
    gives = _GIVES_TO.search(clause)
    if gives and (not gives["name"] or _OF_WHAT.search(gives["name"])):
        return True
    told = any(pattern.search(text, draft.segment[0], draft.money.start) for pattern in (_GAVE, _IN_ALL))
    return told or _RAISED.search(clause) is not None or _is_put_in(passage, draft, clause)


_IN_ALL = re.compile(
    r"(?:向|给|为|对)(?![^。；]*(?:标准|最高|可[获以领]|按|拟|将))[^，。；]{2,30}(?:各|每[人户名位])[^，。；\d]{0,10}\d[\d.,万千]*元，(?:合计|总计|共计?|累计|总共|一共)(?:发放|支出|拨付|约|近)*$"
)
"""向8名教师发放慰问金各5000元，|合计4万元: what they got together, though not what each did."""


def _whatever_its_name(text: str, draft: Draft) -> bool:
    """What is paid although a word of value, need or approval stands next to it."""
    if draft.doubt and draft.action and _THINGS.match(text, *draft.tail) and text.endswith("价值", draft.clause[0], draft.clause[1]):
        return True
    if not draft.marker and _GOODS.search(text[draft.segment[0] : draft.money.start].rstrip()):
        return True
    approved = _APPROVED.search(text, *draft.clause) is not None and _AS_MONEY.match(text, *draft.tail) is not None
    return approved or _MEETS.search(text, *draft.clause) is not None


_APPROVED = re.compile(r"(?<![待未])(?:获批|获准)了?(?:各类|近|约|超过?)?$")
_AS_MONEY = re.compile(r"的?[^，。；、\d]{0,12}?(?:项目|专项|补助|奖补|扶持)?(?:资金|经费|贷款|债券|补助)(?=，?(?:全部|主要|专项)?(?:用于|支持|建设|实施))")
"""成功获批|70万元|项目资金，用于道路硬化: approved, and for something."""
_MEETS = re.compile(r"(?:满足|解决)了?[^，。；\d]{0,20}(?:融资|贷款|信贷|用款)需求(?:共计?|合计|累计|总计|约|近|超过?)*$")
"""满足12家企业融资需求|3.2亿元: a bank has lent so much."""
_HAS = re.compile(r"(?:[就已共仅]|累计)有(?:近|约|超过?)?$")
_GOES = re.compile(r"的?[\u4e00-\u9fff]{0,6}?(?:资金|贷款)(?:已|均|全部|直接|精准)*(?:投向|投入到?|流向|注入|用于|投放到)[\u4e00-\u9fff]{2}")
"""仅省分行就有|20多亿元|资金投向春耕领域."""
_AROUND = ((_TAKES, _HANDED), (_SEIZED, _RETURNED), (_BACKED, _BACKS), (_HAS, _GOES))
"""What stands before the amount, and what goes on behind it."""
_BUILDS_THERE = re.compile(
    r"(?:资金)?在(?![建于业])[^，。；\d的]{1,16}?(?:兴建|修建|新建|改建|扩建|建设|建成|建起|建了|建(?=[^，。设]{2})|修筑|修了|修通|铺设|架设|安装|硬化|打造|种植|栽种|栽植|开挖|打了|打井|发展|实施)"
    r"(?![^，。；]{0,6}(?:意向|协议))"
)
"""投资200万元|在东岭村兴建文化广场: where it is done stands between."""
_MONEY = re.compile("(?:的)?[\u4e00-\u9fff]{0,6}?(?:资金|经费|专款)(?:用于)?")


def _is_put_in(passage: Passage, draft: Draft, clause: str) -> bool:
    """投资3万元，铺设了1400米道路, 投资3.9亿元建设国医堂: what is done with it stands right behind, and it is no firm that does it."""
    text = passage.text
    puts = _INVESTS.search(clause)
    if puts is None or _NOT_PUT_IN.search(text, draft.segment[0], draft.money.start):
        return False
    at = draft.clause[0] + puts.start()
    if _HIS_OWN.search(text, draft.segment[0], at) or any(p.end == at for p in passage.persons):
        return False
    for i, (a, b) in enumerate(passage.clauses(*draft.tail)[:2]):
        named = _MONEY.match(text, a, b) if i == 0 else None
        act = ACT.match(text, named.end() if named else a, b)
        direct = i == 0 and a == draft.tail[0]
        if (act and (direct or _DONE.match(text, act.end(), b))) or (direct and _BUILDS_THERE.match(text, a, b)):
            return True
    return False
