"""Who pays: the subject of the governing verb, else the source that is named (中央财政)."""

from __future__ import annotations

import re

from kg.annotate import organizations
from kg.annotate.alternation import at_a_glance
from kg.annotate.names import score
from kg.annotate.passage import OrganizationMention, Passage, State
from kg.extract.allocations.called import plain
from kg.extract.allocations.draft import Draft

__all__ = ["FINANCE", "JOIN", "PREPOSITION", "bodies_in", "find_payer", "is_received", "is_said", "level_name"]

FINANCE = re.compile(at_a_glance(
    r"(?:(?:[两三四五六七八九十\d]+[省市县区])?(?:全[省市县区州盟]|我[省市县区州盟]|本[省市县区州]|该[省市县区州]|"
    r"[省市县州盟旗区]|自治区|中央|国家|地方|各级|各地|上级|旗县|县区|市县)"
    r"(?:本?级)?(?:[、和与及](?:省|市|县|区|自治区|地方|中央|乡|县（区）|县（市、区）)(?:本?级)?)*(?:[两三四]级|各级)?)"
    r"(?:财政(?!资金|专项|补助|补贴|奖补|扶贫|贴息|衔接|拨款|收入|支出|厅|局|所|部(?!门)|专户|投资|投入|预算|转移|"
    r"系统)(?:部门)?|本级|里(?=[^，]{0,6}))"
))
_CENTRAL = re.compile(
    r"(?:中央(?:预算内|财政)?|国家|省级?财政|市级?财政|县级?财政|自治区财政)(?=[^，。]{0,16}(?:资金|补助|投资|经费|"
    r"专项|转移支付))"
)
PREPOSITION = re.compile(r"(?:向|给|对|为|经|商|会同|支持|支援|援助|援建|帮扶|资助|惠及|覆盖|用于|报|根据|据|在|从|经商|拨付|下达|安排|补助)$")
JOIN = re.compile(r"[、和与及]|以及|联合|会同")
_RECEIVES = frozenset("获 获得 得到 收到 接收 接受 争取 争取到 利用 分到 分得 拿到 领到 领取 领走 领回 拿走".split())

_HANDED = re.compile("现?(?:将|把)")
"""现将中央财政资金3亿元下达你省: the clause has no subject; what it names is the money."""

_OF_KIND = re.compile(at_a_glance(
    "(?:(?<![\u4e00-\u9fff])(?:[省市州盟县区旗]|自治区)级?)?"
    "(?:财政|民政|水利|交通(?:运输)?|教育|农业(?:农村)?|卫[生健]|公安|商务|科技|文化|广电|环保|组织|宣传|统战|人[事社]|劳动|建设)部门"
))
"""交通部门拨来…: departments of a kind, whoever's."""

Named = tuple[int, int, str]


_HANDED_ON = re.compile(r"[省市县区州旗]中央财政$")
"""下达我县|中央财政|专项资金: the centre's money, and no treasury of the county."""


def bodies_in(passage: Passage, start: int, end: int) -> list[OrganizationMention]:
    """The bodies named in the stretch; 全市发行 债券 is a place and its verb."""
    within = [o for o in passage.organizations if start <= o.start and o.end <= end]
    of_kind = (m for m in _OF_KIND.finditer(passage.text, start, end) if not any(o.start < m.end() and m.start() < o.end for o in passage.organizations))
    within = sorted([*within, *(OrganizationMention(m.start(), m.end(), m[0], m[0]) for m in of_kind)], key=lambda o: o.start)
    return [o for o in within if (not o.text.endswith("发行") or o.text.endswith("农发行")) and not _HANDED_ON.search(o.text)]


def level_name(text: str, state: State) -> str:
    """Whose money a level's is: 省里 → 浙江省, 市财政 → 台州市财政."""
    name = organizations.resolve(text, state)
    return name[:-1] if name.endswith("里") and len(name) > 2 else name


def find_payer(passage: Passage, draft: Draft, *, of_office: bool = False) -> tuple[Named, ...]:
    """The payers in the draft's own words: spans and resolved names; empty where none is stated.

    `of_office`: is it the sum of a notice (根据财政部通知，现下达中央财政专项资金…)?  Then neither the clauses before nor the
    fund's name say who pays: the office that hands the money on does.
    """
    action = draft.action
    limit = action.start if action and not action.after else draft.head[1]
    receives = (action is not None and action.text in _RECEIVES) or is_received(passage, draft)
    if not receives and not of_office and (named := _by_paper(passage, draft)):
        return named
    if not receives:
        clauses = passage.clauses(draft.head[0], limit)[-1 if of_office else 0 :]
        if of_office and any(_HANDED.match(passage.text, a, b) for a, b in clauses):
            return ()
        for a, b in reversed(clauses):
            group = _group(passage, draft, a, b)
            if group:
                return group
    return () if of_office else _donor(passage, draft) or _source(passage, draft)


