"""Is an amount money that moves?  Each rule has a name, which is the reason an amount is set aside with.

    每人每月30元 standard · 最高不超过300万元 ceiling · 比上年增加3亿元 difference · 卖牛收入38万元 not paid out
"""

from __future__ import annotations

import re

from kg.annotate.alternation import at_a_glance
from kg.extract.allocations.asides import aside
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lead import without_lead
from kg.extract.allocations.lexicon import (
    CEILING,
    DIFFERENCE,
    FUND_HEAD,
    LEVERAGED,
    MISUSE,
    NOT_PUBLIC,
    PER_UNIT,
    RUMOUR,
    SAVED,
)  # fmt: skip
from kg.extract.allocations.paid_anyway import OUTLAY_SIZE, is_added
from kg.extract.allocations.shares import EACH

__all__ = ["DOUBTS", "alike", "judge"]

_UNIT_AFTER = re.compile(
    r"(?:的)?(?:预算|结算|决算)?(?:评审|审计核查)|(?:的)?(?:标准(?!化|[农渔]|厂房)|价格(?!临时|补贴|调[节控]|监测|风险)|单价|上限|限额|收入(?!补贴|补助)|利润|产值|营收|损失(?!补)|罚款|罚金|缺口(?!补)|余额|票价(?!补)|差额(?!补)|额度(?!执行)|补助标准|"
    r"补贴标准|市值|年薪|月薪|门票(?!补|减免)|为限|封顶|起(?![步动])|首(?![批笔期付次])|第(?![一二三四五六七八九十]+[批笔期])|部分(?=[，。；、按的由])|\d[\d.]*(?:[%％倍折成元]|$)|百分)|/|每|一(?:[人户亩头只吨斤公张个套株]|平方|立方)"
)
_RAISED = re.compile(
    r"(?:的标准)?(?:到|至)\d(?!\d{0,2}[余多]?[个家所户名座])|到(?![位账])[^，。]{0,10}年|(?:的标准)?(?:提高|增加|上调|增长|提升|调减|压减|核减|下降|减少|降低|"
    r"降|提|调整|扩大|涨)(?:到|至|为)"
)
_PROJECT_TOTAL = re.compile(r"(?:总概算|概算|估算投资|匡算)(?:为|达)?$")
_PER_PURCHASE = re.compile(
    r"每[^年月，。]{1,6}一[个头亩只户人吨名株座口][^，。]{0,10}，[^，。]*$|每[亩户人吨][^，。]{0,8}$"
)
_LATER_LEVEL = re.compile(r"(?:左右)?(?:一路)?(?:调[到至]|涨[到至]|到(?![位账达期])|至(?!今)|提到|提高到|增加到|降至|降到|增至|升至|调减到|调整为|压减到)")
_DENIED = re.compile(at_a_glance(
    r"(?:说法|数字|数据|消息|传言|信息|报道)?(?:并?不准确|不属实|失实|(?<!票据)(?<!发票)(?<!凭证)不实|有误|没有根据|没有这回事)|(?:数字|说法|消息|报道)有误|纯属|系谣言|辟谣|明确否认"
))
_SUPPOSED = re.compile(
    r"就得|得花|要花|光投入|够[买建]|每年要|恳请|请求|呼吁|盼着|希望(?!小学|中学|学校|工程|厨房|之家|水窖)|但愿|"
    r"模拟|演练|手头|手里|账上[还只]?有|建议|提议|能不能|能否|是否|可争取|再向上争取|准备每年"
)
_UNPAID = re.compile(
    r"(?:、[^，。、]{1,12}?[\d,.]+[万亿]?元)*[^，。]{0,16}(?:，(?:长期|至今|仍|还|一直)+)?(?:闲置|滞留|沉淀在|趴在|躺在|结存|结转)|"
    r"[^，。]{0,6}，[^，。规]{0,8}，?(?:还没批|尚未批|尚无着落|没有着落|正在报批|待[^，。]{0,6}批复|未获支持)|[^，。]{0,24}，?(?:未能|未|无法|不能|没有|没能)(?:[^，。]{0,4})(?:兑付|发放|支付|拨付|到位|下达|列入|纳入|获批|通过|收回)"
)
_SHARE = re.compile(rf"(?:{EACH}|分别(?!于|与|是|为))[^，。；]{{0,14}}$")
_CEILING_QUALIFIERS = frozenset("不超过 最高 最多 不高于 不多于 以内 以下 低于 少于 小于".split())
_IN_FACT = re.compile(r"，[^，。；]{0,6}(?:实际|其实|事实)")
"""网上说补了三百万元，说法不实，实际是120万元: what is so in fact is no rumour."""
_FLOOR = re.compile(r"不(?:得|能|应|可)?[低少小]于$")
"""不得低于500万元: so much at least, whatever 低于 says alone."""
_ELSEWISE = re.compile(r"市场行为|不计入|社会投资）|责令|是(?:个)?(?:假消息|段子|谣言)")
_ESTIMATE = re.compile(at_a_glance(
    r"预估|估计|估摸|据测算|按现价|折算需|(?:预计|大概|全年|至少|还|仅|就)需(?:要|资金|投入|支付)?|(?<!共需)(?<!共)(?:要|需要?)$|(?<!共)(?<!急)需要?(?:出资|筹资)(?:约|近)?$|(?:投入|投资|花费|费用|资金|成本)(?:至少|起码)也?[在得]$"
))
_IN_KIND = re.compile(
    r"[捐赠送](?!款|资)[^。；]{0,24}?(?:物资|药品|用品|器材|设备|食品|粮食|衣被)[^。；\d]{0,12}，?(?:折合|折价|合计价值|总值|市值)(?:人民币)?约?$"
)
"""市教育局捐来消杀药品，折合2.3万元: things, no money."""
_FUTURE_DENIED = re.compile(
    r"(?:没有|未曾|从未|并未|尚未|未)(?:获得|收到|安排|下达|拨付|发放|投入|支付|到位)|"
    r"(?:没有|未曾|从未|尚未|不再|拒绝)(?:再|能)?[向给对为][^，。；的]{1,14}?(?:安排|下达|拨付|发放|投入|支付|兑付|兑现|赔付)"
)
"""县里没有向企业发放|补贴资金300万元; but 尚未脱贫的农户."""
_APPLIED_FOR = re.compile(
    r"(?<!补贴)(?<!补助)(?<!贷款)(?:申请|申报|上报)(?!到|获|后|成功|拿|的(?:[^，。；]*(?:退税|补助|补贴|资金))?$)[^，。；：拨到获得]{0,20}$"
)
"""上报项目16个，本次申请中央预算内投资2.71亿元: what is asked for is not given yet."""
_GRANTED = re.compile(r"，?(?![^，。；]{0,8}(?:能否|是否|尚|待))[^，。；\d]{0,8}?(?<!未)(?:获批|获得批准|批复|到账|到位|获准)(?![^，。；]{0,3}\d)")
"""申请银行贷款5000万元获批: given after all."""
_GOAL = re.compile(r"(?:力争|奋力(?:实现|完成)|冲刺)(?![^，。；]*(?:剩余|其余|余下))[^，。；：]*$|目标(?:是|为|任务为)[^，。；：]*$")
_GOAL_AFTER = re.compile(r"(?:以上)?的?[^，。；、…用支实推助达完绩我]{0,12}目标(?:任务)?(?=[，。；、]|$)")
"""力争全年发放贴息贷款3亿元, 9000亿元年度贷款增量目标: what is aimed at is not given yet."""
_PROPOSED = re.compile(r"(?:申请|申报|上报)[^。；]{0,24}，(?:项目)?(?:概算|计划|估算|预计)?总投资(?:额|规模)?$")
"""上报项目27个，项目总投资2.6亿元: so is what it would cost."""
_SOCIAL = re.compile(
    r"社会资本|民间资本|民间投资|社会投资|金融资本|(?:全[国省市县区州]|同比|增长)(?:累计)?(?:完成)?固定资产投资|"
    r"房地产开发投资|工业投资|意向投资|协议(?:总|意向)?投资|[台港外韩日]资企业|招商(?!银行|局|集团|证券|引资(?:奖|工作|专项|经费))|外资(?!贷款|银行贷款)|合同外资"
)


