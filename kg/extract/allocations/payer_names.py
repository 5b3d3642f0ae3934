"""Who may give money, as named in a stretch of text: bodies, levels of government, places and persons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.annotate.passage import Passage
from kg.extract.allocations.classes import RECEIVE
from kg.extract.allocations.draft import Draft
from kg.extract.allocations.payer import FINANCE, JOIN, PREPOSITION, bodies_in, level_name
from kg.extract.allocations.places import places_in
from kg.extract.allocations.unnamed import Place

__all__ = ["Giver", "getting", "givers_in", "is_served", "joined", "on_behalf"]

Giver = tuple[int, int, str, str]
"""Start, end, resolved name, kind."""

_LEVEL = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[年月日底末间由])|(?<=财政[和、与及])|(?<=其中)|(?<=包括))(?P<level>中央|国家|上级|地方|各级|各地|自治区|省|市|州|县|区|旗|盟|镇|乡|村)(?P<what>级|本级|里)?(?:财政)?"
    r"(?=[安投下拨补配自承负筹支出将已共又再还就也拿给按从用对各\d约]|预算内|和|、)"
)
"""中央安排…, 县里自筹…: a level alone, where a clause begins."""

_OF_LEVEL = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[由含即获括中元和及到得收]))(?P<level>中央|国家|上级|自治区|[省市州县区旗盟镇乡村])(?:级|本级)?"
    r"(?=[\u4e00-\u9fff]{0,8}(?:资金|专项|补助|配套|投资|奖补|转移支付|经费|补贴|债券|基金|公益金|财力))"
)
"""中央资金2亿元, 省级福利彩票公益金20万元: a level whose money it is."""


def givers_in(passage: Passage, start: int, end: int) -> list[Giver]:
    """Bodies, levels, places and persons named in the stretch, in reading order; where two overlap, the longer.

    Who gives on behalf of others (余瓷生|代表会员企业捐款) is none of them.
    """
    found: list[Giver] = [(o.start, o.end, o.name, "body") for o in bodies_in(passage, start, end)]
    sources = ((FINANCE, "level"), (_LEVEL, "level"), (_OF_LEVEL, "source"))
    found += [
        (m.start(), m.end(), _resolved(m, passage), kind) for p, kind in sources for m in p.finditer(passage.text, start, end + 1) if m.end() <= end
    ]
    found += [(a, b, name, "place") for a, b, name, _ in _giving(passage, places_in(passage, start, end, in_bodies=True), start)]
    persons = (p for p in passage.persons if start <= p.start and p.end <= end and not passage.text.startswith("代表", p.end))
    found += [(p.start, p.end, p.name, "person") for p in persons]
    kept: list[Giver] = []
    for one in sorted(found, key=lambda b: (b[0], b[0] - b[1], b[3])):
        if not kept or one[0] >= kept[-1][1]:
            kept.append(one)
    return kept


def _giving(passage: Passage, places: Sequence[Place], start: int) -> list[Place]:
    """Without those that something is given to: 向|甘肃、青海|两省下达…."""
    kept: list[Place] = []
    given: Place | None = None
    for place in places:
        also = given is not None and JOIN.fullmatch(passage.text, given[1], place[0])
        if also or PREPOSITION.search(passage.text, max(start, place[0] - 3), place[0]):
            given = place
        else:
            kept.append(place)
    return kept


def _resolved(match: re.Match[str], passage: Passage) -> str:
    """The level's name, as the article stands there: 市财政 → 台州市财政."""
    state = passage.state
    cursor, state.cursor = state.cursor, match.start()
    name = level_name(match[0], state)
    state.cursor = cursor
    return name


def joined(text: str, givers: Sequence[Giver], i: int) -> list[Giver]:
    """The giver, and those that the words join to it (县财政和镇财政)."""
    group = [givers[i]]
    for other in givers[i + 1 :]:
        if not JOIN.fullmatch(text[group[-1][1] : other[0]]):
            break
        group.append(other)
    return group