_PAPER = re.compile(
    r"(?:根据|按照|依据|据)[^，。；《]{0,8}《(?P<who>[^》]{3,40}?)关于[^》]{0,24}?"
    r"(?:下达|拨付|预拨|下拨|安排|分配|追加|补助)[^》]*》[^，。；]{0,30}，"
)
_TO_US = re.compile(r"(?:到|给)?[我本][省市县区州旗局厅]")


def _by_paper(passage: Passage, draft: Draft) -> tuple[Named, ...]:
    """根据《甲市财政局关于下达…的通知》，下达我县5万元: whoever wrote the paper gives what reaches us."""
    text, action = passage.text, draft.action
    if action is None or action.after or action.start != draft.clause[0] or not _TO_US.match(text, action.end):
        return ()
    paper = next(reversed(list(_PAPER.finditer(text, draft.segment[0], draft.clause[0]))), None)
    named = bodies_in(passage, *paper.span("who")) if paper and paper.end() == draft.clause[0] else []
    return tuple((o.start, o.end, o.name) for o in named)


def _group(passage: Passage, draft: Draft, start: int, end: int) -> tuple[Named, ...]:
    """The first list of bodies in the clause that is its subject."""
    text = passage.text
    named: list[Named] = [
        (o.start, o.end, o.name) for o in bodies_in(passage, start, end)
    ]
    bare = draft.bare or draft.marker in ("item", "row")
    for match in FINANCE.finditer(text, start, end):
        if not any(a <= match.start() < b for a, b, _ in named):
            named = [n for n in named if not (match.start() <= n[0] and n[1] <= match.end())]
            named.append((match.start(), match.end(), level_name(match[0], passage.state)))
    for region in passage.regions:
        inside = start <= region.start and region.end <= end
        if inside and not any(a < region.end and region.start < b for a, b, _ in named):
            whole = _FINANCE_AFTER.match(text, region.end, end)
            if whole is None and (bare or region.code is None):
                continue
            stop = whole.end() if whole else region.end
            named.append((region.start, stop, region.name + text[region.end : stop]))
    named.sort()
    for i, one in enumerate(named):
        if PREPOSITION.search(text[max(start, one[0] - 3) : one[0]]) and text[max(start, one[0] - 1) : one[0]] != "由":
            continue
        group = [one]
        for other in named[i + 1 :]:
            if not JOIN.fullmatch(text[group[-1][1] : other[0]]):
                break
            group.append(other)
        return tuple(group)
    return ()


_FINANCE_AFTER = re.compile(
    r"(?:[省市县区州](?=[级本财]))?(?:本?级)?(?:[、和](?:市|县|区|县（区）))*(?:[两三]级)?(?:财政(?!厅|局|所|资金|"
    r"专项)(?:部门)?|人民政府|政府(?!性))"
)


_GAVE = re.compile(
    r"(?:收到|接收|接受|获得?|得到|拿到|领到)(?:了|来自|由)*(?P<who>[^，。；：\d]{2,20}?)(?:[的所共]|定向|一次性)*(?:捐[款赠资助献出]|资助|赞助|赔款|赔付|理赔|赔偿|补偿|贷款|拨款|奖励|补助|援助|支付的|发放的|拨付的|下拨的|给的|送[来去]的|寄来的|汇来的|转来的|划拨的)"
    r"|[向从跟找](?P<bank>[^，。；\d向从]{0,14}(?:银行|信用社|联社|农商行|农信社|农发行|国开行|[支分]行|[亚世农工建中交]行))(?:申请|办理|争取|申办)?[到了]?(?:(?!发放|投放|提供|拨|再|偿?还|归还|支付|结清|缴|存|退)[^，。；\d]){0,8}?[贷借]"
    r"|的?(?:捐[款赠资助献]|善款|爱心款|资助款?|赞助款?|款项?|资金)?(?:全部|均|都)?来自于?(?P<from>[^，。；：\d]{2,20}?)(?:的(?:捐[款赠助]|资助|赞助|爱心))?(?=[，。；]|$)"
)
_POLITE = re.compile(r"(?P<name>[^，。；的]{2,4}|[^，。；的]{2,6}·[^，。；的]{2,6})(?:先生|女士|老人|夫妇|同志)")
_GIVES = re.compile(
    r"(?!社会|爱心|各)(?:[^，。；的]{0,16}(?:公司|村集体|信用社)|[^，。；的]{2,16}(?:财险|产险|寿险|人寿|企业|单位|集团|基金会|商会|协会|校友会|银行|机构|政府|企业家|员工|职工|师生|学生))"
    r"|工会|妇联|残联|红十字会|慈善总?会|壹基金|政府(?=发放|补助的|补贴的|给的|支付)"
)


