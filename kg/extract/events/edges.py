"""The ends of what words an event: datelines, conjunctions, adverbs and prepositions beside the date, which a label leaves out.

    7月20日|已全部|完工 · 本报讯（记者 阮清禾）|县里召开会议 · 县里|于|7月20日
"""

from __future__ import annotations

import re

from kg.annotate.alternation import at_a_glance
from kg.annotate.dates.words import any_of

__all__ = ["Stretch", "trimmed"]

Stretch = tuple[int, int]
"""A half-open range of the article's text."""

_AFTER_DATE = any_of(
    "左右 许(?![昌可愿诺]) 后(?=[首再又即才就]) 多钟 多(?=[，,]) 起(?![火诉飞草义床跑步]) 止(?!于) 以来 前后 开始 统计 之后 以后 那天 当天 又 已 已经",
    "还(?![款贷清原债]) 也 就(?![业诊读近地]) 便(?![民利]) 才(?![艺能华]) 即(?![墨]) 再(?![次度生就]) 均(?![衡价线])",
    "都(?![江匀昌市]) 仍 正(?![大定阳宁安月]) 正式 一度 共(?![青同产享建富和治识])",
)
"""Not what words begin with: 7月20日|就业服务中心揭牌, 共青团县委."""
_WILL_DO = "将(?=[于在会与对继全正召举启开实施组安完逐陆])"
_HEAD = re.compile(rf"(?:{_AFTER_DATE}|{_WILL_DO}|的(?![士确])|[，,：:、）)\s”])+")
_LINKS = any_of(
    "而(?!今) 但 并(?![购网轨]) 且(?!末) 同时 此外 另外 另据了解 据了解 据悉 其中 当(?![选地时年天日场阳涂]) 如(?![皋东])",
    "此前 此前的 而当 随后 随即 接着 为此 原来 目前 截至",
)
_LEAD_IN = re.compile(rf"(?:[-—•·●■◆▲○★*]+|[（(]?[一二三四五六七八九十\d]+(?:[）)、]|[.．](?!\d+[万亿元%余多]))|[（(]|(?:{_LINKS})(?=\S))+")
_BEFORE_DATE = any_of(
    "自 从 于 在 到 至 截至 早在 直到 已是 已经是 是 定于 计划于 拟于 将于 应于 须于 要在 应当于 请于 应在 须在 将在",
    "的 由 为 即 当 又 已 还 也 北京时间 当地时间",
)
_NO_PREPOSITION = "(?:(?<!用)|(?!于))(?:(?<![报签遇收看解得接找来达感受赶遭听见想查])|(?!到))"
"""用|于, 看|到: verbs."""
_TAIL = re.compile(at_a_glance(rf"(?:{_NO_PREPOSITION}(?:{_BEFORE_DATE})|[，,：:、（(\s“])+$"))
_MARKUP = re.compile(r"(?:</?\w[^<>]*>|[#>*] ?)+")
_DAY = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
_WIRE = r"(?:专?电(?![力网器话缆站商影视价厂梯动信池])|讯(?![息问号])|(?:消息|信息)(?=[ \u3000（(：:/]))"
"""5月6日|电, but no 电力."""
_DATELINE = re.compile(
    r"[\u4e00-\u9fff]{2,10}?(?:讯|消息|电)[ \u3000]*(?:[（(][^（）()]{0,30}[）)][ \u3000：:]*)+"
    r"|[\u4e00-\u9fff]{2,8}?(?<![通短资音电])[讯电][ \u3000]+"
    rf"|[^，。；：\d]{{0,14}}{_DAY}{_WIRE}[ \u3000]*(?:[（(][^（）()]{{0,30}}[）)])?[ \u3000：:/]*"
)
"""本报讯（记者 阮清禾） · 央视网消息（新闻联播）： · 云河讯　 · 新华网云河5月6日电"""


def trimmed(text: str, start: int, end: int) -> list[Stretch]:
    """`text[start:end]` without conjunctions, adverbs and prepositions at its ends; empty if nothing is left."""
    for pattern in (_MARKUP, _DATELINE, _LEAD_IN, _HEAD):
        match = pattern.match(text, start, end)
        start = match.end() if match else start
    match = _TAIL.search(text[start:end])
    end = start + match.start() if match else end
    return [(start, end)] if start < end else []
