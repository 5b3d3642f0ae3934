"""Cities and counties that no table holds: 市公安局 in a text of 青川市, and no word that only looks like a place (按照|市…, 开好|市…)."""

from __future__ import annotations

import re

import rjieba

from kg.annotate.divisions import candidates
from kg.annotate.lexicon import ORG_CUT_WORDS
from kg.annotate.passage import State
from kg.annotate.regions import Region

__all__ = ["NO_PLACE", "outweighed", "unlisted"]

_UNLISTED = re.compile(
    r"(?:(?<![^\n，。、；：“”（）《》\s])|(?<=[赴在到往省])|(?<=进了)|(?<=中共)|(?<=政协))"
    r"(?P<name>(?:[\u4e00-\u9fff]{2,3}|(?:(?![市县])[\u4e00-\u9fff]){4,5})[市县])"
    r"(?P<body>委|人民|政府|人大|政协|供销|第[一二三四五六七八九十]{1,3}届|[市县](?=长)|[^，。《》\n]{2,24}(?:办法|方案|名单|规定|意见|规划|细则|通知)》|[\u4e00-\u9fff]{2,4}[局办]|[\u4e00-\u9fff]{2,10}(?:[医健剧]院|公司|厂|站|中心|检察院|法院|[中小]学|支行|分局))?"
)
NO_PLACE = re.compile(
    "[我全各本该此其他每两三四五六七八九十几多某副由向对和与及是为的了在从到至往赴原现任将今年去有等个团城省市县区地盟旗]|"
    "[晚晨夜午旬行社]$|[年月日连近][来初底]$|(?:灾|会|节|雨|雪|震|洪|汛|假|饭)[后前中]$|^[昨次翌]|"
    "^(?:代理|代管|后来|此前|其后|贫困|重点|试点|边境|部分|牧业|上级|相关|所属|粮食|产粮|设区|民[进盟建革]|农工|致公|九三|台盟|工商|妇联|[开做办建抓管用写走守]好|推动|推进|推荐|"
    "建议|要求|报告|落实|服务|支持|加强|加快|促进|助力|听取|审议|配合|协助|争取|提交|参与|围绕|助推)|"
    "^(?:近日|日前|目前|随后|同时|据悉|[经请][报请批]|报[经请])$"
)
"""What the name of no place holds: a word of grammar, of time, of kind, or of doing."""


_MANY = re.compile(r"(?:(?<![\u4e00-\u9fff])|(?<=[赴在到往市和及与])|(?<=政协|中共))(?P<name>[\u4e00-\u9fff]{2,3}[县区])")
"""Where a 县 or 区 that is one of several of its name may stand (政协鼓楼区第十一届委员会)."""


_WITH_BODY = re.compile(
    r"(?:(?<![^\n，。、；：“”（）《》\s])|(?<=[赴在到往市省])|(?<=中共)|(?<=政协)|(?<=接受)[\u4e00-\u9fff]{2,3}辞去)(?P<name>[\u4e00-\u9fff]{2,3}[区省])"
    r"(?P<body>委(?!员会|托)|人民(?:政府|法院|检察院|代表大会)|政府|人大|政协|[区省]长|第[一二三四五六七八九十]{1,3}[届次]|四大班子|"
    r"(?:财政|审计|民政|教育|教体|水利|公安|住建|农业农村|卫健|统计)[局厅])"
)
"""A 区 or 省 that the table lacks: only before what such a place has, as 景区 and 校区 are none."""
_NO_AREA = re.compile("(?:自治|行政|高新|经开|开发|度假|示范|保税|保护|产业|工业|[新园景库社地校灾山牧林矿港郊辖])[区省]$")


_LEADS_UP = ORG_CUT_WORDS | {"代表", "会上", "会后", "会前"}


def _in_no_table(name: str) -> bool:
    """Is it a 市 or 县 that the table lacks (no 参加|县委, no 按照|市卫生局, no 代表|省委, no 会议要求|县委)?"""
    words = rjieba.tag(name[:-1], False)
    grammar = any(tag[0] in "du" or word in ("过", "访", "随", "进", "完") for word, tag in words[1:])
    if grammar or (len(words) > 1 and words[0][1][0] in "dtc"):
        return False  # 也当过|县, 日前经|县, 听完|县
    if len(name) > 4 and any(tag[0] in "vpdcr" for _, tag in words):
        return False
    leads = len(words) == 1 and (words[0][1] in ("v", "p", "c", "d", "t", "r") or words[0][0] in _LEADS_UP)
    return not leads and all(r.name[-1] != name[-1] for r in candidates(name))


def unlisted(noun: str, state: State) -> str | None:
    """市公安局, 副县长 in a text of a 市 or 县 that the table lacks, or has as a 区 by now: the one that the text names most, twice or with a body."""
    kept = state.memory.setdefault("unlisted", {})
    assert isinstance(kept, dict)
    if noun not in kept:
        text = state.article.text
        found = [m for m in _UNLISTED.finditer(text) if m["name"].endswith(noun) and not NO_PLACE.search(m["name"][:-1])]
        sure = {m["name"] for m in found if _in_no_table(m["name"]) and (m["body"] or text.count(m["name"][:-1]) > 1)}
        sure = {name for name in sure if len(name) < 5 or text.count(name) > 1 or f"{name}{name[-1]}长" in text}
        areas = {m["name"] for m in _WITH_BODY.finditer(text) if m["name"].endswith(noun)} if noun in "区省" else set()
        sure |= {name for name in areas if not _NO_AREA.search(name) and not NO_PLACE.search(name[:-1]) and _in_no_table(name)}
        sure |= {m["name"] for m in _MANY.finditer(text) if m["name"].endswith(noun) and len(candidates(m["name"])) > 1}
        kept[noun] = max(sorted(sure), key=text.count, default=None) if noun in "省市县区" else None
    name = kept[noun]
    return name if isinstance(name, str) else None


def outweighed(region: Region, noun: str, state: State) -> bool:
    """浙江缙云人 in a text of 安济县: does the text never write the place's name in full, and name one that the table lacks more often?"""
    if noun not in "市县" or region.name in state.article.text or any(form.endswith(noun) and len(form) > 2 for form in state.place_names.get(region.code, ())):
        return False
    kept = state.memory.setdefault("outweighed", {})
    assert isinstance(kept, dict)
    if (region.code, noun) not in kept:
        name, text = unlisted(noun, state), state.article.text
        kept[region.code, noun] = name is not None and text.count(name) > 1 and text.count(name) > text.replace(name, "").count(region.short)
    return bool(kept[region.code, noun])
