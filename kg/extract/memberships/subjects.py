"""Whom a link is about: the persons named right before it, after an anchor verb, or the subject carried on."""

from __future__ import annotations

import re

import rjieba

from kg.annotate.alternation import at_a_glance
from kg.annotate.name_words import NO_NAME
from kg.annotate.names import clean, is_stranger, score
from kg.annotate.passage import Passage, PersonMention
from kg.annotate.roles import find_roles
from kg.annotate.surnames import surname_of
from kg.extract.memberships.holders import Named, raw_name, registry
from kg.extract.memberships.links import ANCHORS

__all__ = ["context_status", "is_cv", "may_be_cv", "mode_of", "persons_before"]

_ADVERB = (
    r"目前|现在|眼下|如今|现今|时下|本来|原本|原先|以前|从前|当初|起初|最初|主动|自行|引咎|高票|全票|成功|顺利|破格|临危受命|受命|受邀|应邀|被|"
    r"顶替[^，。；]{1,6}|不仅|不光|不只|不但|不单|既|早已|已经|从此|终于|最终|随即|旋即|长期|多年|一度|首次|两度|三度|多次|再度|(?:退伍|转业|复员|退休|大学毕业|毕业)后|"
    r"(?:自|从|在)?[12][0-9]{3}年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:(?:至|到|—|－|-)+(?:[12][0-9]{3}年(?:[0-9]{1,2}月)?|今))?(?:[年底初春夏秋冬]|以来|前后|开始)?起?|"
    r"已|还|也|现|将|均|又|则|同时|随后|即|便|就|正式|依法|分别|一直|仍|曾|此前|此后|后来|早年|年轻时|当年|后|再次|先后|因[^，。；]{1,16}，?|自愿|申请|请求|"
    r"提出|[来到](?:[\u4e00-\u9fff]{1,3}?)?之?前|(?:[案事]发|落马|被查)[前时]|自[^，。；]{2,14}起|于[0-9〇一二三四五六七八九十今去上本][^，。；]{0,10}[年月日]|"
    r"(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?|今年[0-9一二三四五六七八九十]{1,3}岁|年[近过已][^，。；]{1,6}|"
    r"[上本当次][月周]|近日|日前|[昨今][日天]|[去今]年[底初]?|不久前|"
    r"(?:此次|本次)?(?:调整|履新|任职|任命|提名|转任|晋升)(?:之)?前|(?:奉命|奉调)?(?:调往|调到|调赴|调回|派往|派到|前往|转赴|空降)[\u4e00-\u9fff]{2,4}?|"
    r"[两二三四五六七八九十]{1,2}(?:人|位|名同志|位同志)"
)
_BEFORE_LINK = re.compile(
    rf"(?:（[^（）\n]{{1,40}}）|同志|先生|女士|校友|老师|医生|大夫|副?教授|研究员|师傅|老人|法官|警官|律师|院士|博士|{_ADVERB}|，)*(?:等(?:同志|(?:[0-9]{{1,3}}|[两三四五六七八九十]{{1,3}})?(?:人|名|位)(?:同志|代表|委员|候选人|干部|教师|专家|党员)?)?)?$"
)
_KIN = (
    "作者|主讲人|受访者|主人公|当事人|举报人|发起人|创办人|创始人|被告人|嫌疑人|干部|老会计|老支书|老主任|老书记|老村长|老校长|前任|继任者|接任者|(?:接任|继任|带队|同行|随行|值班|在场|领头|牵头)的|"
    "(?:[堂表][兄弟哥姐妹]|女婿|儿媳|[姐妹]夫|外甥女?|侄[子女]|岳[父母]|前[妻夫]|遗孀|之[子女妻夫父母弟兄妹])(?![子儿女亲])|"
    "父亲|母亲|妻子|丈夫|爱人|老伴|儿子|女儿|其[父母妻夫子女弟兄妹姐孙侄](?![子儿女亲])|长子|次子|幼子|长女|次女|胞弟|胞兄|孙子|孙女|哥哥|弟弟|姐姐|妹妹|同事|搭档|战友|徒弟|学生|主持人(?![和与、：])"
)
"""Whose name follows: 父亲陆文清是首任站长."""
_CLAUSE = re.compile(rf"{_KIN}|(?<=[日月年]) +|[0-9]{{2}}(?:多|来)?岁的|[，。；：！？\n“”（]|[一二三四五六七八九十0-9]+[、.．]|（[一二三四五六七八九十0-9]+）")
_BRACKETS = re.compile(r"（[^（）\n]{1,40}）|同志|先生|女士|校友")
_SEPARATOR = re.compile(r"、|(?<=[\u4e00-\u9fff]{2})[和及与](?=[\u4e00-\u9fff]{2,4}$)")
_NAME = re.compile(r"[\u4e00-\u9fff\u3400-\u4dbfA-Za-z· ]+(?<![他她])")
_JOINS = ("、", "和", "及", "与", "以及")
_MODE = re.compile(at_a_glance(
    r"(?:决定|予以|依法|提请)?(不再聘任|不再续聘|任命|免去|免职|(?<!主)任职|辞去|辞职|聘任|选举|补选|当选(?!代表)|(?<!选)连任|(?:确定|提拔|晋升|推举|委派|委任|选派|续聘|特聘|(?<![招应返])聘)(?=[\u4e00-\u9fff、]{2,14}(?:为|$))|增选|增补|改选|公推|批准任命|批准免去|撤销|解聘|聘请|推选|成立|接受|通过[：了]?(?=[\u4e00-\u9fff、·]{2,14}(?:为|$)))"
))
_APPOINTS = frozenset(
    "选派 续聘 特聘 聘 任命 任职 聘任 选举 补选 当选 连任 确定 提拔 晋升 推举 委派 委任 增选 增补 改选 公推 批准任命 聘请 推选 成立 通过".split()
)
_YEAR = "[0-9〇○零一二三四五六七八九]{4}年"
_LEARNED_AS = "(?:[\u4e00-\u9fff]{1,2}学)?(?:博士|硕士|博士后|教授|副教授|研究员|副研究员|主任医师|副主任医师|[博硕]士生?导师)"
LEARNED = f"[， ]{{1,2}}{_LEARNED_AS}(?:[，、]{_LEARNED_AS}){{0,3}}[，。]"
LEARNED_BEHIND = re.compile(LEARNED)
"""叶知秋，博士、教授。: what one is by learning, behind the name that opens the line."""
_CV = re.compile(at_a_glance(
    rf"{LEARNED}|[，, ] ?(?:男|女)[，。,]|，[\u4e00-\u9fff]{{1,5}}族，(?:[^，。；]{{2,12}}人，)?{_YEAR}|，[^，。；]{{2,12}}人，(?:[男女]，)?(?:生于)?{_YEAR}|"
    rf"(?:同志|先生|女士)?(?:， {{0,4}}| {{1,4}})?(?:于)?{_YEAR}[^，。；]{{0,10}}(?:出生|生)(?=[于在，。])|，?今年[0-9]{{2}}岁，[^，。；]{{2,12}}人，|"
    rf"，?(?:是|系)[^，。；]{{2,12}}人，{_YEAR}[^，。；]{{0,8}}(?:出生|生)(?=[，。])|"
    r"生于[0-9]{4}年|，[0-9]{4}年[^，。；]{0,12}出生|，[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:出)?生|，(?:原名|又名|曾用名|字)[\u4e00-\u9fff]{1,4}[，。]|（(?:男|"
    r"女)[，）]|（[^（）]{0,12}(?:男|女|族)[^（）]{0,12}）"
))

