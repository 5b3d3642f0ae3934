"""What no weighing brings back: words around an amount after which it is no money that moves.

    仍欠60万元 owed · 少配套3000万元 owed · 避免错发9万元 not lost · 超收310万元 taken in · 控制价2800万元 ceiling
    引进一名博士，安家费15万元 standard · 正与世行商谈一笔贷款，约2亿美元 negotiated · 80万元从哪来 asked
"""

from __future__ import annotations

import re

from kg.extract.allocations.draft import Draft

__all__ = ["aside"]

_MONEY = r"\d[\d,.]*[万亿]{0,2}元"
_PER_ONE = "standard or share per unit"
_CLAUSE = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        ("owed", r"^[^补清还偿填化]*欠账(?:已?[高多]?达|为|有|约|近)*$|(?:至今|[尚仍]|(?<![偿归])还)欠(?![的款债账])[^，。；的]{0,12}$|欠下[^，。；]{0,16}$"),
        ("owed", r"(?<![相适对反供响理])应(?:付[^，。；、给]{0,6}|[配拨缴]的?)$|少(?:配套?|拨)(?:资金|经费)?$"),
        ("owed", r"需要?(?:自筹|投入|筹措|配套)(?:的?(?:配套|资金))?$"),
        ("owed", r"^[^还清偿化解]*(?:欠着[^，。；]{0,8}|负债|外债|欠债[^，。；]{0,8})$|应(?:发|偿还)[^，。；]{0,6}$"),
        ("owed", r"^[^退追对]*多计[^，。；]{0,8}$|(?:约需|大约需要|便需|需占用资金|(?<![共总])需资金)(?:大?约)?$"),
        ("owed", r"(?:挂账|旧债|陈债)[^，。；]{0,3}$"),
        ("not lost", r"(?:避免|防止(?!返贫|致贫)|止付|拦截|堵住|挡住|拦下|叫停)[^，。]{0,8}$"),
        ("not lost", r"减少[^，。；]{0,8}(?:垫付|漏损|支出|损失)[^，。；]{0,4}$"),
        ("not taken in", r"缓[缴征]|延缴|(?:免去|免收)[^，。；]{0,10}$|少[收交缴][^，。；]{0,6}$|(?:减收|减租|[能可又]省)$|减轻[^，。；]{0,6}负担$"),
        ("taken in", r"(?:[可能年]收|收上来|进账|创收|超收|罚单|拟罚没?|拟罚款)$|(?:销往|销到|卖到)[^，。；]{0,16}$"),
        ("taken in", r"(?:缴税|上缴税[金收]?|得款|留成|产值|创汇)$|(?:发行|销售)[^，。；]{0,12}彩票$"),
        ("taken in", r"收到?(?:水费|农业税|学费|建校费|会费|租金|电费)(?!补|资助|减免)[^，。]{0,6}$"),
        ("taken in", r"(?<![使利])征收(?!补偿|拆迁|安置|工作|费用|与补偿|补助)[^，。；]{0,12}(?:费|金|基金|税)(?:共|约)?$"),
        ("taken in", r"(?:查补|上缴|入库|补缴|征缴|追征|缴纳)[^，。；退为补]{0,6}税[款费金收]?(?:共|约)?$"),
        ("owed", r"^[^清追还]*欠税[款额]?[共达约]?$|^[^处化清核还]*不良贷款(?:余额|总额)?[为达共]?$"),
        ("taken in", r"清收[^，。；]{0,8}$|[塘地林山][^，。；]{0,3}(?:发包|拍出)[了约]?$|[门店]面租金$"),
        ("taken in", r"(?:收支|当期)[^，。；]{0,10}(?:相抵|结余|结存|只剩)[^，。；]{0,4}$"),
        ("ceiling", r"控制价|拦标价|限价|(?:(?<!再)贷款|授信|信用)额度(?:为|约|达)*$"),
        ("asked for", r"[要开喊]价$"),
        ("of a company's books", r"(?:跌价准备|减值|一般风险准备|应收账款|货币资金|(?:销售|管理|财务)费用(?:为|达|约)*|营业成本(?:为|达)?)$"),
        ("subscribed", r"认购(?:总额|金额|额)?(?:为|达)?$"),
        ("borrowed at home", r"(?:向|跟|找)[^，。；]{0,4}(?:亲戚|亲友|朋友|邻居)[^，。；]{0,4}借[^，。；]{0,2}$"),
        ("put right", r"(?:纠正|整改到位)$"),
        ("budgeted, not spent", r"设计预算(?:为|约|达)*$|(?:年初|调整后?的?)预算数?(?:为|是)$"),
        ("budgeted, not spent", r"的预算(?:大约|约|大概)?(?:是|在)$|初步预算[^，。；]{0,4}$|(?:设备|资产)总值[已约达为]*$"),
        ("forecast", r"(?:预计|有望|预期|估计)[^，。；]{0,10}?(?:将|可|会)?(?<![下送])达到?$"),
        ("missing", r"少了(?:约|近)?$"),
        ("held back", r"(?:停发|停拨|停付|扣发)[^，。；]{0,6}$"),
        ("promised by others", r"(?<!同)意向(?:性)?(?:资金|投资|金额)(?:约|达|共)*$|(?<!同)意向性[^，。；]{0,10}$|合同(?:总)?(?:投资|引资)"),
        (_PER_ONE, r"一[个名位户][^，。；]{1,8}一个月[^，。；]{0,4}$|最[少低]的(?:也有?|只有?|仅|不足|不到)|(?<!最)[多少]的(?:也)?[拿领得][了到]$"),
        ("hoped for", r"力争(?![^，。；]*(?:剩余|其余|余下))[^，。；]{0,16}$|目标(?:为|是)?$"),
        ("of a level", r"[站跃迈登冲]上$"),
        (_PER_ONE, r"[少多]则[^，。；]{0,4}$|(?<!最)少的(?:只有|只|才)?$|(?:此|今|以)后每年[^，。；]{0,8}$|(?:^|每)满$|一[头只亩户人匹峰口][^，。；]{0,12}补$"),
        (_PER_ONE, r"一[名个位](?:大学|贫困|本科|高中|困难)?(?:新生|学生|大学生)$"),
        ("held back", r"[暂再]各?扣[^，。；]{0,8}$"),
        ("saved", r"(?:省下|砍下来?|压掉|砍掉|核掉|减掉)了?$"),
        ("audited", r"(?:借支|出借|挪借)[^，。；]{0,8}$|公款(?!吃喝风|支付|支出)[^，。；]{0,6}$"),
        ("audited", r"^[^，。；]{0,12}(?:重复|超范围|超预算|无预算|虚假|白条|账外|多头)(?:列支|发放|支付|报销|计提|申领|领取|支出|入账)"),
        ("audited", r"(?:未使用|未通过|未经)[^，。；的]{2,14}(?:支付|结算|发放|采购|列支|支出|报销)[^，。；]{0,10}$"),
        ("audited", r"未(?:按|在)(?:规定|要求|时限|期限|标准)[^，。；]{0,16}$|未(?:及时|足额)(?!到位)[^，。；]{0,12}$"),
        ("audited", r"(?:改变|变更|调整)[^，。；]{0,10}(?:资金|经费)用途[^，。；]{0,4}$"),
        ("audited", r"不合(?:规|规格|规定|法)(?:的)?(?:票据|发票|凭证)[^，。；]{0,14}$|以拨[代作]支[^，。；]{0,6}$|虚[列增][^，。；]{0,12}$"),
        ("audited", r"(?:问题|整改(?:到位|问题)?)金额(?:共计?|合计|达|为)?$"),
        ("audited", r"(?:(?:[未已待应]|部分)整改(?:到位)?资金|整改到位资金|(?:发现|查出|涉及|违[规纪法])的?问题资金)(?:共计?|合计|达|为)?$"),
        ("of a company's books", r"其他应[收付]款[”）]?(?:余额|科目|共计?|合计|为|达|挂账)*$|(?:调账|补记|账务)(?:处理|调整|资产)?(?:金额|资金)?$"),
        ("owed", r"少(?:计提|提|列|计|缴存?)(?![供高升]|费(?!\d))[^，。；]{0,12}$"),
        ("insured", r"(?:风险保障|保险金额|保险保障|保障金额|保障额度|保额)(?:金额|额度|总额|约|近|超过?|逾|共计?|累计|达到?|为|是)*$"),
        ("difference", r"超出?(?:年初|合同|预算|概算|计划|原定)[^，。；]{0,6}$"),
    )
)
"""In its clause: 全市需要自筹的配套4.8亿元."""
_HEAD = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        (_PER_ONE, r"标准(?:依次|分别)为[^。；]*$"),
        ("promised by others", r"意向书[^。；]{0,20}$|(?:合同|协议)[^，。；]{0,4}(?:投资|引资)[^。；]*，[^，。；]{0,6}到位(?:资金)?$"),
        (_PER_ONE, r"标准[^。；]*，即$|分[一二三四五六七八九十两\d]+年[^。；]{0,10}，每年$"),
        (_PER_ONE, r"每[人户亩头只名吨位](?:每?[月年天])?$"),
        (_PER_ONE, r"(?:引进|培养|招引|录用|吸纳|聘请|培育|认定|创建|考上)一[名个位家][^。；]{0,50}$"),
        ("taken in", rf"收入(?:总计|合计|总额){_MONEY}，(?:其中|包括|含)(?![^。；]*支出)[^。；]*$"),
        ("balance", rf"(?:贷款|存款|债务)余额(?:为|达)?{_MONEY}，(?:其中|包括)[^，。；]*$"),
        ("negotiated", r"正(?:在)?(?:与|同|和|跟)[^。；]{0,16}(?:商谈|洽谈|磋商|谈判)"),
        ("negotiated", r"(?:下一年度|明年|下一步|下步|今后)[^。；]*争取[^。；]{0,20}$"),
        ("negotiated", r"(?<![已即就])(?:还?将|还要)(?:继续|积极|再|向[^，。；]{1,4})*争取(?!到)[^。；，]{0,20}$"),
        (
            "audited",
            r"(?:整改|销号|查出|发现|反映)[^，。；]{0,10}问题(?:[\d一二三四五六七八九十百]+余?[个项条件起])?，"
            r"(?:涉及(?:金额|资金)|金额)(?:共计?|合计|达|为)?$",
        ),
        ("in kind", r"义务工[^。；]{0,12}，折合$"),
        (_PER_ONE, r"每[户人][^。；]*[户人][^，。；]{0,4}再加$"),
    )
)
"""In its sentence: 标准为上年收入的20倍，即84万元."""
_TAIL = tuple(
    (reason, re.compile(pattern))
    for reason, pattern in (
        ("misappropriated", r"[^，。；]{0,12}(?:睡大觉|睡觉|未打卡|扣下|扣留)|[^，。；]{0,14}，已要求[^，。；]{0,6}(?:退回|整改|归还|追回|清退)"),
        ("misappropriated", r"[^，。；]{0,6}(?:据为己有|私分|挥霍|中饱私囊)|[^，。；]{0,12}(?<!不得)(?<!严禁)(?<!不准)(?<!不能)挪作他用"),
        ("audited", r"[^，。；]{0,12}(?:不规范|不及时|超时|被套取|未作分解)"),
        # 安排120万元|开展妇女健康检查 pays for it
        ("audited", r"(?!(?:用于|专项)?(?:开展|实施)[^，。；]{0,8}[检核督]查)[^，。；]{0,10}(?:开展|进行|作|做|实施)[^，。；]{0,6}(?:审计|核查|检查|督查)"),
        ("ceiling", r"的?(?!合作)[\u4e00-\u9fff]{0,4}授信|为上限"),
        ("promised by others", r"的?订单"),
        ("pending", r"[^，。；]{0,10}(?:尚未|暂未|仍未|还未|暂不能)(?:拨付|下达|动用|支出|使用|分配|形成)"),
        ("pending", r"[^，。；]{0,16}，[^，。；]{0,6}(?:(?:还在|尚在|正在)(?:评审|磋商|商谈)|没有批|尚未(?:拨付|下达|批复))"),
        ("pending", r"[^，。；]{0,20}(?:暂缓|未获|被叫停|分文没)"),
        ("asked", r"(?:从|打|上|到)哪"),
        ("owed", r"的?(?:旧债|陈债|老账|欠债|挂账)"),
        ("owed", r"[^，。]{0,3}[正还仍尚]在追"),
    )
)
"""Behind it: 曾对其经手的3亿元资金开展专项审计."""
_ANY_CLAUSE, _ANY_HEAD, _ANY_TAIL = (
    re.compile("|".join(f"(?:{pattern.pattern})" for _, pattern in table)) for table in (_CLAUSE, _HEAD, _TAIL)
)
"""Does any of a table hold?  Which one is only asked where one does."""
_ILL = re.compile(r"(?:住院|手术|看病|治病|治疗)[^。；]{0,16}(?:花|费用?|用)[了去费掉]*(?:一?共|约)*$")
_REFUNDED = re.compile(r"[^。；]*(?:报[了销回]|医保|新农合|合作医疗|大病保险)")
"""住院花去13.6万元，新农合报了7.1万元: the bill, of which the fund pays its share."""
_OF_A_KIND = re.compile(
    r"[一二三]孩[^，]{0,4}$|[一二三四五六]人户$|[一二三四]级(?:危房|伤残|残疾)$|"
    r"(?:重建|新建|修缮|维修|改造|建房|[危倒]房|倒塌|损坏|脱贫|低保|搬迁|困难|贫困|受灾)户(?:补助|补贴|奖励|奖补)?$"
)
_ONE_HOUSEHOLD = 100_000
"""重建户补助1.2万元: less than this is what each of them gets; 倒房户30万元 goes to all of them."""
_RATES = re.compile(rf"标准(?:为|是|达)[^，。；\d]{{0,6}}{_MONEY}，(?:[^，。；]{{1,16}}{_MONEY}，)*[^，。；]{{1,16}}$")
_SHARES = re.compile(rf"(?:每[部座套台户亩栋棚]|一[部套台])[^。；]{{0,12}}(?:造价|市价|价格|成本){_MONEY}(?![^。；]*共)[^。；]*$")
_ONE_RATE = 1_000_000
"""补助标准为50万元，县级为20万元: the standard goes on, as long as no verb pays; 每部电梯造价50万元，财政补15万元: shares of one price."""


