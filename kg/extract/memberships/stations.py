"""Where the person of a clause serves: the body that he came to, where he is stationed, what the sentence says he leads."""

from __future__ import annotations

import re
from bisect import bisect_left

from kg.annotate.bodies import departments, ends_a_body, path
from kg.annotate.boundaries import organization_before
from kg.annotate.deixis import parent_for, resolve
from kg.annotate.passage import Passage
from kg.annotate.roles import base_noun, is_territorial
from kg.extract.memberships.units import Stack

__all__ = ["near_body"]

_PLACE = re.compile(r"[省市县区州盟旗]$")
"""在宜都市任水利局局长: where the office is one of the place's own."""
_BARE_UNIT = re.compile(r"(?![省市县区州旗全我本该])[\u4e00-\u9fff]{1,8}(?:处|科|股|(?<!办公)室|(?:党政|综合|民政|财政|扶贫|经济|农业)办|办公室)")
_CAME = re.compile(
    r"(?:调到|调入|调往|调|分到|派到|考进|考入|进入|分配到|来到|到|在|进|派到|回到|去了|进了)[\u4e00-\u9fff“”]{3,24}(?:工作|报到|，|后|，[^，。；]{0,12})"
)
_STATIONED = re.compile(r"(?:到|在|赴|来到|前往|派往|进驻|派到|下派|挂职|进(?!出口|修|口))[^，。；：]{2,20}$")
_NEW = re.compile(r"成立|设立|组建|调整|决定|任命|聘任|选举|推选")
"""Words that make the leader that a sentence tells of a new one."""


def near_body(passage: Passage, stack: Stack, low: int, at: int) -> bool:
    """在邓川镇政府工作，任科员: a post without a body, or in a bare unit, is of the body that he came to.

    True where the post is in a body that the sentence says who leads, and no word says that he is new.
    """
    if stack.units[0].body is None and (led := _led(passage, low, at)):
        stack.units[0].organization, stack.units[0].inferred = led, f"∅ → {led}"
        return not _NEW.search(passage.text, passage.start, at)
    named = _came_to(passage, low, at) or _last_named(passage, low, at)
    came = named if named and _CAME.search(passage.text, low, at) else None
    stationed = _stationed(passage, low, at)
    station = _appointer(passage, stack, low, at) or stationed or named or _last_named(passage, low, stack.start)
    joined = _joined(passage, low, at)
    station = joined or station
    moved: dict[str | None, str] = {}
    for unit in stack.units:
        written = passage.text[unit.body[0] : unit.body[1]] if unit.body else ""
        here = station == joined and not moved and not is_territorial(unit.role.text)
        if unit.body is None and station and (stationed or unit.organization is None or here):
            unit.organization, unit.inferred = station, f"∅ → {station}"
        elif written and stationed and _PLACE.search(stationed) and (path(written)[0] in departments() or written == "管委会"):
            unit.organization = stationed + written
            unit.inferred = f"{written} → {unit.organization}"
        elif came and _BARE_UNIT.fullmatch(written) and (parent := parent_for(written, came) or (came if came.endswith(("镇", "乡", "街道")) else None)):
            shared = parent[-1] in "局厅委院校司镇乡" and written[0] == parent[-1]
            moved[unit.organization] = unit.organization = parent + written[shared:]
            unit.inferred = f"{written} → {unit.organization}"
        elif unit.body is None and unit.organization in moved:
            nouns = base_noun(unit.role.text)
            of_whole = came and nouns and came.endswith(nouns) and not moved[unit.organization].endswith(nouns)
            unit.organization = came if of_whole else moved[unit.organization]  # 到农科所，任研究室主任、副所长
            unit.inferred = f"∅ → {unit.organization}"
    return False


def _last_named(passage: Passage, low: int, end: int) -> str | None:
    """The body named last from `low` to `end`, but in no title before a name (推举区委副书记A为名誉主席)."""
    titled = passage.state.memory.get("titled")
    inside = [(begin, at) for at, begin in titled.items() if low <= begin < end] if isinstance(titled, dict) else []
    bodies = passage.state.bodies
    named = reversed(bodies[bisect_left(bodies, (low, "")) : bisect_left(bodies, (end, ""))])
    return next((name for at, name in named if name != "中国共产党" and not any(begin <= at < holder for begin, holder in inside)), None)


