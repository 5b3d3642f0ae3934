"""How well one fragment goes on in another: costs and gains in nats, each rule on its own.

| rule | what speaks for a join |
|---|---|
| across | a word was cut: 疫情防 + 控工作 |
| follows | a part of speech that likes to follow: 统筹（v）+ 资金（n） |
| repeated | the characters around the cut stand together elsewhere on the page: 财政专项扶 + 贫资金 |
| number | a number was cut, or its unit cut off: 3. + 8亿元, 18 + 6万元 |
| bracket | a bracket or quotation left open is closed: “最多跑 + 一次”事项 |
| name | a title and the beginning of a name, then its end and a verb: 副局长王 + 晓说 |
| label | against it: a speaker or a question begins a paragraph: 记者：, 问：, 【来信】 |
| speaker | against it: a sentence begins with who says it: 叶知秋介绍，, or with speech |
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.read.restore.fragments import Fragment
from kg.read.restore.language import across, follows, word_cost

_CONTEXT = 10
_BEFORE = re.compile(r"[\u3400-\u9fffA-Za-z\d.%]+$")
_AFTER = re.compile(r"[\u3400-\u9fffA-Za-z\d.%]+")
_ACROSS_MOST, _FOLLOWS_MOST = 9.0, 4.0
_PAGE = 6
"""Characters of a stretch looked up elsewhere on the page."""

_POINT = re.compile(r"\d[.．]$")
_DIGIT_END = re.compile(r"[\d０-９]$")
_DIGIT_START = re.compile(r"[\d０-９]")
_UNIT_START = re.compile(
    r"(?:[.．]\d|[年月日时点分秒元万亿千百十个名位人户家项次米吨公平亩套台场条件页号届届期岁天周小级度倍斤克辆座栋间所只头支批种类本里艘]|％|%|多|余|[、，至\-—～~]\d|级)"
)
_QUANTITY = re.compile(r"(?:[万亿]+[余多]?(?:美|欧|港)?元|元[，。；、）]|％|%|个百分点|月\d|日[，至起上下晚凌]|年\d)")
_QUANTITIES = (
    (re.compile(r"[元人户个项家吨亩次里度％%]$"), re.compile(r"[至到—\-～~]\d")),
    (re.compile(r"\d[日号]$"), re.compile(r"[零凌一二三四五六七八九十\d]{1,3}[时点]|[上下]午|[早晚凌清深傍夜]|[前起至]|以[来前后]|[（(]")),
    (re.compile(r"\d[年月日号时点分][至到—\-～~]$"), re.compile(r"\d{1,4}[年月日号时点分]")),
    (re.compile(r"[零一二三四五六七八九十两\d][时点]$"), re.compile(r"\d{1,2}分|半|[许整]")),
    (re.compile(r"\d(?:年|月)$"), re.compile(r"\d{1,2}[月日]|[底初末中上下]")),
)
"""What goes on a range or a date: 110亿元 + 至130亿元, 12月1日 + 零时, 8月12日至 + 14日."""
_ITEM_NUMBER = re.compile(r"[（(]?\d{1,2}[）)]|\d{1,2}[、．.](?!\d)")
_BEFORE_NUMBER = re.compile(
    r"[为达约近超逾至共计第每各占仅另]$|(?:安排|投入|下达|拨付|筹措|超过|资金|贷款|不足|达到|其中|完成|剩余|其余|余下|合计|总额|人均|户均|每[亩人户公里吨头]+|"
    r"同比|下降|增长|上升|提高|减少|增加|降低|回落|上涨|比例|比重|补助|奖励|补贴|追加|支出|收入|面积|约合)$"
)
_TITLE_NAME = re.compile(
    r"(?:长|任|记|员|席|授|师|理|监|使|人|士|问|家|兵|友|民|志|生|表|干|手|工|法官|检察官)(?P<name>[\u4e00-\u9fff]{1,2})$|[、和](?P<listed>[\u4e00-\u9fff]{1,2})$"
)
_NAME_END = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{1,2})(?=[、，]|和|与|等|说|介绍|表示|认为|指出|强调|告诉|出席|主持|参加|带|把|将|在|为|任|的|是|作|通报|汇报|也|就|却|又|陪同|分别|（)"
)
_NAMED = re.compile(r"(?:长|主任|书记|委员|主席|教授|师|巡视员|专员|主编|记者|总监)[\u4e00-\u9fff]{2,3}$")
_SAYS = re.compile(r"说|介绍|表示|认为|指出|强调|要求|告诉|出席|主持|参加|带领|带着|陪同|分别|通报|汇报|宣布|宣读|致辞|讲话|作|到会|列席|、|和|任|担任|为|率")
_POST = re.compile(r"(?:[局厅部处科司市县区州省院校行所站队组会]长|主任|书记|委员|主席|教授|巡视员|专员|记者|师)$")
_NAMED_SAYS = re.compile(
    r"[\u4e00-\u9fff]{2,3}(?:说|介绍|表示|认为|指出|强调|要求|告诉|出席|主持|参加|带领|陪同|分别|通报|汇报|宣布|宣读|致辞|讲话|发言|作|"
    r"到会|列席)"
)
_LABEL = re.compile(r"[\u4e00-\u9fff]{1,14}[：:](?!$)|【[^】]{1,8}】")
_SPEECH = re.compile(r"“[^”]*[，。！？]")
_BEFORE_SPEECH = re.compile(r"[，。：:！？；”—…、]$")
_SAYS_AT_ONCE = re.compile(r"[\u4e00-\u9fff]{2,3}(?:说|介绍|表示|认为|指出|强调|要求|补充说|告诉记者|透露|回忆|提醒)[，：]")
_MONTH = re.compile(r"(\d{1,2})月(?:\d|[上中下]旬|底|初|份)")
_DIGITS_END = re.compile(r"\d+$")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_RARE = -10.5
"""Log-probability of a character as a word, below which it hardly is one."""


@dataclass(frozen=True, slots=True)
class Page:
    """The fragments of a page's articles and all their text, for what is repeated."""

    fragments: tuple[Fragment, ...]
    text: str


