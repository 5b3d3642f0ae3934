"""Posts that the words around the holder end: 局长A被免职, 接受副县长A辞去职务的请求, 原任局长职务自然免除."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.passage import Passage
from kg.annotate.roles import has_role
from kg.extract.memberships.holders import Named
from kg.extract.memberships.units import Unit

__all__ = ["ended", "lapsed"]

_VOIDED = re.compile(r"不再担任(?:上述|原|其|以上)?职务|(?:[其，原该的]|上述|同志)职务(?:自然|同时|一并)免(?:除|去)")
_QUITS = re.compile(r"(?:同志)?(?:因[^，。；]{1,16}，?)?不再(?:担任|兼任|任)(?=[，。；]|$)")
"""原副组长A因工作变动不再担任."""
_DISMISSED = re.compile(
    r"[^。；、]{0,36}?(?:被(?:就地|先后)?(?:免职|撤职|罢免|免去(?:[^，。；]{0,6})?职务|撤销(?:[^，。；]{0,6})?职务)|(?:引咎|自行|主动|已|因病)辞职|免去其(?:[^，。；]{0,6})?职务|"
    r"不再担任[^，。；、]{0,8}职务)"
)
"""科长A已被免职, 局长B引咎辞职: what follows the holder, no other title between."""
_ALL_DISMISSED = re.compile(
    r"(?:、|和)[^。；，]{2,60}?(?:均|一并|同时|先后|分别)?被(?:就地|先后)?(?:免职|撤职|罢免)(?=[，。；]|$)|，[^。；]{0,80}?其(?:[\u4e00-\u9fff]{2,6})?代表资格(?:自然|依法)?终止"
)
"""局长A、副局长B被免职: all of the list are; 代表A因病去世，其代表资格自然终止."""
_RESIGNS = re.compile(
    r"(?:同志|先生|女士)?(?:因[^，。；]{1,16}，?)?(?:(?:提出|提交|递交)?的?(?:书面)?辞(?:职|呈)(?:请求|申请|报告)?(?=[，。；也已均由]|$)|"
    r"(?:提出的?|请求|申请)?(?:辞去|辞掉)(?:其|该|所任|现任)?职务的?(?:请求|申请|报告)?)"
)
"""接受副县长A|辞去职务的请求: right behind the holder."""
_ACCEPTED = re.compile("(?:接受|批准|准予|同意|通过)(?![^，。；]{0,12}(?:意见|采访|假期|看法|要求))")
_OUT = re.compile(r"(?:同志)?(?:(?:已?到龄|因[^，。；]{1,12})，?)?(?:(?:已|均|双双|自然|先行|就地|当场|予以)?免职|(?:行政|政务)?撤职处分)(?=[，。；]|$)")
_PUNISHED = re.compile(
    r"(?:(?![0-9一两二三四五六七八九十多几][人名]|对|向|说|称|介绍|表示|强调|通报|指出)[^。；、]){0,36}?"
    r"(?:受到?了?|给予(?:其|他|她)?)(?:行政|政务|党内[^，。；]{0,8}、政务)?撤职处分"
)
_LAPSED = re.compile(r"等?(?:的|一)?职务?(?:也|均|则|已)?(?:自然|同时|一并|相应|随之|自行|依法){1,2}(?:被)?(?:免除|免去|终止|解除)")


def ended(passage: Passage, persons: Sequence[Named], *, marked: bool) -> bool:
    """Do the words behind the holders say that they hold the post no more?  `marked`: is it called a past one as it is (原局长A受到撤职处分)?"""
    text = passage.text
    low, _ = passage.segment_of(persons[0].start)
    stop, end = persons[-1].end, passage.segment_of(persons[-1].end - 1)[1]
    if _VOIDED.search(text, stop, end) or _QUITS.match(text, stop, end) or _OUT.match(text, stop, end) or _ALL_DISMISSED.match(text, stop, end):
        return True
    if (gone := _DISMISSED.match(text, stop, end)) and not has_role(text[stop : gone.end()]):
        return True
    if not marked and _PUNISHED.match(text, stop, end):
        return True
    resigns = _RESIGNS.match(text, stop, end)
    return bool(resigns and (_ACCEPTED.search(text, low, persons[0].start) or _ACCEPTED.search(text, resigns.end(), end)))


def lapsed(passage: Passage, units: Sequence[Unit]) -> bool:
    """原任局长|职务自然免除: do the words right behind the title take it away?"""
    return bool(units and _LAPSED.match(passage.text, units[-1].role.end, passage.end))
