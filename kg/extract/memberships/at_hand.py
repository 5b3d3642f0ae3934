"""The body at hand that a bare title points to: one just set up, one right beside it, or the last that ends as the title's own does."""

from __future__ import annotations

import re

from kg.annotate.bodies import ENDS
from kg.annotate.boundaries import organization_before
from kg.annotate.deixis import note, resolve
from kg.annotate.organizations import found_bodies
from kg.annotate.passage import Passage
from kg.annotate.roles import base_noun, is_territorial
from kg.annotate.school import is_guest
from kg.extract.memberships.links import link_before
from kg.extract.memberships.units import Stack, Unit

__all__ = ["OF_VILLAGE", "beside", "latest", "that", "topic"]

OF_VILLAGE = re.compile(r"^(?:村(?:支书|主任|会计|医)|支书|团支书|治保主任|村民小组长|驻村.*|第一书记|妇女主任)$")
_BY = re.compile(r"(?:一职)?(?:，)?(?:已|现|仍|暂|将|均|原|则|也)?由")


def topic(passage: Passage, stack: Stack) -> str | None:
    """The body just set up, where the titles are said of someone (研究院挂牌，某大学教授A任院长), not put before a name."""
    low, _ = passage.segment_of(stack.start)
    if (behind := _BEHIND.match(passage.text, stack.end, passage.end)) and _TAKES.search(passage.text, low, stack.start):
        return resolve(behind["body"], passage.state)
    if not (link_before(passage.text, low, stack.start) or _BY.match(passage.text, stack.end)):
        return None
    before = [name for at, name in found_bodies(passage.state) if passage.start <= at < stack.start]
    if before:
        return before[-1]
    party = _PARTY_SET_UP.search(passage.text, passage.start, stack.start)
    return resolve(party["body"], passage.state) if party else _led(passage, stack, low)


_PARTY_SET_UP = re.compile(r"(?:成立|组建|设立|建立)了?(?P<body>[\u4e00-\u9fff]{2,16}?(?:党工委|党委|党支部|党总支))，")
"""成立某镇临时党工委，A兼任书记."""


_BEHIND = re.compile(r"的(?P<body>[\u4e00-\u9fff“”]{2,20}?(?:公司|集团|基金会?|协会|学会|商会|合作社))(?=[，。；、]|$)")
"""叶知秋担任董事长的江岸集团: the body behind its head."""
_TAKES = re.compile(r"(?:担任|任|出任)$")
_SET_UP_BY = re.compile(r"(?:成立|组建|设立|建立)(?:了)?由")
_LED = re.compile(r"[^。；\n]{0,400}?任[^，。；、]{1,8}的(?P<body>[\u4e00-\u9fff“”]{4,40}?(?:指挥部|领导小组|协调小组|工作组|专班))(?=[，。；、]|$)")


def _led(passage: Passage, stack: Stack, low: int) -> str | None:
    """成立由县长A任指挥长、局长B任副指挥长的县抗旱指挥部: the body that stands behind the titles in it."""
    text = passage.text
    if not _GROUP_HEAD.search(stack.units[-1].role.text) or not _SET_UP_BY.search(text, low, stack.start):
        return None
    led = _LED.match(text, max(low, stack.start - 2), passage.segment_of(stack.start)[1])
    return resolve(led["body"], passage.state) if led else None


_GROUP_HEAD = re.compile(r"(?:指挥长?|组长|召集人|成员|组员|班长)$")


def beside(passage: Passage, unit: Unit) -> str | None:
    """某村小学，校长A…: the body that ends right before the mark, of the kind that the title belongs to."""
    nouns = base_noun(unit.role.text)
    if (line := _LINE_OF.match(passage.text, passage.start, unit.start)) and not is_territorial(unit.role.text) and ENDS.search(line["body"]):
        passage.state.cursor = passage.start
        return resolve(line["body"], passage.state)
    if nouns and unit.start == passage.start and (name := _above(passage, nouns)):
        return name
    if not nouns or passage.text[unit.start - 1] != "，" or not passage.text.endswith(nouns, 0, unit.start - 1):
        return None
    low = max(passage.start, *(passage.text.rfind(mark, passage.start, unit.start - 1) + 1 for mark in "，。；：、"))
    begin = organization_before(passage, unit.start - 1, low)
    return (
        None
        if begin is None or unit.start - begin < 4
        else resolve(passage.text[begin : unit.start - 1], passage.state)
    )


