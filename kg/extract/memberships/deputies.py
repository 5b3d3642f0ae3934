"""Deputies and members by a bare word: in a text that names the 政协 or 人大 they sit in, 委员A and A代表 hold a seat there.

    关于市政协五届二次会议第117号提案的答复 / 鲍清秋委员：      a 委员 of the 市政协
    河南代表团审议…全国人大代表A…。安阳市市长B代表说           a 代表 of 全国人大
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.annotate import regions
from kg.annotate.deixis import resolve
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention

__all__ = ["comes_from", "seat", "seated"]

_NUMBER = "第?[一二三四五六七八九十0-9]{1,3}届"
_SEAT = re.compile(
    rf"(?:(?P<nation>全国)|(?P<level>自治区|[省市县区州旗盟]))(?P<number>{_NUMBER})?(?P<body>政协|人大(?:常委会)?|人民代表大会(?:常务委员会)?|人代会)|"
    rf"政协(?P<of>[\u4e00-\u9fff]{{2,10}}?[省市县区州旗盟])(?={_NUMBER}|委员会)"
)
_NAMES = {"人民代表大会": "人大", "人民代表大会常务委员会": "人大常委会", "人代会": "人大"}
_SPEAKS = re.compile("[：:，、]|说|表示|认为|建议|介绍|提出|指出|坦言|直言|告诉|坚持|是[^由]|也|所提|提的|的(?:建议|提案|话|发言)")
"""What stands behind A代表 where 代表 is no verb (A代表专家组宣读意见)."""
_STANDS_FOR = re.compile("[全我][国省市县区州]|[该本各他她它我你两]|[党市省县区]委|政府|大会|组织|公司|学校")
"""代表|全国政协向大家问候, 代表|我市出席: the verb."""
_OPENS = re.compile("[，。；：！？“”、\n]$|^$|来自[^，。；]{2,14}的$|[前后边旁席排]的$")
"""What stands before 代表A: a 职工代表 sits in no assembly."""
_LONGEST = 9


def seated(passage: Passage, role: RoleMention, *, behind: bool) -> bool:
    """Does the bare word give a seat: 委员A, or with the name before it (`behind`), A委员?"""
    if role.text not in ("委员", "代表"):
        return False
    fits = _SPEAKS.match(passage.text, role.end) if behind else _OPENS.search(passage.text[passage.start : role.start])
    if not behind and (_STANDS_FOR.match(passage.text, role.end) or any(o.start == role.end for o in passage.organizations)):
        return False
    return fits is not None and seat(passage, role) is not None


def seat(passage: Passage, role: RoleMention) -> str | None:
    """The assembly that a bare 委员 or 代表 sits in: the one named last before it, as the document has it; None for other roles."""
    if role.text not in ("委员", "代表"):
        return None
    named = _assemblies(passage)
    before = named[: bisect_left(named, (role.start, ""))]
    kinds = ("政协", "人大常委会") if role.text == "委员" else ("人大",)
    return next((name for kind in kinds for _, name in reversed(before) if name.endswith(kind)), None)


def comes_from(passage: Passage, role: RoleMention, low: int, start: int) -> bool:
    """来自洛阳的|代表A: is it whence one comes that ends before 的, no body that one sits in?"""
    return bool(_FROM.search(passage.text, low, start)) and seated(passage, role, behind=False)


_FROM = re.compile("来自(?:于)?$")


def _assemblies(passage: Passage) -> list[tuple[int, str]]:
    """`(offset, name)` of the assemblies that the article names, those of its title first."""
    memory = passage.state.memory
    if "assemblies" not in memory:
        title, text = passage.state.document.title or "", passage.state.article.text
        cursor = passage.state.cursor
        headed = [(-1, _name(passage, title, found)) for found in _SEAT.finditer(title)]
        memory["assemblies"] = headed + [(found.start(), _name(passage, text, found)) for found in _SEAT.finditer(text)]
        passage.state.cursor = cursor
    found = memory["assemblies"]
    assert isinstance(found, list)
    return found


def _name(passage: Passage, text: str, found: re.Match[str]) -> str:
    if found["of"]:
        return found["of"] + "政协"
    body = _NAMES.get(found["body"], found["body"])
    if found["number"] and text.startswith(("代表", "委员"), found.end()):
        body = found["number"] + body  # 县十七届人大代表: as the title of its deputies has it
    if found["nation"]:
        return "全国" + body
    end = found.end("level")
    place = next((text[at:end] for at in range(max(0, end - _LONGEST), end - 1) if regions.candidates(text[at:end])), None)
    passage.state.cursor = found.start()
    return place + body if place else resolve(found["level"] + body, passage.state)