DOUBTS = frozenset(
    (
        "not paid out", "difference", "misuse, fine or fraud", "estimate", "project total", "leveraged or saved", "denied",
        "private or economy-wide investment", "supposition", "not paid", "share of places not named",
    )
)  # fmt: skip
"""Reasons that weigh, but do not decide: what else stands around the amount may weigh more."""


def judge(text: str, draft: Draft) -> str | None:
    """The reason why the amount is no allocation, or None."""
    if reason := aside(text, draft):
        return reason
    clause = text[draft.clause[0] : draft.clause[1]]
    after = text[draft.tail[0] : draft.tail[0] + 12]
    for reason, found in (
        ("nothing", draft.amount == 0),
        ("rumour", _DENIED.search(text, draft.tail[0], draft.segment[1])),
        ("rumour", RUMOUR.search(text, max([draft.segment[0], *(m.end() for m in _IN_FACT.finditer(text, draft.segment[0], draft.head[1]))]), draft.head[1])),
        ("ceiling", (draft.money.qualifier in _CEILING_QUALIFIERS and not _FLOOR.search(clause)) or CEILING.search(clause)),
        ("standard or share per unit", _is_rate(clause, draft) or _UNIT_AFTER.match(after)),
        ("threshold", draft.money.qualifier == "以上" and after.startswith("的") and not _AT_LEAST.match(text, *draft.tail)),
        ("threshold", _is_class(clause, after, draft)),
        ("more or less than before", _MORE.search(text[draft.segment[0] : draft.head[1]])),
        ("taken in", _TAKEN_IN.search(clause)),
        ("changed standard", _RAISED.match(after)),
        ("standard or share per unit", draft.amount < _FOR_ALL and _PER_PURCHASE.search(text, draft.head[0], draft.head[1])),
        ("difference", draft.gap > draft.segment[0] and _LATER_LEVEL.match(text[draft.gap : draft.head[1]])),
        ("difference", _differs(text, clause, draft)),
        ("lacking", _LACKS.search(clause)),
        ("misuse, fine or fraud", MISUSE.search(_AND_PAYS.split(clause)[-1])),
        ("private or economy-wide investment", _SOCIAL.search(clause)),
        ("leveraged or saved", not (draft.action and draft.action.after) and LEVERAGED.search(clause)),
        ("supposition", _SUPPOSED.search(clause)),
        ("estimate", _ESTIMATE.search(clause)),
        ("denied", _FUTURE_DENIED.search(clause)),
        ("target", _GOAL.search(clause) or _GOAL_AFTER.match(text, *draft.tail)),
        ("applied for", _APPLIED_FOR.search(clause) and not _GRANTED.match(text, *draft.tail)),
        ("applied for", _PROPOSED.search(without_lead(text[draft.segment[0] : draft.head[1]]))),
        ("project total", _PROJECT_TOTAL.search(without_lead(clause))),
        ("not paid", _UNPAID.match(text, draft.tail[0], draft.segment[1])),
        ("share of places not named", not draft.region and not draft.payers and not draft.paired and _SHARE.search(clause)),
        ("not paid out", _saved(text, draft)),
        ("not paid out", _ELSEWISE.search(text, *draft.tail)),
        ("not paid out", _other_head(text, draft)),
        ("not paid out", _IN_KIND.search(text[draft.head[0] : draft.head[1]])),
    ):
        if found:
            return reason
    return None