def gains(page: Page, before: Fragment, after: Fragment) -> dict[str, float]:
    """What speaks for (above 0) and against (below 0) that `after` goes on where `before` was cut, by rule."""
    left, right = before.text, after.text
    tail = _stretch(_BEFORE.search(left[-_CONTEXT:]))
    head = _stretch(_AFTER.match(right[:_CONTEXT]))
    found = {"bracket": _bracket(before, after), "number": _number(left, right)}
    if tail and head and not (_DIGIT_END.search(tail) and _DIGIT_START.match(head)):
        found["across"] = min(_ACROSS_MOST, across(tail, head))
        found["repeated"] = _repeated(page.text, tail, head)
        found["name"] = _name(tail, right)
    if found.get("across", 0.0) < 1.0 and not found["number"]:
        found["follows"] = max(-_FOLLOWS_MOST, min(_FOLLOWS_MOST, follows(left[-_CONTEXT:], right[:_CONTEXT])))
    if _LABEL.match(right) and not before.brackets[1]:
        found["label"] = -1.0
    if not found.get("name") and _speaks(left, right):
        found["speaker"] = -1.0
    if before.closed:
        found["mark"] = -12.0 if right[0] in "，。、；：,;:！？" else 0.0
    return {rule: gain for rule, gain in found.items() if gain}


def _stretch(match: re.Match[str] | None) -> str:
    return match[0] if match else ""


def _number(left: str, right: str) -> float:
    if _ITEM_NUMBER.match(right):
        return -4.0
    if any(before.search(left[-_CONTEXT:]) and after.match(right) for before, after in _QUANTITIES):
        return 3.0
    if _DIGIT_END.search(left) and (_YEAR.match(right) or not _month_fits(left, right)):
        return -4.0
    if _POINT.search(left):
        return 8.0 if _DIGIT_START.match(right) else -6.0
    if _DIGIT_END.search(left):
        if _DIGIT_START.match(right):
            return 5.0
        return 5.0 if _UNIT_START.match(right) else -4.0
    if _DIGIT_START.match(right) and _BEFORE_NUMBER.search(left):
        return 1.5
    return -6.0 if _QUANTITY.match(right) and not re.search(r"[一二三四五六七八九十百千万亿几数两余多]$", left) else 0.0


def _month_fits(left: str, right: str) -> bool:
    """Whether the digits around the cut make a month, where `right` begins with one: 1 + 2月5日, not 6 + 4月."""
    month, digits = _MONTH.match(right), _DIGITS_END.search(left)
    return not month or not digits or (digits[0] == "1" and month[1] in ("0", "1", "2"))


def _speaks(left: str, right: str) -> bool:
    """Whether `right` begins with a speaker or with speech, where `left` leads up to neither."""
    if _SPEECH.match(right):
        return not _BEFORE_SPEECH.search(left)
    return bool(_SAYS_AT_ONCE.match(right)) and not _POST.search(left)


def _bracket(before: Fragment, after: Fragment) -> float:
    opened, closing = before.brackets[1], after.brackets[0]
    if opened and closing:
        return 4.0
    if opened:
        return -3.0 if after.closed and len(after.text) > 30 else -1.0
    return -3.0 if closing else 0.0


def _repeated(text: str, tail: str, head: str) -> float:
    """What a stretch around the cut is worth that stands on the page as one; one character on a side says little."""
    best = 0.0
    for a in range(1, min(_PAGE, len(tail)) + 1):
        left = tail[-a:]
        if a > 1 and left not in text:
            break
        for b in range(1, min(_PAGE, len(head)) + 1):
            if left + head[:b] not in text:
                break
            best = max(best, min(3.0, 0.5 * (a + b)) if min(a, b) == 1 else min(6.5, a + b + 1.0))
    return best


def _name(tail: str, right: str) -> float:
    """王 + 晓说: neither side is a word, and what follows is what follows a name."""
    if _NAMED.search(tail) and _SAYS.match(right):
        return 1.5
    if _POST.search(tail) and _NAMED_SAYS.match(right):
        return 2.0
    before, after = _TITLE_NAME.search(tail), _NAME_END.match(right)
    if not before or not after:
        return 0.0
    begun = before["name"] or before["listed"]
    length = len(begun) + len(after["name"])
    if not 2 <= length <= 3:
        return 0.0
    rare = word_cost(after["name"]) < _RARE or word_cost(begun) < _RARE
    return 2.5 if rare else 1.0
