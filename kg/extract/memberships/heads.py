"""The place or state that a 市长, 副县长 or 总统 is the head of, where no name of a body ends before the title."""

from __future__ import annotations

import re

from kg.annotate.countries import foreign_start, is_foreign
from kg.annotate.name_words import SOUNDS
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention, is_territorial

__all__ = ["is_abroad", "shared_place", "state_headed", "unlisted_place"]

_HEAD_OF = frozenset("省长 市长 县长 区长 州长 旗长".split())

_OF_TAIWAN = frozenset("台北 新北 桃园 台中 台南 高雄 基隆 新竹 嘉义 宜兰 苗栗 彰化 南投 云林 屏东 花莲 台东 澎湖 金门 连江".split())
"""Counties and cities that the table of divisions does not have."""


def shared_place(passage: Passage, role: RoleMention) -> tuple[int, int] | None:
    """宜昌市长: the place whose last character the title shares."""
    heads = role.text in _HEAD_OF
    if heads and passage.text[max(passage.start, role.start - 2) : role.start] in _OF_TAIWAN:
        return role.start - 2, role.start + 1
    return next(((m.start, m.end) for m in passage.regions if heads and m.end == role.start + 1 and m.end - m.start > 2), None)


def unlisted_place(passage: Passage, role: RoleMention, end: int) -> tuple[int, int] | None:
    """担任|宣河县|副县长: the place before the head of a place, in whatever table it is not."""
    low = max(passage.start, end - 12)
    if abroad := _ABROAD.search(passage.text, low, end) if is_territorial(role.text) else None:
        first = range(abroad.start("name"), end - 2)
        return next((s for at in first if (s := foreign_start(passage.text, at, low)) < at), abroad.start("name")), end
    if is_territorial(role.text) and passage.text[end - 1] in "市州郡省府县道":
        states = (at for at in range(low, end - 3) if is_foreign(passage.text[at:end]) and _HAN_ONLY.fullmatch(passage.text, at, end))
        if (state := next(states, None)) is not None:
            return state, end  # 韩国釜山市|副市长
    found = _UNLISTED.search(passage.text[low:end]) if is_territorial(role.text) else None
    if found is None or (found.start() == 0 and low > passage.start) or found["name"][-1] not in role.text:
        return None
    return low + found.start("name"), low + found.end("name")


_HAN_ONLY = re.compile("(?:(?!友好|城市|贸易|[驻访和与及的来该各])[\u4e00-\u9fff]){4,10}")
_ABROAD = re.compile(f"(?P<name>(?![应经由和与])[{SOUNDS}]{{2,7}}[市州郡省])$")
"""西雅图市|市长: a city spelt by sound, of no division of ours."""
_UNLISTED = re.compile(
    r"(?:^|(?:任命|聘任|选举|推选|推举)[\u4e00-\u9fff]{2,4}为|[选任聘]为|[任由兼据]|[，。、；：“（ \n])"
    r"(?P<name>(?![我全各本该此原时现由任兼为据])(?![前原]任)[\u4e00-\u9fff]{2,3}[市县区旗])$"
)


_OF_STATE = re.compile(
    r"(?:总统|总理|首相|国务卿|国王|女王|王储|主席|[外防财][长相]|大臣|议长|总督|元首|内阁秘书长|[参众]?议员|大法官)(?:助理)?$|^(?:外交|国防|财政)部长$"
)
"""Titles of a state, which its plain name stands before."""
_OF_CHINA = re.compile("国家副?主席|副?总理|[外防财]长")
_SHORT = tuple("美俄英法德日韩澳乌伊")
"""States by one character, where a clause opens with it (俄|外长)."""
_HAN = re.compile("[\u4e00-\u9fff0-9]")
_OF_NATIONS = re.compile(
    "(?:联合国|欧盟|欧洲|北约|东盟|非盟|阿盟|世界(?:卫生|贸易|银行)|世[卫贸]组织|"
    "(?:国际|亚洲|非洲|亚太)(?![^，。]*[处科司部室]$)|上合组织|上海合作组织)"
)
"""What the names of bodies of states begin with, whose officers are foreigners."""


def state_headed(passage: Passage, role: RoleMention, low: int, end: int) -> tuple[int, int] | None:
    """法国|总统, 英国|前|首相: the foreign state whose name ends at `end`, before a title of a state; 中国|国家主席."""
    if not _OF_STATE.search(role.text):
        return None
    start = foreign_start(passage.text, end, low)
    if start == end and _OF_CHINA.fullmatch(role.text) and passage.text.endswith("中国", low, end):
        start = end - 2
    if start == end > low and passage.text[end - 1] in _SHORT and (end == low + 1 or not _HAN.match(passage.text[end - 2])):
        start = end - 1
    return (start, end) if start < end else None


def is_abroad(text: str, body: tuple[int, int] | None) -> bool:
    """Is the body a foreign one or one of states, so that its officers' names may be spelt by sound?"""
    name = text[slice(*body)] if body else ""
    return name in _SHORT or is_foreign(name) or bool(_OF_NATIONS.match(name) or _ABROAD.fullmatch(name))