_LACKS = re.compile(
    r"(?<!弥补)(?<!解决)(?<!补足)(?<!补齐)(?<!落实)(?<!拨付)(?<!下达)(?<!安排)(?<!的)(?:资金缺口|缺口资金)(?:额|总额)?(?:还有|[尚仍]有|高达|达到?|约|近|为|共计?|有)*$"
    r"|(?:^|目前|[现尚还仍]|账面|[期年月]末)(?:有)?(?:结存|结余)(?![^，。；]*(?:安排|用于|调入|收回|盘活))[^，。；]{0,10}(?:资金|款|款物)(?:共计?|约|达|为)*$"
    r"|审定(?:金额|总?额|造价)(?:为|共计?|约)*$"
    r"|(?<!解决)(?:问题|未整改)资金(?:额|总额)?(?:共计?|合计|达|为|约)*$"
)
"""还有缺口资金|34万元, 问题资金|2.5亿元: what is lacking or was found fault with; 弥补资金缺口300万元 is paid."""


def _differs(text: str, clause: str, draft: Draft) -> bool:
    """比上年增加3亿元; but 对湖北省增加了5亿元拨款."""
    if is_added(clause, text[slice(*draft.tail)]):
        return False
    return any(DIFFERENCE.search(words) for words in (text[draft.gap : draft.head[1]], without_lead(clause), clause))


