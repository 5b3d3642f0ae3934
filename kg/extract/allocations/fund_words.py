"""What a fund's name is made of: where it is cut, which names say nothing, and what a verb or a notice's title calls the money."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.allocations.draft import Draft
from kg.extract.allocations.lexicon import BUDGET_PREFIX, HEAD_BEHIND, VERB

__all__ = ["BESIDES", "GENERIC", "ONLY_HEADS", "SELF_NAMED", "clean", "title_fund", "verbal_fund"]

ONLY_HEADS = frozenset("资金 经费 补助 款 总投资 费用 款项 补贴 预算".split())
GENERIC = ONLY_HEADS - {"总投资", "预算"}
"""Names that only say that it is money: the name last spoken of is meant."""
BESIDES = re.compile(r"(?:资金|经费|费|款)?(?:规模|力度|额度|投入|支出)?(?:不[变减]|稳定)?的(?:同时|基础上|基础之上|前提下)")
"""在继续增加水库维护资金|的同时，安排30亿元支持…: what goes on beside it is other money."""
_VERBAL = {
    **dict.fromkeys(("捐资", "捐款", "捐出", "捐给", "捐助", "汇入", "汇来", "捐赠", "募捐", "捐"), "捐款"),
    **{word: word for word in ("投资", "贷款", "补助", "补贴", "奖励", "借款", "退税")},
    "放款": "贷款", "放贷": "贷款", "发贷": "贷款", "贷": "贷款", "配套": "配套资金", "奖补": "奖补资金", "赔付": "赔付金额", "完成投资": "投资",
}  # fmt: skip
"""The name that the verb gives where the text gives none."""
SELF_NAMED = frozenset(_VERBAL) - {"放款"}
_RECEIVER = re.compile(
    r"^(?:给|向|对|为|到|至|往|于)[^，。]{0,12}?(?:群众|农户|牧户|渔户|农民|牧民|学生|职工|居民|企业|商户|对象|家庭|"
    r"人员|部门|单位|项目单位|银行|财政局|财政厅|局|厅|委员会|学校|医院|公司)(?=[^，。]*[\u4e00-\u9fff]{2})"
)
_SUBJECT = re.compile(
    r"^.*?(?:财政(?:部门)?|政府|本级|财政厅|财政局|财政部|部|委|厅|局|署|银行|公司|行|会|省|市|县|区|州)(?:已|还|又|"
    r"再|共|累计|将|统一|紧急|及时|先后|从|的)+(?=.)"
)
_FUND_WORD = re.compile(
    r"(?:款|金|费|贷|债|券|补贴|补助|投资|投入|经费|支出|奖励|费用|捐资|专款|工具|税额|资本金|赔款|款物|财力|"
    r"转移支付|投资计划|贴息|奖补|退税|捐赠|待遇|援助|工资|补偿|专项|(?<=[级方县区国政上])配套|融资|^预算|(?<=[级门政共])预算|直补|定补|教育(?:费)?附加|分红|股利|利息|现金|再贴现|"
    r"款项|津贴|薪酬|红包|捐物|票据|注册资本|资金池|(?<=保险)赔付|报酬|积蓄|红利|欠薪|(?:^|工程|项目|总)(?:造价|概算)|(?:工程|项目|采购)预算|"
    rf"{HEAD_BEHIND})$"
)
_TITLE = re.compile(
    r"关于(?:做好|印发|提前|预|再次)?(?:下达|转贷|结算|补拨|拨付|预拨|下拨|安排|追加|分配|清算|调整|"
    r"提前下达)(?P<name>[^\n]{2,60}?)(?:预算|指标|的通知|的公告|的函|项目计划|分配)"
)
_MADE_PUBLIC = re.compile(
    r"^(?:[^\n，。]{0,12}[省市县区州])?(?:\d{4}年度?)?(?P<name>[^\n。，；]{4,40}?(?:资金|经费|补助|补贴))"
    r"(?:安排|分配|使用|拨付|下达|发放)(?:情况)?的?(?:公示|公告|通报|情况)"
)


@lru_cache(maxsize=1 << 12)
def clean(phrase: str) -> str | None:
    """The fund's name within `phrase`, or None where there is none."""
    name = phrase.strip().strip("、，和及与的“” ") if phrase.count("“") != phrase.count("”") else phrase.strip().strip("、，和及与的 ")
    while match := BUDGET_PREFIX.match(name):
        if match.end() >= len(name):
            return None
        name = name[match.end() :]
    if receiver := _RECEIVER.match(name):
        rest = name[receiver.end() :]
        if _FUND_WORD.search(rest) and len(rest) >= 4:
            name = rest.lstrip("的")
    if subject := _SUBJECT.match(name):
        name = name[subject.end() :]
    name = _BEFORE.sub("", name.lstrip("、，和及与"))
    name = re.sub(r"^.*?(?=.{2,}$)(?:发放|下达|安排|拨付|投入|筹集|筹措|筹得|争取到?|落实|募集)(?=[^，]{2})", "", name) if VERB.match(name) else name
    name = _SPENT.sub("", _DONOR.sub("", _GOT.sub("", _PAID_OUT.sub("", name))))
    name = _OPENS.sub("", name)
    return name if _FUND_WORD.search(name) and 2 <= len(name) <= 40 and not _NO_NAME.match(name) else None