_OFFICE = re.compile("(?:[部委厅局署]|财政|政府|公司|集团|基金会|银行)$")


_STAFF = re.compile("[^，。；]{0,8}(?:员工|职工|师生)")
_NAMED = 3.0
"""What the characters of a giver must say to be a name, without any other sign."""


def is_received(passage: Passage, draft: Draft) -> bool:
    """小学|获深圳一家企业资助: does the clause say that somebody got what another gave?"""
    match = _GAVE.search(passage.text, draft.clause[0], draft.money.start)
    return match is not None and match["from"] is None


def _donor(passage: Passage, draft: Draft) -> tuple[Named, ...]:
    """红十字会收到|李红梅|女士捐款20万元, 300万元的捐款来自|远山集团, 获得|国家体育总局|补助资金: who gave what another receives; 社会捐款 has no giver."""
    text = passage.text
    begin = draft.action.end if draft.action and draft.clause[0] <= draft.action.start < draft.money.start else draft.money.start
    begin += text.startswith("了", begin)
    body = next((o for o in bodies_in(passage, begin, draft.money.start) if o.start == begin), None)
    if body and not _STAFF.match(text, body.end) and (offices := [step for step in organizations.path(body.name) if _OFFICE.search(step)]):
        return ((body.start, body.end, offices[-1]),)
    match = _GAVE.search(text, draft.clause[0], draft.money.start) or _GAVE.match(text, *draft.tail)
    if match is None:
        return ()
    a, b = match.span("who" if match["who"] else "bank" if match["bank"] else "from")
    a = max(a, text.rfind("的", a, b) + 1)  # 在外经商的|王志强
    if whole := next((o for o in bodies_in(passage, a, b) if (o.start, o.end) == (a, b)), None):
        return ((a, b, whole.name),)
    if place := next((r for r in passage.regions if (r.start, r.end) == (a, b) and r.code), None):
        return ((a, b, place.name),)
    if (called := plain(text[a:b])) != text[a:b] or (b - a in (2, 3) and score(called) > _NAMED):
        return ((b - len(called), b, called),)
    if polite := _POLITE.fullmatch(text, a, b):
        return ((a, a + len(polite["name"]), polite["name"]),)
    return ((a, b, text[a:b]),) if match["bank"] or _GIVES.fullmatch(text, a, b) or any((p.start, p.end) == (a, b) for p in passage.persons) else ()


def _source(passage: Passage, draft: Draft) -> tuple[Named, ...]:
    """收到省财政抗旱资金: the source that the fund's name gives."""
    match = _CENTRAL.search(passage.text, draft.clause[0], draft.head[1])
    if match is None:
        return ()
    return ((match.start(), match.end(), organizations.resolve(match[0].removesuffix("预算内"), passage.state)),)


_GOT = frozenset("收到 接收 接受 获得 得到 获 拿到 领到 领取".split())


def is_said(draft: Draft) -> bool:
    """红十字基金会收到|李红梅|女士捐款, 民政局收到|中央财政|资金, 根据《甲市财政局…》: the rules name who gave it; the subject only receives."""
    action = draft.action
    own = action is not None and not action.after and action.start >= draft.clause[0] and action.text in _GOT
    said = (own and draft.payers) or (draft.passage is not None and (_by_paper(draft.passage, draft) or _is_donor(draft.passage, draft)))
    return draft.own_payer and bool(said)


def _is_donor(passage: Passage, draft: Draft) -> bool:
    """企业|获保险公司赔款860万元，已到账: is the payer the one that another is said to have got it from?"""
    if not draft.payers or not _GAVE.search(passage.text, draft.clause[0], draft.money.start):
        return False
    return tuple(name for *_, name in _donor(passage, draft)) == draft.payers
