"""The status that a link gives to a post: in office, given up, or of years that the text goes back to."""

from __future__ import annotations

import re
from typing import cast

from kg.annotate.passage import Passage
from kg.annotate.roles import needs_body
from kg.extract.memberships.links import FORMER, Link, link_before
from kg.extract.memberships.subjects import context_status
from kg.extract.memberships.units import Stack
from kg.model import Status

__all__ = ["TAKEN_AWAY", "is_anothers", "status_of", "was"]

TAKEN_AWAY = ("职务", "职级", "一职", "等职务", "的职务", "资格")
"""What stands behind a post that is given up."""
_BEFORE_NOW = re.compile(
    r"(?:当时|那时还|后来(?=[当成做]|$)|(?:进|到|来|入|调)[\u4e00-\u9fff]{1,3}前|退休前|离休前|(?:调整|履新|任职|任命|提名|转任|晋升)之?前|(?:前往|调任|调往|调到|出任|履新|加盟|加入|接任)[^，。；]{2,20}(?<![目此])前(?=[，一曾就是任担系为他她已在]|$)|[一二三四五六七八九十几多]年前|战争(?:时期|期间|中|年代)|(?:新中国|中华人民共和国|共和国)成立[前后初]|解放[前后初]|建国[前后初]|十年动乱|“?文革”?[中后期]|早年|当年|此前|任职前|在此之前|更早|那时|原先|以前)[^，。；]{0,12}，?[^，。；]{0,4}$|(?:曾|后)(?:经)?(?:先后)?在[^，。；：]{2,24}$"
)
_SETS_UP = re.compile(r"成立|任命|选举|聘任|决定")
_STARTED = re.compile(
    r"任上?(?:正式|光荣)?(?:退休|退下|离休|离任|卸任|去世)|的?(?:领导)?(?:岗位|位置|位子|任|职位|职务)上?(?:光荣|正式|提前)?(?:退居|卸任|离任|退休|离休|调|下到|来到|转到|干起|做起|起步|走|退)|(?:交流|调|转|选调|提拔)(?:到|任|入|往)|"
    r"，?(?:一步一步|一步步|一路|一直|逐级)地?(?:干|做|升|走|成长|到)|"
    r"(?:干|做|起步|一路|一步步|当)(?:起|做|干|成长|走|，|到)?|岗位上?(?:退休|干起|做起|起步)"
)
_PICKED = re.compile("(?:推选|选举|推举|公推|补选|选派|(?<![挑当候])选|聘请)[\u4e00-\u9fff]{2,4}$")
_GROUP = re.compile(r"(?:组长|成员|组员|联络员|联系人|召集人|队长|指挥长)$")


def status_of(passage: Passage, link: Link, low: int, at: int, stack: Stack) -> Status | None:
    """The link's status, or the context's for 任, 为 and 的; None where the context has none."""
    context = context_status(passage, low, at)
    if link.status == "in_office" and passage.text[at - 1] == "所":
        return "removed" if _REVOKED.match(passage.text, stack.end) else None
    if _over(passage, link, low, at, stack):
        return "former"
    if link.status == "in_office":
        return "appointed"
    if link.status == "current":
        if _DECREED.match(passage.text, stack.end) or (passage.text.startswith("担任", at) and _CHOSEN.search(passage.text, max(low, at - 12), at)):
            return "appointed"
        head, text_now = passage.text[low:at], passage.text.startswith("现", at) or _NOW.search(passage.text, low, at)
        return (
            "former"
            if _BEFORE_NOW.search(head) and not text_now
            else "appointed"
            if _SETS_UP.search(head) and "兼任" in passage.text[at : stack.start]
            else "current"
        )
    if link.status == "served":
        picked = _PICKED.search(passage.text, max(low, at - 8), at)  # 村民推选某某当村主任
        return "appointed" if picked else "former" if _served(passage.text[at : stack.start]) else None
    if link.status == "from":
        return "former" if _STARTED.match(passage.text, stack.end, passage.end) else None
    if link.status == "as":
        return _as(passage, low, at, stack, context)
    if link.status == "of":
        removed = passage.text.startswith(TAKEN_AWAY, stack.end) or context == "removed"
        return "removed" if removed and context in ("removed", None) else None
    return cast(Status, link.status)


_DECREED = re.compile("的(?:任职|任命|任免|人事)?(?:决定|通知|文件|命令|批复)")
"""关于A兼任某会秘书长的决定."""


def _as(passage: Passage, low: int, at: int, stack: Stack, context: str | None) -> Status | None:
    """The status that 为 gives: the context's, or that of one who leads a group or of whom the clause says no more than who he is."""
    if stack.units[0].role.text.startswith(("代理", "代")) and not stack.units[0].role.text.startswith("代表"):
        return "acting"
    leads = bool(_GROUP.search(stack.units[-1].role.text))
    if context and not (leads and _LED_BY.search(passage.text, max(low, at - 30), at)):
        return "appointed"
    return "current" if leads or _is_alone(passage, stack) else None


def _is_alone(passage: Passage, stack: Stack) -> bool:
    """陆文清为湘江银行独立董事。: does the whole clause say no more than who one is?"""
    bodied = stack.units[0].body is not None and _ENDS_CLAUSE.match(passage.text, stack.end)
    return bool(bodied) and not _DECIDED.search(passage.text, passage.start, stack.start)


