"""The place or state that a 市长, 副县长 or 总统 is the head of, where no name of a body ends before the title."""

from __future__ import annotations

import re

from kg.annotate.countries import foreign_start, is_foreign
from kg.annotate.embassies import state_meant
from kg.annotate.name_words import SOUNDS
from kg.annotate.passage import Passage
from kg.annotate.roles import RoleMention, is_territorial

__all__ = ["is_abroad", "ministry_abroad", "shared_place", "state_headed", "unlisted_place"]

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
_SHORTER = tuple("巴菲泰越柬缅马印蒙朝哈吉塔土阿埃南尼肯坦赞津苏利刚加智秘墨古葡西意荷比瑞挪芬丹波捷匈罗希以叙沙卡黎白爱")
"""The same of those that a text must have named in full before."""
_FORMAL = re.compile(
    "(?:(?<![\u4e00-\u9fff])|(?<=[应同和与由会见据]))(?![应同和与由会见据])[\u4e00-\u9fff]{2,10}(?:(?<!中华人民)共和国|独立国|王国|大公国|合众国|联邦|酋长国)$"
)
"""法兰西共和国|总理: the full name of a state."""
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
    if start == end and (formal := _FORMAL.search(passage.text, max(low, end - 14), end)):
        start = formal.start()
    if start == end > low and (end == low + 1 or not _HAN.match(passage.text[end - 2])):
        passage.state.cursor = end
        start -= passage.text[end - 1] in _SHORT or (
            passage.text[end - 1] in _SHORTER and state_meant(passage.text[end - 1], passage.state) is not None
        )
    return (start, end) if start < end else None


def ministry_abroad(text: str, start: int, role: str, low: int) -> int:
    """法国欧洲和|外交部长: where the name of a foreign ministry begins whose fields 和 joins; `start` for other bodies."""
    if role not in ("部长", "副部长", "大臣", "副大臣") or text[start - 1 : start] not in ("和", "与"):
        return start
    fields = range(start - 2, max(low, start - 9), -1)
    begins = next((s for at in fields if text[at - 1] not in "、，" and (s := foreign_start(text, at, low)) < at), start)
    return start if _OFFICER.search(text, begins, start - 1) else begins


_OFFICER = re.compile("[统理长相臣官员席卿]$")


def is_abroad(text: str, body: tuple[int, int] | None) -> bool:
    """Is the body a foreign one or one of states, so that its officers' names may be spelt by sound?"""
    name = text[slice(*body)] if body else ""
    return name in _SHORT or name in _SHORTER or is_foreign(name) or bool(_FORMAL.fullmatch(name)) or bool(_OF_NATIONS.match(name) or _ABROAD.fullmatch(name))