def _is_class(clause: str, after: str, draft: Draft) -> bool:
    """捐赠100万元至1000万元的个人185名, 过5亿元的项目16个, 金额大于等于1000万元的捐赠: a class of gifts, no gift."""
    so_much = draft.money.amount_max is not None or _ABOVE.search(clause) is not None
    return (so_much and _OF_SUCH.match(after) is not None) or (after.startswith("的") and _AT_LEAST_AS.search(clause) is not None)


def _is_rate(clause: str, draft: Draft) -> bool:
    """每人每月30元; but 生均拨款3.9亿元, 按规定标准返还5亿元: so much is for all of them."""
    found = PER_UNIT.search(clause)
    return found is not None and not (draft.amount >= _FOR_ALL and _OF_ONE.match(found[0]))


_AND_PAYS = re.compile("并(?=投入|拨付|追加|安排|支付|捐|落实|发放)")
"""企业缴清罚款|并投入150万元整改: what is said before is not said of the amount."""
_AT_LEAST = re.compile(rf"的[^，。；的\d]{{0,8}}?{FUND_HEAD.pattern}(?=[，。；用支]|$)")
"""每年安排2000万元以上的专项资金: so much at least, and no class of projects."""
_ABOVE = re.compile(r"(?:[过超逾]|超过|达到)$")
_AT_LEAST_AS = re.compile(r"(?:大于(?:或)?等于|≥|达到或超过)$")
_OF_SUCH = re.compile(r"的(?:个人|企业|单位|商户|用户|家庭|农户|项目|捐赠人|客户)(?=[\d（，。；、有达共]|$)")
_FOR_ALL = 10_000_000
_OF_ONE = re.compile(r"[人户亩生]均|按照?.*标准|定额")
_MORE = re.compile(r"[比较][^，。]{0,16}(?:[多少](?:出|了|收|支)?|[增减]支)$|短收$|[去上]年同(?:口径|期)(?![^，。；]*[多少增减])[^，。；]{0,8}$")
"""比上年同期多出41亿元: a difference, whatever else the sentence says of the money."""
_TAKEN_IN = re.compile(r"(?:归集|收取|筹[得集])(?:福利?彩票?|体育?彩票?|彩票|住房|[^，。]{0,4}?)(?:公益金|互助金|公积金|保费)$")
"""全年归集公积金3.62亿元, 筹得福彩公益金5872万元: money that comes in."""