_OF_A_CV = re.compile(at_a_glance("[男女族生岁字]|人，|[原又用]名|士[，、。]|教授[，、。]|研究员[，、。]|医师[，、。]"))
"""What every CV line has one of."""


def persons_before(passage: Passage, low: int, end: int, *, listed: bool = False, sure: bool = False) -> list[Named]:
    """The persons whose list ends at `end` (padding words between allowed), not before `low`: A、B（女）已 ….

    `listed`: what stands between the last 、 or ： and `end` is an entry of a list of persons.
    `sure`: the link is one that only persons have (当选为), so that rarer names are believed.
    """
    text = passage.text
    filler = _BEFORE_LINK.search(text, max(low, end - 40), end)
    stop = _list_end(text, filler.start() if filler else end, end)
    found = _ending_at(passage, low, stop, end, listed=listed, sure=sure)
    if not found and filler and stop == end - 1:
        return _ending_at(passage, low, end, end, listed=listed, sure=sure)  # 聘任姜还为…: no adverb, but the name's end
    return found


def _ending_at(passage: Passage, low: int, stop: int, end: int, *, listed: bool, sure: bool) -> list[Named]:
    """The persons whose list ends at `stop`, the end before padding words, or one known that ends at `end`."""
    text = passage.text
    known = [m for m in passage.persons if low <= m.start and m.end in (stop, end)] or _heard(passage, low, stop)
    if known:
        last = max(known, key=lambda m: m.end - m.start)
        return [*_listed_known(passage, last.start, low), Named(last.start, last.end, last.name, 4.0)]
    head = text[:low] + _BRACKETS.sub(lambda m: "\0" * len(m[0]), text[low:stop]) if stop - low < 400 else text
    anchors = {m.end() for m in ANCHORS.finditer(text, low, stop)}
    if passage.state.memory.get("mode") and low == passage.start:
        anchors.add(low)  # a line under 决定任命：
    anchors |= {r.end for at in anchors for r in find_roles(text, at, min(stop, at + 6)) if r.start == at}  # 选举律师|A为…
    starts = {
        low,
        *(m.end() for m in _CLAUSE.finditer(head, low, stop)),
        *(m.end() for m in ANCHORS.finditer(head, low, stop)),
        *anchors,
    }
    if "、" in text[low:stop]:
        starts |= {r.end + 1 for r in find_roles(text, low, stop) if text[r.end] == "、"}  # A为处长、|B为副处长
    if listed:
        starts.add(max(text.rfind(mark, low, stop) for mark in "、：；，") + 1 or low)
    for start in sorted(starts, reverse=True):
        named_so = start in anchors or (listed and text[start - 1 : start] in ("、", "：", "；"))
        named = _all_names(passage, start, stop, -7.0 if named_so else -2.0 if sure else 0.3, sure=sure)
        if named:
            return named
    return []


