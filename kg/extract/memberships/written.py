"""The body of a title as written: where it begins, the bodies beside it, the nouns between it and the role."""

from __future__ import annotations

import re

import rjieba

from kg.annotate.bodies import ends_a_body, independent
from kg.annotate.boundaries import organization_before
from kg.annotate.boundary_words import behind_dismissed
from kg.annotate.names import candidates, score
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention, base_noun, is_territorial

__all__ = ["HARD", "SEVERAL", "abbreviated", "bodies_beside", "described", "modified", "opening", "party_body", "put_out", "sent_on", "sent_to_village"]

HARD = re.compile(r"[<>，。；：！？“”（）《》【】、\n ·…—]")
_LEAD = re.compile(
    r"(?:(?:施工|建设|承建|设计|监理|主办|承办|中标|帮扶|牵头|主管|编制|责任)单位|[\u4e00-\u9fff]{0,8}?(?:龙头|骨干|民营|上市|知名|著名|高新技术|入驻|参会|参展|会员|理事|会长|试点|帮扶|共建)企业|上市公司|(?:另|还)?有(?![色限机线研])|原|上一?届|前(?=[省市县])|时任|现任|历任|曾任|所任|后任|先任|又任|续任|兼任|兼|由|聘请|委派|委托|邀请|增补|率领?|带领|成立|设立|组建|建立|与|和|及|向|对|据|请|让|经|在|是|为|任|担任|出任|驻(?=[\u4e00-\u9fff]{1,10}村$)|"
    r"挂任|挂职任|其中|以及|拟任|新任|会同|听取|陪同|系统|(?:新|上|下)一届|[本上首]届|代理|代行|出掌|执掌|接掌|接手|接棒|履新|当选为?|选为|调往|调到|派往|当过|做过|当(?!地)|记者|日前|近日|时值|适逢)(?=[\u4e00-\u9fff])"
)
SEVERAL = re.compile(r"[两三四五六七八九几各多][处科局司室县市区镇乡村]$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PLACE_END = re.compile(r"(?:省|市|县|区|州|盟|旗|自治区|地区|镇|乡|村|街道|中央|全国)$")
_PARTY_BODY = re.compile(r"^(纪委|团委|工会|妇联|纪工委|政协)(?=.)")
_TOWNSHIP_END = re.compile("(?:镇|乡|街道|苏木)$")
"""A township has a 纪委书记; only a place above it has a 纪委 of its own."""
_COMMITTEE_MEMBERS = frozenset("组织委员 宣传委员 统战委员 政法委员 武装委员 纪检委员".split())
_TOWNSHIP_PARTY = re.compile(r"(?:镇|乡|街道)(党委|党工委)$")
"""镇|党委宣传委员: the committee of a township belongs to the role."""
_REGION_PARTY = re.compile(r"^党委(?=.)")
"""The committee of an autonomous region is its 党委."""
_TEAM = re.compile(r"[、，；]((?:派驻)?纪检(?:监察)?组)$")
"""部党组成员、纪检组组长A."""
_STAFF = re.compile(
    r"(?:员|师|官|工|工人|教授|顾问|参赞|专家|干事|会计|护士|医生|代表|经理|领班|秘书|班主任|主播|编辑|记者|"
    r"教师|老师|总监|主管|专干|干部|司机|警|教练|领队|指挥|参谋|带头人|指挥长|组长|合伙人|副?(?:校|矿|园|班|队)长|第.队长)$"
)
_OPENING_WORDS = frozenset("对外 对口 对台 与会 前进 为民 经委 经费 经济 经贸 经信 经开 向阳 和平 任城 由于 系统".split())
"""Words of names that begin as a preposition or verb does."""


def opening(passage: Passage, start: int, end: int, floor: int) -> int:
    """Where the body really begins that was found at `start:end`: without 原 or 由, with its quoted part, behind a name at `floor`."""
    start += passage.text.startswith("—记", start - 1) and end - start > 4  # ——记|某县财政局局长
    start = _behind_named(passage, _quoted(passage, _without_lead(passage, start, end)), end)
    if session := _SESSION.search(passage.text, floor, start):
        start = session.start()
    return _behind_name(passage, start, end) if start == floor > passage.start or passage.text[start - 2 : start] in _CHOOSES else start


_CHOOSES = ("推选", "选举", "推举", "聘请", "聘任", "选派", "补选", "增补", "任命", "民选", "公推")  # 村民推选某某当|村委会主任


_CHARGE = re.compile(r"(?:分管|主管|协管|主抓)[\u4e00-\u9fff]{0,10}的?$")
_SENT_TO = re.compile(r"(?<=[局委办院厅社司处行心])(?:派驻|派往|驻)[\u4e00-\u9fff]{2,6}[乡镇村]的?$")
_IN_VILLAGE = re.compile("第一书记$|队长$|队员$")


def described(text: str, role: str, low: int, end: int) -> int | None:
    """县政府|分管教育的|副县长, 县水务局|派驻东柳乡的|技术员: where begins what the holder does; a 第一书记 is of the village."""
    found = _CHARGE.search(text, low, end) or (None if _IN_VILLAGE.search(role) else _SENT_TO.search(text, low, end))
    return found.start() if found else None


_SESSION = re.compile(r"(?<![\u4e00-\u9fff])[省市县区州旗]第?[一二三四五六七八九十]{1,3}届$")
"""县十八届|人大: the session is part of the name."""


def _without_lead(passage: Passage, start: int, end: int) -> int:
    start += passage.text.startswith("当选", start - 1) and end - start > 3
    while (lead := _LEAD.match(passage.text, start, end)) and lead.end() < end and not _keeps_lead(passage, start, lead.end()):
        start = lead.end()
    return start


_MEMBER = re.compile("(?:会员|理事|会长)企业$")


def _keeps_lead(passage: Passage, start: int, end: int) -> bool:
    """Is the opening word part of a name (和田地区, 任丘市, 对外联络处)?"""
    if _MEMBER.search(passage.text, start, end) or (passage.text[start] in "和与" and _HAN.match(passage.text[start - 1 : start])):
        return False  # 黄冈市商会副会长企业|江岸公司
    return any(m.start == start for m in passage.regions) or passage.text[start : end + 1] in _OPENING_WORDS


def _quoted(passage: Passage, start: int) -> int:
    """“全面改薄”工作领导小组: the quoted words before a body's name are its own, and the place before them."""
    text = passage.text
    opening = text.rfind("“", max(passage.start, start - 16), start)
    if text[start - 1 : start] != "”" or opening < 0 or any(c in text[opening:start] for c in "，。；：、！？"):
        return start
    return next((m.start for m in passage.regions if m.end == opening), opening)


_PUTS_OUT = re.compile(r"(?:任命|聘任|免去|免除|撤销|解聘|罢免|终止)$")
_OF_PLACE = re.compile(r"(?:省|市|县|区|州|旗)[\u4e00-\u9fff]{1,14}$")


def _behind_named(passage: Passage, start: int, end: int) -> int:
    """免去张某某省政府秘书长职务: the name between the verb and the 省 or 县 at hand is no part of the body."""
    text = passage.text
    if any(m.start == start and m.end > start + 2 for m in passage.regions):
        return start
    listed = start == passage.start and passage.state.memory.get("mode") == "removed" and all(m.start != start for m in passage.regions)
    if listed or _PUTS_OUT.search(text, max(passage.start, start - 2), start):
        names = [size for size in (3, 2, 4) if score(text[start : start + size]) > _NAME]
        if size := next((n for n in names if _OF_PLACE.match(text, start + n, end)), 0):
            return start + size
        if (behind := behind_dismissed(text, start, end)) != start:
            return behind
        return start + next((n for n in names if independent(text[start + n : end])), 0)
    return start


_NAME = 1.0
"""The log-odds from which what stands before 省政府 is a name."""


def _behind_name(passage: Passage, start: int, end: int) -> int:
    """站长唐家林任办公室…: the name right after the last title is no part of the body."""
    for stop, weight in candidates(passage.text, start, end)[:1]:
        lead = _LEAD.match(passage.text, stop, end)
        if weight > 0.8 and lead and lead.end() < end:
            return lead.end()
    return start


_STATES = frozenset(
    "退休 离休 离职 请来 派来 聘请 返聘 新来 在职 转业 青年 年轻 优秀 基层 机关 普通 领导 党员 先进 模范 "
    "正科 副科 正处 副处 选派 调来 做到 干到 升到 当上 担任 出任".split()
)
"""Words that say how one came or went; they are no part of a role (退休高级工程师)."""
_SMALL_PLACE = re.compile(r"[\u4e00-\u9fff]{2}(?<![驻包帮])(?:镇|乡|村|街道|社区|苏木)$")
_OWN = tuple("镇乡县区市局厅部校院村")
"""The body at hand."""
_FIRM = re.compile("(?:证券|基金|保险|人寿|财险|航空|科技|集团|股份|控股|期货|信托|汽车|医药)$")
_FORMER = re.compile("(?:原|时任|现任|的)$")
_TASKS = re.compile(
    "驻村|包村|驻点|援[疆藏青外]|综治|森防|安监|公卫|消杀|固收|植保|值周|退役军人|人影|舞美|"
    "流调|土管|农技|水保|妇幼|党群|机电|采掘|劳资|教科|体卫艺|政教|语数"
)
"""Words for what one does that no segmenter keeps together."""


def _may_modify(body: str) -> bool:
    """Is it a body or village whose staff may have a word before their noun, or a bare 镇 (镇民政助理员)?"""
    return body in _OWN or (len(body) >= 3 and bool(ends_a_body(body) or _SMALL_PLACE.search(body) or _FIRM.search(body)))


def modified(passage: Passage, role: RoleMention, low: int) -> tuple[RoleMention, int, int] | None:
    """营业部(原)机务工程师: a role of staff takes the nouns between it and the body; with where the body begins and ends."""
    if not _STAFF.search(role.text):
        return None
    text = passage.text
    for start in range(role.start - 2, max(low + 1, role.start - 7), -1):
        former = _FORMER.search(text, max(low, start - 2), start)
        end = former.start() if former else start
        body = organization_before(passage, end, low) if end > low else None
        if body is None or not _may_modify(text[body:end]):
            continue
        words = rjieba.tag(_TASKS.sub("", text[start : role.start]), False)
        if all(len(word) > 1 and tag[0] in "nbvjaf" and word not in _STATES and word[-1] not in "到了着过给" for word, tag in words):
            return RoleMention(start, role.end, text[start : role.end]), body, end
    return None


def bodies_beside(passage: Passage, start: int, floor: int) -> tuple[tuple[int, int], ...]:
    """The bodies joined by 、 or 和 to the one that begins at `start`, as they stand before it."""
    text, found = passage.text, list[tuple[int, int]]()
    while start - 1 > floor and text[start - 1] in "、和及与":
        end = start - 1
        low = max([floor, *(m.end() for m in HARD.finditer(text, max(floor, end - 30), end))])
        begin = organization_before(passage, end, low) if end - low >= 2 else None
        if begin is None or not _stands_beside(passage, begin, end, low, floor):
            break
        start = _without_lead(passage, begin, end)
        found.insert(0, (start, end))
        if start > low:
            break
    return tuple(found)


def _stands_beside(passage: Passage, begin: int, end: int, low: int, floor: int) -> bool:
    """Is `begin:end` a body of its own, not the end of a name nor the holder of the title before?"""
    text = passage.text
    if end - begin < 2 or begin == floor > passage.start or SEVERAL.match(text, begin, end):
        return False
    return begin == low or not _HAN.match(text[begin - 1]) or text[begin - 1] in "及和与兼由"


def party_body(passage: Passage, role: RoleMention, end: int) -> tuple[RoleMention, int]:
    """市纪委书记 is 书记 of 市纪委: after a place, 纪委, 团委 … is a body, not part of the role; a 纪检组 alone is part of it."""
    team = _TEAM.search(passage.text, max(passage.start, role.start - 6), role.start) if role.text in ("组长", "副组长") else None
    if team and end == role.start:
        return RoleMention(team.start(1), role.end, team[1] + role.text), team.start(1)
    if role.text in _COMMITTEE_MEMBERS and end == role.start and (lead := _TOWNSHIP_PARTY.search(passage.text, max(passage.start, end - 8), end)):
        return RoleMention(lead.start(1), role.end, lead[1] + role.text), lead.start(1)
    match = None if _TOWNSHIP_END.search(passage.text, max(0, role.start - 3), role.start) else _PARTY_BODY.match(role.text)
    if passage.text.endswith(("自治区", "自治州"), 0, role.start) and end == role.start:
        match = match or _REGION_PARTY.match(role.text)
    place = any(m.end == role.start for m in passage.regions) or _PLACE_END.search(
        passage.text, max(0, role.start - 3), role.start
    )
    if match and place and end == role.start:
        cut = role.start + match.end()
        return RoleMention(cut, role.end, role.text[match.end() :]), cut
    return role, end


_CLAUSE = re.compile(r"(?:原|时任|现任|前|由|与|和|对|是|请)?")
_OF_SCHOOL = re.compile(r"[\u4e00-\u9fff]大")


def abbreviated(text: str, role: RoleMention, low: int) -> tuple[int, int] | None:
    """北航党委书记, 理大校长: the body by a short name that no suffix tells, alone before the title."""
    opens = _CLAUSE.match(text, low, role.start)
    start = opens.end() if opens else low
    name = text[start : role.start]
    if not 2 <= len(name) <= 4 or name == "中共":
        return None
    school = _OF_SCHOOL.fullmatch(name) and name != "人大" and "校" in base_noun(role.text)
    return (start, role.start) if school or rjieba.tag(name, False)[0] == (name, "j") else None


_SENT_ON = re.compile("(?:派驻|派往|派到|派赴|选派到|选派至|下派到|(?<=[局委办院厅社司处行心室部会校])驻(?!马店))(?=[\u4e00-\u9fff]{2})")


_DISMISSES = re.compile(r"(?:免去|免除|撤销|罢免)(?P<name>[\u4e00-\u9fff]{2,3})$")


def put_out(text: str, low: int, end: int) -> bool:
    """免去张某某|局长职务: does a name stand between the verb and the title?"""
    found = _DISMISSES.search(text, low, end)
    return found is not None and score(found["name"]) > _NAME


def sent_on(text: str, role: str, start: int, end: int) -> int:
    """甲区派驻|乙县的挂职副县长, 县水务局驻|柳林村第一书记: the place that one is a head of is the one sent to."""
    to_village = role.endswith("第一书记") and text[end - 1 : end] == "村"
    found = _SENT_ON.search(text, start, end) if to_village or is_territorial(role) else None
    return found.end() if found else start


def sent_to_village(passage: Passage, role: str, marks: str) -> bool:
    """县水利局|派来的|第一书记, 副乡长: is the post one in the only village or township at hand, not in the body that sends?"""
    noun = "村" if role.endswith(("第一书记", "村官")) else role[-2:-1] if role.endswith(("乡长", "镇长")) else ""
    return bool(noun) and "派" in marks and len({name for _, name in passage.state.villages if name.endswith(noun)}) == 1