_STILL = re.compile(
    rf"发行[^。；]*，(?:发行)?规模(?:为|达|共)*$|(?:设立|安排|下达)[^。；，]{{4,}}(?<!引导)(?:资金|补助|贷款)，(?:资金)?规模(?:为|达到?|共|约|超过?)*$|{OUTLAY_SIZE}$|还本(?:付息)?(?:支出)?$|(?:偿还|归还|还清|清偿|清欠|兑付|支付)(?!率|能力|风险)[^，。；：]{{0,16}}(?:债务|债|本金|本息|账款|欠薪|租金|利息)(?:共计?|合计|累计|约)?$"
)
"""成功发行专项债券，规模96亿元; 政府债务还本12亿元; 偿还到期债务3亿元: words of size and debt, and yet money that moves."""


def _saved(text: str, draft: Draft) -> bool:
    """节约…资金, 涉及…资金: what the verb before the money says outweighs the money's name."""
    if draft.action and draft.action.text == "核定":
        return False
    action = draft.action
    given = action is not None and not action.after and action.text in _GIVES and FUND_HEAD.search(without_lead(text[slice(*draft.clause)])[-4:])
    named = {action.end, action.end + 1} if action is not None and given else set()
    saved = max((m.end() for m in SAVED.finditer(text, *draft.clause) if m.start() not in named), default=-1)
    if action and action.after and action.text in ("收回", "追回", "安排", "用于", "转入", "下达", "拨付"):
        return False
    recovered = _RECOVERED.search(text, draft.tail[0], draft.tail[1])
    return saved > (action.end if action and not action.after else -1) and not recovered


_GIVES = frozenset("安排 拨付 下达 下拨 拨出 预拨 划拨 追加 发放 支付 兑付 补拨 列支".split())
"""安排|缺口补助资金1.2亿元: what the money that is given makes up for is in its name."""
_RECOVERED = re.compile(r"(?:[已被]|全部|全额|悉数)(?:在?[\d月日]+)?(?:收回|追回|退还|返还|退赔|结清|付清|还清|补发)|重新安排|统筹用于")


def _other_head(text: str, draft: Draft) -> bool:
    """Does a word of revenue, loss or balance stand nearer to the amount than verb and fund?"""
    end = draft.clause[1]
    other = max((m.end() for m in NOT_PUBLIC.finditer(text, *draft.clause)), default=-1)
    if other < 0 or _STILL.search(text, draft.head[0], end):
        return False
    governs = draft.action and not draft.action.after and draft.action.text not in ("完成", "到位")
    action = draft.action.end if draft.action and governs else -1
    fund = max((m.end() for m in FUND_HEAD.finditer(text, draft.clause[0], end)), default=-1)
    recovered = draft.action is not None and draft.action.text in ("收回", "追回", "清算", "转入")
    returned = _RECOVERED.search(text, draft.tail[0], draft.tail[1]) is not None
    return other > max(action, fund) and not recovered and not returned


_SHARED = frozenset(("misuse, fine or fraud", "owed"))
_SMALL_SUM, _KIND = 100_000, re.compile(r"、?[^，。；计共总]{2,10}(?<![元给了])")
"""脱贫户每户补助2万元，|非脱贫户1.2万元: so little goes on as a standard."""
_LISTED = frozenset(("standard or share per unit", "ceiling", "difference", "changed standard"))


def alike(text: str, drafts: list[Draft], draft: Draft) -> str | None:
    """按面额200元、100元、50元: what holds for the first of a list of bare amounts holds for the others."""
    before = drafts[max(drafts.index(draft) - 1, 0)]  # the first has nothing before it, and no reason yet
    small = draft.bare and not draft.marker and max(before.amount, draft.amount) < _SMALL_SUM and _KIND.fullmatch(text, *draft.head)
    if draft.head[1] - draft.head[0] <= 1 and draft.close and before.reason in DOUBTS:
        return "none as the one before"
    noun = draft.action is None or draft.action.text in ("贷款", "借款")
    shared = {before.reason, before.doubt} & _SHARED if noun and (draft.close or draft.placed) else None
    if shared:
        return min(filter(None, shared))
    listed = small or (draft.close and draft.head[1] - draft.head[0] <= 5)
    return before.reason if listed and before.reason in _LISTED and draft.region is None else None