_ASKED = re.compile(
    r"关于[“《〈]?(?:恳请|请求|申请|要求|尽快|给予|支持|解决|安排|增加|加大|拨付|追加|争取|协调|帮助|落实)(?:(?!关于|的(?:意见|通知|要求|决定|部署|批复))[^。；\n]){0,80}?的(?:建议|提案|议案|请示|申请)(?!办理|答复)"
)
"""关于“给予水库工程建设资金1200万元支持”的建议: what is asked for is in the name of the paper."""
_GRANTED = re.compile(r"给予(?:企业|个人|每[户家个])?$")
"""对达标企业给予10万元至50万元奖励: a range is what each of them gets."""
_LEFT = re.compile(r"(?:尚存|仍存|[尚还]余|[还只]剩下?|结余)[约近]?$")
"""汇出418万元，拨出560万元，尚存348万元。: a balance, of which the sentence says no more."""


def aside(text: str, draft: Draft) -> str | None:
    """The reason that the amount is none, or None."""
    clause = text[slice(*draft.clause)]
    before = text[draft.segment[0] : draft.head[1]]
    behind = text[slice(*draft.tail)]
    if _ANY_CLAUSE.search(clause):
        return next(reason for reason, pattern in _CLAUSE if pattern.search(clause))
    if _ANY_HEAD.search(before):
        return next(reason for reason, pattern in _HEAD if pattern.search(before))
    if _ANY_TAIL.match(behind):
        return next(reason for reason, pattern in _TAIL if pattern.match(behind))
    if any(m.start() < draft.money.start < m.end() for m in _ASKED.finditer(text, *draft.segment)):
        return "asked for"
    if _ILL.search(before) and _REFUNDED.match(behind):
        return "paid by a patient"
    if draft.money.amount_max is not None and _GRANTED.search(clause):
        return _PER_ONE
    if not behind.strip("”）。；") and _LEFT.search(clause):
        return "balance"
    small = draft.amount < _ONE_HOUSEHOLD and _OF_A_KIND.search(clause)
    goes_on = (draft.action is None and _RATES.search(before)) or _SHARES.search(before)
    return _PER_ONE if small or (goes_on and draft.amount < _ONE_RATE) else None