_SERVES = re.compile(
    r"(?:殡仪馆|敬老院|福利院|养老院|养护院|光荣院|救助站|幼儿园|[小中]学|学校|卫生[院室]|(?:教育|康复|保护|服务|活动|养老|托养|救护)中心|图书馆|文化[馆站]|博物馆|纪念馆|体育馆|水库|灌区)$"
)
_RAISED = re.compile(r"捐|自筹|出资|筹措|筹集|垫付|承担|负担|分担|自掏|师生|学费|收入|营收")


def is_served(draft: Draft, payers: tuple[str, ...]) -> bool:
    """安排106万元（其中|明溪县殡仪馆|50万元）: a house that serves the public, named alone before its share, gets it and does not pay."""
    if draft.parent is None and not draft.bare:
        return False
    governs = draft.action is not None and not draft.inherited_action and draft.clause[0] <= draft.action.start < draft.clause[1]
    assert draft.passage is not None
    return not governs and all(_SERVES.search(p) for p in payers) and not _RAISED.search(draft.passage.text, *draft.segment)


_ASKED = re.compile(r"(?:[向从由跟找经]|来自)[^，。；]{0,4}$")
_REGAINED = re.compile(r"(?:[为替帮]|帮助|协助)[^，。；]{1,16}?(?:追回|讨回|追讨|要回|讨薪|挽回|追索|清欠|清回|执行到位)")


_GAVE = re.compile(r"[^，。；]{0,8}(?:给|拨|下达|安排|补|投|捐|支持)[^，。；]{0,2}的")
_GOT = re.compile("(?:收到|接收|接受|得到|拿到|领到|(?<!荣)获(?!批|准|奖|利|悉|知)得?)(?!的)(?=(?:(?!后)[^，。；]){2,20}(?:资助|捐|赞助|补助|赔|支付|发放|拨))")
_GIVES = re.compile("捐|赠|拨|支付|发放|赔付|援助|资助|投入|出资")
_GETS = RECEIVE - {"利用", "得"}


def getting(passage: Passage, draft: Draft) -> set[str]:
    """武汉大学|获…资助, 人社局|为农民工追回…: the bodies before a verb of getting, in its clause, which do not pay; 向某市争取 asks there."""
    action, text, start = draft.action, passage.text, draft.clause[0]
    regained = _REGAINED.search(text, start, draft.money.start)
    gets = action is not None and not action.after and action.text in _GETS and action.start >= start
    got = _GOT.search(text, start, draft.money.start)
    end = regained.start() if regained else action.start if action and gets else got.start() if got else start
    found = givers_in(passage, start, end) if end > start else []
    taken = [one for one in found if not _ASKED.search(text, start, one[0]) and not _GAVE.match(text, one[1], end)]
    if action is not None and not action.after and _GIVES.search(action.text):
        taken += [one for one in givers_in(passage, start, action.start) if text[one[0] - 1] in "向给"]
    phrase = text[start:end].strip()
    return {name for one in taken for name in (one[2], text[one[0] : one[1]])} | ({phrase} if len(phrase) > 1 else set())


_BEHALF = re.compile(
    r"^(?P<firm>[\u4e00-\u9fff]{2,14}?(?:公司|集团|银行|商会|协会))?.*[\u4e00-\u9fff]{2}代表(?![团队处])(?=[\u4e00-\u9fff]{2})(?:(?:公司|企业|集团|单位|学校|医院|协会|商会|银行)$)?"
)
"""商会会长余瓷生代表|会员企业, |远山集团|经理钱满仓代表公司: they give for whom somebody speaks."""


def on_behalf(phrase: str) -> str:
    """Whom the one who is named gives for: what follows 代表, or the firm named before, where that is a mere 公司."""
    match = _BEHALF.match(phrase)
    return phrase if match is None else phrase[match.end() :] or match["firm"] or ""