_DECIDED = re.compile("表决|通过|决定|会议|决议|[作成认称选提聘举]为$")
_ENDS_CLAUSE = re.compile("[，。）]|$|\n")
_LED_BY = re.compile("以[^，。；]{2,24}$")
"""成立以县长A|为组长的…."""
_REVOKED = re.compile(r"(?:等)?(?:一职|职务)(?:也|均)?(?:被)?(?:依法|同时|一并)?(?:被)?(?:罢免|免去|免除|撤销|终止)")
"""所任村委会主任职务依法罢免."""


def _over(passage: Passage, link: Link, low: int, at: int, stack: Stack) -> bool:
    """Does the sentence say that the term is over (在担任县长期间, 任院长，直到去年底退休)?"""
    text, end = passage.text, passage.segment_of(stack.start)[1]
    if link.status in ("in_office", "appointed", "current") and _ONCE.search(text, max(low, at - 8), at):
        return True
    if link.status == "in_office" and _BEFORE_NOW.search(text, low, at):
        return True
    if link.status == "current" and _IN_TERM.search(text, low, at) and _LASTED.match(text, stack.end, end):
        return True
    if link.status in ("in_office", "current") and _IN_THOSE_DAYS.match(text, stack.end, end) and not text.startswith(("现", "挂", "身"), at):
        return True
    return link.status in ("in_office", "appointed", "current") and bool(_TILL.match(text, stack.end))


_TILL = re.compile(
    r"，?一?(?:直到|直至|直)[^，。；]{0,12}(?<=[年月底初])(?:退休|离休|离任|卸任|去职|退下来)|"
    r"，[0-9]{4}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[底初末春夏秋冬]?"
    r"(?:正式|光荣|主动|从[^，。；]{0,8}上|因[^，。；]{1,8}?)?(?:离任|卸任|去职|退下来)(?=[，。；])"
)
"""任县长，直到2016年退休; 2010年任县长，2016年离任, but not 2016年书记离任."""
_IN_THOSE_DAYS = re.compile(r"(?:一职|职务)?的?(?:期间|时(?![间任代刻速])|(?:那|几)(?:几年|些年|年))")
"""任县长期间, 当校长时."""
_ONCE = re.compile("曾(?:经)?(?:一度|两度|三度|多次|先后|连续|长期|破格)?(?:被)?$")
"""曾两度出任…, 曾被选举为…."""
_NOW = re.compile("(?:如今|现在|目前|眼下|而今|现已)[^，。；]{0,6}$")
"""那时是技术员，如今已|是局长."""
_CHOSEN = re.compile("(?:聘请|特聘|聘任|推选|推举|选举|选派|委派|任命|增补|聘)[\u4e00-\u9fff·]{2,6}?(?:同志|先生|女士)?$")
"""聘请某某|担任…."""
_IN_TERM = re.compile(r"在其?$")
_LASTED = re.compile(r"[^。；]{0,80}?期间")


def _served(text: str) -> bool:
    """在…当, 后来做: a post of the past; a bare 当 or 做 says nothing."""
    return len(text) > 1


def was(passage: Passage, stack: Stack) -> bool:
    """当时还是护士的A, 当了十年站长的B, 曾在县财政局担任局长的C: does the attribute say what the holder was?"""
    found = link_before(passage.text, passage.segment_of(stack.start)[0], stack.start)
    return found is not None and (found[0] is FORMER or (found[0].status == "current" and bool(_ONCE_IN.search(passage.text, passage.start, found[1]))))


_ONCE_IN = re.compile("曾(?:经)?(?:先后)?在(?:(?!现)[^，。；：]){2,24}$")


def is_anothers(text: str, link: Link, at: int, stack: Stack) -> bool:
    """是县长的秘书, 钱是镇干部凑的, 接任县长的是某某: is the title that of another than the subject?"""
    if link.status in ("current", "appointed") and _OF_THEIRS.match(text, stack.end):
        return True
    if text.startswith(("或", "的最新", "的首次"), stack.end):
        return True  # 这是高校校长或书记的调整
    if text[at : stack.start] == "现任" and _IS_NAMED.match(text, stack.end):
        return True
    return text[at : stack.start].endswith("是") and needs_body(stack.units[-1].role.text) and not _CLOSED.match(text, stack.end)


_IS_NAMED = re.compile("(?:就|正)?(?:是|叫)[\u4e00-\u9fff]{2,4}(?=[，。；])")
"""现任股长是|某某: the holder stands behind."""
_CLOSED = re.compile(r"[，。；、！？：）”\n ]|兼|出身|时|后|之一|了|的|$")
_OF_THEIRS = re.compile(
    r"的(?:是(?!否)|“|热门|有力|潜在|最佳|人选|候选|竞争|父亲|母亲|妻子|丈夫|爱人|儿子|女儿|导师|助手|秘书|搭档|学生|徒弟|下属|同事|司机|继任|接班|前任|老师|同学|战友|朋友)"
)
"""被聘为校长的“导师”, 是县长的秘书: the title is another's."""