_OPENS = re.compile(
    r"^(?:账(?=款物)|确保(?!性)(?=..)|规模的(?=..)|对[^，]{2,20}?(?:实施|给予|进行|开展)(?=以奖代补|奖补|补助|补贴|奖励)|省区市?(?=[\u4e00-\u9fff]{4})|[^，]{1,12}[和与及](?=(?:总)?投资$)|[^，]{1,12}[楼路桥校院库厂站园渠房目程心地场馆](?=总投入$)|明确(?=[^，权]{4})|[—-]+|一次性(?=[拨捐汇补]款)|折合(?=资金)|\d{1,2}(?:[至、—-]\d{1,2})?月份?|(?:统筹|专项)?用于|(?:承接|批准)(?=资金$|贷款$)|的|了|"
    r"(?:发现|查出|清理出)[^资]{0,6}?(?=滞留|闲置|沉淀|结余|结转))+"
)
"""1至2月|低保金: when, and what is done with it, stand before the name."""
_DONOR = re.compile(
    r"^.*(?:公司|集团|企业|煤矿|基金|(?<!社)会|各界|学校|医院|职工|群众|先生|女士|院士|教授|老师|人士|经理|董事长|老人|夫妇|党员|员工|网友|网民|个人|师生|市民|名村民|官兵|教职工|老乡|乡亲们?的?|商户|宗亲|居民|同学|家[长属]|乘客|患者|读者|学生|灾区|同胞|[一二两三四五六七八九十百千\d]人|(?:公司|集团|企业|[会界工众生士师民员厂店社院局部组校行])(?:一?共|累计|已|踊跃|自发|积极|先后)+|[厂店社院局部组校行])(?=捐[款资赠]$)"
)
"""宝山煤矿|捐款: who gives is no part of the name."""
_BEFORE = re.compile(
    r"^(?:现将|将|把|补贴(?=[^，补]{2,}费用$)|颁发|颁给|奖给|每个?[县区市乡镇村户人校]{1,2}(?=[^，年月]{4})|实际(?!种粮)|给予|予|[^，的]{0,6}[省市县区镇乡村]里的|设立|建立|成立|组建|(?:统筹|归并)?整合(?=[^，]{1,12}、)|(?:动用|花去|内含|兑现|试行|应兑|付清了?|增加|用来补发|启动(?![资金经])|[又还再另]?由)(?=[^，]{3}))"
)
_SPENT = re.compile(r"(?<=[金费])(?:支出|投入|[中里](?:支出|列支|安排)|另外补助)$|(?<=[资益]金)(?:名义)?补助$|(?<=[救资]助)支出$")
"""救灾专项资金|中支出, 供养金|支出: what is done with it is no part of the name either."""
_PAID_OUT = re.compile(
    r"^.*[%％][，、]?(?=[^，]{3})|^[^，的]{1,10}(?:筹集|筹措|(?<!区域)协调|争取)(?:了|到)?(?=(?:各[类级]|项目|帮扶|专项)*资金$)|^[^，的]{1,6}(?<![金费款助贴学恤问济励疗活难])和(?=(?:慰问金|助学金|救助金|补助金)$)|^.*(?:银行|信用社|农信社|农商行|公司|集团|财政|政府|[局厅部委行])(?:共|已|累计|先后)*(?:发放|筹集|筹措|安排|下达|拨付|投放|落实|募集)(?=[^，的]{2})|^.*由(?=[^，]{0,4}财政)|^.*(?:[局厅部委行会省市县区]|财政)(?:拨付|下达|下拨|安排|拨来|给)的(?=[^，的]{2})|^.*(?:项目|工程|领域|方面|[员户者民医属兵])(?:累计|新增)?(?:颁发|发放?|投放)(?!展)(?=[^，的]{2})|^.*(?:[生师众民工])(?:颁发|发放)(?=[^，的]{2})|^.*(?:公司|集团|财政|政府|[局厅部委行])(?:利用|通过)(?=[^，的]{3})|^(?:实施|备好|备足)(?=[^，]{2})|^需(?![求要])|^人民币|^.*新(?:发放|投放|放)(?=[^，]{2})|^.*(?:先后|累计|共计|陆续|相继|总共|一共)(?=[^，]{2})|^.*[队主户县区]作(?![物业为用坊])(?=[^，]{2})"
    r"|^.*(?:方案|来源|构成|结构)[为是](?=[^，]{2})|^.*被?(?:追回|收回|清退|冒领)(?=(?:补助|补贴|奖补|补助资金|补贴资金)$)|^给[^，的]{1,6}发(?=[^，]{2})|^.*(?:招标|到期|获批)的(?=[^，的]{4})|^.*(?:都|均|会|决定[^，]*)?给(?:予)?了?(?=(?:补助|补贴|奖励)$)"
)
"""农信社发放|贷款, 省级财政筹集|资金, 个人负担部分由|财政补助, 年需|资金: who pays, and the verb, are no part of the name."""
_NO_NAME = re.compile(
    r"(?:特别|尤其)是(?:专项|专款)?$|(?:免除|免收|减免)[^，]*(?<!经)费$|.{0,4}第[一二三四五]大支出$|(?:连同|节约(?!用[水地]|集约|能源|粮食|型)|充实(?![^，]{1,6}补助)|偿还(?![^，]{1,6}(?:准备金|基金|专项|资金$))|缴清|还清).|.*(?:决定|[村镇乡])投入$|.*进行(?=[^，]{2})|[^，农信]{2,8}放贷$|"
    r"其[他它](?:支出|投入|投资)$|[^，的]{2,5}[省市县区州](?:再|又|还|累计)?投入$|[前后]者|向(?!阳)|资金按|缓解(?!县乡)|.*(?:用作|转作|作为)|(?:[总全年]*支出|投入|用款)$"
    r"|(?:仅|已|形成|实际|累计|共|实现|完成|按规定|应|全年|目前|预计|同期|真正|重点|市县|每天)+(?:支出|投入|补助|补贴|投资)$|他(?!们|国)|.*每[人户亩月年](?:补助|补贴|发放)$|.*(?:累计|已经?|拟|要|分别|季度)(?:支出|投入|借款|提款|贷款|签借款|用款)$|.*向[^，]*银行贷款$|[^，]{0,4}(?:本级|级部门)支出$"
)
"""形成支出, 他资本性支出, 支出, 用作科研经费: what is done, the rest of a word, and what says nothing or what the money becomes."""
_GOT = re.compile(
    r"^.*(?:(?!收入)[放投领发付拿挤掏筹贷借划转汇送带捎凑打拨来到收获批](?:出了?|来了?|到了?|给了?|入了?|了|得)|(?:项目|工程)获批|证书[和及]|[各再又共还](?:获|得|安排|补助|奖补|奖励|贴(?!现))|(?<!（第)一[笔批项])(?=[^，]{2})"
)
"""公司账上到了一笔|稳岗补贴, 5天内放出|抗旱贷款, 今年各获|奖补: what stands before the name, verb and all; 补助地方（第一批）资金 is whole."""


def verbal_fund(draft: Draft) -> str | None:
    """捐出6万元 → 捐款: the name that the verb gives where the text gives none."""
    return _VERBAL.get(draft.action.text) if draft.action else None


@lru_cache(maxsize=1 << 4)
def title_fund(text: str) -> str | None:
    """The fund that a notice's title names: 关于拨付2021年第三批林业改革资金的通知."""
    match = _TITLE.search(text[:600].replace("\n", "")) or _MADE_PUBLIC.search(text[:120])
    return clean(match["name"]) if match else None
