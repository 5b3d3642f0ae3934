"""What an amount's own words call it against what the weights of words, or the amounts before it, would.

    下达小麦、大豆|良种补贴6亿元                  the list in front belongs to the name
    发放助学金26万元；拨付资金3616万元，建设食堂     no 助学金
"""

from __future__ import annotations

import re

from kg.extract.allocations.draft import Draft
from kg.extract.allocations.fund import find_fund
from kg.extract.allocations.lexicon import VERB
from kg.extract.allocations.reading import own_noun
from kg.extract.allocations.wording import SOURCE

__all__ = ["as_given", "is_giver", "is_of_other", "is_of_sibling", "is_verb", "without_lent"]


_WORTH = r"(?:总?价值|折价|折合|折款|折资|作价)(?:资金|人民币)?(?:共计|总计|超过|约|近|逾)?"
_GOODS = r"(?![赠助献出了的来建共先价一])(?![^，]{0,17}?(?:[币元款金费交给由到落]|资助|股|土地))[\u4e00-\u9fff、“”（）]{1,18}?"
_GIVEN_GOODS = re.compile(
    rf"(?:捐[赠助献出来]?|赠送|援助|配发|配备|送来|送去|运[来去]|调拨)了?(?:各类|各种|一?[台辆批套部间]|[首第][一二三]?批)?的?(?P<goods>{_GOODS})(?:等)?(?:[\d.]+[万余多]?[\u4e00-\u9fff]{{1,2}})?(?:等)?，?{_WORTH}$"
)
_WORTH_END = re.compile(rf"{_WORTH}$")
_GOODS_BEHIND = re.compile(rf"人?民?币?的(?P<goods>{_GOODS})(?=[，。；（）！\n]|等|和|及|与|支援|援助|帮助|驰援|慰问|送|用于|，|$)")


def in_kind(draft: Draft, name: str | None) -> str | None:
    """捐赠|棉衣|500件，折合人民币6万元, 价值50万元的|柴油: goods are called what they are, where nothing of the amount's own names it."""
    if draft.passage is None:
        return name
    text, at = draft.passage.text, draft.money.start
    own = text[max(draft.segment[0], at - 40) : draft.money.end + 20]
    if name is not None and name in own and name not in ("捐赠", "捐款"):
        return name
    goods = _GIVEN_GOODS.search(text, max(draft.segment[0], at - 48), at)
    if goods is None and _WORTH_END.search(text, draft.segment[0], at):
        goods = _GOODS_BEHIND.match(text, draft.money.end, draft.segment[1])
    return goods["goods"].removesuffix("等") if goods else name


def whole_list(draft: Draft, name: str | None) -> str | None:
    """小麦、大豆|良种补贴, 中央、省级|衔接资金: the weights of words end at 、; what stands before in the amount's own words belongs to the name."""
    if name is None or draft.passage is None:
        return name
    if wide := _wide(draft.passage.text, draft, name):
        return wide
    if all(draft.passage.text.find(mark + name, *draft.segment) < 0 for mark in "、等和及与"):
        return name
    own = find_fund(draft.passage, draft)
    if own is None or not own.endswith(name) or not _LIST.fullmatch(own):
        return name
    return own if _OPEN.search(own.removesuffix(name)) else name


def _wide(text: str, draft: Draft, name: str) -> str | None:
    """社会保障、卫生、|抚恤类支出|：安排4亿元, 大气、水、土壤污染防治等方面的|资金|600亿元: the list that such a name goes on from."""
    if name.endswith("支出"):
        listed = re.compile(rf"(?:[\u4e00-\u9fff]{{2,8}}[、和及与])+{re.escape(name)}(?=[：，]?(?:预算)?(?:安排|完成|支出|累计)?)")
        start = max(draft.segment[0], *(m.end() for m in _MARKS.finditer(text, draft.segment[0], draft.head[1])), 0)
        found = next((m for a in (draft.segment[0], start) if (m := listed.match(text, a, draft.money.start))), None)
        return found[0] if found and len(found[0]) <= 40 and not VERB.search(found[0].removesuffix(name)) and "预算" not in found[0] else None
    if name not in ("资金", "投入", "支出", "经费"):
        return None
    action = draft.action
    begin = action.end if action and not action.after and action.end > draft.clause[0] else draft.clause[0]
    field = re.compile(rf"(?P<name>[\u4e00-\u9fff、“”]{{2,40}}?(?:方面|领域)的?{name})[共约近达超过]*").fullmatch(text, begin, draft.money.start)
    return field["name"] if field and not _EVERY.search(field["name"]) else None