def _heard(passage: Passage, low: int, stop: int) -> list[PersonMention]:
    """被告人陆文清|担任…: one whom the article has named before, right before `stop`."""
    found = registry(passage).mentions(passage.text, low, stop)
    return [PersonMention(at, at + len(name), name, name) for at, name in found if at + len(name) == stop]


def _list_end(text: str, start: int, end: int) -> int:
    """Filler may hold brackets that belong to the list: the list ends before the last of them."""
    return start if start < end else end


def _listed_known(passage: Passage, start: int, low: int) -> list[Named]:
    """Known persons joined by 、 before `start`."""
    titled = passage.state.memory.get("titled")
    opens = titled if isinstance(titled, dict) else {}
    found: list[Named] = []
    start = opens.get(start, start)
    heard = [
        PersonMention(at, at + len(name), name, name)
        for at, name in registry(passage).mentions(passage.text, low, start)
    ]
    for mention in sorted({*passage.persons, *heard}, key=lambda m: (-m.end, m.start)):
        joins = _JOINS if mention.start not in opens or mention.start == start else (*_JOINS, "，")
        if low <= mention.start < start and passage.text[mention.end : start] in joins:
            found.insert(0, Named(mention.start, mention.end, mention.name, 4.0))
            start = opens.get(mention.start, mention.start)
    return found


def _all_names(passage: Passage, start: int, end: int, least: float, *, sure: bool) -> list[Named]:
    """`text[start:end]` as a list of names; empty where any piece is none; `sure` lets pass a few odd ones among others."""
    text = passage.text
    while start < end and text[start] == " ":
        start += 1
    found: list[Named] = []
    doubtful, at = 0, start
    plain = _BRACKETS.sub(lambda m: "\0" * len(m[0]), text[start:end])
    for piece in _SEPARATOR.split(plain):
        a = at + len(piece) - len(piece.lstrip("\0 "))
        name = piece.strip("\0 ")
        weight = _weight(passage, clean(name))
        if "\0" in name or not _NAME.fullmatch(name):
            return []
        if weight < least:
            if not sure or weight < _ODD or not _odd(clean(name)):
                return []
            doubtful += 1
        found.append(Named(a, a + len(name), raw_name(passage, a, a + len(name)), max(weight, 0.0) + 3))
        at += len(piece) + 1
    return found if 2 * doubtful <= len(found) else []


