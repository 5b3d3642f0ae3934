"""Persons before a title: 任命A为…, 免去B的…职务, C任…, 现任…, 不再担任….

Each row of `LINKS` is a rule: what stands between the person and the title, and the status it gives.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.alternation import at_a_glance

__all__ = ["ANCHORS", "ATTRIBUTE", "FORMER", "GIVEN", "LINKS", "PROPOSED", "Link", "link_before"]


@dataclass(frozen=True, slots=True)
class Link:
    """A rule: its id, the words right before the title, the status, and a Chinese example."""

    id: str
    words: re.Pattern[str]
    status: str
    example: str


def _link(rule: str, words: str, status: str, example: str) -> Link:
    return Link(f"membership.{rule}", re.compile(at_a_glance(rf"(?:{words})$")), status, example)


LINKS: tuple[Link, ...] = (
    _link(
        "proposed",
        r"将(?:(?:空降|赴|前往)[\u4e00-\u9fff]{2,6})?(?:出任|担任|接任|继任|升任|调任|转任|改任|兼任|任)|拟任(?:命)?(?:为)?|拟提名(?:为)?|拟提拔(?:为)?|拟推荐(?:为)?|拟聘(?:任)?(?:为)?|拟担任|拟转任|拟晋升(?:为)?|拟作为|提名(?:为)?",
        "proposed",
        "拟任县级单位正职",
    ),
    _link(
        "removed",
        r"解聘(?:其)?|不再(?:担任|兼任|任|挂任)|(?:辞去|请辞|辞掉)了?(?:其|所(?:担任|任)的?|担任的)?|辞任|(?<=[已于日月年])离任|卸任|卸下了?|让出了?|交出了?|被免去|免去(?:其|他|她)?(?:担任的|的)?|免(?:其|去其)|被撤销|"
        r"(?:撤销|终止)(?:其)?|罢免(?:其)?|不再兼",
        "removed",
        "不再担任指挥部副指挥长",
    ),
    _link(
        "former",
        r"(?<=前)一直(?:担)?任|(?:先后|分别)?利用(?:其)?(?:先后|分别)?(?:担任|任)|曾(?:经)?(?:先后)?(?:在)?(?:挂职)?(?:担任|任|兼任|出任|是|挂职|当)(?:过)?|(?:担任|当|做|干|任|"
        r"兼任)过(?:[一二三四五六七八九十两多几半0-9]{1,4}年)?(?:的)?|(?:当|做|干|担任)了(?:整整|近|"
        r"将近)?[一二三四五六七八九十两多几半0-9]{1,4}年(?:的)?|后任|先任|原先是|以前是|过去是|(?:是|系|就是|正是)(?:当时|那时|当年)的?|(?:当时|那时|那会儿?)(?:他|她)?(?:还|就|也|正|只|仅|不过){0,2}(?:是|任|担任)|时为|历任|"
        r"(?:一路|一步步|一步一步|逐级)?(?:干|做|升|当)到(?:了)?|官至|(?:先后|相继)(?:担任|任|出任|在[^，。；]{0,20}任)|时任|原任|前任|此前(?:担任|任|系)|退休前(?:系|是|任|担任|为)?|生前(?:系|是|任|担任|为)?|(?:原来?|以前|先前|从前|此前|之前)(?:系|是|为)",
        "former",
        "曾任江南银行风控部总经理",
    ),
    _link("from", r"从", "from", "从登记科办事员做起"),
    _link("acting", r"代理|代行", "acting", "代理县长"),
    _link(
        "appointed",
        r"(?:被)?(?:任命|选举|推选|推举|选|聘任|聘请|续聘|聘|增补|提拔|提升|推举|增选|补选|遴选|委任|委派|推荐|确定)(?:其|他|她)?(?:同志)?(?:为|担任|"
        r"任)|(?:当选|选举?)?连任(?:为|[两一二三四五六七八九]届)?|当选(?:为)?|出任|升任|调任|改任|转任|转为|接替(?:[^，。；]{0,8}的)?[\u4e00-\u9fff]{2,4}(?:同志)?，?(?:出任|担任|成为|兼任|就任|当选|任)|竞聘(?:上了?|成为|为|到)|(?:应|获)聘(?:为|成为)|获聘|擢升为?|擢任|(?<=[年月日后，又])荣[任升]|高升为|跃升为?|复任|再任|走马上任|赴任|受命(?:担任|任)|接棒(?:担任|任)?|接手|接掌|出掌|执掌|推为|公推为?|走上|坐上了?|登上|挑起了?|扛起了?|担起了?|接过了?|(?<![\u4e00-\u9fff])升为|(?<=[年月日后又再他她志])升为|(?<=[被年月日后])提为|获任|挂任|(?:被)?任命|聘任|新任|接任|继任|就任|转调|(?:火线)?提任|履新|"
        r"受聘(?:为|担任)?|选派(?:为|担任)|被派任|转岗任|(?:交流|平调|轮岗|改派|调整|晋级|晋升)(?:担任|为|任)|晋升(?:为)?",
        "appointed",
        "被任命为省水利厅督查办公室主任",
    ),
    _link(
        "current",
        r"(?:只|不过|还|才)?(?:是|系)(?:[\u4e00-\u9fff]{1,4}[里内中上])?(?:首任|第[一二三四五六七八九十]任|唯一的?|个|最[\u4e00-\u9fff]{1,3}的|一名|一位|名)|现(?:任|为|系|是|担任)|挂职(?:任|担任)?|担任|(?<!拟)任职(?:于)?|挂名(?:担任)?|系|(?<![可但于若要倒不非])是|就是|正是|仍是|仍为|仍任|仍担任|还是|也是|又是|一直是|如今是|现在是|目前是|同时是|"
        r"被?(?:派|请|抽|抽调|借调|返聘)(?:过来|出来|回来|来|回|去|到)?(?:当|做|担任|任)|(?:(?<!后)来|前来|接着)(?:当|做)|"
        r"(?<=[已又后便就而，年月日])成(?:为|了)|成了|当上(?:了)?|当了|做了|叫做|身为|作为|供职于|同时(?:也)?(?:担任|任|是|兼任)|成长为|成长成为|(?<![任聘举命选请、][\u4e00-\u9fff]{2})成为|以|担纲|身兼|(?:的|有[两二三四五六七八几多好0-9]{1,2}[个重种]|还有一个|另有一个|有个|有一个|的另一个|的又一个|的新)?(?:公开|真实|正式|主要|社会|第二)?(?:身份|头衔|职务)(?:则|就|便)?(?:是|为|：|有[两二三四五六七八几多好0-9]{1,2}[个重种]：)|名片上(?:印着|写着|印的是|写的是|的头衔是)(?:“)?|兼任|兼着|当着|担着|兼",
        "current",
        "现任武汉市审计局法规处处长",
    ),
    _link("served", r"(?:[在到去入进往回][^，。；、：]{2,24}|后来|先|又)?(?:当|做)", "served", "他在水库管理处当技术员"),
    _link("in_office", r"(?<![一二三四五六七八九十两几多卸])(?<!的离)任", "in_office", "程立民任处长"),
    _link("as", r"为", "as", "陆文清为岳阳市水利局局长"),
    _link("of", r"(?:原?任|兼任|所任|担任)?的", "of", "程立民的岳阳市水利局局长职务"),
)
"""Tried in order; `in_office`, `as` and `of` take their status from the context (an appointment, a removal)."""

PROPOSED = "proposed"
_UNREAL = next(link for link in LINKS if link.status == PROPOSED)
FORMER = next(link for link in LINKS if link.id == "membership.former")
ANCHORS = re.compile(
    r"(?:任命|决定任命|增选|选任|委派|解聘|免去了?|免除|撤销|接受了?|选举|确定|补选|增补|聘任|聘请|续聘|特聘|选聘|返聘|推选|推举|公推|改选|同意|批准|罢免|终止|宣布|提名|推荐|选举产生|当选|由|关于|通过(?=[\u4e00-\u9fff、·]{2,14}(?:为|$))|联系人|将|对|组织|任用|叫|"
    r"名叫|聘|提请任命|提请免去|会议决定|决定|分别是|(?<![\u4e00-\u9fff])当时(?![的还任担]))"
)


ATTRIBUTE = re.compile(at_a_glance(
    r"(?:(?:已经?|现|如今|现在|当时|仍)是|卸任|身为|作为|就任|履新|(?:任命|聘任|聘请?|选举?|推举|推选|提拔|提升|晋升)为|转任|调任|挂任|升任|出任|改任|接任|担任|任|挂职|当着|[在到][^，。；]{2,16}当|当选|当选为|担任过|当过|做过)$"
))
"""What stands before a title that 的 joins to its holder (担任局长的A)."""
GIVEN = re.compile(r"由|是(?=[\u4e00-\u9fff]{3})|为(?=[\u4e00-\u9fff]{3})")
"""What stands between a post and the titled holder that a verb gives it."""
_LAST = frozenset("职以届辞掌棒手纲掉出下上起过聘升：“着印止名当着任为的是系兼从选聘举命补拔升派定荐理去免销其他她过年前曾原职作于了做责担由位新到")
"""What the words of a link end with: a cheap test."""


def link_before(text: str, low: int, start: int) -> tuple[Link, int] | None:
    """The rule whose words end at `start`, and where they begin."""
    if text[start - 1 : start] not in _LAST:
        return None
    head = text[max(low, start - 24) : start]
    base = start - len(head)
    for link in LINKS:
        match = link.words.search(head)
        if match:
            at = base + match.start()
            if _SEAT.fullmatch(match[0]) and not (_IN_NAME if match[0] == "以" else _SEATED).match(text, start):
                return None
            return (_UNREAL if _is_unreal(text, low, at, link) else link), at
    return None


_SEAT = re.compile("(?:走|坐|登|挑|扛|担|接|卸|让|交)(?:上|起|过|下|出)了?|以|接手|接掌|出掌|执掌")
"""Verbs that take a seat or a burden: 走上…岗位, 接过…的担子."""
_SEATED = re.compile(
    r"[^，。；：！？、\n]{1,23}?(?:[长任记席员师授事理监问委](?:一职|职务|之职)?(?:，|。|；|$|\n|后|时|以来)|之?[位职](?=[，。；])|"
    r"的?(?:领导)?(?:岗位|位子|位置|职位|职务|担子|重担|重任|接力棒|接力|大旗|帅印|大印|宝座|职责|责任))"
)
"""The title, and behind it the end of the clause or the seat."""
_IN_NAME = re.compile(r"[^，。；：！？、\n]{0,18}?的?(?:身份|名义)")
"""以…会长的身份."""
_NOT = re.compile(r"(?:没有?|未曾?|从[未不没]|不(?:是|曾|会|能)?|未[能获]|并[未非不]|(?:拒绝|婉拒|谢绝|推辞|推却)了?)$")
_HOPED = re.compile(
    r"(?:不[愿肯想敢]|[希渴]望|[有可]望|有意|无意|打算|准备|想要?|要求|请求|申请|竞争|竞选|角逐|参选|可能|会不会|能不能|能否|是否|愿不愿|将会?|即将|志在|梦想|理想是|扮演|饰演|险些|差点|冒充|自称|谎称|假冒)$"
)
"""What one hopes, is asked or may come to be: no post."""
_IF = re.compile(r"(?:^|[，。；：“！？\n])(?:[\u4e00-\u9fff]{0,4})(?:如果|假如|假使|倘若|要是|若是|万一|假设)[^，。；！？]{0,12}$")


def _is_unreal(text: str, low: int, at: int, link: Link) -> bool:
    """拒绝出任…, 有望接任…, 如果当上…: does what stands before the link say that the post is none?"""
    if link.status in ("from", "of", "as"):
        return False
    if low < at and text[at - 1] in "你您":
        return True  # 李某对王某说：“你就任市长以来…”: whom one speaks to, not who speaks
    if text[at - 1 : at] in _ENDS_UNREAL and _NOT.search(text, max(low, at - 6), at):
        return True
    if link.status == "removed":
        return False
    return bool((text[at - 1 : at] in _ENDS_UNREAL and _HOPED.search(text, max(low, at - 6), at)) or _IF.search(text, max(low, at - 24), at))


_ENDS_UNREAL = frozenset("没有未曾不是会能获非绝辞却了愿肯想敢望意算备要求请争选逐能否将即想演充称冒些点")
"""What the words of both end with: a cheap test."""