_JOINED = re.compile(
    r"(?:(?:到|在|入|进|往|回)(?P<body>[\u4e00-\u9fff“”]{3,24}?)(?:工作|任职|供职|报到)|(?:选调|借调|分配|调|分|派|考|转|进)(?:到|入|进|往|至|回)?(?P<came>[\u4e00-\u9fff“”]{3,24}?))，(?:先后|一直)?$"
)


def _joined(passage: Passage, low: int, at: int) -> str | None:
    """到某县法院工作，历任庭长: the posts are of that court, not of the one that the text is about."""
    found = _JOINED.search(passage.text, low, at)
    return _ending_in(passage, *found.span("body" if found["body"] else "came")) if found else None


_LED = re.compile(r"(?<![\u4e00-\u9fff“”])(?P<body>[\u4e00-\u9fff“”]{2,24}?)由[^由]{2,60}$")
_LED_BODY = re.compile(r"(?:领导小组|工作组|小组|专班|指挥部|委员会|[一二三四五六七八九十]组|联席会议|理事会)$")


def _led(passage: Passage, low: int, at: int) -> str | None:
    """治丧委员会由校长甲任主任，系主任乙任副主任: the body that the clause, or the one before it, says who leads."""
    found = _LED.search(passage.text, low, at)
    if not found or not _LED_BODY.search(found["body"]):
        return None
    passage.state.cursor = found.start("body")
    return resolve(found["body"], passage.state)


_ENGAGES = re.compile(r"(?<![\u4e00-\u9fff“”])(?P<body>[\u4e00-\u9fff“”]{2,16}?)(?:已|还|又|也|特)?(?:聘请|特聘|返聘|聘任)(?!的)")
_ADVISES = re.compile(r"顾问|监督员|特派员|智库专家|咨询专家")


def _appointer(passage: Passage, stack: Stack, low: int, at: int) -> str | None:
    """指挥部聘请某大学教授A担任技术顾问: one who advises is of the body that engages him."""
    found = _ENGAGES.search(passage.text, low, at)
    if not found or not _ADVISES.search(stack.units[0].role.text) or organization_before(passage, found.end("body"), found.start()) is None:
        return None
    passage.state.cursor = found.start("body")
    return resolve(found["body"], passage.state)


_CAME_TO_BODY = re.compile(
    r"(?:选调|借调|分配|调|分|派|考|转)(?:到|入|进|往|至|回|在)?(?P<body>[\u4e00-\u9fff“”]{3,24}?)(?:工作|任职|报到)?(?:，|$)"
)


def _came_to(passage: Passage, low: int, at: int) -> str | None:
    """1962年调北大荒农机修造厂，历任…: the body that the verb leads to."""
    found = next(reversed(list(_CAME_TO_BODY.finditer(passage.text, low, at))), None)
    return _ending_in(passage, *found.span("body")) if found else None


def _ending_in(passage: Passage, start: int, end: int) -> str | None:
    """The full name of the body at `start:end`; None where the words end as none does."""
    if township := next((m.name for m in passage.regions if m.end == end > start <= m.start and m.text.endswith(("镇", "乡", "街道"))), None):
        return township
    if not ends_a_body(passage.text, start, end):
        return None
    begin = organization_before(passage, end, start)
    passage.state.cursor = start
    return None if begin is None else resolve(passage.text[begin:end], passage.state)


def _stationed(passage: Passage, low: int, at: int) -> str | None:
    """到红科村担任第一书记: the place or body that 到 or 在 leads to."""
    match = _STATIONED.search(passage.text, low, at)
    if not match:
        return None
    passage.state.cursor = at
    place = next((m.text if m.text.endswith(m.name) else m.name for m in passage.regions if m.end == at), None)
    start = organization_before(passage, at, max(match.start(), passage.text.rfind("、", match.start(), at)) + 1)
    return place or (None if start is None else resolve(passage.text[start:at], passage.state))
