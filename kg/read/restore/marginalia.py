"""What stands on a page beside its articles: credits, captions, running heads, page numbers, end marks.

Told apart only on a page whose columns are put back together; elsewhere nothing is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.read.restore.fragments import Fragment

_NAME = r"[\u4e00-\u9fff·]{2,4}(?:[ \u3000][\u4e00-\u9fff])?"
_DESK = r"责任编辑|本[版期]责编|责编|编辑|校对|美编|美术编辑|版式(?:设计)?|排版|制图|绘图|审核|审校|监制|统筹|值班主任|组稿|栏目主持|主持人|插图"
_LABEL = rf"(?:{_DESK})[ \u3000]*[：:/／|｜ \u3000][ \u3000]*"

_ENDS = {
    "mark": re.compile(r"[□■◆◇◼▪⊙]+$"),
    "supplied": re.compile(
        r"[（(【\[][^（()）]{0,40}(?:供稿|撰稿|整理|单位[：:][^（()）]+|作者系[^（()）]+|作者为[^（()）]+|责任编辑[^（()）]*|本[报刊][^（()）]*)[）)】\]]$"
    ),
    "desk": re.compile(rf"[（(【\[]?(?:{_LABEL}{_NAME}(?:[、， \u3000]+(?!{_DESK}){_NAME})*[ \u3000；;|｜]*)+[）)】\]]?$"),
}
"""Rules whose match ends an article: `□`, `（市财政局供稿）`, `责任编辑 王一`."""

_BESIDE = {
    "page": re.compile(r"[—–\-·.\s]*(?:第[ ]?)?\d{1,3}(?:[ ]?页)?(?:[ ]?[/／][ ]?\d{1,4}|[ ]?共[ ]?\d{1,4}[ ]?页)?[—–\-·.\s]*$"),
    "photo": re.compile(
        rf"[^\n]{{0,90}}(?:^|[。！？；\s\u3000（(】）)]|图[：:/／])(?:本[报刊][ ]?)?(?:记者|通讯员|特约记者)?[ \u3000]?{_NAME}(?:[、 \u3000]{{1,2}}{_NAME})*"
        r"[ \u3000]*[/／|]?[ \u3000]*(?:摄影|摄|绘|制图|供图)(?:报道)?[）)。]?(?:[ \u3000/／]*(?:来源|图源)[：:/／]?[^。，]{1,20})?$"
    ),
    "supply": re.compile(r"[^\n]{0,60}[（(](?:本组)?(?:图片?|照片|供图|资料图片|图源|来源)[^（()）]{0,24}[）)]$"),
    "picture": re.compile(r"(?:[▲△▼▽◀▶◁▷↑↓←→]|[上下左右][、和]?[上下左右]?图[：:为]|图[①②③④⑤⑥⑦⑧\d]?[：:为])[^\n]{1,90}$"),
    "stock": re.compile(r"(?:[（(【]?(?:资料图片?|资料照片|视觉中国|东方IC|新华社发|人民视觉|本[报刊]资料)[）)】]?|(?:图片)?来源[：:][^。，]{1,20})$"),
    "issue": re.compile(
        r"(?:[^\s。，]{0,12}[ \u3000]*)?(?:\d{4}年(?:第?\d{1,3}(?:[/／]\d{1,3})?期|\d{1,2}月(?:\d{1,2}日)?[ \u3000]*"
        r"(?:星期[一二三四五六日]|第\d{1,3}期|[上下]半月刊?))"
        r"|\d{4}[./]\d{1,2}$|总第\d{1,4}期|Vol\.?[ ]?\d+.*)[^。，]{0,16}$"
    ),
    "mast": re.compile(
        r"(?:[\u4e00-\u9fff·“”《》]{0,14}[ \u3000|｜/／·\-—]{1,3})?[A-Z][A-Za-z'’&,.:\-]*(?:[ \u3000]+(?:[A-Z&][A-Za-z'’&,.:\-]*|of|and|the|in|on|for|to))*"
        r"(?:[ \u3000|｜/／·\-—]{1,3}[\u4e00-\u9fff·“”《》]{0,14})?$"
    ),
    "column": re.compile(r"[\u4e00-\u9fff]{2,8}[ \u3000]*[|｜][ \u3000]*[\u4e00-\u9fffA-Za-z ]{2,20}$|[【\[〔][\u4e00-\u9fff]{2,8}[】\]〕]$"),
}
"""Rules of what stands beside: `— 12 —`, `雨后的街巷。王一 摄`, `2019年第8期`, `城乡　Town and Country`."""


_SPEAKER = re.compile(r"[\u4e00-\u9fff]{2,8}[：:]")
_RUNNING = re.compile(r"[^\d，、]{2,19}[^\d，、厅局部委会府院办处所社行司科]")
"""What may be a running head: no signature of a body, which comes twice where two letters are signed."""


def rule(fragment: Fragment) -> str | None:
    """The rule that makes a fragment furniture, or None."""
    if len(fragment.text) > 120:
        return None
    for name, pattern in (*_ENDS.items(), *_BESIDE.items()):
        if pattern.match(fragment.text):
            return name
    return None


def furniture(page: Sequence[Fragment]) -> dict[int, str]:
    """Index of each fragment that is furniture → its rule; a short line that comes again and again is a running head."""
    found = {i: name for i, fragment in enumerate(page) if (name := rule(fragment))}
    # 主持人：先请… is a cut line of speech where others on the page speak so.
    spoken = {match[0] for i, fragment in enumerate(page) if i not in found and (match := _SPEAKER.match(fragment.text))}
    found = {i: name for i, name in found.items() if name != "desk" or not page[i].text.startswith(tuple(spoken))}
    counts = Counter(fragment.text for fragment in page)
    for i, fragment in enumerate(page):
        if counts[fragment.text] > 1 and _RUNNING.fullmatch(fragment.text) and fragment.headline:
            found.setdefault(i, "running")
    return found


def ends_article(name: str) -> bool:
    """Whether the rule marks the end of an article."""
    return name in _ENDS