_ODD = -6.0
"""The log-odds of what opens with no surname that we know."""


def _odd(name: str) -> bool:
    """Two or three characters that are no word: a rare name among others of a list (选举甲、乙、暴某某为委员)?"""
    return 2 <= len(name) <= 3 and not any(c in _NO_PART for c in name) and rjieba.tag(name, False)[0][0] != name


def _weight(passage: Passage, name: str) -> float:
    """Log-odds that a string with both ends given is a name."""
    if name in registry(passage).names:
        return 3.0
    if any(role.start == 0 or role.end == len(name) for role in find_roles(name, 0, len(name))):
        return -9.0  # 科长（经理）, 律师骆某, 随州市长
    if NO_NAME.match(name) or (surname_of(name) is None and not is_stranger(name) and any(c in _NO_PART for c in name)):
        return -9.0  # 来之前, 接受|其
    if "·" in name:
        return 3.0 if 3 <= len(name) <= 20 else -9.0
    if len(name) > 4 and is_stranger(name):
        return score(name)
    if len(name) == 4 and surname_of(name) is None and not is_stranger(name) and _of_single_words(name):
        return _UNHEARD
    if not 2 <= len(name) <= 4 or (len(name) == 4 and surname_of(name) is None and score(name) < 0):
        return -9.0
    return score(name)


_UNHEARD = -6.5
"""The log-odds of four characters that hold neither surname nor words: a name only where the text says so (聘任…为行长)."""


def _of_single_words(name: str) -> bool:
    """仡某铁柱: does a segmenter see hardly a word in it?"""
    words = [word for word, _ in rjieba.tag(name, False)]
    return not any(c in _NO_PART for c in name) and sum(len(word) == 1 for word in words) >= 2


_NO_PART = frozenset("的了他她其该各由将对们为任是不再和及与人员长级")


def mode_of(line: str) -> str | None:
    """What a heading such as 二、决定免去： announces for the lines after it."""
    if len(line) > 40 or not line.rstrip(" ").endswith(("：", "任命", "免去", "免职", "任职", "聘任", "解聘", "任命名单", "任职名单", "免职名单", "免去名单")):
        return None
    found = _MODE.findall(line)
    return _status(found[-1]) if found else None


def _status(verb: str) -> str:
    return "appointed" if verb in _APPOINTS else "removed"


def context_status(passage: Passage, low: int, end: int) -> str | None:
    """Appointment or removal, by the last such verb of the segment, else of the heading, else of the passage."""
    found = _MODE.findall(passage.text[low:end])
    if found:
        return _status(found[-1])
    if _DECISION.search(passage.text, low, end):
        return "appointed"
    mode = passage.state.memory.get("mode")
    if isinstance(mode, str):
        return mode
    found = _MODE.findall(passage.text[passage.start : end])
    return _status(found[-1]) if found else None


_DECISION = re.compile("(?:任免|任职|任命|人事调整|职务调整)的?决定[，：]")
"""宣布关于校长职务任免的决定，A为…: whoever is named is appointed."""


def is_cv(passage: Passage, end: int) -> bool:
    """Does the passage open as a CV line does: 陆文清，男，土家族，…?"""
    return bool(_CV.match(passage.text, end + 2 * passage.text.startswith(("同志", "先生", "女士"), end)) or _CV.match(passage.text, end))


def may_be_cv(passage: Passage, start: int) -> bool:
    """Is there anything behind `start` that makes a CV line?  A cheap test."""
    return bool(_OF_A_CV.search(passage.text, start, passage.end + _LONGEST) and _CV.search(passage.text, start, passage.end + _LONGEST))


_LONGEST = 64
"""Code points, and more, of what makes a CV line."""
