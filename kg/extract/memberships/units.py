"""One title and a stack of titles: what the steps of the membership rules pass on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.annotate.roles import RoleMention

__all__ = ["Stack", "Unit", "follows"]


@dataclass(slots=True)
class Unit:
    """One title.  `body` is the span of the organization as written, or None; `marks` what stands before or between."""

    role: RoleMention
    body: tuple[int, int] | None
    start: int
    marks: str = ""
    holder: tuple[int, int] | None = None
    organization: str | None = None
    inferred: str = ""
    more: tuple[tuple[int, int], ...] = ()
    """Spans of the bodies that share the role with `body`, in reading order (甲县、乙县、丙县财政局局长)."""
    others: tuple[str, ...] = ()
    """Their full names."""
    several: bool = False
    """Does one holder hold the role in all of them (历任甲、乙秘书)?"""


@dataclass(slots=True)
class Stack:
    """Titles of the same holders, in reading order."""

    units: list[Unit] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.units[0].start

    @property
    def end(self) -> int:
        return self.units[-1].role.end


_GAP = re.compile(
    r"(?:（[^（）]{1,24}）)?(?:、|兼任?|，兼任?|、兼任?|和|以?及|暨|与|，)?"
    r"(?:原|前|时任|现任|现|新任|驻|派驻|[高初]?[一二三四五六七八九](?:年级)?(?:[0-9一二三四五六七八九（）]{1,4}班?)?)?"
)
_ALL_TAKEN = re.compile("等?(?:职务|职位|之职)")
_TAKEN = re.compile("[、\u4e00-\u9fff]{0,40}?[长记任员师事监席委裁理]等?(?:职务|职位|之职)")
"""免去A的甲集团董事长及|乙集团党委书记、董事长职务."""
_HELD = re.compile("(?:任|历任|担任|辞去|免去|当选为?|分别为)$")
_CLOSES = re.compile("(?:等)?(?:职务|一职|职|之职)|等|[，。；、）\n]|$")
"""历任甲系副主任、乙系主任及|党总支书记: whose holder stands before has the title behind the last 及 too."""
_AGAIN = re.compile("原|前|时任|现|新任")
"""辞去董事长、董事及战略委员会主任委员职务: 及 before the last of the titles that are taken away, each of a body of its own."""
_PARTY_HEAD = re.compile("党(?:组|委|工委|总支|支部)书记")
"""党委书记　院长　A: a blank joins the two, that only a mark does elsewhere."""
_NEXT_HOLDER = re.compile(r"(?!的)[\u4e00-\u9fff·]{2,5}?(?:同志)?(?:（[^（）]{1,12}）)?(?:为|任|担任)(?!了|何)")
"""以甲为组长、副县长|乙为副组长: the title before 乙 is his, no second one of 甲's."""


def follows(text: str, stack: Stack, unit: Unit) -> bool:
    """Does the unit go on with the stack?  A comma joins only a leading party title and the post after it."""
    gap = text[stack.end : unit.start]
    if not unit.body and _PARTY_HEAD.fullmatch(stack.units[-1].role.text):
        gap = gap.replace(" ", "、")
    if unit.holder or stack.units[-1].holder or not _GAP.fullmatch(gap):
        return False
    if text[stack.start - 1] in "为任" and _NEXT_HOLDER.match(text, unit.role.end):
        return False
    if gap in ("及", "以及", "和", "与") and _HELD.search(text, max(0, stack.start - 4), stack.start) and _CLOSES.match(text, unit.role.end):
        return True
    if gap in ("及", "以及", "和") and unit.body and "免去" in text[max(0, stack.start - 40) : stack.start] and _TAKEN.match(text, unit.role.end):
        return True
    if gap.startswith(("和", "及", "与")) and _ALL_TAKEN.match(text, unit.role.end) and not _AGAIN.search(gap):
        return True
    if gap.startswith(("，", "和", "及", "与")) and "兼" not in gap:
        return gap[0] != "，" and not unit.body and len(stack.units) == 1
    return True