_LINE_OF = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}、|[0-9]{1,2}[.．、])? *(?P<body>[\u4e00-\u9fff（）]{4,30})："
    r"(?=(?:决定|同意)?(?:任命|免去|聘任|解聘|提名|撤销|[\u4e00-\u9fff]{2,4}辞去))"
)
"""江岸集团：任命A为副总经理；免去B的总会计师职务: the body that opens the line is that of all its bare titles."""
_HEADING = re.compile(r"(?:^|\n)[^\u4e00-\u9fff\n]{0,6}(?P<body>[\u4e00-\u9fff]{4,30})[ ：:]*\n\s*$")


def _above(passage: Passage, nouns: tuple[str, ...]) -> str | None:
    """某街道中心小学 / 校长：A: the body that is all of the line above, of the kind that the title belongs to."""
    line = _HEADING.search(passage.text, max(0, passage.start - 40), passage.start)
    if line is None or not line["body"].endswith(nouns):
        return None
    passage.state.cursor = line.start("body")
    name = resolve(line["body"], passage.state)
    note(passage.state, name, line.start("body"))
    return name


_THAT = re.compile(r"(?P<own>公司)$|该(?P<noun>局|院|所|站|厂|社|行|中心|公司|集团|协会|学会|商会|联合会|医院|学院|学校)(?=$|[\u4e00-\u9fff]{2})")


def that(passage: Passage, unit: Unit) -> str | None:
    """走访了长潭水库管理局。该局副局长A: the body of the kind that the paragraph names last, with what stands under it."""
    text, (start, end) = passage.text, unit.body or (0, 0)
    if not (said := _THAT.match(text, start, end)) or (said["own"] and passage.state.host):
        return None
    noun, since = said["noun"] or said["own"], passage.segment_of(start)[0] if said["own"] else passage.start
    at = max((m.start() for m in re.finditer(f"{noun}(?![长员士内里])", text[since:start])), default=-1) + since
    if at < since:
        return None
    low = max(text.rfind(mark, passage.start, at) for mark in "，。；：、\n“”（") + 1
    begin = organization_before(passage, at + len(noun), max(low, passage.start))
    if begin is None or at - begin < 2 or text[begin] in "该本我":
        return None
    passage.state.cursor = begin
    name = resolve(text[begin : at + len(noun)], passage.state)
    passage.state.cursor = start
    return name + text[said.end() : end]


_NO_BODY = ("常委", "理事会", "年会", "大会")
"""What ends as a body does and has no 会长 or 主任 of its own; 中国社会 in 中国社会科学院 is none either."""
_BACK = 600
"""How far back, in code points, a body is looked for that the title alone points to."""


def latest(passage: Passage, unit: Unit) -> str | None:
    """…匹河养护站的电话没有安静过。站长A…: the last name before the title that ends as the title's body does."""
    text, nouns = passage.text, base_noun(unit.role.text)
    if not nouns or OF_VILLAGE.search(unit.role.text):
        return None
    low = max(0, unit.start - _BACK)
    for match in reversed(list(re.finditer(f"(?:{'|'.join(nouns)})(?![长员部院校士])", text[low : unit.start]))):
        end = low + match.end()
        start = max(text.rfind(mark, 0, end) for mark in "，。；：、\n“”（") + 1
        none = "设在" in text[start:end] or text.startswith("科学", end) or text.endswith(_NO_BODY, start, end)
        begin = None if none else organization_before(passage, end, start)
        if begin is not None and end - begin >= len(match[0]) + 2:
            passage.state.cursor = begin
            name = resolve(text[begin:end], passage.state)
            return None if is_guest(name, passage.state) else name
    return None