_EVERY = re.compile("[各多]方面|全年|组织|筹")
_MARKS = re.compile("[：；，\n]")
_OPEN = re.compile("、$|、[^、]+等$|(?:款|金|资金|经费|补助|补贴|贷款|国债|债券|贴息|援助)[和及与]$")
"""农资直补、良种补贴等|涉农补贴."""
_LIST = re.compile(r"[\u4e00-\u9fff“”、]{3,40}")
"""A list without numbers: not 项目27个、总投资."""
_LENT = ("neighbour", "mention segment", "mention paragraph", "mention before", "inferred")
"""How names of other amounts are found."""
_NEAREST = 4
"""Amounts before, whose names are looked at."""


def without_lent(draft: Draft, found: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """Without the names of the amounts before, where the draft is one of its own, with verb and 资金: 发放助学金26万元；拨付资金3616万元，建设食堂."""
    own = draft.action is not None and not draft.action.after and not draft.inherited_action and draft.parent is None and not draft.parts
    if not own or draft.marker or ("before", "资金") not in found or _is_again(draft):
        return found
    others = _names_before(draft)
    return {key: detail for key, detail in found.items() if not (key[0].startswith(_LENT) and any(key[1] in other for other in others))}


def _is_again(draft: Draft) -> bool:
    """3月，省财政又拨付资金8000万元, 追加资金2亿元: more of the same."""
    action, passage = draft.action, draft.passage
    if action is None or passage is None:
        return False
    return action.text in ("追加", "增拨", "补拨") or _AGAIN.search(passage.text, max(0, action.start - 4), action.start) is not None


_AGAIN = re.compile("[又再还][已次]?(?:紧急)?$")


def _names_before(draft: Draft) -> list[str]:
    names: list[str] = []
    one = draft.before
    while one is not None and len(names) < _NEAREST:
        names.append(one.fund or "")
        one = one.before
    return names


_RAISES = frozenset("筹集 筹措 承担 负担 分担 配套 自筹 安排 落实 补助 投入".split())


_IS_RAISED = re.compile(r"(?:是|由|来自|靠)[^，。；\d]{0,10}(?:集资|自筹|筹集|筹资|捐|凑)")


def is_of_other(draft: Draft, kind: str, name: str) -> bool:
    """中央补助资金2亿元，省级财政筹集资金7亿元: what the centre gives does not name what the province raises; nor 补助 11万元是村民集资."""
    lent = kind.startswith(("neighbour", "mention segment", "inferred named before"))
    if lent and draft.passage and "补" in name and _IS_RAISED.match(draft.passage.text, *draft.tail):
        return True
    if not name.startswith("中央") or not draft.own_payer or draft.action is None or draft.action.text not in _RAISES:
        return False
    return kind in ("neighbour segment", "mention segment", "inferred named before") and "中央" not in (draft.payer or "")


_OF_BEFORE = ("neighbour", "mention segment", "inferred")


def is_of_sibling(draft: Draft, kind: str, name: str) -> bool:
    """其中助学基金500万元、慈善项目300万元: what names one share right before its sum does not name the next, which has a noun of its own."""
    if draft.passage is None or draft.parent is None or draft.region or name == draft.parent.fund or not kind.startswith(_OF_BEFORE):
        return False
    if not draft.bare and not (draft.action and draft.action.text == "自筹"):
        return False
    noun = own_noun(draft.passage.text, draft)
    shared = SOURCE.fullmatch(noun) or _RAISED.search(noun) or len(noun) < 3
    if len(noun) < 2 or name in noun or (shared and not _SOURCES.search(name)):
        return False
    before = draft.before
    while before is not None and before.parent is draft.parent and before.segment[0] >= draft.passage.start:
        if name in own_noun(draft.passage.text, before):
            return True
        before = before.before
    return False


_SOURCES = re.compile("(?:债券|国债|贷款|预算内投资|公益金)$")
"""Whose money a share is, in a word: 专项债券1.5亿元、自筹5000万元."""
_RAISED = re.compile("配套|自筹|财政|各地|[省市县区]里|承担|负担")
"""What says only whose share it is."""


_DEEDS = ("投资", "投入", "捐款", "捐赠", "出资")
_LEVELS = re.compile(r"(?:中央|国家|上级|地方|省级?|市级|县级|区级|财政)投资")
"""安排|中央投资|7963万元: whose money it is belongs to the name where it is a level, and no body."""
_GIVES = frozenset("捐赠 捐资 捐助 捐出".split())


def is_verb(draft: Draft, name: str) -> bool:
    """远山集团捐赠1亿元, 筹得助学款70万元，其中甲公司捐款50万元: the verb, with who gives before it, is no name; 捐款 is, where the whole has none."""
    action = draft.action
    if name.endswith(_DEEDS) and name[:-2] in draft.payers and name[:2] != "社会" and not (_LEVELS.fullmatch(name) or _CAUSE.search(name[:-2])):
        return True  # 国家电网|投资
    if name.endswith("投入") and draft.passage and draft.passage.text.find(name + "资金", *draft.segment) >= 0:
        return True  # 学前教育阶段|投入|资金6799万元
    if name == "预算" and draft.passage and _IN_BUDGET.match(draft.passage.text, *draft.clause):
        return True  # 下达补助资金，|预算总额|2亿元: so much of it is in the budget; 公共安全类支出：|预算安排|3亿元
    if action is not None and action.text == name and draft.passage and draft.passage.text.startswith("资金", action.end):
        return True  # 投入|资金4亿元: the money is 资金
    named = draft.parent is not None and bool(draft.parent.fund) and "捐" not in (draft.parent.fund or "")
    verbs = _GIVES | {"捐款"} if named else _GIVES
    governs = action is not None and not action.after and not draft.inherited_action and name == action.text and name in verbs
    return governs and action is not None and action.start > draft.body


_CAUSE = re.compile("(?:[救赈]灾|抗[洪震疫旱]|防疫|防控)$")
"""抗洪救灾|捐款: what it is given for is nobody who gives."""
_IN_BUDGET = re.compile(r"预算(?:总额|金额|规模)|(?<=支出：)预算(?:安排)?")


_NEAR = 160
_FIRM = re.compile("股份|控股|有限|公司|集团|管理|担保|发展(?:股份|有限|集团)|会(?!议|员|费|上|同)")
_GIFT = ("捐款", "捐赠", "捐资")
_GIFT_OF = re.compile(
    r"(?:社会|各界|校友|抗旱|救灾|赈灾|抗洪|抗震|抗疫|防疫|地震|台风|定向|对外|国际|境[内外]|防控|设备|物资|个人|企业|现金|教育|大额|小额|[首第][一二三]?[批笔]|治水|港澳|海外|单位|慈善|爱心|公益性?|"
    r"专项|自愿|志愿|网络|法人|自然人|职工|员工|党员|群众|居民|村民|乡贤|侨[胞亲]|民间|组织|救济性?|其[他它]|到账|[省市县]级|内|”|热心|老乡|乡亲|筹资|帮扶)$"
)
_FOR_IT = re.compile("[为向给对该]了?该?$")
_GIVES_NOW = re.compile(r"(?:[已共又也再还]|先后|累计|首批|一次性|联合)*(?:捐|认捐)")


def is_giver(draft: Draft, name: str) -> bool:
    """淘宝公益基金|捐款100万元, 新产业投资|股份有限公司, 美锦能源|捐款500万元: who gives, or the beginning of its name, is no name of the money."""
    text = draft.passage.text if draft.passage else ""
    at = text.rfind(name, draft.segment[0], draft.tail[1]) if name else -1
    if at < 0 and name.endswith("投资"):
        at = text.rfind(name, max(0, draft.segment[0] - _NEAR), draft.segment[0])  # of the sentence before
    if at < 0:
        return False
    end = at + len(name)
    if name.endswith("投资") and _FIRM.match(text, end):
        return True
    if name.endswith("基金") and end <= draft.money.start and _GIVES_NOW.match(text, end) and not _FOR_IT.search(text, max(0, at - 4), at):
        return True
    given = name.endswith(_GIFT) and len(name) > 3 and any(0 <= m.start - end <= 3 for m in draft.passage.money) if draft.passage else False
    return given and _GIFT_OF.search(name[:-2]) is None


def as_given(draft: Draft, name: str | None) -> str | None:
    """The name with its list, of the goods, or of what the gift is taken from or made."""
    return becomes(draft, whole_list(draft, in_kind(draft, name)))


_DRAWN = re.compile(r"(?:从|由|在)(?P<name>“[^”]{2,24}?(?:基金|资金|专项|经费|款项?)”)(?:账户)?[中里内]?[^，。；]{0,16}捐[款赠资助出]?$")
_BECOMES = re.compile(
    r"，?(?:将)?(?:作为|用作|留作)(?P<name>[^，。；的\d]{0,8}(?:奖学金|助学金|奖教金|奖教助学金|启动资金|启动经费|慰问金|救助金|周转金|种子基金|基金|专项资金|办公经费|活动经费|工作经费))(?=[，。；、]|$)"
)
_BOTH_GIVEN = re.compile("捐[款资]捐物")
_WEAK = frozenset(("捐款", "捐赠", "捐资", "投资", "资金", "善款"))


def becomes(draft: Draft, name: str | None) -> str | None:
    """从“思源帮扶资金”中捐款10万元, 捐款100万元，其中66万元作为|奖学金: what money it is taken from, or made, names it better than the gift."""
    if draft.passage is not None and name == "捐物" and (whole := _BOTH_GIVEN.search(draft.passage.text, draft.clause[0], draft.money.start)):
        return whole[0]
    if draft.passage is None or not (name is None or name in _WEAK):
        return name
    text = draft.passage.text
    if drawn := _DRAWN.search(text, draft.clause[0], draft.money.start):
        return drawn["name"].strip("“”")
    made = _BECOMES.match(text, *draft.tail)
    return made["name"] if made else name
